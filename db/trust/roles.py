"""What an operator may do: volunteer < registrar < lead."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A volunteer scans and looks up; a registrar issues, prints and revokes; a lead does all, and answers
    for it.

    Ordered: `Role.LEAD > Role.REGISTRAR > Role.VOLUNTEER`."""

    VOLUNTEER = "volunteer"
    REGISTRAR = "registrar"
    LEAD = "lead"

    @property
    def rank(self) -> int:
        """0 volunteer, 1 registrar, 2 lead."""
        return _RANKS[self]

    @property
    def may_sign(self) -> bool:
        """Whether the gate's signing key is sealed to operators of this role."""
        return self is not Role.VOLUNTEER

    # The words themselves must not be compared: alphabetically a lead would be the least.
    def __lt__(self, other: str) -> bool:
        return self.rank < Role(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= Role(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > Role(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= Role(other).rank


_RANKS = {Role.VOLUNTEER: 0, Role.REGISTRAR: 1, Role.LEAD: 2}
