"""A visit that has everything: two delegations with partly different programmes, and all that is secret."""

from datetime import date, datetime, time

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.gifts import Gift
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Diet, Gender, Person
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.domain.visits import (
    Audience,
    Booking,
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    Dispatch,
    ProgrammeItem,
    ProgrammeItemKind,
    ProgrammeItemStatus,
    Reply,
    Seat,
    SeatingPlan,
    TravelLeg,
    Visit,
    VisitKind,
)
from cabinet_app.services.cabinet import Cabinet

FIRST, LAST = date(2027, 3, 11), date(2027, 3, 12)
OLDHAM, LA_CIOTAT, HOSTS = 501, 502, 503
SECRETS = (
    "040 555 666",
    "host.secret@example.si",
    "shellfish",
    "X1234567",
    "ramp needed",
    "245",
    "EUR",
    "KR SECRET-1",
    "LC 999 SECRET",
    "hotel-invoice",
    "wine-after",
    "keys-at-the-porter",
    "opens-both",
    "setting-up-secret",
    "dropped-secret",
    "Declined-Person",
    "seating-secret",
    "minibus-secret",
    "TN-77",
    "travel-payer",
    "sent-to-secret",
)
"""What no guest may read: phones, diets, document numbers, values of gifts, plates, notes, who declined."""


def rich_visit(cabinet: Cabinet, *, revision: int = 1) -> int:
    """The id of the visit."""
    places = _places(cabinet)
    people = {name: _person(cabinet, name) for name in ("Vera Host", "Owen Oldham", "Luc Ciotat")}
    declined = _person(cabinet, "Peter Declined-Person")
    hosts = Delegation(
        id=HOSTS,
        side=DelegationSide.HOST,
        place_id=places["Kranj"],
        delegates=[Delegate(person_id=people["Vera Host"], role=DelegateRole.HEAD, notes="seating-secret")],
    )
    visit = Visit(
        kind=VisitKind.OFFICIAL,
        title=LocalizedText("Praznik mesta", "Stadtfest", "Town festival"),
        starts_on=FIRST,
        ends_on=LAST,
        responsible_id=people["Vera Host"],
        revision=revision,
        revised_on=date(2027, 3, 12) if revision else None,
        revision_note=LocalizedText("nova ura kosila", "neue Uhrzeit des Mittagessens", "new time of lunch"),
        notes="keys-at-the-porter",
        delegations=[
            _guests(OLDHAM, places["Oldham"], people["Owen Oldham"], declined),
            _guests(LA_CIOTAT, places["La Ciotat"], people["Luc Ciotat"], None),
            hosts,
        ],
        programme=_items(people, places),
        bookings=[Booking(name="minibus-secret", starts_at=datetime(2027, 3, 11, 8))],
        dispatches=[Dispatch(recipient="sent-to-secret", sent_on=date(2027, 3, 1))],
        seating_plans=[SeatingPlan(notes="seating-secret", seats=[Seat()])],
    )
    visit_id = cabinet.visits.create(visit).record.id
    gift = Gift(description=same("vase"), value_cents=24500, visit_id=visit_id, happened_on=FIRST)
    cabinet.gifts.create(gift)
    return visit_id


def _places(cabinet: Cabinet) -> dict[str, int]:
    home = Place(names=LocalizedText("Kranj", "Krainburg", "Kranj"), country="SI", zone="Europe/Ljubljana")
    found = {"Kranj": cabinet.places.create(home).record.id}
    for name, country in (("Oldham", "GB"), ("La Ciotat", "FR")):
        found[name] = cabinet.places.create(Place(names=same(name), country=country)).record.id
    hall = Place(names=same("Hall"), kind=PlaceKind.ROOM, parent_id=found["Kranj"])
    found["Hall"] = cabinet.places.create(hall).record.id
    house = Organization(names=same("Mestna občina Kranj"), is_home=True, place_id=found["Kranj"])
    cabinet.organizations.create(house)
    return found


def _person(cabinet: Cabinet, name: str) -> int:
    given, _, family = name.partition(" ")
    person = Person(
        name=PersonName(given=given, family=family),
        gender=Gender.FEMALE,
        function=LocalizedText("županja", "Bürgermeisterin", "Mayor"),
        phone="040 555 666",
        email="host.secret@example.si",
        diets=[Diet.GLUTEN_FREE],
        diet_note="shellfish",
        accessibility="ramp needed",
        document_number="X1234567",
        notes="keys-at-the-porter",
    )
    return cabinet.people.create(person).record.id


def _guests(key: int, place_id: int, person_id: int, declined: int | None) -> Delegation:
    leg = TravelLeg(happens_at=datetime(2027, 3, 11, 8, 15), number="BA 1", notes="hotel-invoice")
    delegate = Delegate(
        id=key + 100,
        person_id=person_id,
        role=DelegateRole.HEAD,
        function=LocalizedText("župan", "Bürgermeister", "Mayor"),
        plate="KR SECRET-1",
        lodging="hotel-invoice",
        order_number="TN-77",
        payer="travel-payer",
        needs_interpreter=True,
        notes="wine-after",
        legs=[leg],
    )
    gone = [Delegate(person_id=declined, reply=Reply.DECLINED)] if declined else []
    return Delegation(id=key, place_id=place_id, delegates=[delegate, *gone])


def _items(people: dict[str, int], places: dict[str, int]) -> list[ProgrammeItem]:
    def item(day: date, start: int, end: int, sl: str, de: str, en: str, **more: object) -> ProgrammeItem:
        hours = {"day": day, "starts_at": time(start), "ends_at": time(end)}
        return ProgrammeItem(title=LocalizedText(sl, de, en), **(hours | more))  # type: ignore[arg-type]

    dress = LocalizedText("temna obleka", "dunkler Anzug", "dark suit")
    by_bus = LocalizedText("avtobus izpred hotela", "Bus ab Hotel", "coach from the hotel")
    return [
        item(
            FIRST,
            8,
            9,
            "setting-up-secret",
            "setting-up-secret",
            "setting-up-secret",
            audience=Audience.INTERNAL,
        ),
        item(
            FIRST,
            9,
            10,
            "Sprejem",
            "Empfang",
            "Reception",
            place_id=places["Hall"],
            leader_id=people["Vera Host"],
            internal_notes="keys-at-the-porter",
            dress=dress,
            kind=ProgrammeItemKind.ARRIVAL,
        ),
        item(FIRST, 10, 12, "Ogled mlina", "Besuch der Mühle", "Visit to the mill", delegation_ids=[OLDHAM]),
        item(
            FIRST,
            10,
            11,
            "Ogled ladjedelnice",
            "Besuch der Werft",
            "Visit to the shipyard",
            delegation_ids=[LA_CIOTAT],
            transport=by_bus,
            vehicle="LC 999 SECRET",
            clash_note="opens-both",
            delegate_ids=[LA_CIOTAT + 100],
        ),
        item(FIRST, 12, 13, "Kosilo", "Mittagessen", "Lunch"),
        item(
            FIRST,
            15,
            16,
            "dropped-secret",
            "dropped-secret",
            "dropped-secret",
            status=ProgrammeItemStatus.DROPPED,
        ),
        item(LAST, 9, 10, "Slovo", "Verabschiedung", "Farewell"),
    ]
