"""The twelve measures for county, districts and schools as an analyst who knows DuckDB well writes them by hand.

The code lists (`year_code`, `phase_code`, `focus_code_list`, `answer_calendar`) are tables that the analyst has too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import duckdb

Key = tuple[str, str, str, str]
Numbers = tuple[int, int | None]

PLACES: Final = ("district_code", "school_urn")


@dataclass(frozen=True, slots=True)
class Answer:
    """One measure in a query: the columns of its count and its out-of, and its breakdowns.

    count_only  columns that narrow the count and leave the out-of whole
    further     what is added to the breakdown, such as window=6
    levels      the places it is written for
    """

    measure: str
    count: str
    out_of: str = ""
    by: tuple[tuple[str, ...], ...] = ((),)
    count_only: frozenset[str] = frozenset()
    further: tuple[tuple[str, str], ...] = ()
    levels: tuple[str, ...] = ("county", "district")


@dataclass(frozen=True, slots=True)
class Query:
    """One query: `grouping_columns` in the order of its GROUPING(), the SQL, and the measures it answers.

    base        the query whose rows hold the out-of, where that is another one
    makes       a table that it and later queries start from
    """

    name: str
    grouping_columns: tuple[str, ...]
    sql: str
    answers: tuple[Answer, ...]
    base: str = ""
    makes: str = ""


BAND = """CASE WHEN {start} + INTERVAL 6 MONTH > {end} THEN 'under_6'
     WHEN {start} + INTERVAL 9 MONTH > {end} THEN '6_to_8'
     WHEN {start} + INTERVAL 12 MONTH > {end} THEN '9_to_11' ELSE '12_and_over' END"""

CHILDREN: Final = f"""
CREATE OR REPLACE TEMP TABLE analyst_children AS
SELECT row_number() OVER () AS child, i.involvement_id, ic.person_id, i.district_code, y.key_stage,
       coalesce(ic.sen_provision, 'not_known') AS sen_provision,
       i.ended_on IS NULL OR i.ended_on > DATE '2016-07-31' AS is_open,
       i.ended_on <= DATE '2016-07-31' AS has_ended,
       CASE WHEN i.ended_on <= DATE '2016-07-31' THEN {BAND.format(start="i.started_on", end="i.ended_on")} END AS band
FROM involvement i
JOIN involvement_child ic USING (involvement_id)
JOIN year_code y USING (nc_year)
WHERE i.started_on <= DATE '2016-07-31' AND (i.ended_on IS NULL OR i.ended_on >= DATE '2016-01-01') AND y.is_school_age
"""

CHILD_FOCUSES: Final = """
CREATE OR REPLACE TEMP TABLE analyst_child_focuses AS
SELECT c.child, any_value(c.district_code) AS district_code, any_value(c.key_stage) AS key_stage, f.focus_code,
       any_value(l.focus_category) AS focus_category,
       bool_or(c.is_open AND (f.closed_on IS NULL OR f.closed_on > DATE '2016-07-31')) AS is_open
FROM focus f
JOIN analyst_children c
  ON c.involvement_id = f.involvement_id AND (f.person_id IS NULL OR f.person_id = c.person_id)
JOIN focus_code_list l USING (focus_code)
WHERE f.opened_on <= DATE '2016-07-31' AND (f.closed_on IS NULL OR f.closed_on >= DATE '2016-01-01')
GROUP BY c.child, f.focus_code
"""

CATEGORY: Final = frozenset({"focus_category"})

QUERIES: Final = (
    Query(
        "requests",
        ("district_code", "school_urn", "source_code", "month", "phase"),
        """
SELECT GROUPING(district_code, school_urn, source_code, month, phase) AS g,
       district_code, school_urn, source_code, month, phase,
       count(*) AS n, count(*) FILTER (source_code = '2A') AS from_schools,
       count(*) FILTER (answer_due_on <= DATE '2016-09-15') AS due,
       count(*) FILTER (answer_due_on <= DATE '2016-09-15' AND answered_on <= answer_due_on) AS in_time
