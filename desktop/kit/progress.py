"""Long work as it goes: ticked steps, and a bar with the time left and a way to stop.

steps = StepsList(); steps.set_steps([self.tr("Write"), self.tr("Read back"), ...])
steps.set_step(0, StepState.DONE, note=self.tr("37 lines"), end="08:43:02")
bar = WorkProgress(); bar.set_progress(done, total); bar.cancelled.connect(...)
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from desktop.kit.buttons import BUSY_STEP_MS, Button
from desktop.kit.icons import paint_icon, paint_severity
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.paint import box, disc, rule, smooth, text, text_width
from desktop.kit.theme import Type, color, px, sized_font, themes


class StepState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CUT = "cut"
    """Stopped part way; nothing is lost."""


@dataclass(frozen=True)
class Step:
    words: str
    state: StepState = StepState.WAITING
    note: str = ""
    end: str = ""


class StepsList(QWidget):
    """Steps under one another, joined by a line: a number, a turning ring, a tick, or a triangle."""

    def __init__(self, row_height: int = 52) -> None:
        super().__init__()
        self._steps: list[Step] = []
        self._row, self._turn = row_height, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setInterval(BUSY_STEP_MS)
        self._timer.timeout.connect(self._turn_on)
        themes().changed.connect(self.updateGeometry)

    def set_row_height(self, height: int) -> None:
        """Another height of a row at 100 %, for a page that has less room."""
        self._row = height
        self._changed()

    def set_steps(self, words: Sequence[str]) -> None:
        """New words; states stay when there are as many steps as before."""
        if len(words) == len(self._steps):
            self._steps = [replace(step, words=new) for step, new in zip(self._steps, words, strict=True)]
        else:
            self._steps = [Step(new) for new in words]
        self._changed()

    def set_step(self, index: int, state: StepState, note: str = "", end: str = "") -> None:
        """`note` beside the words, `end` at the right edge (a time, 21 / 37)."""
        self._steps[index] = replace(self._steps[index], state=state, note=note, end=end)
        self._changed()

    def reset(self) -> None:
        self._steps = [Step(step.words) for step in self._steps]
        self._changed()

    def steps(self) -> tuple[Step, ...]:
        return tuple(self._steps)

    def _changed(self) -> None:
        done = sum(step.state is StepState.DONE for step in self._steps)
        self.setAccessibleName(f"{done} / {len(self._steps)}")
        self.setAccessibleDescription(
            "; ".join(step.words for step in self._steps if step.state is StepState.DONE)
        )
        self._sync_timer()
        self.updateGeometry()
        self.update()

    def _sync_timer(self) -> None:
        if self.isVisible() and any(step.state is StepState.RUNNING for step in self._steps):
            self._timer.start()
        else:
            self._timer.stop()

    def showEvent(self, event: object) -> None:
        self._sync_timer()

    def hideEvent(self, event: object) -> None:
        self._timer.stop()

    def _turn_on(self) -> None:
        self._turn = (self._turn + 30) % 360
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(280), px(self._row) * max(1, len(self._steps)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        high, x = px(self._row), px(20)
        for index, step in enumerate(self._steps):
            y = high * index + high / 2
            if index + 1 < len(self._steps):
                ink = "allow" if step.state is StepState.DONE else "line2"
                rule(painter, x, y + px(16), x, y + high - px(16), ink, px(2))
            self._paint_mark(painter, step, index, QPointF(x, y))
            self._paint_words(painter, step, y)

    def _paint_mark(self, painter: QPainter, step: Step, index: int, centre: QPointF) -> None:
        radius = px(15)
        if step.state is StepState.DONE:
            disc(painter, centre, px(16), "allow")
            side = px(20)
            spot = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
            paint_icon(painter, "check", spot, "allow_ink", 3)
        elif step.state is StepState.CUT:
            paint_severity(painter, "attn", centre, px(30), "attn", "attn_ink")
        elif step.state is StepState.RUNNING:
            disc(painter, centre, radius, "surface", "line", px(3))
            painter.setPen(QPen(color("accent_fg"), px(3), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            circle = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            painter.drawArc(circle, (90 - self._turn) * 16, -110 * 16)
            text(painter, centre.x(), centre.y(), str(index + 1), sized_font(15, True), "accent_fg", "middle")
        else:
            disc(painter, centre, radius, "surface", "field", px(2))
            text(painter, centre.x(), centre.y(), str(index + 1), sized_font(15, True), "text2", "middle")

    def _paint_words(self, painter: QPainter, step: Step, y: float) -> None:
        waiting, cut = step.state is StepState.WAITING, step.state is StepState.CUT
        face = sized_font(18, not waiting)
        x, end = float(px(52)), float(self.width())
        if step.end:
            face_end = sized_font(15, cut)
            end -= text(painter, end, y, step.end, face_end, "text" if cut else "text2", "right") + px(12)
        note_room = (
            min(text_width(step.note, sized_font(15, cut)) + px(12), (end - x) * 0.6) if step.note else 0
        )
        x += text(
            painter, x, y, step.words, face, "text2" if waiting else "text", room=end - x - note_room
        ) + px(12)
        if step.note:
            text(
                painter,
                x,
                y + 1,
                step.note,
                sized_font(15, cut),
                "attn_text" if cut else "text2",
                room=end - x,
            )


class Bar(QProgressBar):
    """The bar alone, 12 px high: blue while it goes, green when it is full."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ink = "accent"
        themes().changed.connect(self._fit)
        self._fit()

    def set_ink(self, token: str) -> None:
        """`accent`, `allow` when done, `attn` when cut."""
        self._ink = token
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        rect = QRectF(self.rect())
        box(painter, rect, rect.height() / 2, "sunken", "line2")
        part = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        if part > 0:
            width = max(rect.height(), rect.width() * part)
            box(painter, QRectF(0, 0, width, rect.height()), rect.height() / 2, self._ink)


