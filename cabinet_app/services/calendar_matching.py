"""What of a calendar stands in the register already: by its UIDs, and what may be the same without them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.journal import JournalChange, JournalEntry
from cabinet_app.db.tables.meetings import Meeting as MeetingTable
from cabinet_app.db.tables.people import Person as PersonTable
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.db.tables.series import MeetingSeries as SeriesTable
from cabinet_app.domain.documents import from_document
from cabinet_app.domain.meetings import Meeting, MeetingStatus
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.series import MeetingSeries
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.i18n.collation import fold
from cabinet_app.services.changes import Act
from cabinet_app.services.mapping import to_record, whole
from cabinet_app.services.read_ahead import batches


@dataclass(slots=True)
class Standing:
    """A meeting that stands in the register or lies in its bin."""

    record: Meeting
    version: int
    is_deleted: bool


@dataclass(slots=True)
class Known:
    """Everything of one UID: the series, its version, and the meetings."""

    series: MeetingSeries | None = None
    series_version: int = 0
    is_series_deleted: bool = False
    meetings: list[Standing] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A meeting with the same time and title under another UID."""

    meeting_id: int
    title: LocalizedText
    starts_at: datetime


class Matching:
    """Looks things up in one reading session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._places = self._named_places()
        self._people = self._addresses()

    def known(self, uids: Iterable[str]) -> dict[str, Known]:
        """What stands under these UIDs, the bin included."""
        found: dict[str, Known] = {}
        for some in batches(uids):
            series = select(SeriesTable).where(SeriesTable.uid.in_(some)).options(*whole(SeriesTable))
            for one in self._session.scalars(series):
                known = found.setdefault(one.uid, Known())
                if known.series is None or known.is_series_deleted:
                    known.series, known.series_version = to_record(one, MeetingSeries), one.version
                    known.is_series_deleted = one.deleted_at is not None
            meetings = select(MeetingTable).where(MeetingTable.uid.in_(some)).order_by(MeetingTable.id)
            for row in self._session.scalars(meetings.options(*whole(MeetingTable))):
                standing = Standing(to_record(row, Meeting), row.version, row.deleted_at is not None)
                found.setdefault(row.uid, Known()).meetings.append(standing)
        return found

    def by_ids(self, ids: Sequence[int]) -> list[Standing]:
        """These meetings as they stand."""
        rows = select(MeetingTable).where(MeetingTable.id.in_(ids), MeetingTable.deleted_at.is_(None))
        return [
            Standing(to_record(row, Meeting), row.version, is_deleted=False)
            for row in self._session.scalars(rows.options(*whole(MeetingTable)))
        ]

    def base(self, record_type: str, record_id: int, version: int) -> Callable[[], Any]:
        """Asks what the last import left of a record; None if nobody touched it since then."""

        def ask() -> Any:
            last = (
                select(JournalChange.version_after, JournalChange.after)
                .join(JournalEntry, JournalEntry.id == JournalChange.journal_entry_id)
                .where(
                    JournalChange.record_type == record_type,
                    JournalChange.record_id == record_id,
                    JournalEntry.act == Act.IMPORT.value,
                    JournalEntry.reverted.is_(False),
                )
                .order_by(JournalChange.id.desc())
                .limit(1)
            )
            found = self._session.execute(last).first()
            if found is None or found[0] == version or not found[1]:
                return None
            return from_document(RECORD_TYPES[record_type], found[1])

        return ask

    def was_thrown_away(self, record_id: int) -> bool:
        """Whether somebody deleted the meeting; one whose import was taken back may come again."""
        last = (
            select(JournalEntry.act)
            .join(JournalChange, JournalChange.journal_entry_id == JournalEntry.id)
            .where(JournalChange.record_type == "meeting", JournalChange.record_id == record_id)
            .order_by(JournalChange.id.desc())
            .limit(1)
        )
        return self._session.scalar(last) == Act.DELETE.value

    def settle(self, meetings: Iterable[Meeting]) -> None:
        """Find the places and people that meetings name in words."""
        for meeting in meetings:
            place = self._places.get(fold(meeting.platform)) if meeting.platform else None
            if place:
                meeting.place_id, meeting.platform = place, ""
            for one in meeting.invitations:
                one.person_id = self._people.get(one.email.casefold()) if one.email else None

    def lookalikes(self, meetings: Sequence[Meeting]) -> dict[str, Lookalike]:
        """By the UID of meetings that are new: one that stands with the same start, end and title."""
        wanted: dict[tuple[datetime, datetime, str], str] = {}
        for meeting in meetings:
            if meeting.starts_at:
                end = meeting.ends_at or meeting.starts_at
                for name in meeting.title.all:
                    wanted[meeting.starts_at, end, _words(name)] = meeting.uid
        found: dict[str, Lookalike] = {}
        for some in batches({start for start, _, _ in wanted}):
            rows = select(
                MeetingTable.id, MeetingTable.starts_at, MeetingTable.ends_at, MeetingTable.title
            ).where(MeetingTable.starts_at.in_(some), MeetingTable.deleted_at.is_(None))
            for meeting_id, starts_at, ends_at, title in self._session.execute(rows):
                if starts_at is None:
                    continue
                for text in title.all:
                    uid = wanted.get((starts_at, ends_at or starts_at, _words(text)))
                    if uid:
                        found.setdefault(uid, Lookalike(meeting_id, title, starts_at))
        return found

    def vanished(self, feed: str, first: date, last: date, uids: set[str]) -> list[Lookalike]:
        """Meetings of a feed on these days that it no longer names."""
        rows = (
            select(MeetingTable.id, MeetingTable.uid, MeetingTable.title, MeetingTable.starts_at)
            .where(
                MeetingTable.feed == feed,
                MeetingTable.deleted_at.is_(None),
                MeetingTable.status != MeetingStatus.CANCELLED,
                MeetingTable.starts_at >= datetime.combine(first, time.min),
                MeetingTable.starts_at < datetime.combine(last, time.min) + timedelta(days=1),
            )
            .order_by(MeetingTable.starts_at)
        )
        return [
            Lookalike(meeting_id, title, starts_at)
            for meeting_id, uid, title, starts_at in self._session.execute(rows)
            if uid not in uids and starts_at is not None
        ]

    def _named_places(self) -> dict[str, int]:
        rows = select(PlaceTable.id, PlaceTable.names).where(PlaceTable.deleted_at.is_(None))
        found: dict[str, int] = {}
        for place_id, names in self._session.execute(rows.order_by(PlaceTable.id)):
            for name in names.all:
                found.setdefault(fold(name), place_id)
        return found

    def _addresses(self) -> dict[str, int]:
        rows = select(PersonTable.email, PersonTable.id).where(
            PersonTable.deleted_at.is_(None), PersonTable.email != ""
        )
        return {email.casefold(): person_id for email, person_id in self._session.execute(rows)}


def _words(title: str) -> str:
    return " ".join(fold(title).split())
