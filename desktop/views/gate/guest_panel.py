"""Someone without a card: a resident on an errand, a visitor, a delivery. The same line, or sent away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from db.books.verdict import Direction
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.choices import Option, Segmented
from desktop.kit.fields import TextField
from desktop.kit.layouts import grid
from desktop.kit.theme import px
from desktop.views.gate.panel import GatePanel
from desktop.views.gate.person import Guest
from desktop.views.gate.words import say

_BOOKS = {"resident": "resident", "visitor": "visitor", "delivery": "visitor", "other": "visitor"}


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
        self.away = Button("", ButtonKind.DANGER, icon="ban", height=48)
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
        self.body.addStretch(1)
        self.name.typed.connect(lambda _words: self.name.set_error(""))
        self.retranslate()
        self.kinds.choose("visitor")

    def retranslate(self) -> None:
        self.set_title(say("Person without a card"))
        self.kinds.set_options([Option(kind, words) for kind, words in self._kind_words().items()])
        self.directions.set_options(
            [Option("in", say("Going in"), "in"), Option("out", say("Going out"), "out")]
        )
        self.directions.set_no_focus()
        self.kinds.set_no_focus()
        self.name.set_label(say("Name"))
        self.phone.set_label(say("Phone"))
        self.home.set_label(say("Goes to"))
        self.home.set_placeholder("19-3-204")
        self.reason.set_label(say("Why"))
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

    def offer(self, direction: Direction | None) -> None:
        """Opens the form with the lane's direction."""
        self.directions.choose(direction.value if direction else None)

    def first_focus(self) -> QWidget | None:
        return self.name.edit

    def guest(self) -> Guest:
        """Who is written in the form."""
        kind = self.kinds.current() or "visitor"
        return Guest(
            book=_BOOKS[kind],
            kind=self._kind_words()[kind],
            name=self.name.text().strip(),
            phone=self.phone.text().strip(),
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

    def confirm(self) -> None:
        if not self.name.text().strip():
            self.name.set_error(say("Write the name"))
            self.name.focus_editor()
            return
        way = self.directions.current()
        self.came.emit(self.guest(), Direction(way) if way else None)

    def _send_away(self) -> None:
        self.sent_away.emit(self.guest())
