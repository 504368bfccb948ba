"""Runs one command: opens the register as it needs, prints what came of it, and turns errors into one sentence."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from db.errors import Denied, Fault, FaultCode, GatebookError, Refusal, RefusalCode
from db.files import fault_of
from db.register import Register, open_register
from db.server import is_url
from desktop.cli.arguments import Given, tr
from desktop.places import default_register
from desktop.sentences import sentence

DONE, REFUSED, USAGE, MACHINE, LOCKED = 0, 1, 2, 3, 4
_log = logging.getLogger(__name__)


@dataclass
class Answer:
    """What a command has to say: the object for `--json`, the words otherwise, and the exit code."""

    data: dict[str, Any] = field(default_factory=dict)
    words: str = ""
    code: int = DONE


class WrongUsage(Exception):
    """The words fit the grammar but make no sense; the message is the sentence."""


def run_command(given: Given) -> int:
    """Runs the command and gives its exit code. Never shows a traceback: a bug goes to the log."""
    _steady_streams()
    try:
        answer = _command("self_test" if given.self_test else given.command or "")(given)
    except WrongUsage as error:
        return _say(str(error), USAGE)
    except GatebookError as error:
        return _say(sentence(error), exit_code_of(error))
    except OSError as error:
        fault = fault_of(error)
        return _say(sentence(fault), exit_code_of(fault))
    except KeyboardInterrupt:
        return _say(sentence(Refusal(RefusalCode.CANCELLED)), REFUSED)
    except Exception:
        return _report_bug()
    _print(given, answer)
    return answer.code


_MODULES = {
    "commands": ("setup", "sample", "check", "record", "revoke", "reissue", "renew", "operator"),
    "pass_commands": ("issue", "cards"),
    "exchange_commands": ("backfill", "seal", "export", "verify", "backup"),
    "trust_commands": (
        "request",
        "admit",
        "answer",
        "cut_off",
        "retire",
        "compound",
        "rotate_key",
        "purge",
        "restore",
    ),
    "import_commands": ("import_", "move"),
    "self_test": ("self_test",),
}


def _command(name: str) -> Callable[[Given], Answer]:
    """The function of a command. Its module is imported only now: a scan need not wait for what makes PDFs."""
    name = "import_" if name == "import" else name.replace("-", "_")
    module = next(module for module, names in _MODULES.items() if name in names)
    found: Callable[[Given], Answer] = getattr(import_module(f"desktop.cli.{module}"), name)
    return found


def exit_code_of(error: GatebookError) -> int:
    """1 refused, 3 the machine's fault, 4 locked or not allowed."""
    if isinstance(error, Denied):
        return LOCKED
    return MACHINE if isinstance(error, Fault) else REFUSED


def register_path(given: Given) -> Path | str:
    """The register that the command works with: a file, or the URL of a database on a server."""
    if given.register is None:
        return default_register()
    return given.register if is_url(given.register) else Path(given.register)


def passphrase_of(given: Given) -> str | None:
    """The passphrase of the file or of `GATEBOOK_PASSPHRASE`; None where neither is given."""
    if given.passphrase_file is not None:
        return read_passphrase(given.passphrase_file)
    return os.environ.get("GATEBOOK_PASSPHRASE")


_MOST_PASSPHRASE_BYTES = 4096


def read_passphrase(path: Path) -> str:
    """A passphrase from a file: its first line. Raises `Fault`, of what is no text too; the file may be anything,
    a device without end among them, so no more is read than a passphrase needs."""
    with path.open("rb") as file:
        data = file.read(_MOST_PASSPHRASE_BYTES + 1)
    if len(data) <= _MOST_PASSPHRASE_BYTES:
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                lines = data.decode(encoding).splitlines()
            except UnicodeDecodeError:
                continue
            return lines[0] if lines else ""
    raise Fault(FaultCode.UNREADABLE_FILE, path=str(path))


@contextmanager
def opened(given: Given, read_only: bool = False) -> Any:
    """The register, open with the operator's passphrase for one command."""
    register = open_register(register_path(given), given.operator, passphrase_of(given), read_only=read_only)
    try:
        yield register
    finally:
        register.close()


def tell(text: str) -> None:
    """One sentence on standard error, on one line: names of files may hold line ends."""
    print(" ".join(text.splitlines()), file=sys.stderr, flush=True)


def day_of(text: str, register: Register | None = None) -> str:
    """A day as `YYYY-MM-DD`; raises `WrongUsage`."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        said = tr("“{day}” is no day. Nothing was done. Write it as 2020-02-10.")
        raise WrongUsage(said.format(day=text)) from None


def _say(text: str, code: int) -> int:
    tell(text)
    return code


def _report_bug() -> int:
    from desktop.crash import write_crash

    where = write_crash(*sys.exc_info())
    said = tr(
        "The program made a mistake of its own. What was acknowledged is safe. Please keep the file {path}."
    )
    return _say(said.format(path=where), REFUSED)


def _print(given: Given, answer: Answer) -> None:
    if given.json:
        data = json.dumps(answer.data, ensure_ascii=False)
        sys.stdout.flush()
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:
            print(data)
        else:
            # A name of a file that is no UTF-8 holds lone surrogates: JSON has its own writing for them.
            stream.write(data.encode("utf-8", "backslashreplace") + b"\n")
            stream.flush()
    elif answer.words:
        print(answer.words, flush=True)


def _steady_streams() -> None:
    """A GBK console must not stop the program for a rare character."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
