"""Someone without a card: a resident on an errand, a visitor, a delivery. The same line, or sent away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from db.books.entries import Entry
from db.books.verdict import Direction
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.choices import Option, Segmented
from desktop.kit.fields import TextField
from desktop.kit.labels import Label
from desktop.kit.layouts import FlowLayout, grid
from desktop.kit.theme import Type, px
from desktop.views.gate.panel import GatePanel
from desktop.views.gate.person import Guest
from desktop.views.gate.words import say

_BOOKS = {"resident": "resident", "visitor": "visitor", "delivery": "visitor", "other": "visitor"}


MOST_INSIDE = 6
PHONE_DIGITS = 7
"""From so many digits on, what stands in the name is a phone number."""


@dataclass(frozen=True)
class GuestInside:
    """Someone without a card who came in today: name, the line's book, and when."""

    name: str
    book: str
    time: str


def guests_inside(lines: Sequence[Entry]) -> list[GuestInside]:
    """Those without a card whose last line of today (`lines`, the newest first) is one in."""
    seen: set[str] = set()
    found = []
    for line in lines:
        if line.pass_id is not None or line.voided_at is not None or line.name in seen:
            continue
        seen.add(line.name)
        if line.direction is Direction.IN and line.outcome == "passed":
            found.append(GuestInside(line.name, line.book, line.time[11:16]))
    return found


class GuestPanel(GatePanel):
    """Signals: `came(Guest, Direction | None)`, to be measured like everyone; `sent_away(Guest)`, who asks for a
    reason. What was typed stays when the panel is put aside, until it was used."""

    came = Signal(object, object)
    sent_away = Signal(object)
    with_text = True

    def __init__(self) -> None:
        super().__init__("person")
        self.kinds = Segmented(height=44)
        self.directions = Segmented(height=44)
        for choice in (self.kinds, self.directions):
            # The panel's width decides, not the longest word.
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            choice.setMinimumWidth(px(200))
        self.name = TextField(with_message=False)
        self.phone = TextField(input_method=False, with_message=False)
        self.home = TextField(input_method=False, with_message=False)
        self.reason = TextField(with_message=False)
        self.away = Button("", ButtonKind.DANGER, icon="ban", key="Ctrl+Enter", height=48)
        self.away.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.away.clicked.connect(self._send_away)
        self.foot_row.insertWidget(0, self.away)
        self.body.addWidget(self.kinds)
        fields: QGridLayout = grid(gap=12, row_gap=8)
        for place, field in enumerate((self.name, self.phone, self.home, self.reason)):
            fields.addWidget(field, place // 2, place % 2)
            self.watch(field.edit)
        self.body.addLayout(fields)
        self.body.addWidget(self.directions)
        self._inside_label = Label("", Type.SMALL_STRONG, "text2")
        self.body.addWidget(self._inside_label)
        self._inside = QWidget()
        self._inside.setLayout(FlowLayout(8))
        self.body.addWidget(self._inside)
        self.body.addStretch(1)
        self._guests: tuple[GuestInside, ...] = ()
        self.name.typed.connect(lambda _words: self.name.set_error(""))
        self.retranslate()
        self.kinds.choose("visitor")

    def retranslate(self) -> None:
        self.set_title(say("Person without a card"))
        self.kinds.set_options([Option(kind, words) for kind, words in self._kind_words().items()])
        self.directions.set_options(
            [Option("in", say("Going in"), "in"), Option("out", say("Going out"), "out")]
        )
        self.name.set_label(say("Name"))
        self.phone.set_label(say("Phone"))
        self.home.set_label(say("Goes to"))
        self.home.set_placeholder("19-3-204")
        self.reason.set_label(say("Why"))
        self._inside_label.setText(say("Came in today, goes out again: ↓ or +"))
        self.do_it.setText(say("Measure"))
        self.away.setText(say("Send away"))

    @staticmethod
    def _kind_words() -> dict[str, str]:
        return {
            "resident": say("Resident"),
            "visitor": say("Visitor"),
            "delivery": say("Delivery"),
            "other": say("Other"),
        }

    def offer(self, direction: Direction | None, inside: Sequence[GuestInside] = ()) -> None:
        """Opens the form with the lane's direction, and those who came in without a card and may leave again."""
        self.directions.choose(direction.value if direction else None)
        layout = self._inside.layout()
        assert layout is not None
        while layout.count():
            item = layout.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self._guests = tuple(inside[:MOST_INSIDE])
        for guest in self._guests:
            button = Button(guest.name, ButtonKind.QUIET, icon="out", height=36, size=14)
            button.setToolTip(guest.time)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, guest=guest: self._leaves(guest))
            layout.addWidget(button)
        self._inside_label.setVisible(bool(inside))
        self._inside.setVisible(bool(inside))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the name, or + while it is empty, takes the next of those who came in today."""
        if (
            watched is self.name.edit
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            names = [guest.name for guest in self._guests]
            plus = event.text() == "+" and self.name.text() in ("", *names)
            if self._guests and (plus or event.key() == Qt.Key.Key_Down.value):
                place = names.index(self.name.text()) + 1 if self.name.text() in names else 0
                self._leaves(self._guests[place % len(names)])
                return True
        return super().eventFilter(watched, event)

    def _leaves(self, guest: GuestInside) -> None:
        """Someone who came in today goes out: the same name, the other way."""
        self.name.set_text(guest.name)
        self.kinds.choose("resident" if guest.book == "resident" else "visitor")
        self.directions.choose(Direction.OUT.value)
        self.name.focus_editor()

    def first_focus(self) -> QWidget | None:
        return self.name.edit

    def guest(self) -> Guest:
        """Who is written in the form."""
        kind = self.kinds.current() or "visitor"
        name, phone = self.name.text().strip(), self.phone.text().strip()
        if len(name) >= PHONE_DIGITS and name.isdecimal() and not phone:
            # From a number pad: a phone number where the name should stand.
            name, phone = self._kind_words()[kind], name
        return Guest(
            book=_BOOKS[kind],
            kind=self._kind_words()[kind],
            name=name,
            phone=phone,
            home=self.home.text().strip(),
            reason=self.reason.text().strip(),
        )

    def clear(self) -> None:
        """Empties the form for the next one."""
        for field in (self.name, self.phone, self.home, self.reason):
            field.set_text("")
            field.set_error("")
        self.kinds.choose("visitor")

    def is_empty(self) -> bool:
        """Whether nothing has been typed."""
        return not any(field.text().strip() for field in (self.name, self.phone, self.home, self.reason))

    def confirm_otherwise(self) -> None:
        self._send_away()

    def confirm(self) -> None:
        if not self.name.text().strip():
            self.name.set_error(say("Write the name"))
            self.name.focus_editor()
            return
        way = self.directions.current()
        self.came.emit(self.guest(), Direction(way) if way else None)

    def _send_away(self) -> None:
        self.sent_away.emit(self.guest())
