"""Answers on closing forms that belong to another kind of form: faces are the families', 1 to 5 the schools'.

Which answers a respondent may give stands in the code list `closing_answer`, column `respondents`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import duckdb

from earlyhelp.dataset.sql_text import literal, literals
from earlyhelp.dataset.tables.closing_answer import TABLE as ANSWER
from earlyhelp.dataset.validation.findings_table import FINDINGS, ROW, key_text
from earlyhelp.dataset.validation.rules import WRONG_RESPONDENT
from earlyhelp.vocabulary.code_lists import read_code_list

_MISPLACED: Final = '"#misplaced"'
_WORDS: Final = {"young_person": "young people", "parent_carer": "parents and carers", "school": "schools"}


def answers_of_respondents() -> Mapping[str, tuple[str, ...]]:
    """Return the answers that each respondent may give, in the order of the code list."""
    entries = read_code_list("closing_answer").entries
    return {
        respondent: tuple(entry.code for entry in entries if respondent in entry.more["respondents"].split(";"))
        for respondent in read_code_list("respondent").codes
    }


def blank_answers_of_others(connection: duckdb.DuckDBPyConnection) -> None:
    """Blank answers that are not those of their form's respondent, with a finding for each.

    The tables closing_form and closing_answer must hold rows, all references of which have settled.
    """
    answers = answers_of_respondents()
    is_misplaced = " ".join(
        f"WHEN {literal(respondent)} THEN row.answer NOT IN ({literals(codes)})"
        for respondent, codes in answers.items()
    )
    connection.execute(
        f"CREATE TABLE {_MISPLACED} AS SELECT row.{ROW}, row.answer, form.respondent, {key_text(ANSWER, 'row')} AS key "
        "FROM closing_answer row JOIN closing_form form ON form.form_id = row.form_id "
        f"WHERE row.answer IS NOT NULL AND CASE form.respondent {is_misplaced} END"
    )
    found = connection.execute(f"SELECT count(*) FROM {_MISPLACED}").fetchone()
    if found and found[0]:
        _say_and_blank(connection, answers)
    connection.execute(f"DROP TABLE {_MISPLACED}")


def _say_and_blank(connection: duckdb.DuckDBPyConnection, answers: Mapping[str, tuple[str, ...]]) -> None:
    who = " ".join(f"WHEN {literal(name)} THEN {literal(_WORDS[name])}" for name in answers)
    what = " ".join(f"WHEN {literal(name)} THEN {literal(_listed(codes))}" for name, codes in answers.items())
    connection.execute(
        f"INSERT INTO {FINDINGS} SELECT {literal(WRONG_RESPONDENT.id)}, 'blanked', {literal(ANSWER.name)}, {ROW}, "
        f"'answer', answer, CASE respondent {who} END, CASE respondent {what} END, key FROM {_MISPLACED};"
        f"UPDATE closing_answer SET answer = NULL WHERE {ROW} IN (SELECT {ROW} FROM {_MISPLACED})"
    )


def _listed(codes: tuple[str, ...]) -> str:
    return f"{', '.join(codes[:-1])} or {codes[-1]}"
