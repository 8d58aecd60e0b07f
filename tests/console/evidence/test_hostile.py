"""Whatever lies in a package, looking at it ends, and ends in an answer."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress

import pytest

from console.evidence import extract, manifest_text, signing, stamp, sums
from console.evidence.problems import ManifestBroken
from console.evidence.stamp import StampBad
from console.seal import StationKey
from tests.console.evidence.spoiling import spoiled
from tests.console.evidence.telling import HANOI, entries, manifest

TRIES = 400
KEY = StationKey.make()
CERTIFICATE = KEY.certificate()
SIGNATURE = KEY.sign_detached(b"", CERTIFICATE)
LOG = manifest().log


def read_manifest(content: bytes) -> None:
    with suppress(ManifestBroken):
        manifest_text.read(content)


def verify_stamp(content: bytes) -> None:
    with suppress(StampBad):
        stamp.verified(content, b"")


# The library only warns of some certificates; one day it will refuse them.
@pytest.mark.filterwarnings("ignore:Parsed a serial number")
@pytest.mark.parametrize(
    ("whole", "look"),
    [
        (sums.written({"goc/a.mp4": "ab" * 32, "thong-tin.json": "cd" * 32}), sums.parsed),
        (manifest_text.rendered(manifest(), HANOI), read_manifest),
        (extract.written(entries()), lambda content: extract.faults_of(content, LOG)),
        (SIGNATURE, lambda content: signing.faults_of(b"", content, CERTIFICATE)),
        (CERTIFICATE, lambda content: signing.faults_of(b"", SIGNATURE, content)),
        (SIGNATURE, verify_stamp),
    ],
    ids=["sums", "manifest", "log", "signature", "certificate", "stamp"],
)
def test_nothing_that_was_made_to_hurt_does(whole: bytes, look: Callable[[bytes], object]) -> None:
    chance = random.Random(20261127)

    for _ in range(TRIES):
        look(spoiled(whole, chance))
