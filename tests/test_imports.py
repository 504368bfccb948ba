"""Import rules that are finer than a package; the others are contracts in pyproject.toml."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def imported_by(path: Path, at_top_only: bool = False) -> Iterator[str]:
    """Full names of what a file imports, as `PySide6.QtCore.QPoint`; `at_top_only`: when it is itself imported."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in tree.body if at_top_only else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module or ''}.{name.name}" for name in node.names)


def files(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def offenders(paths: list[Path], forbidden: tuple[str, ...], at_top_only: bool = False) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {name}"
        for path in paths
        for name in imported_by(path, at_top_only)
        if any(name == module or name.startswith(f"{module}.") for module in forbidden)
    ]


def test_paper_is_drawn_without_widgets() -> None:
    assert offenders(files("desktop/paper"), ("PySide6.QtWidgets", "PySide6.QtPrintSupport")) == []


def test_sound_and_camera_are_imported_only_when_wanted() -> None:
    """QtMultimedia needs an audio library that a bare Linux lacks; the program lives without it."""
    late = ("PySide6.QtMultimedia", "PySide6.QtMultimediaWidgets", "PySide6.QtTextToSpeech")
    assert offenders(files("desktop"), late, at_top_only=True) == []


def test_no_browser_is_carried() -> None:
    heavy = ("PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebEngineQuick")
    assert offenders(files("db", "desktop", "resources", "tests"), heavy) == []


@pytest.mark.parametrize("script", ["desktop/start.py", "tests/run.py"])
def test_the_two_commands_need_only_the_standard_library(script: str) -> None:
    """Isolated from every installed package, the script and all it imports still load."""
    load = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "import desktop.bootstrap, desktop.start, desktop.system_libraries, tests.run"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", load, str(ROOT)], capture_output=True, text=True, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (ROOT / script).is_file()
