"""Which addresses we open, and how one that was typed falls into parts.

A camera's address is the one place where outside text decides whom we talk to, so what is
not plainly an RTSP address of a permitted host is refused, with one word (``Rule``).  An
address is parsed once, here; afterwards only its parts travel, and the password joins them
at the last moment (``filled``).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import quote, unquote

from console.errors import AddressRefused
from console.secret import Secret

LONGEST = 2000
DEFAULT_PORTS = {"rtsp": 554, "rtsps": 322}

_WORDS = ("{username}", "{password}")
_WORD = re.compile(r"(\{username\}|\{password\})")


class Rule(StrEnum):
    """What an address broke."""

    EMPTY = "empty"
    LENGTH = "length"  # more than 2,000 characters
    CHARACTERS = "characters"  # a blank, control or invisible character, \\ or #
    SCHEME = "scheme"  # neither rtsp nor rtsps
    USERINFO = "userinfo"  # more than one @, or two different logins
    HOST = "host"  # neither an address nor a name
    NAME_NOT_ALLOWED = "name_not_allowed"  # a name that station.toml does not allow
    LOOPBACK = "loopback"  # this PC itself
    LINK_LOCAL = "link_local"
    MULTICAST = "multicast"
    UNSPECIFIED = "unspecified"
    BROADCAST = "broadcast"
    RESERVED = "reserved"
    PORT = "port"  # not 1-65535


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRules:
    """What the site permits.  ``allowed_names`` are DNS names in lower case."""

    allowed_names: frozenset[str] = frozenset()
    allow_loopback: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedAddress:
    """An address in parts.

    ``host`` has no brackets; ``path`` starts with "/", includes the query, is ASCII and
    holds ``{username}`` and ``{password}`` where a login stood in it.  ``password`` is
    None when none was typed.
    """

    scheme: str
    host: str
    port: int
    path: str
    username: str
    password: Secret | None


def parse_stream_url(raw: str, rules: AddressRules) -> ParsedAddress:
    """Take an address apart.

    Raises:
        AddressRefused: ``rule`` is one of ``Rule``; the text never holds a login.
    """
    check_text(raw)
    scheme, mark, rest = raw.partition("://")
    scheme = scheme.lower()
    if not mark or scheme not in DEFAULT_PORTS:
        raise AddressRefused(Rule.SCHEME)
    end = min((at for at in map(rest.find, "/?") if at >= 0), default=len(rest))
    authority, tail = rest[:end], rest[end:]
    if authority.count("@") > 1:
        # Readers differ on which @ counts, so one of them would call the wrong host.
        raise AddressRefused(Rule.USERINFO, "write %40 for an @ in the password")
    userinfo, _, place = authority.rpartition("@")
    host, port = split_port(place, DEFAULT_PORTS[scheme])
    username, password = _login(userinfo)
    path, username, password = _lift_login(_tidy(tail), username, password)
    return ParsedAddress(
        scheme=scheme,
        host=checked_host(host, rules),
        port=port,
        path=path,
        username=username,
        password=password,
    )


def checked_host(host: str, rules: AddressRules) -> str:
    """``host`` in the form in which it is kept.  Raises AddressRefused."""
    try:
        literal = ip_address(host)
    except ValueError:
        return _checked_name(host, rules)
    if isinstance(literal, IPv6Address):
        # An IPv4 address in IPv6 clothes is judged, and kept, as what it is.
        literal = literal.ipv4_mapped or literal
    _check_literal(literal, rules)
    return str(literal)


def shown(scheme: str, host: str, port: int, path: str) -> str:
    """The address in one piece, without a login: for the screen, lists and logs."""
    place = f"[{host}]" if ":" in host else host
    suffix = "" if port == DEFAULT_PORTS.get(scheme) else f":{port}"
    return f"{scheme}://{place}{suffix}{path}"


def filled(path: str, username: str, password: Secret | None) -> str:
    """``path`` with the login where its make wants it.  Do not log or keep the result."""
    words = {
        "{username}": quote(username, safe=""),
        "{password}": quote(password.reveal() if password else "", safe=""),
    }
    # In one pass: a user called "{password}" stays one.
    return _WORD.sub(lambda found: words[found[0]], path)


def check_text(raw: str) -> None:
    """Refuse what no address holds.  Raises AddressRefused."""
    # On the raw text, first: urllib strips a newline silently.
    if not raw:
        raise AddressRefused(Rule.EMPTY)
    if len(raw) > LONGEST:
        raise AddressRefused(Rule.LENGTH, f"{len(raw)} characters")
    for place, sign in enumerate(raw):
        if sign in "\\#" or unicodedata.category(sign)[0] in "CZ":
            raise AddressRefused(Rule.CHARACTERS, f"U+{ord(sign):04X} at {place}")


def split_port(place: str, default: int) -> tuple[str, int]:
    """Host, without brackets, and port of ``place``.  Raises AddressRefused."""
    if place.startswith("["):
        host, bracket, suffix = place[1:].partition("]")
        if not bracket or ":" not in host:
            raise AddressRefused(Rule.HOST)
    else:
        host, colon, digits = place.partition(":")
        suffix = colon + digits
    if not suffix:
        return host, default
    if not re.fullmatch(r":[0-9]{1,5}", suffix) or not 1 <= int(suffix[1:]) <= 65535:
        raise AddressRefused(Rule.PORT)
    return host, int(suffix[1:])


def plain_name(host: str) -> str:
    """``host`` as a DNS name in lower case; it may be anybody's.  Raises AddressRefused."""
    name = host.lower().removesuffix(".")
    labels = name.split(".")
    # A last label of digits or 0x… is an address to some resolvers: 127.1, 2130706433.
    if (
        len(name) > 253
        or not all(re.fullmatch(r"(?!-)[a-z0-9-]{1,63}(?<!-)", label) for label in labels)
        or re.fullmatch(r"[0-9]+|0x[0-9a-f]*", labels[-1])
    ):
        raise AddressRefused(Rule.HOST)
    return name


