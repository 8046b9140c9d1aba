"""Rule 11: as many are listed as were announced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.nouns import is_plural
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.text import Read, Text

_MOST: Final = 20
_OPEN: Final = (
    r"\b(?:including|include[sd]?|such as|for example|e\.g|among|amongst|some of|at least|"
    r"notably|chiefly|mainly|especially|in particular|in ascending|ranging|first of the)\b"
)
_INTRO: Final = re.compile(r"(?::|,? namely,?|,? that is,|,? i\.e\.,?)\s*")
_ARE: Final = re.compile(r"\b(?:are|were)\s(?=[A-Z])")
_BELOW: Final = r"\b(?:below|following|as follows|these are|listed)\b"
_TOTAL: Final = re.compile(r"\s*(?:totals?|all|overall|average|both)\b", re.IGNORECASE)
_ABSTRACT: Final = re.compile(
    r"^(?:Our|The|Its|Their|These) [a-z]+ (?:[a-z]+ )?(?:aims|values|priorities|objectives|"
    r"themes|reasons|principles|goals|pillars|outcomes|strands|options|areas|topics|criteria|"
    r"causes|factors|"
    r"findings|recommendations|steps|stages|issues|concerns|actions|targets|categories|types|"
    r"kinds|groups|teams|services|partners|members)(?: [a-z]+){0,4}? (?:are|were) "
)
_SMALL: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_SHORT: Final = 130
_NAME: Final = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}"


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag "four aims" before five, in a sentence, in a list below it or in a table."""
    for text in texts:
        for place, read in enumerate(text.reads):
            if read.is_prose:
                yield from _in_sentence(read)
                yield from _beside(read)
                yield from _below(text, place)
                yield from _told_in_order(text, read)


def _told_in_order(text: Text, read: Read) -> Iterator[Finding]:
    """ "Three steps. First … Second …", to the end of the paragraph."""
    following = [each for each in text.after(read, _MOST) if each.sentence.block == read.sentence.block]
    if not following or not re.match(r"First(?:ly)?\b", following[0].text):
        return
    count = sum(
        1 for each in following if re.match(r"(?:First|Second|Third|Fourth|Fifth|Sixth|Last|Final)(?:ly)?\b", each.text)
    )
    small = [each for each in read.counts if 2 <= each.value <= _MOST and each.noun and not each.hedge]
    if len(small) == 1 and count > 1 and count != small[0].value:
        yield _tell(read, small[0], count)


def _announced(stretch: str, numbers: Sequence[Number], end: int) -> Number | None:
    """The number that announces a list: of things, small, the last before the list begins."""
    near = [each for each in numbers if each.end <= end and each.kind == "count"]
    if not near:
        return None
    number = near[-1]
    if len(near) > 1 and re.fullmatch(
        r" (?:out )?of (?:the |our |these |those )?", stretch[near[-2].end : number.start]
    ):
        number = near[-2]  # of "three of the four" the three are listed
    words = stretch[number.end : end]
    is_of_things = (
        bool(number.noun)
        or any(is_plural(word) for word in re.findall(r"[a-z'-]+", words.casefold())[:5])
        or bool(re.match(r" that (?:remain|follow|are)", words))
    )
    return (
        number
        if is_of_things
        and 2 <= number.value <= _MOST
        and len(words) < 90
        and number.hedge in ("", "about", "some")
        and not re.search(r"[.;(),]", words)
        else None
    )


def _in_sentence(read: Read) -> Iterator[Finding]:
    found = _INTRO.search(read.text)
    by_verb = None if found else _ARE.search(read.text) or _ABSTRACT.search(read.text)
    place = found or by_verb
    if not place or read.has(_OPEN):
        return
    number = _announced(read.text, read.numbers, place.start() if found else place.end() - 4)
    listed = read.text[place.end() :].strip()
    if number is not None and (told := _told_in_numbers(listed)):
        if told != number.value and number.value < _MOST:
            yield _tell(read, number, told)
        return
    if (
        number is None
        or len(listed) < 8
        or any(
            each.start >= place.end() and each.kind in ("count", "percent", "money", "fraction")
            for each in read.numbers
        )
    ):
        return
    if (
        by_verb
        and not re.search(r"remain|left", read.text[: by_verb.end()])
        and not (_ABSTRACT.match(read.text) and "," in listed)
    ):
        return
    count = count_items(listed)
    if count > 1 and count != number.value and number.value not in _possible(listed):
        yield _tell(read, number, count)


def _told_in_numbers(listed: str) -> int:
    """The sum of "a chair, two officers and two residents"; 0 where an item has no number."""
    items = re.split(r",? and |, ", re.sub(r"\([^)]*\)", "", listed).rstrip(" ."))
    total = 0
    for item in items:
        found = re.match(
            (
                r"(?:(?P<a>an?|one) [a-z]|(?P<word>two|three|four|five|six|seven|eight|nine|ten) [a-z]|"
                r"(?P<digits>\d{1,2}) [a-z])"
            ),
            item,
        )
        if not found:
            return 0
        total += 1 if found["a"] else int(found["digits"]) if found["digits"] else _SMALL[found["word"]]
    return (
        total if len(items) > 1 and re.search(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d)\b", listed) else 0
    )


