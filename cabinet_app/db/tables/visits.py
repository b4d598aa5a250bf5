"""Visits with delegations and programme."""

from datetime import date, time
from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped

from cabinet_app.db.base import Base
from cabinet_app.db.columns import Child, RecordRoot, children, localized, parent_key, reference
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import (
    Audience,
    DelegateRole,
    DelegationSide,
    ProgrammeItemKind,
    ProgrammeItemStatus,
    Reply,
    VisitDirection,
    VisitKind,
    VisitStatus,
)


class Visit(RecordRoot, Base):
    __tablename__ = "visit"

    direction: Mapped[VisitDirection]
    kind: Mapped[VisitKind]
    status: Mapped[VisitStatus]
    title: Mapped[LocalizedText] = localized("title")
    purpose: Mapped[LocalizedText] = localized("purpose")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    partner_place_id: Mapped[int | None] = reference("place")
    partner_organization_id: Mapped[int | None] = reference("organization")
    host_organization_id: Mapped[int | None] = reference("organization")
    responsible_id: Mapped[int | None] = reference("person")
    outcomes: Mapped[LocalizedText] = localized("outcomes")
    revision: Mapped[int]
    notes: Mapped[str]
    topics: Mapped[list["VisitTopic"]] = children("VisitTopic")
    delegations: Mapped[list["Delegation"]] = children("Delegation")
    programme: Mapped[list["ProgrammeItem"]] = children("ProgrammeItem")
    sources: Mapped[list["VisitSource"]] = children("VisitSource")

    @classmethod
    def rules(cls) -> tuple[Any, ...]:
        return (
            CheckConstraint("ends_on >= starts_on", name="ends_after_start"),
            Index(None, "starts_on", "id", "ends_on", "deleted_at"),
        )


class VisitTopic(Child, Base):
    __tablename__ = "visit_topic"

    visit_id: Mapped[int] = parent_key("visit")
    text: Mapped[LocalizedText] = localized("text")


class Delegation(Child, Base):
    __tablename__ = "delegation"

    visit_id: Mapped[int] = parent_key("visit")
    side: Mapped[DelegationSide]
    organization_id: Mapped[int | None] = reference("organization")
    place_id: Mapped[int | None] = reference("place")
    delegates: Mapped[list["Delegate"]] = children("Delegate")


class Delegate(Child, Base):
    __tablename__ = "delegate"

    delegation_id: Mapped[int] = parent_key("delegation")
    person_id: Mapped[int | None] = reference("person")
    placeholder: Mapped[str]
    role: Mapped[DelegateRole]
    function: Mapped[LocalizedText] = localized("function")
    reply: Mapped[Reply]
    notes: Mapped[str]


class ProgrammeItem(Child, Base):
    __tablename__ = "programme_item"

    visit_id: Mapped[int] = parent_key("visit")
    day: Mapped[date | None]
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    kind: Mapped[ProgrammeItemKind]
    status: Mapped[ProgrammeItemStatus]
    title: Mapped[LocalizedText] = localized("title")
    description: Mapped[LocalizedText] = localized("description")
    place_id: Mapped[int | None] = reference("place")
    leader_id: Mapped[int | None] = reference("person")
    audience: Mapped[Audience]
    internal_notes: Mapped[str]


class VisitSource(Child, Base):
    __tablename__ = "visit_source"

    visit_id: Mapped[int] = parent_key("visit")
    document: Mapped[str]
    locator: Mapped[str]
    quote: Mapped[str]
