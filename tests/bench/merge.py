"""City-days brought into a command post: encrypted bundles read from disk, signatures, chains and commitments checked,
lines merged and every view brought up to date, on a file and on a server.

Each database takes in ten city-days one after another. Measured are the first, the third and the tenth, beside the
same bundles only read and checked (the row `import` has the rival that only writes): it must not grow with what is
there already. What is asked of the whole city then is measured by `city`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from db.books.posts import post_identity
from db.exchange.bundle_reading import read_bundle
from db.exchange.merge.importing import import_file
from db.ledger.line import make_line
from db.register import Register, create_register, open_register
from tests.bench.measuring import Row, at_least, seconds, sized
from tests.bench.registers import OPERATOR, PASSPHRASE, new_folder
from tests.desks import POST, MadeGate, admit, bundled, day_of, stamp
from tests.servers import drop_database, new_database

GATES = sized(20, 2, 203)
PER_DAY = sized(1_000, 10, 2_000)
PASSES = sized(200, 3, 1_000)
DAYS = 10
SHOWN = (1, 3, 10)
ELSEWHERE = 20
"""One crossing in so many is with another gate's card."""
GOAL = 0.2


@dataclass
class CityGate:
    """A gate of the city, of which only the end is kept in memory."""

    made: MadeGate
    dice: random.Random
    seq: int = 0
    prev: str = "0" * 64

    @classmethod
    def open(cls, number: int) -> CityGate:
        """A gate with its passes issued."""
        gate = cls(MadeGate.open(number), random.Random(number))
        for one in range(1, PASSES + 1):
            gate.made.issue(one, id_no=f"4212{number:06d}{one:08d}")
        gate.seq, gate.prev = len(gate.made.lines), gate.made.tip
        return gate

    def day(self, day: int, gates: int) -> list[Any]:
        """The lines of a day: mostly crossings, some people without a card, some refused."""
        lines: list[Any] = []
        number = self.made.number
        for no in range(1, PER_DAY + 1):
            at = stamp(day, 360 + no * 1_000 // PER_DAY)
            home = self.dice.randrange(1, gates + 1) if no % ELSEWHERE == 1 else number
            card = None if no % 5 == 0 else f"M-{home:04d}-{self.dice.randrange(1, PASSES + 1):06d}"
            body: dict[str, Any] = {
                "no": no,
                "day": day_of(day),
                "time": at,
                "direction": "in" if no % 2 else "out",
            }
            body |= {
                "inferred": False,
                "book": "medical" if card else "visitor",
                "pass": card,
                "name": "周文静",
            }
            body |= {
                "unit": "市中心医院",
                "temp_tenths": 360 + no % 12,
                "method": "forehead",
                "verdict": "ok",
            }
            body |= {"override": None, "held": None, "outcome": "passed"}
            self.seq += 1
            line = make_line(number, 1, self.seq, at, "op-1", "entry.recorded", body, self.prev)
            self.prev = line.hash
            lines.append(line)
        return lines


@contextmanager
def new_post(database: str, folder: Path) -> Iterator[Register]:
    """An empty post on `file` or `server`, open as its lead."""
    where: Path | str = new_database() if database == "server" else folder / "post.gatebook"
    create_register(where, POST, "指挥部", OPERATOR, PASSPHRASE, desk=True)
    with open_register(where, OPERATOR, PASSPHRASE) as register:
        yield register
    if isinstance(where, str):
        drop_database(where)


def merged(database: str) -> list[Row]:
    """The rows of one database."""
    rows: list[Row] = []
    with new_folder() as folder, new_post(database, folder) as post:
        gates = [CityGate.open(number) for number in range(1, GATES + 1)]
        admit(post, *(gate.made for gate in gates))
        with post.reading() as connection:
            identity: Any = post_identity(connection)
        bring(post, [gate.made.bundle().put(folder) for gate in gates], identity)
        for day in range(DAYS):
            paths = []
            for gate in gates:
                lines = gate.day(day, GATES)
                paths.append(bundled(lines, gate.made.key, recipient=str(identity.to_public())).put(folder))
            took = seconds(partial(bring, post, paths, identity))
            if day + 1 in SHOWN:
                rival = GATES * PER_DAY / seconds(partial(_read, paths, identity))
                name = f"merge_{day + 1}_{database}"
                rows.append(at_least(name, GATES * PER_DAY / took, rival, GOAL, "lines/s"))
            for path in paths:
                path.unlink()
    return rows


def bring(post: Register, paths: list[Path], identity: Any) -> None:
    """Takes these files in, one after another."""
    for path in paths:
        assert import_file(post, path, lambda work: work(), identity).taken is not None


def _read(paths: list[Path], identity: Any) -> None:
    for path in paths:
        with path.open("rb") as file:
            read_bundle(file, identity)


def on_file() -> list[Row]:
    """A post in an encrypted file."""
    return merged("file")


def on_server() -> list[Row]:
    """A post on PostgreSQL."""
    return merged("server")


ROWS: list[Callable[[], list[Row]]] = [on_file, on_server]
