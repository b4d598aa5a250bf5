"""What a user can put right; all else is a bug. Errors carry data; words are made where they are shown."""


class UserError(Exception):
    """A fault of input or environment that the user can mend. Subclasses carry data and never prose."""

    @property
    def details(self) -> dict[str, object]:
        """The data of the error by name, for the sentence that is shown."""
        return dict(vars(self))


class RecordError(UserError):
    """A record that may not be stored as it is."""


class FieldRequired(RecordError):
    """A field without which the record cannot be told from others is empty."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class EndsBeforeStart(RecordError):
    """An end lies before its start (a hard rule of the product)."""

    def __init__(self, field: str, start: str, end: str) -> None:
        super().__init__(field, start, end)
        self.field = field
        self.start = start
        self.end = end


class TooFewParties(RecordError):
    """An agreement has fewer than two parties (a hard rule of the product)."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.field = "parties"
        self.count = count


class VotesExceedPresent(RecordError):
    """For + against + abstained is more than were present at that vote (a hard rule of the product)."""

    def __init__(self, field: str, cast: int, present: int) -> None:
        super().__init__(field, cast, present)
        self.field = field
        self.cast = cast
        self.present = present


class DecisionNumberTaken(RecordError):
    """Another decision of the same body bears this number (a hard rule of the product)."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.field = "decisions"
        self.number = number


class ValueRejected(RecordError):
    """A value of the record is outside what the field can hold."""

    def __init__(self, field: str, value: str) -> None:
        super().__init__(field, value)
        self.field = field
        self.value = value


class RecordNotFound(UserError):
    """No record of this type has this id."""

    def __init__(self, record_type: str, record_id: int) -> None:
        super().__init__(record_type, record_id)
        self.record_type = record_type
        self.record_id = record_id


class RecordInUse(UserError):
    """The record cannot be deleted while others refer to it; `users` names them."""

    def __init__(self, record_type: str, record_id: int, users: tuple[str, ...]) -> None:
        super().__init__(record_type, record_id, users)
        self.record_type = record_type
        self.record_id = record_id
        self.users = users


class Conflict(UserError):
    """Somebody else changed the record since it was read."""

    def __init__(self, record_type: str, record_id: int, seen: int, stored: int) -> None:
        super().__init__(record_type, record_id, seen, stored)
        self.record_type = record_type
        self.record_id = record_id
        self.seen = seen
        self.stored = stored


class NothingToUndo(UserError):
    """There is no step to take back or to repeat."""


class UndoBlocked(UserError):
    """A later change of the same record stands in the way of taking this step back."""

    def __init__(self, headline: object) -> None:
        super().__init__(headline)
        self.headline = headline


class FormatError(UserError):
    """A file of ours does not follow its format; `place` is a path such as `visits[2].starts_on`."""

    def __init__(self, place: str, reason: str, value: str = "") -> None:
        super().__init__(place, reason, value)
        self.place = place
        self.reason = reason
        self.value = value
        self.file = ""


class FileNotReadable(UserError):
    """A file named by the user cannot be read; `reason` is the system's."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class FileNotWritable(UserError):
    """A file named by the user cannot be written; `reason` is the system's."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class FileTooLarge(UserError):
    """A file is larger than one in the register may be; sizes are in bytes."""

    def __init__(self, path: str, size: int, limit: int) -> None:
        super().__init__(path, size, limit)
        self.path = path
        self.megabytes = -(-size // 1_048_576)
        self.limit = limit // 1_048_576


class KeptFileDamaged(UserError):
    """The bytes of a file in the register are missing or are not those that were taken in."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class PrintingFailed(UserError):
    """The print system did not take the job; `reason` is its own sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RegisterNotEmpty(UserError):
    """The sample register goes only into an empty file."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class StoreError(UserError):
    """The office's file or server cannot be used as asked; nothing was changed unless the error says so."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class FileMissing(StoreError):
    """There is no file at this path."""


class FolderMissing(StoreError):
    """The folder that should hold the file does not exist; `path` is the folder."""


class IsAFolder(StoreError):
    """A folder was named where a file is needed."""


class FileEmpty(StoreError):
    """The file holds no byte: a copy that was cut off, not a register."""


class FileExists(StoreError):
    """A file that must not be overwritten already lies there."""


class NotAKabinetFile(StoreError):
    """The file was not made by this program."""


class FileReadOnly(StoreError):
    """The file or its folder does not let us write."""


class FileMoved(StoreError):
    """The file was moved, renamed or deleted while it was open."""


class DiskFull(StoreError):
    """There is no room left; what was to be written was not."""


class StoreBusy(StoreError):
    """Another workstation or window kept the file locked longer than we wait."""


class FileDamaged(StoreError):
    """The file fails its integrity check; `findings` are SQLite's own lines or names of what is missing."""

    def __init__(self, path: str, findings: tuple[str, ...]) -> None:
        super().__init__(path)
        self.findings = findings


class NewerFile(StoreError):
    """The file was made by a newer version of the program; nothing was written to it."""

    def __init__(self, path: str, version: int, ours: int) -> None:
        super().__init__(path)
        self.version = version
        self.ours = ours


class UnknownSchemaObject(StoreError):
    """The file holds a table, column, index, view or trigger that is not ours and may act behind our back."""

    def __init__(self, path: str, kind: str, name: str) -> None:
        super().__init__(path)
        self.kind = kind
        self.name = name


class UnsafeLocation(StoreError):
    """A live file may not lie here. `kind` is `network` or `sync`, `name` such as `cifs` or `OneDrive`.

    `advice` is `server` (PostgreSQL serves several workstations) or `local_folder`; both suit backups.
    """

    def __init__(self, path: str, kind: str, name: str, advice: str) -> None:
        super().__init__(path)
        self.kind = kind
        self.name = name
        self.advice = advice


class StorageFault(StoreError):
    """The disk failed; `saved` is what re-reading found: written, not written, or (None) not to be told."""

    def __init__(self, path: str, reason: str, *, saved: bool | None = False) -> None:
        super().__init__(path)
        self.reason = reason
        self.saved = saved


class SettingRefused(StoreError):
    """SQLite did not take a setting our safety rests on, perhaps since another program holds the file."""

    def __init__(self, path: str, setting: str, wanted: str, found: str) -> None:
        super().__init__(path)
        self.setting = setting
        self.wanted = wanted
        self.found = found


class ServerUnreachable(StoreError):
    """The PostgreSQL server does not answer; `path` is its address without the password."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path)
        self.reason = reason


class ServerKeepsItsOwnBackups(StoreError):
    """A register on a server is no file to be copied; `path` is its address without the password."""


class BackupBroken(StoreError):
    """A backup is not what its manifest says; `reason` is `checksum`, `manifest` or `row_counts`."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path)
        self.reason = reason
