"""Eight link meeting trackers, one a district, each kept in its own way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from earlyhelp.synthetic.council_files.facts import Facts, british, text
from earlyhelp.synthetic.council_files.files import Line, Page, write_text, write_workbook
from earlyhelp.synthetic.school_year import Term, terms_between

_ABBREVIATIONS: Final = {"CE (VA)": "CofE", " School": "", "'": "", "St ": "St. ", "Community ": ""}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as a tracker records it.

    agenda  whether the standing agenda was used; None where the meeting was not held
    """

    urn: str
    school: str
    on: date
    outcome: str
    agenda: bool | None


def write_link_meetings(facts: Facts, out: Path) -> None:
    """Write the tracker of each district into a folder that exists."""
    by_district: dict[str, list[Meeting]] = {code: [] for code in TRACKERS}
    for row in facts.rows("link_meeting"):
        school, on, agenda = facts.schools[text(row, "school_urn")], row["scheduled_on"], row.get("agenda_used")
        assert isinstance(on, date)
        meeting = Meeting(
            text(school, "urn"), text(school, "name"), on, text(row, "outcome"),
            agenda if isinstance(agenda, bool) else None,
        )  # fmt: skip
        by_district[text(school, "district_code")].append(meeting)
    for district, write in TRACKERS.items():
        write(sorted(by_district[district], key=lambda each: (each.on, each.urn)), facts.as_at, out)


def written_name(name: str) -> str:
    """Return a school's name as a busy person writes it: St. Ediths Windmill Primary."""
    for long, short in _ABBREVIATIONS.items():
        name = name.replace(long, short)
    return name


def _yes_no(agenda: bool | None) -> str:
    return "" if agenda is None else "Y" if agenda else "N"


def _plain_text(meetings: Sequence[Meeting], as_at: date, out: Path) -> None:
    """Cannock Chase: plain CSV, one row a meeting, and a footer."""
    words = {
        "held": "Held", "cancelled_by_team": "Cancelled by LST", "cancelled_by_school": "Cancelled by school",
        "rearranged": "Rearranged", "pending": "Booked",
    }  # fmt: skip
    rows = [(m.urn, m.school, british(m.on), words[m.outcome], _yes_no(m.agenda)) for m in meetings]
    names = ("URN", "School", "Date of meeting", "Outcome", "Agenda used?")
    write_text(out / "Cannock link meetings.csv", [names, *rows, (), (f"{len(rows)} meetings",)])


def _titled_by_term(meetings: Sequence[Meeting], as_at: date, out: Path) -> None:
    """East Staffordshire: a workbook with a merged title, terms parted by blank rows, schools by name."""
    words = {
        "held": "Took place", "cancelled_by_team": "Cancelled - us", "cancelled_by_school": "Cancelled - them",
        "rearranged": "Moved", "pending": "To come",
    }  # fmt: skip
    lines: list[Line] = [("East Staffs link meetings 2015/16",), (f"Updated {british(as_at)}",), ()]
    lines.append(("School", "When", "What happened", "Agenda", "Notes"))
    last = None
    for meeting in meetings:
        term = _term_of(meeting.on)
        if last not in (None, term):
            lines.append(())
        last = term
        name, agenda = written_name(meeting.school), _yes_no(meeting.agenda)
        lines.append((name, meeting.on, words[meeting.outcome], agenda, None))
    write_workbook(out / "East Staffs link meetings.xlsx", [Page("Tracker", lines, merged=((0, 0, 0, 4),))])


def _two_header_rows(meetings: Sequence[Meeting], as_at: date, out: Path) -> None:
    """Lichfield: names in two rows, the upper one merged over the columns it is about."""
    words = {
        "held": "Held", "cancelled_by_team": "LST cancelled", "cancelled_by_school": "School cancelled",
        "rearranged": "Re-arranged", "pending": "Planned",
    }  # fmt: skip
    upper: Line = ("School", None, "Meeting", None, "Agenda")
    lower: Line = ("Name", "URN", "Date", "Outcome", "Used")
    rows = [(m.school, int(m.urn), m.on, words[m.outcome], _yes_no(m.agenda)) for m in meetings]
    page = Page("2015-16", [upper, lower, *rows], merged=((0, 0, 0, 1), (0, 2, 0, 3)))
    write_workbook(out / "Lichfield link meetings.xlsx", [page])


