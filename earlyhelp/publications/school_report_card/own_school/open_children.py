"""The school's pupils with whom the team was working at the end of the period."""

from __future__ import annotations

from typing import Final

from earlyhelp.publications.changes import beside_a_year_earlier
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import SCHOOL_AGE, BarsBy
from earlyhelp.publications.judgements import LARGEST, rank, shown
from earlyhelp.publications.released_figures import ReleasedFigures, at_the_end, largest
from earlyhelp.publications.school_report_card.requests_from_schools import stage_name
from earlyhelp.report.sentences import Name, Sentence, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say("{open:count_or_no} {open:pupil|pupils} of your school {open:was|were} in open work",
               open=figures.cell("open_children"))  # fmt: skip


def how_many(figures: ReleasedFigures) -> Sentence | None:
    if not figures.cell("open_children").count:
        return None
    return say("{when} the team was working with {open:count} {open:child|children} who {open:goes|go} to your school.",
               when=at_the_end(figures), open=figures.cell("open_children"))  # fmt: skip


def ended(figures: ReleasedFigures) -> Sentence | None:
    return say("Work with {closed:count_or_no} {closed:pupil|pupils} of your school ended in the period.",
               closed=figures.cell("children_closed"))  # fmt: skip


def by_stage(figures: ReleasedFigures) -> Sentence | None:
    stages = figures.across("open_children", "key_stage")
    stage = largest(stages)
    if stage is None or stage.size < 2:
        return None
    first = rank(LARGEST, Name(stage_name(stage.label)), shown(stages))
    return say("The largest group is in {stage} ({part:count}).", stage=first, part=stage.cell)


PAGE: Final = PageDeclaration(
    key="your-open-work",
    topic="Your pupils in open work",
    measures=("open_children", "children_closed"),
    exhibits=(
        BarsBy("open_children", "key_stage", "Your pupils in open work, by key stage", "Key stage", "Children",
               codes=SCHOOL_AGE),
    ),
    headings=(heading,),
    tells=(where_none("open_children", "The team was working with none of your pupils on the last day of the period."),
           how_many, by_stage, beside_a_year_earlier("the team was working with {then:count_or_none}", "open_children"),
           ended),
    notes=("Year group and school are those recorded when the work began.",),
    tables=("involvement", "involvement_child"),
)  # fmt: skip
