"""Cameras that broke a decoder again and again: nothing of theirs is decoded for some minutes.

Recording needs no decoder, so they are recorded meanwhile: else whoever can send such bytes could
have the footage of them left out.  What a tile says all the while is why there is no picture.
"""

from __future__ import annotations

from console.events import Reason, StreamState
from console.video import wire
from db.records import CameraId

QUARANTINE_S = 300.0


class Bans:
    """Who is banned, and what their workers told meanwhile.  Engine thread only."""

    def __init__(self) -> None:
        self._until_s: dict[CameraId, float] = {}
        self._told: dict[CameraId, wire.Told] = {}

    def __contains__(self, camera: CameraId) -> bool:
        return camera in self._until_s

    def begin(self, camera: CameraId, now_s: float) -> wire.Told:
        """Ban a camera from the decoders; returns what its tile must say until that lapses."""
        self._until_s[camera] = now_s + QUARANTINE_S
        self._told.pop(camera, None)
        why = "it broke our decoder twice"
        return wire.Told(camera, StreamState.UNSUPPORTED, Reason.CODEC, why)

    def keep(self, told: wire.Told) -> bool:
        """Whether ``told`` is of a banned camera, and is kept until it is not any more."""
        if told.camera_id not in self._until_s:
            return False
        self._told[told.camera_id] = told
        return True

    def kept(self, camera: CameraId) -> wire.Told | None:
        """Where a banned camera stands, recorded and not decoded; None for any other."""
        return self._told.get(camera)

    def lapse(self, now_s: float) -> tuple[list[CameraId], list[wire.Told]]:
        """Who is banned no more, and where they stand, as far as that was told."""
        lapsed = [camera for camera, until_s in self._until_s.items() if until_s <= now_s]
        for camera in lapsed:
            del self._until_s[camera]
        return lapsed, [self._told.pop(camera) for camera in lapsed if camera in self._told]
