"""What the published 2016 documents say, which the county must show, and the rates by which it does so.

PUBLISHED is what is checked after the fact. RATES are the knobs: chosen, and where a source gives them, from it.
The counts of the documents do not fit together (two releases count different units), so shares are held, not counts.
"""

from __future__ import annotations

from dataclasses import dataclass

SHEET = "Quantity data sheet, January to May 2016"
CARD = "Report card for schools, January to July 2016"
SURVEY = "Survey of school leaders, 2016"


@dataclass(frozen=True, slots=True)
class Published:
    """A published figure: its value, how far an invented county of moderate size may lie from it, and its source."""

    value: float
    tolerance: float
    source: str


PUBLISHED = {
    "requests_from_schools": Published(0.39, 0.03, f"{CARD}: 1069 (39%)"),
    "attendance": Published(0.34, 0.04, f"{CARD}: children of school age with attendance below 90%"),
    "disruptive_behaviour": Published(0.22, 0.04, f"{CARD}: children of school age with disruptive behaviour"),
    "either_of_both": Published(0.54, 0.06, f"{CARD}: both together, little overlap"),
    "closed_under_six_months": Published(0.50, 0.06, f"{CARD}: half of 775 children"),
    "ks1_ks2_closed_under_six_months": Published(0.57, 0.07, f"{CARD}: Key Stages 1 and 2"),
    "ks4_closed_after_twelve_months": Published(0.20, 0.09, f"{CARD}: one in five of Key Stage 4"),
    "top_focuses_closed_under_six_months": Published(0.80, 0.08, f"{CARD}: top focuses closed by six months"),
    "led_by_schools": Published(0.10, 0.04, f"{SHEET}: 54 of 559 assessments started by schools"),
    "re_requests": Published(0.098, 0.03, f"{CARD}: 9.8% of requests in July"),
    "referrals_known": Published(0.213, 0.04, f"{CARD}: 459 of 2158"),
    "referrals_stepped_up": Published(0.33, 0.09, f"{CARD}: 151 of 459"),
    "survey_response": Published(0.30, 0.07, f"{SURVEY}: 119 of 397"),
}

COUNTY_REQUESTS = 14_000  # three years of support requests in a county of 398 schools
COUNTY_SCHOOLS = 398
ACCEPTED_REFERRALS_A_MONTH = 2158 / 4 / COUNTY_REQUESTS  # of school age, for each support request of the county

PENALTY_NOTICES = 0.17  # for each support request; kept apart from support
NOTIFICATIONS = 0.09

SCHOOL_SHARE = 0.388  # over whole years; August brings it up to 39% between January and July
SHARE_RE_REQUESTS = 0.098
SHARE_ON_OPEN_CASE = 0.07
SHARE_KNOWN_WITHOUT_CASE = 0.05
ACCEPTED = {"new": 0.42, "re_request": 0.55}

SOURCES = {
    "1A": 15, "1B": 0.6, "1C": 3, "1D": 0.8, "2B": 6, "3A": 5, "3B": 9, "3C": 4, "3D": 3, "3E": 1, "3F": 2, "4": 3,
    "5A": 7, "5B": 4, "5C": 0.6, "5D": 3, "6": 15, "7": 1, "8": 5, "9": 0.8, "10": 0.6,
}  # fmt: skip
NOT_ACCEPTED = {"advice": 40, "signposted": 32, "declined": 13, "stepped_up": 8, "withdrawn": 7}

# Share of the county's requests, and how far its presenting children lean to primary age (1 is even).
# Source for the leaning and the order: the data sheet's assessments by district (Newcastle 20%, Cannock 16%,
# Stafford and South Staffordshire 8%; Tamworth two thirds primary, Moorlands two thirds secondary).
DISTRICT_WEIGHT = {
    "E07000192": 16, "E07000193": 15, "E07000194": 11, "E07000195": 19, "E07000196": 8, "E07000197": 9,
    "E07000198": 9, "E07000199": 13,
}  # fmt: skip
PRIMARY_LEANING = {
    "E07000192": 1.0, "E07000193": 1.2, "E07000194": 0.9, "E07000195": 1.1, "E07000196": 1.0, "E07000197": 0.9,
    "E07000198": 0.3, "E07000199": 1.5,
}  # fmt: skip

# Age on 31 August of the child a request is about; Key Stages 1 and 2 are the majority.
AGE_WEIGHT = {
    0: 1.0, 1: 1.5, 2: 2.5, 3: 3.5, 4: 7, 5: 9, 6: 9, 7: 9, 8: 9, 9: 9, 10: 8.5, 11: 6.5, 12: 7, 13: 7.5, 14: 7,
    15: 6, 16: 1.2, 17: 0.8,
}  # fmt: skip

MONTH_WEIGHT = {1: 1.1, 2: 1.0, 3: 1.15, 4: 0.85, 5: 1.0, 6: 1.1, 7: 0.95, 8: 0.42, 9: 0.95, 10: 1.1, 11: 1.2, 12: 0.8}

