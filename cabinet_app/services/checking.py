"""What `check` looks at: the file, its references, the hard rules, and records that contradict themselves."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cabinet_app.db.integrity import FindingKind, check_file
from cabinet_app.db.tables.journal import JournalChange
from cabinet_app.db.tables.papers import Document as DocumentTable
from cabinet_app.db.tables.papers import FileContent
from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.documents import from_document, references, to_document, unstorable
from cabinet_app.domain.meetings import Capacity, Meeting, Presence, VoteEvent
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.domain.twinning import Agreement
from cabinet_app.domain.visits import Visit, VisitStatus
from cabinet_app.errors import FormatError, RecordError
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.headlines import headline
from cabinet_app.services.mapping import ROOT_TABLES, find, to_record
from cabinet_app.services.register import refusal
from cabinet_app.services.rules import check_rules


class Trouble(StrEnum):
    """What was found; the words are made where it is shown."""

    FILE_DAMAGED = "file_damaged"
    ROW_WITHOUT_OWNER = "row_without_owner"
    FOREIGN_OBJECT = "foreign_object"
    MISSING_OBJECT = "missing_object"
    READABLE_BY_OTHERS = "readable_by_others"
    CHANGED_BEHIND_OUR_BACK = "changed_behind_our_back"
    NOT_READABLE = "not_readable"
    DANGLING_REFERENCE = "dangling_reference"
    RULE_BROKEN = "rule_broken"
    CIRCULAR_PARENTS = "circular_parents"
    PRESENT_MORE_THAN_VOTING = "present_more_than_voting"
    VOTING_MORE_THAN_PRESENT = "voting_more_than_present"
    PROGRAMME_OUTSIDE_VISIT = "programme_outside_visit"
    HELD_IN_THE_FUTURE = "held_in_the_future"
    CONCLUDED_IN_THE_FUTURE = "concluded_in_the_future"
    PARTIES_DIFFER_FROM_COUNT = "parties_differ_from_count"
    KEPT_FILE_DAMAGED = "kept_file_damaged"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be; `values` are those that its sentence speaks of."""

    trouble: Trouble
    record_type: str = ""
    record_id: int = 0
    headline: LocalizedText = field(default_factory=LocalizedText)
    place: str = ""
    values: tuple[str, ...] = ()


_OF_THE_FILE = {
    FindingKind.DAMAGED: Trouble.FILE_DAMAGED,
    FindingKind.ORPHAN: Trouble.ROW_WITHOUT_OWNER,
    FindingKind.FOREIGN_OBJECT: Trouble.FOREIGN_OBJECT,
    FindingKind.MISSING_OBJECT: Trouble.MISSING_OBJECT,
    FindingKind.PERMISSIONS: Trouble.READABLE_BY_OTHERS,
}


def check(cabinet: Cabinet, today: date) -> list[Finding]:
    """Everything that is wrong or contradicts itself, the file first, then record by record."""
    path = cabinet.store.path
    found = [
        Finding(_OF_THE_FILE[finding.kind], place=finding.subject, values=(finding.detail,))
        for finding in (check_file(path) if path else ())
    ]
    with cabinet.store.reading() as session:
        live = _live_ids(session)
        found += _damaged_files(session)
        for record_type in RECORD_TYPES:
            for record_id in sorted(live[record_type]):
                found += _check_record(session, record_type, record_id, live, today)
                session.expunge_all()
    return found


def _live_ids(session: Session) -> dict[str, set[int]]:
    return {
        name: set(session.scalars(select(table.id).where(table.deleted_at.is_(None))))
        for name, table in ROOT_TABLES.items()
    }


def _damaged_files(session: Session) -> Iterator[Finding]:
    """Files whose bytes are missing or are not those that were taken in."""
    wanted = select(DocumentTable.id, DocumentTable.title, DocumentTable.file_name, DocumentTable.sha256)
    for record_id, title, name, digest in session.execute(wanted.where(DocumentTable.deleted_at.is_(None))):
        content = session.scalar(select(FileContent.content).where(FileContent.sha256 == digest))
        if content is None or sha256(content).hexdigest() != digest:
            told = same(name) if title.is_empty else title
            yield Finding(Trouble.KEPT_FILE_DAMAGED, "document", record_id, told, values=(name,))


def _check_record(
    session: Session, record_type: str, record_id: int, live: dict[str, set[int]], today: date
) -> list[Finding]:
    try:
        row = find(session, record_type, record_id)
        record = to_record(row, RECORD_TYPES[record_type])
        document = to_document(record)
        from_document(RECORD_TYPES[record_type], document)
    except (LookupError, ValueError, FormatError, RecordError) as error:
        # An enumeration's value or a date that the program never wrote.
        place = error.place if isinstance(error, FormatError) else ""
        return [Finding(Trouble.NOT_READABLE, record_type, record_id, place=place)]
    title = headline(session, record)
    about = [
        *_changed_unseen(session, record_type, record_id, document),
        *_dangling(record, live),
        *_rule_broken(session, record_type, record),
        *_contradictions(session, record, today),
    ]
    return [
        Finding(trouble, record_type, record_id, title, place, tuple(values))
        for trouble, place, *values in about
    ]


