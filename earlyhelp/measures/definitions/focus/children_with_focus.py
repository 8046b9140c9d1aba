"""What the teams work on with children of school age."""

from earlyhelp.measures.declare import COUNT_ONLY, Measure

MEASURE = Measure(
    name="children_with_focus",
    theme="focus",
    asks="What do the teams work on with children of school age?",
    in_words=(
        "Of children of school age in involvements active in the period, those with at least one focus of "
        "that code active in the period. A focus of the whole family belongs to each of its children. A child"
        " may have several focuses, so the shares add up to more than the whole."
    ),
    unit="share of children",
    rows="children",
    needs=("focus",),
    out_of="is_school_age",
    counts="active_focuses <> 0",
    by=(("focus_code",), ("focus_code", "key_stage"), ("focus_category",)),
    rows_by={"focus_code": "children_by_focus", "focus_category": "children_by_category"},
    narrows_count_alone=COUNT_ONLY | {"focus_code", "focus_category"},
    source="Report card for schools, January to July 2016: attendance 34%, behaviour 22%",
)
