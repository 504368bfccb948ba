"""Colours, type, spacing and size of the whole program: the one theme file.

Chrome is ink and one blue; red, amber and green belong to verdicts only, and a book is never red, amber or
green. `theme()` is the theme in force, `apply_theme(app, theme)` puts another in force while the program runs,
and `themes().changed` tells widgets that paint themselves. Lengths are given at 100 % and turned into pixels by
`px()`, so a person can make everything 100 to 200 % as large.

    apply_theme(app, Theme(DARK, scale=1.25))
    painter.setPen(color("text2")); painter.setFont(font(Type.BODY)); layout.setSpacing(px(8))
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.kit.typefaces import families, load_typefaces


@dataclass(frozen=True)
class Palette:
    """Colours by use, each `#RRGGBB`. A pair of fill and ink is meant to be read on each other."""

    dark: bool
    # Ground, from the page up to the card, and the well of a toggle
    bg: str
    surface: str
    surface2: str
    sunken: str
    # Divider, quiet border, border of an input
    line: str
    line2: str
    field: str
    # Ink, from strong to faint; strike is for a voided line
    text: str
    text2: str
    text3: str
    strike: str
    # The one blue of the chrome; accent_fg is also the focus ring
    accent: str
    accent_hover: str
    accent_press: str
    accent_text: str
    accent_fg: str
    accent_tint: str
    # Verdicts
    allow: str
    allow_ink: str
    allow_tint: str
    allow_text: str
    attn: str
    attn_ink: str
    attn_tint: str
    attn_text: str
    attn_line: str
    deny: str
    deny_ink: str
    deny_hover: str
    deny_press: str
    deny_tint: str
    deny_tint2: str
    deny_text: str
    # Books: fill, ink on it, tint of a chosen tab, outline
    official: str
    official_ink: str
    official_tint: str
    official_line: str
    medical: str
    medical_ink: str
    medical_tint: str
    medical_line: str
    support: str
    support_ink: str
    support_tint: str
    support_line: str
    # A person without a photograph; the scrim behind a sheet; the tick on a toast
    photo: str
    photo2: str
    scrim: str
    toast_tick: str


LIGHT = Palette(
    dark=False,
    bg="#ECEFF3", surface="#FFFFFF", surface2="#F5F7FA", sunken="#E4E8EE",
    line="#D6DCE4", line2="#C3CBD6", field="#75808F",
    text="#131A22", text2="#465160", text3="#5C6777", strike="#6A7483",
    accent="#0D52B5", accent_hover="#0B4AA4", accent_press="#093E8C", accent_text="#FFFFFF",
    accent_fg="#0D52B5", accent_tint="#E3ECFA",
    allow="#00785A", allow_ink="#FFFFFF", allow_tint="#DFF3EC", allow_text="#005F47",
    attn="#FFB81C", attn_ink="#231700", attn_tint="#FFF1CF", attn_text="#714900", attn_line="#B07900",
    deny="#B5121B", deny_ink="#FFFFFF", deny_hover="#A11018", deny_press="#8A0D14",
    deny_tint="#FCE6E6", deny_tint2="#F7CFCF", deny_text="#9E0C15",
    official="#2B3340", official_ink="#FFFFFF", official_tint="#E4E7EC", official_line="#2B3340",
    medical="#5DB5EA", medical_ink="#08202F", medical_tint="#E2F2FC", medical_line="#2280B8",
    support="#8A3A9E", support_ink="#FFFFFF", support_tint="#F3E6F6", support_line="#8A3A9E",
    photo="#D9E0E9", photo2="#AEB9C8", scrim="#0B1118", toast_tick="#7FE0BF",
)  # fmt: skip

DARK = Palette(
    dark=True,
    bg="#0D1218", surface="#171E27", surface2="#1D2530", sunken="#111820",
    line="#2E3846", line2="#3D4959", field="#7C899B",
    text="#F1F4F8", text2="#BAC4D1", text3="#97A3B3", strike="#8A96A6",
    accent="#2F6AD3", accent_hover="#3A73D8", accent_press="#4C82E2", accent_text="#FFFFFF",
    accent_fg="#A3C0FF", accent_tint="#1D2C49",
    allow="#0B7F60", allow_ink="#FFFFFF", allow_tint="#10352C", allow_text="#6FDDB9",
    attn="#F2AE1B", attn_ink="#231700", attn_tint="#3A2D0E", attn_text="#FFCF66", attn_line="#F2AE1B",
    deny="#C4262F", deny_ink="#FFFFFF", deny_hover="#CE3038", deny_press="#B01F28",
    deny_tint="#421A1E", deny_tint2="#5A2328", deny_text="#FF9EA4",
    official="#D3DAE4", official_ink="#131A22", official_tint="#2B3340", official_line="#D3DAE4",
    medical="#4DB0E8", medical_ink="#061B28", medical_tint="#12303F", medical_line="#4DB0E8",
    support="#A452BB", support_ink="#FFFFFF", support_tint="#38203F", support_line="#C98ADB",
    photo="#2A3542", photo2="#566375", scrim="#05080C", toast_tick="#00785A",
)  # fmt: skip


class Type(Enum):
    """Type roles: (pixels at 100 %, bold)."""

    VERDICT = (88, True)
    VERDICT_LONG = (64, True)
    TEMPERATURE = (64, True)
    NAME = (40, True)
    RESULT = (32, True)
    TITLE = (28, True)
    DIALOG_TITLE = (24, True)
    CARD_TITLE = (20, True)
    SUBLINE = (20, False)
    SECTION = (18, True)
    BODY = (16, False)
    BODY_STRONG = (16, True)
    CELL = (15, False)
    CELL_STRONG = (15, True)
    SMALL = (14, False)
    SMALL_STRONG = (14, True)
    CAPTION = (13, False)
    CAPTION_STRONG = (13, True)
    KEY = (12, True)

    @property
    def pixels(self) -> int:
        return self.value[0]

    @property
    def bold(self) -> bool:
        return self.value[1]


SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The sizes offered in the settings."""

