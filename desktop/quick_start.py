"""What a window need not wait for. Nothing here changes what the program does, only when."""

from __future__ import annotations

import builtins
import gc
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.register import Register
    from desktop.cli.arguments import Given


def load_qt() -> None:
    """Loads Qt without its import hook, which reads the source of every module that is imported later, in search of
    `from __feature__ import …`. Nobody here writes that, and it is a fifth of all loading."""
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain


def put_collecting_off() -> None:
    """Lets the garbage collector rest while the program is loaded, until `collect_again`: there is no garbage yet, and
    half a million objects to look at again and again."""
    gc.disable()


def collect_again() -> None:
    """Ends the rest. What is there by now is there for good, and is not looked at any more: a collection among all of
    it would hold the window up for longer than a person notices."""
    gc.freeze()
    gc.enable()


def give_way_often() -> None:
    """Lets a thread that computes give way to the window after a millisecond. Python's usual five are waited for anew
    after each of Qt's calls that lets the lock go, and drawing a page makes many."""
    sys.setswitchinterval(0.001)


def begin_to_open(given: Given) -> Future[Register] | None:
    """Opens the register on a thread of its own: stretching the passphrase is a tenth of a second's work for another
    core, while this one loads the window. None where no passphrase is given, or no register is there."""
    from db.register import open_register
    from desktop.cli.run import passphrase_of, register_path
    from desktop.operations.opening import may_be_there
    from desktop.preferences import load_preferences

    path = register_path(given) if given.register else load_preferences().register_path
    passphrase = passphrase_of(given)
    if passphrase is None or not may_be_there(path):
        return None
    executor = ThreadPoolExecutor(1, thread_name_prefix="opening")
    opening = executor.submit(open_register, path, given.operator, passphrase)
    executor.shutdown(wait=False)
    return opening
