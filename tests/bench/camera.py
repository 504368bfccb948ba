"""Cards before a webcam: the share that is read of simulated pictures of printed cards, beside zxing-cpp as it is.

Both get the same pictures, once each; in life a card is seen many times a second. Goals are those of the design:
home cards 95, 96 and 100 of 100 at 2.5, 3 and 4 pixels a millimetre, district cards what the plain reader was once
found to read there (0, 0, 36).
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import zxingcpp
from PySide6.QtGui import QImage

from desktop.devices.code_reading import find_codes
from tests.bench.measuring import Row, below, share, sized
from tests.webcam import LARGE, SMALL, Story, as_image, empty_scene, printed, webcam_picture

PICTURES = sized(60, 2)
CARDS = sized(4, 1)
"""How many different cards of a kind are shown."""
FRAME_LIMIT_MS = 60.0
DISTANCES = {
    ("home", 2.5): 95.0,
    ("home", 3.0): 96.0,
    ("home", 4.0): 100.0,
    ("district", 2.5): 0.0,
    ("district", 3.0): 0.0,
    ("district", 4.0): 36.0,
}
"""Kind of card and pixels a millimetre, with the share of 100 that has to be read."""
STORIES = {Story.DIM: 80.0, Story.CREASED: 80.0, Story.PHONE: 80.0, Story.SHAKEN: 60.0}
"""What else goes wrong, with a home card at 3 pixels a millimetre. Out of focus and moved, most pictures of a card
that is held up are not: the next one is read."""


def shares_by_distance() -> list[Row]:
    """The rows `camera_home_25` to `camera_district_40`, in pictures read of 100."""
    return [
        _row(f"camera_{kind}_{scale * 10:.0f}", kind, scale, Story.EVERYDAY, goal)
        for (kind, scale), goal in DISTANCES.items()
    ]


def shares_by_story() -> list[Row]:
    """The rows `camera_dim`, `camera_creased`, `camera_phone`, `camera_shaken`."""
    return [_row(f"camera_{story}", "home", 3.0, story, goal) for story, goal in STORIES.items()]


def cost_of_a_picture() -> Row:
    """The row `camera_frame_ms`: processor time of a picture of 1280x720 in which there is nothing, which costs
    most; the median of some. Not time of the wall: what other programs do is not its cost."""
    times = [_processor_seconds(empty_scene(seed, LARGE)) for seed in range(sized(20, 2))]
    return below("camera_frame_ms", statistics.median(times) * 1000, FRAME_LIMIT_MS, "ms")


ROWS: list[Callable[[], Row | list[Row]]] = [shares_by_distance, shares_by_story, cost_of_a_picture]


def _processor_seconds(scene: QImage) -> float:
    start = time.thread_time()
    find_codes(scene)
    return time.thread_time() - start


def _row(name: str, kind: str, scale: float, story: Story, goal: float) -> Row:
    ours = plain = 0
    for seed in range(PICTURES):
        card = printed(kind, seed % CARDS)
        picture = webcam_picture(card, scale, seed, story, SMALL)
        ours += any(code.text == card.digits for code in find_codes(as_image(picture)))
        plain += any(code.text == card.digits for code in zxingcpp.read_barcodes(picture))
    return share(name, 100 * ours / PICTURES, 100 * plain / PICTURES, goal)
