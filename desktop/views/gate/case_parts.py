"""Parts of the fever page, painted by hand: the head, a person in the queue, the readings, a step, the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.books.pass_id import Book
from desktop.kit.books import paint_book_mark
from desktop.kit.density import density
from desktop.kit.icons import paint_icon, paint_severity
from desktop.kit.paint import box, disc, fitted, rule, smooth, text, text_width
from desktop.kit.ring import clock_words, paint_ring
from desktop.kit.theme import Type, color, font, px, sized_font, themes
from desktop.views.gate.words import Face


class _Part(QWidget):
    """Follows theme and room; `_height` gives its height at 100 %."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.fit)
        density().changed.connect(self.fit)
        self.fit()

    def _height(self) -> int:
        raise NotImplementedError

    def fit(self) -> None:
        """Takes the height there is room for."""
        self.setFixedHeight(px(self._height()))
        self.update()


class CaseHead(_Part):
    """The verdict on someone with a fever, and who it is."""

    def __init__(self) -> None:
        self._face = Face("attn", "thermo", "")
        self._name, self._number = "", ""
        self._book: Book | None = None
        super().__init__()

    def _height(self) -> int:
        return density().pick(112, 96, 76)

    def show_face(self, face: Face, name: str, number: str, book: Book | None) -> None:
        """Another verdict."""
        self._face, self._name, self._number, self._book = face, name, number, book
        self.setAccessibleName(", ".join(word for word in (face.word, name, face.sub) if word))
        self.update()

    def face(self) -> Face:
        """What is shown."""
        return self._face

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, face = smooth(QPainter(self)), self._face
        ink, whole = f"{face.kind}_ink", QRectF(self.rect())
        box(painter, whole, px(15), face.kind, corners="ab")
        side = whole.height() * 0.70
        middle = QPointF(px(26) + side / 2, whole.height() / 2)
        paint_severity(painter, face.kind, middle, side, ink, face.kind, face.glyph)
        low = self._height() < 96
        rim = px(8 if low else 14)
        plate = QRectF(0, 0, min(px(300), whole.width() * 0.36), whole.height() - 2 * rim)
        plate.moveTopRight(QPointF(whole.right() - px(16), rim))
        box(painter, plate, px(10), color("#000000", 0.20 if face.kind != "attn" else 0.10))
        self._paint_person(painter, plate, ink)
        x, end = px(26) + side + px(22), plate.x() - px(16)
        size = {112: 56, 96: 50}.get(self._height(), 38)
        word = fitted(sized_font(size, True), face.word, end - x, px(30))
        text(painter, x, whole.height() * (0.34 if low else 0.37), face.word, word, ink, room=end - x)
        sub = fitted(font(Type.SECTION), face.sub, end - x, px(12))
        sub.setBold(False)
        text(painter, x + 2, whole.height() * 0.79, face.sub, sub, ink, room=end - x)

    def _paint_person(self, painter: QPainter, plate: QRectF, ink: str) -> None:
        x = plate.x() + px(18)
        if self._book is not None:
            side = min(px(44), plate.height() * 0.6)
            spot = QRectF(x, plate.center().y() - side / 2, side, side)
            paint_book_mark(painter, self._book, spot)
            x += side + px(18)
        room = plate.right() - px(10) - x
        lift = plate.height() * (0.20 if self._number else 0)
        name = fitted(font(Type.DIALOG_TITLE), self._name, room, px(14))
        text(painter, x, plate.center().y() - lift, self._name, name, ink, room=room)
        number = fitted(font(Type.SECTION), self._number, room, px(12))
        text(painter, x, plate.center().y() + plate.height() * 0.24, self._number, number, ink, room=room)


