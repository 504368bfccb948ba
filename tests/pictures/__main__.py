"""Draws the pictures: `python -m tests.pictures [--once] OUT [NAME ...]`, names with * as a wildcard.

Fails where a page does not fit, or has parts that a screen reader could not name. `--once` draws each in Chinese,
light, in its first size only.
"""

from __future__ import annotations

import os
import sys
import tempfile
from fnmatch import fnmatch
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from desktop.kit.theme import DARK, LIGHT, Theme, apply_theme
from desktop.language import install_language
from tests.pictures.hearing import unheard
from tests.pictures.registry import Picture, Scene, all_pictures

ROUNDS = 6
"""How often the event loop is emptied before a picture is taken: layouts settle in two or three."""


def settle() -> None:
    for _ in range(ROUNDS):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def take(entry: Picture, scene: Scene) -> tuple[QImage, list[str]]:
    """The finished picture, and what of it cannot be heard; raises whatever the page raises."""
    drawn = entry.draw(scene)
    if isinstance(drawn, QImage):
        return drawn, []
    drawn.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    drawn.resize(*scene.size)
    drawn.show()
    drawn.activateWindow()
    settle()
    if entry.after is not None:
        entry.after(scene, drawn)
        settle()
    image, silent = drawn.grab().toImage(), unheard(drawn)
    _put_away(drawn)
    return image, silent


def _put_away(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
    settle()


def file_name(entry: Picture, scene: Scene) -> str:
    size = f"{scene.size[0]}x{scene.size[1]}"
    return f"{entry.name}-{size}-{scene.language}-{'dark' if scene.dark else 'light'}.png"


def draw_all(out: Path, wanted: list[str], once: bool = False) -> tuple[list[Path], list[str]]:
    """Draws what is wanted, everything if nothing is named; returns the files, and what is wrong with them."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    out.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    wrong: list[str] = []
    kept: dict[str, object] = {}
    entries = [e for e in all_pictures() if not wanted or any(fnmatch(e.name, name) for name in wanted)]
    with tempfile.TemporaryDirectory(prefix="gatebook-pictures-", ignore_cleanup_errors=True) as folder:
        looks = [("zh", False)] if once else product(("zh", "en"), (False, True))
        for language, dark in looks:
            install_language(language)
            apply_theme(app, Theme(DARK if dark else LIGHT))
            for entry in entries:
                for size in entry.sizes[:1] if once else entry.sizes:
                    scene = Scene(language, dark, size, Path(folder), kept)
                    path = out / file_name(entry, scene)
                    image, silent = take(entry, scene)
                    wrong += [f"{path.name} cannot be heard: {what}" for what in silent]
                    if not image.save(str(path)):
                        raise OSError(f"cannot write {path}")
                    files.append(path)
                    if (image.width(), image.height()) != size and not entry.paper:
                        wrong.append(f"{path.name} does not fit: it needs {image.width()}x{image.height()}")
        for thing in kept.values():
            close = getattr(thing, "close", None)
            if close is not None:
                close()
    return files, wrong


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    app = QApplication.instance() or QApplication(sys.argv[:1])
    once = arguments[0] == "--once"
    out, *names = arguments[1:] if once else arguments
    files, wrong = draw_all(Path(out), names, once)
    print(f"{len(files)} pictures in {out}")
    for line in wrong:
        print(line, file=sys.stderr)
    del app
    return 0 if files and not wrong else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
