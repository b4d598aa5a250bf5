"""The one sentence for every error that a user can put right: which file, where, why, and what helps."""

from collections.abc import Mapping
from typing import Final

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.errors import FormatError, UserError
from cabinet_app.i18n.catalogs import N_, Translator

_LONGEST_VALUE: Final = 500

_RECORDS: Final = {
    "FieldRequired": N_("Please fill in this field."),
    "EndsBeforeStart": N_("The end is before the start. Choose a later end."),
    "TooFewParties": N_("An agreement needs at least two parties. Add the missing one."),
    "VotesExceedPresent": N_(
        "{cast} votes were cast, but only {present} were present. Correct one of the two."
    ),
    "DecisionNumberTaken": N_("The number {number} is taken by another decision. Choose another one."),
    "ValueRejected": N_("“{value}” cannot be stored here. Enter another value."),
    "RecordNotFound": N_("This entry no longer exists. It may have been deleted meanwhile."),
    "RecordInUse": N_("This entry cannot be deleted, because others refer to it: {users}."),
    "Conflict": N_("Somebody else has changed this entry since you opened it."),
    "NothingToUndo": N_("There is nothing to undo."),
    "UndoBlocked": N_("“{headline}” was changed again later. Undo the later change first."),
    "DateNotUnderstood": N_("“{text}” is not a date. Type for example 25. 2. 2026 or tomorrow."),
    "TimeNotUnderstood": N_("“{text}” is not a time. Type for example 9, 9.30 or 930."),
    "PrintingFailed": N_("The print system did not take the job ({reason})."),
    "RegisterNotEmpty": N_(
        "The sample register can only be opened in an empty file; {path} already holds entries."
    ),
}
_FILES: Final = {
    "FileNotReadable": N_("The file {path} cannot be read: {reason}."),
    "FileNotWritable": N_("The file {path} cannot be written: {reason}."),
    "FileTooLarge": N_("The file {path} has {megabytes} MB; files of up to {limit} MB can be kept."),
    "KeptFileDamaged": N_("The file {path} is damaged in the register; restore it from a backup."),
    "FileMissing": N_("There is no file {path}."),
    "FolderMissing": N_("The folder {path} does not exist."),
    "IsAFolder": N_("{path} is a folder, but a file is needed."),
    "FileEmpty": N_("The file {path} is empty and holds no register."),
    "FileExists": N_("The file {path} exists already and was not overwritten."),
    "NotAKabinetFile": N_("The file {path} was not made by Kabinet."),
    "FileReadOnly": N_("The file {path} cannot be written to: it or its folder is read-only."),
    "FileMoved": N_("The file {path} was moved, renamed or deleted while it was open."),
    "DiskFull": N_("There is no room left on the disk for {path}; nothing was saved."),
    "StoreBusy": N_("The file {path} is locked by another program or window; try again shortly."),
    "FileDamaged": N_("The file {path} is damaged ({findings}); restore it from a backup."),
    "NewerFile": N_("The file {path} was made by a newer version of Kabinet; nothing was changed in it."),
    "UnknownSchemaObject": N_("The file {path} holds something foreign ({kind} {name}) and was not opened."),
    "SettingRefused": N_(
        "The file {path} cannot be opened safely, perhaps because another program holds it ({setting})."
    ),
    "ServerUnreachable": N_("The server {path} does not answer ({reason})."),
    "ServerKeepsItsOwnBackups": N_("The register {path} lies on a server and is backed up there, not here."),
}
# Errors whose sentence depends on one of their values, by that value.
_BY_VALUE: Final[Mapping[str, tuple[str, Mapping[object, str]]]] = {
    "UnsafeLocation": (
        "kind",
        {
            "network": N_(
                "The file {path} lies on a network drive ({name}), where saves can be lost; keep it on this "
                "computer or use a PostgreSQL server for several workstations."
            ),
            "sync": N_(
                "The file {path} lies in a synchronised folder ({name}), where saves can be lost; keep it in "
                "another folder of this computer."
            ),
        },
    ),
    "StorageFault": (
        "saved",
        {
            True: N_("The disk reported a fault with {path} ({reason}); the change was saved all the same."),
            False: N_("The disk reported a fault with {path} ({reason}); nothing was saved."),
            None: N_(
                "The disk reported a fault with {path} ({reason}); check whether your last change was saved."
            ),
        },
    ),
    "BackupBroken": (
        "reason",
        {
            "checksum": N_("The backup {path} has changed since it was made and was not used."),
            "manifest": N_("The description of the backup {path} cannot be read; the backup was not used."),
            "row_counts": N_("The backup {path} is not complete and was not used."),
        },
    ),
}
REASONS: Final = {
    "not_an_object": N_("an object with named fields belongs here, not {value}"),
    "not_a_list": N_("a list belongs here, not {value}"),
    "unknown_key": N_("the format knows no field “{value}”"),
    "missing": N_("this field is missing"),
    "not_allowed": N_("the value “{value}” is not allowed here"),
    "not_a_text": N_("a text belongs here, not {value}"),
    "not_storable": N_("the text holds characters that cannot be stored"),
    "not_a_yes_or_no": N_("true or false belongs here, not {value}"),
    "not_a_number": N_("a number belongs here, not {value}"),
    "not_a_whole_number": N_("a whole number belongs here, not {value}"),
    "out_of_range": N_("the number {value} is too small or too large"),
    "not_a_date": N_("a date such as 2026-02-25 belongs here, not {value}"),
    "not_a_time": N_("a time such as 09:30 belongs here, not {value}"),
    "not_a_moment": N_("a date and time such as 2026-02-25T09:30 belongs here, not {value}"),
    "dangling_reference": N_("it refers to {value}, which does not exist"),
    "duplicate_id": N_("the id {value} is given twice"),
    "duplicate_key": N_("the field “{value}” stands there twice"),
    "not_json": N_("it is not JSON (line {value})"),
    "not_utf8": N_("it is not a text in UTF-8 (byte {value})"),
    "too_large": N_("it is larger than {value} MB"),
    "too_deep": N_("it is nested too deeply"),
    "wrong_format": N_("it is not a register of Kabinet"),
    "wrong_version": N_("it follows version {value} of the format, which this program does not know"),
    "required": N_("this field must not be empty"),
    "ends_before_start": N_("the end {value} is before the start"),
    "too_few_parties": N_("an agreement needs at least two parties"),
    "votes_exceed_present": N_("more votes were cast ({value}) than people were present"),
    "decision_number_taken": N_("the decision number {value} is taken by another decision"),
    "not_a_table": N_("it holds no table that can be read"),
    "no_known_column": N_("none of its columns is known ({value})"),
    "too_many_rows": N_("it has more than {value} rows"),
    "file_missing": N_("the bytes of this file are missing"),
    "wrong_content": N_("the bytes do not fit their digest"),
    "not_a_calendar": N_("it holds no calendar"),
    "vcalendar_1": N_("it is a calendar of the old format vCalendar 1.0; save it as iCalendar (.ics)"),
    "too_many_components": N_("it holds more than {value} entries"),
    "nothing_readable": N_("none of its entries can be read; the first reason stands in line {value}"),
    "taken_id": N_("the id {value} is taken by another entry"),
}
SENTENCES: Final = {**_RECORDS, **_FILES}
_UNKNOWN: Final = N_("This could not be done ({error}).")


