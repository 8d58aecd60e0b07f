"""The phrase bank: sentences with short codes, places of the ward, and what completes a note."""

from __future__ import annotations

import builtins
from enum import StrEnum

from console.audit import Act, Audit
from console.completion import Bank, Suggestion
from console.errors import FieldRefused
from console.free_text import clean_line
from console.gate import Gate
from console.rights import Action
from db.case_records import Phrase, PhraseId
from db.folding import fold
from db.store import Store, Unit

LONGEST_CODE = 20
LONGEST_TEXT = 300
MOST = 2000
_NOTES = 200  # so many of the newest notes are learned from, the officer's and the station's each


class PhraseRule(StrEnum):
    """What a phrase broke, as ``FieldRefused.rule`` names it."""

    CODE = "phrase_code"  # other signs than plain letters and digits
    TAKEN = "phrase_taken"  # another phrase has the code, or says the same without one
    MANY = "phrase_many"  # more than ``MOST``


class Phrases:
    """Reads and changes the bank.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed`` and ``StoreProblem``; a change is announced as
    ``Topic.PHRASES``, and logged without a word of what it says.
    """

    def __init__(self, store: Store, gate: Gate, audit: Audit) -> None:
        self._store = store
        self._gate = gate
        self._audit = audit

    def list(self) -> builtins.list[Phrase]:
        """Every phrase by its code, to be changed; places, which have none, come first."""
        self._gate.require(Action.CHANGE_CATEGORIES)
        with self._store.read() as unit:
            return unit.phrases.all()

    def bank(self) -> Bank:
        """All that completes a note of whoever sits here, to be asked at every key without us.

        Notes of restricted incidents that he may not see are not in it.  ``db/README.md`` tells
        how long it takes.
        """
        self._gate.require(Action.BOOKMARK)
        officer = self._gate.officer()
        with self._store.read() as unit:
            places = [each.name for each in unit.fleet.clusters()]
            places += [each.name for each in unit.fleet.cameras()]
            own = unit.bookmarks.notes(officer, own=True, limit=_NOTES)
            every = unit.bookmarks.notes(officer, own=False, limit=_NOTES)
            return Bank(unit.phrases.all(), places, own + every)

    def suggest(self, typed: str) -> builtins.list[Suggestion]:
        """What may follow ``typed``: codes first, then places, then what was written before."""
        return self.bank().suggest(typed)

    def add(self, code: str, text: str) -> Phrase:
        """Keep a phrase; with the code "" the name of a street or place.

        Raises FieldRefused: ``field`` is "code" or "text".
        """
        self._gate.require(Action.CHANGE_CATEGORIES)
        short, words = clean_code(code), clean_line("text", text, LONGEST_TEXT)
        with self._store.begin() as unit:
            if len(unit.phrases.all()) >= MOST:
                raise FieldRefused("text", PhraseRule.MANY)
            _check_free(unit, short, words, None)
            phrase = unit.phrases.add(short, words)
            self._audit.write(unit, Act.PHRASES_CHANGED, phrase=phrase.id, kind="added")
        return phrase

    def change(self, phrase_id: PhraseId, code: str, text: str) -> Phrase:
        """Let a phrase have this code and text.  Raises FieldRefused, Gone."""
        self._gate.require(Action.CHANGE_CATEGORIES)
        short, words = clean_code(code), clean_line("text", text, LONGEST_TEXT)
        with self._store.begin() as unit:
            _check_free(unit, short, words, phrase_id)
            phrase = unit.phrases.change(Phrase(id=phrase_id, code=short, text=words))
            self._audit.write(unit, Act.PHRASES_CHANGED, phrase=phrase_id, kind="changed")
        return phrase

    def remove(self, phrase_id: PhraseId) -> None:
        """Forget a phrase.  Raises Gone."""
        self._gate.require(Action.CHANGE_CATEGORIES)
        with self._store.begin() as unit:
            unit.phrases.remove(phrase_id)
            self._audit.write(unit, Act.PHRASES_CHANGED, phrase=phrase_id, kind="removed")


def clean_code(code: str) -> str:
    """A code as it is typed at night: small plain letters, digits, single blanks.

    Raises FieldRefused ("code").
    """
    short = " ".join(fold(clean_line("code", code, LONGEST_CODE, may_be_empty=True)).split())
    if not short.replace(" ", "").isalnum() and (short or code.strip()):
        raise FieldRefused("code", PhraseRule.CODE)
    return short


def _check_free(unit: Unit, code: str, text: str, but: PhraseId | None) -> None:
    others = [each for each in unit.phrases.all() if each.id != but]
    if code and any(each.code == code for each in others):
        raise FieldRefused("code", PhraseRule.TAKEN)
    if not code and any(not each.code and each.text == text for each in others):
        raise FieldRefused("text", PhraseRule.TAKEN)
