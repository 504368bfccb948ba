"""The fonts that the build makes serve the screen and the paper alike."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from resources.build import FONT_LICENCE, FONTS, WEIGHTS, fonts_made, make_fonts

# A common character, one of Unicode's Extension A, and the last of the unified block that is covered.
CHARACTERS = "可㐀龥"


def test_the_fonts_are_made_with_their_licence() -> None:
    assert fonts_made()
    assert "SIL OPEN FONT LICENSE" in (FONTS / FONT_LICENCE).read_text("utf-8").upper()


def test_fonts_that_are_there_are_not_made_again() -> None:
    before = {name: (FONTS / name).stat().st_mtime_ns for name in WEIGHTS}
    make_fonts()
    assert {name: (FONTS / name).stat().st_mtime_ns for name in WEIGHTS} == before


def test_qt_sees_one_family_with_a_regular_and_a_bold(qapp: QApplication) -> None:
    for name in WEIGHTS:
        number = QFontDatabase.addApplicationFont(str(FONTS / name))
        assert QFontDatabase.applicationFontFamilies(number) == ["Noto Sans SC"]
    assert {"Regular", "Bold"} <= set(QFontDatabase.styles("Noto Sans SC"))
    bold = QFont("Noto Sans SC")
    bold.setBold(True)
    assert QFontInfo(bold).family() == "Noto Sans SC"
    assert QRawFont.fromFont(bold).weight() == QFont.Weight.Bold


@pytest.mark.parametrize("name", WEIGHTS)
def test_reportlab_embeds_only_what_is_used(name: str) -> None:
    font = TTFont(f"Test-{name}", str(FONTS / name))
    assert all(ord(character) in font.face.charToGlyph for character in CHARACTERS)
    registerFont(font)
    paper = io.BytesIO()
    canvas = Canvas(paper)
    canvas.setFont(font.fontName, 12)
    canvas.drawString(72, 72, CHARACTERS)
    canvas.save()
    assert len(paper.getvalue()) < 100_000
    assert PdfReader(paper).pages[0].extract_text().strip() == CHARACTERS