FROM (
  SELECT r.district_code, r.school_urn, r.source_code, strftime(r.received_on, '%Y-%m') AS month, r.answered_on,
         a.answer_due_on,
         CASE WHEN r.source_code = '2A' THEN CASE WHEN r.school_urn IS NULL THEN 'not_known'
              ELSE p.reporting_phase END END AS phase
  FROM request r
  LEFT JOIN school s ON s.urn = r.school_urn
  LEFT JOIN phase_code p ON p.phase = s.phase
  LEFT JOIN answer_calendar a ON a.day = r.received_on
  WHERE r.kind = 'support' AND r.received_on BETWEEN DATE '2016-01-01' AND DATE '2016-07-31'
)
GROUP BY GROUPING SETS ((), (source_code), (month), (phase),
  (district_code), (district_code, source_code), (district_code, month), (district_code, phase),
  (school_urn), (school_urn, source_code), (school_urn, month), (school_urn, phase))""",
        (
            Answer("requests", "n", by=((), ("source_code",), ("month",), ("phase",)),
                   levels=("county", "district", "school")),
            Answer("requests_from_schools", "from_schools", "n", levels=("county", "district", "school")),
            Answer("requests_answered_in_5_days", "in_time", "due"),
        ),
    ),
    Query(
        "returns",
        ("district_code",),
        """
WITH received AS (
  SELECT request_id, family_id, district_code, received_on
  FROM request
  WHERE kind = 'support' AND received_on BETWEEN DATE '2016-01-01' AND DATE '2016-07-31'
), history AS (
  SELECT r.request_id, max(i.ended_on) FILTER (i.ended_on <= r.received_on) AS ended_on,
         bool_or(i.started_on < r.received_on AND (i.ended_on IS NULL OR i.ended_on >= r.received_on)) AS is_open
  FROM received r
  JOIN involvement i USING (family_id)
  WHERE i.ended_on IS NULL OR i.ended_on >= DATE '2015-01-01'
  GROUP BY r.request_id
)
SELECT GROUPING(r.district_code) AS g, r.district_code, count(*) AS n,
       count(*) FILTER (NOT h.is_open AND h.ended_on > r.received_on - INTERVAL 6 MONTH) AS in_6,
       count(*) FILTER (NOT h.is_open AND h.ended_on > r.received_on - INTERVAL 12 MONTH) AS in_12
FROM received r LEFT JOIN history h USING (request_id)
GROUP BY GROUPING SETS ((), (r.district_code))""",
        (
            Answer("re_requests", "in_6", "n", further=(("window", "6"),)),
            Answer("re_requests", "in_12", "n", further=(("window", "12"),)),
        ),
    ),
    Query(
        "assessments",
        ("district_code", "school_urn", "key_stage", "phase"),
        """
SELECT GROUPING(district_code, school_urn, key_stage, phase) AS g, district_code, school_urn, key_stage, phase,
       count(*) AS n
FROM (
  SELECT a.district_code, a.started_by_urn AS school_urn, coalesce(y.key_stage, 'not_known') AS key_stage,
         CASE WHEN a.started_by_urn IS NULL THEN 'not_known' ELSE p.reporting_phase END AS phase
  FROM assessment a
  LEFT JOIN year_code y USING (nc_year)
  LEFT JOIN school s ON s.urn = a.started_by_urn
  LEFT JOIN phase_code p ON p.phase = s.phase
  WHERE a.started_by = 'school' AND a.started_on BETWEEN DATE '2016-01-01' AND DATE '2016-07-31'
)
GROUP BY GROUPING SETS ((), (key_stage), (phase), (district_code), (district_code, key_stage), (district_code, phase),
  (school_urn), (school_urn, key_stage), (school_urn, phase))""",
        (
            Answer("assessments_started_by_schools", "n", by=((), ("key_stage",), ("phase",)),
                   levels=("county", "district", "school")),
        ),
    ),
    Query(
        "children",
        ("district_code", "key_stage", "sen_provision", "care_status", "band"),
        """
