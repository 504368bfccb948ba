"""Drives that are full, protected, or pulled out under an export: nothing is lost, nothing half is left whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from db.books.verdict import Direction
from db.errors import Fault, FaultCode, Refusal, RefusalCode
from db.register import open_register
from desktop.operations.exported import newest_export, unexported_count
from desktop.operations.exports import ExportMoved, ExportStep, export_day
from desktop.tasks import Progress
from tests.desktop.exchange import independent
from tests.desktop.gate_day import Gate
from tests.drives import read_only_drive, small_drive
from tests.registers import OPERATOR, PASSPHRASE

DAY = "2020-02-10"
ROOT = Path(__file__).parents[3]


def at(step: ExportStep, file: str, act: Callable[[], None]) -> Progress:
    """A progress that acts once, when an export comes to a step of a file whose name begins so."""
    progress = Progress()
    acted: list[ExportMoved] = []

    def told(moved: ExportMoved) -> None:
        if not acted and moved.step is step and moved.file.startswith(file):
            acted.append(moved)
            act()

    progress.told.connect(told)
    return progress


def test_a_full_drive_is_told_and_left_as_it_was(busy_gate: Gate, tmp_path: Path) -> None:
    waiting = unexported_count(busy_gate.register)
    with small_drive(tmp_path / "full", 8) as drive:
        with pytest.raises(Fault) as fault:
            export_day(busy_gate.register, DAY, drive)
        assert fault.value.code is FaultCode.DISK_FULL
        assert not [path for path in drive.rglob("*") if path.is_file()]
    assert unexported_count(busy_gate.register) == waiting
    assert newest_export(busy_gate.register) is None


def test_a_protected_drive_is_told(busy_gate: Gate, tmp_path: Path) -> None:
    with read_only_drive(tmp_path / "protected") as drive:
        with pytest.raises(Fault) as fault:
            export_day(busy_gate.register, DAY, drive)
        assert fault.value.code is FaultCode.READ_ONLY
    assert newest_export(busy_gate.register) is None


@pytest.mark.parametrize(
    ("step", "file"),
    [
        (ExportStep.WRITING, "day-log.csv"),
        (ExportStep.WRITING, "gatebook-"),
        (ExportStep.READING_BACK, "day-report"),
        (ExportStep.SIGNING, "SHA256SUMS"),
    ],
)
def test_a_drive_pulled_out_loses_nothing_and_is_gone_on_with_when_it_is_back(
    busy_gate: Gate, tmp_path: Path, step: ExportStep, file: str
) -> None:
    drive, pocket = tmp_path / "drive", tmp_path / "pocket"
    drive.mkdir()
    waiting = unexported_count(busy_gate.register)
    with pytest.raises(Fault) as fault:
        export_day(busy_gate.register, DAY, drive, progress=at(step, file, lambda: _move(drive, pocket)))
    assert fault.value.code is FaultCode.DRIVE_GONE
    assert unexported_count(busy_gate.register) == waiting
    pocket.rename(drive)
    assert not list(drive.rglob("SHA256SUMS"))
    result = export_day(busy_gate.register, DAY, drive).value
    assert result.folder == drive / "Gatebook" / "0312" / DAY
    independent.check_sums(result.folder)
    assert [path.name for path in result.folder.parent.iterdir()] == [DAY]
    assert unexported_count(busy_gate.register) == 0


def _move(drive: Path, pocket: Path) -> None:
    drive.rename(pocket)


def test_what_someone_else_put_into_an_unfinished_folder_stays(busy_gate: Gate, tmp_path: Path) -> None:
    left = tmp_path / "Gatebook" / "0312" / DAY
    left.mkdir(parents=True)
    (left / "day-log.csv.part").write_bytes(b"half")
    (left / "notes.txt").write_bytes(b"mine")
    result = export_day(busy_gate.register, DAY, tmp_path).value
    assert result.folder.name == f"{DAY}-2"
    assert (left / "notes.txt").read_bytes() == b"mine"


def test_whole_folders_and_those_that_somebody_took_the_checksums_from_stay(
    busy_gate: Gate, tmp_path: Path
) -> None:
    whole = export_day(busy_gate.register, DAY, tmp_path).value
    bare = export_day(busy_gate.register, DAY, tmp_path).value
    (bare.folder / "SHA256SUMS").unlink()
    before = {path: path.read_bytes() for one in (whole, bare) for path in one.folder.iterdir()}
    assert export_day(busy_gate.register, DAY, tmp_path).value.folder.name == f"{DAY}-3"
    assert {path: path.read_bytes() for path in before} == before


def test_another_gates_unfinished_folder_is_not_ours_to_take_away(busy_gate: Gate, tmp_path: Path) -> None:
    theirs = tmp_path / "Gatebook" / "0313" / DAY
    theirs.mkdir(parents=True)
    (theirs / "SHA256SUMS.part").write_bytes(b"")
    export_day(busy_gate.register, DAY, tmp_path)
    assert (theirs / "SHA256SUMS.part").exists()


KILLED = """
import os, sys
from pathlib import Path
from db.register import open_register
from desktop.operations.exports import export_day
from tests.registers import FakeClock, OPERATOR, PASSPHRASE

