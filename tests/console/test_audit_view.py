"""The log as it is read, searched and taken along."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from console.audit import Act, Audit
from console.audit_breaks import Kind
from console.audit_export import AuditExport
from console.audit_sheet import PAPER_ENTRIES, Wording
from console.audit_view import AuditLog
from console.errors import Cancelled, ExportTooLarge, VaultLocked
from console.gate import Gate, Session
from console.heads import Claim, Heads
from console.inspection import Inspection
from console.paper_code import grouped, read_groups
from console.secret import Secret
from console.workers import Stop
from db import structs
from db.records import DeviceKind, Entry, Named, Officer, Role, TrailQuery
from db.store import Store
from tests.console.officers import Post, post
from tests.console.trails import Safe
from tests.fakes import FakeClock

WORDS = Wording(
    title="Nhật ký hệ thống",
    columns=("Số", "Lúc", "Cán bộ", "Máy", "Việc", "Đối tượng", "Chi tiết", "Mã băm"),
    period="Từ {since} đến {until}",
    made="Lập lúc {at}",
    head="Đầu nhật ký {seq}: {groups}",
    unsigned="Chưa có khoá",
    ever="nay",
    console="Bàn trực",
    erased="đã xoá",
    acts={Act.CAMERA_CHANGED: "Sửa camera"},
    subjects={"camera": "Camera", "officer": "Cán bộ"},
    zone=timezone(timedelta(hours=7)),
)
ALL = TrailQuery()


def heedless(_done: int, _total: int) -> None:
    """Nobody asks how far it is."""


class Shut(Safe):
    """A vault whose key is gone."""

    def secret(self, name: str) -> Secret | None:
        raise VaultLocked(name)


@dataclass(frozen=True)
class Office:
    """A station with its log's services, where officers may sign in."""

    store: Store
    clock: FakeClock
    post: Post
    audit: Audit
    heads: Heads
    log: AuditLog
    export: AuditExport

    def officer(self, name: str, role: Role = Role.DUTY) -> Officer:
        with self.store.begin() as unit:
            return unit.officers.add(
                name=name,
                role=role,
                teams=(),
                password_hash="unused",
                one_time_until=None,
                created_at=self.clock.now(),
            )

    def auditor(self) -> None:
        """Somebody who may read and export sits here from now on."""
        officer = self.officer("Kiểm", Role.AUDITOR)
        now_s = self.clock.monotonic_s()
        self.post.seat.take(
            Session(
                officer_id=officer.id, epoch=officer.epoch, signed_in_s=now_s, confirmed_s=now_s
            )
        )

    def write(self, act: Act, subject: str, subject_id: int, **fields: str) -> Entry:
        with self.store.begin() as unit:
            return self.audit.write(unit, act, subject, subject_id, **fields)  # type: ignore[arg-type]


def office_over(store: Store, clock: FakeClock, safe: Safe) -> Office:
    its = post(store, clock)
    audit = Audit(its.seat, clock, "TRUC-1")
    gate = Gate(store, its.seat, clock, lambda *_: None)
    heads = Heads(store, safe, audit, clock)
    return Office(
        store=store,
        clock=clock,
        post=its,
        audit=audit,
        heads=heads,
        log=AuditLog(store, gate, audit, heads, Inspection(store, heads)),
        export=AuditExport(store, gate, audit, heads, clock, lambda: "Công an phường Túc Duyên"),
    )


@pytest.fixture
def office(store: Store, clock: FakeClock) -> Office:
    return office_over(store, clock, Safe())


