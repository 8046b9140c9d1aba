"""Audits of case files."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="case_audit",
    meaning="An involvement is drawn by lot and its case file audited.",
    theme="Capacity and quality",
    key=("audit_id",),
    columns=(
        Column("audit_id", Kind.ID, "Identifies the audit; never used again.", required=True),
        Column("involvement_id", Kind.ID, "The involvement drawn.", required=True, refers_to="involvement",
               standard="SSD, earl_episode_id"),
        Column("district_code", Kind.ID, "The district the audit counts in.", required=True, refers_to="district",
               standard="ONS local authority district"),
        Column("drawn_on", Kind.DATE, "The day the lot was drawn.", required=True),
        Column("pool", Kind.NUMBER, "The number of involvements the lot was drawn from."),
        Column("seed", Kind.TEXT, "The seed of the draw, so that it can be repeated."),
        Column("audited_on", Kind.DATE, "The day the file was audited; empty where it has not been."),
        Column("kind", Kind.CODE, "Whether it is one of the termly audits or one on a theme.", codes="audit_kind"),
        Column("theme", Kind.TEXT, "The theme, where it has one."),
        Column("joint", Kind.FLAG, "Whether a head teacher audited the file together with the team."),
        Column("school_urn", Kind.ID, "The school of the head teacher who took part.", refers_to="school",
               standard="GIAS, URN"),
        Column("judgement", Kind.CODE, "The team's judgement of the work.", codes="judgement",
               standard="Ofsted four-point scale"),
        Column("head_judgement", Kind.CODE, "The head teacher's judgement of the work.", codes="judgement",
               standard="Ofsted four-point scale"),
        Column("finding", Kind.TEXT, "What was found, in a sentence without names."),
    ),
)  # fmt: skip
