"""Sheets of a thousand cards, beside the two usual ways to put a QR code on paper with reportlab.

All three draw the same sheets with the same code; only the QR code itself is made and drawn the rival's way. The
cards carry home tokens, which are the usual ones and the rivals' better case: with district tokens they fall back
twice as far.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from statistics import median
from unittest.mock import patch

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from db.books.pass_id import Book, PassId, Scope
from desktop.paper.card_face import CardFace, Layout
from desktop.paper.cards import cards_pdf
from desktop.paper.layouts import parts
from desktop.paper.pen import Pen
from tests.bench.measuring import Row, at_least, sized

CARDS = sized(1_000, 20)
ROUNDS = sized(3, 1)
IMAGE_GOAL = 8.0
WIDGET_GOAL = 12.0

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英"
_UNITS = ("市中心医院", "温泉街道办事处", "惠民超市配送", "咸宁市公安局", "供电公司抢修班")


@dataclass(frozen=True)
class _Digits:
    """What a rival gets instead of our symbol: the digits, and the size for the place on the card."""

    text: str
    size: int


def rows() -> list[Row]:
    """The rows `cards_vs_image` and `cards_vs_widget`, in cards a second."""
    faces = _faces(CARDS)
    _seconds(faces[:20])  # fonts, templates
    ours, image, widget = [], [], []
    for _ in range(ROUNDS):
        ours.append(CARDS / _seconds(faces))
        image.append(CARDS / _seconds(faces, _draw_image))
        widget.append(CARDS / _seconds(faces, _draw_widget))
    own = median(ours)
    return [
        at_least("cards_vs_image", own, median(image), IMAGE_GOAL, "cards/s"),
        at_least("cards_vs_widget", own, median(widget), WIDGET_GOAL, "cards/s"),
    ]


ROWS: list[Callable[[], list[Row]]] = [rows]


def _faces(count: int) -> list[CardFace]:
    books = list(Book)
    return [
        CardFace(
            pass_id=PassId(312, books[number % 3], number),
            issue=1,
            name=_SURNAMES[number % 20] + _GIVEN[number % 23] + _GIVEN[number * 7 % 23],
            unit=_UNITS[number % len(_UNITS)],
            post="值班员",
            compound="香城花园小区",
            gate_name="1 号门岗亭（东门）",
            gate_phone="0715-000 0000",
            scope=Scope.GATE,
            valid_from=date(2020, 2, 10),
            valid_until=date(2020, 3, 31),
            token=f"200312{books[number % 3].digit}{number:07d}001{number * 7919 % 10**13:013d}",
        )
        for number in range(1, count + 1)
    ]


def _seconds(
    faces: list[CardFace], draw: Callable[[Pen, _Digits, float, float], None] | None = None
) -> float:
    out = io.BytesIO()
    start = time.perf_counter()
    if draw is None:
        cards_pdf(faces, Layout.A4, out)
    else:
        with patch.object(parts, "symbol_of", _digits_of), patch.object(parts, "draw_code", draw):
            cards_pdf(faces, Layout.A4, out)
    return time.perf_counter() - start


def _digits_of(face: CardFace) -> _Digits:
    return _Digits(face.token, 21 if len(face.token) == 30 else 41)


def _draw_image(pen: Pen, code: _Digits, x: float, y: float) -> None:
    symbol = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    symbol.add_data(code.text)
    symbol.make()
    picture = ImageReader(symbol.make_image().get_image())
    side = parts.CODE_SIDE * mm
    pen.canvas.drawImage(picture, x * mm, pen.height * mm - y * mm - side, side, side)


def _draw_widget(pen: Pen, code: _Digits, x: float, y: float) -> None:
    side = parts.CODE_SIDE * mm
    drawing = Drawing(side, side)
    drawing.add(QrCodeWidget(code.text, barLevel="M", barBorder=0, barWidth=side, barHeight=side))
    renderPDF.draw(drawing, pen.canvas, x * mm, pen.height * mm - y * mm - side)
