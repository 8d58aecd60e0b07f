"""Categories, phrases, the ward plan, and what is held for a case."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from console.app import Console
from console.categories import CategoryForm
from console.incident_rules import IncidentForm
from db.case_records import Disposal, Incident, Severity, Spot
from db.records import CameraId, Span
from tests.fakes import FakeClock
from tests.screenshots.stand import Scene, Size, in_day, opened, taken
from tests.ui.boxes import put
from tests.ui.fake_review import archive_of, recorded
from tests.ui.stage import Stage, wait_for
from ui.cases.spot_picker import SpotDialog, pick_spot
from ui.holds.case_holds import CaseHoldsDialog
from ui.holds.disposal_dialog import DisposalDialog
from ui.theme import THEMES, ThemeName
from ui.vocabulary.categories_page import CategoriesPage
from ui.vocabulary.category_dialog import CategoryDialog
from ui.vocabulary.phrase_dialog import PhraseDialog
from ui.vocabulary.phrases_page import PhrasesPage

_NIGHT = THEMES[ThemeName.NIGHT]
_LEAVES = (
    ("Trộm xe máy, xe đạp điện", Severity.SERIOUS, 60, 120, 180, False),
    ("Xâm hại trẻ em", Severity.URGENT, 120, 600, None, True),
    (
        "Trộm cắp tài sản trong nhà dân, cửa hàng, kho bãi trên địa bàn phường ban đêm",
        Severity.ROUTINE,
        30,
        60,
        90,
        False,
    ),
)
_PHRASES = (
    ("vt hd", "Đối tượng đi xe máy, đội mũ bảo hiểm, vứt tang vật rồi bỏ chạy về hướng chợ."),
    ("vc bt", "Va chạm giao thông, có người bị thương, đã gọi cấp cứu 115."),
    ("ll", "Lấn chiếm lòng lề đường, đã nhắc nhở, yêu cầu dọn."),
    ("", "Ngõ Đình Hàng Phố"),
    ("", "Ngã ba Bến Tượng"),
    ("", "Chợ Đồng Quang, cổng phía đường Hoàng Văn Thụ"),
)
_NAME = "Trộm xe máy của bà Nguyễn Thị Lụa ở cổng chợ Đồng Quang"


def words(console: Console) -> None:
    """A branch with leaves, one of them retired; phrases and places."""
    tree = console.categories.tree()
    for name, severity, before, after, days, restricted in _LEAVES:
        console.categories.add(
            CategoryForm(
                name=name,
                parent_id=tree[0].id,
                severity=severity,
                pre_s=before,
                post_s=after,
                hold_days=days,
                restricted=restricted,
            )
        )
    console.categories.retire(tree[5].id)
    known = {each.code for each in console.phrases.list() if each.code}
    for code, text in _PHRASES:
        if code not in known:  # a station begins with some
            console.phrases.add(code, text)


def plan(width: int, height: int) -> QImage:
    """Streets and houses that nobody has ever seen."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#eef0e6"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, height * 0.72, width, height * 0.12), QColor("#a9cfe6"))
    for number in range(60):
        left, top = (number * 389) % width, (number * 211) % int(height * 0.66)
        painter.fillRect(QRectF(left, top, 46, 34), QColor("#d8d2c2"))
    painter.setPen(QPen(QColor("#ffffff"), 16))
    for part in (0.2, 0.45, 0.62, 0.9):
        painter.drawLine(QPointF(0, height * part), QPointF(width, height * (part - 0.08)))
        painter.drawLine(QPointF(width * part, 0), QPointF(width * (part - 0.1), height))
    painter.setPen(QPen(QColor("#7a7a7a"), 3))
    painter.drawPolygon(
        QPolygonF([QPointF(20, 20), QPointF(width - 60, 60), QPointF(width - 30, height - 40)])
    )
    painter.end()
    return image


def _categories(size: Size, data: Path) -> tuple[Stage, CategoriesPage]:
    stage = opened(size, data, prepare=words)
    stage.window.show_page("categories")
    page = stage.window.pages.page("categories")
    assert isinstance(page, CategoriesPage)
    wait_for(lambda: page.rows.count() > len(_LEAVES))
    page.choose(2)
    return stage, page


def categories(size: Size, data: Path) -> QImage:
    """The tree, the restricted one chosen."""
    stage, _ = _categories(size, data)
    return taken(stage)


def categories_day(size: Size, data: Path) -> QImage:
    """The same by day, found by letters."""
    stage, page = _categories(size, data)
    page.search.setText("trom")
    return in_day(stage, taken)


def category_changed(size: Size, data: Path) -> QImage:
    """Seconds that are none."""
    stage, page = _categories(size, data)
    page.ask_change()
    dialog = stage.window.findChild(CategoryDialog)
    put(dialog.post_s, "lâu")
    dialog.keep()
    return taken(stage, dialog)


