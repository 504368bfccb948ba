"""Sentences under one another, each with its icon: what changed, what is wanted, what the post writes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.kit.labels import IconLabel, Label
from desktop.kit.layouts import column, row
from desktop.kit.theme import Type
from desktop.views.exchange.post_words import Line


class TellingList(QWidget):
    """Under a heading, and not there at all while it has nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Label("", Type.SMALL_STRONG, "text2")
        self._lines: list[Line] = []
        self._rows: list[QWidget] = []
        self._column = column(self.heading, gap=6, parent=self)
        self.hide()

    def lines(self) -> tuple[Line, ...]:
        """What is said."""
        return tuple(self._lines)

    def set_lines(self, heading: str, lines: Sequence[Line]) -> None:
        """Says these in place of what was said."""
        self.heading.setText(heading)
        self.setVisible(bool(lines))
        if list(lines) == self._lines:
            return
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines, self._rows = list(lines), []
        for line in lines:
            made = self._row(line)
            self._column.addWidget(made)
            self._rows.append(made)

    def _row(self, line: Line) -> QWidget:
        host = QWidget(self)
        ink = f"{line.kind}_text" if line.kind else "text"
        words = Label(line.words, Type.CELL_STRONG if line.kind else Type.CELL, ink, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        layout = row(
            IconLabel(line.icon, 18, ink if line.kind else "text2", 2.2), words, gap=10, top=True, parent=host
        )
        layout.setStretch(1, 1)
        return host
