"""The sticks, folders and files from which bundles are taken in: several at once, each ticked or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from desktop.devices.drives import Drive
from desktop.kit.checks import paint_check
from desktop.kit.icons import paint_icon
from desktop.kit.layouts import column
from desktop.kit.paint import box, smooth, text
from desktop.kit.pressing import Pressable
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, font, px, sized_font


class SourceState(Enum):
    """How it stands with a stick."""

    WAITING = "waiting"
    LOOKING = "looking"
    LOOKED = "looked"
    READY = "ready"
    """An answer can be written onto it."""
    ANSWERED = "answered"
    """Taken in, and the answer is on it."""
    GONE = "gone"
    """It was pulled out."""
    SAFE = "safe"
    """The system has let it go."""


@dataclass(frozen=True)
class Source:
    """A stick, or a folder or file that was dropped in. `bundles` and `requests` are how many lie there; of one that
    was pulled out `whole` bundles were taken in."""

    place: Path
    drive: Drive | None = None
    state: SourceState = SourceState.WAITING
    bundles: int = 0
    requests: int = 0
    whole: int = 0
    held: bool = False

    @property
    def here(self) -> bool:
        """Whether it can be read."""
        return self.state not in (SourceState.GONE, SourceState.SAFE)


class SourceRow(Pressable, QCheckBox):
    """One source: its name, and what is found on it."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source
        self.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.prepare(10)

    def set_source(self, source: Source) -> None:
        """The same source, as it stands now."""
        self.source = source
        self.setAccessibleName(" ".join(self.words()))
        self.update()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(60))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def words(self) -> tuple[str, str]:
        """(name, how it stands)."""
        source = self.source
        name = source.place.name or str(source.place)
        if source.drive is not None:
            name = source.drive.label or self.tr("USB drive")
        return name, self._said(source)

    def _said(self, source: Source) -> str:
        match source.state:
            case SourceState.WAITING:
                return self.tr("Its turn comes")
            case SourceState.READY:
                return str(source.place)
            case SourceState.LOOKING:
                return self.tr("Looking…")
            case SourceState.SAFE:
                return self.tr("Safe to remove")
            case SourceState.GONE:
                if source.whole:
                    return self.tr("Pulled out. {whole} of {all} are in").format(
                        whole=source.whole, all=source.bundles
                    )
                return self.tr("Pulled out")
            case SourceState.ANSWERED:
                return (
                    self.tr("Still held: close its windows")
                    if source.held
                    else self.tr("The answer is on it")
                )
        said = self.tr("%n bundle(s)", "", source.bundles) if source.bundles else self.tr("No bundle on it")
        if source.requests:
            said = self.tr("{bundles}, {requests}").format(
                bundles=said, requests=self.tr("%n request(s)", "", source.requests)
            )
        return said

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        rect, source = QRectF(self.rect()), self.source
        on = self.isChecked() and source.here
        fill = "accent_tint" if on else "surface2" if self.underMouse() or not source.here else "surface"
        box(painter, rect, px(10), fill, "accent_fg" if on else "line2", 2 if on else 1)
        middle, side = rect.center().y(), px(26)
        icon = "usb" if source.drive is not None else "folder" if not source.place.suffix else "note"
        if source.state is SourceState.GONE:
            icon = "unplug"
        elif source.state is SourceState.SAFE:
            icon = "eject"
        paint_icon(
            painter, icon, QRectF(px(14), middle - side / 2, side, side), "accent_fg" if on else "text2", 2.2
        )
        end = rect.right() - px(14)
        if source.here:
            mark = px(22)
            end -= mark
            paint_check(
                painter, QRectF(end, middle - mark / 2, mark, mark), self.checkState(), self.isEnabled()
            )
            end -= px(8)
        name, said = self.words()
        x = float(px(52))
        strong = "text" if source.here else "text2"
        text(painter, x, middle - px(12), name, sized_font(17, True), strong, room=end - x)
        gone, safe = source.state is SourceState.GONE, source.state is SourceState.SAFE
        ink = "attn_text" if gone or source.held else "allow_text" if safe else "text2"
        face = font(Type.SMALL_STRONG if gone or safe or source.held else Type.SMALL)
        text(painter, x, middle + px(13), said, face, ink, room=end - x)


class StickList(Retranslating, QWidget):
    """Signal `ticked`: a person wants another choice of sources."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[Path, SourceRow] = {}
        self._layout: QVBoxLayout = column(gap=8, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def sources(self) -> list[Source]:
        """All of them, in the order in which they came."""
        return [row.source for row in self._rows.values()]

    def source(self, place: Path) -> Source | None:
        """The source at a place."""
        row = self._rows.get(place)
        return row.source if row is not None else None

    def wanted(self) -> list[Source]:
        """Those that are ticked and can be read."""
        return [row.source for row in self._rows.values() if row.isChecked() and row.source.here]

    def row_of(self, place: Path) -> SourceRow:
        """The row of a source."""
        return self._rows[place]

    def put(self, source: Source) -> None:
        """A new source, or the same as it stands now."""
        row = self._rows.get(source.place)
        if row is None:
            row = SourceRow(source)
            row.clicked.connect(self.ticked)
            self._rows[source.place] = row
            self._layout.addWidget(row)
        row.set_source(source)

    def remove(self, places: Iterable[Path]) -> None:
        """These are not shown any more."""
        for place in places:
            row = self._rows.pop(place, None)
            if row is not None:
                self._layout.removeWidget(row)
                row.hide()
                row.deleteLater()

    def set_enabled(self, on: bool) -> None:
        """Nothing can be chosen while bundles are taken in."""
        for row in self._rows.values():
            row.setEnabled(on)

    def retranslate(self) -> None:
        for row in self._rows.values():
            row.set_source(row.source)
