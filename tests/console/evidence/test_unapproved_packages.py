"""A package that was exported before it was approved says so, to whoever reads it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from console.evidence.names import COVER, COVER_TO_EDIT
from db.store import Store
from tests.console.evidence.covers import docx_text, pdf_text, squeezed
from tests.console.evidence.press import NATIVE, Press, told
from tests.fakes import FakeClock

DAY = timedelta(days=1)


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        press.record(0, 60)
        press.keep()
        yield press


def test_cover_and_manifest_tell_that_nobody_had_approved_it(
    press: Press, clock: FakeClock
) -> None:
    press.urgent_export = True
    asked = press.asked(wanted=(press.line(0, 60),), forms=NATIVE, urgent=True)
    press.queue.add(asked.id, str(press.usb))
    approve_by = clock.now() + DAY

    package = press.folder_of(press.make())

    request = told(package).request
    assert (request.exported_first, request.approve_by) == (True, approve_by)
    assert [each.part for each in told(package).people] == ["made"]
    sentence = (
        "Chưa được phê duyệt (trích xuất khẩn, phải được phê duyệt trước"
        f" {approve_by:%H} giờ {approve_by:%M} phút, ngày"
    )
    assert squeezed(sentence) in pdf_text((package / COVER).read_bytes())
    assert squeezed(sentence) in docx_text((package / COVER_TO_EDIT).read_bytes())


def test_one_that_was_exported_first_and_is_approved_by_now_names_who_did(press: Press) -> None:
    press.urgent_export = True
    asked = press.asked(wanted=(press.line(0, 60),), forms=NATIVE, urgent=True)
    press.queue.add(asked.id, str(press.usb))
    press.sign_in(press.boss)
    press.approvals.approve(asked.id)

    package = press.folder_of(press.make())

    request = told(package).request
    assert (request.exported_first, request.approve_by) == (False, None)
    assert [each.part for each in told(package).people] == ["made", "approved"]
    cover = pdf_text((package / COVER).read_bytes())
    assert squeezed("Chưa được phê duyệt") not in cover
    assert squeezed(press.boss.name) in cover
