"""The purge: what goes, what must stay, and that nothing of what went can be read anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import text

from db import desk_models
from db.backups import back_up
from db.books.crossings import (
    Held,
    Reading,
    Recorded,
    record_crossing,
    record_past,
    record_person,
    void_entry,
)
from db.books.days import counters, days_with_lines, summarise
from db.books.entries import entries_of_day
from db.books.exports import Range, record_export
from db.books.holds import open_holds
from db.books.issuing import bind_blank, reissue_pass, reserve_blanks, revoke_pass
from db.books.joined_post import own_post
from db.books.pass_id import Book, PassId, Scope
from db.books.passes import get_pass
from db.books.photos import get_photo, put_photo
from db.books.purges import SPARED
from db.books.verdict import Direction, Verdict
from db.engine import connect_to
from db.errors import Denied, Refusal, RefusalCode
from db.ledger.checking import ProblemKind
from db.ledger.line import ZERO_HASH, Line
from db.ledger.replay import fingerprints, replay, replayed_fingerprints
from db.ledger.seal import seals_of
from db.ledger.store import read_lines
from db.ledger.verify import verify_lines, verify_register
from db.purging import PurgeDone, purge
from db.register import Register
from db.trust.roles import Role
from tests.desks import MadeGate, admit, bundled, file_desk, take
from tests.district import District, look
from tests.registers import FakeClock, as_role, holder, issue, new_register, prepared

FIRST = "2020-02-10"
SECRET = "不可外泄的姓名"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def register(tmp_path: Path, clock: FakeClock) -> Iterator[Register]:
    with new_register(tmp_path, clock) as register:
        yield register


def cross(register: Register, digits: str, tenths: int = 365) -> Recorded | Held:
    seen = look(register, digits, None)
    with register.writing() as ledger:
        return record_crossing(ledger, seen, seen.direction or Direction.IN, Reading(tenths))


def lines(register: Register) -> list[Line]:
    with register.reading() as connection:
        return list(read_lines(connection, 312, 1))


def problems(register: Register) -> list[tuple[ProblemKind, int, str]]:
    with register.reading() as connection:
        return [(one.kind, one.seq, one.detail) for one in verify_register(connection).problems]


def ends(until: str) -> dict[str, Any]:
    return {"valid_from": date(2020, 2, 1), "valid_until": date.fromisoformat(until)}


class Story:
    """A first day with everything on it, and forty days after it."""

    def __init__(self, register: Register, clock: FakeClock) -> None:
        self.register = register
        with register.writing() as ledger:
            self.photo = put_photo(ledger, b"\xff\xd8photo of someone\xff\xd9")
        self.live, self.live_digits = issue(register, "常在", **ends("2020-12-31"))
        self.expired, self.expired_digits = issue(register, SECRET, photo=self.photo, **ends("2020-02-20"))
        self.signed, self.signed_digits = issue(register, SECRET, scope=Scope.DISTRICT, **ends("2020-12-31"))
        self.revoked, self.revoked_digits = issue(register, SECRET, **ends("2020-12-31"))
        with register.writing() as ledger:
            revoke_pass(ledger, self.signed.id, "离岗")
            revoke_pass(ledger, self.revoked.id, "离岗")
            self.blanks = reserve_blanks(ledger, Book.SUPPORT, 3)
            blank = self.blanks[0].pass_id
            self.bound = bind_blank(ledger, blank, holder(SECRET, Book.SUPPORT, **ends("2020-02-20")))
        for digits in (self.live_digits, self.expired_digits, self.live_digits):
            cross(register, digits)
        with register.writing() as ledger:
            record_person(ledger, "visitor", SECRET, Direction.IN, Reading(366))
            entry = entries_of_day(ledger.connection, 312, FIRST)[1]
            void_entry(ledger, entry.epoch, entry.seq, "scanned twice")
            self.held = record_person(ledger, "visitor", "还在等", Direction.IN, Reading(380))
        self.first_day = self.summary(FIRST)
        clock.forward(days=40)
        cross(register, self.live_digits)
        with register.writing():
            pass  # seals the first day
        clock.forward(days=1)
        with register.writing():
            pass

    def summary(self, day: str) -> Any:
        with self.register.reading() as connection:
            return summarise(connection, 312, day, self.register.clock.today().isoformat())

    def purge(self, older_than: int = 30) -> PurgeDone:
        return purge(self.register, older_than)


@pytest.fixture
def story(register: Register, clock: FakeClock) -> Story:
    return Story(register, clock)


def kept(register: Register) -> list[str]:
    """The kinds of the first day's lines that still have their body."""
    return [
        line.head.kind for line in lines(register) if line.body is not None and line.head.at[:10] == FIRST
    ]