class Dying:
    cancelled, left = False, int(sys.argv[3])

    @property
    def told(self):
        return self

    def emit(self, moved):
        self.left -= 1
        if self.left < 0:
            os._exit(9)

with open_register(Path(sys.argv[1]), OPERATOR, PASSPHRASE, clock=FakeClock().clock()) as register:
    export_day(register, "2020-02-10", Path(sys.argv[2]), progress=Dying())
"""


@pytest.mark.parametrize("steps", [10, 12])
def test_a_program_killed_at_any_step_leaves_the_earlier_export_whole_and_the_next_repairs(
    busy_gate: Gate, tmp_path: Path, steps: int
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    first = export_day(busy_gate.register, DAY, drive).value
    busy_gate.cross(busy_gate.medic, Direction.OUT, 364)
    waiting = unexported_count(busy_gate.register)
    busy_gate.register.close()
    command = [sys.executable, "-c", KILLED, str(busy_gate.path), str(drive), str(steps)]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert ended.returncode == 9, ended.stderr
    independent.check_sums(first.folder)
    left = [path for path in first.folder.parent.iterdir() if path != first.folder]
    assert [path.name for path in left] == [f"{DAY}-2"] and not (left[0] / "SHA256SUMS").exists()
    clock = busy_gate.clock.clock()
    with open_register(busy_gate.path, OPERATOR, PASSPHRASE, clock=clock) as register:
        # The clock of the one that was killed stood earlier, which is a line too.
        assert unexported_count(register) >= waiting
        again = export_day(register, DAY, drive).value
        assert again.folder == left[0] and unexported_count(register) == 0
    independent.check_sums(again.folder)
    assert not list(drive.rglob("*.part"))


def test_an_export_that_is_stopped_leaves_nothing_and_counts_as_none(busy_gate: Gate, tmp_path: Path) -> None:
    progress = Progress()
    progress.told.connect(lambda moved: progress.cancel() if moved.file == "day-log.xlsx" else None)
    with pytest.raises(Refusal) as refused:
        export_day(busy_gate.register, DAY, tmp_path, progress=progress)
    assert refused.value.code is RefusalCode.CANCELLED
    assert not [path for path in (tmp_path / "Gatebook").rglob("*") if path.is_file()]
    assert newest_export(busy_gate.register) is None


def test_the_steps_are_told_as_they_happen(busy_gate: Gate, tmp_path: Path) -> None:
    told: list[ExportMoved] = []
    progress = Progress()
    progress.told.connect(told.append)
    export_day(busy_gate.register, DAY, tmp_path, progress=progress)
    written = [moved.file for moved in told if moved.step is ExportStep.WRITING]
    assert written[:3] == ["day-log.csv", "day-log.xlsx", "day-report.pdf"] and len(written) == 4
    read = [(moved.done, moved.total) for moved in told if moved.step is ExportStep.READING_BACK]
    assert read[-1] == (4, 4)
    assert [(moved.step, moved.done) for moved in told[-1:]] == [(ExportStep.SIGNING, 1)]
