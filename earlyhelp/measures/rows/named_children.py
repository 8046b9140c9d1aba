"""Children named in requests for support from schools."""

from earlyhelp.measures.declare import Rows

ROWS = Rows(
    name="named_children",
    one_row="a child named in a request for support that a school sent in the period",
    reads=("request", "request_child"),
    sql="""
SELECT request.district_code,
       request.school_urn,
       coalesce(year_code.key_stage, 'not_known') AS key_stage
FROM request
JOIN request_child ON request_child.request_id = request.request_id
LEFT JOIN year_code ON year_code.nc_year = request_child.nc_year
WHERE request.kind = 'support' AND request.received_on BETWEEN :first AND :last AND request.source_code = '2A'
""",
)
