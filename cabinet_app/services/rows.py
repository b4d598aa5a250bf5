"""Rows of lists: what a list shows of a record, frozen and ready to be drawn. Knows no database."""

from dataclasses import dataclass

from cabinet_app.domain.bodies import Classification
from cabinet_app.domain.places import PlaceKind


@dataclass(frozen=True, slots=True)
class PlaceRow:
    id: int
    name: str
    country: str
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    id: int
    name: str
    classification: Classification
    place: str
    owner: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    id: int
    name: str
    function: str
    organization: str
    place: str
