"""Disagreements between a school and a team, from the practitioner upwards until settled."""

from __future__ import annotations

from datetime import date, timedelta

from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.involvements import Involvement
from earlyhelp.synthetic.writing import Book

STAGE = Weighted({"practitioner": 70, "district_lead": 24, "strategic_lead": 6})
OUTCOME = Weighted({"agreed": 55, "team_view": 22, "school_view": 15, "withdrawn": 8})
DAYS_A_STAGE = {"practitioner": 0, "district_lead": 7, "strategic_lead": 21}


def write_disagreements(book: Book, involvements: list[Involvement], chance: Chance, as_at: date) -> None:
    """Fill disagreement: some of the schools that did not agree with the end of the work take it further."""
    stream = chance.stream("disagreements")
    ids = Register("G", stream.randrange(10**7))
    add = book.adder("disagreement")
    for each in involvements:
        school = next((c.school for c in each.children if c.school and c.is_school_age), None)
        if each.school_agreed != "no" or each.ended_on is None or school is None or stream.random() > 0.4:
            continue
        raised = max(each.started_on, each.ended_on - timedelta(days=stream.randint(0, 10)))
        stage = STAGE.draw(stream)
        staged = raised + timedelta(days=DAYS_A_STAGE[stage])
        resolved = staged + timedelta(days=stream.randint(1, 20))
        if staged > as_at:
            stage, staged = "practitioner", raised
        is_resolved = resolved <= as_at and stream.random() < 0.95
        add({
            "disagreement_id": ids.next(), "involvement_id": each.involvement_id, "raised_by_urn": school.urn,
            "raised_on": raised, "stage": stage, "stage_on": staged, "resolved_on": resolved if is_resolved else None,
            "outcome": OUTCOME.draw(stream) if is_resolved else None,
        })  # fmt: skip
