"""A package as one file: opened by what courts have, by an other hand of ours, and by no trick."""

from __future__ import annotations

import hashlib
import hmac
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import pyzipper
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from console.errors import Cancelled
from console.evidence import zipping
from console.evidence.faults import Answer, FaultWord, Verdict
from console.evidence.names import SUMS
from console.evidence.problems import PackageMissing, WordsWrong
from console.evidence.verifying import verify, verify_place
from console.secret import Secret
from console.workers import Stop
from tests.console.call import ignore
from tests.console.evidence.telling import CLIP, START
from tests.house.packages import TO_TEST, missing

WORDS = Secret("xedap hoasen cahoi congio quabuoi nuida langvang dendau")
OTHER = Secret("xedap hoasen cahoi congio quabuoi nuida langvang contrau")
FOLDER = "VV-2026-000123 chợ_20260314T2000_3f9a1c2e"
LOCAL, CENTRAL, AES_EXTRA = b"PK\x03\x04", b"PK\x01\x02", 0x9901


def zipped(package: Path, path: Path, words: Secret = WORDS) -> Path:
    """All of a package."""
    path.touch()
    with zipping.writing(path, words, START) as zip_:
        for each in sorted(package.rglob("*")):
            if each.is_file():
                name = f"{FOLDER}/{each.relative_to(package).as_posix()}"
                zip_.copy(name, each, Stop(), lambda _count: None)
    return path


def judged(path: Path, words: Secret = WORDS) -> Verdict:
    with zipping.reading(path, words) as place:
        return verify_place(place, "the ZIP", stop=Stop(), progressed=ignore)


@pytest.fixture(scope="module")
def whole(good_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return zipped(good_made, tmp_path_factory.mktemp("zip") / "package.zip")


@pytest.fixture
def zip_(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "package.zip"))


class Entry(NamedTuple):
    """A file of a ZIP, as its local header has it, and where its bytes begin."""

    name: str
    salt: bytes
    check: bytes
    ciphered: bytes
    seal: bytes
    crc: int
    version: int
    strength: int
    method: int
    at: int


def entries(content: bytes) -> list[Entry]:
    """Read by APPNOTE 6.3 and WinZip's AES 1.04 alone; no library has a part in it."""
    found, at = [], 0
    while content[at : at + 4] == LOCAL:
        *_, method, _, _, crc, size, _, name_size, extra_size = struct.unpack_from(
            "<4s5H3I2H", content, at
        )
        assert method == 99
        name = content[at + 30 : at + 30 + name_size].decode("utf-8")
        extra = content[at + 30 + name_size : at + 30 + name_size + extra_size]
        kind, length, version, vendor, strength, real = struct.unpack("<3H2sBH", extra[-11:])
        assert (kind, length, vendor) == (AES_EXTRA, 7, b"AE")
        body = at + 30 + name_size + extra_size
        data = content[body : body + size]
        found.append(
            Entry(
                name, data[:16], data[16:18], data[18:-10], data[-10:], crc, version, strength,
                real, body,
            )
        )  # fmt: skip
        at = body + size
    assert content[at : at + 4] == CENTRAL
    return found


