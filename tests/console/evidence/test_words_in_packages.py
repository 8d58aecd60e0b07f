"""Whatever officers type goes through a whole package: names are safe, texts are what was typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.evidence.names import COVER, is_folder_name, is_safe
from console.legible import drawn_signs, legible
from db.evidence_records import MaskKey, MaskWanted, PackageExtras
from db.records import CameraId
from db.store import Store
from tests.console.evidence.covers import pdf_text, squeezed
from tests.console.evidence.press import ALL, Press, names, told
from tests.console.evidence.test_script_checker import run
from tests.fakes import FakeClock

NASTY = {
    "NFC": "Công an phường Ỷ La, Đắk Lắk, tổ 12",
    "NFD": unicodedata.normalize("NFD", "Nguyễn Thị Ánh Tuyết, phường Ỷ La"),
    "a path": "../../etc/passwd ..\\..\\x",
    "a device": "CON",
    "an emoji": "chợ \N{GRINNING FACE} đêm",
    "markup": "<b>*_#[x]_* $1 \\u{1F600} @@CASE@@",
    "long": "Đường Lương Ngọc Quyến " * 6,
}


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        press.record(0, 40)
        press.keep()
        yield press


@pytest.mark.parametrize("nasty", NASTY.values(), ids=NASTY)
def test_what_is_typed_stands_in_the_package_and_in_no_name(press: Press, nasty: str) -> None:
    short = nasty[:80]
    with press.store.begin() as unit:
        camera = unit.fleet.camera(CameraId(1))
        unit.fleet.change_camera(
            camera.id, number=camera.number, name=short, cluster_id=camera.cluster_id
        )
    case = press.opened(title=nasty)
    mask = MaskWanted(camera_id=CameraId(1), keys=(MaskKey(0, (0, 0, 100, 100)),), why=short)

    package = press.printed(
        press.line(0, 40),
        forms=ALL,
        incident_id=case.id,
        unit=nasty,
        person=nasty,
        purpose=nasty,
        legal_basis=nasty,
        recipient=nasty,
        paper_number=short,
        extras=PackageExtras(masks=(mask,), medium=short, seal_number=short, witnesses=2),
    )

    assert is_folder_name(package.name)
    assert list(press.usb.iterdir()) == [package]
    paths = [path for path in names(package) if (package / path).is_file()]
    assert all(is_safe(path) and path.isascii() for path in paths)
    text, drawn = pdf_text((package / COVER).read_bytes()), drawn_signs()
    for typed in (nasty, short):
        assert squeezed(legible(typed.strip(), drawn)) in text
    manifest = told(package)
    kept = " ".join(unicodedata.normalize("NFC", nasty).split())
    assert manifest.request.reason == kept
    assert manifest.case.title == kept
    assert run(package, "--json").returncode == 0


def test_signs_that_turn_text_round_never_get_in(press: Press) -> None:
    """They are refused or taken out where they are typed; a name in the store may have them."""
    with press.store.begin() as unit:
        camera = unit.fleet.camera(CameraId(1))
        name = "Cổng \N{RIGHT-TO-LEFT OVERRIDE}gpj.4pm"
        unit.fleet.change_camera(
            camera.id, number=camera.number, name=name, cluster_id=camera.cluster_id
        )

    package = press.printed(press.line(0, 40), forms=ALL)

    assert all(is_safe(path) for path in names(package))
    assert squeezed("[U+202E]") in pdf_text((package / COVER).read_bytes())
