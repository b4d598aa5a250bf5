"""Organizations with members, topics and the cadence they promised."""

from datetime import date, time

from sqlalchemy import JSON, CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cabinet_app.db.base import Base
from cabinet_app.db.columns import Child, RecordRoot, children, localized, parent_key, reference, vague
from cabinet_app.domain.bodies import Classification, MembershipRole, OrganizationStatus
from cabinet_app.domain.cadence import CadenceKind, CadenceUnit
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.vague_dates import VagueDate


class Organization(RecordRoot, Base):
    __tablename__ = "organization"

    names: Mapped[LocalizedText] = localized("names")
    short_name: Mapped[LocalizedText] = localized("short_name")
    classification: Mapped[Classification]
    status: Mapped[OrganizationStatus]
    is_home: Mapped[bool]
    parent_id: Mapped[int | None] = reference("organization")
    place_id: Mapped[int | None] = reference("place")
    founded: Mapped[VagueDate] = vague("founded")
    founded_earliest: Mapped[date | None]
    founded_latest: Mapped[date | None]
    dissolved: Mapped[VagueDate] = vague("dissolved")
    dissolved_earliest: Mapped[date | None]
    dissolved_latest: Mapped[date | None]
    member_count: Mapped[int | None]
    notes: Mapped[str]
    memberships: Mapped[list["Membership"]] = children("Membership")
    topics: Mapped[list["OrganizationTopic"]] = children("OrganizationTopic")
    cadence_rules: Mapped[list["CadenceRule"]] = children("CadenceRule")
    sources: Mapped[list["OrganizationSource"]] = children("OrganizationSource")


class Membership(Child, Base):
    __tablename__ = "membership"

    organization_id: Mapped[int] = parent_key("organization")
    person_id: Mapped[int | None] = reference("person")
    role: Mapped[MembershipRole]
    function: Mapped[LocalizedText] = localized("function")
    votes: Mapped[bool]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]


class OrganizationTopic(Child, Base):
    __tablename__ = "organization_topic"

    organization_id: Mapped[int] = parent_key("organization")
    text: Mapped[LocalizedText] = localized("text")


class CadenceRule(Child, Base):
    __tablename__ = "cadence_rule"

    organization_id: Mapped[int] = parent_key("organization")
    kind: Mapped[CadenceKind]
    unit: Mapped[CadenceUnit]
    minimum: Mapped[int]
    gap_days: Mapped[int | None]
    tolerance_days: Mapped[int]
    grace_days: Mapped[int]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    recess_months: Mapped[list[int]] = mapped_column(JSON)
    exemptions: Mapped[list["CadenceExemption"]] = children("CadenceExemption")
    min_active_workdays: Mapped[int]
    counts_unquorate: Mapped[bool]
    preferred_weekday: Mapped[int | None]
    preferred_nth: Mapped[int | None]
    preferred_time: Mapped[time | None]
    countries: Mapped[list[str]] = mapped_column(JSON)
    source_quote: Mapped[str]
    source_document: Mapped[str]
    visit_id: Mapped[int | None] = reference("visit")
    pro_rata: Mapped[bool]
    notice_days: Mapped[int]


class CadenceExemption(Child, Base):
    __tablename__ = "cadence_exemption"
    __table_args__ = (CheckConstraint('"end" >= start', name="ends_after_start"),)

    cadence_rule_id: Mapped[int] = parent_key("cadence_rule")
    start: Mapped[date | None]
    end: Mapped[date | None]
    reason: Mapped[str]


class OrganizationSource(Child, Base):
    __tablename__ = "organization_source"

    organization_id: Mapped[int] = parent_key("organization")
    document: Mapped[str]
    locator: Mapped[str]
    quote: Mapped[str]
    fact: Mapped[str]