class TestSearch:
    def test_names_are_those_of_today_and_the_erased_have_none(self, office: Office) -> None:
        lan, minh = office.officer("Lan"), office.officer("Minh")
        with office.store.begin() as unit:
            for officer in (lan, minh):
                office.audit.write(
                    unit, Act.OFFICER_CHANGED, "officer", minh.id, officer_id=officer.id
                )
            unit.officers.erase(minh.id)
        office.auditor()

        by_minh, by_lan = office.log.search(ALL)

        assert (by_lan.officer, by_lan.erased) == ("Lan", False)
        assert (by_minh.officer, by_minh.erased) == ("", True)
        assert by_lan.subject == Named(number=None, name="")

    def test_what_the_console_did_itself_was_nobody_who_was_erased(self, office: Office) -> None:
        office.write(Act.CAMERA_CHANGED, "camera", 99)

        (found,) = office.log.search(ALL)

        assert (found.officer, found.erased, found.subject) == ("", False, None)

    def test_a_camera_is_named_by_its_number_and_name(self, office: Office) -> None:
        with office.store.begin() as unit:
            cluster = unit.fleet.add_cluster(number=1, name="Chợ Túc Duyên", team_id=None)
            device = unit.fleet.add_device(
                kind=DeviceKind.CAMERA, host="10.0.0.7", username="admin"
            )
            camera = unit.fleet.add_camera(
                number=12, name="Cổng", cluster_id=cluster.id, device_id=device.id, streams=()
            )
        office.write(Act.CAMERA_ADDED, "camera", camera)
        office.write(Act.CLUSTER_ADDED, "cluster", cluster.id)

        names = [found.subject for found in office.log.search(ALL)]

        assert names == [Named(number=1, name="Chợ Túc Duyên"), Named(number=12, name="Cổng")]

    def test_pages_go_on_where_the_last_one_ended(self, office: Office) -> None:
        for camera_id in range(1, 6):
            office.clock.pass_(seconds=1)
            office.write(Act.CAMERA_CHANGED, "camera", camera_id)

        first = office.log.search(TrailQuery(limit=2))
        second = office.log.search(TrailQuery(limit=2, before=first[-1].entry.seq))

        assert [shown.entry.subject_id for shown in first + second] == [5, 4, 3, 2]
        assert office.log.count(ALL) == 5


class TestHead:
    def test_head_and_key_are_told_in_groups(self, office: Office) -> None:
        fingerprint = office.heads.enrol()
        signed = office.heads.sign_head("daily")
        last = office.write(Act.CAMERA_CHANGED, "camera", 1)

        head = office.log.head()

        assert signed is not None
        assert (head.seq, head.hash, head.groups) == (last.seq, last.hash, grouped(last.hash))
        assert (head.signed_seq, head.signed_at) == (signed.seq, signed.at)
        assert head.key_groups == grouped(fingerprint)

    def test_a_new_log_has_a_head_of_zeros_and_no_key(self, office: Office) -> None:
        head = office.log.head()

        assert (head.seq, head.groups) == (0, grouped("0" * 64))
        assert (head.signed_seq, head.signed_at, head.key_groups) == (0, None, "")


class TestVerify:
    def test_what_came_out_is_logged(self, office: Office) -> None:
        office.write(Act.CAMERA_CHANGED, "camera", 1)

        verdict = office.log.verify(stop=Stop(), progressed=heedless)

        assert verdict.whole
        (entry,) = office.post.log(Act.AUDIT_VERIFIED)
        assert json.loads(entry.detail) == {
            "entries": 1,
            "fault": "",
            "fault_seq": None,
            "vouched_to": 0,
        }

    def test_groups_from_paper_are_compared(self, office: Office) -> None:
        noted = office.write(Act.CAMERA_CHANGED, "camera", 1)
        typed = read_groups(grouped(noted.hash).lower())

        right = office.log.verify(paper=(Claim(1, groups=typed),), stop=Stop(), progressed=heedless)
        wrong = office.log.verify(paper=(Claim(9, groups=typed),), stop=Stop(), progressed=heedless)

        assert right.whole
        assert wrong.fault is not None
        assert wrong.fault.kind is Kind.CUT_OFF
        assert json.loads(office.post.log(Act.AUDIT_VERIFIED)[-1].detail)["fault"] == "cut_off"

    def test_it_goes_without_a_vault_that_is_shut(self, store: Store, clock: FakeClock) -> None:
        office = office_over(store, clock, Shut())

        verdict = office.log.verify(stop=Stop(), progressed=heedless)

        assert verdict.whole
        assert not verdict.anchored


