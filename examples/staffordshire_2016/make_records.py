"""Write the invented records: `python -m examples.staffordshire_2016.make_records [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from earlyhelp.synthetic.chance import Chance
from earlyhelp.synthetic.schools import build_districts, build_schools, write_reference
from examples.staffordshire_2016 import plan
from examples.staffordshire_2016.asking import Desk
from examples.staffordshire_2016.books import Books, write_book
from examples.staffordshire_2016.capacity import write_link_meetings, write_staffing
from examples.staffordshire_2016.case_tables import write_assessments, write_involvements, write_requests
from examples.staffordshire_2016.elsewhere import (
    give_special_needs,
    write_care_status,
    write_exclusions,
    write_referrals,
)
from examples.staffordshire_2016.focuses import FocusMaker
from examples.staffordshire_2016.households import HouseholdMaker
from examples.staffordshire_2016.voice import write_closing_forms
from examples.staffordshire_2016.work import WorkMaker

HERE = Path(__file__).parent
SCHOOLS_OF_A_COUNTY_WITH = 14_000  # requests in three years: about 400 schools


def build_books() -> Books:
    """Return the records twice, as they stood at the end of July and on 10 June; the same each time."""
    chance, books = Chance(plan.SEED), Books()
    districts = build_districts()
    schools = build_schools(districts, SCHOOLS_OF_A_COUNTY_WITH, chance, plan.AS_AT)
    for book, as_at in ((books.july, plan.AS_AT), (books.june, plan.JUNE_AS_AT)):
        write_reference(book, districts, schools, plan.COMPLETE_FROM, as_at)
    households = HouseholdMaker(districts, chance)
    work = WorkMaker(households, chance)
    work.make()
    FocusMaker(work.closed, work.open, chance).make()
    give_special_needs(work.closed, work.open, chance)
    desk = Desk(households, work, chance)
    desk.receive()
    _write_case_work(books, work, desk, chance)
    write_staffing(books)
    write_link_meetings(books, schools, chance)
    households.write(books)
    return books


def _write_case_work(books: Books, work: WorkMaker, desk: Desk, chance: Chance) -> None:
    # Referrals first: they say which involvements ended by a step up.
    write_referrals(books, work.closed, work.open, desk.assessments, chance)
    write_care_status(books, work.closed, work.open, chance)
    write_exclusions(books, work.closed, chance)
    write_requests(books, desk.requests)
    write_assessments(books, desk.assessments)
    write_involvements(books, work.involvements, chance)
    write_closing_forms(books, work.closed, chance)


def write_records(out: Path) -> dict[str, dict[str, int]]:
    """Write the folders records and records_of_june into a folder; return the rows of each of their tables."""
    books = build_books()
    return {
        "records": write_book(books.july, out / "records", plan.AS_AT),
        "records_of_june": write_book(books.june, out / "records_of_june", plan.JUNE_AS_AT),
    }


if __name__ == "__main__":
    for name, rows in write_records(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE).items():
        sys.stdout.write(f"{name}: {sum(rows.values()):,} rows in {len(rows)} tables\n")
