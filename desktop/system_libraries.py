"""The libraries that Qt takes from the Linux system, which a bare Debian does not have.

Standard library only: it is asked before anything is installed. Windows and macOS need none of this.
The lists were read off PySide6 6.11's own files (`readelf -d`), package names are those of Debian 12 and later.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Library:
    """One system library: the name the loader knows, and the Debian package that brings it."""

    soname: str
    package: str


# Without these PySide6 cannot even be imported.
QT = (
    Library("libglib-2.0.so.0", "libglib2.0-0"),
    Library("libgthread-2.0.so.0", "libglib2.0-0"),
    Library("libz.so.1", "zlib1g"),
    Library("libzstd.so.1", "libzstd1"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    Library("libbrotlidec.so.1", "libbrotli1"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libfreetype.so.6", "libfreetype6"),
    Library("libX11.so.6", "libx11-6"),
    Library("libEGL.so.1", "libegl1"),
    Library("libGL.so.1", "libgl1"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
)
# Without these Qt aborts when it opens a window under X11.
X11 = (
    Library("libX11-xcb.so.1", "libx11-xcb1"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-image.so.0", "libxcb-image0"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxcb-randr.so.0", "libxcb-randr0"),
    Library("libxcb-render.so.0", "libxcb-render0"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
    Library("libxcb-shm.so.0", "libxcb-shm0"),
    Library("libxcb-sync.so.1", "libxcb-sync1"),
    Library("libxcb-util.so.1", "libxcb-util1"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1"),
)
# Without these Qt cannot show a window under Wayland.
WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0"),
)
# Without these the program runs, but has no sound and camera, or finds no printer.
DEVICES = (
    Library("libpulse.so.0", "libpulse0"),
    Library("libXext.so.6", "libxext6"),
    Library("libXrandr.so.2", "libxrandr2"),
    Library("libcups.so.2", "libcups2"),
)


def missing(*wanted: Library) -> list[Library]:
    """Those of `wanted` that the system's loader does not find; none on Windows and macOS."""
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in wanted if not _loads(library.soname)]


def packages(libraries: list[Library]) -> list[str]:
    """The Debian packages that bring `libraries`, each once."""
    return list(dict.fromkeys(library.package for library in libraries))


def may_install() -> bool:
    """Whether Debian packages can be installed from here: root, and apt-get is there."""
    return sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(names: list[str]) -> bool:
    """Installs Debian packages with apt-get, which talks on standard error; whether it succeeded."""
    command = ["apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=300"]
    # The package lists of a fresh machine are empty or old: only then are they fetched.
    return _run([*command, "install", "--no-install-recommends", *names], quiet=True) or (
        _run([*command, "update"]) and _run([*command, "install", "--no-install-recommends", *names])
    )


def sentence(names: list[str]) -> str:
    """What is missing and how to get it, in Chinese and English."""
    listed = " ".join(names)
    return (
        f"缺少系统组件，请管理员运行：sudo apt-get install {listed}\n"
        f"System packages are missing; ask an administrator to run: sudo apt-get install {listed}"
    )


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _run(command: list[str], quiet: bool = False) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if quiet else sys.stderr,
        stderr=subprocess.DEVNULL if quiet else None,
        env=environment,
    )
    return done.returncode == 0
