"""libVLC, in a process of its own: plays whatever file somebody brings on a stick, onto a canvas.

The file is foreign and hostile, so it is opened read-only, by path, with the one of VLC's demuxers
that its first bytes ask for (``exhibit_head``): no playlists are followed, no network, no scripts,
no subtitles or other parts of it beside it.
"""

from __future__ import annotations

import ctypes
import logging
from pathlib import Path
from types import ModuleType
from typing import Any

from console.events import ExhibitState
from console.video.canvas import SlotPainter, row_bytes
from console.video.exhibit_head import demuxers_of

log = logging.getLogger(__name__)

_OPTIONS = (
    "--ignore-config",
    "--no-osd",
    "--no-spu",
    "--no-sub-autodetect-file",
    "--no-video-title-show",
    "--no-lua",
    "--no-metadata-network-access",
    "--no-auto-preparse",
    "--no-mkv-preload-local-dir",
    "--quiet",
)
_Count = ctypes.POINTER(ctypes.c_uint)
_FormatCallback = ctypes.CFUNCTYPE(
    ctypes.c_uint,
    ctypes.POINTER(ctypes.c_void_p),
    ctypes.POINTER(ctypes.c_char),
    *(_Count, _Count, _Count, _Count),
)
_LARGEST = 16384  # pixels a side; more than any camera has
_PIXEL = 4
RATES = (0.25, 16.0)


class NoLibrary(Exception):
    """libVLC, or its plugins, are not on this PC."""


def load() -> ModuleType:
    """python-vlc over libVLC.

    Raises:
        NoLibrary: there is none.
    """
    try:
        import vlc
    # Each was seen, by platform: no libvlc.so, no DLL, no known place, half an installation; and
    # python-vlc calls sys.exit where PYTHON_VLC_LIB_PATH names nothing.
    except (ImportError, OSError, NotImplementedError, AttributeError, SystemExit) as error:
        raise NoLibrary(str(error)) from error
    module: ModuleType = vlc
    return module


