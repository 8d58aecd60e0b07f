from __future__ import annotations

import hashlib
import re

import pytest

from console.demo.auth import Algorithm, Guard, Login
from console.secret import Secret

URI = "rtsp://127.0.0.1:554/cam/1/main"


def answer(guard: Guard, password: str, *, username: str = "demo", qop: str = "") -> str:
    """What a client makes of the first challenge, for DESCRIBE."""
    challenge = guard.challenges()[0]
    fields = dict(re.findall(r'(\w+)="?([^",]+)', challenge))
    name = "sha256" if fields["algorithm"] == "SHA-256" else "md5"

    def digest(*parts: str) -> str:
        return hashlib.new(name, ":".join(parts).encode()).hexdigest()

    one = digest(username, fields["realm"], password)
    middle = ("00000001", "c", qop) if qop else ()
    response = digest(one, fields["nonce"], *middle, digest("DESCRIBE", URI))
    extra = f', qop={qop}, nc=00000001, cnonce="c"' if qop else ""
    return (
        f'Digest username="{username}", realm="{fields["realm"]}", nonce="{fields["nonce"]}", '
        f'uri="{URI}", algorithm={fields["algorithm"]}, response="{response}"{extra}'
    )


@pytest.mark.parametrize("qop", ["", "auth"])
@pytest.mark.parametrize("algorithm", list(Algorithm))
def test_the_right_password_is_admitted_and_a_wrong_one_is_not(
    algorithm: Algorithm, qop: str
) -> None:
    guard = Guard(Login("demo", Secret("right")), algorithms=(algorithm,))

    assert guard.admits("DESCRIBE", answer(guard, "right", qop=qop))
    assert not guard.admits("DESCRIBE", answer(guard, "wrong", qop=qop))
    assert not guard.admits("PLAY", answer(guard, "right", qop=qop))


def test_another_name_nonce_or_scheme_is_not_admitted() -> None:
    guard, other = (Guard(Login("demo", Secret("right"))) for _ in range(2))

    assert not guard.admits("DESCRIBE", answer(guard, "right", username="root"))
    assert not guard.admits("DESCRIBE", answer(other, "right"))
    assert not guard.admits("DESCRIBE", "Basic ZGVtbzpyaWdodA==")
    assert not guard.admits("DESCRIBE", None)


def test_a_challenge_in_an_algorithm_that_was_not_offered_is_not_answered() -> None:
    login = Login("demo", Secret("right"))
    guard = Guard(login, algorithms=(Algorithm.SHA256,))

    assert not guard.admits(
        "DESCRIBE", answer(guard, "right").replace("algorithm=SHA-256", "algorithm=MD5")
    )
