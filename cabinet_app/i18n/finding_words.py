"""What `check` found, in words; for the command and for the window."""

from collections.abc import Sequence
from typing import Final

from cabinet_app.domain.texts import Language
from cabinet_app.errors import FormatError
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.i18n.messages import one_line, reason

_SENTENCES: Final = {
    "file_damaged": N_("The file is damaged: {place}."),
    "row_without_owner": N_("A row belongs to nothing: {place} ({0})."),
    "foreign_object": N_("The file holds something that is not ours: {place} ({0})."),
    "missing_object": N_("Something is missing in the file: {place}."),
    "readable_by_others": N_("Others can read the file {place} (permissions {0})."),
    "changed_behind_our_back": N_("{title}: this entry was changed outside the program."),
    "not_readable": N_("{title}: this entry holds a value that cannot be read ({place})."),
    "dangling_reference": N_("{title}: {place} refers to {0}, which does not exist."),
    "circular_parents": N_("{title}: this entry lies, by way of others, within itself."),
    "present_more_than_voting": N_("{title}: {0} voting members are listed as present, but only {1} voted."),
    "voting_more_than_present": N_("{title}: {1} voted, but only {0} voting members are listed as present."),
    "programme_outside_visit": N_("{title}: an item of the programme stands on {0}, outside the visit."),
    "held_in_the_future": N_("{title}: the meeting is marked as held, but its day is {0}."),
    "concluded_in_the_future": N_("{title}: the visit is marked as concluded, but it ends on {0}."),
    "parties_differ_from_count": N_("{title}: {0} parties are listed, but their number is given as {1}."),
}
_WITH_DAYS: Final = {"programme_outside_visit", "held_in_the_future", "concluded_in_the_future"}


def finding_sentence(trouble: str, title: str, place: str, values: Sequence[str], t: Translator) -> str:
    """One finding as one sentence; `trouble` is the value of a `services.checking.Trouble`."""
    if trouble == "rule_broken":
        why = reason(FormatError(place, *values), t)
        return t.gettext("{title}: at {place}, {reason}.").format(
            title=one_line(title), place=one_line(place), reason=why
        )
    shown = [_day(value, t.language) if trouble in _WITH_DAYS else one_line(value) for value in values]
    return t.gettext(_SENTENCES[trouble]).format(*shown, title=one_line(title), place=one_line(place))


def _day(value: str, language: Language) -> str:
    from datetime import date

    from cabinet_app.i18n.dates import numeric

    return numeric(date.fromisoformat(value), language)