class FilePlayer:
    """Plays one file onto one place.  Its own thread calls it; libVLC's threads paint."""

    def __init__(self, path: Path, painter: SlotPainter, *, sound: bool = False) -> None:
        """Begin to play ``path``, standing at its first picture.

        Raises:
            NoFilm: it is none; libVLC did not see it.
            NoLibrary: libVLC cannot be started.
            OSError: the file cannot be read.
        """
        self._vlc = vlc = load()
        demuxers = demuxers_of(path)
        self._painter = painter
        self._buffer: ctypes.Array[ctypes.c_char] | None = None
        self._size = (0, 0)
        self._stride = 0
        self.pictures = 0  # painted so far
        self._at_ms = 0  # as it was last asked for
        self._standing = True  # … from the first picture on
        instance = vlc.Instance(*_OPTIONS)
        if instance is None:
            raise NoLibrary("libVLC does not start: are its plugins installed?")
        self._instance = instance
        self._player: Any = instance.media_player_new()
        media = self._media = instance.media_new_path(str(path))
        media.add_option(f":demux={demuxers}")
        self._callbacks = self._make_callbacks()
        setup, clean_up, lock, display = self._callbacks
        # python-vlc's own type hands the chroma over as a copy, which cannot be written to.
        self._player.video_set_format_callbacks(
            ctypes.cast(setup, vlc.CallbackDecorators.VideoFormatCb), clean_up
        )
        self._player.video_set_callbacks(lock, None, display, None)
        self._player.audio_set_mute(not sound)
        self._player.set_media(media)
        self._player.play()

    @property
    def state(self) -> ExhibitState:
        """Where it stands."""
        states = self._vlc.State
        state = self._player.get_state()
        if state in (states.NothingSpecial, states.Opening, states.Buffering):
            return ExhibitState.OPENING
        if state == states.Ended:
            return ExhibitState.ENDED if self.pictures else ExhibitState.UNREADABLE
        if state in (states.Error, states.Stopped):
            return ExhibitState.UNREADABLE
        if not self.pictures:
            return ExhibitState.OPENING
        return ExhibitState.STANDING if state == states.Paused else ExhibitState.PLAYING

    @property
    def at_ms(self) -> int:
        """Where in the file, by its own time."""
        return max(0, int(self._player.get_time()))

    @property
    def length_ms(self) -> int:
        """How long the file says that it is, 0 when it does not."""
        return max(0, int(self._player.get_length()))

    @property
    def rate(self) -> float:
        """How fast it plays, 0 while it stands."""
        if self.state is not ExhibitState.PLAYING:
            return 0.0
        return float(self._player.get_rate())

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the file's picture in pixels, (0, 0) before the first."""
        return self._size

    def look(self) -> None:
        """Several times a second: note the time; once the first picture is there, stand."""
        self._at_ms = self.at_ms
        if self._standing and self.pictures:
            self._standing = False
            self._player.set_pause(1)

    def go(self, at_ms: int | None, rate: float) -> None:
        """Go to ``at_ms`` (None: stay) and on at ``rate``; 0: stand there."""
        self._standing = False
        if self._player.get_state() in (self._vlc.State.Ended, self._vlc.State.Stopped):
            self._player.stop()
            self._player.play()
        if rate > 0:
            self._player.set_rate(min(RATES[1], max(RATES[0], rate)))
        if at_ms is not None:
            self._player.set_time(max(0, at_ms))
        self._player.set_pause(0 if rate > 0 else 1)

    def step(self) -> None:
        """Stand, one picture further."""
        self._standing = False
        self._player.next_frame()

    def hear(self, *, on: bool) -> None:
        """Let its sound be heard, or not."""
        self._player.audio_set_mute(not on)

    def close(self) -> None:
        """Let go of file and library; nothing is painted afterwards."""
        self._player.stop()
        self._player.release()
        self._media.release()
        self._instance.release()

    def _make_callbacks(self) -> tuple[Any, Any, Any, Any]:
        """The four functions that libVLC calls on threads of its own."""
        kinds = self._vlc.CallbackDecorators

        @_FormatCallback  # type: ignore[untyped-decorator]
        def setup(
            _opaque: Any, chroma: Any, width: Any, height: Any, pitch: Any, lines: Any
        ) -> int:
            return self._set_up(chroma, width, height, pitch, lines)

        @kinds.VideoCleanupCb  # type: ignore[untyped-decorator]
        def clean_up(_opaque: Any) -> None:
            self._stride = 0

        @kinds.VideoLockCb  # type: ignore[untyped-decorator]
        def lock(_opaque: Any, planes: Any) -> None:
            if self._buffer is not None:
                planes[0] = ctypes.cast(self._buffer, ctypes.c_void_p)

        @kinds.VideoDisplayCb  # type: ignore[untyped-decorator]
        def display(_opaque: Any, _picture: Any) -> None:
            self._display()

        return setup, clean_up, lock, display

    def _set_up(self, chroma: Any, width: Any, height: Any, pitch: Any, lines: Any) -> int:
        """Choose the size at which libVLC scales: to fit the place, its shape kept."""
        wide, high = self._true_size() or (width[0], height[0])
        if not (0 < wide <= _LARGEST and 0 < high <= _LARGEST):
            return 0
        self._size = wide, high
        fitted = _fit(wide, high, self._painter.width, self._painter.height)
        ctypes.memmove(chroma, b"RV32", 4)
        width[0], height[0] = fitted
        self._fitted = fitted
        self._stride = min(row_bytes(self._painter.width), row_bytes(fitted[0]))
        pitch[0], lines[0] = self._stride, fitted[1]
        # libVLC writes whole blocks of 32 rows.
        self._buffer = ctypes.create_string_buffer(self._stride * (fitted[1] + 32))
        return 1

    def _true_size(self) -> tuple[int, int] | None:
        """The picture's size in pixels; what libVLC hands out is padded to the codec's blocks."""
        vlc = self._vlc
        for track in self._media.tracks_get() or ():
            if track.type == vlc.TrackType.video and track.audio:
                # WORKAROUND python-vlc 3.0.21203: it lays the members of a union one behind the
                # other; all three pointers are the first one.
                video = ctypes.cast(track.audio, ctypes.POINTER(vlc.VideoTrack)).contents
                if video.width and video.height:
                    return int(video.width), int(video.height)
        return None

    def _display(self) -> None:
        buffer = self._buffer
        if buffer is None or not self._stride:
            return
        # Nothing of the player's may be asked here: its "stop" waits for us with its lock held.
        pixels = memoryview(buffer).cast("B")
        self._painter.paint(pixels, self._fitted, self._stride, self._at_ms / 1000)
        self._painter.count()
        self.pictures += 1


def _fit(width: int, height: int, most_wide: int, most_high: int) -> tuple[int, int]:
    """The largest even size within the place that has the picture's shape."""
    if width * most_high >= height * most_wide:
        fitted = most_wide, max(1, most_wide * height // width)
    else:
        fitted = max(1, most_high * width // height), most_high
    return max(2, fitted[0] & ~1), max(2, fitted[1] & ~1)
