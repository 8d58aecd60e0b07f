"""``kiem-tra.py``, as somebody runs it who has nothing else of ours."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from console.evidence.verifying import verify
from console.workers import Stop
from tests.console.evidence import making
from tests.console.evidence import small_package as small
from tests.console.evidence.small_package import signer
from tests.console.evidence.tamperings import TAMPERINGS, Tampering
from tests.house.set_up import ROOT

SCRIPT = ROOT / "resources" / "checkers" / "kiem-tra.py"
PAPER = signer("station").fingerprint()
needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


def run(*words: str | Path, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Alone: without our environment, our folder or what is installed beside Python."""
    environment = {"PATH": os.environ["PATH"] if path is None else path, "LC_ALL": "C"}
    return subprocess.run(
        [sys.executable, "-I", SCRIPT, *words],
        cwd="/",
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=50,
    )


def found(package: Path, *words: str, paper: str = PAPER) -> dict[str, Any]:
    done = run(package, "--json", *(["--van-tay", paper] if paper else []), *words)
    answer = json.loads(done.stdout)
    assert isinstance(answer, dict)
    assert (done.returncode, done.stderr) == (answer["exit"], "")
    return answer


def words_of(answer: dict[str, Any]) -> set[tuple[str, str]]:
    return {(each["word"], each["path"]) for each in answer["faults"]}


def test_a_good_package_is_good_in_all_four_answers(package: Path) -> None:
    answer = found(package)

    assert answer["faults"] == []
    assert (answer["files"], answer["signature"], answer["signer"]) == ("good", "good", "known")
    assert (answer["stamp"], answer["exit"], answer["fingerprint"]) == ("none", 0, PAPER)


@pytest.mark.parametrize("tampering", TAMPERINGS, ids=str)
def test_every_tampering_is_found_by_its_word(package: Path, tampering: Tampering) -> None:
    tampering.do(package)

    answer = found(package)

    told = words_of(answer)
    assert answer["exit"] == 1
    for word, path in tampering.words:
        assert any(each[0] == word and path in ("", each[1]) for each in told), told


@pytest.mark.parametrize("tampering", making.TAMPERINGS, ids=lambda each: each.name)
def test_it_finds_in_a_package_of_the_program_what_the_program_finds(
    made: Path, tampering: making.Tampering
) -> None:
    paper = making.fingerprint_of(made)
    assert found(made, paper=paper)["faults"] == []

    tampering.do(made)

    by_program = verify(made, fingerprint=paper, stop=Stop(), progressed=lambda _done, _all: None)
    told = found(made, paper=paper)
    assert {word for word, _ in words_of(told)} == set(map(str, by_program.words))
    assert {each for each in told if told[each] == "bad"} == {
        name for name in ("files", "signature", "stamp") if getattr(by_program, name) == "bad"
    }


def test_without_a_fingerprint_the_signer_is_unknown_and_that_is_no_fault_of_the_files(
    package: Path,
) -> None:
    answer = found(package, paper="")

    assert words_of(answer) == {("signer_unknown", "nguoi-ky.pem")}
    assert (answer["signer"], answer["exit"]) == ("unknown", 0)


def test_a_fingerprint_may_be_typed_as_it_stands_on_paper(package: Path) -> None:
    groups = [PAPER[at : at + 4].upper() for at in range(0, 64, 4)]

    assert found(package, paper=" ".join(groups))["signer"] == "known"
    assert found(package, paper="- ".join(groups))["signer"] == "known"
    assert run(package, "--van-tay", PAPER[:-1]).returncode == 2


@needs_links
def test_links_and_empty_folders_are_extra(package: Path, tmp_path: Path) -> None:
    secret = tmp_path / "elsewhere"
    secret.write_bytes((package / small.NATIVE).read_bytes())
    (package / small.NATIVE).unlink()
    (package / small.NATIVE).symlink_to(secret)
    (package / "rong").mkdir()
    os.mkfifo(package / "xem" / "ong")

    told = words_of(found(package))

    assert told == {
        ("changed", small.NATIVE),
        ("extra", "rong"),
        ("extra", "xem/ong"),
    }


