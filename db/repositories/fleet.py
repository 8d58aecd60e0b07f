"""Cameras with their devices and streams: rows in, records out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Insert, bindparam, delete, func, insert, select, update

from db.errors import Gone, NumberTaken
from db.records import (
    Camera,
    CameraId,
    ClusterId,
    Device,
    DeviceId,
    DeviceKind,
    NewStream,
    Stream,
    StreamId,
    StreamRole,
    TeamId,
    Topic,
    Transport,
)
from db.repositories.groups import Groups
from db.search import listed
from db.statements import Statement
from db.tables import CameraRow, ClusterRow, DeviceRow, StreamRow

# Made once: whoever asks for something of a camera asks for its team first.
_TEAMS = Statement(
    select(CameraRow.id, ClusterRow.team_id)
    .join(ClusterRow, ClusterRow.id == CameraRow.cluster_id)
    .where(CameraRow.id.in_(listed("cameras")))
)
_CLUSTER_NAMES = Statement(select(ClusterRow.name).order_by(ClusterRow.number))
_CAMERA_NAMES = Statement(select(CameraRow.name).order_by(CameraRow.number))
_CAMERAS = (
    select(
        CameraRow.id,
        CameraRow.number,
        CameraRow.name,
        CameraRow.cluster_id,
        DeviceRow.id,
        DeviceRow.kind,
        DeviceRow.host,
        DeviceRow.username,
        DeviceRow.certificate_sha256,
    )
    .join(DeviceRow, DeviceRow.id == CameraRow.device_id)
    .order_by(CameraRow.number)
)
_STREAMS = select(
    StreamRow.id,
    StreamRow.camera_id,
    StreamRow.role,
    StreamRow.scheme,
    StreamRow.port,
    StreamRow.path,
    StreamRow.transport,
    StreamRow.width,
    StreamRow.height,
).order_by(StreamRow.camera_id, StreamRow.role)  # "main" sorts before "sub"
_STREAMS_OF = _STREAMS.join(CameraRow, CameraRow.id == StreamRow.camera_id)
_NUMBERED = select(CameraRow.id).where(CameraRow.number == bindparam("number"))
_CLUSTER = select(ClusterRow.id).where(ClusterRow.id == bindparam("cluster_id"))
_NEW_DEVICE, _NEW_CAMERA, _NEW_STREAM = insert(DeviceRow), insert(CameraRow), insert(StreamRow)


class FleetRegister(Groups):
    """The fleet register; teams and clusters are inherited from ``Groups``."""

    def cameras(self) -> list[Camera]:
        """Every camera, by number.  Two queries, whatever the size of the fleet."""
        return self._records(None)

    def place_names(self) -> list[str]:
        """What clusters are called, then what cameras are, each by number: names alone."""
        found = list(_CLUSTER_NAMES.column(self._session, {}))
        return found + list(_CAMERA_NAMES.column(self._session, {}))

    def cameras_of(self, cluster_id: ClusterId) -> list[Camera]:
        """The cameras of one cluster, by number."""
        return self._records(CameraRow.cluster_id == cluster_id)

    def camera(self, camera_id: CameraId) -> Camera:
        """One camera.  Raises Gone."""
        return _only(self._records(CameraRow.id == camera_id))

    def camera_numbered(self, number: int) -> Camera | None:
        """The camera that officers call ``number``."""
        return next(iter(self._records(CameraRow.number == number)), None)

    def camera_at(self, host: str, ends: Collection[tuple[int, str]]) -> Camera | None:
        """A camera of this host that has a stream at one of these ports and paths, if there is."""
        its = select(DeviceRow.id).where(DeviceRow.host == host)
        found = self._records(CameraRow.device_id.in_(its))
        return next((c for c in found if any((s.port, s.path) in ends for s in c.streams)), None)

    def teams_of(self, cameras: Iterable[CameraId]) -> set[TeamId | None]:
        """Whose cameras these are; None for those of no team, and for those that are gone."""
        wanted = set(cameras)
        found = self.team_of_each(wanted)
        return {found.get(camera_id) for camera_id in wanted}

    def team_of_each(self, cameras: Iterable[CameraId]) -> dict[CameraId, TeamId | None]:
        """The team of each of these cameras; those that are gone are left out."""
        rows = _TEAMS.rows(self._session, {"cameras": sorted(set(cameras))})
        return {camera_id: team_id for camera_id, team_id in rows}  # noqa: C416

    def ids_of(self, teams: Collection[TeamId] = ()) -> list[CameraId]:
        """Every camera, or those of some teams: the numbers of their rows alone, in order."""
        query = select(CameraRow.id).order_by(CameraRow.id)
        if teams:
            query = query.join(ClusterRow, ClusterRow.id == CameraRow.cluster_id).where(
                ClusterRow.team_id.in_(teams)
            )
        return [CameraId(camera_id) for camera_id in self._session.scalars(query)]

    def next_camera_number(self) -> int:
        """One above the highest in use, else the lowest that is free (1-9999)."""
        return self._free_number(CameraRow.number)

    def add_device(self, *, kind: DeviceKind, host: str, username: str) -> Device:
        """Register an address with a login of its own; its cameras come next."""
        values = {"kind": kind, "host": host, "username": username}
        device_id = DeviceId(self._insert(_NEW_DEVICE, values))
        self._touched.add(Topic.FLEET)
        return Device(
            id=device_id, kind=kind, host=host, username=username, certificate_sha256=None
        )

    def add_camera(
        self,
        *,
        number: int,
        name: str,
        cluster_id: ClusterId,
        device_id: DeviceId,
        streams: Sequence[NewStream],
    ) -> CameraId:
        """Register a camera of a device.  Raises NumberTaken, Gone."""
        self._require_free(number)
        connection = self._session.connection()
        if connection.scalar(_CLUSTER, {"cluster_id": cluster_id}) is None:
            raise Gone("cluster")
        values = {
            "number": number,
            "name": name,
            "cluster_id": cluster_id,
            "device_id": device_id,
        }
        camera_id = CameraId(self._insert(_NEW_CAMERA, values))
        if streams:
            rows = [{"camera_id": camera_id, **_stream_values(stream)} for stream in streams]
            connection.execute(_NEW_STREAM, rows)
        self._touched.add(Topic.FLEET)
        return camera_id

    def change_camera(
        self, camera_id: CameraId, *, number: int, name: str, cluster_id: ClusterId
    ) -> None:
        """Give a camera another number, name or cluster.  Raises NumberTaken, Gone."""
        row = self._session.get(CameraRow, camera_id)
        if row is None:
            raise Gone("camera")
        if row.number != number:
            self._require_free(number)
        self.cluster(cluster_id)
        row.number, row.name, row.cluster_id = number, name, cluster_id
        self._session.flush()
        self._touched.add(Topic.FLEET)

    def change_device(self, device_id: DeviceId, *, host: str, username: str) -> None:
        """Give a device another address or login.  Raises Gone."""
        self._update_device(device_id, host=host, username=username)

    def pin_certificate(self, device_id: DeviceId, sha256: str | None) -> None:
        """Trust this certificate (64 hex digits) and no other; None lifts it.  Raises Gone."""
        self._update_device(device_id, certificate_sha256=sha256.lower() if sha256 else None)

    def set_streams(self, camera_id: CameraId, streams: Sequence[NewStream]) -> None:
        """Replace a camera's streams.  One that stays at its address keeps its id and size."""
        rows = self._session.scalars(select(StreamRow).where(StreamRow.camera_id == camera_id))
        old = {row.role: row for row in rows}
        for stream in streams:
            row = old.pop(stream.role, None)
            if row is None:
                self._session.add(StreamRow(camera_id=camera_id, **_stream_values(stream)))
                continue
            if (row.scheme, row.port, row.path) != (stream.scheme, stream.port, stream.path):
                row.width = row.height = None
            row.scheme, row.port, row.path = stream.scheme, stream.port, stream.path
            row.transport = stream.transport
        for row in old.values():
            self._session.delete(row)
        self._session.flush()
        self._touched.add(Topic.FLEET)

    def remember_sizes(self, sizes: Mapping[StreamId, tuple[int, int]]) -> None:
        """Keep what was last seen, in pixels; unknown streams are passed over.

        Not announced: it is the engine's memory, and no view shows it.
        """
        for stream_id, (width, height) in sizes.items():
            self._session.execute(
                update(StreamRow)
                .where(StreamRow.id == stream_id)
                .values(width=width, height=height)
            )

    def remove_camera(self, camera_id: CameraId) -> DeviceId | None:
        """Take a camera, its streams and its places on layouts out.

        Returns its device's id when that had no other camera and went with it, so that
        the caller can forget the password.  Raises Gone.
        """
        row = self._session.get(CameraRow, camera_id)
        if row is None:
            raise Gone("camera")
        device_id = DeviceId(row.device_id)
        self._session.delete(row)
        self._session.flush()
        self._touched.update((Topic.FLEET, Topic.LAYOUTS))
        others = select(func.count()).where(CameraRow.device_id == device_id)
        if self._session.scalar(others):
            return None
        self._session.execute(delete(DeviceRow).where(DeviceRow.id == device_id))
        return device_id

    def _require_free(self, number: int) -> None:
        if self._session.connection().scalar(_NUMBERED, {"number": number}) is not None:
            raise NumberTaken(number)

    def _insert(self, new: Insert, values: Mapping[str, object]) -> int:
        """Write one row; returns its id.  Past the ORM, as a list brings 2,000 cameras."""
        made = self._session.connection().execute(new, values).inserted_primary_key
        assert made is not None  # of one row there always is
        return int(made[0])

    def _update_device(self, device_id: DeviceId, **values: str | None) -> None:
        row = self._session.get(DeviceRow, device_id)
        if row is None:
            raise Gone("device")
        for column, value in values.items():
            setattr(row, column, value)
        self._session.flush()
        self._touched.add(Topic.FLEET)

    def _records(self, where: ColumnElement[bool] | None) -> list[Camera]:
        """Cameras by number, with their streams; None: all of them."""
        # Past the ORM, which takes a fifth of the time; every change above flushes for itself.
        connection = self._session.connection()
        its_cameras = _CAMERAS if where is None else _CAMERAS.where(where)
        its_streams = _STREAMS if where is None else _STREAMS_OF.where(where)
        streams: dict[int, list[Stream]] = {}
        for row in connection.execute(its_streams).all():
            streams.setdefault(row[1], []).append(_stream(*row))
        return [
            Camera(
                id=CameraId(row[0]),
                number=row[1],
                name=row[2],
                cluster_id=ClusterId(row[3]),
                device=_device(*row[4:]),
                streams=tuple(streams.get(row[0], ())),
            )
            for row in connection.execute(its_cameras).all()
        ]


