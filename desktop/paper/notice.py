"""The notice for the wall: what is kept about a person, why, how long, and whom to ask."""

from __future__ import annotations

from typing import IO

from desktop.paper.fitting import draw_block, fit
from desktop.paper.pen import INK, TEXT, Pen, new_canvas
from desktop.paper.words import words

WIDTH, HEIGHT = 210.0, 297.0

_LEFT, _RIGHT = 20.0, 190.0


def notice_pdf(
    gate: int,
    gate_name: str,
    compound: str,
    retention_days: int | None,
    phone: str,
    out: IO[bytes],
    language: str,
) -> None:
    """Writes one page to `out`.

    retention_days: how long bodies are kept, None where they are kept until someone deletes them.
    phone: whom to ask; a line to write on where it is empty.
    """
    own = words(language)
    canvas = new_canvas(out, own.translate("Paper", "What we keep about you"), (WIDTH, HEIGHT))
    pen = Pen(canvas, HEIGHT)
    pen.fitted(_LEFT, 32, own.translate("Paper", "What we keep about you"), 13, _RIGHT - _LEFT, True)
    place = " · ".join(filter(None, (compound, gate_name, f"{gate:04d}")))
    pen.fitted(_LEFT, 46, place, 5.4, _RIGHT - _LEFT, False, TEXT)
    pen.rule(_LEFT, 53, _RIGHT - _LEFT, 0.8, INK)
    if retention_days is None:
        how_long = own.translate("Paper", "Until the end of the epidemic measures, then it is deleted.")
    else:
        how_long = own.translate(
            "Paper", "{days} days, then it is deleted. That a line was written stays, without what it said."
        ).format(days=retention_days)
    sections = (
        (
            own.translate("Paper", "What"),
            own.translate(
                "Paper",
                "Each time you pass: time, direction, pass number, name, temperature. "
                "For a pass, once: ID number, phone, unit, home, a photo if you bring one.",
            ),
        ),
        (
            own.translate("Paper", "Why"),
            own.translate(
                "Paper",
                "To let you pass quickly, to find a fever early, and to tell you if you were near someone ill.",
            ),
        ),
        (own.translate("Paper", "How long"), how_long),
        (
            own.translate("Paper", "Who sees it"),
            own.translate(
                "Paper",
                "The people on duty at this gate, and the command post of the district. "
                "ID numbers and phones are hidden; whoever looks at them leaves a trace.",
            ),
        ),
        (
            own.translate("Paper", "How it is guarded"),
            own.translate(
                "Paper", "Encrypted, on one laptop without a network. Lines cannot be changed unnoticed."
            ),
        ),
        (
            own.translate("Paper", "What you can ask"),
            own.translate(
                "Paper", "To see what is kept about you, and to have it put right where it is wrong."
            ),
        ),
    )
    # Chinese says it in half the lines, so it can be read from further away.
    size = 6.4 if own.chinese else 5.2
    y = 64.0
    for title, text in sections:
        pen.text(_LEFT, y + 3, title, size * 1.15, True)
        block = fit(text, _RIGHT - _LEFT, 24, size, leading=1.45)
        y = draw_block(pen, _LEFT, y + size * 1.75, block, leading=1.45) + size * 1.8
    pen.rule(_LEFT, 268, _RIGHT - _LEFT, 0.4, INK)
    ask = own.translate("Paper", "Questions")
    used = pen.text(_LEFT, 276, ask, 5, False, TEXT)
    if phone:
        pen.fitted(_LEFT + used + 5, 276, phone, 6.4, _RIGHT - _LEFT - used - 5, True)
    else:
        pen.rule(_LEFT + used + 5, 279, 80, 0.25, INK)
    canvas.showPage()
    canvas.save()
