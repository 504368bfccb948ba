"""Command posts for tests, in a file and on a server, and gates whose lines and bundles are made in memory."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select

from db import desk_models, models
from db.books.arrivals import gates_with_lines
from db.books.day_counts import count_all_days
from db.books.posts import admit_gate
from db.errors import Refusal, RefusalCode
from db.exchange.bundle_reading import Bundle, read_bundle
from db.exchange.bundle_writing import write_bundle
from db.exchange.manifest import bundle_name
from db.exchange.merge.importing import Imported, import_file
from db.exchange.merge.taking_in import Taken, take_in
from db.ledger.line import ZERO_HASH, Line, make_line
from db.ledger.replay import replay
from db.ledger.verify import verify_register
from db.place import FilePlace, ServerPlace, key_file_of
from db.register import Register, create_register, open_register
from db.trust.age_keys import new_identity
from db.trust.key_file import KeyFile, Unlocked
from db.trust.keys import Purpose, SigningKey
from tests.registers import OPERATOR, PASSPHRASE, FakeClock
from tests.servers import drop_database, new_database

POST = 9000
FIRST_DAY = date(2020, 2, 10)
RECIPIENT = str(new_identity().to_public())


@dataclass(frozen=True)
class _Ready:
    """A post just set up, on both databases: to be copied, since stretching a passphrase takes its time."""

    register: bytes
    keys: bytes
    lead: Unlocked
    recovery_key: str


@cache
def _ready_file() -> _Ready:
    with tempfile.TemporaryDirectory(prefix="gatebook-desk-") as folder:
        path = Path(folder) / "post"
        made = create_register(
            path, POST, "指挥部", OPERATOR, PASSPHRASE, desk=True, clock=FakeClock().clock()
        )
        keys = key_file_of(path)
        lead = KeyFile.load(keys).unlock(OPERATOR, PASSPHRASE)
        return _Ready(path.read_bytes(), keys.read_bytes(), lead, made.recovery_key)


@cache
def _ready_server() -> tuple[str, str, Unlocked]:
    url = new_database()
    made = create_register(url, POST, "指挥部", OPERATOR, PASSPHRASE, desk=True, clock=FakeClock().clock())
    with open_register(url, OPERATOR, PASSPHRASE) as register:
        return url, made.recovery_key, register.key_file.unlock(OPERATOR, PASSPHRASE)


def file_desk(folder: Path, clock: FakeClock | None = None) -> Register:
    """A new post in a file, open as its lead. The caller closes it."""
    ready, path = _ready_file(), folder / "post.gatebook"
    path.write_bytes(ready.register)
    key_file_of(path).write_bytes(ready.keys)
    return open_again(path, clock)


def open_again(where: Path | str, clock: FakeClock | None = None) -> Register:
    """A post that was closed, open as its lead. `where` is its file or its URL."""
    on_server = isinstance(where, str)
    recovery_key = _ready_server()[1] if on_server else _ready_file().recovery_key
    register = open_register(where, recovery_key=recovery_key, clock=(clock or FakeClock()).clock())
    register.as_operator(_ready_server()[2] if on_server else _ready_file().lead)
    return register


def new_post_on_server() -> str:
    """The URL of a new post, which nobody has open."""
    return new_database(_ready_server()[0])


def copied(where: Path | str, folder: Path) -> Path | str:
    """A copy of a post that nobody has open: another file in `folder`, or another database."""
    if isinstance(where, str):
        return new_database(where)
    folder.mkdir()
    copy = folder / where.name
    copy.write_bytes(where.read_bytes())
    key_file_of(copy).write_bytes(key_file_of(where).read_bytes())
    return copy


@contextmanager
def server_desk(clock: FakeClock | None = None) -> Iterator[Register]:
    """A new post in a database of its own, open as its lead."""
    url = new_post_on_server()
    try:
        with open_again(url, clock) as register:
            yield register
    finally:
        drop_database(url)


@contextmanager
def desk_on(database: str, folder: Path, clock: FakeClock | None = None) -> Iterator[Register]:
    """A new post on `file` or `server`."""
    if database == "server":
        with server_desk(clock) as register:
            yield register
    else:
        with file_desk(folder, clock) as register:
            yield register


@dataclass
class MadeGate:
    """A gate that lives in memory: its key and its lines.

    `clone` makes a second laptop that goes on from here with the same key; `epoch` and `lines` are the newest."""

    number: int
    key: SigningKey
    lines: list[Line] = field(default_factory=list)
    epoch: int = 1
    before: list[list[Line]] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def open(cls, number: int, seed: int | None = None) -> MadeGate:
        """A gate whose first line is written."""
        gate = cls(number, SigningKey((seed or number).to_bytes(32, "big")))
        body = {"gate": number, "name": f"{number} 号门", "compound": f"小区 {number}", "offset": "+08:00"}
        gate.write("gate.opened", body | {"key": gate.key.public.hex(), "app": "gatebook test"}, minute=0)
        return gate

    @property
    def tip(self) -> str:
        """The hash of the last line."""
        return self.lines[-1].hash if self.lines else ZERO_HASH

    def write(self, kind: str, body: dict[str, Any], day: int = 0, minute: int | None = None) -> Line:
        """Appends a line, at a minute of a day counted from the first."""
        minute = len(self.lines) % 1000 + 300 if minute is None else minute
        at = stamp(day, minute)
        line = make_line(self.number, self.epoch, len(self.lines) + 1, at, "op-1", kind, body, self.tip)
        self.lines.append(line)
        return line

    def issue(self, number: int, name: str = "周文静", day: int = 0, scope: int = 0, **facts: Any) -> Line:
        """Issues a medical pass."""
        body: dict[str, Any] = {"pass": f"M-{self.number:04d}-{number:06d}", "issue": 1, "book": "medical"}
        body |= {
            "name": name,
            "id_type": "id_card",
            "id_no": f"42120219900101{number:04d}",
            "phone": "13900000000",
        }
        body |= {"unit": "市中心医院", "post": "护士", "home": "3-2-501", "plate": "", "remark": ""}
        body |= {"valid_from": "2020-02-01", "valid_until": "2020-03-31", "scope": scope}
        body |= {"photo": None, "checked": "", "code": "0123456789012" if scope == 2 else None}
        body |= {"pass" if fact == "pass_" else fact: value for fact, value in facts.items()}
        return self.write("pass.issued", body, day)

    def cross(
        self,
        direction: str = "in",
        pass_: str | None = None,
        day: int = 0,
        minute: int | None = None,
        **facts: Any,
    ) -> Line:
        """A numbered line."""
        minute = len(self.lines) % 1000 + 300 if minute is None else minute
        written = day_of(day)
        self.numbers[written] = self.numbers.get(written, 0) + 1
        body: dict[str, Any] = {"no": self.numbers[written], "day": written, "time": stamp(day, minute)}
        body |= {"direction": direction, "inferred": False, "book": "medical" if pass_ else "visitor"}
        body |= {"pass": pass_, "name": "周文静", "unit": "", "temp_tenths": 365, "method": "forehead"}
        body |= {"verdict": "ok", "override": None, "held": None, "outcome": "passed"}
        return self.write("entry.recorded", body | facts, day, minute)

    def pass_id(self, number: int) -> str:
        """The number of a medical pass of this gate."""
        return f"M-{self.number:04d}-{number:06d}"

    def rotate(self, new: SigningKey, day: int = 0) -> Line:
        """Changes the gate's key; bundles are signed by the new one from now on."""
        signature = self.key.sign(Purpose.KEY, new.public).hex()
        old, self.key = self.key, new
        body = {"old": old.public.hex(), "new": new.public.hex(), "signature": signature}
        return self.write("key.rotated", body, day)

    def seal(self, day: int = 0, entries: int | None = None) -> Line:
        """Seals a day. The signature is the gate's own."""
        from db.ledger.seal import sealed_bytes

        written = day_of(day)
        count = self.numbers.get(written, 0) if entries is None else entries
        message = sealed_bytes(written, count, self.epoch, self.number, self.tip, len(self.lines))
        body = {"day": written, "entries": count, "head": self.tip, "key": self.key.public.hex()}
        return self.write(
            "day.sealed", body | {"signature": self.key.sign(Purpose.SEAL, message).hex()}, day, 1439
        )

    def restore(self, at: int, **changes: Any) -> None:
        """Goes on in a new epoch from a copy that ended at line `at`."""
        last = self.lines[at - 1]
        blocks = {book: [at + 1, at + 5000] for book in ("official", "medical", "support")}
        body = {"old_epoch": self.epoch, "last_seq": at, "last_head": last.hash}
        body["reserved"] = {**blocks, "numbers": {last.head.at[:10]: [at + 1, at + 5000]}}
        self.before.append(self.lines)
        self.lines, self.epoch = [], self.epoch + 1
        self.write("epoch.opened", body | changes)

    def clone(self, at: int | None = None) -> MadeGate:
        """A second laptop with the same register as it was after line `at`."""
        lines = self.lines[:at]
        return MadeGate(self.number, self.key, lines, self.epoch, list(self.before), dict(self.numbers))

    def bundle(
        self, first: int = 1, last: int | None = None, epoch: int | None = None, **wanted: Any
    ) -> Bundled:
        """The lines `first` to `last` as a bundle; `wanted` overrides what the program would write."""
        lines = self.lines if epoch in (None, self.epoch) else self.before[(epoch or 0) - 1]
        return bundled(lines[first - 1 : last], self.key, **wanted)

    def bundles(self, size: int) -> list[Bundled]:
        """All lines, `size` at a time."""
        found = []
        for epoch, lines in enumerate([*self.before, self.lines], start=1):
            for first in range(1, len(lines) + 1, size):
                found.append(self.bundle(first, first + size - 1, epoch))
        return found


