"""How a register of an older program becomes one of this."""
