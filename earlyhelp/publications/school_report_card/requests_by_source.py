"""Who asks for support."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from earlyhelp.publications.changes import changed, in_the_county
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import BarsBy, Order
from earlyhelp.publications.judgements import rank
from earlyhelp.publications.labels import inside_a_sentence
from earlyhelp.publications.released_figures import ReleasedFigures, first_for_certain
from earlyhelp.report.sentences import Name, Sentence, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say("Schools made {schools:percent_of} {schools:of:request|requests} for support",
               schools=figures.cell("requests_from_schools"))  # fmt: skip


def how_many(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "{requests:count_or_no} {requests:request|requests} for support came in, and {schools:count_or_none} of them "
        "came from schools.",
        requests=figures.cell("requests"), schools=figures.cell("requests_from_schools"),
    )  # fmt: skip


def largest_sources(figures: ReleasedFigures) -> Sentence | None:
    known = first_for_certain(figures.across("requests", "source_code"), figures.cell("requests"))
    sources = [item for item in known if item.code != "2A"]
    # A third that ties with the fourth would be named by chance.
    if len(sources) < 4 or sources[2].size == sources[3].size or sources[2].size <= 0:
        return None
    first, second, third = sources[:3]
    return say(
        "The other large sources were: {a} ({a_cell:count}), {b} ({b_cell:count}), {c} ({c_cell:count}).",
        a=rank("first", Name(inside_a_sentence(first.label)), sources), a_cell=first.cell,
        b=rank("second", Name(inside_a_sentence(second.label)), sources), b_cell=second.cell,
        c=rank("third", Name(inside_a_sentence(third.label)), sources), c_cell=third.cell,
    )  # fmt: skip


def silent_sources(figures: ReleasedFigures) -> Sentence | None:
    silent = [item.label for item in figures.across("requests", "source_code") if item.cell.status is Status.ZERO]
    if not silent or len(silent) > 12:
        return None
    return say("No requests came from: {sources}.", sources=Name("; ".join(map(inside_a_sentence, silent))))


PAGE = PageDeclaration(
    key="requests-by-source",
    topic="Who asks for support",
    measures=("requests_from_schools", "requests"),
    exhibits=(
        BarsBy("requests", "source_code", "Requests for support by who asked", "Who asked", "Requests",
               order=Order.SIZE, most_bars=8, hides_zeros=True),
    ),
    headings=(heading, where_none("requests", "No requests for support came in")),
    tells=(where_none("requests", "No requests for support came in during the period."), how_many, largest_sources,
           in_the_county("schools made {county:percent}", "requests_from_schools"),
           changed("schools made {then:share_of} {then:of:request|requests}", "requests_from_schools")),
    notes=("Penalty notices for leave taken in term time are not requests for support and are left out.",
           silent_sources),
    tables=("request",),
)  # fmt: skip
