"""School terms of the county."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="term",
    meaning="A school term as the county's calendar gives it.",
    theme="Reference",
    key=("academic_year", "term"),
    columns=(
        Column("academic_year", Kind.ID, "The academic year, written 2015/16.", required=True),
        Column("term", Kind.CODE, "Which of the year's three terms it is.", required=True, codes="term_name"),
        Column("starts_on", Kind.DATE, "The first day of the term.", required=True, planned=True),
        Column("ends_on", Kind.DATE, "The last day of the term.", required=True, planned=True),
    ),
)  # fmt: skip
