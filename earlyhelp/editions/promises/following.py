"""Follows promises from one edition to the next: which are new, what became of the others, that none is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from earlyhelp.disclosure.cells import Release, ReleasedCell
from earlyhelp.editions.private.kept_columns import ANY_SCOPE
from earlyhelp.editions.private.sql_as_run import hash_definition
from earlyhelp.editions.promises.evidence_written import is_promised_at
from earlyhelp.editions.promises.record import Recorded
from earlyhelp.places import Place, PlaceRegister
from earlyhelp.publications.promised import Promised, ToJudge, judge_promises, promised
from earlyhelp.report.actions import Action, Evidence

ByPage = Mapping[str, tuple[Action, ...]]


@dataclass(frozen=True)
class Followed:
    """The promises of one edition.

    to_do       by key of the page: what is promised there and not settled
    told        what became of the promises of earlier cards, in the order of the file
    records     every promise, for the edition after this one
    """

    to_do: ByPage = field(default_factory=dict[str, tuple[Action, ...]])
    told: tuple[Promised, ...] = ()
    records: tuple[Recorded, ...] = ()


def as_it_stood(actions: ByPage, on: date) -> ByPage:
    """Return the file of actions as it stood on a day: nothing that was promised or said later."""
    return {page: tuple(_stood(action, on) for action in of_page if action.promised_on <= on)
            for page, of_page in actions.items()}  # fmt: skip


def check_none_missing(actions: ByPage, earlier: Mapping[str, Recorded], edition: str) -> None:
    """Raise ValueError where a promise that the earlier edition left open is no longer in the file.

    edition     how messages call the earlier edition
    """
    there = {action.id for of_page in actions.values() for action in of_page}
    missing = [each for each in earlier.values() if each.standing.is_open and each.id not in there]
    if missing:
        raise ValueError("\n".join(
            f'The edition in {edition} promised "{each.what}" ({each.id}), and the file of actions no longer has it. '
            "Put it back; if it was given up, let its last status be dropped, with the reason."
            for each in missing
        ))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Start:
    """What a promise starts from: its figure and the definition of that, and what is to be judged; or nothing."""

    figure: ReleasedCell | None = None
    definition: str = ""
    to_judge: ToJudge | None = None


@dataclass(frozen=True)
class Follower:
    """What promises are followed with.

    now         the cells released in this edition
    earlier     the promises that the edition before recorded, by id
    as_at       the last day that the records speak for
    """

    now: Release
    places: PlaceRegister
    earlier: Mapping[str, Recorded]
    as_at: date

    def follow(self, actions: ByPage) -> Followed:
        """Return what becomes of the actions of a file.

        Raises  ValueError: a promise is to be judged by a place that there is not, or by one school
        """
        listed = [(page, action) for page, of_page in actions.items() for action in of_page]
        # What was told once as kept or dropped has left.
        left = {name for name, record in self.earlier.items() if not record.standing.is_open}
        started = {action.id: self._start(action) for _, action in listed if action.id not in left}
        figures = judge_promises(start.to_judge for start in started.values() if start.to_judge)
        judged = dict(zip((name for name, start in started.items() if start.to_judge), figures, strict=True))
        became = [
            promised(page, action, judged.get(action.id), self.as_at, self._first_due_on(action))
            for page, action in listed
            if action.id not in left
        ]
        records = {each.action.id: self._record(each, started[each.action.id]) for each in became}
        return Followed(
            _to_do(became),
            # What was settled before any card could promise it is told all the same.
            tuple(each for each in became if not (self._is_new(each.action) and each.standing.is_open)),
            tuple(records.get(action.id) or self.earlier[action.id] for _, action in listed),
        )

    def _is_new(self, action: Action) -> bool:
        return action.id not in self.earlier and action.promised_on > self.as_at

    def _first_due_on(self, action: Action) -> date | None:
        before = self.earlier.get(action.id)
        return before.due_on if before else action.due_on

    def _start(self, action: Action) -> _Start:
        """The figure that a promise starts from: that of the first card that had it, else of this one."""
        evidence = action.evidence
        if evidence is None:
            return _Start()
        place, now, definition = self._figure_now(action.id, evidence)
        before = self.earlier.get(action.id)
        first = before.first_figure if before else None
        # Who judges by another figure than was recorded starts anew.
        if before is None or first is None or not _is_of(evidence, place, first):
            return _Start(now, definition, ToJudge(evidence, place, None, now, is_counted_alike=True))
        alike = before.definition == definition
        return _Start(first, before.definition, ToJudge(evidence, place, first, now, is_counted_alike=alike))

    def _record(self, each: Promised, start: _Start) -> Recorded:
        action = each.action
        return Recorded(
            action.id, action.what, self._first_due_on(action), each.standing, start.figure, start.definition
        )

    def _figure_now(self, of: str, evidence: Evidence) -> tuple[Place, ReleasedCell | None, str]:
        place = self._place(of, evidence)
        found = next((cell for cell in self.now.cells if _is_of(evidence, place, cell)), None)
        return place, found, hash_definition(evidence.measure, ANY_SCOPE)

    def _place(self, of: str, evidence: Evidence) -> Place:
        if not evidence.place:
            return self.places.county
        try:
            place = self.places.find(evidence.place)
        except ValueError as problem:
            raise ValueError(f"The action {of} is judged by a place that cannot be found. {problem}") from None
        if not is_promised_at(place.level):
            raise ValueError(f"The action {of} is judged by figures of one school. Name the county or a district.")
        return place


def _stood(action: Action, on: date) -> Action:
    return replace(action, said=tuple(said for said in action.said if said.on <= on))


def _to_do(became: Iterable[Promised]) -> ByPage:
    found: dict[str, tuple[Action, ...]] = {}
    for each in became:
        if each.standing.is_open:
            found[each.page] = (*found.get(each.page, ()), each.action)
    return found


def _is_of(evidence: Evidence, place: Place, cell: ReleasedCell) -> bool:
    wanted = (evidence.measure, place.level, place.code, evidence.breakdown)
    return (cell.measure, cell.place_level, cell.place_code, cell.breakdown) == wanted
