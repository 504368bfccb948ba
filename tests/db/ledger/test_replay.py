"""Views are what the lines say: rebuilt they are the same, in whatever order the gates' lines came."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from db import models
from db.books import load_kinds
from db.books.pass_id import Book, PassId
from db.books.pass_search import find_passes
from db.books.watch import watch
from db.errors import Refusal, RefusalCode
from db.ledger.append import Ledger
from db.ledger.kinds import apply_lines
from db.ledger.line import Line
from db.ledger.replay import fingerprints, replay, replayed_fingerprints
from db.ledger.store import put_lines, read_lines
from db.ledger.verify import verify_register
from db.register import Register
from tests import independent
from tests.programs import Act, Day, append_strange, programs
from tests.registers import FakeClock, issue, new_register

OTHERS = (PassId(312, Book.MEDICAL, 1), PassId(312, Book.OFFICIAL, 1), PassId(312, Book.SUPPORT, 1))


@contextmanager
def worked(program: list[Act], gate: int = 312, foreign: tuple[PassId, ...] = ()) -> Iterator[Register]:
    """A gate's register after a program."""
    clock = FakeClock()
    with tempfile.TemporaryDirectory() as folder, new_register(Path(folder), clock, gate) as register:
        Day(register, clock, foreign).run(program)
        yield register


@contextmanager
def empty() -> Iterator[Connection]:
    """A database with today's tables and nothing in them."""
    load_kinds()
    memory = create_engine("sqlite://", module=sqlite3, poolclass=StaticPool)
    with memory.begin() as connection:
        models.metadata.create_all(connection)
        yield connection
    memory.dispose()


def lines_of(register: Register) -> list[Line]:
    with register.reading() as connection:
        return list(read_lines(connection, register.gate.gate, 1))


def views_of(lines: Sequence[Sequence[Line]]) -> dict[str, str]:
    """The fingerprints after these runs of lines, taken in one after another."""
    with empty() as connection:
        for run in lines:
            put_lines(connection, run)
            apply_lines(connection, run)
        found = fingerprints(connection)
        assert found == replayed_fingerprints(connection)
        return found


@given(programs)
@settings(max_examples=20)
def test_views_rebuilt_from_the_lines_are_the_views(program: list[Act]) -> None:
    with worked(program) as register:
        with register.reading() as connection:
            live = fingerprints(connection)
            found = list(find_passes(connection, 312, FakeClock().clock().today()).ids)
            report = verify_register(connection)
        assert report.problems == [] and report.views == live
        with register.changing() as connection:
            replay(connection)
            assert fingerprints(connection) == live
            assert list(find_passes(connection, 312, FakeClock().clock().today()).ids) == found
        written = [line.encode() for line in lines_of(register)]
        independent.check_ledger(written, 312, register.key_file.gate_key.hex())


@given(programs, programs, st.randoms(use_true_random=False))
@settings(max_examples=10)
def test_lines_of_two_gates_give_the_same_views_in_any_order(
    first: list[Act], second: list[Act], chance: random.Random
) -> None:
    with worked(first) as own, worked(second, 313, OTHERS) as other:
        waiting = [lines_of(own), lines_of(other)]
    expected = views_of(waiting)
    assert views_of(waiting[::-1]) == expected
    runs = []
    while any(waiting):
        lines = chance.choice([lines for lines in waiting if lines])
        count = chance.randint(1, 8)
        runs.append(lines[:count])
        del lines[:count]
    assert views_of(runs) == expected


