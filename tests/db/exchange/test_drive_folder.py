"""The day's folder on a drive, and on drives that fail."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import random
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

import pytest

from db.errors import Fault, FaultCode, Refusal, RefusalCode
from db.exchange import drive_folder
from db.exchange.bundle_reading import read_bundle
from db.exchange.bundle_writing import write_bundle
from db.exchange.drive_folder import Producer, Progress, Step, write_day_folder, write_single_file
from db.exchange.read_back import read_back
from db.trust.age_keys import new_identity
from tests.db.exchange.made_bundles import AT, KEY, made_lines
from tests.drives import read_only_drive, small_drive

DAY = date(2020, 2, 10)
CSV = b"\xef\xbb\xbfno,time\r\n1,07:31\r\n"
LARGE = random.Random(1).randbytes(3_000_000)
FILES: dict[str, Producer] = {"day-log.csv": CSV, "day-report.pdf": LARGE}


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    root = tmp_path / "U盘"
    root.mkdir()
    return root


def _tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def _code(action: Callable[[], object]) -> object:
    with pytest.raises((Fault, Refusal)) as refused:
        action()
    return refused.value.code


def test_the_folder_is_the_days_and_holds_every_file_and_the_sums(drive: Path) -> None:
    written = write_day_folder(drive, 312, DAY, FILES)
    assert written.path == drive / "Gatebook" / "0312" / "2020-02-10"
    assert _tree(written.path) == {
        "day-log.csv": CSV,
        "day-report.pdf": LARGE,
        "SHA256SUMS": (
            f"{hashlib.sha256(CSV).hexdigest()}  day-log.csv\n"
            f"{hashlib.sha256(LARGE).hexdigest()}  day-report.pdf\n"
        ).encode(),
    }
    assert [(file.name, file.bytes) for file in written.files] == [
        ("day-log.csv", len(CSV)),
        ("day-report.pdf", len(LARGE)),
        ("SHA256SUMS", 2 * 66 + len("day-log.csv") + len("day-report.pdf") + 2),
    ]
    assert written.files[1].sha256 == hashlib.sha256(LARGE).hexdigest()


def test_the_sums_are_what_the_usual_program_reads(drive: Path) -> None:
    written = write_day_folder(drive, 312, DAY, {"名单.csv": CSV, **FILES})
    program = shutil.which("sha256sum") or shutil.which("shasum")
    assert program is not None
    assert (
        subprocess.run([program, "-c", "SHA256SUMS"], cwd=written.path, capture_output=True).returncode == 0
    )


def test_a_further_export_makes_a_further_folder_and_touches_none(drive: Path) -> None:
    names = [write_day_folder(drive, 312, DAY, {"a.csv": bytes([number])}).path.name for number in range(3)]
    assert names == ["2020-02-10", "2020-02-10-2", "2020-02-10-3"]
    assert [(drive / "Gatebook" / "0312" / name / "a.csv").read_bytes() for name in names] == [
        b"\0",
        b"\1",
        b"\2",
    ]


def test_what_else_is_on_the_drive_is_left_alone(drive: Path) -> None:
    (drive / "Gatebook").mkdir()
    (drive / "Gatebook" / "mine.txt").write_bytes(b"mine")
    (drive / "autorun.inf").write_bytes(b"[autorun]")
    write_day_folder(drive, 65535, DAY, FILES)
    tree = _tree(drive)
    assert tree["Gatebook/mine.txt"] == b"mine"
    assert tree["autorun.inf"] == b"[autorun]"
    assert "Gatebook/65535/2020-02-10/SHA256SUMS" in tree


def test_a_producer_writes_as_to_any_file(drive: Path) -> None:
    def zipped(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w") as container:
            container.writestr("inside.txt", "text")

    def text(file: BinaryIO) -> None:
        with io.TextIOWrapper(file, encoding="utf-8-sig", newline="") as wrapped:
            wrapped.write("王芳\r\n")

    written = write_day_folder(drive, 312, DAY, {"a.xlsx": zipped, "b.csv": text})
    with zipfile.ZipFile(written.path / "a.xlsx") as container:
        assert container.read("inside.txt") == b"text"
    assert (written.path / "b.csv").read_bytes() == "\ufeff王芳\r\n".encode()


def test_an_encrypted_bundle_goes_straight_to_the_drive(drive: Path) -> None:
    identity, lines = new_identity(), made_lines(300)

    def bundle(file: BinaryIO) -> None:
        recipient = str(identity.to_public())
        write_bundle(file, lines, key=KEY, created_at=AT, app="test", recipient=recipient)

    written = write_day_folder(drive, 312, DAY, {"gatebook.gbk.age": bundle})
    with open(written.path / "gatebook.gbk.age", "rb") as file:
        assert list(read_bundle(file, identity).lines()) == lines


def test_each_step_is_told_as_it_happens(drive: Path) -> None:
    told: list[Progress] = []
    write_day_folder(drive, 312, DAY, FILES, report=told.append)
    order = list(dict.fromkeys((progress.step, progress.file) for progress in told))
    assert order == [
        (step, name)
        for name in ("day-log.csv", "day-report.pdf", "SHA256SUMS")
        for step in (Step.WRITING, Step.READING_BACK, Step.CHECKED)
    ]
    of_report = [progress for progress in told if progress.file == "day-report.pdf"]
    assert {progress.index for progress in of_report} == {1}
    assert {progress.files for progress in told} == {3}
    assert {progress.total for progress in of_report} == {len(LARGE)}
    writing = [progress.done for progress in of_report if progress.step is Step.WRITING]
    assert writing == sorted(writing)
    assert (writing[0], writing[-1]) == (0, len(LARGE))
    assert len(writing) > 5


def test_no_file_has_its_name_before_it_is_whole(drive: Path) -> None:
    seen: list[tuple[str, ...]] = []

    def look(file: BinaryIO) -> None:
        file.write(CSV)
        folder = drive / "Gatebook" / "0312" / "2020-02-10"
        seen.append(tuple(sorted(path.name for path in folder.iterdir())))

    write_day_folder(drive, 312, DAY, {"a.csv": CSV, "b.csv": look})
    assert seen == [("SHA256SUMS.part", "a.csv", "b.csv.part")]


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("name", ["day-log.csv", "day-report.pdf", "SHA256SUMS"])
def test_a_cancelled_export_leaves_nothing(drive: Path, step: Step, name: str) -> None:
    write_day_folder(drive, 312, DAY, {"day-log.csv": b"earlier"})
    before = _tree(drive)
    reached: list[Progress] = []

    def report(progress: Progress) -> None:
        if (progress.step, progress.file) == (step, name):
            reached.append(progress)

    def export() -> object:
        return write_day_folder(drive, 312, DAY, FILES, report=report, cancelled=lambda: bool(reached))

    if name == "SHA256SUMS" and step is not Step.WRITING:
        export()  # by then all is on the drive, and stays
        assert len(_tree(drive)) == len(before) + 3
    else:
        assert _code(export) is RefusalCode.CANCELLED
        assert _tree(drive) == before
        assert not (drive / "Gatebook" / "0312" / "2020-02-10-2").exists()


def test_a_full_drive_says_so_and_keeps_the_earlier_export(tmp_path: Path) -> None:
    with small_drive(tmp_path / "small", kilobytes=256) as root:
        write_day_folder(root, 312, DAY, {"day-log.csv": CSV})
        before = _tree(root)
        with pytest.raises(Fault) as fault:
            write_day_folder(root, 312, DAY, FILES)
        assert fault.value.code is FaultCode.DISK_FULL
        assert fault.value.params["file"] == "day-report.pdf"
        assert _tree(root) == before
        assert write_day_folder(root, 312, DAY, {"day-log.csv": CSV}).path.name == "2020-02-10-2"


def test_a_drive_that_fills_up_under_an_encrypted_bundle_says_so(tmp_path: Path) -> None:
    recipient, lines = str(new_identity().to_public()), made_lines(1500)

    def bundle(file: BinaryIO) -> None:
        write_bundle(file, lines, key=KEY, created_at=AT, app="test", recipient=recipient)

    with small_drive(tmp_path / "small") as root:
        assert _code(lambda: write_day_folder(root, 312, DAY, {"a.gbk.age": bundle})) is FaultCode.DISK_FULL
        assert _tree(root) == {}


def test_a_read_only_drive_says_so(tmp_path: Path) -> None:
    with read_only_drive(tmp_path / "locked") as root:
        assert _code(lambda: write_day_folder(root, 312, DAY, FILES)) is FaultCode.READ_ONLY


def test_a_drive_that_is_not_there_says_so(tmp_path: Path) -> None:
    # Not even the mount point: nothing may be made in its place.
    gone = tmp_path / "gone"
    assert _code(lambda: write_day_folder(gone, 312, DAY, FILES)) is FaultCode.DRIVE_GONE
    assert not gone.exists()


@pytest.mark.parametrize("size", [10, 1_000_000])
def test_a_drive_pulled_out_while_writing_says_so(drive: Path, size: int) -> None:
    def pull(file: BinaryIO) -> None:
        file.write(bytes(size))
        shutil.rmtree(drive)
        file.write(bytes(size))

    files: dict[str, Producer] = {"day-log.csv": CSV, "day-report.pdf": pull, "last.csv": CSV}
    assert _code(lambda: write_day_folder(drive, 312, DAY, files)) is FaultCode.DRIVE_GONE
    assert not drive.exists()


def test_a_drive_pulled_out_that_leaves_its_mount_point_says_so(drive: Path) -> None:
    def pull(file: BinaryIO) -> None:
        shutil.rmtree(drive / "Gatebook")

    assert _code(lambda: write_day_folder(drive, 312, DAY, {"a.csv": pull})) is FaultCode.DRIVE_GONE
    assert _tree(drive) == {}


@pytest.mark.parametrize("name", ["day-log.csv", "SHA256SUMS"])
def test_a_drive_pulled_out_between_writing_and_reading_back_says_so(drive: Path, name: str) -> None:
    def report(progress: Progress) -> None:
        if (progress.step, progress.file) == (Step.CHECKED, "day-report.pdf") and name == "SHA256SUMS":
            shutil.rmtree(drive)
        if (progress.step, progress.file) == (Step.READING_BACK, name) and drive.exists():
            shutil.rmtree(drive)

    assert _code(lambda: write_day_folder(drive, 312, DAY, FILES, report=report)) is FaultCode.DRIVE_GONE


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, FaultCode.DISK_FULL),
        (errno.EDQUOT, FaultCode.DISK_FULL),
        (errno.EROFS, FaultCode.READ_ONLY),
        (errno.EIO, FaultCode.IO),
        (errno.ENODEV, FaultCode.DRIVE_GONE),
        (errno.ENXIO, FaultCode.DRIVE_GONE),
    ],
)
def test_whatever_the_drive_answers_is_said_and_cleared_away(
    drive: Path, number: int, code: FaultCode
) -> None:
    def fail(file: BinaryIO) -> None:
        file.write(CSV)
        raise OSError(number, os.strerror(number))

    files: dict[str, Producer] = {"day-log.csv": CSV, "b.csv": fail}
    assert _code(lambda: write_day_folder(drive, 312, DAY, files)) is code
    assert _tree(drive) == {}


def test_a_drive_that_gives_back_something_else_is_found_out(
    drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A worn-out stick: it takes every byte, and another one comes back.
    def worn_out(path: Path) -> Iterator[bytes]:
        for piece in read_back(path):
            yield piece.replace(b"07:31", b"07:30")

    monkeypatch.setattr(drive_folder, "read_back", worn_out)
    with pytest.raises(Fault) as fault:
        write_day_folder(drive, 312, DAY, {"day-report.pdf": LARGE, "day-log.csv": CSV})
    assert fault.value.code is FaultCode.READ_BACK_DIFFERS
    assert fault.value.params["file"] == "day-log.csv"
    assert _tree(drive) == {}


def test_a_file_that_fat32_cannot_hold_is_refused(drive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drive_folder, "MAX_FAT32_FILE_BYTES", 1_000_000)
    assert _code(lambda: write_day_folder(drive, 312, DAY, FILES)) is FaultCode.FILE_TOO_LARGE
    assert _tree(drive) == {}


def test_a_bug_in_a_producer_is_not_hidden_and_leaves_nothing(drive: Path) -> None:
    def bug(file: BinaryIO) -> None:
        file.write(CSV)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_day_folder(drive, 312, DAY, {"a.csv": CSV, "b.csv": bug})
    assert _tree(drive) == {}


def test_a_name_that_a_drive_would_not_take_is_a_bug(drive: Path) -> None:
    for name in ("a:b.csv", "sha256sums"):
        with pytest.raises(ValueError, match="drive"):
            write_day_folder(drive, 312, DAY, {name: CSV})
    assert _tree(drive) == {}


@pytest.mark.parametrize("size", [0, 1, 511, 4096, 1 << 20, (1 << 20) + 1, 3_000_000])
def test_reading_back_gives_what_was_written(tmp_path: Path, size: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(LARGE[:size])
    assert b"".join(read_back(path)) == LARGE[:size]


def test_a_file_system_without_direct_reading_is_read_too(tmp_path: Path) -> None:
    with small_drive(tmp_path / "small") as root:
        (root / "file").write_bytes(LARGE[:5000])
        assert b"".join(read_back(root / "file")) == LARGE[:5000]


def test_a_single_file_is_written_with_the_same_care(drive: Path) -> None:
    file = write_single_file(drive, "a.gbk", LARGE)
    assert (file.path, file.bytes) == (drive / "a.gbk", len(LARGE))
    assert _tree(drive) == {"a.gbk": LARGE}


def test_a_single_file_replaces_none(drive: Path) -> None:
    (drive / "a.gbk").write_bytes(b"earlier")
    assert _code(lambda: write_single_file(drive, "a.gbk", LARGE)) is RefusalCode.FILE_EXISTS
    assert _tree(drive) == {"a.gbk": b"earlier"}


def test_a_single_file_that_fails_leaves_the_folder_as_it_was(drive: Path) -> None:
    (drive / "other").write_bytes(b"other")
    assert _code(lambda: write_single_file(drive, "a.gbk", LARGE, cancelled=lambda: True)) is (
        RefusalCode.CANCELLED
    )
    assert _tree(drive) == {"other": b"other"}
