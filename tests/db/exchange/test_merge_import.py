"""Bringing files into a command post: what is taken in, what is refused and kept aside, and what the post notes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from db import desk_models, models, trust_models
from db.books.posts import post_identity
from db.errors import Denied, Fault, Refusal, RefusalCode
from db.exchange.merge import importing
from db.exchange.merge.importing import (
    check_may_import,
    file_set_aside,
    files_set_aside,
    import_file,
    look_at_file,
    retry_set_aside,
)
from db.ledger.line import Line
from db.ledger.store import read_lines
from db.ledger.verify import verify_register
from db.register import Register
from db.trust.age_keys import new_identity
from db.trust.keys import SigningKey
from db.trust.roles import Role
from tests.db.exchange.made_bundles import foreign_members, zipped
from tests.desks import POST, Bundled, MadeGate, admit, bring, bundled, desk_on, views_of
from tests.registers import as_role, new_register


@pytest.fixture(params=["file", "server"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Register]:
    """A command post on each database."""
    with desk_on(request.param, tmp_path) as register:
        yield register


@pytest.fixture
def file_desk(tmp_path: Path) -> Iterator[Register]:
    """A command post in a file."""
    with desk_on("file", tmp_path) as register:
        yield register


def gate_312(lines: int = 6) -> MadeGate:
    gate = MadeGate.open(312)
    gate.issue(1)
    for turn in range(lines - 2):
        gate.cross("in" if turn % 2 else "out", gate.pass_id(1), day=turn // 4)
    return gate


def own_lines(desk: Register) -> list[Line]:
    with desk.reading() as connection:
        return list(read_lines(connection, POST, 1))


def recipient_of(desk: Register) -> str:
    with desk.reading() as connection:
        return str(post_identity(connection).to_public())  # type: ignore[union-attr]


def test_an_encrypted_bundle_of_an_admitted_gate_is_taken_in_and_noted(
    desk: Register, tmp_path: Path
) -> None:
    gate = gate_312()
    admit(desk, gate)
    (done,) = bring(desk, tmp_path, gate.bundle(recipient=recipient_of(desk)))
    assert done.refused is None and done.taken is not None and done.whose is not None
    assert (done.taken.lines, done.taken.new, done.taken.already_there) == (6, 6, 0)
    assert (done.whose.gate, done.whose.first, done.whose.last, done.whose.encrypted) == (312, 1, 6, True)
    assert done.whose.days == ("2020-02-10", "2020-02-10")
    noted = own_lines(desk)[-1]
    assert noted.head.kind == "bundle.imported" and noted.body is not None
    assert {name: noted.body[name] for name in ("gate", "epoch", "first", "last", "head", "new")} == {
        "gate": 312, "epoch": 1, "first": 1, "last": 6, "head": gate.tip, "new": 6
    }  # fmt: skip
    assert (noted.body["from_day"], noted.body["until_day"]) == ("2020-02-10", "2020-02-10")


def test_bringing_it_again_is_nothing_new_and_is_not_noted_again(file_desk: Register, tmp_path: Path) -> None:
    gate = gate_312()
    admit(file_desk, gate)
    bring(file_desk, tmp_path, gate.bundle())
    before = (views_of(file_desk), len(own_lines(file_desk)))
    (again,) = bring(file_desk, tmp_path, gate.bundle())
    assert again.taken is not None
    assert (again.taken.lines, again.taken.new, again.taken.already_there) == (6, 0, 6)
    assert (views_of(file_desk), len(own_lines(file_desk))) == before


def test_what_a_bundle_would_bring_is_seen_before(file_desk: Register, tmp_path: Path) -> None:
    gate = gate_312()
    admit(file_desk, gate)
    path = gate.bundle(3).put(tmp_path)
    seen = look_at_file(file_desk, path, check_may_import(file_desk))
    assert (seen.whose.gate, seen.whose.first, seen.whose.last) == (312, 3, 6)
    assert (seen.known, seen.missing_before) == (0, (1, 2))
    bring(file_desk, tmp_path, gate.bundle(1, 4))
    seen = look_at_file(file_desk, path, check_may_import(file_desk))
    assert (seen.known, seen.missing_before) == (2, None)


def refused_with(desk: Register, folder: Path, bundle: Bundled) -> RefusalCode:
    """Brings in what must be refused: nothing of it is in, and it is kept aside with the reason."""
    before = views_of(desk)
    (done,) = bring(desk, folder, bundle)
    assert done.taken is None and isinstance(done.refused, Refusal)
    assert views_of(desk) == before
    aside = files_set_aside(desk)
    assert [one.name for one in aside] == [bundle.name]
    assert aside[0].reason == done.refused.code.value
    assert file_set_aside(desk, aside[0].sha256) == bundle.data
    assert own_lines(desk)[-1].head.kind == "bundle.refused"
    return RefusalCode(done.refused.code)


def test_a_stranger_is_refused(desk: Register, tmp_path: Path) -> None:
    admit(desk, gate_312())
    assert refused_with(desk, tmp_path, MadeGate.open(313).bundle()) is RefusalCode.SIGNER_UNKNOWN


def test_an_admitted_gate_cannot_sign_for_another(file_desk: Register, tmp_path: Path) -> None:
    gate, other = gate_312(), MadeGate.open(313, seed=312)
    admit(file_desk, gate, MadeGate.open(313))
    assert gate.key.public == other.key.public
    assert refused_with(file_desk, tmp_path, other.bundle()) is RefusalCode.SIGNER_UNKNOWN


def test_the_posts_own_number_is_nobody_elses(file_desk: Register, tmp_path: Path) -> None:
    assert refused_with(file_desk, tmp_path, MadeGate.open(POST).bundle()) is RefusalCode.SIGNER_UNKNOWN


def test_a_bundle_for_another_post_is_refused(file_desk: Register, tmp_path: Path) -> None:
    gate = gate_312()
    admit(file_desk, gate)
    bundle = gate.bundle(recipient=str(new_identity().to_public()))
    assert refused_with(file_desk, tmp_path, bundle) is RefusalCode.BUNDLE_NOT_FOR_US


@pytest.mark.parametrize("said", [True, False])
def test_a_practice_register_is_refused_even_where_its_bundle_is_silent(
    file_desk: Register, tmp_path: Path, said: bool
) -> None:
    gate = gate_312()
    gate.write("practice.marked", {"note": ""})
    admit(file_desk, gate)
    assert refused_with(file_desk, tmp_path, gate.bundle(practice=said)) is RefusalCode.PRACTICE_BUNDLE


def cut_off(desk: Register, gate: MadeGate, seq: int) -> None:
    """The post cuts the gate's key off after line `seq`."""
    with desk.writing() as ledger:
        body = {
            "gate": gate.number,
            "epoch": 1,
            "seq": seq,
            "head": gate.lines[seq - 1].hash,
            "reason": "被盗",
        }
        ledger.append("gate.cut_off", body)


