"""What the top strip says of the laptop: battery, room on the disk, whether it may fall asleep."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from db.register import Register
from desktop.devices.awake import Awake
from desktop.devices.laptop import Laptop, LaptopWatch, look_at_laptop
from desktop.views.shell import Notice


def _say(text: str) -> str:
    return QCoreApplication.translate("LaptopNotices", text)


class LaptopNotices(QObject):
    """Keeps the laptop awake while it lives, and looks after battery and disk.

    Signals: `changed()`, the notices are others; `warned(str)`, said once: the battery is nearly empty."""

    changed = Signal()
    warned = Signal(str)

    def __init__(
        self, register: Register, parent: QObject | None = None, watch: LaptopWatch | None = None
    ) -> None:
        super().__init__(parent)
        path = None if register.place.on_server else register.path
        self.watch = watch or LaptopWatch(partial(look_at_laptop, path), self)
        self.watch.changed.connect(self._look)
        self._before = Laptop()
        self._held = True
        self._ended = False
        self.awake = Awake(self)
        self.awake.told.connect(self.hold)

    def begin(self) -> None:
        """Begins to look, and keeps the laptop awake, unless it has ended meanwhile."""
        if self._ended:
            return
        self.watch.begin()
        self.awake.begin()

    def end(self) -> None:
        """Lets the laptop sleep again."""
        self._ended = True
        self.awake.end()

    def hold(self, held: bool) -> None:
        """Whether the system lets itself be kept awake."""
        self._held = held
        self.changed.emit()

    def _look(self, laptop: Laptop) -> None:
        before, self._before = self._before, laptop
        if laptop.battery_very_low and not before.battery_very_low:
            self.warned.emit(
                _say(
                    "The battery is nearly empty: {percent} %. All that is written is safe. Plug it in"
                ).format(percent=laptop.percent)
            )
        self.changed.emit()

    def notices(self) -> list[Notice]:
        """From the most to the least worth knowing."""
        laptop, said = self.watch.laptop, []
        if laptop.battery_low:
            said.append(Notice("alert", self._battery_words(laptop), "attn"))
        if laptop.room_low and laptop.free is not None:
            words = _say("{size} MB left on the disk: make room").format(size=laptop.free // 2**20)
            said.append(Notice("alert", words, "attn"))
        if laptop.has_battery and not self._held:
            said.append(Notice("laptop", _say("May fall asleep by itself: turn sleep off in the system")))
        return said

    def _battery_words(self, laptop: Laptop) -> str:
        if laptop.minutes is not None and not laptop.battery_very_low:
            return _say("Battery {percent} %, about {minutes} min: plug it in").format(
                percent=laptop.percent, minutes=laptop.minutes
            )
        return _say("Battery {percent} %: plug it in").format(percent=laptop.percent)
