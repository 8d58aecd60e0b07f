"""Which addresses are opened, and that no login stays in what is kept."""

from __future__ import annotations

import random
from ipaddress import ip_address
from urllib.parse import quote

import pytest

from console.address import LONGEST, AddressRules, Rule, filled, parse_stream_url, shown
from console.errors import AddressRefused
from console.secret import Secret

SITE = AddressRules(allowed_names=frozenset({"nvr.phuong.lan", "localhost"}))
BENCH = AddressRules(allow_loopback=True, allowed_names=frozenset({"localhost"}))


def refused(raw: str, rules: AddressRules = SITE) -> str:
    with pytest.raises(AddressRefused) as error:
        parse_stream_url(raw, rules)
    return error.value.rule


def test_a_plain_address_falls_into_parts() -> None:
    parsed = parse_stream_url("RTSP://admin:12345@192.168.1.20:8554/live?ch=1", SITE)

    assert (parsed.scheme, parsed.host, parsed.port) == ("rtsp", "192.168.1.20", 8554)
    assert (parsed.path, parsed.username) == ("/live?ch=1", "admin")
    assert parsed.password == Secret("12345")


@pytest.mark.parametrize(
    ("raw", "host", "port", "path"),
    [
        ("rtsp://10.0.0.1", "10.0.0.1", 554, "/"),
        ("rtsps://10.0.0.1/", "10.0.0.1", 322, "/"),
        ("rtsp://10.0.0.1?ch=1", "10.0.0.1", 554, "/?ch=1"),
        ("rtsp://[fd00::7]:8554/a", "fd00::7", 8554, "/a"),
        ("rtsp://[FD00:0:0::7]/a", "fd00::7", 554, "/a"),
        ("rtsp://[::ffff:10.0.0.1]/a", "10.0.0.1", 554, "/a"),
        ("rtsp://NVR.phuong.lan./a", "nvr.phuong.lan", 554, "/a"),
        ("rtsp://10.0.0.1/cổng/%C3%A1", "10.0.0.1", 554, "/c%E1%BB%95ng/%C3%A1"),
        ("rtsp://10.0.0.1/{x}{password}", "10.0.0.1", 554, "/%7Bx%7D{password}"),
    ],
)
def test_places_and_paths_are_kept_in_one_form(raw: str, host: str, port: int, path: str) -> None:
    parsed = parse_stream_url(raw, SITE)

    assert (parsed.host, parsed.port, parsed.path) == (host, port, path)
    assert (parsed.username, parsed.password) == ("", None)


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        ("", Rule.EMPTY),
        ("rtsp://10.0.0.1/" + "a" * LONGEST, Rule.LENGTH),
        ("10.0.0.1", Rule.SCHEME),
        ("http://10.0.0.1/", Rule.SCHEME),
        ("file:///etc/passwd", Rule.SCHEME),
        ("concat:rtsp://10.0.0.1/", Rule.SCHEME),
        ("rtmp://10.0.0.1/", Rule.SCHEME),
        ("rtsp:/10.0.0.1/", Rule.SCHEME),
        ("rtsp:///stream", Rule.HOST),
        ("rtsp://u:p@h@evil/", Rule.USERINFO),
        ("rtsp://u:p@10.0.0.1@10.0.0.2/", Rule.USERINFO),
        ("rtsp://u:%ff@10.0.0.1/", Rule.USERINFO),
        ("rtsp://a@10.0.0.1/?user=b&password=c", Rule.USERINFO),
        ("rtsp://a:b@10.0.0.1/?user=a&password=c", Rule.USERINFO),
        ("rtsp://10.0.0.1/?password=b&pwd=c", Rule.USERINFO),
        ("rtsp://10.0.0.1:0/", Rule.PORT),
        ("rtsp://10.0.0.1:65536/", Rule.PORT),
        ("rtsp://10.0.0.1:/", Rule.PORT),
        ("rtsp://10.0.0.1:-1/", Rule.PORT),
        ("rtsp://10.0.0.1:٥٥٤/", Rule.PORT),
        ("rtsp://fd00::7/a", Rule.PORT),
        ("rtsp://10.0.0.1 /", Rule.CHARACTERS),
        (" rtsp://10.0.0.1/", Rule.CHARACTERS),
        ("rtsp://10.0.0.1/\n", Rule.CHARACTERS),
        ("rt\nsp://10.0.0.1/", Rule.CHARACTERS),
        ("rtsp://10.0.0.1/\u202egnp", Rule.CHARACTERS),
        ("rtsp://10.0.0.1/\u200b", Rule.CHARACTERS),
        ("rtsp://10.0.0.1\\@evil/", Rule.CHARACTERS),
        ("rtsp://10.0.0.1#@evil/", Rule.CHARACTERS),
        ("rtsp://10.0.0.1/%0d%0aTEARDOWN", Rule.CHARACTERS),
        ("rtsp://u:a%0Db@10.0.0.1/", Rule.CHARACTERS),
        ("rtsp://evil.example/", Rule.NAME_NOT_ALLOWED),
        ("rtsp://nvr.phuong.lan.evil.example/", Rule.NAME_NOT_ALLOWED),
        ("rtsp://2130706433/", Rule.HOST),
        ("rtsp://127.1/", Rule.HOST),
        ("rtsp://0x7f.0.0.0x1/", Rule.HOST),
        ("rtsp://0177.0.0.1/", Rule.HOST),
        ("rtsp://10.0.0.256/", Rule.HOST),
        ("rtsp://nvr..lan/", Rule.HOST),
        ("rtsp://-nvr.lan/", Rule.HOST),
        ("rtsp://cổng.lan/", Rule.HOST),
        ("rtsp://[10.0.0.1]/", Rule.HOST),
        ("rtsp://[fd00::7/", Rule.HOST),
        ("rtsp://localhost/", Rule.LOOPBACK),
        ("rtsp://127.0.0.1/", Rule.LOOPBACK),
        ("rtsp://127.9.9.9/", Rule.LOOPBACK),
        ("rtsp://[::1]/", Rule.LOOPBACK),
        ("rtsp://[::ffff:127.0.0.1]/", Rule.LOOPBACK),
        ("rtsp://169.254.169.254/", Rule.LINK_LOCAL),
        ("rtsp://[fe80::1]/", Rule.LINK_LOCAL),
        ("rtsp://[fe80::1%25eth0]/", Rule.LINK_LOCAL),
        ("rtsp://239.1.1.1/", Rule.MULTICAST),
        ("rtsp://[ff02::1]/", Rule.MULTICAST),
        ("rtsp://0.0.0.0/", Rule.UNSPECIFIED),
        ("rtsp://0.1.2.3/", Rule.UNSPECIFIED),
        ("rtsp://[::]/", Rule.UNSPECIFIED),
        ("rtsp://255.255.255.255/", Rule.BROADCAST),
        ("rtsp://240.0.0.1/", Rule.RESERVED),
        ("rtsp://[64:ff9b::7f00:1]/", Rule.RESERVED),
        ("rtsp://[2002:7f00:1::]/", Rule.RESERVED),
    ],
)
def test_what_is_not_plainly_a_cameras_address_is_refused(raw: str, rule: Rule) -> None:
    assert refused(raw) == rule


