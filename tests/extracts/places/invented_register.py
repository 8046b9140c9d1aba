"""An invented register: two St Mary's, a school before and after it became an academy, infants beside juniors."""

from __future__ import annotations

from datetime import date

from earlyhelp.extracts.places.register import Register, School

STAFFORD = "E07000197"
CANNOCK = "E07000192"
MOORLANDS = "E07000198"

SCHOOLS = (
    School("900001", "St. Mary's Catholic Primary School", "8609001", STAFFORD, "primary"),
    School("900002", "ST MARY'S CE (VC) FIRST SCHOOL, ASHBY", "8609002", MOORLANDS, "primary"),
    School("900003", "Gorse Hill Primary School", "8609003", CANNOCK, "primary", closed_on=date(2014, 8, 31)),
    School("900004", "Gorse Hill Primary Academy", "8609003", CANNOCK, "primary", opened_on=date(2014, 9, 1)),
    School("900005", "Fernwood Junior School", "8609005", STAFFORD, "primary"),
    School("900006", "Fernwood Infants' School", "8609006", STAFFORD, "primary"),
    School("900007", "The Longmeadow School", "8609007", STAFFORD, "special"),
    School("900008", "Saint Anne's Church of England (Aided) Primary School", "8609008", STAFFORD, "primary"),
    School("900009", "St Anne & St Luke R.C. School", "8609009", CANNOCK, "primary"),
    School("900010", "King Alder's High School", "8609010", CANNOCK, "secondary"),
    School("900011", "King Alder's Middle School", "8609011", MOORLANDS, "middle_deemed_secondary"),
    School("900012", "Thistle Bank C.P. School", "8609012", MOORLANDS, "primary"),
    School("900013", "Thistle Bank Nursery", "8609013", MOORLANDS, "nursery"),
    School("900014", "All Saints C of E First School", "8609014", MOORLANDS, "primary"),
    School("900015", "All Saints C of E First School", "8609015", CANNOCK, "primary"),
    School("900016", "Wychbrook Technology College", "8609016", STAFFORD, "secondary"),
    School("900017", "Marlpit Pupil Referral Unit", "8609017", CANNOCK, "alternative_provision"),
    School("900018", "Haremoor Primary and Nursery School", "8609018", MOORLANDS, "primary"),
    School("900019", "Oakridge Road Primary School", "8609019", STAFFORD, "primary"),
    School("900020", "Oakridge Lane Primary School", "8609020", STAFFORD, "primary"),
    School("900021", "North Fenby Primary School", "8609021", CANNOCK, "primary"),
    School("900022", "South Fenby Primary School", "8609022", CANNOCK, "primary"),
    School("900023", "Bishop Thorne Church of England Academy", "8609023", STAFFORD, "secondary"),
    School("900024", "Cobblers' Green Community School", "8609024", STAFFORD, "primary"),
    School("900025", "Tanfield High School", "8609025", MOORLANDS, "secondary", closed_on=date(2010, 8, 31)),
    School("900026", "Tanfield Sixth Form Centre", "8609026", MOORLANDS, "sixteen_plus"),
    School("900027", "Little Orchard Primary School", "8609027", STAFFORD, "primary"),
    School("900028", "Great Orchard Primary School", "8609028", STAFFORD, "primary"),
    School("900029", "Redlake Primary School", "", CANNOCK, "primary"),
    School("900030", "Sandpiper Primary School", "8609030", CANNOCK, "primary", opened_on=date(2017, 9, 1)),
)

REGISTER = Register(SCHOOLS)
