"""Partnerships and agreements with the acts by which they came about."""

from datetime import date, datetime

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from cabinet_app.db.base import Base
from cabinet_app.db.columns import (
    Child,
    EnumList,
    RecordKey,
    RecordRoot,
    children,
    localized,
    parent_key,
    reference,
    vague,
)
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import (
    AgreementEventKind,
    AgreementStatus,
    Area,
    Instrument,
    PartnershipKind,
    PartnershipStatus,
    Verification,
)
from cabinet_app.domain.vague_dates import VagueDate


class Partnership(RecordRoot, Base):
    __tablename__ = "partnership"

    place_id: Mapped[int | None] = reference("place")
    organization_id: Mapped[int | None] = reference("organization")
    kind: Mapped[PartnershipKind]
    status: Mapped[PartnershipStatus]
    since: Mapped[VagueDate] = vague("since")
    since_earliest: Mapped[date | None]
    since_latest: Mapped[date | None]
    initiative: Mapped[LocalizedText] = localized("initiative")
    areas: Mapped[list[Area]] = mapped_column(EnumList(Area))
    coordinator_id: Mapped[int | None] = reference("person")
    verified: Mapped[Verification]
    notes: Mapped[str]
    sources: Mapped[list["PartnershipSource"]] = children("PartnershipSource")


class PartnershipSource(Child, Base):
    __tablename__ = "partnership_source"

    partnership_id: Mapped[int] = parent_key("partnership")
    document: Mapped[str]
    locator: Mapped[str]
    quote: Mapped[str]
    fact: Mapped[str]


class Agreement(RecordRoot, Base):
    __tablename__ = "agreement"

    title: Mapped[LocalizedText] = localized("title")
    instrument: Mapped[Instrument]
    status: Mapped[AgreementStatus]
    status_by_hand: Mapped[bool]
    status_reason: Mapped[str]
    jubilees_from: Mapped[int] = mapped_column(RecordKey)
    copies: Mapped[int | None]
    term: Mapped[LocalizedText] = localized("term")
    text: Mapped[LocalizedText] = localized("text")
    parties: Mapped[list["AgreementParty"]] = children("AgreementParty")
    party_count: Mapped[int | None]
    languages: Mapped[list[str]] = mapped_column(JSON)
    areas: Mapped[list[Area]] = mapped_column(EnumList(Area))
    valid_from: Mapped[VagueDate] = vague("valid_from")
    valid_from_earliest: Mapped[date | None]
    valid_from_latest: Mapped[date | None]
    valid_to: Mapped[VagueDate] = vague("valid_to")
    valid_to_earliest: Mapped[date | None]
    valid_to_latest: Mapped[date | None]
    notice: Mapped[LocalizedText] = localized("notice")
    summary: Mapped[LocalizedText] = localized("summary")
    verified: Mapped[Verification]
    notes: Mapped[str]
    events: Mapped[list["AgreementEvent"]] = children("AgreementEvent")
    sources: Mapped[list["AgreementSource"]] = children("AgreementSource")


class AgreementParty(Child, Base):
    __tablename__ = "agreement_party"

    agreement_id: Mapped[int] = parent_key("agreement")
    place_id: Mapped[int | None] = reference("place")
    organization_id: Mapped[int | None] = reference("organization")
    name: Mapped[str]


class AgreementEvent(Child, Base):
    __tablename__ = "agreement_event"

    agreement_id: Mapped[int] = parent_key("agreement")
    kind: Mapped[AgreementEventKind]
    happened_on: Mapped[VagueDate] = vague("happened_on")
    happened_on_earliest: Mapped[date | None]
    happened_on_latest: Mapped[date | None]
    place_id: Mapped[int | None] = reference("place")
    local_time: Mapped[datetime | None]
    meeting_id: Mapped[int | None] = reference("meeting")
    decision_id: Mapped[int] = mapped_column(RecordKey)
    visit_id: Mapped[int | None] = reference("visit")
    remote: Mapped[bool]
    remark: Mapped[LocalizedText] = localized("remark")
    places: Mapped[list["EventPlace"]] = children("EventPlace")
    claimed_dates: Mapped[list["ClaimedDate"]] = children("ClaimedDate")
    signatories: Mapped[list["Signatory"]] = children("Signatory")
    sources: Mapped[list["AgreementEventSource"]] = children("AgreementEventSource")


class EventPlace(Child, Base):
    __tablename__ = "event_place"

    agreement_event_id: Mapped[int] = parent_key("agreement_event")
    place_id: Mapped[int | None] = reference("place")
    local_time: Mapped[datetime | None]


class ClaimedDate(Child, Base):
    __tablename__ = "claimed_date"

    agreement_event_id: Mapped[int] = parent_key("agreement_event")
    happened_on: Mapped[VagueDate] = vague("happened_on")
    happened_on_earliest: Mapped[date | None]
    happened_on_latest: Mapped[date | None]
    claim: Mapped[str]
    source: Mapped[str]


class Signatory(Child, Base):
    __tablename__ = "signatory"

    agreement_event_id: Mapped[int] = parent_key("agreement_event")
    person_id: Mapped[int | None] = reference("person")
    name: Mapped[str]
    function: Mapped[LocalizedText] = localized("function")
    place_id: Mapped[int | None] = reference("place")


class AgreementEventSource(Child, Base):
    __tablename__ = "agreement_event_source"

    agreement_event_id: Mapped[int] = parent_key("agreement_event")
    document: Mapped[str]
    locator: Mapped[str]
    quote: Mapped[str]
    fact: Mapped[str]


class AgreementSource(Child, Base):
    __tablename__ = "agreement_source"

    agreement_id: Mapped[int] = parent_key("agreement")
    document: Mapped[str]
    locator: Mapped[str]
    quote: Mapped[str]
    fact: Mapped[str]
