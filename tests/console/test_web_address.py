"""An address of the web that was typed: parsed once, refused when it is more than an address."""

from __future__ import annotations

import pytest

from console.address import Rule
from console.errors import AddressRefused
from console.web_address import WebAddress, parse_web_url


@pytest.mark.parametrize(
    ("typed", "parts", "shown"),
    [
        ("http://tsa.example", ("http", "tsa.example", 80, "/"), "http://tsa.example/"),
        ("HTTPS://TSA.Example./ts", ("https", "tsa.example", 443, "/ts"), "https://tsa.example/ts"),
        ("https://h:443/a?b=c", ("https", "h", 443, "/a?b=c"), "https://h/a?b=c"),
        ("http://h:8080?b", ("http", "h", 8080, "/?b"), "http://h:8080/?b"),
        ("http://[::1]:81/x", ("http", "::1", 81, "/x"), "http://[::1]:81/x"),
        ("http://127.0.0.1/", ("http", "127.0.0.1", 80, "/"), "http://127.0.0.1/"),
    ],
)
def test_an_address_is_told_as_it_is_kept(
    typed: str, parts: tuple[str, str, int, str], shown: str
) -> None:
    address = parse_web_url(typed)

    assert address == WebAddress(*parts)
    assert str(address) == shown
    assert parse_web_url(shown) == address


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("", Rule.EMPTY),
        ("tsa.example/ts", Rule.SCHEME),
        ("ftp://tsa.example/", Rule.SCHEME),
        ("file:///etc/passwd", Rule.SCHEME),
        ("http://an:s3cret@tsa.example/", Rule.USERINFO),
        ("http://an@tsa.example/", Rule.USERINFO),
        ("http:///ts", Rule.HOST),
        ("http://tsa example/", Rule.CHARACTERS),
        ("http://tsa.example/\r\nX: y", Rule.CHARACTERS),
        ("http://tsa.example/#a", Rule.CHARACTERS),
        ("http://tsa.example/\u1ed5", Rule.CHARACTERS),
        ("http://0x7f.1/", Rule.HOST),
        ("http://2130706433/", Rule.HOST),
        ("http://tsa.example:99999/", Rule.PORT),
        ("http://tsa.example:/", Rule.PORT),
        ("http://tsa.example/" + "x" * 300, Rule.LENGTH),
    ],
)
def test_what_is_no_plain_address_of_the_web_is_refused(typed: str, rule: Rule) -> None:
    with pytest.raises(AddressRefused) as refused:
        parse_web_url(typed)

    assert refused.value.rule == rule
    assert "s3cret" not in str(refused.value)
