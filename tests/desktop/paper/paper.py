"""Cards to print, and what a printer, a scanner and a reader of text make of the pages."""

from __future__ import annotations

import io
import json
import re
import subprocess
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import zxingcpp
from PIL import Image

from db.books.pass_id import Book, PassId, Scope
from desktop.paper.card_face import CardFace, Layout
from desktop.paper.cards import cards_pdf

VECTORS = Path(__file__).parents[2] / "data" / "pass-tokens.json"


def home_face(number: int = 123, **changed: Any) -> CardFace:
    """A card for its own gate."""
    book = changed.get("book", Book.MEDICAL)
    changed.pop("book", None)
    face = CardFace(
        pass_id=PassId(312, book, number),
        issue=1,
        name="周文静",
        unit="咸宁市中心医院",
        post="护士",
        compound="香城花园小区",
        gate_name="1 号门岗亭（东门）",
        gate_phone="0715-000 0000",
        scope=Scope.GATE,
        valid_from=date(2020, 2, 10),
        valid_until=date(2020, 3, 31),
        token=f"200312{book.digit}{number:07d}001{number * 7919 % 10**13:013d}",
    )
    return replace(face, **changed)


def district_faces() -> list[CardFace]:
    """Cards with the signed tokens of the published vectors."""
    faces = []
    for vector in json.loads(VECTORS.read_text("utf-8"))["district"]:
        book = Book(vector["book"])
        faces.append(
            home_face(
                pass_id=PassId(vector["gate"], book, vector["number"]),
                issue=vector["issue"],
                name=vector["name"],
                scope=Scope(vector["scope"]),
                token=vector["digits"],
            )
        )
    return faces


def pdf_of(faces: list[CardFace], layout: Layout = Layout.CR80, **options: Any) -> bytes:
    """The cards as PDF."""
    out = io.BytesIO()
    cards_pdf(faces, layout, out, **options)
    return out.getvalue()


def pages_of(pdf: bytes, dots_per_inch: int) -> list[Image.Image]:
    """The pages as a grey printer of that resolution shows them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        command = ["pdftoppm", "-r", str(dots_per_inch), "-gray", str(path), str(Path(folder) / "page")]
        subprocess.run(command, check=True, capture_output=True)
        pages = []
        for page in sorted(Path(folder).glob("page-*")):
            with Image.open(page) as picture:
                pages.append(picture.copy())
        return pages


def codes_of(page: Image.Image) -> list[zxingcpp.Barcode]:
    """The QR codes that zxing-cpp finds on the page, with their places."""
    return [code for code in zxingcpp.read_barcodes(page) if code.format == zxingcpp.BarcodeFormat.QRCode]


def read_by_zxing(page: Image.Image) -> list[str]:
    """What zxing-cpp reads from the page."""
    return [code.text for code in codes_of(page)]


def read_by_zbar(page: Image.Image) -> list[str]:
    """What zbar reads from the page."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.png"
        page.save(path)
        command = ["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", str(path)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def text_of(pdf: bytes) -> str:
    """The text that can be copied from the PDF, without spaces and line ends."""
    return "".join(_poppler("pdftotext", pdf, "-raw").split())


@dataclass(frozen=True)
class Word:
    """A word on a page: its ink, in points from the upper left corner."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Word) -> bool:
        """Whether ink lies on ink."""
        return (
            self.page == other.page
            and min(self.right, other.right) - max(self.left, other.left) > 0.5
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 0.5
        )


_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
# Of the line box that the font declares: 1.16 em above the baseline and 0.288 below, of which a Chinese
# character fills some 0.85 and 0.08.
_ABOVE, _BELOW = (1.16 - 0.85) / 1.448, (0.288 - 0.08) / 1.448


def words_of(pdf: bytes) -> list[Word]:
    """Every word with its place; only of pages without turned text."""
    words = []
    for page, content in enumerate(_poppler("pdftotext", pdf, "-bbox").split("<page ")[1:]):
        for match in _WORD.finditer(content):
            left, top, right, bottom = (float(match[index]) for index in range(1, 5))
            height = bottom - top
            ink = top + _ABOVE * height, bottom - _BELOW * height
            words.append(Word(page, unescape(match[5]), left, ink[0], right, ink[1]))
    return words


def _poppler(tool: str, pdf: bytes, *options: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        done = subprocess.run([tool, *options, str(path), "-"], check=True, capture_output=True)
        return done.stdout.decode("utf-8")
