"""Stills and drawings: kept once, with a hash; seen with leave; never altered."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from console.audit import Act
from console.drawings import FULL, MOST_FIGURES, Figure, FigureKind, encoded, figures_of
from console.errors import DiskFull, FieldRefused, Gone, NotAllowed, StillDamaged
from console.gate import Why
from console.moments import BookmarkRule
from console.still_files import FOLDER, LARGEST_BYTES, StillFiles
from console.still_upkeep import StillUpkeep
from db.case_records import Bookmark, CategoryId, IncidentState
from db.case_tables import IncidentRow
from db.records import CameraId, Role
from db.store import Store
from db.structs import replace
from tests import wards
from tests.db.test_bookmarks import join
from tests.fakes import FakeClock
from tests.timelines import Post

JPEG = b"\xff\xd8\xff\xe0" + b"hinh" * 50 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + b"hinh" * 50 + b"IEND\xaeB`\x82"
ONE, TWO = CameraId(1), CameraId(2)
BOX = Figure(FigureKind.BOX, 100, 200, 3000, 4000)


@pytest.fixture
def post(tmp_path: Path, store: Store, clock: FakeClock) -> Post:
    wards.fill(store, cameras=6)
    return Post(tmp_path, store, clock)


@pytest.fixture
def made(post: Post, clock: FakeClock) -> Bookmark:
    post.officer(Role.DUTY)
    return post.bookmarks.mark([ONE, TWO], clock.now())


@pytest.mark.parametrize(("picture", "suffix"), [(JPEG, ".jpg"), (PNG, ".png")])
def test_a_still_is_kept_whole_with_its_hash(
    post: Post, made: Bookmark, tmp_path: Path, picture: bytes, suffix: str
) -> None:
    kept = post.stills.keep(made.id, TWO, picture)

    bare, shot = kept.shots
    digest = hashlib.sha256(picture).hexdigest()
    assert (bare.still, shot.sha256) == ("", digest)
    file = tmp_path / FOLDER / shot.still
    assert file.parent == tmp_path / FOLDER / "2026" / "03"
    assert (file.read_bytes(), file.suffix) == (picture, suffix)
    assert [each.name for each in file.parent.iterdir()] == [file.name]
    assert file.stat().st_mode & 0o777 == 0o600
    assert post.stills.path(made.id, TWO) == file
    assert post.log(Act.STILL_KEPT) == [
        (Act.STILL_KEPT, "bookmark", made.id, {"camera": TWO, "sha256": digest})
    ]


@pytest.mark.parametrize(
    "picture",
    [b"", b"GIF89a" + JPEG, JPEG[:-1], PNG[:-3], JPEG[:4] + bytes(LARGEST_BYTES) + JPEG[-2:]],
)
def test_what_is_no_whole_picture_is_not_kept(
    post: Post, made: Bookmark, tmp_path: Path, picture: bytes
) -> None:
    with pytest.raises(FieldRefused, match="still"):
        post.stills.keep(made.id, ONE, picture)

    assert not (tmp_path / FOLDER).exists()


def test_a_still_is_never_replaced_and_never_another_officers(
    post: Post, made: Bookmark, clock: FakeClock, tmp_path: Path
) -> None:
    post.stills.keep(made.id, ONE, JPEG)

    with pytest.raises(FieldRefused, match=BookmarkRule.KEPT):
        post.stills.keep(made.id, ONE, PNG)
    with pytest.raises(Gone, match="camera"):
        post.stills.keep(made.id, CameraId(3), PNG)
    clock.pass_(minutes=6)
    with pytest.raises(FieldRefused, match=BookmarkRule.STILL_LATE):
        post.stills.keep(made.id, TWO, PNG)
    clock.pass_(minutes=-6)
    post.officer(Role.CHIEF)
    with pytest.raises(FieldRefused, match=BookmarkRule.NOT_HIS):
        post.stills.keep(made.id, TWO, PNG)
    assert len(list((tmp_path / FOLDER).rglob("*.*"))) == 1


def test_what_is_taken_back_takes_its_still_along(
    post: Post, made: Bookmark, tmp_path: Path
) -> None:
    kept = post.stills.keep(made.id, ONE, JPEG)
    file = tmp_path / FOLDER / kept.shots[0].still

    undone = post.bookmarks.undo(made.id)

    assert not file.exists()
    assert (undone.shots[0].still, undone.shots[0].sha256) == ("", kept.shots[0].sha256)
    with pytest.raises(FieldRefused, match=BookmarkRule.UNDONE):
        post.stills.keep(made.id, TWO, JPEG)


def test_a_full_disk_keeps_the_bookmark_and_no_still(
    post: Post, made: Bookmark, tmp_path: Path
) -> None:
    free = shutil.disk_usage(tmp_path).free
    stills = post.stills_in(StillFiles(tmp_path, left_free_bytes=free + (1 << 40)))

    with pytest.raises(DiskFull):
        stills.keep(made.id, ONE, JPEG)

    assert list((tmp_path / FOLDER).rglob("*.*")) == []
    assert post.bookmarks.drafts() == [made]


def test_a_still_that_was_meddled_with_is_not_shown(
    post: Post, made: Bookmark, tmp_path: Path
) -> None:
    kept = post.stills.keep(made.id, ONE, JPEG)
    file = tmp_path / FOLDER / kept.shots[0].still

    file.write_bytes(PNG)
    with pytest.raises(StillDamaged):
        post.stills.path(made.id, ONE)
    file.unlink()
    with pytest.raises(StillDamaged):
        post.stills.path(made.id, ONE)
    with pytest.raises(Gone, match="still"):
        post.stills.path(made.id, TWO)


def test_a_still_that_no_row_names_goes_once_it_is_sure(
    post: Post, made: Bookmark, clock: FakeClock, tmp_path: Path
) -> None:
    upkeep = StillUpkeep(post.store, StillFiles(tmp_path), clock)
    files = StillFiles(tmp_path)
    left = files.keep(f"{made.id:08}-{TWO:05}-00beef", clock.now(), JPEG)  # its row never came
    coming = files.keep(f"{made.id:08}-{ONE:05}-00cafe", clock.now(), JPEG)
    elsewhere = files.keep(f"{made.id + 1:08}-{ONE:05}-00cafe", clock.now(), JPEG)
    cut_off = tmp_path / FOLDER / f"{left.file}.partial"
    cut_off.write_bytes(JPEG[:9])

    assert upkeep.tend() == 0
    with post.store.begin() as unit:  # the row comes between: a slow disk
        shot = replace(made.shots[0], still=coming.file, sha256=coming.sha256)
        unit.bookmarks.put_shot(made.id, shot)
    clock.pass_(seconds=59)
    assert upkeep.tend() == 0
    clock.pass_(seconds=2)
    assert upkeep.tend() == 2

    assert set(files.all()) == {coming.file, elsewhere.file}
    assert upkeep.tend() == 0


def test_a_look_at_a_still_is_a_look_at_footage(
    post: Post, made: Bookmark, clock: FakeClock
) -> None:
    post.stills.keep(made.id, ONE, JPEG)

    post.stills.path(made.id, ONE)
    post.footage.write_watched()
    assert [line[1:] for line in post.log(Act.WATCHED)] == [
        ("camera", ONE, {"since": "2026-03-14T20:00:00Z", "to": "2026-03-14T20:01:00Z"})
    ]
    clock.pass_(hours=25)
    post.officer(Role.DUTY)
    with pytest.raises(NotAllowed, match=Why.AGE):
        post.stills.path(made.id, ONE)
    post.officer(Role.OFFICER, {post.team_of(post.cameras()[-1])})
    with pytest.raises(Gone):
        post.stills.path(made.id, ONE)  # another team's
    post.officer(Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed, match=Why.ROLE):
        post.stills.path(made.id, ONE)


def test_a_drawing_lies_beside_the_picture(post: Post, made: Bookmark, tmp_path: Path) -> None:
    kept = post.stills.keep(made.id, ONE, JPEG)
    figures = (BOX, Figure(FigureKind.ARROW, 0, FULL, FULL, FULL), replace_kind(BOX))

    drawn = post.stills.draw(made.id, ONE, figures)

    assert figures_of(drawn.shots[0].drawing) == figures
    assert (tmp_path / FOLDER / kept.shots[0].still).read_bytes() == JPEG
    assert post.stills.draw(made.id, ONE, figures) == drawn
    assert post.stills.draw(made.id, ONE, ()).shots[0].drawing == ""
    told = [line[3] for line in post.log(Act.BOOKMARK_CHANGED)]
    assert [each["figures"] for each in told] == [3, 0]
    with pytest.raises(FieldRefused, match=BookmarkRule.NO_STILL):
        post.stills.draw(made.id, TWO, figures)


def test_the_drawing_of_a_settled_case_stays(post: Post, made: Bookmark) -> None:
    post.stills.keep(made.id, ONE, JPEG)
    post.bookmarks.describe(made.id, CategoryId(1), "Trộm xe máy")
    with post.store.begin() as unit:
        row = unit.bookmarks._session.get(IncidentRow, join(unit, made))
        assert row is not None
        row.state = IncidentState.APPROVED

    with pytest.raises(FieldRefused, match=BookmarkRule.SETTLED):
        post.stills.draw(made.id, ONE, [BOX])


def replace_kind(figure: Figure) -> Figure:
    return Figure(FigureKind.MASK, figure.x1, figure.y1, figure.x2, figure.y2)


@pytest.mark.parametrize(
    "figures",
    [
        [BOX] * (MOST_FIGURES + 1),
        [Figure(FigureKind.BOX, -1, 0, 5, 5)],
        [Figure(FigureKind.BOX, 0, 0, FULL + 1, 5)],
        [Figure(FigureKind.MASK, 5, 0, 5, 9)],
        [Figure(FigureKind.ARROW, 5, 5, 5, 5)],
    ],
)
def test_a_figure_that_cannot_be_seen_is_refused(figures: list[Figure]) -> None:
    with pytest.raises(FieldRefused, match="drawing"):
        encoded(figures)


@pytest.mark.parametrize("kept", ["", "[]", "{", '[["star",1,2,3,4]]', "[[1]]", "7", "[7]"])
def test_a_drawing_that_cannot_be_read_is_none(kept: str) -> None:
    assert figures_of(kept) == ()
