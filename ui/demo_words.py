"""What the demo says of itself: who sits there, who else may, and the password of all of them."""

from __future__ import annotations

from console.demo.officers import NAMES, PASSWORD
from db.records import Role
from ui import keys
from ui.words import QT_TRANSLATE_NOOP, translate

_CONTEXT = "demo"
_GREETING = QT_TRANSLATE_NOOP(
    "demo",
    "Demo: {duty} is on duty here. Choose a camera: {mark} bookmarks it, {describe} describes it, "
    "then {case} makes a case of it, to be submitted. {leave} changes the officer: {chief}, the "
    "chief, approves; {officer} asks for footage in writing ({evidence}); {admin} is the "
    "administrator. Password of all four: {password}",
)
_WAY_IN = QT_TRANSLATE_NOOP(
    "demo",
    "Demo: {duty} is on duty, {chief} is the chief, {officer} an officer, {admin} the "
    "administrator. Password of all four: {password}",
)


def greeting(duty: str) -> str:
    """For whoever opens the demo and finds himself on duty."""
    return _filled(_GREETING, duty)


def way_in() -> str:
    """For whoever stands before the sign-in card or a locked screen."""
    return _filled(_WAY_IN, NAMES[Role.DUTY])


def _filled(words: str, duty: str) -> str:
    return translate(_CONTEXT, words).format(
        duty=duty,
        chief=NAMES[Role.CHIEF],
        admin=NAMES[Role.ADMINISTRATOR],
        officer=NAMES[Role.OFFICER],
        evidence=_key("page-evidence"),
        mark=_key("mark"),
        describe=_key("drafts"),
        case=_key("drafts-case"),
        leave=_key("sign-out"),
        password=PASSWORD,
    )


def _key(name: str) -> str:
    return keys.key_of(name).keys[0]
