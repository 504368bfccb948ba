"""The gate page: scan, verdict, temperature, a numbered line."""
