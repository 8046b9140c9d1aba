"""Rule 1: a printed share is its count over its base, rounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earlyhelp.claims.arithmetic.rounding import in_digits, in_per_cent
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.text import Text
from earlyhelp.claims.misfits import Misfit, find_misfits


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag "11 of 117 (9.8%)" and "three quarters (31 of 48)", where no slightly smaller base explains it."""
    for text in texts:
        for misfit in find_misfits(text):
            if misfit.share.number and not misfit.fitting:
                yield _tell(misfit)


def _tell(misfit: Misfit) -> Finding:
    words = misfit.share.text
    is_share = in_per_cent(misfit.true, max(1, misfit.share.number.decimals if misfit.share.number else 1))
    if misfit.count is None or misfit.base is None:
        beside = misfit.share.percent.text if misfit.share.percent else ""
        return flag(misfit.read, words, __name__, f"{beside} is not {words}.", f"words that fit {beside}")
    count, base = in_digits(misfit.count), in_digits(misfit.base.value)
    return flag(misfit.read, words, __name__, f"{count} of {base} is {is_share}, not {words}.", is_share)