def _phrases(size: Size, data: Path) -> tuple[Stage, PhrasesPage]:
    stage = opened(size, data, prepare=words)
    stage.window.show_page("phrases")
    page = stage.window.pages.page("phrases")
    assert isinstance(page, PhrasesPage)
    wait_for(lambda: page.rows.count() >= len(_PHRASES))
    return stage, page


def phrases(size: Size, data: Path) -> QImage:
    """A code is tried."""
    stage, page = _phrases(size, data)
    page.trial.line.setFocus()
    page.trial.line.setText("02 giờ vt")
    return taken(stage)


def phrases_day(size: Size, data: Path) -> QImage:
    """The same by day, after one was removed."""
    stage, page = _phrases(size, data)
    before = page.rows.count()
    page.choose(1)
    page.remove()
    wait_for(lambda: page.rows.count() == before - 1)
    return in_day(stage, taken)


def phrase_taken(size: Size, data: Path) -> QImage:
    """A code that is taken."""
    stage, page = _phrases(size, data)
    page.ask_new()
    dialog = stage.window.findChild(PhraseDialog)
    put(dialog.code, "vt hd")
    put(dialog.text, "Vứt hàng, bỏ chạy")
    dialog.keep()
    wait_for(lambda: bool(dialog.code.error))
    return taken(stage, dialog)


def _spot(size: Size, data: Path, *, there: bool) -> tuple[Stage, SpotDialog]:
    stage = opened(size, data)
    if there:
        path = data / "plan.png"
        plan(2000, 1300).save(str(path))
        from ui.cases.plan_picture import drawn_anew

        stage.console.ward_plan.change(drawn_anew(path))
    where = (stage.window, stage.desk, stage.console.ward_plan, _NIGHT)
    dialog = pick_spot(*where, Spot(6200, 4100), lambda _: None)
    if there:
        wait_for(dialog.take.isEnabled)
    else:
        wait_for(lambda: "sơ đồ" in dialog._nothing._title.text())
    return stage, dialog


def spot(size: Size, data: Path) -> QImage:
    """A spot on the plan, looked at closer."""
    stage, dialog = _spot(size, data, there=True)
    dialog.view.closer()
    return taken(stage, dialog)


def no_plan(size: Size, data: Path) -> QImage:
    """A station without a plan."""
    stage, dialog = _spot(size, data, there=False)
    return taken(stage, dialog)


def case(console: Console) -> Incident:
    """Three bookmarks of the wall in an incident."""
    made = [
        console.bookmarks.mark([CameraId(number)], console.clock.now()).id for number in (3, 12, 14)
    ]
    return console.incidents.open(
        IncidentForm(
            title=_NAME,
            category_id=console.categories.tree()[0].id,
            began_at=console.clock.now() - timedelta(minutes=30),
        ),
        made,
    )


def _case_holds(size: Size, data: Path) -> tuple[Stage, CaseHoldsDialog]:
    cameras = [CameraId(number) for number in range(1, 41)]
    footage = recorded(cameras, FakeClock().now(), 1)
    stage = opened(size, data, archive=archive_of(footage))
    incident = case(stage.console)
    ward = stage.window.pages.ward
    dialog = CaseHoldsDialog(
        stage.desk,
        stage.console,
        _NIGHT,
        ward,
        (incident.id, f"1/2026 {_NAME}"),
        lambda _: True,
        stage.window,
    )
    dialog.show()
    wait_for(lambda: dialog.panel.rows.rowCount() == 3)
    return stage, dialog


def case_holds(size: Size, data: Path) -> QImage:
    """Three stretches of a case."""
    stage, dialog = _case_holds(size, data)
    return taken(stage, dialog)


def disposals(size: Size, data: Path) -> QImage:
    """What a hold kept, with hashes."""
    stage, dialog = _case_holds(size, data)
    seen = dialog.panel.rows.hold(0)
    assert seen is not None
    now = stage.clock.now()
    files = [
        Disposal(
            hold_id=seen.hold.id,
            at=now,
            camera_id=CameraId(3),
            span=Span(now - timedelta(minutes=n + 1), now - timedelta(minutes=n)),
            size_bytes=7_300_000 + 10_000 * n,
            sha256=f"{n + 1:02x}" * 32,
        )
        for n in range(40)
    ]
    with stage.console._store.begin() as unit:
        unit.disposals.add(files)
    shown = DisposalDialog(
        stage.desk, stage.console.disposals, seen.hold, stage.window.pages.ward, stage.window
    )
    shown.show()
    wait_for(lambda: shown.rows.count() == len(files))
    return taken(stage, shown)


SCENES: dict[str, Scene] = {
    "categories": categories,
    "categories_day": categories_day,
    "category_changed": category_changed,
    "phrases": phrases,
    "phrases_day": phrases_day,
    "phrase_taken": phrase_taken,
    "spot": spot,
    "no_plan": no_plan,
    "case_holds": case_holds,
    "disposals": disposals,
}
