"""Whether a manager signs off each closure and the school is asked."""

from __future__ import annotations

from earlyhelp.publications.changes import changed, in_the_county
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import SharesOf
from earlyhelp.publications.place_exhibits import ByPlace
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.report.numbers import Form
from earlyhelp.report.sentences import Sentence, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "Managers had signed off {signed:percent_of} {signed:of:closure|closures} by the end",
        signed=figures.cell("closures_signed_off"),
    )


def how_many(figures: ReleasedFigures) -> Sentence | None:
    closures, signed = figures.cell("closures"), figures.cell("closures_signed_off")
    if not closures.count:
        return None
    if closures.count == 1:
        return say("{closures:count} involvement ended in the period; a manager had {signed:signed it off|not signed "
                   "it off} by that day.", closures=closures, signed=signed)  # fmt: skip
    return say("{closures:count} {closures:involvement|involvements} ended in the period; a manager had signed off "
               "{signed:count_or_none} of them by the day they ended.",
               closures=closures, signed=signed)  # fmt: skip


def consulted(figures: ReleasedFigures) -> Sentence | None:
    return say("The school was consulted in {asked:share_of} {asked:of:closure|closures} where one was to be asked "
               "and the answer is recorded.",
               asked=figures.cell("closures_school_consulted"))  # fmt: skip


PAGE = PageDeclaration(
    key="closing-well",
    topic="Sign-off and asking the school",
    measures=("closures_signed_off", "closures_school_consulted", "closures"),
    exhibits=(
        ByPlace("Closures, and how they were made",
                   (("Closures", "closures", (), Form.COUNT),
                    ("Signed off by a manager", "closures_signed_off", (), Form.SHARE),
                    ("School consulted", "closures_school_consulted", (), Form.SHARE)),
                drawn="School consulted", shown="Share of closures in which the school was consulted"),
        SharesOf("Closures signed off, and schools consulted", "Figure",
                 (("Signed off by a manager", "closures_signed_off", ()),
                  ("School consulted", "closures_school_consulted", ())), is_drawn=False),
    ),
    headings=(heading, where_none("closures", "No work ended in the period")),
    tells=(where_none("closures", "No work ended in the period."), how_many, consulted,
           in_the_county("schools were consulted in {county:percent}", "closures_school_consulted"),
           changed("schools were consulted in {then:share}", "closures_school_consulted")),
    notes=("A closure signed off after the day it ended counts as not signed off.",),
    tables=("involvement",),
)  # fmt: skip
