"""`python -m desktop` is `gatebook`."""

import sys

from desktop.machine_checks import require_fit_machine

if __name__ == "__main__":
    require_fit_machine()
    from desktop.cli import main

    sys.exit(main())
