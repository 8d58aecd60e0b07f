"""The station's cameras: adding, changing and removing them, their groups and layouts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from console.config import Config
from console.errors import FieldRefused
from console.forms import (
    CameraForm,
    CameraPlan,
    Field,
    FieldRule,
    checked_number,
    clean_name,
    planned,
)
from console.secret import Secret
from console.vault import Vault
from console.video.ports import CameraSource, StreamSource
from db.records import (
    Camera,
    CameraId,
    Cluster,
    ClusterId,
    DeviceId,
    DeviceKind,
    Layout,
    LayoutId,
    StreamId,
    Team,
    TeamId,
)
from db.store import Store, Unit

MOST_TILES = 256
# What a camera that is only tried, not kept, is called; no kept one is.
TRIAL = CameraId(0)

_Keep = Callable[[Mapping[DeviceId, Secret | None]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FleetView:
    """Everything that a page needs to show the fleet, of one moment.

    Teams come by name, clusters and cameras by number.
    """

    teams: tuple[Team, ...]
    clusters: tuple[Cluster, ...]
    cameras: tuple[Camera, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A camera of an imported list; its cluster and team are made where they are missing."""

    plan: CameraPlan
    cluster: str
    team: str


class Fleet:
    """What the administrator does with the fleet.

    Every call may block on the disk, and where a password is concerned on the system's
    keyring: not for the GUI thread.  Any may raise ``StoreProblem``; those that touch a
    password also ``VaultLocked``.  A change is announced as ``Changed`` after it is on disk.
    """

    def __init__(self, store: Store, vault: Vault, config: Config) -> None:
        self._store = store
        self._vault = vault
        self._config = config

    def view(self) -> FleetView:
        """The whole fleet; some 30 ms for 1,128 cameras, twice that the first time."""
        with self._store.read() as unit:
            return FleetView(
                teams=tuple(unit.fleet.teams()),
                clusters=tuple(unit.fleet.clusters()),
                cameras=tuple(unit.fleet.cameras()),
            )

    def next_number(self) -> int:
        """The number to propose for a new camera."""
        with self._store.read() as unit:
            return unit.fleet.next_camera_number()

    def next_cluster_number(self) -> int:
        """The number to propose for a new cluster."""
        with self._store.read() as unit:
            return unit.fleet.next_cluster_number()

    # Cameras

    def plan(self, form: CameraForm) -> CameraPlan:
        """Check a form without keeping it.  Raises FieldRefused, AddressRefused."""
        return planned(form, self._config.rules, self._config.transport)

    def add_camera(self, form: CameraForm) -> Camera:
        """Keep a new camera, with a device of its own.

        Raises:
            FieldRefused, AddressRefused: see ``console.forms.planned``.
            NumberTaken: another camera has its number.
            Gone: its cluster has been removed meanwhile.
        """
        plan = self.plan(form)
        with self._unit_and_passwords() as (unit, keep):
            device_id, camera_id = _add(unit, plan, form.cluster_id)
            # Also without a password: the vault may hold one of a device that never came to be.
            keep({device_id: plan.password or None})
            return unit.fleet.camera(camera_id)

    def add_listed(self, listed: Sequence[Listed]) -> list[CameraId]:
        """Keep many new cameras in one unit of work: all of them, or none.

        Raises what ``add_camera`` raises; ``console.lists`` checks before.
        """
        with self._unit_and_passwords() as (unit, keep):
            groups = _Groups(unit)
            added = [
                (*_add(unit, each.plan, groups.cluster(each.cluster, each.team)), each.plan)
                for each in listed
            ]
            keep({device_id: plan.password or None for device_id, _, plan in added})
            return [camera_id for _, camera_id, _ in added]

    def change_camera(self, camera_id: CameraId, form: CameraForm) -> Camera:
        """Make a camera what ``form`` says; a stream that stays keeps its id.

        ``form.number`` None and ``form.password`` None keep what was there; but a kept
        password does not move to another host (``FieldRule.AGAIN``).

        Raises:
            FieldRefused, AddressRefused, NumberTaken, Gone: see ``add_camera``.
        """
        plan = self.plan(form)
        with self._unit_and_passwords() as (unit, keep):
            camera = unit.fleet.camera(camera_id)
            password = self._password_for(plan, camera)
            unit.fleet.change_camera(
                camera_id,
                number=camera.number if plan.number is None else plan.number,
                name=plan.name,
                cluster_id=form.cluster_id,
            )
            unit.fleet.change_device(camera.device.id, host=plan.host, username=plan.username)
            _trust(unit, camera.device.id, plan)
            unit.fleet.set_streams(camera_id, plan.streams)
            keep({camera.device.id: password or None})
            return unit.fleet.camera(camera_id)

    def remove_camera(self, camera_id: CameraId) -> None:
        """Take a camera out, and with its device's last camera the password.  Raises Gone."""
        with self._unit_and_passwords() as (unit, keep):
            if device_id := unit.fleet.remove_camera(camera_id):
                keep({device_id: None})

    def pin_certificate(self, device_id: DeviceId, sha256: str | None) -> None:
        """Trust this certificate of a device and no other; None lifts it.  Raises Gone."""
        with self._store.begin() as unit:
            unit.fleet.pin_certificate(device_id, sha256)

    def remember_sizes(self, sizes: Mapping[StreamId, tuple[int, int]]) -> None:
        """Keep the sizes in pixels that streams were last seen with; not announced."""
        with self._store.begin() as unit:
            unit.fleet.remember_sizes(sizes)

    # For the engine

    def sources(self) -> list[CameraSource]:
        """Every camera as the engine needs it, passwords included.  Raises VaultLocked."""
        return [self.source(camera) for camera in self.view().cameras]

    def source(self, camera: Camera) -> CameraSource:
        """One camera as the engine needs it.  Raises VaultLocked."""
        device = camera.device
        return CameraSource(
            camera_id=camera.id,
            streams=tuple(
                StreamSource(
                    stream_id=stream.id,
                    role=stream.role,
                    scheme=stream.scheme,
                    host=device.host,
                    port=stream.port,
                    path=stream.path,
                    transport=stream.transport,
                    width=stream.width,
                    height=stream.height,
                )
                for stream in camera.streams
            ),
            username=device.username,
            password=self._vault.get(device.id),
            certificate_sha256=device.certificate_sha256,
        )

    def trial(self, form: CameraForm, camera: Camera | None = None) -> CameraSource:
        """What to show for "try": ``form`` as camera ``TRIAL``, nothing kept.

        ``camera`` is the one that is being changed: its password counts where the form has
        none.  Raises FieldRefused, AddressRefused, VaultLocked.
        """
        plan = self.plan(form)
        return CameraSource(
            camera_id=TRIAL,
            streams=tuple(
                StreamSource(
                    stream_id=StreamId(-place),
                    role=stream.role,
                    scheme=stream.scheme,
                    host=plan.host,
                    port=stream.port,
                    path=stream.path,
                    transport=stream.transport,
                )
                for place, stream in enumerate(plan.streams, 1)
            ),
            username=plan.username,
            password=self._password_for(plan, camera) if camera else plan.password,
            certificate_sha256=plan.certificate_sha256
            or (camera.device.certificate_sha256 if camera else None),
        )

    # Teams, clusters, layouts

    def add_team(self, name: str) -> Team:
        """Keep a new team.  Raises FieldRefused, NameTaken."""
        with self._store.begin() as unit:
            return unit.fleet.add_team(clean_name(name, Field.TEAM))

    def rename_team(self, team_id: TeamId, name: str) -> Team:
        """Give a team another name.  Raises FieldRefused, NameTaken, Gone."""
        with self._store.begin() as unit:
            return unit.fleet.rename_team(team_id, clean_name(name, Field.TEAM))

    def remove_team(self, team_id: TeamId) -> None:
        """Take a team out; its clusters stay.  Raises Gone."""
        with self._store.begin() as unit:
            unit.fleet.remove_team(team_id)

    def add_cluster(
        self, name: str, *, number: int | None = None, team_id: TeamId | None = None
    ) -> Cluster:
        """Keep a new cluster; None takes the next free number.

        Raises FieldRefused, NumberTaken, NameTaken, Gone.
        """
        with self._store.begin() as unit:
            wanted = unit.fleet.next_cluster_number() if number is None else number
            return unit.fleet.add_cluster(
                number=checked_number(wanted),
                name=clean_name(name, Field.CLUSTER),
                team_id=team_id,
            )

    def change_cluster(self, cluster: Cluster) -> Cluster:
        """Write a cluster's number, name and team.

        Raises FieldRefused, NumberTaken, NameTaken, Gone.
        """
        checked_number(cluster.number)
        with self._store.begin() as unit:
            return unit.fleet.change_cluster(
                replace(cluster, name=clean_name(cluster.name, Field.CLUSTER))
            )

    def remove_cluster(self, cluster_id: ClusterId) -> None:
        """Take an empty cluster out.  Raises ClusterInUse, Gone."""
        with self._store.begin() as unit:
            unit.fleet.remove_cluster(cluster_id)

    def layouts(self) -> list[Layout]:
        """Saved pages of the wall, by name."""
        with self._store.read() as unit:
            return unit.layouts.all()

    def save_layout(self, name: str, tiles: int, cameras: Sequence[CameraId | None] = ()) -> Layout:
        """Keep a page of 1-256 tiles under a name, in place of an older one of that name.

        Raises FieldRefused.
        """
        if not 1 <= tiles <= MOST_TILES:
            raise FieldRefused(Field.TILES, FieldRule.RANGE)
        with self._store.begin() as unit:
            return unit.layouts.save(clean_name(name), tiles, cameras)

    def remove_layout(self, layout_id: LayoutId) -> None:
        """Forget a page.  Raises Gone."""
        with self._store.begin() as unit:
            unit.layouts.remove(layout_id)

    def _password_for(self, plan: CameraPlan, camera: Camera) -> Secret | None:
        if plan.password is not None:
            return plan.password
        kept = self._vault.get(camera.device.id)
        if kept is not None and plan.host != camera.device.host:
            raise FieldRefused(Field.PASSWORD, FieldRule.AGAIN)
        return kept

    @contextmanager
    def _unit_and_passwords(self) -> Iterator[tuple[Unit, _Keep]]:
        """A unit of work over store and vault: what fails in one is taken back in the other."""
        before: dict[DeviceId, Secret | None] = {}

        def keep(new: Mapping[DeviceId, Secret | None]) -> None:
            before.update(self._vault.exchange(new))

        try:
            with self._store.begin() as unit:
                yield unit, keep
        except BaseException:
            if before:
                self._vault.exchange(before)
            raise


