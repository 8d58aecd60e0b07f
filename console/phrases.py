"""The phrase bank: sentences with short codes, places of the ward, and what completes a note."""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from console.audit import Act, Audit
from console.completion import Bank, Suggestion
from console.errors import FieldRefused
from console.free_text import clean_line
from console.gate import Gate
from console.rights import Action
from console.sheets import read_table, write_table
from db.case_records import Phrase, PhraseId
from db.folding import fold
from db.store import Store, Unit

LONGEST_CODE = 20
LONGEST_TEXT = 300
MOST = 2000
_NOTES = 200  # so many of the newest notes are learned from, the officer's and the station's each


# What offices call a column, as ``console.sheets.folded``.
COLUMNS = {
    "code": ("ma", "ma tat", "viet tat", "code", "short"),
    "text": ("noi dung", "cau", "cau mau", "ten", "ten duong", "dia diem", "text", "phrase"),
}
_HEADER = ("Mã tắt", "Nội dung")


@dataclass(frozen=True, slots=True)
class PhrasesRead:
    """What came of a list: how many were added or there already, and the lines that are wrong."""

    added: int
    there: int
    wrong: tuple[int, ...]


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
            places = unit.fleet.place_names()
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

    def import_list(self, path: Path) -> PhrasesRead:
        """Add what a CSV file has and the bank has not, in one unit; nothing is changed or removed.

        A line is wrong that breaks a rule of ``add``; whose code says something else here is, too.

        Raises:
            ListUnreadable: see ``console.sheets.read_table``.
            FieldRefused: ``rule`` is ``PhraseRule.MANY``; nothing was kept.
        """
        self._gate.require(Action.CHANGE_CATEGORIES)
        rows = read_table(path, COLUMNS).rows
        added, there, wrong = 0, 0, []
        with self._store.begin() as unit:
            known = unit.phrases.all()
            codes = {each.code: each.text for each in known if each.code}
            names = {each.text for each in known if not each.code}
            for row in rows:
                try:
                    short = clean_code(row.cells.get("code", ""))
                    words = clean_line("text", row.cells.get("text", ""), LONGEST_TEXT)
                except FieldRefused:
                    wrong.append(row.number)
                    continue
                if codes.get(short) == words if short else words in names:
                    there += 1
                elif row.fault or short in codes:
                    wrong.append(row.number)
                else:
                    unit.phrases.add(short, words)
                    added += 1
                    names |= set() if short else {words}
                    codes |= {short: words} if short else {}
            if len(known) + added > MOST:
                raise FieldRefused("text", PhraseRule.MANY)
            if added:
                self._audit.write(unit, Act.PHRASES_CHANGED, kind="imported", phrases=added)
        return PhrasesRead(added, there, tuple(wrong))

    def export_list(self, path: Path) -> int:
        """Write the bank as CSV, which ``import_list`` reads again; returns how many.

        Raises OSError.
        """
        self._gate.require(Action.CHANGE_CATEGORIES)
        with self._store.read() as unit:
            phrases = unit.phrases.all()
        write_table(path, _HEADER, [(each.code, each.text) for each in phrases])
        return len(phrases)


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
    same = text.casefold()
    if not code and any(not each.code and each.text.casefold() == same for each in others):
        raise FieldRefused("text", PhraseRule.TAKEN)
