"""What is asked before a pass is revoked, reissued or renewed: the sentence with name and number, and why."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Signal

from db.books.passes import Pass
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.checks import CheckBox
from desktop.kit.choices import CardLook, FilterPills, Option, RadioCards
from desktop.kit.date_field import DateField
from desktop.kit.dialogs import ConfirmSheet, ConfirmWords, Sheet
from desktop.kit.fields import Message
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, row
from desktop.kit.theme import Type
from desktop.line_words import pass_words

SPANS = (7, 14, 30)
"""Days offered for a pass."""


def revoke_reasons() -> list[Option]:
    """Why a pass is revoked. A lost card is reissued instead."""
    translate = QCoreApplication.translate
    return [
        Option("left", translate("RevokeSheet", "Left the post")),
        Option("misuse", translate("RevokeSheet", "Misused")),
        Option("mistake", translate("RevokeSheet", "Issued by mistake")),
        Option("ordered", translate("RevokeSheet", "Ordered from above")),
    ]


def reason_words(key: str) -> str:
    """The words that a line keeps for a reason."""
    return next((option.words for option in revoke_reasons() if option.key == key), key)


def revoke_sheet(one: Pass | None, count: int = 1) -> ConfirmSheet:
    """Asks before revoking one pass, or `count` ticked ones."""
    translate = QCoreApplication.translate
    if one is not None:
        title = translate("RevokeSheet", "Revoke {name}'s pass ({number})?").format(
            name=one.holder.name, number=pass_words(one.id)
        )
    else:
        title = translate("RevokeSheet", "Revoke the %n ticked pass(es)?", "", count)
    words = ConfirmWords(
        title,
        translate(
            "RevokeSheet", "From now on the card lets nobody in. To let the person in again, reissue it."
        ),
        translate("RevokeSheet", "Revoke"),
        translate("RevokeSheet", "Keep"),
    )
    return ConfirmSheet(words, reasons=revoke_reasons())


class ReissueSheet(Sheet):
    """A new card for a lost or damaged one. Signal `confirmed(str, bool)`: the reason, and whether to print."""

    confirmed = Signal(str, bool)

    def __init__(self, one: Pass) -> None:
        name, number = one.holder.name, pass_words(one.id)
        super().__init__("", width=600)
        self.title.set_role(Type.CARD_TITLE)
        self.title.setText(self.tr("A new card for {name} ({number})").format(name=name, number=number))
        self.setAccessibleName(self.title.text())
        what = Label(
            self.tr("The number stays. The old card is dead at once, wherever it turns up."),
            Type.BODY,
            "text2",
            wrap=True,
        )
        self._message = Message()
        self.reasons = RadioCards(CardLook.REASON, wrap=True)
        self.reasons.set_options(
            [Option("lost", self.tr("Card lost")), Option("damaged", self.tr("Card damaged"))]
        )
        self.reasons.chosen.connect(lambda _key: self._message.set_message(""))
        self.print_too = CheckBox(self.tr("Go on to print it"))
        self.print_too.setChecked(True)
        for part in (what, self.reasons, self._message, self.print_too):
            self.body.addWidget(part)
        keep = Button(self.tr("Cancel"), key="Esc")
        keep.clicked.connect(self.close_sheet)
        self.confirm_button = Button(self.tr("Reissue"), ButtonKind.PRIMARY, icon="refresh", key="Enter")
        self.confirm_button.clicked.connect(self._confirm)
        self.on_enter = self.confirm_button
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(keep)
        self.foot_row.addWidget(self.confirm_button)

    def _confirm(self) -> None:
        reason = self.reasons.current()
        if reason is None:
            self._message.set_message(self.tr("Choose first: lost or damaged"))
            return
        self.close_sheet()
        self.confirmed.emit(reason, self.print_too.isChecked())


class RenewSheet(Sheet):
    """New days for one pass or several. Signal `confirmed(date, bool)`: the last day, and whether to print."""

    confirmed = Signal(object, bool)

    def __init__(self, one: Pass | None, count: int, today: date, days: int) -> None:
        super().__init__("", width=600)
        self._today = today
        self.title.set_role(Type.CARD_TITLE)
        if one is not None:
            title = self.tr("Renew {name}'s pass ({number})").format(
                name=one.holder.name, number=pass_words(one.id)
            )
        else:
            title = self.tr("Renew the %n ticked pass(es)", "", count)
        self.title.setText(title)
        self.setAccessibleName(title)
        what = Label(
            self.tr(
                "The days stand in the card's code, so a new card is needed. The old one is dead at once."
            ),
            Type.BODY,
            "text2",
            wrap=True,
        )
        self.until = DateField(self.tr("Good until"), today=today)
        self.until.name_calendar(self.tr("Choose a day"))
        self.until.set_date(today + timedelta(days=days))
        self.until.add_check(self._check)
        self.until.picked.connect(self._show_span)
        self.spans = FilterPills()
        self.spans.set_options([Option(str(span), self.tr("%n day(s)", "", span)) for span in SPANS])
        self.spans.chosen.connect(lambda key: self._take_span(int(key)))
        self.print_too = CheckBox(
            self.tr("Go on to print it") if count == 1 else self.tr("Go on to print them")
        )
        self.print_too.setChecked(True)
        self.body.addWidget(what)
        self.body.addLayout(row(self.spans, STRETCH))
        self.body.addWidget(self.until)
        self.body.addWidget(self.print_too)
        keep = Button(self.tr("Cancel"), key="Esc")
        keep.clicked.connect(self.close_sheet)
        self.confirm_button = Button(self.tr("Renew"), ButtonKind.PRIMARY, icon="calendar", key="Enter")
        self.confirm_button.clicked.connect(self._confirm)
        self.on_enter = self.confirm_button
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(keep)
        self.foot_row.addWidget(self.confirm_button)
        self._show_span()

    def _take_span(self, days: int) -> None:
        self.until.set_date(self._today + timedelta(days=days))
        self.until.set_error("")

    def _show_span(self) -> None:
        last = self.until.date()
        days = (last - self._today).days if last else 0
        self.spans.choose(str(days) if days in SPANS else None)

    def _check(self, _text: str) -> str:
        last = self.until.date()
        if last is None:
            return self.tr("Write the day, for example 2020-03-15")
        if last < self._today:
            return self.tr("This day is past. Look at the year")
        if last > self._today + timedelta(days=366):
            return self.tr("More than a year ahead. Look at the year")
        return ""

    def _confirm(self) -> None:
        if not self.until.recheck():
            self.until.focus_editor()
            return
        last = self.until.date()
        self.close_sheet()
        self.confirmed.emit(last, self.print_too.isChecked())
