"""A visit as large as they come: 31 guests in three alphabets, two delegations, 40 items over three days."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.gifts import Gift, GiftDirection
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Diet, Gender, Person
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.domain.seating import company
from cabinet_app.domain.seating_rules import seated
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import (
    Audience,
    Booking,
    BookingKind,
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    Dispatch,
    LegDirection,
    ProgrammeItem,
    ProgrammeItemKind,
    SeatingPlan,
    SeatingShape,
    TravelLeg,
    Visit,
    VisitKind,
    VisitTopic,
)
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.precedence import visit_order

FIRST, LAST = date(2027, 4, 20), date(2027, 4, 22)
BITOLA, ZHANGJIAKOU, HOSTS = 701, 702, 703
LATIN = (
    ("Mehmet", "Çağlar"),
    ("Ernő", "Őry"),
    ("Špela", "Žagar-Čuček"),
    ("Katharina", "Größwang-Öllinger"),
    ("Đorđe", "Šarić"),
    ("Łukasz", "Wójcik"),
    ("Anaïs", "Lefèvre"),
    ("Björn", "Åkesson"),
    ("Niccolò", "De' Rossi"),
    ("Jiří", "Dvořák"),
)
CYRILLIC = (
    ("Ѓорѓи", "Ристовски"),
    ("Ќирил", "Џамбазов"),
    ("Љубица", "Њаради"),
    ("Светлана", "Щербакова"),
    ("Ђорђе", "Ћирић"),
    ("Юрій", "Їжакевич"),
    ("Билјана", "Ѕвездова"),
    ("Јован", "Ѐврем"),
    ("Анна", "Ёлкина"),
    ("Олена", "Ґалаґан"),
)
CHINESE = (
    ("伟", "张"),
    ("芳", "王"),
    ("建国", "李"),
    ("秀英", "刘"),
    ("晓明", "欧阳"),
    ("静", "陈"),
    ("志强", "黄"),
    ("丽娟", "赵"),
    ("磊", "吴"),
    ("雪", "周"),
    ("国华", "徐"),
)
SECRETS = (
    "+389 70 111 222",
    "guest.secret@example.org",
    "hazelnut-secret",
    "AB1234567",
    "lift-secret",
    "notes-secret",
    "seating-secret",
    "internal-secret",
    "plate-secret",
    "hotel-secret",
    "reason-secret",
    "order-secret",
    "clash-secret",
    "booking-secret",
    "sent-secret",
    "135",
    "EUR",
    "€",
)
"""What no guest may read: phones, diets, document numbers, values of gifts, notes of seating, remarks."""
FUNCTIONS = (
    LocalizedText("mestni svetnik", "Gemeinderat", "city councillor"),
    LocalizedText("mestna svetnica", "Gemeinderätin", "city councillor"),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the register knows before the visit is entered: ids of the people by family name, of places."""

    people: dict[str, int]
    places: dict[str, int]


def scene(cabinet: Cabinet) -> Scene:
    """Put everybody and everything that the visit needs into the register."""
    places = _places(cabinet)
    people = {
        family: cabinet.people.create(_person(number, given, family)).record.id
        for number, (given, family) in enumerate((*LATIN, *CYRILLIC, *CHINESE, *_hosts()))
    }
    return Scene(people, places)


def names(cabinet: Cabinet, visit: Visit, *sides: DelegationSide) -> list[str]:
    """The names of a side as printed."""
    return [
        cabinet.people.get(delegate.person_id or 0).record.name.with_titles
        for delegation in visit.delegations
        if delegation.side in sides
        for delegate in delegation.delegates
    ]


def large_visit(scene: Scene) -> Visit:
    """The visit as it is entered; nobody is seated yet."""
    first, second = (*LATIN[:5], *CYRILLIC), (*LATIN[5:], *CHINESE)
    hosts = [_delegate(scene, family, number) for number, (_, family) in enumerate(_hosts())]
    hosts[-1].role = DelegateRole.INTERPRETER
    return Visit(
        kind=VisitKind.OFFICIAL,
        title=LocalizedText("Praznik Mestne občine Kranj", "Fest der Stadt Kranj", "Festival of the City"),
        starts_on=FIRST,
        ends_on=LAST,
        partner_place_id=scene.places["Bitola"],
        purpose=LocalizedText("Praznovanje in pogovori.", "Feier und Gespräche.", "Celebration and talks."),
        notes="notes-secret",
        topics=[VisitTopic(text=LocalizedText("promet", "Verkehr", "transport"))],
        delegations=[
            _guests(scene, BITOLA, "Bitola", first),
            _guests(scene, ZHANGJIAKOU, "Zhangjiakou", second),
            Delegation(id=HOSTS, side=DelegationSide.HOST, place_id=scene.places["Kranj"], delegates=hosts),
        ],
        programme=forty_items(scene),
        bookings=[
            Booking(
                kind=BookingKind.CAR, name="booking-secret", starts_at=datetime(2027, 4, 20, 8), notes="-"
            )
        ],
        dispatches=[Dispatch(sent_on=date(2027, 4, 1), recipient="sent-secret")],
    )


