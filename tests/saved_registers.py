"""Registers of released schemas, kept as text: the SQL that makes one, and its key file, which is JSON.

A saved register has its tables as that version wrote them, which is what a migration meets; lines alone would be
replayed by today's program and show nothing. As text it can be read and compared, and no binary lies in the
repository. Everything in it is invented, and its keys open nothing else.

Before a schema that was released is changed: `python -m tests.saved_registers`, and the two files are committed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from db import models
from db.books.check import look_at_card
from db.books.crossings import (
    Held,
    Reading,
    Recorded,
    record_crossing,
    record_person,
    refuse_scan,
    retake_temperature,
    void_entry,
)
from db.books.issuing import bind_blank, reissue_pass, renew_pass, reserve_blanks, revoke_pass
from db.books.pass_id import Book, PassId, Scope
from db.books.verdict import Direction
from db.books.watch import watch
from db.engine import connect_to
from db.ledger.seal import seal_day
from db.place import key_file_of
from db.register import Register, open_register
from db.settings import GateSettings, write_settings
from db.trust.key_file import KeyFile
from tests.registers import FakeClock, holder, issue, make_register

FOLDER = Path(__file__).parent / "data" / "registers"
_RECOVERY = "-- recovery key: "


def save(register: Register, recovery_key: str, target: Path) -> None:
    """Writes `target`.sql and `target`.keys."""
    with register.engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        statements = "\n".join(_dumped(driver))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.with_suffix(".sql").write_text(f"{_RECOVERY}{recovery_key}\n{statements}\n", "utf-8", newline="\n")
    shutil.copy(key_file_of(register.path), target.with_suffix(".keys"))


def _dumped(driver: Any) -> Iterator[str]:
    """The statements that make the database again, always in the same order."""
    parts = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%' AND type = ? ORDER BY name"
    for table, made in driver.execute(parts, ("table",)).fetchall():
        yield f"{made};"
        columns = [row[1] for row in driver.execute(f"PRAGMA table_info({table})")]
        values = " || ',' || ".join(f'quote("{column}")' for column in columns)
        key = ", ".join(str(place) for place in range(2, len(columns) + 2))
        named = ", ".join(f'"{column}"' for column in columns)
        for row in driver.execute(f"SELECT {values}, {named} FROM {table} ORDER BY {key}"):
            yield f"INSERT INTO {table} VALUES ({row[0]});"
    for _, made in driver.execute(parts, ("index",)).fetchall():
        yield f"{made};"


def load(saved: Path, path: Path) -> str:
    """Makes the register that was saved as `saved`.sql at `path`; gives its recovery key."""
    first, statements = saved.with_suffix(".sql").read_text("utf-8").split("\n", 1)
    recovery_key = first.removeprefix(_RECOVERY)
    shutil.copy(saved.with_suffix(".keys"), key_file_of(path))
    unlocked = KeyFile.load(key_file_of(path)).unlock_with_recovery(recovery_key)
    driver = connect_to(path, unlocked.register_key)
    driver.executescript(statements)
    driver.close()
    return recovery_key


def fill(register: Register, clock: FakeClock) -> None:
    """Something of everything that a gate writes, over two days."""
    cards = [
        issue(register, name, scope=scope)[1]
        for name, scope in (("周文静", Scope.GATE), ("张伟", Scope.DISTRICT))
    ]
    lost, lost_card = issue(register, "陈国强", Book.SUPPORT, phone="13800007716", home="23-3-202")
    gone, gone_card = issue(register, "李明", Book.OFFICIAL)
    with register.writing() as ledger:
        reissue_pass(ledger, lost.id, "丢失")
        renew_pass(ledger, lost.id, date(2020, 4, 30))
        revoke_pass(ledger, gone.id, "离岗")
        reserve_blanks(ledger, Book.SUPPORT, 3)
        bind_blank(ledger, PassId(312, Book.SUPPORT, 2), holder("钱进"))
        watch(ledger, lost.id, "key_person", "返咸人员")
        write_settings(ledger.connection, GateSettings(fever_tenths=372))
    for digits, tenths in zip([*cards, lost_card, gone_card], (365, 381, 366, 364), strict=True):
        clock.forward(minutes=3)
        _cross(register, digits, tenths)
    with register.writing() as ledger:
        seal_day(ledger, clock.clock().today().isoformat())
        wrong = record_person(ledger, "visitor", "送货人", Direction.IN, Reading(365))
        assert isinstance(wrong, Recorded)
        void_entry(ledger, 1, wrong.seq, "写错了人")
    clock.forward(days=1)
    _cross(register, cards[0], 358)


def _cross(register: Register, digits: str, tenths: int) -> None:
    with register.reading() as connection:
        look = look_at_card(connection, 312, digits, register.clock.stamp(), Direction.IN)
    with register.writing() as ledger:
        if look.verdict.refuses:
            refuse_scan(ledger, look)
            return
        done = record_crossing(ledger, look, Direction.IN, Reading(tenths))
        if isinstance(done, Held):
            retake_temperature(ledger, done.seq, Reading(tenths, "ear"))


def main() -> None:
    """Saves a register of the newest schema."""
    clock = FakeClock()
    with tempfile.TemporaryDirectory() as folder:
        path, made = make_register(Path(folder), clock)
        with open_register(path, recovery_key=made.recovery_key, clock=clock.clock()) as register:
            fill(register, clock)
            save(register, made.recovery_key, FOLDER / models.SCHEMA)


if __name__ == "__main__":
    main()
