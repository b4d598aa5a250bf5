"""Gifts given and received, and the rules a municipality has to keep about them (ZIntPK, Slovenia)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from cabinet_app.domain.references import OrganizationId, PersonId, PlaceId, VisitId
from cabinet_app.domain.texts import LocalizedText


class GiftDirection(StrEnum):
    RECEIVED = "received"
    GIVEN = "given"


class GiftNature(StrEnum):
    """Protocol gifts belong to the municipality whatever their value, occasional ones have a limit."""

    PROTOCOL = "protocol"
    OCCASIONAL = "occasional"


class GiftOwner(StrEnum):
    MUNICIPALITY = "municipality"
    RECIPIENT = "recipient"


class Valuation(StrEnum):
    ESTIMATED = "estimated"
    KNOWN = "known"


@dataclass(slots=True, kw_only=True)
class Gift:
    """A gift; `value_cents` is in cents of a euro. `recipient_relation` says whose family a recipient is of.

    `official_id` is the official for whom it is listed: the recipient, or the one whose family received it.
    """

    id: int = 0
    direction: GiftDirection = GiftDirection.RECEIVED
    happened_on: date | None = None
    description: LocalizedText = field(default_factory=LocalizedText)
    occasion: LocalizedText = field(default_factory=LocalizedText)
    donor_id: PersonId | None = None
    donor_organization_id: OrganizationId | None = None
    donor: str = ""
    donor_address: str = ""
    official_id: PersonId | None = None
    recipient_id: PersonId | None = None
    recipient: str = ""
    recipient_relation: str = ""
    value_cents: int | None = None
    valuation: Valuation = Valuation.ESTIMATED
    nature: GiftNature = GiftNature.PROTOCOL
    owner: GiftOwner = GiftOwner.MUNICIPALITY
    storage: str = ""
    reported_on: date | None = None
    visit_id: VisitId | None = None
    place_id: PlaceId | None = None
    notes: str = ""


@dataclass(slots=True, kw_only=True)
class GiftRule:
    """What holds from a day on: limits in cents, the day by which the list of the year before is due.

    `listed_above_cents`: gifts above it are entered in the list; `occasional_limit_cents`: an occasional gift
    above it may not be kept. `source` names the law or the rules.
    """

    id: int = 0
    valid_from: date | None = None
    listed_above_cents: int = 0
    occasional_limit_cents: int = 0
    due_month: int = 3
    due_day: int = 31
    source: str = ""
