"""Verification under attack, by someone with the register's key and all the time they want, but not the gate's."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, text

from db import models
from db.books.crossings import Reading, record_person
from db.books.exports import Range, record_export
from db.books.gate_keys import note_rotation
from db.books.verdict import Direction
from db.errors import Refusal
from db.ledger.canonical import canonical
from db.ledger.checking import Problem, ProblemKind
from db.ledger.line import ZERO_HASH, Line, make_line
from db.ledger.replay import replay
from db.ledger.seal import PaperSeal, last_seal, read_paper_seal, seal_day, sealed_bytes
from db.ledger.store import put_lines, read_lines
from db.ledger.verify import Report, _verify_gate, verify_register
from db.register import Register
from db.trust.keys import Purpose, SigningKey
from tests.registers import FakeClock, issue, new_register, prepared

FIRST, SECOND = "2020-02-10", "2020-02-11"
THIEF = SigningKey(b"\x66" * 32)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def register(tmp_path: Path, clock: FakeClock) -> Iterator[Register]:
    """Two sealed days, a rotation between them, and the beginning of a third."""
    with new_register(tmp_path, clock) as register:
        issue(register)
        busy(register, 3)
        seal(register, FIRST)
        old, new = register.access.signing_key(), SigningKey(b"\x77" * 32)
        clock.forward(days=1)
        with register.writing() as ledger:
            note_rotation(ledger, old, new)
        register.access = replace(register.access, signer=new)
        busy(register, 3)
        seal(register, SECOND)
        clock.forward(days=1)
        busy(register, 2)
        yield register


def busy(register: Register, count: int) -> None:
    with register.writing() as ledger:
        for number in range(count):
            record_person(ledger, "visitor", f"访客{number}", Direction.IN, Reading(365))


def seal(register: Register, day: str) -> None:
    with register.writing() as ledger:
        seal_day(ledger, day)


def lines(register: Register) -> list[Line]:
    with register.reading() as connection:
        return list(read_lines(connection, 312, 1))


def paper(register: Register, day: str) -> PaperSeal:
    """The seal as it was printed on the day's report."""
    with register.reading() as connection:
        found = last_seal(connection, 312, day)
        assert found is not None
        return read_paper_seal(found.digits() or "")


def verify(register: Register, *papers: PaperSeal) -> list[Problem]:
    with register.reading() as connection:
        return verify_register(connection, *papers).problems


def first(problems: Sequence[Problem]) -> tuple[ProblemKind, int]:
    return problems[0].kind, problems[0].seq


def rewrite(register: Register, changed: Sequence[Line]) -> None:
    """Puts these lines in the ledger's place, and makes the views fit: a thorough attacker."""
    with register.changing() as connection:
        connection.execute(delete(models.lines))
        put_lines(connection, changed)
        replay(connection)


def rechained(some: Sequence[Line], place: int = 1) -> list[Line]:
    """The lines numbered and chained anew from a place on; seals keep what they say."""
    done = list(some[: place - 1])
    for line in some[place - 1 :]:
        head = line.head
        prev = done[-1].hash if done else ZERO_HASH
        new = replace(head, seq=len(done) + 1, prev=prev)
        done.append(Line(new, line.salt, line.body))
    return done


def changed_body(line: Line, **facts: Any) -> Line:
    """The line with another body, its commitment made to fit."""
    head = line.head
    body = {**(line.body or {}), **facts}
    return make_line(head.gate, head.epoch, head.seq, head.at, head.operator, head.kind, body, head.prev)


def place_of(some: Sequence[Line], kind: str, nth: int = 0) -> int:
    return [line.head.seq for line in some if line.head.kind == kind][nth]


def test_an_honest_register_verifies_with_both_papers(register: Register) -> None:
    assert verify(register) == []
    for day in (FIRST, SECOND):
        assert verify(register, paper(register, day)) == []


