"""Cards on their way from the window to the process that draws and prints them."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence

from desktop.operations.cards import Printing, draw
from desktop.paper.card_face import CardFace


def send_cards(faces: Sequence[CardFace], printing: Printing) -> bytes:
    """The cards, and how they are to lie on paper, for a pipe to this program's own process."""
    return pickle.dumps((tuple(faces), printing))


def draw_sent_cards(data: bytes, moved: Callable[[int, int], None]) -> bytes:
    """The PDF of what `send_cards` made. Only for what comes from this program's own window: see `pickle`. Raises as
    `desktop.operations.cards.draw`."""
    faces, printing = pickle.loads(data)
    return draw(faces, printing, moved)
