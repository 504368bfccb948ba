"""The help on paper. Qt's own text layout: it is the one that draws it in the window too."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from desktop.kit.figures import FIGURES, figure, painted_light
from desktop.kit.markdown import dress
from desktop.kit.theme import LIGHT

SCREEN_DPI = 96
PRINTED_RATIO = 3.0
"""Pixels a point of a figure on paper: some 290 an inch."""
_SMALLER = (1.0, 1.1, 1.2, 1.3, 1.4, 1.5)
"""How much smaller what is meant for one page may be, until it fits: 10 pixels are 2.6 mm."""


def help_sheet(markdown: str, one_page: bool = False) -> bytes:
    """A topic of the help as PDF bytes, A4. `one_page` makes it smaller until it fits one, as what is pinned up at the
    gate should."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(16, 14, 16, 14), QPageLayout.Unit.Millimeter)
    # In the pixels of a screen: the document's own printing would put a second margin around it.
    writer.setResolution(SCREEN_DPI)
    sheet = QSizeF(writer.pageLayout().paintRectPixels(SCREEN_DPI).size())
    document = _dressed(markdown, sheet.width())
    for smaller in _SMALLER if one_page else _SMALLER[:1]:
        document.setPageSize(sheet * smaller)
        if document.pageCount() == 1:
            break
    _paint(document, writer)
    buffer.close()
    return bytes(buffer.data().data())


def _dressed(markdown: str, width: float) -> QTextDocument:
    document = QTextDocument()
    face = QFont("Noto Sans SC")
    face.setPixelSize(15)
    document.setDefaultFont(face)
    document.setMarkdown(markdown)
    with painted_light():
        for name in FIGURES:
            image = figure(name, PRINTED_RATIO)
            too_wide = image.width() / PRINTED_RATIO / (width - 8)
            image.setDevicePixelRatio(PRINTED_RATIO * max(1.0, too_wide))
            kind = QTextDocument.ResourceType.ImageResource.value
            document.addResource(kind, QUrl(f"figure:{name}"), image)
        dress(document, code=14)
    return document


def _paint(document: QTextDocument, writer: QPdfWriter) -> None:
    page = QRectF(QPointF(), document.pageSize())
    paint = QAbstractTextDocumentLayout.PaintContext()
    # Black on white, whatever theme the window has.
    paint.palette = QPalette(QColor("#FFFFFF"), QColor("#FFFFFF"))
    paint.palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.text))
    painter = QPainter(writer)
    scale = writer.pageLayout().paintRectPixels(SCREEN_DPI).width() / page.width()
    painter.scale(scale, scale)
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * page.height())
        paint.clip = page.translated(0, number * page.height())
        painter.setClipRect(paint.clip)
        document.documentLayout().draw(painter, paint)
        painter.restore()
    painter.end()
