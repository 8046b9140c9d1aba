"""The questions of the closing forms and of the yearly survey of school leaders, in this project's own words."""

from __future__ import annotations

from earlyhelp.synthetic.writing import Book

VERSION = "1"
YOUNG_PERSON = {
    "explained": "Was it explained to you what was going on and why?",
    "involved": "Did you feel part of it?",
    "ideas": "Could you say what you thought and what you needed?",
    "listened": "Were you listened to, and did it count?",
    "kind": "Was your worker kind and easy to talk to?",
    "better": "Has the help made things better for you and your family?",
    "life": "Is life better because of the help?",
}
PARENT_CARER = {
    "explained": "Do you know why support was offered and what happened?",
    "involved": "Were you included in what was done?",
    "tasks": "Could you set some of the tasks yourselves?",
    "listened": "Were your views heard and used?",
    "supportive": "Was your worker supportive and easy to talk to?",
    "changes": "Has the support helped your family to change for the better?",
    "happy": "Are you happy with the service as a whole?",
}
SCHOOL_CLOSING = {
    "closure_agreed": "Our being asked about the end of the work, and our agreement",
    "attendance": "Effect on attendance",
    "behaviour": "Effect on behaviour",
    "wellbeing": "Effect on wellbeing",
    "family": "Effect on how the family takes part",
    "time": "Time to answer our first enquiry",
    "threshold": "How the threshold was applied in this case",
    "updates": "News of the case as it went on",
    "consistency": "Consistent practice and decisions",
    "capacity": "Staff available",
    "step_up_down": "Step up to or down from social work",
    "skills": "Skills and partnership of the workers",
    "outcomes": "Attention to outcomes for children",
    "overall": "The service in this case as a whole",
}
SCHOOL_SURVEY = {
    "q1a": "Effect on attendance",
    "q1b": "Effect on attainment",
    "q1c": "Effect on behaviour",
    "q1d": "Effect on emotional wellbeing",
    "q1e": "Effect on family engagement",
    "q2": "Time to answer first enquiries",
    "q3": "Thresholds for becoming involved",
    "q4": "News of how cases are going",
    "q5": "News of how cases ended",
    "q6": "What link meetings do for working together",
    "q7a": "Done well: casework to improve attendance",
    "q7b": "Done well: casework on wellbeing with the family",
    "q7c": "Done well: one-to-one work on risky behaviour",
    "q7d": "Done well: leading a team around the family",
    "q7e": "Done well: parenting programmes",
    "q7f": "Done well: attendance clinics",
    "q7g": "Done well: help to reach other services",
    "q7h": "Done well: timely involvement of social work",
    "q7i": "Done well: support on leaving statutory work",
    "q8a": "Consistent practice and decisions",
    "q8b": "Staff available",
    "q8c": "Step up to and down from social work",
    "q8d": "Skills and knowledge of staff",
    "q8e": "Working in partnership",
    "q8f": "Attention to outcomes for children",
    "q8g": "Conduct of staff in school",
    "q9": "What would value for money be, and how could it be measured?",
}


def write_questionnaires(book: Book) -> None:
    """Fill questionnaire_item."""
    add = book.adder("questionnaire_item")
    forms = (
        ("young_person", YOUNG_PERSON, "faces"), ("parent_carer", PARENT_CARER, "faces"),
        ("school_closing", SCHOOL_CLOSING, "satisfaction"), ("school_survey", SCHOOL_SURVEY, "satisfaction"),
    )  # fmt: skip
    for instrument, items, scale in forms:
        for item, wording in items.items():
            add({
                "instrument": instrument, "item": item, "version": VERSION, "wording": wording,
                "scale": "text" if item == "q9" else scale,
            })  # fmt: skip
