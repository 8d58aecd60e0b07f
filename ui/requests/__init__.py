"""Requests for footage, as pages tell of them: words, marks, text, the chief's answers."""
