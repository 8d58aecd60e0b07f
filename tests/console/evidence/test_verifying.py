"""What is checked of a package, and that nothing in it can hurt or deceive whoever checks."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from console.errors import Cancelled
from console.evidence.faults import Answer, FaultWord, Verdict
from console.evidence.problems import PackageMissing
from console.evidence.verifying import verify
from console.seal import StationKey
from console.workers import Stop
from tests.console import command
from tests.console.call import ignore
from tests.console.evidence.making import (
    TAMPERINGS,
    Tampering,
    fingerprint_of,
    make_package,
    rewrite_manifest,
    sum_anew,
)
from tests.console.evidence.telling import BYTES, CLIP, OTHER_CLIP

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once: each file of it waits for the disk."""
    return make_package(tmp_path_factory.mktemp("made"))


@pytest.fixture
def package(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / made.name)


def checked(package: Path, fingerprint: str = "") -> Verdict:
    return verify(package, fingerprint=fingerprint, stop=Stop(), progressed=ignore)


def causes(verdict: Verdict) -> dict[str, tuple[str, str]]:
    return {fault.path: (str(fault.word), fault.cause) for fault in verdict.faults}


def test_a_whole_package_is_answered_four_times(package: Path) -> None:
    verdict = checked(package, fingerprint_of(package))

    answers = (verdict.files, verdict.signature, verdict.signer, verdict.stamp)
    assert answers == (Answer.GOOD, Answer.GOOD, Answer.KNOWN, Answer.NONE)
    assert verdict.faults == ()
    assert verdict.files_checked == len(BYTES) + 3  # log, certificate, manifest
    assert verdict.sound


def test_without_a_fingerprint_nobody_is_known_and_nothing_is_wrong(package: Path) -> None:
    verdict = checked(package)

    assert verdict.signer is Answer.UNKNOWN
    assert verdict.words == {FaultWord.SIGNER_UNKNOWN}
    assert verdict.fingerprint == fingerprint_of(package)
    assert verdict.sound


@pytest.mark.parametrize("tampering", TAMPERINGS, ids=lambda tampering: tampering.name)
def test_tampering_is_found_and_named(package: Path, tampering: Tampering) -> None:
    fingerprint = fingerprint_of(package)

    tampering.do(package)

    verdict = checked(package, fingerprint)
    assert tampering.expected <= verdict.words
    assert not verdict.sound
    assert all(fault.cause for fault in verdict.faults)


def test_a_changed_byte_is_a_fault_of_its_file_alone(package: Path) -> None:
    content = bytearray((package / CLIP).read_bytes())
    content[700] ^= 1
    (package / CLIP).write_bytes(content)

    verdict = checked(package, fingerprint_of(package))

    assert causes(verdict) == {CLIP: ("changed", "its SHA-256 is another one")}
    assert (verdict.files, verdict.signature) == (Answer.BAD, Answer.GOOD)


def test_a_package_of_somebody_else_is_sound_and_not_his_whose_paper_it_is(tmp_path: Path) -> None:
    """Whoever forges all of a package signs it with a key of his own."""
    package = make_package(tmp_path, key=StationKey.make())

    verdict = checked(package, StationKey.make().public().fingerprint())

    assert verdict.signer is Answer.OTHER
    assert (verdict.files, verdict.signature) == (Answer.GOOD, Answer.GOOD)
    assert not verdict.sound


@posix
def test_links_and_pipes_are_not_opened(package: Path) -> None:
    elsewhere = package.parent / "elsewhere"
    elsewhere.write_bytes((package / CLIP).read_bytes())
    (package / CLIP).unlink()
    (package / CLIP).symlink_to(elsewhere)
    (package / OTHER_CLIP).unlink()
    os.mkfifo(package / OTHER_CLIP)
    (package / "goc" / "more").symlink_to("/etc")
    (package / "nhat-ky.jsonl").unlink()
    os.mkfifo(package / "nhat-ky.jsonl")

    found = causes(checked(package, fingerprint_of(package)))

    assert found == {
        CLIP: ("changed", "it is a link, not a file"),
        OTHER_CLIP: ("changed", "it is no file, but a device, a pipe or a socket"),
        "goc/more": ("extra", "it is a link, not a file"),
        "nhat-ky.jsonl": ("changed", "it is no file, but a device, a pipe or a socket"),
    }


@posix
def test_a_folder_that_is_a_link_is_not_gone_into(package: Path) -> None:
    (package / "goc").rename(package.parent / "elsewhere")
    (package / "goc").symlink_to(package.parent / "elsewhere")

    found = causes(checked(package, fingerprint_of(package)))

    assert found == {
        "goc": ("extra", "it is a link, not a file"),
        CLIP: ("missing", "SHA256SUMS has a line for it"),
        OTHER_CLIP: ("missing", "SHA256SUMS has a line for it"),
    }


@posix
@pytest.mark.parametrize("name", ["SHA256SUMS", "SHA256SUMS.p7s", "nguoi-ky.pem"])
def test_what_vouches_for_the_rest_is_not_read_through_a_link(package: Path, name: str) -> None:
    (package / name).rename(package.parent / name)
    (package / name).symlink_to(package.parent / name)

    verdict = checked(package)

    assert verdict.signature is Answer.BAD
    assert not verdict.sound


def test_folders_that_no_package_has_are_extra(package: Path) -> None:
    (package / "goc" / "deep").mkdir()
    (package / "goc" / "deep" / "file").write_bytes(b"")
    (package / "more").mkdir()

    found = causes(checked(package, fingerprint_of(package)))

    assert found == {
        "goc/deep": ("extra", "a package has no such folder"),
        "more": ("extra", "a package has no such folder"),
    }


