"""The ledger: the append-only, hash-chained lines of which everything else is a view."""
