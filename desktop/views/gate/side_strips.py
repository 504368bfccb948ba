"""Over the list: who sits out a fever's wait, what the last one came to, and who waits behind the one in front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from db.books.pass_id import Book
from desktop.kit.books import paint_book_mark
from desktop.kit.chips import ChipKind, chip_width, paint_chip
from desktop.kit.density import Room, density
from desktop.kit.icons import paint_icon, paint_severity
from desktop.kit.key_cap import key_cap_width, paint_key_cap
from desktop.kit.paint import box, disc, fitted, smooth, text, text_width
from desktop.kit.ring import clock_words, paint_ring
from desktop.kit.theme import Type, color, font, px, sized_font, themes
from desktop.views.gate.words import Face


class _Strip(QAbstractButton):
    """A painted strip that can be pressed and takes no focus. Hidden while it has nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)
        self._fit()
        self.hide()

    def _fit(self) -> None:
        self.setFixedHeight(px(56 if density().level is not Room.TIGHT else 48))
        self.update()


class WaitStrip(_Strip):
    """A ring that empties, a name, minutes and seconds, F8. The page ticks; the strip keeps no time."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._left, self._total, self._more, self._step = "", 0, 1, 0, ""

    def set_wait(self, name: str, left: int, total: int, more: int = 0, step: str = "") -> None:
        """`left` of `total` seconds for `name`, and `more` people who wait longer; `step` stands in place of the
        time where the steps of an incident are under way."""
        self._name, self._left, self._total, self._more, self._step = name, left, max(1, total), more, step
        words = step or (self.tr("Sit and wait") if left > 0 else self.tr("Measure again now"))
        self.setAccessibleName(f"{words} {name} {'' if step else clock_words(left)}".strip())
        self.setVisible(True)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        due = self._left <= 0
        box(painter, QRectF(self.rect()), px(8), "attn_tint", "attn_line", px(2) if due or self._step else 1)
        centre = self.height() / 2
        ring = QPointF(px(32), centre)
        if self._step:
            side = px(28)
            paint_icon(painter, "alert", QRectF(px(18), centre - side / 2, side, side), "attn_text", 2.2)
        else:
            paint_ring(painter, ring, px(15), 1.0 if due else self._left / self._total, px(4), "attn_line")
            if due:
                side = px(18)
                spot = QRectF(ring.x() - side / 2, centre - side / 2, side, side)
                paint_icon(painter, "thermo", spot, "attn_text", 2.4)
        end = float(self.width() - px(16))
        cap = key_cap_width("F8")
        paint_key_cap(painter, QRectF(end - cap, centre - px(13), cap, px(26)), "F8")
        end -= cap + px(14)
        if not self._step and not due:
            face = font(Type.DIALOG_TITLE)
            end -= text(painter, end, centre, clock_words(self._left), face, "text", "right") + px(12)
        words = self._step or (self.tr("Sit and wait") if not due else self.tr("Measure again now"))
        x = float(px(60))
        name = (
            self._name
            if not self._more
            else self.tr("{name}, {more} more").format(name=self._name, more=self._more)
        )
        wanted = text_width(name, font(Type.BODY)) + px(10)
        face = fitted(font(Type.BODY_STRONG), words, max(px(70), end - x - wanted), px(12))
        x += text(painter, x, centre, words, face, "attn_text", room=end - x) + px(10)
        text(painter, x, centre, name, font(Type.BODY), "text", room=end - x)


class AsideStrip(_Strip):
    """What the last one came to, or a card that was refused, while someone else is in front."""

    def __init__(self) -> None:
        super().__init__()
        self._face: Face | None = None
        self._name = ""

    def set_face(self, face: Face | None, name: str = "") -> None:
        """The verdict and whose it is; None takes it away."""
        if (face, name) == (self._face, self._name):
            return
        self._face, self._name = face, name
        if face is not None:
            self.setAccessibleName(
                " ".join(word for word in (face.word, name, face.number, face.sub) if word)
            )
        self.setVisible(face is not None)
        self.update()

    def face(self) -> Face | None:
        """What is shown."""
        return self._face

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._face is None:
            return
        painter, face = smooth(QPainter(self)), self._face
        kind = face.kind
        ink = f"{kind}_ink"
        box(painter, QRectF(self.rect()), px(8), kind)
        centre = self.height() / 2
        paint_severity(painter, kind, QPointF(px(32), centre), px(34), ink, kind, face.glyph)
        x, end = float(px(60)), float(self.width() - px(14))
        if face.number:
            end -= text(painter, end, centre, face.number, font(Type.CARD_TITLE), ink, "right") + px(10)
        if face.kind == "deny":
            name = self._name or face.todo
            text(
                painter,
                x,
                centre - px(11),
                f"{face.word}  {name}".strip(),
                font(Type.SECTION),
                ink,
                room=end - x,
            )
            sub = fitted(font(Type.SMALL), face.sub, end - x, px(11))
            text(painter, x, centre + px(13), face.sub, sub, ink, room=end - x)
            return
        word = fitted(font(Type.CARD_TITLE), face.word, (end - x) * 0.6, px(14))
        x += text(painter, x, centre, face.word, word, ink, room=end - x) + px(12)
        text(painter, x, centre, self._name, font(Type.SECTION), ink, room=end - x)


@dataclass(frozen=True)
class Waiter:
    """Someone in the tray: name, book, and `kind` of verdict (`measure`, `attn`)."""

    name: str
    book: Book | None
    kind: str
    words: str = ""


class TrayCard(QWidget):
    """The people behind the one in front, in the order in which they came. Hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._waiters: tuple[Waiter, ...] = ()
        self._full = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)
        self._fit()
        self.hide()

    def set_waiters(self, waiters: Sequence[Waiter], full: bool) -> None:
        """Who waits; `full` where nobody more can."""
        if (tuple(waiters), full) == (self._waiters, self._full) and self.isVisible() == bool(waiters):
            return
        self._waiters, self._full = tuple(waiters), full
        self.setAccessibleName(self._title())
        self.setAccessibleDescription(", ".join(waiter.name for waiter in waiters))
        # First the height: shown with another one it would push at the window.
        self._fit()
        self.setVisible(bool(waiters))

    def waiters(self) -> tuple[Waiter, ...]:
        """Who is shown."""
        return self._waiters

    def _title(self) -> str:
        return self.tr("Next in line") if not self._full else self.tr("Next in line: full, measure first")

    def _row_height(self) -> int:
        return px(density().pick(40, 38, 32))

    def _fit(self) -> None:
        self.setFixedHeight(px(34) + self._row_height() * len(self._waiters) + px(4))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        box(painter, QRectF(self.rect()), px(12), "accent_tint", "accent_fg", px(2))
        text(
            painter,
            px(16),
            px(20),
            self._title(),
            font(Type.SMALL_STRONG),
            "accent_fg",
            room=self.width() - px(32),
        )
        high = self._row_height()
        for place, waiter in enumerate(self._waiters):
            self._paint_waiter(painter, waiter, place, px(34) + place * high + high / 2)

    def _paint_waiter(self, painter: QPainter, waiter: Waiter, place: int, centre: float) -> None:
        x, radius = float(px(30)), px(12)
        disc(painter, QPointF(x, centre), radius, "accent")
        text(painter, x, centre, str(place + 2), sized_font(14, True), "accent_text", "middle")
        x += px(22)
        side = px(22)
        spot = QRectF(x, centre - side / 2, side, side)
        if waiter.book is not None:
            paint_book_mark(painter, waiter.book, spot)
        else:
            paint_icon(painter, "person", spot, "text2")
        x += side + px(12)
        end = float(self.width() - px(14))
        if waiter.words:
            kind = ChipKind.ATTN if waiter.kind == "attn" else ChipKind.NEUTRAL
            end -= min(chip_width(waiter.words), self.width() * 0.5)
            paint_chip(painter, end, centre, waiter.words, kind)
            end -= px(10)
        text(painter, x, centre, waiter.name, font(Type.BODY_STRONG), color("text"), room=end - x)
