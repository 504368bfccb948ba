"""The camera of last time; what is damaged counts as none."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.views.camera.choice import CameraChoice, load_choice, save_choice


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "camera.json"
    save_choice(CameraChoice("摄像头-2", False), path)
    assert load_choice(path) == CameraChoice("摄像头-2", False)


@pytest.mark.parametrize("stored", ["", "[]", '{"key": 5, "mirrored": "no"}', "null", "{"])
def test_a_damaged_file_counts_as_none(tmp_path: Path, stored: str) -> None:
    path = tmp_path / "camera.json"
    path.write_text(stored, "utf-8")
    assert load_choice(path) == CameraChoice("", True)


def test_a_machine_that_keeps_nothing_is_no_reason_to_stop(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    save_choice(CameraChoice("usb"), blocked / "camera.json")
    assert load_choice(blocked / "camera.json") == CameraChoice()
