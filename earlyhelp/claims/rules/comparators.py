"""Rule 15: what is compared has one unit, one window and one population."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.number_words import UNITS
from earlyhelp.claims.language.periods import find_periods, length_in_months
from earlyhelp.claims.language.polarity import LESS_IS_GOOD
from earlyhelp.claims.language.text import Read, Text
from earlyhelp.claims.rules.comparators_of_ranks import find_wrong_ranks

_BETTER: Final = (
    r"\b(?:below|above|better|worse|lower|higher|less|more|beats?|beating|favourabl\w+|"
    r"unfavourabl\w+|fewer|poor|outperform\w*|ahead|behind|exceeds?|compares (?:well|badly)|"
    r"shorter|longer|safer|cheaper|busier|half|twice|double|far from|good|excellent|strong|"
    r"weak|disappointing|low|high|quicker|faster|slower|only|[a-z]{3,}er than)\b"
)
_LIMIT: Final = (
    r"\b(?:cannot|can not|could not|not comparable|not be compared|not the same|different "
    r"(?:period|window|measure|population|definition)|no comparison|not like|care|caution|"
    r"with that in mind|"
    r"so we do not|pro rata|per month|a month on average|equivalent|full year would|for twelve months, so|unlike)\b"
)
_PER: Final = re.compile(
    r"(?P<rate>\d+(?:\.\d+)?)(?: [\w'-]+){0,5}? (?:per|for every|in every) (?P<per>1,000|"
    r"10,000|100,000|100|1000|10000|100000|thousand|million)\b"
)
_OTHER_PER: Final = re.compile(r"(?:per|for every) (?P<per>1,000|10,000|100,000|100|1000|10000|100000)\b")
_PERS: Final = {"thousand": 1000, "million": 1_000_000}
_WITHIN: Final = re.compile(
    (
        rf"\b(?:within|in|over|after|for) (?:a|an|one|(?P<number>\d{{1,2}}|"
        rf"{'|'.join(UNITS)}))[ -](?P<unit>month|year|week|day)s?\b"
    ),
    re.IGNORECASE,
)
_LESS: Final = r"\b(?:below|lower|less|fewer|under|better than|smaller)\b"
_MORE: Final = r"\b(?:above|higher|more|over|exceeds?|greater)\b"
_AVERAGES: Final = (r"\bmedian\b", r"\b(?:mean|average)\b")
_WITHOUT: Final = (
    r"\b(?:leaving out|excluding|excludes|excluded|without|not counting|omitting|apart from|"
    r"other than|only counting|net of|counting [\w-]+ (?:\w+ )?only|[a-z-]+ (?:\w+ )?only)\b"
)
_ALL: Final = (
    r"\b(?:for all|of all|including|includes|all (?:\w+ )?(?:kinds|types|days|ages|staff|"
    r"[a-z]+s)|every|in full|gross of)\b"
)
_TOGETHER: Final = re.compile(
    r"\b(?P<one>[a-z-]+) and (?P<other>[a-z-]+) (?:[a-z-]+\s)?(?:together|combined|taken "
    r"together)|\ball (?:types|kinds|phases|ages|sectors)\b"
)
_MUCH: Final = 1.4
_SLIGHTLY: Final = 1.2


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag one month set against twelve, per 1,000 against per 10,000, a median against a mean."""
    for text in texts:
        for read in text.prose:
            yield from find_wrong_ranks(read)
            spread = [
                each
                for each in text.before(read, 1)
                if each.is_prose and each.sentence.section == read.sentence.section
            ]
            if read.has(_LIMIT) or not read.has(_BETTER) or any(each.has(_LIMIT) for each in text.after(read, 1)):
                continue
            for way in (_rates, _windows, _averages, _exclusions, _populations):
                yield from way(read, spread)


def _is_comparison(read: Read) -> bool:
    return read.has(
        r"\b(?:than|against|compare[sd]?|comparison|below|above|beats?|beside|while|whereas|as "
        r"the|elsewhere|national\w*|region\w*|average of|neighbour\w*|benchmark|england|usual|"
        r"favourabl\w+|better|worse|good|outperform\w*|norm|safer|cheaper|so we)\b"
    )


def _rates(read: Read, _spread: Sequence[Read]) -> Iterator[Finding]:
    rates = list(_PER.finditer(read.text))
    if len(rates) != 2:
        return
    values = [Fraction(each["rate"]) / _per(each["per"]) for each in rates]
    if rates[0]["per"] == rates[1]["per"] or values[0] == values[1]:
        return
    between = read.bare_words[rates[0].start("per") : rates[1].start()]
    says_less, says_more = re.search(_LESS, between), re.search(_MORE, between)
    if (
        re.search(r"\b(?:better|worse)\b", between)
        and not (says_less and "better" not in says_less[0])
        and not says_more
    ):
        is_less = bool(re.search(LESS_IS_GOOD, read.bare_words)) == bool(re.search(r"\bbetter\b", between))
        says_less, says_more = (True, None) if is_less else (None, True)
    if (says_less and values[0] > values[1]) or (says_more and not says_less and values[0] < values[1]):
        why = f"{rates[0][0]} is {'more' if values[0] > values[1] else 'less'} than {rates[1][0]}, counted alike."
        yield flag(read, rates[0][0], __name__, why, f"both per {rates[1]['per']}")


