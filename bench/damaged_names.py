"""Names of schools as people write them: shortened, mistyped, without what goes without saying. Seeded."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

SHORT_FORMS = {
    "Primary": ("Prim", "Pri", "P."),
    "School": ("Sch", "Sch."),
    "Academy": ("Acad", "Ac"),
    "Junior": ("Jnr", "Jun"),
    "Infant": ("Inf", "Infants"),
    "Infants": ("Inf", "Infant"),
    "Community": ("Comm", "Com"),
    "Secondary": ("Sec",),
    "Saint": ("St", "St."),
    "St": ("Saint", "St."),
    "High School": ("HS",),
    "Primary School": ("PS",),
    "Road": ("Rd",),
    "Lane": ("Ln",),
    "and": ("&",),
}
CHURCH = ("CE", "C.E.", "C of E", "CofE", "Church of England", "C.of E.", "")
CATHOLIC = ("RC", "R.C.", "Catholic", "Roman Catholic", "")
TAIL = re.compile(
    r" (primary|infant|junior|community|nursery|high|first|voluntary|controlled|aided|school|academy)s?\.?"
)
TOWNS = ("Stafford", "Burton", "Newtown", "Leek", "Tamworth", "Rugeley", "Stone", "Cannock")


def shorten(name: str, chance: Random) -> str:
    """Short forms for some of the words that have one."""
    for word in chance.sample(list(SHORT_FORMS), len(SHORT_FORMS)):
        if chance.random() < 0.7:
            name = re.sub(rf"\b{word}\b", chance.choice(SHORT_FORMS[word]), name, flags=re.IGNORECASE)
    return name


def drop_kind(name: str, chance: Random) -> str:
    """The name without one to three words that say what kind of school it is."""
    for _ in range(chance.randint(1, 3)):
        matches = list(TAIL.finditer(name.lower()))
        if matches:
            name = name[: matches[-1].start()] + name[matches[-1].end() :]
    return name


def drop_marks(name: str, chance: Random) -> str:
    """Without apostrophes, points and brackets, or with their kinds exchanged."""
    return re.sub(r"[.'’(),-]", "", name) if chance.random() < 0.7 else name.replace("'s", "").replace("'", "’")


def rename_church(name: str, chance: Random) -> str:
    """Another way to say Church of England or Roman Catholic, or neither."""
    name = re.sub(
        r"\b(church of england|c\.? ?of ?e\b\.?|c\.? ?e\b\.?)", chance.choice(CHURCH), name, flags=re.IGNORECASE
    )
    return re.sub(r"\b(roman catholic|r\.? ?c\b\.?|catholic)", chance.choice(CATHOLIC), name, flags=re.IGNORECASE)


def mistype(name: str, chance: Random) -> str:
    """One slip in one word of five letters or more: a letter left out, doubled, exchanged or swapped with the next."""
    words = list(re.finditer(r"[A-Za-z]{5,}", name))
    if not words:
        return name
    start, end = chance.choice(words).span()
    place = chance.randrange(start + 1, end - 1)
    before, letter, after = name[:place], name[place], name[place + 1 :]
    slips = ("", letter * 2, chance.choice("aeiourstln"), after[0] + letter)
    slip = chance.choice(slips)
    return before + slip + (after[1:] if len(slip) == 2 and slip != letter * 2 else after)


def dress(name: str, chance: Random) -> str:
    """What changes nothing for a reader: capitals, double spaces, a leading The."""
    name = chance.choice((str.upper, str.lower, str.title))(name)
    return chance.choice((f"The {name}", name.replace(" ", "  "), f" {name} ", name.removeprefix("The ")))


def add_town(name: str, chance: Random) -> str:
    """A town behind a comma that is not in the register's name."""
    return f"{name}, {chance.choice(TOWNS)}"


DAMAGES: tuple[Callable[[str, Random], str], ...] = (
    shorten,
    drop_kind,
    drop_marks,
    rename_church,
    mistype,
    dress,
    add_town,
)


def damage(name: str, chance: Random) -> str:
    """Return a name with one to three of the damages."""
    for act in chance.sample(DAMAGES, chance.randint(1, 3)):
        name = act(name, chance)
    return name
