"""Sheets that are not cards: the recovery key's, the notice for the wall."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

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

from db.books.gates import Gate
from db.files import write_whole
from desktop.kit.figures import FIGURES, figure, painted_light
from desktop.kit.markdown import dress
from desktop.kit.theme import LIGHT
from desktop.paper.notice import notice_pdf
from desktop.paper.recovery_sheet import recovery_sheet_pdf

SCREEN_DPI = 96
PRINTED_RATIO = 3.0
"""Pixels a point of a figure on paper: some 290 an inch."""


def recovery_sheet(key: str, gate: int, gate_name: str, day: date, language: str) -> bytes:
    """The sheet with the recovery key, as PDF bytes, for preview and printing. It is never kept in a file unless
    someone asks for one."""
    out = io.BytesIO()
    recovery_sheet_pdf(key, gate, gate_name, day, out, language)
    return out.getvalue()


def save_sheet(data: bytes, path: Path) -> Path:
    """Saves a sheet's PDF, whole or not at all. Raises `Fault`."""
    write_whole(path, data)
    return path


def wall_notice(gate: Gate, retention_days: int, phone: str, language: str) -> bytes:
    """The page for the wall that says what is kept, why and how long (`retention_days`, 0 where nobody has decided), as
    PDF bytes."""
    out = io.BytesIO()
    notice_pdf(gate.gate, gate.name, gate.compound, retention_days or None, phone, out, language)
    return out.getvalue()


def help_sheet(markdown: str) -> bytes:
    """A page of the help as PDF bytes, A4. Qt's own text layout: it is the one that draws it in the window too."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(16, 14, 16, 14), QPageLayout.Unit.Millimeter)
    # In the pixels of a screen: the document's own printing would put a second margin around it.
    writer.setResolution(SCREEN_DPI)
    page = QRectF(QPointF(), QSizeF(writer.pageLayout().paintRectPixels(SCREEN_DPI).size()))
    document = QTextDocument()
    face = QFont("Noto Sans SC")
    face.setPixelSize(15)
    document.setDefaultFont(face)
    document.setMarkdown(markdown)
    with painted_light():
        for name in FIGURES:
            image = figure(name, PRINTED_RATIO)
            # Not wider than the paper.
            image.setDevicePixelRatio(
                PRINTED_RATIO * max(1.0, image.width() / PRINTED_RATIO / (page.width() - 8))
            )
            document.addResource(
                QTextDocument.ResourceType.ImageResource.value, QUrl(f"figure:{name}"), image
            )
        dress(document, code=14)
    document.setPageSize(page.size())
    paint = QAbstractTextDocumentLayout.PaintContext()
    paint.palette = QPalette(QColor("#FFFFFF"), QColor("#FFFFFF"))
    paint.palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.text))
    painter = QPainter(writer)
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
    buffer.close()
    return bytes(buffer.data().data())
