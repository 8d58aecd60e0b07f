"""The sound of the review page: whose is on, how loud, and why it is not heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.review.words import silence_words

if TYPE_CHECKING:
    from ui.review.page import ReviewPage


class Sound(QObject):
    """Lets the chosen camera be heard, and says so on the transport's button."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page

    def toggle(self) -> None:
        """Hear the chosen camera, or nothing."""
        playback, chosen = self._page.playback, self._page.shown.chosen
        if playback.sound is not None:
            playback.hear(None)
        elif chosen is not None and not self._why_not():
            playback.hear(chosen)

    def follow(self) -> None:
        """Another camera was chosen: if sound is on, it is that one's."""
        playback, chosen = self._page.playback, self._page.shown.chosen
        if chosen is not None and playback.sound not in (None, chosen):
            playback.hear(chosen)

    def refresh(self) -> None:
        """Whose sound is on, whether it is heard, or why it cannot be switched on."""
        playback, transport = self._page.playback, self._page.transport
        heard, label = playback.sound, self._page.label(playback.sound)
        if heard is None or label is None:
            transport.tell_sound("")
            transport.allow("review-sound", self._why_not())
            return
        transport.allow("review-sound", "")
        number = label.digits
        if playback.loudness != 100:
            number = f"{number} · {playback.loudness} %".strip(" ·")
        words = self.tr("Sound of {camera}, volume {loudness} %").format(
            camera=self._page.name_of(heard), loudness=playback.loudness
        )
        silent = silence_words(playback.hearing)
        transport.tell_sound(number, f"{words}: {silent}" if silent else words)

    def _why_not(self) -> str:
        """Why the chosen camera cannot be heard now, "" when it can."""
        chosen, on_screen = self._page.shown.chosen, self._page.shown.on_screen
        if chosen is None or chosen not in on_screen:
            return self.tr("Choose a camera first")
        stands = self._page.playback.tile(on_screen.index(chosen))
        if stands is None or not stands.sound:
            return self.tr("This footage has no sound")
        return ""
