"""How long a command post's window is held up while a city-day comes in: the real window on a real register in a file,
its stick page given a folder of encrypted bundles, the board shown meanwhile and read again at the end.

Measured as `gui_hold_ms` is: a timer on the GUI thread should fire every 5 milliseconds, and the longest time by which
it came late is the row; beside it what the same timer comes to while nothing goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from db.books.posts import post_identity
from desktop.desk_window import DeskWindow
from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.preferences import Preferences
from desktop.quick_start import collect_again, give_way_often
from desktop.session import Session
from desktop.views.post.take_in import Stage
from desktop.views.post.take_in_page import TakeInPage
from tests.bench.holding import LIMIT_MS, NOTHING, Heart, Hold
from tests.bench.measuring import Row, below, sized
from tests.bench.merge import CityGate, bring, new_post
from tests.bench.registers import new_folder
from tests.desks import admit, bundled

GATES = sized(20, 2, 203)
PER_DAY = sized(500, 10, 2_000)
_IDLE_MS = sized(2_000, 100)
_WAIT_MS = 3_600_000


def held_up() -> Row:
    """The row `intake_hold_ms`."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    install_language("zh")
    apply_theme(application, Theme())
    with new_folder() as folder, new_post("file", folder) as post:
        stick = _stick(post, folder)
        session = Session(post)
        crashes: list[object] = []
        session.tasks.crashed.connect(crashes.append)
        try:
            holds = _work(session, stick)
        finally:
            session.tasks.close()
        assert not crashes, crashes
    for what, held in holds.items():
        print(
            f"  held up while {what}: {held.late:.1f} ms at most, {held.own:.1f} ms at work", file=sys.stderr
        )
    nothing = holds.pop(NOTHING)
    worst = max(held.late for held in holds.values())
    return below("intake_hold_ms", worst, LIMIT_MS, "ms", beside=nothing.late)


ROWS: list[Callable[[], Row]] = [held_up]


def _stick(post: Any, folder: Path) -> Path:
    """A folder with a day of every gate; what was before it is in already."""
    stick = folder / "stick"
    stick.mkdir()
    gates = [CityGate.open(number) for number in range(1, GATES + 1)]
    admit(post, *(gate.made for gate in gates))
    with post.reading() as connection:
        identity: Any = post_identity(connection)
    bring(post, [gate.made.bundle().put(folder) for gate in gates], identity)
    for gate in gates:
        bundled(gate.day(0, GATES), gate.made.key, recipient=str(identity.to_public())).put(stick)
    return stick


def _work(session: Session, stick: Path) -> dict[str, Hold]:
    window = DeskWindow(session, Preferences())
    window.all_made.connect(collect_again)
    give_way_often()
    made: list[bool] = []
    window.all_made.connect(lambda: made.append(True))
    window.shell.resize(1366, 697)
    window.shell.show()
    _wait(lambda: bool(made) and session.tasks.idle)
    page: Any = window.page_of("take_in")
    assert isinstance(page, TakeInPage)
    page.sticks.answer_too.setChecked(False)
    heart = Heart()
    holds = {NOTHING: _idle(heart)}

    def held(what: str, do: Callable[[], object], until: Callable[[], bool]) -> None:
        heart.restart()
        do()
        _wait(lambda: until() and session.tasks.idle)
        holds[what] = heart.hold

    stage = partial(getattr, page.sticks.work, "stage")
    held("looking at them", lambda: page.sticks.work.add([stick]), lambda: stage() is Stage.READY)

    def take() -> None:
        page.sticks.card.main_button.click()
        window.shell.show_page("board")

    held("they come in", take, lambda: stage() is Stage.DONE)
    for key in ("findings", "person", "board"):
        held(f"{key} is shown", partial(window.shell.show_page, key), lambda: True)
    window.shell.hide()
    window.shell.deleteLater()
    return holds


def _idle(heart: Heart) -> Hold:
    heart.restart()
    done: list[bool] = []
    QTimer.singleShot(_IDLE_MS, lambda: done.append(True))
    _wait(lambda: bool(done))
    return heart.hold


def _wait(until: Callable[[], bool]) -> None:
    """Lets the window run until then, and until a moment after."""
    loop, look = QEventLoop(), QTimer()

    def see() -> None:
        if until():
            loop.quit()

    look.timeout.connect(see)
    look.start(10)
    QTimer.singleShot(_WAIT_MS, loop.quit)
    loop.exec()
    look.stop()
    assert until(), "it never ended"
