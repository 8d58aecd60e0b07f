"""The files that cases have beside the store: stills, attachments, exhibits, papers of requests."""

from __future__ import annotations

from enum import StrEnum

from db.structs import Frozen


class FileKind(StrEnum):
    """What a file is to a case; the word is the folder below the data folder."""

    STILL = "stills"
    ATTACHMENT = "attachments"
    EXHIBIT = "exhibits"
    REQUEST = "requests"


class CaseFile(Frozen):
    """A file as its row tells of it: ``file`` is below its kind's folder, ``sha256`` in hex.

    ``size_bytes`` is None of a still, whose row does not say.
    """

    kind: FileKind
    file: str
    sha256: str
    size_bytes: int | None
