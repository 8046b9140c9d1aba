"""Which tables one sheet can feed: the one it is about, and those its rows give beside: told from the declaration."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from earlyhelp.dataset.catalogue import TABLES, children_of
from earlyhelp.dataset.declare import Column, Table

Slot = tuple[str, str]
"""A column of the dataset, with its table."""

# No sheet is about these: they are made by linkage, or come along with another table.
_NEVER_MAIN: Final = frozenset({"identity", "referral_identity", "link", "comment_theme", "survey_wave"})
# What has no part in a family's case is never found in passing on a sheet about something else.
_NEVER_BESIDE: Final = frozenset({"Reference", "Voice", "Capacity and quality", "Children elsewhere"})
_OF_FAMILIES: Final = frozenset({"Families", "Case work", "Children elsewhere"})
_PERSON_FACTS: Final = ("date_of_birth", "sex")


@dataclass(frozen=True, slots=True)
class Concept:
    """One fact a column of a sheet may hold, and the columns of the dataset it then fills, the telling one first.

    is_beside   whether it belongs to a table the sheet is not about, which has to be named in the heading
    """

    name: str
    slots: tuple[Slot, ...]
    is_beside: bool = False

    @property
    def table(self) -> Table:
        """The table of the telling column."""
        return TABLES[self.slots[0][0]]

    @property
    def column(self) -> Column:
        """The telling column."""
        return self.table.column(self.slots[0][1])

    @property
    def owner(self) -> str:
        """For an id the table it identifies a row of; empty for anything else."""
        return self.name.removeprefix("id:") if self.name.startswith("id:") else ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The tables of a sheet.

    main        what it is about
    companions  come along with each row: the child named in a request, the family, the identity
    beside      may be made of further columns, where all that they need is there
    """

    main: str
    companions: tuple[str, ...]
    beside: tuple[str, ...]
    concepts: tuple[Concept, ...]


@cache
def bundles() -> tuple[Bundle, ...]:
    """Return a bundle for each table a sheet may be about."""
    return tuple(_bundle(table) for table in TABLES.values() if table.name not in _NEVER_MAIN)


def id_owner(table: Table, column: Column) -> str:
    """Return the table a row of which the column identifies; empty where it is no reference, or one to a place."""
    if column.refers_to in ("school", "district"):
        return ""
    if column.refers_to:
        return column.refers_to
    is_key = table.key == (column.name,) and table.name not in ("school", "district", "survey_wave")
    return table.name if is_key else ""


def _bundle(main: Table) -> Bundle:
    companions = _companions(main)
    beside = tuple(
        table.name
        for table in TABLES.values()
        if main.name in ("request", "involvement", "assessment")
        and table.name not in (main.name, *companions, *_NEVER_MAIN)
        and table.theme not in _NEVER_BESIDE
        and table.theme != "Families"
        and "involvement" in {main.name, table.name, *(column.refers_to for column in table.columns)}
    )
    if main.name != "involvement":
        beside = tuple(name for name in beside if name in ("involvement", "assessment", "involvement_child"))
    return Bundle(main.name, companions, beside, _concepts(main, companions, beside))


def _companions(main: Table) -> tuple[str, ...]:
    found: list[str] = []
    for name in children_of(main.name):
        key = TABLES[name].key
        if name in _NEVER_MAIN and name != "referral_identity":
            continue
        if len(main.key) == 1 and key in ((main.key[0], "person_id"), (main.key[0],), (main.key[0], "item")):
            found.append(name)
    about = (main, *(TABLES[name] for name in found))
    refers = {column.refers_to for table in about for column in table.columns} | {main.name}
    if refers & {"person", "family", "involvement"} and main.theme in _OF_FAMILIES and main.name != "referral":
        found += ["person", "identity", "family", "family_member"]
    if main.name == "survey_answer":
        found.append("survey_response")
    if main.name == "closing_answer":
        found.append("closing_form")
    return tuple(dict.fromkeys(name for name in found if name != main.name))


def _concepts(main: Table, companions: tuple[str, ...], beside: tuple[str, ...]) -> tuple[Concept, ...]:
    slots: dict[str, list[Slot]] = {}
    is_beside: dict[str, bool] = {}
    for name in (main.name, *companions, *beside):
        table = TABLES[name]
        for column in table.columns:
            if not _is_offered(table, column, main):
                continue
            concept = _name(table, column, main)
            slots.setdefault(concept, []).append((name, column.name))
            is_beside[concept] = is_beside.get(concept, True) and name in beside
    return tuple(
        Concept(name, tuple(sorted(each, key=lambda slot: _rank(slot, name, main))), is_beside[name])
        for name, each in slots.items()
    )


def _is_offered(table: Table, column: Column, main: Table) -> bool:
    if table.name == main.name:
        return True
    if table.name == "family_member":
        return column.name in ("family_id", "person_id")
    return (table.name, column.name) != ("person", "role")


def _name(table: Table, column: Column, main: Table) -> str:
    if owner := id_owner(table, column):
        return f"id:{owner}"
    if column.name == "district_code" and table.name in (main.name, "family"):
        return "district"
    if table.name in ("person", "identity") and column.name in _PERSON_FACTS:
        return f"person.{column.name}"
    return f"{table.name}.{column.name}"


def _rank(slot: Slot, concept: str, main: Table) -> int:
    """The column that identifies its own table's rows tells most about an id; else the table the sheet is about."""
    owner = concept.removeprefix("id:") if concept.startswith("id:") else main.name
    return 0 if slot[0] == owner else 1


def is_needed(table: Table, column: Column) -> bool:
    """Say whether the sheet has to fill a column: it is required, has no set value and is no id of its own."""
    told = (table.name, column.name) in CONSTANTS or (table.name, column.name) in TOLD_BY_TITLES
    return column.required and not told and table.key != (column.name,)


TOLD_BY_TITLES: Final[frozenset[Slot]] = frozenset(
    {
        ("survey_response", "wave"),
        ("survey_school", "wave"),
        ("closing_form", "respondent"),
        ("closing_offer", "respondent"),
        ("care_status", "status"),
        ("exclusion", "kind"),
        ("management_decision", "kind"),
    }
)
"""What the name of a file or sheet may say for all its rows: the year of a survey, a list of children in need."""

CONSTANTS: Final[dict[Slot, str]] = {
    ("request", "kind"): "support",
    ("person", "role"): "child",
    ("allocation", "role"): "lead",
    ("partner", "role"): "member",
}
"""What a required column holds where no column of the sheet says anything else."""