def test_a_changed_body_is_named(register: Register) -> None:
    some = lines(register)
    at = place_of(some, "entry.recorded")
    with register.changing() as connection:
        body = canonical({**(some[at - 1].body or {}), "name": "别人"}).decode()
        connection.execute(text("UPDATE lines SET body = :body WHERE seq = :seq"), {"body": body, "seq": at})
    assert first(verify(register)) == (ProblemKind.BODY_CHANGED, at)


def test_every_byte_of_a_line_counts(register: Register) -> None:
    """One line, as the register stores it, changed at each of its characters."""
    some = lines(register)
    line = some[place_of(some, "entry.recorded") - 1]
    columns = ("at", "operator", "kind", "commitment", "prev", "salt", "body")
    with register.reading() as connection:
        where = models.lines.c.seq == line.head.seq
        row = dict(connection.execute(models.lines.select().where(where)).mappings().one())
    for column in columns:
        stored = str(row[column])
        for place in range(len(stored)):
            other = stored[:place] + chr(ord(stored[place]) ^ 1) + stored[place + 1 :]
            found = _with(register, {**row, column: other})
            assert first(found)[1] in (line.head.seq, line.head.seq + 1), (column, place)


def _with(register: Register, row: dict[str, Any]) -> list[Problem]:
    """What a check of the lines says with one row changed; nothing is kept."""
    report = Report()
    with register.engine.connect() as connection:
        table = models.lines
        connection.execute(delete(table).where(table.c.seq == row["seq"]))
        connection.execute(insert(table), row)
        _verify_gate(connection, 312, [1], report)
        connection.rollback()
    return report.problems


Attack = Callable[[list[Line]], list[Line]]


def removed(some: list[Line]) -> list[Line]:
    at = place_of(some, "entry.recorded", 1)
    return rechained([*some[: at - 1], *some[at:]], at)


def reordered(some: list[Line]) -> list[Line]:
    at = place_of(some, "entry.recorded")
    return rechained([*some[: at - 1], some[at], some[at - 1], *some[at + 1 :]], at)


def added(some: list[Line]) -> list[Line]:
    at = place_of(some, "entry.recorded", 1)
    more = changed_body(some[at - 1], no=4, name="从未来过")
    return rechained([*some[:at], more, *some[at:]], at)


def rewritten(some: list[Line]) -> list[Line]:
    at = place_of(some, "entry.recorded", 1)
    return rechained([*some[: at - 1], changed_body(some[at - 1], name="别人"), *some[at:]], at)


@pytest.mark.parametrize("attack", [removed, reordered, added, rewritten])
def test_a_whole_chain_that_was_made_anew_breaks_at_the_first_seal_behind_the_change(
    register: Register, attack: Attack
) -> None:
    some = attack(lines(register))
    rewrite(register, some)
    assert first(verify(register)) == (ProblemKind.SEAL_BROKEN, place_of(some, "day.sealed"))


@pytest.mark.parametrize("attack", [removed, reordered, added, rewritten])
def test_a_paper_shows_it_though_every_seal_was_made_anew_with_a_stolen_key(
    register: Register, attack: Attack
) -> None:
    papers = [paper(register, FIRST), paper(register, SECOND)]
    rewrite(register, resealed(attack(lines(register)), stolen_keys(register)))
    assert verify(register) == []
    for one in papers:
        assert [problem.kind for problem in verify(register, one)] == [ProblemKind.PAPER_SEAL_DIFFERS]


def stolen_keys(register: Register) -> dict[str, SigningKey]:
    first_key = prepared(312, "1 号门·东门", "泉韵佳苑").lead.signing_key
    assert first_key is not None
    return {key.public.hex(): key for key in (first_key, register.access.signing_key())}


def resealed(some: Sequence[Line], keys: dict[str, SigningKey]) -> list[Line]:
    """The same chain with each seal signed anew over what stands before it, by the key that it names."""
    done: list[Line] = []
    for line in some:
        head = replace(line.head, prev=done[-1].hash if done else ZERO_HASH)
        line = Line(head, line.salt, line.body)
        if head.kind == "day.sealed" and line.body is not None:
            day = line.body["day"]
            count = sum(
                one.head.kind == "entry.recorded" and (one.body or {}).get("day") == day for one in done
            )
            key = keys[line.body["key"]]
            message = sealed_bytes(day, count, 1, 312, head.prev, head.seq - 1)
            signature = key.sign(Purpose.SEAL, message).hex()
            line = changed_body(line, entries=count, head=head.prev, signature=signature)
        done.append(line)
    return done


