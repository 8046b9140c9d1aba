"""Children who also have other support: care status and special educational needs."""

from __future__ import annotations

from earlyhelp.publications.changes import changed
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import BarsBy
from earlyhelp.publications.judgements import majority
from earlyhelp.publications.released_figures import ReleasedFigures, is_most
from earlyhelp.report.sentences import Sentence, Words, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    none = figures.cell("open_children_by_care_status", care_status="none")
    words = Words("Most children had no social care plan or status")
    return say("{most}", most=majority(words, none)) if is_most(none, none) else None


def some_have(figures: ReleasedFigures) -> Sentence | None:
    none = figures.cell("open_children_by_care_status", care_status="none")
    return say("{none:percent_of} {none:of:child|children} had no social care status", none=none)


def care(figures: ReleasedFigures) -> Sentence | None:
    cells = {
        code: figures.cell("open_children_by_care_status", care_status=code)
        for code in ("looked_after", "child_protection_plan", "child_in_need")
    }
    told = say(
        "Of {looked_after:out_of} {looked_after:of:child|children} of school age in open work, "
        "{looked_after:count_or_none} {looked_after:was|were} looked after, "
        "{child_protection_plan:count_or_none} had a child protection plan and "
        "{child_in_need:count_or_none} {child_in_need:was a child|were children} in need.",
        **cells,
    )
    if told is not None:
        return told
    # Where one of these is hidden, what may be said is how many have none of them.
    none = figures.cell("open_children_by_care_status", care_status="none")
    return say("{none:share_of} children of school age in open work had no social care status.", none=none)


def special_needs(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "{support:share} had SEN support and {plan:share} an education, health and care plan.",
        support=figures.cell("open_children_by_sen", sen_provision="K"),
        plan=figures.cell("open_children_by_sen", sen_provision="E"),
    )


def most_without_provision(figures: ReleasedFigures) -> Sentence | None:
    none = figures.cell("open_children_by_sen", sen_provision="N")
    words = Words("Most children have no SEN provision")
    return say("{most}", most=majority(words, none)) if is_most(none, none) else None


def not_known(figures: ReleasedFigures) -> Sentence | None:
    unknown = figures.cell("open_children_by_sen", sen_provision="not_known")
    if not unknown.count:
        return None
    return say("SEN provision is not recorded for {unknown:count} {unknown:child|children}.", unknown=unknown)


PAGE = PageDeclaration(
    key="other-support",
    topic="Children with other support",
    measures=("open_children_by_care_status", "open_children_by_sen"),
    exhibits=(
        BarsBy("open_children_by_care_status", "care_status", "Social care status of children in open work",
               "Status", "Children", is_share=True),
        BarsBy("open_children_by_sen", "sen_provision", "Special educational needs (SEN) of children in open work",
               "Provision", "Children", is_share=True, message=most_without_provision),
    ),
    headings=(heading, some_have,
              where_none("open_children_by_care_status", "No children of school age were in open work")),
    tells=(care, special_needs,
           changed("{then:percent} had no social care status", "open_children_by_care_status", care_status="none")),
    notes=("Each child stands in one line of a table, the first that applies. Care status is that of the last day of "
           "the period, SEN provision that recorded when the work began.", not_known),
    tables=("care_status", "involvement_child"),
)  # fmt: skip
