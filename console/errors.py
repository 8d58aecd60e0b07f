"""What can go wrong in the world, as opposed to in our code.

* Problem
  + AddressRefused            an address breaks a rule of ``console.address``
  + CameraProblem             something about one camera's stream
    - CameraUnreachable       nothing answers at its address
    - CameraRefusedLogin      it answers, and wants another name or password
    - CameraUnsupported       it answers with something that we cannot show
    - CameraBroken            it answered and then failed: silence, garbage, a closed line
    - CertificateUnknown      its TLS certificate is neither trusted nor the pinned one
  + EditedMeanwhile           somebody else changed the same field of an incident
  + ExportTooLarge            more than fits on a paper
  + FileTaken                 something has the name already that a new file was to get
  + FieldRefused              a name, number or password breaks a rule of ``console.forms``
  + ListUnreadable            a file to import is not a list that we can read
  + StoreProblem              the station's file; these are told by ``db.errors``
    - NumberTaken             a camera or cluster number is in use
    - NameTaken               a team, cluster or layout of that name exists
    - Gone                    what was to be changed has been removed meanwhile
    - ClusterInUse            a cluster that still has cameras cannot be removed
    - TeamInUse               a team that officers are narrowed to cannot be removed
    - TeamHasMembers          a team that has members who are not erased cannot be removed
    - StoreTooNew             the station's file was written by a newer program
    - StoreDamaged            the station's file cannot be read
    - LogMeddled              its log is not the one that was signed: cut off, or rewritten
    - StoreFailed             the station's file cannot be written or is busy: no right, in use
      . DiskFull              there is no room on the disk
  + VolumeRefused             a folder that footage cannot be written to, or that cannot go
  + ExhibitProblem            a foreign file that somebody brought
    - ExhibitRefused          it is no plain file, too large, or there is no room for it
    - ExhibitDamaged          what was taken in is gone, or is not what was taken in
  + FootageMissing            nothing of what was asked for was recorded, or is left
  + VaultLocked               passwords cannot be read or kept
  + AutostartFailed           what starts with the PC cannot be looked at or changed
  + BackupProblem             the copies that are kept for the worst day
    - BackupFailed            no backup could be made
    - BackupOverdue           there has been none for days
    - BackupRefused           a folder is no whole, sound backup of this station
    - SecondMediumFailed      a backup was made, and not copied to the second medium
    - CaseFilesLeft           it was copied, and not every file of the cases
  + CodeWrong                 what was typed is not what stands on a recovery sheet
  + GroupsMisread             groups typed from paper were misread
  + EngineLost                the engine process does not answer
    - EngineBusy              the engine is recording, and must not be
    - EngineNewer             the engine is of a newer program than this console
  + IndexFailed               the footage index cannot be written, or was damaged
  + LastAdministrator         somebody must remain who can let others in
  + NotAllowed                the officer's role, or a missing approval
  + SignInRefused             this name and password do not sign anyone in, now
  + StillDamaged              a bookmark's picture is gone, or is not what was kept
  + SetupWrong                station.toml holds something that we cannot use
  + WorkLost                  the process that did long work ended before it was done
  + StepRefused               a case or request that does not go to another state, or not by him
* Cancelled

A ``Problem`` is shown to the officer in a sentence.  ``Cancelled`` is not shown:
the officer asked for it.  Anything else is a bug: the crash notice.  No text holds a password.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.errors import (
    ClusterInUse,
    DiskFull,
    Gone,
    LogMeddled,
    NameTaken,
    NumberTaken,
    Problem,
    StoreDamaged,
    StoreFailed,
    StoreProblem,
    StoreTooNew,
    TeamHasMembers,
    TeamInUse,
)

if TYPE_CHECKING:
    from db.case_records import Incident

__all__ = [
    "AddressRefused",
    "AutostartFailed",
    "BackupFailed",
    "BackupOverdue",
    "BackupProblem",
    "BackupRefused",
    "CameraBroken",
    "CameraProblem",
    "CameraRefusedLogin",
    "CameraUnreachable",
    "CameraUnsupported",
    "Cancelled",
    "CaseFilesLeft",
    "CertificateUnknown",
    "ClusterInUse",
    "CodeWrong",
    "DiskFull",
    "EditedMeanwhile",
    "EngineBusy",
    "EngineLost",
    "EngineNewer",
    "ExhibitDamaged",
    "ExhibitProblem",
    "ExhibitRefused",
    "ExportTooLarge",
    "FieldRefused",
    "FileTaken",
    "FootageMissing",
    "Gone",
    "GroupsMisread",
    "IndexFailed",
    "ListUnreadable",
    "LogMeddled",
    "NameTaken",
    "NotAllowed",
    "NumberTaken",
    "Problem",
    "SecondMediumFailed",
    "SetupWrong",
    "SheetMissing",
    "SheetRefused",
    "SignInRefused",
    "StepRefused",
    "StillDamaged",
    "StoreDamaged",
    "StoreFailed",
    "StoreProblem",
    "StoreTooNew",
    "TeamHasMembers",
    "TeamInUse",
    "VaultLocked",
    "VolumeRefused",
]


class AddressRefused(Problem):
    """An address that we do not open.  ``rule`` is one word, see ``console.address``.

    ``field`` names the box that it was typed into (``main_url``, ``sub_url``) where known.
    """

    def __init__(self, rule: str, detail: str = "", field: str = "") -> None:
        super().__init__(f"address refused ({rule})" + (f": {detail}" if detail else ""))
        self.rule = rule
        self.detail = detail
        self.field = field


class FieldRefused(Problem):
    """Something typed that we do not keep; ``field`` and ``rule``: see ``console.forms``."""

    def __init__(self, field: str, rule: str) -> None:
        super().__init__(f"{field} refused ({rule})")
        self.field = field
        self.rule = rule


class CameraProblem(Problem):
    """Something about one stream.  ``detail`` is for the log, in English, without secrets."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class CameraUnreachable(CameraProblem):
    """Nothing answers at the camera's address."""


