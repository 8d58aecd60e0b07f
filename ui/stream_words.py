"""What a stream does, and why, in the officer's words."""

from __future__ import annotations

from console.events import Load, Reason, StreamState
from ui.words import QT_TRANSLATE_NOOP, translate

_STATES = {
    StreamState.CONNECTING: QT_TRANSLATE_NOOP("messages", "Connecting"),
    StreamState.LIVE: QT_TRANSLATE_NOOP("messages", "Live"),
    StreamState.LATE: QT_TRANSLATE_NOOP("messages", "Packets lost"),
    StreamState.STALLED: QT_TRANSLATE_NOOP("messages", "Picture lost"),
    StreamState.OFFLINE: QT_TRANSLATE_NOOP("messages", "Offline"),
    StreamState.REFUSED: QT_TRANSLATE_NOOP("messages", "Password refused"),
    StreamState.UNSUPPORTED: QT_TRANSLATE_NOOP("messages", "Cannot be shown"),
    StreamState.PAUSED: QT_TRANSLATE_NOOP("messages", "Not watched"),
}

_REASONS = {
    Reason.NONE: "",
    Reason.NO_ANSWER: QT_TRANSLATE_NOOP(
        "messages", "No answer. Check its power and line; call the team."
    ),
    Reason.CONNECTION_REFUSED: QT_TRANSLATE_NOOP(
        "messages", "The device is there, its port is closed. Check the port."
    ),
    Reason.SILENT: QT_TRANSLATE_NOOP(
        "messages", "Connected, no picture comes. Restart the camera if it lasts."
    ),
    Reason.CLOSED: QT_TRANSLATE_NOOP(
        "messages", "The camera ended the session. It is being called again."
    ),
    Reason.BUSY: QT_TRANSLATE_NOOP(
        "messages", "The camera has no room for one more viewer. It is being called again."
    ),
    Reason.BAD_ANSWER: QT_TRANSLATE_NOOP(
        "messages", "What answers is not a camera stream. Check the address."
    ),
    Reason.NOT_FOUND: QT_TRANSLATE_NOOP(
        "messages", "The camera has no such stream. Check the path in its address."
    ),
    Reason.BAD_LOGIN: QT_TRANSLATE_NOOP(
        "messages", "User or password is wrong. Correct it in Devices (F2)."
    ),
    Reason.REDIRECTED: QT_TRANSLATE_NOOP(
        "messages", "The camera points to another address; we do not follow."
    ),
    Reason.CODEC: QT_TRANSLATE_NOOP(
        "messages", "Unknown picture format. Set the camera to H.264 or H.265."
    ),
    Reason.NO_KEY_FRAME: QT_TRANSLATE_NOOP(
        "messages",
        "It sends no key frame, so no picture can begin. It is being called again. If it lasts, set"
        " its key frame (I-frame) interval to 2 s, or restart the camera.",
    ),
    Reason.TOO_LARGE: QT_TRANSLATE_NOOP(
        "messages", "The picture is too large. Choose a smaller size at the camera."
    ),
    Reason.CERTIFICATE: QT_TRANSLATE_NOOP(
        "messages", "Its certificate is not trusted. Ask the administrator."
    ),
    Reason.PACKETS_LOST: QT_TRANSLATE_NOOP(
        "messages", "Packets are lost on the way. The line is overloaded or weak."
    ),
    Reason.ENGINE_LOST: QT_TRANSLATE_NOOP(
        "messages", "The picture engine is being restarted. Please wait a few seconds."
    ),
    Reason.NOT_SHOWN: QT_TRANSLATE_NOOP("messages", "Nobody is watching this camera now."),
    Reason.LINE_IN_USE: QT_TRANSLATE_NOOP(
        "messages",
        "The camera's line bears one connection, and it is in use. Keep what you typed to have that"
        " connection use it, or take the camera off the wall and out of recording first.",
    ),
}

_LOADS = {
    Load.FULL: QT_TRANSLATE_NOOP("messages", "full"),
    Load.SMALL_TILE: QT_TRANSLATE_NOOP("messages", "sub stream: the tile is small"),
    Load.ONLY_SUB: QT_TRANSLATE_NOOP("messages", "sub stream: there is no main stream"),
    Load.ONE_SESSION: QT_TRANSLATE_NOOP(
        "messages", "the recorded stream: the camera's line bears no second one"
    ),
    Load.ONLY_MAIN: QT_TRANSLATE_NOOP("messages", "main stream: there is no sub stream"),
    Load.BUSY_PC: QT_TRANSLATE_NOOP("messages", "key frames only: this PC is busy"),
}


def state_word(state: StreamState, reason: Reason = Reason.NONE) -> str:
    """A state in one or two words."""
    if state is StreamState.REFUSED and reason is Reason.CERTIFICATE:
        return translate("messages", QT_TRANSLATE_NOOP("messages", "Unknown certificate"))
    if reason is Reason.LINE_IN_USE:
        return translate("messages", QT_TRANSLATE_NOOP("messages", "Not tried"))
    return translate("messages", _STATES[state])


def reason_sentence(reason: Reason) -> str:
    """Why, and what to do; empty for no reason."""
    text = _REASONS[reason]
    return translate("messages", text) if text else ""


def load_words(load: Load) -> str:
    """Which stream the governor gives a tile, and why."""
    return translate("messages", _LOADS[load])
