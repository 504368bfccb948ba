"""Nothing jumps, nothing covers the page and nothing takes the keys: the main parts stand where they stood."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

from db.books.issuing import revoke_pass
from db.books.pass_id import Book
from db.books.verdict import Direction
from desktop.kit.density import density, largest_scale
from desktop.views.gate.wishes import Panel
from tests.desktop.gate.desk import Desk
from tests.registers import issue

ROOMS = {(1366, 697): (1270, 593), (1093, 558): (997, 454)}
"""The windows that every page fits, and what of them is the gate page's."""


@pytest.fixture(params=ROOMS, ids=lambda size: f"{size[0]}x{size[1]}")
def small(request: pytest.FixtureRequest, desk: Desk) -> Iterator[Desk]:
    """The page in a window that is just large enough."""
    density().measure(QSize(*request.param))
    desk.page.resize(*ROOMS[request.param])
    desk.settle()
    yield desk
    density().measure(QSize(1366, 768))


def where(desk: Desk) -> dict[str, QRect]:
    """Where the parts stand that a hand or an eye goes to."""
    scan = desk.page.scan
    parts: dict[str, QWidget] = {
        "search": scan.top.search,
        "camera": scan.top.camera,
        "mute": scan.top.mute,
        "verdict": scan.verdict.parentWidget() or scan.verdict,
        "directions": scan.action.directions,
        "temperature": scan.action.temperature,
        "method": scan.action.method.parentWidget() or scan.action.method,
        "main": scan.action.main,
        "line": scan.action.line,
        "side": scan.side,
        "page": desk.page,
    }
    return {
        name: QRect(part.mapTo(desk.page, part.rect().topLeft()), part.size()) for name, part in parts.items()
    }


def test_the_main_parts_stand_still_in_every_state(small: Desk) -> None:
    desk = small
    cards = {
        name: desk.issue(name)[1] for name in ("周文静", "陈国强", "黄志远", "赵丽华", "刘洋", "马俊", "吴敏")
    }
    support = desk.issue(
        "买买提·阿不都热合曼·艾则孜", Book.SUPPORT, unit="咸宁市温泉街道办事处疫情防控物资保障组"
    )[1]
    revoked, no_more = issue(desk.register, "钱")
    with desk.register.writing() as ledger:
        revoke_pass(ledger, revoked.id, "离岗以后没有交回，已经另外发了新的证")
    before, moved = where(desk), {}

    def look(state: str) -> None:
        now = where(desk)
        moved.update({(state, name): now[name] for name in before if now[name] != before[name]})
        assert QApplication.focusWidget() is desk.page, state
        assert QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None, state

    desk.scan(cards["周文静"])
    look("a first crossing")
    desk.keys("+36")
    look("half a temperature")
    desk.keys("⏎")
    look("one digit is missing")
    desk.keys("5")
    look("a temperature")
    desk.keys("⏎")
    look("let in")
    desk.keys("378⏎")
    look("a fever before its card")
    desk.scan(cards["陈国强"])
    desk.keys("+")
    look("held")
    desk.scan(no_more)
    look("refused")
    for name in ("黄志远", "赵丽华", "刘洋", "马俊"):
        desk.scan(cards[name])
        look(f"{name} waits")
    desk.scan(cards["吴敏"])
    look("nobody more can wait")
    desk.scan(no_more)
    look("refused beside")
    desk.keys("+346⏎")
    look("low")
    desk.keys("364⏎")
    desk.keys("⎋⎋⎋⎋")
    desk.page.conductor.start_queue(Book.MEDICAL, Direction.IN)
    desk.settle()
    look("a queue")
    desk.scan(support)
    look("another book, a long name")
    for name in ("赵丽华", "刘洋", "马俊", "吴敏", "黄志远"):
        desk.scan(cards[name])
    look("five wait")
    desk.page.conductor.end_queue()
    for panel in (Panel.QUEUE, Panel.MENU, Panel.CALL, Panel.VOID, Panel.CANNOT_MEASURE):
        desk.page.open_panel(panel)
        desk.settle()
        look(panel.name)
        desk.page.close_panel()
    desk.page.counters.set_unexported(12_345)
    desk.settle()
    look("much to export")
    assert moved == {}


@pytest.mark.parametrize(
    ("screen", "most"),
    [
        ((1366, 728), 1.25),
        ((1093, 589), 1.0),
        ((1280, 1024), 1.15),
        ((1920, 1040), 1.75),
        ((3840, 2120), 2.0),
    ],
)
def test_everything_may_be_as_large_as_the_screen_has_room_for(screen: tuple[int, int], most: float) -> None:
    assert largest_scale(QSize(*screen)) == most
