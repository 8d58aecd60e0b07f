"""The moment: marked on the wall and in review, taken back, described."""
