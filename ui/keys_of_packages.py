"""The keys of the packages' page and of the export dialog: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

MOST_MEDIA = 9

PACKAGE_KEYS = (
    Key("packages-show", Where.WINDOW, ("Ctrl+Shift+E",), QT_TRANSLATE_NOOP("keys", "Exports")),
    Key("package-find", Where.PACKAGES, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find a package")),
    Key(
        "package-beside",
        Where.PACKAGES,
        ("F6",),
        QT_TRANSLATE_NOOP("keys", "Between the queue and the packages"),
    ),
    Key("package-made", Where.PACKAGES, ("1",), QT_TRANSLATE_NOOP("keys", "Made")),
    Key("package-unmade", Where.PACKAGES, ("2",), QT_TRANSLATE_NOOP("keys", "Not made")),
    Key("package-all", Where.PACKAGES, ("0",), QT_TRANSLATE_NOOP("keys", "All packages")),
    Key(
        "package-request",
        Where.PACKAGES,
        ("Return", "Enter"),
        QT_TRANSLATE_NOOP("keys", "Its request"),
    ),
    Key("package-earlier", Where.PACKAGES, ("Alt+Up",), QT_TRANSLATE_NOOP("keys", "Earlier")),
    Key("package-later", Where.PACKAGES, ("Alt+Down",), QT_TRANSLATE_NOOP("keys", "Later")),
    Key("package-cancel", Where.PACKAGES, ("Del",), QT_TRANSLATE_NOOP("keys", "Cancel…")),
    Key("package-retry", Where.PACKAGES, ("R",), QT_TRANSLATE_NOOP("keys", "Try again")),
    Key("package-verify", Where.PACKAGES, ("F5",), QT_TRANSLATE_NOOP("keys", "Verify now")),
    Key(
        "package-verify-at",
        Where.PACKAGES,
        ("Shift+F5",),
        QT_TRANSLATE_NOOP("keys", "Verify it elsewhere…"),
    ),
    Key("package-copy", Where.PACKAGES, ("C",), QT_TRANSLATE_NOOP("keys", "Copy to a medium…")),
    Key("package-hand", Where.PACKAGES, ("H",), QT_TRANSLATE_NOOP("keys", "Hand over…")),
    Key("package-return", Where.PACKAGES, ("T",), QT_TRANSLATE_NOOP("keys", "Returned…")),
    Key("package-destroy", Where.PACKAGES, ("X",), QT_TRANSLATE_NOOP("keys", "Destroyed…")),
    Key("package-receipt", Where.PACKAGES, ("P",), QT_TRANSLATE_NOOP("keys", "Receipt…")),
    Key("package-open", Where.PACKAGES, ("O",), QT_TRANSLATE_NOOP("keys", "Open its folder")),
    Key("package-erase", Where.PACKAGES, ("E",), QT_TRANSLATE_NOOP("keys", "Erase the people…")),
    Key("package-text", Where.PACKAGES, ("Ctrl+C",), QT_TRANSLATE_NOOP("keys", "Copy as text")),
    *(
        Key(
            f"export-medium-{number}",
            Where.EXPORT,
            (str(number),),
            QT_TRANSLATE_NOOP("keys", "Onto this medium"),
        )
        for number in range(1, MOST_MEDIA + 1)
    ),
    Key("export-folder", Where.EXPORT, ("0",), QT_TRANSLATE_NOOP("keys", "Into a folder…")),
    Key("export-stills", Where.EXPORT, ("S",), QT_TRANSLATE_NOOP("keys", "Pictures…")),
    Key("export-masks", Where.EXPORT, ("M",), QT_TRANSLATE_NOOP("keys", "Masks…")),
)
