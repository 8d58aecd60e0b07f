"""Puts the members' page into the window, behind the devices, and F9: whom to call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from console.rights import Action
from db.records import ClusterId, TeamId
from ui import keys
from ui.desk import Desk
from ui.fleet.page import DevicesPage
from ui.people.call_dialog import CallDialog
from ui.people.matter import Matter
from ui.people.members_page import MembersPage
from ui.review.page import ReviewPage
from ui.theme import Colours
from ui.wall.page import WallPage
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from console.app import Console
    from ui.pages import Page, Pages

_CHOOSE = QT_TRANSLATE_NOOP(
    "people", "Choose a camera on the wall, in Review or in Devices first, then press F9."
)
_CHOOSE_IN_CASE = QT_TRANSLATE_NOOP(
    "people", "Choose the cluster of the incident first: then F9 lists who answers for it."
)


class Calling(QObject):
    """Opens the list of whom to call, about what is chosen on the page in sight or about a case."""

    told = Signal(str)  # a sentence for the notice bar

    def __init__(
        self, pages: Pages, desk: Desk, console: Console, colours: Callable[[], Colours]
    ) -> None:
        """The page of the wall must be there."""
        window = pages.window()
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._desk = desk
        self._console = console
        self._colours = colours
        self._may: Callable[[Action], bool] = lambda _: False
        self.matters: dict[str, Callable[[], Matter | None]] = {}  # of pages, by their names
        self.action = keys.action("call", window, self.ask_chosen)
        pages.promise("members", self._make_page)
        wall = pages.page("wall")
        assert isinstance(wall, WallPage)
        wall.menu_actions.append(self.action)

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Whoever may call is offered to."""
        self._may = may
        self.action.setEnabled(may(Action.CALL_MEMBER))

    @Slot()
    def ask_chosen(self) -> None:
        """Whom to call about the camera, cluster or case that is chosen on the page in sight."""
        matter_of = self.matters.get(self._pages.current)
        matter = self._chosen_matter() if matter_of is None else matter_of()
        if matter is not None:
            self.ask(matter)
        else:
            words = _CHOOSE if matter_of is None else _CHOOSE_IN_CASE
            self.told.emit(translate("people", words))

    def ask(self, matter: Matter, parent: QWidget | None = None) -> CallDialog | None:
        """Show whom to call about ``matter``; None for somebody who may not call."""
        if not self._may(Action.CALL_MEMBER):
            return None
        dialog = CallDialog(
            self._desk,
            self._console.calls,
            matter,
            self._colours(),
            parent or self._window,
            may=self._may,
            ward=self._pages.ward,
        )
        dialog.members_wanted.connect(
            lambda team_id: self.show_members(
                team_id, matter.cluster_id if team_id is None else None
            )
        )
        dialog.failed.connect(self.told)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()
        return dialog

    def _chosen_matter(self) -> Matter | None:
        page = self._pages.page(self._pages.current)
        cluster_id = self._chosen(page)
        if cluster_id is None:
            return None
        # A device that is ill has nothing to do with what happens in its street.
        return Matter(cluster_id, of_moment=isinstance(page, WallPage | ReviewPage))

    def _chosen(self, page: Page | None) -> ClusterId | None:
        ward, camera_id = self._pages.ward, None
        if isinstance(page, WallPage):
            if (cluster_id := page.tree.chosen_cluster) is not None:
                return cluster_id
            camera_id = page.views.top.chosen
        elif isinstance(page, DevicesPage):
            camera_id = page.chosen
        elif isinstance(page, ReviewPage):
            camera_id = page.shown.chosen
        camera = None if camera_id is None else ward.camera(camera_id)
        return None if camera is None else camera.cluster_id

    def _make_page(self) -> MembersPage:
        page = MembersPage(self._desk, self._console, self._colours(), self._pages)
        page.left.connect(lambda: self._pages.bring("devices"))
        page.failed.connect(self.told)
        return page

    def show_members(
        self, team_id: TeamId | None = None, cluster_id: ClusterId | None = None
    ) -> None:
        """Open the members' page, at a team, or ask there which team answers for a cluster."""
        if self._pages.bring("members") and isinstance(
            page := self._pages.page("members"), MembersPage
        ):
            if team_id is not None:
                page.show_team(team_id)
            if cluster_id is not None:
                page.ask_team(cluster_id)
