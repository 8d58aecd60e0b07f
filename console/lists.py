"""Lists of cameras: a CSV file in, with a verdict for every row, and out again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from console.audit import Act, Audit
from console.errors import AddressRefused, FieldRefused
from console.fleet import Fleet, FleetView, Listed
from console.forms import CameraForm, CameraPlan, Field, FieldRule, clean_name, url_of
from console.gate import Gate
from console.rights import Action
from console.secret import Secret
from console.sheets import Row, folded, read_table, write_table
from db.records import CameraId, ClusterId, StreamRole, Transport
from db.store import Store

# What offices call a column, as ``console.sheets.folded``.
COLUMNS: dict[str, tuple[str, ...]] = {
    Field.NUMBER: ("so", "so camera", "ma so", "number", "no", "camera number"),
    Field.NAME: ("ten", "ten camera", "name", "camera", "camera name"),
    Field.CLUSTER: ("cum", "cum camera", "ten cum", "cluster", "camera cluster"),
    Field.TEAM: ("to", "to tu quan", "ten to", "team"),
    Field.MAIN_URL: ("luong chinh", "dia chi", "main", "main url", "main stream", "url"),
    Field.SUB_URL: ("luong phu", "sub", "sub url", "sub stream"),
    Field.USERNAME: ("tai khoan", "ten dang nhap", "username", "user", "account", "login"),
    Field.PASSWORD: ("mat khau", "password", "pass"),
    Field.TRANSPORT: ("giao thuc", "transport"),
}
_HEADER = ("Số", "Tên", "Cụm", "Tổ", "Luồng chính", "Luồng phụ", "Tài khoản", "Giao thức")


class Verdict(StrEnum):
    """What becomes of a row."""

    OK = "ok"
    PROBLEM = "problem"  # a rule is broken; the row is left out
    DUPLICATE = "duplicate"  # its number or address is in use, or stands further up


@dataclass(frozen=True, slots=True, kw_only=True)
class RowVerdict:
    """What was found in one row.

    ``row`` counts lines of the file from 1.  ``column`` is a ``Field`` or "", ``rule`` a word
    of ``FieldRule``, ``console.address.Rule`` or, for a row that cannot be read, "quotes" or
    "cell_length".  ``listed`` is what would be kept, None unless the verdict is OK.
    """

    row: int
    verdict: Verdict
    name: str = ""
    column: str = ""
    rule: str = ""
    listed: Listed | None = None


@dataclass(frozen=True, slots=True)
class ListReport:
    """Every row's verdict, in the file's order; ``ignored`` are columns that we do not know."""

    rows: tuple[RowVerdict, ...]
    ignored: tuple[str, ...]

    @property
    def good(self) -> tuple[Listed, ...]:
        """What an import would keep."""
        return tuple(row.listed for row in self.rows if row.listed is not None)


class Lists:
    """Import and export.  2,000 rows take some three seconds; not for the GUI thread.

    Any call may raise ``NotAllowed``: lists are for whoever may change the fleet.
    """

    def __init__(self, fleet: Fleet, store: Store, gate: Gate, audit: Audit) -> None:
        self._fleet = fleet
        self._store = store
        self._gate = gate
        self._audit = audit

    def check(self, path: Path) -> ListReport:
        """Read a list and judge each row; keeps nothing.

        Raises:
            ListUnreadable: see ``console.sheets.read_table``.
        """
        self._gate.require(Action.CHANGE_FLEET)
        table = read_table(path, COLUMNS)
        known = _Known(self._fleet.view())
        return ListReport(tuple(self._verdict(row, known) for row in table.rows), table.ignored)

    def import_(self, report: ListReport) -> list[CameraId]:
        """Keep all good rows of a report in one unit of work, or none of them.

        Clusters and teams that do not exist are made.

        Raises:
            NumberTaken: a number was given away since the list was checked.
            StoreProblem, VaultLocked: nothing was kept.
        """
        return self._fleet.add_listed(report.good)

    def export(self, path: Path) -> int:
        """Write the fleet without passwords; returns the number of cameras.

        ``check`` reads such a file again.  The log is told before the file is there, so that
        none goes out untold.  Raises OSError, StoreProblem.
        """
        self._gate.require(Action.CHANGE_FLEET)
        view = self._fleet.view()
        with self._store.begin() as unit:
            self._audit.write(unit, Act.LIST_EXPORTED, cameras=len(view.cameras))
        write_table(path, _HEADER, _exported(view))
        return len(view.cameras)

    def _verdict(self, row: Row, known: _Known) -> RowVerdict:
        name = row.cells.get(Field.NAME, "")
        if row.fault:
            return RowVerdict(
                row=row.number, verdict=Verdict.PROBLEM, column=row.fault_column, rule=row.fault
            )
        try:
            listed = self._listed(row)
        except (FieldRefused, AddressRefused) as problem:
            return RowVerdict(
                row=row.number,
                verdict=Verdict.PROBLEM,
                name=name,
                column=problem.field,
                rule=problem.rule,
            )
        if double := known.double(listed.plan):
            return RowVerdict(
                row=row.number, verdict=Verdict.DUPLICATE, name=listed.plan.name, column=double
            )
        known.add(listed.plan)
        return RowVerdict(row=row.number, verdict=Verdict.OK, name=listed.plan.name, listed=listed)

    def _listed(self, row: Row) -> Listed:
        cells = row.cells
        team, password = cells.get(Field.TEAM, ""), cells.get(Field.PASSWORD, "")
        form = CameraForm(
            number=_number(cells.get(Field.NUMBER, "")),
            name=cells.get(Field.NAME, ""),
            cluster_id=ClusterId(0),  # found by name when it is kept
            main_url=cells.get(Field.MAIN_URL, ""),
            sub_url=cells.get(Field.SUB_URL, ""),
            username=cells.get(Field.USERNAME, ""),
            password=Secret(password) if password else None,
            transport=_transport(cells.get(Field.TRANSPORT, "")),
        )
        return Listed(
            plan=self._fleet.plan(form),
            cluster=clean_name(cells.get(Field.CLUSTER, ""), Field.CLUSTER),
            team=clean_name(team, Field.TEAM) if team else "",
        )


class _Known:
    """Numbers and addresses that are in use, in the station or further up in the list."""

    def __init__(self, view: FleetView) -> None:
        self._numbers: set[int] = {camera.number for camera in view.cameras}
        self._places = {
            (camera.device.host, stream.port, stream.path)
            for camera in view.cameras
            for stream in camera.streams
        }

    def double(self, plan: CameraPlan) -> str:
        """The column that stands somewhere else already, or ""."""
        if plan.number in self._numbers:
            return Field.NUMBER
        for stream in plan.streams:
            if (plan.host, stream.port, stream.path) in self._places:
                return Field.MAIN_URL if stream.role is StreamRole.MAIN else Field.SUB_URL
        return ""

    def add(self, plan: CameraPlan) -> None:
        if plan.number is not None:
            self._numbers.add(plan.number)
        self._places.update((plan.host, stream.port, stream.path) for stream in plan.streams)


def _number(cell: str) -> int | None:
    if not cell:
        return None
    if not (cell.isascii() and cell.isdigit() and len(cell) <= 9):
        raise FieldRefused(Field.NUMBER, FieldRule.RANGE)
    return int(cell)


def _transport(cell: str) -> Transport | None:
    word = folded(cell)
    if not word:
        return None
    if word not in list(Transport):
        raise FieldRefused(Field.TRANSPORT, FieldRule.UNKNOWN)
    return Transport(word)


def _exported(view: FleetView) -> Iterator[tuple[str, ...]]:
    teams = {team.id: team.name for team in view.teams}
    clusters = {cluster.id: cluster for cluster in view.clusters}
    for camera in view.cameras:
        cluster = clusters[camera.cluster_id]
        yield (
            str(camera.number),
            camera.name,
            cluster.name,
            teams[cluster.team_id] if cluster.team_id is not None else "",
            url_of(camera, StreamRole.MAIN),
            url_of(camera, StreamRole.SUB),
            camera.device.username,
            camera.streams[0].transport if camera.streams else "",
        )
