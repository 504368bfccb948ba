"""Sheets that are not cards: the recovery key's, the notice for the wall."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from db.books.gates import Gate
from db.files import write_whole
from desktop.paper.notice import notice_pdf
from desktop.paper.recovery_sheet import recovery_sheet_pdf


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
    writer.setPageMargins(QMarginsF(16, 16, 16, 16), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    face = QFont("Noto Sans SC")
    face.setPointSize(11)
    document.setDefaultFont(face)
    document.setMarkdown(markdown)
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())
