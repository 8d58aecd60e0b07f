"""The index of words as a whole: compared with the texts, made anew; see ``db.word_index``."""

from __future__ import annotations

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from db import word_index
from db.case_tables import IncidentRow
from db.find_records import FoundKind, WordDrift
from db.moment_tables import BookmarkRow

_IDS = {FoundKind.BOOKMARK: BookmarkRow.id, FoundKind.INCIDENT: IncidentRow.id}


class Words:
    """Triggers keep the index right; this is for when something went wrong."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def drift(self, kind: FoundKind) -> WordDrift:
        """How the index differs from the texts; reads all of them, seconds for a city."""
        row = self._session.execute(text(word_index.compared(kind))).one()
        words, missing, texts, indexed = map(int, row)
        extra = indexed - (words - missing)
        return WordDrift(words=words, missing=missing, texts=texts, extra=extra)

    def last_id(self, kind: FoundKind) -> int:
        """The highest id of a text, 0 for none."""
        return self._session.scalar(select(func.max(_IDS[kind]))) or 0

    def drop_some(self, kind: FoundKind, most: int) -> bool:
        """Take as many words out of the index; whether there were any."""
        statement = word_index.drop_some(kind, most)
        return bool(self._session.connection().exec_driver_sql(statement).rowcount)

    def fill_some(self, kind: FoundKind, ids: range) -> None:
        """Put in what is missing of the texts with these ids."""
        self._run(*word_index.fill_some(kind, ids))

    def stop(self) -> None:
        """Keep the index no longer, while texts are written by the ten thousand."""
        names = self._session.scalars(text(word_index.TRIGGERS_THERE))
        self._run(*(f"drop trigger {name}" for name in names.all() if "_words_" in name))

    def begin_anew(self) -> None:
        """Make the index of all there is, and keep it from now on; after ``stop``."""
        self._run(*word_index.triggers(), *word_index.rebuild())

    def _run(self, *statements: str) -> None:
        connection = self._session.connection()
        for statement in statements:
            connection.exec_driver_sql(statement)