def test_a_line_taken_out_leaves_a_gap(register: Register) -> None:
    at = place_of(lines(register), "entry.recorded", 2)
    with register.changing() as connection:
        connection.execute(text("DELETE FROM lines WHERE seq = :seq"), {"seq": at})
    found = verify(register)
    assert (first(found), found[0].detail) == ((ProblemKind.GAP, at + 1), f"{at}-{at}")


def test_two_lines_that_changed_places_break_the_chain(register: Register) -> None:
    at = place_of(lines(register), "entry.recorded")
    with register.changing() as connection:
        for old, new in ((at, 9001), (at + 1, at), (9001, at + 1)):
            connection.execute(text("UPDATE lines SET seq = :new WHERE seq = :old"), {"new": new, "old": old})
    assert first(verify(register)) == (ProblemKind.CHAIN_BROKEN, at)


def test_a_line_added_at_the_end_without_the_chain_is_named(register: Register) -> None:
    some = lines(register)
    extra = make_line(312, 1, len(some) + 1, some[-1].head.at, "op-1", "entry.recorded", {}, "ab" * 32)
    rewrite(register, [*some, extra])
    assert first(verify(register)) == (ProblemKind.CHAIN_BROKEN, len(some) + 1)


def test_a_tail_cut_off_before_a_seal_is_shown_by_its_paper(register: Register) -> None:
    """The lines and their seal are cut together: the register alone cannot know, the paper does."""
    witness = paper(register, SECOND)
    some = lines(register)
    rewrite(register, some[: place_of(some, "day.sealed", 1) - 2])
    assert verify(register) == []
    assert [one.kind for one in verify(register, witness)] == [ProblemKind.PAPER_SEAL_DIFFERS]
    assert verify(register, witness)[0].seq == witness.seq


def test_a_tail_cut_off_that_had_left_on_a_drive_is_missed(register: Register) -> None:
    some = lines(register)
    with register.writing() as ledger:
        record_export(ledger, SECOND, [Range(1, 1, len(some))], "/media/usb")
    rewrite(register, some[:-2])
    found = verify(register)
    assert (first(found), found[0].detail) == ((ProblemKind.TAIL_GONE, len(some) - 1), str(len(some)))


def test_a_tail_cut_off_or_made_anew_that_the_post_witnessed_is_missed(register: Register) -> None:
    some = lines(register)
    seen = some[-1]
    row = {"gate": 312, "name": "", "compound": "", "area": "", "state": "admitted", "epoch": 1}
    with register.changing() as connection:
        connection.execute(
            insert(models.metadata.tables["trusted_gates"]), {**row, "seq": seen.head.seq, "head": seen.hash}
        )
    rewrite(register, some[:-1])
    assert first(verify(register)) == (ProblemKind.TAIL_GONE, seen.head.seq)
    rewrite(register, [*some[:-1], changed_body(seen, name="别人")])
    assert first(verify(register)) == (ProblemKind.WITNESS_DIFFERS, seen.head.seq)


def test_a_seal_of_another_chain_is_found(register: Register, tmp_path: Path) -> None:
    """A seal that the gate did sign, over other lines: two accounts of one day."""
    some = lines(register)
    at = place_of(some, "day.sealed")
    other = resealed(added(some), stolen_keys(register))
    foreign = next(line for line in other if line.head.kind == "day.sealed")
    rewrite(register, rechained([*some[: at - 1], foreign, *some[at:]], at))
    assert first(verify(register)) == (ProblemKind.SEAL_BROKEN, at)


