"""Words that claim something of figures: that they moved, are the most, are the highest. Each needs its judgement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from earlyhelp.disclosure.derived import DerivedCell, DerivedKind
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.report.commentary.declared_names import names_in
from earlyhelp.report.commentary.faults import Fault
from earlyhelp.report.commentary.pieces import SOMETHING_BOUND, Binding, Typed, Written
from earlyhelp.statistics.verdicts import Verdict

UP, DOWN, STEADY = Verdict.UP.value, Verdict.DOWN.value, Verdict.NO_CLEAR_CHANGE.value
MOVED, BETTER, WORSE = "moved", "better", "worse"


@dataclass(frozen=True, slots=True)
class Claim:
    """Words of one kind.

    kinds       the judgements that may back them
    value       what the verdict must say, empty where any will do
    advice      what to write
    """

    words: re.Pattern[str]
    kinds: frozenset[DerivedKind]
    value: str
    advice: str


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_VERDICT: Final = frozenset({DerivedKind.VERDICT})
_MOST: Final = frozenset({DerivedKind.RANK, DerivedKind.MAJORITY})
_BIND_A_VERDICT: Final = (
    "bind a verdict in the same sentence, such as {{ requests | rose or fell }} or {{ requests | verdict }}"
)
_BIND_A_RANK: Final = "bind a rank or a majority in the same sentence, such as {{ requests by source_code | largest }}"
COMPARATIVES: Final = Claim(
    _words(r"more|fewer|less|higher|lower|better|worse|longer|shorter|quicker|faster|slower|larger|smaller|greater"
           r"|sooner|oftener"), frozenset(DerivedKind), "", _BIND_A_VERDICT,
)  # fmt: skip
CLAIMS: Final = (
    Claim(_words(r"rose|rises?|risen|rising|increas(?:e|ed|es|ing)|grew|grow(?:s|n|ing|th)?|climb(?:ed|s|ing)?"
                 r"|went up|gone up|surg(?:ed?|es|ing)|jump(?:ed|s)"), _VERDICT, UP, _BIND_A_VERDICT),
    Claim(_words(r"(?:fell|falls?|fallen|falling)(?! due)|decreas(?:e|ed|es|ing)|declin(?:e|ed|es|ing)"
                 r"|drop(?:ped|s|ping)?|went down|gone down|reduc(?:ed|es|ing|tion|tions)|shrank|shrunk|plummeted"),
          _VERDICT, DOWN, _BIND_A_VERDICT),
    Claim(_words(r"unchanged|steady|steadily|stable|remained the same|stayed the same|levelled off"),
          _VERDICT, STEADY, _BIND_A_VERDICT),
    Claim(_words(r"improv(?:e|ed|es|ing|ement|ements)"), _VERDICT, BETTER, _BIND_A_VERDICT),
    Claim(_words(r"worsen(?:ed|s|ing)?|deteriorat(?:e|ed|es|ing|ion)"), _VERDICT, WORSE, _BIND_A_VERDICT),
    Claim(_words(r"significant(?:ly)?|marked(?:ly)?|notabl[ey]|dramatic(?:ally)?|substantial(?:ly)?|trends?"),
          _VERDICT, MOVED, _BIND_A_VERDICT),
    COMPARATIVES,
    Claim(_words(r"majority|minority|mostly|mainly|predominantly|chiefly"), _MOST, "", _BIND_A_RANK),
    Claim(_words(r"(?<!at )most(?! (?:of all|importantly))|highest|lowest|largest|smallest|greatest|biggest|commonest"
                 r"|fewest|(?<!at )least|outnumber(?:ed|s)?"), _MOST, "", _BIND_A_RANK),
)  # fmt: skip
# "More" claims something of figures where it is set beside something else.
_COMPARES: Final = re.compile(r"\bthan\b(?!\s+chance)", re.IGNORECASE)
# How far two shares lie apart says nothing of which is the larger.
_SIDE: Final = (
    "more|fewer|less|higher|lower|above|below|over|under|up|down|better|worse|greater|smaller|larger|shorter|longer"
)
_SIDE_BEHIND: Final = re.compile(rf"\s+(?:{_SIDE})\b", re.IGNORECASE)
_SIDE_BEFORE: Final = re.compile(rf"\b(?:{_SIDE})(?:\s+by)?\s+$", re.IGNORECASE)
_NOT: Final = re.compile(r"(?:\b(?:not|no|nor|never|neither|hardly|without)|n['’]t)(?:\s+\w+){0,2}\s*$", re.IGNORECASE)


def unbacked_claims(written: Written, kinds: Sequence[DerivedKind], own_names: Sequence[str]) -> Iterator[Fault]:
    """Yield a fault for each claim of a sentence that none of the judgements bound in it can back."""
    for claim, said in _said(written, own_names):
        if not claim.kinds.intersection(kinds):
            yield Fault(written.line_of(said.start()), f'says "{said[0]}", which is a figure in words: {claim.advice}')


def sides_of_points(written: Written) -> Iterator[Fault]:
    """Yield a fault where somebody typed on which side of a year earlier percentage points lie."""
    bound = (piece for piece in written.pieces if not isinstance(piece, Typed))
    places = re.finditer(SOMETHING_BOUND, written.typed)
    for piece, place in zip(bound, places, strict=False):
        if isinstance(piece, Binding) and piece.saying == "percentage points":
            before, behind = written.typed[: place.start()], written.typed[place.end() :]
            if said := _SIDE_BEHIND.match(behind) or _SIDE_BEFORE.search(before):
                word = said[0].split()[0]
                advice = f"write {{{{ {piece.source.partition('|')[0].strip()} | change from a year earlier }}}}"
                yield Fault(piece.line, f'says "{word}" beside percentage points, which have no side: {advice}')


def contradicted_claims(written: Written, judged: Sequence[DerivedCell], own_names: Sequence[str]) -> Iterator[Fault]:
    """Yield a fault for each claim of a movement that no verdict bound in the sentence agrees with."""
    verdicts = [derived for derived in judged if derived.kind is DerivedKind.VERDICT]
    senses = {sense for verdict in verdicts for sense in _senses(verdict)}
    for claim, said in _said(written, own_names):
        is_denied = bool(_NOT.search(written.typed[: said.start()]))
        if claim.value and verdicts and (claim.value in senses) is is_denied:
            told = ", ".join(sorted({verdict.value.replace("_", " ") for verdict in verdicts}))
            yield Fault(written.line_of(said.start()), f'says "{said[0]}", but the verdict is: {told}')


def _senses(verdict: DerivedCell) -> Iterator[str]:
    """Yield what may be said of a verdict: which way, that it moved, and whether that is better or worse."""
    yield verdict.value
    if verdict.value in (UP, DOWN):
        yield MOVED
        directions = {CATALOGUE[cell.measure].direction for cell in verdict.cells} - {None, ""}
        for direction in directions:
            yield BETTER if (direction == "higher") == (verdict.value == UP) else WORSE


def _said(written: Written, own_names: Sequence[str]) -> Iterator[tuple[Claim, re.Match[str]]]:
    typed = written.typed
    named = names_in(typed, own_names)
    for claim in CLAIMS:
        for said in claim.words.finditer(typed):
            is_name = any(name.start <= said.start() < name.end for name in named)
            if not is_name and (claim is not COMPARATIVES or _COMPARES.search(typed, said.end())):
                yield claim, said
