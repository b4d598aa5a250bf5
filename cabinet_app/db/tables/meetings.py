"""Meetings with agenda, attendance, votes and decisions."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped

from cabinet_app.db.base import Base
from cabinet_app.db.columns import Child, RecordRoot, children, localized, parent_key, reference
from cabinet_app.domain.meetings import (
    AgendaItemKind,
    AgendaItemStatus,
    Capacity,
    DecisionKind,
    DecisionStatus,
    InvitationRole,
    MeetingKind,
    MeetingMode,
    MeetingStatus,
    Presence,
    Visibility,
    VoteMethod,
)
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Reply


class Meeting(RecordRoot, Base):
    __tablename__ = "meeting"

    title: Mapped[LocalizedText] = localized("title")
    number: Mapped[str]
    kind: Mapped[MeetingKind]
    mode: Mapped[MeetingMode]
    platform: Mapped[str]
    status: Mapped[MeetingStatus]
    visibility: Mapped[Visibility]
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    all_day: Mapped[bool]
    zone: Mapped[str]
    opened_at: Mapped[time | None]
    closed_at: Mapped[time | None]
    place_id: Mapped[int | None] = reference("place")
    chair_id: Mapped[int | None] = reference("person")
    minute_taker_id: Mapped[int | None] = reference("person")
    convened_on: Mapped[date | None]
    replaces_id: Mapped[int | None] = reference("meeting")
    uid: Mapped[str]
    sequence: Mapped[int]
    series_id: Mapped[int | None] = reference("series")
    original_start: Mapped[datetime | None]
    detached: Mapped[bool]
    transparent: Mapped[bool]
    clash_note: Mapped[str]
    description: Mapped[LocalizedText] = localized("description")
    project_id: Mapped[int | None] = reference("project")
    feed: Mapped[str]
    raw_properties: Mapped[str]
    notes: Mapped[str]
    bodies: Mapped[list["MeetingBody"]] = children("MeetingBody")
    agenda: Mapped[list["AgendaItem"]] = children("AgendaItem")
    agenda_votes: Mapped[list["MeetingAgendaVote"]] = children("MeetingAgendaVote")
    attendance: Mapped[list["Attendance"]] = children("Attendance")
    invitations: Mapped[list["Invitation"]] = children("Invitation")
    sources: Mapped[list["MeetingSource"]] = children("MeetingSource")

    @classmethod
    def rules(cls) -> tuple[Any, ...]:
        return (
            CheckConstraint("ends_at >= starts_at", name="ends_after_start"),
            Index(None, "starts_at", "id", "ends_at", "deleted_at"),
            Index(None, "uid"),
        )


class MeetingBody(Child, Base):
    __tablename__ = "meeting_body"

    meeting_id: Mapped[int] = parent_key("meeting")
    organization_id: Mapped[int | None] = reference("organization")


class AgendaItem(Child, Base):
    __tablename__ = "agenda_item"

    meeting_id: Mapped[int] = parent_key("meeting")
    number: Mapped[str]
    title: Mapped[LocalizedText] = localized("title")
    kind: Mapped[AgendaItemKind]
    status: Mapped[AgendaItemStatus]
    rapporteur_id: Mapped[int | None] = reference("person")
    planned_minutes: Mapped[int | None]
    is_public: Mapped[bool]
    discussion: Mapped[LocalizedText] = localized("discussion")
    votes: Mapped[list["AgendaItemVote"]] = children("AgendaItemVote")
    decisions: Mapped[list["Decision"]] = children("Decision")


class AgendaItemVote(Child, Base):
    __tablename__ = "agenda_item_vote"
    __table_args__ = (
        CheckConstraint("in_favour + against + abstained <= present", name="votes_within_present"),
    )

    agenda_item_id: Mapped[int] = parent_key("agenda_item")
    present: Mapped[int]
    in_favour: Mapped[int]
    against: Mapped[int]
    abstained: Mapped[int]
    method: Mapped[VoteMethod]
    stated_result: Mapped[str]
    as_in_original: Mapped[bool]


class Decision(Child, Base):
    __tablename__ = "decision"
    __table_args__ = (Index(None, "number"),)

    agenda_item_id: Mapped[int] = parent_key("agenda_item")
    number: Mapped[str]
    text: Mapped[LocalizedText] = localized("text")
    kind: Mapped[DecisionKind]
    status: Mapped[DecisionStatus]
    implementer: Mapped[str]
    due_on: Mapped[date | None]


class MeetingAgendaVote(Child, Base):
    __tablename__ = "meeting_agenda_vote"
    __table_args__ = (
        CheckConstraint("in_favour + against + abstained <= present", name="votes_within_present"),
    )

    meeting_id: Mapped[int] = parent_key("meeting")
    present: Mapped[int]
    in_favour: Mapped[int]
    against: Mapped[int]
    abstained: Mapped[int]
    method: Mapped[VoteMethod]
    stated_result: Mapped[str]
    as_in_original: Mapped[bool]


class Attendance(Child, Base):
    __tablename__ = "attendance"

    meeting_id: Mapped[int] = parent_key("meeting")
    person_id: Mapped[int | None] = reference("person")
    name: Mapped[str]
    capacity: Mapped[Capacity]
    presence: Mapped[Presence]
    function: Mapped[LocalizedText] = localized("function")
    arrived_at: Mapped[time | None]
    left_at: Mapped[time | None]


class Invitation(Child, Base):
    __tablename__ = "invitation"

    meeting_id: Mapped[int] = parent_key("meeting")
    person_id: Mapped[int | None] = reference("person")
    name: Mapped[str]
    email: Mapped[str]
    role: Mapped[InvitationRole]
    reply: Mapped[Reply]


class MeetingSource(Child, Base):
    __tablename__ = "meeting_source"

    meeting_id: Mapped[int] = parent_key("meeting")
    document: Mapped[str]
    locator: Mapped[str]
    quote: Mapped[str]
    fact: Mapped[str]
