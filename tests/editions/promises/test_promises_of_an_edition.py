"""An edition opens with what became of the promises of the one before."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.editions.council_settings import read_settings
from earlyhelp.editions.edition import Edition, publish
from earlyhelp.editions.manner import Manner, Registering
from earlyhelp.periods import Period

SPRING, SUMMER = Period(date(2016, 1, 1), date(2016, 3, 31)), Period(date(2016, 4, 1), date(2016, 7, 31))
TEXT = """
[[action]]
id = "P1"
page = "requests-from-schools"
what = "Ask schools which families need support."
owner = "District leads"
promised = 2016-06-16
due = 2016-09-01
evidence = { measure = "requests_from_schools", direction = "higher" }
[[action.status]]
on = 2016-07-01
is = "under way"
note = "Half of the schools were asked"

[[action]]
id = "P2"
page = "link-meetings"
what = "Use one agenda."
owner = "County manager"
promised = 2016-06-16
[[action.status]]
on = 2016-09-16
is = "done"
"""


@pytest.fixture
def made(ambridge: Path, tmp_path: Path):
    """Make an edition with a file of actions; each has its own folder, and records as far as a day."""

    def make(
        name: str, period: Period, as_at: str, out_on: date, earlier: str = "", text: str = TEXT, **more
    ) -> Edition:
        about = json.loads((ambridge / "dataset.json").read_text(encoding="utf-8"))
        (ambridge / "dataset.json").write_text(json.dumps(about | {"as_at": as_at}), encoding="utf-8")
        actions = tmp_path / "actions.toml"
        actions.write_text(text, encoding="utf-8")
        manner = Manner(
            read_settings(None, actions), (actions,), False, tmp_path / earlier if earlier else None,
            registering=Registering(tmp_path / "releases", out_on),
        )  # fmt: skip
        where = more or {"place": "county", "audience": "internal"}
        return publish(ambridge, "school-report-card", period, out=tmp_path / name, manner=manner, **where)

    return make


@pytest.fixture
def spring(made) -> Edition:
    return made("spring", SPRING, "2016-06-15", date(2016, 6, 16))


def summer(made, **more) -> Edition:
    return made("summer", SUMMER, "2016-09-15", date(2016, 9, 22), "spring", **more)


def page(edition: Edition) -> str:
    return edition.files[0].read_text(encoding="utf-8")


def test_the_first_card_has_its_actions_and_no_page_on_earlier_promises(spring):
    assert "What happened to what we promised" not in page(spring)
    assert page(spring).count("Ask schools which families need support.") == 1
    assert "promises.json" in {path.name for path in spring.files}


def test_the_next_card_opens_with_what_became_of_them(spring, made):
    html = page(summer(made))
    main = html[html.index("<main") :]
    assert main.index("What happened to what we promised") < main.index("What is the nature of the work?")
    assert "Overdue since 1 September 2016." in main
    assert "Kept: called done on 16 September 2016." in main
    assert "Under way, it was said on 1 July 2016: Half of the schools were asked." in main
    # What is kept is promised no more; what is not still stands on its page.
    assert main.count("Use one agenda.") == 1
    assert main.count("<li>Ask schools which families need support.") == 1


def test_the_record_of_an_edition_is_known_to_its_manifest(spring, made, tmp_path):
    hashes = json.loads((tmp_path / "spring" / "manifest.json").read_text(encoding="utf-8"))["outputs_sha256"]
    assert "promises.json" in hashes
    path = tmp_path / "spring" / "promises.json"
    path.write_text(path.read_text(encoding="utf-8").replace("Use one", "Use no"), encoding="utf-8")
    with pytest.raises(CannotRead, match=r"promises\.json is not the file that"):
        summer(made)


def test_a_promise_that_is_missing_stops_the_edition(spring, made, tmp_path):
    with pytest.raises(ValueError, match=r'promised "Use one agenda\." \(P2\)'):
        summer(made, text=TEXT.partition('[[action]]\nid = "P2"')[0])
    assert not (tmp_path / "summer").exists()


def test_the_same_edition_again_has_the_same_bytes(spring, made):
    first = [path.read_bytes() for path in summer(made).files]
    assert [path.read_bytes() for path in summer(made).files] == first


def test_heads_are_told_of_the_promises_about_their_pages(ambridge_with_schools, made, tmp_path, attacks):
    own = TEXT.replace("requests-from-schools", "your-requests")
    heads = {"place": "schools", "audience": "school"}
    made("spring", SPRING, "2016-06-15", date(2016, 6, 16), text=own, **heads)
    edition = summer(made, text=own, **heads)
    cards = [path for path in edition.files if path.suffix == ".html"]
    assert cards
    for path in cards:
        html = path.read_text(encoding="utf-8")
        assert "What happened to what we promised" in html
        assert "Overdue since 1 September 2016." in html
        assert "Use one agenda." not in html  # no page of theirs is about link meetings in the county
    assert (tmp_path / "summer" / "promises.json").is_file()


def test_what_a_draft_printed_is_not_printed_again(ambridge_of_heads, made, tmp_path, attacks):
    public = {"place": "county", "audience": "public"}
    made("spring", SPRING, "2016-06-15", date(2016, 6, 16), **public)
    path = tmp_path / "spring" / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"draft": True}), encoding="utf-8")
    with pytest.raises(ValueError, match="is a draft and never went out"):
        summer(made, **public)
