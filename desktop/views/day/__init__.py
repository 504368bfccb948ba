"""The page of the day: what it came to."""