def seat_everybody(cabinet: Cabinet, visit: Visit) -> list[SeatingPlan]:
    """A table for the talks and one for the dinner, laid by precedence."""
    ranks = visit_order(cabinet, visit, Language.SL)
    plans = [
        SeatingPlan(item_id=visit.programme[2].id, notes="seating-secret"),
        SeatingPlan(
            title=LocalizedText("Slavnostna večerja", "Festessen", "Gala dinner"),
            shape=SeatingShape.TWO_HOSTS,
            notes="seating-secret",
        ),
    ]
    return [seated(plan, company(visit, plan, ranks)) for plan in plans]


def forty_items(scene: Scene) -> list[ProgrammeItem]:
    """Fourteen, thirteen and thirteen items: most for all, some for one delegation, some only for us."""
    items: list[ProgrammeItem] = []
    for number in range(40):
        day, place = divmod(number, 14) if number < 28 else (2, number - 28)
        starts = datetime.combine(FIRST + timedelta(days=day), time(8)) + timedelta(minutes=50 * place)
        items.append(
            ProgrammeItem(
                id=8000 + number,
                day=starts.date(),
                starts_at=starts.time(),
                ends_at=(starts + timedelta(minutes=50)).time(),
                title=LocalizedText(f"Točka {number}", f"Punkt {number}", f"Item {number}"),
                place_id=scene.places["Dvorana"],
            )
        )
    items[12] = replace(items[12], kind=ProgrammeItemKind.MEAL, internal_notes="internal-secret")
    items[5].title = same("internal-secret")
    items[5].audience = Audience.INTERNAL
    items[6].delegation_ids, items[7].delegation_ids = [BITOLA], [ZHANGJIAKOU]
    items[7].starts_at, items[7].ends_at = items[6].starts_at, items[6].ends_at
    items[7].vehicle, items[7].clash_note = "plate-secret", "clash-secret"
    return items


def gift(scene: Scene, visit_id: int) -> Gift:
    """What was given, with its value, which is nobody's business."""
    return Gift(
        direction=GiftDirection.GIVEN,
        description=LocalizedText("čebelnjak", "Bienenhaus", "bee house"),
        value_cents=13500,
        visit_id=visit_id,
        place_id=scene.places["Bitola"],
        happened_on=FIRST,
        notes="notes-secret",
    )


def _hosts() -> tuple[tuple[str, str], ...]:
    return tuple((f"Gostitelj{number}", f"Domači{number}") for number in range(12))


def _guests(scene: Scene, key: int, town: str, people: tuple[tuple[str, str], ...]) -> Delegation:
    delegates = [_delegate(scene, family, number) for number, (_, family) in enumerate(people)]
    delegates[0].role = DelegateRole.HEAD
    delegates[0].function = LocalizedText("župan", "Bürgermeister", "Mayor")
    return Delegation(id=key, place_id=scene.places[town], delegates=delegates)


def _delegate(scene: Scene, family: str, number: int) -> Delegate:
    leg = TravelLeg(
        direction=LegDirection.ARRIVAL, happens_at=datetime(2027, 4, 19, 21), notes="notes-secret"
    )
    return Delegate(
        id=scene.people[family] + 100_000,
        person_id=scene.people[family],
        function=FUNCTIONS[number % 2],
        role=DelegateRole.HEAD if family == "Domači0" else DelegateRole.MEMBER,
        precedence=3 if number == 4 else None,
        precedence_reason="reason-secret" if number == 4 else "",
        plate="plate-secret",
        lodging="hotel-secret",
        order_number="order-secret",
        notes="notes-secret",
        legs=[leg],
    )


def _person(number: int, given: str, family: str) -> Person:
    return Person(
        name=PersonName(given=given, family=family, family_first=family == "Őry" or given >= "一"),
        gender=(Gender.MALE, Gender.FEMALE)[number % 2],
        function=FUNCTIONS[number % 2],
        languages=["en"],
        phone="+389 70 111 222",
        email="guest.secret@example.org",
        pronunciation=family.lower() if number < 10 else "",
        diets=[Diet.NO_NUTS],
        diet_note="hazelnut-secret",
        accessibility="lift-secret",
        document_number="AB1234567",
        notes="notes-secret",
    )


def _places(cabinet: Cabinet) -> dict[str, int]:
    towns = (
        ("Kranj", LocalizedText("Kranj", "Krainburg", "Kranj"), "Kranj", "SI", "Europe/Ljubljana"),
        ("Bitola", same("Bitola"), "Битола", "MK", "Europe/Skopje"),
        ("Zhangjiakou", same("Zhangjiakou"), "张家口", "CN", "Asia/Shanghai"),
    )
    found = {
        key: cabinet.places.create(
            Place(names=words, native_name=native, country=country, zone=zone)
        ).record.id
        for key, words, native, country, zone in towns
    }
    hall = Place(
        names=LocalizedText("Dvorana", "Saal", "Hall"), kind=PlaceKind.ROOM, parent_id=found["Kranj"]
    )
    found["Dvorana"] = cabinet.places.create(hall).record.id
    house = Organization(
        names=LocalizedText("Mestna občina Kranj", "Stadtgemeinde Kranj", "City Municipality of Kranj"),
        is_home=True,
        place_id=found["Kranj"],
    )
    cabinet.organizations.create(house)
    return found