# Looked up, not called: calling an enum takes a tenth of the time that a city's list takes.
_KINDS = {str(kind): kind for kind in DeviceKind}
_ROLES = {str(role): role for role in StreamRole}
_TRANSPORTS = {str(transport): transport for transport in Transport}


def _only(cameras: list[Camera]) -> Camera:
    if not cameras:
        raise Gone("camera")
    return cameras[0]


def _device(
    device_id: int, kind: str, host: str, username: str, certificate_sha256: str | None
) -> Device:
    return Device(
        id=DeviceId(device_id),
        kind=_KINDS[kind],
        host=host,
        username=username,
        certificate_sha256=certificate_sha256,
    )


def _stream(
    stream_id: int,
    camera_id: int,
    role: str,
    scheme: str,
    port: int,
    path: str,
    transport: str,
    width: int | None,
    height: int | None,
) -> Stream:
    return Stream(
        id=StreamId(stream_id),
        camera_id=CameraId(camera_id),
        role=_ROLES[role],
        scheme=scheme,
        port=port,
        path=path,
        transport=_TRANSPORTS[transport],
        width=width,
        height=height,
    )


def _stream_values(stream: NewStream) -> dict[str, Any]:
    return {
        "role": stream.role,
        "scheme": stream.scheme,
        "port": stream.port,
        "path": stream.path,
        "transport": stream.transport,
    }
