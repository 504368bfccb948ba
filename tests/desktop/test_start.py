"""The two commands of the README: what they look for, and what they say."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from desktop import bootstrap, start, system_libraries
from desktop.system_libraries import Library

ABSENT = Library("libgatebook-absent.so.0", "libgatebook-absent0")


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--lang", "zh"], True),
        (["--register", "verify", "--operator", "王芳"], True),
        (["--register", "/tmp/r.db", "verify"], False),
        (["sample", "--passes", "10"], False),
        (["--self-test"], False),
    ],
)
def test_a_window_opens_where_no_command_is_given(arguments: list[str], window: bool) -> None:
    assert start.opens_window(arguments) is window


def test_the_display_is_the_one_that_qt_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert start.display() == "xcb"
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert start.display() == "wayland"
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert start.display() == "offscreen"


def test_only_linux_is_asked_for_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert system_libraries.missing(ABSENT) == [ABSENT]
    monkeypatch.setattr("sys.platform", "win32")
    assert system_libraries.missing(ABSENT) == []


def test_a_package_is_named_once_however_many_libraries_it_brings() -> None:
    glib = [library for library in system_libraries.QT if library.package == "libglib2.0-0"]
    assert len(glib) == 2
    assert system_libraries.packages(glib) == ["libglib2.0-0"]


def test_what_is_missing_is_named_in_one_sentence_with_its_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(system_libraries, "may_install", lambda: False)
    with pytest.raises(SystemExit) as end:
        bootstrap.require_system([ABSENT], [])
    assert end.value.code == 3
    chinese, english = capsys.readouterr().err.splitlines()
    assert chinese.endswith("sudo apt-get install libgatebook-absent0")
    assert english.endswith("sudo apt-get install libgatebook-absent0")


def test_what_is_only_useful_stops_nobody(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(system_libraries, "may_install", lambda: False)
    bootstrap.require_system([], [ABSENT], {"gatebook-no-such-tool": "gatebook-tools"})
    assert "libgatebook-absent0 gatebook-tools" in capsys.readouterr().err


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of its own, with an environment that was installed with the `test` extra."""
    root = tmp_path / "王芳 的 Gatebook"
    for name in bootstrap.INSTALLED_FROM:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes((bootstrap.ROOT / name).read_bytes())
    monkeypatch.setattr(bootstrap, "ROOT", root)
    monkeypatch.setattr(bootstrap, "ENVIRONMENT", root / ".venv")
    monkeypatch.setattr(bootstrap, "STAMP", root / ".venv" / "gatebook.json")
    bootstrap.environment_python().parent.mkdir(parents=True)
    bootstrap.environment_python().touch()
    bootstrap.STAMP.write_text(json.dumps(asdict(bootstrap._wanted("test"))), "utf-8")
    return root


def test_nothing_is_installed_when_nothing_changed(checkout: Path) -> None:
    assert bootstrap._is_current("test")
    assert bootstrap._is_current("")


@pytest.mark.parametrize("name", bootstrap.INSTALLED_FROM)
def test_a_changed_source_of_the_installation_is_noticed(checkout: Path, name: str) -> None:
    with open(checkout / name, "a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    assert not bootstrap._is_current("")


def test_a_checkout_that_was_moved_is_installed_again(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "ROOT", checkout.rename(checkout.with_name("moved")))
    assert not bootstrap._is_current("")


def test_a_half_written_stamp_means_not_installed(checkout: Path) -> None:
    bootstrap.STAMP.write_text('{"sources": "', "utf-8")
    assert not bootstrap._is_current("")


def test_an_environment_that_cannot_be_made_is_said_in_a_sentence(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(extra: str) -> None:
        raise PermissionError(13, "Permission denied", str(bootstrap.ENVIRONMENT))

    bootstrap.STAMP.unlink()
    monkeypatch.setattr(bootstrap, "_install", fail)
    with pytest.raises(SystemExit) as end:
        bootstrap.prepare()
    assert end.value.code == 3
    chinese, english = capsys.readouterr().err.splitlines()
    assert str(bootstrap.ENVIRONMENT) in chinese
    assert str(bootstrap.ENVIRONMENT) in english


@pytest.mark.parametrize(("extras", "named"), [((), "."), (("test",), ".[test]"), (("a", "b"), ".[a,b]")])
def test_pip_is_told_the_extras_only_where_there_are_some(extras: tuple[str, ...], named: str) -> None:
    assert bootstrap._named(extras) == named
