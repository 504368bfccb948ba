"""Where an export is, from the choice of a drive to its end."""

from __future__ import annotations

from enum import Enum


class Stage(Enum):
    """Four ends of a whole export, one that waits for a drive, one that was told why it could not be."""

    READY = "ready"
    WORKING = "working"
    RELEASING = "releasing"
    SAFE = "safe"
    """On the drive, and the system has let the drive go."""
    TAKEN = "taken"
    """On the drive, which was pulled out before the system let it go, but after all was read back."""
    HELD = "held"
    """On the drive, which the system still holds."""
    WRITTEN = "written"
    """In a folder, which needs no letting go."""
    CUT = "cut"
    """The drive was pulled out under it; it goes on when the drive is back."""
    FAILED = "failed"
    """It could not be written, and why was said."""

    @property
    def ended(self) -> bool:
        """Whether all of it was written and read back."""
        return self in (Stage.SAFE, Stage.TAKEN, Stage.HELD, Stage.WRITTEN)

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self in (Stage.WORKING, Stage.RELEASING)

    @property
    def open(self) -> bool:
        """Whether another place or day can be chosen."""
        return self in (Stage.READY, Stage.FAILED)