class QueueEntry(_Part):
    """Someone in the queue of fevers: name, first reading, and the ring of the wait or what is to be done."""

    pressed = Signal()

    def __init__(self) -> None:
        self._name, self._note, self._ink = "", "", "attn_text"
        self._book: Book | None = None
        self._left, self._total, self._chosen = 0, 1, False
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _height(self) -> int:
        return density().pick(96, 84, 68)

    def set_entry(
        self, name: str, book: Book | None, note: str, ink: str, left: int, total: int, chosen: bool
    ) -> None:
        """`left` of `total` seconds; a negative `left` shows a thermometer in place of the ring."""
        self._name, self._book, self._note, self._ink = name, book, note, ink
        self._left, self._total, self._chosen = left, max(1, total), chosen
        self.setAccessibleName(f"{name} {note}")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        line = "accent_fg" if self._chosen else "line"
        box(painter, QRectF(self.rect()), px(12), "accent_tint" if self._chosen else "surface", line,
            px(2) if self._chosen else 1)  # fmt: skip
        radius, centre = min(px(28), self.height() * 0.33), self.height() / 2
        middle = QPointF(px(16) + radius, centre)
        if self._left < 0:
            disc(painter, middle, radius, "deny" if self._ink == "deny_text" else "attn")
            side = radius * 1.1
            spot = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            paint_icon(painter, "thermo", spot, "deny_ink" if self._ink == "deny_text" else "attn_ink", 2.4)
        else:
            paint_ring(painter, middle, radius, self._left / self._total, px(6), "attn_line")
            face = sized_font(13, True)
            text(painter, middle.x(), middle.y(), clock_words(self._left), face, "text", "middle")
        x, room = middle.x() + radius + px(16), self.width() - px(16)
        used = text(painter, x, centre - px(14), self._name, font(Type.CARD_TITLE), room=room - x - px(30))
        if self._book is not None:
            side = px(22)
            spot = QRectF(x + used + px(10), centre - px(14) - side / 2, side, side)
            paint_book_mark(painter, self._book, spot)
        note = fitted(font(Type.CELL_STRONG), self._note, room - x, px(11))
        text(painter, x, centre + px(16), self._note, note, self._ink, room=room - x)


@dataclass(frozen=True)
class ReadingWords:
    """A reading in a box: title, time, degrees, what it means and how it was taken."""

    title: str
    time: str
    degrees: str
    meaning: str
    method: str
    kind: str


