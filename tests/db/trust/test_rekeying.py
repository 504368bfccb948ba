"""Disabling an operator changes the register's key for good, and killed at any moment it is one or the other."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from db.backups import back_up
from db.books.operators import list_operators
from db.errors import Denied, Fault, FaultCode, Refusal, RefusalCode
from db.ledger.store import count_lines
from db.ledger.verify import verify_register
from db.place import key_file_of
from db.register import Register, open_register
from db.rekeying import part_of
from db.trust.key_file import KeyFile, Unlocked
from db.trust.roles import Role
from desktop.operations import operators, upkeep
from tests.registers import FakeClock, issue, new_register, prepared

pytestmark = pytest.mark.usefixtures("cheap_guesses")
LEAVER, STAYER = "小陈", "王芳"
LEAVERS, STAYERS = "leaver passphrase", "stayer passphrase"


class Staffed:
    """A register with someone who leaves and someone who stays, and the recovery key."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.register = new_register(folder, self.clock)
        self.path = self.register.path
        self.recovery_key = prepared(312, "1 号门·东门", "泉韵佳苑").made.recovery_key
        operators.add(self.register, self.lead, LEAVER, Role.REGISTRAR, LEAVERS)
        operators.add(self.register, self.lead, STAYER, Role.LEAD, STAYERS)
        issue(self.register)

    @property
    def lead(self) -> Unlocked:
        """What opens the register now."""
        return self.register.key_file.unlock_with_recovery(self.recovery_key)

    def disable(self) -> operators.Disabled:
        return operators.disable(self.register, self.lead, LEAVER).value

    def open(self, name: str, passphrase: str) -> Register:
        return open_register(self.path, name, passphrase, clock=self.clock.clock())


@pytest.fixture
def staffed(tmp_path: Path) -> Staffed:
    return Staffed(tmp_path)


def test_who_is_disabled_opens_nothing_and_the_others_everything(staffed: Staffed) -> None:
    done = staffed.disable()
    assert (done.operator, done.signed) == ("op-2", True)
    with staffed.register.reading() as connection:
        report = verify_register(connection)
        people = {one.name: one.disabled for one in list_operators(connection, 312)}
    assert report.ok and people[LEAVER] and not people[STAYER]
    issue(staffed.register, "张三")
    staffed.register.close()
    with pytest.raises(Denied) as refusal:
        staffed.open(LEAVER, LEAVERS)
    assert refusal.value.code is RefusalCode.OPERATOR_DISABLED
    with staffed.open(STAYER, STAYERS) as again, again.reading() as connection:
        assert count_lines(connection) == report.lines + 1
    with open_register(staffed.path, recovery_key=staffed.recovery_key):
        pass


def test_a_copy_of_the_old_key_file_opens_nothing_of_the_new_register(
    staffed: Staffed, tmp_path: Path
) -> None:
    keys = key_file_of(staffed.path)
    shutil.copy(keys, tmp_path / "kept by the leaver")
    before = staffed.path.read_bytes()
    staffed.disable()
    staffed.register.close()
    old = KeyFile.load(tmp_path / "kept by the leaver")
    assert old.unlock(LEAVER, LEAVERS).register_key != KeyFile.load(keys).unlock(STAYER, STAYERS).register_key
    for name, passphrase in ((LEAVER, LEAVERS), (STAYER, STAYERS)):
        shutil.copy(tmp_path / "kept by the leaver", keys)
        with pytest.raises(Refusal) as refusal:
            staffed.open(name, passphrase)
        assert refusal.value.code is RefusalCode.KEY_FILE_DAMAGED
    after = staffed.path.read_bytes()
    pages = {before[start : start + 4096] for start in range(0, len(before), 4096)}
    assert not pages & {after[start : start + 4096] for start in range(0, len(after), 4096)}


def test_nothing_of_the_old_register_is_left_beside_the_new_one(staffed: Staffed, tmp_path: Path) -> None:
    staffed.disable()
    staffed.register.close()
    left = {path.name for path in tmp_path.iterdir()} - {"312.gatebook.lock"}
    assert left == {"312.gatebook", "312.gatebook.keys"}


def test_copies_that_can_be_reached_get_the_new_key_and_the_others_are_named(
    staffed: Staffed, tmp_path: Path
) -> None:
    near, far = tmp_path / "near", tmp_path / "far"
    back_up(staffed.register, near)
    back_up(staffed.register, far)
    far.unlink()
    key_file_of(far).unlink()
    done = staffed.disable()
    assert (done.backups.done, done.backups.left) == ((near,), (far,))
    with pytest.raises(Denied):
        open_register(near, LEAVER, LEAVERS)
    with open_register(near, STAYER, STAYERS) as copy, copy.reading() as connection:
        assert verify_register(connection).ok


