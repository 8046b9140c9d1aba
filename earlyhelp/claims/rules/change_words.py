"""Rule 17: "improved" and "significant" need numbers that go that way, and by more than chance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from earlyhelp.claims.arithmetic.chance import interval_of_difference
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.changes import find_changes
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.polarity import LESS_IS_GOOD
from earlyhelp.claims.language.text import Read, Text

_GOOD: Final = r"\b(?:improv(?:ed|ement|ing|es)|better|progress(?:ed)?|strengthened|raised)\b"
_BAD: Final = r"\b(?:worsened|worse|deteriorat\w+|declined|weakened|slipped)\b"
_RISE: Final = (
    r"\b(?:more (?!than|or less|likely|of\b)|rose|risen|rising|increased|grew|grown|went up|"
    r"gone up|climbed|higher|longer)\b"
)
_FALL: Final = (
    r"\b(?:fewer (?!than)|fell|fallen|falling|decreased|dropped|went down|gone down|reduced|lower|shorter|shrank|cut)\b"
)
_SHORT: Final = r"\b(?:shorter|quicker|faster|sooner)\b"
_LONG: Final = r"\b(?:longer|slower)\b"
_CLAIM: Final = rf"{_GOOD}|{_BAD}|\bsignificant(?:ly)?\b|\bclear(?:ly)? (?:rise|fall|increase|decrease|up|down)\b"
_DENIED: Final = (
    r"\b(?:not (?:\w+ )?(?:clear\w*|significant\w*|improved|changed|differ\w*|enough|shown|"
    r"worse\w*|better|mean|by more)|no (?:\w+ ){0,2}?(?:change|difference|improvement|"
    r"evidence|fall|rise|increase|decrease|decline)|neither|"
    r"none of|too few|chance|cannot|could be|may (?:be|have)|might|need(?:s|ed)? to|to "
    r"improve|should|aim\w*|target|will|hope\w*|in order to|if |whether|corrected|within "
    r"(?:chance|the margin)|unclear|said|felt|thought|reported that|think)\b"
)
# To be in time more often is no longer time.
_PUNCTUAL: Final = re.compile(r"\b(?:on|in) time\b")
_INTERVAL: Final = re.compile(
    (
        r"(?:95|90|99)\s?(?:%|per cent) (?:confidence )?(?:interval|CI|limits)(?: of| from| is| "
        r"was|:)?\s?\(?(?P<low>[-−–+±]?\s?\d+(?:\.\d+)?)(?: ?(?:%|points?|pp))?\s?(?:to|,|and|"
        r"–)\s?(?P<high>[-−+]?\s?\d+(?:\.\d+)?)"
    ),
    re.IGNORECASE,
)
_MANY: Final = re.compile(
    (
        r"\b(?P<many>\d{2,3}|ten|twelve|fifteen|twenty|thirty|forty|fifty|twenty-five) (?:\w+ "
        r")?(?:questions|tests|comparisons|measures|indicators|items|outcomes|statements)\b"
    ),
    re.IGNORECASE,
)
_P: Final = re.compile(r"\bp\s?(?:=|<|of|value of)\s?(?P<p>0?\.\d+)", re.IGNORECASE)
_LEVEL: Final = 0.05


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag "improved from 44% of 121 to 53% of 118", "rose from 40% to 34%", "shorter, from 14 days to 19"."""
    for text in texts:
        for read in text.prose:
            yield from _wrong_way(read)
            yield from _interval_given(text, read)
            yield from _one_of_many(text, read)
            yield from _chance(text, read)
            yield from _both_ends(text, read)


def _wrong_way(read: Read) -> Iterator[Finding]:
    for change in find_changes(read):
        before, after = change.before, change.after
        if before.value == after.value or before.kind not in ("percent", "count", "money", "duration"):
            continue
        clause = _clause(read, min(before.start, after.start), max(before.end, after.end))
        word = _contradicting(clause, is_up=after.value > before.value)
        if word:
            yield flag(
                read,
                word,
                __name__,
                f'From {before.text} to {after.text} is not "{word}".',
                "the other word, or the numbers the other way round",
            )


def _clause(read: Read, start: int, end: int) -> str:
    begin = max(
        (found.end() for found in re.finditer(r"[;.]\s|\b(?:while|whereas|but|although)\b", read.bare_words[:start])),
        default=0,
    )
    stop = re.search(r"[;:]|\b(?:while|whereas|but|although)\b", read.bare_words[end:])
    return read.bare_words[begin : end + (stop.start() if stop else 30)]


def _contradicting(clause: str, *, is_up: bool) -> str:
    clause = _PUNCTUAL.sub("", clause)
    is_less_good = bool(re.search(LESS_IS_GOOD, clause))
    wrong = [_FALL if is_up else _RISE]
    if re.search(r"\b(?:days|weeks|hours|minutes|months|wait\w*|time|times)\b", clause):
        wrong.append(_SHORT if is_up else _LONG)
    wrong.append((_GOOD if is_less_good else _BAD) if is_up else (_BAD if is_less_good else _GOOD))
    right = [_RISE if is_up else _FALL]
    for pattern in wrong:
        found = re.search(pattern, clause)
        if found and not any(re.search(each, clause) for each in right) and not re.search(_DENIED, clause):
            return found[0]
    return ""


