"""Merging gates into a command post, on both databases: any order, again and again, with gaps and contradictions."""

from __future__ import annotations

import random
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
from db.ledger.line import Line
from db.ledger.replay import fingerprints
from db.ledger.store import tip
from db.register import Register
from db.trust.keys import SigningKey
from db.trust.roles import Role
from tests.desks import (
    MadeGate,
    admit,
    bundled,
    check_whole,
    day_of,
    desk_on,
    file_desk,
    server_desk,
    take,
    take_all,
    views_of,
)
from tests.registers import as_role


@pytest.fixture(params=["file", "server"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Register]:
    """A command post on each database."""
    with desk_on(request.param, tmp_path) as register:
        yield register


def busy_gate(number: int, days: int = 2, crossings: int = 6, passes: int = 2) -> MadeGate:
    """A gate with a few days of everything that changes a view in its own order."""
    gate = MadeGate.open(number)
    for one in range(1, passes + 1):
        gate.issue(one)
    for day in range(days):
        for turn in range(crossings):
            card = gate.pass_id(turn % passes + 1) if turn % 3 else None
            line = gate.cross("in" if turn % 2 else "out", card, day)
            if turn == 2:
                body = {"day": day_of(day), "no": gate.numbers[day_of(day)], "entry_epoch": gate.epoch}
                gate.write("entry.voided", body | {"entry_seq": line.head.seq, "reason": "按错"}, day)
        held = gate.write(
            "entry.held",
            {
                "pass": gate.pass_id(1),
                "name": "周文静",
                "direction": "in",
                "temp_tenths": 379,
                "method": "ear",
            },
            day,
        )
        seq = held.head.seq
        gate.write("temperature.retaken", {"held": seq, "temp_tenths": 368, "method": "ear"}, day)
        gate.cross("in", gate.pass_id(1), day, held=seq)
        gate.write(
            "scan.refused", {"verdict": "expired", "token_sha256": None, "pass": None, "reason": None}, day
        )
        gate.seal(day)
    gate.write("pass.revoked", {"pass": gate.pass_id(1), "reason": "挂失"}, days - 1)
    gate.issue(1, issue=2, day=days - 1)
    return gate


def troubled_gate(number: int) -> MadeGate:
    """A gate that changed its key, lost its laptop's last lines, and went on from a copy."""
    gate = busy_gate(number, days=1, crossings=3)
    gate.rotate(SigningKey((number + 500).to_bytes(32, "big")))
    at = len(gate.lines)
    gate.cross("in", gate.pass_id(2))
    gate.cross("out", gate.pass_id(2))
    gate.restore(at)
    gate.issue(7, name="李娜")
    gate.cross("in", gate.pass_id(7))
    gate.write("pass.revoked", {"pass": gate.pass_id(2), "reason": "离职"})
    return gate


def test_many_gates_in_any_order_give_the_same_on_both_databases(tmp_path: Path) -> None:
    """Shuffled, half of them twice, some gates with a gap and some with two accounts: equal row by row."""
    dice = random.Random(20200210)
    gates = [busy_gate(number, days=1, crossings=2, passes=1) for number in range(1, 71)]
    gates += [troubled_gate(number) for number in range(71, 85)]
    bundles = []
    for gate in gates:
        mine = gate.bundles(dice.randrange(5, 10))
        if gate.number % 7 == 0:
            mine.pop(dice.randrange(len(mine)))
        if gate.number % 11 == 0:
            other = gate.clone(len(gate.lines) - 2)
            other.cross("out", None, minute=1000 + gate.number)
            mine.append(other.bundle(len(other.lines)))
        bundles += mine
    found = []
    for turn, where in enumerate(("file", "server", "file")):
        some = [*bundles, *dice.sample(bundles, len(bundles) // 3)]
        dice.shuffle(some)
        folder = tmp_path / str(turn)
        folder.mkdir()
        with desk_on(where, folder) as desk:
            admit(desk, *(MadeGate.open(gate.number) for gate in gates))
            take_all(desk, some)
            found.append(views_of(desk))
            if turn == 2:
                check_whole(desk)
    assert found[0] == found[1] == found[2]
    assert len(found[0]["gates"]) > 60
    assert found[0]["forks"] and found[0]["gaps"]


def test_bringing_a_bundle_again_changes_nothing(desk: Register) -> None:
    gate = busy_gate(5)
    admit(desk, gate)
    first, again = take(desk, gate.bundle(), gate.bundle())
    assert (first.lines, first.new, first.already_there) == (len(gate.lines), len(gate.lines), 0)
    assert (again.lines, again.new, again.already_there) == (len(gate.lines), 0, len(gate.lines))
    before = views_of(desk)
    take(desk, *gate.bundles(3))
    assert views_of(desk) == before


def test_a_bundle_that_begins_in_known_lines_adds_the_others(desk: Register) -> None:
    gate = busy_gate(5)
    admit(desk, gate)
    _, second = take(desk, gate.bundle(1, 10), gate.bundle(4, 15))
    assert (second.lines, second.new, second.already_there) == (12, 5, 7)
    with desk.reading() as connection:
        assert tip(connection, 5).seq == 15
    check_whole(desk)


def test_lines_after_a_gap_wait_unapplied_until_it_is_filled(desk: Register) -> None:
    gate = busy_gate(312, days=1)
    admit(desk, gate)
    _, after = take(desk, gate.bundle(1, 4), gate.bundle(9))
    assert after.gaps == [Missing(312, 1, 5, 8)]
    assert (after.new, after.counting) == (len(gate.lines) - 8, 0)
    with desk.reading() as connection:
        assert tip(connection, 312).seq == 4
    (filled,) = take(desk, gate.bundle(5, 8))
    assert filled.gaps == []
    assert filled.counting == len(gate.lines) - 4
    whole = views_of(desk)
    assert not whole["held_lines"]
    check_whole(desk)


def test_gaps_are_named_for_every_gate(desk: Register) -> None:
    one, other = busy_gate(1), busy_gate(2)
    admit(desk, one, other)
    take(desk, one.bundle(3, 5), one.bundle(8, 9), other.bundle(1, 2), other.bundle(4))
    with desk.reading() as connection:
        assert missing_lines(connection) == [
            Missing(1, 1, 1, 2), Missing(1, 1, 6, 7), Missing(2, 1, 3, 3)
        ]  # fmt: skip
        assert missing_lines(connection, 2) == [Missing(2, 1, 3, 3)]
        assert missing_lines(connection)[0].as_asked() == {"gate": 1, "epoch": 1, "from": 1, "to": 2}


def forked(number: int = 312) -> tuple[MadeGate, MadeGate]:
    """A gate with ten lines, and a copy of its laptop that went its own way after the eighth."""
    gate = MadeGate.open(number)
    gate.issue(1)
    for turn in range(8):
        gate.cross("in" if turn % 2 else "out", gate.pass_id(1), minute=400 + turn)
    clone = gate.clone(8)
    for turn in range(5):
        clone.cross("in", None, minute=600 + turn, name="李强")
    return gate, clone


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


def purged(lines: list[Line]) -> list[Line]:
    """The lines as a gate sends them after a purge."""
    return [Line(line.head, None, None) for line in lines]


@pytest.mark.parametrize("whole_first", [False, True])
def test_a_present_body_wins_over_a_purged_one(desk: Register, whole_first: bool) -> None:
    gate = busy_gate(5, days=1)
    admit(desk, gate)
    bare = bundled([gate.lines[0], *purged(gate.lines[1:])], gate.key)
    both = [gate.bundle(), bare] if whole_first else [bare, gate.bundle()]
    _, second = take(desk, *both)
    assert (second.new, second.already_there) == (0, len(gate.lines))
    with desk.reading() as connection:
        assert len(entries_of_day(connection, 5, day_of(0))) == gate.numbers[day_of(0)]
        assert fingerprints(connection)
    assert all(row[-1] is not None for row in views_of(desk)["lines"])
    check_whole(desk)


def test_a_body_that_waits_is_filled_in_too(desk: Register) -> None:
    gate = busy_gate(5, days=1)
    admit(desk, gate)
    take(desk, bundled(purged(gate.lines[4:9]), gate.key), gate.bundle(5, 9))
    assert all(row[-2] is not None for row in views_of(desk)["held_lines"])
    take(desk, gate.bundle(1, 4))
    check_whole(desk)


def test_a_gates_photos_come_with_its_lines(desk: Register) -> None:
    gate = busy_gate(5, days=1)
    photo = b"\xff\xd8 a face"
    admit(desk, gate)
    take(desk, bundled(gate.lines, gate.key, photo), bundled(gate.lines, gate.key, photo))
    assert [row[1] for row in views_of(desk)["attachments"]] == [photo]


def test_a_line_of_a_gate_about_another_gates_record_changes_nothing(desk: Register) -> None:
    one, other = busy_gate(1, days=1), MadeGate.open(2)
    other.write("pass.revoked", {"pass": one.pass_id(2), "reason": "不是我的"})
    other.issue(1, pass_=one.pass_id(2))
    admit(desk, one, other)
    take(desk, one.bundle(), other.bundle())
    with desk.reading() as connection:
        two = get_pass(connection, PassId.parse(one.pass_id(2)))
    assert two is not None and two.revoked_at is None
    assert len(views_of(desk)["strays"]) == 2


def test_a_gate_cannot_speak_for_the_post(desk: Register) -> None:
    """Lines that only a post writes mean nothing in a gate's ledger: nobody is admitted or believed by them."""
    thief, victim = MadeGate.open(1), busy_gate(2, days=1)
    copy = victim.clone(5)
    copy.cross("in", None, name="冒名")
    admitted = {"gate": 3, "name": "x", "compound": "x", "recipient": "x", "key": thief.key.public.hex()}
    thief.write("gate.admitted", admitted | {"made_at": "2020-02-10T07:00:00.000+08:00", "compared": True})
    thief.write("fork.resolved", {
        "gate": 2, "epoch": 1, "seq": 6, "hash": copy.tip, "rejected": [[1, 6, victim.lines[5].hash]]
    })  # fmt: skip
    thief.write("gates.witnessed", {"lines": [[2, 1, 6, copy.tip]]})
    admit(desk, thief, victim)
    take(desk, thief.bundle(), victim.bundle(), copy.bundle(), thief.bundle())
    with desk.reading() as connection:
        assert open_forks(connection, 2) == [(1, 6)]
        assert tip(connection, 2).seq == 5
    stranger = MadeGate.open(3, seed=1)
    with pytest.raises(Refusal) as caught:
        take(desk, stranger.bundle())
    assert caught.value.code is RefusalCode.SIGNER_UNKNOWN


def test_the_post_stays_whole_beside_a_server_that_holds_the_same(tmp_path: Path) -> None:
    """A file and a server that took in the same lines print the same fingerprints of their views."""
    gates = [busy_gate(number, days=1) for number in range(1, 6)]
    found = []
    with file_desk(tmp_path) as one, server_desk() as other:
        for desk in (one, other):
            admit(desk, *gates)
            take(desk, *(gate.bundle() for gate in gates))
            with desk.reading() as connection:
                found.append(fingerprints(connection))
    own = {"gates", "gate_keys", "admissions", "admitted_keys"}
    assert {name: found[0][name] for name in found[0].keys() - own} == {
        name: found[1][name] for name in found[1].keys() - own
    }