def _half_terms_across(meetings: Sequence[Meeting], as_at: date, out: Path) -> None:
    """Newcastle: a row for each school, a column for each half term with what happened and when."""
    words = {
        "held": "Held", "cancelled_by_team": "Canc LST", "cancelled_by_school": "Canc school",
        "rearranged": "Moved from", "pending": "Due",
    }  # fmt: skip
    cells: dict[tuple[str, str], list[str]] = {}
    for meeting in meetings:
        agenda = "" if meeting.agenda is None else " (agenda)" if meeting.agenda else " (no agenda)"
        cell = f"{words[meeting.outcome]} {british(meeting.on)}{agenda}"
        cells.setdefault((meeting.urn, _half_term_of(meeting.on)), []).append(cell)
    # A meeting that was moved has a second one in its half term, for which people add a column.
    most = {half: max(len(each) for (_, h), each in cells.items() if h == half) for _, half in cells}
    columns = [
        (half, place) for half in dict.fromkeys(_half_term_of(m.on) for m in meetings) for place in range(most[half])
    ]
    names = ("School name", "School URN", *(f"{half}{' again' * place}" for half, place in columns))
    rows = [
        (school, urn, *(_nth(cells.get((urn, half), []), place) for half, place in columns))
        for urn, school in {m.urn: m.school for m in meetings}.items()
    ]
    write_text(out / "Newcastle link meetings.csv", [("Newcastle Borough – link meetings",), (), names, *rows],
               encoding="utf-8-sig")  # fmt: skip


def _nth(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _semicolons(meetings: Sequence[Meeting], as_at: date, out: Path) -> None:
    """South Staffordshire: semicolons and the Windows code page, with long dashes."""
    words = {
        "held": "Meeting held", "cancelled_by_team": "Cancelled – LST", "cancelled_by_school": "Cancelled – school",
        "rearranged": "Postponed", "pending": "Scheduled",
    }  # fmt: skip
    names = ("Date", "DfE URN", "School", "Result", "Standing agenda")
    rows = [(british(m.on), m.urn, m.school, words[m.outcome], _yes_no(m.agenda)) for m in meetings]
    write_text(out / "South Staffs link meetings.csv", [names, *rows], encoding="cp1252", delimiter=";")


def _unicode_text(meetings: Sequence[Meeting], as_at: date, out: Path) -> None:
    """Stafford: what a spreadsheet calls Unicode text, tabs in UTF-16; schools by name, months by name."""
    words = {
        "held": "Yes", "cancelled_by_team": "No - LST unavailable", "cancelled_by_school": "No - school unavailable",
        "rearranged": "No - new date agreed", "pending": "Not yet due",
    }  # fmt: skip
    names = ("School", "Meeting date", "Went ahead?", "Agenda followed")
    rows = [(written_name(m.school), f"{m.on:%d %b %Y}", words[m.outcome], _yes_no(m.agenda)) for m in meetings]
    write_text(out / "Stafford link meetings.txt", [names, *rows], encoding="utf-16", delimiter="\t")


def _counted_from_1904(meetings: Sequence[Meeting], as_at: date, out: Path) -> None:
    """Staffordshire Moorlands: a workbook from an old Mac, whose days count from 1904."""
    words = {
        "held": "Done", "cancelled_by_team": "Team cancelled", "cancelled_by_school": "School cancelled",
        "rearranged": "New date", "pending": "Pending",
    }  # fmt: skip
    names = ("URN", "School", "Date", "Status", "Agenda")
    rows = [
        (m.urn, m.school, datetime(m.on.year, m.on.month, m.on.day, 9, 30), words[m.outcome], _yes_no(m.agenda))
        for m in meetings
    ]
    write_workbook(out / "Moorlands link meetings.xlsx", [Page("Link meetings", [names, *rows])], epoch=1904)


def _short_days(meetings: Sequence[Meeting], as_at: date, out: Path) -> None:
    """Tamworth: days as text with points, ticks beside words, and a line for who to ring below."""
    words = {
        "held": "Held ✓", "cancelled_by_team": "Cancelled (LST) ✗", "cancelled_by_school": "Cancelled (school) ✗",
        "rearranged": "Rearranged →", "pending": "Tbc",
    }  # fmt: skip
    names = ("School", "Urn", "Date", "Held / not held", "Agenda ✓")
    rows = [
        (m.school, m.urn, f"{m.on:%d.%m.%y}", words[m.outcome], {True: "✓", False: "no", None: ""}[m.agenda])
        for m in meetings
    ]
    lines: list[Line] = [
        ("Tamworth Borough: link meetings",),
        names,
        *rows,
        ("Total", len(rows)),
        ("Ring the office with changes",),
    ]
    write_text(out / "Tamworth link meetings.csv", lines, encoding="utf-8")


def _term_of(on: date) -> Term:
    return next(term for term in terms_between(on, on))


def _half_term_of(on: date) -> str:
    term = _term_of(on)
    half = 1 if on < term.half_term_from else 2
    return f"{term.name.capitalize()} {half} {term.academic_year}"


TRACKERS: Final[Mapping[str, Callable[[Sequence[Meeting], date, Path], None]]] = {
    "E07000192": _plain_text, "E07000193": _titled_by_term, "E07000194": _two_header_rows,
    "E07000195": _half_terms_across, "E07000196": _semicolons, "E07000197": _unicode_text,
    "E07000198": _counted_from_1904, "E07000199": _short_days,
}  # fmt: skip
"""How each district keeps its meetings, by the district's code."""