def sentence(error: UserError, t: Translator) -> str:
    """What to tell the user about an error, in the translator's language; plain text on one line."""
    if isinstance(error, FormatError):
        return _format_sentence(error, t)
    for kind in type(error).__mro__:
        message = _message(kind.__name__, error)
        if message:
            values = {name: _shown(value, t) for name, value in error.details.items()}
            return t.gettext(message).format(**values)
    return t.gettext(_UNKNOWN).format(error=type(error).__name__)


def reason(error: FormatError, t: Translator) -> str:
    """Why a place of a file was refused, without the file and the place."""
    message = REASONS.get(error.reason)
    return t.gettext(message).format(value=_shown(error.value, t)) if message else error.reason


def one_line(text: str) -> str:
    """A text of others made harmless for a terminal or a label: no control characters, no endless length."""
    plain = "".join(sign if sign.isprintable() or sign == "\u00a0" else " " for sign in text)
    return plain if len(plain) <= _LONGEST_VALUE else f"{plain[: _LONGEST_VALUE - 1]}…"


def _format_sentence(error: FormatError, t: Translator) -> str:
    if error.file and error.place:
        message = t.gettext("The file {file} was refused at {place}: {reason}.")
    elif error.file:
        message = t.gettext("The file {file} was refused: {reason}.")
    elif error.place:
        message = t.gettext("The entry was refused at {place}: {reason}.")
    else:
        message = t.gettext("The entry was refused: {reason}.")
    return message.format(file=one_line(error.file), place=one_line(error.place), reason=reason(error, t))


def _message(name: str, error: UserError) -> str | None:
    if name in _BY_VALUE:
        attribute, messages = _BY_VALUE[name]
        return messages.get(getattr(error, attribute))
    return SENTENCES.get(name)


def _shown(value: object, t: Translator) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(_shown(item, t) for item in value)
    return one_line(value.shown(t.language) if isinstance(value, LocalizedText) else str(value))
