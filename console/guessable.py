"""Whether a password is one of those that are tried first.

There is no list of leaked passwords here.  Such lists are patterns over a few words (a word and
a year, a row of keys, a name and 123), so the patterns are taken out of a password, and what is
left must be long enough to be a secret.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

# Fewer letters and digits than this beside the patterns are no secret.
LEAST_LEFT = 4
_SHORTEST_RUN = 3  # as 123, abc, aaa, qwe

_EVERYWHERE = """
    password passwort passw pass pwd secret matkhau khau login dangnhap user username guest
    khach test testing demo root toor admin administrator quantri manager master mistress
    superman batman spiderman welcome hello xinchao chao letmein trustno changeme default temp
    system server network internet computer maytinh laptop windows linux google facebook zalo
    yahoo gmail hotmail youtube samsung apple iphone nokia android iloveyou loveyou lovely love
    yeuem yeuanh anhyeuem emyeuanh yeu mai forever sunshine princess prince football baseball
    basketball hockey soccer bongda dragon monkey tiger lion eagle shadow killer hunter ranger
    soldier pepper cookie cheese banana orange flower summer winter spring autumn monday friday
    sunday january december freedom liberty whatever nothing something starwars pokemon matrix
    phoenix diamond silver golden purple yellow michael jordan jennifer michelle jessica ashley
    daniel thomas charlie robert george andrew joshua matthew anthony amanda nicole mercedes
    porsche ferrari corvette mustang harley yamaha honda toyota access asdf zaq please thankyou
    maiyeu giadinh family hanhphuc happy lucky mayman congtu hoangtu congchua babygirl baby
    angel vietnam hanoi saigon hochiminh danang haiphong hue thainguyen tphcm bacho nguyen tran
    pham hoang huynh phan dang bui ngo duong minh anh tuan hung dung long hai nam hoa huong thao
    linh trang thuy lan ngoc phuong quang trung thanh tung hieu duc khanh huyen nga yen van thi
"""
_TRADE = """
    congan canhsat police cand anninh security trattu camera cam cctv video wall tuong console
    ward phuong dackhu thanhpho tinh quan huyen tuquan trucban truc canbo dongchi chihuy
    truongca hikvision hik dahua kbvision imou ezviz hanet onvif rtsp nvr dvr
"""
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "qazwsxedcrfvtgbyhnujmikolp")
_COLUMNS = ("1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "147", "258", "369")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
# Birthdays and other dates, years, telephone numbers.
_NUMBERS = re.compile(
    r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
    r"|(?:19|20)\d\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?"
    r"|(?:84|0)[35789]\d{8}"
    r"|(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d(?!\d)"
)
_LEET = str.maketrans("013457@$!", "oieastasi")
_TAKEN = " "  # stands where a pattern was, so that its neighbours do not form a new one


def is_guessable(password: str, context: Iterable[str] = (), *, trade: bool = False) -> bool:
    """Whether less than ``LEAST_LEFT`` letters and digits remain beside what is tried first.

    Case, diacritics, blanks and signs count for nothing; two patterns zipped into each other
    ("1q2w3e4r") are as bad as one.  ``context`` are names whose words are
    taken out as well; ``trade`` takes out those of a police station and its cameras.
    """
    words = set(_EVERYWHERE.split())
    if trade:
        words.update(_TRADE.split())
    for name in context:
        words.update(_parts(name))
    plain = _folded(password)
    return any(
        min(_left(each, words), _left(each[::2], words) + _left(each[1::2], words)) < LEAST_LEFT
        for each in {_bare(plain), _unleeted(plain)}
    )


def _left(text: str, words: set[str]) -> int:
    unit = _repeated(text)
    for word in sorted(words, key=len, reverse=True):
        unit = unit.replace(word, _TAKEN)
    unit = _NUMBERS.sub(_TAKEN, unit)
    for run in _runs():
        unit = unit.replace(run, _TAKEN)
    unit = re.sub(rf"(.)\1{{{_SHORTEST_RUN - 1},}}", _TAKEN, unit)
    return len(unit.replace(_TAKEN, ""))


def _repeated(text: str) -> str:
    """What ``text`` is a repetition of, itself in the end: "abab" is "ab" twice."""
    again = (text + text).find(text, 1)
    return text[:again] if 0 < again < len(text) else text


@cache
def _runs() -> tuple[str, ...]:
    """Rows of keys, of the alphabet and of digits, both ways, longest first."""
    rows = [*_KEYBOARD, *_COLUMNS, _ALPHABET, "0123456789"]
    rows += [row[::-1] for row in rows]
    found = (
        row[start : start + length]
        for length in range(max(map(len, rows)), _SHORTEST_RUN - 1, -1)
        for row in rows
        for start in range(len(row) - length + 1)
    )
    return tuple(dict.fromkeys(found))  # each once


def _parts(name: str) -> Iterator[str]:
    """The words of a name, alone and run together, as long as they tell something."""
    words = [_bare(word) for word in _folded(name).split()]
    yield from (word for word in words if len(word) > 1)
    if len(words) > 1:
        yield "".join(words)
        yield "".join(word[0] for word in words if word)


def _folded(text: str) -> str:
    """Without case and diacritics; blanks and signs stay."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _bare(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _unleeted(text: str) -> str:
    """As ``_bare``, with "p@ssw0rd" read as a word; digits at the end stay a number."""
    trunk = re.sub(r"[^a-z]*$", "", text)
    return _bare(trunk.translate(_LEET) + text[len(trunk) :])
