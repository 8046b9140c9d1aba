"""What people may write into the file of actions, and what they are told where something cannot be kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from earlyhelp.editions.promises.actions_file import read_actions
from earlyhelp.report.actions import Action, Evidence, Said, SaidOn

HEAD = '[[action]]\nid = "P1"\npage = "drift"\nwhat = "Look at long cases."\nowner = "Leads"\npromised = 2016-06-10\n'


@pytest.fixture
def written(tmp_path: Path):
    """Read a file of actions: its actions by page, or all faults as one text."""

    def read(text: str):
        path, faults = tmp_path / "actions.toml", []
        path.write_text(text, encoding="utf-8")
        try:
            found = read_actions(path, faults)
        except ValueError as problem:
            return str(problem)
        return "\n".join(faults) if faults else found

    return read


def test_an_action_is_read_with_its_evidence_and_what_was_said_of_it(written):
    text = HEAD + (
        "due = 2016-12-16\n"
        'evidence = { measure = "open_over_12_months", place = "Ambridge", target = 0.1 }\n'
        '[[action.status]]\non = 2016-07-01\nis = "under way"\nnote = "The list is drawn up"\n'
        '[[action.status]]\non = 2016-09-01\nis = "done"\n'
    )
    assert written(text) == {
        "drift": (
            Action(
                "P1", "Look at long cases.", "Leads", date(2016, 6, 10), date(2016, 12, 16),
                Evidence("open_over_12_months", "all", "Ambridge", "lower", Decimal("0.1")),
                (SaidOn(date(2016, 7, 1), Said.UNDER_WAY, "The list is drawn up"), SaidOn(date(2016, 9, 1), Said.DONE)),
            ),
        )
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD.replace("drift", "drifft"), 'names the page "drifft", which there is not'),
        (HEAD.replace("Look at long cases.", " "), "[[action]] number 1 lacks `what`"),
        (HEAD.replace("Leads", ""), "[[action]] number 1 lacks `owner`"),
        (HEAD.replace("Leads", "Mrs Perkins"), "with a person's name: name a role or a team"),
        (HEAD.replace('page = "drift"', 'page = ""'), "[[action]] number 1 lacks `page`"),
        (HEAD.replace('id = "P1"\n', ""), "[[action]] number 1 lacks `id`"),
        (HEAD.replace("P1", "P 1!"), "write letters, digits and hyphens"),
        (HEAD + HEAD, 'number 2 has the id "P1", which an action above it has'),
        (HEAD.replace("promised = 2016-06-10\n", ""), "lacks `promised`: write promised = 2016-10-31"),
        (HEAD + "due = 31/10/2016\n", "Most likely write the day as 2016-10-31"),
        (HEAD + 'due = "soon"\n', "has `due` that is no day"),
        (HEAD + "due = 2016-10-31T09:00:00\n", "has `due` that is no day"),
        (HEAD + "due = 2016-06-01\n", "is due before it was promised"),
        (HEAD + "ended = 2016-06-01\n", "has `ended`, which is not known"),
        (HEAD.replace("[[action]]", "[action]"), "write two brackets, [[action]]"),
    ],
)
def test_an_action_that_cannot_be_kept_is_refused_with_what_to_write(written, text, said):
    assert said in written(text)


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        ('measure = "open_over_12_month"', "which there is not; did you mean open_over_12_months"),
        ('measure = "requests"', "lacks `direction`"),
        ('measure = "re_requests", direction = "lower"', "lacks `breakdown`: re_requests has no total"),
        ('measure = "link_meetings_held", target = 90', "is a share: write 0.75 for 75%"),
        ('measure = "link_meetings_held", target = "most"', "has `target` that is no number"),
        ('measure = "link_meetings_held", direction = "up"', "it may be higher, lower"),
        ('measure = "link_meetings_held", year = 2016', "has `year`, which is not known"),
    ],
)
def test_evidence_that_judges_nothing_is_refused(written, evidence, said):
    assert said in written(f"{HEAD}evidence = {{ {evidence} }}\n")


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        ((("2016-07-01", "begun", ""),), "it may be not started, under way, done, dropped"),
        ((("2016-07-01", "dropped", ""),), 'is dropped without a reason: write note = "…"'),
        ((("2016-05-01", "under way", ""),), "has a status from before it was promised"),
        ((("2016-08-01", "under way", ""), ("2016-07-01", "done", "")), "the oldest stands first"),
        ((("2016-07-01", "done", ""), ("2016-08-01", "under way", "")), "goes on after it was done or dropped"),
    ],
)
def test_a_status_that_tells_nothing_is_refused(written, statuses, said):
    told = "".join(
        f'[[action.status]]\non = {on}\nis = "{status}"\n' + (f'note = "{note}"\n' if note else "")
        for on, status, note in statuses
    )
    assert said in written(HEAD + told)