@pytest.mark.parametrize(
    "raw",
    [
        "rtsp://admin:Hunter2!@evil.example/",
        "rtsp://admin:Hunter2!@127.0.0.1/",
        "rtsp://admin:Hunter2!@10.0.0.1:0/",
        "rtsp://admin:Hunter2!@h@10.0.0.1/",
        "rtsp://admin:Hunter2!\n@10.0.0.1/",
        "rtsp://admin:Hunter2!/x@10.0.0.1/",
        "http://admin:Hunter2!@10.0.0.1/",
        "rtsp://a:b@10.0.0.1/?pwd=Hunter2!",
    ],
)
def test_a_refusal_does_not_repeat_the_login(raw: str) -> None:
    with pytest.raises(AddressRefused) as error:
        parse_stream_url(raw, SITE)

    assert "Hunter2" not in repr(error.value) + str(error.value)


def test_this_pc_is_reached_only_where_the_setup_says_so() -> None:
    for raw in ("rtsp://127.0.0.1:8554/a", "rtsp://[::1]/a", "rtsp://localhost/a"):
        assert parse_stream_url(raw, BENCH).path == "/a"


def test_an_escaped_at_sign_belongs_to_the_password() -> None:
    parsed = parse_stream_url("rtsp://admin:p%40ss%3A@10.0.0.1/", SITE)

    assert (parsed.host, parsed.username) == ("10.0.0.1", "admin")
    assert parsed.password == Secret("p@ss:")


