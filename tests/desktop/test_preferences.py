"""What the window looks like is kept, and never stands in the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.places import default_register
from desktop.preferences import Preferences, load_preferences, save_preferences


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "preferences.json"


def test_what_is_kept_is_read_again(file: Path) -> None:
    wanted = Preferences(language="zh", theme="dark", size=150, register="/数据/东门.gatebook")
    save_preferences(wanted, file)
    assert load_preferences(file) == wanted
    assert [item.name for item in file.parent.iterdir()] == ["preferences.json"]
    assert wanted.register_path == Path("/数据/东门.gatebook")


def test_where_nothing_is_kept_all_is_as_usual(file: Path) -> None:
    assert load_preferences(file) == Preferences()
    assert Preferences().register_path == default_register()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[]", b"null", b'"zh"', b"[" * 100_000, b'{"language": {}}', b'{"size": true}'],
    ids=lambda content: repr(content[:12]),
)
def test_a_damaged_file_counts_as_none(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert load_preferences(file) == Preferences()


@pytest.mark.parametrize(
    ("size", "expected"), [(99, 100), (100, 100), (200, 200), (201, 100), (150.5, 100), ("150", 100)]
)
def test_a_size_that_makes_no_sense_is_the_usual_one(file: Path, size: object, expected: int) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"size": size, "theme": "dark", "of_tomorrow": 1}))
    assert load_preferences(file) == Preferences(theme="dark", size=expected)


def test_a_folder_whose_name_is_no_unicode_is_kept_too(file: Path) -> None:
    wanted = Preferences(register="/media/\udcff/register")
    save_preferences(wanted, file)
    assert load_preferences(file) == wanted


def test_a_machine_that_keeps_nothing_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    save_preferences(Preferences(language="zh"), tmp_path / "file" / "preferences.json")


def test_half_a_file_never_takes_the_place_of_a_whole_one(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_preferences(Preferences(language="zh"), file)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    save_preferences(Preferences(language="en"), file)
    assert load_preferences(file).language == "zh"
