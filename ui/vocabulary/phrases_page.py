"""The page of phrases and places: added, changed, removed, brought from a list, tried."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHeaderView, QWidget

from console.errors import Problem
from console.workers import Lane
from db.case_records import Phrase, PhraseId
from db.records import Topic
from ui import keys
from ui.desk import Desk
from ui.overriding import override
from ui.tables import RowView
from ui.theme import Colours
from ui.vocabulary.page import VocabularyPage
from ui.vocabulary.phrase_dialog import PhraseDialog
from ui.vocabulary.phrases_table import PhraseColumn, PhraseTable
from ui.vocabulary.trial import Trial
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.phrases import PhrasesRead

_NAMED = 10  # lines of a list that are named as wrong
_CSV = "phrases.csv"


class PhrasesPage(VocabularyPage):
    """Lies behind the settings; what stands here completes the notes of bookmarks."""

    topics = frozenset({Topic.PHRASES})
    find_key = "phrase-find"

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, console, colours, parent)
        self.setObjectName("phrases-page")
        self.rows = PhraseTable(self)
        self.trial = Trial(self)
        self._wanted: PhraseId | None = None  # to be chosen once it is listed
        self._removed: Phrase | None = None  # to be brought back
        keys.action("phrase-try", self, self.trial.line.setFocus)
        title = self.tr("Phrases and places")
        table = RowView("phrases-table", title, self.rows, self)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(PhraseColumn.TEXT, QHeaderView.ResizeMode.Stretch)
        table.activated.connect(lambda _: self.ask_change())
        self.build(
            title,
            table,
            (
                ("phrase-add", "add", self.ask_new),
                ("phrase-change", "change", self.ask_change),
                ("phrase-remove", "remove", self.remove),
                ("phrase-undo", "", self.undo),
                ("phrase-import", "import", self.ask_import),
                ("phrase-export", "export", self.ask_export),
                ("phrase-leave", "previous", self.left.emit),
            ),
            self.trial,
        )
        self.nothing.say(*self._no_phrases())
        self.set_colours(colours)

    @property
    def chosen(self) -> Phrase | None:
        """The phrase of the chosen row."""
        return self.rows.phrase(self.row)

    @override
    def renew(self) -> None:
        self.read(self.console.phrases.list, self._on_read)

    def ask_new(self) -> None:
        """Ask for a new one."""
        if self.may_change:
            self._ask(None)

    def ask_change(self) -> None:
        """Ask what is different about the chosen one."""
        if self.chosen is not None and self.may_change:
            self._ask(self.chosen)

    def remove(self) -> None:
        """Forget the chosen one; Ctrl+Z brings it back as long as this page is open."""
        phrase, phrases = self.chosen, self.console.phrases
        if phrase is None:
            return

        def done(_: None) -> None:
            self._removed = phrase
            words = self.tr("Removed: {phrase}. Ctrl+Z brings it back.")
            self.say(words.format(phrase=phrase.code or phrase.text))
            self.dress()

        self.write(lambda: phrases.remove(phrase.id), done)

    def undo(self) -> None:
        """Bring back what was removed last."""
        phrase, phrases = self._removed, self.console.phrases
        if phrase is not None:
            self._removed = None
            self.write(lambda: phrases.add(phrase.code, phrase.text), self._on_made)

    def ask_import(self) -> None:
        """Ask for a list to add."""
        if not self.may_change:
            return
        title, kinds = self.tr("Import a list"), self.tr("Lists (*.csv)")
        name, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            self.import_list(Path(name))

    def import_list(self, path: Path) -> None:
        """Add what a list has and this one has not."""
        phrases = self.console.phrases
        self.write(lambda: phrases.import_list(path), self._on_imported)

    def ask_export(self) -> None:
        """Ask where to write the list."""
        if not self.may_change:
            return
        title, kinds = self.tr("Export the list"), self.tr("Lists (*.csv)")
        name, _ = QFileDialog.getSaveFileName(self, title, _CSV, kinds)
        if name:
            self.export_list(Path(name))

    def export_list(self, path: Path) -> None:
        """Write the list to a file."""
        phrases, unwritten = self.console.phrases, self.tr("The list cannot be written there.")

        def work() -> int:
            try:
                return phrases.export_list(path)
            except OSError as error:
                raise Problem(error.strerror or "unwritable") from error

        self.desk.tasks.run(
            work,
            done=lambda count: self.say(
                self.tr("{count} written to {file}.").format(count=count, file=path.name)
            ),
            failed=lambda _: self.failed.emit(unwritten),
            lane=Lane.LONG,
        )

    @override
    def set_ward(self, ward: Ward) -> None:
        super().set_ward(ward)
        self._feed()

    @override
    def show_found(self, needle: str) -> None:
        chosen = self.chosen
        self.rows.look_for(needle)
        self._list(None if chosen is None else chosen.id)

    @override
    def clear_rows(self) -> None:
        self._removed = None
        self.rows.set_phrases(())
        self.trial.line.clear()
        self._feed()
        self.choose(0)

    @override
    def possible(self) -> dict[str, bool]:
        there = self.chosen is not None
        return {
            "phrase-add": True,
            "phrase-change": there,
            "phrase-remove": there,
            "phrase-undo": self._removed is not None,
            "phrase-import": True,
            "phrase-export": bool(self.rows.phrases),
        }

    def _no_phrases(self) -> tuple[str, str]:
        return (
            self.tr("There are no phrases yet"),
            self.tr(
                "Ins adds a code and its sentence, or the name of a street; Ctrl+O brings a list."
            ),
        )

    def _ask(self, phrase: Phrase | None) -> None:
        dialog = PhraseDialog(self.desk, self.console.phrases, phrase, self)
        dialog.accepted.connect(lambda: self._on_made(dialog.made))
        self.open(dialog)

    def _on_made(self, made: Phrase | None) -> None:
        self._wanted = None if made is None else made.id
        self.search.clear()
        self.renew()

    def _on_read(self, phrases: Sequence[Phrase]) -> None:
        if not self.may_change:
            return
        chosen, row = self.chosen, self.row
        self.rows.set_phrases(phrases)
        self._feed()
        wanted = self._wanted or (None if chosen is None else chosen.id)
        self._wanted = None
        gone = chosen is not None and all(each.id != wanted for each in phrases)
        self._list(wanted, row if gone else None)
        if self._removed is None:
            words = self.tr("{count} phrases, {places} streets and places")
            codes = sum(bool(each.code) for each in phrases)
            self.say(words.format(count=codes, places=len(phrases) - codes) if phrases else "")

    def _on_imported(self, read: PhrasesRead) -> None:
        words = self.tr("Added: {added}. There already: {there}.")
        words = words.format(added=read.added, there=read.there)
        if read.wrong:
            lines = ", ".join(str(number) for number in read.wrong[:_NAMED])
            more = "…" if len(read.wrong) > _NAMED else ""
            wrong = self.tr("Left out, because wrong or with a code that is taken: lines {lines}.")
            words = f"{words} {wrong.format(lines=lines + more)}"
        self.failed.emit(words)
        self.renew()

    def _list(self, phrase_id: PhraseId | None, row: int | None = None) -> None:
        self.choose(self.rows.row_of(phrase_id) if row is None else row)
        if self.rows.phrases:
            self.say_nothing_fits()
        else:
            self.nothing.say(*self._no_phrases())

    def _feed(self) -> None:
        places = [cluster.name for cluster in self.ward.clusters]
        places += [camera.name for camera in self.ward.cameras]
        self.trial.set_bank(self.rows.phrases, places if self.may_change else ())
