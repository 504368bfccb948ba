"""Scanner, printer, drives, sound, clock: small interfaces, real and scripted."""
