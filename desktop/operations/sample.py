"""A sample register: invented people and days, the same for the same seed, marked as practice for good."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta

from db.books.entries import METHODS
from db.books.gates import mark_practice
from db.books.issuing import issue_passes
from db.books.pass_id import Book, Scope
from db.books.passes import Holder, Pass
from db.errors import Refusal, RefusalCode
from db.ledger.append import Ledger
from db.ledger.seal import seal_day
from db.ledger.store import count_lines
from db.register import Register
from db.times import Clock, to_stamp
from desktop.changes import Change, Done, Topic

# The commonest surnames and given-name characters; a name made of them belongs to nobody in particular.
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
)
_GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文华建国红玉梅琳辉玲晓燕欣怡宇轩子涵梓晨浩然思远志海波"
)
_DOUBLE = ("欧阳", "上官", "司马", "诸葛")
_UNITS = {
    Book.OFFICIAL: ("温泉街道办事处", "城区公安分局", "社区居委会", "市场监管所", "区指挥部"),
    Book.MEDICAL: ("市中心医院", "市中医医院", "妇幼保健院", "疾控中心", "温泉社区卫生服务中心"),
    Book.SUPPORT: ("惠民超市配送", "供电公司", "泉韵物业", "自来水公司", "环卫所", "城市公交"),
}
_POSTS = {
    Book.OFFICIAL: ("科员", "民警", "网格员", "主任"),
    Book.MEDICAL: ("医师", "护士", "主管护师", "药师", "检验师"),
    Book.SUPPORT: ("配送员", "维修工", "保洁员", "司机", "保安"),
}
_BOOK_WEIGHTS = ((Book.OFFICIAL, 2), (Book.MEDICAL, 4), (Book.SUPPORT, 4))
_RUSH_HOURS = (6, 7, 7, 7, 8, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 17, 17, 18, 18, 18, 19, 20, 21)
_GB_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_FEVER_ONE_IN = 400
_BATCH = 500


class _TurnedClock:
    """A clock that stands where the sample's story is."""

    def __init__(self) -> None:
        self.now = datetime(2020, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def fill_sample(
    register: Register, passes: int, days: int, per_day: int, seed: int = 1, end: date | None = None
) -> Done[dict[str, int]]:
    """Fills an empty register: `passes` passes, `per_day` crossings on each of `days` days, the last being `end`
    (today, up to now, where None). Raises `Refusal` (`REGISTER_NOT_EMPTY`) where passes or entries are there."""
    chance = random.Random(seed)
    now = register.clock.now()
    last = end or now.date()
    with register.reading() as connection:
        if count_lines(connection) > 10:
            raise Refusal(RefusalCode.REGISTER_NOT_EMPTY)
    story = _TurnedClock()
    with register.writing() as ledger:
        mark_practice(ledger)
        ledger.clock = Clock(register.clock.zone, story)
        first = last - timedelta(days=max(days - 1, 0))
        story.now = datetime.combine(first - timedelta(days=7), time(9), register.clock.zone)
        issued = _issue(ledger, passes, last, chance)
        entries = 0
        for back in range(days - 1, -1, -1):
            day = last - timedelta(days=back)
            until = now if back == 0 and end is None else None
            entries += _one_day(ledger, issued, day, per_day, chance, until)
            if day < now.date() and ledger.access.signer is not None:
                story.now = datetime.combine(day + timedelta(days=1), time(), register.clock.zone)
                seal_day(ledger, day.isoformat())
    made = {"passes": len(issued), "days": days, "entries": entries, "seed": seed}
    return Done(made, Change.of(*Topic))


def _issue(ledger: Ledger, count: int, last: date, chance: random.Random) -> list[Pass]:
    books = chance.choices([b for b, _ in _BOOK_WEIGHTS], [w for _, w in _BOOK_WEIGHTS], k=count)
    issued: list[Pass] = []
    for start in range(0, count, _BATCH):
        holders = [_holder(book, last, chance) for book in books[start : start + _BATCH]]
        issued += issue_passes(ledger, holders)
    return issued


def _holder(book: Book, last: date, chance: random.Random) -> Holder:
    return Holder(
        book=book,
        name=_name(chance),
        valid_from=last - timedelta(days=chance.randint(8, 20)),
        valid_until=last + timedelta(days=chance.choice((-1, 3, 6, 14, 20, 30, 30, 30))),
        id_no=_id_number(chance),
        phone=f"13{chance.choice('89')}0000{chance.randrange(10000):04d}",
        unit=chance.choice(_UNITS[book]),
        post=chance.choice(_POSTS[book]),
        home=f"{chance.randint(1, 26)}-{chance.randint(1, 4)}-{chance.randint(1, 18)}0{chance.randint(1, 4)}",
        scope=chance.choices((Scope.GATE, Scope.COMPOUND, Scope.DISTRICT), (90, 5, 5))[0],
    )


def _name(chance: random.Random) -> str:
    surname = chance.choice(_DOUBLE) if chance.random() < 0.02 else chance.choice(_SURNAMES)
    return surname + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2, 2))))


