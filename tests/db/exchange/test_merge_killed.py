"""An import that is cut off at any step is not in at all, and is brought again as if nothing had been. And several
clerks who bring sticks in at once."""

from __future__ import annotations

import io
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db.books.arrivals import note_witnessed
from db.errors import RefusalCode
from db.exchange.bundle_reading import read_bundle
from db.exchange.merge import importing, settling, taking_in
from db.exchange.merge.importing import import_file
from db.ledger.verify import verify_register
from db.register import Register
from tests.desks import (
    POST,
    MadeGate,
    admit,
    bring,
    check_whole,
    copied,
    day_of,
    file_desk,
    new_post_on_server,
    open_again,
    server_desk,
    take,
    views_of,
    where_of,
)
from tests.servers import drop_database

KILLED = 9
STEPS = (
    (taking_in, ("put_lines", "apply_counting", "hold_rows", "settle_gate", "_keep_attachments", "_count")),
    (settling, ("let_count", "_say_what_is_wrong")),
    (importing, ("take_in", "note_arrival", "_take")),
)
"""What an import does, one after another; the last of them ends with the transaction."""


def gate_of_three_bundles() -> MadeGate:
    gate = MadeGate.open(312)
    gate.issue(1)
    for turn in range(8):
        gate.cross("in" if turn % 2 else "out", gate.pass_id(1), day=turn // 4)
    gate.write(
        "entry.voided", {"day": day_of(0), "no": 3, "entry_epoch": 1, "entry_seq": 5, "reason": "按错"}
    )
    return gate


def closing_desk(database: str, folder: Path) -> Register:
    """A new post that stays when it is closed."""
    return open_again(new_post_on_server()) if database == "server" else file_desk(folder)


def dying(work: Callable[..., Any], left: list[int]) -> Callable[..., Any]:
    """The same work; the process ends before it or after it, when its turn has come."""

    def step() -> None:
        if left[0] == 0:
            os._exit(KILLED)
        left[0] -= 1

    def wrapped(*given: Any, **named: Any) -> Any:
        step()
        done = work(*given, **named)
        step()
        return done

    return wrapped


def killed_at(step: int, where: Path | str, bundle: Path) -> bool:
    """Brings a bundle in with a copy of this process, which ends at a step as in a power cut. Whether it did."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            register = open_again(where)
            left = [step]
            for module, names in STEPS:
                for name in names:
                    setattr(module, name, dying(getattr(module, name), left))
            import_file(register, bundle, lambda work: work())
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, KILLED)
    return code == KILLED


@pytest.mark.skipif(sys.platform == "win32", reason="there is no copying of a process")
@pytest.mark.parametrize(
    ("database", "filling", "stride"),
    # A copy of a database takes its time, so a server is tried at some of the steps.
    [("file", True, 1), ("file", False, 2), ("server", True, 5)],
    ids=["filling a gap", "following", "on a server"],
)
def test_an_import_that_ends_at_any_step_is_in_whole_or_not_at_all(
    database: str, filling: bool, stride: int, tmp_path: Path
) -> None:
    gate = gate_of_three_bundles()
    last = (gate.bundle(5, 7) if filling else gate.bundle(5)).put(tmp_path)
    desk = closing_desk(database, tmp_path)
    admit(desk, gate)
    take(desk, gate.bundle(1, 4), *([gate.bundle(8)] if filling else []))
    before, where = views_of(desk), where_of(desk)
    desk.close()
    outcomes = []
    for step in range(0, 60, stride):
        copy = copied(where, tmp_path / str(step))
        killed = killed_at(step, copy, last)
        with open_again(copy) as register:
            found = views_of(register)
            outcomes.append("before" if found == before else "after")
            import_file(register, last, lambda work: work())
            whole = views_of(register)
            assert not whole["held_lines"]
            assert found in (before, whole)
        if isinstance(copy, str):
            drop_database(copy)
        if not killed:
            break
    assert not killed
    # Nothing of it is in until all of it is.
    assert outcomes == sorted(outcomes, reverse=True)
    assert outcomes.count("before") > 10 // stride


@pytest.fixture
def desk() -> Iterator[Register]:
    with server_desk() as register:
        yield register


def at_once(*works: Callable[[], object]) -> list[BaseException]:
    """Runs all of these at the same time, and gives what went wrong."""
    wrong: list[BaseException] = []
    start = threading.Barrier(len(works))

    def run(work: Callable[[], object]) -> None:
        try:
            start.wait()
            work()
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def test_clerks_bring_in_gates_at_once_and_the_posts_ledger_is_one_chain(
    desk: Register, tmp_path: Path
) -> None:
    gates = [gate_of_three_bundles(), *(MadeGate.open(number) for number in range(1, 9))]
    for gate in gates[1:]:
        for _ in range(6):
            gate.cross("in", None)
    admit(desk, *gates)
    clerks = [open_again(where_of(desk)) for _ in range(3)]
    bundles = [bundle for gate in gates for bundle in gate.bundles(3)]

    def clerk(register: Register, place: int) -> Callable[[], object]:
        folder = tmp_path / str(place)
        folder.mkdir()
        mine = bundles[place:] + bundles[:place]
        return lambda: bring(register, folder, *mine)

    try:
        assert at_once(*(clerk(register, place * 7) for place, register in enumerate(clerks))) == []
    finally:
        for register in clerks:
            register.close()
    with desk.reading() as connection:
        report = verify_register(connection)
    assert report.problems == []
    found = views_of(desk)
    assert len(found["lines"]) == sum(len(gate.lines) for gate in gates)
    assert found["held_lines"] == []
    check_whole(desk)


def test_one_clerk_appends_while_another_is_long_about_a_bundle(desk: Register) -> None:
    """The lock of the post's own ledger is taken for the append alone."""
    gate = gate_of_three_bundles()
    admit(desk, gate)
    with open_again(where_of(desk)) as other, desk.changing() as connection:
        taking_in.take_in(connection, POST, read_bundle(io.BytesIO(gate.bundle().data)))
        with other.writing() as ledger:
            note_witnessed(ledger, [(1, 1, 1, "0" * 64)])
        ledger = desk.ledger(connection)
        note_witnessed(ledger, [(1, 1, 2, "0" * 64)])
    with desk.reading() as connection:
        assert verify_register(connection).problems == []


def test_a_gate_that_is_cut_off_while_its_bundle_comes_in_is_cut_off(
    desk: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = gate_of_three_bundles()
    admit(desk, gate)
    bring(desk, tmp_path, gate.bundle(1, 4))
    with open_again(where_of(desk)) as other:
        plain = importing.take_in

        def meanwhile(*given: Any) -> Any:
            taken = plain(*given)
            with other.writing() as ledger:
                body = {"gate": 312, "epoch": 1, "seq": 4, "head": gate.lines[3].hash, "reason": "被盗"}
                ledger.append("gate.cut_off", body)
            return taken

        monkeypatch.setattr(importing, "take_in", meanwhile)
        (done,) = bring(desk, tmp_path, gate.bundle(5))
    assert done.refused is not None and done.refused.code is RefusalCode.SIGNER_CUT_OFF
    assert len(views_of(desk)["lines"]) == 4
