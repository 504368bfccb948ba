"""Gets a checkout ready to run: system libraries, a virtual environment in `.venv`, the project in it.

Standard library only. Shared by `desktop/start.py` and `tests/run.py`. All talk goes to standard error, as
standard output belongs to the program (`--json`). Nothing is installed when nothing changed.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NoReturn

from desktop import system_libraries
from desktop.system_libraries import Library
from resources.build import fonts_made, stale_translations

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "gatebook.json"
# What the installed environment depends on; all other sources are used where they lie.
INSTALLED_FROM = ("pyproject.toml", "resources/build.py", "resources/build_hook.py")
MACHINE_FAULT = 3


@dataclass(frozen=True)
class Installed:
    """What `.venv` was made from and for; kept in it as JSON.

    sources: SHA-256 over `INSTALLED_FROM`; place: the checkout's folder; python: as `3.11`; extras: sorted.
    """

    sources: str
    place: str
    python: str
    extras: tuple[str, ...]


def require_system(needed: list[Library], useful: list[Library], tools: dict[str, str] | None = None) -> None:
    """Installs what the Linux system lacks; without the right to, names it, and ends where it is `needed`.

    `tools` are useful commands and the Debian packages that bring them.
    """
    lacking = system_libraries.missing(*needed)
    names = system_libraries.packages(lacking + system_libraries.missing(*useful))
    if sys.platform.startswith("linux"):
        names += sorted({package for tool, package in (tools or {}).items() if shutil.which(tool) is None})
    cannot_make_environment = (
        importlib.util.find_spec("ensurepip") is None and not environment_python().exists()
    )
    if cannot_make_environment:  # Debian's Python without its venv package
        names.append("python3-venv")
    if not names:
        return
    if system_libraries.may_install():
        say(f"正在安装系统组件：{' '.join(names)}", f"Installing system packages: {' '.join(names)}")
        if system_libraries.install(names):
            return
    print(system_libraries.sentence(names), file=sys.stderr, flush=True)
    if lacking or cannot_make_environment:
        raise SystemExit(MACHINE_FAULT)


def prepare(extra: str = "") -> None:
    """Installs the project with `extra` into `.venv`, unless it is there and current.

    Ends with one sentence where that fails; the same command then takes up where it stopped.
    """
    if not _is_current(extra):
        try:
            with _one_at_a_time():
                if not _is_current(extra):
                    _install(extra)
        except OSError as fault:
            stop(f"无法准备 {ENVIRONMENT}：{fault}", f"{ENVIRONMENT} cannot be prepared: {fault}")
    if stale_translations():
        _python("-m", "resources.build", "translations")


def environment_python() -> Path:
    """The Python of `.venv`."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(arguments: list[str]) -> NoReturn:
    """Runs `.venv`'s Python in this process's place, in the person's folder, and ends with its exit code.

    -P keeps that folder out of the import path: it may hold a `desktop` or a `db` of its own.
    """
    command = [str(environment_python()), "-P", *arguments]
    if os.name == "nt":  # execv would return to the prompt before the program ends
        raise SystemExit(subprocess.call(command))
    sys.stderr.flush()
    os.execv(command[0], command)


def say(chinese: str, english: str) -> None:
    """One sentence in both languages: which one the person reads is not known yet."""
    print(f"{chinese}\n{english}", file=sys.stderr, flush=True)


def stop(chinese: str, english: str) -> NoReturn:
    """Says the sentence and ends as the machine's fault."""
    say(chinese, english)
    raise SystemExit(MACHINE_FAULT)


def _install(extra: str) -> None:
    say(
        "第一次运行或版本有变：正在下载并安装所需组件，需要网络和几分钟。",
        "First run, or a new version: installing what is needed; this takes the network and a few minutes.",
    )
    before = _installed()
    wanted = _wanted(extra)
    STAMP.unlink(missing_ok=True)
    same_python = before is None or before.python == wanted.python
    if not (same_python and environment_python().exists() and _python("-m", "pip", "--version", quiet=True)):
        try:
            venv.create(ENVIRONMENT, clear=True, with_pip=True, symlinks=os.name != "nt")
        except subprocess.CalledProcessError as failure:
            stop(f"无法准备 {ENVIRONMENT}：{failure}", f"{ENVIRONMENT} cannot be prepared: {failure}")
    # A relative path: pip would misread extras behind a path with brackets in it.
    if not _python("-m", "pip", "install", "--editable", _named(wanted.extras)):
        stop(
            "安装没有完成：请检查网络，再运行同一条命令，已下载的部分会保留。",
            "The installation did not finish: check the network and run the same command again;"
            " what was downloaded is kept.",
        )
    STAMP.write_text(json.dumps(asdict(wanted)), "utf-8")


def _named(extras: tuple[str, ...]) -> str:
    """This checkout as pip is told it. Some versions of pip refuse brackets with nothing in them."""
    return f".[{','.join(extras)}]" if extras else "."


def _python(*arguments: str, quiet: bool = False) -> bool:
    """Runs a module of `.venv`'s Python in the checkout, talking on standard error; whether it succeeded."""
    # A person's pip settings for another place would miss the environment; their mirror is kept.
    environment = {
        name: value for name, value in os.environ.items() if name not in {"PIP_USER", "PIP_TARGET"}
    }
    environment |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    done = subprocess.run(
        [environment_python(), *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if quiet else sys.stderr,
        stderr=subprocess.DEVNULL if quiet else None,
    )
    return done.returncode == 0


def _wanted(extra: str) -> Installed:
    digest = hashlib.sha256()
    for name in INSTALLED_FROM:
        digest.update((ROOT / name).read_bytes())
    before = _installed()
    extras = {*(before.extras if before else ()), *([extra] if extra else [])}
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return Installed(digest.hexdigest(), str(ROOT), python, tuple(sorted(extras)))


def _installed() -> Installed | None:
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
        return Installed(stamp["sources"], stamp["place"], stamp["python"], tuple(stamp["extras"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_current(extra: str) -> bool:
    return environment_python().exists() and fonts_made() and _installed() == _wanted(extra)


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Lets a second start wait while the first one installs; the lock ends with its process."""
    with open(ROOT / ".venv.lock", "a+b") as lock:
        if sys.platform == "win32":
            import msvcrt

            while True:
                with contextlib.suppress(OSError):  # it gives up after ten seconds
                    msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
