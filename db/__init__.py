"""The register: ledger, books, trust and exchange. Knows nothing of windows or paper."""
