"""A sentence of people over released cells: printed, withheld, or at fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.report.commentary.claims import contradicted_claims
from earlyhelp.report.commentary.declared_names import names_in
from earlyhelp.report.commentary.faults import Fault, FaultError, WithheldError
from earlyhelp.report.commentary.figures_asked import FiguresAsked
from earlyhelp.report.commentary.filters import say_binding
from earlyhelp.report.commentary.found import passes_over_hidden
from earlyhelp.report.commentary.pieces import Binding, Piece, Quote, Typed, Written
from earlyhelp.report.sentences import Bound, BoundVariance, Judgement, Name, Part, Sentence, Words


@dataclass(frozen=True, slots=True)
class SaidBinding:
    """A binding, what it reads, and the cells behind it.

    passes_over_hidden  whether it names the first of those shown, where others are hidden
    """

    binding: Binding
    reads: str
    cells: tuple[ReleasedCell, ...]
    passes_over_hidden: bool = False


@dataclass(frozen=True, slots=True)
class BoundSentence:
    """What became of one written sentence.

    sentence    None where it is withheld or at fault
    withheld    why these readers do not get it, empty where they do
    said        its bindings, where it is printed
    """

    written: Written
    sentence: Sentence | None = None
    withheld: str = ""
    faults: tuple[Fault, ...] = ()
    said: tuple[SaidBinding, ...] = ()


def bind_sentence(written: Written, figures: FiguresAsked, own_names: Sequence[str]) -> BoundSentence:
    """Return a sentence that has no fault of its own with its bindings filled from released cells."""
    parts: list[Part] = []
    said: list[SaidBinding] = []
    for piece in written.pieces:
        try:
            new = tuple(_parts(piece, figures, own_names, is_first=not parts))
        except WithheldError as why:
            return BoundSentence(written, withheld=str(why))
        except FaultError as fault:
            return BoundSentence(written, faults=(Fault(piece.line, str(fault)),))
        parts += new
        if isinstance(piece, Binding):
            said.append(SaidBinding(piece, new[0].text, _cells(new[0]), passes_over_hidden(piece, figures)))
    sentence = Sentence(tuple(parts))
    if faults := tuple(contradicted_claims(written, sentence.judgements, own_names)):
        return BoundSentence(written, faults=faults)
    return BoundSentence(written, sentence, said=tuple(said))


def _parts(piece: Piece, figures: FiguresAsked, own_names: Sequence[str], *, is_first: bool) -> Iterator[Part]:
    if isinstance(piece, Binding):
        part = say_binding(piece, figures)
        yield _opening(part) if is_first else part
    elif isinstance(piece, Quote):
        yield Name(f"“{piece.words}” ({piece.source})")
    else:
        yield from _typed(piece, own_names)


def _typed(piece: Typed, own_names: Sequence[str]) -> Iterator[Part]:
    """Yield typed words with their names apart: a name may hold a number, a word may not."""
    reached = 0
    for name in names_in(piece.text, own_names):
        if name.start > reached:
            yield Words(_on_one_line(piece.text[reached : name.start]))
        yield Name(_on_one_line(piece.text[name.start : name.end]))
        reached = name.end
    if reached < len(piece.text):
        yield Words(_on_one_line(piece.text[reached:]))


def _on_one_line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text)


def _opening(part: Part) -> Part:
    """Return a part with a capital letter where it begins with a small one."""
    if isinstance(part, Bound):
        return replace(part, is_first=True)
    if isinstance(part, Judgement):
        return replace(part, words=replace(part.words, text=_capital(part.text)))
    return Words(_capital(part.text)) if isinstance(part, Words) else part


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cells(part: Part) -> tuple[ReleasedCell, ...]:
    if isinstance(part, Bound | BoundVariance):
        return (part.cell,)
    return part.derived.cells if isinstance(part, Judgement) else ()
