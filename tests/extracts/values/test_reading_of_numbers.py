"""Numbers as people and programs write them, read exactly or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.extracts.values.doubt import Doubt, DoubtKind
from earlyhelp.extracts.values.numbers import read_number, read_whole

numbers = st.decimals(min_value=-(10**9), max_value=10**9, places=3)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("7", "7"),
        ("7.50", "7.5"),
        ("007", "7"),
        ("-7", "-7"),
        ("− 7", "-7"),
        ("+7", "7"),
        (".5", "0.5"),
        ("5.", "5"),
        ("-0", "0"),
        ("1,234.5", "1234.5"),
        ("1 234 567", "1234567"),
        ("1\u202f234", "1234"),
        ("1'234", "1234"),
        ("£1,234.50", "1234.5"),
        ("-£5", "-5"),
        ("£ 5", "5"),
        ("(5)", "-5"),
        ("( 1,000 )", "-1000"),
        ("75%", "0.75"),
        ("12.5 %", "0.125"),
        ("0.1", "0.1"),
        ("123456789012345678.000000001", "123456789012345678.000000001"),
    ],
)
def test_a_number_is_read_as_a_plain_decimal(written: str, number: str) -> None:
    assert read_number(written) == number


@pytest.mark.parametrize(
    "written",
    [
        *("", "seven", "7.5 FTE", "7 5", "1,23,4", "1.2.3", "--5", "(5", "5)", "(-5)", "7-8", "<5", "5+", "£"),
        *("1e5", "1.2E+05", "nan", "inf", "½", "٣", "12:30", "0x10", "1_000", "9" * 29),
    ],
)
def test_what_is_no_number_is_refused(written: str) -> None:
    value = read_number(written)
    assert isinstance(value, Doubt) and value.kind is DoubtKind.UNREADABLE


@given(numbers)
def test_a_number_comes_back_exactly_however_it_was_written(number: Decimal) -> None:
    for written in (
        f"{number:f}",
        f"{number:,f}",
        f" {number:,f} ".replace(",", " "),
        f"£{number:f}".replace("£-", "-£"),
    ):
        value = read_number(written)
        assert isinstance(value, str) and Decimal(value) == number


@given(numbers)
def test_a_decimal_comma_reads_the_same_numbers(number: Decimal) -> None:
    value = read_number(f"{number:,f}".translate(str.maketrans(",.", ".,")), ",")
    assert isinstance(value, str) and Decimal(value) == number


@pytest.mark.parametrize("written", ["7,5", "1,2345", "0,123", "-,5"])
def test_a_comma_that_parts_no_thousands_is_asked_about(written: str) -> None:
    value = read_number(written)
    assert isinstance(value, Doubt) and value.kind is DoubtKind.AMBIGUOUS and value.answer == 'decimal = ","'
    assert read_number(written, ",") == written.replace("-,", "-0,").replace(",", ".")


def test_a_point_is_a_decimal_point_where_the_comma_is_one_unless_it_may_part_thousands() -> None:
    # A workbook gives 7.5 whatever the country; 1.234 may be either.
    assert read_number("7.5", ",") == "7.5" and read_number("0.125", ",") == "0.125"
    assert read_number("1.234.567", ",") == "1234567"
    value = read_number("1.234", ",")
    assert isinstance(value, Doubt) and value.kind is DoubtKind.AMBIGUOUS


@pytest.mark.parametrize(("written", "whole"), [("12", "12"), ("12.0", "12"), ("1,200.00", "1200"), ("0.0", "0")])
def test_noughts_behind_the_point_leave_a_number_whole(written: str, whole: str) -> None:
    assert read_whole(written) == whole


@pytest.mark.parametrize(("written", "whole"), [("12.03", "12"), ("12.99", "12"), ("12", "12"), ("0.4", "0")])
def test_an_age_is_rounded_down_where_the_mapping_says_so(written: str, whole: str) -> None:
    assert read_whole(written, round_down=True) == whole
    value = read_whole(written)
    assert value == whole or (isinstance(value, Doubt) and value.answer == 'round = "down"')


@given(st.text())
def test_any_text_is_a_number_or_a_doubt(text: str) -> None:
    for decimal in (".", ","):
        value = read_number(text, decimal)
        assert isinstance(value, Doubt) or (value is not None and Decimal(value).is_finite() and "E" not in value)
