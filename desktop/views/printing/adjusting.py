"""What a printer must be told, from what a ruler shows on the page of `desktop.paper.adjustment_page`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from desktop.devices.print_orders import Adjustment
from desktop.paper.adjustment_page import Frame

_MILLIMETRES = re.compile(r"\d{1,3}(?:[.,。]\d{1,2})?")


@dataclass(frozen=True)
class Measured:
    """What the ruler shows, in millimetres: the four distances of `Frame`."""

    left: float
    wide: float
    top: float
    high: float


def adjustment_from(frame: Frame, measured: Measured) -> Adjustment:
    """What undoes a printer's error. It puts what should lie at x to `a + b·x`: two distances give a and b, and a page
    drawn at `-a/b + x/b` comes out right. The page that is measured is printed without any adjustment."""
    wider, higher = measured.wide / frame.wide, measured.high / frame.high
    shift_x, shift_y = measured.left - wider * frame.left, measured.top - higher * frame.top
    # To a hundredth of a millimetre and of a percent: finer than any ruler.
    return Adjustment(
        round(-shift_x / wider, 2), round(-shift_y / higher, 2), round(1 / wider, 4), round(1 / higher, 4)
    )


def in_words(fit: Adjustment) -> dict[str, str]:
    """The figures of an adjustment as they are shown: millimetres with their sign, percent."""
    # Adding nothing turns a minus zero into a plain one.
    return {
        "right": f"{round(fit.right_mm, 1) + 0:+.1f}",
        "down": f"{round(fit.down_mm, 1) + 0:+.1f}",
        "wide": f"{fit.scale_x * 100:.1f}",
        "high": f"{fit.scale_y * 100:.1f}",
    }


def millimetres(written: str) -> float | None:
    """`19.5`, `19,5`, `１９。５`; None for what is no distance."""
    plain = unicodedata.normalize("NFKC", written).strip().removesuffix("mm").strip()
    if not _MILLIMETRES.fullmatch(plain):
        return None
    found = float(plain.replace(",", ".").replace("。", "."))
    return found if found > 0 else None
