"""The commands, each a small function from what was said to an answer. What they do is in `desktop.operations`."""

from __future__ import annotations

from datetime import date
from typing import Any

from db.books.check import Look
from db.books.crossings import Held, Reading
from db.books.pass_id import PassId
from db.books.temperature import parse_tenths
from db.books.verdict import Direction, Verdict
from db.errors import Denied, Refusal, RefusalCode
from db.place import place_of
from db.register import Register, create_register
from db.trust.keys import fingerprint
from db.trust.roles import Role
from desktop.cli.arguments import Given, tr
from desktop.cli.run import (
    DONE,
    REFUSED,
    Answer,
    WrongUsage,
    day_of,
    opened,
    passphrase_of,
    read_passphrase,
    register_path,
)
from desktop.cli.verdict_words import verdict_words
from desktop.operations import operators, passes, passing


def setup(given: Given) -> Answer:
    """Makes a new register. The recovery key is in the answer, once."""
    passphrase = passphrase_of(given)
    if passphrase is None:
        raise Denied(RefusalCode.PASSPHRASE_NEEDED)
    path = register_path(given)
    operator = given.operator or tr("Lead")
    made = create_register(
        path, given.gate, given.name, operator, passphrase, given.compound, given.offset, given.desk
    )
    mark = fingerprint(bytes.fromhex(made.key))
    data = {
        "gate": given.gate,
        "name": given.name.strip(),
        "operator": operator,
        "key": made.key,
        "fingerprint": mark,
        "recovery_key": made.recovery_key,
        "register": place_of(path).shown if isinstance(path, str) else str(path.absolute()),
    }
    words = tr(
        "Gate {gate} is set up. Write the recovery key on paper and lock it away; it is not shown again:\n{key}"
    )
    return Answer(data, words.format(gate=given.gate, key=made.recovery_key))


def sample(given: Given) -> Answer:
    """Fills an empty register with invented people, and marks it as practice for good."""
    from desktop.operations.sample import fill_sample

    if min(given.passes, given.days, given.per_day) < 0:
        raise WrongUsage(tr("A number is below zero. Nothing was done. Give 0 or more."))
    with opened(given) as register:
        made = fill_sample(register, given.passes, given.days, given.per_day, given.seed).value
    words = tr("{passes} passes and {entries} entries over {days} days. This register is for practice only.")
    return Answer(made, words.format(**made))


def check(given: Given) -> Answer:
    """The verdict on a card, recording nothing."""
    lane = Direction(given.direction) if given.direction else None
    with opened(given, read_only=True) as register:
        look = passing.check_card(register, given.digits, lane)
    return _verdict_answer(look)


def record(given: Given) -> Answer:
    """What scanning at the gate page does: verdict, temperature, numbered line."""
    lane = Direction(given.direction) if given.direction else None
    with opened(given) as register:
        look = passing.look_at_scan(register, given.digits, lane).value
        if look.verdict.refuses:
            return _verdict_answer(look)
        if look.direction is None:
            raise Refusal(RefusalCode.DIRECTION_NEEDED)
        reading = _reading(given, look.direction, look)
        done = passing.record_scan(register, look, look.direction, reading).value
    answer = _verdict_answer(look)
    answer.code = DONE
    if isinstance(done, Held):
        held = {
            "verdict": Verdict.ATTENTION.value,
            "reason": "held",
            "no": None,
            "seq": done.seq,
            "held": done.seq,
        }
        answer.data |= held
        answer.words = tr("{name}: fever. Held as line {seq}; measure again.").format(
            name=done.name, seq=done.seq
        )
        return answer
    answer.data |= {
        "no": done.no,
        "seq": done.seq,
        "direction": done.direction.value,
        "outcome": done.outcome,
    }
    answer.data |= {"day": done.day, "time": done.time, "temp_tenths": done.temp_tenths}
    answer.words += " " + tr("Entry {no}.").format(no=f"{done.no:04d}")
    return answer


def _reading(given: Given, direction: Direction, look: Look) -> Reading:
    """The temperature that was said. Going out, nobody is kept in for want of one."""
    if given.temp is not None:
        return Reading(parse_tenths(given.temp), given.method or "forehead")
    if direction is Direction.IN or look.hold is not None:
        raise Refusal(RefusalCode.TEMPERATURE_NEEDED)
    return Reading(None, None)


