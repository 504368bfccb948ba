"""What is handed over by count: keys, thermometers, supplies. The names are remembered, the counts are counted anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.books.shifts import MOST_REMARKS, MOST_THINGS, Thing
from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.cards import Card
from desktop.kit.fields import TextField
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scrolling
from desktop.kit.more_fields import TextArea
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px

_COUNT_WIDTH = 84


class ThingRow(QWidget):
    """One thing: its name, how many there are, and a cross that takes it off the list.

    `before` is the count of the last time; a thing that was only suggested may stay uncounted."""

    def __init__(self, name: str = "", before: int | None = None, suggested: bool = False) -> None:
        super().__init__()
        self.before, self.suggested = before, suggested
        self.name = TextField(with_message=False)
        self.name.set_text(name)
        self.name.edit.setCursorPosition(0)
        self.count = TextField(input_method=False, with_message=False)
        self.count.setFixedWidth(px(_COUNT_WIDTH))
        self.count.typed.connect(lambda _text: self.compare())
        self.away = IconButton("x", "", side=36, glyph=18)
        inside = row(self.name, self.count, self.away, gap=6, parent=self)
        inside.setStretch(0, 1)

    def compare(self) -> None:
        """A count that differs from the last one is worth a look, and hinders nothing."""
        text = self.count.text().strip()
        differs = text.isdecimal() and self.before is not None and int(text) != self.before
        self.count.frame.set_state("notice" if differs else "")

    def number(self) -> int | None:
        """What was counted; None where nothing readable was typed."""
        text = self.count.text().strip()
        return int(text) if text.isdecimal() and len(text) <= 5 else None

    def needed(self) -> bool:
        """Whether a count is missed here."""
        name, text = self.name.text().strip(), self.count.text().strip()
        return bool(name) and self.number() is None and not (self.suggested and not text)


class ThingsCard(Retranslating, Card):
    """Attributes: `rows`, `remarks`. Signal `ended`: Enter in the last count."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__(padding=(0, 0, 0, 8), gap=0)
        self.rows: list[ThingRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(px(8))
        self.said = Label("", Type.SMALL_STRONG, "deny_text", wrap=True)
        self.said.hide()
        self.add = Button("", ButtonKind.GHOST, icon="plus", height=40, size=15)
        self.add.clicked.connect(self._add)
        self.remarks = TextArea(lines=2)
        content = QWidget()
        items = (self._list, self.said, self.add, self.remarks, STRETCH)
        column(*items, gap=8, margins=(16, 4, 16, 8), parent=content)
        self.body.addWidget(scrolling(content))
        self.title.set_role(Type.SECTION)
        self.retranslate()

    def set_things(self, things: Sequence[Thing], known: bool) -> None:
        """The things of the last time, without counts; before the first time (not `known`) what most gates have."""
        for one in self.rows:
            self._list.removeWidget(one)
            one.hide()
            one.deleteLater()
        self.rows = []
        if known:
            for thing in things:
                self._put(ThingRow(thing.name, thing.count))
        else:
            for name in (self.tr("Keys"), self.tr("Thermometers"), self.tr("Masks")):
                self._put(ThingRow(name, suggested=True))
        self.remarks.set_text("")
        self.say("")
        self.retranslate()

    def _put(self, one: ThingRow) -> None:
        self.rows.append(one)
        self._list.addWidget(one)
        one.away.clicked.connect(lambda: self._take_away(one))
        one.name.entered.connect(one.count.focus_editor)
        one.count.entered.connect(lambda: self._counted(one))

    def _add(self) -> None:
        one = ThingRow()
        self._put(one)
        self.retranslate()
        one.name.focus_editor()

    def _take_away(self, one: ThingRow) -> None:
        self.add.setFocus()
        self.rows.remove(one)
        self._list.removeWidget(one)
        one.hide()
        one.deleteLater()
        self.retranslate()

    def first_open(self) -> TextField | None:
        """The first count that is still to be written; None where all are."""
        return next((one.count for one in self.rows if not one.count.text().strip()), None)

    def _counted(self, one: ThingRow) -> None:
        """Enter in a count goes on to the next one, and from the last one on to the confirmations."""
        place = self.rows.index(one) + 1
        if place < len(self.rows):
            self.rows[place].count.focus_editor()
        else:
            self.ended.emit()

    def say(self, words: str) -> None:
        """What is wrong; nothing for all in order."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def things(self) -> list[tuple[str, int]] | None:
        """(name, count) of what was counted; None, and said, where a count is missing or two names are the same."""
        for one in self.rows:
            one.compare()
            one.name.frame.set_state("")
        found: list[tuple[str, int]] = []
        for one in self.rows:
            name, number = one.name.text().strip(), one.number()
            if one.needed():
                one.count.frame.set_state("error")
                self.say(self.tr("How many {name}? Count, and write the number").format(name=name))
                one.count.focus_editor()
                return None
            if not name or number is None:
                continue
            if len(name) > 40 or any(name == other for other, _ in found):
                one.name.frame.set_state("error")
                self.say(self.tr("{name} stands here twice, or is too long").format(name=name[:40]))
                one.name.focus_editor()
                return None
            found.append((name, number))
        if len(self.remarks.text().strip()) > MOST_REMARKS:
            self.remarks.set_error(self.tr("Too long. Write it shorter"))
            self.remarks.focus_editor()
            return None
        self.say("")
        return found

    def retranslate(self) -> None:
        self.set_title(self.tr("Handed over"))
        self.add.setText(self.tr("Add a thing"))
        self.add.setEnabled(len(self.rows) < MOST_THINGS)
        self.remarks.set_label(self.tr("Remarks"))
        self.remarks.set_placeholder(self.tr("What the next one should know"))
        for one in self.rows:
            name = one.name.text().strip()
            one.name.set_placeholder(self.tr("What"))
            one.name.edit.setAccessibleName(self.tr("What is handed over"))
            hint = (
                self.tr("was {count}").format(count=one.before)
                if one.before is not None
                else self.tr("count")
            )
            one.count.set_placeholder(hint)
            one.count.edit.setAccessibleName(self.tr("How many {name}").format(name=name))
            one.away.set_name(self.tr("Take {name} off the list").format(name=name))
