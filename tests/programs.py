"""Random days at a gate: a list of small numbers is a program of acts, each as the gate would do it. What the gate
refuses is refused, and changes nothing."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from db.books.check import look_at_card, look_at_pass
from db.books.crossings import (
    Reading,
    end_hold,
    fill_in_missed,
    record_crossing,
    record_past,
    record_person,
    refuse_scan,
    retake_temperature,
    turn_away,
    void_entry,
)
from db.books.entries import entries_of_day
from db.books.holds import open_holds, take_step
from db.books.issuing import (
    adopt_numbers,
    amend_pass,
    bind_blank,
    issue_passes,
    reissue_pass,
    renew_pass,
    reserve_blanks,
    revoke_pass,
)
from db.books.pass_id import Book, PassId, Scope
from db.books.passes import card_digits, highest_number
from db.books.prints import note_printed
from db.books.shifts import Handover, change_shift
from db.books.verdict import Direction
from db.books.watch import watch
from db.errors import Refusal
from db.ledger.append import Ledger
from db.ledger.kinds import apply_lines
from db.ledger.line import Line, make_line
from db.ledger.seal import seal_day
from db.ledger.store import put_lines
from db.register import Register
from db.trust.roles import Role
from tests.registers import FakeClock, as_role, holder

Act = tuple[int, int, int]
"""Which act, and two numbers that choose among what there is."""

NAMES = ("周文静", "张伟", "陈国强", "欧阳修远", "阿卜杜拉·买买提")
TEMPERATURES = (365, 358, 341, 372, 373, 381, None)

programs = st.lists(
    st.tuples(st.integers(0, 23), st.integers(0, 60), st.integers(0, 60)), min_size=8, max_size=40
)


def append_strange(ledger: Ledger, kind: str, body: dict[str, Any]) -> Line:
    """Appends a line that this program would not write: it is taken in as another gate's lines are."""
    tip = ledger.tip
    at = ledger.clock.stamp()
    line = make_line(ledger.gate, tip.epoch, tip.seq + 1, at, ledger.access.operator, kind, body, tip.hash)
    put_lines(ledger.connection, [line])
    apply_lines(ledger.connection, [line])
    ledger.tip = replace(tip, seq=line.head.seq, hash=line.hash, at=at)
    return line


