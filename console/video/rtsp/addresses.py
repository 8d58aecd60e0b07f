"""Addresses that a camera names, and the one that we were given."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from console.video.rtsp.auth import Login
from console.video.rtsp.messages import Malformed
from db.structs import Frozen

_MAX_ADDRESS = 4096  # characters of a control address, which goes back with a request


class Target(Frozen):
    """Whom to talk to.  ``path`` may hold ``{username}`` and ``{password}``."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Scheme, host and port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    def url(self, login: Login | None) -> str:
        """The whole address, filled in."""
        path = self.path
        if "{" in path:
            username = quote(login.username, safe="") if login is not None else ""
            password = quote(login.password.reveal(), safe="") if login is not None else ""
            path = path.replace("{username}", username).replace("{password}", password)
        return self.authority + path

    def at_home(self, address: str, base: str) -> str:
        """An address that the camera names, on the host and port that we connected to.

        Raises:
            Malformed: it names another protocol, or is none.
        """
        if len(address) > _MAX_ADDRESS:
            raise Malformed("too long an address")
        if any(ord(char) <= 0x20 or ord(char) == 0x7F for char in address):
            raise Malformed("an address with blanks in it")
        if "://" in address:
            try:
                parts = urlsplit(address)
            except ValueError as error:
                raise Malformed("an address that is none") from error
            if parts.scheme not in ("rtsp", "rtsps", "rtspt", "rtspu"):
                raise Malformed("an address of another protocol")
            return self.authority + parts.path + (f"?{parts.query}" if parts.query else "")
        if address.startswith("/"):
            return self.authority + address
        return base.rstrip("/") + "/" + address
