"""The books: one module a noun, each with its body types, rules, view and queries."""

from __future__ import annotations


def load_kinds() -> None:
    """Makes every kind of line known. Each module registers its own when it is imported."""
    from db.books import (
        calls,
        entries,
        exports,
        gates,
        holds,
        operators,
        pass_lines,
        prints,
        refusals,
        reveals,
        watch,
    )
    from db.ledger import seal

    assert all(
        (calls, entries, exports, gates, holds, operators, pass_lines, prints, refusals, reveals, watch, seal)
    )
