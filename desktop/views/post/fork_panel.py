"""Both accounts of a line side by side, and a lead's word on which is true."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from db.exchange.merge.resolving import Side
from desktop.kit.buttons import Button
from desktop.kit.cards import Card, Divider, Surface
from desktop.kit.chips import Chip, ChipKind
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import STRETCH, column, row, scrolling
from desktop.kit.paint import box, smooth, text
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, font, px, themes
from desktop.operations.sticks import OpenFork
from desktop.views.post.line_facts import compared, facts, moment_words
from desktop.views.post.words import gate_words


class _Facts(QWidget):
    """A label column and one column a side, painted in one go; what differs on an amber ground."""

    ROW = 30

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, list[str], bool]] = []
        self._sides = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.updateGeometry)

    def set_rows(self, rows: list[tuple[str, list[str], bool]], sides: int) -> None:
        self._rows, self._sides = rows, sides
        self.setAccessibleName("; ".join(f"{label}: {' / '.join(values)}" for label, values, _ in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(self.ROW) * len(self._rows))

    def label_width(self) -> int:
        return px(110)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        high, left = px(self.ROW), self.label_width()
        wide = (self.width() - left) / max(1, self._sides)
        for place, (label, values, differs) in enumerate(self._rows):
            top = place * high
            centre = top + high / 2
            if differs:
                box(painter, QRectF(left, top + 1, self.width() - left, high - 2), px(5), "attn_tint")
            text(painter, 0, centre, label, font(Type.SMALL), "text2", room=left - px(8))
            for side, value in enumerate(values):
                x = left + side * wide + px(12)
                face = font(Type.CELL_STRONG if differs else Type.CELL)
                ink = "attn_text" if differs else "text"
                text(painter, x, centre, value or "–", face, ink, room=wide - px(20))


class _SideHead(Retranslating, QWidget):
    """The head of one account: its letter, whether it counts, how much follows from it."""

    chosen = Signal(str)

    def __init__(self, letter: str, side: Side) -> None:
        super().__init__()
        self.side, self._letter = side, letter
        self._title = Label("", Type.SECTION)
        self._chip = Chip()
        self._line = ElidedLabel("", Type.SMALL, "text2")
        self._after = Label("", Type.CELL_STRONG, wrap=True)
        self.button = Button("", height=44, size=15)
        self.button.clicked.connect(lambda: self.chosen.emit(side.hash))
        column(
            row(self._title, self._chip, STRETCH, gap=10),
            self._line,
            self._after,
            row(self.button, STRETCH),
            gap=6,
            margins=(12, 0, 8, 8),
            parent=self,
        )
        self.retranslate()

    def retranslate(self) -> None:
        side = self.side
        self._title.setText(self.tr("Account {letter}").format(letter=self._letter))
        if side.counts:
            self._chip.set_chip(self.tr("Counts now"), ChipKind.ACCENT)
        else:
            self._chip.set_chip(self.tr("Set aside"), ChipKind.NEUTRAL)
        self._line.setText(self.tr("Line {line} of epoch {epoch}").format(line=side.seq, epoch=side.epoch))
        after = side.lines - 1
        if after:
            said = self.tr("%n line(s) follow from it, until {until}", "", after)
            self._after.setText(said.format(until=moment_words(side.until)))
        else:
            self._after.setText(self.tr("Nothing follows from it"))
        self.button.setText(self.tr("{letter} is true").format(letter=self._letter))


class ForkPanel(Retranslating, Card):
    """One fork. Signal `chosen(str)` with the hash of the account that somebody finds true."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(padding=0, gap=0)
        self._fork: OpenFork | None = None
        self.heads: list[_SideHead] = []
        self._title = Label("", Type.CARD_TITLE, wrap=True)
        self._why = Label("", Type.CELL, "text2", wrap=True)
        self._spacer = QWidget()
        self._top = QGridLayout()
        self._top.setContentsMargins(0, 0, 0, 0)
        self._facts = _Facts()
        self._note = Surface("surface2", "line2", 8)
        self._advice = Label("", Type.CELL, wrap=True)
        column(self._advice, margins=(14, 8, 14, 8), parent=self._note)
        host = QWidget()
        column(
            self._title,
            self._why,
            self._top,
            Divider(),
            self._facts,
            self._note,
            STRETCH,
            gap=10,
            margins=(20, 14, 20, 14),
            parent=host,
        )
        self.body.addWidget(scrolling(host), 1)
        self.retranslate()

    def show_fork(self, fork: OpenFork | None, may_decide: bool) -> None:
        """Which one; None for none."""
        self._fork = fork
        for head in self.heads:
            self._top.removeWidget(head)
            head.hide()
            head.deleteLater()
        self.heads = []
        if fork is not None:
            self._top.setColumnMinimumWidth(0, self._facts.label_width())
            for place, side in enumerate(fork.fork.sides):
                head = _SideHead(chr(ord("A") + place), side)
                head.chosen.connect(self.chosen)
                head.button.setEnabled(may_decide)
                self._top.addWidget(head, 0, place + 1, Qt.AlignmentFlag.AlignTop)
                self._top.setColumnStretch(place + 1, 1)
                self.heads.append(head)
        self.retranslate()

    def retranslate(self) -> None:
        fork = self._fork
        if fork is None:
            return
        gate = gate_words(fork.fork.gate, {fork.fork.gate: fork.gate_name})
        self._title.setText(
            self.tr("{gate}: two accounts of line {line}").format(gate=gate, line=fork.fork.seq)
        )
        self._why.setText(
            self.tr("Mostly an old copy was put back, or a copied laptop is in use too. Both are kept.")
        )
        sides = [facts(side, fork.operators) for side in fork.fork.sides]
        self._facts.set_rows(compared(sides), len(sides))
        self._advice.setText(
            self.tr(
                "Call the gate: which laptop is in use now, and what was its last line? What the post has told gates"
                " of before stays counted meanwhile."
            )
        )
