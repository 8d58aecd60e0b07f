"""Cases: the list, filters, a new one, one that is picked, figures, and what hangs on a case."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from console.app import Console
from console.events import Reason, StreamState
from console.exhibits import ExhibitForm
from console.incident_rules import IncidentForm
from console.outcomes import OutcomeForm
from console.workers import Stop
from db.case_records import Incident, IncidentState, OutcomeKind, Severity
from db.incident_records import IncidentQuery
from db.structs import replace
from tests import wards
from tests.fakes import FakeClock
from tests.screenshots.holds import found
from tests.screenshots.people import CHIEF, LONGEST, by, staffed
from tests.screenshots.stand import Scene, Size, in_day, play, street, taken
from tests.ui.boxes import pick, put
from tests.ui.stage import Stage, wait_for
from ui.cases.counts_dialog import CountsDialog
from ui.cases.list_page import CasesPage
from ui.cases.new_dialog import NewIncidentDialog
from ui.cases.pick_dialog import PickDialog
from ui.cases.section import Section
from ui.cases.sections.bookmark_dialogs import AddBookmarks
from ui.cases.sections.bookmarks import BookmarksSection
from ui.cases.sections.files import FilesSection
from ui.cases.sections.links import LinksSection
from ui.cases.sections.outcome_form import OutcomeDialog
from ui.cases.sections.outcomes import OutcomesSection

_DAY = timedelta(days=1)
_TITLES = (
    "Mất xe máy Honda Wave 20-B1 123.45 trước cổng chợ",
    "Va chạm giữa xe máy và ô tô tải, một người bị thương nhẹ",
    "Lấn chiếm lòng lề đường bán hàng rong sau 22 giờ",
    "Nhóm thanh niên gây rối, đuổi nhau bằng hung khí",
    "Cháy thùng rác lan sang bạt che của quầy hàng",
    "Tìm người già đi lạc, mặc áo bà ba nâu",
)
_LONGEST = (
    "Nhóm đối tượng đi nhiều xe máy không biển số tụ tập gây rối trật tự công cộng trước cổng "
    "Trường Trung học cơ sở Nguyễn Tất Thành lúc tan học"
)
_BESIDE = (460, 640)


def staged(folder: Path, size: Size, cases: int) -> tuple[Stage, CasesPage]:
    """The chief before the list; ``cases`` of them are there."""
    wards.made(folder / "station.db")
    stage = Stage(folder, FakeClock(), size=size, prepare=staffed)
    by(stage, CHIEF)
    play(stage)
    filled(stage.console, cases)
    stage.window.activateWindow()
    stage.window.show_page("cases")
    page = stage.window.pages.page("cases")
    assert isinstance(page, CasesPage)
    wait_for(lambda: bool(page.rows.lines) or not cases)
    wait_for(lambda: bool(page.filters.category.found("")))
    return stage, page


def filled(console: Console, count: int) -> list[Incident]:
    """Cases of every state, severity and age; the first has the longest names."""
    now, tree = console.clock.now(), console.categories.tree()
    view, made = console.fleet.view(), []
    longest = view.clusters[-1].id
    officers = {name: id_ for id_, name in console.incidents.names().items()}
    with console._store.begin() as unit:
        cluster = unit.fleet.cluster(longest)
        name = "Cụm ngã tư Cách Mạng Tháng Tám - Lương Ngọc Quyến, trước cổng trường"
        unit.fleet.change_cluster(replace(cluster, name=name))
    for number in range(count):
        first = number == 0
        incident = console.incidents.open(
            IncidentForm(
                title=_LONGEST if first else _TITLES[number % len(_TITLES)],
                category_id=tree[number % len(tree)].id,
                began_at=now - timedelta(minutes=40) - number * timedelta(hours=7, minutes=13),
                cluster_id=longest if first else view.clusters[number % 7].id,
                severity=(Severity.URGENT, None, Severity.SERIOUS)[number % 3],
                assigned_to=officers[LONGEST] if first else (None, officers[CHIEF])[number % 2],
                due_on=(now + (3 - number) * _DAY).date() if number < 8 else None,
                restricted=True if number == 3 else None,
            )
        )
        made.append(incident)
        if number % 4 in (1, 2):
            console.incident_review.submit(incident.id, incident.version)
        if number % 8 == 2:
            console.incident_review.give_back(incident.id, "Ghi rõ giờ và hướng đi của xe.")
    return made


def listed(size: Size, folder: Path) -> QImage:
    """Many, with the longest names."""
    stage, _ = staged(folder, size, 60)
    return taken(stage)


def single(size: Size, folder: Path) -> QImage:
    """One, by day."""
    stage, _ = staged(folder, size, 1)
    return in_day(stage, taken)


def empty(size: Size, folder: Path) -> QImage:
    """None yet."""
    stage, _ = staged(folder, size, 0)
    return taken(stage)


def narrowed(size: Size, folder: Path) -> QImage:
    """Open ones of a time, with words."""
    stage, page = staged(folder, size, 60)
    page.filters.state.pick(page.filters.state.found("dang mo")[0][0])
    page.filters.when.setText("7 ngày")
    page.filters.when.editingFinished.emit()
    page.search.setText("xe máy")
    page.renew()
    wait_for(lambda: not page.rows.is_asking and 0 < page.rows.rowCount() < 30)
    return taken(stage)


def unfound(size: Size, folder: Path) -> QImage:
    """None fits; the time is not clear."""
    stage, page = staged(folder, size, 3)
    page.search.setText("cướp tiệm vàng")
    page.filters.when.setText("mai mốt")
    page.filters.when.editingFinished.emit()
    page.renew()
    wait_for(lambda: not page.rows.rowCount())
    return taken(stage)


def new(size: Size, folder: Path) -> QImage:
    """A new one, of a restricted category, with what is wrong beside its fields."""
    stage, page = staged(folder, size, 3)
    with stage.console._store.begin() as unit:
        category = unit.categories.all()[0]
        unit.categories.change(replace(category, restricted=True))
    page.ask_new()
    dialog = found(stage, NewIncidentDialog)
    wait_for(lambda: bool(dialog._tree))
    pick(dialog.category, category.id)
    put(dialog.began, "mai mốt")
    dialog.keep()
    return taken(stage, dialog)


def picked(size: Size, folder: Path) -> QImage:
    """Bookmarks are added to one that is open."""
    stage, _ = staged(folder, size, 40)
    stage.window.show_page("wall")
    stage.console.bookmarks.mark([stage.shown[1]], stage.clock.now())
    panel = stage.window.moments.panel
    panel.begin()
    wait_for(lambda: bool(panel.chosen))
    panel.join_wanted.emit(panel.chosen)
    dialog = found(stage, PickDialog)
    dialog.search.setText("xe máy")
    wait_for(lambda: 0 < dialog.rows.rowCount() < 15)
    return taken(stage, dialog)


def drafts(size: Size, folder: Path) -> QImage:
    """The panel of drafts, of which two are chosen."""
    stage, _ = staged(folder, size, 1)
    stage.window.show_page("wall")
    for place in (1, 2, 3):
        stage.console.bookmarks.mark([stage.shown[place]], stage.clock.now())
    panel = stage.window.moments.panel
    panel.begin()
    wait_for(lambda: panel.list.count() == 3 and panel.describing.categories.count() > 0)
    panel.list.item(1).setSelected(True)
    return taken(stage)


def figures(size: Size, folder: Path) -> QImage:
    """What came of the cases, and those behind a figure."""
    stage, page = staged(folder, size, 12)
    lines = page.rows.lines
    for number, line in enumerate(lines):
        if line.state in {line.state.APPROVED, line.state.CLOSED}:
            continue
        for form in _outcomes(stage.clock.now().date())[: number % 5 + 1]:
            stage.console.outcomes.add(line.id, form)
    page.ask_counts()
    dialog = found(stage, CountsDialog)
    wait_for(lambda: dialog.rows.rowCount() > 0)
    return taken(stage, dialog)


def _outcomes(today: date) -> tuple[OutcomeForm, ...]:
    return (
        OutcomeForm(kind=OutcomeKind.VERIFIED, on=today),
        OutcomeForm(kind=OutcomeKind.DRUGS, on=today, count=2, persons=5, note="bắt quả tang"),
        OutcomeForm(
            kind=OutcomeKind.SEIZED,
            on=today - _DAY,
            count=12,
            unit="tấm",
            item="biển quảng cáo bằng tôn lấn ra vỉa hè",
        ),
        OutcomeForm(kind=OutcomeKind.ADMINISTRATIVE, on=today - _DAY, count=3),
        OutcomeForm(kind=OutcomeKind.HANDED_OVER, on=today, note="Công an thành phố thụ lý"),
    )


def part(
    kind: type[Section],
    fill: Callable[[Stage, Incident], object],
    over: type[QDialog] | None = None,
) -> Scene:
    """A section as it stands beside an incident, alone; ``over`` is a dialog of it."""

    def scene(size: Size, folder: Path) -> QImage:
        stage, page = staged(folder, size, 9)
        lines = stage.console.incidents.page(IncidentQuery(states=frozenset({IncidentState.DRAFT})))
        incident = stage.console.incidents.incident(lines[0].id)
        fill(stage, incident)
        host = QWidget(stage.window)
        host.setObjectName("beside-host")
        host.setAutoFillBackground(True)
        column = QVBoxLayout(host)
        section = kind(stage.desk, stage.console, page.colours, host)
        column.addWidget(section)
        host.resize(*_BESIDE)
        host.move(stage.window.width() - _BESIDE[0] - 8, 96)
        host.show()
        host.raise_()
        section.set_ward(stage.window.pages.ward)
        section.set_rights(lambda _: True)
        section.show_incident(incident, writable=True)
        wait_for(lambda: section.count is not None)
        for _ in range(4):
            stage.settle()
        section.take_focus()
        dialog: QDialog | None = None
        if over is not None:
            asks = {OutcomeDialog: "ask_line", AddBookmarks: "ask_others"}
            getattr(section, asks[over])()
            dialog = found(stage, over)
            stage.settle()
            if isinstance(dialog, OutcomeDialog):
                dialog._kinds.setCurrentIndex(list(OutcomeKind).index(OutcomeKind.SEIZED))
                put(dialog.count, "0")
                dialog.keep()
                stage.settle()
        return taken(stage, dialog)

    return scene


def _nothing(_stage: Stage, _incident: Incident) -> None:
    """As it begins."""


def _marks(stage: Stage, incident: Incident) -> None:
    cameras, now = stage.cameras(), stage.clock.now()
    bookmarks = stage.console.bookmarks
    category = stage.console.categories.tree()[0].id
    ids = []
    off = {cameras[4].id: (StreamState.OFFLINE, Reason.NO_ANSWER)}
    for number, (shown, states, note) in enumerate(
        (
            ([cameras[0].id], {}, "Hai thanh niên đi xe máy không biển số, dừng trước cổng chợ"),
            ([cameras[4].id], off, "Hướng chạy ra Bến Tượng"),
            ([each.id for each in cameras[5:9]], {}, ""),
        )
    ):
        made = bookmarks.mark(
            shown, now - timedelta(minutes=9 - number), states, category if note else None, note
        )
        ids.append(made.id)
        if number != 1:
            stage.console.stills.keep(made.id, shown[0], jpeg(shown[0]))
    stage.console.case_ties.join(incident.id, ids)
    bookmarks.mark([cameras[2].id], now, {}, category, "Xe tải đỗ dưới lòng đường, che camera")
    bookmarks.mark([cameras[3].id], now)


def jpeg(seed: int) -> bytes:
    """A street."""
    rows, (width, height) = street(640, 360, seed)
    image = QImage(rows, width, height, QImage.Format.Format_RGB32)
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(data, b"JPEG").write(image)
    return bytes(data.data().data())


def _lines(stage: Stage, incident: Incident) -> None:
    made = [
        stage.console.outcomes.add(incident.id, form)
        for form in _outcomes(stage.clock.now().date())
    ]
    stage.console.outcomes.strike(made[3].id)


def _files(stage: Stage, incident: Incident) -> None:
    with tempfile.TemporaryDirectory() as stick:
        _bring(stage, incident, Path(stick))


def _bring(stage: Stage, incident: Incident, stick: Path) -> None:
    names = (
        "Biên bản làm việc với chủ quầy hàng về việc lấn chiếm vỉa hè và lời khai.pdf",
        "ảnh hiện trường.jpg",
    )
    for name in names:
        (stick / name).write_bytes(name.encode() * 4000)
        stage.console.attachments.add(
            incident.id, stick / name, stop=Stop(), progressed=lambda *_: None
        )
    film = stick / "ch01_20261122220512.dav"
    film.write_bytes(b"film" * 400_000)
    form = ExhibitForm(given_by="Bà Nguyễn Thị Lụa, 12 Bến Tượng", device="Đầu ghi KBVision")
    exhibit = stage.console.exhibits.intake(film, form, stop=Stop(), progressed=lambda *_: None)
    stage.console.case_ties.set_exhibits(incident.id, [exhibit.id])


def _links(stage: Stage, incident: Incident) -> None:
    for line in stage.console.incidents.page(IncidentQuery(limit=4)):
        if line.id != incident.id:
            stage.console.case_ties.link(incident.id, line.id)


SCENES: dict[str, Scene] = {
    **{
        f"cases_{each.__name__}": each
        for each in (listed, single, empty, narrowed, unfound, new, picked, drafts, figures)
    },
    "cases_part_moments": part(BookmarksSection, _marks),
    "cases_part_add_moments": part(BookmarksSection, _marks, AddBookmarks),
    "cases_part_outcome": part(OutcomesSection, _lines),
    "cases_part_outcome_form": part(OutcomesSection, _lines, OutcomeDialog),
    "cases_part_files": part(FilesSection, _files),
    "cases_part_links": part(LinksSection, _links),
    "cases_part_empty": part(LinksSection, _nothing),
}
