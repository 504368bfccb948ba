"""Files that must be whole or not there, and the operating system's errors as faults."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

from db.errors import Fault, FaultCode

_BY_ERRNO = {
    errno.ENOSPC: FaultCode.DISK_FULL,
    errno.EDQUOT: FaultCode.DISK_FULL,
    errno.EFBIG: FaultCode.DISK_FULL,
    errno.EROFS: FaultCode.READ_ONLY,
    errno.EACCES: FaultCode.READ_ONLY,
    errno.EPERM: FaultCode.READ_ONLY,
    errno.ENOENT: FaultCode.NOT_FOUND,
    errno.ENOTDIR: FaultCode.NOT_FOUND,
    errno.ENODEV: FaultCode.DRIVE_GONE,
    errno.ENXIO: FaultCode.DRIVE_GONE,
    errno.ESTALE: FaultCode.DRIVE_GONE,
    errno.ENOTCONN: FaultCode.DRIVE_GONE,
    errno.ESHUTDOWN: FaultCode.DRIVE_GONE,
}
# Windows tells more in its own number (System Error Codes, winerror.h) than in the errno it is mapped to.
_BY_WINDOWS_CODE = {
    15: FaultCode.DRIVE_GONE,  # ERROR_INVALID_DRIVE
    19: FaultCode.READ_ONLY,  # ERROR_WRITE_PROTECT
    21: FaultCode.DRIVE_GONE,  # ERROR_NOT_READY
    39: FaultCode.DISK_FULL,  # ERROR_HANDLE_DISK_FULL
    55: FaultCode.DRIVE_GONE,  # ERROR_DEV_NOT_EXIST
    112: FaultCode.DISK_FULL,  # ERROR_DISK_FULL
    433: FaultCode.DRIVE_GONE,  # ERROR_NO_SUCH_DEVICE
    1006: FaultCode.DRIVE_GONE,  # ERROR_FILE_INVALID: the volume was changed from outside
    1112: FaultCode.DRIVE_GONE,  # ERROR_NO_MEDIA_IN_DRIVE
    1167: FaultCode.DRIVE_GONE,  # ERROR_DEVICE_NOT_CONNECTED
    1617: FaultCode.DRIVE_GONE,  # ERROR_DEVICE_REMOVED
}


def fault_of(error: OSError, path: Path | str | None = None) -> Fault:
    """The fault that an error of the operating system means; `path` overrides the one in the error."""
    windows = getattr(error, "winerror", None)
    code = _BY_WINDOWS_CODE.get(windows) if windows else None
    code = code or _BY_ERRNO.get(error.errno or 0, FaultCode.IO)
    return Fault(code, path=str(path or error.filename or ""), detail=error.strerror or str(error))


def sync_folder(folder: Path) -> None:
    """Makes what was created, renamed or removed in `folder` outlast a power cut.

    Windows cannot open a folder for this; there the rename itself is written through by NTFS's log. Some file
    systems refuse it (network shares): then there is nothing more to be had. Raises `OSError` for a failing
    drive."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def why_not_written(folder: Path, at: int) -> Fault | None:
    """What stands in the way of writing in `folder`, at place `at` of a file; None where nothing does. For faults of
    which the database says only that there is one."""
    scratch = folder / ".gatebook-room"
    try:
        try:
            with scratch.open("wb") as file:
                file.seek(at)
                file.write(bytes(65_536))
                file.flush()
                os.fsync(file.fileno())
        finally:
            scratch.unlink(missing_ok=True)
    except OSError as error:
        return fault_of(error, folder)
    return None


def write_whole(path: Path, data: bytes) -> None:
    """Puts `data` at `path`, durably: after a crash the old content or the new is there, never a part.

    Readable by its owner alone. Raises `Fault`."""
    part = path.with_name(path.name + ".part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise fault_of(error, path) from error
