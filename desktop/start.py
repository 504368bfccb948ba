"""Opens Gatebook from a checkout: `python3 desktop/start.py`, with the command line's words if any.

The first run installs what is needed; later ones start at once. Needs only Python and, the first time, a network.
"""

from __future__ import annotations

import io
import os
import sys

OLDEST_PYTHON = (3, 11)
OPTIONS_WITH_VALUE = ("--register", "--operator", "--passphrase-file", "--lang")


def main() -> None:
    """Prepares the checkout and runs the program in this process's place."""
    use_checkout()
    from desktop import bootstrap, system_libraries

    needed = [*system_libraries.QT]
    useful: list[system_libraries.Library] = []
    if opens_window(sys.argv[1:]):
        needed += {"xcb": system_libraries.X11, "wayland": system_libraries.WAYLAND}.get(display(), ())
        useful += system_libraries.DEVICES
    bootstrap.require_system(needed, useful)
    bootstrap.prepare()
    bootstrap.run(["-m", "desktop", *sys.argv[1:]])


def use_checkout() -> None:
    """Makes the checkout's packages importable, or ends with one sentence where Python is too old to read them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console in another encoding must not stop the start
            stream.reconfigure(errors="replace")
    if sys.version_info < OLDEST_PYTHON:
        needed = ".".join(map(str, OLDEST_PYTHON))
        sys.exit(f"需要 Python {needed} 或更新的版本。\nPython {needed} or newer is needed.")
    # In place of the script's own folder, whose modules are not meant to be top level.
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def display() -> str:
    """Which of Linux's displays Qt will choose: `xcb`, `wayland`, or another that was asked for."""
    return os.environ.get("QT_QPA_PLATFORM") or ("wayland" if os.environ.get("WAYLAND_DISPLAY") else "xcb")


def opens_window(arguments: list[str]) -> bool:
    """Whether the command line has no command in it, and so opens the window."""
    words = iter(arguments)
    for word in words:
        if word in OPTIONS_WITH_VALUE:
            next(words, None)
        elif not word.startswith("-") or word in ("--self-test", "--help", "-h", "--version"):
            return False
    return True


if __name__ == "__main__":
    main()
