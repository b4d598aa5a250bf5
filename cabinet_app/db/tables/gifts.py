"""Gifts and the rules about them."""

from datetime import date
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from cabinet_app.db.base import Base
from cabinet_app.db.columns import RecordRoot, localized, reference
from cabinet_app.domain.gifts import GiftDirection, GiftNature, GiftOwner, Valuation
from cabinet_app.domain.texts import LocalizedText


class Gift(RecordRoot, Base):
    __tablename__ = "gift"

    direction: Mapped[GiftDirection]
    happened_on: Mapped[date | None]
    description: Mapped[LocalizedText] = localized("description")
    occasion: Mapped[LocalizedText] = localized("occasion")
    donor_id: Mapped[int | None] = reference("person")
    donor_organization_id: Mapped[int | None] = reference("organization")
    donor: Mapped[str]
    donor_address: Mapped[str]
    official_id: Mapped[int | None] = reference("person")
    recipient_id: Mapped[int | None] = reference("person")
    recipient: Mapped[str]
    recipient_relation: Mapped[str]
    value_cents: Mapped[int | None]
    valuation: Mapped[Valuation]
    nature: Mapped[GiftNature]
    owner: Mapped[GiftOwner]
    storage: Mapped[str]
    reported_on: Mapped[date | None]
    visit_id: Mapped[int | None] = reference("visit")
    place_id: Mapped[int | None] = reference("place")
    notes: Mapped[str]

    @classmethod
    def rules(cls) -> tuple[Any, ...]:
        return (Index(None, "happened_on", "id", "deleted_at"),)


class GiftRule(RecordRoot, Base):
    __tablename__ = "gift_rule"

    valid_from: Mapped[date | None]
    listed_above_cents: Mapped[int]
    occasional_limit_cents: Mapped[int]
    due_month: Mapped[int]
    due_day: Mapped[int]
    source: Mapped[str]
