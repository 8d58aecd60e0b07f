"""Xem lại: recorded footage on one shared clock, and the timeline under it."""
