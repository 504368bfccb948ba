"""Reading a file back from the drive itself, past the system's cache where the system allows.

A file that was just written is read from memory, not from the drive, unless the system is told otherwise;
and what is to be known is whether the drive holds it.
"""

from __future__ import annotations

import errno
import mmap
import os
import sys
from collections.abc import Iterator
from pathlib import Path

_BLOCK = 1 << 20


def read_back(path: Path) -> Iterator[bytes]:
    """The content of `path`, in pieces, as the drive gives it. Raises `OSError`."""
    if sys.platform == "win32":
        yield from _read_unbuffered_on_windows(path)
    elif sys.platform == "darwin":
        yield from _read_uncached_on_mac(path)
    else:
        yield from _read_direct_on_linux(path)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _GENERIC_READ = 0x80000000
    _SHARE_READ = 0x1
    _OPEN_EXISTING = 3
    _FILE_FLAG_NO_BUFFERING = 0x20000000
    _INVALID_HANDLE = ctypes.c_void_p(-1).value

    def _read_unbuffered_on_windows(path: Path) -> Iterator[bytes]:
        """CreateFileW with FILE_FLAG_NO_BUFFERING (Microsoft, "File Buffering"): reads must be aligned to the
        drive's sectors in size and address. An anonymous map is aligned to pages, which every sector size
        divides. Not tried on a Windows machine."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = wintypes.HANDLE
        kernel.CreateFileW.argtypes = [
            wintypes.LPCWSTR,
            wintypes.DWORD,
            wintypes.DWORD,
            wintypes.LPVOID,
            wintypes.DWORD,
            wintypes.DWORD,
            wintypes.HANDLE,
        ]
        kernel.ReadFile.argtypes = [
            wintypes.HANDLE,
            wintypes.LPVOID,
            wintypes.DWORD,
            ctypes.POINTER(wintypes.DWORD),
            wintypes.LPVOID,
        ]
        kernel.CloseHandle.argtypes = [wintypes.HANDLE]
        handle = kernel.CreateFileW(
            str(path), _GENERIC_READ, _SHARE_READ, None, _OPEN_EXISTING, _FILE_FLAG_NO_BUFFERING, None
        )
        if handle == _INVALID_HANDLE:
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            with mmap.mmap(-1, _BLOCK) as block:
                address = (ctypes.c_char * _BLOCK).from_buffer(block)
                read = wintypes.DWORD()
                try:
                    while True:
                        if not kernel.ReadFile(handle, address, _BLOCK, ctypes.byref(read), None):
                            raise ctypes.WinError(ctypes.get_last_error())
                        if not read.value:
                            return
                        yield block[: read.value]
                finally:
                    del address  # the map cannot be closed while something points into it
        finally:
            kernel.CloseHandle(handle)

elif sys.platform == "darwin":
    import fcntl

    def _read_uncached_on_mac(path: Path) -> Iterator[bytes]:
        """fcntl F_NOCACHE. Not tried on a Mac."""
        with open(path, "rb", buffering=0) as file:
            fcntl.fcntl(file.fileno(), fcntl.F_NOCACHE, 1)
            while piece := file.read(_BLOCK):
                yield piece

else:

    def _read_direct_on_linux(path: Path) -> Iterator[bytes]:
        """First the cached pages are dropped (posix_fadvise; they are clean, for they were synced). Then
        O_DIRECT reads past the cache, on file systems that have it; its buffer must be aligned, as an
        anonymous map is."""
        handle = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            direct = _open_direct(path)
            if direct is not None:
                os.close(handle)
                handle = direct
            with mmap.mmap(-1, _BLOCK) as block:
                while count := os.readv(handle, [block]):
                    yield block[:count]
        finally:
            os.close(handle)

    def _open_direct(path: Path) -> int | None:
        try:
            return os.open(path, os.O_RDONLY | os.O_DIRECT)
        except OSError as error:
            if error.errno == errno.EINVAL:  # a file system without it
                return None
            raise
