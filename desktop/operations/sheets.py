"""Sheets that are not cards: the recovery key's, the notice for the wall.

What draws them is loaded when one is wanted: a window that may print waits for nothing that only paper needs.
"""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from db.books.gates import Gate
from db.files import write_whole


def recovery_sheet(key: str, gate: int, gate_name: str, day: date, language: str) -> bytes:
    """The sheet with the recovery key, as PDF bytes, for preview and printing. It is never kept in a file unless
    someone asks for one."""
    from desktop.paper.recovery_sheet import recovery_sheet_pdf

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
    from desktop.paper.notice import notice_pdf

    out = io.BytesIO()
    notice_pdf(gate.gate, gate.name, gate.compound, retention_days or None, phone, out, language)
    return out.getvalue()