def test_lines_after_the_one_at_which_a_key_was_cut_off_are_refused(desk: Register, tmp_path: Path) -> None:
    gate = gate_312(8)
    admit(desk, gate)
    bring(desk, tmp_path, gate.bundle(1, 5))
    cut_off(desk, gate, 5)
    assert refused_with(desk, tmp_path, gate.bundle(4)) is RefusalCode.SIGNER_CUT_OFF
    (earlier,) = bring(desk, tmp_path, gate.bundle(2, 5))
    assert earlier.taken is not None and earlier.taken.already_there == 4


def test_a_copy_of_a_cut_off_laptop_contradicts_nothing(desk: Register, tmp_path: Path) -> None:
    """The thief's lines are not even weighed against those of the gate's new laptop."""
    gate, thief = gate_312(6), gate_312(6)
    thief = gate.clone()
    admit(desk, gate)
    bring(desk, tmp_path, gate.bundle())
    cut_off(desk, gate, 6)
    thief.cross("in", None, name="不速之客")
    gate.key = SigningKey(b"\x11" * 32)
    gate.restore(6)
    gate.cross("out", None)
    admit(desk, gate)
    stolen, new = bring(desk, tmp_path, thief.bundle(), gate.bundle())
    assert stolen.refused is not None and stolen.refused.code is RefusalCode.SIGNER_CUT_OFF
    assert new.taken is not None and (new.taken.new, new.taken.forks) == (2, [])


