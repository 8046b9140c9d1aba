"""Focuses of the work: what each child, or the whole family, is worked with for, and for how long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.involvements import InvolvedChild, Involvement
from earlyhelp.synthetic.writing import Book
from earlyhelp.vocabulary.code_lists import read_code_list

RARE = 0.08  # weight of every focus of a child not weighted below; most are not named in the 2016 documents
# Further focuses of one child beside the main ones, by key stage.
OF_A_CHILD = {
    "EYFS": {"early_development": 6, "lack_of_boundaries": 7, "poor_personal_care": 3, "sleep": 3},
    "KS1": {"lack_of_boundaries": 6, "poor_emotional_health": 3, "low_self_esteem": 4, "poor_personal_care": 3,
            "at_risk_of_exclusion": 0.6},
    "KS2": {"lack_of_boundaries": 4.5, "poor_emotional_health": 3, "low_self_esteem": 5, "young_carer": 2,
            "poor_personal_care": 2, "at_risk_of_exclusion": 1.2, "risk_of_self_harm": 0.6},
    "KS3": {"lack_of_boundaries": 3, "poor_emotional_health": 2.5, "low_self_esteem": 4, "risky_behaviour": 6,
            "at_risk_of_exclusion": 2.2, "risk_of_self_harm": 2, "young_carer": 2, "risk_of_exploitation": 1.4,
            "alternative_provision": 0.6},
    "KS4": {"risky_behaviour": 8, "poor_emotional_health": 2.5, "low_self_esteem": 4, "lack_of_boundaries": 4,
            "risk_of_self_harm": 3, "risk_of_exploitation": 2.4, "at_risk_of_exclusion": 1.6,
            "alternative_provision": 1.6, "young_carer": 2},
    "KS5": {"risky_behaviour": 5, "poor_emotional_health": 5, "not_in_education_or_work": 6},
}  # fmt: skip
OF_THE_FAMILY = {
    "no_routines": 12, "chaotic_household": 9, "home_environment": 6, "basic_needs": 5,
    "parental_anxiety_or_depression": 12, "domestic_abuse": 9, "parental_substance_misuse": 5, "parenting_skills": 5,
    "parental_conflict": 3, "debt_or_low_income": 2, "risk_of_homelessness": 1.5, "family_breakdown": 1.5,
    "overcrowding": 0.6, "parents_out_of_work": 0.8, "relative_in_prison": 0.5, "parental_physical_illness": 1,
    "parental_learning_disability": 0.6, "parental_isolation": 0.8, "sibling_conflict": 0.8,
}  # fmt: skip
NEVER_BY_CHANCE = frozenset({"attendance_below_90", "disruptive_behaviour"})
CATEGORIES_OF_A_CHILD = ("attendance", "behaviour", "emotional_wellbeing", "physical_wellbeing")
OUTCOME = Weighted({"met": 58, "partly_met": 24, "not_met": 13, "not_known": 5})


@dataclass(slots=True, eq=False)
class Focus:
    focus_id: str
    involvement: Involvement
    involved: InvolvedChild | None
    code: str
    opened_on: date
    closed_on: date | None
    outcome: str | None


class FocusMaker:
    """Open the focuses of every involvement, inside its days."""

    def __init__(self, chance: Chance, as_at: date) -> None:
        self._stream = chance.stream("focuses")
        self._as_at = as_at
        self._ids = Register("X", self._stream.randrange(10**7))
        self._of_family = Weighted(OF_THE_FAMILY)
        self._of_child = {stage: Weighted(_with_rare(weights)) for stage, weights in OF_A_CHILD.items()}

    def make(self, involvements: list[Involvement]) -> list[Focus]:
        return [focus for involvement in involvements for focus in self._of(involvement)]

    def _of(self, involvement: Involvement) -> Iterator[Focus]:
        for involved in involvement.children:
            for code in self._codes(involved):
                yield self._focus(involvement, involved, code)
        for code in self._draws(self._of_family, 1.1):
            yield self._focus(involvement, None, code)

    def _codes(self, involved: InvolvedChild) -> list[str]:
        codes = dict.fromkeys(involved.main_focuses)
        often = 0.7 if codes else 1.4
        codes.update(dict.fromkeys(self._draws(self._of_child.get(involved.key_stage, self._of_child["KS5"]), often)))
        return list(codes)

    def _draws(self, weighted: Weighted[str], often: float) -> list[str]:
        number = int(often + self._stream.random())
        number += self._stream.random() < 0.25
        return list(dict.fromkeys(weighted.draw(self._stream) for _ in range(number)))

    def _focus(self, involvement: Involvement, involved: InvolvedChild | None, code: str) -> Focus:
        stream = self._stream
        last = involvement.last_day(self._as_at)
        length = (last - involvement.started_on).days
        main = involved is not None and code in involved.main_focuses
        wait = stream.randrange(8) if main or stream.random() < 0.6 else round(length * stream.random() * 0.6)
        opened = involvement.started_on + timedelta(days=min(wait, length))
        closed = self._closed(involvement, opened, last, stays=code == "attendance_below_90")
        outcome = OUTCOME.draw(stream) if closed and stream.random() < 0.93 else None
        involvement.focus_ids.append(focus_id := self._ids.next())
        return Focus(focus_id, involvement, involved, code, opened, closed, outcome)

    def _closed(self, involvement: Involvement, opened: date, last: date, *, stays: bool) -> date | None:
        """A focus closes some time before the involvement, attendance later than others; with it at the latest."""
        stream = self._stream
        days = (last - opened).days
        if involvement.ended_on is None:
            early = not stays and days > 90 and stream.random() < 0.25
            return opened + timedelta(days=round(days * stream.uniform(0.4, 0.95))) if early else None
        part = stream.uniform(0.42, 1) if stays else stream.betavariate(2, 1.5)
        return last if stream.random() < 0.15 else opened + timedelta(days=round(days * part))


def _with_rare(weights: Mapping[str, float]) -> dict[str, float]:
    """Every other focus of a child's own categories is possible, at a small weight."""
    rare = {
        entry.code: RARE
        for entry in read_code_list("focus").entries
        if entry.more["category"] in CATEGORIES_OF_A_CHILD and entry.code not in NEVER_BY_CHANCE
    }
    return {**rare, **weights}


def write_focuses(book: Book, focuses: list[Focus]) -> None:
    """Fill focus."""
    add = book.adder("focus")
    for focus in focuses:
        add({
            "focus_id": focus.focus_id, "involvement_id": focus.involvement.involvement_id,
            "person_id": focus.involved.child.person_id if focus.involved else None, "focus_code": focus.code,
            "opened_on": focus.opened_on, "closed_on": focus.closed_on, "outcome": focus.outcome,
        })  # fmt: skip


def attendance_focuses(focuses: list[Focus]) -> Iterator[tuple[InvolvedChild, Focus]]:
    """The focuses on a child's attendance below 90%, each with its child."""
    return ((f.involved, f) for f in focuses if f.involved and f.code == "attendance_below_90")
