"""What the engine is told of a camera: where its pictures are, and how to get in."""

from __future__ import annotations

from console.forms import CameraPlan
from console.secret import Secret
from console.video.ports import CameraSource, StreamSource
from db.records import Camera, CameraId, StreamId
from db.structs import replace

# What a camera that is only tried, not kept, is called; no kept one is.
TRIAL = CameraId(0)


def source_of(camera: Camera, password: Secret | None) -> CameraSource:
    """A kept camera, with the sizes in pixels that its streams were last seen with."""
    device = camera.device
    return CameraSource(
        camera_id=camera.id,
        streams=tuple(
            StreamSource(
                stream_id=stream.id,
                role=stream.role,
                scheme=stream.scheme,
                host=device.host,
                port=stream.port,
                path=stream.path,
                transport=stream.transport,
                width=stream.width,
                height=stream.height,
            )
            for stream in camera.streams
        ),
        username=device.username,
        password=password,
        certificate_sha256=device.certificate_sha256,
    )


def trial_of(
    plan: CameraPlan, password: Secret | None, certificate_sha256: str | None
) -> CameraSource:
    """A camera that is not kept, as ``TRIAL``; its streams count down from -1."""
    return CameraSource(
        camera_id=TRIAL,
        streams=tuple(
            StreamSource(
                stream_id=StreamId(-place),
                role=stream.role,
                scheme=stream.scheme,
                host=plan.host,
                port=stream.port,
                path=stream.path,
                transport=stream.transport,
            )
            for place, stream in enumerate(plan.streams, 1)
        ),
        username=plan.username,
        password=password,
        certificate_sha256=certificate_sha256,
    )


def on_one_line(trial: CameraSource, kept: CameraSource) -> CameraSource:
    """What to show for a trial of ``kept``, whose line bears one session.

    ``kept`` itself where nothing was changed of how it is reached: then its one session serves.
    Else the trial waits while that session is in use, unless it goes to another device.
    """
    if _ways(trial) == _ways(kept):
        return kept
    if _hosts(trial).isdisjoint(_hosts(kept)):
        return trial
    return replace(trial, instead_of=kept.camera_id)


def _ways(source: CameraSource) -> object:
    streams = {(s.role, s.scheme, s.host, s.port, s.path, s.transport) for s in source.streams}
    return streams, source.username, source.password, source.certificate_sha256


def _hosts(source: CameraSource) -> set[str]:
    return {stream.host.lower() for stream in source.streams}
