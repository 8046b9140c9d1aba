"""How long the six focuses most often closed had lasted."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from earlyhelp.publications.bands import BandsBy, most_closed
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.labels import inside_a_sentence
from earlyhelp.publications.released_figures import ReleasedFigures, by_share, is_spread
from earlyhelp.report.document import MOST_HEADING_WORDS
from earlyhelp.report.sentences import Name, Sentence, plain, say

MEASURE = "focus_closure_duration"


def heading(figures: ReleasedFigures) -> Sentence | None:
    six = most_closed(figures.across(MEASURE, "focus_code", band="under_6"))
    ranked = by_share(six)
    if not ranked or len(ranked) < len(six):
        return None
    whole = say("{focus} is most often closed within six months", focus=Name(ranked[0].label))
    if whole is not None and whole.word_count <= MOST_HEADING_WORDS:
        return whole
    return say("{focus} closes soonest", focus=Name(ranked[0].label))


def few_closed(figures: ReleasedFigures) -> Sentence | None:
    six = most_closed(figures.across(MEASURE, "focus_code", band="under_6"))
    return plain("Too few focuses were closed to compare them") if six else None


def most_often(figures: ReleasedFigures) -> Sentence | None:
    six = most_closed(figures.across(MEASURE, "focus_code", band="under_6"))
    if not six:
        return None
    first, *others = six
    if others and others[0].cell.out_of == first.cell.out_of:
        return plain("No single focus was closed more often than all others.")
    return say("The focus most often closed was {focus}, {times:out_of} in all.",
               focus=Name(inside_a_sentence(first.label)), times=first.cell)  # fmt: skip


def quickest(figures: ReleasedFigures) -> Sentence | None:
    ranked = by_share(most_closed(figures.across(MEASURE, "focus_code", band="under_6")))
    if not is_spread(ranked):
        return None
    return say(
        "Of the six focuses most often closed, {first} had lasted under six months most often ({a:percent}) and {last} "
        "least often ({b:percent}).",
        first=Name(inside_a_sentence(ranked[0].label)), a=ranked[0].cell,
        last=Name(inside_a_sentence(ranked[-1].label)), b=ranked[-1].cell,
    )  # fmt: skip


def longest(figures: ReleasedFigures) -> Sentence | None:
    six = {item.code for item in most_closed(figures.across(MEASURE, "focus_code", band="under_6"))}
    long = figures.across(MEASURE, "focus_code", band="12_and_over")
    ranked = by_share(item for item in long if item.code in six)
    if not ranked or ranked[0].cell.status is Status.ZERO:
        return None
    return say("Twelve months or more was most frequent for {focus}: {part:share_of} focuses closed.",
               focus=Name(inside_a_sentence(ranked[0].label)), part=ranked[0].cell)  # fmt: skip


PAGE = PageDeclaration(
    key="length-of-focuses",
    topic="How long the main focuses last",
    measures=(MEASURE,),
    exhibits=(
        BandsBy(MEASURE, "focus_code", "How long the six focuses most often closed had lasted", "Focus"),
    ),
    headings=(heading, few_closed, where_none(MEASURE, "No focus was closed in the period")),
    tells=(most_often, quickest, longest),
    notes=("A focus is counted here, not a child: it may close while the involvement goes on.",),
    tables=("focus",),
)  # fmt: skip
