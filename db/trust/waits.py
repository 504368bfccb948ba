"""Waits after wrong passphrases and PINs: they grow, and survive a restart and a changed clock.

What is kept is how often somebody was wrong in a row, and where the machine's running time stood at the last try. The
running time counts since the machine was started and nobody can set it; when it is less than what was kept, the
machine was started anew, and the wait begins again. The calendar is never asked.

Whoever can take the files away can also throw this count away, or try elsewhere: there only the cost of each guess
holds (Argon2id, `db.trust.key_slot`)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import msgspec
from filelock import FileLock, Timeout

from db.errors import Denied, Fault, RefusalCode
from db.files import write_whole

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
    """The counts of one register. `read` gives the bytes kept (empty at first), `write` keeps them, `locked` keeps
    other processes out meanwhile."""

    def __init__(
        self,
        read: Callable[[], bytes],
        write: Callable[[bytes], None],
        locked: Callable[[], AbstractContextManager[Any]] = nullcontext,
        running_time: Callable[[], float] = time.monotonic,
    ) -> None:
        self._read = read
        self._write = write
        self._locked = locked
        self._running_time = running_time

    def before_try(self, who: str, name: str) -> None:
        """Counts a try of `who` as wrong before it is made, so that ending the program does not undo it. `name` is
        for the sentence. Raises `Denied` (`TRY_LATER` with `seconds`) while a wait lasts; then nothing is counted."""
        with self._locked():
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

    def after_success(self, who: str) -> int:
        """Forgets the wrong tries of `who`; gives how many there were before the good one."""
        with self._locked():
            tries = self._tries()
            found = tries.pop(who, None)
            if found is not None:
                self._keep(tries)
        return found.wrong - 1 if found else 0

    def _tries(self) -> dict[str, Tries]:
        try:
            return dict(msgspec.json.decode(self._read() or b"{}", type=_Kept).tries)
        except (msgspec.DecodeError, Fault):
            return {}

    def _keep(self, tries: dict[str, Tries]) -> None:
        try:
            self._write(msgspec.json.encode(_Kept(tries), order="sorted"))
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

    return Waits(read, lambda data: write_whole(kept, data), lambda: _held(kept), running_time)


@contextmanager
def _held(kept: Path) -> Iterator[None]:
    """Keeps other processes from counting at the same time, where the folder can be written to."""
    lock = FileLock(str(kept) + ".lock", timeout=5)
    try:
        lock.acquire()
    except (OSError, Timeout):
        yield
        return
    try:
        yield
    finally:
        lock.release()
