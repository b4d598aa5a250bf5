"""The data of the lists of a delegation from the register."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Final

from cabinet_app.domain.people import Diet, Gender, Person
from cabinet_app.domain.precedence import Ranked, by_delegation
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import (
    Delegation,
    DelegationSide,
    LegDirection,
    ProgrammeItem,
    ProgrammeItemKind,
    ProgrammeItemStatus,
    Visit,
)
from cabinet_app.i18n.collation import fold, sort_key
from cabinet_app.reports.composing.names import Names
from cabinet_app.reports.delegation_list_data import (
    Coming,
    KitchenListData,
    ListedPerson,
    ListedSide,
    Meal,
    PeopleListData,
    Reader,
    VisitHead,
)
from cabinet_app.reports.options import ListOrder, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

_WHO_COMES: Final = (DelegationSide.GUEST, DelegationSide.OBSERVER)
_SHORTEST_NAME: Final = 2


def compose_hosts(cabinet: "Cabinet", options: ReportOptions, language: Language) -> PeopleListData:
    """Who comes, for those who receive them: names and functions alone.

    Raises:
        RecordNotFound: there is no such visit.
    """
    return _people_list(cabinet, options, language, Reader.HOSTS)


def compose_reception(cabinet: "Cabinet", options: ReportOptions, language: Language) -> PeopleListData:
    """Who comes, when and with which car.

    Raises:
        RecordNotFound: there is no such visit.
    """
    return _people_list(cabinet, options, language, Reader.RECEPTION)


def compose_security(cabinet: "Cabinet", options: ReportOptions, language: Language) -> PeopleListData:
    """Who is to be let in, with the number of a document where one is held.

    Raises:
        RecordNotFound: there is no such visit.
    """
    return _people_list(cabinet, options, language, Reader.SECURITY)


def compose_kitchen(cabinet: "Cabinet", options: ReportOptions, language: Language) -> KitchenListData:
    """Meals in figures; everybody counts who has not declined.

    Raises:
        RecordNotFound: there is no such visit.
    """
    visit, names, ranks = _material(cabinet, options, language)
    meals = sorted(
        (
            item
            for item in visit.programme
            if item.kind is ProgrammeItemKind.MEAL and item.status is not ProgrammeItemStatus.DROPPED
        ),
        key=lambda item: (item.day or date.max, item.starts_at or time.max),
    )
    known = _name_words(ranks)
    counted = tuple(_meal(item, [one for one in ranks if _eats(one, item)], names, known) for item in meals)
    return KitchenListData(_head(visit, names, options), counted or (_meal(None, ranks, names, known),))


def visit_head(visit: Visit, names: Names, options: ReportOptions) -> VisitHead:
    """Which visit it is."""
    return _head(visit, names, options)


def _people_list(
    cabinet: "Cabinet", options: ReportOptions, language: Language, reader: Reader
) -> PeopleListData:
    visit, names, ranks = _material(cabinet, options, language)
    sides = [
        ListedSide(
            _side_name(delegation, names),
            tuple(_listed(one, reader) for one in _in_order(members, options.order, language)),
        )
        for delegation, members in by_delegation(ranks)
        if delegation.side in _WHO_COMES
    ]
    return PeopleListData(_head(visit, names, options), tuple(sides), options.order, reader)


def _material(
    cabinet: "Cabinet", options: ReportOptions, language: Language
) -> tuple[Visit, Names, list[Ranked]]:
    from cabinet_app.services.precedence import visit_order

    assert options.record_id is not None
    visit = cabinet.visits.get(options.record_id).record
    return visit, Names(cabinet), visit_order(cabinet, visit, language)


def _head(visit: Visit, names: Names, options: ReportOptions) -> VisitHead:
    return VisitHead(
        printed_at=options.printed_at,
        direction=visit.direction,
        town=names.town(visit.partner_place_id),
        organization=names.body(visit.partner_organization_id),
        first_day=visit.starts_on,
        last_day=visit.ends_on,
        revision=visit.revision,
        delegations=tuple(
            _side_name(delegation, names)
            for delegation in visit.delegations
            if delegation.side is DelegationSide.GUEST and delegation.delegates
        ),
    )


def _side_name(delegation: Delegation, names: Names) -> LocalizedText:
    town = names.town(delegation.place_id)
    return names.body(delegation.organization_id) if town.is_empty else town


def _in_order(members: Sequence[Ranked], order: ListOrder, language: Language) -> Sequence[Ranked]:
    if order is ListOrder.PRECEDENCE:
        return members
    # Who has no name yet stands behind all that have one.
    return sorted(members, key=lambda one: (one.person is None, sort_key(_alphabetic(one), language)))


def _alphabetic(one: Ranked) -> str:
    return one.person.name.sort_text if one.person else one.name


def _listed(one: Ranked, reader: Reader) -> ListedPerson:
    person, delegate = one.person, one.delegate
    plain = ListedPerson(
        name=one.name,
        function=one.function,
        role=delegate.role,
        gender=person.gender if person else Gender.UNSTATED,
    )
    if reader is Reader.HOSTS:
        return plain
    if reader is Reader.SECURITY:
        return replace(plain, document_number=person.document_number if person else "")
    comings = tuple(
        Coming(leg.happens_at, leg.mode, leg.number, leg.origin)
        for leg in delegate.legs
        if leg.direction is LegDirection.ARRIVAL
    )
    return replace(plain, plate=delegate.plate, comings=comings)


def _eats(one: Ranked, item: ProgrammeItem) -> bool:
    """Whether the item is for this person; an empty choice means everybody."""
    is_invited = not item.delegation_ids or one.delegation.id in item.delegation_ids
    return is_invited and (not item.delegate_ids or one.delegate.id in item.delegate_ids)


def _meal(item: ProgrammeItem | None, eaters: Sequence[Ranked], names: Names, known: frozenset[str]) -> Meal:
    people = [one.person for one in eaters if one.person]
    diets = Counter(diet for person in people for diet in dict.fromkeys(person.diets))
    notes = [person.diet_note.strip() for person in people if person.diet_note.strip()]
    printable = [note for note in notes if known.isdisjoint(_folded_words(note))]
    meal = Meal(
        people=len(eaters),
        diets=tuple((diet, diets[diet]) for diet in Diet if diets[diet]),
        notes=tuple(sorted(printable)),
        told_apart=len(notes) - len(printable),
    )
    if item is None:
        return meal
    return replace(
        meal, title=item.title, day=item.day, starts_at=item.starts_at, place=names.venue(item.place_id)
    )


def _name_words(ranks: Sequence[Ranked]) -> frozenset[str]:
    """Every word of every name of the visit: a wish in which one of them stands says whose it is."""
    people: Iterator[Person] = (one.person for one in ranks if one.person)
    words = (word for person in people for word in _folded_words(person.name.full))
    return frozenset(word for word in words if len(word) >= _SHORTEST_NAME)


def _folded_words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in fold(text)).split()
