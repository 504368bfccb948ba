"""What there is to draw. A module of this package that uses `@picture` is found by itself.

    @picture("gate-empty")
    def empty_gate(scene: Scene) -> QWidget:
        return GatePage(scene.once("register", make_sample), ...)

A picture is drawn in both languages, both themes and every size of the window. What the function returns is
resized, shown, drawn and closed; a sheet of paper may return a QImage instead. `after(scene, widget)` may press
and type once the widget is shown.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

Made = TypeVar("Made")
Size = tuple[int, int]
WINDOWS: tuple[Size, ...] = ((1366, 697), (1093, 558))
"""A 1366x768 laptop with a taskbar, and the same at 125 %."""


@dataclass
class Scene:
    """What a picture is drawn for. `folder` is a temporary one of the whole run."""

    language: str
    dark: bool
    size: Size
    folder: Path
    _kept: dict[str, Any] = field(default_factory=dict)

    @property
    def chinese(self) -> bool:
        return self.language == "zh"

    def say(self, chinese: str, english: str) -> str:
        """Data of the picture in its language; the words of the program come from its catalogues."""
        return chinese if self.chinese else english

    def once(self, key: str, make: Callable[[Path], Made]) -> Made:
        """The same thing for every picture of the run: a sample register takes a while to make."""
        if key not in self._kept:
            self._kept[key] = make(self.folder)
        return self._kept[key]


Drawing = Callable[[Scene], QWidget | QImage]
After = Callable[[Scene, QWidget], None]


@dataclass(frozen=True)
class Picture:
    name: str
    draw: Drawing
    sizes: tuple[Size, ...]
    after: After | None
    paper: bool


_pictures: dict[str, Picture] = {}


def picture(
    name: str, *, sizes: tuple[Size, ...] = WINDOWS, after: After | None = None, paper: bool = False
) -> Callable[[Drawing], Drawing]:
    """Enter a drawing under a name of its own. `paper`: a sheet, whose size is its own."""

    def enter(draw: Drawing) -> Drawing:
        if name in _pictures:
            raise ValueError(f"two pictures are called {name}")
        _pictures[name] = Picture(name, draw, sizes, after, paper)
        return draw

    return enter


def all_pictures() -> list[Picture]:
    """Every picture of every module of this package, by name."""
    package = importlib.import_module("tests.pictures")
    for module in pkgutil.iter_modules(package.__path__):
        if module.name not in ("__main__", "registry"):
            importlib.import_module(f"tests.pictures.{module.name}")
    return [_pictures[name] for name in sorted(_pictures)]
