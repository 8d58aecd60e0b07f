"""What ``ward-console export`` says: progress on stderr, what came of it on stdout."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from console.events import ExportMoved, MakingStep
from console.evidence import sums
from console.evidence.medium import small
from console.evidence.names import SUMS
from console.evidence.preview_records import Preview, Remark
from console.paper_code import in_fours
from db.evidence_records import Missing, Package, Request, RequestState, request_number_text
from db.records import CameraId

Numbers = Mapping[CameraId, int]
_MB = 1_000_000
_STEPS = {
    MakingStep.LOOKING: "looking",
    MakingStep.COPYING: "copying",
    MakingStep.VIEWING: "viewing copies",
    MakingStep.STILLS: "stills",
    MakingStep.PAPERS: "papers",
    MakingStep.CHECKING: "reading back",
}
_REMARKS = {
    Remark.HEVC: "H.265, which many players do not show; the viewing copy they do",
    Remark.PICTURE_CHANGES: "its size or codec changes: there will be more than one file",
    Remark.SOUND: "sound is recorded with it",
    Remark.OTHER_ROLE: "nothing of that stream is on disk: the other one is taken",
    Remark.STILL_RECORDING: "its end is still being recorded",
}


def say(sentence: str) -> None:
    """One line on stderr.  Any thread."""
    print(f"ward-console: {sentence}", file=sys.stderr, flush=True)


class Progress:
    """Says a step, and each tenth of the work.  Whatever thread tells of it, one at a time."""

    def __init__(self) -> None:
        self._told: tuple[MakingStep, int] | None = None

    def moved(self, event: ExportMoved) -> None:
        """The package got further."""
        share = 100 * event.done // event.total if event.total else 0
        told = (event.step, share // 10)
        if told != self._told:
            self._told = told
            left = "" if event.left_s is None else f", {event.left_s:.0f} s left"
            say(f"{_STEPS[event.step]}: {share} %{left}")


def preview(found: Preview, numbers: Numbers) -> None:
    """What will lack, and what was exported before, on stderr: before anything is begun."""
    for line in found.lines:
        camera = _camera(line.wanted.camera_id, numbers)
        for each in line.missing:
            say(_missing(each, numbers))
        for remark in line.remarks:
            say(f"{camera}: {_REMARKS[remark]}")
        if line.exported.count:
            times = f"{line.exported.count} times" if line.exported.count > 1 else "once"
            at = line.exported.last_at
            last = "" if at is None else f", last {_stamp(at)}"
            say(f"{camera}: of this it was exported before, {times}{last}")


def waiting(request: Request, out: Path, *, as_json: bool) -> None:
    """It is not approved yet."""
    number = _number(request)
    if as_json:
        _print({"request": number, "state": str(request.state), "package": None})
    say(
        f"{number} waits for the chief's approval; then: "
        f"ward-console export --request {number} --out {out}"
    )


def failed(request: Request, package: Package, *, as_json: bool) -> None:
    """There is no package."""
    if as_json:
        state = str(package.outcome)
        told = {"request": _number(request), "state": state, "package": None}
        _print({**told, "cause": package.cause})
    say(f"{_number(request)}: no package was made: {package.cause}")


def made(request: Request, package: Package, numbers: Numbers, *, as_json: bool) -> None:
    """There it lies."""
    assert package.made is not None
    folder = Path(package.target) / package.made.folder
    files = list(_files(folder))
    if as_json:
        _print(
            {
                "request": _number(request),
                "state": str(RequestState.MADE),
                "package": package.uuid,
                "folder": str(folder),
                "files": files,
                "missing": [_plain(each, numbers) for each in package.made.missing],
                "viewing_missing": [_plain(each, numbers) for each in package.made.viewing_missing],
                "sums_sha256": package.made.sums_sha256,
                "fingerprint": package.made.signer_sha256,
            }
        )
        return
    size = sum(each["bytes"] for each in files)
    print(f"request:     {_number(request)}")
    print(f"package:     {folder}")
    print(f"files:       {len(files)}, {size / _MB:.1f} MB")
    for each in package.made.missing:
        print(f"missing:     {_missing(each, numbers)}")
    for each in package.made.viewing_missing:
        print(f"not in xem/: {_missing(each, numbers)}")
    print(f"SHA256SUMS:  {package.made.sums_sha256}")
    print(f"fingerprint: {in_fours(package.made.signer_sha256)}")


def _files(folder: Path) -> Iterator[dict[str, Any]]:
    """Those of SHA256SUMS, which was read back a moment ago."""
    hashes, _ = sums.parsed(small(folder / SUMS, sums.LARGEST_BYTES) or b"")
    for path, sha256 in sorted(hashes.items()):
        yield {"path": path, "bytes": (folder / path).stat().st_size, "sha256": sha256}


def _plain(missing: Missing, numbers: Numbers) -> dict[str, Any]:
    return {
        "camera": numbers.get(missing.camera_id),
        "from": _stamp(missing.span.start),
        "to": _stamp(missing.span.end),
        "cause": missing.cause,
    }


def _missing(missing: Missing, numbers: Numbers) -> str:
    span = f"{_stamp(missing.span.start)} to {_stamp(missing.span.end)}"
    return f"{_camera(missing.camera_id, numbers)}: nothing of {span}: {missing.cause}"


def _camera(camera_id: CameraId, numbers: Numbers) -> str:
    number = numbers.get(camera_id)
    return "a removed camera" if number is None else f"camera {number}"


def _number(request: Request) -> str:
    return request_number_text(request.year, request.number)


def _stamp(at: datetime) -> str:
    return at.astimezone().isoformat(timespec="seconds")


def _print(told: Mapping[str, Any]) -> None:
    print(json.dumps(told, indent=2, ensure_ascii=False, sort_keys=True))
