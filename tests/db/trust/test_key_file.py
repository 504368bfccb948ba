"""The key file: who opens the register with what, and what happens to a file that was changed."""

from __future__ import annotations

import base64
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.errors import Denied, Fault, FaultCode, Refusal, RefusalCode
from db.trust.key_file import MAX_FILE_BYTES, RECOVERY_OPERATOR, KeyFile, Unlocked
from db.trust.keys import SigningKey
from db.trust.roles import Role

REGISTER_KEY = bytes(range(32))
SIGNING_KEY = SigningKey(b"\x07" * 32)
LEAD_WORDS = "开门 第一天"
VOLUNTEER_WORDS = "volunteer words"
REGISTRAR_WORDS = "registrar words"


class Post:
    """A key file with one operator of each role, and its recovery key."""

    def __init__(self) -> None:
        self.file, self.recovery = KeyFile.create(REGISTER_KEY, SIGNING_KEY, "王芳", LEAD_WORDS)
        self.lead = self.file.unlock("王芳", LEAD_WORDS)
        self.file = self.file.add_operator(self.lead, "李四", Role.VOLUNTEER, VOLUNTEER_WORDS)
        self.file = self.file.add_operator(self.lead, "赵六", Role.REGISTRAR, REGISTRAR_WORDS)


@pytest.fixture(scope="module")
def post() -> Post:
    return Post()


def _code(action: Callable[[], object]) -> Any:
    with pytest.raises(Refusal) as refused:
        action()
    return refused.value.code


def test_a_lead_opens_the_register_and_can_sign(post: Post) -> None:
    opened = post.file.unlock("王芳", LEAD_WORDS)
    assert opened.register_key == REGISTER_KEY
    assert (opened.operator_id, opened.name, opened.role) == ("op-1", "王芳", Role.LEAD)
    assert opened.signing_key is not None
    assert opened.signing_key.public == SIGNING_KEY.public


def test_a_registrar_opens_the_register_and_can_sign(post: Post) -> None:
    opened = post.file.unlock("赵六", REGISTRAR_WORDS)
    assert (opened.operator_id, opened.role) == ("op-3", Role.REGISTRAR)
    assert opened.signing_key is not None


def test_a_volunteer_opens_the_register_and_there_is_no_signing_key_to_find(post: Post) -> None:
    opened = post.file.unlock("李四", VOLUNTEER_WORDS)
    assert opened.register_key == REGISTER_KEY
    assert opened.role is Role.VOLUNTEER
    assert opened.signing_key is None
    assert post.file.find("李四").signing_key is None


def test_secrets_are_neither_shown_nor_readable_in_the_file(post: Post, tmp_path: Path) -> None:
    path = tmp_path / "register.keys"
    post.file.save(path)
    data = path.read_bytes()
    for secret in (REGISTER_KEY, SIGNING_KEY.seed, LEAD_WORDS.encode(), post.recovery.encode()):
        assert secret not in data
        assert secret.hex().encode() not in data
        assert base64.b64encode(secret)[:40] not in data
    assert repr(REGISTER_KEY) not in repr(post.lead)


def test_a_wrong_passphrase_is_denied(post: Post) -> None:
    for wrong in ("wrong words", "", "x", LEAD_WORDS + " ", VOLUNTEER_WORDS):
        with pytest.raises(Denied) as denied:
            post.file.unlock("王芳", wrong)
        assert denied.value.code is RefusalCode.WRONG_PASSPHRASE


def test_a_passphrase_is_the_same_in_any_width(post: Post) -> None:
    wide = "".join(chr(ord(sign) + 0xFEE0) if sign != " " else "\u3000" for sign in VOLUNTEER_WORDS)
    assert post.file.unlock("李四", wide).operator_id == "op-2"


def test_a_passphrase_has_six_characters_at_least() -> None:
    for short in ("", "12345", "      ", "  12345 "):
        with pytest.raises(Refusal) as refused:
            KeyFile.create(REGISTER_KEY, SIGNING_KEY, "王芳", short)
        assert refused.value.code is RefusalCode.PASSPHRASE_TOO_SHORT
        assert refused.value.params["least"] == 6
    assert KeyFile.create(REGISTER_KEY, SIGNING_KEY, "王芳", "六个字就够了")


