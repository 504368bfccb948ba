"""Verification, attacked: by whoever has the register's key and a SQLCipher shell, but not the gate's signing key."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from db import models
from db.books.crossings import Reading, record_person, void_entry
from db.books.verdict import Direction
from db.errors import Refusal, RefusalCode
from db.ledger.checking import Chain, Problem
from db.ledger.line import ZERO_HASH, Line, make_line
from db.ledger.replay import replay
from db.ledger.seal import seal_day
from db.ledger.store import epochs, put_lines, read_lines
from db.ledger.verify import Report, verify_lines, verify_register
from db.register import Register
from db.trust.keys import SigningKey
from tests import independent
from tests.registers import FakeClock, issue, new_register

ENTRY, SEAL, LAST = 6, 8, 11
"""Lines of the register below: an entry, the seal after it, and the last line."""


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """gate.opened, operator.added, pass.issued, four entries, a seal, two entries, a voiding line."""
    clock = FakeClock()
    with new_register(tmp_path, clock) as register:
        issue(register, "周文静", phone="13800007716")
        visit(register, 4)
        with register.writing() as ledger:
            seal_day(ledger, "2020-02-10")
        last = visit(register, 2)
        with register.writing() as ledger:
            void_entry(ledger, 1, last, "写错了人")
        yield register


def visit(register: Register, count: int) -> int:
    for _ in range(count):
        with register.writing() as ledger:
            done = record_person(ledger, "visitor", "送货人", Direction.IN, Reading(365))
    return done.seq


def report(register: Register) -> Report:
    with register.reading() as connection:
        return verify_register(connection)


def first(register: Register) -> Problem:
    found = report(register)
    assert not found.ok
    return found.problems[0]


def lines(connection: Connection) -> list[Line]:
    return list(read_lines(connection, 312, 1))


def shell(register: Register, statement: str, *values: object) -> None:
    """What someone types into a SQLCipher shell."""
    with register.changing() as connection:
        connection.exec_driver_sql(statement, values)


def write_anew(connection: Connection, changed: list[Line]) -> None:
    """Replaces the whole ledger, and brings the views into line with it."""
    connection.exec_driver_sql("DELETE FROM lines")
    put_lines(connection, changed)
    replay(connection)


def chained(changed: list[Line]) -> list[Line]:
    """The same acts in a chain that holds, each with its own commitment: what anyone can compute."""
    made: list[Line] = []
    for place, line in enumerate(changed, 1):
        prev = made[-1].hash if made else ZERO_HASH
        head, body = line.head, line.body or {}
        made.append(make_line(head.gate, head.epoch, place, head.at, head.operator, head.kind, body, prev))
    return made


def test_an_untouched_register_is_found_whole(register: Register) -> None:
    found = report(register)
    assert (found.ok, found.lines, found.seals) == (True, LAST, 1)
    assert set(found.views) == {table.name for table in models.tables_that_are("view")}
    assert set(found.local_views) == {table.name for table in models.tables_that_are("local")}


def wrong_in(connection: Connection) -> Problem | None:
    """The first line that the table has wrong, views left aside."""
    found: list[Problem] = []
    for gate, epoch in epochs(connection):
        chain = Chain(gate, epoch)
        held = models.lines.select().where(models.lines.c.gate == gate, models.lines.c.epoch == epoch)
        hashes = {row.seq: row.hash for row in connection.execute(held)}
        for line in read_lines(connection, gate, epoch):
            found += chain.check(line, hashes.get(line.head.seq))
    return min(found, key=lambda one: str(one.seq).zfill(9), default=None)


def changed_to(connection: Connection, seq: int, column: str, value: object) -> Problem | None:
    """What is found wrong while one value of one line is another."""
    connection.exec_driver_sql("SAVEPOINT attack")
    try:
        own = "WHERE gate = 312 AND epoch = 1 AND seq = ?"
        connection.exec_driver_sql(f"UPDATE lines SET {column} = ? {own}", (value, seq))
        return wrong_in(connection)
    finally:
        connection.exec_driver_sql("ROLLBACK TO attack")


@pytest.mark.parametrize("seq", [ENTRY, SEAL, LAST])
def test_every_character_of_a_line_counts_and_that_line_is_named(register: Register, seq: int) -> None:
    """Each in turn is another, as the table holds it: the line itself is the first that is found wrong."""
    with register.changing() as connection:
        good = connection.execute(models.lines.select().where(models.lines.c.seq == seq)).mappings().one()
        for column, value in good.items():
            if isinstance(value, int):
                continue
            step = 1 if seq == ENTRY else 9
            for place in range(0, len(value), step):
                other = "0" if value[place] != "0" else "1"
                found = changed_to(connection, seq, column, value[:place] + other + value[place + 1 :])
                assert found is not None and found.seq == seq, (column, place)
            for other in (value + "0", value[:-1], "", value.upper()):
                if other != value:
                    found = changed_to(connection, seq, column, other)
                    assert found is not None and found.seq == seq, (column, other)
        assert wrong_in(connection) is None


@pytest.mark.parametrize("column", ["gate", "epoch", "seq"])
def test_a_line_that_is_moved_elsewhere_is_missed_where_it_was(register: Register, column: str) -> None:
    with register.changing() as connection:
        for by in (1, -1, 40_000):
            value = {"gate": 312, "epoch": 1, "seq": ENTRY}[column] + by
            if column == "seq" and by in (1, -1):
                continue  # there is a line already
            found = changed_to(connection, ENTRY, column, value)
            assert found is not None, by
    shell(register, f"UPDATE lines SET {column} = {column} + 40000 WHERE seq = {ENTRY}")
    kinds = {problem.kind.value for problem in report(register).problems}
    assert "gap" in kinds


@pytest.mark.parametrize("value", ["x", b"\xff\x00", 1.5, -1, 2**60, "", "9" * 400])
@pytest.mark.parametrize("column", [column.name for column in models.lines.columns])
def test_whatever_stands_in_a_column_the_line_is_named_and_nothing_breaks(
    register: Register, column: str, value: object
) -> None:
    shell(register, f"UPDATE lines SET {column} = ? WHERE seq = ?", value, ENTRY)
    found = report(register)
    assert not found.ok
    if column in ("gate", "epoch", "seq"):
        # The line is not there any more; what stands in its place is said.
        named = found.problems[0]
        assert named.kind.value == "gap" or named.detail.startswith(f"{column}=")
    else:
        assert found.problems[0].seq == ENTRY


def test_text_that_is_none_is_told_as_damage(register: Register) -> None:
    shell(register, "UPDATE lines SET body = CAST(x'ff' AS TEXT) WHERE seq = ?", ENTRY)
    with pytest.raises(Refusal) as raised:
        report(register)
    assert raised.value.code is RefusalCode.NOT_A_REGISTER


@pytest.mark.parametrize("column", ["salt", "body"])
def test_a_body_that_is_gone_without_a_purge_is_missed(register: Register, column: str) -> None:
    shell(register, f"UPDATE lines SET {column} = NULL WHERE seq = ?", ENTRY)
    assert first(register).seq == ENTRY
    shell(register, "UPDATE lines SET salt = NULL, body = NULL WHERE seq = ?", ENTRY)
    found = first(register)
    assert (found.seq, found.kind.value) == (ENTRY, "body_gone")


def test_a_removed_line_leaves_a_gap(register: Register) -> None:
    shell(register, "DELETE FROM lines WHERE seq = ?", ENTRY)
    found = first(register)
    assert (found.kind.value, found.seq, found.detail) == ("gap", ENTRY + 1, f"{ENTRY}-{ENTRY}")


def test_a_removed_line_whose_gap_was_closed_breaks_the_chain_there(register: Register) -> None:
    shell(register, "DELETE FROM lines WHERE seq = ?", ENTRY)
    for seq in range(ENTRY + 1, LAST + 1):
        shell(register, "UPDATE lines SET seq = seq - 1 WHERE seq = ?", seq)
    assert first(register).seq == ENTRY


def test_two_lines_that_changed_places_are_found_at_the_first_of_them(register: Register) -> None:
    for old, new in ((ENTRY - 1, 99), (ENTRY, ENTRY - 1), (99, ENTRY)):
        shell(register, "UPDATE lines SET seq = ? WHERE seq = ?", new, old)
    assert first(register).seq == ENTRY - 1


def test_an_added_line_breaks_the_chain_after_it(register: Register) -> None:
    with register.changing() as connection:
        held = lines(connection)
        body = held[ENTRY - 1].body or {}
        head = held[ENTRY - 1].head
        forged = make_line(312, 1, ENTRY, head.at, head.operator, head.kind, body | {"no": 9}, head.prev)
        for seq in range(LAST, ENTRY - 1, -1):
            connection.exec_driver_sql(f"UPDATE lines SET seq = {seq + 1} WHERE seq = {seq}")
        put_lines(connection, [forged])
    assert first(register).seq == ENTRY + 1


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda held: [*held[: ENTRY - 1], *held[ENTRY:]],
        lambda held: [*held[: ENTRY - 1], held[ENTRY], held[ENTRY - 1], *held[ENTRY + 1 :]],
        lambda held: [*held[:ENTRY], held[ENTRY - 1], *held[ENTRY:]],
        lambda held: held,
    ],
    ids=["removed", "reordered", "added", "salted anew"],
)
def test_whoever_writes_the_ledger_anew_breaks_the_next_seal(
    register: Register, rewrite: Callable[[list[Line]], list[Line]]
) -> None:
    """Chain, commitments and views can be computed by anyone; the seal cannot."""
    with register.changing() as connection:
        changed = chained(rewrite(lines(connection)))
        write_anew(connection, changed)
    found = report(register)
    seal = next(line for line in changed if line.head.kind == "day.sealed")
    assert [(one.kind.value, one.seq) for one in found.problems] == [("seal_broken", seal.head.seq)]


def test_a_seal_made_again_with_another_key_is_none(register: Register) -> None:
    stranger = SigningKey.generate()
    with register.changing() as connection:
        held = lines(connection)
        short = chained([*held[: ENTRY - 1], *held[ENTRY:]])
        place = next(place for place, line in enumerate(short) if line.head.kind == "day.sealed")
        before = short[place - 1]
        message = {"day": "2020-02-10", "entries": 3, "epoch": 1, "gate": 312}
        message |= {"head": before.hash, "seq": before.head.seq}
        signature = stranger._key.sign(b"gatebook seal v1\n" + independent.canonical(message)).signature
        body = {"day": "2020-02-10", "entries": 3, "head": before.hash, "key": stranger.public.hex()}
        body["signature"] = signature.hex()
        head = short[place].head
        again = make_line(312, 1, head.seq, head.at, head.operator, head.kind, body, before.hash)
        write_anew(connection, chained([*short[:place], again, *short[place + 1 :]]))
    found = first(register)
    assert (found.kind.value, found.seq) == ("seal_broken", SEAL - 1)


def test_a_second_opening_brings_no_key_in(register: Register) -> None:
    stranger = SigningKey.generate()
    with register.changing() as connection:
        held = lines(connection)
        body = (held[0].body or {}) | {"key": stranger.public.hex()}
        head = held[0].head
        opening = make_line(312, 1, 2, head.at, head.operator, head.kind, body, head.prev)
        write_anew(connection, chained([held[0], opening, *held[1:ENTRY]]))
    found = first(register)
    assert (found.kind.value, found.seq) == ("key_broken", 2)


def test_a_seal_that_counts_wrong_is_named(register: Register) -> None:
    """Made with the gate's own key: by a program that is wrong, or by whoever stole the key."""
    with register.changing() as connection:
        held = lines(connection)
        kept = chained([*held[: ENTRY - 1], *held[ENTRY : SEAL - 1]])
        write_anew(connection, kept)
    with register.writing() as ledger:
        ledger.connection.exec_driver_sql("UPDATE entries SET day = '2020-02-10' WHERE 0")
        ledger.connection.exec_driver_sql("DELETE FROM entries WHERE no = 1")
        seal_day(ledger, "2020-02-10")
    kinds = [problem.kind.value for problem in report(register).problems]
    assert kinds == ["seal_miscounts"]


