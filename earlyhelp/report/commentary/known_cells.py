"""Whether a binding names what there is: a measure, a breakdown of it, codes of its lists, a filter that fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.declare import Calculation, Measure
from earlyhelp.measures.domains import CODE_LISTS, OUTCOMES
from earlyhelp.places import DISTRICT
from earlyhelp.report.commentary.filters import SAYINGS
from earlyhelp.report.commentary.pieces import Binding
from earlyhelp.vocabulary.code_lists import read_code_list


def unknown_in(binding: Binding) -> Iterator[str]:
    """Yield what is wrong with a binding whatever the figures are, as the end of a sentence."""
    saying = SAYINGS.get(binding.saying)
    if saying is None:
        yield f'asks for "{binding.saying}", which no figure can be said as{_likely(binding.saying, SAYINGS)}'
    elif saying.orders != bool(binding.by):
        advice = "name one, such as: requests by source_code" if saying.orders else 'take "by" out'
        yield f'has "{binding.source}": {"without" if saying.orders else "with"} a breakdown to set in order; {advice}'
    elif saying.texts != len(binding.words):
        yield f'has "{binding.source}", where {saying.texts or "no"} texts in quotation marks belong'
    measure = CATALOGUE.get(binding.measure)
    if measure is None:
        yield f'names the measure "{binding.measure}", which there is not{_likely(binding.measure, CATALOGUE)}'
    else:
        yield from _unknown_parts(binding, measure)


def _unknown_parts(binding: Binding, measure: Measure) -> Iterator[str]:
    names = tuple(sorted({*binding.parts, binding.by} - {"", DISTRICT}))
    allowed = list(_breakdowns(measure))
    if names not in allowed:
        known = "; ".join(" and ".join(each) or "none" for each in allowed)
        yield f"breaks {measure.name} down by {' and '.join(names) or 'nothing'}; it has: {known}"
        return
    for name, code in binding.parts.items():
        codes = _codes(measure, name)
        if codes and code not in codes:
            yield f"has {name}={code}, which is no code of that list{_likely(code, codes)}"


def _breakdowns(measure: Measure) -> Iterator[tuple[str, ...]]:
    if measure.calculation is Calculation.SURVIVAL:
        yield from (("window",), ("statistic",))
        return
    window = ("window",) if measure.windows or measure.calculation is Calculation.STILL_OPEN else ()
    if measure.total or window:
        yield window
    yield from (tuple(sorted((*by, *window))) for by in measure.by)


def _codes(measure: Measure, name: str) -> tuple[str, ...]:
    listed = OUTCOMES.get(measure.name) if name == "outcome" else CODE_LISTS.get(name)
    if listed is None:
        return ()
    return tuple(code for code in read_code_list(listed).codes if code not in measure.leaves_out)


def _likely(text: str, known: Iterable[str]) -> str:
    names = list(known)
    likely = get_close_matches(text, names, 1, 0.5)
    return f'; did you mean "{likely[0]}"' if likely else f"; there are {', '.join(names)}"