def test_bodies_and_salts_go_and_heads_and_chain_stay(story: Story) -> None:
    before = lines(story.register)
    done = story.purge()
    assert done.through == "2020-02-20"
    after = lines(story.register)
    assert [line.head for line in after[: len(before)]] == [line.head for line in before]
    gone = [line for line in after if line.body is None]
    assert len(gone) == done.lines > 8
    assert all(line.salt is None and line.head.at[:10] <= done.through for line in gone)
    assert {line.head.kind for line in gone} & SPARED == set()
    told = after[-1]
    assert told.head.kind == "purged" and told.body is not None
    assert told.body["through"] == done.through
    assert told.body["highest"] == {"medical": 4, "support": 3}
    assert problems(story.register) == []


def test_gates_keys_live_passes_revocations_and_seals_stay(story: Story) -> None:
    story.purge()
    stays = kept(story.register)
    assert stays.count("gate.opened") == 1
    assert stays.count("pass.issued") == 1  # the live one
    assert stays.count("pass.revoked") == 2
    assert "pass.reserved" in stays and "operator.added" in stays
    assert "entry.recorded" not in stays and "entry.voided" not in stays
    with story.register.reading() as connection:
        assert get_pass(connection, story.live.id) == story.live
        assert get_pass(connection, story.expired.id) is None
        assert len(seals_of(connection, 312, FIRST)) == 1


def test_the_days_counts_outlive_their_lines(story: Story) -> None:
    story.purge()
    after, before = story.summary(FIRST), story.first_day
    names = ("entries", "voided", "inferred", "turned_away")
    assert [getattr(after, name) for name in names] == [getattr(before, name) for name in names]
    assert (before.entries, before.voided) == (4, 1)
    assert after.counters.books == before.counters.books
    assert (after.counters.numbers, after.counters.fevers) == (4, 1)
    assert after.purged and not before.purged and not after.nothing_to_report
    with story.register.reading() as connection:
        assert days_with_lines(connection, 312)[-1] == FIRST


def test_views_are_what_a_replay_of_what_is_left_gives(story: Story) -> None:
    story.purge()
    with story.register.writing() as ledger:
        views = fingerprints(ledger.connection)
        assert views == replayed_fingerprints(ledger.connection)
        replay(ledger.connection)
        assert fingerprints(ledger.connection) == views


def test_numbers_go_on_where_they_were(story: Story, clock: FakeClock) -> None:
    story.purge()
    assert issue(story.register)[0].id.number == 5
    with story.register.writing() as ledger:
        assert reserve_blanks(ledger, Book.SUPPORT, 1)[0].number == 4
        at = ledger.clock.now() - timedelta(days=41)
        late = record_past(ledger, at, Direction.IN, None, "补录", 365)
    assert late is not None and (late.day, late.no) == (FIRST, 5)
    assert story.summary(FIRST).entries == 5
    clock.forward(days=1)
    with story.register.writing():
        pass
    with story.register.reading() as connection:
        assert [seal.entries for seal in seals_of(connection, 312, FIRST)] == [4, 5]
    assert problems(story.register) == []


def test_the_cards_of_passes_that_are_gone_are_still_told_apart(story: Story) -> None:
    story.purge()
    verdicts = {
        "live": look(story.register, story.live_digits, Direction.OUT).verdict,
        "expired": look(story.register, story.expired_digits).verdict,
        "revoked": look(story.register, story.revoked_digits).verdict,
        "revoked and signed": look(story.register, story.signed_digits).verdict,
        "bound blank": look(story.register, story.blanks[0].digits()).verdict,
        "blank": look(story.register, story.blanks[1].digits()).verdict,
    }
    assert verdicts == {
        "live": Verdict.OK,
        "expired": Verdict.EXPIRED,
        "revoked": Verdict.REVOKED,
        "revoked and signed": Verdict.REVOKED,
        "bound blank": Verdict.EXPIRED,
        "blank": Verdict.ATTENTION,
    }


def test_a_blank_whose_pass_is_gone_is_not_bound_again(story: Story) -> None:
    story.purge()
    with pytest.raises(Refusal) as refusal, story.register.writing() as ledger:
        bind_blank(ledger, story.blanks[0].pass_id, holder("新人", Book.SUPPORT))
    assert refusal.value.code is RefusalCode.NO_SUCH_PASS


def test_a_pass_that_was_reissued_keeps_all_its_lines_while_it_lives(
    register: Register, clock: FakeClock
) -> None:
    one, lost = issue(register, **ends("2020-12-31"))
    clock.forward(days=40)
    with register.writing() as ledger:
        reissue_pass(ledger, one.id, "lost")
        record_person(ledger, "visitor", "某人", Direction.IN, Reading(365))
    clock.forward(days=40)
    purge(register, 30)
    assert look(register, lost).verdict is Verdict.SUPERSEDED
    assert problems(register) == []


