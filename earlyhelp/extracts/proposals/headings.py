"""How like a heading is to a column of the dataset, by what councils and their systems call such a column."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Kind
from earlyhelp.extracts.proposals.words import shipped, words_of

Words = frozenset[str]

_STRANGE: Final = 0.4
_NEARLY: Final = 0.8
_LEAST_LETTERS: Final = 4
_ID: Final = frozenset({"id"})
# What these words share, columns share that have nothing to do with each other.
_LIGHT: Final = frozenset({"id", "name", "day", "code", "kind", "status", "count", "fte"})
_TITLE_OF: Final = {1: 0.8, 2: 1.6}
_TELLING: Final = 0.95
_NAMES_ANOTHER: Final = 0.75
_SET_APART: Final = (
    *("assessment", "review", "worker_absence", "consent", "step_up", "disagreement", "case_audit", "exclusion"),
    *("focus", "partner", "link_meeting", "involvement", "request"),
)

# Tables in which a column is called what it is called in another.
_CALLED_ALIKE: Final = (
    *(("identity", column, "person") for column in ("date_of_birth", "sex")),
    *(("referral_identity", column, "person") for column in ("date_of_birth", "sex")),
    *(("referral_identity", column, "identity") for column in ("forename", "surname", "postcode", "upn", "nhs_number")),
)


@cache
def known_headings() -> dict[tuple[str, str], tuple[Words, ...]]:
    """Return what a column of the dataset is usually called, as sets of standard words, by table and column."""
    known = {
        (row["table"], row["column"]): tuple(dict.fromkeys(words_of(each) for each in row["headings"].split(";")))
        for row in shipped("headings.csv")
    }
    for table, column, like in _CALLED_ALIKE:
        known[table, column] = known[like, column]
    return known


@cache
def words_of_table(table: str) -> tuple[Words, tuple[Words, ...]]:
    """Return the words that set the columns of a table apart, and what sheets of it are called."""
    row = next((row for row in shipped("table_words.csv") if row["table"] == table), None)
    if row is None:
        return frozenset(), ()
    return frozenset(row["primary"].split()), tuple(words_of(each) for each in row["titles"].split(";"))


@lru_cache(maxsize=200_000)
def likeness_to_column(heading: str, table: str, column: str, is_main: bool, among: tuple[str, ...] = ()) -> float:
    """Return how like a heading is to a column, from 0 to 1.

    is_main     whether the sheet is about this table. Its name then may be left out, in the heading or in ours: `Due`
                is the day a review is due on the sheet of reviews. Elsewhere the heading has to say it
    among       the tables that sheet may feed: what no other of them has a column for need not be said
    """
    said = words_of(heading)
    known = known_headings().get((table, column), ())
    if is_main:
        is_day = TABLES[table].column(column).kind is Kind.DATE
        lessened = [(each, _of_another(said, each, table) if is_day else 1.0) for each in known]
        return max((_likeness_in_main(said, each, table) * by for each, by in lessened), default=0.0)
    return max((_likeness_beside(said, each, table, among) for each in known), default=0.0)


def _likeness_in_main(said: Words, known: Words, table: str) -> float:
    primary, _ = words_of_table(table)
    bare_said, bare_known = said - primary, known - primary
    bare = alike(bare_said, bare_known) * 0.97 if bare_said and bare_known else 0.0
    return max(alike(said, known), bare)


def _of_another(said: Words, known: Words, table: str) -> float:
    """`Assessment finished` is a day of the assessment, wherever it stands: lessen what speaks of another table."""
    primary, _ = words_of_table(table)
    others = (said & _naming_tables()) - primary - known
    return _NAMES_ANOTHER if others else 1.0


@cache
def _naming_tables() -> Words:
    """Words that name one thing alone, and are never said of another."""
    primaries = (words_of_table(table)[0] for table in _SET_APART)
    return frozenset[str]().union(*primaries)


def _likeness_beside(said: Words, known: Words, table: str, among: tuple[str, ...]) -> float:
    primary, _ = words_of_table(table)
    named = alike(said, known | primary)
    if known == _ID or not known - primary - _ID or tables_that_say(known) & set(among) - {table}:
        return named
    return max(named, _TELLING * alike(said, known))


@cache
def tables_that_say(words: Words) -> frozenset[str]:
    """Return the tables with a column that is called by these words."""
    return frozenset(table for (table, _), known in known_headings().items() if words in known)


@lru_cache(maxsize=200_000)
def alike(said: Words, known: Words) -> float:
    """Return how much two sets of words share, rare words counting more than common ones, from 0 to 1."""
    if said == known:
        return 1.0
    shared = 2 * sum(map(_weight, said & known))
    left_said, left_known = said - known, known - said
    for word in left_said:
        near = max((_nearness(word, other) * _weight(other) for other in left_known), default=0.0)
        shared += 2 * near
    total = sum(map(_weight, said)) + sum(map(_weight, known))
    found = min(1.0, shared / total) if total else 0.0
    says_it = (
        (said & known) - _LIGHT
        or not (said | known) - _LIGHT
        or any(_nearness(a, b) for a in left_said for b in left_known)
    )
    return found if says_it else found / 2


@lru_cache(maxsize=100_000)
def _nearness(word: str, other: str) -> float:
    """How far two words may be one: shortened (`pract`), or with a slip of the pen."""
    short, long = sorted((word, other), key=len)
    if len(short) < _LEAST_LETTERS:
        return 0.0
    if long.startswith(short):
        return _NEARLY
    return _NEARLY if SequenceMatcher(None, word, other).ratio() > 0.85 else 0.0


@lru_cache(maxsize=20_000)
def _weight(word: str) -> float:
    columns = _columns_with().get(word, 0)
    return 1 / (1 + math.log(1 + columns)) if columns else _STRANGE


@cache
def _columns_with() -> Counter[str]:
    return Counter(word for known in known_headings().values() for word in frozenset[str]().union(*known))


def title_likeness(titles: Iterable[str], table: str) -> float:
    """Return how far the names of files and sheets speak of a table, from 0 to 2: the more words of it, the farther."""
    said = frozenset[str]().union(*(words_of(title) for title in titles))
    _, called = words_of_table(table)
    return max((_TITLE_OF.get(len(each), 2.0) for each in called if each <= said), default=0.0)
