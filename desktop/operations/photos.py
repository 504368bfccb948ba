"""The photo of a holder from a file: turned upright, cut to 3:4, made small."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps

from db.books.photos import MAX_BYTES
from db.errors import Fault, FaultCode, Refusal, RefusalCode

WIDTH, HEIGHT = 480, 640
"""Dots of a photo as it is kept: 28 mm at 400 dots an inch and some."""
_MOST_DOTS = 80_000_000
_LARGEST_FILE = 40 * 2**20
_QUALITIES = (88, 80, 70, 60, 45, 30)
_FACE_HEIGHT = 0.4
"""In a picture of a person the face is a little above the middle."""


def read_photo(path: Path) -> bytes:
    """A picture file as the JPEG that is kept, at most 60 KB and without what the camera wrote into it.

    Raises `Refusal` (`INVALID`, field `photo`) for what is no picture or far too large, `Fault` where the file
    cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise Fault(FaultCode.UNREADABLE_FILE, path=str(path)) from error
    if len(data) > _LARGEST_FILE:
        raise Refusal(RefusalCode.INVALID, field="photo", value=path.name)
    return card_photo(data)


def card_photo(data: bytes) -> bytes:
    """Any picture as the JPEG that is kept. Raises `Refusal` (`INVALID`, field `photo`)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(data))
            if picture.width * picture.height > _MOST_DOTS:
                raise Refusal(RefusalCode.INVALID, field="photo", value="size")
            picture.draft("RGB", (WIDTH * 2, HEIGHT * 2))
            upright = ImageOps.exif_transpose(picture)
            ground = Image.new("RGB", upright.size, "white")
            clear = upright.convert("RGBA")
            ground.paste(clear, mask=clear.getchannel("A"))
            small = ImageOps.fit(
                ground, _no_larger(ground.size), Image.Resampling.LANCZOS, centering=(0.5, _FACE_HEIGHT)
            )
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refusal(RefusalCode.INVALID, field="photo", value="no picture") from error
    for size in (small, small.reduce(2), small.reduce(4)):
        for quality in _QUALITIES:
            out = io.BytesIO()
            size.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= MAX_BYTES:
                return out.getvalue()
    raise Refusal(RefusalCode.INVALID, field="photo", value="size")


def _no_larger(there: tuple[int, int]) -> tuple[int, int]:
    """The kept size, or the largest of its shape that needs no enlarging."""
    scale = min(1.0, max(there[0] / WIDTH, there[1] / HEIGHT))
    return max(3, round(WIDTH * scale)), max(4, round(HEIGHT * scale))
