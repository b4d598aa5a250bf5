"""The meetings of bodies as the judge of their cadence sees them, and as those who act on it need them."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from cabinet_app.db.tables.journal import JournalChange, JournalEntry
from cabinet_app.db.tables.meetings import Meeting, MeetingBody
from cabinet_app.domain.cadence import Gathering, GatheringStatus
from cabinet_app.domain.meetings import MeetingStatus

USUAL_LENGTH = timedelta(minutes=90)
_LAST_MEETINGS = 12
_FEW = 200
_STATUS = {
    MeetingStatus.CANCELLED: GatheringStatus.CANCELLED,
    MeetingStatus.MOVED: GatheringStatus.MOVED,
    MeetingStatus.NOT_QUORATE: GatheringStatus.NOT_QUORATE,
}
_Successor = aliased(Meeting, name="successor")


@dataclass(frozen=True, slots=True)
class GroupMeeting:
    """A dated meeting of a body; times are the wall clock's, `place_id` is where it was or will be."""

    id: int
    starts_at: datetime
    ends_at: datetime | None
    status: MeetingStatus
    number: str
    place_id: int | None
    moved_to: datetime | None

    @property
    def gathering(self) -> Gathering:
        """What the judge needs to know of it."""
        held = GatheringStatus.HELD if self.status.took_place else GatheringStatus.PLANNED
        moved_to = self.moved_to.date() if self.moved_to else None
        return Gathering(
            self.starts_at.date(), _STATUS.get(self.status, held), self.starts_at.time(), moved_to
        )

    def is_unconfirmed(self, today: date) -> bool:
        """Whether its day has passed and nobody has said what became of it."""
        waiting = self.status in {MeetingStatus.PLANNED, MeetingStatus.CONVENED}
        return waiting and self.starts_at.date() < today


def meetings_of(session: Session, body_ids: Collection[int]) -> dict[int, list[GroupMeeting]]:
    """Every dated meeting of these bodies, joint ones included, by body and in the order of time."""
    wanted = (
        select(
            MeetingBody.organization_id,
            Meeting.id,
            Meeting.starts_at,
            Meeting.ends_at,
            Meeting.status,
            Meeting.number,
            Meeting.place_id,
            _Successor.starts_at,
        )
        .join(Meeting, Meeting.id == MeetingBody.meeting_id)
        .outerjoin(_Successor, (_Successor.replaces_id == Meeting.id) & _Successor.deleted_at.is_(None))
        .where(
            MeetingBody.organization_id.in_(body_ids),
            Meeting.deleted_at.is_(None),
            Meeting.starts_at.is_not(None),
        )
        .order_by(Meeting.starts_at, Meeting.id)
    )
    found: dict[int, list[GroupMeeting]] = {body_id: [] for body_id in body_ids}
    for body_id, meeting_id, starts_at, ends_at, status, number, place_id, moved_to in session.execute(
        wanted
    ):
        if body_id is not None and starts_at is not None:
            meeting = GroupMeeting(meeting_id, starts_at, ends_at, status, number, place_id, moved_to)
            found[body_id].append(meeting)
    return found


def touched_bodies(session: Session, since: int, entries: int) -> set[int] | None:
    """The bodies whose meetings the journal has touched after the entry `since`; None: it may be any of them.

    `entries` is how many entries there should be; if some were taken out of the journal nothing is certain.
    """
    later = JournalChange.journal_entry_id > since
    counted = session.scalar(select(func.count(JournalEntry.id)).where(JournalEntry.id > since))
    types = select(JournalChange.record_type, func.count()).where(later).group_by(JournalChange.record_type)
    touched: dict[str, int] = dict(iter(session.execute(types)))
    if counted != entries or "organization" in touched or touched.get("meeting", 0) > _FEW:
        return None
    bodies: set[int] = set()
    replaced: set[int] = set()
    meetings = select(JournalChange.before, JournalChange.after).where(
        later, JournalChange.record_type == "meeting"
    )
    for document in (document for pair in session.execute(meetings) for document in pair if document):
        bodies.update(body.get("organization_id", 0) for body in document.get("bodies", ()))
        replaced.add(document.get("replaces_id", 0))
    # A meeting that was moved says where to, which stands with its successor.
    moved = select(MeetingBody.organization_id).where(MeetingBody.meeting_id.in_(replaced))
    return bodies | {body_id for body_id in session.scalars(moved) if body_id}


def gatherings_of(session: Session, body_ids: Collection[int]) -> dict[int, list[Gathering]]:
    """The same as the judge sees them."""
    return {
        body_id: [meeting.gathering for meeting in meetings]
        for body_id, meetings in meetings_of(session, body_ids).items()
    }


def last_held(meetings: Sequence[GroupMeeting], today: date) -> list[GroupMeeting]:
    """The last dozen that took place, the latest first."""
    held = [item for item in meetings if item.status.took_place and item.starts_at.date() <= today]
    return held[: -_LAST_MEETINGS - 1 : -1]


def usual_place(held: Sequence[GroupMeeting]) -> int | None:
    """Where most of these meetings were, None where no place fits more than one of them."""
    places = Counter(item.place_id for item in held if item.place_id)
    place, count = next(iter(places.most_common(1)), (None, 0))
    return place if count > 1 or len(held) == 1 else None


def usual_hour(held: Sequence[GroupMeeting]) -> time | None:
    """When most of these meetings began; meetings without an hour say nothing."""
    hours = Counter(item.starts_at.time() for item in held if item.starts_at.time() != time.min)
    hour, _count = next(iter(hours.most_common(1)), (None, 0))
    return hour


def usual_length(held: Sequence[GroupMeeting]) -> timedelta:
    """How long most of these meetings were planned for; an hour and a half if that is not known."""
    lengths = Counter(
        item.ends_at - item.starts_at for item in held if item.ends_at and item.ends_at > item.starts_at
    )
    length, _count = next(iter(lengths.most_common(1)), (USUAL_LENGTH, 0))
    return length if length < timedelta(days=1) else USUAL_LENGTH
