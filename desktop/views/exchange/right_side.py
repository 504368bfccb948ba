"""What stands at the right of the export's page: what is written, or what the command post says."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.kit.choices import Option, Segmented
from desktop.kit.layouts import scrolling
from desktop.kit.retranslating import Retranslating

FILES, POST = "files", "post"


class RightSide(Retranslating, QStackedWidget):
    """Attribute `tabs`, which stands elsewhere on the page. Signal `shown(str)`, the key of what is to be seen."""

    shown = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tabs = Segmented()
        self.tabs.chosen.connect(self.turn_to)
        # Now, so that Tab comes to them in the order of reading.
        self.retranslate()
        self.tabs.choose(FILES)

    def set_sides(self, files: QWidget, post: QWidget) -> None:
        """What can be seen."""
        for side in (files, post):
            self.addWidget(scrolling(side))

    def turn_to(self, key: str) -> None:
        """Shows one of the two."""
        self.tabs.choose(key)
        self.setCurrentIndex(int(key == POST))
        self.shown.emit(key)

    @property
    def on_post(self) -> bool:
        """Whether it is the command post's."""
        return self.currentIndex() == 1

    def take_focus(self) -> None:
        """The keyboard stands on the tabs, where Enter does nothing."""
        self.tabs.button(POST if self.on_post else FILES).setFocus()

    def retranslate(self) -> None:
        self.tabs.set_options([Option(FILES, self.tr("Files")), Option(POST, self.tr("Command post"))])