@dataclass(frozen=True)
class Bundled:
    """A bundle's file."""

    name: str
    data: bytes

    def put(self, folder: Path) -> Path:
        """Writes it into a folder."""
        path = folder / self.name
        path.write_bytes(self.data)
        return path


def bundled(lines: list[Line], key: SigningKey, *photos: bytes, **wanted: Any) -> Bundled:
    """A bundle of these lines, plain unless there is a `recipient`."""
    out = io.BytesIO()
    head, last = lines[0].head, lines[-1].head
    told: dict[str, Any] = {"created_at": last.at, "app": "gatebook test", "recipient": None} | wanted
    write_bundle(out, lines, photos, key=key, **told)
    name = bundle_name(head.gate, head.epoch, head.seq, last.seq, told["recipient"] is not None)
    return Bundled(name, out.getvalue())


def day_of(day: int) -> str:
    """A day counted from the first."""
    return (FIRST_DAY + timedelta(days=day)).isoformat()


def stamp(day: int, minute: int) -> str:
    """A minute of a day counted from the first."""
    return f"{day_of(day)}T{minute // 60:02d}:{minute % 60:02d}:00.000+08:00"


def admit(register: Register, *gates: MadeGate) -> None:
    """The post admits these gates with the keys that they have now."""
    with register.writing() as ledger:
        for gate in gates:
            key = gate.key.public.hex()
            admit_gate(
                ledger,
                gate.number,
                f"{gate.number} 号门",
                f"小区 {gate.number}",
                RECIPIENT,
                key,
                stamp(0, 0),
                True,
            )


