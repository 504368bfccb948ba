"""One small function for each thing a user can do; each returns what changed."""