def test_an_operator_is_found_by_name_or_id(post: Post) -> None:
    assert post.file.find(" 李四 ").id == "op-2"
    assert post.file.find("op-3").name == "赵六"
    assert _code(lambda: post.file.find("孙七")) is RefusalCode.UNKNOWN_OPERATOR


def test_without_a_name_the_only_operator_is_meant(post: Post) -> None:
    alone, _ = KeyFile.create(REGISTER_KEY, SIGNING_KEY, "王芳", LEAD_WORDS)
    assert alone.find(None).name == "王芳"
    assert _code(lambda: post.file.find(None)) is RefusalCode.OPERATOR_NEEDED


def test_a_name_is_taken_once(post: Post) -> None:
    taken = _code(lambda: post.file.add_operator(post.lead, "李四 ", Role.LEAD, "other words"))
    assert taken is RefusalCode.INVALID
    assert (
        _code(lambda: post.file.add_operator(post.lead, " ", Role.LEAD, "other words")) is RefusalCode.INVALID
    )
    assert (
        _code(lambda: post.file.add_operator(post.lead, "a\nb", Role.LEAD, "other words"))
        is RefusalCode.INVALID
    )


def _leads_work(file: KeyFile, who: Unlocked) -> list[Callable[[], object]]:
    return [
        lambda: file.add_operator(who, "孙七", Role.LEAD, "other words"),
        lambda: file.set_role(who, who.operator_id, Role.LEAD),
        lambda: file.disable(who, "王芳"),
        lambda: file.reset_passphrase(who, "王芳", "other words"),
        lambda: file.renew_recovery(who),
        lambda: file.reseal(who, REGISTER_KEY, SIGNING_KEY),
    ]


@pytest.mark.parametrize(("name", "words"), [("李四", VOLUNTEER_WORDS), ("赵六", REGISTRAR_WORDS)])
def test_only_a_lead_changes_who_may_work_here(post: Post, name: str, words: str) -> None:
    attempts = _leads_work(post.file, post.file.unlock(name, words))
    assert {_code(attempt) for attempt in attempts} == {RefusalCode.NOT_ALLOWED}


def test_a_promoted_volunteer_can_sign_and_a_demoted_registrar_cannot(post: Post) -> None:
    changed = post.file.set_role(post.lead, "李四", Role.REGISTRAR).set_role(
        post.lead, "赵六", Role.VOLUNTEER
    )
    assert changed.unlock("李四", VOLUNTEER_WORDS).signing_key is not None
    assert changed.unlock("赵六", REGISTRAR_WORDS).signing_key is None


def test_a_disabled_operator_opens_nothing(post: Post) -> None:
    changed = post.file.disable(post.lead, "李四")
    assert _code(lambda: changed.unlock("李四", VOLUNTEER_WORDS)) is RefusalCode.OPERATOR_DISABLED
    assert changed.unlock("王芳", LEAD_WORDS).register_key == REGISTER_KEY
    again = changed.add_operator(post.lead, "李四", Role.VOLUNTEER, "new words")
    assert again.unlock("李四", "new words").operator_id == "op-4"


def test_the_last_lead_stays(post: Post) -> None:
    assert _code(lambda: post.file.disable(post.lead, "王芳")) is RefusalCode.LAST_LEAD
    assert _code(lambda: post.file.set_role(post.lead, "王芳", Role.REGISTRAR)) is RefusalCode.LAST_LEAD


def test_an_operator_changes_the_own_passphrase_alone(post: Post) -> None:
    changed = post.file.change_passphrase("李四", VOLUNTEER_WORDS, "other words")
    assert changed.unlock("李四", "other words").register_key == REGISTER_KEY
    assert _code(lambda: changed.unlock("李四", VOLUNTEER_WORDS)) is RefusalCode.WRONG_PASSPHRASE
    wrong = _code(lambda: post.file.change_passphrase("李四", "wrong words", "other words"))
    assert wrong is RefusalCode.WRONG_PASSPHRASE
    short = _code(lambda: post.file.change_passphrase("李四", VOLUNTEER_WORDS, "short"))
    assert short is RefusalCode.PASSPHRASE_TOO_SHORT