def test_someone_still_held_is_not_forgotten(story: Story) -> None:
    story.purge()
    with story.register.reading() as connection:
        assert [hold.seq for hold in open_holds(connection, 312)] == [story.held.seq]


def test_photos_that_no_pass_has_any_more_go(story: Story) -> None:
    assert story.purge().photos == 1
    with story.register.reading() as connection:
        assert get_photo(connection, story.photo) is None


def test_nothing_that_went_can_be_read_in_any_page_or_copy(story: Story, tmp_path: Path) -> None:
    """Every page is read with the key, as a forensic look at the file would."""
    back_up(story.register, tmp_path / "copy")
    done = story.purge()
    assert done.swept and done.backups.done == (tmp_path / "copy",)
    path = story.register.path
    story.register.close()
    wal = path.with_name(path.name + "-wal")
    assert not wal.exists() or wal.stat().st_size == 0
    key = prepared(312, "1 号门·东门", "泉韵佳苑").lead.register_key
    for file in (path, tmp_path / "copy"):
        plain = decrypted(file, key, tmp_path / "plain")
        assert b"SQLite format 3" in plain and "常在".encode() in plain
        assert SECRET.encode() not in plain
        assert b"photo of someone" not in plain


def decrypted(file: Path, key: bytes, target: Path) -> bytes:
    """All that stands in the file, without its encryption; a file without free pages has nothing else."""
    target.unlink(missing_ok=True)
    source, plain = connect_to(file, key), sqlcipher.connect(str(target))
    try:
        assert source.execute("PRAGMA freelist_count").fetchone() == (0,)
        source.execute("ATTACH DATABASE ? AS plain KEY ''", (str(target),))
        source.execute("SELECT sqlcipher_export('plain')")
        source.execute("DETACH DATABASE plain")
    finally:
        source.close()
        plain.close()
    return target.read_bytes()


def test_what_could_not_be_overwritten_is_when_the_register_is_opened_again(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(type(story.register.place), "write_anew", _in_use)
        assert not story.purge().swept
    swept = []
    original = type(story.register.place).write_anew

    def write_anew(place: Any, engine: Any) -> None:
        swept.append(1)
        original(place, engine)

    monkeypatch.setattr(type(story.register.place), "write_anew", write_anew)
    story.register.mend()
    story.register.mend()
    assert swept == [1]


def _in_use(*_: object) -> None:
    raise Refusal(RefusalCode.IN_USE)


def test_a_second_purge_adds_to_the_first(story: Story, clock: FakeClock) -> None:
    story.purge()
    cross(story.register, story.live_digits)
    first = story.summary(FIRST)
    clock.forward(days=60)
    done = story.purge()
    assert done.lines > 0
    assert story.summary(FIRST).entries == first.entries
    assert story.summary("2020-03-21").entries == 1
    with story.register.reading() as connection:
        assert counters(connection, 312, "2020-03-21").total.ins == 1
    assert problems(story.register) == []
    assert look(story.register, story.expired_digits).verdict is Verdict.EXPIRED


def test_there_may_be_nothing_to_drop(register: Register) -> None:
    issue(register)
    with pytest.raises(Refusal) as refusal:
        purge(register, 0)
    assert refusal.value.code is RefusalCode.NOTHING_TO_PURGE


def test_today_is_never_dropped(register: Register, clock: FakeClock) -> None:
    issue(register, **ends("2020-02-10"))
    clock.forward(days=1)
    _, digits = issue(register)
    cross(register, digits)
    purge(register, 0)
    assert look(register, digits, Direction.OUT).verdict is Verdict.OK
    assert [line.head.kind for line in lines(register) if line.body is None] == ["pass.issued"]


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.REGISTRAR])
def test_only_a_lead_purges(story: Story, role: Role) -> None:
    as_role(story.register, role)
    with pytest.raises(Denied):
        story.purge()


def test_a_purged_range_travels_and_verifies(story: Story) -> None:
    story.purge()
    some = lines(story.register)
    bundle = bundled(some, story.register.access.signing_key())
    assert bundle.data
    assert verify_lines(some, ZERO_HASH).problems == []


def test_verification_finds_a_body_that_no_purge_dropped(story: Story) -> None:
    story.purge()
    late = next(
        line for line in lines(story.register) if line.head.kind == "entry.recorded" and line.body is not None
    )
    wipe(story.register, late.head.seq)
    assert (ProblemKind.BODY_GONE, late.head.seq, "") in problems(story.register)


