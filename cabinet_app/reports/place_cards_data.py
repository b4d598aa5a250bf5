"""What stands on cards: one entry for each person, in the order in which they are printed."""

from dataclasses import dataclass
from datetime import date, datetime

from cabinet_app.domain.texts import LocalizedText

NO_TEXT = LocalizedText()


@dataclass(frozen=True, slots=True)
class Card:
    """A person's card; `home` is the town or organization the person comes from."""

    name: str
    function: LocalizedText = NO_TEXT
    home: LocalizedText = NO_TEXT


@dataclass(frozen=True, slots=True)
class CardsData:
    """The cards of a visit; `event` is what the visit is called."""

    printed_at: datetime
    event: LocalizedText = NO_TEXT
    town: LocalizedText = NO_TEXT
    first_day: date | None = None
    cards: tuple[Card, ...] = ()
