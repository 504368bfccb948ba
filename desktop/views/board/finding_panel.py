"""One finding: both sides, what to do, and that it was dealt with."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.books.findings import Finding
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Divider, EmptyState, Strip, Surface
from desktop.kit.chips import Chip, ChipKind, Way, paint_way_chip
from desktop.kit.density import density
from desktop.kit.fields import TextField
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, FlowLayout, column, row, scrolling
from desktop.kit.paint import rule, smooth, text
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px, sized_font, themes
from desktop.line_words import pass_words
from desktop.operations.findings import Found
from desktop.views.board.finding_words import (
    ICONS,
    kind_word,
    place_words,
    time_words,
    todo_words,
    what_words,
)
from desktop.views.entries.panel_parts import PanelHead

_ROW = 52


class SidesList(QWidget):
    """Where and when, one under another: the gate, then its time and which way."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[str, str, str | None]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.updateGeometry)

    def set_sides(self, finding: Finding, found: Found) -> None:
        """The sides of a finding, the oldest first."""
        self._lines = [
            (place_words(side, found), time_words(side.time, found.today), side.direction)
            for side in finding.sides
        ]
        self.setAccessibleDescription("; ".join(f"{place}, {when}" for place, when, _ in self._lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(_ROW) * len(self._lines))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        high = px(_ROW)
        for at, (place, when, way) in enumerate(self._lines):
            y = at * high
            if at:
                rule(painter, 0, y, self.width(), y)
            end = self.width()
            if way is not None:
                end -= px(64)
                paint_way_chip(painter, QRectF(end + px(8), y + px(13), px(56), px(26)), Way(way))
            text(painter, 0, y + px(17), place, sized_font(15, True), room=end)
            text(painter, 0, y + px(38), when, sized_font(14), "text2", room=end)


class FindingPanel(Retranslating, Surface):
    """Signals with the `Finding`: `settle_asked(Finding, note)`, `reopen_asked`, `person_asked`, `stop_asked`."""

    settle_asked = Signal(object, str)
    reopen_asked = Signal(object)
    person_asked = Signal(object)
    stop_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._finding: Finding | None = None
        self._found: Found | None = None
        self._may_change = True
        self.head = PanelHead()
        self.who = Label("", Type.CARD_TITLE, wrap=True)
        self.what = Label("", Type.BODY, wrap=True)
        self.sides = SidesList()
        self.todo_title = Label("", Type.CELL_STRONG, "text2")
        self.todo = Label("", Type.BODY_STRONG, wrap=True)
        self.told = Chip("", ChipKind.ACCENT, icon="forward")
        self.done = Label("", Type.CELL, "text2", wrap=True)
        self.person_button = Button("", icon="search", size=15)
        self.person_button.clicked.connect(lambda: self.person_asked.emit(self._finding))
        self.stop_button = Button("", ButtonKind.DANGER, icon="ban", size=15)
        self.stop_button.clicked.connect(lambda: self.stop_asked.emit(self._finding))
        self.note = TextField(with_message=False)
        self.note.entered.connect(self._settle)
        self.settle_button = Button("", ButtonKind.PRIMARY, icon="check", size=15)
        self.settle_button.clicked.connect(self._settle)
        self.reopen_button = Button("", icon="undo", size=15)
        self.reopen_button.clicked.connect(lambda: self.reopen_asked.emit(self._finding))
        buttons = FlowLayout(8)
        buttons.addWidget(self.person_button)
        buttons.addWidget(self.stop_button)
        content = QWidget()
        column(
            self.who, self.what, 4, Divider(), self.sides, Divider(), 4, self.todo_title, self.todo, 4,
            row(self.told, STRETCH), self.done, 4, buttons, STRETCH,
            gap=6, margins=(20, 14, 20, 12), parent=content,
        )  # fmt: skip
        self.area = scrolling(content)
        self.foot = Strip("cd")
        foot = row(
            self.note,
            self.settle_button,
            self.reopen_button,
            gap=8,
            margins=(16, 10, 16, 10),
            parent=self.foot,
        )
        foot.setStretch(0, 1)
        self.empty = EmptyState("check")
        self._empty_host = QWidget()
        column(self.empty, STRETCH, margins=12, parent=self._empty_host)
        whole = column(self.head, self.area, self.foot, self._empty_host, gap=0, margins=1, parent=self)
        whole.setStretch(1, 1)
        whole.setStretch(3, 1)
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def set_rules(self, may_change: bool) -> None:
        """Whether this operator may say that something was dealt with."""
        self._may_change = may_change
        self._show()

    def show_finding(self, finding: Finding | None, found: Found | None) -> None:
        """A finding; None for none."""
        if finding is None or self._finding is None or finding.key != self._finding.key:
            self.note.set_text("")
        self._finding, self._found = finding, found
        self._show()

    def finding(self) -> Finding | None:
        """What is shown."""
        return self._finding

    def _settle(self) -> None:
        if self._finding is not None and self._may_change and self._finding.settled is None:
            self.settle_asked.emit(self._finding, self.note.text().strip())

    def _show(self) -> None:
        finding, found = self._finding, self._found
        for part in (self.head, self.area, self.foot):
            part.setVisible(finding is not None)
        self._empty_host.setVisible(finding is None)
        if finding is None or found is None:
            return
        book = finding.pass_id.book if finding.pass_id else None
        self.head.set_head(book, kind_word(finding.kind), sign=ICONS[finding.kind])
        who = " ".join(filter(None, (finding.name, pass_words(finding.pass_id))))
        self.who.setText(who)
        self.who.setVisible(bool(who))
        self.what.setText(what_words(finding, found))
        self.sides.set_sides(finding, found)
        self.todo.setText(todo_words(finding.kind))
        self.told.setVisible(finding.key in found.told)
        settled = finding.settled
        self.done.setVisible(settled is not None)
        if settled is not None:
            said = self.tr("Dealt with {when}, by {who}.").format(
                when=time_words(settled.at, found.today), who=settled.operator
            )
            self.done.setText(f"{said}\n{settled.note}".strip())
        self.person_button.setVisible(finding.pass_id is not None)
        self.stop_button.setVisible(finding.pass_id is not None and self._may_change)
        self.foot.setVisible(self._may_change)
        self.note.setVisible(settled is None)
        self.settle_button.setVisible(settled is None)
        self.reopen_button.setVisible(settled is not None)

    def _fit(self) -> None:
        self.setFixedWidth(px(340 if density().narrow else 384))

    def retranslate(self) -> None:
        self.todo_title.setText(self.tr("What to do"))
        self.told.set_chip(self.tr("Goes into the next answer"), ChipKind.ACCENT, "forward")
        self.person_button.setText(self.tr("Their way"))
        self.stop_button.setText(self.tr("Stop this pass"))
        self.note.set_placeholder(self.tr("What was done"))
        self.note.edit.setAccessibleName(self.tr("What was done"))
        self.settle_button.setText(self.tr("Dealt with"))
        self.reopen_button.setText(self.tr("Open again"))
        self.empty.set_words(self.tr("Choose a line"), self.tr("Both sides and what to do stand here."))
        self._show()
