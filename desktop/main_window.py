"""The window of a gate: its pages, and what goes on between them."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from db.books.pass_id import PassId
from desktop.changes import Change, Topic
from desktop.devices.sound import Sounds
from desktop.devices.tones import Tone
from desktop.duty import Duty, shift_page
from desktop.kit.dialogs import Sheet
from desktop.kit.more_fields import SearchField
from desktop.open_window import OpenWindow
from desktop.operations.exported import unexported_count
from desktop.operations.joining import Standing, standing
from desktop.preferences import Preferences
from desktop.scans import Scans, scanner_page
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.camera.switch import CameraSwitch
from desktop.views.gate.page import GatePage
from desktop.views.gate.panel import takes_text
from desktop.views.post_notice import notice_of
from desktop.views.shell import Notice, Page

if TYPE_CHECKING:
    from db.register import Register
    from desktop.operations.upkeep import PaperChecked
    from desktop.views.day.page import DayPage
    from desktop.views.entries.page import EntriesPage
    from desktop.views.entries.paper_printing import PaperPrinting
    from desktop.views.exchange.page import ExportPage
    from desktop.views.passes.page import PassesPage
    from desktop.views.settings.page import SettingsPage

_LATER = {
    page: f"desktop.views.{package}.page"
    for page, package in {
        "passes": "passes",
        "entries": "entries",
        "day": "day",
        "export": "exchange",
        "help": "help",
        "settings": "settings",
        "shift": "shift",
    }.items()
}
"""Each page that is made later, and its module."""


def _say(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


def _is_writing(widget: QWidget | None) -> bool:
    """Whether what is typed goes into a form. A search is no form: it is quickly typed again."""
    if not takes_text(widget):
        return False
    while widget is not None and not isinstance(widget, SearchField):
        widget = widget.parentWidget()
    return widget is None


def _check_paper(register: Register, digits: str) -> PaperChecked:
    from desktop.operations.upkeep import check_paper

    return check_paper(register, digits)


class MainWindow(OpenWindow):
    """Signals as `OpenWindow` has them."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._since = ""
        self._standing: Standing | None = None
        self._unread = False
        self._standing_of: date | None = None
        self.sounds = Sounds()
        self.gate = GatePage(session, sounds=self.sounds)
        super().__init__(
            session,
            preferences,
            [
                Page("gate", "gate", lambda: _say("Gate"), self.gate, bottom=self.gate.counters),
                Page("passes", "pass", lambda: _say("Passes"), lambda: self.passes),
                Page("entries", "list", lambda: _say("Entries"), lambda: self.entries),
                Page("day", "chart", lambda: _say("Day report"), lambda: self.day),
                Page("export", "usb", lambda: _say("Export"), lambda: self.export),
                scanner_page(lambda: self.scans.page),
                shift_page(lambda: self.duty.page),
            ],
            stays_open="gate",
        )
        self.scans = Scans(session, self.shell, self.gate.take_scan, lambda: self.lock.locked, self)
        self.scanner_asked.connect(self.scans.show_page)
        self.scans.seal_read.connect(self._check_paper)
        self._connect_gate()
        self.duty = Duty(session, self.shell, self.lock, self.gate)
        self.duty.since_changed.connect(self._tell_since)
        self.camera = CameraSwitch(self.shell, self.gate.take_scan)
        self.gate.camera_wanted.connect(self.camera.toggle)
        for keys in ("F10", "Ctrl+E"):
            self.add_key(keys, lambda: self.shell.show_page("export"))
        self._count_unexported()

    # Pages that the gate can do without are made when they are first wanted, or once the gate has its day.

    @cached_property
    def passes(self) -> PassesPage:
        from desktop.views.passes.page import PassesPage

        page = PassesPage(self._session)
        page.photo_source = self.camera.source
        page.work_told.connect(self._tell_work)
        return page

    @cached_property
    def entries(self) -> EntriesPage:
        from desktop.views.entries.page import EntriesPage

        return EntriesPage(self._session)

    @cached_property
    def day(self) -> DayPage:
        from desktop.views.day.page import DayPage

        page = DayPage(self._session)
        page.export_asked.connect(self._export_day)
        page.entries_asked.connect(self._entries_of_day)
        page.shift_asked.connect(self.duty.change_shift)
        page.keeping_asked.connect(self._show_keeping)
        return page

    @cached_property
    def export(self) -> ExportPage:
        from desktop.views.exchange.page import ExportPage

        page = ExportPage(self._session)
        page.drive_offered.connect(self._offer_drive)
        page.answer_told.connect(self._tell_answer)
        page.unread.connect(self._tell_unread)
        page.safe_to_remove.connect(lambda: self.sounds.play(Tone.SAFE_TO_REMOVE))
        return page

    @cached_property
    def settings(self) -> SettingsPage:
        page = self.make_settings()
        page.listen(self.sounds)
        return page

    @cached_property
    def paper_printing(self) -> PaperPrinting:
        from desktop.views.entries.paper_printing import PaperPrinting

        printing = PaperPrinting(self._session)
        printing.told.connect(lambda words: self.shell.toasts.show_toast(words, icon="print"))
        printing.failed.connect(lambda error: self.shell.toasts.show_toast(sentence(error), icon="alert"))
        return printing

    def _make_the_rest(self) -> None:
        self.gate.conductor.day_read.disconnect(self._make_the_rest)
        self.make_ready(_LATER)

    def _connect_gate(self) -> None:
        self.gate.scan_came.connect(self._to_the_gate)
        self.gate.new_pass_asked.connect(self._new_pass)
        self.gate.counters.export_asked.connect(lambda: self.shell.show_page("export"))
        self.gate.conductor.day_read.connect(self._make_the_rest)
        self.gate.paper_asked.connect(lambda: self.paper_printing.print_at_once())

    def _to_the_gate(self) -> None:
        """A scan goes to the gate, whatever page is shown. But whoever writes in a form, or answers a question, is not
        torn away, for what they type next would be taken for a temperature: they are told that someone waits."""
        if self.shell.page() == "gate":
            return
        in_sheet = any(sheet.isVisible() for sheet in self.shell.findChildren(Sheet))
        if in_sheet or _is_writing(QApplication.focusWidget()):
            self.shell.toasts.show_toast(
                _say("Scanned. The person waits on the gate page"),
                action=_say("To the gate"),
                on_action=lambda: self.shell.show_page("gate"),
                icon="scan",
            )
        else:
            self.shell.show_page("gate")

    def _new_pass(self, blank: PassId | None) -> None:
        self.shell.show_page("passes")
        if self.shell.page() != "passes":
            return
        if blank is None:
            self.passes.new_pass(self.passes.books.book())
        else:
            self.passes.bind_blank(blank)

    def _export_day(self, day: date) -> None:
        self.shell.show_page("export")
        self.export.show_day(day)

    def _check_paper(self, digits: str) -> None:
        """Somebody scanned the code of a printed day report: the paper outside the laptop witnesses the register."""
        self.shell.toasts.show_toast(_say("A printed seal. The register is checked against it"), icon="check")
        self._session.do_long(_check_paper, digits, done=self._tell_paper)

    def _tell_paper(self, checked: PaperChecked) -> None:
        self.settings.register.show_paper(checked)
        words = (
            _say("The printed seal of {day} fits")
            if checked.fits
            else _say("The printed seal of {day} does not fit the register")
        )
        self.shell.toasts.show_toast(
            words.format(day=checked.day),
            action=_say("Settings"),
            on_action=lambda: self.shell.show_page("settings"),
            icon="check" if checked.fits and checked.report.ok else "alert",
        )

    def _show_keeping(self) -> None:
        self.shell.show_page("settings")
        if self.shell.page() == "settings":
            self.settings.show_keeping()

    def _entries_of_day(self, day: date) -> None:
        self.shell.show_page("entries")
        self.entries.show_day(day)

    def _offer_drive(self, name: str) -> None:
        self.shell.toasts.show_toast(
            _say("{name} is plugged in").format(name=name),
            action=_say("Export"),
            key="F10",
            on_action=lambda: self.shell.show_page("export"),
            icon="usb",
        )

    def _tell_answer(self, words: str) -> None:
        """What a drive brings from the command post, unless the page that says it all is shown."""
        if self.shell.page() != "export":
            self.shell.toasts.show_toast(
                words, action=_say("Look"), key="F10", on_action=self._look_at_post, icon="usb"
            )

    def _tell_unread(self, unread: bool) -> None:
        """What the post says stays at the top until somebody has looked."""
        self._unread = unread
        self._show_operator()

    def _look_at_post(self) -> None:
        self.shell.show_page("export")
        if self.shell.page() == "export":
            self.export.show_post()

    # How the gate stands with its command post

    def _tick(self) -> None:
        super()._tick()
        if self._standing_of != self._session.register.clock.today():
            self._ask_standing()

    def _ask_standing(self) -> None:
        self._standing_of = self._session.register.clock.today()
        self._session.do_long(standing, done=self._take_standing)

    def _take_standing(self, now: Standing) -> None:
        self._standing = now
        self._show_operator()

    def _tell_since(self, words: str) -> None:
        self._since = words
        self._show_operator()

    def _show_operator(self) -> None:
        super()._show_operator()
        self.shell.top.set_operator(self._session.register.access.name, self._since)

    def _notices(self) -> list[Notice]:
        where = (
            Notice("info", _say("Practice: nothing real is touched. F1 leads back"))
            if self._session.register.gate.practice
            else Notice("laptop", _say("On this laptop, no network"))
        )
        notices = [*super()._notices(), where]
        post = notice_of(self._standing) if self._standing else None
        if post is not None:
            notices.insert(0, post)
        if self._unread:
            notices.insert(0, Notice("usb", _say("New from the command post: F10"), "attn"))
        if self.lock.locked:
            notices.insert(0, Notice("lock", _say("Locked but for the gate")))
        return notices

    def _on_change(self, change: Change) -> None:
        if change.touches(*Topic):
            self._count_unexported()
        if change.touches(Topic.TRUST, Topic.SETTINGS):
            self._ask_standing()

    def _count_unexported(self) -> None:
        self._session.do_long(
            unexported_count, done=lambda count: self.shell.set_badge("export", str(count or ""))
        )
