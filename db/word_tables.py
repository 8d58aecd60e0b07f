"""The part of the schema that is the index of words: which word stands in which text.

Triggers fill it whoever writes (``db.word_index``), so nothing else does.  Without foreign keys:
an index on the id alone would double it.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.columns import UtcMicros
from db.tables import Base

# The key is all there is: the rows of a word lie in the order of time.
_KEY_ALONE = {"sqlite_with_rowid": False}


class BookmarkWordRow(Base):
    """A word, folded, of a bookmark's note."""

    __tablename__ = "bookmark_word"
    __table_args__ = _KEY_ALONE

    word: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column("at_us", UtcMicros, primary_key=True)
    bookmark_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class IncidentWordRow(Base):
    """A word, folded, of an incident's title, address and narrative, or of its outcomes."""

    __tablename__ = "incident_word"
    __table_args__ = _KEY_ALONE

    word: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column("began_at_us", UtcMicros, primary_key=True)
    incident_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    # It stands in what is told of persons and vehicles alone: found by who may read that.
    people: Mapped[bool]