class CameraRefusedLogin(CameraProblem):
    """The camera wants another name or password."""


class CameraUnsupported(CameraProblem):
    """The camera offers nothing that we can show, or points elsewhere."""


class CameraBroken(CameraProblem):
    """The camera answered and then failed."""


class CertificateUnknown(CameraProblem):
    """The certificate is not trusted.  ``sha256`` is its fingerprint, 64 hex digits."""

    def __init__(self, sha256: str) -> None:
        super().__init__(f"certificate {sha256[:16]}… is not trusted")
        self.sha256 = sha256


class EditedMeanwhile(Problem):
    """Somebody else changed ``fields`` since they were read; ``incident`` is what is there now."""

    def __init__(self, fields: tuple[str, ...], incident: Incident) -> None:
        super().__init__(f"changed by somebody else meanwhile: {', '.join(fields)}")
        self.fields = fields
        self.incident = incident


class StepRefused(Problem):
    """A case takes no such step; ``rule``: ``StepRule``, or ``console.evidence.rules`` has it."""

    def __init__(self, rule: str) -> None:
        super().__init__(f"it does not take that step ({rule})")
        self.rule = rule


class ExportTooLarge(Problem):
    """More than the ``most`` entries that fit on a paper: a shorter period, or a workbook."""

    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most} entries do not fit on a paper")
        self.most = most


class WorkLost(Problem):
    """The process that did long work ended, with ``code``, before it was done: ask once more."""

    def __init__(self, code: int) -> None:
        super().__init__(f"the work ended with {code} before it was done")
        self.code = code


class ListUnreadable(Problem):
    """A file to import is not a list that we can read."""


class FileTaken(Problem):
    """Something has the name already that a new file was to get; it is untouched."""


class VolumeRefused(Problem):
    """A folder that we do not write to, or do not forget; ``rule``: see ``console.volumes``."""

    def __init__(self, rule: str) -> None:
        super().__init__(f"this folder cannot be used for footage ({rule})")
        self.rule = rule


class ExhibitProblem(Problem):
    """Something about a foreign file that somebody brought."""


class ExhibitRefused(ExhibitProblem):
    """A file that is not taken in; ``rule`` is of ``console.exhibits.ExhibitRule``."""

    def __init__(self, rule: str) -> None:
        super().__init__(f"this file cannot be taken in ({rule})")
        self.rule = rule


