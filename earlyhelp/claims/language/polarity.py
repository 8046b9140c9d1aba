"""Things of which less is better, so that "improved" means fewer of them."""

from __future__ import annotations

from typing import Final

LESS_IS_GOOD: Final = (
    r"\b(?:wait\w*|delay\w*|absen\w+|complaint\w*|arrears|vacanc\w+|turnover|accident\w*|"
    r"error\w*|missed|late|overdue|days|weeks|hours|minutes|backlog|cost\w*|dissatisf\w+|"
    r"unhappy|"
    r"crime\w*|thefts?|burglar\w+|fires?|infections?|debt\w*|emissions?|deaths?|injur\w+|"
    r"poverty|unemploy\w+|homeless\w*|length|duration|time|times|litter|losses|failure\w*|"
    r"incident\w*|breach\w*|"
    r"offen[cds]\w+|re-?offend\w*|overcrowding|truan\w+|suspension\w*|evict\w*|voids?|sick\w*|"
    r"empty|noise|damage\w*|fly-tipping|rents?)\b"
)
