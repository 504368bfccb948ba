"""The books: one module a noun, each with its body types, rules, view and queries."""

from __future__ import annotations


def load_kinds() -> None:
    """Makes every kind of line known. Each module registers its own when it is imported."""
    from db.books import (  # noqa: F401
        arrivals,
        calls,
        entries,
        epochs,
        exports,
        findings,
        gate_keys,
        gates,
        holds,
        joined_post,
        operators,
        pass_lines,
        posts,
        prints,
        purges,
        refusals,
        reveals,
        shifts,
        watch,
    )
    from db.ledger import seal  # noqa: F401