Told = tuple[Any, ...]  # trouble, place, values


def _changed_unseen(
    session: Session, record_type: str, record_id: int, document: dict[str, Any]
) -> Iterator[Told]:
    """The journal knows how every record was left; what reads otherwise was not changed by us."""
    last = (
        select(JournalChange.after)
        .where(JournalChange.record_type == record_type, JournalChange.record_id == record_id)
        .order_by(JournalChange.journal_entry_id.desc(), JournalChange.position.desc())
        .limit(1)
    )
    left = session.execute(last).first()
    if left is None or _completed(record_type, left.after) != document:
        yield Trouble.CHANGED_BEHIND_OUR_BACK, ""


def _completed(record_type: str, document: object) -> dict[str, Any] | None:
    """An older document with the fields that have come since; None if there is none to be made of it."""
    try:
        return to_document(from_document(RECORD_TYPES[record_type], document))
    except FormatError:
        return None


def _dangling(record: Any, live: dict[str, set[int]]) -> Iterator[Told]:
    for place, record_type, record_id in references(record):
        if record_id not in live[record_type]:
            yield Trouble.DANGLING_REFERENCE, place, f"{record_type} {record_id}"


def _rule_broken(session: Session, record_type: str, record: Any) -> Iterator[Told]:
    if unstorable(record):
        yield Trouble.RULE_BROKEN, unstorable(record), "not_storable", ""
    try:
        check_rules(session, record_type, record)
    except RecordError as error:
        told = refusal(error, "")
        yield Trouble.RULE_BROKEN, told.place, told.reason, told.value


def _contradictions(session: Session, record: Any, today: date) -> Iterator[Told]:
    if isinstance(record, Meeting):
        yield from _of_meeting(record, today)
    elif isinstance(record, Visit):
        yield from _of_visit(record, today)
    elif isinstance(record, Agreement) and record.party_count and record.party_count < len(record.parties):
        yield (
            Trouble.PARTIES_DIFFER_FROM_COUNT,
            "parties",
            str(len(record.parties)),
            str(record.party_count),
        )
    if hasattr(record, "parent_id"):
        yield from _circle(session, record)


def _of_meeting(meeting: Meeting, today: date) -> Iterator[Told]:
    listed = sum(
        1
        for one in meeting.attendance
        if one.capacity is Capacity.VOTING and one.presence is Presence.PRESENT
    )
    for place, vote in _votes(meeting):
        if listed and not vote.as_in_original and vote.present != listed:
            more = vote.present > listed
            trouble = Trouble.VOTING_MORE_THAN_PRESENT if more else Trouble.PRESENT_MORE_THAN_VOTING
            yield trouble, place, str(listed), str(vote.present)
    if meeting.status.took_place and meeting.starts_at and meeting.starts_at.date() > today:
        yield Trouble.HELD_IN_THE_FUTURE, "status", meeting.starts_at.date().isoformat()


def _votes(meeting: Meeting) -> Iterator[tuple[str, VoteEvent]]:
    for index, vote in enumerate(meeting.agenda_votes):
        yield f"agenda_votes[{index}]", vote
    for number, item in enumerate(meeting.agenda):
        for index, vote in enumerate(item.votes):
            yield f"agenda[{number}].votes[{index}]", vote


def _of_visit(visit: Visit, today: date) -> Iterator[Told]:
    first, last = visit.starts_on, visit.ends_on or visit.starts_on
    for index, item in enumerate(visit.programme):
        if item.day and first and last and not first <= item.day <= last:
            yield Trouble.PROGRAMME_OUTSIDE_VISIT, f"programme[{index}].day", item.day.isoformat()
    if visit.status is VisitStatus.CONCLUDED and last and last > today:
        yield Trouble.CONCLUDED_IN_THE_FUTURE, "status", last.isoformat()


def _circle(session: Session, record: Any) -> Iterator[Told]:
    """A place or body that lies, by way of its parents, within itself."""
    table = ROOT_TABLES["organization" if isinstance(record, Organization) else "place"]
    seen = {record.id}
    parent = record.parent_id
    while parent is not None:
        if parent in seen:
            if parent == record.id:
                yield Trouble.CIRCULAR_PARENTS, "parent_id"
            return
        seen.add(parent)
        parent = session.scalar(select(table.parent_id).where(table.id == parent))
