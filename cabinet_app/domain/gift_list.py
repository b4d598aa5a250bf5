"""The yearly list of gifts as it is sent: just the facts that are asked for, names instead of ids."""

from dataclasses import dataclass
from datetime import date

from cabinet_app.domain.gifts import GiftNature, GiftOwner, GiftRule, Valuation
from cabinet_app.domain.texts import LocalizedText


@dataclass(frozen=True, slots=True)
class GiftEntry:
    """One gift of the list. `family_member` and `relation` are empty where the official got it in person."""

    id: int
    official: str
    office: LocalizedText
    family_member: str
    relation: str
    received_on: date
    donor: str
    donor_body: LocalizedText
    donor_address: LocalizedText
    description: LocalizedText
    value_cents: int
    valuation: Valuation
    nature: GiftNature
    owner: GiftOwner
    storage: str
    reported_on: date | None = None


@dataclass(frozen=True, slots=True)
class GiftList:
    """The list of a year; `rule` is the one that held at its end, `unjudged` counts gifts without a value.

    Without entries no list is sent.
    """

    year: int
    rule: GiftRule | None
    due_on: date | None
    entries: tuple[GiftEntry, ...] = ()
    unjudged: int = 0

    @property
    def reported_on(self) -> date | None:
        """The day it was sent, None while a part of it has not been."""
        days = [entry.reported_on for entry in self.entries]
        return max((day for day in days if day), default=None) if all(days) else None