def _verdict_answer(look: Look) -> Answer:
    data: dict[str, Any] = {
        "verdict": look.verdict.value,
        "reason": look.reason,
        "direction": look.direction.value if look.direction else None,
        "pass": look.id.human() if look.id else None,
        "name": look.name if look.genuine else None,
    }
    if look.answer_days is not None:
        data |= {"answer_days": look.answer_days, "answer_old": look.answer_old}
    refused = look.verdict.refuses
    return Answer(data, verdict_words(look), REFUSED if refused else DONE)


def revoke(given: Given) -> Answer:
    """Revokes a pass; at a command post also another gate's, by the list that its answers carry."""
    from desktop.operations import posts

    with opened(given) as register:
        id = _pass_id(given.number, register)
        if id.gate != register.gate.gate and posts.gates_of(register):
            posts.stop_pass(register, id, given.reason)
        else:
            passes.revoke(register, id, given.reason)
    return Answer(
        {"pass": id.human(), "state": "revoked"}, tr("{number} is revoked.").format(number=id.human())
    )


def reissue(given: Given) -> Answer:
    """A new card under the same number."""
    with opened(given) as register:
        one = passes.reissue(register, _pass_id(given.number, register), given.reason).value
    return _issued(one)


def renew(given: Given) -> Answer:
    """A new card with new days."""
    until = date.fromisoformat(day_of(given.valid_until))
    with opened(given) as register:
        one = passes.renew(register, _pass_id(given.number, register), until).value
    return _issued(one)


def _issued(one: Any) -> Answer:
    data = {"pass": one.id.human(), "issue": one.issue, "valid_from": one.holder.valid_from.isoformat()}
    data["valid_until"] = one.holder.valid_until.isoformat()
    words = tr("{number} is now at issue {issue}. Print the new card; the old one is dead.")
    return Answer(data, words.format(number=one.id.human(), issue=one.issue))


def operator(given: Given) -> Answer:
    """Adds, disables or changes operators."""
    passphrase = passphrase_of(given)
    with opened(given) as register:
        assert passphrase is not None
        unlocked = register.unlock(given.operator, passphrase)
        if given.act == "add":
            if given.new_passphrase_file is None:
                raise WrongUsage(
                    tr("A new operator needs a passphrase. Nothing was done. Give --new-passphrase-file.")
                )
            role = Role(given.role or "volunteer")
            new = read_passphrase(given.new_passphrase_file)
            id = operators.add(register, unlocked, given.name, role, new).value
        elif given.act == "disable":
            return _disabled(given, operators.disable(register, unlocked, given.name).value)
        elif given.role is None and given.new_passphrase_file is None:
            raise WrongUsage(
                tr("Say which role. Nothing was done. Give --role volunteer, registrar or lead.")
            )
        else:
            id = _change_operator(given, register, unlocked)
    return Answer({"operator": id, "name": given.name, "act": given.act}, tr("Done."))


def _disabled(given: Given, done: operators.Disabled) -> Answer:
    from desktop.cli.trust_commands import backup_words

    left = [str(path) for path in done.backups.left]
    data = {"operator": done.operator, "name": given.name, "act": given.act, "backups_left": left}
    words = tr("{name} can open nothing here any more.").format(name=given.name) + backup_words(
        done.backups.left
    )
    if done.signed:
        words += " " + tr("They could sign: change the gate's key too, with rotate-key.")
    return Answer(data, words)


def _change_operator(given: Given, register: Register, unlocked: Any) -> str:
    id = ""
    if given.role is not None:
        id = operators.set_role(register, unlocked, given.name, Role(given.role)).value
    if given.new_passphrase_file is not None:
        new = read_passphrase(given.new_passphrase_file)
        id = operators.reset_passphrase(register, unlocked, given.name, new).value
    return id


def _pass_id(text: str, register: Register) -> PassId:
    try:
        return PassId.parse(text, register.gate.gate)
    except ValueError:
        raise Refusal(RefusalCode.NO_SUCH_PASS, number=text) from None
