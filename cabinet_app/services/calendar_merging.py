"""A meeting or series from a calendar against the one that stands: what is new there, what changed here.

Field by field: what only the calendar changed is taken over, what only we changed stays, and what both
changed differently is a conflict, which is told and never overwritten.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from cabinet_app.domain.meetings import Invitation, Meeting, MeetingStatus
from cabinet_app.domain.series import Frequency, MeetingSeries

_MEETING_FIELDS: Final = (
    "title",
    "description",
    "starts_at",
    "ends_at",
    "all_day",
    "zone",
    "status",
    "visibility",
    "transparent",
    "place_id",
    "platform",
    "series_id",
    "original_start",
)
_SERIES_FIELDS: Final = (
    "title",
    "visibility",
    "starts_at",
    "duration_minutes",
    "all_day",
    "zone",
    "frequency",
    "interval",
    "weekdays",
    "nth",
    "month_day",
    "month",
    "until",
    "count",
    "foreign_rule",
)
# Lines that change with every export although the event is the same.
_RESTLESS: Final = re.compile(r"(LAST-MODIFIED|CREATED|X-MOZ-GENERATION|X-MOZ-LASTACK)[:;].*", re.IGNORECASE)
_MODIFIED: Final = re.compile(r"^LAST-MODIFIED(?:;[^:]*)?:(\d{8}T\d{6})", re.IGNORECASE | re.MULTILINE)
_UNDECIDED: Final = frozenset({MeetingStatus.PLANNED, MeetingStatus.CANCELLED})


@dataclass(slots=True)
class Merged:
    """The record to be stored, whether it differs from what stands, and the fields both sides changed."""

    record: Any
    is_changed: bool = False
    conflicts: list[str] = field(default_factory=list)


def merge_meeting(mine: Meeting, theirs: Meeting, base: Callable[[], Meeting | None]) -> Merged:
    """`mine` with what is new in `theirs`; `base` is what the last import left, asked only if needed."""
    merged = Merged(replace(mine, invitations=[replace(one) for one in mine.invitations]))
    known = _Base(base)
    for name in _MEETING_FIELDS:
        _merge_field(merged, name, mine, theirs, known)
    _keep_what_became_of_it(merged, mine)
    if _people(mine.invitations) != _people(theirs.invitations):
        before = known.record
        if before is None or _people(before.invitations) == _people(mine.invitations):
            merged.record.invitations = _with_ids(theirs.invitations, mine.invitations)
            merged.is_changed = True
        elif _people(before.invitations) != _people(theirs.invitations):
            merged.conflicts.append("invitations")
    _take_marks(merged, mine, theirs)
    return merged


def merge_series(
    mine: MeetingSeries, theirs: MeetingSeries, base: Callable[[], MeetingSeries | None]
) -> Merged:
    """The same for the rule of a series; a series of our own keeps its rule."""
    merged = Merged(replace(mine))
    if not mine.feed and mine.frequency is not Frequency.FOREIGN:
        return merged
    known = _Base(base)
    for name in _SERIES_FIELDS:
        _merge_field(merged, name, mine, theirs, known)
    if (
        theirs.materialised_until
        and (mine.materialised_until or theirs.materialised_until) < theirs.materialised_until
    ):
        merged.record.materialised_until = theirs.materialised_until
        merged.is_changed = True
    _take_marks(merged, mine, theirs)
    return merged


def modified(raw_properties: str) -> datetime | None:
    """When the event was last changed where it came from, UTC, as its kept lines say."""
    found = _MODIFIED.search(raw_properties)
    try:
        return datetime.strptime(found[1], "%Y%m%dT%H%M%S") if found else None  # noqa: DTZ007 UTC, kept without a zone
    except ValueError:
        return None


def has_content(meeting: Meeting) -> bool:
    """Whether more hangs on a meeting than a calendar could have brought."""
    return bool(
        meeting.agenda
        or meeting.attendance
        or meeting.agenda_votes
        or meeting.sources
        or meeting.notes
        or meeting.number
        or meeting.status not in _UNDECIDED
    )


class _Base:
    """What the last import left, looked up once and only when something differs."""

    def __init__(self, ask: Callable[[], Any]) -> None:
        self._ask = ask
        self._asked = False
        self._record: Any = None

    @property
    def record(self) -> Any:
        if not self._asked:
            self._record, self._asked = self._ask(), True
        return self._record


def _merge_field(merged: Merged, name: str, mine: object, theirs: object, base: _Base) -> None:
    here, there = getattr(mine, name), getattr(theirs, name)
    if here == there:
        return
    before = getattr(base.record, name) if base.record is not None else here
    if before == here:
        setattr(merged.record, name, there)
        merged.is_changed = True
    elif before != there:
        merged.conflicts.append(name)


def _keep_what_became_of_it(merged: Merged, mine: Meeting) -> None:
    """No calendar knows that a meeting was held; only that it was called off is news."""
    if mine.status not in _UNDECIDED and merged.record.status is not MeetingStatus.CANCELLED:
        merged.record.status = mine.status


def _take_marks(merged: Merged, mine: Any, theirs: Any) -> None:
    """The edition and the kept lines follow a change, and count as one themselves unless restless."""
    if _settled(mine.raw_properties) != _settled(theirs.raw_properties):
        merged.is_changed = True
    if theirs.sequence > mine.sequence:
        merged.record.sequence = theirs.sequence
        merged.is_changed = True
    if merged.is_changed:
        merged.record.raw_properties = theirs.raw_properties
        merged.record.feed = theirs.feed or mine.feed


def _settled(raw: str) -> str:
    return "\n".join(line for line in raw.splitlines() if not _RESTLESS.fullmatch(line))


def _people(invitations: Iterable[Invitation]) -> list[tuple[object, ...]]:
    return [(one.name, one.email, one.person_id, one.role, one.reply) for one in invitations]


def _with_ids(theirs: Iterable[Invitation], mine: Iterable[Invitation]) -> list[Invitation]:
    """Their list with the ids of those who stand on ours."""
    ids = {(one.email or one.name).casefold(): one.id for one in mine}
    return [replace(one, id=ids.pop((one.email or one.name).casefold(), 0)) for one in theirs]
