"""Rule 12: dates exist, come in order, fit their tense, and last as long as is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.periods import Day, Period, find_days, find_periods
from earlyhelp.claims.language.text import Read, Text

_PAST: Final = (
    r"\b(?:since|was|were|agreed|met|recall|took place|held|approved|reported|considered|"
    r"noted|decided|published|closed|ended|began|started|received|ran|opened|launched|gave|"
    r"had|has been|have been|last|showed|rose|fell|saw|came|went|[a-z]{3,}ed)\b"
)
_FUTURE: Final = (
    r"\b(?:will|is due|are due|is to|are to|due to be|planned for|plan to|intend(?:s|ed)? to|"
    r"next|forthcoming|upcoming|is scheduled|are scheduled|shall)\b"
)
_WRITTEN_BEFORE: Final = timedelta(days=31)
_FIRST_LINES: Final = 4
_SPAN: Final = re.compile(
    (
        r"\b(?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|"
        r"\d{1,2})[ -](?P<unit>months?|school years?|academic years?|financial years?|years?|"
        r"quarters?|weeks?)\b"
        r"|\b(?P<half>half[- ](?:a )?year)\b|\b(?P<quarter>(?:first |second |third |last |final |"
        r"fourth )?quarter(?: [1-4])?\b|Q[1-4]\b)"
    ),
    re.IGNORECASE,
)
_WORDS: Final = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"eighteen": 18}
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag 31 June, a meeting after the paper that recalls it, "in the six months January to July"."""
    for text in texts:
        published = _date_of(text)
        for read in text.prose:
            days = find_days(read.text)
            yield from _impossible(read, days)
            yield from _in_order(read)
            yield from _lengths(read)
            if published and read is not published[0]:
                yield from _tense(read, days, published[1])


def _date_of(text: Text) -> tuple[Read, date] | None:
    """The date of the paper: a full date in a short line at its head."""
    for read in text.prose[:_FIRST_LINES]:
        days = [each for each in find_days(read.text) if each.day and each.year and each.exists]
        is_line = read.sentence.kind == "heading" or (len(read.text) < 110 and not read.text.rstrip().endswith("."))
        if (
            len(days) == 1
            and is_line
            and not find_periods(read.text)
            and days[0].first
            and not read.has(r"\b(?:from|to|until|since|between|as at)\b \d")
        ):
            return read, days[0].first
    return None


def _impossible(read: Read, days: Sequence[Day]) -> Iterator[Finding]:
    for each in days:
        if not each.exists:
            yield flag(read, each.text, __name__, f"There is no {each.text}.", "a day of the calendar")
        elif each.weekday is not None and each.day and each.first and each.first.weekday() != each.weekday:
            true = _WEEKDAYS[each.first.weekday()]
            yield flag(read, each.text, __name__, f"{each.first.day} {each.text.split(' ', 2)[-1]} was a {true}.", true)


def _in_order(read: Read) -> Iterator[Finding]:
    for period in find_periods(read.text):
        if (
            period.first
            and period.last
            and period.first.year
            and period.last.year
            and period.first.first
            and period.last.last
        ) and period.first.first > period.last.last:
            yield flag(
                read, period.text, __name__, f"{period.text}: it ends before it begins.", "the earlier date first"
            )


def _lengths(read: Read) -> Iterator[Finding]:
    """A number of months, quarters or years and, right beside it, the two ends of that stretch."""
    ends = [each for each in find_periods(read.text) if each.first and each.last]
    if len(ends) != 1:
        return
    period = ends[0]
    for found in _SPAN.finditer(read.text):
        between = read.text[found.end() : period.start] if found.end() <= period.start else None
        is_length = (
            between is not None
            and bool(
                re.fullmatch(
                    (
                        r" [a-z ]{3,30}\b(?:ran|runs|lasted|took place|took|was held|went on|is|was|opened on|"
                        r"opened|began on)(?: from| between)? ?"
                    ),
                    between,
                )
            )
            and "-" in found[0]
        )
        if (
            between is None
            or len(between) > 45
            or (
                not is_length
                and not re.fullmatch(
                    (
                        r"(?:,|:)? ?(?:of the (?:(?:financial|school|calendar) )?year )?(?:\()?(?:of |from |"
                        r"between |in |was |is |are |i\.e\. )*(?:the )?(?:\()?"
                    ),
                    between,
                )
            )
        ):
            continue
        if _is_wrong_in_weeks(found, period):
            yield flag(read, found[0], __name__, f"{period.text} is not {found[0]}.", "the weeks counted again")
            continue
        wanted = _months(found)
        first, last = period.first, period.last
        has_days = bool(first and first.day) or bool(last and last.day)
        room = 0.6 if has_days else 0.0
        is_school = bool(re.search(r"school|academic", found["unit"] or "", re.IGNORECASE))
        if (
            wanted
            and abs(period.months - wanted) > room
            and not (is_school and 0 <= wanted - period.months <= 2.5)
            and not _counts_points(period.months, wanted, read)
        ):
            why = f"{period.text} is {period.months:g} months, not {found[0]}."
            yield flag(read, found[0], __name__, why, f"{period.months:g} months")