def test_a_changed_key_is_believed_from_the_line_that_changed_it(desk: Register, tmp_path: Path) -> None:
    gate = gate_312(6)
    admit(desk, gate)
    old = gate.bundle(1, 4)
    gate.rotate(SigningKey(b"\x12" * 32))
    gate.cross("in", None)
    done = bring(desk, tmp_path, old, gate.bundle(5), gate.bundle(1, 3))
    assert [one.refused for one in done] == [None, None, None]


def test_a_file_whose_signer_is_told_of_later_is_taken_in_then(desk: Register, tmp_path: Path) -> None:
    gate = gate_312(6)
    admit(desk, gate)
    gate.rotate(SigningKey(b"\x12" * 32))
    for _ in range(3):
        gate.cross("in", None)
    late, early = bring(desk, tmp_path, gate.bundle(9), gate.bundle(1, 8))
    assert late.refused is not None and late.refused.code is RefusalCode.SIGNER_UNKNOWN
    assert early.refused is None
    (again,) = retry_set_aside(desk, lambda work: work())
    assert again.taken is not None and (again.taken.new, again.taken.gaps) == (2, [])
    assert files_set_aside(desk) == []
    assert retry_set_aside(desk, lambda work: work()) == []


def test_a_gate_that_is_admitted_later_need_not_bring_its_files_again(
    file_desk: Register, tmp_path: Path
) -> None:
    gate = gate_312()
    bring(file_desk, tmp_path, gate.bundle())
    assert retry_set_aside(file_desk, lambda work: work()) == []
    admit(file_desk, gate)
    (again,) = retry_set_aside(file_desk, lambda work: work())
    assert again.taken is not None and again.taken.new == 6


def _flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0x20]) + data[at + 1 :]


def _told(gate: MadeGate, /, **changes: Any) -> bytes:
    return zipped(foreign_members(gate.lines, signer=gate.key, **{"key": gate.key.public.hex(), **changes}))


def _with_line(gate: MadeGate, place: int, text: bytes) -> bytes:
    import hashlib

    members = foreign_members(gate.lines, signer=gate.key, key=gate.key.public.hex())
    lines = members["lines.jsonl"].splitlines(keepends=True)
    lines[place] = text + b"\n"
    data = b"".join(lines)
    told = foreign_members(
        gate.lines, signer=gate.key, key=gate.key.public.hex(), lines_sha256=hashlib.sha256(data).hexdigest()
    )
    return zipped({**told, "lines.jsonl": data})


def _member_added(gate: MadeGate, name: str) -> bytes:
    out = io.BytesIO(zipped(foreign_members(gate.lines, signer=gate.key, key=gate.key.public.hex())))
    with zipfile.ZipFile(out, "a") as container:
        container.writestr(name, b"x")
    return out.getvalue()


