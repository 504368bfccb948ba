"""Which column of a list is what, where its titles say nothing known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from db.books.person import Field
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Card
from desktop.kit.fields import Message
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import STRETCH, column, grid, row, scrolling
from desktop.kit.more_fields import ComboField
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px
from desktop.problems import field_words

_NEEDED = (Field.NAME, Field.ID_NO)
_OFFERED = tuple(field for field in Field if field is not Field.SEQ)
_NOTHING = ""


class ColumnMapping(Retranslating, Card):
    """Signals: `mapped(dict)` column from 0 to `Field`; `left`."""

    mapped = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0, gap=0)
        self._titles: tuple[str, ...] = ()
        self.combos: list[ComboField] = []
        self.head = Label("", Type.CARD_TITLE)
        self.what = Label("", Type.BODY, "text2", wrap=True)
        content = QWidget()
        self._grid: QGridLayout = grid(gap=16, row_gap=8)
        column(self.head, self.what, 8, self._grid, STRETCH, gap=4, margins=(24, 20, 24, 16), parent=content)
        self.body.addWidget(scrolling(content), 1)
        foot = super().foot()
        self.message = Message()
        self.back_button = Button("")
        self.read_button = Button("", ButtonKind.PRIMARY, icon="list")
        foot.addWidget(self.message, 1)
        foot.addLayout(row(self.back_button, self.read_button, gap=8))
        self.back_button.clicked.connect(self.left)
        self.read_button.clicked.connect(self._read)
        self.retranslate()

    def set_titles(self, titles: Sequence[str], known: Mapping[int, Field]) -> None:
        """The titles as they stand in the list, and what is known of them."""
        self._titles = tuple(titles)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.combos = []
        for place, title in enumerate(self._titles):
            combo = ComboField(with_message=False)
            combo.set_choices(self._choices())
            combo.choose(known[place].value if place in known else _NOTHING)
            combo.box.setAccessibleName(title)
            name = ElidedLabel(title or self.tr("Column {number}").format(number=place + 1), Type.BODY_STRONG)
            name.setMinimumWidth(px(160))
            half = place % 2
            self._grid.addWidget(name, place // 2, 2 * half)
            self._grid.addWidget(combo, place // 2, 2 * half + 1)
            self.combos.append(combo)
        for place, share in enumerate((1, 2, 1, 2)):
            self._grid.setColumnStretch(place, share)
        self.message.set_message("")

    def mapping(self) -> dict[int, Field]:
        """What was said so far."""
        return {place: Field(key) for place, combo in enumerate(self.combos) if (key := combo.key())}

    def _read(self) -> None:
        chosen = self.mapping()
        missing = [field for field in _NEEDED if field not in chosen.values()]
        twice = [field for field in set(chosen.values()) if list(chosen.values()).count(field) > 1]
        if missing:
            names = self.tr(", ").join(field_words(field) for field in missing)
            self.message.set_message(self.tr("Still missing: {fields}").format(fields=names))
        elif twice:
            self.message.set_message(self.tr("Twice: {field}").format(field=field_words(twice[0])))
        else:
            self.mapped.emit(chosen)

    def _choices(self) -> list[tuple[str, str]]:
        fields = [(field.value, field_words(field)) for field in _OFFERED]
        return [(_NOTHING, self.tr("Not needed")), *fields]

    def retranslate(self) -> None:
        self.head.setText(self.tr("Which column is which?"))
        self.what.setText(
            self.tr("These titles are not known here. Name and ID number are needed, the rest can stay open.")
        )
        self.back_button.setText(self.tr("Another list"))
        self.read_button.setText(self.tr("Read the list"))
        for combo in self.combos:
            combo.set_choices(self._choices())
