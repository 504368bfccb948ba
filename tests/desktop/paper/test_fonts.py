"""Which characters print, and with which font."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db.errors import Fault, FaultCode
from desktop.paper import fonts


@pytest.mark.parametrize(
    "text",
    [
        "欧阳修远",
        "㐱",
        "阿依古丽·买买提",
        "Zoë Ångström-Łukasz",
        "ｗｉｄｅ ０１２",
        "龘靐齉犇骉",
        # Names of the official table beyond the basic plane, and one that only a sister font has.
        "𬱖𬭎𫍯",
        "𠮷",
    ],
)
def test_names_of_every_kind_print(text: str) -> None:
    assert fonts.missing_characters([text]) == ""


def test_what_no_font_has_is_told_once_in_order() -> None:
    assert fonts.missing_characters(["王𪚥", "a𪛖𪚥"]) == "𪚥𪛖"


def test_writing_that_changes_with_its_neighbours_is_not_printed_letter_by_letter() -> None:
    assert fonts.missing_characters(["ئايگۈل"]) == "ئايگۈل"


def test_marks_without_a_shape_of_their_own_are_left_out() -> None:
    assert fonts.missing_characters(["葛\U000e0100 王\u200b芳\ufe00\u202e"]) == ""
    assert fonts.printable("葛\U000e0100 王\u200b芳\ufe00\u202e") == "葛 王芳"


def test_letters_with_separate_accents_are_put_together() -> None:
    assert fonts.printable("Zoe\u0308") == "Zoë"


def test_a_rare_character_is_a_run_of_its_own() -> None:
    assert [(run.text, run.font) for run in fonts.runs("王𠮷芳")] == [
        ("王", fonts.REGULAR),
        ("𠮷", "Fallback-NotoSansJP-Rare-Regular"),
        ("芳", fonts.REGULAR),
    ]


def test_bold_stays_bold_in_a_rare_character() -> None:
    assert fonts.runs("𠮷", True)[0].font == "Fallback-NotoSansJP-Rare-Bold"


def test_a_missing_character_takes_the_room_of_a_box() -> None:
    assert fonts.runs("𪚥")[0] == fonts.Run(None, fonts.BOX)
    assert fonts.width("王𪚥") == pytest.approx(2)


def test_missing_fonts_are_the_machines_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "_FOLDER", tmp_path)
    fonts.register.cache_clear()
    with pytest.raises(Fault) as fault:
        fonts.register()
    assert fault.value.code is FaultCode.MISSING_FONT


def test_a_damaged_further_font_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (fonts.REGULAR, fonts.BOLD):
        (tmp_path / f"{name}.ttf").symlink_to(fonts._FOLDER / f"{name}.ttf")
    (tmp_path / "Damaged.ttf").write_bytes(b"\x00\x01\x00\x00 no font")
    shutil.copy(fonts._FOLDER / "NotoSansJP-Rare-Regular.ttf", tmp_path / "Rare.ttf")
    monkeypatch.setattr(fonts, "_FOLDER", tmp_path)
    fonts._others.cache_clear()
    fonts._font_of.cache_clear()
    try:
        assert fonts._font_of("𠮷", False) == "Fallback-Rare"
    finally:
        fonts._others.cache_clear()
        fonts._font_of.cache_clear()
