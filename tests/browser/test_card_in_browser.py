"""The card as a browser shows it: accessibility rules by axe, three widths, paper. Run by `make test-browser`."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.figures import Status

pytestmark = pytest.mark.browser

WIDTHS = (1200, 390, 320)

EVERYTHING = frozenset(CATALOGUE)
CARDS = [
    *(pytest.param({}, width, id=f"full-{width}") for width in WIDTHS),
    pytest.param({"most": 9}, 320, id="small numbers-320"),
    pytest.param({"absent": EVERYTHING}, 320, id="nothing collected-320"),
    pytest.param({"absent": EVERYTHING, "status": Status.SUPPRESSED}, 1200, id="everything hidden-1200"),
]


def open_card(browser: Browser, address: str, width: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    return page


@pytest.mark.parametrize(("wishes", "width"), CARDS)
def test_axe_finds_nothing_and_the_page_does_not_scroll_sideways(browser, card_file, check_accessible, wishes, width):
    page = open_card(browser, card_file(**wishes), width)
    check_accessible(page)
    page.close()


def test_the_page_asks_nothing_of_the_network(browser, card_file):
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    address = card_file()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert asked == [address]
    page.close()


@pytest.mark.parametrize(("width", "shown"), [(1200, "wide"), (641, "wide"), (640, "narrow"), (320, "narrow")])
def test_one_drawing_of_each_chart_is_shown_and_its_words_stay_legible(browser, card_file, width, shown):
    page = open_card(browser, card_file(), width)
    visible = page.evaluate(
        "[...document.querySelectorAll('svg.chart')].filter(e => e.getClientRects().length).map(e => e.classList[1])"
    )
    figures = page.locator("figure").count()
    sizes = page.evaluate(
        "[...document.querySelectorAll('svg.chart')].filter(e => e.getClientRects().length)"
        ".map(e => 12 * e.getBoundingClientRect().width / e.viewBox.baseVal.width)"
    )
    assert visible == [shown] * figures
    assert min(sizes) >= 9, "the smallest words of a chart are 12 units high"
    page.close()


def test_no_words_of_a_drawing_are_cut_off_or_lie_on_one_another(browser, card_file):
    for width in (1200, 320):
        page = open_card(browser, card_file(), width)
        faults = page.evaluate("""() => {
          const found = [];
          for (const svg of document.querySelectorAll('svg.chart')) {
            if (!svg.getClientRects().length) continue;
            const box = svg.getBoundingClientRect();
            const words = [...svg.querySelectorAll('text')].filter(t => !t.classList.contains('target-label'))
              .map(t => [t.textContent, t.getBoundingClientRect()]);
            for (const [said, at] of words)
              if (at.left < box.left - 2 || at.right > box.right + 2 || at.bottom > box.bottom + 4) found.push(said);
            for (let i = 0; i < words.length; i++) for (let j = i + 1; j < words.length; j++) {
              const [a, b] = [words[i][1], words[j][1]];
              const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
              const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
              if (across > 2 && down > 5) found.push(words[i][0] + ' / ' + words[j][0]);
            }
          }
          return found;
        }""")
        assert faults == []
        page.close()


def test_the_skip_link_is_the_first_stop_of_the_keyboard_and_leads_to_the_pages(browser, card_file):
    page = open_card(browser, card_file(), 1200)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    box = page.locator(".skip").bounding_box()
    assert box
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_each_page_of_the_card_prints_on_one_sheet(browser, card_file, subject):
    page = open_card(browser, card_file(), 1200)
    pages = page.locator("section.page").count()
    printed = page.pdf(prefer_css_page_size=True)
    # One sheet for the cover and the contents, one for each page, one for the words used.
    assert printed.count(b"/Type /Page\n") == pages + 2
    page.close()


def test_in_forced_colours_every_mark_keeps_an_outline_and_every_word_shows(browser, card_file):
    page = browser.new_page(viewport={"width": 1200, "height": 900}, forced_colors="active", color_scheme="dark")
    page.goto(card_file())
    looks = page.evaluate("""() => {
      const mark = document.querySelector('svg.chart.wide .mark');
      const words = document.querySelector('svg.chart.wide text');
      const style = getComputedStyle(mark);
      return [style.fill, style.stroke, getComputedStyle(words).fill];
    }""")
    background, outline, words = looks
    assert outline != background
    assert words != background
    page.close()
