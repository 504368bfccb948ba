"""Photos made small enough for paper: cut to the frame, at the finest that a card printer resolves."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

_DOTS_PER_MM = 300 / 25.4
_QUALITY = 85
# A picture of more points than this is no photo of a person but an attack on memory.
_MAX_POINTS = 80_000_000


@dataclass(frozen=True)
class Photo:
    """A picture ready to be drawn."""

    reader: ImageReader


@lru_cache(maxsize=32)
def prepared(photo: bytes, width: float, height: float, colour: bool) -> Photo | None:
    """The photo cut to the shape of width x height (millimetres) and reduced to 300 dots an inch.

    Turned upright as the camera says. None for what is no picture or too large to be a photo; a card without
    a photo is better than no card.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(photo))
            if picture.width * picture.height > _MAX_POINTS:
                return None
            size = round(width * _DOTS_PER_MM), round(height * _DOTS_PER_MM)
            # Tells a JPEG decoder to leave out what will not be seen.
            picture.draft("RGB" if colour else "L", (size[0] * 2, size[1] * 2))
            upright = ImageOps.exif_transpose(picture)
            flat = _on_white(upright).convert("RGB" if colour else "L")
            small = ImageOps.fit(
                flat, _no_larger(size, flat.size), Image.Resampling.LANCZOS, centering=(0.5, 0.4)
            )
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    out = io.BytesIO()
    small.save(out, "JPEG", quality=_QUALITY, optimize=True)
    out.seek(0)
    return Photo(ImageReader(out))


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode not in ("RGBA", "LA", "PA") and "transparency" not in picture.info:
        return picture
    clear = picture.convert("RGBA")
    ground = Image.new("RGBA", clear.size, "white")
    ground.alpha_composite(clear)
    return ground


def _no_larger(wanted: tuple[int, int], there: tuple[int, int]) -> tuple[int, int]:
    """The wanted size, or the largest of its shape that needs no enlarging."""
    scale = min(1.0, min(there[0] / wanted[0], there[1] / wanted[1]))
    return max(1, round(wanted[0] * scale)), max(1, round(wanted[1] * scale))
