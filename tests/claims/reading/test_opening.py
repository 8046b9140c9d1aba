"""Files of four kinds become lines; what cannot be read is refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from earlyhelp.claims.finding import CannotRead
from earlyhelp.claims.reading.opening import read_lines

WORDS = "Seven of our 16 branch libraries, or 46%, open on Saturdays."


def a_pdf(words: str) -> bytes:
    """The smallest PDF of one page with one line of text."""
    drawn = f"BT /F1 12 Tf 40 700 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << "
            b"/Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(body),
    )


def test_a_text_keeps_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("# Libraries\r\n\r\n" + WORDS, encoding="utf-8")
    assert [(line.number, line.text) for line in read_lines(path)] == [(1, "# Libraries"), (2, ""), (3, WORDS)]


def test_word_gives_paragraphs_lists_and_tables_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Libraries")
    document.add_paragraph(WORDS)
    document.add_paragraph("open late", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ["Branch", "Loans", "Elm", "40"], strict=True):
        cell.text = text
    path = tmp_path / "report.docx"
    document.save(str(path))
    texts = [line.text for line in read_lines(path) if line.text]
    assert texts == ["# Libraries", WORDS, "- open late", "| Branch | Loans |", "|---|---|", "| Elm | 40 |"]


def test_pdf_gives_the_lines_of_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(a_pdf(WORDS))
    assert read_lines(path)[0].text.strip() == WORDS


@pytest.mark.parametrize(
    ("name", "content"),
    [("report.xls", b"x"), ("report.docx", b"no zip"), ("report.pdf", b"no pdf"), ("report.pdf", a_pdf(""))],
)
def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CannotRead, match=name):
        read_lines(path)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"nowhere\.md"):
        read_lines(tmp_path / "nowhere.md")
