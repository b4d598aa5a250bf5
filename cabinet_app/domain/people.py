"""Persons as the cabinet knows them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.references import DocumentId, OrganizationId, PlaceId, PrivateText
from cabinet_app.domain.texts import LocalizedText


class Gender(StrEnum):
    """Grammatical gender for forms of address and functions; `unstated` prints neutral forms."""

    FEMALE = "f"
    MALE = "m"
    UNSTATED = "unstated"


class PersonStatus(StrEnum):
    ACTIVE = "active"
    ARCHIVED = "archived"


class Diet(StrEnum):
    """What a kitchen has to know; it prints counts, never names."""

    VEGETARIAN = "vegetarian"
    VEGAN = "vegan"
    GLUTEN_FREE = "gluten_free"
    LACTOSE_FREE = "lactose_free"
    NO_PORK = "no_pork"
    NO_NUTS = "no_nuts"
    NO_FISH = "no_fish"
    HALAL = "halal"
    KOSHER = "kosher"
    DIABETIC = "diabetic"


@dataclass(slots=True, kw_only=True)
class Person:
    """A person; `function` is the post as printed today, a visit or minutes keep their own copy of it.

    `precedence` is a rank of the precedence scheme in force (1 is the highest), `in_office_since` breaks
    ties.
    `address_form` is how letters address the person; where a language is empty, the rule of the house does.
    The fields from `diets` on are the sensitive block: shown apart, never searched, never on a guest copy.
    """

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
    address_form: LocalizedText = field(default_factory=LocalizedText)
    precedence: int | None = None
    in_office_since: date | None = None
    photo_id: DocumentId | None = None
    status: PersonStatus = PersonStatus.ACTIVE
    notes: str = ""
    diets: list[Diet] = field(default_factory=list)
    diet_note: PrivateText = ""
    accessibility: PrivateText = ""
    document_number: PrivateText = ""


SENSITIVE: Final = frozenset({"diets", "diet_note", "accessibility", "document_number"})
"""The sensitive block: shown apart, and only when somebody asks for it."""
