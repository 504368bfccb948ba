"""A picture of a page as SVG text, for the README: `python -m tests.pictures.svg OUT.svg NAME LANGUAGE`.

Qt draws the page through its SVG generator. What it writes is made small and sure: words keep the width that they
have in the program's own typeface, whichever typeface shows them elsewhere.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QWidget

from desktop.kit.theme import LIGHT, Theme, apply_theme
from desktop.language import install_language
from tests.pictures.__main__ import settle
from tests.pictures.registry import Scene, all_pictures

WIDTH, HEIGHT = 1366, 694
"""Ten whole rows in the list of lines: half a one would be drawn over its edge, for these pictures do not clip."""
FACES = "Noto Sans SC, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"
_SVG = "http://www.w3.org/2000/svg"
_USELESS = {
    "fill-opacity": "1",
    "stroke-opacity": "1",
    "font-style": "normal",
    "transform": "matrix(1,0,0,1,0,0)",
    "vector-effect": "none",
    "stroke-width": "1",
}
_NUMBER = re.compile(r"-?\d+\.\d+")


def drawn(page: QWidget) -> bytes:
    """The page as Qt's generator writes it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.SvgTiny12)  # the other one clips in the wrong place
    generator.setOutputDevice(buffer)
    generator.setSize(page.size())
    generator.setViewBox(QRect(QPoint(), page.size()))
    painter = QPainter(generator)
    page.render(painter, QPoint())
    painter.end()
    return bytes(buffer.data().data())


def tidied(svg: bytes, size: QSize, title: str) -> str:
    """The same picture with what matters: no empty groups, fonts said once, short numbers, words of a fixed width."""
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(svg)
    for element in root.iter():
        _tidy(element)
    for child in list(root):
        if child.tag in (f"{{{_SVG}}}title", f"{{{_SVG}}}desc"):
            root.remove(child)
    _drop_empty(root)
    name = ElementTree.Element(f"{{{_SVG}}}title")
    name.text = title
    root.insert(0, name)
    root.attrib |= {"width": str(size.width()), "height": str(size.height()), "font-family": FACES}
    text = ElementTree.tostring(root, "unicode")
    return re.sub(r">\s+<", ">\n<", text) + "\n"


def _tidy(element: ElementTree.Element) -> None:
    tag = element.tag.rpartition("}")[2]
    if tag == "text" and element.text:
        face = QFont("Noto Sans SC")
        face.setPixelSize(round(float(element.get("font-size", "16"))))
        face.setBold(element.get("font-weight") == "700")
        wide = QFontMetricsF(face).horizontalAdvance(element.text)
        element.set("textLength", f"{wide:.1f}")
        element.set("lengthAdjust", "spacingAndGlyphs")
    element.attrib.pop("font-family", None)
    if tag == "g":
        element.attrib.pop("font-size", None)
        element.attrib.pop("font-weight", None)
    for key, value in list(element.attrib.items()):
        if _USELESS.get(key) == value:
            del element.attrib[key]
        elif key not in ("version",):
            element.set(key, _NUMBER.sub(lambda m: f"{float(m[0]):.2f}".rstrip("0").rstrip("."), value))


def _drop_empty(element: ElementTree.Element) -> None:
    for child in list(element):
        _drop_empty(child)
        if child.tag == f"{{{_SVG}}}g" and not len(child):
            element.remove(child)


def main(out: str, name: str, language: str) -> None:
    """Draws one picture and writes it."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    install_language(language)
    apply_theme(application, Theme(LIGHT))
    entry = next(picture for picture in all_pictures() if picture.name == name)
    with tempfile.TemporaryDirectory(prefix="gatebook-pictures-", ignore_cleanup_errors=True) as folder:
        scene = Scene(language, False, entry.sizes[0], Path(folder), {})
        page = entry.draw(scene)
        assert isinstance(page, QWidget), "a page, not a sheet"
        page.resize(WIDTH, HEIGHT)
        page.show()
        settle()
        if entry.after is not None:
            entry.after(scene, page)
            settle()
        title = {"zh": "门岗册：门岗页", "en": "Gatebook: the gate page"}[language]
        Path(out).write_text(tidied(drawn(page), page.size(), title), "utf-8", newline="\n")
        print(f"{Path(out).stat().st_size} bytes in {out}")
        sys.stdout.flush()
        os._exit(0)  # the sample's own threads are not waited for


if __name__ == "__main__":
    main(*sys.argv[1:])
