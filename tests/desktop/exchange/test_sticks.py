"""Sticks at a command post: what is found on them, what is never opened, what is told, and when it is stopped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.books.exports import unexported
from db.errors import Refusal, RefusalCode
from db.exchange.merge.importing import import_file
from db.moving import move_register
from db.register import Register, open_register
from desktop.changes import Topic
from desktop.operations import answers_out, imports, posts, sticks
from desktop.operations.exports import export_day
from desktop.operations.stick_files import find_bundles
from desktop.tasks import Progress
from tests.desks import MadeGate, admit, check_whole, file_desk, open_again, take, views_of
from tests.registers import OPERATOR, PASSPHRASE, FakeClock, issue, new_register
from tests.servers import drop_database, new_database


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Register]:
    """A command post in a file."""
    with file_desk(tmp_path) as register:
        yield register


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A drive."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def gate_of(number: int, lines: int = 9) -> MadeGate:
    gate = MadeGate.open(number)
    for _ in range(lines - 1):
        gate.cross("in", None)
    return gate


def test_bundles_are_found_anywhere_on_a_stick_and_nothing_else_is_opened(
    desk: Register, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = gate_of(7)
    admit(desk, gate)
    deep = stick / "Gatebook" / "0007" / "2020-02-10"
    deep.mkdir(parents=True)
    gate.bundle(1, 5).put(deep)
    (stick / "again.GBK").write_bytes(gate.bundle(6).data)
    for name in ("autorun.inf", "setup.exe", "holiday.jpg", "day-log.csv", "._again.GBK", "x.gbk.part"):
        (stick / name).write_bytes(b"never opened")
        os.chmod(stick / name, 0o000)
    opened: list[str] = []
    plain = Path.open

    def watching(path: Path, *given: object, **named: object) -> object:
        opened.append(path.name)
        return plain(path, *given, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", watching)
    done = sticks.import_bundles(desk, [stick]).value
    assert sorted(opened) == ["again.GBK", "gatebook-0007-e1-000001-000005.gbk"]
    assert (done.new, done.refused, done.stopped) == (9, (), None)


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right of its own")
def test_links_lead_nowhere(desk: Register, stick: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    gate_of(7).bundle().put(elsewhere)
    (stick / "here").symlink_to(elsewhere)
    (stick / "loop").symlink_to(stick)
    (stick / "a.gbk").symlink_to(elsewhere / "gatebook-0007-e1-000001-000009.gbk")
    assert find_bundles([stick]) == []


def test_ten_thousand_other_files_do_not_hide_a_bundle(desk: Register, stick: Path) -> None:
    for place in range(100):
        folder = stick / f"photos {place}"
        folder.mkdir()
        for number in range(100):
            (folder / f"IMG_{number:04d}.JPG").touch()
    path = gate_of(7).bundle().put(stick / "photos 57")
    assert find_bundles([stick]) == [path]


def test_files_are_taken_in_the_order_in_which_they_were_written(desk: Register, stick: Path) -> None:
    gate, other = gate_of(7, 12), gate_of(300, 4)
    for bundle in (*gate.bundles(3), *other.bundles(2)):
        bundle.put(stick)
    (stick / "aaa.gbk").write_bytes(b"")
    names = [path.name for path in find_bundles([stick, stick])]
    assert names == [
        "gatebook-0007-e1-000001-000003.gbk",
        "gatebook-0007-e1-000004-000006.gbk",
        "gatebook-0007-e1-000007-000009.gbk",
        "gatebook-0007-e1-000010-000012.gbk",
        "gatebook-0300-e1-000001-000002.gbk",
        "gatebook-0300-e1-000003-000004.gbk",
        "aaa.gbk",
    ]


def test_one_bad_file_does_not_keep_the_others_out(desk: Register, stick: Path) -> None:
    gate = gate_of(7)
    admit(desk, gate)
    (stick / "a.gbk").write_bytes(b"PK rubbish")
    gate.bundle().put(stick)
    done = sticks.import_bundles(desk, [stick])
    assert [one.refused.code for one in done.value.refused if one.refused] == [RefusalCode.BUNDLE_DAMAGED]
    assert done.value.new == 9
    assert done.change.touches(Topic.ARRIVALS) and done.change.touches(Topic.ENTRIES)
    assert [one.name for one in sticks.kept_aside(desk)] == ["a.gbk"]


def test_a_preview_takes_nothing_in(desk: Register, stick: Path) -> None:
    gate = gate_of(7)
    admit(desk, gate)
    take(desk, gate.bundle(1, 3))
    gate.bundle(5).put(stick)
    (stick / "a.gbk").write_bytes(b"")
    before = views_of(desk)
    found = sticks.preview_bundles(desk, [stick])
    assert views_of(desk) == before
    good, bad = found
    assert good.foreseen is not None
    assert (good.foreseen.whose.gate, good.foreseen.known, good.foreseen.missing_before) == (7, 0, (4, 4))
    assert bad.refused is not None
    assert sticks.kept_aside(desk) == []


def test_an_import_is_stopped_between_files_and_tells_what_was_done(desk: Register, stick: Path) -> None:
    gate = gate_of(7)
    admit(desk, gate)
    for bundle in gate.bundles(3):
        bundle.put(stick)
    progress = Progress()
    told: list[sticks.ImportMoved] = []
    progress.told.connect(lambda moved: told.append(moved) if isinstance(moved, sticks.ImportMoved) else None)
    progress.told.connect(lambda moved: progress.cancel() if getattr(moved, "done", 0) == 2 else None)
    done = sticks.import_bundles(desk, [stick], progress).value
    assert done.stopped is not None and done.stopped.code is RefusalCode.CANCELLED
    assert (done.new, len(done.files)) == (6, 2)
    assert [(moved.done, moved.files) for moved in told] == [(1, 3), (2, 3)]
    rest = sticks.import_bundles(desk, [stick]).value
    assert (rest.new, rest.stopped) == (3, None)


def test_a_stick_pulled_out_stops_nothing_but_itself(desk: Register, stick: Path, tmp_path: Path) -> None:
    gate, other = gate_of(7), gate_of(300, 4)
    admit(desk, gate, other)
    for bundle in gate.bundles(3):
        bundle.put(stick)
    other.bundle().put(tmp_path)
    progress = Progress()

    def pull_out(moved: object) -> None:
        if getattr(moved, "done", 0) == 1:
            for left in stick.iterdir():
                left.unlink()

    progress.told.connect(pull_out)
    done = sticks.import_bundles(desk, [stick, tmp_path], progress).value
    assert (len(done.lost), done.new, done.stopped) == (2, 3 + 4, None)
    found = sticks.outcomes(done)
    assert [(one.gate, one.new, one.outcome) for one in found] == [
        (7, 3, sticks.Outcome.TAKEN),
        (300, 4, sticks.Outcome.TAKEN),
        (None, 0, sticks.Outcome.LOST),
        (None, 0, sticks.Outcome.LOST),
    ]


def test_a_large_bundle_tells_how_far_it_is(desk: Register, stick: Path) -> None:
    gate = gate_of(7, 2_500)
    admit(desk, gate)
    path = gate.bundle().put(stick)
    progress = Progress()
    told: list[object] = []
    progress.told.connect(told.append)
    sticks.import_bundles(desk, [stick], progress)
    lines = [(one.path, one.lines) for one in told if isinstance(one, sticks.LinesMoved)]
    assert lines == [(path, 1_000), (path, 2_000), (path, 2_500)]


def test_what_came_is_told_gate_by_gate(desk: Register, stick: Path) -> None:
    """Taken in, known before, waiting for what is missing, two accounts, refused; a request is found beside them."""
    whole, known, late, cloned, stranger = (gate_of(number) for number in (1, 2, 3, 4, 5))
    admit(desk, whole, known, late, cloned)
    take(desk, known.bundle(), cloned.bundle(1, 5))
    other = cloned.clone(4)
    other.cross("out", None)
    for bundle in (whole.bundle(), known.bundle(), late.bundle(4), other.bundle(5), stranger.bundle()):
        bundle.put(stick)
    (stick / "rubbish.gbk").write_bytes(b"PK")
    done = sticks.import_bundles(desk, [stick]).value
    found = sticks.outcomes(done)
    assert [(one.gate, one.outcome.value) for one in found] == [
        (1, "taken"),
        (2, "known"),
        (3, "waiting"),
        (4, "forked"),
        (5, "refused"),
        (None, "refused"),
    ]
    assert [(one.first, one.last) for one in found[2].missing] == [(1, 3)]
    assert found[3].forks == ((1, 5),)


def test_a_request_is_found_among_other_documents(tmp_path: Path, stick: Path) -> None:
    with new_register(tmp_path) as gate:
        posts.ask_to_be_admitted(gate, stick / "gatebook-request-0312.json")
        mark = posts_fingerprint(gate)
    (stick / "request.json").write_text('{"doc": 1}')
    (stick / "gatebook-settings.json").write_text("[]")
    (stick / "申请.json").write_bytes((stick / "gatebook-request-0312.json").read_bytes())
    with file_desk(tmp_path) as desk:
        (one,) = sticks.look_at_sticks(desk, [stick]).requests
    assert (one.request.gate, one.fingerprint) == (312, mark)


def test_a_request_that_was_granted_is_not_offered_again(tmp_path: Path, stick: Path) -> None:
    with new_register(tmp_path) as gate, file_desk(tmp_path) as desk:
        path = posts.ask_to_be_admitted(gate, stick / "gatebook-request-0312.json")
        assert [one.request.gate for one in sticks.look_at_sticks(desk, [stick]).requests] == [312]
        # The post says where the gate stands, which is not what the request says.
        posts.admit_request(desk, path.read_bytes(), compound="和平里")
        assert sticks.look_at_sticks(desk, [stick]).requests == ()
        posts.retire(desk, 312)
        assert [one.request.gate for one in sticks.look_at_sticks(desk, [stick]).requests] == [312]


def test_a_file_refused_early_and_believed_by_the_end_is_told_once_as_taken_in(
    desk: Register, stick: Path
) -> None:
    from db.trust.keys import SigningKey

    gate = gate_of(7, 4)
    admit(desk, gate)
    gate.rotate(SigningKey(b"\x21" * 32))
    gate.cross("in", None)
    (stick / "gatebook-0007-e1-000000-000000.gbk").write_bytes(gate.bundle(6).data)
    gate.bundle(1, 5).put(stick)
    done = sticks.import_bundles(desk, [stick]).value
    assert [one.refused for one in done.files] == [None, None]
    assert (done.new, done.again) == (6, ())
    assert sticks.kept_aside(desk) == []


def test_a_stick_goes_round_between_a_gate_and_its_post(tmp_path: Path, stick: Path) -> None:
    """Asked to be admitted, answered, exported, brought in; what is missing is asked for and comes the next time."""
    clock = FakeClock()
    with file_desk(tmp_path, clock) as desk, new_register(tmp_path, clock) as gate:
        request = posts.ask_to_be_admitted(gate, stick / "request.json")
        posts.admit(desk, request)
        issue(gate)
        alone = export_day(gate, "2020-02-10", tmp_path, bundle_only=True).value
        refused = import_file(desk, alone.files[0].path, lambda work: work()).refused
        assert isinstance(refused, Refusal) and refused.code is RefusalCode.BUNDLE_NOT_FOR_US
        answer = answers_out.answer(desk, stick).value
        mark = posts_fingerprint(desk)
        imports.take_answer(gate, answer.path, mark)
        with gate.reading() as connection:
            (waiting,) = unexported(connection, 312)
        assert waiting.first == 1
        # What leaves plain, for somebody else, is not on its way to the post.
        export_day(gate, "2020-02-10", tmp_path, plain=True, reason="核对", bundle_only=True)
        with gate.reading() as connection:
            assert [some.first for some in unexported(connection, 312)] == [1]
        first = export_day(gate, "2020-02-10", stick, bundle_only=True).value
        issue(gate, "王芳")
        second = export_day(gate, "2020-02-10", stick, bundle_only=True).value
        assert second.first == first.last + 1
        first.files[0].path.unlink()
        (late,) = sticks.import_bundles(desk, [stick]).value.files
        assert late.taken is not None
        assert [(gap.first, gap.last) for gap in late.taken.gaps] == [(1, first.last)]
        clock.forward(minutes=5)
        again = answers_out.answer(desk, stick).value
        assert again.answer.resend == 1
        imports.take_answer(gate, again.path)
        with gate.reading() as connection:
            asked = unexported(connection, 312)
        assert [(some.first, some.last) for some in asked] == [
            (1, first.last),
            (second.last + 1, second.last + 1),
        ]
        export_day(gate, "2020-02-10", stick, bundle_only=True)
        with gate.reading() as connection:
            assert unexported(connection, 312) == []
        done = sticks.import_bundles(desk, [stick]).value
        assert sticks.lines_missing(desk) == []
        assert done.refused == ()
        check_whole(desk)


def posts_fingerprint(desk: Register) -> str:
    from db.trust.keys import fingerprint

    return fingerprint(desk.key_file.gate_key)


def test_a_post_moves_to_a_server_and_goes_on_there(tmp_path: Path) -> None:
    url = new_database()
    gate = gate_of(7)
    desk = file_desk(tmp_path)
    admit(desk, gate)
    take(desk, gate.bundle(1, 4), gate.bundle(7))
    before = views_of(desk)
    lead = desk.key_file.unlock(OPERATOR, PASSPHRASE)
    rows: list[tuple[int, int]] = []
    moved = move_register(desk, url, lead, lambda done, total: rows.append((done, total)))
    assert rows[-1] == (moved.rows, moved.rows)
    with pytest.raises(Refusal) as caught, desk.writing():
        pass
    assert caught.value.code is RefusalCode.IN_USE
    desk.close()
    with pytest.raises(Refusal) as caught:
        open_again(tmp_path / "post.gatebook")
    assert caught.value.code is RefusalCode.REGISTER_MOVED
    with open_register(tmp_path / "post.gatebook", OPERATOR, PASSPHRASE, read_only=True) as old:
        assert views_of(old) == before
    with open_register(url, OPERATOR, PASSPHRASE, clock=FakeClock().clock()) as new:
        assert views_of(new) == before
        take(new, gate.bundle(5, 6))
        check_whole(new)
        assert move_register(new, tmp_path / "back.gatebook", lead).rows > moved.rows
    with open_register(tmp_path / "back.gatebook", OPERATOR, PASSPHRASE, clock=FakeClock().clock()) as back:
        check_whole(back)
    drop_database(url)


def test_a_move_that_was_cut_off_is_done_again(tmp_path: Path) -> None:
    class Ended(Exception):
        """The process ends."""

    def stop(done: int, total: int) -> None:
        raise Ended

    desk = file_desk(tmp_path)
    lead = desk.key_file.unlock(OPERATOR, PASSPHRASE)
    target = tmp_path / "new.gatebook"
    with pytest.raises(Ended):
        move_register(desk, target, lead, stop)
    with desk.writing():
        pass
    move_register(desk, target, lead)
    desk.close()
    with open_register(target, OPERATOR, PASSPHRASE, clock=FakeClock().clock()) as new:
        check_whole(new)


def test_a_move_never_goes_over_another_register(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with file_desk(tmp_path) as desk, new_register(other) as gate:
        lead = desk.key_file.unlock(OPERATOR, PASSPHRASE)
        with pytest.raises(Refusal) as caught:
            move_register(desk, gate.path, lead)
        assert caught.value.code in (RefusalCode.REGISTER_EXISTS, RefusalCode.IN_USE)
        with desk.writing(), gate.writing():
            pass
