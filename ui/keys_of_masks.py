"""The keys that draw masks, choose stills and go along what is wanted: a part of ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

_TIME_KEYS = (
    Key(
        "peek-tenth-back",
        Where.PEEK,
        ("Ctrl+Left",),
        QT_TRANSLATE_NOOP("keys", "A tenth of a second back"),
    ),
    Key(
        "peek-tenth-on",
        Where.PEEK,
        ("Ctrl+Right",),
        QT_TRANSLATE_NOOP("keys", "A tenth of a second on"),
    ),
    Key("peek-second-back", Where.PEEK, (",",), QT_TRANSLATE_NOOP("keys", "1 second back")),
    Key("peek-second-on", Where.PEEK, (".",), QT_TRANSLATE_NOOP("keys", "1 second on")),
    Key("peek-ten-back", Where.PEEK, ("Alt+Left",), QT_TRANSLATE_NOOP("keys", "10 seconds back")),
    Key("peek-ten-on", Where.PEEK, ("Alt+Right",), QT_TRANSLATE_NOOP("keys", "10 seconds on")),
    Key("peek-go", Where.PEEK, ("G",), QT_TRANSLATE_NOOP("keys", "Go to a time")),
    Key("peek-next", Where.PEEK, ("N",), QT_TRANSLATE_NOOP("keys", "To the nearest footage")),
    Key("peek-camera-back", Where.PEEK, ("Alt+PgUp",), QT_TRANSLATE_NOOP("keys", "Camera before")),
    Key("peek-camera-on", Where.PEEK, ("Alt+PgDown",), QT_TRANSLATE_NOOP("keys", "Next camera")),
    Key("scrub-back", Where.SCRUB, ("Left",), QT_TRANSLATE_NOOP("keys", "1 second back")),
    Key("scrub-on", Where.SCRUB, ("Right",), QT_TRANSLATE_NOOP("keys", "1 second on")),
    Key(
        "scrub-ten-back", Where.SCRUB, ("Shift+Left",), QT_TRANSLATE_NOOP("keys", "10 seconds back")
    ),
    Key("scrub-ten-on", Where.SCRUB, ("Shift+Right",), QT_TRANSLATE_NOOP("keys", "10 seconds on")),
    Key("scrub-first", Where.SCRUB, ("Home",), QT_TRANSLATE_NOOP("keys", "To the beginning")),
    Key("scrub-last", Where.SCRUB, ("End",), QT_TRANSLATE_NOOP("keys", "To the end")),
)

_PICTURE_KEYS = (
    Key(
        "mask-put",
        Where.MASK_PICTURE,
        ("Return", "Enter"),
        QT_TRANSLATE_NOOP("keys", "Put one in the middle"),
    ),
    Key("mask-left", Where.MASK_PICTURE, ("Left",), QT_TRANSLATE_NOOP("keys", "Move left")),
    Key("mask-right", Where.MASK_PICTURE, ("Right",), QT_TRANSLATE_NOOP("keys", "Move right")),
    Key("mask-up", Where.MASK_PICTURE, ("Up",), QT_TRANSLATE_NOOP("keys", "Move up")),
    Key("mask-down", Where.MASK_PICTURE, ("Down",), QT_TRANSLATE_NOOP("keys", "Move down")),
    Key(
        "mask-narrower", Where.MASK_PICTURE, ("Shift+Left",), QT_TRANSLATE_NOOP("keys", "Narrower")
    ),
    Key("mask-wider", Where.MASK_PICTURE, ("Shift+Right",), QT_TRANSLATE_NOOP("keys", "Wider")),
    Key("mask-lower", Where.MASK_PICTURE, ("Shift+Up",), QT_TRANSLATE_NOOP("keys", "Lower")),
    Key("mask-higher", Where.MASK_PICTURE, ("Shift+Down",), QT_TRANSLATE_NOOP("keys", "Higher")),
    Key("mask-corner", Where.MASK_PICTURE, ("C",), QT_TRANSLATE_NOOP("keys", "Next corner")),
    Key(
        "mask-corner-add", Where.MASK_PICTURE, ("+", "="), QT_TRANSLATE_NOOP("keys", "Add a corner")
    ),
    Key(
        "mask-corner-remove",
        Where.MASK_PICTURE,
        ("-",),
        QT_TRANSLATE_NOOP("keys", "Remove this corner"),
    ),
)

_MASK_KEYS = (
    Key("mask-box", Where.MASKS, ("1",), QT_TRANSLATE_NOOP("keys", "Rectangle")),
    Key("mask-polygon", Where.MASKS, ("2",), QT_TRANSLATE_NOOP("keys", "Polygon")),
    Key("mask-next", Where.MASKS, ("PgDown",), QT_TRANSLATE_NOOP("keys", "Next mask")),
    Key("mask-previous", Where.MASKS, ("PgUp",), QT_TRANSLATE_NOOP("keys", "Mask before")),
    Key("mask-remove", Where.MASKS, ("Del",), QT_TRANSLATE_NOOP("keys", "Remove the mask")),
    Key("mask-undo", Where.MASKS, ("Ctrl+Z",), QT_TRANSLATE_NOOP("keys", "Undo")),
    Key("mask-redo", Where.MASKS, ("Ctrl+Y", "Ctrl+Shift+Z"), QT_TRANSLATE_NOOP("keys", "Redo")),
    Key("mask-pin", Where.MASKS, ("K",), QT_TRANSLATE_NOOP("keys", "Hold its place at this time")),
    Key(
        "mask-unpin",
        Where.MASKS,
        ("Shift+K",),
        QT_TRANSLATE_NOOP("keys", "Forget its place at this time"),
    ),
    Key("mask-fix", Where.MASKS, ("M",), QT_TRANSLATE_NOOP("keys", "Stand still here")),
    Key("mask-from", Where.MASKS, ("[",), QT_TRANSLATE_NOOP("keys", "Mask from here")),
    Key("mask-to", Where.MASKS, ("]",), QT_TRANSLATE_NOOP("keys", "Mask to here")),
    Key("mask-whole", Where.MASKS, ("Backspace",), QT_TRANSLATE_NOOP("keys", "Mask all the time")),
    Key(
        "mask-key-back",
        Where.MASKS,
        ("Ctrl+PgUp",),
        QT_TRANSLATE_NOOP("keys", "To its place before"),
    ),
    Key(
        "mask-key-on",
        Where.MASKS,
        ("Ctrl+PgDown",),
        QT_TRANSLATE_NOOP("keys", "To its next place"),
    ),
    Key("mask-why", Where.MASKS, ("W",), QT_TRANSLATE_NOOP("keys", "Say why")),
    Key("mask-keep", Where.MASKS, ("Ctrl+S",), QT_TRANSLATE_NOOP("keys", "Keep the masks")),
)

_STILL_KEYS = (
    Key("pick-add", Where.STILL_CHOICE, ("Ins",), QT_TRANSLATE_NOOP("keys", "Take this picture")),
    Key(
        "pick-all",
        Where.STILL_CHOICE,
        ("Ctrl+Ins",),
        QT_TRANSLATE_NOOP("keys", "Take all that are suggested"),
    ),
    Key("pick-remove", Where.STILL_CHOICE, ("Del",), QT_TRANSLATE_NOOP("keys", "Leave it out")),
    Key("pick-next", Where.STILL_CHOICE, ("PgDown",), QT_TRANSLATE_NOOP("keys", "Next picture")),
    Key(
        "pick-previous", Where.STILL_CHOICE, ("PgUp",), QT_TRANSLATE_NOOP("keys", "Picture before")
    ),
    Key("pick-undo", Where.STILL_CHOICE, ("Ctrl+Z",), QT_TRANSLATE_NOOP("keys", "Undo")),
    Key(
        "pick-redo",
        Where.STILL_CHOICE,
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        QT_TRANSLATE_NOOP("keys", "Redo"),
    ),
    Key("pick-keep", Where.STILL_CHOICE, ("Ctrl+S",), QT_TRANSLATE_NOOP("keys", "Keep the choice")),
)

PEEK_KEYS = (*_TIME_KEYS, *_PICTURE_KEYS, *_MASK_KEYS, *_STILL_KEYS)
