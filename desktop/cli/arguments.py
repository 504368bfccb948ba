"""What can be said on the command line. The contract's own words; every command takes the common options."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from PySide6.QtCore import QCoreApplication

from db.version import APP
from desktop.language import install_language

USAGE = 2


@dataclass
class Given:
    """What was said: the command (None opens the window), the common options, and the command's own."""

    command: str | None
    register: str | None
    operator: str | None
    passphrase_file: Path | None
    json: bool
    lang: str
    self_test: bool
    rest: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["rest"][name]
        except KeyError:
            raise AttributeError(name) from None


def tr(text: str, n: int = -1) -> str:
    """A sentence of the command line in the chosen language, with its plural form for `n`."""
    return QCoreApplication.translate("CommandLine", text, None, n)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        said = tr(
            "This command line is not understood: {message}. Nothing was done. “gatebook --help” lists them."
        )
        self.exit(USAGE, said.format(message=message) + "\n")


def _named(text: str) -> str:
    """Where a variable of a script was empty, the usual register is not meant."""
    if not Path(text).name:
        raise ValueError
    return text


def _common(suppress: bool) -> _Parser:
    """The options that stand before or after the command. After it they are suppressed where not given, so that
    those before stay."""
    default: Any = argparse.SUPPRESS if suppress else None
    common = _Parser(add_help=False)
    common.add_argument("--register", metavar="PATH|URL", type=_named, default=default)
    common.add_argument("--operator", metavar="NAME", default=default)
    common.add_argument("--passphrase-file", metavar="FILE", type=Path, default=default)
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS if suppress else False)
    common.add_argument("--lang", choices=("zh", "en"), default=argparse.SUPPRESS if suppress else "")
    return common


BOOKS = ("official", "medical", "support")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="gatebook", parents=[_common(False)], description=tr("The gate book: 门岗册."))
    parser.add_argument("--version", action="version", version=APP)
    parser.add_argument(
        "--self-test", action="store_true", help=tr("tries the whole program on a throwaway register")
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, says: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=says, description=says, parents=[_common(True)])

    one = command("setup", tr("makes a new register"))
    one.add_argument("--gate", type=int, required=True)
    one.add_argument("--name", required=True)
    one.add_argument("--compound", default="")
    one.add_argument("--offset", default="+08:00")
    one.add_argument("--desk", action="store_true")
    one = command("sample", tr("fills an empty register with a sample, marked practice"))
    one.add_argument("--passes", type=int, default=300)
    one.add_argument("--days", type=int, default=3)
    one.add_argument("--per-day", type=int, default=400)
    one.add_argument("--seed", type=int, default=1)
    one = command("issue", tr("issues passes from a list handed in"))
    one.add_argument("file", type=Path)
    one.add_argument("--book", choices=BOOKS)
    one.add_argument("--valid-until", metavar="DAY")
    one.add_argument("--scope", choices=("home", "compound", "district"), default="home")
    one.add_argument("--report", type=Path)
    one = command("cards", tr("card sheets as PDF"))
    one.add_argument("--book", choices=BOOKS, required=True)
    one.add_argument("--numbers", metavar="1-50")
    one.add_argument("--layout", choices=("a4", "cr80", "a6"), default="a4")
    one.add_argument("--black-and-white", action="store_true")
    one.add_argument("--first-place", type=int, choices=range(1, 11), metavar="1-10", default=1)
    one.add_argument("--blank", type=int, metavar="N")
    one.add_argument("--line-code", action="store_true")
    one.add_argument("--out", type=Path, required=True)
    one = command("check", tr("the verdict on a card, recording nothing"))
    one.add_argument("digits")
    one.add_argument("--direction", choices=("in", "out"))
    one = command("record", tr("what scanning at the gate page does"))
    one.add_argument("digits")
    one.add_argument("--temp", metavar="36.5")
    one.add_argument("--method", choices=("forehead", "wrist", "neck", "armpit", "ear"))
    one.add_argument("--direction", choices=("in", "out"))
    one = command("backfill", tr("lines written on paper while the laptop was down"))
    one.add_argument("file", type=Path)
    one.add_argument("--report", type=Path)
    one = command("seal", tr("closes the day"))
    one.add_argument("--day")
    one = command("export", tr("the day's folder"))
    one.add_argument("--day")
    one.add_argument("--to", type=Path, required=True)
    one.add_argument("--plain", action="store_true")
    one.add_argument("--unmasked", action="store_true")
    one.add_argument("--reason", default="")
    one.add_argument("--bundle", action="store_true")
    one.add_argument("--since", type=int, metavar="SEQ")
    one = command("revoke", tr("revokes a pass"))
    one.add_argument("number", metavar="PASS")
    one.add_argument("--reason", required=True)
    one = command("reissue", tr("a new card under the same number; the old one is dead"))
    one.add_argument("number", metavar="PASS")
    one.add_argument("--reason", default="lost")
    one = command("renew", tr("a new card with new days"))
    one.add_argument("number", metavar="PASS")
    one.add_argument("--valid-until", metavar="DAY", required=True)
    _operator_commands(command)
    _post_commands(command)
    one = command("verify", tr("checks chain, commitments, seals and signatures"))
    one.add_argument("files", nargs="*", type=Path, metavar="FILE")
    one.add_argument("--seal", metavar="DIGITS")
    one.add_argument("--identity", type=Path, metavar="FILE", help=tr("a file with the recovery key"))
    one = command("backup", tr("a whole copy of the register"))
    one.add_argument("file", type=Path)
    one = command("restore", tr("a register from such a copy, in a new epoch"))
    one.add_argument("file", type=Path)
    one.add_argument("--recovery-key-file", type=Path, metavar="FILE")
    one = command("purge", tr("drops what lines older than so many days say of people"))
    one.add_argument("--older-than", type=int, metavar="DAYS", required=True)
    return parser


