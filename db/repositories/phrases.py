"""Sentences with short codes, and the names of streets and places: rows in, records out."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.case_records import Phrase, PhraseId
from db.errors import Gone
from db.moment_tables import PhraseRow
from db.records import Topic


class Phrases:
    """The station's phrase bank."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def all(self) -> list[Phrase]:
        """Every phrase by its code; names of places, which have none, come first."""
        query = select(PhraseRow).order_by(PhraseRow.code, PhraseRow.text, PhraseRow.id)
        return [_phrase(row) for row in self._session.scalars(query)]

    def add(self, code: str, text: str) -> Phrase:
        """Keep a phrase; with the code "" the name of a place."""
        row = PhraseRow(code=code, text=text)
        self._session.add(row)
        self._session.flush()
        self._touched.add(Topic.PHRASES)
        return _phrase(row)

    def change(self, phrase: Phrase) -> Phrase:
        """Let it have this code and text.  Raises Gone."""
        row = self._row(phrase.id)
        row.code, row.text = phrase.code, phrase.text
        self._session.flush()
        self._touched.add(Topic.PHRASES)
        return _phrase(row)

    def remove(self, phrase_id: PhraseId) -> None:
        """Forget a phrase; notes that were written with it stay.  Raises Gone."""
        self._session.delete(self._row(phrase_id))
        self._session.flush()
        self._touched.add(Topic.PHRASES)

    def _row(self, phrase_id: PhraseId) -> PhraseRow:
        row = self._session.get(PhraseRow, phrase_id)
        if row is None:
            raise Gone("phrase")
        return row


def _phrase(row: PhraseRow) -> Phrase:
    return Phrase(id=PhraseId(row.id), code=row.code, text=row.text)
