"""Persons as the cabinet knows them."""

from dataclasses import dataclass, field
from enum import StrEnum

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.references import OrganizationId, PlaceId
from cabinet_app.domain.texts import LocalizedText


class Gender(StrEnum):
    """Grammatical gender for forms of address and functions; `unstated` prints neutral forms."""

    FEMALE = "f"
    MALE = "m"
    UNSTATED = "unstated"


class PersonStatus(StrEnum):
    ACTIVE = "active"
    ARCHIVED = "archived"


@dataclass(slots=True, kw_only=True)
class Person:
    """A person; `function` is the post as printed today, a visit or minutes keep their own copy of it."""

    id: int = 0
    name: PersonName = field(default_factory=PersonName)
    gender: Gender = Gender.UNSTATED
    function: LocalizedText = field(default_factory=LocalizedText)
    organization_id: OrganizationId | None = None
    place_id: PlaceId | None = None
    languages: list[str] = field(default_factory=list)
    email: str = ""
    phone: str = ""
    pronunciation: str = ""
    status: PersonStatus = PersonStatus.ACTIVE
    notes: str = ""
