"""Taking sticks in, from their being plugged in to their being let go. What is shown of it is in `stick_view`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.errors import GatebookError, RefusalCode
from desktop.devices.drives import Drive, Drives, Release, release_place
from desktop.operations.answers_out import WrittenAnswers, answer_everywhere
from desktop.operations.stick_files import FoundRequest
from desktop.operations.sticks import (
    GateOutcome,
    ImportBegan,
    ImportMoved,
    ImportResult,
    LinesMoved,
    Looked,
    LookMoved,
    Outcome,
    Previewed,
    import_bundles,
    look_at_sticks,
    outcomes,
)
from desktop.session import Session
from desktop.tasks import Progress
from desktop.views.post.stick_list import Source, SourceState


class Stage(Enum):
    """Where it is."""

    IDLE = "idle"
    LOOKING = "looking"
    READY = "ready"
    TAKING = "taking"
    ANSWERING = "answering"
    DONE = "done"
    RELEASING = "releasing"

    @property
    def busy(self) -> bool:
        """Whether bundles or answers are on their way."""
        return self in (Stage.TAKING, Stage.ANSWERING, Stage.RELEASING)


class TakeIn(QObject):
    """Sources are looked at one after another as they come; those that come while bundles are taken in wait.

    Attributes: `stage`, `result` with its `outcomes`, `answers`, what came of writing the answer, `error`, what went
    wrong, and `requests`, those that were found. `wants_answer()` is asked whether the answer is to be written.
    Signals: `stage_changed`; `source_changed(Source)`; `sources_gone(list)` of paths that are no longer shown;
    `looked(LookMoved)`; `began(LinesMoved)`, a bundle and how far it is; `moved(ImportMoved)`; `requests_found`."""

    stage_changed = Signal()
    source_changed = Signal(object)
    sources_gone = Signal(object)
    looked = Signal(object)
    began = Signal(object)
    moved = Signal(object)
    requests_found = Signal()

    def __init__(self, session: Session, drives: Drives, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._drives = session, drives
        self.stage = Stage.IDLE
        self.wants_answer: Callable[[], bool] = lambda: False
        self.sources: dict[Path, Source] = {}
        self.previews: dict[Path, tuple[Previewed, ...]] = {}
        self.requests: dict[tuple[int, str], FoundRequest] = {}
        self.result: ImportResult | None = None
        self.outcomes: list[GateOutcome] = []
        self.answers: WrittenAnswers | None = None
        self.error: GatebookError | None = None
        self._progress: Progress | None = None
        self._looking_at: Path | None = None
        self._taking: dict[Path, Path] = {}
        self._answer = False
        self._mounts: set[Path] = set()

    # Sources

    def set_drives(self, drives: Sequence[Drive]) -> None:
        """The drives that are there now: new removable ones are looked at, those that are gone are no longer shown, or
        are said to be gone where they were in use."""
        here = {drive.mount: drive for drive in drives if drive.removable}
        for mount in self._mounts - here.keys():
            self._drive_went(mount)
        new = [drive for mount, drive in here.items() if mount not in self._mounts]
        self._mounts = set(here)
        self._add(Source(drive.mount, drive) for drive in new)

    def add(self, places: Iterable[Path]) -> None:
        """Files and folders that a person chose or dropped."""
        self._add(Source(place.absolute()) for place in places)

    def _add(self, sources: Iterable[Source]) -> None:
        new = list(sources)
        if not new:
            return
        if self.stage is Stage.DONE and self.calm:
            self.begin_again()
        for source in new:
            self.previews.pop(source.place, None)
            self._put(source)
        self._look_at_next()

    def _drive_went(self, mount: Path) -> None:
        source = self.sources.get(mount)
        if source is None or source.state is SourceState.SAFE:
            return
        if self.stage.busy or self.stage is Stage.DONE:
            self._put(replace(source, state=SourceState.GONE))
        else:
            self._forget([mount])
            if self._looking_at != mount:
                self._settle()

    def _put(self, source: Source) -> None:
        self.sources[source.place] = source
        self.source_changed.emit(source)

    def _forget(self, places: Iterable[Path]) -> None:
        gone = list(places)
        for place in gone:
            self.sources.pop(place, None)
            self.previews.pop(place, None)
        self.sources_gone.emit(gone)

    # Looking

    def _look_at_next(self) -> None:
        if self.stage.busy or self.stage is Stage.DONE or self._looking_at is not None:
            return
        source = next((one for one in self.sources.values() if one.state is SourceState.WAITING), None)
        if source is None:
            self._settle()
            return
        self._looking_at, self.error = source.place, None
        self._put(replace(source, state=SourceState.LOOKING))
        self._go(Stage.LOOKING)
        self._new_progress(self._on_looked)
        self._session.do_long(
            look_at_sticks, [source.place], self._progress, done=self._take_look, failed=self._look_failed
        )

    def _on_looked(self, moved: object) -> None:
        if isinstance(moved, LookMoved) and self._looking_at in self.sources:
            self.looked.emit(moved)

    def _take_look(self, looked: Looked) -> None:
        place, self._looking_at = self._looking_at, None
        source = self.sources.get(place) if place is not None else None
        if place is not None and source is not None:
            self.previews[place] = looked.bundles
            self._put(
                replace(
                    source,
                    state=SourceState.LOOKED,
                    bundles=len(looked.bundles),
                    requests=len(looked.requests),
                )
            )
        if looked.requests:
            self.requests |= {(one.request.gate, one.fingerprint): one for one in looked.requests}
            self.requests_found.emit()
        self._look_at_next()

    def _look_failed(self, error: GatebookError) -> None:
        place, self._looking_at = self._looking_at, None
        if error.code is not RefusalCode.CANCELLED:
            self.error = error
        if place is not None:
            self._forget([place])
        if error.code is RefusalCode.CANCELLED:
            self._forget([one.place for one in self.sources.values() if one.state is SourceState.WAITING])
        self._look_at_next()

    def _settle(self) -> None:
        if self._looking_at is None and not self.stage.busy and self.stage is not Stage.DONE:
            self._go(Stage.READY if self.sources else Stage.IDLE)

    # Taking in

    def take(self, places: Sequence[Path]) -> None:
        """Takes in the bundles of these sources."""
        found = [(one.path, place) for place in places for one in self.previews.get(place, ())]
        if not found or self.stage is not Stage.READY:
            return
        self._taking, self._answer = dict(found), self.wants_answer()
        self.error = self.answers = None
        self._new_progress(self._on_moved)
        self._go(Stage.TAKING)
        self._session.do_long(
            import_bundles,
            list(self._taking),
            self._progress,
            write=self._session.tasks.and_wait,
            done=self._taken,
            failed=self._failed,
        )

    def _on_moved(self, moved: object) -> None:
        if isinstance(moved, ImportBegan):
            self.began.emit(LinesMoved(moved.path, 0))
        elif isinstance(moved, LinesMoved):
            self.began.emit(moved)
        elif isinstance(moved, ImportMoved):
            source = self.sources.get(self._taking.get(moved.last.path, Path()))
            if source is not None and moved.last.taken is not None:
                # Shown only if the stick is pulled out.
                self.sources[source.place] = replace(source, whole=source.whole + 1)
            self.moved.emit(moved)

    def _taken(self, result: ImportResult) -> None:
        self.result, self.outcomes = result, outcomes(result)
        for place in {self._taking[one.path] for one in result.lost if one.path in self._taking}:
            source = self.sources[place]
            if not place.exists() or (source.drive is not None and place not in self._mounts):
                self._put(replace(source, state=SourceState.GONE))
        places = [
            place
            for place in dict.fromkeys(self._taking.values())
            if self.sources[place].here and place.is_dir()
        ]
        if self._answer and places and result.stopped is None:
            self._go(Stage.ANSWERING)
            self._session.do_long(
                answer_everywhere,
                places,
                write=self._session.tasks.and_wait,
                done=self._answered,
                failed=self._failed,
            )
        else:
            self._end()

    def _answered(self, written: WrittenAnswers) -> None:
        self.answers = written
        for place in written.paths:
            source = self.sources.get(place)
            if source is not None and source.here:
                self._put(replace(source, state=SourceState.ANSWERED))
        self._end()

    def _failed(self, error: GatebookError) -> None:
        self.error = error
        self._end()

    def _end(self) -> None:
        self._go(Stage.DONE)

    @property
    def calm(self) -> bool:
        """Whether nothing of what came has to be read by anybody."""
        return self.error is None and all(
            one.outcome in (Outcome.TAKEN, Outcome.KNOWN) for one in self.outcomes
        )

    @property
    def pulled_out(self) -> bool:
        """Whether a source went away before all of it was read."""
        return any(one.state is SourceState.GONE for one in self.sources.values())

    def stop(self) -> None:
        """Stops looking, or taking in before the next bundle."""
        if self._progress is not None and self.stage in (Stage.LOOKING, Stage.TAKING):
            self._progress.cancel()

    def begin_again(self) -> None:
        """What was taken in is no longer shown, and what came meanwhile is looked at."""
        if self.stage.busy:
            return
        self.result = self.answers = self.error = None
        self.outcomes = []
        self._forget([one.place for one in self.sources.values() if one.state is not SourceState.WAITING])
        self._go(Stage.IDLE)
        self._look_at_next()

    # Letting go

    @property
    def to_release(self) -> list[Source]:
        """The sticks that the system still holds."""
        return [one for one in self.sources.values() if one.drive is not None and one.here]

    def release(self) -> None:
        """Lets all sticks go, so that they can be pulled out."""
        if self.stage is not Stage.DONE or not self.to_release:
            return
        places, drives = [one.place for one in self.to_release], self._drives
        self._go(Stage.RELEASING)

        def let_go(_register: object) -> list[tuple[Path, Release]]:
            return [(place, release_place(drives, place)) for place in places]

        self._session.do_long(let_go, done=self._released, failed=self._failed)

    def _released(self, ends: list[tuple[Path, Release]]) -> None:
        for place, end in ends:
            source = self.sources.get(place)
            if source is None:
                continue
            safe = end in (Release.SAFE, Release.GONE, Release.WRITTEN)
            self._put(replace(source, state=SourceState.SAFE if safe else source.state, held=not safe))
        self._go(Stage.DONE)

    # What all share

    def _new_progress(self, told: Callable[[object], None]) -> None:
        if self._progress is not None:
            self._progress.deleteLater()
        self._progress = Progress(self)
        self._progress.told.connect(told)

    def _go(self, stage: Stage) -> None:
        self.stage = stage
        self.stage_changed.emit()
