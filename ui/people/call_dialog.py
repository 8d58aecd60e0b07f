"""Whom to call about what happens in a cluster, and one key for what came of each call."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from console.events import Changed
from console.rights import Action
from console.workers import Lane
from db.case_records import Bookmark, Call, CallResult
from db.records import Topic
from ui import keys
from ui.bookmarks.words import cameras_words, instant_words
from ui.desk import Desk
from ui.messages import sentence
from ui.overriding import override
from ui.people.call_table import CallTable, CallView
from ui.people.matter import Matter
from ui.people.words import phone_words, result_word
from ui.tables import Nothing
from ui.theme import Colours
from ui.times import time_words
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.calls import Answering, Callee, Calls

    _Read = tuple[Bookmark | None, Answering]

_SIZE = (1000, 620)
_LEAST = (880, 480)
_LONGEST_NOTE = 300
_AGES_MS = 5000


class CallDialog(QDialog):
    """Lists who answers for a cluster.  Each result is logged at once; Esc closes.

    A dialog that was closed is gone by itself, when the last call is on the disk.
    """

    failed = Signal(str)  # a sentence for the notice bar: what went wrong after it was closed
    members_wanted = Signal(object)  # add members to this TeamId, or give the cluster a team: None

    def __init__(
        self,
        desk: Desk,
        calls: Calls,
        matter: Matter,
        colours: Colours,
        parent: QWidget | None = None,
        *,
        may: Callable[[Action], bool] = lambda _: False,
        ward: Ward | None = None,
    ) -> None:
        """``may`` tells whether whoever sits here can mend it where nobody answers.

        ``ward`` names the camera of the moment that the calls are about.
        """
        super().__init__(parent)
        self.setObjectName("call-dialog")
        self._desk = desk
        self._calls = calls
        self._matter = matter
        self._may = may
        self._ward = ward or Ward()
        self._moment: Bookmark | None = None  # what a matter ``of_moment`` is about
        self._asks_moment = matter.of_moment
        self._busy = False  # until what was logged stands in the list: what comes next hangs on it
        self._closed = False
        self._begun = self._ended = 0  # results that were to be logged, and those that are
        self._answering: Answering | None = None
        self._buttons: dict[CallResult, QPushButton] = {}
        self.rows = CallTable(colours, self)
        self._build()
        self._act()
        self._ages = QTimer(self, interval=_AGES_MS)
        self._ages.timeout.connect(lambda: self.rows.grow_older(desk.clock.now()))
        desk.bridge.changed.connect(self._on_changed)
        self._dress()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Who answers for this cluster"))
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        head = QLabel(self.tr("Who answers for this cluster"), self)
        head.setObjectName("dialog-title")
        self.where = QLabel(self)
        self.where.setObjectName("call-where")
        self.where.setTextFormat(Qt.TextFormat.PlainText)
        self.where.setWordWrap(True)
        self.about = QLabel(self)
        self.about.setObjectName("call-about")
        self.about.setProperty("quiet", True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.about.hide()
        self.table = CallView(self.rows, self)
        self.table.selectionModel().currentRowChanged.connect(self._dress)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._make_nothing())
        self.note = QLineEdit(self)
        self.note.setObjectName("call-note")
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Note, if there is something to add"))
        self.note.setToolTip(self.tr("Kept with the next result; Enter logs it (Tab comes here)"))
        self.note.returnPressed.connect(self.log_usual)
        self.said = QLabel(self)
        self.said.setObjectName("call-said")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(self.said.fontMetrics().lineSpacing() + 4)
        close = QPushButton(self.tr("Close"), self)
        close.setObjectName("call-close")
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        for result in CallResult:
            row.addWidget(self._make_button(result))
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.where)
        column.addWidget(self.about)
        column.addWidget(self._stack, 1)
        column.addWidget(self.note)
        column.addWidget(self.said)
        column.addLayout(row)

    def _make_button(self, result: CallResult) -> QPushButton:
        name = f"call-{result}"
        button = QPushButton(self)
        button.setObjectName(f"button-{name}")
        button.setText(f"{keys.key_of(name).keys[0]}  {keys.words_of(name)}")
        button.setToolTip(keys.hint_of(name))
        button.setAccessibleName(keys.words_of(name))
        button.setAutoDefault(False)
        button.clicked.connect(partial(self.log, result))
        self._buttons[result] = button
        return button

    def _make_nothing(self) -> QWidget:
        self._nothing = nothing = Nothing("", "", self)
        self._mend = QPushButton(self.tr("Open the members of the teams"), nothing)
        self._mend.setObjectName("call-mend")
        self._mend.setToolTip(self.tr("Open the members of the teams (Enter)"))
        self._mend.setProperty("main", True)
        self._mend.setAutoDefault(True)
        self._mend.clicked.connect(self._on_mend)
        nothing.add(self._mend)
        return nothing

    def _act(self) -> None:
        made = [keys.action(f"call-{each}", self, partial(self.log, each)) for each in CallResult]
        made.append(keys.action("call-usual", self.table, self.log_usual))
        for action in made:
            action.setAutoRepeat(False)  # a key that is held is one call
        keys.action("call-copy", self.table, self.copy)

    @property
    def chosen(self) -> Callee | None:
        """Whoever is chosen in the list."""
        row = self.table.currentIndex().row()
        return self.rows.people[row] if 0 <= row < len(self.rows.people) else None

    def renew(self) -> None:
        """Read the list again; whoever is chosen stays so."""
        calls, matter = self._calls, self._matter
        asks_moment = self._asks_moment

        def read() -> _Read:
            moment = calls.moment(matter.cluster_id) if asks_moment else None
            answering = calls.whom(
                matter.cluster_id,
                incident_id=matter.incident_id,
                bookmark_id=matter.bookmark_id,
            )
            return moment, answering

        # Behind whatever writes: a bookmark whose key came just before is there then.  The list
        # is the cluster's all the same: a second bookmark does not forget who is on the way.
        lane = Lane.WRITE if asks_moment else Lane.READ
        self._desk.tasks.renew(
            read, done=partial(self._on_read, self._ended), failed=self._on_failed, lane=lane
        )

    def log(self, result: CallResult, *_clicked: bool) -> None:
        """Log what came of a call to whoever is chosen."""
        callee = self.chosen
        if callee is None or self._busy:
            return
        self._busy = True
        calls, matter, note = self._calls, self._matter, self.note.text()
        bookmark_id = matter.bookmark_id if self._moment is None else self._moment.id
        self._begun += 1
        self._desk.tasks.run(
            lambda: calls.log_call(
                callee.member.id,
                result,
                cluster_id=matter.cluster_id,
                incident_id=matter.incident_id,
                bookmark_id=bookmark_id,
                note=note,
            ),
            done=partial(self._on_logged, callee, note),
            failed=self._on_not_logged,
            lane=Lane.WRITE,
        )

    @Slot()
    def log_usual(self) -> None:
        """Log what most often comes next."""
        if self.chosen is not None:
            self.log(self.chosen.usual)

    def copy(self) -> None:
        """Put the chosen one's number on the clipboard."""
        callee = self.chosen
        if callee is not None and callee.member.phone:
            QGuiApplication.clipboard().setText(callee.member.phone)
            words = self.tr("Copied: {phone}")
            self._say(words.format(phone=phone_words(callee.member.phone)))

    def _leave(self) -> None:
        """Be gone, once it is closed and every result is logged or told to be lost."""
        if self._closed and self._begun == self._ended:
            self.deleteLater()

    @override
    def done(self, result: int) -> None:
        self._closed = True
        super().done(result)
        self._leave()

    def _on_read(self, knows: int, read: _Read) -> None:
        """``knows``: so many results had been logged when it was asked."""
        moment, answering = read
        if self._asks_moment:
            self._asks_moment = False
            self._name_moment(moment)
        chosen = self.chosen
        if knows == self._begun:
            self._busy = False
        self._answering = answering
        self.where.setText(self._where_words(answering))
        self.rows.set_people(answering.people, self._desk.clock.now())
        some = bool(answering.people)
        self._stack.setCurrentIndex(0 if some else 1)
        for widget in (self.note, *self._buttons.values()):
            widget.setVisible(some)
        self.about.setVisible(some and self._moment is not None)
        if some:
            self.table.selectRow(self.rows.row_of(None if chosen is None else chosen.member.id))
            if chosen is None:
                self.table.setFocus()
        else:
            self._say_nothing(answering)
        self._dress()

    def _name_moment(self, moment: Bookmark | None) -> None:
        self._moment = moment
        if moment is not None:
            words = self.tr("Calls are logged about your bookmark of {time}, {camera}")
            at = instant_words(moment.at, self._desk.clock.now())
            self.about.setText(words.format(time=at, camera=cameras_words(moment, self._ward)))

    def _where_words(self, answering: Answering) -> str:
        if answering.team is None:
            return answering.cluster.name
        words = self.tr("{cluster} · {team}")
        return words.format(cluster=answering.cluster.name, team=answering.team.name)

    def _say_nothing(self, answering: Answering) -> None:
        """Say why nobody is listed, and who can mend that."""
        if answering.team is None:
            title = self.tr("No team answers for this cluster yet")
            advice = self.tr(
                "The administrator gives it one: Devices (Ctrl+6), members of the teams (F7), "
                "team of a cluster (F8)."
            )
        else:
            title = self.tr("This team has no members yet")
            advice = self.tr(
                "The chief or the administrator adds them: Devices (Ctrl+6), members of the teams "
                "(F7), then Ins."
            )
        self._nothing.say(title, advice)
        needed = Action.CHANGE_FLEET if answering.team is None else Action.CHANGE_MEMBERS
        self._mend.setVisible(self._may(needed))
        if self._may(needed):
            self._mend.setFocus()

    def _on_logged(self, callee: Callee, note: str, call: Call) -> None:
        self._ended += 1
        if self.note.text() == note:  # else the next one is being typed
            self.note.clear()
            self.table.setFocus()
        words = self.tr("Logged at {time}: {name}, {result}")
        self._say(
            words.format(
                time=time_words(call.at), name=callee.member.name, result=result_word(call.result)
            )
        )
        if self._closed:
            self._leave()
        else:
            self.renew()

    def _on_failed(self, problem: Problem) -> None:
        self._tell_failure(sentence(problem))

    def _on_not_logged(self, problem: Problem) -> None:
        """Said of what was to be logged alone: whoever hears it logs it again."""
        self._ended += 1
        words = self.tr("This call is not logged. {reason}")
        self._tell_failure(words.format(reason=sentence(problem)))
        self._leave()

    def _tell_failure(self, words: str) -> None:
        self._busy = self._ended < self._begun
        if self._closed:
            self.failed.emit(words)
        else:
            self._say(words, wrong=True)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.said.setText(words)
        self.said.setProperty("error", wrong)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)

    @Slot()
    def _on_mend(self) -> None:
        team = None if self._answering is None else self._answering.team
        self.accept()
        self.members_wanted.emit(None if team is None else team.id)

    @Slot()
    def _dress(self) -> None:
        """Mark the button that Enter stands for."""
        usual = None if self.chosen is None else self.chosen.usual
        for result, button in self._buttons.items():
            name = f"call-{result}"
            hint = keys.hint_of(name)
            if result is usual:
                hint = self.tr("{hint}; also Enter").format(hint=hint)
            button.setToolTip(hint)
            button.setEnabled(usual is not None)
            if bool(button.property("main")) is not (result is usual):
                button.setProperty("main", result is usual)
                button.style().unpolish(button)
                button.style().polish(button)

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if event.topics & {Topic.MEMBERS, Topic.FLEET} and self.isVisible():
            self.renew()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ages.start()
        self.renew()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._ages.stop()
        super().hideEvent(event)
