"""Absences of workers."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="worker_absence",
    meaning="A worker is away for a time.",
    theme="Capacity and quality",
    key=("worker_id", "from_on"),
    columns=(
        Column("worker_id", Kind.ID, "The worker who is away.", required=True, refers_to="worker",
               standard="SSD, prof_professional_id"),
        Column("from_on", Kind.DATE, "The first day away.", required=True),
        Column("to_on", Kind.DATE, "The last day away; empty while it lasts.", planned=True),
        Column("reason", Kind.CODE, "Why the worker is away.", codes="absence_reason"),
        Column("cover_confirmed_on", Kind.DATE, "The day it was confirmed who covers the worker's cases."),
    ),
)  # fmt: skip
