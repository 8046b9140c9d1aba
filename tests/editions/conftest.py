"""A very small dataset, written where a test may read it: one district, two families."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

TABLES = {
    "district": "district_code,name\nE07000901,Ambridge\n",
    "family": "family_id,district_code\nF1,E07000901\nF2,E07000901\n",
    "request": (
        "request_id,family_id,received_on,kind,source_code,district_code,answered_on\n"
        "R1,F1,2016-01-11,support,2A,E07000901,2016-01-12\n"
        "R2,F1,2016-02-01,penalty_notice,2A,E07000901,\n"
        "R3,F2,2016-03-07,support,6,E07000901,\n"
        "R4,F9,2016-03-08,support,6,E07000901,\n"
    ),
    "term": "academic_year,term,starts_on,ends_on\n2015/16,spring,2016-01-04,2016-03-24\n",
}


@pytest.fixture
def ambridge(tmp_path: Path) -> Path:
    source = tmp_path / "ambridge"
    source.mkdir()
    for name, text in TABLES.items():
        (source / f"{name}.csv").write_text(text, encoding="utf-8")
    about = {
        "county_code": "E10000099", "county_name": "Borsetshire", "as_at": "2016-09-15",
        "sources": {"request": {"system": "Capita One"}},
    }  # fmt: skip
    (source / "dataset.json").write_text(json.dumps(about), encoding="utf-8")
    return source
