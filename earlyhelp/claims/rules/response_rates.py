"""Rule 18: an answer in a survey needs to be known of how many, and speaks for those who answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from earlyhelp.claims.arithmetic.rounding import in_digits, in_per_cent
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.shares import Share
from earlyhelp.claims.language.text import Read, Text

_SURVEY: Final = r"\b(?:survey\w*|polls?|polled|questionnaires?|feedback (?:forms?|cards?)|consultation responses)\b"
_ANSWERS: Final = (
    rf"{_SURVEY}|\b(?:respondents?|feedback|told us|rat(?:ed|ing) (?:it|us|them|their\w*|ours)|opinions?|"
    r"those (?:giving|who gave|answering|replying))\b"
)
_COMPARED: Final = r"\b(?:compared|last year|previous|benchmark|national)\b"
_UNKNOWN: Final = (
    r"\b(?:not (?:been )?(?:recorded|known|kept|counted|noted)|no record|unknown|was lost|"
    r"cannot say how many|do not know how many|did not (?:record|count|keep))\b"
)
_HOW_MANY: Final = (
    r"\b(?:how many|number of|went out|came back|were (?:sent|returned)|response rate|replies|responses|answers)\b"
)
_RATE: Final = re.compile(r"\b(?:response|return|completion|take-up|participation)(?: |-)rate\b", re.IGNORECASE)
_BACK: Final = r"\b(?:came back|returned|back|replied|answered|responded|completed|sent back|received)\b"
_SENT: Final = (
    r"\b(?:sent|asked|invited|given|issued|posted|mailed|handed|distributed|approached|wrote to|contacted|offered)\b"
)
_SHORT_TEXT: Final = 12


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag a survey without any count, more answers than were asked, and the few who answered taken for all."""
    for text in texts:
        yield from _no_base(text)
        for read in text.prose:
            yield from _unknown_base(text, read)
            yield from _more_than_sent(text, read)
            yield from _rate(text, read)
            yield from _taken_for_all(text, read)


def _no_base(text: Text) -> Iterator[Finding]:
    """A survey's results with no count in all the text; only where the text is short, so that none stands elsewhere."""
    prose = text.prose
    if len(prose) > _SHORT_TEXT or any(read.counts or read.has(_COMPARED) for read in prose):
        return
    told = [(read, share) for read in prose for share in read.shares if share.number and _is_share_of_people(share)]
    for read, share in told:
        if read.has(_ANSWERS) or any(each.has(_SURVEY) and not each.numbers for each in text.before(read, 1)):
            why = "Results of a survey, and no number of answers anywhere in the text."
            yield flag(read, share.text, __name__, why, "the number of answers, how many were asked, and when")
            return


def _is_share_of_people(share: Share) -> bool:
    return share.number is not None and share.number.kind in ("percent", "fraction") and not share.base


def _unknown_base(text: Text, read: Read) -> Iterator[Finding]:
    shares = [
        each
        for each in read.shares
        if each.number and each.number.kind == "percent" and not each.count and not each.base
    ]
    if not shares:
        return
    for other in (read, *text.before(read, 2)):
        if other.has(_UNKNOWN) and other.has(_HOW_MANY):
            yield flag(
                read, shares[0].text, __name__, "The text says that nobody knows how many answered.", "no share at all"
            )
            return


def _rate(text: Text, read: Read) -> Iterator[Finding]:
    """ "We wrote to 640. 240 answered. The response rate was 43%"."""
    rates = [
        each
        for each in read.shares
        if each.number and each.number.kind == "percent" and not each.count and not each.base
    ]
    if not _RATE.search(read.text) or len(rates) != 1 or len(read.shares) > 1 or read.pairs:
        return
    counts = (
        [
            each
            for other in reversed(text.before(read, 3))
            if other.sentence.section == read.sentence.section
            for each in other.counts
        ]
        if not read.counts
        else [each for each in read.counts if each.end <= rates[0].start]
    )
    if len(counts) != 2 or counts[1].value > counts[0].value:
        return
    true = counts[1].value / counts[0].value
    if not rates[0].low <= true <= rates[0].high:
        yield flag(
            read,
            rates[0].text,
            __name__,
            f"{counts[1].text} of {counts[0].text} is {in_per_cent(true)}, not {rates[0].text}.",
            in_per_cent(true),
        )


def _more_than_sent(text: Text, read: Read) -> Iterator[Finding]:
    if not read.has(_BACK):
        return
    near = [read] if read.has(_SENT) and len(read.counts) >= 2 else [*reversed(text.before(read, 1)), read]
    if not any(each.has(_SENT) for each in near) or not any(
        _RATE.search(each.text)
        or each.has(r"\bforms?\b|\bcards?\b|\bquestionnaires?\b|\bsurveys?\b|\brepl(?:y|ies)\b|\bletters?\b")
        for each in near
    ):
        return
    counts = [each for other in near for each in other.counts if each.value > 1]
    if (
        len(counts) == 2
        and counts[1].value > counts[0].value
        and read.has(
            r"\bone (?:form|each|card|questionnaire|copy)\b|\beach\b|\bone (?:reply|response|"
            r"answer)\b|\bresponse rate\b"
        )
        and _order(near)
    ):
        sent, back = counts
        why = f"{back.text} came back of {sent.text} sent."
        yield flag(read, back.text, __name__, why, f"at most {sent.text}")


def _order(near: Sequence[Read]) -> bool:
    """Whether what was sent is told before what came back."""
    words = " ".join(each.bare_words for each in near)
    sent, back = re.search(_SENT, words), re.search(_BACK, words)
    return bool(sent) and bool(back) and sent.start() < back.start()


def _taken_for_all(text: Text, read: Read) -> Iterator[Finding]:
    """ "30 of the 600 sent it back … 80% of all 600 want"."""
    for share in read.shares:
        if not share.number or not share.base or share.count:
            continue
        for other in text.before(read, 2):
            for pair in other.pairs:
                if (
                    other.has(_BACK)
                    and pair.base.value == share.base.value
                    and pair.count.value < share.base.value * Fraction(8, 10)
                ):
                    why = (
                        f"{in_digits(pair.count.value)} of {in_digits(pair.base.value)} answered; nothing is "
                        f"known of the others."
                    )
                    yield flag(
                        read,
                        f"{share.text} of {share.base.text}",
                        __name__,
                        why,
                        f"{share.text} of the {pair.count.text} who answered",
                    )
                    return
