"""Whole copies, and a register that goes on from one in a new epoch."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from db.backups import back_up, known_backups, renew_backups, restore
from db.books.crossings import Reading, Recorded, record_crossing
from db.books.exports import Range, lines_after
from db.books.posts import admit_gate
from db.books.verdict import Direction
from db.errors import Denied, Refusal, RefusalCode
from db.exchange.answering import make_answer
from db.ledger.checking import ProblemKind
from db.ledger.line import Line
from db.ledger.store import read_line, read_lines, tip
from db.ledger.verify import verify_register
from db.place import key_file_of
from db.register import Register, open_register
from db.trust.key_file import Unlocked
from db.trust.roles import Role
from desktop.operations import operators
from tests.desks import _ready_file, bundled, file_desk, take
from tests.district import District, look
from tests.registers import FakeClock, as_role, issue, new_register, prepared


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def register(tmp_path: Path, clock: FakeClock) -> Iterator[Register]:
    with new_register(tmp_path, clock) as register:
        yield register


def lead() -> Unlocked:
    return prepared(312, "1 号门·东门", "泉韵佳苑").lead


def recovery_key() -> str:
    return prepared(312, "1 号门·东门", "泉韵佳苑").made.recovery_key


def cross(register: Register, digits: str) -> int:
    seen = look(register, digits, None)
    with register.writing() as ledger:
        done = record_crossing(ledger, seen, seen.direction or Direction.IN, Reading(365))
    assert isinstance(done, Recorded)
    return done.no


def restored(backup: Path, target: Path, clock: FakeClock) -> Register:
    restore(backup, target, recovery_key=recovery_key(), clock=clock.clock())
    register = open_register(target, recovery_key=recovery_key(), clock=clock.clock())
    register.as_operator(lead())
    return register


def test_a_restored_register_goes_on_in_a_new_epoch_that_names_where_the_copy_ended(
    register: Register, tmp_path: Path, clock: FakeClock
) -> None:
    issue(register)
    back_up(register, tmp_path / "copy")
    with register.reading() as connection:
        end = tip(connection, 312)
    clock.forward(days=2)
    with restored(tmp_path / "copy", tmp_path / "again", clock) as again, again.reading() as connection:
        line = read_line(connection, 312, 2, 1)
        assert line is not None and line.body is not None
        told = {name: line.body[name] for name in ("old_epoch", "last_seq", "last_head")}
        assert told == {"old_epoch": 1, "last_seq": end.seq, "last_head": end.hash}
        assert (line.head.kind, line.head.prev) == ("epoch.opened", "0" * 64)
        assert tip(connection, 312).epoch == 2
        assert verify_register(connection).ok


def test_numbers_that_lost_lines_may_have_used_are_never_given_again(
    register: Register, tmp_path: Path, clock: FakeClock
) -> None:
    _, digits = issue(register)
    cross(register, digits)
    back_up(register, tmp_path / "copy")
    lost = [issue(register, name)[0].id for name in ("甲", "乙")]
    lost_entries = {("2020-02-10", cross(register, digits)), ("2020-02-10", cross(register, digits))}
    clock.forward(days=1)
    lost_entries.add(("2020-02-11", cross(register, digits)))
    with restored(tmp_path / "copy", tmp_path / "again", clock) as again:
        anew = issue(again, "丙")[0].id
        assert anew not in lost and anew.number > max(id.number for id in lost)
        assert ("2020-02-11", cross(again, digits)) not in lost_entries
        with again.reading() as connection:
            assert verify_register(connection).ok


def test_nothing_is_added_to_the_old_epoch_not_even_what_the_clock_did(
    register: Register, tmp_path: Path, clock: FakeClock
) -> None:
    """A line there would contradict the lost one of the same number."""
    issue(register)
    back_up(register, tmp_path / "copy")
    with register.reading() as connection:
        end = tip(connection, 312)
    clock.forward(hours=-5)
    with restored(tmp_path / "copy", tmp_path / "again", clock) as again, again.reading() as connection:
        assert read_line(connection, 312, 1, end.seq + 1) is None


def test_all_lines_of_a_restored_register_are_those_of_both_epochs(
    register: Register, tmp_path: Path, clock: FakeClock
) -> None:
    issue(register)
    back_up(register, tmp_path / "copy")
    with register.reading() as connection:
        end = tip(connection, 312)
    with restored(tmp_path / "copy", tmp_path / "again", clock) as again, again.reading() as connection:
        newest = tip(connection, 312)
        assert lines_after(connection, 312, 0) == [Range(1, 1, end.seq), Range(2, 1, newest.seq)]
        assert lines_after(connection, 312, newest.seq) == []


def test_a_post_takes_the_new_epoch_beside_the_lines_that_were_lost(
    register: Register, tmp_path: Path, clock: FakeClock
) -> None:
    """The lost lines had left on a stick; both count."""

    def lines(of: Register, epoch: int) -> list[Line]:
        with of.reading() as connection:
            return list(read_lines(connection, 312, epoch))

    key = register.access.signing_key()
    back_up(register, tmp_path / "copy")
    _, digits = issue(register)
    cross(register, digits)
    before = lines(register, 1)
    clock.forward(minutes=5)
    with restored(tmp_path / "copy", tmp_path / "again", clock) as again:
        issue(again, "丙")
        after = lines(again, 2)
    with file_desk(tmp_path) as desk:
        with desk.writing() as ledger:
            facts = (312, "东门", "泉韵佳苑", again.key_file.recipient, key.public.hex())
            admit_gate(ledger, *facts, "2020-02-10T08:00:00.000+08:00", True)
        taken = take(desk, bundled(after, key), bundled(before, key))
        assert [(one.gaps, one.forks) for one in taken][-1] == ([], [])
        with desk.reading() as connection:
            assert verify_register(connection).ok
            assert tip(connection, 312).epoch == 2


def test_nothing_is_restored_over_a_register(register: Register, tmp_path: Path, clock: FakeClock) -> None:
    back_up(register, tmp_path / "copy")
    before = register.path.read_bytes()
    with pytest.raises(Refusal) as refusal:
        restore(tmp_path / "copy", register.path, recovery_key=recovery_key())
    assert refusal.value.code is RefusalCode.REGISTER_EXISTS
    assert register.path.read_bytes() == before


@pytest.mark.parametrize("damage", ["cut", "changed", "missing", "keys", "other keys", "empty"])
def test_a_copy_that_is_not_whole_is_refused_and_leaves_nothing(
    register: Register, tmp_path: Path, damage: str
) -> None:
    copy, target = tmp_path / "copy", tmp_path / "again"
    back_up(register, copy)
    data = copy.read_bytes()
    if damage == "cut":
        copy.write_bytes(data[: len(data) // 2 // 4096 * 4096])
    elif damage == "changed":
        # An index is made anew and may be damaged; rows may not.
        copy.write_bytes(b"".join(flipped(data[at : at + 4096]) for at in range(0, len(data), 4096)))
    elif damage == "empty":
        copy.write_bytes(b"")
    elif damage == "missing":
        copy.unlink()
    elif damage == "keys":
        key_file_of(copy).write_bytes(b"{}")
    else:
        with new_register(_folder(tmp_path), gate=313) as other:
            shutil.copy(key_file_of(other.path), key_file_of(copy))
    with pytest.raises(Refusal):
        restore(copy, target, recovery_key=recovery_key())
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("again")]


def flipped(page: bytes) -> bytes:
    return page[:3000] + bytes([page[3000] ^ 1]) + page[3001:]


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "other"
    folder.mkdir()
    return folder


def test_only_a_lead_or_the_recovery_key_restores(register: Register, tmp_path: Path) -> None:
    operators.add(register, lead(), "小陈", Role.REGISTRAR, "registrar 1")
    back_up(register, tmp_path / "copy")
    with pytest.raises(Denied) as denied:
        restore(tmp_path / "copy", tmp_path / "again", "小陈", "registrar 1")
    assert denied.value.code is RefusalCode.NOT_ALLOWED


def test_a_volunteer_makes_no_copy(register: Register, tmp_path: Path) -> None:
    as_role(register, Role.VOLUNTEER)
    with pytest.raises(Denied):
        back_up(register, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_copies_are_remembered_and_made_anew(register: Register, tmp_path: Path) -> None:
    for name in ("first", "second"):
        back_up(register, tmp_path / name)
    issue(register)
    with register.reading() as connection:
        assert known_backups(connection) == [tmp_path / "first", tmp_path / "second"]
        lines = tip(connection, 312).seq
    (tmp_path / "first").unlink()
    done = renew_backups(register)
    assert (done.done, done.left) == ((tmp_path / "second",), (tmp_path / "first",))
    with (
        open_register(tmp_path / "second", recovery_key=recovery_key()) as copy,
        copy.reading() as connection,
    ):
        assert tip(connection, 312).seq == lines


def test_another_gates_copy_in_its_place_is_left_alone(register: Register, tmp_path: Path) -> None:
    """Sticks are exchanged; the path is the same."""
    back_up(register, tmp_path / "copy")
    with new_register(_folder(tmp_path), gate=313) as other:
        shutil.copy(other.path, tmp_path / "copy")
        shutil.copy(key_file_of(other.path), key_file_of(tmp_path / "copy"))
        before = (tmp_path / "copy").read_bytes()
        assert renew_backups(register).left == (tmp_path / "copy",)
        assert (tmp_path / "copy").read_bytes() == before


def test_verification_holds_the_new_epoch_to_the_end_of_the_old(
    register: Register, tmp_path: Path, clock: FakeClock
) -> None:
    issue(register)
    back_up(register, tmp_path / "copy")
    with restored(tmp_path / "copy", tmp_path / "again", clock) as again:
        with again.changing() as connection:
            last = connection.scalar(text("SELECT max(seq) FROM lines WHERE epoch = 1"))
            connection.execute(text("DELETE FROM lines WHERE epoch = 1 AND seq = :last"), {"last": last})
        with again.reading() as connection:
            found = [one.kind for one in verify_register(connection).problems]
    assert ProblemKind.EPOCH_BROKEN in found


def test_a_restored_post_gives_no_answer_under_a_number_that_gates_may_have(tmp_path: Path) -> None:
    district = District(tmp_path)
    district.answer()
    back_up(district.post, tmp_path / "copy")
    lost = [district.answer().number for _ in range(3)]
    key = _ready_file().recovery_key
    restore(tmp_path / "copy", tmp_path / "again", recovery_key=key, clock=district.clock.clock())
    with open_register(tmp_path / "again", recovery_key=key, clock=district.clock.clock()) as again:
        with again.writing() as ledger:
            assert make_answer(ledger, again.gate).number > max(lost)
    district.close()
