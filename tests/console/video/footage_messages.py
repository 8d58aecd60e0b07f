"""One message of each kind about recording and review."""

from __future__ import annotations

from console.events import ExhibitState, Thinning, TileAt, TileState, VolumeFigures
from console.video import wire_footage as say
from console.video.evidence_orders import CutFile, Mask, MaskAt, StripWords
from db.footage_records import EndReason, GapCause, Plan, VolumeId
from db.records import CameraId, StreamRole

GATE = CameraId(7)
START_US = 1_790_000_000_000_000
ORDER = say.RecordOrder(GATE, StreamRole.MAIN, Plan.WEEKLY, "01" * 84, True, 2, 0)
VOLUME = say.VolumeOrder(VolumeId(1), "/srv/hình", 5 << 30, True)
CUT = CutFile("/srv/cắt.mp4", StreamRole.MAIN, START_US)
SPOT = say.ReviewSpot(0, GATE, 640, 360, 128, None, (0, 0, 10_000, 10_000))


def footage_messages() -> list[say.FootageMessage]:
    """All of them."""
    return [
        say.SetRecording((ORDER,), (VOLUME,)),
        say.SegmentDone(
            camera_id=GATE,
            role=StreamRole.SUB,
            volume_id=VolumeId(1),
            era=0,
            run_us=START_US,
            start_us=START_US,
            duration_us=60_000_000,
            monotonic_ns=5,
            camera_off_us=None,
            frames=900,
            keys=30,
            size_bytes=3_000_000,
            sha256="0" * 64,
            end_reason=EndReason.FULL,
            quicktime=False,
            looks="",
        ),
        say.IndexTold(say.IndexTrouble.UNWRITABLE),
        say.RecordingTold(GATE, StreamRole.SUB, GapCause.NETWORK, START_US),
        say.RecordingFigures(
            volumes=(
                VolumeFigures(
                    volume_id=VolumeId(1),
                    free_bytes=1,
                    footage_bytes=2,
                    trouble=GapCause.DISK_FULL,
                ),
            ),
            lines=(say.LineUse(GATE, 12),),
            oldest_us=None,
            bytes_a_day=0,
            only_held=False,
        ),
        say.ReviewShow(1, 4096, "", (SPOT,), START_US),
        say.ReviewGo(1, None, -16.0, True),
        say.ReviewStep(1, -1),
        say.ReviewSound(1, None),
        say.ReviewClose(1),
        say.ReviewEase(True),
        say.ReviewAvoid((say.FileStart(GATE, START_US),)),
        say.ReviewAt(
            1,
            START_US,
            1.0,
            3,
            (TileAt(0, TileState.GAP, 0, StreamRole.SUB, Thinning.NONE),),
        ),
        say.Cut(9, GATE, StreamRole.SUB, START_US, START_US + 1, "/srv/cắt.mp4", facts=True),
        say.Cut(9, GATE, StreamRole.SUB, START_US, START_US + 1, "/srv/cắt.mp4", silent=True),
        say.Snapshot(10, GATE, START_US, "/srv/ảnh.png", CUT),
        say.Snapshot(10, GATE, START_US, "/srv/ảnh.png", role=StreamRole.SUB),
        say.View(
            job=11,
            camera_id=GATE,
            role=StreamRole.MAIN,
            start_us=START_US,
            end_us=START_US + 1,
            target="/srv/xem.mp4",
            words=StripWords("Cổng chợ", "VV-2026-000123", 420),
            masks=(Mask((MaskAt(START_US, (0.0, 0.25, 0.5, 1.0)),), START_US, None),),
        ),
        say.CancelJob(9),
        say.JobTold(9, 1, 2, True, "", "{}"),
        say.ExhibitOpen(4096, "", 640, 360, 128, "/media/đầu ghi/a.dav"),
        say.ExhibitGo(None, 0.5),
        say.ExhibitStep(),
        say.ExhibitSound(True),
        say.ExhibitAt(ExhibitState.PLAYING, 40, 60_000, 1.0, 640, 360),
    ]