@posix
def test_a_name_made_to_deceive_is_shown_escaped(package: Path) -> None:
    (package / "goc" / "a\u202efdp.exe").write_bytes(b"")
    (package / "goc" / "b\x1b[2J\n").write_bytes(b"")
    Path(os.fsdecode(bytes(package / "goc") + b"/c\xff")).write_bytes(b"")

    found = causes(checked(package, fingerprint_of(package)))

    assert found.keys() == {"goc/a\\u202efdp.exe", "goc/b\\u001b[2J\\u000a", "goc/c\\udcff"}


@pytest.mark.parametrize(
    "name", ["SHA256SUMS", "SHA256SUMS.p7s", "nguoi-ky.pem", "thong-tin.json", "nhat-ky.jsonl"]
)
def test_a_small_file_that_is_huge_is_not_read_into_memory(package: Path, name: str) -> None:
    fingerprint = fingerprint_of(package)
    os.truncate(package / name, 1 << 36)  # 64 GB, of which the disk keeps nothing

    # It would take minutes if it hashed what is far too large.
    found = [fault for fault in checked(package, fingerprint).faults if fault.path == name]

    assert any("it is larger than" in fault.cause for fault in found)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda plain: plain["files"].pop(0), "DOC-TRUOC.html"),
        (lambda plain: plain["files"].append(plain["files"][0]), "thong-tin.json"),
        (lambda plain: plain["files"][0].update(bytes=5), "DOC-TRUOC.html"),
        (lambda plain: plain["files"][0].update(path="goc/none.mp4"), "goc/none.mp4"),
        (lambda plain: plain.update(key="00" * 32), "thong-tin.json"),
    ],
)
def test_a_manifest_that_tells_of_other_files_or_keys_disagrees(
    package: Path, change: Callable[[dict[str, object]], object], path: str
) -> None:
    rewrite_manifest(package, change)
    sum_anew(package)

    verdict = checked(package)

    told = {f.path for f in verdict.faults if f.word is FaultWord.MANIFEST_DISAGREES}
    assert path in told


def test_a_manifest_of_a_newer_program_says_so(package: Path) -> None:
    rewrite_manifest(package, lambda plain: plain.update(schema="ward-console/evidence/7"))

    word, cause = next(
        (fault.word, fault.cause)
        for fault in checked(package).faults
        if fault.word is FaultWord.MANIFEST_BROKEN
    )

    assert (word, cause) == (
        "manifest_broken",
        "written by a newer program, which calls it ward-console/evidence/7",
    )


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "goc/a b", "goc/\u202ex"])
def test_a_path_that_the_manifest_must_not_name_is_never_opened(package: Path, path: str) -> None:
    rewrite_manifest(package, lambda plain: plain["files"][0].update(path=path))
    sum_anew(package)

    assert FaultWord.UNSAFE_NAME in checked(package).words


@pytest.mark.parametrize("name", ["nguoi-ky.pem", "nhat-ky.jsonl", "thong-tin.json"])
def test_what_every_package_has_cannot_be_taken_out_of_the_sums(package: Path, name: str) -> None:
    lines = (package / "SHA256SUMS").read_bytes().splitlines(keepends=True)
    kept = [line for line in lines if name.encode() not in line]
    (package / "SHA256SUMS").write_bytes(b"".join(kept))
    (package / name).unlink()

    verdict = checked(package)

    assert (FaultWord.MISSING, name) in {(fault.word, fault.path) for fault in verdict.faults}


def test_progress_comes_to_its_end(package: Path) -> None:
    heard: list[tuple[int, int]] = []

    verify(package, stop=Stop(), progressed=lambda done, total: heard.append((done, total)))

    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1] > sum(len(content) for content, _ in BYTES.values())


def test_a_look_can_be_given_up(package: Path) -> None:
    stop = Stop()
    stop.set()

    with pytest.raises(Cancelled):
        verify(package, stop=stop, progressed=ignore)


def test_where_there_is_no_package_none_is_found(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    for place in (tmp_path, tmp_path / "nothing", tmp_path / "file"):
        with pytest.raises(PackageMissing):
            checked(place)


def test_the_command_tells_four_answers_and_ends_with_0(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fingerprint = fingerprint_of(package)
    typed = " ".join(fingerprint[at : at + 4] for at in range(0, 64, 4)).upper()

    assert command.run(["verify", str(package), "--fingerprint", typed]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "files",
        "signature",
        "signer",
        "time-stamp",
        "fingerprint",
    ]
    assert lines[4] == f"fingerprint: {typed.lower()}"


def test_the_command_names_what_it_found_and_ends_with_1(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (package / CLIP).unlink()

    assert command.run(["verify", str(package)]) == 1

    told = capsys.readouterr().out
    assert "files:       NOT as made" in told
    assert f"missing: {CLIP}: SHA256SUMS has a line for it" in told


def test_the_command_tells_programs_the_same(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (package / CLIP).unlink()

    assert command.run(["verify", str(package), "--json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert (told["files"], told["signature"], told["signer"], told["stamp"]) == (
        "bad",
        "good",
        "unknown",
        "none",
    )
    assert {
        "word": "missing",
        "path": CLIP,
        "cause": "SHA256SUMS has a line for it",
    } in told["faults"]


def test_the_command_ends_with_2_where_there_is_nothing_to_look_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(["verify", str(tmp_path)]) == 2
    assert "this is no package" in capsys.readouterr().err


def test_the_command_takes_no_half_fingerprint(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command.run(["verify", str(package), "--fingerprint", "a1b2"])

    assert ended.value.code == 2
    assert "64 signs" in capsys.readouterr().err
