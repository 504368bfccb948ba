"""Waits after wrong passphrases and PINs: they grow, and survive a restart and a changed clock.

What is kept is how often somebody was wrong in a row, and where the machine's running time stood at the last try. The
running time counts since the machine was started and nobody can set it; when it is less than what was kept, the
machine was started anew, and the wait begins again. The calendar is never asked.

Whoever can take the files away can also throw this count away, or try elsewhere: there only the cost of each guess
holds (Argon2id, `db.trust.key_slot`)."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from db.errors import Denied, Fault, RefusalCode
from db.files import fault_of, write_whole

FREE_TRIES = 3
"""So many wrong tries cost no wait: gloves, Caps Lock, an input method."""
FIRST_WAIT = 5
"""Seconds after the last free try; each further one doubles it."""
LONGEST_WAIT = 900
_MAX_BYTES = 64 * 1024


class Tries(msgspec.Struct, frozen=True):
    """`wrong` tries in a row; `since`: the machine's running time at the last, in milliseconds."""

    wrong: int
    since: int


class _Kept(msgspec.Struct, frozen=True):
    tries: dict[str, Tries] = {}


def wait_after(wrong: int) -> int:
    """The wait in seconds after so many wrong tries in a row."""
    if wrong < FREE_TRIES:
        return 0
    return min(FIRST_WAIT * 2 ** min(wrong - FREE_TRIES, 20), LONGEST_WAIT)


class Waits:
    """The counts of one register. `read` gives the bytes kept (empty at first), `write` keeps them (empty: none)."""

    def __init__(
        self,
        read: Callable[[], bytes],
        write: Callable[[bytes], None],
        running_time: Callable[[], float] = time.monotonic,
    ) -> None:
        self._read = read
        self._write = write
        self._running_time = running_time

    def before_try(self, who: str, name: str) -> int:
        """Counts a try of `who` as wrong before it is made, so that ending the program does not undo it; gives how
        many were wrong before. `name` is for the sentence.

        Raises `Denied` (`TRY_LATER` with `seconds`) while a wait lasts; then nothing is counted."""
        tries, now = self._tries(), int(self._running_time() * 1000)
        found = tries.get(who)
        wrong = found.wrong if found else 0
        if found is not None:
            if found.since > now:
                found = tries[who] = Tries(wrong, now)
                self._keep(tries)
            left = wait_after(wrong) - (now - found.since) // 1000
            if left > 0:
                raise Denied(RefusalCode.TRY_LATER, name=name, seconds=left)
        tries[who] = Tries(wrong + 1, now)
        self._keep(tries)
        return wrong

    def after_success(self, who: str) -> int:
        """Forgets the wrong tries of `who`; gives how many there were before the good one."""
        tries = self._tries()
        found = tries.pop(who, None)
        if found is not None:
            self._keep(tries)
        return found.wrong - 1 if found else 0

    def _tries(self) -> dict[str, Tries]:
        try:
            return dict(msgspec.json.decode(self._read() or b"{}", type=_Kept).tries)
        except (msgspec.DecodeError, UnicodeDecodeError, Fault):
            return {}

    def _keep(self, tries: dict[str, Tries]) -> None:
        try:
            self._write(msgspec.json.encode(_Kept(tries), order="sorted") if tries else b"")
        except Fault:
            # A register on a write-protected drive can still be read; a wait that cannot be kept is not enforced.
            return


def waits_beside(register: Path, running_time: Callable[[], float] = time.monotonic) -> Waits:
    """The waits of a register in a file, kept in a file beside it."""
    kept = register.with_name(register.name + ".waits")

    def read() -> bytes:
        try:
            with open(kept, "rb") as file:
                return file.read(_MAX_BYTES)
        except OSError:
            return b""

    def write(data: bytes) -> None:
        if data:
            write_whole(kept, data)
            return
        try:
            kept.unlink(missing_ok=True)
        except OSError as error:
            raise fault_of(error, kept) from error

    return Waits(read, write, running_time)