def bring(register: Register, folder: Path, *bundles: Bundled) -> list[Imported]:
    """Brings bundles in, one after another, as files in `folder`."""
    return [import_file(register, bundle.put(folder), lambda work: work()) for bundle in bundles]


def where_of(register: Register) -> Path | str:
    """The file or the URL of a post."""
    place = register.place
    if isinstance(place, FilePlace):
        return place.path
    assert isinstance(place, ServerPlace)
    return place.url.set(drivername="postgresql").render_as_string(hide_password=False)


def take(register: Register, *bundles: Bundled) -> list[Taken]:
    """Takes bundles in, all in one transaction, as quickly as it goes. Raises what the first bad one raises."""
    with register.changing() as connection:
        return [take_in(connection, POST, read_bundle(io.BytesIO(one.data))) for one in bundles]


def take_all(register: Register, bundles: list[Bundled]) -> None:
    """The same, and again for those whose signer was unknown until a later one told of it."""
    waiting: list[Bundle] = []
    later = [read_bundle(io.BytesIO(one.data)) for one in bundles]
    with register.changing() as connection:
        while len(later) != len(waiting):
            waiting, later = later, []
            for bundle in waiting:
                try:
                    take_in(connection, POST, bundle)
                except Refusal as refusal:
                    assert refusal.code is RefusalCode.SIGNER_UNKNOWN
                    later.append(bundle)


def views_of(register: Register) -> dict[str, list[tuple[Any, ...]]]:
    """All that a post shows and keeps of its gates: the rows of every view and index, and the lines that count, wait
    or contradict. Without the post's own rows, which say when things came."""
    kept = [models.lines, desk_models.held_lines, desk_models.forks, desk_models.gaps, models.attachments]
    views = [*models.tables_that_are("view"), *models.tables_that_are("index"), *kept, models.operators]
    found: dict[str, list[tuple[Any, ...]]] = {}
    with register.reading() as connection:
        for table in views:
            wanted, owner = select(table), models.owner_column(table)
            if owner is not None:
                wanted = wanted.where(owner != POST)
            found[table.name] = sorted(map(tuple, connection.execute(wanted)), key=repr)
    return found


def check_whole(register: Register) -> None:
    """What a post shows is what its lines say, for every gate and every index too."""
    before = views_of(register)
    with register.reading() as connection:
        report = verify_register(connection)
    found = report.problems
    assert not found, found
    with register.changing() as connection:
        replay(connection)
        for gate in gates_with_lines(connection):
            if gate != POST:
                count_all_days(connection, gate)
    assert views_of(register) == before
