"""Colours can be told apart from their ground; type and sizes follow the person's choice while running."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.kit.buttons import Button
from desktop.kit.labels import Label
from desktop.kit.theme import DARK, LIGHT, Palette, Theme, Type, apply_theme, color, font, px, theme
from desktop.kit.typefaces import FAMILY, FILES, families, load_typefaces


def luminance(code: str) -> float:
    """WCAG 2.1, relative luminance."""
    channels = [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


# ink, ground, ratio the palette promises in the light and in the dark
PROMISED = [
    ("text", "surface", 17.5, 15.2),
    ("text2", "surface", 8.1, 9.5),
    ("text3", "surface", 5.7, 6.6),
    ("strike", "surface", 4.7, 5.6),
    ("field", "surface", 4.0, 4.7),
    ("accent_text", "accent", 7.3, 5.1),
    ("accent_fg", "surface", 7.3, 9.2),
    ("allow_ink", "allow", 5.5, 5.0),
    ("attn_ink", "attn", 10.2, 9.1),
    ("deny_ink", "deny", 6.9, 5.7),
    ("allow_text", "allow_tint", 6.7, 8.1),
    ("attn_text", "attn_tint", 7.1, 9.2),
    ("deny_text", "deny_tint", 7.0, 7.6),
    ("official_ink", "official", 12.7, 12.5),
    ("medical_ink", "medical", 7.4, 7.3),
    ("support_ink", "support", 6.6, 4.7),
]


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), PROMISED)
def test_a_pair_of_colours_has_the_promised_contrast(
    ink: str, ground: str, light: float, dark: float
) -> None:
    for palette, promised in ((LIGHT, light), (DARK, dark)):
        got = contrast(getattr(palette, ink), getattr(palette, ground))
        assert got == pytest.approx(promised, abs=0.06), f"{ink} on {ground}: {got:.2f}"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["bg", "surface", "surface2", "sunken"])
@pytest.mark.parametrize("ink", ["text", "text2", "text3"])
def test_text_is_readable_on_every_ground(palette: Palette, ground: str, ink: str) -> None:
    # WCAG AA asks 4.5; text3 on the well of a toggle is a disabled button, which it exempts.
    least = 3.0 if (ink, ground) == ("text3", "sunken") else 4.5
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= least


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("fill", ["accent_hover", "accent_press", "deny_hover", "deny_press"])
def test_words_on_a_pressed_button_stay_readable(palette: Palette, fill: str) -> None:
    # The dark theme's press is a large bold word on a lighter blue: 3 is enough for that.
    ink = palette.accent_text if fill.startswith("accent") else palette.deny_ink
    assert contrast(ink, getattr(palette, fill)) >= (3.0 if fill == "accent_press" and palette.dark else 4.5)


def test_a_theme_changes_while_the_program_runs(qapp: QApplication, qtbot: QtBot) -> None:
    label = Label("门岗", Type.TITLE)
    qtbot.addWidget(label)
    button = Button("Record")
    qtbot.addWidget(button)
    before = button.sizeHint()

    apply_theme(qapp, Theme(DARK, 1.5))

    assert theme().dark
    assert color("bg").name().upper() == DARK.bg
    assert label.palette().windowText().color().name().upper() == DARK.text
    assert label.font().pixelSize() == 42
    assert button.sizeHint().height() == 66 and button.sizeHint().width() > before.width()
    assert px(8) == 12


def test_a_size_outside_100_to_200_percent_is_refused() -> None:
    with pytest.raises(ValueError):
        Theme(LIGHT, 0.9)
    with pytest.raises(ValueError):
        Theme(LIGHT, 2.1)


def test_the_shipped_typeface_comes_first_and_chinese_ones_of_the_system_after_it() -> None:
    assert load_typefaces() is True, f"{FILES} are made when the package is built"
    assert families()[0] == FAMILY
    assert {"Microsoft YaHei UI", "PingFang SC"} <= set(families())
    assert font(Type.VERDICT).families()[0] == FAMILY
    assert font(Type.VERDICT).bold() and font(Type.VERDICT).pixelSize() == 88
