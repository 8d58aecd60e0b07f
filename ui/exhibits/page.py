"""The exhibits page: foreign files are played from the stick, taken in, listed, verified."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from console.errors import Problem
from console.events import Changed
from console.rights import Action
from console.workers import Lane, Stop
from db.footage_records import Exhibit, ExhibitId
from db.records import Topic
from ui import keys
from ui.audit.work_bar import Progress, WorkBar
from ui.desk import Desk
from ui.exhibits.intake import IntakeDialog
from ui.exhibits.listing import STILL, ListFace
from ui.exhibits.player import PlayerFace
from ui.exhibits.playing import Film, Playing
from ui.exhibits.words import file_filter, hash_words, plain_name
from ui.messages import sentence
from ui.overriding import override
from ui.theme import Colours
from ui.times import stamp_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console


class ExhibitsPage(QWidget):
    """A list, and a player over it.  Whatever leaves the page ends the player's process."""

    failed = Signal(str)  # a sentence for the notice bar
    left = Signal()  # back to the review page

    def __init__(
        self,
        desk: Desk,
        console: Console,
        colours: tuple[Colours, Colours],
        parent: QWidget | None = None,
    ) -> None:
        """``colours`` are those of the window and those of the wall."""
        super().__init__(parent)
        self.setObjectName("exhibits-page")
        self._desk = desk
        self._console = console
        self._may = False
        self._kept: tuple[Film, int] | None = None  # what was open when the page was left
        self._asked = 0  # counts what is to be opened: only the last one is
        self._new: ExhibitId | None = None  # taken in here, to be chosen in the list
        self._folder = ""  # where the last file was
        self.playing = Playing(desk, console.play_exhibit, self)
        self.work = WorkBar(desk, self)
        self.list = ListFace(colours[0], self)
        self.player = PlayerFace(self.playing, colours, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.player)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.work)
        column.addWidget(self._stack, 1)
        keys.action("exhibit-open", self.player, self.ask_file)
        self.list.open_wanted.connect(self.ask_file)
        self.list.play_wanted.connect(self.play)
        self.list.verify_wanted.connect(self.verify)
        self.list.left.connect(self.left)
        self.player.left.connect(self.close_player)
        self.player.take_wanted.connect(self.ask_intake)
        self.playing.pictured.connect(self._on_pictured)
        desk.bridge.changed.connect(self._on_changed)

    def renew(self) -> None:
        """Read the list again."""
        if self._may:
            exhibits = self._console.exhibits
            self._desk.tasks.renew(exhibits.list, done=self._on_read, failed=self._on_failed)

    def ask_file(self) -> None:
        """Ask which file, and play it."""
        if not self._may:
            return
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a file from outside"), self._folder, file_filter()
        )
        if name:
            self._folder = str(Path(name).parent)
            self.open(Path(name))

    def open(self, path: Path, at_ms: int | None = None) -> None:
        """Play a file straight from its medium; nothing of it is kept."""
        exhibits = self._console.exhibits
        self._open(lambda: (exhibits.look_at(path), Film(path))[1], at_ms)

    @Slot(object)
    def play(self, exhibit: Exhibit, at_ms: int | None = None) -> None:
        """Play a copy that was taken in."""
        exhibits = self._console.exhibits
        self._open(lambda: Film(exhibits.path(exhibit.id), exhibit), at_ms, Lane.WRITE)  # logged

    @Slot()
    def close_player(self) -> None:
        """Back to the list; the player's process ends."""
        self._asked += 1
        self._kept = None
        self.playing.close()
        if self.player.is_alone:
            self.player.toggle_alone()
        self._stack.setCurrentWidget(self.list)
        self.list.take_focus()

    @Slot()
    def ask_intake(self) -> None:
        """Ask what is said about the open file, and take it in."""
        film = self.playing.film
        if film is None or film.exhibit is not None or self.work.is_busy:
            return
        path, exhibits = film.path, self._console.exhibits

        def ask(size: int) -> None:
            dialog = IntakeDialog(path, size, self)
            dialog.setWindowModality(dialog.windowModality().WindowModal)
            dialog.accepted.connect(lambda: self._take(dialog))
            dialog.finished.connect(dialog.deleteLater)
            dialog.show()

        self._desk.tasks.run(lambda: exhibits.look_at(path), done=ask, failed=self._say_ill)

    @Slot(object)
    def verify(self, exhibit: Exhibit) -> None:
        """Hash a copy anew, in sight and to be stopped."""
        if self.work.is_busy:
            return
        exhibits = self._console.exhibits

        def work(stop: Stop, progressed: Progress) -> Exhibit:
            return exhibits.verify(exhibit.id, stop=stop, progressed=progressed)

        def told(whole: Exhibit) -> tuple[str, str]:
            said = self.tr("{name} is as it was when it was taken in: {groups}")
            return said.format(name=whole.name, groups=hash_words(whole.sha256)), "good"

        words = self.tr("{name} is being verified…").format(name=exhibit.name)
        self.work.run(words, work, told)

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Whether whoever sits here may handle such files; nobody else sees any."""
        self._may = may(Action.HANDLE_EXHIBITS)
        if not self._may:
            self._suspend()
            self.list.show_exhibits(())

    def forget(self) -> None:
        """Nothing of what was done here is for whoever sits here next."""
        self.work.stop()
        self.work.say("")
        self.close_player()
        self.list.forget()

    def set_colours(self, window: Colours, wall: Colours) -> None:
        """Another theme."""
        self.list.set_colours(window)
        self.player.set_colours(window, wall)

    def take_focus(self) -> None:
        """Be ready for keys; what was open when the page was left is opened again."""
        self.renew()
        kept, self._kept = self._kept, None
        if kept is not None:
            film, at_ms = kept
            if film.exhibit is None:
                self.open(film.path, at_ms)
            else:
                self.play(film.exhibit, at_ms)
        elif self.playing.film is not None:
            self.player.picture.setFocus()
        else:
            self.list.take_focus()

    def back(self) -> bool:
        """Esc: one step back."""
        if self.playing.film is not None:
            if not self.player.leave_alone():
                self.close_player()
        elif self.work.is_busy:
            self.work.stop()
        elif not self.list.back():
            self.left.emit()
        return True

    def _open(self, find: Callable[[], Film], at_ms: int | None, lane: Lane = Lane.READ) -> None:
        """Look for a file elsewhere, then play it here."""
        self._asked += 1
        asked = self._asked

        def found(film: Film) -> None:
            if asked == self._asked and self._may and self.isVisible():
                self._stack.setCurrentWidget(self.player)
                self.playing.open(film, at_ms)
                self.player.picture.setFocus()

        def failed(problem: Problem) -> None:
            if asked == self._asked:
                self.close_player()
                self._say_ill(problem)

        self._desk.tasks.run(find, done=found, failed=failed, lane=lane)

    def _take(self, dialog: IntakeDialog) -> None:
        """Copy the file; it is played from the copy afterwards, and the stick is free."""
        form, path, exhibits = dialog.form, dialog.path, self._console.exhibits
        if form is None:
            return

        def work(stop: Stop, progressed: Progress) -> Exhibit:
            return exhibits.intake(path, form, stop=stop, progressed=progressed)

        words = self.tr("{name} is being copied and hashed. Leave the stick where it is.")
        self.work.run(
            words.format(name=plain_name(path.name)),
            work,
            lambda exhibit: self._taken(path, exhibit),
        )

    def _taken(self, path: Path, exhibit: Exhibit) -> tuple[str, str]:
        self._new = exhibit.id
        film = self.playing.film
        if film is not None and film.exhibit is None and film.path == path:
            self.play(exhibit, self.playing.stands.at_ms)
        # The list may have been read anew before: what was taken in is no twin of itself.
        others = (each for each in self.list.rows.exhibits if each.id != exhibit.id)
        twin = next((each for each in others if each.sha256 == exhibit.sha256), None)
        self.renew()
        if twin is not None:
            said = self.tr(
                "{name} was taken in. It is the very same file as {twin}, taken in {time}; both"
                " are kept. Hash: {groups}"
            )
            words = said.format(
                name=exhibit.name,
                twin=twin.name,
                time=stamp_words(twin.taken_at),
                groups=hash_words(exhibit.sha256),
            )
            return words, "ill"
        said = self.tr("{name} was taken in; the stick may be pulled out. Hash: {groups}")
        return said.format(name=exhibit.name, groups=hash_words(exhibit.sha256)), "good"

    def _suspend(self) -> None:
        """End the player's process, and know what was open."""
        self._asked += 1
        film = self.playing.film
        if film is not None:
            self._kept = film, self.playing.stands.at_ms
            self.playing.close()
            self._stack.setCurrentWidget(self.list)

    def _on_read(self, exhibits: Sequence[Exhibit]) -> None:
        if self._may:
            new, self._new = self._new, None
            self.list.show_exhibits(exhibits, new)

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(sentence(problem))

    def _say_ill(self, problem: Problem) -> None:
        self.work.say(sentence(problem), "ill")

    @Slot()
    def _on_pictured(self) -> None:
        """The first picture of an exhibit stands for it in the list."""
        film = self.playing.film
        image = self.player.still(STILL)
        if film is not None and film.exhibit is not None and image is not None:
            self.list.keep_still(film.exhibit.id, image)

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if Topic.EXHIBITS in event.topics and self.isVisible():
            self.renew()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self._suspend()
        super().hideEvent(event)
