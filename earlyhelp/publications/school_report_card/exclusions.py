"""What became of children at risk of exclusion."""

from __future__ import annotations

from dataclasses import dataclass

from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import bar, beside_earlier, one_row
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures, is_followed_up
from earlyhelp.report.charts.cascade import CascadeChart
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form
from earlyhelp.report.sentences import Sentence, plain, say
from earlyhelp.report.tables import Row, Table

MEASURE = "exclusion_outcomes"


@dataclass(frozen=True)
class OutcomesThatAddUp:
    """The children whose work ended, falling into what happened to them, each in one line; and a table that adds up."""

    title: str

    def build(self, figures: ReleasedFigures) -> Exhibit:
        everybody = Labelled("all", "Children at risk whose work ended", figures.cell(MEASURE))
        outcomes = figures.across(MEASURE, "outcome")
        if not outcomes or outcomes[0].code == "all":
            return one_row(self.title, "What happened", "All", everybody.cell)
        chart = CascadeChart(self.title, bar(figures, everybody), tuple(bar(figures, item) for item in outcomes))
        items = (*outcomes, Labelled("all", "All", everybody.cell))
        columns, cells = beside_earlier(figures, "Children", [item.cell for item in items], Form.COUNT)
        rows = tuple(Row(item.label, each, item.code == "all") for item, each in zip(items, cells, strict=True))
        return Exhibit(Table(self.title, "What happened", columns, rows), (chart,))


def heading(figures: ReleasedFigures) -> Sentence | None:
    everybody = figures.cell(MEASURE)
    if not everybody.count:
        return None
    none = figures.cell(MEASURE, outcome="none")
    if everybody.count == 1:
        return plain("Work ended for one child at risk of exclusion")
    if not is_followed_up(figures, 12):
        return say("So far {none:count} of {all:count} {none:was|were} neither excluded nor suspended", none=none,
                   all=everybody)  # fmt: skip
    return say("{none:count} of {all:count} at risk {none:was|were} neither excluded nor suspended",
               none=none, all=everybody)  # fmt: skip


def how_many(figures: ReleasedFigures) -> Sentence | None:
    if not figures.cell(MEASURE).count:
        return None
    return say("Work ended in the period for {all:count} {all:child|children} with a focus on the risk "
               "of exclusion.",
               all=figures.cell(MEASURE))  # fmt: skip


def permanent(figures: ReleasedFigures) -> Sentence | None:
    if not figures.cell(MEASURE).count:
        return None
    if _is_nobody(figures, "permanent") and _is_nobody(figures, "suspension"):
        return plain("None was excluded or suspended during the work or, so far as is known, in the year after it.")
    if _is_nobody(figures, "permanent"):
        return plain("None was permanently excluded.")
    return _during_and_after(figures, "permanent", "permanently excluded")


def suspended(figures: ReleasedFigures) -> Sentence | None:
    if not figures.cell(MEASURE).count or _is_nobody(figures, "suspension"):
        return None
    return _during_and_after(figures, "suspension", "suspended but not permanently excluded")


def _is_nobody(figures: ReleasedFigures, kind: str) -> bool:
    return all(figures.cell(MEASURE, outcome=f"{kind}_{when}").count == 0 for when in ("during", "after"))


def _during_and_after(figures: ReleasedFigures, kind: str, words: str) -> Sentence | None:
    during = figures.cell(MEASURE, outcome=f"{kind}_during")
    after = figures.cell(MEASURE, outcome=f"{kind}_after")
    so_far = "" if is_followed_up(figures, 12) else " so far"
    return say(
        f"{{during:count_or_none}} {{during:was|were}} {words} during the work, and "
        f"{{after:count_or_none}} after it{so_far}.",
        during=during, after=after,
    )  # fmt: skip


PAGE = PageDeclaration(
    key="exclusions",
    topic="Children at risk of exclusion",
    measures=(MEASURE,),
    exhibits=(
        OutcomesThatAddUp("Children at risk of exclusion whose work ended, by what happened"),
    ),
    headings=(heading, where_none(MEASURE, "No work ended for a child at risk of exclusion")),
    tells=(where_none(MEASURE, "No work ended in the period for a child with a focus on the risk of exclusion."),
           how_many, permanent, suspended),
    notes=("Each child stands in one line, the most serious that applies. Where the year after closure is not over, a "
           "later exclusion is not seen yet.",),
    tables=("involvement", "focus", "exclusion"),
)  # fmt: skip
