"""Viewing copies of footage: pictures above, a strip of words below, masks in between."""
