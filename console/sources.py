"""What the engine is told of a camera: where its pictures are, and how to get in."""

from __future__ import annotations

from console.forms import CameraPlan
from console.secret import Secret
from console.video.ports import CameraSource, StreamSource
from db.records import Camera, CameraId, StreamId

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
