"""What a change of rule does to the rows of a series: which follow it, which come, go, or are left alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cabinet_app.domain.meetings import Meeting, MeetingStatus
from cabinet_app.domain.series_slots import Slot


class Scope(StrEnum):
    """For which meetings of a series a change holds."""

    ONE = "one"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Row:
    """A meeting of the series as it stands: the day of its rule, and whether the rule may change it."""

    meeting_id: int
    original: date
    is_loose: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """Which row stands where.

    `placed` rows get a slot, `held` ones stay as they are on a slot of their day, `apart` ones have no slot
    any more; `fresh` slots get a new row, the rows of `gone` go.
    """

    placed: tuple[tuple[int, Slot], ...]
    fresh: tuple[Slot, ...]
    gone: tuple[int, ...]
    held: tuple[tuple[int, Slot], ...]
    apart: tuple[int, ...]


def plan(rows: Sequence[Row], wanted: Sequence[Slot], first_row: int = 0) -> Plan:
    """How rows come to stand on the wanted slots.

    A row keeps its day where the rule still has it; the loose ones that are left follow the new days in
    order, so that a meeting put from Tuesday to Wednesday is the same one. `first_row` is a row that takes
    the first slot whatever it is: the meeting in which the change was made.
    """
    free = list(wanted)
    placed: list[tuple[int, Slot]] = []
    held: list[tuple[int, Slot]] = []
    apart: list[int] = []
    left = sorted(rows, key=lambda row: (row.original, row.meeting_id))
    if first_row and free:
        placed.append((first_row, free.pop(0)))
        left = [row for row in left if row.meeting_id != first_row]
    by_day = {slot.original: slot for slot in free}
    waiting = []
    for row in left:
        slot = by_day.pop(row.original, None)
        if slot is not None:
            (placed if row.is_loose else held).append((row.meeting_id, slot))
        elif row.is_loose:
            waiting.append(row.meeting_id)
        else:
            apart.append(row.meeting_id)
    rest = sorted(by_day.values(), key=lambda slot: slot.original)
    count = min(len(waiting), len(rest))
    placed += zip(waiting[:count], rest[:count], strict=True)
    return Plan(tuple(placed), tuple(rest[count:]), tuple(waiting[count:]), tuple(held), tuple(apart))


def is_empty(meeting: Meeting) -> bool:
    """Whether nothing has been written into the meeting that a new rule would lose."""
    lists = (
        meeting.agenda,
        meeting.agenda_votes,
        meeting.attendance,
        meeting.invitations,
        meeting.sources,
    )
    words = (meeting.number, meeting.notes, meeting.clash_note, meeting.raw_properties)
    moments = (meeting.convened_on, meeting.opened_at, meeting.closed_at)
    links = (meeting.minute_taker_id, meeting.project_id, meeting.replaces_id)
    is_blank = not any((*lists, *words, *moments, *links)) and meeting.description.is_empty
    return is_blank and meeting.status in {MeetingStatus.PLANNED, MeetingStatus.CANCELLED}
