"""The list beside the wall: clusters with their team, cameras with their state, and a search.

In review, cameras that were removed come last, in a group that is closed until somebody opens it or
searches: their footage may have been kept.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QIcon, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLabel, QLineEdit, QTreeView, QVBoxLayout, QWidget

from console.events import StreamState
from db.records import Camera, CameraId, ClusterId
from ui.keys import hint_of
from ui.marks import mark
from ui.overriding import override
from ui.search import plain
from ui.standing import Standing
from ui.stream_words import state_word
from ui.theme import Colours
from ui.ward import Ward

_CAMERA = Qt.ItemDataRole.UserRole
_CLUSTER = Qt.ItemDataRole.UserRole + 1
_PLAIN = Qt.ItemDataRole.UserRole + 2  # what the search looks at
_FOLDS = Qt.ItemDataRole.UserRole + 3  # a branch that Enter opens and closes
_MARK = 12  # pixels


class CameraTree(QWidget):
    """Finds a camera or cluster, and says which one the officer wants to see."""

    camera_picked = Signal(int)  # one click: a CameraId
    camera_opened = Signal(int)  # Enter or double-click
    cluster_opened = Signal(int)  # a ClusterId

    def __init__(self, standing: Standing, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("camera-tree")
        self._standing = standing
        self._items: dict[CameraId, QStandardItem] = {}
        self._removed: Mapping[CameraId, tuple[str, str]] = {}
        self._gone: dict[CameraId, QStandardItem] = {}
        self._group: QStandardItem | None = None  # of those that were removed
        self._is_open = False  # whether somebody opened it
        self._moved: set[CameraId] = set()
        self._marks: dict[StreamState, QIcon] = {}
        self._build()
        self.set_colours(colours)

    def _build(self) -> None:
        self._search = QLineEdit(self)
        self._search.setObjectName("tree-search")
        self._search.setPlaceholderText(self.tr("Find a camera…"))
        self._search.setAccessibleName(self.tr("Find a camera"))
        self._search.setToolTip(hint_of("search"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_search)
        self._search.returnPressed.connect(self._on_found)
        self._model = QStandardItemModel(self)
        self._found = _Found(self)
        self._found.setSourceModel(self._model)
        self._tree = _Tree(self)
        self._tree.setModel(self._found)
        self._tree.setAccessibleName(self.tr("Cameras by cluster"))
        self._tree.activated.connect(self._on_activated)
        self._tree.clicked.connect(self._on_clicked)
        self._nothing = QLabel(self.tr("No camera has such a name or number."), self)
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("quiet", True)
        self._nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._search)
        layout.addWidget(self._nothing)
        layout.addWidget(self._tree, 1)
        # States of a whole ward change at once when the engine starts: one pass for all.
        self._pass = QTimer(self, interval=100, singleShot=True)
        self._pass.timeout.connect(self.renew_states)
        self._standing.moved.connect(self._on_moved)

    @property
    def view(self) -> QTreeView:
        """The list itself."""
        return self._tree

    @property
    def chosen_cluster(self) -> ClusterId | None:
        """The cluster on which the list stands, if the list has the focus."""
        cluster_id = self._tree.currentIndex().data(_CLUSTER) if self._tree.hasFocus() else None
        return None if cluster_id is None else ClusterId(cluster_id)

    def search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def leave_search(self) -> bool:
        """Empty the search; False when it was empty and had no focus."""
        busy = bool(self._search.text()) or self._search.hasFocus()
        self._search.clear()
        return busy

    def lists(self, camera_id: CameraId) -> bool:
        """Whether it has a row."""
        return camera_id in self._items or camera_id in self._gone

    def set_removed(self, removed: Mapping[CameraId, tuple[str, str]]) -> None:
        """List these last, cameras that were removed: what is said of each, in short and in full.

        The search stays.
        """
        if removed == self._removed:
            return
        self._note_fold()
        self._removed = removed
        self._list_removed()
        self._on_search(self._search.text())

    def set_ward(self, ward: Ward) -> None:
        """List these clusters and cameras.  The search stays."""
        self._note_fold()
        self._items, self._group = {}, None
        self._model.clear()
        for cluster in ward.clusters:
            cameras = ward.cameras_of(cluster.id)
            team = ward.team_of(cluster)
            title = cluster.name
            if team is not None:
                title = self.tr("{cluster} · {team}").format(cluster=title, team=team.name)
            branch = QStandardItem(title)
            branch.setEditable(False)
            branch.setToolTip(title)
            branch.setData(cluster.id, _CLUSTER)
            branch.setData(plain(title), _PLAIN)
            for camera in cameras:
                branch.appendRow(self._leaf(camera, title))
            self._model.appendRow(branch)
        self._list_removed()
        self._on_search(self._search.text())

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._marks = {
            state: QIcon(mark(state, colours.of_state(state), _MARK)) for state in StreamState
        }
        self._moved.update(self._items)
        self.renew_states()

    @Slot()
    def renew_states(self) -> None:
        """Show the states that have changed; happens by itself a moment after they did."""
        moved, self._moved = self._moved, set()
        for camera_id in moved:
            self._dress(camera_id)

    def mark_chosen(self, camera_id: CameraId | None) -> None:
        """Show which camera is chosen on the wall."""
        item = None
        if camera_id is not None:
            item = self._items.get(camera_id) or self._gone.get(camera_id)
        if item is None:
            self._tree.clearSelection()
            return
        index = self._found.mapFromSource(item.index())
        if index.isValid() and index != self._tree.currentIndex():
            self._tree.setCurrentIndex(index)

    def _leaf(self, camera: Camera, cluster: str) -> QStandardItem:
        text = self.tr("{number:02}  {name}").format(number=camera.number, name=camera.name)
        leaf = QStandardItem(text)
        leaf.setEditable(False)
        leaf.setData(camera.id, _CAMERA)
        leaf.setData(plain(f"{text} {cluster}"), _PLAIN)
        self._items[camera.id] = leaf
        self._dress(camera.id)
        return leaf

    def _list_removed(self) -> None:
        """The group of those that were removed, made anew; none without any."""
        if self._group is not None:
            self._model.removeRow(self._group.row())
        self._gone, self._group = {}, None
        if not self._removed:
            return
        title = self.tr("Removed cameras ({count})").format(count=len(self._removed))
        self._group = QStandardItem(title)
        self._group.setEditable(False)
        self._group.setToolTip(
            self.tr("Cameras that were removed and whose footage was kept (Enter opens and closes)")
        )
        self._group.setData(True, _FOLDS)
        self._group.setData(plain(title), _PLAIN)
        for camera_id, (words, hint) in self._removed.items():
            leaf = QStandardItem(words)
            leaf.setEditable(False)
            leaf.setToolTip(hint)
            leaf.setData(camera_id, _CAMERA)
            leaf.setData(plain(f"{words} {title}"), _PLAIN)
            self._gone[camera_id] = leaf
            self._group.appendRow(leaf)
        self._model.appendRow(self._group)

    def _note_fold(self) -> None:
        """Remember whether the group is open, before rows change; a search opens it by itself."""
        if self._group is not None and not self._found.looks:
            index = self._found.mapFromSource(self._group.index())
            self._is_open = self._tree.isExpanded(index)

    def _unfold(self) -> None:
        """Everything is open, but the group as somebody left it."""
        self._tree.expandAll()
        if self._group is not None and not self._found.looks:
            index = self._found.mapFromSource(self._group.index())
            self._tree.setExpanded(index, self._is_open)

    def _dress(self, camera_id: CameraId) -> None:
        item = self._items.get(camera_id)
        if item is not None:
            stand = self._standing.of(camera_id)
            item.setIcon(self._marks[stand.state])
            word = state_word(stand.state, stand.reason)
            item.setToolTip(self.tr("{camera}: {state}").format(camera=item.text(), state=word))

    @Slot(int)
    def _on_moved(self, camera_id: CameraId) -> None:
        self._moved.add(camera_id)
        if not self._pass.isActive():
            self._pass.start()

    @Slot(str)
    def _on_search(self, text: str) -> None:
        self._note_fold()
        self._found.look_for(text)
        self._unfold()
        self._nothing.setVisible(bool(text) and self._found.rowCount() == 0)

    @Slot()
    def _on_found(self) -> None:
        """Enter in the search field: the first camera that was found."""
        branch = self._found.index(0, 0)
        leaf = self._found.index(0, 0, branch) if branch.isValid() else branch
        if leaf.isValid():
            self.camera_opened.emit(leaf.data(_CAMERA))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        camera_id = index.data(_CAMERA)
        if camera_id is not None:
            self.camera_picked.emit(camera_id)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        camera_id, cluster_id = index.data(_CAMERA), index.data(_CLUSTER)
        if camera_id is not None:
            self.camera_opened.emit(camera_id)
        elif cluster_id is not None:
            self.cluster_opened.emit(ClusterId(cluster_id))


class _Found(QSortFilterProxyModel):
    """Rows that hold every word that is searched; a branch stays for the sake of its leaves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setRecursiveFilteringEnabled(True)

    @property
    def looks(self) -> bool:
        """Whether anything is searched."""
        return bool(self._words)

    def look_for(self, text: str) -> None:
        """Filter by the words of ``text``."""
        self._words = plain(text).split()
        self.invalidate()

    @override
    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        if not self._words:
            return True
        text = self.sourceModel().index(row, 0, parent).data(_PLAIN)
        return all(word in text for word in self._words)


class _Tree(QTreeView):
    """A tree whose digits go to the wall: they are camera numbers there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.text().isdigit():
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.data(_FOLDS):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            super().keyPressEvent(event)
