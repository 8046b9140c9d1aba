"""Every kind of page photographed at three widths and on paper, beside the pictures kept in `pictures/`.

A page that looks otherwise fails. Look at it; where it is better, `make pictures` keeps the new one. Pictures are half
the size of the page and compared at a quarter of that, so that the edges of letters do not matter, but a bar, a line or
a word that moved does.
"""

from __future__ import annotations

import base64
import os
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from earlyhelp.editions.council_settings import read_settings
from earlyhelp.editions.edition import publish
from earlyhelp.editions.manner import Manner
from earlyhelp.periods import Period
from earlyhelp.synthetic.county import synthesise

pytestmark = pytest.mark.browser

KEEPS_NEW = "EARLYHELP_KEEP_PICTURES" in os.environ
PICTURES = Path(__file__).parent / "pictures"
SETTINGS = Path(__file__).parents[2] / "examples" / "council_settings"
PERIOD = Period(date(2016, 1, 1), date(2016, 7, 31))

# One page of each kind of chart and table; `paper` is as wide as the print on a sheet of A4.
COUNTY_PAGES = (
    "requests-by-source", "requests-by-month", "commonest-focuses", "link-meetings", "staffing", "time-to-closure",
    "drift", "exclusions", "forms-young-person", "data-quality",
)  # fmt: skip
DISTRICT_PAGES = ("drift",)
SCHOOL_PAGES = ("your-school", "your-link-meetings")
WIDTHS = {"desk": 1200, "tablet": 700, "phone": 320, "paper": 688}
SCALE = 0.5
# Of the points of both pictures, the share that may differ by more than a shade.
MOST_DIFFERENT = 0.004

COMPARE = """async ([kept, taken]) => {
  const read = async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  };
  const [a, b] = [await read(kept), await read(taken)];
  if (Math.abs(a.width - b.width) > 1 || Math.abs(a.height - b.height) > 6)
    return `is ${b.width} x ${b.height} points, not ${a.width} x ${a.height}`;
  const [width, height] = [Math.ceil(a.width / 4), Math.ceil(a.height / 4)];
  const points = (image) => {
    const canvas = Object.assign(document.createElement('canvas'), {width, height});
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, a.width / 4, a.height / 4);
    return context.getImageData(0, 0, width, height).data;
  };
  const [left, right] = [points(a), points(b)];
  let different = 0;
  for (let i = 0; i < left.length; i += 4)
    if (Math.max(...[0, 1, 2].map((c) => Math.abs(left[i + c] - right[i + c]))) > 48) different += 1;
  return different / (width * height);
}"""


@pytest.fixture(scope="module")
def cards(tmp_path_factory) -> dict[str, str]:
    """Return the addresses of cards: a county's, with a council's settings too, a district's and a school's."""
    folder = tmp_path_factory.mktemp("pictures")
    synthesise(folder / "county", requests=2000, seed=7)
    addresses: dict[str, str] = {}
    for name, place in (("county", "county"), ("district", "Newcastle"), ("school", "900010")):
        edition = publish(folder / "county", "school-report-card", PERIOD, place, "internal", folder / name)
        addresses[name] = edition.files[0].as_uri()
    own = Manner(read_settings(SETTINGS / "settings.toml", SETTINGS / "actions.toml"))
    edition = publish(folder / "county", "school-report-card", PERIOD, "county", "internal", folder / "own", own)
    addresses["own"] = edition.files[0].as_uri()
    return addresses


def address_of(picture: bytes) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(picture).decode()}"


def open_at(browser: Browser, address: str, size: str) -> Page:
    page = browser.new_page(viewport={"width": WIDTHS[size], "height": 900}, device_scale_factor=SCALE)
    page.emulate_media(media="print" if size == "paper" else "screen")
    page.goto(address)
    return page


def look_different(browser: Browser, kept: bytes, taken: bytes) -> str:
    """Return how two pictures differ, or nothing where they look alike."""
    page = browser.new_page()
    found = page.evaluate(COMPARE, [address_of(kept), address_of(taken)])
    page.close()
    if isinstance(found, str):
        return found
    return f"differs in {found:.2%} of its points" if found > MOST_DIFFERENT else ""


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize(
    ("card", "parts"),
    [
        ("county", ("header.cover", "nav.contents", *(f"#{key}" for key in COUNTY_PAGES))),
        ("district", tuple(f"#{key}" for key in DISTRICT_PAGES)),
        ("school", tuple(f"#{key}" for key in SCHOOL_PAGES)),
    ],
)
def test_each_kind_of_page_looks_as_it_was_last_approved(browser, cards, card, parts, size):
    page = open_at(browser, cards[card], size)
    faults: list[str] = []
    for part in parts:
        name = f"{card}-{part.lstrip('#').rpartition('.')[2]}-{size}.jpg"
        taken = page.locator(part).screenshot(animations="disabled", type="jpeg", quality=60)
        if KEEPS_NEW:
            PICTURES.mkdir(exist_ok=True)
            (PICTURES / name).write_bytes(taken)
        if not (PICTURES / name).exists():
            faults.append(f"{name} is not kept")
        elif difference := look_different(browser, (PICTURES / name).read_bytes(), taken):
            faults.append(f"{name} {difference}")
    page.close()
    assert faults == []


def test_no_picture_is_kept_of_a_page_that_is_not_photographed():
    wanted = {
        f"{card}-{key}-{size}.jpg"
        for card, keys in (("county", ("cover", "contents", *COUNTY_PAGES)), ("district", DISTRICT_PAGES),
                           ("school", SCHOOL_PAGES))
        for key in keys for size in WIDTHS
    }  # fmt: skip
    assert {path.name for path in PICTURES.glob("*.jpg")} == wanted


def test_a_bar_that_moved_is_seen(browser, cards):
    page = open_at(browser, cards["county"], "desk")
    before = page.locator("#requests-by-source").screenshot(type="jpeg")
    page.evaluate("document.querySelector('#requests-by-source svg.wide .mark').remove()")
    after = page.locator("#requests-by-source").screenshot(type="jpeg")
    page.close()
    assert look_different(browser, before, after).startswith("differs in")


@pytest.mark.parametrize("width", [1200, 320])
@pytest.mark.parametrize("card", ["district", "school", "own"])
def test_axe_finds_nothing_on_any_kind_of_card(browser, cards, check_accessible, card, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(cards[card])
    check_accessible(page)
    page.close()
