"""Printing: choosing a printer, adjusting it, and what was printed."""