class Day:
    """A gate at work. `foreign` are passes of another gate that come by too."""

    def __init__(self, register: Register, clock: FakeClock, foreign: tuple[PassId, ...] = ()) -> None:
        self.register = register
        self.clock = clock
        self.cards: list[str] = []
        self.passes: list[PassId] = []
        self.blanks: list[PassId] = []
        self.foreign = foreign

    def run(self, program: list[Act]) -> None:
        """Does every act, in order."""
        acts: list[Callable[[Ledger, int, int], object]] = [
            self.issue,
            self.issue,
            self.reissue,
            self.renew,
            self.amend,
            self.revoke,
            self.reserve,
            self.bind,
            self.cross,
            self.cross,
            self.cross,
            self.person,
            self.retake,
            self.give_up,
            self.void,
            self.send_away,
            self.from_paper,
            self.seal,
            self.watch,
            self.missed,
            self.step,
            self.elsewhere,
            self.printed,
            self.hand_over,
        ]
        # A book with nobody in it would refuse most of what follows.
        for which, one, two in [(0, 2, 0), (0, 1, 1), *program]:
            self.clock.forward(minutes=one % 7, hours=two % 5)
            if which == 22 and one % 3 == 0:
                as_role(self.register, list(Role)[two % 3])
            if one == 60:
                self.clock.forward(hours=-3)
            with contextlib.suppress(Refusal, IndexError), self.register.writing() as ledger:
                acts[which](ledger, one, two)

    def issue(self, ledger: Ledger, one: int, two: int) -> None:
        count = 1 + one % 3
        people = [
            holder(
                NAMES[(two + place) % len(NAMES)],
                list(Book)[two % 3],
                scope=Scope(one % 3),
                home=f"{one}-{two}",
            )
            for place in range(count)
        ]
        for made in issue_passes(ledger, people):
            self.passes.append(made.id)
            self.cards.append(card_digits(ledger.connection, made))

    def _pass(self, number: int) -> PassId:
        return self.passes[number % max(len(self.passes), 1)]

    def reissue(self, ledger: Ledger, one: int, two: int) -> None:
        who = None if two % 2 else holder(NAMES[two % len(NAMES)], scope=Scope(two % 3))
        made = reissue_pass(ledger, self._pass(one), "丢失", who)
        self.cards.append(card_digits(ledger.connection, made))

    def renew(self, ledger: Ledger, one: int, two: int) -> None:
        made = renew_pass(ledger, self._pass(one), ledger.today() + timedelta(days=two))
        self.cards.append(card_digits(ledger.connection, made))

    def amend(self, ledger: Ledger, one: int, two: int) -> None:
        id = self._pass(one)
        look = look_at_pass(ledger.connection, ledger.gate, id, ledger.clock.stamp())
        assert look.one is not None
        amend_pass(ledger, id, replace(look.one.holder, phone=f"139{two:08d}", home=f"{two}-1-{one}"))

    def revoke(self, ledger: Ledger, one: int, two: int) -> None:
        revoke_pass(ledger, self._pass(one), ("离岗", "forged", "")[two % 3])

    def reserve(self, ledger: Ledger, one: int, two: int) -> None:
        tokens = reserve_blanks(ledger, list(Book)[one % 3], 1 + two % 4)
        self.blanks += [token.pass_id for token in tokens]
        self.cards += [token.digits() for token in tokens]

    def adopt(self, ledger: Ledger, one: int, two: int) -> None:
        book = list(Book)[two % 3]
        last = highest_number(ledger.connection, ledger.gate, book) + one % 4
        self.blanks += [PassId(ledger.gate, book, number) for number in adopt_numbers(ledger, book, last)]

    def bind(self, ledger: Ledger, one: int, two: int) -> None:
        blank = self.blanks[one % max(len(self.blanks), 1)]
        self.passes.append(bind_blank(ledger, blank, holder(NAMES[two % len(NAMES)])).id)

    def cross(self, ledger: Ledger, one: int, two: int) -> None:
        direction = list(Direction)[two % 2]
        card = self.cards[one % max(len(self.cards), 1)]
        look = look_at_card(ledger.connection, ledger.gate, card, ledger.clock.stamp(), direction)
        if look.verdict.refuses and one % 5:
            refuse_scan(ledger, look)
        else:
            override = "送药" if one % 2 else None
            reading = Reading(TEMPERATURES[two % len(TEMPERATURES)])
            record_crossing(ledger, look, direction, reading, override=override)

    def person(self, ledger: Ledger, one: int, two: int) -> None:
        book = ("resident", "visitor")[one % 2]
        reading = Reading(TEMPERATURES[two % len(TEMPERATURES)])
        record_person(ledger, book, NAMES[one % len(NAMES)], list(Direction)[two % 2], reading)

    def retake(self, ledger: Ledger, one: int, two: int) -> None:
        hold = open_holds(ledger.connection, ledger.gate)[0]
        retake_temperature(ledger, hold.seq, Reading((366, 379)[two % 2], "ear"))

    def give_up(self, ledger: Ledger, one: int, two: int) -> None:
        end_hold(ledger, open_holds(ledger.connection, ledger.gate)[-1].seq, "送发热门诊")

    def void(self, ledger: Ledger, one: int, two: int) -> None:
        day = (ledger.today() - timedelta(days=two % 2)).isoformat()
        written = entries_of_day(ledger.connection, ledger.gate, day)
        entry = written[one % max(len(written), 1)]
        void_entry(ledger, entry.epoch, entry.seq, "写错了人")

    def send_away(self, ledger: Ledger, one: int, two: int) -> None:
        turn_away(ledger, NAMES[one % len(NAMES)], "无证", {"phone": f"1390000{two:04d}"})

    def from_paper(self, ledger: Ledger, one: int, two: int) -> None:
        time = ledger.clock.now() - timedelta(hours=one, minutes=two)
        known = [*self.passes, *self.foreign]
        id = known[one % len(known)] if known and two % 3 else None
        record_past(
            ledger, time, list(Direction)[two % 2], id, NAMES[one % len(NAMES)], 346 if two % 2 else None
        )

    def seal(self, ledger: Ledger, one: int, two: int) -> None:
        seal_day(ledger, (ledger.today() - timedelta(days=two % 3)).isoformat())

    def watch(self, ledger: Ledger, one: int, two: int) -> None:
        note = "返咸人员" if two % 3 else None
        id = (self.foreign or (self._pass(one),))[0] if one % 4 == 0 else self._pass(one)
        due = ledger.clock.stamp() if one % 2 else None
        watch(ledger, id, "overdue" if one % 2 else "key_person", note, due)

    def missed(self, ledger: Ledger, one: int, two: int) -> None:
        fill_in_missed(ledger, self._pass(one), NAMES[one % len(NAMES)], list(Direction)[two % 2])

    def step(self, ledger: Ledger, one: int, two: int) -> None:
        take_step(ledger, max(ledger.tip.seq - one % 4, 1), ("isolated", "closed")[two % 2], "已上报")

    def elsewhere(self, ledger: Ledger, one: int, two: int) -> None:
        """Lines that a gate would not write, but a strange one might."""
        other = (self.foreign or (PassId(400, Book.MEDICAL, 1),))[0].human()
        append_strange(
            ledger,
            *(
                ("pass.revoked", {"pass": other, "reason": "不是本门的"}),
                ("entry.held", {"name": None}),
                ("errand.asked", {"who": NAMES[two % len(NAMES)]}),
                (
                    "entry.voided",
                    {"day": "2020-02-10", "no": 1, "entry_epoch": 9, "entry_seq": 1, "reason": "?"},
                ),
                ("operator.added", {"operator": "op-1", "name": "谁", "role": "lead"}),
            )[one % 5],
        )

    def printed(self, ledger: Ledger, one: int, two: int) -> None:
        note_printed(ledger, [(self._pass(one), 1 + two % 2)], "a4")

    def hand_over(self, ledger: Ledger, one: int, two: int) -> None:
        took = None if two % 4 == 0 else f"op-{2 + two % 2}"
        things = (("钥匙", one), ("体温枪", two))[: one % 3]
        said = Handover("op-1", "pin", took, "passphrase" if took else None, things, NAMES[one % len(NAMES)])
        change_shift(ledger, said)