WITH care AS (
  SELECT person_id,
         arg_min(status, CASE status WHEN 'looked_after' THEN 1 WHEN 'child_protection_plan' THEN 2 ELSE 3 END)
         AS care_status
  FROM care_status
  WHERE from_on <= DATE '2016-07-31' AND (to_on IS NULL OR to_on > DATE '2016-07-31')
  GROUP BY person_id
)
SELECT GROUPING(district_code, key_stage, sen_provision, care_status, band) AS g,
       district_code, key_stage, sen_provision, coalesce(care.care_status, 'none') AS care_status, band,
       count(*) AS n, count(*) FILTER (is_open) AS open, count(*) FILTER (has_ended) AS ended
FROM analyst_children LEFT JOIN care USING (person_id)
GROUP BY GROUPING SETS ((), (key_stage), (sen_provision), (care_status), (band), (band, key_stage), (district_code),
  (district_code, key_stage), (district_code, sen_provision), (district_code, care_status), (district_code, band),
  (district_code, band, key_stage))""",
        (
            Answer("open_children_by_sen", "open", "open", ((), ("sen_provision",)), frozenset({"sen_provision"})),
            Answer("open_children_by_care_status", "open", "open", ((), ("care_status",)), frozenset({"care_status"})),
            Answer("closure_duration", "ended", "ended", ((), ("band",), ("band", "key_stage")), frozenset({"band"})),
        ),
        makes=CHILDREN,
    ),
    Query(
        "focuses",
        ("district_code", "key_stage", "focus_code"),
        """
SELECT GROUPING(district_code, key_stage, focus_code) AS g, district_code, key_stage, focus_code, count(*) AS n
FROM analyst_child_focuses
GROUP BY GROUPING SETS ((focus_code), (focus_code, key_stage), (district_code, focus_code),
  (district_code, focus_code, key_stage))""",
        (
            Answer("children_with_focus", "n", "n", (("focus_code",), ("focus_code", "key_stage")),
                   frozenset({"focus_code"})),
        ),
        base="children",
        makes=CHILD_FOCUSES,
    ),
    Query(
        "categories",
        ("district_code", "key_stage", "focus_category"),
        """
SELECT GROUPING(district_code, key_stage, focus_category) AS g, district_code, key_stage, focus_category,
       count(*) AS n, count(*) FILTER (is_open) AS open
FROM (
  SELECT child, focus_category, any_value(district_code) AS district_code, any_value(key_stage) AS key_stage,
         bool_or(is_open) AS is_open
  FROM analyst_child_focuses GROUP BY child, focus_category
)
GROUP BY GROUPING SETS ((focus_category), (focus_category, key_stage), (district_code, focus_category),
  (district_code, focus_category, key_stage))""",
        (
            Answer("children_with_focus", "n", "n", (("focus_category",),), CATEGORY),
            Answer("open_children_by_category", "open", by=(("focus_category",), ("focus_category", "key_stage"))),
        ),
        base="children",
    ),
    Query(
        "any focus",
        ("district_code",),
        """
SELECT GROUPING(district_code) AS g, district_code, count(*) AS n, count(*) FILTER (is_open) AS open
FROM (
  SELECT any_value(district_code) AS district_code, bool_or(is_open) AS is_open
  FROM analyst_child_focuses GROUP BY child
)
GROUP BY GROUPING SETS ((), (district_code))""",
        (Answer("children_with_focus", "n", "n"), Answer("open_children_by_category", "open")),
        base="children",
    ),
    Query(
        "closed focuses",
        ("district_code", "focus_code", "band"),
        f"""
SELECT GROUPING(district_code, focus_code, band) AS g, district_code, focus_code, band, count(*) AS n
FROM (
  SELECT i.district_code, f.focus_code, {BAND.format(start="f.opened_on", end="f.closed_on")} AS band
  FROM focus f
  JOIN involvement i USING (involvement_id)
  LEFT JOIN involvement_child ic ON ic.involvement_id = f.involvement_id AND ic.person_id = f.person_id
  LEFT JOIN year_code y USING (nc_year)
  WHERE f.closed_on BETWEEN DATE '2016-01-01' AND DATE '2016-07-31' AND (f.person_id IS NULL OR y.is_school_age)
)
GROUP BY GROUPING SETS ((), (focus_code), (focus_code, band), (district_code), (district_code, focus_code),
  (district_code, focus_code, band))""",
        (Answer("focus_closure_duration", "n", "n", ((), ("band", "focus_code")), frozenset({"band"})),),
    ),
    Query(
        "referrals",
        (),
        """
