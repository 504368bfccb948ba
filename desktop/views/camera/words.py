"""What the camera has to say, in one sentence each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.trust.tokens import Unreadable, read_token
from desktop.devices.camera import Trouble
from desktop.line_words import pass_words


def _say(text: str) -> str:
    return QCoreApplication.translate("Camera", text)


def trouble_words(trouble: Trouble, for_photo: bool) -> str:
    """Why there is no picture, and what to do; `for_photo` where a photo is to be taken and not a card read."""
    if trouble is Trouble.NO_SUPPORT:
        if for_photo:
            return _say("No camera support on this computer. Choose a picture file")
        return _say("No camera support on this computer. Use the scanner, or type the number")
    return {
        Trouble.NO_CAMERA: _say("No camera found. Plug one in and it starts"),
        Trouble.UNPLUGGED: _say("The camera was pulled out. Plug it back in and it goes on"),
        Trouble.FAILED: _say("The camera does not start. Close other programs that use it, then try again"),
        Trouble.SILENT: _say("No picture comes. Pull the camera out and plug it back in"),
        Trouble.DENIED: _say(
            "The system keeps the camera locked. Allow it in the system settings, then try again"
        ),
    }[trouble]


def can_be_tried_again(trouble: Trouble) -> bool:
    """Whether a second try may help; where something has to be plugged in, the camera starts by itself."""
    return trouble in (Trouble.FAILED, Trouble.SILENT, Trouble.DENIED)


def card_words(digits: str) -> str:
    """`医-0312-000123` of the card that the digits come from; empty where they are no card's."""
    token = read_token(digits)
    return "" if isinstance(token, Unreadable) else pass_words(token.pass_id)