@pytest.mark.parametrize(
    ("tail", "path"),
    [
        (
            "/user=admin&password=xyz&channel=1&stream=0.sdp?real_stream",
            "/user={username}&password={password}&channel=1&stream=0.sdp?real_stream",
        ),
        (
            "/user=admin_password=xyz_channel=1_stream=0.sdp",
            "/user={username}_password={password}_channel=1_stream=0.sdp",
        ),
        ("/live?usr=admin&pwd=xyz", "/live?usr={username}&pwd={password}"),
        ("/live?pwd=xyz", "/live?pwd={password}"),
        ("/11?LoginUse=admin&LoginPas=xyz", "/11?LoginUse={username}&LoginPas={password}"),
        ("/0/admin:xyz/main", "/0/{username}:{password}/main"),
    ],
)
def test_a_login_inside_the_path_is_lifted_out_and_can_be_put_back(tail: str, path: str) -> None:
    parsed = parse_stream_url("rtsp://10.0.0.1" + tail, SITE)

    assert parsed.path == path
    assert parsed.password == Secret("xyz")
    assert filled(parsed.path, parsed.username, parsed.password) == tail


@pytest.mark.parametrize("word", ["a_b", "a=b_c=d", "a/b", "mật", "a%26b", "", "_", "{username}"])
@pytest.mark.parametrize("form", ["/user=u&password={}&channel=1", "/x?user=u&pwd={}"])
def test_nothing_of_a_password_stays_behind_in_the_path(form: str, word: str) -> None:
    parsed = parse_stream_url("rtsp://10.0.0.1" + form.replace("{}", word), SITE)

    assert parsed.path == form.replace("=u&", "={username}&").replace("{}", "{password}")


def test_an_empty_password_in_the_path_is_a_password() -> None:
    parsed = parse_stream_url("rtsp://10.0.0.1/user=admin&password=&channel=1", SITE)

    assert parsed.password == Secret("")


def test_a_path_that_was_parsed_before_is_kept_as_it_is() -> None:
    path = "/user={username}&password={password}&channel=1"

    parsed = parse_stream_url(f"rtsp://u:p@10.0.0.1{path}", SITE)

    assert (parsed.path, parsed.username, parsed.password) == (path, "u", Secret("p"))


def test_a_filled_in_name_is_not_filled_in_again() -> None:
    assert filled("/{username}/{password}", "{password}", Secret("a b")) == "/%7Bpassword%7D/a%20b"


def test_any_password_survives_and_shows_up_nowhere() -> None:
    chance = random.Random(13)
    signs = [chr(code) for code in range(33, 127)] + list("ăđêôơưẵ€ ") + ["%", "@", ":", "/", "?"]
    for _ in range(500):
        password = "".join(chance.choices(signs, k=chance.randint(6, 20)))
        coded = quote(password, safe="")
        for raw in (
            f"rtsp://admin:{coded}@10.0.0.1/live",
            f"rtsp://10.0.0.1/user=admin&password={coded}&channel=1",
        ):
            parsed = parse_stream_url(raw, SITE)
            assert parsed.password == Secret(password)
            text = repr(parsed) + shown(parsed.scheme, parsed.host, parsed.port, parsed.path)
            assert password not in text
            assert coded not in text


def test_no_rubbish_gets_a_host_that_is_not_permitted() -> None:
    chance = random.Random(7)
    pieces = [
        *("rtsp", "rtsps", "http", "://", ":", "/", "//", "@", "[", "]", "?", "#", "%", "\\"),
        *("10.0.0.1", "127.0.0.1", "::1", "169.254.1.1", "evil", "nvr.phuong.lan", "é", "\u202e"),
        *("\n", "\t", " ", "%0a", "%00", ".", "0", "554", "99999", "u:p", "&pwd=", "{0}"),
    ]
    accepted = 0
    for _ in range(20_000):
        raw = "rtsp://" * (chance.random() < 0.7) + "".join(
            chance.choices(pieces, k=chance.randint(1, 7))
        )
        try:
            parsed = parse_stream_url(raw, SITE)
        except AddressRefused as error:
            assert error.rule in set(Rule)  # noqa: PT017
            continue
        accepted += 1
        assert parsed.host == "nvr.phuong.lan" or ip_address(parsed.host).is_global is not None
        assert parsed.host not in {"127.0.0.1", "::1", "169.254.1.1", "evil"}
        assert 1 <= parsed.port <= 65535
        assert parsed.path.startswith("/")
        assert parsed.path.isascii()
        assert parsed.path.isprintable()
        assert shown(parsed.scheme, parsed.host, parsed.port, parsed.path).startswith("rtsp")
    assert accepted > 100  # enough passed for the rules above to mean something


def test_addresses_are_shown_in_one_piece_and_read_back() -> None:
    for raw in ("rtsp://10.0.0.1/a?b=c", "rtsps://[fd00::7]:8322/", "rtsps://10.0.0.1/"):
        parsed = parse_stream_url(raw, SITE)
        assert shown(parsed.scheme, parsed.host, parsed.port, parsed.path) == raw