WITH accepted AS (
  SELECT referral_id, received_on
  FROM referral
  WHERE accepted_on BETWEEN DATE '2016-01-01' AND DATE '2016-07-31' AND age_years BETWEEN 5 AND 16
), linked AS (
  SELECT a.referral_id, a.received_on, l.person_id
  FROM accepted a JOIN link l USING (referral_id)
  WHERE l.decision IN ('automatic', 'confirmed')
), known AS (
  SELECT referral_id
  FROM linked a
  JOIN involvement_child ic USING (person_id)
  JOIN involvement i USING (involvement_id)
  WHERE i.started_on <= a.received_on AND (i.ended_on IS NULL OR i.ended_on > a.received_on - INTERVAL 12 MONTH)
  UNION
  SELECT referral_id
  FROM linked a
  JOIN assessment e USING (person_id)
  WHERE e.started_on <= a.received_on AND e.started_on > a.received_on - INTERVAL 12 MONTH
)
SELECT 0 AS g, (SELECT count(*) FROM accepted) AS n, (SELECT count(*) FROM known) AS known""",
        (Answer("referrals_known", "known", "n", levels=("county",)),),
    ),
)  # fmt: skip

Rows = list[tuple[object, ...]]


def run(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[list[str], Rows]]:
    """Run every query; return the names of its columns and its rows."""
    results: dict[str, tuple[list[str], Rows]] = {}
    for query in QUERIES:
        if query.makes:
            connection.execute(query.makes)
        cursor = connection.execute(query.sql)
        names = [column[0] for column in cursor.description or []]
        results[query.name] = (names, cursor.fetchall())
    return results


def cells(results: dict[str, tuple[list[str], Rows]], county_code: str) -> dict[Key, Numbers]:
    """Return count and out-of by measure, level, place and breakdown, for cells with anything to count."""
    by_query = {query.name: _by_place(query, *results[query.name]) for query in QUERIES}
    found: dict[Key, Numbers] = {}
    for query in QUERIES:
        base = by_query[query.base or query.name]
        for answer in query.answers:
            found.update(_answered(answer, by_query[query.name], base, county_code))
    return found


Counted = dict[tuple[str, str, tuple[tuple[str, str], ...]], dict[str, int]]


def _by_place(query: Query, names: list[str], rows: Iterable[tuple[object, ...]]) -> Counted:
    counted: Counted = {}
    for row in rows:
        named = dict(zip(names, row, strict=True))
        bits = int(str(named["g"]))
        last = len(query.grouping_columns) - 1
        inside = [name for place, name in enumerate(query.grouping_columns) if not bits >> (last - place) & 1]
        if all(named[name] is not None for name in inside):
            level, code = "county", ""
            for place, at in (("district_code", "district"), ("school_urn", "school")):
                if place in inside:
                    level, code = at, str(named[place])
            by = tuple(sorted((name, str(named[name])) for name in inside if name not in PLACES))
            counts = {
                name: int(str(value)) for name, value in named.items() if name not in (*query.grouping_columns, "g")
            }
            counted[level, code, by] = counts
    return counted


def _answered(answer: Answer, counted: Counted, base: Counted, county_code: str) -> Iterator[tuple[Key, Numbers]]:
    wanted = {tuple(sorted(names)) for names in answer.by}
    for (level, code, by), counts in counted.items():
        if level not in answer.levels or tuple(name for name, _ in by) not in wanted:
            continue
        out_of = None
        if answer.out_of:
            narrowed = tuple(pair for pair in by if pair[0] not in answer.count_only)
            out_of = base.get((level, code, narrowed), {}).get(answer.out_of, 0)
        text = ";".join("=".join(pair) for pair in sorted([*by, *answer.further])) or "all"
        yield (answer.measure, level, code or county_code, text), (counts[answer.count], out_of)
