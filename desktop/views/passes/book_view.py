"""The three books: tabs, search, filters, the table with ticks, and one pass beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from db.books.pass_id import Book, PassId
from db.books.pass_rows import PassRow
from db.books.pass_search import Found, PassIds, State
from db.books.passes import Pass
from db.books.reveals import PersonalField
from db.trust.roles import Role
from desktop.changes import Change, Topic
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import EmptyState
from desktop.kit.choices import CardLook, FilterPills, Option, RadioCards
from desktop.kit.density import Room, density
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scaled
from desktop.kit.more_fields import SearchField
from desktop.kit.retranslating import Retranslating
from desktop.kit.table_card import TableCard
from desktop.kit.tables import GateTable
from desktop.kit.theme import Type
from desktop.models.passes import PassColumn, PassesModel
from desktop.operations import passes
from desktop.operations.passes import Overview, PassDetails, Query
from desktop.session import Session
from desktop.views.latest import Latest
from desktop.views.passes.columns import pass_columns
from desktop.views.passes.panel import PassPanel

ALL = "all"


class BookView(Retranslating, QWidget):
    """Signals: `new_asked(Book)`, `import_asked`, `cards_asked`, `edit_asked(Pass)`; what is done to one pass or to
    ticked ones: `print_asked(list)`, `renew_asked(list)`, `revoke_asked(list)` of ids, `save_list_asked(list)`,
    `reissue_asked(Pass)`."""

    new_asked = Signal(object)
    import_asked = Signal()
    cards_asked = Signal()
    edit_asked = Signal(object)
    reissue_asked = Signal(object)
    print_asked = Signal(object)
    renew_asked = Signal(object)
    revoke_asked = Signal(object)
    save_list_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._query = Query(book=Book.OFFICIAL)
        self._found = Found(PassIds(), dict.fromkeys(State, 0))
        self._sizes = dict.fromkeys(Book, 0)
        self._stale = True
        self._chosen: PassId | None = None
        self._today = date.min
        self.model = PassesModel(self)
        self._search = Latest(session, passes.overview, self._show_found, parent=self)
        self._reading = Latest(session, passes.details, self._show_details, self._no_details, parent=self)
        self._make_head()
        self._make_table()
        self.panel = PassPanel()
        self._lay_out()
        self._connect()
        density().changed.connect(self._fit)
        self._fit()
        self.setFocusProxy(self.search.edit)
        self.retranslate()

    # Parts

    def _make_head(self) -> None:
        self.title = Label("", Type.TITLE)
        self.tabs = RadioCards(CardLook.TAB)
        self.cards_button = Button("", icon="print", height=48, size=15)
        self.import_button = Button("", icon="import", height=48, size=15)
        self.new_button = Button("", ButtonKind.PRIMARY, icon="plus", key="F3", height=48)
        self.search = SearchField(height=48)
        self.search.setMinimumWidth(200)
        self.pills = FilterPills()

    def _make_table(self) -> None:
        self.table = GateTable(pass_columns())
        self.table.set_model(self.model)
        self.empty = EmptyState("pass", button_kind=ButtonKind.SECONDARY)
        self.empty.acted.connect(self._next_step)
        self.table.set_empty(self.empty)
        self.card = TableCard(self.table)
        bar = self.card.bar
        self.bulk_print = bar.add("", "print")
        self.bulk_renew = bar.add("", "calendar")
        self.bulk_save = bar.add("", "usb")
        self.bulk_revoke = bar.add("", "ban", danger=True)

    def _lay_out(self) -> None:
        head = row(
            self.title, 8, self.tabs, STRETCH, self.cards_button, self.import_button, self.new_button, gap=8
        )
        self._tools = row(self.search, self.pills, gap=16)
        self._narrow_tools = column(gap=8)
        left = column(self._tools, self._narrow_tools, self.card, gap=12)
        left.setStretch(2, 1)
        body = row(left, self.panel, gap=16)
        body.setStretch(0, 1)
        self._all = column(head, body, gap=16, margins=16, parent=self)
        self._all.setStretch(1, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda key: self.show_book(Book(key)))
        self.pills.chosen.connect(lambda key: self._ask(state=None if key == ALL else State(key)))
        self.search.typed.connect(lambda words: self._ask(typed=words))
        self.search.left_by_down.connect(self.table.setFocus)
        self.search.entered.connect(self.table.setFocus)
        self.table.row_chosen.connect(self._choose)
        self.table.row_opened.connect(lambda _index: self._edit())
        self.table.all_ticked.connect(self.model.tick_all)
        self.model.rows_wanted.connect(self._load_rows)
        self.model.sort_asked.connect(self._sort)
        self.model.ticks_changed.connect(self._show_ticks)
        self.card.bar.cancelled.connect(lambda: self.model.tick_all(False))
        for button, signal in (
            (self.bulk_print, self.print_asked),
            (self.bulk_renew, self.renew_asked),
            (self.bulk_save, self.save_list_asked),
            (self.bulk_revoke, self.revoke_asked),
        ):
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit(self.model.ticked()))
        self.new_button.clicked.connect(lambda: self.new_asked.emit(self.book()))
        self.import_button.clicked.connect(self.import_asked)
        self.cards_button.clicked.connect(self.cards_asked)
        self.panel.edit_asked.connect(self.edit_asked)
        self.panel.reissue_asked.connect(self.reissue_asked)
        self.panel.print_asked.connect(lambda one: self.print_asked.emit([one.id]))
        self.panel.renew_asked.connect(lambda one: self.renew_asked.emit([one.id]))
        self.panel.revoke_asked.connect(lambda one: self.revoke_asked.emit([one.id]))
        self.panel.reveal_asked.connect(self._reveal)
        self._session.changes.changed.connect(self._on_change)
        self._session.operator_changed.connect(self._show_rules)
        self._session.settings_changed.connect(self._show_rules)
        self.table.set_sorting(PassColumn.NUMBER)
        for keys, act in (
            ("Ctrl+F", self.search.edit.setFocus),
            ("F2", self.search.edit.setFocus),
            ("Esc", lambda: self.model.tick_all(False)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _fit(self) -> None:
        """With little room the pills go under the search, and the buttons lose their icons."""
        narrow, tight = density().narrow, density().level is Room.TIGHT
        for layout in (self._tools, self._narrow_tools):
            layout.removeWidget(self.search)
            layout.removeWidget(self.pills)
        target = self._narrow_tools if narrow else self._tools
        target.addWidget(self.search, 0 if narrow else 1)
        target.addWidget(self.pills, 0)
        self.search.setMaximumWidth(16_777_215 if narrow else 284)
        for button, icon in ((self.cards_button, "print"), (self.import_button, "import")):
            button.set_icon_name(None if narrow else icon)
        for button, icon in (
            (self.bulk_print, "print"),
            (self.bulk_renew, "calendar"),
            (self.bulk_save, "usb"),
            (self.bulk_revoke, "ban"),
        ):
            button.set_icon_name(None if narrow else icon)
        self.new_button.set_key("" if narrow else "F3")
        self.search.set_height(44 if tight else 48)
        scaled(self._all, 10 if tight else 16, (16, 10 if tight else 16, 16, 12 if tight else 16))
        self.table.set_plans(pass_columns())
        self._show_buttons()
        self._show_pills()

    # Asking

    def book(self) -> Book:
        """The book that is shown."""
        return self._query.book or Book.OFFICIAL

    def show_book(self, book: Book) -> None:
        """Turns to a book; what was ticked in another is no longer."""
        if book is not self._query.book and self.model.ticked_count():
            self.model.tick_all(False)
        self.tabs.choose(book.value)
        self._chosen = None
        self._ask(book=book)

    def show_pass(self, id: PassId) -> None:
        """Shows one pass, whatever was searched for."""
        self._chosen = id
        self.search.edit.blockSignals(True)
        self.search.set_text("")
        self.search.edit.blockSignals(False)
        self.tabs.choose(id.book.value)
        self._ask(book=id.book, typed="", state=None)

    def _ask(self, **changed: Any) -> None:
        self._query = replace(self._query, **changed)
        self.refresh()

    def _sort(self, sort: object, descending: bool) -> None:
        self._ask(sort=sort, descending=descending)

    def refresh(self) -> None:
        """Reads the list again, now or when the page is shown."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self._search.ask(self._query)

    def _load_rows(self, ids: Sequence[PassId]) -> None:
        self._session.do(passes.rows, ids, done=lambda found: self._put_rows(found, ids))

    def _put_rows(self, found: list[PassRow], ids: Sequence[PassId]) -> None:
        self.model.put_rows(found, ids)
        row_shown = self.model.row(self.table.currentIndex().row())
        if row_shown is not None and self._chosen == row_shown.one.id:
            self.panel.show_row(row_shown)

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.PASSES, Topic.ENTRIES, Topic.SETTINGS):
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
        self._show_rules()

    # Showing

    def _show_found(self, overview: Overview) -> None:
        self._found, self._sizes, self._today = overview.found, overview.sizes, overview.today
        self.model.set_ids(self._found.ids, self._today, overview.query.typed)
        self._show_tabs()
        self._show_pills()
        self._show_count()
        self._show_empty()
        self._show_ticks()
        self._show_rules()
        place = self.model.row_of(self._chosen)
        if place >= 0:
            self.table.choose_row(place)
            self._read_details()
        elif self._found.ids:
            self.table.choose_row(0)
        else:
            self._chosen = None
            self.panel.show_nothing()

    def _choose(self, index: QModelIndex) -> None:
        id = self.model.id(index.row()) if index.isValid() else None
        if id is None or id == self._chosen == self.panel.shown():
            return
        self._chosen = id
        known = self.model.row(index.row())
        if known is not None:
            self.panel.show_row(known)
        self._read_details()

    def _read_details(self) -> None:
        if self._chosen is not None:
            self._reading.ask(self._chosen)

    def _show_details(self, details: PassDetails) -> None:
        if details.row.one.id == self._chosen:
            self.panel.show_details(details)

    def _no_details(self, _error: object) -> None:
        self.panel.show_nothing()

    def _reveal(self, id: PassId, field: PersonalField) -> None:
        self._session.do(
            passes.show_in_full, id, field, done=lambda value: self.panel.show_in_full(id, field, value)
        )

    def _edit(self) -> None:
        shown = self.model.row(self.table.currentIndex().row())
        if shown is not None and self.may_change():
            self.edit_asked.emit(shown.one)

    def chosen(self) -> Pass | None:
        """The pass in the panel."""
        shown = self.model.row(self.table.currentIndex().row())
        return shown.one if shown is not None else None

    def may_change(self) -> bool:
        """Whether this operator may change passes."""
        return self._session.register.access.role >= Role.REGISTRAR

    def _show_rules(self) -> None:
        may = self.may_change()
        self.panel.set_rules(self._today, self._session.settings.fever_tenths, may)
        why = "" if may else self.tr("A registrar or the lead does this")
        for button in (
            self.new_button, self.import_button, self.cards_button, self.bulk_print, self.bulk_renew,
            self.bulk_save, self.bulk_revoke,
        ):  # fmt: skip
            button.setEnabled(may)
            button.setToolTip(why)

    def _show_ticks(self) -> None:
        count = self.model.ticked_count()
        self.table.set_all_state(self.model.all_ticked())
        self.card.bar.set_words(self.tr("%n ticked", "", count), self.tr("Esc to clear"))
        self.card.show_bar(count > 0)

    def _show_tabs(self) -> None:
        words = {
            Book.OFFICIAL: self.tr("Official", "tab of a book"),
            Book.MEDICAL: self.tr("Medical", "tab of a book"),
            Book.SUPPORT: self.tr("Support", "tab of a book"),
        }
        self.tabs.set_options([Option(b.value, words[b], book=b, detail=str(self._sizes[b])) for b in Book])
        self.tabs.choose(self.book().value)

    def _show_pills(self) -> None:
        counts, more = self._found.counts, "+" if self._found.more else ""
        icons = (
            {} if density().narrow else {State.GOOD: "check", State.SOON: "clock", State.EXPIRED: "calendar"}
        )
        icons = icons if density().narrow else {**icons, State.REVOKED: "ban"}
        words = {
            State.GOOD: self.tr("Valid"),
            State.SOON: self.tr("Ends in 7 days"),
            State.EXPIRED: self.tr("Expired"),
            State.REVOKED: self.tr("Revoked"),
        }
        options = [Option(ALL, self.tr("All"), detail=f"{self._found.total}{more}")]
        options += [Option(one.value, words[one], icons.get(one), f"{counts[one]}{more}") for one in State]
        self.pills.set_options(options)
        self.pills.choose(ALL if self._query.state is None else self._query.state.value)

    def _show_count(self) -> None:
        if not self._query.typed.strip():
            self.search.set_count("")
        elif self._found.more:
            self.search.set_count(self.tr("Type more"))
        else:
            self.search.set_count(self.tr("%n found", "", self._found.total))

    def _show_empty(self) -> None:
        if self._query.typed.strip() or self._query.state is not None:
            self.empty.set_icon("search")
            self.empty.set_words(self.tr("Nobody like that"), self.tr("Try initials, phone, home or number"))
            self.empty.set_button(self.tr("Show all"))
        else:
            self.empty.set_icon("pass")
            self.empty.set_words(
                self.tr("This book is empty"), self.tr("Make the first pass, or take in a unit's list")
            )
            self.empty.set_button(self.tr("New pass"), "plus", "F3")

    def _next_step(self) -> None:
        if self._query.typed.strip() or self._query.state is not None:
            self.search.set_text("")
            self._ask(typed="", state=None)
        elif self.may_change():
            self.new_asked.emit(self.book())

    def _show_buttons(self) -> None:
        narrow = density().narrow
        self.cards_button.setText(self.tr("Cards", "short") if narrow else self.tr("Print cards"))
        self.import_button.setText(self.tr("Import", "short") if narrow else self.tr("Take in a list"))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Passes"))
        self._show_buttons()
        self.table.set_plans(pass_columns())
        self.new_button.setText(self.tr("New pass"))
        self.search.set_placeholder(self.tr("Name, initials, number, phone, home"))
        self.table.setAccessibleName(self.tr("Passes"))
        self.bulk_print.setText(self.tr("Print"))
        self.bulk_renew.setText(self.tr("Renew"))
        self.bulk_save.setText(self.tr("Save as list"))
        self.bulk_revoke.setText(self.tr("Revoke"))
        self.model.retranslate()
        self._show_tabs()
        self._show_pills()
        self._show_count()
        self._show_empty()
        self._show_ticks()
        self._show_rules()
