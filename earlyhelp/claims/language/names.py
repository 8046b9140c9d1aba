"""Digits and number words that name something and count nothing: years of school, forms, pages, telephones, dates."""

from __future__ import annotations

import re
from typing import Final

MONTHS: Final = {
    name: number
    for number, name in enumerate(
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december"], start=1
    )
}  # fmt: skip
_SHORT: Final = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
MONTH: Final = (
    rf"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:{_SHORT})\b\.?)"
)
_AND_MORE: Final = r"(?:\s*(?:,|&|and|to|or|-|–)\s*\d{1,2}\b(?!\s*(?:%|per cent)))*"
_NAMED: Final = (
    r"Years?|Key\s+Stages?|KS|Tables?|Charts?|Figures?|Fig\.|Pages?|Pp?\.|Parts?|Sections?|"
    r"Sect\.|Paragraphs?|Paras?\.?|Appendix|Appendices|Annexe?s?|"
    r"Tiers?|Stages?|Slides?|Quarters?|Questions?|Levels?|Grades?|Options?|Phases?|Wards?|"
    r"Rules?|Articles?|Bands?|Items?|Notes?|"
    r"Recommendations?|Actions?|Objectives?|Priority|Priorities|Chapters?|Clauses?|Rooms?|"
    r"Units?|Blocks?|Zones?|Lots?|Versions?|Schedules?|"
    r"Forms?|Groups?|Week|Category|Class|Route|Junction|Standards?|Footnotes?|Box|No\.?|Nos\.?|Number|Ref\.?|Reference"
)
_NAMES: Final = re.compile(
    rf"\b(?:{_NAMED})\s?(?:no\.?\s)?\d{{1,3}}[a-z]?\b(?!,\d{{3}}){_AND_MORE}(?!\s*(?:%|per cent|,\d{{3}}))"
    r"|\b(?:Stage|Tier|Level|Phase|Part|Year|Quarter|stage|tier|level|phase|part|quarter) (?:one|two|three|four|five)\b"
    r"|\b[A-Z]{1,4}-?\d{1,5}[a-z]?\b(?!%)"
    r"|\bQ\d{1,2}[a-z]?\)?"
        r"|\b0\d{2,5}[ -]?\d{3,4}[ -]?\d{3,6}\b|\b0\d{9,10}\b|\b(?:101|999|111|0800 \d{3} "
        r"?\d{3,4})\b(?= (?:call|number|line))"
    r"|\b24/7\b|\b24[- ]hours?\b|\b9 to 5\b"
    r"|https?://\S+|www\.\S+|\S+@\S+"
    r"|\b\d{1,2}[.:]\d{2}\s?(?:am|pm)\b|\b\d{1,2}\s?(?:am|pm|noon)\b|\b\d{1,2}:\d{2}\b"
        r"|\b(?:aged?|ages)\s(?:of\s)?(?:under |over |below |above |between )?(?:\d{1,2}|"
        r"[a-z]+teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty[a-z-]*)"
        r"(?:\s?(?:to|-|–|and|or)\s?(?:\d{1,2}|[a-z]+teen|two|three|four|five|six|seven|eight|"
        r"nine|ten|eleven|twelve))?\b(?: (?:and|or) (?:over|under|above|more|younger|older))?"
    r"|\b\d{1,2}(?:\s?(?:-|–|to)\s?\d{1,2})?[- ]years?[- ]olds?\b|\b(?:under|over)[- ]\d{1,2}s\b"
        r"|\b(?:page|table|slide|chart|figure|section|paragraph|appendix|annex|question|chapter|"
        r"footnote|key stage)\s\d{1,3}[a-z]?\b(?![,.]?\d|\s?%)"
        r"|\b(?:note|item|option|form|room|route|ward|band|group|grade|class|case|line|"
        r"row)\s\d{1,3}[a-z]?\b(?![,.]?\d|\s?%| [a-z]+s\b)"
    r"|\byears? (?:1[0-3]|[1-9])\b(?![,.]?\d|\s?%)"
    r"|(?<![\d.,])0\d+\b"
    r"|\bAct \d{4}\b|\b\d{1,3}\([a-z0-9]{1,3}\)"
    r"|\b[1-9]\d{0,2}(?:st|nd|rd|th)\b"
        r"|\bone[- ](?:to|by)[- ]one\b|\bone another\b|\bone[- ]stop\b|\bone-off\b|\bno one\b|"
        r"\bthe one\b|\beach one\b|\bany one\b|\bfirst[- ]half\b"
        r"|\b(?:first|second|last|other|latter) half\b|\bhalf[- ](?:year|term|day|hour|time|"
        r"yearly|termly)\b|\bhalf a (?:day|year|term|post)\b|\bin half\b"
        r"|\b(?:first|second|third|fourth|last|this|that|each|every|next|previous|same|the|per|"
        r"final|of the) quarters?\b(?! (?:of (?:the|those|these|all|our|them|\d)|(?:were|was|said|"
        r"had|have)))"
        r"|\b(?:January|April|July|October)\S* quarter\b|(?<=\d )a quarter\b(?! of)|\b(?:once|"
        r"twice|times|in|within|for|over|during) (?:a|one) quarter\b(?! of)"
    r"|£\d+ notes?\b",
)  # fmt: skip
_WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR: Final = r"(?:19[5-9]\d|20[0-4]\d)"
_DATES: Final = re.compile(
        rf"(?:{_WEEKDAY},?\s)?\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:-|–|to|and)\s?\d{{1,2}}(?:st|nd|"
        rf"rd|th)?)?\s(?:of\s)?{MONTH}(?:,?\s{_YEAR})?"
    rf"|\b{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,\s|\s){_YEAR}"
    rf"|\b{MONTH}\s{_YEAR}(?:[/–-]\d{{2,4}})?"
    r"|\b\d{1,2}[./]\d{1,2}[./](?:19|20)?\d{2}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b"
    rf"|(?<![£\d.,]){_YEAR}\s?[/–-]\s?(?:\d{{4}}|\d{{2}})\b(?!%)"
    rf"|(?<![£\d.,+±-])\b{_YEAR}\b(?![,.]\d|%|\sper cent|\s[a-z]{{3,}}s\b(?!\s+(?:and|of)\s))"
    rf"|(?<=\bin ){_YEAR}\b|(?<=\bsince ){_YEAR}\b",
)  # fmt: skip
MASK: Final = "\x00"


def hide_names(text: str) -> str:
    """Return the text with what is a name or a date put out of sight, letter for letter, so that places stay."""
    for pattern in (_DATES, _NAMES):
        text = pattern.sub(lambda found: MASK * len(found[0]), text)
    return text
