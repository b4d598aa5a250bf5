"""A table with people of three alphabets, for the tests of seating plans and cards."""

from datetime import date, datetime, time

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Gender, Person
from cabinet_app.domain.precedence import Ranked, ranked
from cabinet_app.domain.seating import company
from cabinet_app.domain.seating_rules import seated
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import (
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    SeatingPlan,
    SeatingShape,
    SeatingStatus,
    Visit,
)
from cabinet_app.reports.place_cards_data import Card, CardsData
from cabinet_app.reports.seating_plan_data import SeatingData, TableData
from cabinet_app.services.precedence import alphabet, shipped_scheme

PRINTED = datetime(2026, 4, 28, 9, 0)
LONGEST = "Mag.a Katharina Größwang-Öllinger"
HOSTILE = ("<b>Krepki</b>", "&amp; Sinovi", "<para/>")
TITLE = LocalizedText("Delovni obisk", "Arbeitsbesuch", "Working visit")
EVENT = LocalizedText("Pogovori", "Gespräche", "Talks")
TOWN = LocalizedText("Beljak", "Villach", "Villach")
MAYOR = LocalizedText("županja", "Bürgermeisterin", "mayor")
COUNCILLOR = LocalizedText("mestni svetnik", "Gemeinderat", "city councillor")
NAMES = (
    PersonName("Mag.a", "Katharina", "Größwang-Öllinger"),
    PersonName("", "Ѓорѓи", "Ристовски"),
    PersonName("", "Mehmet", "Çağlar"),
    PersonName("", "Ernő", "Őry", family_first=True),
    PersonName("", "伟", "张", family_first=True),
    PersonName("", HOSTILE[0], HOSTILE[1]),
)
SECRET = "Gospa X naj ne sedi poleg gospoda Y."


def people(count: int, first: int, side: DelegationSide) -> tuple[Delegation, dict[int, Person]]:
    """A delegation whose first is its head and last its interpreter; the names come round again."""
    is_guest = side is DelegationSide.GUEST
    persons = {
        first + number: Person(
            id=first + number,
            name=NAMES[number % len(NAMES)] if is_guest else PersonName("", "Žiga", f"Šter{number}"),
            gender=Gender.FEMALE if not number else Gender.MALE,
            function=MAYOR if not number else COUNCILLOR,
            in_office_since=date(2000 + number, 1, 1),
        )
        for number in range(count)
    }
    delegates = [
        Delegate(
            id=person, person_id=person, role=DelegateRole.HEAD if person == first else DelegateRole.MEMBER
        )
        for person in persons
    ]
    interpreter = Delegate(id=first + count, placeholder="N. N.", role=DelegateRole.INTERPRETER)
    return Delegation(id=first, side=side, delegates=[*delegates, interpreter]), persons


def order(guests: int, hosts: int) -> tuple[Visit, list[Ranked]]:
    """A visit and its order of precedence."""
    theirs, guest_people = people(guests, 1000, DelegationSide.GUEST)
    ours, host_people = people(hosts, 2000, DelegationSide.HOST)
    visit = Visit(title=TITLE, starts_on=date(2026, 5, 4), delegations=[theirs, ours])
    return visit, ranked(visit, guest_people | host_people, shipped_scheme(), alphabet(Language.SL))


def seating(
    guests: int = 12,
    hosts: int = 11,
    *,
    shape: SeatingShape = SeatingShape.TALKS,
    internal: bool = False,
    approved: bool = False,
    behind: bool = False,
) -> SeatingData:
    """One table."""
    visit, ranks = order(guests, hosts)
    status = SeatingStatus.APPROVED if approved else SeatingStatus.DRAFT
    plan = SeatingPlan(shape=shape, notes=SECRET, status=status, interpreters_behind=behind)
    company_ = company(visit, plan, ranks)
    table = TableData(
        plan=seated(plan, company_),
        people=company_,
        event=EVENT,
        venue=same("Kranj"),
        day=date(2026, 5, 4),
        at=time(10, 30),
    )
    return SeatingData(
        printed_at=PRINTED,
        title=TITLE,
        town=TOWN,
        first_day=date(2026, 5, 4),
        last_day=date(2026, 5, 5),
        tables=(table if internal else table.for_guests(),),
        internal=internal,
    )


def cards(*names: str) -> CardsData:
    """A card for each name."""
    return CardsData(
        printed_at=PRINTED,
        event=TITLE,
        town=TOWN,
        first_day=date(2026, 5, 4),
        cards=tuple(Card(name, COUNCILLOR, TOWN) for name in names),
    )