# Chance that attendance, or disruptive behaviour, is what a child is worked with for; they exclude each other
# but for BOTH. Source for the shape: attendance mainly in Key Stages 3 and 4, behaviour far less in Key Stage 4.
ATTENDANCE = {"EYFS": 0.09, "KS1": 0.22, "KS2": 0.285, "KS3": 0.515, "KS4": 0.66, "KS5": 0.10}
BEHAVIOUR = {"EYFS": 0.18, "KS1": 0.315, "KS2": 0.325, "KS3": 0.285, "KS4": 0.10, "KS5": 0.05}
BOTH = 0.03

# Median days and spread (of the logarithm) of an involvement by the key stage of its presenting child.
DURATION = {
    "EYFS": (160, 0.66), "KS1": (152, 0.68), "KS2": (163, 0.70), "KS3": (202, 0.73), "KS4": (210, 0.68),
    "KS5": (150, 0.70),
}  # fmt: skip
ATTENDANCE_LASTS_LONGER = 1.12
EMOTIONAL_HEALTH_IS_SHORTER = 0.88

END_REASON = {
    "outcomes_met": 49.5, "stepped_up": 16.5, "transferred": 4, "consent_withdrawn": 8, "not_engaging": 9,
    "moved_away": 4, "no_longer_needed": 7, "died": 0.1, "other": 2,
}  # fmt: skip

SCHOOL_ASSESSES_FIRST = 0.82
LED_BY_SCHOOL = 0.10
STAFFING_TARGET = 0.75

RETURN_RATE = {"young_person": 0.09, "parent_carer": 0.11, "school": 0.03}

# Share happy of each item. Source: the report card's feedback pages (66, 82 and 24 forms).
YOUNG_PERSON_HAPPY = {
    "explained": 0.92, "involved": 0.87, "ideas": 0.92, "listened": 0.87, "kind": 0.95, "better": 0.83, "life": 0.78,
}  # fmt: skip
PARENT_HAPPY = {
    "explained": 0.96, "involved": 0.98, "tasks": 0.95, "listened": 0.93, "supportive": 0.98, "changes": 0.92,
    "happy": 0.96,
}  # fmt: skip
SCHOOL_SATISFIED = {
    "closure_agreed": 21 / 24, "attendance": 19 / 24, "behaviour": 20 / 24, "wellbeing": 19 / 24, "family": 20 / 24,
    "time": 22 / 24, "threshold": 22 / 24, "updates": 23 / 24, "consistency": 23 / 24, "capacity": 23 / 24,
    "step_up_down": 19 / 24, "skills": 0.99, "outcomes": 23 / 24, "overall": 23 / 24,
}  # fmt: skip

# Share of primary and of secondary schools satisfied, and of all leaving the item unanswered. Source: SURVEY;
# where it gives one phase only, the other is chosen to suit.
SURVEY_SATISFIED = {
    "q1a": (0.48, 0.24, 0.04), "q1b": (0.36, 0.20, 0.09), "q1c": (0.40, 0.22, 0.06), "q1d": (0.57, 0.20, 0.03),
    "q1e": (0.60, 0.24, 0.02), "q2": (0.56, 0.42, 0.02), "q3": (0.47, 0.28, 0.03), "q4": (0.53, 0.34, 0.02),
    "q5": (0.56, 0.34, 0.02), "q6": (0.56, 0.45, 0.04), "q7a": (0.34, 0.28, 0.17), "q7b": (0.68, 0.24, 0.04),
    "q7c": (0.36, 0.21, 0.24), "q7d": (0.55, 0.31, 0.13), "q7e": (0.41, 0.14, 0.33), "q7f": (0.24, 0.31, 0.39),
    "q7g": (0.45, 0.20, 0.15), "q7h": (0.44, 0.27, 0.15), "q7i": (0.37, 0.20, 0.33), "q8a": (0.53, 0.28, 0.02),
    "q8b": (0.29, 0.21, 0.02), "q8c": (0.40, 0.21, 0.08), "q8d": (0.69, 0.45, 0.02), "q8e": (0.64, 0.28, 0.02),
    "q8f": (0.68, 0.31, 0.02), "q8g": (0.81, 0.59, 0.02),
}  # fmt: skip
SURVEY_RESPONSE_BY_DISTRICT = {
    "E07000192": 0.34, "E07000193": 0.33, "E07000194": 0.16, "E07000195": 0.24, "E07000196": 0.36, "E07000197": 0.35,
    "E07000198": 0.34, "E07000199": 0.32,
}  # fmt: skip

# Share of link meetings cancelled by the team and by the school. Source for which districts: the report card.
LINK_MEETING_CANCELLED = {
    "E07000192": (0.04, 0.05), "E07000193": (0.04, 0.06), "E07000194": (0.03, 0.05), "E07000195": (0.11, 0.10),
    "E07000196": (0.13, 0.11), "E07000197": (0.12, 0.10), "E07000198": (0.04, 0.14), "E07000199": (0.05, 0.04),
}  # fmt: skip
