from __future__ import annotations

from base64 import b64encode
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from earlyhelp.editions.council_settings import CouncilSettings, read_settings
from earlyhelp.publications.settings import DEFAULT, CardSettings
from earlyhelp.report.actions import Action
from earlyhelp.report.brand import Contact
from earlyhelp.report.charts.palette import INK, WHITE
from earlyhelp.report.contrast import contrast

EXAMPLES = Path(__file__).parents[2] / "examples" / "council_settings"
PNG = b"\x89PNG\r\n\x1a\n" + b"and the picture " * 4


def card_settings(settings: CouncilSettings) -> CardSettings:
    return CardSettings(**{each.name: getattr(settings, each.name) for each in fields(CardSettings)})


@pytest.fixture
def written(tmp_path):
    """Return a function that writes settings and gives what is read, or the sentence that refuses them."""

    def read(text: str, actions: str | None = None, **files: bytes):
        for name, content in files.items():
            (tmp_path / name.replace("_", ".")).write_bytes(content)
        settings = tmp_path / "settings.toml"
        settings.write_text(text, encoding="utf-8")
        agreed = tmp_path / "actions.toml"
        if actions is not None:
            agreed.write_text(actions, encoding="utf-8")
        try:
            return read_settings(settings, None if actions is None else agreed)
        except ValueError as refused:
            return str(refused)

    return read


def test_without_files_the_settings_are_ours():
    assert read_settings(None, None) == CouncilSettings()
    assert card_settings(CouncilSettings()) == DEFAULT


def test_an_empty_file_changes_nothing(written):
    assert written("") == CouncilSettings()


def test_the_register_of_releases_lies_where_the_settings_say(written, tmp_path):
    assert written('register = "../releases"').register == tmp_path / "../releases"
    assert written("").register is None


def test_a_register_without_a_name_is_refused(written):
    assert "has an empty `register`: name a folder, or take the line out" in written('register = " "')


def test_the_examples_can_be_used_as_they_are():
    found = read_settings(EXAMPLES / "settings.toml", EXAMPLES / "actions.toml")
    assert found.brand.council == "Borsetshire County Council, Local Support Teams"
    assert found.brand.logo is not None
    assert found.brand.logo.address.startswith("data:image/svg+xml;base64,")
    assert found.brand.colour == "#00625D"
    assert found.brand.palette.on_series == (WHITE, INK, WHITE, INK)
    assert found.brand.contacts[1] == Contact("Your link worker, through the district office", "", "01632 960000")
    assert [part.title for part in found.parts] == ["Who asks, and for what", "How the work goes", "What became of it"]
    assert found.actions["drift"][0].due_on == date(2016, 12, 16)
    assert found.actions["staffing"] == (
        Action(
            "staffing-1", "Tell schools which families' worker is away for more than three days, and who stands in.",
            "Team managers", date(2016, 9, 22),
        ),
    )  # fmt: skip
    assert found.keep_months == 25


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[colours]\nbrand = "#FFDD00"', "has `brand` with #FFDD00, too pale for white words on it: 1.34 to 1"),
        ('[colours]\nbrand = "blue"', 'has `brand` with "blue", which is no colour'),
        ('[colours]\ncharts = ["#12436D"]', "does not have 4 colours in `charts` but 1"),
        ('[colours]\ncharts = ["#12436D", "#12436E", "#801650", "#F46A25"]', "has #12436D beside #12436E in `charts`"),
        ('[colours]\ncharts = ["#12436D", "#EEEEEE", "#801650", "#F46A25"]', "too pale for a mark on white"),
        ('[colours]\ntarget = "#F46A25"', "too pale for its label on white: 3.02 to 1"),
        ('[[contacts]]\nrole = "The team"', "[[contacts]] number 1 has neither `email` nor `telephone`"),
        ('[[contacts]]\nrole = "The team"\nemail = "at home"', 'has `email` with "at home", which is no address'),
        ('[[contacts]]\nrole = "The team"\nemail = "a?bcc=b@c.uk"\n', "which is no address"),
        ('[card.parts]\ntitle = "One"', "write two brackets, [[card.parts]]"),
        ('[[contacts]]\nrole = "The team"\ntelephone = "ask"', 'has `telephone` with "ask", which is no number'),
        ('[[contacts]]\nemail = "a@b.uk"', "[[contacts]] number 1 lacks `role`"),
        ('[contacts]\nemail = "a@b.uk"', "write two brackets, [[contacts]]"),
        ('[[card.parts]]\ntitle = "One"\npages = ["stafing"]', 'names the page "stafing", which there is not; did you'),
        ('[[card.parts]]\ntitle = "One"\npages = ["drift", "drift"]', 'names the page "drift", which stands in the'),
        ('[[card.parts]]\ntitle = "One"', "lacks `pages`"),
        ('[logo]\nfile = "absent.png"\nwords = "A council"', "could not be opened"),
        ('[logo]\nfile = "logo.png"', "lacks `words`"),
        ('[private]\nkey_file = "absent.key"', "names `key_file` absent.key, which could not be opened"),
        ("[private]\nkeep_months = 0", "has `keep_months` = 0; it may be 1 to 120"),
        ('[private]\nkey_file = "a\\u0000b"', "has `key_file` that is no name of a file"),
        ('[logo]\nfile = "a\\u0000b"\nwords = "A council"', "`file` is no name of a file"),
        ('[logo]\nwords = "A council"', "[logo] lacks `file`"),
        ('[council]\nname = " "', "[council] lacks `name`"),
        ('[card]\nintroduction = ["A card.", " "]', "has an empty paragraph in `introduction`"),
        ('[[card.parts]]\ntitle = ""\npages = ["drift"]', "[[card.parts]] number 1 lacks `title`"),
        ('[[contacts]]\nrole = " "\nemail = "a@b.uk"', "[[contacts]] number 1 lacks `role`"),
        ('[[contacts]]\nrole = "The team"\nemail = "a@b.uk"\n' * 7, "so name at most 6"),
        ("[colours]\ncharts = []", "does not have 4 colours in `charts` but 0"),
        ("[private]\nkeep_months = -1", "has `keep_months` that is not a whole number"),
        ('[councl]\nname = "A council"', "has `councl`, which is not known; did you mean `council`"),
        ("[council]\nname = 7", "[council] has `name` that is not text"),
        ("[council\n", "is not valid TOML"),
        ("[colours]\nbrand = #12436D", "(at line 2, column 9). Line 2 reads: brand = #12436D. Most likely put what"),
        ("[[contacts]]\ntelephone = 01632 960000", "Most likely put what stands behind the = between quotation marks"),
        ('[logo]\nfile = "pictures\\logo.png"', "Most likely write / instead of \\ between folders"),
        ('[contacts]\nrole = "A"\n[contacts]\nrole = "B"', "Most likely write two brackets"),
        ("a = " + "[" * 3000, "holds what no settings hold"),
    ],
)
def test_what_cannot_be_used_is_answered_with_what_to_write(written, text, said):
    assert said in written(text)