def test_without_openssl_it_says_that_the_signature_was_not_checked(
    package: Path, tmp_path: Path
) -> None:
    done = run(package, "--van-tay", PAPER, path=str(tmp_path))

    assert done.returncode == 1
    assert "CHỮ KÝ CHƯA ĐƯỢC KIỂM" in done.stdout
    assert "THE SIGNATURE WAS NOT CHECKED" in done.stdout
    assert found(package)["signature"] == "good"


@pytest.mark.parametrize("content", [None, {}, {"ghi-chu.txt": b"x"}])
def test_what_is_no_package_is_told_apart_from_a_bad_one(
    tmp_path: Path, content: dict[str, bytes] | None
) -> None:
    folder = tmp_path / "khác"
    if content is not None:
        folder.mkdir()
        for name, each in content.items():
            (folder / name).write_bytes(each)

    assert run(folder).returncode == 2
    assert json.loads(run(folder, "--json").stdout)["exit"] == 2


def test_hostile_names_cannot_move_the_cursor(package: Path) -> None:
    (package / "goc" / "\x1b[2Ja\u202egpj.exe").write_bytes(b"x")

    done = run(package)

    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "\\x1b[2Ja\\u202egpj.exe" in done.stdout


def test_the_answers_are_told_in_vietnamese_with_english_beside(package: Path) -> None:
    (package / "bien-ban.pdf").unlink()

    told = run(package).stdout

    assert "1. TỆP (files)                 SAI / BAD" in told
    assert "2. CHỮ KÝ (signature)          ĐÚNG / GOOD" in told
    assert "3. NGƯỜI KÝ (signer)           CHƯA SO / NOT COMPARED" in told
    assert "4. DẤU THỜI GIAN (time-stamp)  KHÔNG CÓ / NONE" in told
    assert "[missing] bien-ban.pdf" in told
    assert " ".join(PAPER[at : at + 4] for at in range(0, 64, 4)) in told


def test_a_stamp_is_checked_with_the_certificate_of_who_gave_it(
    package: Path, tmp_path: Path
) -> None:
    authority = stamp(package, tmp_path)

    assert found(package)["stamp"] == "not_checked"
    assert found(package, "--tsa-ca", str(authority))["stamp"] == "good"
    foreign = found(package, "--tsa-ca", str(package / "nguoi-ky.pem"))
    assert (foreign["stamp"], foreign["exit"]) == ("bad", 1)


def stamp(package: Path, room: Path) -> Path:
    """Stamp the sums by an authority of our own, as RFC 3161 says; returns its certificate."""
    (room / "tsa.cnf").write_text(
        "[req]\ndistinguished_name=n\nx509_extensions=e\nprompt=no\n[n]\nCN=TSA\n"
        "[e]\nextendedKeyUsage=critical,timeStamping\n"
        "[tsa]\ndefault_tsa=t\n[t]\nserial=serial\ndigests=sha256\nsigner_digest=sha256\n"
        "default_policy=1.2.3.4\nsigner_cert=tsa.pem\nsigner_key=tsa.key\n"
    )
    (room / "serial").write_text("01\n")
    sums, answer = package / small.SUMS, package / small.STAMP
    key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key"
    for command in (
        f"req -config tsa.cnf -x509 -days 9 {key} -out tsa.pem",
        "ts -query -sha256 -cert -out question -data",
        "ts -reply -config tsa.cnf -queryfile question -out",
    ):
        last = {"-data": [sums], "-out": [answer]}.get(command.split()[-1], [])
        subprocess.run(
            ["openssl", *command.split(), *last], cwd=room, check=True, capture_output=True
        )
    return room / "tsa.pem"


def test_it_is_one_file_of_python_3_8_and_the_standard_library() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))

    loaded = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [each.name for each in node.names]
            if isinstance(node, ast.Import)
            else [str(node.module)]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert loaded <= sys.stdlib_module_names