DAMAGES: dict[str, Any] = {
    "empty": lambda gate: b"",
    "rubbish": lambda gate: b"PK" + bytes(range(256)) * 40,
    "cut short": lambda gate: gate.bundle().data[:-200],
    "one bit at its start": lambda gate: _flipped(gate.bundle().data, 40),
    "one bit in its middle": lambda gate: _flipped(gate.bundle().data, len(gate.bundle().data) // 2),
    "one bit at its end": lambda gate: _flipped(gate.bundle().data, len(gate.bundle().data) - 5),
    "counts that lie": lambda gate: _told(gate, count=5),
    "a range that lies": lambda gate: _told(gate, last=9, count=9),
    "another gate's lines": lambda gate: _told(gate, gate=313),
    "a hash that lies": lambda gate: _told(gate, lines_sha256="0" * 64),
    "a head that lies": lambda gate: _told(gate, head="0" * 64),
    "a signature of somebody else": lambda gate: zipped(
        foreign_members(gate.lines, signer=SigningKey(b"\x01" * 32), key=gate.key.public.hex())
    ),
    "a newer format": lambda gate: _told(gate, format="gatebook-bundle/2"),
    "a way out of the folder": lambda gate: _member_added(gate, "../../autorun.inf"),
    "one member more": lambda gate: _member_added(gate, "readme.txt"),
    "a float": lambda gate: _with_line(gate, 2, gate.lines[2].encode().replace(b'"seq":3', b'"seq":3.0')),
    "a key twice": lambda gate: _with_line(
        gate, 2, gate.lines[2].encode().replace(b'{"body"', b'{"body":{},"body"')
    ),
    "a huge string": lambda gate: _with_line(
        gate, 2, gate.lines[2].encode().replace("周文静".encode(), b"x" * 70_000)
    ),
    "a changed body": lambda gate: _with_line(
        gate, 2, gate.lines[2].encode().replace("周文静".encode(), "李".encode())
    ),
    "a line of another type": lambda gate: _with_line(gate, 2, b"[1,2,3]"),
}


@pytest.mark.parametrize("what", DAMAGES)
def test_a_damaged_bundle_is_refused_whole(file_desk: Register, tmp_path: Path, what: str) -> None:
    gate = gate_312()
    admit(file_desk, gate)
    code = refused_with(
        file_desk, tmp_path, Bundled("gatebook-0312-e1-000001-000006.gbk", DAMAGES[what](gate))
    )
    assert code is not RefusalCode.SIGNER_UNKNOWN
    (whole,) = bring(file_desk, tmp_path, gate.bundle())
    assert whole.taken is not None and whole.taken.new == 6


def test_a_damaged_encrypted_bundle_is_refused_wherever_it_is_damaged(
    file_desk: Register, tmp_path: Path
) -> None:
    gate = gate_312()
    admit(file_desk, gate)
    whole = gate.bundle(recipient=recipient_of(file_desk))
    before = views_of(file_desk)
    for at in range(0, len(whole.data), 97):
        (done,) = bring(file_desk, tmp_path, Bundled(whole.name, _flipped(whole.data, at)))
        assert done.refused is not None, at
    assert views_of(file_desk) == before
    (done,) = bring(file_desk, tmp_path, whole)
    assert done.refused is None


def test_the_same_bad_file_is_kept_and_noted_once(file_desk: Register, tmp_path: Path) -> None:
    bad = Bundled("a.gbk", b"nothing")
    bring(file_desk, tmp_path, bad, bad, Bundled("b.gbk", b"nothing"))
    assert [one.name for one in files_set_aside(file_desk)] == ["a.gbk"]
    assert [line.head.kind for line in own_lines(file_desk)].count("bundle.refused") == 1


def test_a_stick_full_of_large_rubbish_does_not_fill_the_register(
    file_desk: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "MOST_KEPT_BYTES", 1000)
    monkeypatch.setattr(importing, "MOST_KEPT_IN_ALL", 1500)
    files = [
        Bundled(f"{name}.gbk", name.encode() * size) for name, size in (("a", 900), ("b", 1001), ("c", 700))
    ]
    bring(file_desk, tmp_path, *files)
    assert {one.name: one.kept for one in files_set_aside(file_desk)} == {
        "a.gbk": True,
        "b.gbk": False,
        "c.gbk": False,
    }
    assert {one.name: one.bytes for one in files_set_aside(file_desk)} == {
        "a.gbk": 900,
        "b.gbk": 1001,
        "c.gbk": 700,
    }


def test_a_gates_register_takes_no_bundles(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        with pytest.raises(Refusal) as caught:
            import_file(register, gate_312().bundle().put(tmp_path), lambda work: work())
        assert caught.value.code is RefusalCode.NOT_A_DESK


def test_a_volunteer_brings_nothing_in(file_desk: Register, tmp_path: Path) -> None:
    as_role(file_desk, Role.VOLUNTEER)
    with pytest.raises(Denied):
        import_file(file_desk, gate_312().bundle().put(tmp_path), lambda work: work())


def test_a_file_that_is_not_there_is_the_machines_fault(file_desk: Register, tmp_path: Path) -> None:
    with pytest.raises(Fault):
        import_file(file_desk, tmp_path / "gone.gbk", lambda work: work())


def test_bodies_that_break_their_type_stay_in_the_chain_and_change_nothing(
    desk: Register, tmp_path: Path
) -> None:
    gate = MadeGate.open(312)
    gate.write("entry.recorded", {"no": "one", "day": 5})
    gate.write("pass.issued", {"pass": gate.pass_id(1), "issue": 2**53 - 1})
    gate.cross("in", None, temp_tenths=2**40)
    gate.cross("in", "M-0312-00000000000001")
    gate.issue(2, id_type="x" * 500)
    gate.issue(3, valid_until="2020-02-31")
    gate.write("something.new", {"of": "a later version"})
    gate.write("gate.opened", {"gate": 312})
    gate.cross("in", None)
    admit(desk, gate)
    (done,) = bring(desk, tmp_path, gate.bundle())
    assert done.taken is not None and done.taken.new == 10
    found = views_of(desk)
    assert len(found["lines"]) == 10
    assert len(found["entries"]) == 1
    assert found["passes"] == []


def test_a_post_that_took_lines_in_tells_no_more_than_that_in_its_own_ledger(
    desk: Register, tmp_path: Path
) -> None:
    """The post's line names no person."""
    gate = gate_312()
    admit(desk, gate)
    bring(desk, tmp_path, gate.bundle())
    body = own_lines(desk)[-1].body
    assert "周文静" not in str(body)
    with desk.reading() as connection:
        assert connection.execute(select(desk_models.arrivals.c.gate)).scalars().all() == [312]


def test_the_wrong_state_of_a_view_is_found_by_verification(file_desk: Register, tmp_path: Path) -> None:
    gate = gate_312()
    admit(file_desk, gate)
    bring(file_desk, tmp_path, gate.bundle())
    with file_desk.changing() as connection:
        connection.execute(update(models.entries).values(name="王芳"))
    with file_desk.reading() as connection:
        report = verify_register(connection)
    assert [problem.detail for problem in report.problems] == ["entries"]


def test_every_table_of_trust_belongs_to_somebody() -> None:
    """A gate is rebuilt by dropping its own rows: each view must say whose they are."""
    for table in [*models.tables_that_are("view"), *models.tables_that_are("index")]:
        assert models.owner_column(table) is not None, table.name
    assert models.owner_column(trust_models.admissions) is trust_models.admissions.c.post
    assert models.owner_column(models.passes) is models.passes.c.gate


def test_photos_are_kept_once(file_desk: Register, tmp_path: Path) -> None:
    gate = gate_312()
    admit(file_desk, gate)
    photo = b"\xff\xd8 face"
    bring(file_desk, tmp_path, bundled(gate.lines[:3], gate.key, photo), bundled(gate.lines, gate.key, photo))
    assert len(views_of(file_desk)["attachments"]) == 1


def test_a_post_with_files_set_aside_verifies(desk: Register, tmp_path: Path) -> None:
    bring(desk, tmp_path, Bundled("a.gbk", b"nothing"))
    with desk.reading() as connection:
        assert verify_register(connection).ok
