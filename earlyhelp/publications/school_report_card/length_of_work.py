"""How long work with children had lasted when it ended."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from earlyhelp.publications.bands import BandsBy
from earlyhelp.publications.changes import changed, in_the_county
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import SCHOOL_AGE
from earlyhelp.publications.judgements import LARGEST, any_hidden, rank
from earlyhelp.publications.released_figures import ReleasedFigures, by_share
from earlyhelp.publications.school_report_card.requests_from_schools import stage_name
from earlyhelp.report.sentences import Name, Sentence, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say("Ended work lasted under six months for {short:percent_of} {short:of:child|children}",
               short=figures.cell("closure_duration", band="under_6"))  # fmt: skip


def how_many(figures: ReleasedFigures) -> Sentence | None:
    closed, ended = (
        figures.cell("children_closed"),
        "Work ended for {closed:count} {closed:child|children} of school age.",
    )
    told = say(
        f"{ended} It had lasted under six months for {{short:share}} and twelve months or more for {{long:percent}}.",
        closed=closed, short=figures.cell("closure_duration", band="under_6"),
        long=figures.cell("closure_duration", band="12_and_over"),
    )  # fmt: skip
    return told or say(ended, closed=closed)


def by_key_stage(figures: ReleasedFigures) -> Sentence | None:
    long = figures.across("closure_duration", "key_stage", band="12_and_over")
    ranked = by_share(item for item in long if item.code in SCHOOL_AGE)
    if len(ranked) < 2 or ranked[0].cell.status is Status.ZERO or any_hidden(long):
        return None
    first = rank(LARGEST, Name(stage_name(ranked[0].label)), ranked)
    return say("Work of twelve months or more was most frequent in {stage} ({part:percent}).",
               stage=first, part=ranked[0].cell)  # fmt: skip


PAGE = PageDeclaration(
    key="length-of-work",
    topic="How long ended work had lasted",
    measures=("closure_duration", "children_closed"),
    exhibits=(
        BandsBy("closure_duration", "key_stage", "How long work had lasted when it ended, by key stage", "Key stage",
                SCHOOL_AGE),
    ),
    headings=(heading, where_none("closure_duration", "No work with children of school age ended")),
    tells=(where_none("children_closed", "Work ended for no child of school age in the period."), how_many,
           by_key_stage,
           in_the_county("{county:percent} had lasted under six months", "closure_duration", band="under_6"),
           changed("{then:percent} had lasted under six months", "closure_duration", band="under_6")),
    notes=("Months are whole months from start to end of the involvement. Work that is still open is not seen here, "
           "so the next page takes it in.",),
    tables=("involvement", "involvement_child"),
)  # fmt: skip
