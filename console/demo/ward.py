"""The demo ward as data: 16 teams, 16 clusters, 81 cameras with names as a ward would give them.

The pictures are synthetic and served to this PC alone, so the login is no secret: it is
asked for because real cameras ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.demo.auth import Login
from console.demo.faults import Faults, Mood, Rhythm
from console.demo.lineup import Channel
from console.secret import Secret
from db.records import StreamRole

CAMERAS = 81
LOGIN = Login("demo", Secret("phuong-mau"))
HOST = "127.0.0.1"
_CLUSTER_SIZE = 5  # the first has one more
_SCENES = 7  # a prime: no usual width of a wall brings a scene above itself


class Fault(StrEnum):
    """What is wrong with a demo camera on purpose."""

    NONE = "none"
    OFF = "off"  # nothing answers at its port
    DROPS = "drops"  # is gone for 12 s of each 45 s
    REFUSES = "refuses"  # no password is right
    FREEZES = "freezes"  # sends nothing for 15 s of each 40 s


FAULTS = {6: Fault.OFF, 9: Fault.FREEZES, 11: Fault.REFUSES, 14: Fault.DROPS}
_RHYTHMS = {
    Fault.DROPS: Rhythm(Mood.GONE, period_s=45.0, bad_s=12.0),
    Fault.FREEZES: Rhythm(Mood.STALL, period_s=40.0, bad_s=15.0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoTeam:
    """A self-management team; it answers for the cluster of its number."""

    number: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCluster:
    """A camera cluster."""

    number: int
    name: str
    team: DemoTeam


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCamera:
    """A camera; ``scene`` is what it shows, at the phase of its ``number``."""

    number: int
    name: str
    cluster: DemoCluster
    scene: int
    fault: Fault

    def path(self, role: StreamRole) -> str:
        """Where the server has the stream."""
        return f"/cam/{self.number}/{role}"

    def url(self, role: StreamRole, *, port: int, off_port: int) -> str:
        """The stream's address, without the login."""
        here = off_port if self.fault is Fault.OFF else port
        return f"rtsp://{HOST}:{here}{self.path(role)}"


def clusters() -> tuple[DemoCluster, ...]:
    """The sixteen, each with its team."""
    return tuple(
        DemoCluster(
            number=number,
            name=f"Cụm {number:02d} · {place}",
            team=DemoTeam(number=number, name=f"Tổ tự quản {number:02d} · {group}"),
        )
        for number, (place, group) in enumerate(_PLACES, start=1)
    )


