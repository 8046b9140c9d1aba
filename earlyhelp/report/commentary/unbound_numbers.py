"""Numbers that were typed: digits, number words, fractions, "doubled", "none". Each must be bound to a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from earlyhelp.report.commentary.declared_names import names_in
from earlyhelp.report.commentary.faults import Fault
from earlyhelp.report.commentary.pieces import SOMETHING_BOUND, Quote, Typed, Written

_BIND: Final = "bind it to a figure, such as {{ requests | count }}"
_ONES: Final = "two|three|four|five|six|seven|eight|nine"
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_COUNTED: Final = (
    r"(?:requests?|referrals?|children|child|pupils?|families|family|parents?|carers?|schools?|closures?|involvements?"
    r"|cases?|assessments?|meetings?|reviews?|audits?|forms?|answers?|replies|exclusions?|staff|workers?|posts?|teams?"
    r"|young people)"
)
_NUMBERS: Final = re.compile(
    rf"""(?P<digits>[{SOMETHING_BOUND}]?\d(?:[\d,.]*\d)?(?:\s*%)?)
    | (?P<fraction>\b(?:half|halves|third(?=\s+of)|(?:a|one|two)[\s-]thirds?|quarters?|fifths?|tenths?)\b)
    | (?P<words>\b(?:(?:{_TENS})(?:-(?:one|{_ONES}))?|{_ONES}|ten|eleven|twelve
        |(?:thir|four|fif|six|seven|eigh|nine)teen|hundreds?|thousands?|millions?|dozens?|a\s+couple\s+of)\b)
    | (?P<one>\bone\b)
    | (?P<times>\b(?:doubl(?:ed?|es|ing)|trebl(?:ed?|es|ing)|tripl(?:ed?|es|ing)|quadrupl(?:ed?|es|ing)|twice|thrice
        |halv(?:ed?|es|ing)|\w+fold)\b)
    | (?P<none>\b(?:none|nil|zero|not\s+one|not\s+a\s+single|no\s+{_COUNTED}|nearly\s+all|almost\s+all|virtually\s+all
        |hardly\s+any|almost\s+none|almost\s+no)\b)
    | (?P<unit>%|\bper\s?cent\b|\bpercentage\s+points?\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
_SAYS: Final = {
    "unit": "the filter prints it, so that it stands beside no other number: {{ requests_from_schools | percent }}",
    "times": "how often is a figure, too: bind it, such as {{ requests | change from a year earlier }}",
    "fraction": "bind it to a figure, such as {{ requests_from_schools | about }}",
    "none": "that there was none, or nearly all, is a figure, too: bind it, such as {{ requests | count or no }}",
}


def quotes_a_number(written: Written) -> bool:
    """Return whether a quotation of a sentence holds a number that is no date and no name."""
    quotes = (piece for piece in written.pieces if isinstance(piece, Quote))
    return any(True for quote in quotes for _ in unbound_numbers(Written((Typed(quote.words, 1),), 1), ()))


def unbound_numbers(written: Written, own_names: Iterable[str]) -> Iterator[Fault]:
    """Yield a fault for every number of a sentence that is neither bound nor part of a declared name."""
    typed = written.typed
    named = names_in(typed, own_names)
    for number in _numbers(typed):
        if not any(name.start <= number.start() and number.end() <= name.end for name in named):
            told = " ".join(number[0].strip(f"{SOMETHING_BOUND},. ").split())
            advice = _SAYS.get(number.lastgroup or "", _BIND)
            yield Fault(
                written.line_of(number.start()), f'has the number "{told}", which is bound to no figure: {advice}'
            )


def _numbers(typed: str) -> Iterator[re.Match[str]]:
    yield from _NUMBERS.finditer(typed)
    # Signs such as ½ are numbers, yet no digits.
    yield from (sign for sign in re.finditer(r"\S", typed) if sign[0].isnumeric() and not re.match(r"\d", sign[0]))
