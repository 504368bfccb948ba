"""Where the day goes: the drives that are there, removable ones first, or a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from db.exchange.on_drive import LastUse
from desktop.devices.drives import Drive
from desktop.kit.choices import paint_radio
from desktop.kit.icons import paint_icon
from desktop.kit.layouts import column
from desktop.kit.paint import box, smooth, text
from desktop.kit.pressing import Pressable
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, font, px, sized_font

LEAST_FREE = 20 * 1024 * 1024
"""A day's folder of a busy gate with photos, in bytes; below it the little room is said."""
_FILE_SYSTEMS = {
    "vfat": "FAT32",
    "msdos": "FAT32",
    "fat32": "FAT32",
    "exfat": "exFAT",
    "ntfs": "NTFS",
    "ntfs3": "NTFS",
    "fuseblk": "NTFS",
    "ufsd": "NTFS",
    "apfs": "APFS",
    "hfs": "HFS+",
}


def file_system_words(name: str) -> str:
    """A file system as it is printed on drives, `FAT32`; what the system calls `vfat`."""
    return _FILE_SYSTEMS.get(name.lower(), name)


def size_words(amount: int) -> str:
    """`14.2 GB`, `640 MB`, as drives are sold: a GB is a thousand MB."""
    for unit, factor in (("TB", 10**12), ("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if amount >= factor:
            shown = amount / factor
            return f"{shown:.1f} {unit}" if shown < 100 else f"{shown:.0f} {unit}"
    return f"{amount} B"


@dataclass(frozen=True)
class Place:
    """Where to write. `drive` is None for a folder that someone chose; `gone` for a drive pulled out; `last` is who
    left the newest day on it."""

    target: Path
    drive: Drive | None = None
    gone: bool = False
    last: LastUse | None = None

    @property
    def writable(self) -> bool:
        """Whether it can be tried."""
        return not self.gone and not (self.drive is not None and self.drive.read_only)


class PlaceButton(Pressable, QRadioButton):
    """One place: its name, its room, and whether anything can be written there."""

    def __init__(self, place: Place, low: bool, own: int = 0, needed: int = 0) -> None:
        super().__init__()
        self.place, self.low = place, low
        self.own, self.needed = own, needed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.prepare(10)
        self.setAccessibleName(" ".join(self.words()[:3]))

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(54 if self.low else 64))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def words(self) -> tuple[str, str, str, str]:
        """(name, where, what is said under it, kind)."""
        drive = self.place.drive
        if drive is None:
            return self.place.target.name or str(self.place.target), "", str(self.place.target), ""
        name = drive.label or self.tr("USB drive")
        if not drive.removable:
            name = drive.label or self.tr("Disk")
        where = f"({drive.mount})"
        if self.place.gone:
            return name, where, self.tr("Not plugged in now"), ""
        if drive.read_only:
            return name, where, self.tr("Write-protected: slide its lock, or take another"), "attn"
        free = self.tr("{free} free of {total}").format(
            free=size_words(drive.free), total=size_words(drive.total)
        )
        if drive.free < self.needed:
            words = self.tr("Too little room: {free} free, {needed} needed")
            return (
                name,
                where,
                words.format(free=size_words(drive.free), needed=size_words(self.needed)),
                "attn",
            )
        if drive.free < LEAST_FREE:
            return name, where, self.tr("Nearly full: {free}").format(free=free), "attn"
        words = self.tr("{free}, {system}").format(free=free, system=file_system_words(drive.file_system))
        return name, where, words + self._last_words(), ""

    def _last_words(self) -> str:
        last = self.place.last
        if last is None:
            return ""
        if last.gate == self.own:
            return self.tr("; last by this gate, {day}").format(day=last.day[5:])
        return self.tr("; last by gate {gate:04d}, {day}").format(gate=last.gate, day=last.day[5:])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        rect, on = QRectF(self.rect()), self.isChecked()
        gone = self.place.gone
        fill, line, width = "surface2" if self.underMouse() else "surface", "line2", 1
        if gone:
            fill = "surface2"
        elif on:
            fill, line, width = "accent_tint", "accent_fg", 2
        box(painter, rect, px(10), fill, line, width)
        middle, side = rect.center().y(), px(30)
        drive = self.place.drive
        icon = "unplug" if gone else "folder" if drive is None else "usb" if drive.removable else "save"
        ink = "text2" if gone or not on else "accent_fg"
        paint_icon(painter, icon, QRectF(px(20), middle - side / 2, side, side), ink, 2.2)
        name, where, said, kind = self.words()
        end = rect.right() - px(18)
        dot = px(20)
        paint_radio(painter, QRectF(end - dot, middle - dot / 2, dot, dot), on, self.isEnabled())
        x, room = float(px(66)), end - dot - px(12) - px(66)
        strong = "text2" if gone or not self.isEnabled() else "text"
        wide = text(painter, x, middle - px(12), name, sized_font(18, True), strong, room=room)
        if where and room - wide > px(40):
            text(
                painter, x + wide + px(10), middle - px(11), where, font(Type.SMALL), "text2",
                room=room - wide - px(10),
            )  # fmt: skip
        ink = f"{kind}_text" if kind else "text2"
        text(
            painter, x, middle + px(13), said, font(Type.SMALL_STRONG if kind else Type.SMALL), ink, room=room
        )


class DriveList(Retranslating, QWidget):
    """The places to choose from. Signal `chosen(Place)`: by hand, or a drive that was just plugged in.

    Attribute `follows`: after what Tab comes here, for drives come and go."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._places: list[Place] = []
        self._folder: Place | None = None
        self._buttons: list[PlaceButton] = []
        self.follows: QWidget | None = None
        self._low = False
        self._own = self._needed = 0
        self._layout: QVBoxLayout = column(gap=8, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def places(self) -> tuple[Place, ...]:
        """All that are offered."""
        return tuple(self._places)

    def current(self) -> Place | None:
        """The one that is chosen."""
        return next((button.place for button in self._buttons if button.isChecked()), None)

    def set_needed(self, own: int, needed: int) -> None:
        """The own gate's number, and how many bytes an export takes now."""
        if (own, needed) != (self._own, self._needed):
            self._own, self._needed = own, needed
            for button in self._buttons:
                button.own, button.needed = own, needed
            self.retranslate()

    def set_drives(self, drives: Sequence[Drive], uses: Mapping[Drive, LastUse | None] | None = None) -> None:
        """The drives that are there, and who used them last. A removable one that is new is chosen by itself."""
        before = {place.target for place in self._places}
        chosen = self.current()
        places = [Place(drive.mount, drive, last=(uses or {}).get(drive)) for drive in drives]
        if self._folder is not None:
            places.append(self._folder)
        removable = [place for place in places if place.drive and place.drive.removable and place.writable]
        new = next((place for place in removable if place.target not in before), None)
        kept = next((place for place in places if chosen and place.target == chosen.target), None)
        self._show(places, new or kept or next(iter(removable), self._folder))

    def set_folder(self, folder: Path) -> None:
        """A folder that someone chose; it stays among the places."""
        drives = [place for place in self._places if place.drive is not None]
        self._folder = Place(folder)
        self._show([*drives, self._folder], self._folder)

    def show_gone(self, place: Place) -> None:
        """The place that was written to is no longer there."""
        self._show([Place(place.target, place.drive, gone=True)], None)

    def set_low(self, low: bool) -> None:
        """Lower rows, where there is little height."""
        self._low = low
        for button in self._buttons:
            button.low = low
            button.updateGeometry()

    def set_enabled(self, on: bool) -> None:
        """Nothing can be chosen while an export runs."""
        for button in self._buttons:
            button.setEnabled(on and button.place.writable)

    def _show(self, places: list[Place], chosen: Place | None) -> None:
        was = self.current()
        if places != self._places:
            for button in self._buttons:
                self._layout.removeWidget(button)
                button.hide()
                button.deleteLater()
            self._buttons = []
            for place in places:
                button = PlaceButton(place, self._low, self._own, self._needed)
                button.setEnabled(place.writable)
                button.clicked.connect(self._clicked)
                self._layout.addWidget(button)
                # Where it stands, not after everything else on the page.
                before = self._buttons[-1] if self._buttons else self.follows
                if before is not None:
                    QWidget.setTabOrder(before, button)
                self._buttons.append(button)
            self._places = places
        for button in self._buttons:
            button.setAutoExclusive(False)
            button.setChecked(chosen is not None and button.place.target == chosen.target)
            button.setAutoExclusive(True)
        now = self.current()
        if (now.target if now else None) != (was.target if was else None):
            self.chosen.emit(now)

    def _clicked(self) -> None:
        self.chosen.emit(self.current())

    def retranslate(self) -> None:
        for button in self._buttons:
            button.setAccessibleName(" ".join(button.words()[:3]))
            button.update()
