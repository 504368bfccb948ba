"""The Chinese font on paper: registered once, embedded as a subset, with other fonts for what it lacks.

Noto Sans SC has all of the official table of characters, names included. What is rarer (𠮷 for example) is
looked for in any further font beside it and in the system's own fonts; what no font has is told beforehand by
`missing_characters`, and leaves an empty box to be filled in by hand.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import reportlab
from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

import resources
from db.errors import Fault, FaultCode

# Text armour around compressed streams makes files a quarter larger for mail programs of the last century.
rl_config.useA85 = 0

REGULAR = "NotoSansSC-Regular"
BOLD = "NotoSansSC-Bold"

BOX = "□"
"""Stands for a character that no font has: drawn as an empty box of one em, never looked up in a font."""

_FOLDER = Path(resources.__file__).parent / "fonts"

# Fonts of the systems with characters beyond the fonts of the program, best first: Chinese ones, then letters
# of Latin and other alphabets.
_SYSTEM_FONTS = (
    "simsunb.ttf",
    "SimsunExtG.ttf",
    "HanaMinB.ttf",
    "HanaMinA.ttf",
    "Plangothic-Regular.ttf",
    "PlangothicP1-Regular.ttf",
    "PlangothicP2-Regular.ttf",
    "Jigmo.ttf",
    "Jigmo2.ttf",
    "Jigmo3.ttf",
    "BabelStoneHan.ttf",
    "mingliub.ttc",
    "STSONG.TTF",
    "NotoSans-Regular.ttf",
    "segoeui.ttf",
    "arial.ttf",
    "DejaVuSans.ttf",
    "LiberationSans-Regular.ttf",
)

# Letters of these scripts change their shape with their neighbours; drawn one by one they cannot be read.
_SHAPED = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufefc]"
)
# Marks that choose a variant of a character, and what has no width at all.
_INVISIBLE = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)

_BEYOND_PLANE_0 = re.compile(rb"> <([0-9A-F]{5,6})>")


class _Font(TTFont):
    """A TrueType font whose characters beyond U+FFFF can be copied and searched in the PDF too.

    reportlab writes their code as it is into the map to Unicode, where the format wants UTF-16.
    """

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:
        super().addObjects(doc)
        for name, thing in doc.idToObject.items():
            if isinstance(name, str) and name.startswith("toUnicodeCMap:") and isinstance(thing.content, str):
                thing.content = _BEYOND_PLANE_0.sub(_as_utf16, thing.content.encode("ascii")).decode("ascii")


def _as_utf16(match: re.Match[bytes]) -> bytes:
    return b"> <" + chr(int(match[1], 16)).encode("utf-16-be").hex().upper().encode("ascii") + b">"


@dataclass(frozen=True)
class Run:
    """A stretch of text in one font; `font` is None where the text is boxes to be filled in by hand."""

    font: str | None
    text: str


@cache
def register() -> None:
    """Makes the two weights known to reportlab, once; raises `Fault` where the program's fonts are missing."""
    for name in (REGULAR, BOLD):
        path = _FOLDER / f"{name}.ttf"
        try:
            pdfmetrics.registerFont(_Font(name, str(path)))
        except (OSError, TTFError) as error:
            raise Fault(FaultCode.MISSING_FONT, path=str(path)) from error


def face(bold: bool) -> str:
    """reportlab's name of the weight."""
    register()
    return BOLD if bold else REGULAR


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """Text as it is drawn: composed, on one line, without marks that have no shape of their own."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", re.sub(r"\s+", " ", text))).strip()


def missing_characters(texts: Iterable[str]) -> str:
    """The characters of these texts that no font here can print, each once, in order of appearance."""
    wanted = dict.fromkeys(character for text in texts for character in printable(text))
    return "".join(character for character in wanted if _font_of(character, False) is None)


@lru_cache(maxsize=4096)
def runs(text: str, bold: bool = False) -> tuple[Run, ...]:
    """The text, made printable, cut into stretches of one font."""
    text = printable(text)
    main = face(bold)
    if text and all(ord(character) in _characters(main) for character in text):
        return (Run(main, text),)
    found: list[Run] = []
    for character in text:
        font = _font_of(character, bold)
        piece = character if font else BOX
        if found and found[-1].font == font:
            found[-1] = Run(font, found[-1].text + piece)
        else:
            found.append(Run(font, piece))
    return tuple(found)


@lru_cache(maxsize=8192)
def width(text: str, bold: bool = False) -> float:
    """How wide the text is, in em."""
    total = 0.0
    for run in runs(text, bold):
        if run.font is None:
            total += len(run.text)
        else:
            widths = pdfmetrics.getFont(run.font).face.charWidths
            total += sum([widths[ord(character)] for character in run.text]) / 1000
    return total


@cache
def _characters(name: str) -> frozenset[int]:
    font = pdfmetrics.getFont(name)
    return frozenset(font.face.charToGlyph) & frozenset(font.face.charWidths)


@lru_cache(maxsize=4096)
def _font_of(character: str, bold: bool) -> str | None:
    if ord(character) in _characters(face(bold)):
        return face(bold)
    if _SHAPED.match(character):
        return None
    for name in _others(bold):
        if ord(character) in _characters(name):
            return name
    return None


@cache
def _others(bold: bool) -> tuple[str, ...]:
    """Fonts to fall back on, the program's own in this weight first; loaded when a character is missing."""
    own = sorted(_FOLDER.glob("*.ttf"), key=lambda path: (("Bold" in path.stem) != bold, path.name))
    # reportlab brings one with most letters of Latin alphabets.
    latin = Path(reportlab.__file__).parent / "fonts" / ("VeraBd.ttf" if bold else "Vera.ttf")
    names: list[str] = []
    for path in (*(path for path in own if path.stem not in (REGULAR, BOLD)), latin, *_system_fonts()):
        name = f"Fallback-{path.stem}"
        try:
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(_Font(name, str(path)))
        except (OSError, TTFError):
            # Damaged, or its licence forbids embedding: as good as not there.
            continue
        names.append(name)
    return tuple(names)


def _system_fonts() -> list[Path]:
    found: dict[str, Path] = {}
    for folder in _system_folders():
        for path in folder.rglob("*.[tT][tT][fFcC]"):
            found.setdefault(path.name.lower(), path)
    return [found[name.lower()] for name in _SYSTEM_FONTS if name.lower() in found]


def _system_folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        return [
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            home / "AppData" / "Local" / "Microsoft" / "Windows" / "Fonts",
        ]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local" / "share" / "fonts"]
