"""The card on which an export is followed: where to, what, each step, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.kit.buttons import Button, ButtonKind, Spinner
from desktop.kit.cards import Card, EmptyState, ResultPanel
from desktop.kit.density import Room, density
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import STRETCH, column, row, scaled, scrolling
from desktop.kit.progress import StepsList, StepState
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px
from desktop.operations.exports import ExportMoved, ExportPlan, ExportResult, ExportStep
from desktop.views.exchange.drive_list import DriveList
from desktop.views.exchange.post_words import say, span
from desktop.views.exchange.stage import Stage

_STEPS = (ExportStep.WRITING, ExportStep.READING_BACK, ExportStep.SIGNING)
_LAST = len(_STEPS)


@dataclass(frozen=True)
class Shown:
    """What the card is to say. `day` is in words; `trouble` the sentence of what went wrong; `may_sign` whether
    this operator can export at all."""

    stage: Stage
    day: str
    plan: ExportPlan | None
    result: ExportResult | None
    moved: ExportMoved | None
    trouble: str
    may_sign: bool


class ExportCard(Retranslating, Card):
    """Signals: `main_asked`, the blue button; `stop_asked`; `again_asked`; `place_chosen`; `folder_asked`."""

    main_asked = Signal()
    stop_asked = Signal()
    again_asked = Signal()
    place_chosen = Signal()
    folder_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0, gap=0)
        self._shown: Shown | None = None
        self.list = DriveList()
        self.list.chosen.connect(lambda _place: self.place_chosen.emit())
        self.empty = EmptyState("usb")
        host = QWidget()
        column(self.empty, self.list, STRETCH, gap=8, margins=(20, 14, 20, 5), parent=host)
        self.what = Label("", Type.BODY_STRONG)
        self.detail = ElidedLabel("", Type.SMALL, "text2")
        line = row(self.what, self.detail, gap=12, margins=(20, 2, 20, 2))
        line.setStretch(1, 1)
        self.steps = StepsList()
        self.result = ResultPanel("allow", "eject")
        self.body.addWidget(scrolling(host), 1)
        self.body.addLayout(line)
        self.body.addLayout(column(self.steps, margins=(20, 0, 20, 0)))
        self.body.addLayout(column(self.result, margins=(20, 4, 20, 8)))
        self._make_foot()
        density().changed.connect(self._fit_room)
        self._fit_room()
        self.retranslate()

    def _make_foot(self) -> None:
        self.spinner = Spinner(24)
        self.state = ElidedLabel("", Type.BODY_STRONG)
        self.folder_button = Button("", icon="folder", height=48)
        self.folder_button.clicked.connect(self.folder_asked)
        self.again_button = Button("", height=48)
        self.again_button.clicked.connect(self.again_asked)
        self.stop_button = Button("", height=48, key="Esc")
        self.stop_button.clicked.connect(self.stop_asked)
        self.main_button = Button("", ButtonKind.PRIMARY, icon="usb", key="Enter", height=48, size=17)
        self.main_button.clicked.connect(self.main_asked)
        self._foot_row = foot = self.foot()
        foot.addWidget(self.spinner)
        foot.addWidget(self.state, 1)
        for button in (self.folder_button, self.again_button, self.stop_button, self.main_button):
            foot.addWidget(button)

    # Steps

    def show_moved(self, moved: ExportMoved, now: str) -> None:
        """A step as it happens."""
        part = f"{moved.done} / {moved.total}"
        if moved.step is ExportStep.SIGNING:
            for place in (0, 1):
                if self.steps.steps()[place].state is not StepState.DONE:
                    self.steps.set_step(place, StepState.DONE, end=now)
            self.steps.set_step(2, StepState.RUNNING, moved.file)
            return
        self.steps.set_step(0, StepState.RUNNING, moved.file, part)
        if moved.step is ExportStep.READING_BACK:
            self.steps.set_step(1, StepState.RUNNING, moved.file, part)

    def show_written(self, result: ExportResult, now: str) -> None:
        """All of it is written and read back."""
        count = self.tr("%n file(s)", "", len(result.files))
        for place, words in enumerate((count, self.tr("not a byte differs"), result.key[:9])):
            end = self.steps.steps()[place].end if place < 2 else now
            self.steps.set_step(place, StepState.DONE, words, end or now)

    def show_last(self, stage: Stage, now: str) -> None:
        """Letting the drive go, and how that ended."""
        if stage is Stage.RELEASING:
            self.steps.set_step(_LAST, StepState.RUNNING)
        elif stage is Stage.SAFE:
            self.steps.set_step(_LAST, StepState.DONE, self.tr("the system has let it go"), now)
        elif stage is Stage.TAKEN:
            self.steps.set_step(_LAST, StepState.CUT, self.tr("pulled out before the system let it go"), now)
        elif stage is Stage.HELD:
            self.steps.set_step(_LAST, StepState.CUT, self.tr("the system still holds it"))
        elif stage is Stage.WRITTEN:
            self.steps.set_step(_LAST, StepState.DONE, self.tr("a folder needs none"), now)

    def show_cut(self, moved: ExportMoved | None) -> None:
        """The step that was cut off, and how far it came."""
        at = _STEPS.index(moved.step) if moved else 0
        words = self.tr("cut off at {file}").format(file=moved.file) if moved else ""
        part = f"{moved.done} / {moved.total}" if moved else ""
        for place in range(_LAST + 1):
            here = place == at
            state = StepState.CUT if here else StepState.WAITING
            self.steps.set_step(place, state, words if here else "", part if here else "")

    # What is said

    def say(self, shown: Shown) -> None:
        """Says where the export is."""
        self._shown = shown
        self._say()

    def _say(self) -> None:
        shown = self._shown
        if shown is None:
            return
        stage, place = shown.stage, self.list.current()
        nowhere = not self.list.places()
        self.empty.setVisible(nowhere and stage.open)
        self.list.setVisible(not nowhere)
        self.list.set_enabled(stage.open)
        self.result.setVisible(stage.ended or stage in (Stage.CUT, Stage.FAILED))
        # Where there is little height, why it could not be needs the room of steps that were not taken.
        self.steps.setVisible(stage is not Stage.FAILED or density().level is not Room.TIGHT)
        self._say_result(shown)
        self.spinner.setVisible(stage.busy or stage is Stage.CUT)
        self.folder_button.setVisible(stage.open)
        self.again_button.setVisible(stage.ended)
        self.stop_button.setVisible(stage in (Stage.WORKING, Stage.CUT))
        self.stop_button.set_busy(False)
        self.stop_button.setText(self.tr("Later") if stage is Stage.CUT else self.tr("Stop"))
        self.main_button.setVisible(not stage.busy and stage is not Stage.CUT)
        ready = shown.may_sign and place is not None and place.writable and shown.plan is not None
        self.main_button.setEnabled(stage.ended or ready)
        self.main_button.setText(self._main_words(shown))
        self.main_button.set_icon_name(None if stage.ended else "usb")
        self.state.setText(self._state_words(shown, place is None))
        self._say_what(shown)

    def _main_words(self, shown: Shown) -> str:
        if shown.stage is Stage.HELD:
            return self.tr("Try again")
        if shown.stage.ended:
            return self.tr("Done")
        again = shown.plan is not None and shown.plan.again
        return self.tr("Export again") if again else self.tr("Export")

    def _state_words(self, shown: Shown, nowhere: bool) -> str:
        """What is waited for, or why nothing can be done."""
        stage = shown.stage
        if stage is Stage.CUT:
            return self.tr("Waiting for the drive…")
        if stage is Stage.WORKING:
            return self.tr("The gate goes on meanwhile")
        if stage is Stage.RELEASING:
            return self.tr("Letting the drive go…")
        if stage.ended:
            return ""
        if not shown.may_sign:
            return self.tr("Exporting is for a registrar or the lead")
        return self.tr("No drive yet") if nowhere else ""

    def _say_result(self, shown: Shown) -> None:
        stage = shown.stage
        if stage is Stage.SAFE:
            self.result.set_kind("allow", "eject")
            self.result.set_words(self.tr("Safe to remove"), self.tr("All of it stays on this computer too"))
        elif stage is Stage.TAKEN:
            self.result.set_kind("attn", "unplug")
            self.result.set_words(
                self.tr("All of it was on the drive"),
                self.tr("Pulled out a little early. Next time wait for green"),
            )
        elif stage is Stage.WRITTEN:
            self.result.set_kind("allow", "check")
            self.result.set_words(self.tr("It is written"), str(shown.result.folder) if shown.result else "")
        elif stage is Stage.HELD:
            self.result.set_kind("attn")
            self.result.set_words(
                self.tr("Written, but still held"),
                self.tr("Close the windows that show it, try again"),
            )
        elif stage is Stage.CUT:
            self.result.set_kind("attn")
            self.result.set_words(self.tr("Nothing is lost"), self._cut_words(shown))
        elif stage is Stage.FAILED:
            self.result.set_kind("attn")
            self.result.set_words(self.tr("Nothing is lost"), shown.trouble)

    def _cut_words(self, shown: Shown) -> str:
        lines = shown.plan.lines if shown.plan else 0
        kept = self.tr("All %n line(s) are on this computer.", "", lines)
        back = self.tr("Plug it back in and it goes on.")
        if density().level is Room.TIGHT:
            return back
        if shown.moved is None:
            return self.tr("{kept} {back}").format(kept=kept, back=back)
        done = self.tr("{done} of {total} files were written.").format(
            done=shown.moved.done, total=shown.moved.total
        )
        return self.tr("{kept} {done} {back}").format(kept=kept, done=done, back=back)

    def _say_what(self, shown: Shown) -> None:
        plan, result = shown.plan, shown.result
        if plan is None:
            return
        if plan.entries:
            words = self.tr("{day} 0001 – {last}, %n line(s)", "", plan.entries)
            self.what.setText(words.format(day=shown.day, last=f"{plan.entries:04d}"))
        else:
            self.what.setText(self.tr("{day}: no entries, a zero day").format(day=shown.day))
        if result is not None:
            self.detail.setText(str(result.folder))
        elif plan.ranges:
            said = (
                self.tr("ledger {first} – {last}, exported before")
                if plan.again
                else self.tr("ledger {first} – {last}, new since the last export")
            )
            # Several where the post has asked for lines again.
            rest = [span(some) for some in plan.ranges[1:]]
            last = say(", ").join([str(plan.ranges[0].last), *rest])
            self.detail.setText(said.format(first=plan.ranges[0].first, last=last))

    def _fit_room(self) -> None:
        level = density().level
        tight = level is Room.TIGHT
        self.steps.set_row_height(52 if level is Room.FULL else 48 if level is Room.COMPACT else 33)
        self.result.setMinimumHeight(px(96 if level is Room.FULL else 92 if level is Room.COMPACT else 84))
        self.list.set_low(tight)
        scaled(self._foot_row, 8, (20, 8, 20, 8) if tight else (20, 12, 20, 12))
        for button in (self.folder_button, self.again_button, self.stop_button, self.main_button):
            button.set_height(44 if tight else 48)
        self._say()

    def retranslate(self) -> None:
        self.empty.set_words(
            self.tr("Plug in a USB drive"), self.tr("It shows up here by itself. Or choose a folder.")
        )
        self.steps.set_steps(
            [self.tr("Write"), self.tr("Read back"), self.tr("Sign"), self.tr("Let the drive go")]
        )
        self.again_button.setText(self.tr("Another copy"))
        self.folder_button.setText(self.tr("Choose a folder"))
        self._say()
