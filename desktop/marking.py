"""Marks strings for translation that are looked up later from a table."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself; the catalogues take it in under `context`. PySide6's own has no type."""
    return text
