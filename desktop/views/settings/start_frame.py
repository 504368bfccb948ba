"""The frame of all that comes before the register is open: the program's name, the language, one card."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.cards import Surface
from desktop.kit.choices import Option, Segmented
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scrolling
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, color, px, themes
from desktop.views.rail import Logo


class StartFrame(Retranslating, QWidget):
    """One card in the middle of the window; `body` is its column, `head_tail` stands beside the title.

    Signal `language_asked(str)`: `zh` or `en`."""

    language_asked = Signal(str)

    def __init__(self, language: str, width: int = 560) -> None:
        super().__init__()
        self._width = width
        self.name = Label("", Type.TITLE, "accent_fg")
        self._language = Segmented()
        # Each language is offered in its own words, so that whoever cannot read the other finds it.
        self._language.set_options([Option("zh", "中文"), Option("en", "English")])
        self._language.choose(language)
        self._language.chosen.connect(self.language_asked)
        self._language.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._language.setMinimumWidth(px(200))
        self.card = Surface("surface", "line", 16)
        self.title = Label("", Type.DIALOG_TITLE, wrap=True)
        self.what = Label("", Type.BODY, "text2", wrap=True)
        inside = QWidget()
        self.body = column(gap=12, margins=(6, 4, 6, 4), parent=inside)
        self.foot = row(gap=12, margins=(6, 0, 6, 0))
        area = scrolling(inside)
        # 6 px of the side margin lie inside the scroll area, so that a focus ring is not cut there.
        self.head_tail = row(gap=8)
        head_row = row(self.title, self.head_tail, gap=12)
        head_row.setStretch(0, 1)
        words = column(head_row, self.what, gap=4, margins=(6, 0, 6, 0))
        inner = column(words, 8, area, 12, self.foot, gap=0, margins=(26, 24, 26, 22), parent=self.card)
        inner.setStretch(2, 1)
        head = row(Logo(), self.name, STRETCH, self._language, gap=12)
        middle = column(self.card, STRETCH, gap=0)
        middle.setAlignment(self.card, Qt.AlignmentFlag.AlignHCenter)
        whole = column(head, 12, middle, gap=0, margins=(24, 12, 24, 12), parent=self)
        whole.setStretch(2, 1)
        self._inside = inside
        themes().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.card.setFixedWidth(px(self._width))

    def resizeEvent(self, event: object) -> None:
        # As high as its content, and never higher than the window.
        content = self._inside.sizeHint().height() + self.foot.sizeHint().height()
        words = self.title.heightForWidth(px(self._width - 66)) + self.what.heightForWidth(
            px(self._width - 66)
        )
        wanted = content + words + px(92)
        self.card.setFixedHeight(min(wanted, self.height() - px(84)))

    def fit_again(self) -> None:
        """Measures the card again after its content changed."""
        self.resizeEvent(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), color("bg"))

    def retranslate(self) -> None:
        self.name.setText(self.tr("Gatebook"))
