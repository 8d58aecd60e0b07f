"""The key of the moment on the review page: the instant that is on screen, not the present one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from db.case_records import Bookmark
from db.records import from_us
from ui import keys
from ui.bookmarks.flash import Flash
from ui.bookmarks.marking import Marking, Wish
from ui.bookmarks.scene import pictures_of, place_of
from ui.bookmarks.team import team_cameras
from ui.review.page import ReviewPage
from ui.theme import Colours
from ui.ward import Ward


class ReviewMarks(QObject):
    """Turns keys of the review page into wishes, and lets its tiles answer."""

    def __init__(self, review: ReviewPage, marking: Marking, colours: Colours) -> None:
        super().__init__(review)
        self._review = review
        self._marking = marking
        self._flash = Flash(colours, review.pictures)
        self._ward = Ward()
        self._actions = [
            keys.action(name, review, partial(self._on_mark, describe=describe, team=team))
            for name, describe, team in (
                ("review-mark", False, False),
                ("review-mark-note", True, False),
                ("review-mark-team", False, True),
            )
        ]
        self._actions.append(keys.action("review-mark-undo", review, marking.undo))
        review.transport.add_mark(self._actions)
        marking.marked.connect(self._on_marked)

    def set_ward(self, ward: Ward) -> None:
        """There are these cameras from now on."""
        self._ward = ward

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._flash.set_colours(colours)

    def let(self, *, allowed: bool) -> None:
        """Whether whoever sits here may bookmark."""
        for action in self._actions:
            action.setEnabled(allowed)
        self._review.transport.button("review-mark").setVisible(allowed)

    def _on_mark(self, *, describe: bool, team: bool) -> None:
        review = self._review
        at, chosen = from_us(review.playback.at_us), review.shown.chosen
        if chosen is None or chosen not in review.shown.cameras:
            review.tell(self.tr("Choose the camera first whose moment shall be marked."))
            return
        cameras = team_cameras(self._ward, chosen) if team else (chosen,)
        player = review.playback.player
        view = None if player is None else player.view
        pictures = pictures_of(review.pictures.tiles, view, cameras)
        self._marking.mark(Wish(cameras=cameras, at=at, pictures=pictures, describe=describe))

    @Slot(object, object)
    def _on_marked(self, bookmark: Bookmark, _wish: Wish) -> None:
        pictures = self._review.pictures
        if not pictures.isVisible():
            return
        places = (place_of(pictures, pictures.tiles, each) for each in bookmark.cameras)
        self._flash.flash([place for place in places if place is not None])
