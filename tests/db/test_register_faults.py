"""The machine's faults while the gate works: what was acknowledged is there, and work goes on when they are over."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.books.crossings import Reading, Recorded, record_person
from db.books.entries import entries_of_day
from db.books.verdict import Direction
from db.errors import Fault, FaultCode, Refusal, RefusalCode
from db.ledger.replay import fingerprints, replayed_fingerprints
from db.ledger.store import read_lines
from db.register import Register, create_register, open_register
from tests import independent
from tests.children import child, said
from tests.drives import small_drive
from tests.registers import OPERATOR, PASSPHRASE, FakeClock, make_register

DAY = "2020-02-10"


def record(register: Register, name: str = "欧阳修远", note: str = "") -> Recorded:
    with register.writing() as ledger:
        done = record_person(ledger, "visitor", name, Direction.IN, Reading(365), note=note)
    assert isinstance(done, Recorded)
    return done


def numbers(register: Register) -> list[int]:
    with register.reading() as connection:
        return [entry.no for entry in entries_of_day(connection, 312, DAY)]


def assert_whole(register: Register) -> list[dict[str, object]]:
    """The ledger by a stranger's reckoning, and views that are what it says."""
    with register.reading() as connection:
        lines = [line.encode() for line in read_lines(connection, 312, 1)]
        assert fingerprints(connection) == replayed_fingerprints(connection)
    return independent.check_ledger(lines, 312, register.key_file.gate_key.hex())


@contextlib.contextmanager
def full_drive(folder: Path) -> Iterator[tuple[Path, Path]]:
    """A drive with a register on it and room for little more, and a file there that is in nobody's way."""
    with small_drive(folder, kilobytes=1200) as drive:
        ballast = drive / "ballast"
        ballast.write_bytes(bytes(200_000))
        yield drive, ballast


def make_room(drive: Path, ballast: Path) -> None:
    ballast.unlink()
    if not os.path.ismount(drive):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def test_a_full_disk_refuses_the_line_and_keeps_all_before_it(tmp_path: Path) -> None:
    with full_drive(tmp_path / "drive") as (drive, ballast):
        clock = FakeClock()
        path, made = make_register(drive, clock)
        with open_register(path, recovery_key=made.recovery_key, clock=clock.clock()) as register:
            acknowledged = []
            with pytest.raises(Fault) as raised:
                for _ in range(5000):
                    acknowledged.append(record(register, note="x" * 2000).no)
            assert raised.value.code is FaultCode.DISK_FULL
            assert acknowledged == list(range(1, len(acknowledged) + 1)) and acknowledged
            assert numbers(register) == acknowledged, "nothing of the refused line was written"
            with pytest.raises(Fault) as again:
                record(register, note="x" * 4000)
            assert again.value.code is FaultCode.DISK_FULL
            make_room(drive, ballast)
            assert record(register).no == acknowledged[-1] + 1, "the number was not lost"
            assert_whole(register)
        with open_register(path, recovery_key=made.recovery_key, clock=clock.clock()) as register:
            assert numbers(register) == [*acknowledged, acknowledged[-1] + 1]
            assert_whole(register)


def test_set_up_on_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    with small_drive(tmp_path / "drive", kilobytes=64) as drive:
        with pytest.raises(Fault) as raised:
            create_register(drive / "register", 312, "东门", OPERATOR, PASSPHRASE)
        assert raised.value.code is FaultCode.DISK_FULL
        assert list(drive.iterdir()) == []


def test_what_was_acknowledged_is_there_after_the_process_is_killed(tmp_path: Path) -> None:
    path, made = make_register(tmp_path, FakeClock())
    acknowledged: list[tuple[int, int]] = []
    for round in range(3):
        with child("record", path, made.recovery_key) as process:
            for _ in range(20 + round):
                seq, no = map(int, said(process).split())
                acknowledged.append((seq, no))
            process.kill()
            assert process.stdout is not None
            # What it had said when the signal came was acknowledged too.
            acknowledged += [tuple(map(int, line.split())) for line in process.stdout if line.endswith("\n")]  # type: ignore[misc]
            process.wait()
    with open_register(path, recovery_key=made.recovery_key) as register:
        lines = {line["head"]["seq"]: line for line in assert_whole(register)}  # type: ignore[index]
        for seq, no in acknowledged:
            line = lines[seq]
            assert line["head"]["kind"] == "entry.recorded" and line["body"]["no"] == no  # type: ignore[index]
        assert len(lines) - len(acknowledged) < 3 + 3 * 3, (
            "at most the one under way each time, and what opens a day"
        )
        record(register)
        assert_whole(register)


def test_a_register_that_was_killed_with_a_fever_held_holds_it_still(tmp_path: Path) -> None:
    """The first reading is a line at once; nothing waits in memory."""
    from db.books.holds import open_holds

    clock = FakeClock()
    path, made = make_register(tmp_path, clock)
    register = open_register(path, recovery_key=made.recovery_key, clock=clock.clock())
    with register.writing() as ledger:
        record_person(ledger, "visitor", "欧阳修远", Direction.IN, Reading(381))
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for file in tmp_path.glob("312.gatebook*"):
        (crashed / file.name).write_bytes(file.read_bytes())  # the disk as a power cut would leave it
    register.close()
    with open_register(crashed / path.name, recovery_key=made.recovery_key, clock=clock.clock()) as again:
        with again.reading() as connection:
            assert [(hold.name, hold.temp_tenths) for hold in open_holds(connection, 312)] == [
                ("欧阳修远", 381)
            ]


def test_a_register_whose_file_vanished_says_so_and_makes_no_new_one(tmp_path: Path) -> None:
    path, made = make_register(tmp_path, FakeClock())
    path.unlink()
    with pytest.raises(Refusal) as raised:
        open_register(path, recovery_key=made.recovery_key)
    assert raised.value.code is RefusalCode.NO_REGISTER
    assert not path.exists()


def test_a_changed_page_is_refused_and_nothing_else_writes_on_standard_error(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path, made = make_register(tmp_path, FakeClock())
    data = bytearray(path.read_bytes())
    data[1000] ^= 1
    path.write_bytes(data)
    with pytest.raises(Refusal):
        open_register(path, recovery_key=made.recovery_key)
    assert capfd.readouterr().err == ""
