"""One sentence for every error that a user can put right, saying what to do."""

from collections.abc import Callable
from typing import Any

from cabinet_app.errors import UserError
from cabinet_app.i18n.catalogs import N_, Translator

SENTENCES: dict[str, str] = {
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
    "UndoBlocked": N_("“{label}” was changed again later. Undo the later change first."),
    "FormatError": N_("The file does not follow its format at “{place}”: {reason}."),
    "FileNotReadable": N_("The file {path} cannot be read: {reason}."),
    "FileNotWritable": N_("The file {path} cannot be written: {reason}."),
    "RegisterNotEmpty": N_(
        "The sample register can only be opened in an empty file; {path} already holds entries."
    ),
    "DateNotUnderstood": N_("“{text}” is not a date. Type for example 25. 2. 2026 or tomorrow."),
    "TimeNotUnderstood": N_("“{text}” is not a time. Type for example 9, 9.30 or 930."),
}
UNKNOWN = N_("This could not be done ({error}).")


def sentence(error: UserError, t: Translator) -> str:
    """What to tell the user about an error, in the translator's language."""
    for kind in type(error).__mro__:
        message = SENTENCES.get(kind.__name__)
        if message:
            return t.gettext(message).format(
                **{name: _shown(value, t) for name, value in error.details.items()}
            )
    return t.gettext(UNKNOWN).format(error=type(error).__name__)


def _shown(value: object, t: Translator) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(_shown(item, t) for item in value)
    shown: Callable[[Any], str] | None = getattr(value, "shown", None)
    return shown(t.language) if shown else str(value)
