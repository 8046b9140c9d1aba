"""What became of children at risk of exclusion."""

from __future__ import annotations

from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import BarsBy
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.report.sentences import Sentence, plain, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    everybody = figures.cell("exclusion_outcomes")
    if not everybody.count:
        return None
    none = figures.cell("exclusion_outcomes", outcome="none")
    if everybody.count == 1:
        return say("The one child at risk of exclusion {none:was not|was} excluded", none=none)
    return say("{none:count} of {all:count} children at risk {none:was|were} not excluded", none=none, all=everybody)


def how_many(figures: ReleasedFigures) -> Sentence | None:
    return say("Work ended in the period for {all:count_or_no} {all:child|children} with a focus on the risk "
               "of exclusion.",
               all=figures.cell("exclusion_outcomes"))  # fmt: skip


def permanent(figures: ReleasedFigures) -> Sentence | None:
    if not figures.cell("exclusion_outcomes").count:
        return None
    if _is_nobody(figures, "permanent") and _is_nobody(figures, "suspension"):
        return plain("None was excluded or suspended during the work or, so far as is known, in the year after it.")
    if _is_nobody(figures, "permanent"):
        return plain("None was permanently excluded.")
    return _during_and_after(figures, "permanent", "permanently excluded")


def suspended(figures: ReleasedFigures) -> Sentence | None:
    if not figures.cell("exclusion_outcomes").count or _is_nobody(figures, "suspension"):
        return None
    return _during_and_after(figures, "suspension", "suspended but not permanently excluded")


def _is_nobody(figures: ReleasedFigures, kind: str) -> bool:
    return all(figures.cell("exclusion_outcomes", outcome=f"{kind}_{when}").count == 0 for when in ("during", "after"))


def _during_and_after(figures: ReleasedFigures, kind: str, words: str) -> Sentence | None:
    during = figures.cell("exclusion_outcomes", outcome=f"{kind}_during")
    after = figures.cell("exclusion_outcomes", outcome=f"{kind}_after")
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
    headings=(heading, where_none("exclusion_outcomes", "No work ended for a child at risk of exclusion")),
    tells=(how_many, permanent, suspended),
    notes=("Each child stands in one line, the most serious that applies. Where the year after closure is not over, a "
           "later exclusion is not seen yet.",),
    tables=("involvement", "focus", "exclusion"),
)  # fmt: skip
