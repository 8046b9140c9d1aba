"""Cases that look wrong and may be right: the row is kept and asked about.

Conditions are SQL over `row`, the row itself, and over the tables joined, each under its own name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from earlyhelp.dataset.validation.identity_numbers import is_wrong_nhs_number, is_wrong_upn
from earlyhelp.dataset.validation.rules import Effect, Rule


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """A question about a row.

    column      the column it is about
    when        SQL that is true where it is asked
    says        the sentence; put_right what is asked of the person at the source
    joins       references that `when` needs, as `column > table`
    needs       a table that must have been supplied, be it empty, though the row does not refer to it
    other_value SQL of a second value that the sentence names
    """

    id: str
    table: str
    column: str
    title: str
    when: str
    says: str
    put_right: str
    joins: tuple[str, ...] = ()
    needs: str = ""
    other_value: str = "NULL"

    @property
    def rule(self) -> Rule:
        """The rule that this query stands for."""
        return Rule(self.id, (Effect.KEPT,), self.title, self.says, self.put_right, self.table)


def _is_odd_year(year: str, day: str) -> str:
    """SQL that is true where a national curriculum year lies more than a year off the age on 31 August before."""
    autumn = f"(year({day}) - CASE WHEN month({day}) < 9 THEN 1 ELSE 0 END)"
    age = f"({autumn} - year(person.date_of_birth) - CASE WHEN month(person.date_of_birth) >= 9 THEN 1 ELSE 0 END)"
    usual = f"CASE WHEN {year} = 'R' THEN 4 ELSE TRY_CAST({year} AS INTEGER) + 4 END"
    is_early = f"{year} IN ('E1', 'E2', 'N1', 'N2')"
    return f"person.date_of_birth <= {day} AND CASE WHEN {is_early} THEN {age} > 4 ELSE abs({age} - {usual}) > 1 END"


_YEAR_SAYS: Final = "`nc_year` {value} does not fit the child's age on {other_value} (more than a year off)."
_YEAR_RIGHT: Final = "Correct the year or the date of birth, or answer that the child is taught out of year."

_OVERLAPS: Final = (
    'row."#row" IN (SELECT "#row" FROM (SELECT "#row", started_on, '
    "max(coalesce(ended_on, DATE '9999-12-31')) OVER (PARTITION BY family_id ORDER BY started_on, \"#row\" "
    "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before_it_ended_on FROM involvement) "
    "WHERE before_it_ended_on > started_on)"
)

CASE_QUERIES = (
    CaseQuery("EH0601Q", "involvement", "family_id", "Overlapping involvements of a family",
              _OVERLAPS,
              "Another involvement of the family {value} was open when this one started on {other_value}.",
              "Join them if they are one spell, or correct the dates.",
              other_value='row."started_on"'),
    CaseQuery("EH0602Q", "person", "person_id", "Child in no family",
              "row.role = 'child' AND NOT EXISTS "
              "(SELECT 1 FROM family_member WHERE family_member.person_id = row.person_id)",
              "The child {value} is in no family.",
              "Add the child to a family in `family_member`.", needs="family_member"),
    CaseQuery("EH0603Q", "request", "school_urn", "School request without a school",
              "row.source_code = '2A' AND row.school_urn IS NULL",
              "The request came from a school (2A), and `school_urn` is empty.",
              "Fill in which school asked."),
    CaseQuery("EH0604Q", "involvement", "signed_off_on", "Closed without sign-off",
              "row.ended_on IS NOT NULL AND row.signed_off_on IS NULL",
              "The involvement ended on {other_value}, and `signed_off_on` is empty.",
              "Have the closing signed off, or fill in the day it was.", other_value='row."ended_on"'),
    CaseQuery("EH0605Q", "involvement_child", "sen_provision", "Special-school pupil without SEN provision",
              "school.phase = 'special' AND coalesce(row.sen_provision, 'N') = 'N'",
              "The child is at a special school, and `sen_provision` is empty or N.",
              "Fill in the provision, or correct the school.", joins=("school_urn > school",)),
    CaseQuery("EH0606Q", "involvement_child", "nc_year", "NC year that does not fit the age (involvement)",
              _is_odd_year("row.nc_year", "involvement.started_on"), _YEAR_SAYS, _YEAR_RIGHT,
              joins=("involvement_id > involvement", "person_id > person"), other_value="involvement.started_on"),
    CaseQuery("EH0607Q", "request_child", "nc_year", "NC year that does not fit the age (request)",
              _is_odd_year("row.nc_year", "request.received_on"), _YEAR_SAYS, _YEAR_RIGHT,
              joins=("request_id > request", "person_id > person"), other_value="request.received_on"),
    CaseQuery("EH0608Q", "assessment", "nc_year", "NC year that does not fit the age (assessment)",
              _is_odd_year("row.nc_year", "row.started_on"), _YEAR_SAYS, _YEAR_RIGHT,
              joins=("person_id > person",), other_value="row.started_on"),
    CaseQuery("EH0609Q", "identity", "upn", "UPN with a wrong check letter (child)",
              is_wrong_upn("row.upn"), "`upn` does not have the thirteen characters and check letter of a UPN.",
              "Copy the number again from the school census."),
    CaseQuery("EH0610Q", "identity", "nhs_number", "NHS number with a wrong check digit (child)",
              is_wrong_nhs_number("row.nhs_number"),
              "`nhs_number` does not have the ten digits and check digit of an NHS number.",
              "Copy the number again from its source."),
    CaseQuery("EH0611Q", "referral_identity", "upn", "UPN with a wrong check letter (referral)",
              is_wrong_upn("row.upn"), "`upn` does not have the thirteen characters and check letter of a UPN.",
              "Copy the number again from the school census."),
    CaseQuery("EH0612Q", "referral_identity", "nhs_number", "NHS number with a wrong check digit (referral)",
              is_wrong_nhs_number("row.nhs_number"),
              "`nhs_number` does not have the ten digits and check digit of an NHS number.",
              "Copy the number again from its source."),
    CaseQuery("EH0613Q", "involvement", "signed_off_on", "Signed off and still open",
              "row.signed_off_on IS NOT NULL AND row.ended_on IS NULL",
              "The involvement was signed off on {value}, and `ended_on` is empty.",
              "Fill in the day it ended, or take the sign-off back."),
    CaseQuery("EH0614Q", "attendance", "week_starting", "Week that does not start on a Monday",
              "isodow(row.week_starting) <> 1",
              "`week_starting` {value} is not a Monday.",
              "Write the Monday of the week."),
    CaseQuery("EH0615Q", "attendance", "sessions_attended", "More sessions attended than possible",
              "row.sessions_attended > row.sessions_possible",
              "`sessions_attended` {value} is more than `sessions_possible` {other_value}.",
              "Correct whichever is wrong.", other_value="row.sessions_possible"),
    CaseQuery("EH0616Q", "staffing", "month", "Month that is not its first day",
              "day(row.month) <> 1",
              "`month` {value} is not the first day of a month.",
              "Write the first day of the month."),
)  # fmt: skip
