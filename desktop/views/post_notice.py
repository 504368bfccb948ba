"""What the top of every page says of the command post: how old its list is, and that it has cut this gate off."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.operations.joining import Standing
from desktop.views.top_strip import Notice


def _say(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("MainWindow", text, "", count)


def notice_of(standing: Standing) -> Notice | None:
    """None for a gate that has no post, or no answer of it yet."""
    said = standing.said
    if standing.post is None or said is None or standing.days is None:
        return None
    if said.state == "cut_off":
        return Notice("ban", _say("Cut off by the command post"), "attn")
    if said.state == "retired":
        return Notice("ban", _say("Retired by the command post"), "attn")
    if standing.old:
        return Notice("ban", _say("Revoked cards: list %n day(s) old", standing.days), "attn")
    if standing.days:
        return Notice("ban", _say("Revoked cards: list %n day(s) old", standing.days))
    return Notice("ban", _say("Revoked cards: list of today"))
