"""The words of the station's cases: categories, phrases, names of places."""