@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("passes", "UPDATE passes SET name = '别人'"),
        ("passes", "UPDATE passes SET valid_until = '2099-12-31'"),
        ("pass_issues", "UPDATE pass_issues SET code = '0000000000000'"),
        ("entries", "UPDATE entries SET temp_tenths = 366 WHERE no = 2"),
        ("entries", "DELETE FROM entries WHERE no = 3"),
        ("gate_keys", f"UPDATE gate_keys SET key = '{'ab' * 32}'"),
        ("seals", "DELETE FROM seals"),
        (
            "presence",
            "INSERT INTO presence SELECT 312, 312, 'medical', 1, time, instant, 1, 9, 'in' FROM entries LIMIT 1",
        ),
        ("strays", "INSERT INTO strays VALUES (312, 1, 4, 'x.y', 'z')"),
    ],
)
def test_a_view_that_says_something_else_than_the_lines_is_named(
    register: Register, table: str, statement: str
) -> None:
    shell(register, statement)
    found = [(problem.kind.value, problem.detail) for problem in report(register).problems]
    assert ("views_differ", table) in found


def test_lines_of_a_file_are_verified_alone(register: Register) -> None:
    with register.reading() as connection:
        held = lines(connection)
    assert verify_lines(held).ok
    assert verify_lines(held).seals == 1
    assert verify_lines(held[ENTRY:], held[ENTRY - 1].hash).ok, "a range, with the hash before it"
    assert verify_lines(held[ENTRY:]).problems[0].seq == ENTRY + 1
    assert verify_lines([]).ok
    (changed,) = [
        Line(line.head, line.salt, (line.body or {}) | {"no": 7}) for line in held[ENTRY - 1 : ENTRY]
    ]
    found = verify_lines([*held[: ENTRY - 1], changed, *held[ENTRY:]])
    assert [(one.kind.value, one.seq) for one in found.problems] == [("body_changed", ENTRY)]


def test_a_body_in_another_layout_is_the_same_body_but_not_the_same_bytes(register: Register) -> None:
    """The table holds the canonical bytes; verification is of what they say."""
    with register.changing() as connection:
        body = json.loads(
            connection.exec_driver_sql(f"SELECT body FROM lines WHERE seq = {ENTRY}").scalar_one()
        )
        loose = json.dumps(body, ensure_ascii=True, indent=1)
        connection.exec_driver_sql("UPDATE lines SET body = ? WHERE seq = ?", (loose, ENTRY))
        assert lines(connection)[ENTRY - 1].encode() == independent.canonical(
            json.loads(lines(connection)[ENTRY - 1].encode())
        )
    assert report(register).ok
