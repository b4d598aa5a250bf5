"""Places: towns, venues and rooms, with their names in three languages and their own."""

from dataclasses import dataclass, field
from enum import StrEnum

from cabinet_app.domain.references import PlaceId
from cabinet_app.domain.texts import Language, LocalizedText


class PlaceKind(StrEnum):
    TOWN = "town"
    VENUE = "venue"
    ROOM = "room"
    REGION = "region"


@dataclass(slots=True, kw_only=True)
class Place:
    """A place; `country` is ISO 3166 alpha-2, coordinates are degrees (WGS 84), `zone` an IANA time zone."""

    id: int = 0
    names: LocalizedText = field(default_factory=LocalizedText)
    native_name: str = ""
    kind: PlaceKind = PlaceKind.TOWN
    country: str = ""
    parent_id: PlaceId | None = None
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    zone: str = ""
    notes: str = ""


def name_with_native(names: LocalizedText, native_name: str, language: Language) -> str:
    """The name in `language` with what the place calls itself in brackets: `Beljak (Villach)`.

    A native name may give several forms (`Pula / Pola`); those that the name says already are left out.
    """
    name = names.shown(language) or native_name
    own = " / ".join(form for form in native_name.split(" / ") if form not in name)
    return f"{name} ({own})" if own else name
