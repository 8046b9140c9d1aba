"""The county, its districts, its schools, and which rows lie in them."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    level: str
    code: str

    def holds(self, district_code: str | None, school_urn: str | None = None) -> bool:
        """Every row lies in the county, also one without a district."""
        if self.level == "county":
            return True
        if self.level == "district":
            return district_code == self.code
        return school_urn == self.code
