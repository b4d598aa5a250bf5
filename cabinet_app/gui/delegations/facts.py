"""What the editor of a visit must know of other records, each read once until the register changes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place, name_with_native
from cabinet_app.domain.visits import Delegation, Visit
from cabinet_app.errors import RecordNotFound
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.hearing import hear
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label

if TYPE_CHECKING:
    from cabinet_app.domain.holidays import HolidayCalendar
    from cabinet_app.services.changes import Change
    from cabinet_app.services.conflicts import NamedClash
    from cabinet_app.services.rows import VisitRow

R = TypeVar("R")
HOUSE_COUNTRY = "SI"
DAYS_LOOKED_AT = 31


class Facts(QObject):
    """Places, organizations and people by id, who else is busy, and which days are holidays."""

    def __init__(self, context: GuiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._cabinet = context.cabinet
        self._t: Translator = context.t
        self._kept: dict[tuple[object, ...], Any] = {}
        hear(context.cabinet.changes, self._forget, parent)

    def place(self, place_id: int | None) -> Place | None:
        found: Place | None = self._read("place", place_id)
        return found

    def person(self, person_id: int | None) -> Person | None:
        found: Person | None = self._read("person", person_id)
        return found

    def organization(self, organization_id: int | None) -> Organization | None:
        found: Organization | None = self._read("organization", organization_id)
        return found

    def home(self) -> Organization | None:
        """The municipality whose cabinet this is, if the register knows it."""
        return self.organization(self._keep(("home",), self._cabinet.organizations.home_id))

    def partner(self, visit: Visit) -> str:
        """The partner as the list says it: the town with its own name, else the organization."""
        place = self.place(visit.partner_place_id)
        if place is not None:
            return name_with_native(place.names, place.native_name, self._t.language)
        organization = self.organization(visit.partner_organization_id)
        return organization.names.shown(self._t.language) if organization else ""

    def clashes(self, visit: Visit) -> "list[VisitRow]":
        """Other visits on the same days with the same person responsible."""
        if not visit.responsible_id or not visit.starts_on:
            return []
        first, last, person = visit.starts_on, visit.ends_on or visit.starts_on, visit.responsible_id

        def find() -> "list[VisitRow]":
            ids = self._cabinet.visits.ids_at_once(person, first, last, besides=visit.id)
            return self._cabinet.visits.rows(ids, self._t.language)

        return self._keep(("clashes", person, first, last, visit.id), find)

    def clashing(self, visit: Visit) -> "list[NamedClash]":
        """Who and what the visit takes twice, or others have taken, and nobody has said why."""
        return [clash for clash in self._cabinet.conflicts.of_visit_draft(visit) if not clash.note]

    def delegation_name(self, delegation: Delegation, visit: Visit) -> str:
        """The town or the organization of a delegation, else its side and, of several, its number."""
        place, language = self.place(delegation.place_id), self._t.language
        if place is not None:
            return place.names.shown(language) or place.native_name
        organization = self.organization(delegation.organization_id)
        if organization is not None:
            return organization.names.shown(language)
        same_side = [each.id for each in visit.delegations if each.side is delegation.side]
        side = label(delegation.side, self._t)
        if len(same_side) < 2 or delegation.id not in same_side:  # noqa: PLR2004 - one alone needs no number
            return side
        return f"{side} {same_side.index(delegation.id) + 1}"

    def holidays(self, visit: Visit) -> "HolidayCalendar":
        """The public holidays at home and at the partner's."""
        home = self.home()
        town = self.place(home.place_id) if home else None
        country = (town.country if town else "") or HOUSE_COUNTRY
        own = (f"{country}-{town.native_name or town.names.sl}",) if town else ()
        partner = self.place(visit.partner_place_id)
        countries = (country, *own, *((partner.country,) if partner and partner.country else ()))

        def make() -> "HolidayCalendar":
            from cabinet_app.domain.holidays import HolidayCalendar

            return HolidayCalendar(countries)

        return self._keep(("holidays", *countries), make)

    def _read(self, record_type: str, record_id: int | None) -> Any:  # noqa: ANN401 - a record of that type
        def find() -> object:
            try:
                return self._cabinet.records(record_type).get(record_id or 0).record
            except RecordNotFound:
                return None

        return self._keep((record_type, record_id), find) if record_id else None

    def _keep(self, key: tuple[object, ...], make: Callable[[], R]) -> R:
        if key not in self._kept:
            self._kept[key] = make()
        found: R = self._kept[key]
        return found

    def _forget(self, _change: "Change") -> None:
        self._kept.clear()


def days_of(visit: Visit) -> list[date]:
    """The days of a visit, at most a month of them."""
    if visit.starts_on is None:
        return []
    length = ((visit.ends_on or visit.starts_on) - visit.starts_on).days
    return [visit.starts_on + timedelta(days=number) for number in range(min(length, DAYS_LOOKED_AT) + 1)]