def test_a_seal_that_counts_wrong_is_found(register: Register) -> None:
    some = lines(register)
    at = place_of(some, "day.sealed", 1)
    line = some[at - 1]
    assert line.body is not None
    key = register.access.signing_key()
    message = sealed_bytes(SECOND, 99, 1, 312, line.head.prev, at - 1)
    signature = key.sign(Purpose.SEAL, message).hex()
    wrong = changed_body(line, entries=99, signature=signature)
    rewrite(register, rechained([*some[: at - 1], wrong, *some[at:]], at))
    assert first(verify(register)) == (ProblemKind.SEAL_MISCOUNTS, at)


def test_a_range_signed_anew_with_a_newer_key_is_found(register: Register) -> None:
    """Whoever gets the key of today cannot make yesterday: its seal is under yesterday's key."""
    some = rewritten(lines(register))
    newer = register.access.signing_key()
    at = place_of(some, "day.sealed")
    named = [changed_body(line, key=newer.public.hex()) if line.head.seq == at else line for line in some]
    rewrite(register, resealed(rechained(named, at), stolen_keys(register)))
    assert first(verify(register)) == (ProblemKind.SEAL_BROKEN, at)


def test_an_older_key_seals_nothing_after_it_was_rotated_away(register: Register) -> None:
    some = lines(register)
    keys = stolen_keys(register)
    older = next(key for key in keys if key != register.access.signing_key().public.hex())
    at = place_of(some, "day.sealed", 1)
    named = [changed_body(line, key=older) if line.head.seq == at else line for line in some]
    rewrite(register, resealed(rechained(named, at), keys))
    assert first(verify(register)) == (ProblemKind.SEAL_BROKEN, at)


def test_a_key_put_in_by_a_thief_is_found(register: Register) -> None:
    some = lines(register)
    at = place_of(some, "key.rotated")
    line = some[at - 1]
    assert line.body is not None
    signature = THIEF.sign(Purpose.KEY, THIEF.public).hex()
    forged = changed_body(line, new=THIEF.public.hex(), signature=signature)
    rewrite(register, rechained([*some[: at - 1], forged, *some[at:]], at))
    assert first(verify(register)) == (ProblemKind.KEY_BROKEN, at)


def test_views_that_do_not_fit_the_lines_are_found(register: Register) -> None:
    with register.changing() as connection:
        connection.execute(text("UPDATE entries SET name = '别人' WHERE no = 1"))
    found = verify(register)
    assert (first(found), found[0].detail) == ((ProblemKind.VIEWS_DIFFER, 0), "entries")


@pytest.mark.parametrize("place", [0, 1, 3, 5, 9, 11, 20, 42, 43, 60, 106])
def test_a_paper_that_was_tampered_with_is_told_apart(register: Register, place: int) -> None:
    with register.reading() as connection:
        found = last_seal(connection, 312, SECOND)
    assert found is not None
    data = bytearray(int(found.digits() or "").to_bytes(107, "big"))
    data[place] ^= 1
    try:
        forged = read_paper_seal(str(int.from_bytes(data, "big")))
    except Refusal:
        return
    kinds = [one.kind for one in verify(register, forged)]
    assert kinds in ([ProblemKind.PAPER_SEAL_DIFFERS], [ProblemKind.PAPER_SEAL_SIGNATURE])


def test_a_seal_made_by_another_key_over_the_right_head_is_no_witness(register: Register) -> None:
    good = paper(register, SECOND)
    message = sealed_bytes(SECOND, 3, 1, 312, good.head, good.seq)
    forged = replace(good, signature=THIEF.sign(Purpose.SEAL, message).hex())
    assert [one.kind for one in verify(register, forged)] == [ProblemKind.PAPER_SEAL_SIGNATURE]


def test_problems_are_told_in_the_order_of_the_lines(register: Register) -> None:
    some = lines(register)
    late, early = place_of(some, "entry.recorded", 4), place_of(some, "entry.recorded", 0)
    with register.changing() as connection:
        for at in (late, early):
            body = json.dumps({**(some[at - 1].body or {}), "name": "别人"}, ensure_ascii=False)
            connection.execute(
                text("UPDATE lines SET body = :body WHERE seq = :seq"), {"body": body, "seq": at}
            )
    assert [one.seq for one in verify(register)][:2] == [early, late]