class TimeLeft:
    """How long a piece of work still takes, from how long it took so far. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._start = clock()

    def restart(self) -> None:
        self._start = self._clock()

    def seconds(self, done: int, total: int) -> int | None:
        """Whole seconds, at least 1; None in the first second, when nobody can know."""
        elapsed = self._clock() - self._start
        if done <= 0 or total <= done or elapsed < 1:
            return None
        return max(1, round(elapsed * (total - done) / done))


class WorkProgress(QWidget):
    """What is being done, how far it is, how long it takes yet, and a button to stop. Signal `cancelled`."""

    cancelled = Signal()

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._words = Label("", Type.BODY_STRONG)
        self._part = Label("", Type.BODY, "text2", align=Qt.AlignmentFlag.AlignRight)
        self._left = Label("", Type.SMALL, "text2")
        self._cancel = Button("", height=40, size=15)
        self._cancel.clicked.connect(self._stop)
        self.bar = Bar()
        self._time = TimeLeft(clock)
        self._done, self._total = 0, 0
        column(
            row(self._words, STRETCH, self._part),
            self.bar,
            row(self._left, STRETCH, self._cancel),
            gap=8,
            parent=self,
        )
        self._retranslate()

    def start(self, words: str, *, can_cancel: bool = True) -> None:
        self._words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.set_ink("accent")
        self._cancel.setVisible(can_cancel)
        self._cancel.setEnabled(True)
        self._cancel.set_busy(False)
        self._time.restart()
        self.set_progress(0, 0)

    def say(self, words: str) -> None:
        """Which piece it is at."""
        self._words.setText(words)

    def set_progress(self, done: int, total: int) -> None:
        """Pieces done of pieces in all; 0 in all while that is not known."""
        self._done, self._total = done, total
        self.bar.setValue(round(1000 * done / total) if total else 0)
        self._part.setText(f"{done} / {total}" if total else "")
        self._show_left()

    def finish(self, words: str) -> None:
        """The end: full, green, no button."""
        self._words.setText(words)
        self.bar.setValue(1000)
        self.bar.set_ink("allow")
        self._left.setText("")
        self._cancel.hide()

    def _stop(self) -> None:
        self._cancel.set_busy(True)
        self.cancelled.emit()

    def _show_left(self) -> None:
        seconds = self._time.seconds(self._done, self._total)
        if seconds is None:
            self._left.setText("")
        elif seconds < 90:
            self._left.setText(self.tr("About %n s left", "", seconds))
        else:
            self._left.setText(self.tr("About %n min left", "", round(seconds / 60)))

    def _retranslate(self) -> None:
        self._cancel.setText(self.tr("Stop"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_left()


def percent_words(done: int, total: int) -> str:
    """`42 %`, never 100 before the end."""
    if total <= 0:
        return ""
    return f"{100 if done >= total else min(99, 100 * done // total)} %"