def test_only_a_lead_disables_and_a_refusal_changes_nothing(staffed: Staffed) -> None:
    keys, lines = key_file_of(staffed.path).read_bytes(), lines_of(staffed.register)
    registrar = staffed.register.key_file.unlock(LEAVER, LEAVERS)
    with pytest.raises(Denied):
        operators.disable(staffed.register, registrar, STAYER)
    staffed.register.as_operator(registrar)
    with pytest.raises(Denied):
        operators.disable(staffed.register, staffed.lead, STAYER)
    assert key_file_of(staffed.path).read_bytes() == keys
    assert lines_of(staffed.register) == lines
    staffed.register.close()
    with staffed.open(LEAVER, LEAVERS):
        pass


def lines_of(register: Register) -> int:
    with register.reading() as connection:
        return count_lines(connection)


def test_while_somebody_reads_the_register_nothing_is_changed(
    staffed: Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.engine._PRAGMAS", (*_quick_to_give_up(),))
    staffed.register.engine.dispose()
    lines = lines_of(staffed.register)
    with staffed.register.reading() as reading:
        count_lines(reading)
        with pytest.raises(Refusal) as refusal:
            staffed.disable()
    assert refusal.value.code is RefusalCode.IN_USE
    assert lines_of(staffed.register) == lines
    assert not part_of(staffed.path).exists()
    staffed.disable()


def _quick_to_give_up() -> list[str]:
    from db.engine import _PRAGMAS

    return [pragma.replace("5000", "50") for pragma in _PRAGMAS]


def test_a_full_disk_leaves_the_old_register(staffed: Staffed, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    lines = lines_of(staffed.register)
    monkeypatch.setattr("db.rekeying._sync", full)
    with pytest.raises(Fault) as fault:
        staffed.disable()
    assert fault.value.code is FaultCode.DISK_FULL
    assert lines_of(staffed.register) == lines
    assert not part_of(staffed.path).exists()
    staffed.register.close()
    with staffed.open(LEAVER, LEAVERS):
        pass


CHANGES: dict[str, Callable[[Staffed], object]] = {
    "disable": Staffed.disable,
    "rotate": lambda staffed: upkeep.rotate_key(staffed.register, staffed.lead),
    "role": lambda staffed: operators.set_role(staffed.register, staffed.lead, LEAVER, Role.VOLUNTEER),
}


@pytest.mark.parametrize("change", CHANGES)
def test_killed_at_any_moment_it_is_the_old_or_the_new(tmp_path: Path, change: str) -> None:
    """A copy of this process makes the change and is killed; the register must open, whole, and be one of the two.
    The moments are spread over the time that the change takes, until it is done before it is killed."""
    ready = tmp_path / "ready"
    ready.mkdir()
    first = Staffed(ready)
    first.register.close()
    outcomes = []
    for attempt in range(40):
        folder = tmp_path / str(attempt)
        shutil.copytree(ready, folder)
        ended = kill_during(folder, CHANGES[change], FIRST_SECONDS * 1.4**attempt)
        outcomes.append(outcome(folder, change))
        shutil.rmtree(folder)
        if ended:
            break
    assert ended and outcomes[-1] == "new"
    assert "old" in outcomes, outcomes


FIRST_SECONDS = 0.002


def kill_during(folder: Path, change: Callable[[Staffed], object], after: float) -> bool:
    """Runs the change in a copy of this process and kills it `after` so many seconds; whether it had ended before."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            staffed = Staffed.__new__(Staffed)
            staffed.clock, staffed.path = FakeClock(), folder / "312.gatebook"
            staffed.recovery_key = prepared(312, "1 号门·东门", "泉韵佳苑").made.recovery_key
            staffed.register = open_register(
                staffed.path, recovery_key=staffed.recovery_key, clock=staffed.clock.clock()
            )
            os.write(tell, b"!")
            change(staffed)
            os.write(tell, b"!")
        finally:
            os._exit(0)
    os.close(tell)
    assert os.read(told, 1) == b"!"
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    ended = os.read(told, 1) == b"!"
    os.close(told)
    return ended


def outcome(folder: Path, change: str) -> str:
    """`old` or `new`; everything about the register must agree on it."""
    path = folder / "312.gatebook"
    with open_register(path, STAYER, STAYERS, clock=FakeClock().clock()) as register:
        with register.reading() as connection:
            report = verify_register(connection)
            people = {one.name: (one.role, one.disabled) for one in list_operators(connection, 312)}
        assert report.ok, report.problems
        slots = {slot.name: (slot.role, slot.disabled) for slot in register.key_file.slots}
        assert slots == people
        issue(register, "张三")
        rotated = register.key_file.gate_key.hex() != prepared(312, "1 号门·东门", "泉韵佳苑").made.key
    left = {one.name for one in folder.iterdir()} - {"312.gatebook.lock"}
    assert left == {"312.gatebook", "312.gatebook.keys"}, left
    new = {
        "disable": slots[LEAVER][1],
        "rotate": rotated,
        "role": slots[LEAVER][0] is Role.VOLUNTEER,
    }[change]
    return "new" if new else "old"


if not hasattr(os, "fork"):
    # Windows has no process that can be copied and killed like this.
    del test_killed_at_any_moment_it_is_the_old_or_the_new