def _per(word: str) -> int:
    return _PERS.get(word) or int(word.replace(",", ""))


def _windows(read: Read, spread: Sequence[Read]) -> Iterator[Finding]:
    """A share or count of one window, judged by one of another."""
    within = [(each, _length(each)) for each in _WITHIN.finditer(read.text)]
    if len(within) == 2 and within[0][1] and within[1][1] and _is_comparison(read) and len(read.numbers) >= 2:
        one, other = within[0][1], within[1][1]
        if max(one, other) / min(one, other) > _SLIGHTLY:
            yield _tell(read, within[0][0][0], within[1][0][0])
            return
    if not _is_comparison(read):
        return
    near = [*spread, read] if not _own_window(read) or len(find_periods(read.text)) < 2 else [read]
    periods = [each for other in near for each in find_periods(other.text)]
    counts = [
        each
        for other in near
        for each in other.numbers
        if each.kind in ("count", "money") and (each.value >= 10 or each.decimals)
    ]
    if (
        len(periods) == 2
        and len(counts) == 2
        and max(each.months for each in periods) / max(0.1, min(each.months for each in periods)) > _MUCH
    ) and (
        len({each.head for each in counts if each.head}) < 2
        and not read.has(r"\b(?:longer period|of which|of these|of them|months,? or|a month|per)\b")
        and _judges(read)
    ):
        yield _tell(read, periods[0].text, periods[1].text)


def _judges(read: Read) -> bool:
    return read.has(
        r"\b(?:poor|far less|far fewer|far more|better|worse|favourabl\w+|well below|well above|"
        r"below|above|good|excellent|disappointing|beats?|outperform\w*|less than|fewer than|more "
        r"than|beside|lower|higher|safer|quicker|cheaper|busier|[a-z]{3,}er than|so (?:we|our|it) "
        r"(?:are|do|is)\b)\b"
    )


def _own_window(read: Read) -> bool:
    return bool(find_periods(read.text))


def _length(found: re.Match[str]) -> float:
    if found["unit"].casefold() == "day":
        return float(int(found["number"])) / 30.4 if found["number"] and found["number"].isdigit() else 0
    return length_in_months(found["number"] or "1", found["unit"])


def _tell(read: Read, one: str, other: str) -> Finding:
    return flag(
        read,
        f"{one.strip()} … {other.strip()}",
        __name__,
        f'"{one.strip()}" is set against "{other.strip()}".',
        "figures of one window, or no verdict",
    )


def _averages(read: Read, _spread: Sequence[Read]) -> Iterator[Finding]:
    one, other = (re.search(each, read.bare_words) for each in _AVERAGES)
    if (
        one
        and other
        and _is_comparison(read) | read.has(r"\b(?:less|more|so)\b")
        and len(read.numbers) == 2
        and not read.has(
            r"\bmedian (?:and|or) (?:the )?(?:mean|average)\b|\b(?:mean|average) (?:and|or) (?:the )?median\b"
        )
    ):
        yield _tell(read, one[0], other[0])


def _exclusions(read: Read, _spread: Sequence[Read]) -> Iterator[Finding]:
    one, other = re.search(_WITHOUT, read.bare_words), re.search(_ALL, read.bare_words)
    if not one or not other or len(read.numbers) < 2 or not _is_comparison(read):
        return
    values = [
        each
        for each in read.numbers
        if each.kind in ("count", "duration", "percent", "money") and each.end <= max(one.start(), other.start()) + 40
    ]
    sides = {place for each in (one, other) for place in [sum(number.start < each.start() for number in values)]}
    if len(values) >= 2 and len(sides) == 2:
        yield _tell(read, one[0], other[0])


def _populations(read: Read, _spread: Sequence[Read]) -> Iterator[Finding]:
    found = _TOGETHER.search(read.bare_words)
    everyone = re.search(r"\b(?:for|of|among) all (?P<noun>[a-z]+)\b", read.bare_words)
    levels = [each for each in read.numbers if each.kind in ("percent", "count", "duration", "rate")]
    if everyone and len(levels) == 2 and _is_comparison(read) and levels[0].end < everyone.start():
        subject = read.bare_words[: levels[0].end]
        if (
            re.search(rf"\b{everyone['noun']}\b", subject)
            and re.search(
                (
                    rf"\b(?!(?:all|our|the|of|for|these|those|in) )[a-z-]+ {everyone['noun']}\b|"
                    rf"\b{everyone['noun']} (?:aged|under|over|in|with)\b"
                ),
                subject,
            )
            and _judges(read)
        ):
            yield _tell(read, everyone["noun"], everyone[0])
            return
    if not found or len(read.numbers) != 2 or not _is_comparison(read) or found.start() < read.numbers[0].end:
        return
    subject = read.bare_words[: read.numbers[0].end]
    for name in (found["one"], found["other"]):
        if (
            name
            and re.search(rf"\b{re.escape(name)}\b", subject)
            and not re.search(r"\b(?:together|combined|and)\b", subject)
        ):
            yield _tell(read, name, found[0])
            return
