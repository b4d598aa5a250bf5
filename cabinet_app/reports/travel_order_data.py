"""What stands on the data sheets of travel orders."""

from dataclasses import dataclass

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.travel_orders import Moment
from cabinet_app.domain.visits import TravelMode
from cabinet_app.reports.delegation_list_data import NO_TEXT, VisitHead


@dataclass(frozen=True, slots=True)
class TravelSheet:
    """The sheet of one traveller."""

    name: str
    number: str = ""
    function: LocalizedText = NO_TEXT
    organization: LocalizedText = NO_TEXT
    task: LocalizedText = NO_TEXT
    leaves: Moment | None = None
    returns: Moment | None = None
    modes: tuple[TravelMode, ...] = ()
    transport: str = ""
    plate: str = ""
    payer: str = ""
    advance: str = ""


@dataclass(frozen=True, slots=True)
class TravelOrdersData:
    """The sheets of a visit; `place` is where we go, `home` where we leave from."""

    head: VisitHead
    place: LocalizedText
    country: str = ""
    home: LocalizedText = NO_TEXT
    sheets: tuple[TravelSheet, ...] = ()
