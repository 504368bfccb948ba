"""What a webcam makes of a card: real cards from their printed pages, held crooked, badly lit, badly focused.

All is seeded: the same number gives the same picture. Lengths on the card are millimetres; `pixels_per_mm` is the
scale of the code in the picture, so a 25 mm code at 2.5 is 62 pixels wide.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter
from PySide6.QtGui import QImage, QPainter

from desktop.paper.card_face import CardFace, Layout
from tests.desktop.paper.paper import codes_of, district_faces, home_face, pages_of, pdf_of

Picture = NDArray[np.floating]
"""Light from 0 (black) to 255, as many rows as the picture is high."""

LARGE, SMALL = (1280, 720), (640, 480)
_DOTS_PER_INCH = 406.4
_DOTS_PER_MM = _DOTS_PER_INCH / 25.4
_FINER = 3
"""How many times finer than a pixel a card is drawn before its light is gathered into pixels."""


class Story(StrEnum):
    """What goes wrong between a card and the camera."""

    EVERYDAY = "everyday"
    """Tilt, glare, noise and light blur."""
    DIM = "dim"
    """A gate at night: little contrast, much noise."""
    CREASED = "creased"
    """A card that was folded in a pocket."""
    PHONE = "phone"
    """A picture of the card on a phone, whose own pixels beat with the camera's."""
    SHAKEN = "shaken"
    """Out of focus and moved."""


@dataclass(frozen=True)
class PrintedCard:
    """A card as it lies on a table: its picture at 16 dots a millimetre, and where the code's middle is in it."""

    digits: str
    picture: Image.Image
    code: tuple[float, float]


@lru_cache(maxsize=32)
def printed(kind: str, number: int = 0, layout: Layout = Layout.CR80) -> PrintedCard:
    """A card of a `kind` (`home` or `district`), cut out of its printed page."""
    face = _face(kind, number)
    page = pages_of(pdf_of([face], layout), round(_DOTS_PER_INCH))[0]
    place = next(code.position for code in codes_of(page) if code.text == face.token)
    corners = (place.top_left, place.top_right, place.bottom_left, place.bottom_right)
    middle = sum(corner.x for corner in corners) / 4, sum(corner.y for corner in corners) / 4
    return PrintedCard(face.token, page.convert("L"), middle)


def _face(kind: str, number: int) -> CardFace:
    if kind == "home":
        return home_face(123 + number)
    # Not the shortest names and not the longest: what ordinary cards carry.
    faces = sorted(district_faces(), key=lambda face: len(face.token))
    return faces[number % len(faces)]


def webcam(
    card: PrintedCard,
    pixels_per_mm: float,
    seed: int,
    story: Story = Story.EVERYDAY,
    size: tuple[int, int] = LARGE,
) -> QImage:
    """One picture of the camera, in grey."""
    return as_image(webcam_picture(card, pixels_per_mm, seed, story, size))


