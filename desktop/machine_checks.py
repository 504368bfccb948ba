"""What is checked before anything is loaded that could fail in a worse way: a Windows that is too old, and a program
that was started from inside its zip. Standard library only. Untried here: the message box of Windows."""

from __future__ import annotations

import re
import sys
from pathlib import PureWindowsPath

OLDEST_WINDOWS_BUILD = 17763
"""Windows 10 1809, the oldest that Qt 6.11 runs on."""
_INSIDE_ZIP = re.compile(
    r"\.zip$|\.7z$|\.rar$"  # a folder that shows a packed file as if it were unpacked
    # where Explorer, 7-Zip, WinRAR, Bandizip and WinZip unpack for a moment
    r"|^temp\d+_|^7zo|^rar\$|^bnz\.|^wz[0-9a-f]{3,4}$",
    re.IGNORECASE,
)
UNFIT = 3
"""The exit code: the machine's fault."""

TOO_OLD = (
    "这台电脑的 Windows 太旧，门岗册要 Windows 10（1809 或更新，64 位）。什么都没有动。"
    "请换一台电脑，或先升级 Windows。\n\n"
    "This Windows is too old: Gatebook needs Windows 10, 1809 or newer, 64-bit. Nothing was touched. Use another "
    "computer, or update Windows first."
)
INSIDE_ZIP = (
    "请先解压：在压缩包上点右键，选“全部解压缩”，再打开解压出来的文件夹里的 gatebook-window。什么都没有动。\n\n"
    "Unpack first: right-click the zip, choose “Extract all”, then open gatebook-window in the new folder. Nothing was "
    "touched."
)


def why_unfit(platform: str, build: int, frozen_program: str) -> str:
    """The sentence, in both languages for none is chosen yet, or "" for a machine that will do.

    `build` is Windows' build number, `frozen_program` the path of the program where it is a frozen one."""
    if platform != "win32":
        return ""
    if build < OLDEST_WINDOWS_BUILD:
        return TOO_OLD
    folders = PureWindowsPath(frozen_program).parts[1:-1]
    return INSIDE_ZIP if any(_INSIDE_ZIP.search(folder) for folder in folders) else ""


def require_fit_machine() -> None:
    """Says the sentence and ends where the machine will not do."""
    if sys.platform != "win32":
        return
    program = sys.executable if getattr(sys, "frozen", False) else ""
    why = why_unfit(sys.platform, sys.getwindowsversion().build, program)
    if why:
        _show(why)
        raise SystemExit(UNFIT)


def _show(words: str) -> None:
    if sys.stderr is not None:
        print(words, file=sys.stderr, flush=True)
        return
    if sys.platform == "win32":  # the windowed program has no console
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, words, "门岗册 Gatebook", 0x10)
