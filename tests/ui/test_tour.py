from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from tests.ui.stage import Stage, wait_for
from ui.tour import Guide, Tour

QUICK = 0.02  # 28 s pass in 0.6 s


class Visitor:
    """Notes what a tour tells."""

    def __init__(self, *, drawn: float = 1.0) -> None:
        self.drawn = drawn
        self.told: list[int | str] = []
        self.guide = Guide(
            drawn=lambda: self.drawn,
            all_shown=lambda: self.told.append("all"),
            chief_wanted=lambda then: then(),
            ended=self.told.append,
        )

    @property
    def ended(self) -> bool:
        return bool(self.told) and self.told[-1] != "all"


def test_a_tour_keeps_a_picture_of_every_page_and_says_so(stage: Stage, tmp_path: Path) -> None:
    visitor = Visitor()
    Tour(stage.window, tmp_path / "shots", visitor.guide, pace=QUICK)

    stage.canvas.paint(stage.shown[0], (200, 0, 0))
    stage.settle()
    wait_for(lambda: visitor.ended)

    assert visitor.told == ["all", 0]
    pictures = {path.stem: QImage(str(path)) for path in (tmp_path / "shots").iterdir()}
    cases = {"morning", "inbox", "cases", "find", "evidence", "packages"}
    others = {"devices", "members", "officers", "audit", "settings", "categories", "phrases"}
    assert set(pictures) == {"wall", "wall_all", "camera"} | cases | others
    assert {picture.size() for picture in pictures.values()} == {stage.window.size()}
    assert stage.window.pages.current == "phrases"


def test_a_tour_shows_all_cameras_and_then_one_that_lives(stage: Stage, tmp_path: Path) -> None:
    visitor = Visitor()
    Tour(stage.window, tmp_path, visitor.guide, pace=0.4)
    living = stage.shown[2]

    def alone() -> bool:
        """One camera sends pictures all the time."""
        if living in stage.shown:
            stage.canvas.paint(living, (200, 0, 0))
            stage.settle()
        return stage.shown == [living]

    wait_for(lambda: alone() or visitor.ended)
    wait_for(lambda: visitor.ended)

    pages = [len(places) for places, _ in stage.canvas.shows]
    assert pages[-2:] == [1, 0]  # the camera that lives; nothing behind the devices page
    assert 40 in pages


def test_a_ward_without_a_picture_is_a_failure(stage: Stage, tmp_path: Path) -> None:
    visitor = Visitor()

    Tour(stage.window, tmp_path / "shots", visitor.guide, pace=0.002)
    wait_for(lambda: visitor.ended)

    assert visitor.told == [1]
    assert not (tmp_path / "shots").exists()


def test_a_tour_waits_until_the_streets_are_drawn(stage: Stage, tmp_path: Path) -> None:
    visitor = Visitor(drawn=0.4)
    Tour(stage.window, tmp_path / "shots", visitor.guide, pace=QUICK)

    stage.canvas.paint(stage.shown[0], (200, 0, 0))
    stage.settle()
    assert not (tmp_path / "shots").exists()
    visitor.drawn = 1.0
    wait_for(lambda: visitor.ended)

    assert visitor.told[-1] == 0


def test_a_tour_is_patient_as_long_as_more_is_drawn(stage: Stage, tmp_path: Path) -> None:
    visitor = Visitor(drawn=0.0)
    looks = iter(range(1, 21))

    def drawn() -> float:
        """A slow PC: a little more is drawn at each look, far beyond one patience."""
        return next(looks, 20) / 20

    guide = Guide(
        drawn=drawn,
        all_shown=lambda: None,
        chief_wanted=lambda then: then(),
        ended=visitor.told.append,
    )
    Tour(stage.window, tmp_path / "shots", guide, pace=0.002)  # five looks
    stage.canvas.paint(stage.shown[0], (200, 0, 0))
    stage.settle()
    wait_for(lambda: visitor.ended)

    assert visitor.told[-1] == 0
    assert next(looks, None) is None