def as_image(picture: NDArray[np.uint8]) -> QImage:
    """A copy as Qt's picture in grey."""
    height, width = picture.shape
    return QImage(picture.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()


def webcam_picture(
    card: PrintedCard,
    pixels_per_mm: float,
    seed: int,
    story: Story = Story.EVERYDAY,
    size: tuple[int, int] = LARGE,
) -> NDArray[np.uint8]:
    """The same as rows of bytes."""
    chance = np.random.default_rng([seed, list(Story).index(story)])
    scene = _background(chance, size)
    what = card.picture
    if story is Story.CREASED:
        what = _creased(chance, what)
    pose = _pose(chance, card, pixels_per_mm, size, steep=12 if story is Story.PHONE else 28)
    light, cover, corner = _seen(what, pose, size)
    if story is Story.PHONE:
        light = _moire(chance, light)
    top, left = corner
    rows, columns = light.shape
    spot = scene[top : top + rows, left : left + columns]
    spot += (light - spot) * cover
    _shine(chance, scene, pose, strong=story is not Story.DIM)
    scene = _through_lens(chance, scene, story)
    return _sensed(chance, scene, story)


@dataclass(frozen=True)
class _Pose:
    """How the card is held: the 8 numbers that lead from a finer pixel of the scene to a dot of the card; the
    card's corners in the scene."""

    numbers: tuple[float, ...]
    corners: tuple[tuple[float, float], ...]


def _pose(
    chance: np.random.Generator, card: PrintedCard, scale: float, size: tuple[int, int], steep: float
) -> _Pose:
    turn = math.radians(chance.uniform(-25, 25))
    yaw, pitch = (math.radians(chance.uniform(-steep, steep)) for _ in range(2))
    far = 350.0  # millimetres from the camera
    middle = (
        size[0] * chance.uniform(0.40, 0.60),
        size[1] * chance.uniform(0.40, 0.60),
    )
    about_x = np.array(
        [[1, 0, 0], [0, math.cos(pitch), -math.sin(pitch)], [0, math.sin(pitch), math.cos(pitch)]]
    )
    about_y = np.array([[math.cos(yaw), 0, math.sin(yaw)], [0, 1, 0], [-math.sin(yaw), 0, math.cos(yaw)]])
    about_z = np.array([[math.cos(turn), -math.sin(turn), 0], [math.sin(turn), math.cos(turn), 0], [0, 0, 1]])
    turned = about_x @ about_y @ about_z

    def seen(x: float, y: float) -> tuple[float, float]:
        """A dot of the card in the scene."""
        at = turned @ np.array([(x - card.code[0]) / _DOTS_PER_MM, (y - card.code[1]) / _DOTS_PER_MM, 0])
        near = scale * far / (far + at[2])
        return middle[0] + at[0] * near, middle[1] + at[1] * near

    width, height = card.picture.size
    dots = ((0.0, 0.0), (float(width), 0.0), (float(width), float(height)), (0.0, float(height)))
    corners = tuple(seen(*dot) for dot in dots)
    return _Pose(_leading(corners, dots), corners)


def _leading(
    source: tuple[tuple[float, float], ...], target: tuple[tuple[float, float], ...]
) -> tuple[float, ...]:
    """The perspective that takes four points to four points."""
    rows, values = [], []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        values += [u, v]
    return tuple(np.linalg.solve(np.array(rows), np.array(values)))


def _seen(what: Image.Image, pose: _Pose, size: tuple[int, int]) -> tuple[Picture, Picture, tuple[int, int]]:
    """The card's light, how much of each pixel it covers, and the upper left corner (row, column) of both."""
    xs, ys = [x for x, _ in pose.corners], [y for _, y in pose.corners]
    left, top = max(0, math.floor(min(xs))), max(0, math.floor(min(ys)))
    right, bottom = min(size[0], math.ceil(max(xs))), min(size[1], math.ceil(max(ys)))
    wide, high = right - left, bottom - top
    # From a finer pixel of the cut-out to a pixel of the scene, then to the card.
    matrix = np.array([*pose.numbers, 1.0]).reshape(3, 3) @ np.array(
        [[1 / _FINER, 0, left], [0, 1 / _FINER, top], [0, 0, 1]]
    )
    matrix = matrix / matrix[2, 2]
    numbers = tuple(matrix.reshape(-1)[:8])
    finer = wide * _FINER, high * _FINER
    # One dot of the card is far smaller than a finer pixel: its light is spread first.
    reach = max(0.3, _DOTS_PER_MM / (_FINER * 3) * 0.5)
    soft = what.filter(ImageFilter.GaussianBlur(reach))
    light = soft.transform(finer, Image.Transform.PERSPECTIVE, numbers, Image.Resampling.BILINEAR)
    cover = Image.new("L", what.size, 255).transform(
        finer, Image.Transform.PERSPECTIVE, numbers, Image.Resampling.NEAREST
    )
    light, cover = (each.resize((wide, high), Image.Resampling.BOX) for each in (light, cover))
    covered = np.asarray(cover, np.float32) / 255
    # Paper is not as white as light, and ink not as black as night.
    return 18 + np.asarray(light, np.float32) * (205 / 255), covered, (top, left)


def _background(chance: np.random.Generator, size: tuple[int, int]) -> Picture:
    """A coat, a door frame, a lamp: large shapes and small ones."""
    picture = Image.new("L", size, int(chance.integers(60, 150)))
    draw = ImageDraw.Draw(picture)
    for index in range(60):
        reach = int(chance.integers(120, 400)) if index < 12 else int(chance.integers(4, 60))
        x, y = int(chance.integers(-50, size[0])), int(chance.integers(-50, size[1]))
        shade = int(chance.integers(15, 235))
        wide, high = int(chance.integers(4, reach + 4)), int(chance.integers(4, reach + 4))
        if index % 3:
            draw.rectangle((x, y, x + wide, y + high), fill=shade)
        else:
            draw.ellipse((x, y, x + wide, y + high), fill=shade)
    return np.asarray(picture.filter(ImageFilter.GaussianBlur(2)), np.float32).copy()


def _grid(size: tuple[int, int]) -> tuple[Picture, Picture]:
    """Column and row of each pixel."""
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
    return columns.astype(np.float32), rows.astype(np.float32)


def _shine(chance: np.random.Generator, scene: Picture, pose: _Pose, strong: bool) -> None:
    """Light from one side, and a lamp mirrored in the card."""
    height, width = scene.shape
    x, y = _grid((width, height))
    angle = chance.uniform(0, 2 * math.pi)
    across = (x - width / 2) / width * math.cos(angle) + (y - height / 2) / height * math.sin(angle)
    scene *= 1 + chance.uniform(0.1, 0.5) * across
    if not strong:
        return
    weights = chance.dirichlet((1, 1, 1, 1))
    middle = [
        sum(w * corner[axis] for w, corner in zip(weights, pose.corners, strict=True)) for axis in (0, 1)
    ]
    reach = math.dist(pose.corners[0], pose.corners[2])
    one, other = reach * chance.uniform(0.08, 0.3), reach * chance.uniform(0.03, 0.12)
    lean = chance.uniform(0, math.pi)
    along = (x - middle[0]) * math.cos(lean) + (y - middle[1]) * math.sin(lean)
    beside = -(x - middle[0]) * math.sin(lean) + (y - middle[1]) * math.cos(lean)
    scene += chance.uniform(30, 200) * np.exp(-((along / one) ** 2) - (beside / other) ** 2)


def _through_lens(chance: np.random.Generator, scene: Picture, story: Story) -> Picture:
    soft = chance.uniform(1.1, 1.6) if story is Story.SHAKEN else chance.uniform(0.7, 1.1)
    scene = blurred(scene, soft)
    steps = int(chance.integers(2, 5)) if story is Story.SHAKEN else int(chance.integers(0, 2))
    if steps:
        angle = chance.uniform(0, math.pi)
        moved = np.zeros_like(scene)
        for step in range(steps + 1):
            along = (step - steps / 2) * 0.8
            by = round(along * math.sin(angle)), round(along * math.cos(angle))
            moved += np.roll(scene, by, (0, 1))
        scene = moved / (steps + 1)
    return scene


def _sensed(chance: np.random.Generator, scene: Picture, story: Story) -> NDArray[np.uint8]:
    """Exposure, noise, and the compression that a webcam sends its pictures in."""
    noise = chance.uniform(2, 7)
    if story is Story.DIM:
        scene = 20 + scene * chance.uniform(0.12, 0.22)
        noise = chance.uniform(4, 7)
    scene = scene + chance.normal(0, 1, scene.shape).astype(np.float32) * (noise * np.sqrt(0.4 + scene / 200))
    picture = Image.fromarray(np.clip(scene, 0, 255).astype(np.uint8))
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=int(chance.integers(70, 95)))
    with Image.open(packed) as unpacked:
        return np.asarray(unpacked.convert("L"))


