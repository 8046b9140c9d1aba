"""How long the six focuses most often closed had lasted."""

from __future__ import annotations

from earlyhelp.publications.bands import BandsBy, most_closed
from earlyhelp.publications.changes import cells_of
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.judgements import LARGEST, SMALLEST, any_hidden, comparison, rank
from earlyhelp.publications.labels import inside_a_sentence
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures, by_share, is_spread
from earlyhelp.publications.told_together import side_by_side
from earlyhelp.report.sentences import Name, Sentence, Words, plain, say
from earlyhelp.statistics.verdicts import Verdict

MEASURE = "focus_closure_duration"


def heading(figures: ReleasedFigures) -> Sentence | None:
    """Name the focus that stands apart from the next by more than chance, the slowest first; else none."""
    six = of_the_six(figures, "under_6")
    ranked = by_share(six)
    if len(ranked) < 2 or len(ranked) < len(six):
        return None
    if is_apart(figures, ranked) and is_apart(figures, ranked[-2:]):
        return say("{focus} takes longest to close", focus=rank(SMALLEST, Name(ranked[-1].label), ranked))
    if is_apart(figures, ranked) and is_apart(figures, ranked[:2]):
        return say("{focus} closes soonest", focus=rank(LARGEST, Name(ranked[0].label), ranked))
    words = Words("The main focuses last about equally long")
    return say("{equal}", equal=comparison(Verdict.NO_CLEAR_CHANGE, words, ranked))


def is_apart(figures: ReleasedFigures, items: tuple[Labelled, ...]) -> bool:
    """Return whether one of the items differs from the others together by more than chance."""
    return figures.judge(side_by_side(cells_of(items))) is Verdict.UP


def of_the_six(figures: ReleasedFigures, band: str) -> tuple[Labelled, ...]:
    """Return the cells of one band for the six focuses most often closed."""
    six = {item.code for item in most_closed(figures, MEASURE, "focus_code")}
    return tuple(item for item in figures.across(MEASURE, "focus_code", band=band) if item.code in six)


def few_closed(figures: ReleasedFigures) -> Sentence | None:
    six = of_the_six(figures, "under_6")
    return plain("Too few focuses were closed to compare them") if six and not any_hidden(six) else None


def most_often(figures: ReleasedFigures) -> Sentence | None:
    six = most_closed(figures, MEASURE, "focus_code")
    if not six:
        return None
    first, *others = six
    if others and others[0].cell.out_of == first.cell.out_of:
        words = Words("No single focus was closed more often than all others")
        return say("{equal}.", equal=comparison("equal", words, six))
    is_all = not any_hidden(figures.across(MEASURE, "focus_code", band="under_6"))
    of_all = "The focus" if is_all else "Of those shown, the focus"
    return say(f"{of_all} most often closed was {{focus}}, {{times:out_of}} in all.",
               focus=rank(LARGEST, Name(inside_a_sentence(first.label)), six), times=first.cell)  # fmt: skip


def quickest(figures: ReleasedFigures) -> Sentence | None:
    six = of_the_six(figures, "under_6")
    ranked = by_share(six)
    if not is_spread(ranked) or any_hidden(six):
        return None
    if not is_apart(figures, ranked):
        words = Words("differs by no more than chance would explain")
        return say("How long the six most often closed had lasted {equal}.",
                   equal=comparison(Verdict.NO_CLEAR_CHANGE, words, ranked))  # fmt: skip
    return say(
        "Of the six focuses most often closed, {first} had lasted under six months most often ({a:percent}) and {last} "
        "least often ({b:percent}).",
        first=rank(LARGEST, Name(inside_a_sentence(ranked[0].label)), ranked), a=ranked[0].cell,
        last=rank(SMALLEST, Name(inside_a_sentence(ranked[-1].label)), ranked), b=ranked[-1].cell,
    )  # fmt: skip


def longest(figures: ReleasedFigures) -> Sentence | None:
    six = of_the_six(figures, "12_and_over")
    ranked = by_share(six)
    if len(ranked) < 2 or any_hidden(six) or not is_apart(figures, ranked):
        return None
    return say("Twelve months or more was most frequent for {focus}: {part:share_of} focuses closed.",
               focus=rank(LARGEST, Name(inside_a_sentence(ranked[0].label)), ranked),
               part=ranked[0].cell)  # fmt: skip


PAGE = PageDeclaration(
    key="length-of-focuses",
    topic="How long the main focuses last",
    measures=(MEASURE,),
    exhibits=(
        BandsBy(MEASURE, "focus_code", "How long the six focuses most often closed had lasted", "Focus"),
    ),
    headings=(heading, few_closed, where_none(MEASURE, "No focus was closed in the period")),
    tells=(most_often, quickest, longest),
    notes=("A focus is counted here, not a child: it may close while the involvement goes on. Focuses still open "
           "are not seen here.",),
    tables=("focus",),
)  # fmt: skip
