"""The order of precedence of a visit as the register knows it: its people and the scheme in force."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from cabinet_app import paths
from cabinet_app.domain.documents import from_document
from cabinet_app.domain.people import Person
from cabinet_app.domain.precedence import Alphabet, Ranked, ranked
from cabinet_app.domain.protocol import PrecedenceScheme
from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import Visit
from cabinet_app.i18n.collation import sort_key

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

SHIPPED: Final = "precedence.json"


def shipped_scheme() -> PrecedenceScheme:
    """The order that the program proposes to a house without one of its own."""
    document = json.loads((paths.resources() / SHIPPED).read_text("utf-8"))
    return from_document(PrecedenceScheme, document)


def scheme_in_force(schemes: Iterable[PrecedenceScheme]) -> PrecedenceScheme:
    """The scheme that is used; of several in force the last, and the shipped one where there is none."""
    valid = [scheme for scheme in schemes if scheme.in_force]
    return max(valid, key=_age) if valid else shipped_scheme()


def alphabet(language: Language) -> Alphabet:
    """The order of names in a language."""

    def key(text: str) -> str:
        return sort_key(text, language)

    return key


def people_of(cabinet: "Cabinet", visit: Visit) -> dict[int, Person]:
    """The persons of the visit's delegations by id; who is in the bin is left out."""
    ids = [
        delegate.person_id
        for delegation in visit.delegations
        for delegate in delegation.delegates
        if delegate.person_id
    ]
    return {person.id: person for person in cabinet.people.get_many(list(dict.fromkeys(ids)))}


def visit_order(
    cabinet: "Cabinet", visit: Visit, language: Language, *, declined: bool = False
) -> list[Ranked]:
    """`ranked` with the people of the register and the scheme in force."""
    scheme = cabinet.precedence_schemes.in_force()
    return ranked(visit, people_of(cabinet, visit), scheme, alphabet(language), declined=declined)


def _age(scheme: PrecedenceScheme) -> int:
    return scheme.id
