"""Under the verdict: which way, which temperature, and the one main button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from db.books.verdict import Direction
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Surface
from desktop.kit.choices import Option, Segmented, SegmentLook
from desktop.kit.density import Room, density
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scaled
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px, themes
from desktop.views.gate.hint_line import HintLine
from desktop.views.gate.temperature_box import TemperatureBox, box_height


class ActionCard(Retranslating, Surface):
    """Signals: `faced(Direction)`, `method_asked`, `main_asked`, `deed_done(str)`.

    Nothing in it takes the focus: the page's keys act on it, and Space presses no button."""

    faced = Signal(object)
    method_asked = Signal()
    main_asked = Signal()
    deed_done = Signal(str)

    def __init__(self) -> None:
        super().__init__("surface", "line", 16)
        self._direction_label = Label("", Type.BODY_STRONG)
        self._why = Label("", Type.SMALL, "text2", align=Qt.AlignmentFlag.AlignRight)
        self.directions = Segmented(SegmentLook.SLAB, box_height())
        self.directions.chosen.connect(lambda key: self.faced.emit(Direction(key)))
        self._temperature_label = Label("", Type.BODY_STRONG)
        self.method = Button("", ButtonKind.QUIET, key="/", height=30, size=14)
        self.method.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.method.clicked.connect(self.method_asked)
        self.temperature = TemperatureBox()
        self.main = Button("", ButtonKind.PRIMARY, height=box_height(), size=28, radius=12)
        self.main.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The row's shares decide, not the longest word.
        self.main.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.directions.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.main.clicked.connect(self.main_asked)
        self.line = HintLine()
        self.line.done.connect(self.deed_done)
        self._heads = (
            row(self._direction_label, STRETCH, self._why),
            row(self._temperature_label, STRETCH, self.method),
        )
        self._grid = QGridLayout()
        self._lay_out()
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)
        self.retranslate()
        self._fit()

    def _lay_out(self) -> None:
        self._grid.addLayout(self._heads[0], 0, 0)
        self._grid.addLayout(self._heads[1], 0, 1)
        self._grid.addWidget(self.directions, 1, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self.temperature, 1, 1)
        self._grid.addWidget(self.main, 1, 2, Qt.AlignmentFlag.AlignVCenter)
        whole = column(self._grid, STRETCH, self.line, gap=0, margins=1, parent=self)
        whole.setStretch(1, 0)

    def _fit(self) -> None:
        """The row is as wide as there is room; the columns keep their share."""
        narrow = density().narrow
        scaled(
            self._grid,
            density().pick(24, 22, 14) if not narrow else 12,
            (16 if narrow else 23, density().pick(10, 6, 4), 16 if narrow else 23, density().pick(4, 3, 0)),
            row_gap=density().pick(1, 0, 0),
        )
        self.directions.setMinimumWidth(px(150))
        self.main.setMinimumWidth(px(110))
        for column_at, share in enumerate((176, 226, 150) if narrow else (248, 282, 194)):
            self._grid.setColumnStretch(column_at, share)
        self._grid.setRowMinimumHeight(0, px(density().pick(34, 32, 30)))
        self.directions.set_height(box_height())
        self.main.set_height(box_height())
        self.main.set_words_size(28 if density().level is not Room.TIGHT else 24)
        self.update()

    def retranslate(self) -> None:
        self._direction_label.setText(self.tr("Direction"))
        self._temperature_label.setText(self.tr("Temperature"))
        self.temperature.setAccessibleName(self.tr("Temperature"))
        self.directions.set_options([Option("in", self.tr("In"), "in"), Option("out", self.tr("Out"), "out")])
        self.directions.set_no_focus()

    def set_direction(self, direction: Direction | None, why: str) -> None:
        """Which way, and who said so."""
        self.directions.choose(direction.value if direction else None)
        self._why.setText(why)

    def set_method(self, words: str) -> None:
        """Where the thermometer is held."""
        self.method.setText(words)
        self.method.setAccessibleName(self.tr("Measured at: {place}").format(place=words))

    def set_main(self, words: str, caption: str, busy: bool = False) -> None:
        """What Enter does."""
        self.main.setText(words)
        self.main.set_caption(caption)
        self.main.setAccessibleName(words)
        self.main.set_busy(busy)
