"""The assistant that makes a station out of an empty folder."""
