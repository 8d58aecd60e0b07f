"""What was made: packages, found again; and whether something was exported before."""

from __future__ import annotations

from console.evidence.request_door import RequestDoor
from db.evidence_records import Exported, Package, PackageId, PackageQuery, Wanted
from db.records import CameraId, Span
from db.store import Store


class Packages:
    """Reads alone.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed``, ``Gone`` and ``StoreProblem``.
    """

    def __init__(self, store: Store, door: RequestDoor) -> None:
        self._store = store
        self._door = door

    def page(self, query: PackageQuery) -> list[Package]:
        """A page of them, the newest first, whatever came of them.

        Words are looked for in folders' names, uuids and serials.  50 ms in a city.
        """
        viewer = self._door.viewer()
        with self._store.read() as unit:
            return unit.packages.page(query, viewer)

    def package(self, package_id: PackageId) -> Package:
        """One of them."""
        let_in = self._door.see_package(package_id)
        with self._store.read() as unit:
            return let_in.found(unit)

    def exported(self, camera_id: CameraId, span: Span) -> Exported:
        """How often something of ``span`` was exported of a camera already: ask before a second.

        Those that are not for the eyes of whoever sits here count, too; he is told no more of them
        than how many, when and by whom last.  His right is asked for as for the export itself.
        """
        self._door.allow([Wanted(camera_id, span)])
        with self._store.read() as unit:
            return unit.packages.exported(camera_id, span)
