"""The zip for the gates, unpacked and checked by other programs."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from resources.packing import NOTE_NAME, pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "gatebook"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "gatebook-window"
    program.write_bytes(b"\x7fELF" + bytes(3_000_000))
    program.chmod(0o755)
    (folder / "_internal" / "字体.ttf").write_bytes(b"font")
    return folder


def test_the_zip_holds_the_folder_and_a_note_and_its_hash_is_beside_it(folder: Path, tmp_path: Path) -> None:
    listed = pack(folder, tmp_path / "gatebook.zip")
    with zipfile.ZipFile(tmp_path / "gatebook.zip") as archive:
        assert archive.namelist() == [NOTE_NAME, "gatebook/_internal/字体.ttf", "gatebook/gatebook-window"]
        assert archive.testzip() is None
        assert "先解压" in archive.read(NOTE_NAME).decode("utf-8-sig")
        mode = archive.getinfo("gatebook/gatebook-window").external_attr >> 16
        assert mode & 0o111, "the program stays a program"
        assert not (archive.getinfo("gatebook/_internal/字体.ttf").external_attr >> 16) & 0o111
    checker = shutil.which("sha256sum")
    assert checker is not None
    checked = subprocess.run(
        [checker, "-c", listed.name], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
    assert not list(tmp_path.glob("*.part"))


def test_the_same_folder_gives_the_same_zip(folder: Path, tmp_path: Path) -> None:
    first = pack(folder, tmp_path / "one.zip").read_text().split()[0]
    (folder / "gatebook-window").touch()
    assert pack(folder, tmp_path / "two.zip").read_text().split()[0] == first
