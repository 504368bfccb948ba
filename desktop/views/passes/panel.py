"""One pass with all about it, beside the table: holder, masked numbers, last crossings, and what can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QWidget

from db.books.masking import mask_id_no, mask_phone
from db.books.pass_id import PassId
from db.books.pass_rows import PassRow
from db.books.pass_search import State
from db.books.reveals import PersonalField
from db.times import from_stamp
from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.cards import Divider, EmptyState, Strip, Surface
from desktop.kit.dates import moment_words
from desktop.kit.density import density
from desktop.kit.labels import Label, PhotoLabel
from desktop.kit.layouts import STRETCH, column, grid, row, scrolling
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px, themes
from desktop.line_words import pass_words
from desktop.operations.passes import PassDetails
from desktop.pass_words import (
    card_name,
    checked_words,
    id_type_words,
    pass_state_words,
    pass_status,
    reissue_words,
    scope_words,
)
from desktop.views.entries.panel_parts import CrossingsList, PanelHead

SHOWN_IN_FULL_MS = 10_000
_PRINTINGS = 3
"""How many printings of a card are listed."""


class PassPanel(Retranslating, Surface):
    """Signals, each with the `Pass` shown: `print_asked`, `reissue_asked`, `renew_asked`, `revoke_asked`,
    `edit_asked`; `reveal_asked(PassId, field)`, answered with `show_in_full`."""

    print_asked = Signal(object)
    reissue_asked = Signal(object)
    renew_asked = Signal(object)
    revoke_asked = Signal(object)
    edit_asked = Signal(object)
    reveal_asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._row: PassRow | None = None
        self._details: PassDetails | None = None
        self._today, self._fever, self._may_change = date.today(), 373, True
        self._in_full: dict[PersonalField, str] = {}
        self._masking = QTimer(self)
        self._masking.setSingleShot(True)
        self._masking.setInterval(SHOWN_IN_FULL_MS)
        self._masking.timeout.connect(self.hide_numbers)
        self.head = PanelHead()
        self.photo = PhotoLabel(88, 110)
        self.name = Label("", Type.RESULT, wrap=True)
        self.number = Label("", Type.CARD_TITLE)
        self.unit = Label("", Type.BODY, "text2", wrap=True)
        self.edit_button = IconButton("write", "", side=40)
        self._facts: QGridLayout = grid(gap=8, row_gap=0)
        self._facts.setColumnStretch(1, 1)
        self._fact_widgets: list[QWidget] = []
        self._lines = 0
        self.reveal_buttons: dict[PersonalField, Button] = {}
        self.recent_title = Label("", Type.CELL_STRONG, "text2")
        self.crossings = CrossingsList(3)
        self.never = Label("", Type.CELL, "text2")
        words = column(row(self.name, self.edit_button, top=True), self.number, self.unit, STRETCH, gap=2)
        words.itemAt(0).layout().setStretch(0, 1)  # type: ignore[union-attr]
        top = row(self.photo, words, gap=16, top=True)
        top.setStretch(1, 1)
        content = QWidget()
        column(
            top, 8, Divider(), 4, self._facts, 4, Divider(), 4, self.recent_title, self.crossings, self.never,
            STRETCH, gap=4, margins=(20, 16, 20, 12), parent=content,
        )  # fmt: skip
        self.area = scrolling(content)
        self._lay_out_foot()
        self.empty = EmptyState("pass")
        self._empty_host = QWidget()
        column(self.empty, STRETCH, margins=12, parent=self._empty_host)
        whole = column(self.head, self.area, self.foot, self._empty_host, gap=0, margins=1, parent=self)
        whole.setStretch(1, 1)
        whole.setStretch(3, 1)
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def _lay_out_foot(self) -> None:
        self.print_button = Button("", ButtonKind.PRIMARY, icon="print", size=15)
        self.reissue_button = Button("", size=15)
        self.renew_button = Button("", size=15)
        self.revoke_button = Button("", ButtonKind.DANGER, size=15)
        self.why_not = Label("", Type.SMALL, "text2", wrap=True)
        for button, signal in (
            (self.print_button, self.print_asked),
            (self.reissue_button, self.reissue_asked),
            (self.renew_button, self.renew_asked),
            (self.revoke_button, self.revoke_asked),
            (self.edit_button, self.edit_asked),
        ):
            button.clicked.connect(lambda _on=False, signal=signal: self._tell(signal))
        buttons = row(self.print_button, self.reissue_button, self.renew_button, self.revoke_button, gap=8)
        for place, share in enumerate((4, 3, 3, 3)):
            buttons.setStretch(place, share)
        self.foot = Strip("cd")
        column(self.why_not, buttons, gap=6, margins=(16, 10, 16, 10), parent=self.foot)

    def _fit(self) -> None:
        self.setFixedWidth(px(312 if density().narrow else 352))
        small = density().narrow
        self.photo.set_photo_size(72 if small else 88, 90 if small else 110)
        self.print_button.set_icon_name(None if small else "print")
        self._show()

    # What is shown

    def set_rules(self, today: date, fever_tenths: int, may_change: bool) -> None:
        """The gate's day, the fever line, and whether this operator may change passes."""
        self._today, self._fever, self._may_change = today, fever_tenths, may_change
        self._show()

    def show_nothing(self) -> None:
        """No pass is chosen."""
        self._row = self._details = None
        self.hide_numbers()

    def show_row(self, pass_row: PassRow) -> None:
        """A pass as the table knows it; its details may follow."""
        if self._row is None or pass_row.one.id != self._row.one.id:
            self._details = None
            self._in_full.clear()
        self._row = pass_row
        self._show()

    def show_details(self, details: PassDetails) -> None:
        """All about the pass."""
        if self._row is not None and self._row.one.id != details.row.one.id:
            self._in_full.clear()
        self._row, self._details = details.row, details
        self._show()

    def shown(self) -> PassId | None:
        """The pass that is shown."""
        return self._row.one.id if self._row is not None else None

    def show_in_full(self, id: PassId, field: PersonalField, value: str) -> None:
        """The number in full, for ten seconds."""
        if self.shown() == id:
            self._in_full[field] = value
            self._masking.start()
            self._show()

    def hide_numbers(self) -> None:
        """Hides what was shown in full."""
        self._masking.stop()
        self._in_full.clear()
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._in_full:
            self.hide_numbers()

    def _tell(self, signal: Signal) -> None:
        if self._row is not None:
            signal.emit(self._row.one)  # type: ignore[attr-defined]

    # Showing

    def _show(self) -> None:
        shown = self._row
        for part in (self.head, self.area, self.foot):
            part.setVisible(shown is not None)
        self._empty_host.setVisible(shown is None)
        if shown is None:
            return
        one, holder = shown.one, shown.one.holder
        status = pass_status(one, shown.state, self._today)
        self.head.set_head(
            one.id.book, card_name(one.id.book), pass_state_words(one, shown.state, self._today), status.icon
        )
        self._show_photo()
        self.name.setText(holder.name)
        self.name.set_role(
            Type.RESULT if len(holder.name) <= 5 and not density().narrow else Type.DIALOG_TITLE
        )
        self.number.setText(pass_words(one.id))
        self.unit.setText(holder.unit)
        self.unit.setVisible(bool(holder.unit))
        self._clear_facts()
        self._show_facts()
        self._show_recent()
        revoked = shown.state is State.REVOKED
        self.revoke_button.setVisible(not revoked)
        self.renew_button.setVisible(not revoked)
        self.print_button.setVisible(not revoked)
        for button in (self.print_button, self.reissue_button, self.renew_button, self.revoke_button):
            button.setEnabled(self._may_change)
        self.edit_button.setVisible(self._may_change)
        self.why_not.setVisible(not self._may_change)

    def _show_photo(self) -> None:
        data = self._details.photo if self._details is not None else None
        picture = QPixmap()
        if data is not None:
            picture.loadFromData(data)
        self.photo.set_photo(picture)

    def _show_facts(self) -> None:
        assert self._row is not None
        one, holder = self._row.one, self._row.one.holder
        self._number_fact("id_no", id_type_words(holder.id_type), holder.id_no, mask_id_no(holder.id_no))
        self._number_fact("phone", self.tr("Mobile"), holder.phone, mask_phone(holder.phone))
        days = self.tr("{first} to {last}").format(
            first=holder.valid_from.isoformat(), last=holder.valid_until.isoformat()
        )
        self._fact(self.tr("Validity"), days)
        self._fact(self.tr("Opens"), scope_words(holder.scope))
        for name, value in (
            (self.tr("Post"), holder.post),
            (self.tr("Home"), holder.home),
            (self.tr("Plate"), holder.plate),
        ):
            if value:
                self._fact(name, value)
        if one.revoked_at is not None:
            when = moment_words(from_stamp(one.revoked_at), self._today)
            self._fact(
                self.tr("Revoked"),
                self.tr("{when}: {reason}").format(when=when, reason=one.revoked_reason or ""),
            )
        self._fact(self.tr("Card"), self._card_words())
        self._show_printings()
        if holder.checked:
            self._fact(self.tr("Papers"), checked_words(holder.checked))
        if holder.remark:
            self._fact(self.tr("Remark"), holder.remark)

    def _card_words(self) -> str:
        assert self._row is not None
        issue = self._row.one.issue
        if issue == 1:
            said = self.tr("First card")
        else:
            issues = self._details.issues if self._details is not None else ()
            why = reissue_words(issues[-1].reason) if issues else ""
            said = self.tr("Card {issue}").format(issue=issue)
            said = self.tr("{card}: {reason}").format(card=said, reason=why) if why else said
        if self._details is None:
            return said
        if not any(card.one.issue == issue for card in self._details.printings):
            return said + self.tr(", not printed yet")
        return said

    def _show_printings(self) -> None:
        """When, where and by whom its cards were printed, the last few."""
        printings = self._details.printings if self._details is not None else ()
        said = []
        for card in printings[:_PRINTINGS]:
            words = self.tr("{when}, card {issue}, {printer}, {who}")
            said.append(
                words.format(
                    when=moment_words(from_stamp(card.one.at), self._today),
                    issue=card.one.issue,
                    printer=card.one.printer or self.tr("PDF file"),
                    who=card.operator,
                )
            )
        if len(printings) > _PRINTINGS:
            said.append(self.tr("and %n time(s) before", "", len(printings) - _PRINTINGS))
        if said:
            self._fact(self.tr("Printed"), "\n".join(said))

    def _show_recent(self) -> None:
        recent = self._details.recent if self._details is not None else ()
        rows = [(moment_words(from_stamp(one.time), self._today), one) for one in recent]
        self.crossings.set_rows(rows, self._fever)
        self.crossings.setVisible(bool(rows))
        self.never.setVisible(self._details is not None and not rows)

    # Rows of facts

    def _clear_facts(self) -> None:
        for widget in self._fact_widgets:
            self._facts.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._fact_widgets = []
        self._lines = 0
        self.reveal_buttons = {}

    def _fact(self, name: str, value: str, columns: int = 2) -> int:
        line, self._lines = self._lines, self._lines + 1
        said = Label(name, Type.CELL, "text2")
        said.setMinimumWidth(px(56))
        shown = Label(value, Type.BODY, wrap=True)
        for label in (said, shown):
            label.setMinimumHeight(px(32 if columns > 1 else 40))
        self._facts.addWidget(said, line, 0, Qt.AlignmentFlag.AlignTop)
        self._facts.addWidget(shown, line, 1, 1, columns)
        self._fact_widgets += [said, shown]
        return line

    def _number_fact(self, field: PersonalField, name: str, value: str, masked: str) -> None:
        """A masked number with the button that shows it for a while."""
        if not value:
            return
        line = self._fact(name, self._in_full.get(field, masked), 1)
        said = self.tr("Show {name} in full").format(name=name)
        if density().narrow:
            button: Button = IconButton("eye", said, side=32)
        else:
            button = Button(self.tr("Show"), ButtonKind.QUIET, height=32, size=14)
        button.setAccessibleName(said)
        button.setToolTip(said + self.tr(" for 10 seconds. That you looked is kept as a line"))
        button.setEnabled(self._may_change and field not in self._in_full)
        button.clicked.connect(lambda: self._ask_reveal(field))
        self._facts.addWidget(button, line, 2)
        self._fact_widgets.append(button)
        self.reveal_buttons[field] = button

    def _ask_reveal(self, field: PersonalField) -> None:
        id = self.shown()
        if id is not None:
            self.reveal_asked.emit(id, field)

    def retranslate(self) -> None:
        self.print_button.setText(self.tr("Print"))
        self.reissue_button.setText(self.tr("Reissue"))
        self.renew_button.setText(self.tr("Renew"))
        self.revoke_button.setText(self.tr("Revoke"))
        self.edit_button.set_name(self.tr("Put facts right"))
        self.edit_button.setToolTip(
            self.tr("Put facts right. That you see the numbers in full is kept as a line")
        )
        self.recent_title.setText(self.tr("Last crossings"))
        self.never.setText(self.tr("Never crossed here"))
        self.why_not.setText(self.tr("A registrar or the lead does this"))
        self.empty.set_words(self.tr("Choose a pass"), self.tr("All about it is shown here"))
        self._show()
