"""Families who ask again: requests after work ended, requests on open work, returns after closure."""

from __future__ import annotations

from earlyhelp.publications.changes import changed
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import SharesOf
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.report.sentences import Sentence, plain, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say("{again:percent_of} {again:of:request|requests} followed work ended within a year",
               again=figures.cell("re_requests", window="12"))  # fmt: skip


def re_requests(figures: ReleasedFigures) -> Sentence | None:
    year, half = figures.cell("re_requests", window="12"), figures.cell("re_requests", window="6")
    words = "{year:share_of} {year:of:request|requests} came from families whose last work had ended within the "
    if year.count == 0 or not half.status.has_number:
        return say(f"{words}twelve months before.", year=year)
    return say(f"{words}twelve months before, {{half:count_or_none}} of them within six.", year=year, half=half)


def on_open_work(figures: ReleasedFigures) -> Sentence | None:
    if figures.cell("requests_on_open_case").count == 0:
        return plain("No request was about a family with work still open.")
    return say("{open:count} further {open:request was|requests were} about a family with work still open, which is "
               "not a return.", open=figures.cell("requests_on_open_case"))  # fmt: skip


def returned(figures: ReleasedFigures) -> Sentence | None:
    return say("Looking forward from closure, {back:share_of} {back:of:closure|closures} with a full "
               "year since {back:share:was|were} followed by a new request.",
               back=figures.cell("returned_after_closure", window="12"))  # fmt: skip


PAGE = PageDeclaration(
    key="returns",
    topic="Families who ask again",
    measures=("re_requests", "requests_on_open_case", "returned_after_closure"),
    exhibits=(
        SharesOf("Requests from families known before, and returns after closure", "Figure",
                 (("Requests within 12 months of closure", "re_requests", (("window", "12"),)),
                  ("Requests within 6 months of closure", "re_requests", (("window", "6"),)),
                  ("Requests while work was open", "requests_on_open_case", ()),
                  ("Closures with a request in 12 months", "returned_after_closure", (("window", "12"),)),
                  ("Closures with a request in 6 months", "returned_after_closure", (("window", "6"),)))),
    ),
    headings=(heading, where_none("requests", "No requests for support came in")),
    tells=(where_none("requests", "No requests for support came in during the period."), re_requests,
           on_open_work, returned,
           changed("{then:share_of} {then:of:request|requests} came within twelve months of closure", "re_requests",
                   window="12")),
    notes=("The first three lines count requests, the last two closures. A family may have good reason to ask again, "
           "so no returns at all would not be a good sign.",),
    tables=("request", "involvement"),
)  # fmt: skip