def deciphered(entry: Entry, words: str) -> bytes:
    """AES-256 in counter mode, the counter with its low byte first, from 1 on."""
    keys = hashlib.pbkdf2_hmac("sha1", words.encode(), entry.salt, 1000, 66)
    assert keys[64:] == entry.check
    assert hmac.digest(keys[32:64], entry.ciphered, "sha1")[:10] == entry.seal
    blocks = -(-len(entry.ciphered) // 16)
    counters = b"".join(number.to_bytes(16, "little") for number in range(1, blocks + 1))
    encryptor = Cipher(algorithms.AES(keys[:32]), modes.ECB()).encryptor()
    stream = encryptor.update(counters)
    return bytes(one ^ other for one, other in zip(entry.ciphered, stream, strict=False))


def test_another_hand_finds_every_file_as_it_was(whole: Path, good_made: Path) -> None:
    found = {entry.name: entry for entry in entries(whole.read_bytes())}

    files = {
        f"{FOLDER}/{each.relative_to(good_made).as_posix()}": each.read_bytes()
        for each in good_made.rglob("*")
        if each.is_file()
    }
    assert found.keys() == files.keys()
    for name, entry in found.items():
        assert deciphered(entry, WORDS.reveal()) == files[name]
        # AE-2, AES-256, stored; a sum of a small file would tell what is in it
        assert (entry.version, entry.strength, entry.method, entry.crc) == (2, 3, 0, 0)
    assert len({entry.salt for entry in found.values()}) == len(found)


@pytest.mark.parametrize(
    "command",
    [
        ["7z", "x", "-y", "-p{words}", "-o{to}", "{zip}"],
        ["bsdtar", "-x", "--passphrase", "{words}", "-C", "{to}", "-f", "{zip}"],
    ],
)
def test_programs_that_everyone_has_open_it(
    whole: Path, tmp_path: Path, command: list[str]
) -> None:
    if shutil.which(command[0]) is None:
        if sys.platform == "win32" or shutil.which("apt-get") is None:
            pytest.skip("only Debian's packages bring it")
        pytest.fail(f"missing: {missing(TO_TEST)}; python3 -m tests.house test installs it")

    def run(words: Secret, to: Path) -> int:
        to.mkdir()
        fields = {"words": words.reveal(), "to": str(to), "zip": str(whole)}
        done = subprocess.run([each.format(**fields) for each in command], capture_output=True)
        return done.returncode

    assert run(WORDS, tmp_path / "out") == 0
    assert verify(tmp_path / "out" / FOLDER, stop=Stop(), progressed=ignore).sound
    assert run(OTHER, tmp_path / "none") != 0


def test_what_is_in_it_is_judged_as_a_folder_is(zip_: Path, good_made: Path) -> None:
    assert judged(zip_) == verify(good_made, stop=Stop(), progressed=ignore)


def test_other_words_do_not_open_it(zip_: Path) -> None:
    for words in (OTHER, Secret("x"), Secret(WORDS.reveal().upper())):
        with pytest.raises(WordsWrong):
            judged(zip_, words)


def test_words_that_seem_to_fit_at_first_do_not_open_it_either(zip_: Path) -> None:
    """Two bytes tell wrong words at once; one time in 65,536 they do not."""
    content = bytearray(zip_.read_bytes())
    for entry in entries(bytes(content)):
        keys = hashlib.pbkdf2_hmac("sha1", OTHER.reveal().encode(), entry.salt, 1000, 66)
        content[entry.at + 16 : entry.at + 18] = keys[64:]
    zip_.write_bytes(content)

    with pytest.raises(WordsWrong):
        judged(zip_, OTHER)


def test_words_are_neither_in_the_file_nor_in_its_record(zip_: Path) -> None:
    content = zip_.read_bytes()

    assert WORDS.reveal().encode() not in content
    assert all(word.encode() not in content for word in WORDS.reveal().split() if len(word) > 6)


@pytest.mark.parametrize("place", ["salt", "ciphered", "seal"])
def test_one_bit_of_a_file_is_found(zip_: Path, place: str) -> None:
    content = bytearray(zip_.read_bytes())
    (clip,) = (entry for entry in entries(bytes(content)) if entry.name.endswith(CLIP))
    at = {"salt": 0, "ciphered": 700, "seal": 18 + len(clip.ciphered)}[place]
    content[clip.at + at] ^= 1
    zip_.write_bytes(content)

    verdict = judged(zip_)

    assert (verdict.files, verdict.signature) == (Answer.BAD, Answer.GOOD)
    assert [f.path for f in verdict.faults if f.word is FaultWord.CHANGED] == [CLIP]


def test_a_small_file_that_was_changed_does_not_look_like_wrong_words(zip_: Path) -> None:
    content = bytearray(zip_.read_bytes())
    (sums,) = (entry for entry in entries(bytes(content)) if entry.name.endswith(f"/{SUMS}"))
    content[sums.at] ^= 1
    zip_.write_bytes(content)

    assert not judged(zip_).sound


def rewritten(path: Path, change: Callable[[pyzipper.AESZipFile, str], object]) -> Path:
    """A ZIP by the same words to which somebody added something."""
    with pyzipper.AESZipFile(path, "a", encryption=pyzipper.WZ_AES) as zip_:
        zip_.setpassword(WORDS.reveal().encode())
        change(zip_, f"{FOLDER}/")
    return path


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda zip_, top: zip_.writestr(f"{top}goc/more.mp4", b"x"), FaultWord.EXTRA),
        (lambda zip_, top: zip_.writestr(f"{top}{CLIP}", b"x"), FaultWord.CHANGED),
        (lambda zip_, top: zip_.writestr(f"{top}xem/", b""), FaultWord.EXTRA),
        (lambda zip_, top: zip_.writestr(f"{top}log/a", b"x"), FaultWord.EXTRA),
        (lambda zip_, _top: zip_.writestr("../../evil", b"x"), FaultWord.EXTRA),
        (lambda zip_, _top: zip_.writestr("other/file", b"x"), FaultWord.EXTRA),
    ],
)
def test_what_somebody_adds_is_found(
    zip_: Path, change: Callable[[pyzipper.AESZipFile, str], object], word: FaultWord
) -> None:
    verdict = judged(rewritten(zip_, change))

    assert word in verdict.words
    assert verdict.files is Answer.BAD


