"""Volumes of Windows, by kernel32 alone. Written against Microsoft's documentation, not tried on a machine."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    import struct
    from collections.abc import Iterator
    from contextlib import contextmanager
    from ctypes import wintypes

    from desktop.devices.drives_windows import Volume

    _GENERIC_READ = 0x80000000
    _GENERIC_WRITE = 0x40000000
    _SHARE_ALL = 0x1 | 0x2
    _OPEN_EXISTING = 3
    _INVALID_HANDLE = ctypes.c_void_p(-1).value
    _MAX_LABEL = 261

    # winioctl.h
    _FSCTL_LOCK_VOLUME = 0x00090018
    _FSCTL_DISMOUNT_VOLUME = 0x00090020
    _IOCTL_STORAGE_MEDIA_REMOVAL = 0x002D4804
    _IOCTL_STORAGE_EJECT_MEDIA = 0x002D4808
    _IOCTL_STORAGE_QUERY_PROPERTY = 0x002D1400
    _ALLOW_REMOVAL = b"\0"
    # STORAGE_PROPERTY_QUERY: StorageDeviceProperty, PropertyStandardQuery, and padding
    _DEVICE_QUERY = struct.pack("<LLL", 0, 0, 0)
    # STORAGE_DEVICE_DESCRIPTOR: BusType stands at byte 28. Bus1394, BusTypeUsb, BusTypeSd, BusTypeMmc.
    _BUS_TYPE = struct.Struct("<28xL")
    _EXTERNAL_BUSES = frozenset({4, 7, 12, 13})
    _ANSWER_BYTES = 1024

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateFileW.restype = wintypes.HANDLE
    _kernel.CreateFileW.argtypes = [
        wintypes.LPCWSTR,
        wintypes.DWORD,
        wintypes.DWORD,
        wintypes.LPVOID,
        wintypes.DWORD,
        wintypes.DWORD,
        wintypes.HANDLE,
    ]
    _kernel.CloseHandle.argtypes = [wintypes.HANDLE]
    _kernel.FlushFileBuffers.argtypes = [wintypes.HANDLE]
    _kernel.DeviceIoControl.argtypes = [
        wintypes.HANDLE,
        wintypes.DWORD,
        wintypes.LPVOID,
        wintypes.DWORD,
        wintypes.LPVOID,
        wintypes.DWORD,
        ctypes.POINTER(wintypes.DWORD),
        wintypes.LPVOID,
    ]
    _kernel.GetVolumeInformationW.argtypes = [
        wintypes.LPCWSTR,
        wintypes.LPWSTR,
        wintypes.DWORD,
        wintypes.LPVOID,
        wintypes.LPVOID,
        wintypes.LPVOID,
        wintypes.LPWSTR,
        wintypes.DWORD,
    ]

    class SystemVolume:
        """An open volume."""

        def __init__(self, handle: int) -> None:
            self._handle = handle

        def lock(self) -> bool:
            """FSCTL_LOCK_VOLUME."""
            return self._control(_FSCTL_LOCK_VOLUME) is not None

        def dismount(self) -> bool:
            """FlushFileBuffers, then FSCTL_DISMOUNT_VOLUME."""
            _kernel.FlushFileBuffers(self._handle)
            return self._control(_FSCTL_DISMOUNT_VOLUME) is not None

        def eject(self) -> bool:
            """IOCTL_STORAGE_MEDIA_REMOVAL (not prevented), then IOCTL_STORAGE_EJECT_MEDIA."""
            self._control(_IOCTL_STORAGE_MEDIA_REMOVAL, _ALLOW_REMOVAL)
            return self._control(_IOCTL_STORAGE_EJECT_MEDIA) is not None

        def bus(self) -> int | None:
            """The STORAGE_BUS_TYPE of the device, or None where it does not say."""
            answer = self._control(_IOCTL_STORAGE_QUERY_PROPERTY, _DEVICE_QUERY, _ANSWER_BYTES)
            if answer is None or len(answer) < _BUS_TYPE.size:
                return None
            return int(_BUS_TYPE.unpack_from(answer)[0])

        def _control(self, code: int, data: bytes = b"", room: int = 0) -> bytes | None:
            answer = ctypes.create_string_buffer(max(room, 1))
            count = wintypes.DWORD()
            good = _kernel.DeviceIoControl(
                self._handle, code, data or None, len(data), answer, room, ctypes.byref(count), None
            )
            return answer.raw[: count.value] if good else None

    class SystemVolumes:
        """The volumes of this machine."""

        def label(self, mount: str) -> str:
            """GetVolumeInformationW."""
            name = ctypes.create_unicode_buffer(_MAX_LABEL)
            good = _kernel.GetVolumeInformationW(mount, name, _MAX_LABEL, None, None, None, None, 0)
            return name.value if good else ""

        def is_external(self, mount: str) -> bool:
            """IOCTL_STORAGE_QUERY_PROPERTY; a handle without any access is enough to ask it."""
            with _opened(mount, 0) as volume:
                return volume is not None and volume.bus() in _EXTERNAL_BUSES

        @contextmanager
        def opened(self, mount: str) -> Iterator[Volume | None]:
            """The volume for reading and writing, which needs no administrator on removable drives."""
            with _opened(mount, _GENERIC_READ | _GENERIC_WRITE) as volume:
                yield volume

    @contextmanager
    def _opened(mount: str, access: int) -> Iterator[SystemVolume | None]:
        path = "\\\\.\\" + mount.rstrip("\\")
        handle = _kernel.CreateFileW(path, access, _SHARE_ALL, None, _OPEN_EXISTING, 0, None)
        if handle is None or handle == _INVALID_HANDLE:
            yield None
            return
        try:
            yield SystemVolume(handle)
        finally:
            _kernel.CloseHandle(handle)
