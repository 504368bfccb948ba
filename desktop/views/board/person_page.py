"""One person across all gates: their way in the order of time, and who was at the same gate within minutes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.books.contacts import Contact
from db.books.pass_id import PassId
from db.books.passes import Pass
from db.errors import GatebookError
from db.trust.roles import Role
from desktop.changes import Change, Topic
from desktop.kit.buttons import Button
from desktop.kit.cards import Banner, EmptyState
from desktop.kit.cells import Cell
from desktop.kit.choices import Option, Segmented
from desktop.kit.density import Room, density
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scaled
from desktop.kit.more_fields import ComboField, SearchField
from desktop.kit.retranslating import Retranslating
from desktop.kit.table_card import TableCard
from desktop.kit.tables import ColumnPlan, GateTable
from desktop.kit.theme import Type, px, themes
from desktop.language import current_language
from desktop.models.steps import ContactsModel, HitsModel, StepsModel
from desktop.operations.passes import show_in_full
from desktop.operations.people import (
    Followed,
    Hits,
    Who,
    find_people,
    follow,
    print_path,
    read_contacts,
    steps_since,
)
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.board.finding_words import time_words
from desktop.views.board.person_card import PersonCard
from desktop.views.board.words import gate_words
from desktop.views.latest import Latest
from desktop.views.print_sheet import print_sheet

DAYS = (1, 3, 14, 45)
MINUTES = (5, 15, 30)
_HITS = [ColumnPlan(Cell.NAME, 116, least=80, stretch=1), ColumnPlan(Cell.PASS, 182, least=174)]
_STEPS = [
    ColumnPlan(Cell.QUIET, 140, least=130),
    ColumnPlan(Cell.TEXT, 220, least=140, stretch=3),
    ColumnPlan(Cell.WAY, 76),
    ColumnPlan(Cell.TEMPERATURE, 72),
    ColumnPlan(Cell.STATUS, 150, least=120, stretch=1),
    ColumnPlan(Cell.PASS, 190, least=182, drop=2),
]
_CONTACTS = [
    ColumnPlan(Cell.PASS, 190, least=182),
    ColumnPlan(Cell.NAME, 120, least=90, stretch=1),
    ColumnPlan(Cell.TEXT, 150, least=90, stretch=2, drop=2),
    ColumnPlan(Cell.NUMBER, 70),
    ColumnPlan(Cell.NUMBER, 96),
    ColumnPlan(Cell.QUIET, 240, least=150, stretch=2, drop=1),
]


class PersonPage(Retranslating, QWidget):
    """Names are asked for as they are typed. `show_subject(PassId)` follows the holder of a pass."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._followed: Followed | None = None
        self._wanted: Who | None = None
        self._days, self._minutes = 14, 15
        self._search = Latest(session, find_people, self._take_hits, self._failed, self)
        self._follow = Latest(session, follow, self._take, self._failed, self)
        self._near = Latest(session, read_contacts, self._take_contacts, self._failed, self)
        self._stale = False
        self._make_list()
        self._make_person()
        self._lay_out()
        for keys, act in (("Ctrl+F", self._to_search), ("F2", self._to_search), ("Ctrl+P", self.print_way)):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        session.changes.changed.connect(self._on_change)
        session.operator_changed.connect(self._set_rules)
        density().changed.connect(self._fit)
        themes().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def _make_list(self) -> None:
        self.title = Label("", Type.TITLE)
        self.search = SearchField()
        self.search.set_key("Ctrl+F")
        self.search.typed.connect(self._typed)
        self.search.entered.connect(self._open_first)
        self.search.left_by_down.connect(self._to_hits)
        self.hits = HitsModel(self)
        self.hit_table = GateTable(_HITS)
        self.hit_table.set_model(self.hits)
        self.hit_table.row_chosen.connect(self._on_hit)
        self.hit_table.row_opened.connect(self._on_hit)
        self.no_hits = EmptyState("search")
        self.hit_table.set_empty(self.no_hits)
        self.setFocusProxy(self.search.edit)

    def _make_person(self) -> None:
        self.person = PersonCard()
        self.person.reveal_asked.connect(self._reveal)
        self.views = Segmented()
        self.views.chosen.connect(self._view_chosen)
        self.days = ComboField(with_message=False)
        self.days.picked.connect(self._days_chosen)
        self.minutes = ComboField(with_message=False)
        self.minutes.picked.connect(self._minutes_chosen)
        self.print_button = Button("", icon="print")
        self.print_button.clicked.connect(self.print_way)
        self.steps = StepsModel(self._when, self._where, self)
        self.step_table = GateTable(_STEPS)
        self.step_table.set_model(self.steps)
        self.no_steps = EmptyState("list")
        self.step_table.set_empty(self.no_steps)
        self.contacts = ContactsModel(self._when, self._where, self)
        self.contact_table = GateTable(_CONTACTS)
        self.contact_table.set_model(self.contacts)
        self.contact_table.row_opened.connect(self._open_contact)
        self.no_contacts = EmptyState("people")
        self.contact_table.set_empty(self.no_contacts)
        self.trouble = Banner("alert", "deny")
        self.trouble.hide()
        self.empty = EmptyState("people")

    def _lay_out(self) -> None:
        self._tables = QStackedWidget()
        self._tables.addWidget(TableCard(self.step_table))
        self._tables.addWidget(TableCard(self.contact_table))
        tools = row(self.views, 4, self.days, self.minutes, STRETCH, self.print_button, gap=8)
        self._followed_part = QWidget()
        self._right = column(self.person, tools, self._tables, gap=12, parent=self._followed_part)
        self._right.setStretch(2, 1)
        empty_host = QWidget()
        column(self.empty, STRETCH, parent=empty_host)
        self._middle = QStackedWidget()
        self._middle.addWidget(empty_host)
        self._middle.addWidget(self._followed_part)
        self._left_part = QWidget()
        self._left = column(
            self.title, self.search, TableCard(self.hit_table), gap=12, parent=self._left_part
        )
        self._left.setStretch(2, 1)
        right = column(self.trouble, self._middle, gap=12)
        right.setStretch(1, 1)
        self._body = row(self._left_part, right, gap=16, margins=16, parent=self)
        self._body.setStretch(1, 1)

    # Finding

    def show_subject(self, what: object) -> None:
        """Follows the holder of a pass (`PassId`), or those without a card by name (str)."""
        if isinstance(what, PassId | str):
            self._wanted = what
            self._follow.ask(what)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._set_rules()
        if self._stale:
            self._again()

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.ARRIVALS):
            self._stale = True

    def _again(self) -> None:
        self._stale = False
        if self._wanted is not None:
            self._follow.ask(self._wanted)

    def _set_rules(self) -> None:
        self.person.set_rules(self._session.register.access.role >= Role.REGISTRAR)

    def _typed(self, words: str) -> None:
        if words.strip():
            self._search.ask(words)
        else:
            self._search.forget()
            self._take_hits(Hits("", (), False))

    def _take_hits(self, hits: Hits) -> None:
        rows: list[Pass | str] = list(hits.passes)
        if hits.without_card:
            rows.append(hits.typed.strip())
        self.hits.set_rows(rows)
        self.search.set_count(str(len(rows)) if rows else "")
        self._say_empty()

    def _open_first(self) -> None:
        if self.hits.rowCount():
            self.hit_table.choose_row(0)

    def _to_hits(self) -> None:
        self.hit_table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._open_first()

    def _to_search(self) -> None:
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def _on_hit(self, index: QModelIndex) -> None:
        hit = self.hits.row(index.row()) if index.isValid() else None
        if hit is not None:
            self.show_subject(hit if isinstance(hit, str) else hit.id)

    # Following

    def _take(self, followed: Followed) -> None:
        self._followed = followed
        self.trouble.hide()
        self._middle.setCurrentIndex(1)
        self.person.show_person(followed)
        self._show_steps()
        self.contacts.set_rows([])
        self._say_views()
        self._ask_contacts()

    def _show_steps(self) -> None:
        if self._followed is not None:
            self.steps.set_rows(steps_since(self._followed, self._days))
            self.step_table.scrollToTop()
            self._say_views()

    def _ask_contacts(self) -> None:
        if self._followed is not None:
            self._near.ask(self._followed, self._days, self._minutes)

    def _take_contacts(self, contacts: tuple[Contact, ...]) -> None:
        self.contacts.set_rows(contacts)
        self._say_views()

    def _open_contact(self, index: QModelIndex) -> None:
        contact: Contact | None = self.contacts.row(index.row())
        if contact is not None:
            self.show_subject(contact.pass_id or contact.name)

    def _failed(self, error: GatebookError) -> None:
        self.print_button.set_busy(False)
        self.trouble.set_words(sentence(error))
        self.trouble.show()

    def _view_chosen(self, key: str) -> None:
        self._tables.setCurrentIndex(int(key == "contacts"))
        self._fit()

    def _days_chosen(self, key: str) -> None:
        self._days = int(key)
        self._show_steps()
        self._ask_contacts()

    def _minutes_chosen(self, key: str) -> None:
        self._minutes = int(key)
        self._ask_contacts()

    def _reveal(self, id: PassId, field: str) -> None:
        def done(value: str) -> None:
            self.person.show_in_full(id, field, value)  # type: ignore[arg-type]

        self._session.do(show_in_full, id, field, done=done, failed=self._failed)

    def print_way(self) -> None:
        """Prints the way and the contacts of the chosen days; names masked."""
        if self._followed is None:
            return
        title = self.tr("Way through the gates")
        self.print_button.set_busy(True)

        def made(pdf: bytes) -> None:
            self.print_button.set_busy(False)
            print_sheet(pdf, title, self, self._session.tasks, lambda _pages: None, self._failed)

        chosen = (self._followed, self._days, self._minutes, current_language())
        self._session.do_long(print_path, *chosen, done=made, failed=self._failed)

    # Words and sizes

    def _when(self, stamp: str) -> str:
        assert self._followed is not None
        return time_words(stamp, self._followed.today)

    def _where(self, gate: int) -> str:
        assert self._followed is not None
        place = self._followed.place(gate)
        return gate_words(gate, place.compound, place.name)

    def _say_views(self) -> None:
        steps, contacts = self.steps.rowCount(), self.contacts.rowCount()
        more = "+" if self._followed is not None and self._followed.path.more else ""
        self.views.set_options(
            [
                Option("way", f"{self.tr('Way')} {steps}{more}"),
                Option("contacts", f"{self.tr('Near them')} {contacts}"),
            ]
        )
        self.views.choose("contacts" if self._tables.currentIndex() else "way")

    def _say_empty(self) -> None:
        if self.search.text().strip():
            self.no_hits.set_words(
                self.tr("Nobody found"), self.tr("Try fewer letters, or the end of the phone.")
            )
        else:
            self.no_hits.set_words(
                self.tr("Type who it is"),
                self.tr("Name, initials, number, the end of a phone or of an ID number"),
            )

    def _fit(self) -> None:
        tight, narrow = density().level is Room.TIGHT, density().narrow
        gap = 12 if tight else 16
        scaled(self._body, gap, gap)
        self._left_part.setFixedWidth(px(312 if narrow else 344))
        for field, wide in ((self.days, 112), (self.minutes, 144)):
            field.setFixedWidth(px(wide))
        self.minutes.setVisible(self._tables.currentIndex() == 1)
        self.print_button.setText("" if narrow else self.print_button.accessibleName())

    def retranslate(self) -> None:
        self.title.setText(self.tr("Follow a person"))
        self.search.set_placeholder(self.tr("Name, initials, number, phone"))
        self.hit_table.setAccessibleName(self.tr("Found"))
        self.step_table.setAccessibleName(self.tr("Way"))
        self.contact_table.setAccessibleName(self.tr("Near them"))
        self.days.set_choices([(str(days), self.tr("%n day(s)", "", days)) for days in DAYS])
        self.days.choose(str(self._days))
        self.days.frame.editor.setAccessibleName(self.tr("Days"))
        self.minutes.set_choices([(str(some), self.tr("±%n min", "", some)) for some in MINUTES])
        self.minutes.choose(str(self._minutes))
        self.minutes.frame.editor.setAccessibleName(self.tr("Minutes apart"))
        self.print_button.setAccessibleName(self.tr("Print"))
        self.print_button.setToolTip(
            self.tr("Print the way and who was near, of the chosen days; names masked")
        )
        self.empty.set_words(
            self.tr("Whose way?"),
            self.tr("Choose somebody on the left: every gate that they crossed stands here."),
        )
        self.no_steps.set_words(
            self.tr("No gate has seen them"), self.tr("In the chosen days, so far as drives have come in.")
        )
        self.no_contacts.set_words(
            self.tr("Nobody was near"),
            self.tr("In the chosen days and minutes, so far as drives have come in."),
        )
        for model in (self.hits, self.steps, self.contacts):
            model.retranslate()
        self._say_views()
        self._say_empty()
        self._fit()