class ExhibitDamaged(ExhibitProblem):
    """The file is gone, or its hash is not the one that was noted when it was taken in."""


class StillDamaged(Problem):
    """The picture of a bookmark is gone, or its hash is not the one that was noted."""

    def __init__(self) -> None:
        super().__init__("the still is gone, or is not what was kept")


class FootageMissing(Problem):
    """Nothing of what was asked for was recorded, or is left."""


class VaultLocked(Problem):
    """Passwords cannot be read or kept."""


class BackupProblem(Problem):
    """Something about the copies that are kept for the worst day."""


class BackupFailed(BackupProblem):
    """No backup could be made; the ones before are as they were."""


class BackupOverdue(BackupProblem):
    """There has been no backup for ``days`` days."""

    def __init__(self, days: int) -> None:
        super().__init__(f"no backup was made for {days} days")
        self.days = days


class BackupRefused(BackupProblem):
    """A folder that is no whole, sound backup, or another station's; nothing was touched."""


class SecondMediumFailed(BackupProblem):
    """The backup was made here, but the second medium is absent, full or broken."""


class CaseFilesLeft(BackupProblem):
    """``count`` files of cases are not on the second medium; ``bytes`` of them have no room."""

    def __init__(self, count: int, bytes_: int) -> None:
        super().__init__(f"{count} files of cases are not on the second medium")
        self.count = count
        self.bytes = bytes_


class CodeWrong(Problem):
    """Not a recovery sheet's code.  ``group`` was misread (from 1), or 0: too short or too long."""

    def __init__(self, group: int) -> None:
        place = f"group {group} was misread" if group else "it must be ten groups of six digits"
        super().__init__(f"this is not the code of a recovery sheet: {place}")
        self.group = group


class GroupsMisread(Problem):
    """Groups typed from paper do not fit together; ``group`` was misread (from 1), 0: unknown."""

    def __init__(self, group: int = 0) -> None:
        super().__init__(f"group {group} was misread" if group else "the groups were misread")
        self.group = group


class AutostartFailed(Problem):
    """What this PC starts at log-in cannot be looked at or changed."""

    def __init__(self, detail: str) -> None:
        super().__init__(f"what starts with the PC cannot be changed: {detail}")
        self.detail = detail


class EngineLost(Problem):
    """The engine process does not answer."""


class EngineBusy(EngineLost):
    """The engine runs: what is asked for can only be done while nothing is recorded."""

    def __init__(self) -> None:
        super().__init__("the engine is running: close every window, end the service, try again")


class EngineNewer(EngineLost):
    """The engine is of a newer program than this console, which does not understand it."""

    def __init__(self) -> None:
        super().__init__("the program was updated: close this window or service, start it anew")


class IndexFailed(Problem):
    """The footage index is in trouble; ``trouble`` is of ``console.video.wire_footage``."""

    def __init__(self, trouble: str) -> None:
        super().__init__(f"the index of footage is in trouble ({trouble})")
        self.trouble = trouble


class SetupWrong(Problem):
    """station.toml holds something that we cannot use."""


class LastAdministrator(Problem):
    """The last administrator who can sign in cannot be disabled, demoted, reset or erased."""

    def __init__(self) -> None:
        super().__init__("this is the last administrator who can sign in")


class NotAllowed(Problem):
    """Whoever sits here may not do that; see ``console.rights`` and ``console.gate.Why``."""

    def __init__(self, action: str, reason: str) -> None:
        super().__init__(f"{action} is not allowed ({reason})")
        self.action = action
        self.reason = reason


class SignInRefused(Problem):
    """Not signed in.  The same for an unknown officer, a wrong password and a locked account.

    ``wait_s`` is how long another try makes no sense, 0 where it may be made at once.
    """

    def __init__(self, wait_s: float = 0.0) -> None:
        super().__init__("the name and the password do not fit, or must not be tried now")
        self.wait_s = wait_s


class SheetRefused(SignInRefused):
    """The code is not that of this station's present recovery sheet, or must not be tried now."""


class SheetMissing(Problem):
    """No recovery sheet was made for this station."""

    def __init__(self) -> None:
        super().__init__("no recovery sheet was made for this station")


class Cancelled(Exception):
    """The officer stopped it."""
