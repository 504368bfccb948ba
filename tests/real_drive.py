"""Exports to drives that are really mounted, for a person with root on Linux: `python -m tests.real_drive [FOLDER]`.

An image is formatted and mounted through a loop device: as FAT32 where this system can, else as ext2. Then a day goes
to it while it is full, read-only, pulled out under the export, or keeps something else than was written; each time the
earlier export is checked to be whole and the next one to repair what was left. It is no part of the test run: mounting
needs root and changes the machine while it lasts. With FOLDER, a drive that is mounted there already is written to
instead."""

from __future__ import annotations

import contextlib
import mmap
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

from PySide6.QtCore import QCoreApplication

from db.errors import Fault
from db.exchange import drive_folder
from db.exchange.read_back import read_back
from db.register import Register
from desktop.operations.exports import ExportMoved, export_day
from desktop.operations.sample import fill_sample
from desktop.tasks import Progress
from tests.desktop.exchange import independent
from tests.registers import FakeClock, new_register

DAY = "2020-02-12"
MEGABYTE = 1 << 20


def run(*command: str) -> str:
    """A system program; raises where it fails."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def formatted(image: Path) -> str:
    """The file system that the image was given."""
    with contextlib.suppress(FileNotFoundError, subprocess.CalledProcessError):
        run("mkfs.vfat", "-n", "KINGSTON", str(image))
        if "vfat" in Path("/proc/filesystems").read_text():
            return "vfat"
    run("mkfs.ext2", "-q", "-F", "-L", "KINGSTON", str(image))
    return "ext2"


@contextlib.contextmanager
def mounted(folder: Path, megabytes: int = 24) -> Iterator[tuple[Path, Path]]:
    """(where it is mounted, its image)."""
    image, mount = folder / "drive.img", folder / "drive"
    image.write_bytes(bytes(megabytes * MEGABYTE))
    system = formatted(image)
    mount.mkdir()
    run("mount", "-t", system, "-o", "loop", str(image), str(mount))
    print(f"a drive of {megabytes} MB, {system}")
    try:
        yield mount, image
    finally:
        subprocess.run(["umount", "-l", str(mount)], check=False, capture_output=True)


def at(file: str, act: Callable[[], object]) -> Progress:
    """A progress that acts when an export comes to a file."""
    progress = Progress()
    done: list[bool] = []

    def told(moved: ExportMoved) -> None:
        if moved.file.startswith(file) and not done:
            done.append(True)
            act()

    progress.told.connect(told)
    return progress


def fails(register: Register, drive: Path, progress: Progress | None = None) -> str:
    """The fault of an export that cannot end well."""
    try:
        export_day(register, DAY, drive, progress=progress)
    except Fault as fault:
        return str(fault.code)
    raise AssertionError("it should not have ended well")


def whole(drive: Path) -> list[str]:
    """The names of the folders on a drive, all of which are whole."""
    folders = sorted((drive / "Gatebook" / "0312").iterdir())
    for folder in folders:
        independent.check_sums(folder)
    return [folder.name for folder in folders]


def try_one(register: Register, drive: Path) -> None:
    """An ordinary export."""
    result = export_day(register, DAY, drive).value
    independent.check_sums(result.folder)
    print("written and read back:", result.folder.name, sum(file.bytes for file in result.files), "bytes")


def try_all(register: Register, drive: Path, image: Path) -> None:
    """A drive in every state."""
    try_one(register, drive)
    filler = drive / "filler"
    with filler.open("wb") as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(MEGABYTE // 16))
            file.flush()
    room = shutil.disk_usage(drive).free
    with filler.open("r+b") as file:
        file.truncate(max(filler.stat().st_size - 20_000, 0))
    print("full, but for", room + 20_000, "bytes:", fails(register, drive), whole(drive))
    filler.unlink()
    run("mount", "-o", "remount,ro", str(drive))
    print("read-only:", fails(register, drive))
    run("mount", "-o", "remount,rw", str(drive))
    pulled = at("gatebook-", lambda: run("umount", "-l", str(drive)))
    print("pulled out:", fails(register, drive, pulled))
    system = run("blkid", "-o", "value", "-s", "TYPE", str(image))
    run("mount", "-t", system, "-o", "loop", str(image), str(drive))
    left = [one.name for one in (drive / "Gatebook" / "0312").iterdir() if not (one / "SHA256SUMS").exists()]
    print("back with an unfinished", left)
    try_one(register, drive)
    print("whole:", whole(drive))
    with mock.patch.object(drive_folder, "read_back", lambda path: read_back(spoiled(image, path))):
        print("holds something else than was written:", fails(register, drive))


def spoiled(image: Path, path: Path) -> Path:
    """Changes what the drive holds of a file, behind the system's back."""
    begin = path.read_bytes()[:64]
    with image.open("r+b") as file, mmap.mmap(file.fileno(), 0) as whole_drive:
        place = whole_drive.find(begin)
        while place >= 0:
            whole_drive[place : place + 1] = b"?"
            place = whole_drive.find(begin, place + 1)
    return path


def main() -> int:
    """Tries a drive."""
    application = QCoreApplication.instance() or QCoreApplication([])
    assert application is not None
    with tempfile.TemporaryDirectory(prefix="gatebook-drive-") as name:
        folder, clock = Path(name), FakeClock()
        clock.at(f"{DAY} 20:06")
        with new_register(folder, clock) as register:
            fill_sample(register, passes=300, days=3, per_day=800)
            if len(sys.argv) > 1:
                try_one(register, Path(sys.argv[1]))
                return 0
            with mounted(folder) as (drive, image):
                try_all(register, drive, image)
    return 0


if __name__ == "__main__":
    sys.exit(main())
