"""Check characters of pupil and NHS numbers, as SQL.

Source  UPN: DfE, Unique pupil numbers; NHS number: NHS Data Dictionary, Modulus 11 check digit
"""

from __future__ import annotations

from typing import Final

_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"


def is_wrong_upn(upn: str) -> str:
    """Return SQL that is true where a text is not a UPN: a check letter, eleven digits, then a digit or a letter.

    The letter in the last place marks a temporary number; it counts by its place in the alphabet without I, O and S.
    """
    place = f"(strpos('{_LETTERS}', substr({upn}, 13, 1)) - 1)"
    last = f"CASE WHEN {place} >= 0 THEN {place} ELSE TRY_CAST(substr({upn}, 13, 1) AS INTEGER) END"
    digits = " + ".join(f"{weight} * TRY_CAST(substr({upn}, {weight}, 1) AS INTEGER)" for weight in range(2, 13))
    check = f"substr('{_LETTERS}', ({digits} + 13 * ({last})) % 23 + 1, 1)"
    form = f"regexp_full_match({upn}, '[{_LETTERS}][0-9]{{11}}[0-9{_LETTERS}]')"
    return f"{upn} IS NOT NULL AND NOT coalesce({form} AND left({upn}, 1) = {check}, FALSE)"


def is_wrong_nhs_number(number: str) -> str:
    """Return SQL that is true where a text is not an NHS number: ten digits, the last a check on the others.

    Spaces between its groups are left out of account.
    """
    plain = f"replace({number}, ' ', '')"
    digits = " + ".join(
        f"{12 - place} * TRY_CAST(substr({plain}, {place - 1}, 1) AS INTEGER)" for place in range(2, 11)
    )
    check = f"(11 - ({digits}) % 11) % 11"
    form = f"regexp_full_match({plain}, '[0-9]{{10}}')"
    return f"{number} IS NOT NULL AND NOT coalesce({form} AND TRY_CAST(right({plain}, 1) AS INTEGER) = {check}, FALSE)"