def _id_number(chance: random.Random) -> str:
    """An ID number whose check digit is right (GB 11643) and whose region, 99 at its end, was never assigned."""
    born = date(1960, 1, 1) + timedelta(days=chance.randrange(15000))
    body = f"4212{chance.choice(('98', '99'))}{born:%Y%m%d}{chance.randrange(1000):03d}"
    rest = sum(int(figure) * weight for figure, weight in zip(body, _GB_WEIGHTS, strict=True)) % 11
    return body + "10X98765432"[rest]


def _one_day(
    ledger: Ledger, issued: list[Pass], day: date, count: int, chance: random.Random, until: datetime | None
) -> int:
    """The crossings of one day, in the order of their times; each holder goes out and in by turns."""
    zone = ledger.clock.zone
    good = [one for one in issued if one.holder.valid_until >= day]
    if not good:
        return 0
    moments = sorted(
        datetime.combine(
            day, time(chance.choice(_RUSH_HOURS), chance.randrange(60), chance.randrange(60)), zone
        )
        for _ in range(count)
    )
    moments = [moment for moment in moments if until is None or moment <= until]
    inside: dict[object, bool] = {}
    acts: list[tuple[str, dict[str, object], str]] = []
    for moment in moments:
        one = chance.choice(good)
        going_in = not inside.get(one.id, True)
        inside[one.id] = going_in
        acts.append(_crossing(ledger, one, to_stamp(moment), going_in, chance))
    number = 0
    seq = ledger.tip.seq
    dated = []
    for kind, body, at in acts:
        if body["temp_tenths"] >= 373:  # type: ignore[operator]
            held = {
                key: body[key]
                for key in ("pass", "name", "direction", "temp_tenths", "method", "book", "unit")
            }
            dated.append(("entry.held", held, at))
            seq += 1
            body |= {"held": seq, "temp_tenths": 367}
            retaken = {"held": seq, "temp_tenths": 367, "method": "armpit"}
            dated.append(("temperature.retaken", retaken, at))
            seq += 1
        number += 1
        dated.append((kind, body | {"no": number}, at))
        seq += 1
    for start in range(0, len(dated), _BATCH):
        ledger.append_dated(dated[start : start + _BATCH])
    return number


def _crossing(
    ledger: Ledger, one: Pass, at: str, going_in: bool, chance: random.Random
) -> tuple[str, dict[str, object], str]:
    fever = chance.randrange(_FEVER_ONE_IN) == 0
    body: dict[str, object] = {
        "day": at[:10],
        "time": at,
        "direction": "in" if going_in else "out",
        "inferred": False,
        "book": one.id.book.value,
        "pass": one.id.human(),
        "name": one.holder.name,
        "unit": one.holder.unit,
        "temp_tenths": chance.randint(373, 385) if fever else min(372, max(352, round(chance.gauss(364, 3)))),
        "method": METHODS[0],
        "verdict": "ok",
        "reason": None,
        "override": None,
        "held": None,
        "outcome": "passed",
    }
    return ("entry.recorded", body, at)