def test_a_line_about_another_gates_pass_changes_nothing_and_is_reported(tmp_path: Path) -> None:
    with new_register(tmp_path) as own, new_register(tmp_path, gate=313) as other:
        one, _ = issue(own)
        body = {"pass": one.id.human(), "reason": "不是本门的"}
        facts = lines_of(own)[-1].body
        assert facts is not None
        with other.writing() as ledger:
            append_strange(ledger, "pass.revoked", body)
            append_strange(ledger, "pass.reissued", facts | {"issue": 2})
            append_strange(ledger, "pass.amended", facts)
            append_strange(
                ledger, "card.printed", {"passes": [one.id.human()], "issues": [1], "layout": "a4"}
            )
        lines = [lines_of(own), lines_of(other)]
    with empty() as connection:
        put_lines(connection, lines[0])
        apply_lines(connection, lines[0])
        before = fingerprints(connection)
        put_lines(connection, lines[1])
        apply_lines(connection, lines[1])
        after = fingerprints(connection)
        strays = connection.execute(models.strays.select().order_by(models.strays.c.seq)).all()
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"gates", "gate_keys", "strays"}
    assert [(row.gate, row.kind) for row in strays] == [
        (313, "pass.revoked"),
        (313, "pass.reissued"),
        (313, "pass.amended"),
        (313, "card.printed"),
    ]


GOOD_ENTRY = {
    "no": 1,
    "day": "2020-02-10",
    "time": "2020-02-10T08:00:00.000+08:00",
    "direction": "in",
    "inferred": False,
    "book": "medical",
    "pass": "M-0312-000001",
    "name": "周文静",
    "temp_tenths": 365,
    "method": "forehead",
    "verdict": "ok",
    "override": None,
    "held": None,
    "outcome": "passed",
}
GOOD_PASS = {
    "pass": "M-0312-000009",
    "issue": 1,
    "book": "medical",
    "name": "周文静",
    "id_type": "id_card",
    "id_no": "",
    "phone": "",
    "unit": "",
    "post": "",
    "home": "",
    "valid_from": "2020-02-01",
    "valid_until": "2020-03-15",
    "scope": 2,
    "code": "0123456789012",
    "photo": None,
    "checked": "",
}
STRAYS: list[tuple[str, dict[str, object]]] = [
    *(("entry.recorded", GOOD_ENTRY | wrong) for wrong in (
        {"no": 0},
        {"no": "1"},
        {"no": 2**31},
        {"day": "2020-02-30"},
        {"day": "10.2.2020"},
        {"time": "2020-02-10T08:00:00.000"},
        {"time": "2020-02-10T08:00:00+08:00"},
        {"time": "0001-01-01T00:00:00.000+08:00"},
        {"direction": "up"},
        {"inferred": None},
        {"book": "guest"},
        {"pass": "M-0312"},
        {"pass": "m-0312-000001"},
        {"pass": "医-0312-000001"},
        {"temp_tenths": "36.5"},
        {"temp_tenths": -1},
        {"temp_tenths": 1000},
        {"method": "hand"},
        {"verdict": "fine"},
        {"held": 0},
        {"outcome": "flew"},
        {"name": None},
    )),
    ("entry.recorded", {name: value for name, value in GOOD_ENTRY.items() if name != "verdict"}),
    *(("pass.issued", GOOD_PASS | wrong) for wrong in (
        {"issue": 0},
        {"issue": 256},
        {"book": "official"},
        {"book": "resident"},
        {"valid_from": "soon"},
        {"valid_until": "2020-13-01"},
        {"scope": 3},
        {"code": "12"},
        {"code": "０１２３４５６７８９０１２"},
        {"photo": "picture.jpg"},
        {"pass": "M-0313-000009"},
    )),
    ("pass.issued", GOOD_PASS | {"pass": "M-0312-000001"}),
    ("pass.reissued", GOOD_PASS | {"pass": "M-0312-000001", "issue": 1}),
    ("pass.reserved", {"book": "medical", "from": 1, "to": 1, "codes": ["0123456789012"]}),
    ("pass.reserved", {"book": "medical", "from": 20, "to": 22, "codes": ["0123456789012"]}),
    ("pass.reserved", {"book": "medical", "from": 20, "to": 19, "codes": []}),
    ("pass.reserved", {"book": "medical", "from": 20, "to": 2**40, "codes": ["0123456789012"]}),
    ("pass.revoked", {"pass": "M-0312-000001"}),
    ("gate.opened", {"gate": 312, "name": "x", "compound": "", "offset": "+08:00", "key": "ab" * 32, "app": "x"}),
    ("operator.added", {"operator": "op-1", "name": "x", "role": "lead"}),
    ("operator.added", {"operator": "op-9", "name": "x", "role": "king"}),
    ("entry.voided", {"day": "2020-02-10", "no": 1, "entry_epoch": 1, "entry_seq": 1, "reason": "x"}),
    ("day.sealed", {"day": "today", "entries": 0, "head": "a" * 64, "key": "a" * 64, "signature": "a" * 128}),
    ("day.sealed", {"day": "2020-02-10", "entries": -1, "head": "a" * 64, "key": "a" * 64, "signature": "a" * 128}),
    ("entry.held", {"pass": "x", "name": "x", "direction": "in", "temp_tenths": 380, "method": None}),
    ("person.watched", {"pass": "M-0312-000001", "what": "overdue", "note": "x", "due": "at ten"}),
    ("scan.refused", {"verdict": "forged", "token_sha256": "x", "pass": None, "reason": None}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "body"), STRAYS, ids=[f"{place}-{kind}" for place, (kind, _) in enumerate(STRAYS)]
)
def test_a_body_that_breaks_its_type_or_its_rule_is_a_stray_and_changes_nothing(
    strange_gate: Register, kind: str, body: dict[str, object]
) -> None:
    with strange_gate.reading() as connection:
        before = fingerprints(connection)
    with pytest.raises(Refusal) as raised, strange_gate.writing() as ledger:
        ledger.append(kind, body)
    assert raised.value.code is RefusalCode.BAD_LINE, "this program itself writes no such line"
    with strange_gate.writing() as ledger:
        line = append_strange(ledger, kind, body)
    with strange_gate.reading() as connection:
        after = fingerprints(connection)
        strays = connection.execute(models.strays.select()).all()
    assert {name for name in after if after[name] != before[name]} == {"strays"}
    assert (strays[-1].seq, strays[-1].kind) == (line.head.seq, kind)
    assert lines_of(strange_gate)[-1] == line, "the line itself stays in its chain"


