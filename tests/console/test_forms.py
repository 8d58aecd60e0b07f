"""What is typed about a camera is checked before it is kept."""

from __future__ import annotations

import unicodedata

import pytest

from console.address import AddressRules, Rule
from console.errors import AddressRefused, FieldRefused
from console.forms import CameraForm, Field, FieldRule, checked_number, clean_name, planned
from console.secret import Secret
from db.records import ClusterId, StreamRole, Transport

MAIN = "rtsp://10.0.0.9/main"
RULES = AddressRules()


def form(**fields: object) -> CameraForm:
    filled = {"name": "Cổng chợ", "cluster_id": ClusterId(1), "main_url": MAIN, **fields}
    return CameraForm(**filled)  # type: ignore[arg-type]


def refused(**fields: object) -> tuple[str, str]:
    with pytest.raises(FieldRefused) as error:
        planned(form(**fields), RULES, Transport.TCP)
    return error.value.field, error.value.rule


def test_a_form_becomes_a_plan_in_parts() -> None:
    plan = planned(
        form(
            number=7,
            name="  Cổng   chợ ",
            main_url=" rtsp://admin:12%2345@10.0.0.9/main ",
            sub_url="rtsps://10.0.0.9:8322/sub",
            transport=Transport.UDP,
        ),
        RULES,
        Transport.TCP,
    )

    assert (plan.number, plan.name, plan.host, plan.username) == (
        7,
        "Cổng chợ",
        "10.0.0.9",
        "admin",
    )
    assert plan.password == Secret("12#45")
    assert [(s.role, s.scheme, s.port, s.path, s.transport) for s in plan.streams] == [
        (StreamRole.MAIN, "rtsp", 554, "/main", Transport.UDP),
        (StreamRole.SUB, "rtsps", 8322, "/sub", Transport.UDP),
    ]


def test_the_stations_usual_transport_is_taken_where_none_is_chosen() -> None:
    assert planned(form(), RULES, Transport.UDP).streams[0].transport is Transport.UDP


def test_a_camera_may_have_a_sub_stream_only() -> None:
    plan = planned(form(main_url="", sub_url=MAIN), RULES, Transport.TCP)

    assert [stream.role for stream in plan.streams] == [StreamRole.SUB]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"main_url": " "}, (Field.MAIN_URL, FieldRule.NO_STREAM)),
        ({"sub_url": "rtsp://10.0.0.8/sub"}, (Field.SUB_URL, FieldRule.OTHER_HOST)),
        ({"number": 0}, (Field.NUMBER, FieldRule.RANGE)),
        ({"number": 10_000}, (Field.NUMBER, FieldRule.RANGE)),
        ({"name": ""}, (Field.NAME, FieldRule.EMPTY)),
        ({"name": " \u00a0 "}, (Field.NAME, FieldRule.EMPTY)),
        ({"name": "a" * 81}, (Field.NAME, FieldRule.LENGTH)),
        ({"name": "a\u202egnp"}, (Field.NAME, FieldRule.CHARACTERS)),
        ({"name": "a\u200bb"}, (Field.NAME, FieldRule.CHARACTERS)),
        ({"name": "a\nb"}, (Field.NAME, FieldRule.CHARACTERS)),
        ({"name": "a\ud800"}, (Field.NAME, FieldRule.CHARACTERS)),
        ({"username": "ad\rmin"}, (Field.USERNAME, FieldRule.CHARACTERS)),
        ({"username": "a" * 129}, (Field.USERNAME, FieldRule.LENGTH)),
        ({"password": Secret("a\x00b")}, (Field.PASSWORD, FieldRule.CHARACTERS)),
        ({"password": Secret("a" * 129)}, (Field.PASSWORD, FieldRule.LENGTH)),
        (
            {"username": "root", "main_url": "rtsp://admin@10.0.0.9/"},
            (Field.USERNAME, FieldRule.OTHER_LOGIN),
        ),
        (
            {"password": Secret("a"), "main_url": "rtsp://u:b@10.0.0.9/"},
            (Field.PASSWORD, FieldRule.OTHER_LOGIN),
        ),
        (
            {"main_url": "rtsp://u:a@10.0.0.9/", "sub_url": "rtsp://u:b@10.0.0.9/"},
            (Field.PASSWORD, FieldRule.OTHER_LOGIN),
        ),
    ],
)
def test_what_breaks_a_rule_is_named_with_its_field(
    fields: dict[str, object], expected: tuple[str, str]
) -> None:
    assert refused(**fields) == expected


def test_the_same_login_typed_everywhere_is_one_login() -> None:
    both = "rtsp://admin:12345@10.0.0.9/"

    plan = planned(
        form(main_url=both, sub_url=both, username="admin", password=Secret("12345")),
        RULES,
        Transport.TCP,
    )

    assert (plan.username, plan.password) == ("admin", Secret("12345"))


@pytest.mark.parametrize("box", [Field.MAIN_URL, Field.SUB_URL])
def test_a_refused_address_names_the_box_it_was_typed_into(box: Field) -> None:
    with pytest.raises(AddressRefused) as error:
        planned(form(**{box: "http://10.0.0.9/"}), RULES, Transport.TCP)

    assert (error.value.field, error.value.rule) == (box, Rule.SCHEME)


def test_a_form_does_not_show_the_login_in_its_addresses() -> None:
    assert "Hunter2" not in repr(form(main_url="rtsp://u:Hunter2@10.0.0.9/"))


def test_names_are_kept_composed() -> None:
    assert clean_name(unicodedata.normalize("NFD", "Ngã tư Đồng Quang")) == "Ngã tư Đồng Quang"


def test_the_longest_name_and_the_highest_number_are_allowed() -> None:
    assert clean_name("ổ" * 80) == "ổ" * 80
    assert checked_number(9999) == 9999
