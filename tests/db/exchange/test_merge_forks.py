"""Two accounts of a gate's lines, and laptops that went on from a copy: what counts, what waits, and who decides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.books.arrivals import Missing, ends_of_gates, missing_lines, note_witnessed
from db.books.entries import entries_of_day
from db.books.pass_id import PassId
from db.books.passes import get_pass
from db.errors import Denied, Refusal, RefusalCode
from db.exchange.merge.resolving import all_forks, resolve_fork
from db.exchange.merge.taking_in import open_forks
from db.ledger.store import tip
from db.register import Register
from db.trust.roles import Role
from tests.db.exchange.made_gates import forked, troubled_gate
from tests.desks import (
    MadeGate,
    admit,
    check_whole,
    day_of,
    desk_on,
    file_desk,
    take,
    views_of,
)
from tests.registers import as_role


@pytest.fixture(params=["file", "server"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Register]:
    """A command post on each database."""
    with desk_on(request.param, tmp_path) as register:
        yield register


@pytest.mark.parametrize("clone_first", [False, True])
def test_two_accounts_of_a_line_stop_the_views_before_it(desk: Register, clone_first: bool) -> None:
    gate, clone = forked()
    admit(desk, gate)
    bundles = [gate.bundle(), clone.bundle(7)]
    *_, last = take(desk, *(reversed(bundles) if clone_first else bundles))
    assert last.forks == [(1, 9)]
    with desk.reading() as connection:
        assert tip(connection, 312).seq == 8
    held = views_of(desk)["held_lines"]
    assert len(held) == 2 + 5
    assert {row[-1] for row in held} == {"forked"}
    check_whole(desk)


def test_a_clone_cannot_take_away_what_an_answer_witnessed(desk: Register) -> None:
    gate, clone = forked()
    admit(desk, gate)
    take(desk, gate.bundle(1, 9))
    with desk.writing() as ledger:
        note_witnessed(ledger, ends_of_gates(ledger.connection))
    take(desk, clone.bundle(), gate.bundle(10))
    with desk.reading() as connection:
        assert (tip(connection, 312).seq, tip(connection, 312).hash) == (9, gate.lines[8].hash)
        assert open_forks(connection, 312) == [(1, 9)]
    check_whole(desk)


def test_what_was_witnessed_comes_back_after_it_was_out(desk: Register) -> None:
    """The order of the two sides never matters once the answer has spoken."""
    gate, clone = forked()
    admit(desk, gate)
    take(desk, clone.bundle(), gate.bundle())
    with desk.writing() as ledger:
        note_witnessed(ledger, [(312, 1, 10, gate.lines[9].hash)])
    take(desk, gate.bundle())
    with desk.reading() as connection:
        assert tip(connection, 312).hash == gate.lines[9].hash


@pytest.mark.parametrize("true", ["gate", "clone"])
def test_a_lead_says_which_account_is_true(desk: Register, true: str) -> None:
    gate, clone = forked()
    admit(desk, gate)
    take(desk, gate.bundle(), clone.bundle())
    with desk.reading() as connection:
        (fork,) = all_forks(connection)
    assert (fork.gate, fork.epoch, fork.seq) == (312, 1, 9)
    assert {side.lines for side in fork.sides} == {2, 5}
    chosen = gate if true == "gate" else clone
    resolve_fork(desk, 312, 1, 9, chosen.lines[8].hash, "东门的电脑在修")
    with desk.reading() as connection:
        assert tip(connection, 312).hash == chosen.tip
        assert all_forks(connection) == []
    assert {row[-1] for row in views_of(desk)["held_lines"]} == {"rejected"}
    chosen.cross("out", None)
    (more,) = take(desk, chosen.bundle(9))
    assert (more.new, more.counting, more.forks) == (1, 1, [])
    other = clone if true == "gate" else gate
    other.cross("out", None)
    (late,) = take(desk, other.bundle())
    assert (late.new, late.counting, late.forks) == (1, 0, [])
    check_whole(desk)


def test_the_same_word_of_a_lead_gives_the_same_whatever_came_first(tmp_path: Path) -> None:
    found = []
    for turn in range(2):
        gate, clone = forked_once()
        folder = tmp_path / str(turn)
        folder.mkdir()
        with file_desk(folder) as desk:
            admit(desk, gate)
            bundles = [gate.bundle(1, 9), clone.bundle(8, 12), gate.bundle(10)]
            take(desk, *(bundles if turn else bundles[::-1]))
            resolve_fork(desk, 312, 1, 9, clone.lines[8].hash, "一号机已报失")
            take(desk, clone.bundle(13), *bundles)
            found.append(views_of(desk))
    assert found[0] == found[1]


_forked: list[tuple[MadeGate, MadeGate]] = []


def forked_once() -> tuple[MadeGate, MadeGate]:
    """The same lines each time: their salts are random."""
    if not _forked:
        _forked.append(forked())
    return _forked[0]


def test_a_line_that_follows_an_unknown_one_contradicts_the_known(desk: Register) -> None:
    """Only later lines of the other laptop came: which line it follows is not known."""
    gate, clone = forked()
    admit(desk, gate)
    _, last = take(desk, gate.bundle(1, 9), clone.bundle(10))
    assert last.forks == [(1, 10)]
    with desk.reading() as connection:
        (fork,) = all_forks(connection)
        assert tip(connection, 312).seq == 9
    assert {(side.seq, side.hash) for side in fork.sides} == {
        (9, gate.lines[8].hash), (10, clone.lines[9].hash)
    }  # fmt: skip
    resolve_fork(desk, 312, 1, 10, clone.lines[9].hash, "旧电脑")
    with desk.reading() as connection:
        assert tip(connection, 312).seq == 8
        assert missing_lines(connection) == [Missing(312, 1, 9, 9)]
    take(desk, clone.bundle(9, 9))
    with desk.reading() as connection:
        assert tip(connection, 312).hash == clone.tip


def test_only_a_lead_says_which_is_true_and_with_a_reason(desk: Register) -> None:
    gate, clone = forked()
    admit(desk, gate)
    take(desk, gate.bundle(), clone.bundle())
    hash = gate.lines[8].hash
    with pytest.raises(Refusal) as caught:
        resolve_fork(desk, 312, 1, 9, hash, "  ")
    assert caught.value.code is RefusalCode.REASON_NEEDED
    for seq, which in ((9, "0" * 64), (8, gate.lines[7].hash), (9, gate.lines[9].hash)):
        with pytest.raises(Refusal) as caught:
            resolve_fork(desk, 312, 1, seq, which, "看过了")
        assert caught.value.code is RefusalCode.NO_SUCH_FORK
    as_role(desk, Role.REGISTRAR)
    with pytest.raises(Denied):
        resolve_fork(desk, 312, 1, 9, hash, "看过了")


def test_a_gate_that_went_on_from_a_copy_keeps_what_the_copy_had_lost(desk: Register) -> None:
    gate = troubled_gate(7)
    lost = gate.before[0][-2:]
    admit(desk, MadeGate.open(7))
    for size in (50,):
        take(desk, *gate.bundles(size))
    with desk.reading() as connection:
        assert tip(connection, 7).epoch == 2
        times = {entry.key for entry in entries_of_day(connection, 7, day_of(0))}
        assert {line.head.key for line in lost} <= times
    check_whole(desk)


def test_lost_lines_that_come_late_give_the_same_as_if_they_had_come_early(tmp_path: Path) -> None:
    gate = MadeGate.open(7)
    gate.issue(1)
    gate.issue(2)
    gate.write("pass.revoked", {"pass": gate.pass_id(2), "reason": "挂失"})
    gate.restore(2)
    gate.issue(2, issue=2)
    whole, late = gate.bundles(50), [gate.bundle(1, 2, 1), gate.bundle(1, None, 2), gate.bundle(3, 4, 1)]
    found = []
    for turn, bundles in enumerate((whole, late)):
        folder = tmp_path / str(turn)
        folder.mkdir()
        with file_desk(folder) as desk:
            admit(desk, gate)
            take(desk, *bundles)
            found.append(views_of(desk))
            with desk.reading() as connection:
                one = get_pass(connection, PassId.parse(gate.pass_id(2)))
            assert one is not None and (one.issue, one.revoked_at) == (2, None)
    assert found[0] == found[1]


def test_a_new_epoch_waits_for_the_lines_after_which_it_was_opened(desk: Register) -> None:
    gate = MadeGate.open(7)
    for _ in range(5):
        gate.cross("in", None)
    gate.restore(6)
    gate.cross("out", None)
    admit(desk, gate)
    _, opened = take(desk, gate.bundle(1, 3, 1), gate.bundle(1, None, 2))
    assert opened.gaps == [Missing(7, 1, 4, 6)]
    assert opened.counting == 0
    (filled,) = take(desk, gate.bundle(4, 6, 1))
    assert (filled.counting, filled.gaps) == (3 + 2, [])
    check_whole(desk)


def test_an_epoch_of_which_nothing_before_is_known_asks_for_it(desk: Register) -> None:
    gate = MadeGate.open(7)
    gate.cross("in", None)
    gate.restore(2)
    admit(desk, gate)
    (opened,) = take(desk, gate.bundle(1, None, 2))
    assert opened.gaps == [Missing(7, 1, 1, 2)]


def test_two_laptops_that_went_on_from_one_copy_contradict(desk: Register) -> None:
    gate = MadeGate.open(7)
    gate.cross("in", None)
    gate.cross("out", None)
    copy = gate.clone()
    gate.restore(3)
    copy.restore(2)
    admit(desk, gate)
    *_, last = take(desk, gate.bundle(1, 3, 1), gate.bundle(1, None, 2), copy.bundle(1, None, 2))
    assert last.forks == [(2, 1)]
    with desk.reading() as connection:
        assert tip(connection, 7).epoch == 1


def test_an_epoch_opened_after_a_line_that_is_not_the_one_known_contradicts(desk: Register) -> None:
    gate = MadeGate.open(7)
    gate.cross("in", None)
    gate.restore(2, last_head="ab" * 32)
    admit(desk, gate)
    _, last = take(desk, gate.bundle(1, 2, 1), gate.bundle(1, None, 2))
    assert last.forks == [(2, 1)]
    assert last.counting == 0
    check_whole(desk)


@pytest.mark.parametrize("true", ["the epoch", "the line"])
def test_a_lead_says_whether_an_epoch_or_the_line_before_it_is_true(desk: Register, true: str) -> None:
    gate = MadeGate.open(7)
    copy = gate.clone()
    gate.cross("in", None)
    copy.cross("in", None, name="李强")
    lines = gate.bundle(1, 2)
    copy.restore(2)
    admit(desk, gate)
    take(desk, lines, copy.bundle(1, None, 2))
    with desk.reading() as connection:
        (fork,) = all_forks(connection)
    assert (fork.epoch, fork.seq) == (2, 1)
    assert {(side.epoch, side.seq) for side in fork.sides} == {(2, 1), (1, 2)}
    chosen = copy.lines[0].hash if true == "the epoch" else gate.lines[1].hash
    resolve_fork(desk, 7, 2, 1, chosen, "看过电脑")
    with desk.reading() as connection:
        assert all_forks(connection) == []
        if true == "the line":
            assert (tip(connection, 7).epoch, tip(connection, 7).hash) == (1, gate.tip)
            return
        assert missing_lines(connection) == [Missing(7, 1, 2, 2)]
    take(desk, copy.bundle(2, 2, 1))
    with desk.reading() as connection:
        assert (tip(connection, 7).epoch, tip(connection, 7).hash) == (2, copy.tip)
    check_whole(desk)