def cameras() -> tuple[DemoCamera, ...]:
    """All 81, by number; neighbours on the wall show different scenes."""
    groups = clusters()
    used = dict.fromkeys(_NAMES, 0)
    made = []
    for number in range(1, CAMERAS + 1):
        scene = number * 3 % _SCENES + 1
        kind = _KINDS[scene]
        name = _NAMES[kind][used[kind]]
        used[kind] += 1
        group = min((max(0, number - 2)) // _CLUSTER_SIZE, len(groups) - 1)
        made.append(
            DemoCamera(
                number=number,
                name=name,
                cluster=groups[group],
                scene=scene,
                fault=FAULTS.get(number, Fault.NONE),
            )
        )
    return tuple(made)


def shelf_name(scene: int, role: StreamRole) -> str:
    """What a scene's clip is called on the server's shelf."""
    return f"scene-{scene}-{role}"


def channels() -> list[Channel]:
    """The server's channels for all cameras, their faults set."""
    return [_channel(camera, role) for camera in cameras() for role in StreamRole]


def _channel(camera: DemoCamera, role: StreamRole) -> Channel:
    refuses = camera.fault is Fault.REFUSES
    return Channel(
        path=camera.path(role),
        clip=shelf_name(camera.scene, role),
        n=camera.number,
        guarded=True,
        rhythm=_RHYTHMS.get(camera.fault),
        faults=Faults(moods={Mood.REFUSE} if refuses else set()),
    )


_PLACES = (
    ("Chợ Thái", "TDP 1"),
    ("Hoàng Văn Thụ", "TDP 2"),
    ("Ngã tư Đồng Quang", "TDP 3"),
    ("Phan Đình Phùng", "TDP 4"),
    ("Trường THCS Nha Trang", "TDP 5"),
    ("Bờ hồ Xương Rồng", "TDP 6"),
    ("Ngõ 45 Lương Ngọc Quyến", "TDP 7"),
    ("Bến xe khách", "TDP 8"),
    ("Nhà văn hóa tổ 9", "TDP 9"),
    ("Minh Cầu", "TDP 10"),
    ("Bắc Kạn", "TDP 11"),
    ("Cầu Gia Bảy", "TDP 12"),
    ("Quảng trường Võ Nguyên Giáp", "TDP 13"),
    ("Khu dân cư số 5 Túc Duyên", "TDP 14"),
    ("Ga Thái Nguyên", "TDP 15"),
    ("Xóm Đồng Tâm", "xóm Đồng Tâm"),
)

_KINDS = {
    1: "street",
    2: "crossroads",
    3: "market",
    4: "street",
    5: "alley",
    6: "gate",
    7: "lake",
}

_NAMES: dict[str, tuple[str, ...]] = {
    "street": (
        "Hoàng Văn Thụ, số 12",
        "Phan Đình Phùng, đầu phố",
        "Lương Ngọc Quyến, hướng về bến xe",
        "Minh Cầu, số 88",
        "Bắc Kạn, trước cửa hàng điện máy",
        "Cách Mạng Tháng Tám, số 240",
        "Hoàng Văn Thụ, số 156",
        "Bến Tượng",
        "Phủ Liễn, gần trạm y tế phường",
        "Đội Cấn, số 5",
        "Nguyễn Du, đoạn qua Bảo tàng Văn hóa các dân tộc Việt Nam",
        "Hùng Vương, số 31",
        "Phan Đình Phùng, số 402",
        "Quang Trung, điểm đỗ xe buýt",
        "Lương Ngọc Quyến, số 607",
        "Chu Văn An",
        "Dương Tự Minh, chân cầu",
        "Minh Cầu, số 197",
        "Xuân Hòa, số 9",
        "Túc Duyên, cạnh cây xăng",
        "Bắc Nam, lối vào khu đô thị",
        "Hoàng Ngân, số 14",
        "Thống Nhất, hướng vào trung tâm",
        "Gia Bảy, số 60",
        "Nguyễn Huệ, dãy phố cũ",
        "Việt Bắc, số 118",
        "Z115, cuối phố",
    ),
    "crossroads": (
        "Ngã tư Đồng Quang",
        "Ngã ba Mỏ Bạch",
        "Ngã tư Minh Cầu – Phan Đình Phùng",
        "Vòng xuyến Tân Long",
        "Ngã ba Bắc Nam",
        "Ngã tư khách sạn Thái Nguyên",
        "Ngã ba Gia Sàng",
        "Ngã tư Lương Ngọc Quyến – Hoàng Văn Thụ",
        "Ngã ba Quán Triều",
        "Ngã tư Ga",
        "Ngã tư Túc Duyên",
        "Ngã ba Bến Oánh",
        "Ngã tư Z159",
        "Ngã ba Chợ Đồng Quang, hướng Bắc",
    ),
    "market": (
        "Chợ Thái, cổng chính",
        "Chợ Thái, dãy rau quả",
        "Chợ Minh Cầu",
        "Chợ Đồng Quang, khu hàng ăn",
        "Chợ Túc Duyên, lối sau",
        "Chợ Gia Sàng",
        "Chợ đêm Võ Nguyên Giáp",
        "Chợ Quán Triều",
        "Chợ Quang Vinh, dãy hàng vải",
        "Chợ Đán",
        "Chợ Khu Nam, cổng phụ",
        "Chợ Tân Long",
    ),
    "alley": (
        "Ngõ 45, đầu ngõ",
        "Ngõ 12 Hoàng Văn Thụ",
        "Ngách 45/7 Lương Ngọc Quyến",
        "Ngõ 238 Bến Tượng",
        "Ngõ nhà văn hóa tổ 9",
        "Ngõ 60 Minh Cầu, giữa ngõ",
        "Hẻm sau chợ Thái",
        "Ngõ 3 Phủ Liễn",
        "Ngõ 171, lối ra đê sông Cầu",
        "Ngõ 9 Xuân Hòa",
        "Ngách 88/2 Minh Cầu",
        "Ngõ 402 Phan Đình Phùng",
        "Ngõ xóm Đồng Tâm",
        "Ngõ 27 Ga, cạnh kho lương thực",
    ),
    "gate": (
        "Cổng trường THCS Nha Trang",
        "Cổng trường TH Đội Cấn",
        "Cổng trụ sở UBND phường",
        "Cổng trường THPT Lương Ngọc Quyến",
        "Cổng trạm y tế",
        "Cổng trường mầm non 19/5",
        "Cổng trụ sở Công an phường",
        "Cổng trường TH Nguyễn Huệ",
        "Cổng nhà văn hóa tổ 9",
        "Cổng trường THCS Chu Văn An",
        "Cổng bệnh viện A, lối xe cứu thương",
        "Cổng trường mầm non Quang Trung",
        "Cổng chi cục thuế",
        "Cổng khu tập thể nhà máy",
    ),
    "lake": (
        "Hồ Xương Rồng, lối đi bộ phía đông",
        "Hồ Xương Rồng, ghế đá",
        "Bờ kè sông Cầu",
        "Vườn hoa sông Cầu",
        "Hồ Xương Rồng, bãi xe",
        "Bờ kè Bến Oánh",
        "Công viên sông Cầu, sân tập",
        "Bờ kè chân cầu Gia Bảy",
        "Hồ Xương Rồng, sân chơi trẻ em",
        "Vườn hoa Bến Tượng",
        "Bờ sông Cầu, bến đò cũ",
        "Đường dạo hồ công viên",
    ),
}
