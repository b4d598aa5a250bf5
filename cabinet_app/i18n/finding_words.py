"""What `check` found, in words; for the command and for the window."""

from collections.abc import Sequence
from typing import Final

from cabinet_app.domain.texts import Language
from cabinet_app.errors import FormatError
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.i18n.messages import one_line, reason

# The sentence of each kind of finding and the names of its values in it.
_SENTENCES: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "file_damaged": (N_("The file is damaged: {place}."), ()),
    "row_without_owner": (N_("A row belongs to nothing: {place} ({table})."), ("table",)),
    "foreign_object": (N_("The file holds something that is not ours: {place} ({kind})."), ("kind",)),
    "missing_object": (N_("Something is missing in the file: {place}."), ()),
    "readable_by_others": (N_("Others can read the file {place} (permissions {mode})."), ("mode",)),
    "changed_behind_our_back": (N_("{title}: this entry was changed outside the program."), ()),
    "not_readable": (N_("{title}: this entry holds a value that cannot be read."), ()),
    "dangling_reference": (N_("{title}: {place} refers to {target}, which does not exist."), ("target",)),
    "circular_parents": (N_("{title}: this entry lies, by way of others, within itself."), ()),
    "present_more_than_voting": (
        N_("{title}: {listed} voting members are listed as present, but only {voted} voted."),
        ("listed", "voted"),
    ),
    "voting_more_than_present": (
        N_("{title}: {voted} voted, but only {listed} voting members are listed as present."),
        ("listed", "voted"),
    ),
    "programme_outside_visit": (
        N_("{title}: an item of the programme stands on {day}, outside the visit."),
        ("day",),
    ),
    "held_in_the_future": (
        N_("{title}: the meeting is marked as held, but its day is {day}."),
        ("day",),
    ),
    "concluded_in_the_future": (
        N_("{title}: the visit is marked as concluded, but it ends on {day}."),
        ("day",),
    ),
    "kept_file_damaged": (N_("The file {name} is damaged in the register."), ("name",)),
    "parties_differ_from_count": (
        N_("{title}: {listed} parties are listed, but their number is given as {stated}."),
        ("listed", "stated"),
    ),
}


def finding_sentence(trouble: str, title: str, place: str, values: Sequence[str], t: Translator) -> str:
    """One finding as one sentence; `trouble` is the value of a `services.checking.Trouble`."""
    if trouble == "rule_broken":
        why = reason(FormatError(place, *values), t)
        return t.gettext("{title}: at {place}, {reason}.").format(
            title=one_line(title), place=one_line(place), reason=why
        )
    message, names = _SENTENCES[trouble]
    told = {
        name: _day(value, t.language) if name == "day" else one_line(value)
        for name, value in zip(names, values, strict=False)
    }
    return t.gettext(message).format(title=one_line(title), place=one_line(place), **told)


def _day(value: str, language: Language) -> str:
    from datetime import date

    from cabinet_app.i18n.dates import numeric

    return numeric(date.fromisoformat(value), language)
