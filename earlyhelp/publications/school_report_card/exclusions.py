"""What became of children at risk of exclusion."""

from __future__ import annotations

from earlyhelp.publications.declare import PageDeclaration
from earlyhelp.publications.exhibits import BarsBy
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.report.sentences import Sentence, plain, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "{none:count} of {all:count} at risk of exclusion {none:was|were} not excluded",
        none=figures.cell("exclusion_outcomes", outcome="none"), all=figures.cell("exclusion_outcomes"),
    )  # fmt: skip


def how_many(figures: ReleasedFigures) -> Sentence | None:
    return say("Work ended in the period for {all:count} {all:child|children} with a focus on the risk of exclusion.",
               all=figures.cell("exclusion_outcomes"))  # fmt: skip


def permanent(figures: ReleasedFigures) -> Sentence | None:
    return _during_and_after(figures, "permanent", "permanently excluded")


def suspended(figures: ReleasedFigures) -> Sentence | None:
    return _during_and_after(figures, "suspension", "suspended at most")


def _during_and_after(figures: ReleasedFigures, kind: str, words: str) -> Sentence | None:
    during = figures.cell("exclusion_outcomes", outcome=f"{kind}_during")
    after = figures.cell("exclusion_outcomes", outcome=f"{kind}_after")
    if during.count == after.count == 0:
        return plain(f"None of them was {words}.")
    return say(
        f"{{during:count_or_none}} {{during:was|were}} {words} during the work, and {{after:count_or_none}} after it.",
        during=during, after=after,
    )  # fmt: skip


PAGE = PageDeclaration(
    key="exclusions",
    topic="Children at risk of exclusion",
    measures=("exclusion_outcomes",),
    exhibits=(
        BarsBy("exclusion_outcomes", "outcome", "Children at risk of exclusion, by what happened", "What happened",
               "Children"),
    ),
    headings=(heading,),
    tells=(how_many, permanent, suspended),
    notes=("Each child stands in one line, the most serious that applies. Where the year after closure is not over, a "
           "later exclusion is not seen yet.",),
    tables=("involvement", "focus", "exclusion"),
)  # fmt: skip