def test_verification_finds_a_body_that_no_purge_may_drop(story: Story) -> None:
    story.purge()
    wipe(story.register, 1)
    assert problems(story.register)[0] == (ProblemKind.BODY_GONE, 1, "gate.opened")


def wipe(register: Register, seq: int) -> None:
    with register.changing() as connection:
        connection.execute(text("UPDATE lines SET salt = NULL, body = NULL WHERE seq = :seq"), {"seq": seq})


def test_a_purge_that_covers_hundreds_of_days_is_several_lines(register: Register, clock: FakeClock) -> None:
    _, digits = issue(register, **ends("2021-12-31"))
    for _ in range(160):
        cross(register, digits)
        clock.forward(days=1)
    purge(register, 1)
    told = [line for line in lines(register) if line.head.kind == "purged"]
    assert len(told) == 2
    with register.reading() as connection:
        assert len(days_with_lines(connection, 312)) == 160
    assert problems(register) == []


def test_passes_that_are_gone_are_kept_as_runs_of_numbers(register: Register, clock: FakeClock) -> None:
    for number in range(6):
        issue(register, f"第{number}", **ends("2020-12-31" if number == 3 else "2020-02-11"))
    clock.forward(days=60)
    purge(register, 30)
    told = lines(register)[-1].body
    assert told is not None
    assert told["passes"] == {"medical": {"expired": [[1, 3], [5, 6]]}}
    with register.reading() as connection:
        assert get_pass(connection, PassId(312, Book.MEDICAL, 4)) is not None


def counted(register: Register, gate: int) -> dict[str, tuple[int, int]]:
    """(entries, medical people in) of each day, as the post's board has them."""
    with register.reading() as connection:
        table = desk_models.day_counts
        rows = connection.execute(table.select().where(table.c.gate == gate)).all()
        return {row.day: (row.entries, row.medical_in) for row in rows}


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Register]:
    with file_desk(tmp_path, clock) as desk:
        yield desk


def visited(number: int = 77) -> MadeGate:
    gate = MadeGate.open(number)
    gate.issue(1, valid_until="2020-02-20")
    for day in (0, 0, 1):
        gate.cross("in", gate.pass_id(1), day)
    gate.seal(0)
    return gate


def test_a_post_purges_its_copy_of_every_gates_lines_and_keeps_the_board(
    desk: Register, clock: FakeClock
) -> None:
    gate, newer = visited(), MadeGate.open(78)
    newer.cross("in", None, day=50)
    admit(desk, gate, newer)
    take(desk, gate.bundle(), newer.bundle())
    board = counted(desk, 77)
    assert board == {"2020-02-10": (2, 2), "2020-02-11": (1, 1)}
    clock.forward(days=60)
    done = purge(desk, 30)
    assert done.lines == 4
    assert counted(desk, 77) == board
    assert counted(desk, 78) == {"2020-03-31": (1, 0)}
    with desk.reading() as connection:
        assert verify_register(connection).problems == []
        views = fingerprints(connection)
        assert views == replayed_fingerprints(connection)
        assert summarise(connection, 77, "2020-02-10", "2020-04-10").entries == 2


def test_a_gates_own_purge_counts_at_the_post_whether_it_has_the_bodies_or_not(tmp_path: Path) -> None:
    gate = visited()
    counts = {"top": 2, "entries": 2, "medical_in": 2}
    told = {"through": "2020-02-10", "highest": {"medical": 1}, "days": {"2020-02-10": counts}}
    gate.write("purged", told, day=60)
    bare = [
        replace(line, salt=None, body=None) if line.head.kind == "entry.recorded" else line
        for line in gate.lines
    ]
    for name, some in (("whole", gate.lines), ("bare", bare)):
        (tmp_path / name).mkdir()
        with file_desk(tmp_path / name) as post:
            admit(post, gate)
            take(post, bundled(some, gate.key))
            assert counted(post, 77)["2020-02-10"] == (2, 2)


def test_lines_that_the_post_does_not_have_yet_are_not_dropped(tmp_path: Path, clock: FakeClock) -> None:
    district = District(tmp_path, clock)
    gate = district.gate(312)
    district.join(gate)
    _, digits = issue(gate)
    cross(gate, digits)
    clock.forward(days=60)
    with pytest.raises(Refusal) as refusal:
        purge(gate, 30)
    assert refusal.value.code is RefusalCode.NOT_YET_EXPORTED
    assert all(line.body is not None for line in lines(gate))
    with gate.writing() as ledger:
        post = own_post(ledger.connection, 312)
        assert post is not None
        record_export(ledger, FIRST, [Range(1, 1, ledger.tip.seq)], "/media/usb", post.recipient)
    assert purge(gate, 30).lines > 0
    district.close()
