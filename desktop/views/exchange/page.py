"""The page of the export: choose a drive, see what goes there, and each step as it happens; and the command post."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from db.errors import FaultCode, GatebookError, RefusalCode
from db.ledger.seal import Seal
from db.trust.roles import Role
from desktop.changes import Change
from desktop.devices.drives import Drive, Drives, Release, release_place, system_drives
from desktop.kit.density import Room, density
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import column, row, scaled
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, themes
from desktop.language import current_language
from desktop.operations.days import seal
from desktop.operations.exports import ExportMoved, ExportPlan, ExportResult, export_day, plan_export
from desktop.sentences import sentence
from desktop.session import Session
from desktop.tasks import Progress
from desktop.views.day_picker import DayPicker
from desktop.views.exchange.contents_card import ContentsCard
from desktop.views.exchange.drive_list import Place
from desktop.views.exchange.drive_watch import DriveWatch, same_drive
from desktop.views.exchange.export_card import ExportCard, Shown
from desktop.views.exchange.post_desk import PostDesk
from desktop.views.exchange.right_side import FILES, POST, RightSide
from desktop.views.exchange.stage import Stage
from desktop.views.latest import Latest


@dataclass(frozen=True)
class _Job:
    """An export as it was asked for, to be gone on with."""

    day: str
    place: Place
    plain: bool
    masked: bool
    reason: str


class ExportPage(Retranslating, QWidget):
    """An export goes on while another page is shown, and drives are noticed all the time.

    Attribute `stage`. Signals: `drive_offered(str)`, a drive was plugged in while another page was shown, and brings
    nothing from a command post; `safe_to_remove`, for a sound; `answer_told(str)`, one sentence on what a drive brings
    from a command post; `unread(bool)`, whether nobody has looked at it yet."""

    drive_offered = Signal(str)
    safe_to_remove = Signal()
    answer_told = Signal(str)
    unread = Signal(bool)

    def __init__(self, session: Session, drives: Drives | None = None) -> None:
        super().__init__()
        self._session = session
        self._drives = drives or system_drives()
        self.stage = Stage.READY
        self._plan: ExportPlan | None = None
        self._job: _Job | None = None
        self._result: ExportResult | None = None
        self._error: GatebookError | None = None
        self._progress: Progress | None = None
        self._moved: ExportMoved | None = None
        self._seen: set[Path] | None = None
        self._looked: set[Drive] = set()
        self._planned = Latest(session, plan_export, self._take_plan, self._plan_failed, self)
        self.watch = DriveWatch(self._drives, self)
        self.watch.changed.connect(self._on_drives)
        self._make_head()
        self.card = ExportCard()
        self.card.main_asked.connect(self._main)
        self.card.stop_asked.connect(self.stop)
        self.card.again_asked.connect(self.begin_again)
        self.card.place_chosen.connect(self._show)
        self.card.folder_asked.connect(self.choose_folder)
        self.contents = ContentsCard()
        self.contents.seal_asked.connect(self._seal)
        self.contents.options_changed.connect(self._ask_plan)
        self.post = PostDesk(session, self._drives, self._place, self)
        self.post.told.connect(self.answer_told)
        self.post.wanted.connect(self._post_has_something)
        self.post.nothing_there.connect(self._offer)
        self.post.safe_to_remove.connect(self.safe_to_remove)
        self.post.drives_changed.connect(self.watch.look)
        self._offered: list[Drive] = []
        self.side.set_sides(self.contents, self.post.card)
        self.side.shown.connect(self._side_shown)
        self._body = row(self.card, self.side, gap=16)
        self._body.setStretch(0, 56)
        self._body.setStretch(1, 44)
        self._column = column(self._head, self._body, gap=16, margins=16, parent=self)
        self._column.setStretch(1, 1)
        self.setFocusProxy(self.card.main_button)
        self.card.list.follows = self.side.tabs.button(POST)
        escape = QShortcut(QKeySequence("Esc"), self, self.stop)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        session.changes.changed.connect(self._on_change)
        session.operator_changed.connect(self._ask_plan)
        density().changed.connect(self._fit)
        themes().changed.connect(self._fit)
        self._fit()
        self.retranslate()
        self.watch.start(watched=False)

    def _make_head(self) -> None:
        self.title = Label("", Type.TITLE)
        self.picker = DayPicker(self._session.register.clock.today())
        self.picker.picked.connect(self._on_day)
        self.last = ElidedLabel("", Type.CELL, "text2")
        self.side = RightSide()
        self._head = row(self.title, 8, self.picker, self.last, self.side.tabs, gap=8)
        self._head.setStretch(self._head.indexOf(self.last), 1)

    # The day and its plan

    def show_day(self, day: date) -> None:
        """An export of this day."""
        if self.stage.busy or self.stage is Stage.CUT:
            return
        self.picker.set_day(day)
        self._on_day()

    def _on_day(self) -> None:
        if self.stage.ended or self.stage is Stage.FAILED:
            self.begin_again()
        self._ask_plan()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.picker.set_today(self._session.register.clock.today())
        self.watch.start(watched=True)
        self._ask_plan()
        if self.side.on_post:
            self.unread.emit(False)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.stage is not Stage.CUT:
            self.watch.start(watched=False)

    def _on_change(self, change: Change) -> None:
        if change != Change():
            if self.stage.open:
                self.picker.set_today(self._session.register.clock.today())
            self._ask_plan()

    def _ask_plan(self) -> None:
        if self.isVisible() and self.stage.open:
            self._planned.ask(self.picker.day().isoformat(), self.contents.is_plain())

    def _take_plan(self, plan: ExportPlan) -> None:
        if not self.stage.open:
            return
        self._plan = plan
        role = self._session.register.access.role
        self.contents.set_plan(plan, role >= Role.REGISTRAR, role >= Role.LEAD)
        self.card.list.set_needed(self._session.register.gate.gate, plan.bytes)
        self._show()

    def _plan_failed(self, error: GatebookError) -> None:
        self._error = error
        self._go(Stage.FAILED)

    # Drives

    def _on_drives(self, drives: list[Drive]) -> None:
        if self.stage is Stage.CUT and self._job is not None:
            self._go_on_with(drives)
            return
        removable = {drive.mount: drive for drive in drives if drive.removable}
        new = [drive for mount, drive in removable.items() if mount not in (self._seen or ())]
        at_start, self._seen = self._seen is None, set(removable)
        if self.stage.open:
            self.card.list.set_drives(drives, self.watch.uses)
        # Something was written on one that was here already, or it went and came back unnoticed.
        other = [drive for drive in removable.values() if drive not in self._looked]
        self._looked = set(removable.values())
        if new:
            self._offered = [] if at_start else new
            self.post.look_on([drive.mount for drive in new], quiet=at_start)
        elif other and self.stage.open:
            self.post.look_on([drive.mount for drive in other], quiet=True)
        self._show()

    def _offer(self) -> None:
        """A drive brings nothing: then it is here for an export."""
        new, self._offered = self._offered, []
        if new and not self.isVisible():
            self.drive_offered.emit(new[0].label or str(new[0].mount))

    def _place(self) -> Place | None:
        return self.card.list.current() if self.stage.open else None

    # What stands at the right

    def _post_has_something(self) -> None:
        if not self.stage.busy:
            self.show_post()
        if not (self.isVisible() and self.side.on_post):
            self.unread.emit(True)

    def show_post(self) -> None:
        """What the command post says, in the place of the files."""
        self.side.turn_to(POST)

    def _side_shown(self, key: str) -> None:
        if key == POST:
            self.post.look_again()
            if self.isVisible():
                self.unread.emit(False)

    def choose_folder(self) -> None:
        """Asks for a folder in place of a drive."""
        path = QFileDialog.getExistingDirectory(self, self.tr("Where to put the day's folder"))
        if path:
            self.use_folder(Path(path))

    def use_folder(self, folder: Path) -> None:
        """Writes into this folder."""
        if self.stage.ended or self.stage is Stage.FAILED:
            self.begin_again()
        self.card.list.set_folder(folder)
        self._show()

    # The export

    def _main(self) -> None:
        if self.stage is Stage.HELD:
            self._release()
        elif self.stage.ended:
            self.begin_again()
        else:
            self.export()

    def export(self) -> None:
        """Writes the day to the place that is chosen."""
        place = self.card.list.current()
        if place is None or self._plan is None or not self.stage.open:
            return
        if not self.contents.check():
            return
        self._run(
            _Job(
                self._plan.day,
                place,
                self.contents.is_plain(),
                self.contents.masked(),
                self.contents.reason_text(),
            )
        )

    def _run(self, job: _Job) -> None:
        self._job, self._error, self._moved = job, None, None
        self._progress = Progress(self)
        self._progress.told.connect(self._on_moved)
        self.card.steps.reset()
        self.side.turn_to(FILES)
        self._go(Stage.WORKING)
        self._session.do_long(
            export_day,
            job.day,
            job.place.target,
            job.plain,
            job.reason or None,
            job.masked,
            self._progress,
            language=current_language(),
            write=self._session.tasks.and_wait,
            done=self._written,
            failed=self._failed,
        )

    def stop(self) -> None:
        """Stops writing; or gives up waiting for a drive."""
        if self.stage is Stage.WORKING and self._progress is not None:
            self.card.stop_button.set_busy(True)
            self._progress.cancel()
        elif self.stage is Stage.CUT:
            self.begin_again()

    def begin_again(self) -> None:
        """Ready for the next export."""
        self._result = self._error = self._moved = self._job = None
        self.contents.clear_options()
        self.card.steps.reset()
        self._go(Stage.READY)
        self.watch.look()
        self._ask_plan()

    def _written(self, result: ExportResult) -> None:
        self._result = result
        self.contents.set_written(result.files)
        self.card.show_written(result, self._now())
        self._release()

    def _release(self) -> None:
        job = self._job
        if job is None:
            return
        self._go(Stage.RELEASING)
        drives, target = self._drives, job.place.target

        def let_go(_register: object) -> Release:
            return release_place(drives, target)

        self._session.do_long(let_go, done=self._released, failed=self._failed)

    def _released(self, release: Release) -> None:
        stage = {
            Release.SAFE: Stage.SAFE,
            Release.WRITTEN: Stage.WRITTEN,
            # All of it was written and read back before: nothing is missing on it.
            Release.GONE: Stage.TAKEN,
        }.get(release, Stage.HELD)
        self._go(stage)
        if stage is Stage.SAFE:
            self.safe_to_remove.emit()

    def _failed(self, error: GatebookError) -> None:
        self._error = error
        job = self._job
        if error.code is FaultCode.DRIVE_GONE and job is not None and job.place.drive is not None:
            self.card.list.show_gone(job.place)
            self._go(Stage.CUT)
            # It may be back before anyone saw that it was gone. Not at once: a system that has not noticed yet would
            # have it tried over and over.
            self.watch.forget()
            self.watch.start(watched=True, now=False)
        elif error.code is RefusalCode.CANCELLED:
            self.begin_again()
        else:
            self._go(Stage.FAILED)

    def _go_on_with(self, drives: list[Drive]) -> None:
        """The drive is back: what was cut off begins again where it can."""
        job = self._job
        assert job is not None and job.place.drive is not None
        old = job.place.drive
        back = next((drive for drive in drives if same_drive(drive, old)), None)
        if back is None:
            return
        self.card.list.set_drives(drives, self.watch.uses)
        # The reason stands in the ledger already where it was written before the drive went.
        self._run(replace(job, place=Place(back.mount, back)))

    def _on_moved(self, moved: ExportMoved) -> None:
        self._moved = moved
        self.card.show_moved(moved, self._now())

    def _seal(self) -> None:
        def done(_seal: Seal) -> None:
            """The change tells the page."""

        self._session.do(seal, self.picker.day().isoformat(), done=done, failed=self._plan_failed)

    # What is shown

    def _go(self, stage: Stage) -> None:
        self.stage = stage
        if not stage.busy and self._progress is not None:
            self._progress.deleteLater()
            self._progress = None
        if stage is Stage.CUT or (stage is Stage.FAILED and self._moved is not None):
            self.card.show_cut(self._moved)
        else:
            self.card.show_last(stage, self._now())
        if stage.busy and self.isAncestorOf(QApplication.focusWidget() or self):
            # The button that had the focus goes away.
            self.side.take_focus()
        self._show()
        if (stage.ended or stage is Stage.CUT) and self.isVisible() and self.isActiveWindow():
            button = self.card.stop_button if stage is Stage.CUT else self.card.main_button
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        stage, today = self.stage, self._session.register.clock.today()
        self.picker.setEnabled(not stage.busy and stage is not Stage.CUT)
        self.contents.set_busy(not stage.open)
        self.post.card.set_place(self._place())
        self.card.say(
            Shown(
                stage=stage,
                day=self.tr("Today") if self.picker.day() == today else self.picker.day().isoformat(),
                plan=self._plan,
                result=self._result,
                moved=self._moved,
                trouble=sentence(self._error) if self._error is not None else "",
                may_sign=self._session.register.access.signer is not None,
            )
        )
        self._say_last()

    def _say_last(self) -> None:
        if self._plan is None:
            return
        last = self._plan.last
        if self._result is not None:
            self.last.setText("")
        elif last is None:
            self.last.setText(self.tr("Not exported yet"))
        else:
            when = last.at[:16].replace("T", " ")
            self.last.setText(self.tr("Last exported {when}").format(when=when))

    def _now(self) -> str:
        return self._session.register.clock.now().strftime("%H:%M:%S")

    def _fit(self) -> None:
        gap = 12 if density().level is Room.TIGHT else 16
        scaled(self._column, gap, gap)
        scaled(self._body, gap)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Export to USB drive"))
        self._show()
