"""Runs the tests of a checkout: `python3 tests/run.py`, with pytest's own words if any.

The first run installs all that the tests need.
"""

from __future__ import annotations

import os
import sys

# Commands of the system that tests call, and the Debian packages that bring them.
TOOLS = {"pdftoppm": "poppler-utils", "zbarimg": "zbar-tools"}


def main() -> None:
    """Prepares the checkout with the `test` extra and runs pytest in this process's place."""
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    from desktop.start import use_checkout

    use_checkout()
    from desktop import bootstrap, system_libraries

    bootstrap.require_system([*system_libraries.QT], [*system_libraries.DEVICES], TOOLS)
    bootstrap.prepare("test")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.chdir(bootstrap.ROOT)
    bootstrap.run(["-m", "pytest", *sys.argv[1:]])


if __name__ == "__main__":
    main()
