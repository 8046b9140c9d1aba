"""Days that should come in a certain order. A row that breaks one is kept and asked about.

A place is a column of the table, or `column > table.column`: the column of the row that a reference leads to.
"""

from __future__ import annotations

from dataclasses import dataclass

from earlyhelp.dataset.validation.rules import Effect, Rule


@dataclass(frozen=True, slots=True)
class DateOrder:
    """`column` of `table` should not be before, or should not be after, another day.

    place   where the first day stands, if it is not `column` itself: a child's involvement starts in another table
    other   where the other day stands
    """

    id: str
    table: str
    column: str
    is_after: bool
    other: str
    title: str
    place: str = ""

    @property
    def rule(self) -> Rule:
        """The rule that this order stands for."""
        way = "after" if self.is_after else "before"
        shown = self.place.partition(" > ")[2] or self.column
        other = self.other.partition(" > ")[2] or self.other
        if other == BIRTH:
            says, put_right = f"`{shown}` {{value}} is before the person was born.", UNBORN
        else:
            says, put_right = f"`{shown}` {{value}} is {way} `{other}` {{other_value}}.", EITHER_DAY
        return Rule(self.id, (Effect.KEPT,), self.title, says, put_right, self.table)


BIRTH = "person.date_of_birth"
EITHER_DAY = "Correct whichever is wrong in the case system, or answer why both are right."
UNBORN = "Correct the date of birth or the day, or answer that the work began before the birth."

_START = "involvement_id > involvement.started_on"
_END = "involvement_id > involvement.ended_on"
_BORN = f"person_id > {BIRTH}"


def _before(id: str, table: str, column: str, other: str, title: str, place: str = "") -> DateOrder:
    return DateOrder(id, table, column, False, other, title, place)


def _after(id: str, table: str, column: str, other: str, title: str) -> DateOrder:
    return DateOrder(id, table, column, True, other, title)


DATE_ORDERS = (
    _before("EH0501Q", "request", "decided_on", "received_on", "Request decided before it was received"),
    _before("EH0502Q", "request", "answered_on", "received_on", "Request answered before it was received"),
    _before("EH0503Q", "request", "answered_on", "decided_on", "Request answered before it was decided"),
    _before("EH0504Q", "involvement", "work_ended_on", "started_on", "Active work ended before it started"),
    _after("EH0505Q", "involvement", "work_ended_on", "ended_on", "Active work ended after the involvement"),
    _before("EH0506Q", "involvement", "signed_off_on", "started_on", "Signed off before the involvement started"),
    _after("EH0507Q", "involvement", "signed_off_on", "ended_on", "Signed off after the involvement ended"),
    _before("EH0508Q", "assessment", "completed_on", "started_on", "Assessment completed before it was started"),
    _before("EH0509Q", "assessment", "told_on", "started_on", "Team told of an assessment before it was started"),
    _before("EH0510Q", "review", "due_on", _START, "Review due before the involvement started"),
    _before("EH0511Q", "review", "held_on", _START, "Review held before the involvement started"),
    _after("EH0512Q", "review", "held_on", _END, "Review held after the involvement ended"),
    _before("EH0513Q", "focus", "opened_on", _START, "Focus opened before its involvement started"),
    _after("EH0514Q", "focus", "opened_on", _END, "Focus opened after its involvement ended"),
    _after("EH0515Q", "focus", "closed_on", _END, "Focus closed after its involvement ended"),
    _before("EH0516Q", "contact", "on", _START, "Contact before the involvement started"),
    _after("EH0517Q", "contact", "on", _END, "Contact after the involvement ended"),
    _before("EH0518Q", "allocation", "from_on", _START, "Worker allocated before the involvement started"),
    _after("EH0519Q", "allocation", "from_on", _END, "Worker allocated after the involvement ended"),
    _before("EH0520Q", "partner", "from_on", _START, "Partner joined before the involvement started"),
    _after("EH0521Q", "partner", "from_on", _END, "Partner joined after the involvement ended"),
    _before("EH0522Q", "service", "from_on", _START, "Service begun before the involvement started"),
    _after("EH0523Q", "service", "from_on", _END, "Service begun after the involvement ended"),
    _before("EH0524Q", "plan_item", "done_on", _START, "Plan item done before the involvement started"),
    _before("EH0525Q", "management_decision", "decided_on", _START, "Decided before the involvement started"),
    _after("EH0526Q", "management_decision", "decided_on", _END, "Decided after the involvement ended"),
    _before("EH0527Q", "step_up", "requested_on", "discussed_on", "Step-up requested before it was discussed"),
    _before("EH0528Q", "step_up", "decided_on", "requested_on", "Step-up decided before it was requested"),
    _before("EH0529Q", "step_up", "requested_on", _START, "Step-up requested before the involvement started"),
    _after("EH0530Q", "step_up", "requested_on", _END, "Step-up requested after the involvement ended"),
    _before("EH0531Q", "disagreement", "stage_on", "raised_on", "Disagreement reached its stage before it was raised"),
    _before("EH0532Q", "disagreement", "resolved_on", "raised_on", "Disagreement settled before it was raised"),
    _before("EH0533Q", "disagreement", "resolved_on", "stage_on", "Disagreement settled before it reached its stage"),
    _before("EH0534Q", "disagreement", "raised_on", _START, "Disagreement raised before the involvement started"),
    _before("EH0535Q", "school_update", "told_on", _START, "School told before the involvement started"),
    _before("EH0536Q", "consent", "ends_on", "decided_on", "Consent ends before it was given"),
    _before("EH0537Q", "referral", "accepted_on", "received_on", "Referral accepted before it was received"),
    _after("EH0538Q", "worker_absence", "cover_confirmed_on", "to_on", "Cover confirmed after the absence"),
    _before("EH0539Q", "case_audit", "drawn_on", _START, "Drawn for audit before the involvement started"),
    _before("EH0540Q", "case_audit", "audited_on", "drawn_on", "Audited before it was drawn"),
    _before("EH0541Q", "closing_offer", "offered_on", _START, "Closing form offered before the involvement started"),
    _before("EH0542Q", "closing_form", "received_on", _START, "Closing form received before the involvement started"),
    _before("EH0543Q", "survey_response", "completed_on", "wave > survey_wave.opened_on",
            "Survey answered before it was opened"),
    _after("EH0544Q", "survey_response", "completed_on", "wave > survey_wave.closed_on",
           "Survey answered after it was closed"),
    _before("EH0545Q", "term", "ends_on", "starts_on", "Term ends before it starts"),
    _before("EH0546Q", "benchmark", "period_end", "period_start", "Period ends before it starts"),
    _before("EH0561Q", "family_member", "from_on", _BORN, "In a family before birth"),
    _before("EH0562Q", "request_child", "person_id", _BORN, "Named in a request before birth",
            "request_id > request.received_on"),
    _before("EH0563Q", "involvement_child", "person_id", _BORN, "In an involvement that started before birth", _START),
    _before("EH0564Q", "focus", "opened_on", _BORN, "Focus opened before birth"),
    _before("EH0565Q", "assessment", "started_on", _BORN, "Assessment started before birth"),
    _before("EH0566Q", "care_status", "from_on", _BORN, "Care status before birth"),
    _before("EH0567Q", "other_support", "from_on", _BORN, "Other support before birth"),
    _before("EH0568Q", "exclusion", "started_on", _BORN, "Excluded before birth"),
    _before("EH0569Q", "attendance", "week_starting", _BORN, "At school before birth"),
)  # fmt: skip
