"""What can go wrong with the station's file.  ``console.errors`` draws the whole tree.

``Problem`` is defined here because ``db`` looks up to nobody; everybody else imports it
from ``console.errors``.
"""

from __future__ import annotations


class Problem(Exception):
    """Something outside the program failed and someone can act on it."""


class StoreProblem(Problem):
    """Something about the station's file or what is in it."""


class NumberTaken(StoreProblem):
    """A camera or cluster number is in use."""

    def __init__(self, number: int) -> None:
        super().__init__(f"number {number} is taken")
        self.number = number


class NameTaken(StoreProblem):
    """A team, cluster or layout of that name exists."""

    def __init__(self, name: str) -> None:
        super().__init__(f"name {name!r} is taken")
        self.name = name


class Gone(StoreProblem):
    """What was to be changed is not there any more.  ``what`` is a word: camera, cluster."""

    def __init__(self, what: str) -> None:
        super().__init__(f"the {what} is not there any more")
        self.what = what


class ClusterInUse(StoreProblem):
    """A cluster that still has ``cameras`` cameras cannot be removed."""

    def __init__(self, cameras: int) -> None:
        super().__init__(f"the cluster still has {cameras} cameras")
        self.cameras = cameras


class TeamInUse(StoreProblem):
    """A team that ``officers`` officers are narrowed to cannot be removed: they would see all."""

    def __init__(self, officers: int) -> None:
        super().__init__(f"{officers} officers are narrowed to the team")
        self.officers = officers


class TeamHasMembers(StoreProblem):
    """A team that still has ``members`` members, retired ones included, cannot be removed."""

    def __init__(self, members: int) -> None:
        super().__init__(f"the team still has {members} members")
        self.members = members


class StoreTooNew(StoreProblem):
    """The station's file was written by a newer program."""


class StoreDamaged(StoreProblem):
    """The station's file cannot be read."""


class LogMeddled(StoreProblem):
    """Entry ``seq`` was signed, and is gone from the log or another: it was cut off, or rewritten.

    It is not signed any more, so that ``ward-console check`` goes on finding it.
    """

    def __init__(self, seq: int) -> None:
        super().__init__(f"the log was cut off or rewritten: entry {seq} is not what was signed")
        self.seq = seq


class StoreFailed(StoreProblem):
    """The station's file cannot be written, or is busy: no right, another program."""


class DiskFull(StoreFailed):
    """There is no room on the disk.  Nothing was half written; reading goes on."""
