"""The twelve measures for one place in pandas, as an analyst of a council writes them; runs in .venv-bench.

`python in_pandas.py FOLDER CELLS.json`: reads the columns it needs from the Parquet files, writes count and out-of by
measure and breakdown, prints seconds and peak memory as JSON. It shares no code with the product but its code lists.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

FIRST, LAST, AS_AT = pd.Timestamp("2016-01-01"), pd.Timestamp("2016-07-31"), pd.Timestamp("2016-09-15")
BANDS = ((6, "under_6"), (9, "6_to_8"), (12, "9_to_11"))
CARE_RANK = {"looked_after": 1, "child_protection_plan": 2, "child_in_need": 3}
CODES = Path(__file__).resolve().parent.parent / "earlyhelp" / "vocabulary"

Cells = dict[str, list[int | None]]


def read(folder: Path, table: str, columns: str) -> pd.DataFrame:
    """Read some columns of a table, its days as timestamps."""
    frame = pd.read_parquet(folder / f"{table}.parquet", columns=columns.split())
    for name in frame.columns:
        if name.endswith("_on"):
            frame[name] = pd.to_datetime(frame[name])
    return frame


def code_list(name: str) -> pd.DataFrame:
    return pd.read_csv(CODES / "codes" / f"{name}.csv", dtype=str)


def band(starts: pd.Series, ends: pd.Series) -> np.ndarray:
    """Return the duration band between two days in whole calendar months."""
    conditions = [starts + pd.DateOffset(months=months) > ends for months, _ in BANDS]
    return np.select(conditions, [name for _, name in BANDS], "12_and_over")


def put(cells: Cells, measure: str, counts: pd.Series, out_of: object = None, **further: str) -> None:
    """Add a cell for each group of a count; the out-of is one number, or a series by the last part of the key."""
    names = [str(name) for name in counts.index.names]
    for key, count in counts.items():
        values = key if isinstance(key, tuple) else (key,)
        pairs = sorted([*zip(names, map(str, values), strict=True), *further.items()])
        base = out_of.get(values[-1], 0) if isinstance(out_of, pd.Series) else out_of
        if count or base:
            text = ";".join("=".join(pair) for pair in pairs)
            cells[f"{measure} {text}"] = [int(count), None if base is None else int(base)]


def put_total(cells: Cells, measure: str, count: int, out_of: int | None = None, breakdown: str = "all") -> None:
    cells[f"{measure} {breakdown}"] = [int(count), None if out_of is None else int(out_of)]


def request_cells(cells: Cells, folder: Path, phase_of_school: pd.Series, involvement: pd.DataFrame) -> None:
    request = read(folder, "request", "request_id family_id received_on kind source_code school_urn answered_on")
    request = request[(request.kind == "support") & request.received_on.between(FIRST, LAST)]
    from_schools = request.source_code == "2A"
    put_total(cells, "requests", len(request))
    put(cells, "requests", request.groupby("source_code").size())
    put(cells, "requests", request.received_on.dt.strftime("%Y-%m").value_counts().rename_axis("month"))
    phase = request.school_urn[from_schools].map(phase_of_school).fillna("not_known")
    put(cells, "requests", phase.value_counts().rename_axis("phase"))
    put_total(cells, "requests_from_schools", from_schools.sum(), len(request))

    holidays = pd.read_csv(CODES / "bank_holidays.csv").iloc[:, 0].to_numpy("datetime64[D]")
    received = request.received_on.to_numpy("datetime64[D]")
    due = np.busday_offset(received, 0, roll="backward", holidays=holidays)
    due = pd.Series(np.busday_offset(due, 5, holidays=holidays), index=request.index).astype("datetime64[ns]")
    is_due = due <= AS_AT
    put_total(cells, "requests_answered_in_5_days", ((request.answered_on <= due) & is_due).sum(), is_due.sum())

    recent = involvement[involvement.ended_on.isna() | (involvement.ended_on >= FIRST - pd.DateOffset(months=12))]
    history = request[["request_id", "family_id", "received_on"]].merge(recent, on="family_id")
    before = history.received_on - pd.Timedelta(days=1)
    history["is_open"] = (history.started_on <= before) & (history.ended_on.isna() | (history.ended_on > before))
    history["ended_before"] = history.ended_on.where(history.ended_on <= history.received_on)
    known = history.groupby("request_id").agg(
        is_open=("is_open", "any"), ended_on=("ended_before", "max"), received_on=("received_on", "first")
    )
    for months in (6, 12):
        returned = ~known.is_open & (known.ended_on > known.received_on - pd.DateOffset(months=months))
        put_total(cells, "re_requests", returned.sum(), len(request), f"window={months}")


def assessment_cells(cells: Cells, folder: Path, phase_of_school: pd.Series, key_stage: pd.Series) -> pd.DataFrame:
    assessment = read(folder, "assessment", "person_id nc_year started_on started_by started_by_urn")
    started = assessment[(assessment.started_by == "school") & assessment.started_on.between(FIRST, LAST)]
    put_total(cells, "assessments_started_by_schools", len(started))
    for name, values in (
        ("key_stage", started.nc_year.map(key_stage)),
        ("phase", started.started_by_urn.map(phase_of_school)),
    ):
        counts = values.fillna("not_known").value_counts().rename_axis(name)
        put(cells, "assessments_started_by_schools", counts)
    return assessment[["person_id", "started_on"]]


def children_of(folder: Path, involvement: pd.DataFrame, involved: pd.DataFrame, key_stage: pd.Series) -> pd.DataFrame:
    """Return the children of school age of involvements active in the period."""
    active = involvement[
        (involvement.started_on <= LAST) & (involvement.ended_on.isna() | (involvement.ended_on >= FIRST))
    ]
    children = involved[involved.is_school_age].merge(active, on="involvement_id")
    children["child"] = np.arange(len(children))
    children["is_open"] = children.ended_on.isna() | (children.ended_on > LAST)
    children["key_stage"] = children.nc_year.map(key_stage)
    care = read(folder, "care_status", "person_id status from_on to_on")
    care = care[(care.from_on <= LAST) & (care.to_on.isna() | (care.to_on > LAST))]
    first = care.assign(rank=care.status.map(CARE_RANK)).sort_values("rank").drop_duplicates("person_id")
    children["care_status"] = children.person_id.map(first.set_index("person_id").status).fillna("none")
    children["sen_provision"] = children.sen_provision.fillna("not_known")
    return children


def children_cells(cells: Cells, children: pd.DataFrame) -> None:
    opened = children[children.is_open]
    for name in ("care_status", "sen_provision"):
        measure = "open_children_by_care_status" if name == "care_status" else "open_children_by_sen"
        put_total(cells, measure, len(opened), len(opened))
        put(cells, measure, opened.groupby(name).size(), len(opened))
    closed = children[children.ended_on <= LAST]
    closed = closed.assign(band=band(closed.started_on, closed.ended_on))
    put_total(cells, "closure_duration", len(closed), len(closed))
    put(cells, "closure_duration", closed.groupby("band").size(), len(closed))
    by_stage = closed.groupby("key_stage").size()
    put(cells, "closure_duration", closed.groupby(["band", "key_stage"]).size(), by_stage)


def focus_cells(cells: Cells, children: pd.DataFrame, focus: pd.DataFrame) -> None:
    category = code_list("focus").set_index("code").category
    active = focus[(focus.opened_on <= LAST) & (focus.closed_on.isna() | (focus.closed_on >= FIRST))]
    keys = children[["involvement_id", "person_id", "child", "key_stage", "is_open"]]
    own = active[active.person_id.notna()].merge(keys, on=["involvement_id", "person_id"])
    shared = active[active.person_id.isna()].drop(columns="person_id").merge(keys, on="involvement_id")
    of_child = pd.concat([own, shared])[["child", "key_stage", "focus_code", "closed_on", "is_open"]]
    of_child["focus_category"] = of_child.focus_code.map(category)
    of_child["is_open"] &= of_child.closed_on.isna() | (of_child.closed_on > LAST)

    by_stage = children.groupby("key_stage").size()
    put_total(cells, "children_with_focus", of_child.child.nunique(), len(children))
    once = of_child.drop_duplicates(["child", "focus_code"])
    put(cells, "children_with_focus", once.groupby("focus_code").size(), len(children))
    put(cells, "children_with_focus", once.groupby(["focus_code", "key_stage"]).size(), by_stage)
    once = of_child.drop_duplicates(["child", "focus_category"])
    put(cells, "children_with_focus", once.groupby("focus_category").size(), len(children))

    opened = of_child[of_child.is_open]
    put_total(cells, "open_children_by_category", opened.child.nunique())
    once = opened.drop_duplicates(["child", "focus_category"])
    put(cells, "open_children_by_category", once.groupby("focus_category").size())
    put(cells, "open_children_by_category", once.groupby(["focus_category", "key_stage"]).size())


def closed_focus_cells(cells: Cells, focus: pd.DataFrame, involved: pd.DataFrame) -> None:
    closed = focus[focus.closed_on.between(FIRST, LAST)]
    own = closed[closed.person_id.notna()].merge(
        involved[involved.is_school_age][["involvement_id", "person_id"]], on=["involvement_id", "person_id"]
    )
    closed = pd.concat([closed[closed.person_id.isna()], own])
    closed = closed.assign(band=band(closed.opened_on, closed.closed_on))
    put_total(cells, "focus_closure_duration", len(closed), len(closed))
    by_code = closed.groupby("focus_code").size()
    put(cells, "focus_closure_duration", closed.groupby(["band", "focus_code"]).size(), by_code)


def referral_cells(
    cells: Cells, folder: Path, involvement: pd.DataFrame, involved: pd.DataFrame, assessment: pd.DataFrame
) -> None:
    referral = read(folder, "referral", "referral_id received_on accepted_on age_years")
    accepted = referral[referral.accepted_on.between(FIRST, LAST) & referral.age_years.between(5, 16)]
    link = read(folder, "link", "referral_id person_id decision")
    linked = accepted[["referral_id", "received_on"]].merge(
        link[link.decision.isin(["automatic", "confirmed"])][["referral_id", "person_id"]], on="referral_id"
    )
    with_case = linked.merge(involved[["involvement_id", "person_id"]], on="person_id").merge(
        involvement[["involvement_id", "started_on", "ended_on"]], on="involvement_id"
    )
    year_before = with_case.received_on - pd.DateOffset(months=12)
    with_case = with_case[
        (with_case.started_on <= with_case.received_on)
        & (with_case.ended_on.isna() | (with_case.ended_on > year_before))
    ]
    assessed = linked.merge(assessment, on="person_id")
    year_before = assessed.received_on - pd.DateOffset(months=12)
    assessed = assessed[(assessed.started_on > year_before) & (assessed.started_on <= assessed.received_on)]
    known = pd.concat([with_case.referral_id, assessed.referral_id]).nunique()
    put_total(cells, "referrals_known", known, len(accepted))


def calculate(folder: Path) -> Cells:
    """Return every cell of the twelve measures with something to count."""
    cells: Cells = {}
    years = code_list("nc_year").set_index("code")
    key_stage = years.key_stage
    school_age = years.index[years.is_school_age.str.lower() == "true"]
    phases = code_list("phase").set_index("code").reporting_phase
    phase_of_school = read(folder, "school", "urn phase").set_index("urn").phase.map(phases)
    involvement = read(folder, "involvement", "involvement_id family_id started_on ended_on")
    involved = read(folder, "involvement_child", "involvement_id person_id nc_year sen_provision")
    involved["is_school_age"] = involved.nc_year.isin(school_age)

    request_cells(cells, folder, phase_of_school, involvement)
    assessment = assessment_cells(cells, folder, phase_of_school, key_stage)
    children = children_of(folder, involvement, involved, key_stage)
    children_cells(cells, children)
    focus = read(folder, "focus", "involvement_id person_id focus_code opened_on closed_on")
    focus_cells(cells, children, focus)
    closed_focus_cells(cells, focus, involved)
    referral_cells(cells, folder, involvement, involved, assessment)
    return cells


def main() -> None:
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    start = time.perf_counter(), time.process_time()
    cells = calculate(folder)
    seconds, processor = time.perf_counter() - start[0], time.process_time() - start[1]
    out.write_text(json.dumps(cells))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"seconds": [seconds], "processor": [processor], "peak_mib": peak}) + "\n")


if __name__ == "__main__":
    main()
