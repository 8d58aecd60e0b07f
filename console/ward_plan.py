"""The plan of the ward, on which incidents have their spot: one picture, kept in the store.

As the logo (``console.logo``) it is a row of the settings, so every backup brings it back.  What is
kept was drawn anew by the window from what somebody chose: no byte of a foreign file remains, and
nothing is decoded here.
"""

from __future__ import annotations

import base64
import json
from enum import StrEnum

from console.audit import Act, Audit
from console.errors import FieldRefused
from console.gate import Gate
from console.logo import size_of
from console.rights import Action
from db.store import Store

LARGEST_BYTES = 2 << 20
LARGEST_SIDE = 2400  # pixels, of what is kept
LARGEST_FILE_BYTES = 16 << 20
LARGEST_FILE_SIDE, LARGEST_FILE_PIXELS = 12_000, 40_000_000
_KEY = "ward_plan"


class PlanRule(StrEnum):
    """What a plan broke, as ``FieldRefused.rule`` names it."""

    FORMAT = "plan_format"  # neither PNG nor JPEG, or cut off
    BYTES = "plan_bytes"  # a file of more than 16 MiB
    SIDE = "plan_side"  # more than 40 million pixels, or none


class WardPlan:
    """Hands the plan out and keeps another.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed`` and ``StoreProblem``; a change is announced as
    ``Topic.SETTINGS``, and logged.
    """

    def __init__(self, store: Store, gate: Gate, audit: Audit) -> None:
        self._store = store
        self._gate = gate
        self._audit = audit

    def picture(self) -> bytes | None:
        """The plan as PNG or JPEG, None while there is none, for whoever sees incidents."""
        self._gate.require(Action.SEE_INCIDENTS)
        return self._kept()

    def picture_to_change(self) -> bytes | None:
        """The same for whoever sees settings; the administrator sees no incidents."""
        self._gate.require(Action.SEE_SETTINGS)
        return self._kept()

    def change(self, picture: bytes | None) -> None:
        """Keep another one, drawn by the window; None: none any more.  The spots stay as they are.

        Raises FieldRefused: ``field`` is "plan", ``rule`` of ``PlanRule``.
        """
        self._gate.require(Action.CHANGE_SETTINGS)
        if picture is not None:
            _check(picture)
        value = None if picture is None else base64.b64encode(picture).decode()
        with self._store.begin() as unit:
            unit.settings.put(_KEY, json.dumps(value))
            self._audit.write(unit, Act.SETTINGS_CHANGED, fields=[_KEY])

    def _kept(self) -> bytes | None:
        with self._store.read() as unit:
            kept = unit.settings.get(_KEY)
        return None if kept is None or kept == "null" else base64.b64decode(json.loads(kept))


def check_file(content: bytes) -> None:
    """Whether a file that somebody chose may be decoded at all, told from its first bytes.

    Raises FieldRefused ("plan").
    """
    if len(content) > LARGEST_FILE_BYTES:
        raise FieldRefused("plan", PlanRule.BYTES)
    size = size_of(content)
    if size is None:
        raise FieldRefused("plan", PlanRule.FORMAT)
    width, height = size
    if not (0 < width <= LARGEST_FILE_SIDE and 0 < height <= LARGEST_FILE_SIDE):
        raise FieldRefused("plan", PlanRule.SIDE)
    if width * height > LARGEST_FILE_PIXELS:
        raise FieldRefused("plan", PlanRule.SIDE)


def _check(picture: bytes) -> None:
    if len(picture) > LARGEST_BYTES:
        raise FieldRefused("plan", PlanRule.BYTES)
    size = size_of(picture)
    if size is None:
        raise FieldRefused("plan", PlanRule.FORMAT)
    if not all(0 < side <= LARGEST_SIDE for side in size):
        raise FieldRefused("plan", PlanRule.SIDE)
