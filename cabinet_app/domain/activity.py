"""How lively a relation is: its contacts year by year, the last one, and when it has gone to sleep."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from cabinet_app.domain.twinning import PartnershipStatus

DORMANT_AFTER_YEARS: Final = 2
CLOSED: Final = frozenset({PartnershipStatus.FROZEN, PartnershipStatus.ENDED})
"""Who sleeps by decision is not dormant."""


class ContactKind(StrEnum):
    VISIT = "visit"
    MEETING = "meeting"
    EVENT = "event"
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class Contact:
    """Something done together from `first` to `last`, with the record that tells of it.

    A vague date gives the first and the last day it can be; a project that runs has no end yet (`last` None).
    """

    kind: ContactKind
    record_id: int
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class YearOfContacts:
    """How many contacts of each kind touched a year."""

    year: int
    visits: int = 0
    meetings: int = 0
    events: int = 0
    projects: int = 0

    @property
    def total(self) -> int:
        return self.visits + self.meetings + self.events + self.projects


def last_contact(contacts: Iterable[Contact], today: date) -> date | None:
    """The last day of contact up to today; what is still to come is no contact yet."""
    days = [day for contact in contacts if (day := contact_day(contact, today)) is not None]
    return max(days, default=None)


def contact_day(contact: Contact, today: date) -> date | None:
    """The last day of a contact as far as it has got, None where it is still to come."""
    if contact.first > today:
        return None
    return today if contact.last is None else min(contact.last, today)


def years_of_contacts(
    contacts: Sequence[Contact], first_year: int, last_year: int, today: date
) -> tuple[YearOfContacts, ...]:
    """Every year of the span, the silent ones too; a contact of several years counts in each of them."""
    return tuple(
        YearOfContacts(
            year,
            *(
                sum(contact.kind is kind and _touches(contact, year, today) for contact in contacts)
                for kind in ContactKind
            ),
        )
        for year in range(first_year, last_year + 1)
    )


def dormant_since(today: date) -> date:
    """A last contact before this day is more than two years ago."""
    try:
        return today.replace(year=today.year - DORMANT_AFTER_YEARS)
    except ValueError:
        return date(today.year - DORMANT_AFTER_YEARS, 2, 28)


def is_dormant(status: PartnershipStatus, last: date | None, today: date) -> bool:
    """Whether nothing has happened for more than two years, though nobody has suspended or ended it."""
    return status not in CLOSED and (last is None or last < dormant_since(today))


def _touches(contact: Contact, year: int, today: date) -> bool:
    end = contact_day(contact, today)
    return end is not None and contact.first.year <= year <= end.year