def test_a_file_that_is_not_locked_is_none_of_ours(zip_: Path) -> None:
    with pyzipper.AESZipFile(zip_, "a") as opened:
        opened.writestr(f"{FOLDER}/goc/plain.mp4", b"x")

    (fault,) = (each for each in judged(zip_).faults if each.word is FaultWord.EXTRA)

    assert fault.cause == "it is not encrypted as we do"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x05\x06",
        bytes(22),
        b"PK\x05\x06" + bytes(18),
        b"PK\x05\x06" + bytes(16) + b"\x05\x00" + b"hello",
        b"PK\x05\x06" + bytes(8) + b"\xff\xff\xff\x7f" + bytes(6),
        bytes(range(256)) * 40,
    ],
)
def test_what_is_no_zip_of_ours_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(content)

    with pytest.raises((PackageMissing, WordsWrong)):
        judged(tmp_path / "x.zip")


def test_a_directory_that_would_fill_the_memory_is_not_read(zip_: Path) -> None:
    content = bytearray(zip_.read_bytes())
    content[-10:-6] = struct.pack("<I", 0x7FFFFFFF)
    zip_.write_bytes(content)

    with pytest.raises(PackageMissing, match="no ZIP of ours"):
        judged(zip_)


def test_a_zip_that_was_cut_off_is_none(zip_: Path) -> None:
    content = zip_.read_bytes()
    for size in (len(content) - 1, len(content) // 2, 40):
        zip_.write_bytes(content[:size])
        with pytest.raises(PackageMissing):
            judged(zip_)


def test_a_link_is_not_followed(zip_: Path, tmp_path: Path) -> None:
    (tmp_path / "link.zip").symlink_to(zip_)

    with pytest.raises(PackageMissing, match="not a plain file"):
        judged(tmp_path / "link.zip")


def test_giving_up_leaves_no_zip_that_looks_whole(good_made: Path, tmp_path: Path) -> None:
    stop, path = Stop(), tmp_path / "x.zip"
    path.touch()

    def write() -> None:
        with zipping.writing(path, WORDS, START) as zip_:
            zip_.copy("a/b", good_made / CLIP, stop, lambda _count: None)
            stop.set()
            zip_.copy("a/c", good_made / CLIP, stop, lambda _count: None)

    with pytest.raises(Cancelled):
        write()

    with pytest.raises(PackageMissing):
        judged(path)


def test_a_bug_of_the_reader_is_not_taken_for_a_broken_zip(zip_: Path) -> None:
    with pytest.raises(ValueError, match="ours"), zipping.reading(zip_, WORDS):
        raise ValueError("ours")


def test_what_is_too_large_for_old_zips_is_told_in_full(
    good_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As from 2 GiB on, which no test can wait for: the numbers of ZIP64, and its longer end."""
    monkeypatch.setattr("pyzipper.zipfile.ZIP64_LIMIT", 1000)

    path = zipped(good_made, tmp_path / "x.zip")

    assert b"PK\x06\x06" in path.read_bytes()
    assert path.read_bytes()[-42:-38] == b"PK\x06\x07"
    assert judged(path) == verify(good_made, stop=Stop(), progressed=ignore)
    if shutil.which("7z"):
        subprocess.run(["7z", "t", f"-p{WORDS.reveal()}", path], check=True, capture_output=True)


def test_a_longer_end_that_lies_is_no_trap(
    good_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pyzipper.zipfile.ZIP64_LIMIT", 1000)
    path = zipped(good_made, tmp_path / "x.zip")
    content = bytearray(path.read_bytes())
    content[-58:-50] = struct.pack("<Q", 1 << 40)  # bytes of the directory
    path.write_bytes(content)

    with pytest.raises(PackageMissing, match="no ZIP of ours"):
        judged(path)
