"""Finds the codes of cards in a webcam's picture: small, soft, crooked, badly lit.

zxing-cpp alone reads what is sharp. What makes it read the rest is given to it as a larger, sharper picture: its
black and white are decided pixel by pixel, and a module of a district card at arm's length is less than two pixels
wide. Of 100 simulated pictures of printed cards each (as in tests/bench/camera.py) it reads, at 2.5, 3 and 4 pixels
a millimetre, and home cards at 3 when something else is wrong; the last column is milliseconds at 1280x720:

                            home           district       dim  creased  phone  shaken    ms
    zxing-cpp's default     90  98  100     0   0  53      78       87     55      35    23
    the first step          90  98  100     0   0  53      78       87     55      35     3
    and the mild one        98 100  100     0  18  90      85       95     87      70    18
    and the strong one     100 100  100     5  58  95      85       97     90      82    45

The first step looks for QR codes only, which is what makes it quick.

Pillow does the enlarging and not Qt, because it lets other threads run meanwhile; so does zxing-cpp.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import Image, ImageFilter
from PySide6.QtGui import QImage

try:
    import zxingcpp
except ImportError:  # there is no build of it for this kind of machine
    zxingcpp = None  # type: ignore[assignment]

Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]

_MOST_PIXELS = 2560 * 1440
_LEAST_SIDE = 40.0
_LEAST_SHAPE = 0.4
"""Of what is not read: its least width in pixels, and its shortest side as a share of the longest."""


@dataclass(frozen=True)
class FoundCode:
    """A QR code in a picture: its text, None where it was seen but could not be read; its corners in pixels of
    the picture, clockwise from the code's own upper left."""

    text: str | None
    corners: Corners

    @property
    def side(self) -> float:
        """The length of its longest side, in pixels."""
        return max(self._sides())

    @property
    def is_plausible(self) -> bool:
        """Whether it is as wide as a code that is held up to the camera, and about as high as wide."""
        return self.side >= _LEAST_SIDE and min(self._sides()) >= _LEAST_SHAPE * self.side

    def _sides(self) -> list[float]:
        turns = zip(self.corners, self.corners[1:] + self.corners[:1], strict=True)
        return [math.dist(one, other) for one, other in turns]


@dataclass(frozen=True)
class Step:
    """One way to look: how much sharper (0: as it is) and how many times larger the picture is made first."""

    sharper: float
    larger: float


FIRST, MILD, STRONG = Step(0, 1), Step(2, 1.5), Step(8, 2)
STEPS: tuple[Step, ...] = (FIRST, MILD, STRONG)
"""Mild reads soft and noisy pictures, strong very soft ones."""


def can_read() -> bool:
    """Whether this machine has what reads codes; without it `find_codes` must not be called."""
    return zxingcpp is not None


def find_codes(
    image: QImage, steps: Sequence[Step] = STEPS, go_on: Callable[[], bool] = lambda: True
) -> list[FoundCode]:
    """The QR codes in a picture. Steps follow one another until one of them reads digits, as cards carry them, or
    `go_on` says no. Where nothing can be read, what looks like a code is given without its text."""
    if image.isNull():
        return []
    picture = grey(image)
    read: dict[str, FoundCode] = {}
    unread: list[FoundCode] = []
    for step in steps:
        if not go_on():
            break
        found = _look(picture, step)
        read |= {code.text: code for code in found if code.text is not None}
        if any(is_digits(text) for text in read):
            break
        unread = [code for code in found if code.text is None] or unread
    return list(read.values()) or unread


def is_digits(text: str) -> bool:
    """Whether a code may be a card's: those carry decimal digits and nothing else."""
    return text.isascii() and text.isdigit()


def grey(image: QImage) -> Image.Image:
    """A copy in grey, as Pillow has it."""
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size, stride = (plain.width(), plain.height()), plain.bytesPerLine()
    return Image.frombytes("L", size, bytes(plain.constBits()), "raw", "L", stride, 1)


def _look(picture: Image.Image, step: Step) -> list[FoundCode]:
    if step.sharper:
        picture = picture.filter(_sharpening(step.sharper))
    room = math.sqrt(_MOST_PIXELS / (picture.width * picture.height))
    larger = max(1.0, min(step.larger, room))
    if larger > 1:
        size = round(picture.width * larger), round(picture.height * larger)
        picture = picture.resize(size, Image.Resampling.BILINEAR)
    found = []
    # Handed over as Pillow's own object, the picture would cost a tenth more.
    light = memoryview(picture.tobytes()).cast("B", (picture.height, picture.width))
    for code in zxingcpp.read_barcodes(
        light,
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
        # A card is black on white; what is the other way round is found by the first look, which costs little.
        try_invert=step.larger == 1,
        return_errors=True,
    ):
        place = code.position
        corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        seen = FoundCode(
            code.text if code.valid else None,
            tuple((corner.x / larger, corner.y / larger) for corner in corners),  # type: ignore[arg-type]
        )
        if code.valid or (_is_worn(code) and seen.is_plausible):
            found.append(seen)
    return found


def _is_worn(code: zxingcpp.Barcode) -> bool:
    """Whether all but the content was recognised: noise rarely comes so far."""
    return code.error is not None and code.error.type == zxingcpp.ErrorType.Checksum


def _sharpening(amount: float) -> ImageFilter.Kernel:
    """Adds `amount` times what a pixel differs from the soft middle of its neighbours."""
    weights = [-amount * weight for weight in (1, 2, 1, 2, 4, 2, 1, 2, 1)]
    weights[4] += 16 * (1 + amount)
    return ImageFilter.Kernel((3, 3), weights, 16)
