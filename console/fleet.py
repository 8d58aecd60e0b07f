"""The station's cameras: adding, changing and removing them, their groups and layouts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from console.audit import Act, Audit
from console.changes import changed_fields
from console.config import Config
from console.errors import FieldRefused, VaultLocked
from console.forms import (
    CameraForm,
    CameraPlan,
    Field,
    FieldRule,
    checked_number,
    clean_name,
    planned,
)
from console.gate import Gate
from console.list_groups import ListGroups
from console.recording_rules import rules_in
from console.rights import Action
from console.secret import Secret
from console.sources import on_one_line, source_of, trial_of
from console.vault import Vault
from console.video.ports import CameraSource
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
from db.structs import replace

MOST_TILES = 256

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
    password also ``VaultLocked``.  A change is announced as ``Changed`` after it is on disk,
    and is in the log.  Whatever changes the fleet may raise ``NotAllowed``; what the wall
    itself needs to play on under a locked screen does not ask who sits there.
    """

    def __init__(
        self, store: Store, vault: Vault, config: Config, gate: Gate, audit: Audit
    ) -> None:
        self._store = store
        self._vault = vault
        self._config = config
        self._gate = gate
        self._audit = audit

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
        self._gate.require(Action.CHANGE_FLEET)
        with self._store.read() as unit:
            return unit.fleet.next_camera_number()

    def next_cluster_number(self) -> int:
        """The number to propose for a new cluster."""
        self._gate.require(Action.CHANGE_FLEET)
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
        self._gate.require(Action.CHANGE_FLEET)
        plan = self.plan(form)
        with self._unit_and_passwords() as (unit, keep):
            device_id, camera_id = _add(unit, plan, form.cluster_id)
            self._audit.write(unit, Act.CAMERA_ADDED, "camera", camera_id, device=device_id)
            # Also without a password: the vault may hold one of a device that never came to be.
            keep({device_id: plan.password or None})
            return unit.fleet.camera(camera_id)

    def add_listed(self, listed: Sequence[Listed]) -> list[CameraId]:
        """Keep many new cameras in one unit of work: all of them, or none.

        Raises what ``add_camera`` raises; ``console.lists`` checks before.
        """
        self._gate.require(Action.CHANGE_FLEET)
        with self._unit_and_passwords() as (unit, keep):
            groups = ListGroups(unit)
            added = [
                (*_add(unit, each.plan, groups.cluster(each.cluster, each.team)), each.plan)
                for each in listed
            ]
            cameras = [camera_id for _, camera_id, _ in added]
            self._audit.write(
                unit,
                Act.LIST_IMPORTED,
                cameras=cameras,
                clusters=groups.clusters_made,
                teams=groups.teams_made,
            )
            keep({device_id: plan.password or None for device_id, _, plan in added})
            return cameras

    def change_camera(self, camera_id: CameraId, form: CameraForm) -> Camera:
        """Make a camera what ``form`` says; a stream that stays keeps its id.

        ``form.number`` None and ``form.password`` None keep what was there; but a kept
        password does not move to another host (``FieldRule.AGAIN``).

        Raises:
            FieldRefused, AddressRefused, NumberTaken, Gone: see ``add_camera``.
        """
        self._gate.require(Action.CHANGE_FLEET)
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
            changed = unit.fleet.camera(camera_id)
            fields = changed_fields(camera, changed)
            if plan.password is not None:
                fields.append("password")
            self._audit.write(unit, Act.CAMERA_CHANGED, "camera", camera_id, fields=fields)
            keep({camera.device.id: password or None})
            return changed

    def remove_camera(self, camera_id: CameraId) -> None:
        """Take a camera out, and with its device's last camera the password.  Raises Gone."""
        self._gate.require(Action.CHANGE_FLEET)
        with self._unit_and_passwords() as (unit, keep):
            device_id = unit.fleet.remove_camera(camera_id)
            self._audit.write(unit, Act.CAMERA_REMOVED, "camera", camera_id, device=device_id)
            if device_id:
                keep({device_id: None})

    def pin_certificate(self, device_id: DeviceId, sha256: str | None) -> None:
        """Trust this certificate of a device and no other; None lifts it.  Raises Gone."""
        self._gate.require(Action.CHANGE_FLEET)
        with self._store.begin() as unit:
            unit.fleet.pin_certificate(device_id, sha256)
            self._audit.write(unit, Act.CERTIFICATE_PINNED, "device", device_id, sha256=sha256)

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
        return source_of(camera, self._vault.get(camera.device.id))

    def trial(self, form: CameraForm, camera: Camera | None = None) -> CameraSource:
        """What to show for "try": ``form`` as camera ``TRIAL``, nothing kept.

        ``camera`` is the one that is being changed: its password counts where the form has
        none.  Where that one's line bears one session, or that of another camera at the same
        address, see ``on_one_line``.  Raises FieldRefused, AddressRefused, VaultLocked.
        """
        self._gate.require(Action.CHANGE_FLEET)
        plan = self.plan(form)
        password = self._password_for(plan, camera) if camera else plan.password
        certificate = plan.certificate_sha256
        if certificate is None and camera is not None:
            certificate = camera.device.certificate_sha256
        trial = trial_of(plan, password, certificate)
        with self._store.read() as unit:
            ends = {(stream.port, stream.path) for stream in plan.streams}
            kept = camera or unit.fleet.camera_at(plan.host, ends)
            alone = kept is not None and rules_in(unit).of_camera(kept).sessions == 1
        return on_one_line(trial, self.source(kept)) if kept is not None and alone else trial

    # Teams, clusters, layouts

    def add_team(self, name: str) -> Team:
        """Keep a new team.  Raises FieldRefused, NameTaken."""
        self._gate.require(Action.CHANGE_FLEET)
        with self._store.begin() as unit:
            team = unit.fleet.add_team(clean_name(name, Field.TEAM))
            self._audit.write(unit, Act.TEAM_ADDED, "team", team.id)
            return team

    def rename_team(self, team_id: TeamId, name: str) -> Team:
        """Give a team another name.  Raises FieldRefused, NameTaken, Gone."""
        self._gate.require(Action.CHANGE_FLEET)
        with self._store.begin() as unit:
            self._audit.write(unit, Act.TEAM_CHANGED, "team", team_id, fields=["name"])
            return unit.fleet.rename_team(team_id, clean_name(name, Field.TEAM))

    def remove_team(self, team_id: TeamId) -> None:
        """Take a team out; its clusters stay.  Raises Gone, TeamInUse, TeamHasMembers."""
        self._gate.require(Action.CHANGE_FLEET)
        with self._store.begin() as unit:
            unit.fleet.remove_team(team_id)
            self._audit.write(unit, Act.TEAM_REMOVED, "team", team_id)

    def add_cluster(
        self, name: str, *, number: int | None = None, team_id: TeamId | None = None
    ) -> Cluster:
        """Keep a new cluster; None takes the next free number.

        Raises FieldRefused, NumberTaken, NameTaken, Gone.
        """
        self._gate.require(Action.CHANGE_FLEET)
        with self._store.begin() as unit:
            wanted = unit.fleet.next_cluster_number() if number is None else number
            cluster = unit.fleet.add_cluster(
                number=checked_number(wanted),
                name=clean_name(name, Field.CLUSTER),
                team_id=team_id,
            )
            self._audit.write(unit, Act.CLUSTER_ADDED, "cluster", cluster.id, team=team_id)
            return cluster

    def change_cluster(self, cluster: Cluster) -> Cluster:
        """Write a cluster's number, name and team.

        Raises FieldRefused, NumberTaken, NameTaken, Gone.
        """
        self._gate.require(Action.CHANGE_FLEET)
        checked_number(cluster.number)
        with self._store.begin() as unit:
            before = unit.fleet.cluster(cluster.id)
            after = unit.fleet.change_cluster(
                replace(cluster, name=clean_name(cluster.name, Field.CLUSTER))
            )
            self._audit.write(
                unit,
                Act.CLUSTER_CHANGED,
                "cluster",
                cluster.id,
                fields=changed_fields(before, after),
                team=after.team_id,
            )
            return after

    def remove_cluster(self, cluster_id: ClusterId) -> None:
        """Take an empty cluster out.  Raises ClusterInUse, Gone."""
        self._gate.require(Action.CHANGE_FLEET)
        with self._store.begin() as unit:
            unit.fleet.remove_cluster(cluster_id)
            self._audit.write(unit, Act.CLUSTER_REMOVED, "cluster", cluster_id)

    def layouts(self) -> list[Layout]:
        """Saved pages of the wall, by name."""
        with self._store.read() as unit:
            return unit.layouts.all()

    def save_layout(self, name: str, tiles: int, cameras: Sequence[CameraId | None] = ()) -> Layout:
        """Keep a page of 1-256 tiles under a name, in place of an older one of that name.

        Raises FieldRefused.
        """
        self._gate.require(Action.SAVE_LAYOUT)
        if not 1 <= tiles <= MOST_TILES:
            raise FieldRefused(Field.TILES, FieldRule.RANGE)
        with self._store.begin() as unit:
            layout = unit.layouts.save(clean_name(name), tiles, cameras)
            self._audit.write(unit, Act.LAYOUT_SAVED, "layout", layout.id, tiles=tiles)
            return layout

    def remove_layout(self, layout_id: LayoutId) -> None:
        """Forget a page.  Raises Gone."""
        self._gate.require(Action.SAVE_LAYOUT)
        with self._store.begin() as unit:
            unit.layouts.remove(layout_id)
            self._audit.write(unit, Act.LAYOUT_REMOVED, "layout", layout_id)

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

        # A keystore may think for seconds: it is asked while others can write.  Whether the
        # vault must open is known later; a camera without a password does without.
        with suppress(VaultLocked):
            self._vault.check_opens()
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