@pytest.fixture(scope="module")
def strange_gate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register with one pass, to which every strange line is added in turn."""
    with new_register(tmp_path_factory.mktemp("strange")) as register:
        issue(register)
        yield register


def test_a_line_of_a_kind_that_is_not_known_here_is_kept_for_those_who_know_it(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        with register.reading() as connection:
            before = fingerprints(connection)
        with register.writing() as ledger:
            line = ledger.append("errand.asked", {"who": "王芳", "list": ["降压药", {"count": 2}]})
        with register.reading() as connection:
            assert fingerprints(connection) == before
            assert verify_register(connection).problems == []
        assert lines_of(register)[-1] == line


def test_what_one_gate_watches_another_does_not(tmp_path: Path) -> None:
    """A watch belongs to the gate that asked for it, whoever's the pass is."""
    with new_register(tmp_path) as own, new_register(tmp_path, gate=313) as other:
        one, _ = issue(own)
        with other.writing() as ledger:
            watch(ledger, one.id, "key_person", "返咸人员")
        views = views_of([lines_of(own), lines_of(other)])
        alone = views_of([lines_of(own)])
    assert views["watched"] != alone["watched"]
    assert views["passes"] == alone["passes"]


def test_a_ledger_of_lines_only_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Whatever a body holds that a line may: it comes back the same, and so does its commitment."""
    body: dict[str, Any] = {"门".encode().hex(): '𠮷\u2028"\\\t', "n": [None, True, -(2**53) + 1, {"": []}]}
    with new_register(tmp_path) as register:
        with register.writing() as ledger:
            assert isinstance(ledger, Ledger)
            line = ledger.append("errand.asked", body)
        again = lines_of(register)[-1]
    assert again == line and again.body == body
    assert again.salt is not None
    assert again.head.commit == independent.commitment_of(again.salt, body)
