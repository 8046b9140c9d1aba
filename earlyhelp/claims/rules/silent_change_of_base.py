"""Rule 2: a share keeps the base that the text gave it; those who did not answer are a column of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earlyhelp.claims.arithmetic.rounding import in_digits, in_per_cent
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.text import Text
from earlyhelp.claims.misfits import find_misfits


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag "60 (92%)" of 66, which is a share of 65."""
    for text in texts:
        for misfit in find_misfits(text):
            if not misfit.fitting or misfit.count is None or misfit.base is None:
                continue
            count, base, is_share = in_digits(misfit.count), in_digits(misfit.base.value), in_per_cent(misfit.true)
            why = (
                f"{count} of {base} is {is_share}; {misfit.share.text} would be of {misfit.fitting}, a "
                f"base the text does not name."
            )
            yield flag(misfit.read, misfit.share.text, __name__, why, f"{is_share}, or the base said")
