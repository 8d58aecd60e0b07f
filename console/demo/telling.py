"""Has the officers of the demo ward live through the night, in a console of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from console.demo import officers
from console.demo.night import CASES, LOOSE, Case, Moment
from console.incident_rules import IncidentForm
from console.outcomes import OutcomeForm
from db.case_records import Bookmark, CategoryId, Incident, IncidentId, IncidentState
from db.records import CameraId, ClusterId, Role

if TYPE_CHECKING:
    from console.app import Console

_S = IncidentState
PLACES = 1 + max(
    place for moment in chain(LOOSE, *(case.moments for case in CASES)) for place in moment.places
)
"""So many cameras tell the whole night; fewer do, too."""


class Telling:
    """Writes bookmarks, stills and cases through the services; half a second of processor time."""

    def __init__(self, console: Console, pictures: Mapping[CameraId, bytes]) -> None:
        """``console`` is one where nobody sits, over a station with the demo's officers.

        ``pictures`` are JPEG files of what the wall shows, of one camera at least.
        """
        self._console = console
        self._pictures = pictures
        self._cameras: Sequence[CameraId] = tuple(pictures)
        self._categories: dict[str, CategoryId] = {}
        self._clusters: dict[CameraId, ClusterId] = {}

    def tell(self) -> dict[str, IncidentId]:
        """Let all of it have happened; the cases by their titles.

        Raises Problem; what was written by then stays.
        """
        access = self._console.access
        officers.seat(access, Role.DUTY)
        self._categories = {each.name: each.id for each in self._console.categories.tree()}
        self._clusters = {each.id: each.cluster_id for each in self._console.fleet.view().cameras}
        told = [(case, self._case(case)) for case in reversed(CASES)]  # the newest is the last
        for moment in LOOSE:
            self._mark(moment)
        officers.seat(access, Role.CHIEF)
        for case, incident_id in told:
            self._answer(case, incident_id)
        access.sign_out()
        return {case.title: incident_id for case, incident_id in told}

    def _mark(self, moment: Moment) -> Bookmark:
        console = self._console
        cameras = list(dict.fromkeys(self._camera(place) for place in moment.places))
        bookmark = console.bookmarks.mark(
            cameras,
            console.clock.now() - timedelta(seconds=moment.ago_s),
            category_id=self._categories[moment.category] if moment.category else None,
            note=moment.note,
        )
        for camera_id in cameras:
            console.stills.keep(bookmark.id, camera_id, self._pictures[camera_id])
        return bookmark

    def _camera(self, place: int) -> CameraId:
        return self._cameras[place % len(self._cameras)]

    def _case(self, case: Case) -> IncidentId:
        console, now = self._console, self._console.clock.now()
        marked = [self._mark(moment) for moment in case.moments]
        cluster_id = self._clusters[marked[0].cameras[0]]
        due = None if case.due_days is None else (now + timedelta(days=case.due_days)).date()
        incident = console.incidents.open(
            IncidentForm(
                title=case.title,
                category_id=self._categories[case.category],
                began_at=now - timedelta(minutes=case.began_min),
                cluster_id=cluster_id,
                address=case.address,
                narrative=case.narrative,
                people=case.people,
                vehicles=case.vehicles,
                due_on=due,
            ),
            [each.id for each in marked],
        )
        people = console.calls.whom(cluster_id).people
        for callee, result in zip(people, case.calls, strict=False):
            console.calls.log_call(
                callee.member.id, result, cluster_id=cluster_id, incident_id=incident.id
            )
        for came in case.came:
            console.outcomes.add(
                incident.id,
                OutcomeForm(
                    kind=came.kind,
                    on=now.astimezone().date(),
                    count=came.count,
                    item=came.item,
                    unit=came.unit,
                    note=came.note,
                ),
            )
        self._submit(case, console.incidents.incident(incident.id))
        return incident.id

    def _submit(self, case: Case, incident: Incident) -> None:
        if case.state is not _S.DRAFT:
            self._console.incident_review.submit(incident.id, incident.version)

    def _answer(self, case: Case, incident_id: IncidentId) -> None:
        """Let the chief say what he says to it."""
        review = self._console.incident_review
        if case.state is _S.RETURNED:
            review.give_back(incident_id, case.reason)
        elif case.state is _S.APPROVED:
            review.approve(incident_id, self._console.incidents.incident(incident_id).version)
