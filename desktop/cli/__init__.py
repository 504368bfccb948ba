"""The command line: the same register, worked without a screen. `gatebook` alone opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from desktop.crash import keep_memory_here
from desktop.devices.print_orders import PRINTS


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0 done, 1 refused, 2 wrong usage, 3 the machine's fault, 4 locked
    or not allowed."""
    keep_memory_here()
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words[:1] == [PRINTS]:
        from desktop.cli.print_process import serve

        return serve()
    from desktop.quick_start import begin_to_open, load_qt, put_collecting_off

    load_qt()
    from desktop.cli.arguments import parse

    given = parse(words)
    if given.command is None and not given.self_test:
        put_collecting_off()
        opening = begin_to_open(given)
        from desktop.app import open_window

        return open_window(given, opening)
    from desktop.cli.run import run_command

    return run_command(given)


__all__ = ["main"]
