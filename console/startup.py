"""Whether this PC opens the station's wall when its user logs in: full screen, locked.

It belongs to the PC and not to the station, so no backup brings it to another one.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from console.audit import Act, Audit
from console.errors import AutostartFailed
from console.gate import Gate
from console.platform import autostart
from console.rights import Action
from db.store import Store


class Startup:
    """Looks and switches.  May block on the disk: not for the GUI thread.

    A user has one such entry: switched on for one station, it is off for any other.
    """

    def __init__(self, data_dir: Path, store: Store, gate: Gate, audit: Audit) -> None:
        self._store = store
        self._gate = gate
        self._audit = audit
        # Nobody is signed in then, so a station with officers shows its pictures, and asks.
        self._command = ["open", "--fullscreen", "--data", str(data_dir.resolve())]

    def is_on(self) -> bool:
        """Whether this station opens when the user logs in.

        Raises:
            NotAllowed: see ``console.gate``.
            AutostartFailed: it cannot be seen.
            StoreProblem: the officers could not be read.
        """
        self._gate.require(Action.SEE_SETTINGS)
        return self._is_on()

    def switch(self, *, on: bool) -> None:
        """Let it open at log-in, or not; the log is told if that was not so already.

        Raises:
            NotAllowed: see ``console.gate``.
            AutostartFailed, StoreProblem: everything is as it was.
        """
        self._gate.require(Action.CHANGE_SETTINGS)
        if on is self._is_on():
            return
        with ExitStack() as undo:
            with self._store.begin() as unit:
                self._audit.write(unit, Act.AUTOSTART_ON if on else Act.AUTOSTART_OFF)
                self._turn(on=on)
                undo.callback(lambda: self._turn(on=not on))
            undo.pop_all()  # the log has it; else nothing is done that it does not tell

    def _is_on(self) -> bool:
        try:
            return autostart.is_on(self._command)
        except OSError as error:
            raise AutostartFailed(error.strerror or str(error)) from error

    def _turn(self, *, on: bool) -> None:
        try:
            if on:
                autostart.turn_on(self._command)
            else:
                autostart.turn_off()
        except OSError as error:
            raise AutostartFailed(error.strerror or str(error)) from error
