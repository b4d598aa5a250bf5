"""Visits with delegations and programme."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from cabinet_app.db.base import Base
from cabinet_app.db.columns import Child, RecordKey, RecordRoot, children, localized, parent_key, reference
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import (
    Audience,
    BookingKind,
    DelegateRole,
    DelegationSide,
    LegDirection,
    ProgrammeItemKind,
    ProgrammeItemStatus,
    Reply,
    SeatingShape,
    SeatingStatus,
    SeatSide,
    TravelMode,
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
    press: Mapped[LocalizedText] = localized("press")
    project_id: Mapped[int | None] = reference("project")
    revision: Mapped[int]
    revised_on: Mapped[date | None]
    revision_note: Mapped[LocalizedText] = localized("revision_note")
    notes: Mapped[str]
    topics: Mapped[list["VisitTopic"]] = children("VisitTopic")
    delegations: Mapped[list["Delegation"]] = children("Delegation")
    programme: Mapped[list["ProgrammeItem"]] = children("ProgrammeItem")
    bookings: Mapped[list["Booking"]] = children("Booking")
    dispatches: Mapped[list["Dispatch"]] = children("Dispatch")
    seating_plans: Mapped[list["SeatingPlan"]] = children("SeatingPlan")
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
    precedence: Mapped[int | None]
    precedence_reason: Mapped[str]
    needs_interpreter: Mapped[bool]
    plate: Mapped[str]
    lodging: Mapped[str]
    order_number: Mapped[str]
    order_task: Mapped[LocalizedText] = localized("order_task")
    transport: Mapped[str]
    payer: Mapped[str]
    advance: Mapped[str]
    notes: Mapped[str]
    legs: Mapped[list["TravelLeg"]] = children("TravelLeg")


class TravelLeg(Child, Base):
    __tablename__ = "travel_leg"

    delegate_id: Mapped[int] = parent_key("delegate")
    direction: Mapped[LegDirection]
    mode: Mapped[TravelMode]
    happens_at: Mapped[datetime | None]
    number: Mapped[str]
    origin: Mapped[str]
    destination: Mapped[str]
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
    interpreter_id: Mapped[int | None] = reference("person")
    delegation_ids: Mapped[list[int]] = mapped_column(JSON)
    delegate_ids: Mapped[list[int]] = mapped_column(JSON)
    dress: Mapped[LocalizedText] = localized("dress")
    transport: Mapped[LocalizedText] = localized("transport")
    vehicle: Mapped[str]
    clash_note: Mapped[str]
    audience: Mapped[Audience]
    internal_notes: Mapped[str]


class Booking(Child, Base):
    __tablename__ = "booking"

    visit_id: Mapped[int] = parent_key("visit")
    kind: Mapped[BookingKind]
    place_id: Mapped[int | None] = reference("place")
    person_id: Mapped[int | None] = reference("person")
    name: Mapped[str]
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    notes: Mapped[str]


class Dispatch(Child, Base):
    __tablename__ = "dispatch"

    visit_id: Mapped[int] = parent_key("visit")
    sent_on: Mapped[date | None]
    revision: Mapped[int]
    recipient: Mapped[str]
    means: Mapped[str]


class SeatingPlan(Child, Base):
    __tablename__ = "seating_plan"

    visit_id: Mapped[int] = parent_key("visit")
    title: Mapped[LocalizedText] = localized("title")
    shape: Mapped[SeatingShape]
    status: Mapped[SeatingStatus]
    item_id: Mapped[int] = mapped_column(RecordKey)
    per_side: Mapped[int | None]
    interpreters_behind: Mapped[bool]
    notes: Mapped[str]
    seats: Mapped[list["Seat"]] = children("Seat")


class Seat(Child, Base):
    __tablename__ = "seat"

    seating_plan_id: Mapped[int] = parent_key("seating_plan")
    side: Mapped[SeatSide]
    number: Mapped[int]
    delegate_id: Mapped[int] = mapped_column(RecordKey)
    locked: Mapped[bool]


class VisitSource(Child, Base):
    __tablename__ = "visit_source"

    visit_id: Mapped[int] = parent_key("visit")
    document: Mapped[str]
    locator: Mapped[str]
    quote: Mapped[str]
    fact: Mapped[str]
