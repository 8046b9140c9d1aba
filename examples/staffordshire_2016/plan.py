"""The counts that the records must show: published in 2016 where a figure was, chosen here where none was.

"By June" is what had been recorded by 10 June 2016, when the first data sheet was drawn; the rest was recorded later.
Each choice satisfies the published figures around it: published_figures.csv says which, and the test that they hold.
"""

from __future__ import annotations

from datetime import date

SEED = 2016
FIRST, AS_AT = date(2016, 1, 1), date(2016, 7, 31)
JUNE_AS_AT, LAST_OF_MAY = date(2016, 6, 10), date(2016, 5, 31)
# The recording system changed in November 2015: work of one involvement per family begins there.
COMPLETE_FROM = date(2015, 11, 1)

CANNOCK, EAST, LICHFIELD, NEWCASTLE = "E07000192", "E07000193", "E07000194", "E07000195"
SOUTH, STAFFORD, MOORLANDS, TAMWORTH = "E07000196", "E07000197", "E07000198", "E07000199"

# Early Help Assessments started by schools; those that schools lead; the rest each inform a school's request.
ASSESSMENTS_BY_JUNE = {
    CANNOCK: 89, EAST: 67, LICHFIELD: 66, NEWCASTLE: 112, SOUTH: 45, STAFFORD: 45, MOORLANDS: 69, TAMWORTH: 66,
}  # fmt: skip
ASSESSMENTS = {
    CANNOCK: 165, EAST: 205, LICHFIELD: 126, NEWCASTLE: 226, SOUTH: 88, STAFFORD: 92, MOORLANDS: 124, TAMWORTH: 130,
}  # fmt: skip
LED_BY_SCHOOLS_BY_JUNE = {
    CANNOCK: 14, EAST: 4, LICHFIELD: 10, NEWCASTLE: 6, SOUTH: 3, STAFFORD: 3, MOORLANDS: 4, TAMWORTH: 10,
}  # fmt: skip
LED_BY_SCHOOLS = {
    CANNOCK: 22, EAST: 8, LICHFIELD: 16, NEWCASTLE: 10, SOUTH: 5, STAFFORD: 5, MOORLANDS: 6, TAMWORTH: 15,
}  # fmt: skip
# Of the assessments by June, those of primary schools: two thirds in Tamworth, one third in the Moorlands.
PRIMARY_BY_JUNE = {
    CANNOCK: 50, EAST: 36, LICHFIELD: 37, NEWCASTLE: 64, SOUTH: 25, STAFFORD: 23, MOORLANDS: 23, TAMWORTH: 44,
}  # fmt: skip
PRIMARY_SHARE_LATER = 0.56

# Requests for support by when they were received; those by June were received from January to May.
SCHOOL_REQUESTS_LATER = {"July": 44, "June": 160, "January to May": 360}
OTHER_REQUESTS_BY_JUNE = 757
OTHER_REQUESTS_LATER = {"July": 73, "June": 240, "January to May": 602}
RE_REQUESTS_IN_JULY, OF_THEM_WITHIN_SIX_MONTHS = 11, 10

# Children of school age whose involvement ended: under 6 months, 6 to 8, 9 to 11, 12 and over. The charts of 2016 have
# these four key stages; children in reception are in requests alone.
BANDS = ((0, 5), (6, 8), (9, 11), (12, 22))
CLOSED_BY_JUNE = {
    "KS1": (55, 14, 8, 5), "KS2": (68, 21, 9, 9), "KS3": (38, 22, 28, 22),
    "KS4": (24, 14, 18, 14),
}  # fmt: skip
CLOSED = {
    "KS1": (101, 38, 22, 14), "KS2": (140, 54, 28, 28), "KS3": (91, 48, 35, 36),
    "KS4": (56, 30, 26, 28),
}  # fmt: skip
CLOSED_BY_JUNE_IN_MONTH = {1: 60, 2: 66, 3: 84, 4: 68, 5: 91}
CLOSED_LATER_IN_MONTH = {1: 18, 2: 22, 3: 30, 4: 26, 5: 35, 6: 130, 7: 145}

# Children of school age of involvements open on 31 July.
OPEN = {"KS1": 195, "KS2": 320, "KS3": 265, "KS4": 145}
WITH_SEN_AT_THE_END = {"KS1": 43, "KS2": 62, "KS3": 44, "KS4": 16}
# Key stage of each child with a status on 31 July, then of each who had it on 31 May alone.
LOOKED_AFTER, LOOKED_AFTER_IN_MAY = ("KS3", "KS4"), ("KS2",)
ON_A_PLAN = ("KS2", "KS2", "KS3", "KS3")
ON_A_PLAN_IN_MAY = ("KS1",) * 4 + ("KS2",) * 6 + ("KS3",) * 3 + ("KS4",) * 2

# Children of the 1,700 with involvements active from January to July, by focus.
TOP_SIX = (
    "attendance_below_90", "disruptive_behaviour", "poor_emotional_health", "lack_of_boundaries",
    "parental_anxiety_or_depression", "domestic_abuse",
)  # fmt: skip
ATTENDANCE = {"KS1": 63, "KS2": 158, "KS3": 212, "KS4": 145}
ATTENDANCE_AND_BEHAVIOUR = {"KS1": 5, "KS2": 10, "KS3": 14, "KS4": 5}
BEHAVIOUR_ALONE = {"KS1": 100, "KS2": 138, "KS3": 92, "KS4": 10}
# Of those closed by June: attendance (in all; for 12 months and over; for 6 to 11), poor emotional health (likewise).
ATTENDANCE_CLOSED_BY_JUNE = {"KS1": 6, "KS2": 26, "KS3": 50, "KS4": 38}
ATTENDANCE_CLOSED_LONGEST_BY_JUNE = {"KS1": 0, "KS2": 2, "KS3": 14, "KS4": 8}
ATTENDANCE_CLOSED_MIDDLING_BY_JUNE = 14
EMOTIONAL_HEALTH_CLOSED_BY_JUNE, EMOTIONAL_HEALTH_CLOSED_LONG_BY_JUNE = 60, 16
TOP_SIX_CLOSED_LONG = 0.20
# Children with an open focus of emotional wellbeing on 31 July: 129 in Key Stages 2 and 3.
EMOTIONAL_WELLBEING_AT_THE_END = {"KS1": 39, "KS2": 74, "KS3": 55, "KS4": 33}
# Children at risk of exclusion whose involvement ended, by what followed; the published parts name 16 of the 17.
EXCLUSION_OUTCOMES = (
    ["none"] * 9 + ["permanent_during"] * 4 + ["suspension_after"] * 3 + ["suspension_during"] * 1
)  # fmt: skip

REFERRALS, KNOWN, STEPPED_UP, KNOWN_BY_ASSESSMENT_ALONE = 2158, 459, 151, 118
