"""The one signal "these things changed"; each view looks whether it cares."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from db.books.pass_id import PassId

T = TypeVar("T")


class Topic(StrEnum):
    """What can change."""

    PASSES = "passes"
    ENTRIES = "entries"
    HOLDS = "holds"
    REFUSALS = "refusals"
    DAYS = "days"
    EXPORTS = "exports"
    OPERATORS = "operators"
    SETTINGS = "settings"
    ARRIVALS = "arrivals"
    TRUST = "trust"
    SHIFTS = "shifts"


@dataclass(frozen=True)
class Change:
    """What an operation changed: topics, and the passes concerned where there are few enough to name."""

    topics: frozenset[Topic] = frozenset()
    passes: frozenset[PassId] = frozenset()

    @classmethod
    def of(cls, *topics: Topic, passes: tuple[PassId, ...] = ()) -> Change:
        """A change of these topics."""
        return cls(frozenset(topics), frozenset(passes))

    def touches(self, *topics: Topic) -> bool:
        """Whether any of these topics changed."""
        return not self.topics.isdisjoint(topics)


@dataclass(frozen=True)
class Done(Generic[T]):
    """What an operation gives back: its value, and what it changed."""

    value: T
    change: Change = field(default_factory=Change)


class Changes(QObject):
    """`changed(Change)` is emitted on the GUI thread after every operation that changed something."""

    changed = Signal(object)
