"""Names of places, organizations and people as prints say them, each looked up once."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.errors import RecordNotFound
from cabinet_app.i18n.house_language import short_town

if TYPE_CHECKING:
    from cabinet_app.domain.bodies import Organization
    from cabinet_app.services.cabinet import Cabinet

_NOTHING = LocalizedText()


class Names:
    """Reads each record at most once per print."""

    def __init__(self, cabinet: "Cabinet") -> None:
        self._cabinet = cabinet
        self._places: dict[int, Place | None] = {}
        self._organizations: dict[int, Organization | None] = {}
        self._people: dict[int, Person | None] = {}

    def place(self, place_id: int | None) -> Place | None:
        if place_id is None:
            return None
        if place_id not in self._places:
            try:
                self._places[place_id] = self._cabinet.places.get(place_id).record
            except RecordNotFound:
                self._places[place_id] = None
        return self._places[place_id]

    def read_places(self, place_ids: Iterable[int]) -> None:
        """Read these places at once, before each is asked for."""
        wanted = [place_id for place_id in dict.fromkeys(place_ids) if place_id not in self._places]
        self._places.update((place.id, place) for place in self._cabinet.places.get_many(wanted))

    def organization(self, organization_id: int | None) -> "Organization | None":
        if organization_id is None:
            return None
        if organization_id not in self._organizations:
            try:
                self._organizations[organization_id] = self._cabinet.organizations.get(organization_id).record
            except RecordNotFound:
                self._organizations[organization_id] = None
        return self._organizations[organization_id]

    def person(self, person_id: int | None) -> Person | None:
        if person_id is None:
            return None
        if person_id not in self._people:
            try:
                self._people[person_id] = self._cabinet.people.get(person_id).record
            except RecordNotFound:
                self._people[person_id] = None
        return self._people[person_id]

    def town(self, place_id: int | None) -> LocalizedText:
        """The name of a town; a missing language has the name the town calls itself by."""
        place = self.place(place_id)
        return _with_native(place) if place else _NOTHING

    def venue(self, place_id: int | None) -> LocalizedText:
        """Where something takes place: `sejna soba 14, Kranj`."""
        place = self.place(place_id)
        if place is None:
            return _NOTHING
        above = self.place(place.parent_id) if place.kind is not PlaceKind.TOWN else None
        if above is None:
            return _with_native(place)
        return joined(_with_native(place), _with_native(above))

    def venue_at_home(self, place_id: int | None, home_place_id: int | None) -> LocalizedText:
        """Where something takes place, in few words: the town is named only where it is not our own."""
        place = self.place(place_id)
        if place is None or place.kind is PlaceKind.TOWN:
            return short_town(self.town(place_id))
        town = place
        while town.kind is not PlaceKind.TOWN and (above := self.place(town.parent_id)):
            town = above
        if town.kind is PlaceKind.TOWN and town.id != home_place_id:
            return joined(_with_native(place), _with_native(town))
        return _with_native(place)

    def body(self, organization_id: int | None) -> LocalizedText:
        organization = self.organization(organization_id)
        return organization.names if organization else _NOTHING

    def person_name(self, person_id: int | None) -> str:
        person = self.person(person_id)
        return person.name.with_titles if person else ""


def home_of(cabinet: "Cabinet") -> "Organization | None":
    """The municipality that this register belongs to, if one is marked as ours."""
    return next((body for body in cabinet.organizations.all() if body.is_home), None)


def joined(first: LocalizedText, second: LocalizedText) -> LocalizedText:
    """`first, second` in every language that has the first; the second falls back where it must."""
    return LocalizedText(
        *(
            _beside(first.get(language), second.shown(language)) if first.get(language) else ""
            for language in Language
        )
    )


def _beside(first: str, second: str) -> str:
    """`Schloss Khislstein, Kranj (Krainburg)`; a name in which the town stands is enough by itself."""
    bare = second.partition(" (")[0]
    return first if not bare or bare in first else f"{first}, {second}"


def _with_native(place: Place) -> LocalizedText:
    native = place.native_name.partition(" / ")[0]
    return LocalizedText(*(place.names.get(language) or native for language in Language))