def _interval_given(text: Text, read: Read) -> Iterator[Finding]:
    """An interval printed beside the change that holds "no change"."""
    found = _INTERVAL.search(read.text)
    if not found or read.has(_DENIED):
        return
    claim = re.search(rf"{_CLAIM}|{_RISE}|{_FALL}", read.bare_words)
    low, high = (float(re.sub(r"[−–]", "-", found[end]).replace(" ", "").replace("+", "")) for end in ("low", "high"))
    judged = re.search(
        rf"\b(?:so|therefore|thus|which shows|proves|showing|hence|significant\w*|clearly|meaning)\b|{_GOOD}|{_BAD}",
        read.bare_words,
    )
    if claim and judged and low < 0 < high:
        yield flag(read, found[0], __name__, "The interval holds no change.", '"no clear change"')
    elif low < 0 < high:
        for after in text.after(read, 1):
            claim = re.search(_CLAIM, after.bare_words)
            if claim and not after.has(_DENIED) and not after.numbers:
                yield flag(
                    after,
                    claim[0],
                    __name__,
                    "The interval of the sentence before holds no change.",
                    '"no clear change"',
                )


def _one_of_many(text: Text, read: Read) -> Iterator[Finding]:
    """One small p among many, uncorrected, taken as proof."""
    p = _P.search(read.text)
    near = [read, *text.before(read, 2)]
    many = next((found for each in near if (found := _MANY.search(each.text))), None)
    if not p or not many or not read.has(rf"{_CLAIM}|\bshows?\b|\bproves?\b") or read.has(_DENIED):
        return
    if any(
        each.has(r"\bcorrected\b|\bholm\b|\bbonferroni\b|\bbenjamini\b|\bcorrection for\b")
        and not each.has(r"\bwithout (?:any )?correct")
        for each in near
    ):
        return
    number = (
        int(many["many"])
        if many["many"].isdigit()
        else {
            "ten": 10,
            "twelve": 12,
            "fifteen": 15,
            "twenty": 20,
            "twenty-five": 25,
            "thirty": 30,
            "forty": 40,
            "fifty": 50,
        }[many["many"].casefold()]
    )
    if float(p["p"]) * number > _LEVEL:
        yield flag(
            read,
            p[0],
            __name__,
            f"Among {number} comparisons one such p is to be expected by chance.",
            "a correction for their number",
        )


def _shares_with_bases(read: Read) -> list[tuple[Number | None, float, float]]:
    """Each share of a sentence with its base, and each "n of m" that no share repeats: the count and base of each."""
    found: list[tuple[int, Number | None, float, float]] = []
    used: set[int] = set()
    for share in read.shares:
        if share.number and share.base and share.number.kind == "percent":
            used.add(share.base.start)
            found.append(
                (share.start, share.number, float(share.number.share * share.base.value), float(share.base.value))
            )
    for pair in read.pairs:
        if pair.base.start not in used:
            found.append((pair.count.start, pair.count, float(pair.count.value), float(pair.base.value)))
    return [each[1:] for each in sorted(found, key=lambda each: each[0])]


def _chance(text: Text, read: Read) -> Iterator[Finding]:
    """A verdict on two shares whose bases are given, and whose difference may be chance."""
    found = re.search(_CLAIM, read.bare_words)
    if not found or read.has(_DENIED):
        return
    here = _shares_with_bases(read)
    if not here and len(read.numbers) == 0:
        here = [
            each for other in reversed(text.before(read, 1)) if not other.has(_DENIED) for each in _shares_led(other)
        ]
    if len(here) != 2 or min(each[2] for each in here) <= 0:
        return
    (_, count, base), (_, count_2, base_2) = here
    if not (count <= base and count_2 <= base_2) or not (
        _is_over_time(read)
        or "significant" in read.bare_words
        or any(_is_over_time(each) for each in text.before(read, 1))
    ):
        return
    low, high = interval_of_difference(count_2, base_2, count, base)
    if low < 0 < high:
        why = (
            f"Of bases as small as {base:.0f} and {base_2:.0f}, the 95% interval of the change runs "
            f"from {low * 100:+.0f} to {high * 100:+.0f} points."
        )
        yield flag(read, found[0], __name__, why, '"no clear change"')


def _shares_led(read: Read) -> list[tuple[Number | None, float, float]]:
    """As `_shares_with_bases`, with "61% of the 84 heads" and "55% of 91" alike."""
    return _shares_with_bases(read)


def _is_over_time(read: Read) -> bool:
    return read.has(
        r"\b(?:from|last (?:year|term|month|quarter|time)|a year (?:ago|earlier|before)|this "
        r"(?:year|term)|now|previous|since|before|in 20\d\d|compared|up from|down from|against)\b"
    )


def _both_ends(text: Text, read: Read) -> Iterator[Finding]:
    """ "Improved" where the contented and the discontented both became more."""
    found = re.search(_GOOD, read.bare_words)
    if not found or read.has(_DENIED):
        return
    for other in (read, *text.before(read, 1)):
        ups = [
            each
            for each in find_changes(other)
            if each.before.kind == "percent" and each.after.value > each.before.value
        ]
        if len(ups) < 2 or not other.has(r"\bdissatisf|\bunhappy\b|\bdisagree|\bpoor\b|\bnegative"):
            continue
        gains = [each.after.value - each.before.value for each in ups]
        if gains[1] >= gains[0]:
            why = f"Both ends of the scale rose, by {float(gains[0]):g} and {float(gains[1]):g} points."
            yield flag(read, found[0], __name__, why, "both changes told")
        return