def test_a_lead_gives_a_forgetful_operator_a_new_passphrase(post: Post) -> None:
    changed = post.file.reset_passphrase(post.lead, "赵六", "other words")
    opened = changed.unlock("赵六", "other words")
    assert (opened.operator_id, opened.role, opened.register_key) == ("op-3", Role.REGISTRAR, REGISTER_KEY)
    assert _code(lambda: changed.unlock("赵六", REGISTRAR_WORDS)) is RefusalCode.WRONG_PASSPHRASE


def test_the_recovery_key_opens_the_register_when_every_passphrase_is_lost(post: Post) -> None:
    opened = post.file.unlock_with_recovery(post.recovery.lower().replace("-", " "))
    assert opened.register_key == REGISTER_KEY
    assert (opened.operator_id, opened.role) == (RECOVERY_OPERATOR, Role.LEAD)
    assert opened.signing_key is not None
    changed = post.file.reset_passphrase(opened, "王芳", "other words")
    assert changed.unlock("王芳", "other words").register_key == REGISTER_KEY


def test_a_mistyped_or_foreign_recovery_key_is_refused(post: Post) -> None:
    last = "Q" if post.recovery[-1] != "Q" else "P"
    mistyped = _code(lambda: post.file.unlock_with_recovery(post.recovery[:-1] + last))
    assert mistyped is RefusalCode.RECOVERY_KEY_WRONG
    _, foreign = KeyFile.create(REGISTER_KEY, SIGNING_KEY, "王芳", LEAD_WORDS)
    assert _code(lambda: post.file.unlock_with_recovery(foreign)) is RefusalCode.RECOVERY_KEY_WRONG


def test_a_renewed_recovery_key_replaces_the_old(post: Post) -> None:
    changed, recovery = post.file.renew_recovery(post.lead)
    assert changed.recipient != post.file.recipient
    assert changed.unlock_with_recovery(recovery).register_key == REGISTER_KEY
    assert _code(lambda: changed.unlock_with_recovery(post.recovery)) is RefusalCode.RECOVERY_KEY_WRONG


def test_new_keys_reach_everybody_who_is_not_there(post: Post) -> None:
    other_key, other_signing = bytes(32), SigningKey(b"\x08" * 32)
    changed = post.file.disable(post.lead, "赵六").reseal(post.lead, other_key, other_signing)
    assert changed.gate_key == other_signing.public
    assert changed.unlock("李四", VOLUNTEER_WORDS).register_key == other_key
    assert changed.unlock("王芳", LEAD_WORDS).register_key == other_key
    assert changed.unlock_with_recovery(post.recovery).register_key == other_key
    signing = changed.unlock("王芳", LEAD_WORDS).signing_key
    assert signing is not None
    assert signing.public == other_signing.public


def test_what_is_saved_is_loaded_again(post: Post, tmp_path: Path) -> None:
    path = tmp_path / "登记册.keys"
    post.file.save(path)
    assert KeyFile.load(path) == post.file
    assert list(tmp_path.iterdir()) == [path]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_saving_over_an_older_file_leaves_the_new_one(post: Post, tmp_path: Path) -> None:
    path = tmp_path / "register.keys"
    KeyFile.create(REGISTER_KEY, SIGNING_KEY, "王芳", LEAD_WORDS)[0].save(path)
    post.file.save(path)
    assert KeyFile.load(path).find("李四").id == "op-2"


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert _code(lambda: KeyFile.load(tmp_path / "none.keys")) is RefusalCode.KEY_FILE_MISSING


def test_a_folder_that_is_gone_is_the_machines_fault(post: Post, tmp_path: Path) -> None:
    with pytest.raises(Fault) as fault:
        post.file.save(tmp_path / "gone" / "register.keys")
    assert fault.value.code is FaultCode.NOT_FOUND


def _content(post: Post, tmp_path: Path) -> dict[str, Any]:
    path = tmp_path / "register.keys"
    post.file.save(path)
    return dict(json.loads(path.read_bytes()))


def _promote(content: dict[str, Any]) -> None:
    content["slots"][1]["role"] = "lead"


