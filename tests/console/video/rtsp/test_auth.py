"""Digests against the examples of the standards, worked out independently here."""

from __future__ import annotations

import hashlib
import re

import pytest

from console.secret import Secret
from console.video.rtsp.auth import Login, Proof

LOGIN = Login("Mufasa", Secret("Circle Of Life"))
CLIENT_NONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"


def fields(header: str) -> dict[str, str]:
    return {name: value.strip('"') for name, value in re.findall(r'(\w+)=("[^"]*"|[^,]+)', header)}


def expected(algorithm: str, header: str, method: str, *, sess: bool, qop: bool) -> str:
    def digest(text: str) -> str:
        return hashlib.new(algorithm, text.encode()).hexdigest()

    got = fields(header)
    ha1 = digest(f"Mufasa:{got['realm']}:Circle Of Life")
    if sess:
        ha1 = digest(f"{ha1}:{got['nonce']}:{got['cnonce']}")
    ha2 = digest(f"{method}:{got['uri']}")
    if qop:
        return digest(f"{ha1}:{got['nonce']}:{got['nc']}:{got['cnonce']}:auth:{ha2}")
    return digest(f"{ha1}:{got['nonce']}:{ha2}")


@pytest.mark.parametrize(
    ("challenge", "algorithm", "sess", "qop"),
    [
        ('Digest realm="r", nonce="n"', "md5", False, False),
        ('Digest realm="r", nonce="n", algorithm=MD5, qop="auth,auth-int"', "md5", False, True),
        ('Digest realm="r", nonce="n", algorithm=SHA-256, qop="auth"', "sha256", False, True),
        ('Digest realm="r",nonce="n",algorithm=MD5-sess,qop=auth', "md5", True, True),
        ('DIGEST Realm="r" , Nonce="n"', "md5", False, False),
    ],
)
def test_the_answer_is_the_one_that_the_standard_wants(
    challenge: str, algorithm: str, sess: bool, qop: bool
) -> None:
    proof = Proof(LOGIN)

    assert proof.challenged([challenge])
    header = proof.header("DESCRIBE", "rtsp://192.0.2.1/a")

    assert fields(header)["response"] == expected(algorithm, header, "DESCRIBE", sess=sess, qop=qop)


def test_rfc_2069_example() -> None:
    proof = Proof(LOGIN)
    proof.challenged(
        ['Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"']
    )

    header = proof.header("GET", "/dir/index.html")

    # RFC 2617 3.5 without qop, from its H(A1), nonce and H(A2).
    assert fields(header)["response"] == "670fd8c2df070c60b045671b8b24ff02"


def test_the_strongest_offer_is_taken() -> None:
    proof = Proof(LOGIN)

    proof.challenged(
        ['Digest realm="r", nonce="1"', 'Digest realm="r", nonce="2", algorithm=SHA-256']
    )

    assert 'nonce="2"' in proof.header("PLAY", "x")


@pytest.mark.parametrize(
    "offers",
    [
        ['Basic realm="r", Digest realm="r", nonce="n"'],
        ['Digest realm="r", nonce="n", Basic realm="r"'],
        ['Basic realm="Digest"', 'Digest realm="a, Basic b", nonce = "n" , stale=FALSE'],
    ],
)
def test_the_password_is_not_shown_where_a_digest_is_offered_too(offers: list[str]) -> None:
    proof = Proof(LOGIN)

    assert proof.challenged(offers)
    assert proof.header("PLAY", "x").startswith("Digest ")


def test_rfc_7616_example() -> None:
    challenge = (
        'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256,'
        ' nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",'
        ' opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
    )
    proof = Proof(Login("Mufasa", Secret("Circle of Life")), lambda: CLIENT_NONCE)

    proof.challenged([challenge])
    header = proof.header("GET", "/dir/index.html")

    # RFC 7616 3.9.1
    assert (
        fields(header)["response"]
        == "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
    )


def test_rfc_2617_example() -> None:
    challenge = (
        'Digest realm="testrealm@host.com", qop="auth,auth-int",'
        ' nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"'
    )
    proof = Proof(LOGIN, lambda: "0a4f113b")

    proof.challenged([challenge])

    # RFC 2617 3.5
    response = fields(proof.header("GET", "/dir/index.html"))["response"]
    assert response == "6629fae49393a05397450978507c4ef1"


def test_a_nonce_for_each_request_is_borne_once_the_password_was_good() -> None:
    proof = Proof(LOGIN)
    proof.challenged(['Digest realm="r", nonce="1"'])
    proof.header("DESCRIBE", "x")
    proof.accepted()

    assert proof.challenged(['Digest realm="r", nonce="2"'])
    assert not Proof(LOGIN).challenged([])


def test_a_refused_password_is_not_tried_again_with_the_next_nonce() -> None:
    proof = Proof(LOGIN)
    proof.challenged(['Digest realm="r", nonce="1"'])
    proof.header("DESCRIBE", "x")

    assert not proof.challenged(['Digest realm="r", nonce="2"'])
    assert not proof.challenged(['Basic realm="r"'])


def test_requests_are_counted() -> None:
    proof = Proof(LOGIN)
    proof.challenged(['Digest realm="r", nonce="1", qop="auth"'])

    counts = [fields(proof.header("PLAY", "x"))["nc"] for _ in range(3)]

    assert counts == ["00000001", "00000002", "00000003"]


@pytest.mark.parametrize(
    "offer",
    [
        "",
        "Digest",
        'Digest realm="r"',
        'Digest realm="r", nonce="n", algorithm=CRC32',
        'Digest realm="r", nonce="n", qop="auth-int"',
        "Negotiate abc",
    ],
)
def test_offers_that_we_cannot_meet_are_of_no_use(offer: str) -> None:
    assert not Proof(LOGIN).challenged([offer])


def test_a_name_cannot_break_out_of_its_line() -> None:
    proof = Proof(Login('a"b\r\nX-Evil: 1', Secret("p")))
    proof.challenged(['Digest realm="r\\"q", nonce="n"'])

    header = proof.header("PLAY", "x")

    assert "\r" not in header
    assert "\n" not in header
    assert r'username="a\"bX-Evil: 1"' in header


def test_a_login_shows_no_password() -> None:
    assert "Circle" not in repr(LOGIN) + repr(Proof(LOGIN).__dict__)
