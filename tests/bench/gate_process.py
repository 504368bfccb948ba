"""The program as it is started, watched from inside: it says on standard output when its gate page can take a scan.

    python -m tests.bench.gate_process SCANS WORDS…

WORDS are the program's own. After `ready` it lets that many people through, one after another, each with a card and a
temperature, says `entries N` and `memory BYTES`, and ends.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any


def main() -> int:
    scans, words = int(sys.argv[1]), sys.argv[2:]
    from desktop.quick_start import load_qt

    load_qt()  # as the program does before anything else of Qt's is loaded
    from desktop import app

    enter = app.Program._enter
    kept: list[Any] = []

    def entered(program: Any, register: Any) -> None:
        enter(program, register)
        kept.append(_Watch(program, lambda window: _work(window, scans)))

    app.Program._enter = entered  # type: ignore[method-assign, assignment]
    from desktop.cli import main as command_line

    return command_line(words)


class _Watch:
    """Says `ready` once the gate page is painted and has read its day: the next scan is looked at at once. Then goes
    on with `work`, a step each time that nothing is under way."""

    def __init__(self, program: Any, work: Callable[[Any], Iterator[None]]) -> None:
        from PySide6.QtCore import QEvent, QObject, QTimer

        self._session = program.session
        self._window = next(child for child in program.window.children() if hasattr(child, "gate"))
        self._work = work
        self._steps: Iterator[None] | None = None
        self._painted = False

        class Paints(QObject):
            def eventFilter(_self, _watched: QObject, event: QEvent) -> bool:
                self._painted = self._painted or event.type() == QEvent.Type.Paint
                return False

        self._paints = Paints()
        self._window.gate.installEventFilter(self._paints)
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(1)

    def _look(self) -> None:
        from PySide6.QtWidgets import QApplication

        if not (self._painted and self._window.gate.conductor.day):
            return
        if self._steps is None:
            print("ready", flush=True)
            self._steps = self._work(self._window)
        if self._session.tasks.idle and next(self._steps, "end") == "end":
            self._timer.stop()
            QApplication.quit()


def _work(window: Any, scans: int) -> Iterator[None]:
    """Lets people through. Each step ends where the program has something to do."""
    import psutil

    gate, before = window.gate, window.gate.conductor.day.next_no
    cards = _cards(window._session.register, scans) if scans else []
    for card in cards:
        gate.take_scan(card)
        yield
        for figure in "365":
            gate.conductor.type(figure)
        gate.conductor.enter()
        yield
    print("entries", gate.conductor.day.next_no - before)
    print("memory", psutil.Process().memory_info().rss, flush=True)


def _cards(register: Any, count: int) -> list[str]:
    """The digits of cards of people who have been here, all over the books, so that their direction is known."""
    from db.books.entries import last_crossings
    from db.books.passes import cards_digits, get_passes
    from desktop.operations.passes import Query, find

    ids = find(register, Query()).ids
    some = [ids[place] for place in range(0, len(ids), max(1, len(ids) // (3 * count)))]
    today = register.clock.today()
    with register.reading() as connection:
        crossed = last_crossings(connection, register.gate.gate, some)
        known = get_passes(connection, [id for id in some if id in crossed])
        good = [one for one in known.values() if one.holder.valid_until >= today][:count]
        return list(cards_digits(connection, good).values())


if __name__ == "__main__":
    sys.exit(main())
