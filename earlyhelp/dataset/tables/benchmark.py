"""Published figures to compare with."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="benchmark",
    meaning="A figure published elsewhere, to set beside the county's own.",
    theme="Capacity and quality",
    key=("measure", "area", "period_start", "period_end"),
    columns=(
        Column("measure", Kind.ID, "The measure it is compared with, by its name in the catalogue.", required=True),
        Column("area", Kind.ID, "The area the figure is for, by code or name.", required=True, standard="ONS code"),
        Column("period_start", Kind.DATE, "The first day of the period the figure is for.", required=True),
        Column("period_end", Kind.DATE, "The last day of the period the figure is for.", required=True),
        Column("value", Kind.NUMBER, "The figure, a share being written from 0 to 1.", required=True),
        Column("definition", Kind.TEXT, "How the publisher defines it, where that differs from ours."),
        Column("source", Kind.TEXT, "Where it was published."),
    ),
)  # fmt: skip
