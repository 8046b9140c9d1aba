"""Badly protected publications must turn the attacker red, the same data well protected must not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from earlyhelp.attacker.attack import attack
from earlyhelp.attacker.cells import Attack, Cell, OwnFigure
from tests.attacker.folders import (
    HIDDEN,
    Cells,
    cell,
    counts,
    hide,
    number,
    write_figures,
    write_open_data,
    write_page,
    written,
)

SCHOOLS = {"1001": ("D1", "primary"), "1002": ("D1", "secondary"), "1003": ("D2", "primary")}

# Three of D1's forms came from young people; the county is the sum of its districts.
FORMS = counts(
    "closing_forms",
    "respondent",
    {
        "D1": {"young_person": 3, "parent_carer": 20, "school": 30},
        "D2": {"young_person": 25, "parent_carer": 12, "school": 31},
        "C": {"young_person": 28, "parent_carer": 32, "school": 61},
    },
)


def forms(place: str, respondent: str) -> Cell:
    return cell("closing_forms", place, f"respondent={respondent}")


FOUR = [forms(place, respondent) for place in ("D1", "D2") for respondent in ("young_person", "parent_carer")]
WELL_HIDDEN = hide(FORMS, FOUR)


def attack_on(*folders: Path, own: Iterable[OwnFigure] = (), is_public: bool = True) -> Attack:
    zeros = frozenset({"school"})
    return attack(folders, schools=SCHOOLS, hides_zeros_at=zeros, own=own, is_public=is_public, enough=None)


def attack_on_cells(folder: Path, cells: Cells) -> Attack:
    return attack_on(write_figures(folder, cells))


def told(found: Attack) -> set[tuple[str, str]]:
    return {(exposure.cell.place, exposure.cell.breakdown) for exposure in found.exposures if exposure.cell}


def test_well_protected_tables_are_safe(tmp_path: Path) -> None:
    found = attack_on_cells(tmp_path, WELL_HIDDEN)
    assert found.exposures == ()
    assert found.is_safe
    assert found.hidden_cells == 4


def test_small_cells_alone_hidden_are_worked_out(tmp_path: Path) -> None:
    found = attack_on_cells(tmp_path, hide(FORMS, FOUR[:1]))
    assert [(each.lower, each.upper) for each in found.exposures] == [(3, 3)]
    assert told(found) == {("D1", "respondent=young_person")}


def test_a_forgotten_margin_is_used(tmp_path: Path) -> None:
    in_one_line = hide(FORMS, FOUR[:2])
    without_county = {each: printed for each, printed in in_one_line.items() if each.level != "county"}
    assert attack_on_cells(tmp_path / "without", without_county).is_safe
    assert ("D1", "respondent=young_person") in told(attack_on_cells(tmp_path / "with", in_one_line))


def test_a_small_number_that_is_printed_is_named(tmp_path: Path) -> None:
    found = attack_on_cells(tmp_path, FORMS)
    assert told(found) == {("D1", "respondent=young_person")}


def test_a_sentence_names_the_table_and_never_the_number(tmp_path: Path) -> None:
    numbers = {"D1": {"young_person": 4, "parent_carer": 44, "school": 444}}
    cells = hide(counts("closing_forms", "respondent", numbers), [forms("D1", "young_person")])
    (exposure,) = attack_on_cells(tmp_path, cells).exposures
    assert "closing_forms by respondent, district D1" in exposure.sentence
    assert "4" not in exposure.sentence


def test_a_share_of_the_same_requests_tells_their_number(tmp_path: Path) -> None:
    # 2A is hidden among the sources, but the share from schools prints it: 7 of 30 leaves 23 to all others.
    by_source = counts("requests", "source_code", {"D1": {"2A": 7, "6": 3, "1A": 20}})
    cells = hide(by_source, [cell("requests", "D1", f"source_code={code}") for code in ("2A", "6")])
    assert attack_on_cells(tmp_path / "alone", cells).is_safe
    cells[cell("requests_from_schools", "D1")] = number(7, 30)
    found = attack_on_cells(tmp_path / "both", cells)
    assert ("D1", "source_code=6") in told(found)


def test_the_rest_of_a_hidden_share_is_protected_too(tmp_path: Path) -> None:
    # 18 of 20 closures were signed off. Both stand in other figures, so two were not.
    cells = {
        cell("closures_signed_off", "D1"): HIDDEN,
        cell("closures", "D1"): number(20),
        cell("closures_signed_off", "D2"): number(30, 40),
        cell("closures", "D2"): number(40),
        cell("closures_signed_off", "C"): number(48, 60),
    }
    assert {each.quantity for each in attack_on_cells(tmp_path / "county", cells).exposures} == {"rest"}
    del cells[cell("closures_signed_off", "C")]
    assert attack_on_cells(tmp_path / "districts", cells).is_safe


def test_a_district_less_its_schools_tells_nothing_while_others_are_left(tmp_path: Path) -> None:
    cells = {cell("children_closed", "D1"): number(20), cell("children_closed", "D2"): number(30)}
    cells |= {cell("children_closed", urn): HIDDEN for urn in SCHOOLS}
    assert attack_on_cells(tmp_path / "wide", cells).is_safe
    cells[cell("children_closed", "1001")] = number(18)
    found = attack_on_cells(tmp_path / "nearly all", cells)
    assert told(found) == {("1002", "all")}


def test_a_school_s_part_of_its_phase_is_its_whole(tmp_path: Path) -> None:
    cells = {
        cell("open_children", "D1"): number(30),
        cell("open_children", "1001"): HIDDEN,
        cell("open_children", "D1", "phase=primary"): number(4),
    }
    assert ("1001", "all") in told(attack_on_cells(tmp_path, cells))


def test_a_remainder_below_nothing_is_not_believed(tmp_path: Path) -> None:
    # A child of another district goes to school here: the schools have more children than the district.
    cells = {
        cell("open_children", "D1"): number(30),
        cell("open_children", "1001"): number(33),
        cell("open_children", "1002"): HIDDEN,
    }
    assert attack_on_cells(tmp_path, cells).is_safe


def test_an_earlier_term_is_not_forgotten(tmp_path: Path) -> None:
    may = {cell("closures", "D1", last="2016-05-31"): number(20)}
    july = {cell("closures", "D1"): number(22)}
    before, after = write_figures(tmp_path / "may", may), write_figures(tmp_path / "july", july)
    assert attack_on(before).is_safe
    assert attack_on(after).is_safe
    (exposure,) = attack_on(before, after).exposures
    assert exposure.cell
    assert (exposure.cell.first, exposure.cell.last) == ("2016-06-01", "2016-07-31")
    assert (exposure.lower, exposure.upper) == (2, 2)


def test_periods_with_enough_between_them_are_safe(tmp_path: Path) -> None:
    before = write_figures(tmp_path / "may", {cell("closures", "D1", last="2016-05-31"): number(20)})
    assert attack_on(before, write_figures(tmp_path / "many", {cell("closures", "D1"): number(25)})).is_safe
    assert attack_on(before, write_figures(tmp_path / "none", {cell("closures", "D1"): number(20)})).is_safe


def test_the_same_last_day_shows_the_same_children(tmp_path: Path) -> None:
    hidden = {cell("open_children", "D1"): HIDDEN, cell("open_children", "D1", "key_stage=KS1"): number(6)}
    longer = {cell("open_children", "D1", first="2015-09-01"): number(9)}
    longer |= {cell("open_children", "D1", f"key_stage=KS{n}", first="2015-09-01"): HIDDEN for n in (1, 2)}
    found = attack_on(write_figures(tmp_path / "long", longer), write_figures(tmp_path / "short", hidden))
    assert ("D1", "key_stage=KS2") in told(found)


def test_a_corrected_edition_is_laid_beside_the_old_one(tmp_path: Path) -> None:
    """The total was corrected by one; what is hidden in the one is printed in the other."""
    old = hide(FORMS, [*FOUR, forms("C", "young_person")])
    old[cell("closing_forms", "D2")] = number(69)
    new = hide(FORMS, [*FOUR[:2], *FOUR[2:]])
    assert attack_on(write_figures(tmp_path / "old", old), write_figures(tmp_path / "new", new)).is_safe
    shown = {**old, FOUR[1]: number(20)}
    found = attack_on(write_figures(tmp_path / "shown", shown), write_figures(tmp_path / "new", new))
    assert ("D1", "respondent=young_person") in told(found)


def test_what_a_head_knows_of_the_own_school_is_used(tmp_path: Path) -> None:
    cells = {cell("children_closed", "D1"): number(20), cell("children_closed", "1001"): HIDDEN}
    cells[cell("children_closed", "1002")] = HIDDEN
    folder = write_figures(tmp_path, cells)
    own = OwnFigure(cell("children_closed", "1001"), 18)
    assert attack_on(folder).is_safe
    assert told(attack_on(folder, own=[own])) == {("1002", "all")}


def test_a_cell_hidden_in_one_file_and_printed_in_another_is_found(tmp_path: Path) -> None:
    write_open_data(write_figures(tmp_path, WELL_HIDDEN), WELL_HIDDEN)
    assert attack_on(tmp_path).is_safe
    write_open_data(tmp_path, {**WELL_HIDDEN, FOUR[1]: number(20)})
    assert ("D1", "respondent=parent_carer") in told(attack_on(tmp_path))


def test_the_private_half_is_not_read(tmp_path: Path) -> None:
    write_figures(write_figures(tmp_path, WELL_HIDDEN) / "private", FORMS)
    assert attack_on(tmp_path).is_safe


# One district alone, without a total: nothing can be taken from anything.
ALONE = {each: printed for each, printed in hide(FORMS, FOUR[:1]).items() if each.place == "D1" and each.parts}
ROWS = "".join(
    f'<tr><th scope="row">{heading}</th><td data-cell="{written(forms("D1", value))}">{shown}</td></tr>'
    for heading, value, shown in (
        ("Young person", "young_person", "[c]"),
        ("Parent or carer", "parent_carer", "20"),
        ("School", "school", "30"),
    )
)
TABLE = f"<table><tbody>{ROWS}</tbody></table>"
TOTAL = '<data value="53" data-measure="closing_forms" data-place="D1" data-period="2016-01-01/2016-07-31"'


def attack_on_page(folder: Path, body: str, head: str = "", cells: Cells = ALONE) -> Attack:
    return attack_on(write_page(write_figures(folder, cells), body, head))


SAFE_PAGES = {
    "the table as it is": TABLE,
    "a text that prints what the table prints": f"{TABLE}<p>Of these, 30 came from schools by 31 July 2016.</p>",
    "a drawing with the mark": f"<svg><desc>Young person: [c]; School: 30.</desc><text>30</text></svg>{TABLE}",
    "a drawing of another table with the same headings": (
        f"<svg><desc>Young person: 77.</desc></svg>{TABLE}<table><tr><th>Young person</th><td>77</td></tr></table>"
    ),
    "names that hold numbers": f"{TABLE}<p>Key Stage 2, within 5 working days, call 01785 555 053, 53 days.</p>",
    "a verdict on printed cells": (
        f'{TABLE}<data data-derived="most" value="school" data-cells="{written(forms("D1", "school"))}">Most</data>'
    ),
}


@pytest.mark.parametrize("body", SAFE_PAGES.values(), ids=SAFE_PAGES.keys())
def test_a_page_that_tells_no_more_than_its_tables_is_safe(tmp_path: Path, body: str) -> None:
    assert attack_on_page(tmp_path, body).exposures == ()


TELLING_PAGES = {
    "the total in a sentence": f'{TABLE}<p>{TOTAL} data-breakdown="all">53 forms</data> came back.</p>',
    "the total in a sentence, bound to nothing": f"{TABLE}<p>In all 53 forms came back.</p>",
    "the total in a drawing": f"<svg><text>53</text></svg>{TABLE}",
    "the number in an alternative text": f"<svg><desc>Young person: 3; School: 30.</desc></svg>{TABLE}",
    "the number at a bar": f"<svg><text>Young person</text><text>3</text></svg>{TABLE}",
    "the number in a label": f'<div aria-label="Young person: 3"></div>{TABLE}',
    "the number in the cell": TABLE.replace("[c]", "3"),
    "the number in an attribute of the cell": TABLE.replace(
        "<td data-cell", '<td data-sort="3" data-cell', 1
    ),
    "the number in a comment": f"<!-- young people 3 -->{TABLE}",
    "the number in a script": f"<script>const numbers = [3, 20, 30];</script>{TABLE}",
    "a verdict on a hidden cell": (
        f'{TABLE}<data data-derived="verdict" value="up" data-cells="{written(forms("D1", "school"))} '
        f'{written(FOUR[0])}">more than a year before</data>'
    ),
    "a share of a hidden cell": (
        f'{TABLE}<data value="0.056604" data-measure="closing_forms" data-place="D1" '
        'data-breakdown="respondent=young_person">6%</data>'
    ),
}  # fmt: skip


@pytest.mark.parametrize("body", TELLING_PAGES.values(), ids=TELLING_PAGES.keys())
def test_a_page_that_tells_a_hidden_number_is_found(tmp_path: Path, body: str) -> None:
    found = attack_on_page(tmp_path, body)
    assert not found.is_safe
    assert all("card.html" in each.files or each.lower is not None for each in found.exposures)


def test_a_hidden_number_in_a_page_s_properties_is_found(tmp_path: Path) -> None:
    assert attack_on_page(tmp_path / "safe", TABLE, '<meta name="description" content="Forms of 2016">').is_safe
    assert not attack_on_page(tmp_path, TABLE, '<meta name="description" content="3 young people">').is_safe


def test_internal_is_no_word_for_everybody(tmp_path: Path) -> None:
    notice = f"<p>Internal: not protected for publication</p>{TABLE}"
    folder = write_page(write_figures(tmp_path, ALONE), notice)
    assert not attack_on(folder).is_safe
    assert attack_on(folder, is_public=False).is_safe
    write_page(folder, TABLE)
    assert attack_on(folder).is_safe
    (folder / "manifest.json").write_text('{"audience": "internal"}', encoding="utf-8")
    assert not attack_on(folder).is_safe


def test_the_own_numbers_of_a_head_are_no_exposure(tmp_path: Path) -> None:
    own = cell("children_closed", "1001")
    folder = write_figures(tmp_path, {own: number(3), cell("children_closed", "D1"): number(20)})
    assert not attack_on(folder).is_safe
    assert attack_on(folder, own=[OwnFigure(own, 3)]).is_safe


def again(window: str) -> Cell:
    return cell("re_requests", "C", f"window={window}")


def test_few_between_two_looks_back_are_found_though_both_are_printed(tmp_path: Path) -> None:
    close = {again("12"): number(71, 400), again("6"): number(70, 400)}
    apart = {again("12"): number(71, 400), again("6"): number(60, 400)}

    assert attack_on_cells(tmp_path / "close", close).exposures
    assert not attack_on_cells(tmp_path / "apart", apart).exposures


def test_a_small_rest_is_found_though_the_share_is_printed(tmp_path: Path) -> None:
    held = cell("reviews_in_time", "C")

    assert attack_on_cells(tmp_path / "few", {held: number(57, 60)}).exposures
    assert not attack_on_cells(tmp_path / "more", {held: number(50, 60)}).exposures


def test_few_who_came_since_an_earlier_publication_are_found(tmp_path: Path) -> None:
    focus = "focus_code=poor_attendance"
    before = write_figures(
        tmp_path / "1", {cell("children_with_focus", "C", focus, last="2016-05-31"): number(50, 400)}
    )
    few = write_figures(tmp_path / "2", {cell("children_with_focus", "C", focus): number(52, 450)})
    many = write_figures(tmp_path / "3", {cell("children_with_focus", "C", focus): number(57, 450)})

    assert attack_on(before, few).exposures
    assert not attack_on(before, many).exposures
