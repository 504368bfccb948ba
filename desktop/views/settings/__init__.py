"""Set-up, unlocking and the settings."""
