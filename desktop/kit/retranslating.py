"""Widgets whose words change with the language while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class Retranslating(_Base):
    """Mixin, written before the Qt class: `class PassesPage(Retranslating, QWidget)`.

    Implement `retranslate()` so that it sets every text of the widget, and call it at the end of `__init__`; it
    is called again at each change of language.
    """

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        raise NotImplementedError
