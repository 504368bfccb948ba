"""Keys, waits, answers and purges of a command post whose register is a database on a server."""

from __future__ import annotations

import pytest

from db.errors import Denied, RefusalCode
from db.exchange.answering import make_answer
from db.exchange.answers import read_answer
from db.ledger.verify import verify_register
from db.purging import purge
from db.register import Register, open_register
from db.trust.roles import Role
from db.trust.waits import FREE_TRIES
from desktop.operations import operators, upkeep
from tests.desks import MadeGate, admit, server_desk, take
from tests.registers import OPERATOR, PASSPHRASE, FakeClock

pytestmark = pytest.mark.usefixtures("cheap_guesses")


def whole(register: Register) -> bool:
    with register.reading() as connection:
        return verify_register(connection).ok


def test_a_posts_register_on_a_server_has_all_of_it() -> None:
    clock = FakeClock()
    gate = MadeGate.open(77)
    gate.issue(1, valid_until="2020-02-20")
    gate.cross("in", gate.pass_id(1))
    with server_desk(clock) as desk:
        lead = desk.unlock(OPERATOR, PASSPHRASE)
        admit(desk, gate)
        take(desk, gate.bundle())
        with desk.writing() as ledger:
            first = make_answer(ledger, desk.gate)
        rotated = upkeep.rotate_key(desk, lead).value
        assert desk.key_file.gate_key.hex() == rotated.key
        with desk.writing() as ledger:
            second = make_answer(ledger, desk.gate)
        assert (first.number, second.number) == (1, 2)
        assert read_answer(second.data).answer.key == rotated.key
        operators.add(desk, desk.unlock(OPERATOR, PASSPHRASE), "小陈", Role.REGISTRAR, "registrar 1")
        operators.give_pin(desk, desk.unlock("小陈", "registrar 1"), "2580")
        assert operators.change_by_pin(desk, "小陈", "2580").value == "op-2"
        desk.as_operator(desk.unlock(OPERATOR, PASSPHRASE))
        operators.disable(desk, desk.unlock(OPERATOR, PASSPHRASE), "小陈")
        assert whole(desk)
        clock.forward(days=60)
        done = purge(desk, 30)
        assert (done.lines, done.swept) == (3, True)  # the gate's pass and crossing, and that a PIN was set
        assert whole(desk)


def test_wrong_passphrases_are_counted_on_the_server() -> None:
    with server_desk() as desk:
        url = desk.place.url  # type: ignore[attr-defined]
        text = url.render_as_string(hide_password=False).replace("postgresql+psycopg", "postgresql")
        codes = []
        for _ in range(FREE_TRIES + 1):
            with pytest.raises(Denied) as denied:
                open_register(text, OPERATOR, "guessed wrong")
            codes.append(denied.value.code)
    assert codes == [RefusalCode.WRONG_PASSPHRASE] * FREE_TRIES + [RefusalCode.TRY_LATER]