class ReadingBox(_Part):
    """One reading, large; without degrees it says what is awaited."""

    def __init__(self) -> None:
        self._words = ReadingWords("", "", "", "", "", "surface2")
        super().__init__()

    def _height(self) -> int:
        return density().pick(168, 132, 100)

    def set_words(self, words: ReadingWords) -> None:
        """`kind`: `attn`, `deny`, `allow`, or `surface2` for what is still to come."""
        self._words = words
        self.setAccessibleName(f"{words.title} {words.degrees} {words.meaning}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, words, whole = smooth(QPainter(self)), self._words, QRectF(self.rect())
        plain = words.kind == "surface2"
        fill = "surface2" if plain else f"{words.kind}_tint"
        line = "line2" if plain else "attn_line" if words.kind == "attn" else words.kind
        ink = "text" if plain else f"{words.kind}_text"
        box(painter, whole, px(12), fill, line, px(2) if words.kind == "deny" else 1)
        x, end, high = px(18), whole.width() - px(18), whole.height()
        text(painter, x, high * 0.16, words.title, font(Type.BODY_STRONG), ink, room=end - x)
        text(painter, end, high * 0.16, words.time, font(Type.CELL), "text2", "right")
        if words.degrees:
            face = sized_font(density().pick(64, 52, 40), True)
            wide = text(painter, x, high * 0.53, words.degrees, face)
            text(painter, x + wide + px(8), high * 0.58, "℃", sized_font(density().pick(24, 20, 16)), "text2")
            side = px(20)
            paint_icon(painter, "thermo", QRectF(x, high * 0.86 - side / 2, side, side), ink, 2.2)
            x += px(24)
        foot = high * 0.86 if words.degrees else high * 0.55
        method = text_width(words.method, font(Type.CELL))
        face = font(Type.BODY_STRONG) if words.degrees else font(Type.BODY)
        room = end - x - method - px(8)
        text(painter, x, foot, words.meaning, fitted(face, words.meaning, room, px(12)), ink, room=room)
        text(painter, end, high * 0.86, words.method, font(Type.CELL), "text2", "right")


class WaitBox(_Part):
    """The wait between the readings: a ring that empties, then a tick."""

    def __init__(self) -> None:
        self._left, self._total, self._time, self._words = 0, 1, "", ("", "", "")
        super().__init__()

    def _height(self) -> int:
        return density().pick(168, 132, 100)

    def set_wait(
        self, left: int, total: int, title: str, span: str, note: str, sat: int | None = None
    ) -> None:
        """`left` of `total` seconds; `span` from when to when; `note` under the time. The time is what is left, or
        the seconds `sat` once the wait was ended."""
        self._left, self._total, self._words = left, max(1, total), (title, span, note)
        waited = total if left <= 0 else left
        self._time = clock_words(waited if sat is None else sat)
        self.setAccessibleName(f"{title} {clock_words(left) if sat is None else self._time} {note}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, whole = smooth(QPainter(self)), QRectF(self.rect())
        title, span, note = self._words
        box(painter, whole, px(12), "surface2", "line2")
        high, done = whole.height(), self._left <= 0
        text(painter, px(18), high * 0.16, title, font(Type.BODY_STRONG))
        text(painter, whole.width() - px(18), high * 0.16, span, font(Type.CELL), "text2", "right")
        radius = min(px(44), high * 0.26)
        middle = QPointF(px(22) + radius, high * 0.60)
        part = 1.0 if done else self._left / self._total
        paint_ring(painter, middle, radius, part, px(8), "allow" if done else "attn_line")
        if done:
            side = radius * 0.9
            spot = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            paint_icon(painter, "check", spot, "allow_text", 3.2)
        x = middle.x() + radius + px(16)
        room = whole.width() - px(10) - x
        face = fitted(sized_font(density().pick(32, 28, 22), True), self._time, room, px(14))
        text(painter, x, high * 0.52, self._time, face, room=room)
        foot = fitted(font(Type.BODY_STRONG), note, room, px(11))
        text(painter, x, high * 0.52 + px(density().pick(32, 26, 22)), note, foot,
             "allow_text" if done else "text2", room=room)  # fmt: skip


@dataclass(frozen=True)
class Moment:
    """A line of the record: a time, what happened, and whether it has happened yet."""

    time: str
    words: str
    done: bool = True


class Record(QWidget):
    """What happened so far, as it stands in the ledger."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._saved = "", ""
        self._moments: tuple[Moment, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes().changed.connect(self.update)

    def set_record(self, title: str, saved: str, moments: Sequence[Moment]) -> None:
        """`saved` is said beside the title."""
        self._title, self._saved, self._moments = title, saved, tuple(moments)
        self.setAccessibleName(title)
        self.setAccessibleDescription("; ".join(f"{m.time} {m.words}" for m in moments if m.done))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(220), px(56 + 28 * max(3, len(self._moments))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(100))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, whole = smooth(QPainter(self)), QRectF(self.rect())
        box(painter, whole, px(12), "surface2", "line2")
        side = px(20)
        paint_icon(painter, "note", QRectF(px(16), px(26) - side / 2, side, side), "text2")
        end = whole.width() - px(14)
        if self._saved:
            end -= text(
                painter, end, px(26), self._saved, font(Type.SMALL_STRONG), "allow_text", "right"
            ) + px(8)
        text(painter, px(46), px(26), self._title, font(Type.SECTION), room=end - px(46))
        step = min(px(30), (whole.height() - px(58)) / max(1, len(self._moments)))
        for place, moment in enumerate(self._moments):
            y, ink = px(54) + place * step + step / 2, "text" if moment.done else "text3"
            text(painter, px(16), y, moment.time, font(Type.CELL), "text2" if moment.done else "text3")
            if place:
                rule(painter, px(77), round(y - step + px(8)), px(77), round(y - px(8)), "line2", px(2))
            middle = QPointF(px(78), y)
            disc(
                painter,
                middle,
                px(5),
                "text2" if moment.done else "surface",
                "field",
                1 if moment.done else 2,
            )
            face = font(Type.CELL_STRONG if moment.done else Type.CELL)
            text(painter, px(96), y, moment.words, face, ink, room=whole.width() - px(108))


class StepRow(_Part):
    """A step: number, what to do, where; ticked when it was taken, with a ring while it is the next."""

    pressed = Signal()

    def __init__(self) -> None:
        self._number, self._words, self._note, self._time, self._state = 1, "", "", "", "next"
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _height(self) -> int:
        return density().pick(60, 52, 44)

    def set_step(self, number: int, words: str, note: str, time: str, state: str) -> None:
        """`state`: `done`, `now` or `later`; `time` when it was taken."""
        self._number, self._words, self._note, self._time, self._state = number, words, note, time, state
        self.setAccessibleName(f"{number} {words} {note}")
        self.setAccessibleDescription(time)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, whole = smooth(QPainter(self)), QRectF(self.rect())
        now, done = self._state == "now", self._state == "done"
        box(painter, whole, px(10), "accent_tint" if now else "surface", "accent_fg" if now else "line",
            px(2) if now else 1)  # fmt: skip
        centre, middle = whole.height() / 2, QPointF(px(32), whole.height() / 2)
        radius = min(px(18), whole.height() * 0.34)
        if done:
            disc(painter, middle, radius, "allow")
            side = radius * 1.2
            spot = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            paint_icon(painter, "check", spot, "allow_ink", 3)
        else:
            disc(painter, middle, radius, "accent" if now else "surface", None if now else "field", px(2))
            ink = "accent_text" if now else "text2"
            text(painter, middle.x(), centre, str(self._number), font(Type.SECTION), ink, "middle")
        end = whole.width() - px(16)
        if self._time:
            end -= text(painter, end, centre, self._time, font(Type.CELL_STRONG), "text2", "right") + px(10)
        x = float(px(64))
        x += text(painter, x, centre, self._words, font(Type.SECTION), room=end - x) + px(12)
        note = fitted(font(Type.CELL), self._note, end - x, px(11))
        text(painter, x, centre + 1, self._note, note, "text2", room=end - x)
