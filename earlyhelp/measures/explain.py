"""One measure explained: its question, how it is counted, and the SQL that counts it."""

from __future__ import annotations

from dataclasses import dataclass

from earlyhelp.measures.catalogue import ROWS, tables_needed
from earlyhelp.measures.compile import compile_families, fill, kept_sql
from earlyhelp.measures.declare import Calculation, Measure
from earlyhelp.measures.focus_pair import PAIR_SQL
from earlyhelp.measures.scope import Scope
from earlyhelp.measures.survival import tally_sql

DIALECTS = ("duckdb", "postgres", "spark")

# Spark's GROUPING takes one column, of several it is GROUPING_ID; its numbering wants an order; and it may work a
# common table out twice, so that the numbers of the children must follow from their ids.
IN_SPARK = (
    ("GROUPING(", "GROUPING_ID("),
    (
        "ROW_NUMBER() OVER ()",
        "ROW_NUMBER() OVER (ORDER BY involvement_child.involvement_id, involvement_child.person_id)",
    ),
    (" AS MATERIALIZED (", " AS ("),
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One SQL statement and what it is for."""

    purpose: str
    sql: str


def facts(measure: Measure) -> list[tuple[str, str]]:
    """Return what a reader should know of a measure, as label and text."""
    by = ["total"] if measure.total else []
    by += [" x ".join(names) for names in measure.by] + [f"window={months}" for months in measure.windows]
    if measure.calculation is Calculation.SURVIVAL:
        by.append("statistic=median_months")
    told = [
        ("Question", measure.asks),
        ("How it is counted", measure.in_words),
        ("Unit", measure.unit),
        ("Cells", ", ".join(by)),
        ("Written for", ", ".join(measure.levels)),
        ("One row is", ROWS[measure.rows].one_row),
        ("Count", _count(measure)),
        ("Out of", _rows_where(measure.out_of) if measure.out_of else "no out-of: a plain count"),
        ("Missing answers", measure.missing_answers),
        ("Where nothing is counted", measure.when_empty.value if measure.is_share else "zero"),
        ("Better when", measure.direction or "neither: it describes"),
        ("Tables it needs", ", ".join(sorted(tables_needed(measure)))),
        ("Source", measure.source),
        ("Owner", measure.owner),
        ("Checked by", f"{measure.checker}; definition reviewed {measure.checked_on.isoformat()}"),
    ]
    return told


def _count(measure: Measure) -> str:
    if measure.calculation in (Calculation.SURVIVAL, Calculation.STILL_OPEN):
        return "no count: the value is worked out from all rows together"
    return _rows_where(measure.counts)


def _rows_where(predicate: str) -> str:
    return "every row" if predicate == "TRUE" else predicate


def statements(measure: Measure, scope: Scope) -> list[Statement]:
    """Return the SQL of one measure for a scope, in the order in which it runs, in DuckDB's words."""
    written: list[Statement] = []
    families = compile_families([measure], scope)
    kept = {"children"} if measure.calculation is Calculation.PAIR else set[str]()
    kept |= {name for name in (measure.rows, *measure.rows_by.values()) if ROWS[name].kept}
    for name in sorted(kept):
        written.append(Statement(f"The rows it starts from: {ROWS[name].one_row}.", kept_sql(ROWS[name], scope)))
    if measure.calculation is Calculation.PAIR:
        written.append(Statement("Children with both of the two commonest focuses, by district.", PAIR_SQL))
    elif measure.calculation in (Calculation.SURVIVAL, Calculation.STILL_OPEN):
        written.append(Statement("Involvements entering, leaving and ending, by days since start.", tally_sql(scope)))
    elif measure.calculation is Calculation.STAFFING:
        rows = ROWS[measure.rows]
        written.append(Statement(f"Each row is {rows.one_row}.", fill(rows.sql, scope).strip()))
    for family in families.values():
        columns = [
            f"n{place} counts {'every row' if predicate == 'TRUE' else f'rows where {predicate}'}"
            for predicate, place in family.aggregates.items()
        ]
        written.append(Statement(f"{'; '.join(columns)}.", family.sql(scope)))
    return written


def translate(sql: str, dialect: str) -> str:
    """Return DuckDB SQL in the words of another engine.

    dialect     one of DIALECTS
    Raises      ValueError: no such dialect
    """
    if dialect not in DIALECTS:
        raise ValueError(f'There is no SQL dialect "{dialect}" here; choose one of {", ".join(DIALECTS)}.')
    if dialect == "duckdb":
        return sql
    import sqlglot  # slow to import, and only a translation needs it

    if dialect == "postgres":
        sql = sql.replace("CREATE OR REPLACE", "CREATE")  # it replaces no table
    translated = sqlglot.transpile(sql, read="duckdb", write=dialect, pretty=True)[0]
    if dialect == "spark":
        for ours, theirs in IN_SPARK:
            translated = translated.replace(ours, theirs)
    return translated
