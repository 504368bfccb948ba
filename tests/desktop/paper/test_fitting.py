"""Text in boxes: as large as it may be, never over the edge, broken where a reader would break it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paper import fonts
from desktop.paper.fitting import block_height, elide, fit, fit_name, wrap

TEXTS = st.text(st.sampled_from("咸宁市中心医院王芳，。（）·abcW -0𠮷"), min_size=1, max_size=60)


@given(TEXTS, st.floats(4, 60), st.floats(3, 30))
def test_text_stays_inside_its_box(text: str, width: float, height: float) -> None:
    block = fit(text, width, height, largest=6, smallest=0.05)
    assert block_height(block) <= height + 1e-6
    for line in block.lines:
        assert fonts.width(line) * block.size <= width + 1e-6


@given(TEXTS, st.floats(1, 20))
def test_wrapping_loses_no_character(text: str, room: float) -> None:
    assert "".join("".join(wrap(fonts.printable(text), room)).split()) == "".join(
        fonts.printable(text).split()
    )


def test_text_with_room_keeps_the_largest_size_and_one_line() -> None:
    block = fit("王芳", 20, 8, largest=6.2)
    assert (block.lines, block.size) == (("王芳",), 6.2)


def test_a_transcribed_name_breaks_after_its_dot() -> None:
    assert fit_name("阿卜杜热西提·阿卜杜热合曼", 58, 15.4, 14, 4.4).lines == ("阿卜杜热西提·", "阿卜杜热合曼")


def test_a_latin_name_breaks_between_words_only() -> None:
    assert fit_name("Muhammad Al-Khwarizmi", 19, 8.4, 6.2, 2.4).lines == ("Muhammad", "Al-Khwarizmi")


def test_a_line_does_not_begin_with_what_closes_and_not_end_with_what_opens() -> None:
    assert wrap("中心医院，护士", 4) == ("中心医", "院，护士")
    assert wrap("一二三（四）", 4) == ("一二三", "（四）")


def test_units_are_wrapped_at_spaces() -> None:
    assert wrap("United Nations Logistics", 8) == ("United Nations", "Logistics")


def test_what_is_too_long_at_the_smallest_size_ends_in_an_ellipsis() -> None:
    block = fit("一" * 100, 10, 4, largest=4, smallest=2)
    assert block.size == 2
    assert block.lines[-1].endswith("…")
    assert block_height(block) <= 4


def test_eliding_keeps_what_fits() -> None:
    assert elide("温泉街道办事处", 5) == "温泉街道…"
    assert elide("温泉", 5) == "温泉"


def test_paragraphs_start_on_lines_of_their_own() -> None:
    assert fit("中心医院\n护士", 40, 20, largest=4).lines == ("中心医院", "护士")


def test_nothing_is_no_lines() -> None:
    assert fit("\n ", 10, 10, largest=4).lines == ()
    assert block_height(fit("", 10, 10, largest=4)) == 0


@pytest.mark.parametrize("name", ["王", "Wolfeschlegelsteinhausenbergerdorff", "一" * 40])
def test_any_name_is_whole(name: str) -> None:
    assert "".join(fit_name(name, 18, 8.4, 6.2, 2.4).lines) == name
