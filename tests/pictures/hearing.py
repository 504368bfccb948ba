"""What a screen reader would be told of a page (QAccessible): who cannot see it must be able to hear it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

_NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def unheard(page: QWidget) -> list[str]:
    """What takes the keyboard on a shown page and has no name, and buttons that do not say they are some."""
    said = []
    for widget in (page, *page.findChildren(QWidget)):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        heard = QAccessible.queryAccessibleInterface(widget)
        if not heard.text(QAccessible.Text.Name):
            said.append(f"{_place(widget)} has no name")
        if isinstance(widget, QAbstractButton) and heard.role() in _NO_ROLE:
            said.append(f"{_place(widget)} does not say that it is a button")
    return said


def _place(widget: QWidget) -> str:
    above = widget.parentWidget()
    return (
        f"{type(widget).__name__} in {type(above).__name__}" if above is not None else type(widget).__name__
    )
