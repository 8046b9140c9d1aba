"""Whatever the sheets hold and the mapping says: each row is accounted for once, and what is written can be used."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from hypothesis import event, given
from hypothesis import strategies as st

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.extracts.building.account import count_rule, count_sheets
from earlyhelp.extracts.extract import Prepared
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong
from tests.extracts.building.drawn import account, make

NAMES = ("Ref", "Family", "Area", "Start", "End", "Type", "Count", "Apr-16", "May-16", "Ref", "")
CELLS = {
    "Ref": ("R1", "R2", "r1", "R3", "n/a", ""),
    "Family": ("F1", "F2", "f 1", "*", ""),
    "Area": ("Stafford", "Moorlands", "Nowhere", "Total", "", ""),
    "Start": ("2016-01-04", "2016-02-01", "25/04/2016", "03/04/2016", "soon", ""),
    "End": ("2016-01-31", "2016-03-01", "9999-12-31", "", "-"),
    "Type": ("Child", "Adult", "Test", "-", ""),
    "Count": ("0", "1", "3", "1.5", "200000", "-1", "many", ""),
    "Apr-16": ("1", "2.5", "n/a", "x", ""),
    "May-16": ("1", "0", "", ""),
    "": ("stray", ""),
}
LINES = (["Staff in post", "as at 31 May 2016"], ["Total", "", "3"], ["Printed on Monday"], ["", "-"], ["Moorlands"])

OF_SOURCE = (
    'fill_down = ["Area"]',
    'hidden_rows = "leave out"',
    'leave_out_rows = ["r1*"]',
    'missing = ["Moorlands"]',
    'unpivot = { columns = ["*-16"], name = "Month", value = "FTE" }',
    'unpivot = { columns = ["*"], name = "Month", value = "FTE", keep_empty = true }',
    'repeat = { by = "Count", number = "Form", within = ["Area"] }',
    "skip_after_header = 1",
    "header_rows = 2",
    'dates = "day/month/year"',
    'ignore = ["Type"]',
    'header_has = ["Ref [1]", "Area"]',
)
OF_TABLE = (
    'where = { "Type" = ["Child", "-"] }',
    'leave_out = { "Type" = ["Test"] }',
    'only_if_filled = ["Family"]',
    'only_in_county = "Area"',
    "adds = true",
)
IDS = ('{ from = ["Ref", "Ref [1]"] }', '{ hash = ["Ref [2]", "Area"] }', '{ from = ["Form", "Month", "Family"] }')
AREAS = ('{ from = "Area", lookup = "district" }', '{ from = "[sheet]", lookup = "district" }')
TABLES_MADE = {
    "worker": {
        "worker_id": IDS,
        "district_code": AREAS,
        "fte": ('"FTE"', '{ from = "Count", take = "sum" }', "{ value = 1 }"),
        "from_on": ('{ from = "Start", take = "earliest" }', '"Start"'),
        "to_on": ('{ from = "End", take = "latest_or_open" }', '{ from = "Month", dates = "month" }'),
    },
    "family": {"family_id": ('"Family"', '{ hash = ["Family"] }'), "district_code": (*AREAS, '{ value = "" }')},
    "person": {
        "person_id": ('{ hash = ["Ref"] }', '{ from = ["Ref [1]", "Ref"] }'),
        "role": ('{ from = "Type", values = { "Adult" = "parent_carer", "-" = "" } }', '{ value = "child" }'),
    },
    "involvement": {
        "involvement_id": ('{ spell = ["Family", "Area"] }', '{ hash = ["Family"] }', '{ from = ["Ref", "Ref [1]"] }'),
        "family_id": ('{ hash = ["Family"] }',),
        "district_code": AREAS,
        "started_on": ('"Start"',),
        "ended_on": ('"End"',),
    },
    "involvement_child": {
        "involvement_id": (
            '{ id_of = "involvement" }',
            '{ from = ["Ref", "Ref [1]"], via = { source = "a", by = "Ref", id_of = "involvement" } }',
        ),
        "person_id": (
            '{ id_of = "person" }',
            '{ from = "Family", via = { source = "b", by = "Family", column = "Ref" } }',
        ),
    },
}


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A sheet of a source, of both, or of none, with rows that are no data, hidden ones and damaged ones."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=False, min_size=0, max_size=9))
    kept = draw(st.sampled_from((list(NAMES), list(NAMES[:9]), list(NAMES[:6]), names)))
    data = st.tuples(*(st.sampled_from(CELLS[name]) for name in kept)).map(list)
    rows = [*draw(st.lists(st.sampled_from(LINES), max_size=2)), kept]
    rows += draw(st.lists(data | data | data | st.sampled_from((*LINES, kept)), min_size=3, max_size=12))
    numbers = list(range(1, len(rows) + 1))
    filled = [(number, row) for number, row in zip(numbers, rows, strict=True) if any(row)]
    some = (
        st.frozensets(st.sampled_from([number for number, _ in filled]), max_size=3) if filled else st.just(frozenset())
    )
    return Sheet(
        draw(st.sampled_from(("a.xlsx", "b.xlsx", "ab.xlsx", "ab.xlsx", "c.xlsx"))),
        draw(st.sampled_from(("Stafford", "Moorlands", "Sheet1"))),
        [number for number, _ in filled],
        [list(row) for _, row in filled],
        blank_rows=len(rows) - len(filled),
        damaged=dict.fromkeys(sorted(draw(st.just(frozenset[int]()) | some)), "cannot be read"),
        hidden_rows=draw(some),
    )


@st.composite
def mappings(draw: st.DrawFn) -> str:
    """A mapping of two sources, either of which may read what the other does."""
    lines: list[str] = []
    for source in ("a", "b"):
        lines += [f"[source.{source}]", f'files = ["*{source}*"]', *_some_keys(draw, OF_SOURCE)]
    names = draw(st.lists(st.sampled_from(sorted(TABLES_MADE)), min_size=1, max_size=4))
    # An id of the same row is only made where the involvement is.
    sources = {"involvement_child": "a"}
    made = [(name, sources.get(name) or draw(st.sampled_from("ab"))) for name in names]
    for name, source in [*made, ("involvement", "a"), ("person", "a"), ("family", "b")]:
        lines += ["[[table]]", f'name = "{name}"', f'source = "{source}"']
        lines += [*_some_keys(draw, OF_TABLE), "[table.columns]"]
        lines += [f"{column} = {draw(st.sampled_from(rules))}" for column, rules in TABLES_MADE[name].items()]
    return "\n".join(lines)


def _some_keys(draw: st.DrawFn, among: Sequence[str]) -> list[str]:
    chosen = draw(st.lists(st.sampled_from(among), max_size=3))
    return list({line.split(" =")[0]: line for line in chosen}.values())


@given(mappings(), st.lists(sheets(), min_size=1, max_size=4))
def test_every_row_is_accounted_for_once_whatever_the_mapping_says(mapping: str, given_sheets: list[Sheet]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            made = make(Path(folder), mapping, *given_sheets)
        except MappingWrong as refused:
            event(f"refused: {str(refused).rpartition(': ')[2][:40]}")
            return
        again = make(Path(folder), mapping, *given_sheets)
    event(f"{min(sum(map(len, made.built.tables.values())), 10)} rows or more")
    _sums_hold(made)
    _rows_are_fit_to_be_written(made)
    assert account(again) == account(made)
    assert again.built.tables == made.built.tables


def _sums_hold(made: Prepared) -> None:
    for rows in (rows for each in made.laid for rows in each.sources.values()):
        for each in count_sheets(rows):
            assert each.rows == each.data + each.left_out + each.refused
        told = {
            (line["file"], line["sheet"], line["row"]) for line in account(made) if line["source"] == rows.source.name
        }
        for part in rows.parts:
            sheet = part.laid_out.sheet
            assert {(sheet.file, sheet.name, str(number)) for number in sheet.numbers} <= told
    used: Counter[str] = Counter()
    for each in map(count_rule, made.built.made):
        assert each.offered == each.used + each.merged + each.refused + each.left_out
        assert min(each.used, each.merged, each.refused, each.left_out) >= 0
        used[each.table] += each.used
    written = {name: len(rows) for name, rows in made.built.tables.items() if name != "district" and rows}
    assert {name: count for name, count in used.items() if count} == written


def _rows_are_fit_to_be_written(made: Prepared) -> None:
    for name, rows in made.built.tables.items():
        declared = TABLES[name]
        keys = [tuple(row[column] for column in declared.key) for row in rows]
        assert len(set(keys)) == len(keys)
        required = [column.name for column in declared.columns if column.required]
        assert all(row[column] for row in rows for column in required)
        assert "" not in {value for row in rows for value in row.values()}
