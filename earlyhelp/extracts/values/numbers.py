"""Numbers, exactly as they were written: no figure is ever rounded on the way."""

from __future__ import annotations

import re
from decimal import ROUND_FLOOR, Decimal
from typing import Final

from earlyhelp.extracts.values.doubt import Doubt, DoubtKind, Value
from earlyhelp.extracts.values.tidy import tidy

_FIGURE: Final = re.compile(
    r"(?P<open>\()?(?P<sign>[+−-])?£?(?P<figures>[0-9][0-9.,' ]*|[.,][0-9]+)(?P<percent>%)?(?(open)\))"
)
_SHORTENED: Final = re.compile(r"-?[0-9]+([.,][0-9]+)?e[+-]?[0-9]+", re.IGNORECASE)
_MOST_DIGITS: Final = 28

_NOT_A_NUMBER: Final = Doubt(DoubtKind.UNREADABLE, "is not a number")


def read_number(text: str, decimal: str = ".") -> Value:
    """Return a number as a plain decimal: 1234.5 for 1,234.50, £1,234.50 or 1 234.5.

    (5) is -5, as accounts write it. 75% is 0.75, since shares in the dataset are from 0 to 1.

    decimal     the mark before the decimals, "." or ","
    """
    found = _read(text, decimal)
    return found if isinstance(found, Doubt) else _plain(found)


def read_whole(text: str, decimal: str = ".", round_down: bool = False) -> Value:
    """Return a whole number.

    round_down  decimals are cut off, as in ages: 12.03 is 12. Without it only zeros may stand there
    """
    found = _read(text, decimal)
    if isinstance(found, Doubt):
        return found
    whole = found.to_integral_value(ROUND_FLOOR)
    if whole != found and not round_down:
        return Doubt(DoubtKind.UNREADABLE, "is not a whole number", 'round = "down"')
    return _plain(whole)


def _read(text: str, decimal: str) -> Decimal | Doubt:
    plain = tidy(text)
    if _SHORTENED.fullmatch(plain):
        return Doubt(DoubtKind.UNREADABLE, "was shortened by a spreadsheet and has lost figures")
    # Between sign, currency, figures and per cent a space says nothing; between figures it may part thousands.
    match = _FIGURE.fullmatch(re.sub(r"(?<![0-9]) | (?![0-9])", "", plain))
    if not match or (match["open"] and match["sign"]):
        return _NOT_A_NUMBER
    figures = _without_groups(match["figures"], decimal)
    if isinstance(figures, Doubt):
        return figures
    if len(figures) > _MOST_DIGITS:
        return Doubt(DoubtKind.UNREADABLE, "has more figures than a number may have here")
    number = Decimal(figures).scaleb(-2 if match["percent"] else 0)
    return -number if match["open"] or match["sign"] in ("-", "−") else number


def _without_groups(figures: str, decimal: str) -> str | Doubt:
    """The figures with a point before the decimals and nothing between thousands."""
    group = "," if decimal == "." else "."
    if re.fullmatch(rf"[0-9]*{re.escape(decimal)}?[0-9]*", figures):
        return figures.replace(decimal, ".")
    # A workbook gives 7.5 whatever the country, so a point that parts no thousands is a decimal point.
    if decimal == "," and re.fullmatch(r"[0-9]*\.[0-9]+", figures):
        return _with_point(figures)
    if re.fullmatch(rf"[1-9][0-9]{{0,2}}([{group}' ])[0-9]{{3}}(\1[0-9]{{3}})*({re.escape(decimal)}[0-9]*)?", figures):
        return re.sub(rf"[{group}' ]", "", figures).replace(decimal, ".")
    if decimal == "." and re.fullmatch(r"[0-9]*,[0-9]+", figures):
        why = f"has a comma that parts no thousands: it could be {figures.replace(',', '.')}"
        return Doubt(DoubtKind.AMBIGUOUS, why, 'decimal = ","')
    return _NOT_A_NUMBER


def _with_point(figures: str) -> str | Doubt:
    if re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", figures):
        why = f"could be {figures.replace('.', '')}, or {figures} from a workbook"
        return Doubt(DoubtKind.AMBIGUOUS, why, "Write the numbers of this column without marks between thousands.")
    return figures


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
