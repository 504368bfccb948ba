"""Changing shift and operator."""
