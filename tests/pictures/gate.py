"""The gate page in every state that it can be in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.books.check import look_at_card
from db.books.crossings import Held, Reading, Recorded, record_crossing, record_person, void_entry
from db.books.issuing import issue_pass, reissue_pass, reserve_blanks, revoke_pass
from db.books.pass_id import Book
from db.books.passes import card_digits
from db.books.verdict import Direction
from db.books.watch import watch
from db.register import Register
from db.settings import read_settings, write_settings
from desktop.devices.sound import Sounds
from desktop.devices.tones import Tone
from desktop.session import Session
from desktop.views.gate.page import GatePage
from desktop.views.shell import Page, Shell
from tests.pictures.registry import WINDOWS, Scene, Size, picture
from tests.registers import FakeClock, holder, issue, new_register

IN, OUT = Direction.IN, Direction.OUT
PEOPLE = (
    ("周文静", "Zhou Wenjing", Book.MEDICAL, "咸宁市中心医院", "Xianning Central Hospital"),
    ("陈国强", "Chen Guoqiang", Book.SUPPORT, "惠民超市配送", "Huimin Market delivery"),
    ("黄志远", "Huang Zhiyuan", Book.OFFICIAL, "温泉街道办事处", "Wenquan street office"),
    ("赵丽华", "Zhao Lihua", Book.MEDICAL, "咸宁市中心医院", "Xianning Central Hospital"),
    ("刘洋", "Liu Yang", Book.SUPPORT, "城北粮油店", "Chengbei grain shop"),
    ("马俊", "Ma Jun", Book.OFFICIAL, "社区居委会", "Community committee"),
    ("吴敏", "Wu Min", Book.MEDICAL, "温泉卫生院", "Wenquan clinic"),
    ("孙建军", "Sun Jianjun", Book.SUPPORT, "环卫所", "Cleaning depot"),
    ("何秀珍", "He Xiuzhen", Book.MEDICAL, "中医医院", "Chinese medicine hospital"),
    ("徐春梅", "Xu Chunmei", Book.MEDICAL, "疾控中心", "Disease control"),
    ("胡海波", "Hu Haibo", Book.SUPPORT, "供水公司", "Water works"),
    ("林晓东", "Lin Xiaodong", Book.OFFICIAL, "派出所", "Police station"),
    ("程建国", "Cheng Jianguo", Book.SUPPORT, "惠民超市配送", "Huimin Market delivery"),
    ("方小红", "Fang Xiaohong", Book.SUPPORT, "城北粮油店", "Chengbei grain shop"),
    ("邓超", "Deng Chao", Book.SUPPORT, "环卫所", "Cleaning depot"),
)


class Silent(Sounds):
    """No sound while pictures are taken."""

    def play(self, tone: Tone) -> None:
        self.played.emit(tone)

    def speak(self, words: str, language: str) -> None:
        self.spoken.emit(words)


class GateScene:
    """A register with a morning in it, the gate page over it, and cards of every sort."""

    def __init__(self, scene: Scene, folder: Path, empty: bool = False, day: bool = True) -> None:
        self.scene = scene
        self.clock = FakeClock(datetime(2020, 2, 10, 0, 10, tzinfo=UTC))
        name = scene.say("1 号门·东门", "Gate 1, East")
        folder.mkdir(parents=True, exist_ok=True)
        self.register: Register = new_register(folder, self.clock)
        self.register.gate = replace(self.register.gate, name=name)
        self.cards: dict[str, str] = {}
        self.ids: dict[str, object] = {}
        if not empty:
            self._people()
            if day:
                self._morning()
        with self.register.writing() as ledger:
            settings = replace(
                read_settings(ledger.connection),
                lead_name=scene.say("王建国", "Wang Jianguo"),
                lead_phone="13800006021",
                doctor_phone="0715-8118118",
                fever_place=scene.say(
                    "岗亭右边帐篷，隔 2 米，戴口罩", "Tent right of the booth, 2 m apart, mask on"
                ),
            )
            write_settings(ledger.connection, settings)
        self.session = Session(self.register)
        self.page = GatePage(
            self.session, sounds=Silent(), now=lambda: int(self.clock.now.timestamp() * 1000),
            gone_by=lambda: self.clock.now.timestamp(),
        )  # fmt: skip
        self.page._second.stop()
        others = [Page(key, icon, partial(str, words), QWidget()) for key, icon, words in self._others()]
        gate = Page("gate", "gate", lambda: scene.say("门岗", "Gate"), self.page, bottom=self.page.counters)
        self.shell = Shell([gate, *others])
        self.shell.top.set_gate(name)
        self.shell.top.set_operator(scene.say("李秀兰", "Li Xiulan"))
        self.shell.top.set_now(self.register.clock.now())
        self.shell.destroyed.connect(self._close)

    def _close(self) -> None:
        self.session.close()

    def _others(self) -> list[tuple[str, str, str]]:
        say = self.scene.say
        return [
            ("passes", "pass", say("通行证", "Passes")), ("entries", "list", say("登记", "Entries")),
            ("day", "chart", say("每日报告", "Day report")), ("export", "usb", say("导出", "Export")),
        ]  # fmt: skip

    def person(self, place: int) -> str:
        return self.scene.say(PEOPLE[place][0], PEOPLE[place][1])

    def _people(self) -> None:
        for place, (zh, en, book, unit_zh, unit_en) in enumerate(PEOPLE):
            facts = {
                "unit": self.scene.say(unit_zh, unit_en),
                "phone": f"1380000{place:04d}",
                "home": "19-3-204",
            }
            one, digits = issue(self.register, self.scene.say(zh, en), book, **facts)
            self.cards[zh], self.ids[zh] = digits, one.id
        with self.register.writing() as ledger:
            for zh, days in (("过期", -2), ("未到", 40)):
                valid = date(2020, 2, 10) + timedelta(days=days)
                begins = valid - timedelta(days=20) if days < 0 else date(2020, 2, 20)
                who = holder(
                    self.scene.say("钱伟", "Qian Wei"), Book.SUPPORT, valid_from=begins, valid_until=valid
                )
                self.cards[zh] = card_digits(ledger.connection, issue_pass(ledger, who))
            who = holder(self.scene.say("郑洁", "Zheng Jie"), Book.MEDICAL)
            gone = issue_pass(ledger, who)
            self.cards["吊销"] = card_digits(ledger.connection, gone)
            revoke_pass(ledger, gone.id, self.scene.say("离岗", "Left the post"))
            old = issue_pass(ledger, holder(self.scene.say("冯涛", "Feng Tao"), Book.OFFICIAL))
            self.cards["旧证"] = card_digits(ledger.connection, old)
            reissue_pass(ledger, old.id, self.scene.say("丢失", "Lost"))
            keyed = issue_pass(ledger, holder(self.scene.say("韩雪", "Han Xue"), Book.MEDICAL))
            self.cards["重点"] = card_digits(ledger.connection, keyed)
            watch(ledger, keyed.id, "key_person", self.scene.say("2 月 5 日返咸", "Back in town since 5 Feb"))
            late = issue_pass(ledger, holder(self.scene.say("曹勇", "Cao Yong"), Book.SUPPORT))
            self.cards["超时"] = card_digits(ledger.connection, late)
            watch(
                ledger,
                late.id,
                "overdue",
                self.scene.say("7:00 前该回", "Due back at 7:00"),
                "2020-02-10T07:00:00.000+08:00",
            )
            blanks = reserve_blanks(ledger, Book.SUPPORT, 2)
            self.cards["空白"] = blanks[0].digits()
        good = self.cards["周文静"]
        self.cards["假证"] = good[:-1] + str((int(good[-1]) + 1) % 10)
        self.cards["别处"] = "200310" + good[6:]
        self.cards["不认识"] = "1234567890123"

    def cross(self, zh: str, direction: Direction, tenths: int | None) -> Recorded | Held:
        with self.register.writing() as ledger:
            look = look_at_card(ledger.connection, 312, self.cards[zh], ledger.clock.stamp(), direction)
            done = record_crossing(ledger, look, direction, Reading(tenths))
        self.clock.forward(seconds=70)
        return done

    def _morning(self) -> None:
        for zh, direction, tenths in (
            ("胡海波", IN, 361), ("徐春梅", IN, 365), ("马俊", OUT, 364), ("何秀珍", IN, 367), ("周文静", OUT, 364),
            ("孙建军", OUT, 362),
        ):  # fmt: skip
            self.cross(zh, direction, tenths)
        wrong = self.cross("刘洋", IN, 362)
        assert isinstance(wrong, Recorded)
        with self.register.writing() as ledger:
            void_entry(ledger, 1, wrong.seq, "方向录错")
            record_person(ledger, "visitor", self.scene.say("史萍玉", "Shi Pingyu"), IN, Reading(366))
        self.cross("刘洋", OUT, 362)
        self.cross("赵丽华", IN, 378)
        for zh, direction, tenths in (("黄志远", IN, 363), ("吴敏", OUT, 366), ("陈国强", IN, 364)):
            self.cross(zh, direction, tenths)

    # Acting

    def settle(self) -> None:
        """Until nothing is under way in the background."""
        for _ in range(400):
            QApplication.processEvents()
            if self.session.tasks.idle:
                QApplication.processEvents()
                if self.session.tasks.idle:
                    return
            QTest.qWait(2)

    def scan(self, zh: str) -> None:
        self.clock.forward(seconds=8)
        self.page.take_scan(self.cards[zh])
        self.settle()

    def keys(self, keys: str) -> None:
        for key in keys:
            if key == "⏎":
                self.page.conductor.enter()
            else:
                self.page.conductor.type(key)
            self.settle()


Act = Callable[[GateScene], None]


def gate_picture(
    name: str, act: Act, empty: bool = False, day: bool = True, sizes: tuple[Size, ...] = WINDOWS
) -> None:
    """Enters a picture of the gate page after `act`."""
    scenes: list[GateScene] = []

    def after(_scene: Scene, _widget: QWidget) -> None:
        scene = scenes.pop()
        scene.settle()
        act(scene)
        scene.settle()

    @picture(f"gate-{name}", sizes=sizes, after=after)
    def draw(scene: Scene) -> QWidget:
        folder = scene.folder / f"gate-{name}-{scene.language}-{scene.dark}-{scene.size[0]}"
        made = GateScene(scene, folder, empty, day)
        scenes.append(made)
        made.shell._gate_scene = made  # type: ignore[attr-defined]
        return made.shell


def _scan(*names: str) -> Act:
    def act(scene: GateScene) -> None:
        for name in names:
            scene.scan(name)

    return act


def _then(first: Act, keys: str) -> Act:
    def act(scene: GateScene) -> None:
        first(scene)
        scene.keys(keys)

    return act


gate_picture("first-start", lambda scene: None, empty=True)
gate_picture("no-lines", lambda scene: None, day=False)
gate_picture("waiting", lambda scene: None)
gate_picture("measure", _then(_scan("周文静"), "36"))
gate_picture("measure-typed", _then(_scan("周文静"), "365"))
gate_picture("ask-direction", _scan("林晓东"))
gate_picture("let-in", _then(_scan("周文静"), "365⏎"))
gate_picture("large-screen", _then(_scan("周文静"), "365⏎"), sizes=((1920, 1017), (3840, 2100)))
gate_picture("let-out", _then(_scan("胡海波"), "364⏎"))
gate_picture("refused-revoked", _scan("吊销"))
gate_picture("refused-superseded", _scan("旧证"))
gate_picture("refused-expired", _scan("过期"))
gate_picture("refused-not-yet", _scan("未到"))
gate_picture("refused-elsewhere", _scan("别处"))
gate_picture("refused-forged", _scan("假证"))
gate_picture("refused-unreadable", _scan("不认识"))
gate_picture("look-key-person", _scan("重点"))
gate_picture("look-overdue", _scan("超时"))
gate_picture("look-blank", _scan("空白"))
gate_picture("tray", _then(_scan("周文静", "陈国强", "重点", "孙建军"), "36"))
gate_picture("low", _then(_scan("周文静"), "346⏎"))
gate_picture("fever-held", _then(_scan("周文静"), "376⏎"))
gate_picture("beside", _then(_scan("周文静", "陈国强"), "365⏎"))
gate_picture("beside-refused", _scan("周文静", "吊销"))


def _turn(scene: GateScene) -> None:
    scene.scan("周文静")
    scene.page.conductor.take(scene.page.conductor.flow.turn())


def _refused_out(scene: GateScene) -> None:
    scene.scan("过期")
    scene.page.face(OUT)


def _search(scene: GateScene) -> None:
    from desktop.views.gate.wishes import Panel

    scene.page.open_panel(Panel.SEARCH)
    scene.page.scan.top.search.edit.setText("zwj" if scene.scene.chinese else "zh")
    scene.settle()


def _panel(name: str) -> Act:
    def act(scene: GateScene) -> None:
        scene.page.do_deed(name)

    return act


def _void(scene: GateScene) -> None:
    from desktop.views.gate.wishes import Panel

    scene.page.open_panel(Panel.VOID)
    assert scene.page.scan.side.panel is not None
    scene.page.scan.side.panel.digit(1)


def _guest(scene: GateScene) -> None:
    scene.page.do_deed("guest")
    guest = scene.page.panels.guest
    assert guest is not None
    guest.name.set_text(scene.scene.say("史萍玉", "Shi Pingyu"))
    guest.phone.set_text("13900006731")
    guest.reason.set_text(scene.scene.say("接人就医", "Fetching a patient"))


def _guest_measured(scene: GateScene) -> None:
    _guest(scene)
    assert scene.page.panels.guest is not None
    scene.page.panels.guest.directions.choose("in")
    scene.page.panels.guest.confirm()


def _override(scene: GateScene) -> None:
    scene.scan("吊销")
    scene.page.do_deed("override")


def _overridden(scene: GateScene) -> None:
    scene.scan("吊销")
    scene.page.conductor.take(
        scene.page.conductor.flow.override(scene.scene.say("急事，组长看过证件", "Emergency, ID seen"))
    )


def _rescan_held(scene: GateScene) -> None:
    scene.clock.forward(minutes=2)
    scene.scan("赵丽华")


def _fevers(minutes: float, *keys: str) -> Act:
    def act(scene: GateScene) -> None:
        scene.clock.forward(minutes=minutes)
        scene.page.open_fevers()
        for key in keys:
            if key == "⏎":
                scene.page.fevers_main()
            else:
                scene.page.conductor.cases.type(key)
            scene.settle()
        scene.page.show_fevers()

    return act


def _clock(scene: GateScene) -> None:
    from desktop.operations.clock import ClockTrouble

    now = datetime(2019, 1, 1, 8, 3).astimezone(scene.register.clock.zone)
    scene.page.scan.side.clock.ask(ClockTrouble("before_2020", now, None))


gate_picture("already-outside", _turn)
gate_picture("refused-going-out", _refused_out)
gate_picture("search", _search)
gate_picture("void", _void)
gate_picture("no-card", _guest)
gate_picture("no-card-measure", _guest_measured)
gate_picture("call", _panel("call"))
gate_picture("override", _override)
gate_picture("overridden", _overridden)
gate_picture("held-again", _rescan_held)
gate_picture("fevers-waiting", _fevers(1))
gate_picture("fevers-due", _fevers(11, "3", "6"))
gate_picture("fevers-second", _fevers(11, "3", "7", "6", "⏎", "⏎"))
gate_picture("fevers-passed", _fevers(11, "3", "6", "6", "⏎"))
gate_picture("clock", _clock)


def _queue(*names: str, keys: str = "", idle: bool = False) -> Act:
    def act(scene: GateScene) -> None:
        scene.page.conductor.start_queue(Book.SUPPORT, IN)
        if idle:
            return
        for name in ("刘洋", "孙建军"):
            scene.scan(name)
            scene.keys("364⏎")
        for name in names:
            scene.scan(name)
        scene.keys(keys)

    return act


def _open(name: str, then: Callable[[GateScene], None] = lambda scene: None) -> Act:
    def act(scene: GateScene) -> None:
        from desktop.views.gate.wishes import Panel

        then(scene)
        scene.page.open_panel(Panel[name])

    return act


def _fever_in_queue(scene: GateScene) -> None:
    _queue("程建国", keys="378")(scene)
    scene.scan("方小红")


gate_picture("temperature-first", _then(lambda scene: None, "365⏎"))
gate_picture("temperature-first-fever", _then(_scan("周文静"), "365⏎381⏎"))
gate_picture("queue-panel", _open("QUEUE"))
gate_picture("queue", _queue(idle=True))
gate_picture("queue-tray", _queue("程建国", "方小红", "周文静", "胡海波", "邓超", keys="36"))
gate_picture("queue-stray", _queue("周文静"))
gate_picture("queue-fever", _fever_in_queue)
gate_picture("menu", _open("MENU"))
gate_picture("menu-refused", _open("MENU", _scan("吊销")))
