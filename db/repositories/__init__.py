"""Rows in, records out.  A repository never leaks a row, and never commits."""