def _redirect_recovery(content: dict[str, Any]) -> None:
    content["recovery"]["recipient"] = KeyFile.create(REGISTER_KEY, SIGNING_KEY, "某人", "some words")[
        0
    ].recipient


def _swap_public(content: dict[str, Any]) -> None:
    content["slots"][0]["public"] = content["slots"][1]["public"]


def _revive(content: dict[str, Any]) -> None:
    content["slots"][1]["disabled"] = True


def _drop_slot(content: dict[str, Any]) -> None:
    content["slots"].pop()


def _too_many(content: dict[str, Any]) -> None:
    content["slots"] *= 100


def _no_slots(content: dict[str, Any]) -> None:
    content["slots"] = []


def _absurd_memory(content: dict[str, Any]) -> None:
    content["slots"][0]["memory"] = 2**40


def _small_order(content: dict[str, Any]) -> None:
    content["slots"][0]["public"] = base64.b64encode(bytes(32)).decode()


def _weak_gate_key(content: dict[str, Any]) -> None:
    content["gate_key"] = base64.b64encode(b"\1" + bytes(31)).decode()


def _unknown_field(content: dict[str, Any]) -> None:
    content["slots"][0]["extra"] = 1


def _unknown_role(content: dict[str, Any]) -> None:
    content["slots"][0]["role"] = "owner"


@pytest.mark.parametrize(
    "change",
    [
        _promote,
        _redirect_recovery,
        _swap_public,
        _revive,
        _drop_slot,
        _too_many,
        _no_slots,
        _absurd_memory,
        _small_order,
        _weak_gate_key,
        _unknown_field,
        _unknown_role,
    ],
)
def test_a_changed_file_is_refused(
    post: Post, tmp_path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    content = _content(post, tmp_path)
    change(content)
    (tmp_path / "register.keys").write_text(json.dumps(content))
    assert _code(lambda: KeyFile.load(tmp_path / "register.keys")) is RefusalCode.KEY_FILE_DAMAGED


@pytest.mark.parametrize("field", ["register_key", "signing_key", "private", "salt"])
def test_a_damaged_slot_opens_nothing(post: Post, tmp_path: Path, field: str) -> None:
    content = _content(post, tmp_path)
    secret = bytearray(base64.b64decode(content["slots"][0][field]))
    secret[-1] ^= 1
    content["slots"][0][field] = base64.b64encode(bytes(secret)).decode()
    damaged = KeyFile.parse(json.dumps(content).encode())
    expected = RefusalCode.WRONG_PASSPHRASE if field in ("private", "salt") else RefusalCode.KEY_FILE_DAMAGED
    assert _code(lambda: damaged.unlock("王芳", LEAD_WORDS)) is expected


def test_sealed_keys_put_in_each_others_place_open_nothing(post: Post, tmp_path: Path) -> None:
    content = _content(post, tmp_path)
    slot = content["slots"][0]
    slot["register_key"], slot["signing_key"] = slot["signing_key"], slot["register_key"]
    changed = KeyFile.parse(json.dumps(content).encode())
    assert _code(lambda: changed.unlock("王芳", LEAD_WORDS)) is RefusalCode.KEY_FILE_DAMAGED


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"not json",
        b"\xff\xfe",
        b'{"format":"\xff"}',
        b"[" * 100_000,
        b"x" * (MAX_FILE_BYTES + 1),
    ],
)
def test_what_is_no_key_file_is_said_to_be_damaged(data: bytes) -> None:
    assert _code(lambda: KeyFile.parse(data)) is RefusalCode.KEY_FILE_DAMAGED


def test_a_file_cut_anywhere_is_refused(post: Post, tmp_path: Path) -> None:
    path = tmp_path / "register.keys"
    post.file.save(path)
    data = path.read_bytes()
    for length in range(0, len(data), 97):
        with pytest.raises(Refusal) as refused:
            KeyFile.parse(data[:length])
        assert refused.value.code is RefusalCode.KEY_FILE_DAMAGED


def test_a_newer_programs_file_is_told_from_a_damaged_one() -> None:
    assert _code(lambda: KeyFile.parse(b'{"format":"gatebook-keys/2"}')) is RefusalCode.NEWER_REGISTER
