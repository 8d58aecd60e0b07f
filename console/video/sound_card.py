"""miniaudio: the PC's sound device (WASAPI, PulseAudio, ALSA), which it finds at run time.

Importing this takes half a second of processor time, numpy included: nobody does who does not want
to hear something.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Sequence
from typing import Any

import miniaudio

from console.video.speaker import PERIOD, PERIODS, RATE, NoSpeaker, Pull

log = logging.getLogger(__name__)

# "Plays" into nothing, and is what miniaudio takes where there is nothing else; and our own.
_NONE = (miniaudio.Backend.NULL, miniaudio.Backend.CUSTOM)


class SoundCard:
    """An open device that pulls its samples on miniaudio's thread."""

    def __init__(self, pull: Pull, backends: Sequence[Any]) -> None:
        """Open it and begin to pull.

        Raises:
            NoSpeaker: there is none, or it does not work.
        """
        self._contexts: list[Any] = []
        contexts = self._contexts

        class Device(miniaudio.PlaybackDevice):  # type: ignore[misc]
            """As miniaudio's, but its context is known."""

            def _make_context(self, *args: Any, **kinds: Any) -> Any:
                # WORKAROUND miniaudio 1.71: it never lets go of a context, which may hold a
                # connection to the sound server; we do.
                made = super()._make_context(*args, **kinds)
                contexts.append(made)
                return made

        try:
            self._device = Device(
                miniaudio.SampleFormat.SIGNED16,
                1,
                RATE,
                1000 * PERIOD // RATE,
                callback_periods=PERIODS,
                backends=list(backends),
                app_name="Ward Console",
            )
            source = _samples(pull)
            next(source)
            self._device.start(source)
        except miniaudio.MiniaudioError as error:
            self._let_go()
            raise NoSpeaker(str(error)) from error
        log.info("sound is played through %s", self._device.backend)

    def close(self) -> None:
        """See ``Speaker``."""
        self._device.close()
        self._let_go()

    def _let_go(self) -> None:
        while self._contexts:
            miniaudio.lib.ma_context_uninit(self._contexts.pop())


def open_card(pull: Pull) -> SoundCard:
    """The PC's usual device; see ``OpenSpeaker``."""
    known = [each for each in miniaudio.Backend if each not in _NONE]
    return SoundCard(pull, [each for each in known if miniaudio.is_backend_enabled(each)])


def _samples(pull: Pull) -> Generator[bytes, int, None]:
    """What miniaudio asks for samples."""
    given = b""
    while True:
        count = yield given
        given = pull(count)