def test_every_fault_is_told_at_once_each_with_its_file(written):
    told = written('[colours]\nbrand = "blue"\n[card]\nintro = "x"', '[[action]]\npage = "drift"').splitlines()
    assert len(told) == 6
    assert all("settings.toml: " in line for line in told[:2])
    assert all("actions.toml: " in line for line in told[2:])


def test_words_can_be_read_on_every_colour_a_chart_may_have(written):
    # On a middle grey neither white nor the ink of the text reaches 4.5 to 1, but black does.
    palette = written('[colours]\ncharts = ["#12436D", "#777777", "#801650", "#F46A25"]').brand.palette
    assert palette.on_series == (WHITE, "#000000", WHITE, INK)
    for words, colour in zip(palette.on_series, palette.series, strict=True):
        assert contrast(words, colour) >= 4.5


def test_a_contrast_just_too_low_is_not_told_as_enough(written):
    # 4.5000 to 1 against white.
    assert "4.49 to 1, at least 4.5 is needed" in written('[colours]\nbrand = "#6C7B67"')


def test_a_file_saved_with_a_byte_order_mark_is_read(written):
    assert written('\ufeff[council]\nname = "Borsetshire"').brand.council == "Borsetshire"


def test_a_logo_is_carried_inside_the_card(written):
    logo = written('[logo]\nfile = "logo.png"\nwords = "A council"', logo_png=PNG).brand.logo
    assert logo.address == f"data:image/png;base64,{b64encode(PNG).decode()}"
    assert logo.words == "A council"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<svg><script>alert(1)</script></svg>", "holds a script"),
        (b'<svg onload="go()"></svg>', "runs when it is touched"),
        (b"<svg><foreignObject/></svg>", "a page inside the drawing"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "holds a document type"),
        (b"<!DOCTYPE html><html></html>", "neither PNG nor JPEG nor SVG"),
        (b'<svg><image href="http://example.org/a.png"/></svg>', "an address outside the drawing"),
        (b"<svg><style>@import 'a.css';</style></svg>", "an address outside the drawing"),
        (b"<svg><rect style=\"fill:url(http://example.org/a)\"/></svg>", "an address outside the drawing"),
        (b"GIF89a", "neither PNG nor JPEG nor SVG"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 200_001, "save it smaller"),
    ],
)  # fmt: skip
def test_a_logo_that_could_run_or_reach_out_is_refused(written, content, said):
    assert said in written('[logo]\nfile = "logo.svg"\nwords = "A council"', logo_svg=content)


def test_a_drawing_may_refer_to_parts_of_itself(written):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/><rect fill="url(#b)"/></svg>'
    assert written('[logo]\nfile = "logo.svg"\nwords = "A council"', logo_svg=drawing).brand.logo is not None


def test_the_secret_of_the_pseudonyms_is_long_enough_and_never_printed(written):
    short = written('[private]\nkey_file = "secret.key"', secret_key=b"too short")
    assert "at least 16 bytes are needed" in short
    assert "too short to keep" in short
    found = written('[private]\nkey_file = "secret.key"', secret_key=b"long enough to keep\n")
    assert found.key == b"long enough to keep"
    assert "long enough" not in repr(found)


def test_an_action_under_a_page_that_the_council_leaves_out_is_not_lost_without_a_word(written):
    parts = '[[card.parts]]\ntitle = "Pace"\npages = ["staffing"]'
    action = '[[action]]\nid = "P1"\npage = "{}"\nwhat = "Look"\nowner = "Leads"\npromised = 2016-09-22'
    assert 'the page "drift", which the parts of the card leave out' in written(parts, action.format("drift"))
    # A school's card keeps its own pages where no part names one of them.
    assert written(parts, action.format("your-school")).actions["your-school"]