def _checked_name(host: str, rules: AddressRules) -> str:
    name = plain_name(host)
    if name.rpartition(".")[2] == "localhost" and not rules.allow_loopback:
        raise AddressRefused(Rule.LOOPBACK)
    if name not in rules.allowed_names:
        raise AddressRefused(Rule.NAME_NOT_ALLOWED, name)
    return name


def _check_literal(literal: IPv4Address | IPv6Address, rules: AddressRules) -> None:
    if isinstance(literal, IPv6Address) and literal.scope_id is not None:
        raise AddressRefused(Rule.LINK_LOCAL)
    if literal.is_loopback:
        if not rules.allow_loopback:
            raise AddressRefused(Rule.LOOPBACK)
        return
    if literal.is_unspecified or (literal.version == 4 and literal.packed[0] == 0):
        raise AddressRefused(Rule.UNSPECIFIED)
    if literal.packed == b"\xff\xff\xff\xff":
        raise AddressRefused(Rule.BROADCAST)
    if literal.is_link_local:
        raise AddressRefused(Rule.LINK_LOCAL)
    if literal.is_multicast:
        raise AddressRefused(Rule.MULTICAST)
    tunnel = isinstance(literal, IPv6Address) and (literal.sixtofour or literal.teredo)
    if literal.is_reserved or tunnel:
        raise AddressRefused(Rule.RESERVED)


def _login(userinfo: str) -> tuple[str, Secret | None]:
    username, colon, password = userinfo.partition(":")
    return _decoded(username), Secret(_decoded(password)) if colon else None


def _decoded(text: str) -> str:
    try:
        decoded = unquote(text, errors="strict")
    except UnicodeDecodeError:
        raise AddressRefused(Rule.USERINFO, "not UTF-8 behind the percent signs") from None
    if any(unicodedata.category(sign) == "Cc" for sign in decoded):
        raise AddressRefused(Rule.CHARACTERS, "a control character in the login")
    return decoded


def _tidy(tail: str) -> str:
    if re.search(r"%(?:[01][0-9a-f]|7f)", tail, re.IGNORECASE):
        raise AddressRefused(Rule.CHARACTERS, "a control character in the path")
    path = unicodedata.normalize("NFC", tail if tail.startswith("/") else "/" + tail)
    # ASCII stays as it was typed; letters like ổ, quotes, < and > are percent-encoded, and so
    # are braces but those of our own two words.
    return "".join(
        part if part in _WORDS else quote(part, safe="/?&=:;,@!$'()*+-._~%[]|^`")
        for part in _WORD.split(path)
    )


# Where makes put the login into the path or query:
#   /user=admin&password=x&channel=1&stream=0.sdp?real_stream        Xiongmai (XMEye)
#   /user=admin_password=x_channel=1_stream=0.sdp                    Xiongmai, older
#   /live?usr=admin&pwd=x   /11?loginuse=admin&loginpas=x            Foscam and others
#   /0/admin:x/main                                                  no-name
_KEYS = {
    "username": "username|user|usr|usrname|loginuse|login|account",
    "password": "password|passwd|passwort|pwd|pass|psw|loginpas|loginpass|userpwd",
}
# With "_" between the fields only these end a value, for a password may hold a "_" itself.
_FIELD = rf"_(?=(?:{_KEYS['username']}|{_KEYS['password']}|channel|stream|subtype|unicast)=)"
_PAIR = re.compile(r"^/([0-9]+)/([^/:?]+):([^/?]*)(?=/)")


def _lift_login(
    path: str, username: str, password: Secret | None
) -> tuple[str, str, Secret | None]:
    """Put ``{username}`` and ``{password}`` where the path holds a login."""
    names = [*_values(path, "username"), *(found[2] for found in _PAIR.finditer(path))]
    words = [*_values(path, "password"), *(found[3] for found in _PAIR.finditer(path))]
    if not words:
        return path, username, password
    found_name, found_word = _agreed(names, "{username}"), _agreed(words, "{password}")
    if found_name is not None and username not in {"", found_name}:
        raise AddressRefused(Rule.USERINFO, "two different logins")
    if None not in (found_word, password) and password != Secret(found_word or ""):
        raise AddressRefused(Rule.USERINFO, "two different logins")
    for key in _KEYS:
        path = _pattern(path, key).sub(rf"\g<1>{{{key}}}", path)
    path = _PAIR.sub(r"/\g<1>/{username}:{password}", path)
    return (
        path,
        username if found_name is None else found_name,
        password if found_word is None else Secret(found_word),
    )


def _pattern(path: str, key: str) -> re.Pattern[str]:
    end = r"(?=[&;?]|$)" if "&" in path or ";" in path else rf"(?=[?/]|{_FIELD}|$)"
    return re.compile(rf"(?i)((?<=[/?&;_])(?:{_KEYS[key]})=)(.*?){end}")


def _values(path: str, key: str) -> list[str]:
    return [found[2] for found in _pattern(path, key).finditer(path)]


def _agreed(values: list[str], placeholder: str) -> str | None:
    """The one value among ``values``, decoded; None when the place is empty already."""
    different = {_decoded(value) for value in values if value != placeholder}
    if len(different) > 1:
        raise AddressRefused(Rule.USERINFO, "two different logins")
    return next(iter(different), None)
