"""What is asked of the whole city: the coverage board, one person's path and contacts, the last days' findings, and
finding somebody. On a file and on a server; each answer within a second, however much there is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from db.books.board import board
from db.books.contacts import contacts_of
from db.books.findings import find_all
from db.books.pass_id import Book, PassId
from db.books.pass_search import suggest_passes
from db.books.paths import path_of
from db.register import Register
from db.times import DEFAULT_OFFSET, parse_offset
from tests.bench.measuring import Row, below, seconds, sized
from tests.bench.merge import new_post
from tests.bench.registers import new_folder
from tests.bench.whole_city import City, fill_city, learn, name_of
from tests.desks import POST, day_of

CITY = City(
    gates=sized(60, 3, 203),
    days=sized(15, 2, 45),
    per_day=sized(200, 20, 2_000),
    passes=sized(100, 10, 1_000),
)
MOST_MS = 1_000.0
NEAR_DAYS, FINDING_DAYS = 14, 3


def asked(database: str) -> list[Row]:
    """The rows of one database."""
    with new_folder() as folder, new_post(database, folder) as post:
        fill_city(post, CITY, folder)
        learn(post)
        return looked_at(database, post)


def looked_at(database: str, post: Register) -> list[Row]:
    """How long each question takes, the quickest of three after one that warms up."""
    first = date.fromisoformat(day_of(0))
    last = first + timedelta(days=CITY.days - 1)
    morning = datetime.combine(last + timedelta(days=1), datetime.min.time(), parse_offset(DEFAULT_OFFSET))
    who = PassId(1, Book.MEDICAL, 10)
    with post.reading() as connection:
        path = path_of(connection, who)
    typed = name_of(1, 10)[:2]
    questions: dict[str, Callable[[Any], object]] = {
        "board": lambda c: board(c, POST, morning + timedelta(hours=9), first, last),
        "path": lambda c: path_of(c, who),
        "contacts": lambda c: contacts_of(c, path, last - timedelta(days=NEAR_DAYS - 1), last),
        "findings": lambda c: find_all(c, POST, last - timedelta(days=FINDING_DAYS - 1), last),
        "people": lambda c: suggest_passes(c, POST, typed, 60),
    }
    rows = []
    for name, question in questions.items():
        with post.reading() as connection:
            question(connection)
            taken = min(seconds(lambda: question(connection)) for _ in range(3)) * 1000  # noqa: B023
        rows.append(below(f"{name}_{database}", taken, MOST_MS, "ms"))
    return rows


def on_file() -> list[Row]:
    """A post in an encrypted file."""
    return asked("file")


def on_server() -> list[Row]:
    """A post on PostgreSQL."""
    return asked("server")


ROWS: list[Callable[[], list[Row]]] = [on_file, on_server]
