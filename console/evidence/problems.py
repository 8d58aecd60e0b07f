"""What can go wrong in the world with an evidence package, beyond ``console.errors``.

* Problem
  + PackageProblem            an evidence package, as a folder on some medium
    - PackageMissing          there is no package where one was to be looked at
    - PackageChanged          what lies there is not what the station made
    - OtherPackage            it is one of this station's, and not the one that was meant
    - FileTooLarge            the medium's file system takes no file of that size
    - WordsWrong              an encrypted package is not opened by these words
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


class PackageChanged(PackageProblem):
    """Not what the station made; ``path`` is the file below the package's folder that tells so."""

    def __init__(self, path: str, cause: str) -> None:
        super().__init__(f"this is not the package as it was made: {path}: {cause}")
        self.path = path


class OtherPackage(PackageProblem):
    """A sound package of this station, and not the one that was meant."""

    def __init__(self) -> None:
        super().__init__("it is another package of this station")


class FileTooLarge(PackageProblem):
    """``file_system`` of the medium takes no file of ``bytes``, as FAT does from 4 GiB on."""

    def __init__(self, file_system: str, bytes_: int) -> None:
        super().__init__(f"{file_system} takes no file of {bytes_} bytes")
        self.file_system = file_system
        self.bytes = bytes_


class WordsWrong(PackageProblem):
    """An encrypted package is not opened by the words that were typed."""

    def __init__(self) -> None:
        super().__init__("these words do not open it")


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
