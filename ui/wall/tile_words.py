"""What a tile says: which words its state and size ask for.  No painting.

A picture is live only while it is young.  Three seconds after the last one the tile dims and
counts how long it has been without; whatever the engine says, an old picture never looks new.
"""

from __future__ import annotations

from dataclasses import dataclass

from console.events import Reason, StreamFigures, StreamState
from db.records import Camera, Cluster, Team
from ui.standing import LIVE, Stand
from ui.stream_words import load_words, reason_sentence, state_word
from ui.times import elapsed_words
from ui.words import translate

STALE_S = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What the window itself knows of a tile's picture, in seconds on ``Clock.monotonic_s``."""

    picture_at_s: float | None  # arrival of the newest picture, None when none came
    watched_since_s: float  # since when the camera is on the wall without a break


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What a tile says beside its picture."""

    state: StreamState
    badge: str = ""  # in the strip, beside a live picture
    title: str = ""  # in the middle
    advice: str = ""  # under the title
    dim: bool = False  # the picture is not live
    recorded: bool | None = None  # None: it is not to be recorded at this hour


def face(stand: Stand, sight: Sight, now_s: float) -> Face:
    """Word the tile of a camera.

    Args:
        stand: What the engine says.
        sight: What came to this window.
        now_s: ``Clock.monotonic_s``.

    """
    came = sight.picture_at_s
    age_s = now_s - came if came is not None else float("inf")
    silent_s = min(age_s, now_s - sight.watched_since_s)
    state = stand.state
    if state is StreamState.PAUSED and stand.reason is Reason.NOT_SHOWN:
        state = StreamState.CONNECTING  # it is on the wall now, the engine has not said so yet
    if state in LIVE and age_s >= STALE_S:
        state = StreamState.STALLED if silent_s >= STALE_S else StreamState.CONNECTING
    match state:
        case StreamState.LIVE:
            return Face(state=state)
        case StreamState.LATE:
            return Face(state=state, badge=state_word(state))
        case StreamState.CONNECTING if age_s < STALE_S:
            return Face(state=state)
        case StreamState.STALLED:
            since_s = silent_s if stand.state in LIVE else max(silent_s, now_s - stand.since_s)
            advice = reason_sentence(stand.reason) or reason_sentence(Reason.SILENT)
            said = translate("tile", "Picture lost {time}")
            return _calm(state, said.format(time=elapsed_words(since_s)), advice)
        case StreamState.OFFLINE:
            said = translate("tile", "Offline {time}")
            said = said.format(time=elapsed_words(now_s - stand.since_s))
            return _calm(state, said, reason_sentence(stand.reason))
        case StreamState.CONNECTING:
            return _calm(state, state_word(state), "")
        case _:
            return _calm(state, state_word(state, stand.reason), reason_sentence(stand.reason))


def _calm(state: StreamState, words: str, advice: str) -> Face:
    return Face(state=state, title=words, advice=advice, dim=True)


def figures_words(figures: StreamFigures | None) -> str:
    """One line of figures: codec, size, pictures, bit rate, loss and the governor's word."""
    if figures is None:
        return translate("tile", "No figures: not shown now")
    return translate(
        "tile",
        "{codec} {width}×{height} · {fps:.1f} fps · {rate:.0f} kbit/s · {lost} lost · {load}",
    ).format(
        codec=figures.codec.upper(),
        width=figures.width,
        height=figures.height,
        fps=figures.decoded_fps,
        rate=figures.kbit_s,
        lost=figures.packets_lost,
        load=load_words(figures.load),
    )


def tile_hint(
    camera: Camera,
    cluster: Cluster | None,
    team: Team | None,
    stand: Stand,
    figures: StreamFigures | None,
    recording: str = "",
) -> str:
    """The tooltip of a tile, in lines; ``recording`` is one of them, if it is to be recorded."""
    lines = [translate("tile", "{number:02} {name}").format(number=camera.number, name=camera.name)]
    if cluster is not None:
        lines.append(
            translate("tile", "Cluster {number} {name}").format(
                number=cluster.number, name=cluster.name
            )
        )
    if team is not None:
        lines.append(team.name)
    lines.append(state_word(stand.state, stand.reason))
    if advice := reason_sentence(stand.reason):
        lines.append(advice)
    if recording:
        lines.append(recording)
    if figures is not None:
        lines.append(figures_words(figures))
    return "\n".join(lines)
