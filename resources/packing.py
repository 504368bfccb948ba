"""The zip that goes to the gates: the frozen program's folder, a note to unpack it first, and the hash beside it.

Plain deflate and whole files, nothing that unpacks itself: what antivirus programs mistrust.
"""

from __future__ import annotations

import hashlib
import os
import stat
import zipfile
from pathlib import Path

NOTE_NAME = "先解压再打开 - UNPACK FIRST.txt"
NOTE = (
    "先解压，再打开：在压缩包上点右键，选“全部解压缩”，然后打开 gatebook 文件夹里的 gatebook-window。\r\n"
    "不用安装，不用管理员，不用网络。\r\n\r\n"
    "Unpack first: right-click the zip, choose “Extract all”, then open gatebook-window in the folder gatebook.\r\n"
    "Nothing to install; no administrator and no network needed.\r\n"
)
_SAME_TIME = (1980, 1, 1, 0, 0, 0)
"""One time for all members: the same folder gives the same zip, and the same hash."""
_CHUNK = 1 << 20


def pack(folder: Path, zip_path: Path) -> Path:
    """Zips `folder` under its own name and gives the file with the hash, `<zip>.sha256`, as `sha256sum -c` reads it.

    Both are written beside their names and renamed when whole."""
    part = zip_path.with_name(zip_path.name + ".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_member(NOTE_NAME, 0o644), b"\xef\xbb\xbf" + NOTE.encode())
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                _add(archive, path, f"{folder.name}/{path.relative_to(folder).as_posix()}")
    os.replace(part, zip_path)
    listed = zip_path.with_name(zip_path.name + ".sha256")
    listed.write_text(f"{sha256_of(zip_path)}  {zip_path.name}\n", encoding="utf-8", newline="\n")
    return listed


def sha256_of(path: Path) -> str:
    """The file's SHA-256 in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _member(name: str, mode: int) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _SAME_TIME)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 3  # Unix, so that the programs stay programs there; Windows does not mind
    member.external_attr = (stat.S_IFREG | mode) << 16
    return member


def _add(archive: zipfile.ZipFile, path: Path, name: str) -> None:
    mode = 0o755 if path.stat().st_mode & stat.S_IXUSR else 0o644
    with path.open("rb") as source, archive.open(_member(name, mode), "w") as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)
