"""The address of a service on the web that an administrator typed: parsed once, without a login."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address

from console.address import Rule, check_text, plain_name, split_port
from console.errors import AddressRefused

LONGEST_URL = 300
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address in parts; ``host`` has no brackets, ``path`` begins with "/", query included."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def place(self) -> str:
        """Host and port as a request names them, without what the scheme says anyway."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.place}{self.path}"


def parse_web_url(raw: str) -> WebAddress:
    """Take an address of http or https apart.

    A host may be any name or number, one of this PC, too: whoever types it decides whom we ask.

    Raises:
        AddressRefused: ``rule`` is one of ``console.address.Rule``; USERINFO: there is a name or a
            password in it, which every log on the way would tell.
    """
    check_text(raw)
    if len(raw) > LONGEST_URL:
        raise AddressRefused(Rule.LENGTH, f"{len(raw)} characters")
    if not raw.isascii():
        raise AddressRefused(Rule.CHARACTERS)
    scheme, mark, rest = raw.partition("://")
    scheme = scheme.lower()
    if not mark or scheme not in _PORTS:
        raise AddressRefused(Rule.SCHEME)
    end = min((at for at in map(rest.find, "/?") if at >= 0), default=len(rest))
    authority, tail = rest[:end], rest[end:]
    if "@" in authority:
        raise AddressRefused(Rule.USERINFO)
    host, port = split_port(authority, _PORTS[scheme])
    return WebAddress(scheme, _host(host), port, tail if tail.startswith("/") else "/" + tail)


def _host(host: str) -> str:
    try:
        return str(ip_address(host))
    except ValueError:
        return plain_name(host)