def _creased(chance: np.random.Generator, what: Image.Image) -> Image.Image:
    """Folds across the card: on each the ink has come off, beside it lies a shadow, and beyond it the paper is
    shifted a little."""
    card = np.asarray(what, np.float32).copy()
    height, width = card.shape
    x, y = _grid((width, height))
    for _ in range(int(chance.integers(3, 6))):
        angle = chance.uniform(0, math.pi)
        through = width * chance.uniform(0.1, 0.9), height * chance.uniform(0.1, 0.9)
        away = (x - through[0]) * math.sin(angle) - (y - through[1]) * math.cos(angle)
        away = away + 6 * np.sin(x / 60) + 4 * np.sin(y / 37)
        fold = chance.uniform(1, 5)
        card += (235 - card) * np.exp(-((away / fold) ** 2)) * chance.uniform(0.4, 0.95)
        card -= 50 * np.exp(-(((away - 3 * fold) / (4 * fold)) ** 2))
        beyond = away > 0
        shift = np.roll(card, (int(chance.integers(-3, 4)), int(chance.integers(-3, 4))), (0, 1))
        card = np.where(beyond, shift, card)
    return Image.fromarray(np.clip(card, 0, 255).astype(np.uint8))


def _moire(chance: np.random.Generator, light: Picture) -> Picture:
    """The beat of the phone's pixels with the camera's: stripes and a grid, and a screen's haze."""
    height, width = light.shape
    x, y = _grid((width, height))
    light = 60 + light * chance.uniform(0.6, 0.78)
    for _ in range(2):
        angle, length = chance.uniform(0, math.pi), chance.uniform(3, 14)
        wave = np.sin(2 * math.pi * (x * math.cos(angle) + y * math.sin(angle)) / length)
        light = light * (1 + chance.uniform(0.05, 0.16) * wave)
    return light


def blurred(scene: Picture, reach: float) -> Picture:
    """Out of focus by `reach` pixels (one standard deviation)."""
    length = math.ceil(3 * reach)
    steps = np.arange(-length, length + 1)
    weights = np.exp(-(steps**2) / (2 * reach**2))
    weights /= weights.sum()
    for axis in (0, 1):
        edges = [(0, 0), (0, 0)]
        edges[axis] = (length, length)
        wide = np.pad(scene, edges, "edge")
        parts = [
            weight * np.take(wide, range(start, start + scene.shape[axis]), axis)
            for start, weight in enumerate(weights)
        ]
        scene = np.sum(parts, axis=0, dtype=np.float32)
    return scene


def empty_scene(seed: int, size: tuple[int, int] = LARGE) -> QImage:
    """What the camera sees while nobody is there."""
    chance = np.random.default_rng([seed, len(Story)])
    return as_image(
        _sensed(chance, _through_lens(chance, _background(chance, size), Story.EVERYDAY), Story.EVERYDAY)
    )


def beside(left: QImage, right: QImage) -> QImage:
    """The left half of one picture and the right half of another: each card lies well inside its half."""
    both = left.copy()
    width, height = left.width() // 2, left.height()
    painter = QPainter(both)
    painter.drawImage(0, 0, left.copy(left.width() // 4, 0, width, height))
    painter.drawImage(width, 0, right.copy(right.width() // 4, 0, width, height))
    painter.end()
    return both
