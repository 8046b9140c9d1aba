from __future__ import annotations

from earlyhelp.report.cell_notes import note_in_words


def test_a_note_on_how_far_records_reach_names_each_table_and_writes_days_out():
    note = "Looks back to 2015-01-01, but involvement is complete from 2015-09-01, request is complete from 2015-10-01."
    assert note_in_words(note) == (
        "These figures look back to 1 January 2015, but not all records are complete so far: those of involvement only "
        "from 1 September 2015 and those of request only from 1 October 2015."
    )


def test_any_other_note_stays_as_it_is():
    assert note_in_words("Not supplied: table school.") == "Not supplied: table school."
