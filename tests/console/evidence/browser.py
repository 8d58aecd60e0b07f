"""A real Chromium without a window, as the bench drives it."""

from console.bench.browser import Browser, browsing, missing

__all__ = ["Browser", "browsing", "missing"]