def _is_wrong_in_weeks(found: re.Match[str], period: Period) -> bool:
    first, last = period.first, period.last
    if not (found["unit"] or "").casefold().startswith("week") or not (
        first and last and first.day and last.day and last.last
    ):
        return False
    begin = date(first.year or last.last.year, first.month, first.day) if first.exists else last.last
    number = found["number"].casefold()
    weeks = int(number) if number.isdigit() else _WORDS[number]
    return abs((last.last - begin).days / 7 - weeks) > 1


def _counts_points(months: float, wanted: float, read: Read) -> bool:
    """Whether the span runs to the same month of another year: "twelve months from May 2015 to May 2016"."""
    return months - wanted == 1 and wanted % 12 == 0


def _months(found: re.Match[str]) -> float:
    if found["half"]:
        return 6
    if found["quarter"]:
        return 3
    number = found["number"].casefold()
    amount = int(number) if number.isdigit() else _WORDS[number]
    unit = found["unit"].casefold()
    if unit.startswith("week"):
        return 0
    return amount * (1 if unit.startswith("month") else 3 if unit.startswith("quarter") else 12)


def _tense(read: Read, days: Sequence[Day], published: date) -> Iterator[Finding]:
    for each in days:
        if not each.first or not each.last:
            continue
        clause = _clause(read.text, each)
        said = _nearest(clause, each.text)
        if (
            each.first > published
            and said == "past"
            and not re.search(
                r"\b(?:until|to|by|before|up to|for|due|ends?)\s(?:the )?(?:end of |meeting of |\d{1,2} )*$",
                read.text[: each.start],
            )
        ):
            yield flag(
                read,
                each.text,
                __name__,
                f"{each.text} lies after the date of the paper, {_told(published)}, and is told as past.",
                "an earlier date",
            )
        elif (
            each.last + _WRITTEN_BEFORE < published
            and said == "future"
            and not re.search(
                r"\b(?:since|was|were|had|from|after|as at|of)\b[^,;]{0,30}$",
                clause[: max(0, clause.find(each.text))].replace("of the", ""),
            )
        ):
            yield flag(
                read,
                each.text,
                __name__,
                f"{each.text} lies before the date of the paper, {_told(published)}, and is told as to come.",
                "a later date, or the past tense",
            )


def _nearest(clause: str, day: str) -> str:
    """The tense of the last verb before a date, or of the first after it."""
    place = clause.find(day)
    before, after = clause[:place], clause[place + len(day) :]
    past, future = (
        max((found.start() for found in re.finditer(each, before)), default=-1) for each in (_PAST, _FUTURE)
    )
    if past < 0 and future < 0:
        return (
            "past"
            if re.search(_PAST, after) and not re.search(_FUTURE, after)
            else "future"
            if re.search(_FUTURE, after)
            else ""
        )
    return "past" if past > future else "future"


def _clause(text: str, day: Day) -> str:
    begin = max(
        text.rfind(";", 0, day.start), text.rfind(" but ", 0, day.start), text.rfind(" and results", 0, day.start), 0
    )
    end = min(
        place
        for place in (text.find(";", day.end), text.find(", and ", day.end), text.find(" and ", day.end), len(text))
        if place >= 0
    )
    return text[begin:end]


def _told(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
