"""What became of one promise, in words: its figure's verdict, what its owner says, and that it is late."""

from __future__ import annotations

from typing import Final

from earlyhelp.measures.figures import Status
from earlyhelp.publications.judgements import verdict
from earlyhelp.publications.promised import Judged, Promised, Standing
from earlyhelp.report.actions import Said, SaidOn
from earlyhelp.report.cell_notes import day_in_words
from earlyhelp.report.numbers import print_number, print_percentage
from earlyhelp.report.sentences import Name, Part, Sentence, Words
from earlyhelp.statistics.verdicts import Verdict

_MOVES: Final = {
    Verdict.UP: "the rise is more than chance would explain",
    Verdict.DOWN: "the fall is more than chance would explain",
    Verdict.NO_CLEAR_CHANGE: "there is no clear change",
}
_SAID: Final = {Said.NOT_STARTED: "Not started", Said.UNDER_WAY: "Under way"}


def outcome(told: Promised) -> Sentence:
    """Return what became of a promise: first how it stands, then why."""
    parts: list[Part] = [*_standing(told), *(_by_figure(told.judged) if told.judged else ())]
    parts += _by_owner(told)
    if told.is_overdue and told.action.due_on:
        parts.append(Name(f" Overdue since {day_in_words(told.action.due_on)}."))
    return Sentence(tuple(parts))


def _standing(told: Promised) -> tuple[Part, ...]:
    last = told.action.last_said
    if last is not None and last.said.settles:
        how = "Dropped" if told.standing is Standing.DROPPED else "Kept: called done"
        return (Name(f"{how} on {day_in_words(last.on)}{_noted(last)}."),)
    if told.standing is Standing.KEPT:
        return (Words("Kept."),)
    return (Words("Still open." if last or told.judged else "Still open, and nothing was said of it."),)


def _by_figure(of: Judged) -> tuple[Part, ...]:
    if of.now is None or not of.now.status.has_number:
        return (Words(_why_no_number(of)),)
    target = _on_target(of)
    if of.why_not_comparable:
        return (*target, Words(f" The two figures are not comparable: {of.why_not_comparable}."))
    if of.then is None:
        return (*target, Words(" No earlier card has its figure, so nothing is said of a change."))
    if not of.then.status.has_number:
        return (*target, Words(" The figure of then is not shown, so nothing is said of a change."))
    return (*target, *_moved(of))


def _why_no_number(of: Judged) -> str:
    if of.now is None:
        return " This card has no such figure."
    if of.now.status is Status.SUPPRESSED:
        return " Its figure is hidden, so that nobody can be recognised, and says nothing here."
    return " Its figure is not there yet, or was not collected."


def _on_target(of: Judged) -> tuple[Part, ...]:
    target = of.evidence.target
    if target is None or of.now is None:
        return ()
    printed = print_percentage(target) if of.now.out_of is not None else print_number(target)
    if of.has_reached is None:
        return (Words(" Too few are counted to set it against the target."),)
    said = "is reached" if of.has_reached else "is not reached"
    return (Words(" The target of "), Name(printed), Words(f" {said}."))


def _moved(of: Judged) -> tuple[Part, ...]:
    assert of.then is not None
    assert of.now is not None
    value = of.verdict
    if value is Verdict.NOT_COMPARABLE:
        return (
            Words(" The two figures are not comparable: they are not counted alike, or not over about as long a time."),
        )
    if value is None or value not in _MOVES:
        return (Words(" Too few are counted to speak of a change."),)
    words = _MOVES[value]
    told = verdict(value, f"{words[0].upper()}{words[1:]}", of.now, of.then)
    way = ""
    if value is not Verdict.NO_CLEAR_CHANGE:
        way = ", as promised" if of.has_moved_as_promised else ", the other way than was promised"
    return (Words(" "), told, Words(f"{way}."))


def _by_owner(told: Promised) -> tuple[Part, ...]:
    last = told.action.last_said
    if last is None:
        return (Words(" Whoever sees to it has said nothing."),) if told.judged else ()
    if last.said.settles:
        return ()
    return (Name(f" {_SAID[last.said]}, it was said on {day_in_words(last.on)}{_noted(last)}."),)


def _noted(said: SaidOn) -> str:
    return f": {said.note.removesuffix('.')}" if said.note else ""
