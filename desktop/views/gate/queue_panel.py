"""Beginning a queue of one book: which book, which way. And the strip that says one is under way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from db.books.pass_id import Book
from db.books.verdict import Direction
from desktop.kit.books import book_name, paint_book_mark
from desktop.kit.buttons import ButtonKind
from desktop.kit.choices import CardLook, Option, RadioCards, Segmented
from desktop.kit.key_cap import key_cap_width, paint_key_cap
from desktop.kit.labels import Label
from desktop.kit.paint import box, fitted, smooth, text, text_width
from desktop.kit.theme import Type, font, px, themes
from desktop.views.gate.panel import GatePanel
from desktop.views.gate.words import say, way

BOOKS = tuple(Book)
"""In the order of their digits on the panel."""
KEY = "Ctrl+Q"


class QueuePanel(GatePanel):
    """Signal `begun(Book, Direction)`. 1, 2, 3 choose the book, + and − the way, Enter begins."""

    begun = Signal(object, object)

    def __init__(self) -> None:
        super().__init__("people")
        self.books = RadioCards(CardLook.TAB, upright=True)
        self.directions = Segmented(height=48)
        # The panel's width decides, not the longest word.
        self.directions.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._how = Label("", Type.CELL, "text2", wrap=True)
        for widget in (self.books, self.directions, self._how):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.do_it.set_kind(ButtonKind.PRIMARY)
        self.retranslate()
        self.offer(Book.SUPPORT, Direction.IN)

    def offer(self, book: Book, direction: Direction) -> None:
        """What is chosen at first."""
        self.books.choose(book.value)
        self.directions.choose(direction.value)

    def retranslate(self) -> None:
        self.set_title(say("Queue of one book"))
        self.books.set_options(
            [
                Option(book.value, book_name(book), book=book, detail=str(place))
                for place, book in enumerate(BOOKS, start=1)
            ]
        )
        self.books.set_no_focus()
        self.directions.set_options(
            [Option("in", say("Going in") + "  +", "in"), Option("out", say("Going out") + "  −", "out")]
        )
        self.directions.set_no_focus()
        self._how.setText(
            say(
                "Scan one after the other. With a normal temperature typed, the next scan is Enter."
                " Whatever else stops with a sound."
            )
        )
        self.do_it.setText(say("Begin"))

    def digit(self, digit: int) -> None:
        if 1 <= digit <= len(BOOKS):
            self.books.choose(BOOKS[digit - 1].value)

    def take_key(self, event: QKeyEvent) -> bool:
        if event.text() in ("+", "＋", "-", "－"):
            way_in = event.text() in ("+", "＋")
            self.directions.choose(Direction.IN.value if way_in else Direction.OUT.value)
            return True
        if event.key() in (Qt.Key.Key_Left.value, Qt.Key.Key_Right.value, Qt.Key.Key_Space.value):
            now = self.directions.current()
            self.directions.choose("out" if now == "in" else "in")
            return True
        if event.key() in (Qt.Key.Key_Up.value, Qt.Key.Key_Down.value):
            place = [book.value for book in BOOKS].index(self.books.current() or BOOKS[0].value)
            step = 1 if event.key() == Qt.Key.Key_Down.value else -1
            self.books.choose(BOOKS[(place + step) % len(BOOKS)].value)
            return True
        return super().take_key(event)

    def confirm(self) -> None:
        book, direction = self.books.current(), self.directions.current()
        if book and direction:
            self.begun.emit(Book(book), Direction(direction))


class QueueStrip(QAbstractButton):
    """Which queue goes through, how many passed, and the key that ends it. It stands where the lane stands otherwise,
    and takes no focus."""

    def __init__(self) -> None:
        super().__init__()
        self._book, self._direction, self._passed = Book.SUPPORT, Direction.IN, 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        themes().changed.connect(self.update)

    def set_queue(self, book: Book, direction: Direction, passed: int) -> None:
        """What goes through."""
        self._book, self._direction, self._passed = book, direction, passed
        self.setAccessibleName(", ".join((self._title(), book_name(book), self._count())))
        self.setToolTip(say("End the queue") + f" ({KEY})")
        self.update()

    def _title(self) -> str:
        return say("Queue {way}").format(way=way(self._direction))

    def _count(self) -> str:
        return say("{count} passed").format(count=self._passed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_queue(self._book, self._direction, self._passed)

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(46))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        box(painter, QRectF(self.rect()), px(9), "accent_tint", "accent_fg", px(2))
        centre, side = self.height() / 2, px(28)
        x, end = float(px(10)), float(self.width() - px(10))
        paint_book_mark(painter, self._book, QRectF(x, centre - side / 2, side, side))
        x += side + px(8)
        cap = key_cap_width(KEY)
        paint_key_cap(painter, QRectF(end - cap, centre - px(13), cap, px(26)), KEY)
        end -= cap + px(8)
        word, small = say("End"), font(Type.SMALL)
        count = font(Type.BODY_STRONG)
        wanted = text_width(self._title(), count) + text_width(self._count(), count) + px(18)
        if end - x - wanted > text_width(word, small):
            text(painter, end, centre, word, small, "text2", "right")
            end -= text_width(word, small) + px(8)
        face = fitted(count, self._title(), (end - x) * 0.5, px(12))
        x += text(painter, x, centre, self._title(), face, "accent_fg", room=end - x) + px(10)
        face = fitted(count, self._count(), end - x, px(12))
        text(painter, x, centre, self._count(), face, "text", room=end - x)
