"""The declared tables hang together."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from earlyhelp.dataset import catalogue, tables
from earlyhelp.dataset.catalogue import TABLES, THEMES
from earlyhelp.dataset.declare import Column, Kind, Table
from earlyhelp.dataset.table_types import create_table_sql, struct_types
from earlyhelp.vocabulary.code_lists import read_code_list

COLUMNS = [(table, column) for table in TABLES.values() for column in table.columns]
SNAKE_CASE = re.compile(r"[a-z]+(_[a-z]+)*")


def _named(rule: Callable[[Table, Column], bool]) -> list[str]:
    return [f"{table.name}.{column.name}" for table, column in COLUMNS if rule(table, column)]


def test_every_table_file_is_in_the_catalogue_under_its_own_name() -> None:
    files = {file.stem for file in Path(tables.__path__[0]).glob("*.py")} - {"__init__"}
    assert files == set(TABLES)


def test_every_table_stands_under_its_theme() -> None:
    assert [(theme, table.theme) for theme, group in THEMES.items() for table in group if table.theme != theme] == []


def test_names_are_snake_case() -> None:
    assert _named(lambda table, column: not SNAKE_CASE.fullmatch(f"{table.name}_{column.name}")) == []


def test_no_table_has_a_column_twice() -> None:
    assert [name for name, table in TABLES.items() if len(struct_types(table)) != len(table.columns)] == []


def test_keys_are_made_of_columns_of_the_table() -> None:
    assert [
        name for name, table in TABLES.items() if not table.key or not set(table.key) <= set(struct_types(table))
    ] == []


def test_one_key_column_alone_may_be_empty_the_day_somebody_joined_a_family() -> None:
    assert _named(lambda table, column: column.name in table.key and not column.required) == ["family_member.from_on"]


def test_references_lead_to_a_table_with_a_key_of_one_column_of_the_same_type() -> None:
    def is_broken(_: Table, column: Column) -> bool:
        parent = TABLES.get(column.refers_to) if column.refers_to else None
        return column.refers_to is not None and (
            parent is None or len(parent.key) != 1 or parent.column(parent.key[0]).kind is not column.kind
        )

    assert _named(is_broken) == []


def test_a_code_column_has_a_list_that_exists_and_no_other_column_has_one() -> None:
    assert _named(lambda _, column: (column.kind is Kind.CODE) != (column.codes is not None)) == []
    assert [name for name in catalogue.code_lists_used() if not read_code_list(name).codes] == []


def test_every_table_and_column_has_one_sentence_of_meaning() -> None:
    sentence = re.compile(r"[A-Z][^.]*\.")
    assert [name for name, table in TABLES.items() if not sentence.fullmatch(table.meaning)] == []
    assert _named(lambda _, column: not sentence.fullmatch(column.meaning)) == []


def test_no_table_gives_two_columns_the_same_meaning() -> None:
    assert [name for name, t in TABLES.items() if len({column.meaning for column in t.columns}) != len(t.columns)] == []


def test_days_are_named_as_days() -> None:
    day = re.compile(r"(.+_)?on|month|week_starting|period_(start|end)|date_of_birth|(starts|ends)_on")
    assert _named(lambda _, column: (column.kind is Kind.DATE) != bool(day.fullmatch(column.name))) == []


def test_these_days_and_no_others_may_lie_ahead() -> None:
    ends = {f"{table.name}.{column.name}" for table, column in COLUMNS if column.name == "to_on"}
    others = {
        "term.starts_on", "term.ends_on", "review.due_on", "plan_item.due_on", "link_meeting.scheduled_on",
        "school.opened_on", "school.closed_on", "consent.ends_on", "staffing.month",
    }  # fmt: skip
    assert set(_named(lambda _, column: column.planned)) == ends | others


def test_numbers_have_bounds_or_wholeness_only_where_the_dataset_says_so() -> None:
    assert _named(lambda _, column: column.whole) == ["referral.age_years"]
    bounded = _named(lambda _, column: (column.at_least, column.at_most) != (None, None))
    assert bounded == ["link.probability"]
    assert TABLES["link"].column("probability").at_most == 1


def test_identities_are_in_two_restricted_tables_and_nowhere_else() -> None:
    assert {name for name, table in TABLES.items() if table.restricted} == {"identity", "referral_identity"}
    identifying = {"forename", "surname", "former_surname", "upn", "nhs_number"}
    assert _named(lambda table, column: column.name in identifying and not table.restricted) == []


def test_required_parents_come_before_their_children() -> None:
    order = [table.name for table in catalogue.in_dependency_order()]
    assert sorted(order) == sorted(TABLES)
    for name, table in TABLES.items():
        assert all(order.index(parent) < order.index(name) for parent in catalogue.required_parents(table))


def test_parents_are_told_apart_by_whether_a_row_can_do_without_them() -> None:
    request = catalogue.table("request")
    assert catalogue.required_parents(request) == ("family",)
    assert catalogue.optional_parents(request) == ("school", "district", "assessment", "involvement")
    assert "request" in catalogue.children_of("involvement")


def test_tables_that_require_each_other_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    egg = Table("egg", "An egg.", "Birds", ("hen",), (Column("hen", Kind.ID, "A hen.", True, refers_to="hen"),))
    hen = Table("hen", "A hen.", "Birds", ("egg",), (Column("egg", Kind.ID, "An egg.", True, refers_to="egg"),))
    monkeypatch.setattr(catalogue, "TABLES", {"egg": egg, "hen": hen})
    with pytest.raises(ValueError, match="egg > hen > egg"):
        catalogue.in_dependency_order()


def test_an_unknown_table_is_named_in_the_error() -> None:
    with pytest.raises(KeyError, match="no table invoice"):
        catalogue.table("invoice")


def test_duckdb_makes_every_table_with_the_declared_types() -> None:
    connection = duckdb.connect()
    for table in TABLES.values():
        connection.execute(create_table_sql(table))
        described = connection.execute(f'describe "{table.name}"').fetchall()
        assert {row[0]: row[1] for row in described} == struct_types(table)
        assert {row[0] for row in described if row[2] == "NO"} == {c.name for c in table.columns if c.required}


def test_a_table_can_be_made_under_another_name() -> None:
    assert create_table_sql(TABLES["family"], "read_family") == (
        'CREATE TABLE "read_family" (\n    "family_id" VARCHAR NOT NULL,\n    "district_code" VARCHAR\n)'
    )