RAIL_WIDTH, TOP_HEIGHT = 96, 56
ROW_HEIGHT, HEADER_HEIGHT = 40, 36


@dataclass(frozen=True)
class Theme:
    """A palette and a size factor (1.0 to 2.0)."""

    palette: Palette = LIGHT
    scale: float = 1.0

    def __post_init__(self) -> None:
        if not 1.0 <= self.scale <= 2.0:
            raise ValueError(f"scale {self.scale} is outside 1.0 to 2.0")

    @property
    def dark(self) -> bool:
        return self.palette.dark

    def px(self, length: float) -> int:
        return round(length * self.scale)


class Themes(QObject):
    """Holds the theme in force. `changed` fires after a new one is in force; repaint and measure again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.current = Theme()


_themes = Themes()


def themes() -> Themes:
    return _themes


def theme() -> Theme:
    """The theme in force."""
    return _themes.current


def px(length: float) -> int:
    """`length` at 100 % in the pixels of the size in force."""
    return round(length * _themes.current.scale)


@lru_cache(maxsize=512)
def _color(code: str, alpha: float) -> QColor:
    value = QColor(code)
    value.setAlphaF(alpha)
    return value


def color(token: str, alpha: float = 1.0) -> QColor:
    """The colour of a palette token (`"text2"`), or of a plain `#RRGGBB`. Do not change the returned object."""
    return _color(token if token.startswith("#") else getattr(_themes.current.palette, token), alpha)


def sized_font(pixels: float, bold: bool = False, strike: bool = False) -> QFont:
    """The program's typeface at `pixels` (100 %), in one of its two weights."""
    return QFont(_sized_font(max(1, px(pixels)), bold, strike))


@lru_cache(maxsize=256)
def _sized_font(pixels: int, bold: bool, strike: bool) -> QFont:
    value = QFont()
    value.setFamilies(families())
    value.setPixelSize(pixels)
    value.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    value.setStrikeOut(strike)
    value.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    value.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return value


def font(role: Type, strike: bool = False) -> QFont:
    """The typeface of a role at the size in force."""
    return sized_font(role.pixels, role.bold, strike)


def _qt_palette(palette: Palette) -> QPalette:
    """Qt's own palette, for whatever no style sheet reaches."""
    result = QPalette()
    role = QPalette.ColorRole
    for target, token in (
        (role.Window, palette.bg), (role.WindowText, palette.text), (role.Base, palette.surface),
        (role.AlternateBase, palette.surface2), (role.Text, palette.text), (role.Button, palette.surface2),
        (role.ButtonText, palette.text), (role.BrightText, palette.deny), (role.Highlight, palette.accent),
        (role.HighlightedText, palette.accent_text), (role.Link, palette.accent_fg),
        (role.LinkVisited, palette.accent_fg), (role.PlaceholderText, palette.text3),
        (role.ToolTipBase, palette.text), (role.ToolTipText, palette.surface), (role.Accent, palette.accent),
        (role.Light, palette.surface), (role.Midlight, palette.surface2), (role.Mid, palette.line2),
        (role.Dark, palette.field), (role.Shadow, palette.line),
    ):  # fmt: skip
        result.setColor(target, QColor(token))
    for target in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, target, QColor(palette.text3))
    return result


def apply_theme(app: QApplication, new: Theme) -> None:
    """Put `new` in force for every window of `app`: typeface, palette, style sheet, focus ring."""
    from desktop.kit.focus_ring import follow_focus
    from desktop.kit.stylesheet import stylesheet

    load_typefaces()
    _themes.current = new
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_qt_palette(new.palette))
    app.setFont(font(Type.BODY))
    app.setStyleSheet(stylesheet(new))
    follow_focus(app)
    _themes.changed.emit()
