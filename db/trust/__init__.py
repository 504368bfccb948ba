"""Whom a gate believes: keys, pass tokens, operators."""