def _add(unit: Unit, plan: CameraPlan, cluster_id: ClusterId) -> tuple[DeviceId, CameraId]:
    number = unit.fleet.next_camera_number() if plan.number is None else plan.number
    device = unit.fleet.add_device(kind=DeviceKind.CAMERA, host=plan.host, username=plan.username)
    _trust(unit, device.id, plan)
    camera_id = unit.fleet.add_camera(
        number=checked_number(number),
        name=plan.name,
        cluster_id=cluster_id,
        device_id=device.id,
        streams=plan.streams,
    )
    return device.id, camera_id


def _trust(unit: Unit, device_id: DeviceId, plan: CameraPlan) -> None:
    if plan.certificate_sha256 is not None:
        unit.fleet.pin_certificate(device_id, plan.certificate_sha256)


class _Groups:
    """Finds clusters and teams by what a list calls them, and makes the missing ones."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._teams = {team.name.casefold(): team.id for team in unit.fleet.teams()}
        clusters = unit.fleet.clusters()
        self._clusters = {str(cluster.number): cluster.id for cluster in clusters}
        self._clusters |= {cluster.name.casefold(): cluster.id for cluster in clusters}

    def cluster(self, name: str, team: str) -> ClusterId:
        """By name, or by number where the list has one."""
        if (known := self._clusters.get(name.casefold())) is not None:
            return known
        made = self._unit.fleet.add_cluster(
            number=checked_number(self._unit.fleet.next_cluster_number()),
            name=name,
            team_id=self._team(team) if team else None,
        )
        self._clusters[name.casefold()] = made.id
        return made.id

    def _team(self, name: str) -> TeamId:
        known = self._teams.get(name.casefold())
        if known is None:
            known = self._teams[name.casefold()] = self._unit.fleet.add_team(name).id
        return known
