"""The yearly survey of school leaders: who was asked, who answered, what they said and what it was about."""

from __future__ import annotations

import random
from datetime import date, timedelta

from earlyhelp.synthetic.calibration import SURVEY_RESPONSE_BY_DISTRICT, SURVEY_SATISFIED
from earlyhelp.synthetic.chance import GOLDEN, Chance, Even, Weighted
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.schools import School
from earlyhelp.synthetic.writing import Book

ROLE = Weighted({"head_teacher": 50, "pastoral_lead": 17, "governor": 2, "deputy_head": 6, None: 25})
COMMENTED_ITEMS = ("q1e", "q2", "q3", "q5", "q6", "q7i", "q8g")
POSITIVE = (
    ("Our worker is quick to ring back and families trust her.", "response_time"),
    ("Attendance of two pupils has turned round since the visits began.", "impact"),
    ("Link meetings are short, regular and useful.", "link_meetings"),
    ("We are kept up to date without having to ask.", "communication"),
    ("The parenting course has made a real difference at home.", "impact"),
)
NEGATIVE = (
    ("It took three calls before anyone could tell us who had the case.", "communication"),
    ("The case was closed before anything had changed.", "closure"),
    ("Workers change too often for a family to trust them.", "staff_changes"),
    ("The form is too long for what we get back.", "paperwork"),
    ("There is nothing between what we can do and the threshold.", "thresholds"),
    ("There are simply too few of them.", "capacity"),
)
MIXED = (
    ("It depends on the worker: some are excellent, some we never hear from.", "consistency"),
    ("Better than last year, but still slow to begin.", "response_time"),
)
VALUE = (
    ("Children in school and parents who cope; count those a year later.", "outcomes"),
    ("Fewer families coming back with the same worry.", "outcomes"),
    ("One named person who knows our families.", "consistency"),
    ("Hearing how a case ended, in time to act on it.", "communication"),
)
COMMENTS = {"positive": POSITIVE, "negative": NEGATIVE, "mixed": MIXED}


def write_survey(book: Book, schools: list[School], chance: Chance, as_at: date) -> None:
    """Fill the five survey tables for the two last waves, 17 June to 17 July, closed by `as_at`."""
    stream = chance.stream("survey")
    turns = {district: Even(stream, GOLDEN) for district in SURVEY_RESPONSE_BY_DISTRICT}
    ids = Register("Q", stream.randrange(10**7))
    last = as_at.year if as_at >= date(as_at.year, 7, 17) else as_at.year - 1
    for year in (last - 1, last):
        opened, closed = date(year, 6, 17), date(year, 7, 17)
        book.adder("survey_wave")({
            "wave": str(year), "opened_on": opened, "closed_on": closed, "channel": "web form sent to schools",
        })  # fmt: skip
        for school in schools:
            if _is_open(school, opened):
                _ask(
                    book,
                    school,
                    year,
                    opened,
                    stream,
                    ids,
                    turns[school.district_code].next(),
                    improved=0.0 if year == last else -0.04,
                )


def _is_open(school: School, day: date) -> bool:
    return (school.opened_on or day) <= day and (school.closed_on is None or school.closed_on >= day)


def _ask(
    book: Book,
    school: School,
    year: int,
    opened: date,
    stream: random.Random,
    ids: Register,
    turn: float,
    *,
    improved: float,
) -> None:
    book.adder("survey_school")({
        "wave": str(year), "school_urn": school.urn, "phase": school.phase, "district_code": school.district_code,
    })  # fmt: skip
    rate = SURVEY_RESPONSE_BY_DISTRICT[school.district_code] * (1.22 if _is_secondary(school) else 0.86)
    if turn > rate:
        return
    response = ids.next()
    book.adder("survey_response")({
        "response_id": response, "wave": str(year), "school_urn": None if stream.random() < 0.02 else school.urn,
        "respondent_role": ROLE.draw(stream), "completed_on": opened + timedelta(days=stream.randint(0, 30)),
    })  # fmt: skip
    for item, (primary, secondary, unanswered) in SURVEY_SATISFIED.items():
        share = (secondary if _is_secondary(school) else primary) + improved
        answer = _answer(stream, share / (1 - unanswered), 0.1 * unanswered if _is_secondary(school) else unanswered)
        _write_answer(book, response, item, answer, stream)
    if stream.random() < 0.59:
        comment, theme = stream.choice(VALUE)
        _write_comment(book, response, "q9", None, comment, theme, "mixed")
    else:
        book.adder("survey_answer")({"response_id": response, "item": "q9", "answer": None, "comment": None})


def _is_secondary(school: School) -> bool:
    return school.phase in ("secondary", "middle_deemed_secondary", "all_through")


def _answer(stream: random.Random, satisfied: float, unanswered: float) -> str | None:
    if stream.random() < unanswered:
        return "not_applicable" if stream.random() < 0.2 else None
    turn = stream.random()
    if turn < satisfied:
        return "5" if stream.random() < 0.3 else "4"
    rest = (turn - satisfied) / (1 - satisfied) if satisfied < 1 else 0
    return "3" if rest < 0.45 else "2" if rest < 0.82 else "1"


def _write_answer(book: Book, response: str, item: str, answer: str | None, stream: random.Random) -> None:
    """An answer, with a comment now and then on the items that ask for one; its tone follows the answer."""
    if item in COMMENTED_ITEMS and answer and answer != "not_applicable" and stream.random() < 0.33:
        tone = "mixed" if answer == "3" or stream.random() < 0.15 else "positive" if answer in "45" else "negative"
        comment, theme = stream.choice(COMMENTS[tone])
        _write_comment(book, response, item, answer, comment, theme, tone)
    else:
        book.adder("survey_answer")({"response_id": response, "item": item, "answer": answer, "comment": None})


def _write_comment(
    book: Book, response: str, item: str, answer: str | None, comment: str, theme: str, tone: str
) -> None:
    book.adder("survey_answer")({"response_id": response, "item": item, "answer": answer, "comment": comment})
    book.adder("comment_theme")({"response_id": response, "item": item, "theme": theme, "tone": tone})
