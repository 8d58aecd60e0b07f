"""The manifest of a package, from what was made (E-6 to E-14)."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from functools import cache
from importlib import metadata

from console.build_identity import build_hash
from console.evidence import manifest
from console.evidence.clips import Clip, nominal_fps
from console.evidence.made import Content, Gap, LineMade
from console.evidence.manifest import Manifest
from console.evidence.viewings import Still, Viewed
from console.forms import url_of
from db.evidence_records import MaskWanted, Missing, Package
from db.records import CameraId, Officer, StreamRole, from_us

NAME = "ward-console"
_THOUSANDTHS = 10  # of the numbers of a mask
_LEADS = {"key frame": "keyframe"}


def manifest_of(content: Content, log: manifest.LogTold) -> Manifest:
    """All of it but ``files`` and ``key``, which are for the writer to fill in."""
    known, package = content.known, content.known.package
    return Manifest(
        package=package.uuid,
        made_at=content.made_at,
        program=program(content.ffmpeg),
        case=_case(content),
        request=_request(content),
        people=tuple(_people(content)),
        workstation=manifest.Workstation(
            name=content.workstation,
            id=content.workstation,
            station=content.settings.station_name,
            clock=manifest.PcClock(synchronised=content.clock_synchronised),
        ),
        key="",
        cameras=tuple(_camera(content, camera_id) for camera_id in _cameras(package)),
        lines=tuple(map(_line, content.lines)),
        clips=tuple(_clip(content, each) for each in content.clips()),
        viewing=tuple(_viewing(content, each) for each in content.viewed()),
        stills=tuple(map(_still, content.stills)),
        stills_missing=tuple(
            manifest.StillMissing(camera=each.camera_id, at=from_us(each.at_us))
            for each in content.stills_missing
        ),
        earlier=tuple(_earlier(each) for each in known.earlier),
        log=log,
    )


@cache
def program(ffmpeg: str) -> manifest.Program:
    """What makes packages here; ``ffmpeg`` is the version that the engine told."""
    return manifest.Program(
        name=NAME,
        version=_version(NAME),
        build=build_hash(),
        python=platform.python_version(),
        os=platform.platform(),
        ffmpeg=ffmpeg,
        pyav=_version("av"),
    )


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _case(content: Content) -> manifest.Case:
    """What is written about a restricted case stays at the station."""
    incident = content.known.incident
    return manifest.Case(
        number=content.known.case,
        incident=None if incident is None else incident.id,
        title="" if incident is None or incident.restricted else incident.title,
    )


def _request(content: Content) -> manifest.Request:
    known, request = content.known, content.known.request
    if request is None:
        return manifest.Request(unit="", reason="", basis="")
    return manifest.Request(
        unit=request.unit,
        reason=request.purpose,
        basis=request.legal_basis,
        number=request.paper_number,
        asked_at=known.asked_at,
        exported_first=known.is_first,
        approve_by=request.approve_by if known.is_first else None,
    )


def _people(content: Content) -> Iterable[manifest.Person]:
    parts = (
        (manifest.Part.MADE, content.known.maker),
        (manifest.Part.APPROVED, content.known.approver),
    )
    return (_person(content, part, who) for part, who in parts if who is not None)


def _person(content: Content, part: manifest.Part, who: Officer) -> manifest.Person:
    return manifest.Person(
        part=part, id=who.id, name=who.name, role=who.role, unit=content.settings.station_name
    )


def _cameras(package: Package) -> list[CameraId]:
    return sorted({each.camera_id for each in package.wanted})


def _camera(content: Content, camera_id: CameraId) -> manifest.CameraTold:
    camera = content.known.cameras.get(camera_id)
    if camera is None:  # it was removed; its footage is still there
        return manifest.CameraTold(id=camera_id, number=None, name="", cluster="")
    role = next(
        (each.line.role for each in content.lines if each.line.wanted.camera_id == camera_id),
        StreamRole.MAIN,
    )
    return manifest.CameraTold(
        id=camera_id,
        number=camera.number,
        name=camera.name,
        cluster=content.known.clusters.get(camera.cluster_id, ""),
        url=url_of(camera, role),
    )


def _line(made: LineMade) -> manifest.LineTold:
    wanted = made.line.wanted
    files: Iterable[Clip | Viewed] = made.clips or made.viewed or made.around
    return manifest.LineTold(
        camera=wanted.camera_id,
        wanted_stream=wanted.role,
        stream=made.line.role,
        start=wanted.span.start,
        end=wanted.span.end,
        files=tuple(each.path for each in files),
        missing=tuple(map(_gap, made.missing)),
        viewing_missing=tuple(map(_gap, made.viewing_missing)),
        changed=tuple(
            manifest.ChangedFile(
                file=each.file,
                start=from_us(each.start_us),
                end=from_us(each.end_us),
                sha256=each.sha256,
                found_sha256=each.found_sha256,
            )
            for each in made.changed
        ),
    )


def _gap(missing: Missing) -> manifest.Gap:
    return manifest.Gap(start=missing.span.start, end=missing.span.end, cause=missing.cause)


def _gaps(content: Content, path: str) -> tuple[manifest.Gap, ...]:
    gaps: Iterable[Gap] = (gap for line in content.lines for gap in line.gaps)
    return tuple(_gap(gap.missing) for gap in gaps if gap.path == path)


def _clip(content: Content, clip: Clip) -> manifest.Clip:
    native, clocks = clip.native, clip.clocks
    return manifest.Clip(
        path=clip.path,
        camera=clip.line.camera_id,
        wanted_start=clip.wanted.start,
        wanted_end=clip.wanted.end,
        actual_start=from_us(native.start_us),
        actual_end=from_us(native.end_us),
        pre_roll_us=native.lead_us,
        pre_roll_why=_LEADS.get(native.lead_why, native.lead_why),
        time_source=manifest.TimeSource.ARRIVAL,
        camera_offset_us=clocks.offset_us,
        camera_offset_within_us=clocks.within_us,
        clock_steps=tuple(
            manifest.ClockStep(at=from_us(at_us), by_us=by_us) for at_us, by_us in clocks.steps
        ),
        gaps=_gaps(content, clip.path),
        frames=native.frames,
        keyframes=native.keys,
        longest_between_frames_us=native.longest_gap_us,
        decoder_errors=native.damaged,
        codec=native.codec,
        width=native.width,
        height=native.height,
        nominal_fps=nominal_fps(clip),
        container="mov" if clip.quicktime else "mp4",
        nal_chain=native.nal_chain,
        signed_video=manifest.SignedVideo(scheme=native.signed),
        stream=clip.role,
        undecodable=native.undecodable,
        sound=None
        if native.sound is None
        else manifest.SoundTold(
            codec=native.sound.codec,
            rate=native.sound.rate,
            channels=native.sound.channels,
            whole=native.sound.whole,
        ),
        sound_left_out=clip.sound_left_out,
    )


def _viewing(content: Content, viewed: Viewed) -> manifest.Viewing:
    return manifest.Viewing(
        path=viewed.path,
        of=tuple(
            clip.path
            for clip in content.clips()
            if clip.line == viewed.line and clip.wanted.meets(viewed.span)
        ),
        start=from_us(viewed.start_us),
        end=from_us(viewed.end_us),
        masks=tuple(_mask(each, viewed) for each in viewed.masks if _hides(each, viewed)),
        camera=viewed.line.camera_id,
        stream=viewed.role,
        gaps=_gaps(content, viewed.path),
        frames=viewed.frames,
        doubtful=viewed.doubtful,
    )


def _hides(mask: MaskWanted, viewed: Viewed) -> bool:
    """Whether a mask holds while there is a picture."""
    begins_late = mask.start_us is not None and mask.start_us >= viewed.end_us
    return not begins_late and (mask.end_us is None or mask.end_us > viewed.start_us)


def _mask(mask: MaskWanted, viewed: Viewed) -> manifest.Mask:
    """The rectangle around a mask, in whole thousandths to the outside, as far as the copy goes."""
    across = [number for key in mask.keys for number in key.shape[::2]]
    down = [number for key in mask.keys for number in key.shape[1::2]]
    x, y = min(across) // _THOUSANDTHS, min(down) // _THOUSANDTHS
    start_us, end_us = viewed.start_us, viewed.end_us
    return manifest.Mask(
        x=x,
        y=y,
        width=-(-max(across) // _THOUSANDTHS) - x,
        height=-(-max(down) // _THOUSANDTHS) - y,
        start=from_us(start_us if mask.start_us is None else max(mask.start_us, start_us)),
        end=from_us(end_us if mask.end_us is None else min(mask.end_us, end_us)),
        why=mask.why,
        keys=len(mask.keys),
    )


def _still(still: Still) -> manifest.Still:
    return manifest.Still(
        path=still.path,
        of=still.clip.path,
        frame=still.frame,
        pts=still.pts,
        at=from_us(still.at_us),
        timescale=still.timescale,
    )


def _earlier(package: Package) -> manifest.Earlier:
    made = package.made
    assert made is not None
    assert package.ended_at is not None
    return manifest.Earlier(
        package=package.uuid, made_at=package.ended_at, sums_sha256=made.sums_sha256
    )
