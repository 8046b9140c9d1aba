"""Where a sentence ends: at a full stop before a capital letter or a figure, and not after a shortened word."""

from __future__ import annotations

import pytest

from earlyhelp.report.commentary.marked_text import read_marked_text


def sentences(text: str) -> list[str]:
    (page,) = read_marked_text(f"## page\n\n{text}\n").pages
    (paragraph,) = page.paragraphs
    return [written.source for written in paragraph]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One came. Another went.", ["One came.", "Another went."]),
        ("It rose. {{ requests | count }} came.", ["It rose.", "{{ requests | count }} came."]),
        ("Who asked? “Schools.” They did!", ["Who asked?", "“Schools.”", "They did!"]),
        ("Ask e.g. St. Mary or Mrs. Antrobus.", ["Ask e.g. St. Mary or Mrs. Antrobus."]),
        ("At 9.30 they met. then left.", ["At 9.30 they met. then left."]),
    ],
)
def test_a_sentence_ends_where_another_begins(text, parts):
    assert sentences(text) == parts
