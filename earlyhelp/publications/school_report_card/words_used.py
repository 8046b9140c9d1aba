"""Words of the work as a reader meets them on the card, each in a sentence."""

from __future__ import annotations

from typing import Final

WORDS_USED: Final = (
    ("Assessment", "An early help assessment: what a family needs, written down with them. Who starts it and who "
                   "leads it are two questions."),
    ("Closure", "The end of an involvement."),
    ("Early years", "Children before Year 1. Those in reception are of school age and are counted with the others."),
    ("Focus", "A reason for the work, such as attendance below 90%. A family may have several."),
    ("Full-time equivalent", "Posts counted by their hours: two half posts are one."),
    ("Involvement", "One continuous spell of work with one family."),
    ("Joint audit", "A case looked at by the team together with a head teacher; each gives a judgement."),
    ("Link meeting", "The regular meeting of a team with a school."),
    ("Referral", "A child's case sent to children's social care; accepted means that social care will assess it."),
    ("Request", "Somebody asks for support for a family."),
    ("School age", "Reception to Year 11."),
    ("SEN", "Special educational needs: SEN support, an education, health and care plan, or the older statement."),
    ("Stepped up", "Passed on by an early help team to statutory social work."),
)  # fmt: skip
