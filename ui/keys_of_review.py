"""The keys of the review page and of foreign files: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

REVIEW_KEYS = (
    *(
        Key(f"review-grid-{tiles}", Where.REVIEW, (f"Alt+{number}",), words)
        for number, (tiles, words) in enumerate(
            (
                (1, QT_TRANSLATE_NOOP("keys", "1 camera")),
                (4, QT_TRANSLATE_NOOP("keys", "4 cameras")),
                (9, QT_TRANSLATE_NOOP("keys", "9 cameras")),
                (16, QT_TRANSLATE_NOOP("keys", "16 cameras")),
            ),
            1,
        )
    ),
    Key("review-list", Where.REVIEW, ("F4",), QT_TRANSLATE_NOOP("keys", "Show or hide the list")),
    Key("review-search", Where.REVIEW, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find a camera")),
    Key("review-tools", Where.REVIEW, ("F6",), QT_TRANSLATE_NOOP("keys", "Show or hide the tools")),
    Key(
        "review-remove",
        Where.REVIEW,
        ("Del",),
        QT_TRANSLATE_NOOP("keys", "Show this camera no more"),
    ),
    Key("review-alone", Where.REVIEW, ("F",), QT_TRANSLATE_NOOP("keys", "One camera and back")),
    Key(
        "review-rows",
        Where.REVIEW,
        ("A",),
        QT_TRANSLATE_NOOP("keys", "All cameras on the timeline"),
    ),
    Key("review-play", Where.REVIEW, ("Space",), QT_TRANSLATE_NOOP("keys", "Play or pause")),
    Key("review-slower", Where.REVIEW, (",",), QT_TRANSLATE_NOOP("keys", "Slower, or backwards")),
    Key("review-faster", Where.REVIEW, (".",), QT_TRANSLATE_NOOP("keys", "Faster")),
    Key(
        "review-frame-back",
        Where.REVIEW,
        ("Ctrl+Left",),
        QT_TRANSLATE_NOOP("keys", "One picture back"),
    ),
    Key(
        "review-frame-on",
        Where.REVIEW,
        ("Ctrl+Right",),
        QT_TRANSLATE_NOOP("keys", "One picture on"),
    ),
    Key(
        "review-ten-back", Where.REVIEW, ("Alt+Left",), QT_TRANSLATE_NOOP("keys", "10 seconds back")
    ),
    Key("review-ten-on", Where.REVIEW, ("Alt+Right",), QT_TRANSLATE_NOOP("keys", "10 seconds on")),
    Key(
        "review-stretch-back",
        Where.REVIEW,
        ("Ctrl+PgUp",),
        QT_TRANSLATE_NOOP("keys", "To where footage begins before"),
    ),
    Key(
        "review-stretch-on",
        Where.REVIEW,
        ("Ctrl+PgDown",),
        QT_TRANSLATE_NOOP("keys", "To where footage begins next"),
    ),
    Key("review-go", Where.REVIEW, ("G",), QT_TRANSLATE_NOOP("keys", "Go to a time")),
    Key("review-day", Where.REVIEW, ("D",), QT_TRANSLATE_NOOP("keys", "Choose a day")),
    Key("review-in", Where.REVIEW, ("[",), QT_TRANSLATE_NOOP("keys", "Mark in")),
    Key("review-out", Where.REVIEW, ("]",), QT_TRANSLATE_NOOP("keys", "Mark out")),
    Key("review-loop", Where.REVIEW, ("R",), QT_TRANSLATE_NOOP("keys", "Repeat between the marks")),
    Key(
        "review-unmark", Where.REVIEW, ("Backspace",), QT_TRANSLATE_NOOP("keys", "Remove the marks")
    ),
    Key("review-still", Where.REVIEW, ("Ctrl+S",), QT_TRANSLATE_NOOP("keys", "Keep this picture")),
    Key(
        "review-sound",
        Where.REVIEW,
        ("M",),
        QT_TRANSLATE_NOOP("keys", "Sound of the chosen camera"),
    ),
    Key("review-louder", Where.REVIEW, ("Ctrl+Up",), QT_TRANSLATE_NOOP("keys", "Louder")),
    Key("review-softer", Where.REVIEW, ("Ctrl+Down",), QT_TRANSLATE_NOOP("keys", "Softer")),
    Key(
        "review-exhibits",
        Where.REVIEW,
        ("Ctrl+O",),
        QT_TRANSLATE_NOOP("keys", "Files from outside…"),
    ),
    Key(
        "review-hold",
        Where.REVIEW,
        ("Ctrl+G",),
        QT_TRANSLATE_NOOP("keys", "Hold what is between the marks"),
    ),
    Key("review-holds", Where.REVIEW, ("Ctrl+H",), QT_TRANSLATE_NOOP("keys", "Held footage…")),
    Key("review-live", Where.REVIEW, ("L",), QT_TRANSLATE_NOOP("keys", "Back to live")),
    Key(
        "picture-left",
        Where.PICTURES,
        ("Left",),
        QT_TRANSLATE_NOOP("keys", "Choose the tile on the left"),
    ),
    Key(
        "picture-right",
        Where.PICTURES,
        ("Right",),
        QT_TRANSLATE_NOOP("keys", "Choose the tile on the right"),
    ),
    Key("picture-up", Where.PICTURES, ("Up",), QT_TRANSLATE_NOOP("keys", "Choose the tile above")),
    Key(
        "picture-down",
        Where.PICTURES,
        ("Down",),
        QT_TRANSLATE_NOOP("keys", "Choose the tile below"),
    ),
    Key(
        "picture-enter",
        Where.PICTURES,
        (
            "Return",
            "Enter",
        ),
        QT_TRANSLATE_NOOP("keys", "Open"),
    ),
    Key(
        "picture-in",
        Where.PICTURES,
        (
            "+",
            "=",
        ),
        QT_TRANSLATE_NOOP("keys", "Enlarge the picture"),
    ),
    Key(
        "picture-out", Where.PICTURES, ("-",), QT_TRANSLATE_NOOP("keys", "Make the picture smaller")
    ),
    Key(
        "picture-whole", Where.PICTURES, ("Ctrl+0",), QT_TRANSLATE_NOOP("keys", "The whole picture")
    ),
    Key(
        "picture-pan-left",
        Where.PICTURES,
        ("Shift+Left",),
        QT_TRANSLATE_NOOP("keys", "Move left in the picture"),
    ),
    Key(
        "picture-pan-right",
        Where.PICTURES,
        ("Shift+Right",),
        QT_TRANSLATE_NOOP("keys", "Move right in the picture"),
    ),
    Key(
        "picture-pan-up",
        Where.PICTURES,
        ("Shift+Up",),
        QT_TRANSLATE_NOOP("keys", "Move up in the picture"),
    ),
    Key(
        "picture-pan-down",
        Where.PICTURES,
        ("Shift+Down",),
        QT_TRANSLATE_NOOP("keys", "Move down in the picture"),
    ),
    Key("timeline-left", Where.TIMELINE, ("Left",), QT_TRANSLATE_NOOP("keys", "Earlier")),
    Key("timeline-right", Where.TIMELINE, ("Right",), QT_TRANSLATE_NOOP("keys", "Later")),
    Key("timeline-up", Where.TIMELINE, ("Up",), QT_TRANSLATE_NOOP("keys", "The row above")),
    Key("timeline-down", Where.TIMELINE, ("Down",), QT_TRANSLATE_NOOP("keys", "The row below")),
    Key(
        "timeline-before",
        Where.TIMELINE,
        ("PgUp",),
        QT_TRANSLATE_NOOP("keys", "The stretch of time before"),
    ),
    Key(
        "timeline-after",
        Where.TIMELINE,
        ("PgDown",),
        QT_TRANSLATE_NOOP("keys", "The stretch of time after"),
    ),
    Key(
        "timeline-first",
        Where.TIMELINE,
        ("Home",),
        QT_TRANSLATE_NOOP("keys", "To the begin of what is in sight"),
    ),
    Key(
        "timeline-newest",
        Where.TIMELINE,
        ("End",),
        QT_TRANSLATE_NOOP("keys", "To the newest footage"),
    ),
    Key(
        "timeline-in",
        Where.TIMELINE,
        (
            "+",
            "=",
        ),
        QT_TRANSLATE_NOOP("keys", "A shorter stretch of time"),
    ),
    Key(
        "timeline-out",
        Where.TIMELINE,
        ("-",),
        QT_TRANSLATE_NOOP("keys", "A longer stretch of time"),
    ),
    *(
        Key(
            f"review-digit-{digit}",
            Where.REVIEW,
            (digit,),
            QT_TRANSLATE_NOOP("keys", "Camera number"),
        )
        for digit in "0123456789"
    ),
)

EXHIBIT_KEYS = (
    Key("exhibit-open", Where.EXHIBITS, ("Ctrl+O",), QT_TRANSLATE_NOOP("keys", "Open a file…")),
    Key("exhibit-play", Where.EXHIBITS, ("Return", "Enter"), QT_TRANSLATE_NOOP("keys", "Play")),
    Key("exhibit-verify", Where.EXHIBITS, ("F5",), QT_TRANSLATE_NOOP("keys", "Verify")),
    Key("exhibit-find", Where.EXHIBITS, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find a file")),
    Key("exhibit-leave", Where.EXHIBITS, ("Alt+Left",), QT_TRANSLATE_NOOP("keys", "Review")),
    Key("file-play", Where.FILE, ("Space",), QT_TRANSLATE_NOOP("keys", "Play or pause")),
    Key("file-slower", Where.FILE, (",",), QT_TRANSLATE_NOOP("keys", "Slower")),
    Key("file-faster", Where.FILE, (".",), QT_TRANSLATE_NOOP("keys", "Faster")),
    Key("file-step", Where.FILE, ("Ctrl+Right",), QT_TRANSLATE_NOOP("keys", "One picture on")),
    Key("file-ten-back", Where.FILE, ("Alt+Left",), QT_TRANSLATE_NOOP("keys", "10 seconds back")),
    Key("file-ten-on", Where.FILE, ("Alt+Right",), QT_TRANSLATE_NOOP("keys", "10 seconds on")),
    Key("file-go", Where.FILE, ("G",), QT_TRANSLATE_NOOP("keys", "Go to a place in the file")),
    Key("file-sound", Where.FILE, ("M",), QT_TRANSLATE_NOOP("keys", "Sound on or off")),
    Key("file-alone", Where.FILE, ("F",), QT_TRANSLATE_NOOP("keys", "Picture alone and back")),
    Key("file-again", Where.FILE, ("F5",), QT_TRANSLATE_NOOP("keys", "Try again")),
    Key("file-take", Where.FILE, ("Ins",), QT_TRANSLATE_NOOP("keys", "Take it in…")),
    Key("file-leave", Where.FILE, ("Backspace",), QT_TRANSLATE_NOOP("keys", "List of files")),
)
