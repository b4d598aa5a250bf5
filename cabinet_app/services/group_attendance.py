"""How many of a body's members were there: only meetings during a membership count."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.meetings import Attendance
from cabinet_app.domain.meetings import MeetingStatus, Presence
from cabinet_app.services.diary import required_members
from cabinet_app.services.group_board import GroupMaterial


@dataclass(frozen=True, slots=True)
class MeetingAttendance:
    """Of the `expected` members of that day so many were present, and so many had excused themselves."""

    meeting_id: int
    day: date
    present: int
    excused: int
    expected: int

    @property
    def share(self) -> float:
        return self.present / self.expected if self.expected else 0.0


@dataclass(frozen=True, slots=True)
class MemberAttendance:
    """How many of the meetings during the membership a person attended."""

    present: int
    meetings: int


@dataclass(frozen=True, slots=True)
class GroupAttendance:
    """The meetings with a list of those present, in the order of time, and the members by person."""

    meetings: tuple[MeetingAttendance, ...] = ()
    members: dict[int, MemberAttendance] = field(default_factory=dict)

    @property
    def share(self) -> float | None:
        """The share over all meetings, None where no list was ever kept."""
        expected = sum(item.expected for item in self.meetings)
        return sum(item.present for item in self.meetings) / expected if expected else None


def attendance_of(session: Session, material: GroupMaterial) -> GroupAttendance:
    """Meetings that came about and have a list; guests, experts and substitutes are no denominators."""
    took_place = [
        item
        for item in material.meetings
        if item.status.took_place or item.status is MeetingStatus.NOT_QUORATE
    ]
    lists = _lists(session, [item.id for item in took_place])
    meetings: list[MeetingAttendance] = []
    counts: dict[int, tuple[int, int]] = {}
    for item in took_place:
        if item.id not in lists:
            continue
        day, known = item.starts_at.date(), lists[item.id]
        people = {member.person_id or 0 for member in required_members(material.group.memberships, day)}
        present = {person for person in people if known.get(person) is Presence.PRESENT}
        excused = sum(known.get(person) is Presence.EXCUSED for person in people)
        if people:
            meetings.append(MeetingAttendance(item.id, day, len(present), excused, len(people)))
        for person in people:
            before = counts.get(person, (0, 0))
            counts[person] = before[0] + (person in present), before[1] + 1
    return GroupAttendance(
        tuple(meetings), {person: MemberAttendance(*count) for person, count in counts.items()}
    )


def _lists(session: Session, meeting_ids: Sequence[int]) -> dict[int, dict[int, Presence]]:
    wanted = select(Attendance.meeting_id, Attendance.person_id, Attendance.presence)
    found: dict[int, dict[int, Presence]] = {}
    for start in range(0, len(meeting_ids), 500):
        chosen = wanted.where(Attendance.meeting_id.in_(meeting_ids[start : start + 500]))
        for meeting_id, person_id, presence in session.execute(chosen):
            found.setdefault(meeting_id, {})[person_id or 0] = presence
    return found
