"""Who is followed: name, cards, masked numbers, and where they are inside."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from db.books.masking import mask_id_no, mask_phone
from db.books.pass_id import Book, PassId
from db.books.reveals import PersonalField
from desktop.kit.books import BookMark
from desktop.kit.buttons import IconButton
from desktop.kit.cards import Surface
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.line_words import pass_words
from desktop.operations.people import Followed
from desktop.views.board.words import gate_words

SHOWN_IN_FULL_MS = 10_000


class PersonCard(Retranslating, Surface):
    """Signal `reveal_asked(PassId, field)`, answered with `show_in_full`."""

    reveal_asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._followed: Followed | None = None
        self._may_see = True
        self._in_full: dict[str, str] = {}
        self._masking = QTimer(self)
        self._masking.setSingleShot(True)
        self._masking.setInterval(SHOWN_IN_FULL_MS)
        self._masking.timeout.connect(self.hide_numbers)
        self.name = Label("", Type.RESULT)
        self.mark = BookMark(Book.MEDICAL)
        self.cards = ElidedLabel("", Type.BODY_STRONG)
        self.facts = ElidedLabel("", Type.BODY, "text2")
        self.where = ElidedLabel("", Type.BODY)
        self.id_no = Label("", Type.BODY)
        self.phone = Label("", Type.BODY)
        self.reveal_buttons: dict[PersonalField, IconButton] = {}
        numbers = []
        for field, label in (("id_no", self.id_no), ("phone", self.phone)):
            button = IconButton("eye", "", side=32)
            button.clicked.connect(lambda _on=False, field=field: self._ask(field))
            self.reveal_buttons[field] = button  # type: ignore[index]
            numbers.append(row(STRETCH, label, button, gap=8))
        names = row(self.name, self.mark, self.cards, gap=12)
        names.setStretch(2, 1)
        left = column(names, self.facts, self.where, gap=4)
        right = column(STRETCH, *numbers, STRETCH, gap=4)
        line = row(left, right, gap=16, margins=(20, 12, 16, 12), parent=self)
        line.setStretch(0, 1)
        self.retranslate()

    def set_rules(self, may_see: bool) -> None:
        """Whether this operator may see numbers in full."""
        self._may_see = may_see
        self._show()

    def show_person(self, followed: Followed) -> None:
        """Who is followed now."""
        self._followed = followed
        self.hide_numbers()

    def show_in_full(self, id: PassId, field: PersonalField, value: str) -> None:
        """A number that was asked for, for ten seconds."""
        if self._first() == id:
            self._in_full[field] = value
            self._masking.start()
            self._show()

    def hide_numbers(self) -> None:
        """Masks everything again."""
        self._masking.stop()
        self._in_full = {}
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        self.hide_numbers()
        super().hideEvent(event)

    def _first(self) -> PassId | None:
        passes = self._followed.path.passes if self._followed else ()
        return passes[0].id if passes else None

    def _ask(self, field: str) -> None:
        id = self._first()
        if id is not None:
            self.reveal_asked.emit(id, field)

    def _show(self) -> None:
        followed = self._followed
        if followed is None:
            return
        passes = followed.path.passes
        self.name.setText(followed.name)
        self.mark.setVisible(bool(passes))
        holder = passes[0].holder if passes else None
        if holder is not None:
            self.mark.set_book(holder.book)
        numbers = self.tr(", ", "between two passes").join(pass_words(one.id) for one in passes)
        self.cards.setText(numbers or self.tr("Without a card: everybody of this name is one here"))
        told = (holder.unit, holder.post, holder.home) if holder else ()
        self.facts.setText(" · ".join(filter(None, told)))
        inside = [followed.place(gate) for gate in followed.path.inside]
        names = self.tr(", ", "between two passes").join(
            gate_words(one.gate, one.compound, one.name) for one in inside
        )
        self.where.setText(self.tr("Inside at {gates}").format(gates=names) if names else "")
        for field, label, masked in (
            ("id_no", self.id_no, mask_id_no(holder.id_no) if holder else ""),
            ("phone", self.phone, mask_phone(holder.phone) if holder else ""),
        ):
            label.setText(self._in_full.get(field, masked))
            button: QWidget = self.reveal_buttons[field]  # type: ignore[index]
            button.setVisible(bool(masked))
            button.setEnabled(self._may_see and field not in self._in_full)

    def retranslate(self) -> None:
        why = self.tr(" for 10 seconds. That you looked is kept as a line")
        names = {"id_no": self.tr("Show the ID number in full"), "phone": self.tr("Show the phone in full")}
        for field, button in self.reveal_buttons.items():
            button.set_name(names[field])
            button.setToolTip(names[field] + why)
        self._show()
