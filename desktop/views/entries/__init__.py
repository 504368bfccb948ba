"""The page of entries: all lines of a day, one line with all about it, and what paper says."""