class TestExport:
    @pytest.fixture
    def office(self, office: Office) -> Office:
        office.heads.enrol()
        lan = office.officer("=Lan()")
        with office.store.begin() as unit:
            for camera_id in (7, 8):
                office.clock.pass_(minutes=1)
                office.audit.write(
                    unit,
                    Act.CAMERA_CHANGED,
                    "camera",
                    camera_id,
                    officer_id=lan.id,
                    fields=["name", "port"],
                )
        office.auditor()
        return office

    def test_a_workbook_holds_what_was_asked_for_and_the_head_that_vouches_for_it(
        self, office: Office, tmp_path: Path
    ) -> None:
        path = tmp_path / "log.xlsx"
        acts = TrailQuery(
            acts=frozenset({Act.CAMERA_CHANGED}), since=office.clock.now() - timedelta(hours=1)
        )

        count = office.export.export_workbook(path, acts, WORDS, stop=Stop(), progressed=heedless)

        rows = list(load_workbook(path)["Nhật ký hệ thống"].values)
        with office.store.read() as unit:
            head = unit.trail.last_signed()
        assert count == 2
        assert head is not None
        assert head.reason == "export"
        assert [row[0] for row in rows[:6]] == [
            "Công an phường Túc Duyên",
            "Nhật ký hệ thống",
            "Từ 2026-03-15 02:02:00.000+07:00 đến nay",
            "Lập lúc 2026-03-15 03:02:00.000+07:00",
            f"Đầu nhật ký 4: {grouped(head.hash)}",
            "Số",
        ]
        assert rows[6][:7] == (
            3,
            "2026-03-15 03:02:00.000+07:00",
            "=Lan() (#1)",
            "TRUC-1",
            "Sửa camera",
            "Camera (#8)",
            '{"fields":["name","port"]}',
        )
        assert rows[7][0] == 2

    def test_the_log_is_told_what_was_taken_along(self, office: Office, tmp_path: Path) -> None:
        path = tmp_path / "log.xlsx"
        office.export.export_workbook(path, ALL, WORDS, stop=Stop(), progressed=heedless)

        (entry,) = office.post.log(Act.AUDIT_EXPORTED)
        assert json.loads(entry.detail) == {
            "entries": 4,
            "form": "xlsx",
            "head_seq": 4,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        assert office.log.verify(stop=Stop(), progressed=heedless).whole

    def test_a_paper_has_station_period_head_and_pages(
        self, office: Office, tmp_path: Path
    ) -> None:
        path = tmp_path / "log.pdf"
        for camera_id in range(60):
            office.write(Act.CAMERA_CHANGED, "camera", camera_id)

        count = office.export.export_paper(path, ALL, WORDS, stop=Stop(), progressed=heedless)

        with office.store.read() as unit:
            head = unit.trail.last_signed()
        assert head is not None
        pages = [page.extract_text() for page in PdfReader(path).pages]
        assert count == 64
        assert len(pages) > 1
        assert "Công an phường Túc Duyên" in pages[0]
        assert "Từ nay đến nay" in pages[0]
        for number, page in enumerate(pages, start=1):
            assert f"Đầu nhật ký {head.seq}: {grouped(head.hash)}" in page
            assert f"{number} / {len(pages)}" in page
            assert "Đối tượng" in page
        assert "=Lan() (#1)" in pages[-1]

    def test_markup_in_a_name_is_text_on_paper(self, office: Office, tmp_path: Path) -> None:
        path = tmp_path / "log.pdf"
        words = replace(WORDS, title='#panic("no") $x$ [', console="*b*\u202e")

        office.export.export_paper(path, ALL, words, stop=Stop(), progressed=heedless)

        text = PdfReader(path).pages[0].extract_text()
        assert '#panic("no") $x$ [' in text
        assert r"*b*\u202e" in text

    def test_too_much_for_a_paper_is_refused(self, office: Office, tmp_path: Path) -> None:
        entry = office.write(Act.CAMERA_CHANGED, "camera", 1)
        with office.store.begin() as unit:
            more = range(entry.seq + 1, PAPER_ENTRIES + 2)
            unit.trail.append_many([structs.replace(entry, seq=seq) for seq in more])
            head = unit.trail.head()
        path = tmp_path / "log.pdf"

        with pytest.raises(ExportTooLarge) as caught:
            office.export.export_paper(path, ALL, WORDS, stop=Stop(), progressed=heedless)

        assert caught.value.most == PAPER_ENTRIES
        assert not path.exists()
        with office.store.read() as unit:
            assert unit.trail.head() == head

    def test_an_export_that_is_given_up_leaves_nothing(
        self, office: Office, tmp_path: Path
    ) -> None:
        folder = tmp_path / "out"
        folder.mkdir()
        stop = Stop()
        stop.set()

        with pytest.raises(Cancelled):
            office.export.export_workbook(
                folder / "log.xlsx", ALL, WORDS, stop=stop, progressed=heedless
            )

        assert list(folder.iterdir()) == []
        assert office.post.log(Act.AUDIT_EXPORTED) == []

    def test_a_folder_that_is_not_there_is_told(self, office: Office, tmp_path: Path) -> None:
        with pytest.raises(OSError, match="nowhere"):
            office.export.export_workbook(
                tmp_path / "nowhere" / "log.xlsx", ALL, WORDS, stop=Stop(), progressed=heedless
            )

    def test_without_a_key_it_says_so(self, store: Store, clock: FakeClock, tmp_path: Path) -> None:
        office = office_over(store, clock, Safe())
        path = tmp_path / "log.xlsx"

        office.export.export_workbook(path, ALL, WORDS, stop=Stop(), progressed=heedless)

        values = [row[0] for row in load_workbook(path)["Nhật ký hệ thống"].values]
        assert "Chưa có khoá" in values