def _operator_commands(command: Any) -> None:
    one = command("operator", tr("adds, disables or changes operators"))
    one.add_argument("act", choices=("add", "disable", "role"))
    one.add_argument("name")
    one.add_argument("--role", choices=("volunteer", "registrar", "lead"))
    one.add_argument("--new-passphrase-file", type=Path)


def _post_commands(command: Any) -> None:
    """What goes between a gate and its command post."""
    one = command("request", tr("a gate asks a command post to be admitted"))
    one.add_argument("--out", type=Path, metavar="FILE", required=True)
    one = command("admit", tr("the command post admits gates that asked"))
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    one.add_argument("--fingerprint", action="append", metavar="F")
    one = command("answer", tr("the command post writes its answer"))
    one.add_argument("--to", type=Path, metavar="DIR", required=True)
    one.add_argument("--note", action="append", metavar="TEXT")
    one = command("import", tr("takes in bundles at a command post, its answer at a gate"))
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    one.add_argument("--post-fingerprint", metavar="F")
    one = command("move", tr("moves the register to a server, or to another file, and goes on there"))
    one.add_argument("--to", metavar="URL|PATH", required=True)
    one = command("cut-off", tr("a gate's laptop is lost: its key counts no further"))
    one.add_argument("gate", type=int)
    one.add_argument("--reason", required=True)
    one.add_argument("--keep-none", action="store_true")
    one = command("retire", tr("a gate is no longer kept"))
    one.add_argument("gate", type=int)
    one.add_argument("--reason", default="")
    one = command("compound", tr("how a compound is called, and its area"))
    one.add_argument("id")
    one.add_argument("--name", default="")
    one.add_argument("--area", default="")
    command("rotate-key", tr("another signing key for the gate"))


def parse(arguments: Sequence[str]) -> Given:
    """Reads the command line; wrong usage ends the program with 2 and one sentence.

    Needs the language for that sentence, so it looks for `--lang` first."""
    if QCoreApplication.instance() is None and _wants_command(arguments):
        QCoreApplication(["gatebook"])
    if QCoreApplication.instance() is not None:
        install_language(_language_of(arguments))
    known = vars(_parser().parse_args(list(arguments)))
    common = {name: known.pop(name) for name in Given.__dataclass_fields__ if name != "rest"}
    if common["register"] is None:
        common["register"] = os.environ.get("GATEBOOK_REGISTER") or None
    return Given(**common, rest=known)


def _wants_command(arguments: Sequence[str]) -> bool:
    """Whether something is asked that needs no window; a window makes its own application object."""
    takes_value = ("--register", "--operator", "--passphrase-file", "--lang")
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word in takes_value:
            rest = rest[1:]
        elif not (word.startswith(tuple(name + "=" for name in takes_value)) or word == "--json"):
            return True
    return False


def _language_of(arguments: Sequence[str]) -> str:
    for place, word in enumerate(arguments):
        if word == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return ""
