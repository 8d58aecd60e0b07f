"""Saved pages of the wall: rows in, records out."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.errors import Gone
from db.records import CameraId, Layout, LayoutId, Topic
from db.tables import CameraRow, LayoutCameraRow, LayoutRow


class Layouts:
    """Pages by name."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def all(self) -> list[Layout]:
        """Every layout, by name.  Two queries."""
        rows = self._session.scalars(select(LayoutRow).order_by(LayoutRow.name)).all()
        pages: dict[int, list[CameraId | None]] = {row.id: [None] * row.tiles for row in rows}
        for place in self._session.scalars(select(LayoutCameraRow)):
            if place.place < len(pages[place.layout_id]):
                pages[place.layout_id][place.place] = CameraId(place.camera_id)
        return [
            Layout(
                id=LayoutId(row.id), name=row.name, tiles=row.tiles, cameras=tuple(pages[row.id])
            )
            for row in rows
        ]

    def save(self, name: str, tiles: int, cameras: Sequence[CameraId | None]) -> Layout:
        """Keep a page under ``name``, in place of an older one of that name.

        Cameras beyond ``tiles`` and cameras that are gone leave empty places.
        """
        row = self._session.scalar(select(LayoutRow).where(LayoutRow.name == name))
        if row is None:
            row = LayoutRow(name=name, tiles=tiles)
            self._session.add(row)
        row.tiles = tiles
        self._session.flush()
        self._session.execute(delete(LayoutCameraRow).where(LayoutCameraRow.layout_id == row.id))
        known = set(self._session.scalars(select(CameraRow.id)))
        page = tuple(
            cameras[place] if place < len(cameras) and cameras[place] in known else None
            for place in range(tiles)
        )
        self._session.add_all(
            LayoutCameraRow(layout_id=row.id, place=place, camera_id=camera_id)
            for place, camera_id in enumerate(page)
            if camera_id is not None
        )
        self._session.flush()
        self._touched.add(Topic.LAYOUTS)
        return Layout(id=LayoutId(row.id), name=name, tiles=tiles, cameras=page)

    def remove(self, layout_id: LayoutId) -> None:
        """Forget a page.  Raises Gone."""
        row = self._session.get(LayoutRow, layout_id)
        if row is None:
            raise Gone("layout")
        self._session.delete(row)
        self._session.flush()
        self._touched.add(Topic.LAYOUTS)
