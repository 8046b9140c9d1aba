"""Rule 14: a majority is more than half, and words for shares fit the numbers beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earlyhelp.claims.arithmetic.rounding import in_digits, in_per_cent
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.text import Text
from earlyhelp.claims.misfits import Misfit, find_misfits


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag "the majority (38%)" and "nearly all of the 35 (25)"."""
    for text in texts:
        yield from (_tell(misfit) for misfit in find_misfits(text) if misfit.share.number is None)


def _tell(misfit: Misfit) -> Finding:
    share = in_per_cent(misfit.true)
    if misfit.count is not None and misfit.base:
        share = f"{in_digits(misfit.count)} of {in_digits(misfit.base.value)}, {share},"
    largest = 'such as "the largest group"' if misfit.share.low > 0 else ""
    return flag(
        misfit.read,
        misfit.share.text,
        __name__,
        f'{share} is not what "{misfit.share.text}" says.',
        f"another word {largest}".strip(),
    )