def _beside(read: Read) -> Iterator[Finding]:
    """ "Two boroughs, Eastham, Weston and Norbury, share": names between commas, dashes or brackets."""
    if read.has(_OPEN):
        return
    announced = {pair.base.start: pair.count for pair in read.pairs}
    for each in read.counts:
        number, noun = announced.get(each.start, each), each.noun
        if not 2 <= number.value <= _MOST or not noun or number.hedge:
            continue
        rest = read.text[each.end :]
        bracket = re.match(rf" {re.escape(noun)} \((?P<list>an? [^()]+)\)", rest, re.IGNORECASE)
        if bracket:
            items = re.split(r",? and |, ", bracket["list"])
            if (
                len(items) > 1
                and all(re.match(r"(?:an?|one|the) [a-z]", item) for item in items)
                and len(items) != number.value
            ):
                yield _tell(read, number, len(items))
            continue
        again = re.match(
            (
                rf" {re.escape(noun)}, (?P<list>(?P<lead>on|for|to|in|about|by) [^,;.:]+(?:, (?P=lead) "
                rf"[^,;.:]+)*,? and (?P=lead) [^,;.:]+)"
            ),
            rest,
            re.IGNORECASE,
        )
        if again:
            count = len(re.findall(rf"(?:^|, |and ){again['lead']} ", again["list"]))
            if count != number.value:
                yield _tell(read, number, count)
            continue
        found = re.match(
            (
                rf" {{1,2}}{re.escape(noun)}(?: [a-z]+){{0,4}}?(?:, | \(| – | — )(?P<names>{_NAME}(?:, "
                rf"{_NAME})*,? and {_NAME})(?:,|\)| –| —|\.|$)"
            ),
            rest,
            re.IGNORECASE,
        )
        if found and found["names"][0].isupper() and "(" not in found["names"]:
            names = re.split(r",? and |, ", found["names"])
            if all(each[:1].isupper() for each in names) and len(names) != number.value and " and " not in names[-1]:
                yield _tell(read, number, len(names))


def count_items(listed: str) -> int:
    """Return how many items a list in a sentence has: "a, b and c" three; 0 where it is no list."""
    listed = re.sub(r"\([^)]*\)", "", listed).rstrip(" .!?")
    if ";" in listed:
        parts = [each for each in listed.split(";") if each.strip()]
        return len(parts)
    parts = [each.strip() for each in listed.split(",") if each.strip()]
    if not parts or re.search(r"[.!?] ", listed):
        return 0
    if re.match(r"(?:and|or)\b", parts[-1]):
        return len(parts)
    last = len(re.findall(r"\b(?:and|or)\b", parts[-1]))
    if not last:
        return 0
    return len(parts) + 1


def _possible(listed: str) -> set[int]:
    """Other readings: "and" may join two items or the words of one, where the list has no commas to tell."""
    listed = re.sub(r"\([^)]*\)", "", listed).rstrip(" .!?")
    commas = listed.count(",")
    joins = len(re.findall(r"\b(?:and|or)\b", listed))
    if ";" in listed or re.search(r", (?:and|or)\b", listed):
        return set()
    last = listed.rsplit(",", 1)[-1]
    in_last = len(re.findall(r"\b(?:and|or)\b", last))
    if commas == 0:
        return set(range(1, joins + 2))
    return {commas + 1 + each for each in range(1, in_last + 1)} if in_last > 1 else set()


def _tell(read: Read, number: Number, count: int) -> Finding:
    return flag(
        read,
        f"{number.text} {number.noun}".strip(),
        __name__,
        f"{number.text} announced, {count} listed.",
        f"{count}, or the list put right",
    )


def _below(text: Text, place: int) -> Iterator[Finding]:
    read = text.reads[place]
    ends = read.text.rstrip().rstrip(".:").rstrip()
    is_colon = read.text.rstrip().endswith(":")
    is_open = (
        not read.text.rstrip().endswith(".")
        and place + 1 < len(text.reads)
        and text.reads[place + 1].sentence.kind == "item"
        and read.sentence.kind == "prose"
    )
    if (
        (not is_colon and not is_open and not read.has(_BELOW))
        or read.has(_OPEN.replace("|first of the", ""))
        or not read.numbers
    ):
        return
    number = _announced(read.text, read.numbers, len(ends))
    if number is None:
        return
    count = _items(text.reads[place + 1 :]) or _rows(text, read) or (_lines(text.reads[place + 1 :]) if is_colon else 0)
    if count and count != number.value:
        yield _tell(read, number, count)


def _items(following: Sequence[Read]) -> int:
    count = 0
    block = -1
    for each in following:
        if each.sentence.kind != "item" or each.sentence.marker != following[0].sentence.marker:
            break
        count += each.sentence.block != block
        block = each.sentence.block
    return count


def _rows(text: Text, read: Read) -> int:
    for table in text.tables:
        if table.title is read.sentence:
            return sum(1 for _, row in table.rows if not _TOTAL.match(row[0]))
    return 0


def _lines(following: Sequence[Read]) -> int:
    """Short lines without a full stop, one to a paragraph, that lists become when a page is copied."""
    count = 0
    blocks: list[int] = []
    for each in following:
        text = each.text.rstrip()
        if (
            each.sentence.kind != "prose"
            or len(text) > _SHORT
            or text.endswith((".", "?", "!", ":"))
            or each.sentence.block in blocks
        ):
            break
        blocks.append(each.sentence.block)
        count += 1
    return count if count > 1 and len(following) > count else 0
