"""What can go wrong in the world with an evidence package, beyond ``console.errors``.

* Problem
  + PackageProblem            an evidence package, as a folder on some medium
    - PackageMissing          there is no package where one was to be looked at
    - PackageNotWritten       the medium refuses, or gave back something else than was written
    - PackageNotMade          there is nothing to make it of
    - MasksRefused            the engine does not take the masks of a viewing copy
    - ManifestBroken          what should be a manifest is none that we can read
      . ManifestTooNew        it was written by a newer program

A full medium is ``console.errors.DiskFull``, a name that is in use ``console.errors.FileTaken``.
"""

from __future__ import annotations

from console.errors import Problem


class PackageProblem(Problem):
    """Something about an evidence package."""


class PackageMissing(PackageProblem):
    """There is no package to look at."""


class PackageNotWritten(PackageProblem):
    """The package cannot be written; nothing has its name."""


class PackageNotMade(PackageProblem):
    """It cannot be made; ``cause`` is a word of ``console.evidence.rules.Cause``."""

    def __init__(self, cause: str) -> None:
        super().__init__(f"the package cannot be made: {cause}")
        self.cause = cause


class MasksRefused(PackageProblem):
    """The engine does not take the masks of a viewing copy; the sentence says why."""


class ManifestBroken(PackageProblem):
    """The manifest is no manifest of ours; the sentence says why."""


class ManifestTooNew(ManifestBroken):
    """The manifest was written by a newer program; ``schema`` is what it says it is."""

    def __init__(self, schema: str) -> None:
        super().__init__(f"written by a newer program, which calls it {schema}")
        self.schema = schema
