"""Who is working with the register: what an opened session may do and sign."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.errors import Denied, RefusalCode
from db.trust.keys import SigningKey
from db.trust.roles import Role


@dataclass(frozen=True)
class Access:
    """An operator's open session. `operator` is the id that lines carry (`op-1`), `signer` the gate's
    signing key, None for a volunteer, whose passphrase does not open it."""

    gate: int
    operator: str
    name: str
    role: Role
    signer: SigningKey | None = field(default=None, repr=False)

    def signing_key(self) -> SigningKey:
        """The gate's signing key; raises `Denied` (`NOT_ALLOWED`) where this operator cannot open it."""
        if self.signer is None:
            raise Denied(RefusalCode.NOT_ALLOWED, role=Role.REGISTRAR.value)
        return self.signer
