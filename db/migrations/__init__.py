"""Numbered steps, forward only, from an empty file to ``db.tables``."""
