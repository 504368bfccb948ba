"""Merging gates into a command post, on both databases: any order, again and again, with gaps and contradictions."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.books.arrivals import Missing, missing_lines
from db.books.board import board
from db.books.entries import entries_of_day
from db.books.findings import FindingKind, find_all
from db.books.pass_id import PassId
from db.books.passes import get_pass
from db.errors import Refusal, RefusalCode
from db.exchange.merge.taking_in import open_forks
from db.ledger.line import Line
from db.ledger.replay import fingerprints
from db.ledger.store import tip
from db.register import Register
from tests.db.exchange.made_gates import busy_gate, troubled_gate
from tests.desks import (
    FIRST_DAY,
    POST,
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


@pytest.fixture(params=["file", "server"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Register]:
    """A command post on each database."""
    with desk_on(request.param, tmp_path) as register:
        yield register


def test_many_gates_in_any_order_give_the_same_on_both_databases(tmp_path: Path) -> None:
    """Two hundred, shuffled, some of them twice, some gates with a gap, some with two accounts, some with cards of
    others: equal row by row, and in what is asked of the whole."""
    dice = random.Random(20200210)
    gates = [busy_gate(number, days=1, crossings=2, passes=1) for number in range(1, 41)]
    gates += [troubled_gate(number) for number in range(41, 51)]
    gates += [_visited_gate(number) for number in range(51, 201)]
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
            with desk.reading() as connection:
                odd = find_all(connection, POST, FIRST_DAY, FIRST_DAY)
                shown = board(connection, POST, desk.clock.now(), FIRST_DAY, FIRST_DAY)
            counted = {
                row.gate: (row.inside, row.cells[0].counts, row.missing, row.forks) for row in shown.rows
            }
            found.append((views_of(desk), odd, counted))
            if turn == 2:
                check_whole(desk)
    assert found[0] == found[1] == found[2]
    views, odd, _ = found[0]
    assert len(views["gates"]) > 160
    assert views["forks"] and views["gaps"]
    assert {one.kind for one in odd} == {
        FindingKind.TOO_FAST,
        FindingKind.TWO_PLACES,
        FindingKind.INSIDE_TWICE,
    }


def _visited_gate(number: int) -> MadeGate:
    """A gate that only another gate's cards ever crossed, some inward only."""
    gate = MadeGate.open(number)
    card = f"M-{number % 20 + 1:04d}-000001"
    gate.cross("in", card, minute=300 + number // 20 * 2)
    if number % 3:
        gate.cross("out", card, minute=303 + number // 20 * 2)
    return gate


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
