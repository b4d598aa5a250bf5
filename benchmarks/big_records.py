"""The records of the big register: invented, the same at every call, spread evenly over years."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from cabinet_app.domain.bodies import Classification, Membership, MembershipRole, Organization
from cabinet_app.domain.cadence import CadenceRule
from cabinet_app.domain.meetings import (
    AgendaItem,
    AgendaItemKind,
    Attendance,
    Decision,
    Meeting,
    MeetingBody,
    MeetingMode,
    MeetingStatus,
    VoteEvent,
)
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.domain.projects import Project, ProjectStatus, ProjectTown
from cabinet_app.domain.record_types import AnyRecord
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementParty,
    AgreementStatus,
    Instrument,
    Partnership,
    PartnershipStatus,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import (
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    ProgrammeItem,
    Visit,
    VisitDirection,
    VisitStatus,
)

TODAY = date(2026, 11, 20)
_LAST = date(2027, 6, 30)
_PLACE, _BODY, _PERSON, _PAPER, _PROJECT, _VISIT, _MEETING = (number * 10**9 for number in range(1, 8))
_GIVEN = "Ana Boštjan Cvetka Črt Drago Đurđa Ema Franc Greta Heinz Iva Jörg Katja Luka Maja Žan".split()  # noqa: SIM905 a list of words is easier to read so
_FAMILY = "Novak Žagar Größwang Košir Šifrer Čebašek Huber Müller Zupan Oberrauner Đurić Bianchi".split()  # noqa: SIM905 a list of words is easier to read so
_TOWNS = "Lipa Hrib Log Jelša Brdo Šeg Žir Čret Gmünd Zell Vals Ponte".split()  # noqa: SIM905 a list of words is easier to read so
_PARTS = "Gornja Dolnja Nova Stara Velika Mala Ober Unter San Santa Bad Sveta Zadnja Bela Črna".split()  # noqa: SIM905 a list of words is easier to read so
_COUNTRIES = ("SI", "AT", "IT", "HR", "DE", "FR", "RS", "MK")
_TOPICS = (
    LocalizedText("promet in kolesarske poti", "Verkehr und Radwege", "traffic and cycle paths"),
    LocalizedText("šport mladih", "Jugendsport", "sport of the young"),
    LocalizedText("izmenjava šol", "Schulaustausch", "exchange of schools"),
    LocalizedText("zaščita in reševanje", "Katastrophenschutz", "civil protection"),
    LocalizedText("kulturni večer", "Kulturabend", "evening of culture"),
    LocalizedText("pametno mesto", "Smart City", "smart city"),
    LocalizedText("gospodarsko sodelovanje", "wirtschaftliche Zusammenarbeit", "economic cooperation"),
)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many records of each kind; the meetings fill ten years, from 100,000 on twenty."""

    meetings: int = 10_000
    people: int = 2_000
    agreements: int = 200
    visits: int = 1_000
    towns: int = 200
    bodies: int = 40
    projects: int = 50

    @property
    def years(self) -> int:
        return 10 if self.meetings < 100_000 else 20  # noqa: PLR2004 the larger of the two usual sizes


def records(sizes: Sizes) -> Iterator[AnyRecord]:
    """Every record, those that are referred to first."""
    kinds: tuple[tuple[int, Callable[[int, Sizes], AnyRecord]], ...] = (
        (sizes.towns, _place),
        (sizes.bodies, _body),
        (sizes.people, _person),
        (sizes.agreements, _partnership),
        (sizes.agreements, _agreement),
        (sizes.projects, _project),
        (sizes.visits, _visit),
        (sizes.meetings, _meeting),
    )
    for count, make in kinds:
        yield from (make(number, sizes) for number in range(count))


def _place(number: int, _sizes: Sizes) -> Place:
    name = f"{_PARTS[number % len(_PARTS)]} {_TOWNS[number % len(_TOWNS)]}"
    return Place(
        id=_PLACE + number,
        names=LocalizedText(name, name.replace("Č", "Tsch").replace("Ž", "Sch"), name),
        native_name=name if number % 3 else f"{name} am See",
        kind=PlaceKind.TOWN if number % 10 else PlaceKind.ROOM,
        country=_COUNTRIES[number % len(_COUNTRIES)],
    )


def _body(number: int, sizes: Sizes) -> Organization:
    is_group = number > sizes.bodies // 4
    topic = _TOPICS[number % len(_TOPICS)]
    names = LocalizedText(
        f"Delovna skupina {number}: {topic.sl}",
        f"Arbeitsgruppe {number}: {topic.de}",
        f"Working group {number}: {topic.en}",
    )
    group = Classification.WORKING_GROUP if is_group else Classification.COMMISSION
    members = [
        Membership(
            person_id=_PERSON + (number * 37 + seat) % sizes.people,
            role=MembershipRole.MEMBER if seat else MembershipRole.CHAIR,
        )
        for seat in range(5)
    ]
    return Organization(
        id=_BODY + number,
        names=names if number else same("Mestna občina Hrib"),
        short_name=same(f"DS {number}"),
        classification=group if number else Classification.MUNICIPALITY,
        is_home=not number,
        parent_id=_BODY if number else None,
        place_id=_PLACE + number % sizes.towns,
        memberships=members if number else [],
        cadence_rules=[CadenceRule(valid_from=date(2018, 1, 1), recess_months=[8])] if is_group else [],
    )


def _person(number: int, sizes: Sizes) -> Person:
    family = _FAMILY[number % len(_FAMILY)]
    second = _FAMILY[number // len(_FAMILY) % len(_FAMILY)]
    return Person(
        id=_PERSON + number,
        name=PersonName(
            given=_GIVEN[number % len(_GIVEN)], family=family if number % 2 else f"{family} {second}"
        ),
        function=LocalizedText("strokovni sodelavec", "Sachbearbeiter", "officer"),
        organization_id=_BODY + number % sizes.bodies,
        place_id=_PLACE + number % sizes.towns,
        email=f"oseba{number}@hrib.example",
    )


def _partnership(number: int, sizes: Sizes) -> Partnership:
    statuses = list(PartnershipStatus)
    return Partnership(
        id=_PAPER + sizes.agreements + number,
        place_id=_PLACE + number % sizes.towns,
        status=statuses[number % len(statuses)],
        since=VagueDate(str(1955 + number % 70)),
        coordinator_id=_PERSON + number,
    )


def _agreement(number: int, sizes: Sizes) -> Agreement:
    topic = _TOPICS[number % len(_TOPICS)]
    statuses, instruments = list(AgreementStatus), list(Instrument)
    signed = date(1960, 1, 1) + timedelta(days=number * 113)
    partners = [(number * 7 + party) % (sizes.towns - 1) + 1 for party in range(1 + number % 3)]
    return Agreement(
        id=_PAPER + number,
        title=LocalizedText(
            f"Listina o sodelovanju: {topic.sl} ({number})",
            f"Urkunde über die Zusammenarbeit: {topic.de} ({number})",
            f"Charter of cooperation: {topic.en} ({number})",
        ),
        instrument=instruments[number % len(instruments)],
        status=statuses[number % len(statuses)],
        parties=[AgreementParty(place_id=_PLACE + town) for town in (0, *partners)],
        events=[AgreementEvent(happened_on=VagueDate(signed.isoformat()))] if number % 9 else [],
        valid_to=VagueDate(str(2020 + number % 20)) if number % 2 else VagueDate(),
    )


def _project(number: int, sizes: Sizes) -> Project:
    return Project(
        id=_PROJECT + number,
        acronym=f"MOST-{number}",
        title=_TOPICS[number % len(_TOPICS)],
        programme="Interreg",
        status=list(ProjectStatus)[number % 4],
        starts=VagueDate(str(2004 + number % 20)),
        ends=VagueDate(str(2007 + number % 20)),
        towns=[ProjectTown(place_id=_PLACE + (number * 3 + town) % sizes.towns) for town in range(4)],
    )


def _visit(number: int, sizes: Sizes) -> Visit:
    day = _day(number, sizes.visits, sizes)
    topic = _TOPICS[number % len(_TOPICS)]
    roles = (DelegateRole.HEAD, DelegateRole.MEMBER, DelegateRole.INTERPRETER)
    guests = [
        Delegate(person_id=_PERSON + (number * 11 + seat) % sizes.people, role=role)
        for seat, role in enumerate(roles)
    ]
    hosts = [Delegate(person_id=_PERSON + number % sizes.people, role=DelegateRole.HEAD)]
    programme = [
        ProgrammeItem(day=day, starts_at=time(9 + hour), ends_at=time(10 + hour), title=topic)
        for hour in range(number % 4)
    ]
    usual = VisitStatus.CANCELLED if number % 20 == 7 else VisitStatus.CONCLUDED  # noqa: PLR2004 any one
    return Visit(
        id=_VISIT + number,
        direction=list(VisitDirection)[number % 3],
        status=usual if day < TODAY else VisitStatus.PLANNED,
        title=LocalizedText(f"Delovni obisk: {topic.sl}", f"Arbeitsbesuch: {topic.de}", topic.en),
        starts_on=day if number % 50 else None,
        ends_on=day + timedelta(days=number % 3) if number % 50 else None,
        partner_place_id=_PLACE + number % sizes.towns,
        responsible_id=_PERSON + number % 5,
        delegations=[Delegation(delegates=guests), Delegation(side=DelegationSide.HOST, delegates=hosts)],
        programme=programme,
    )


def _meeting(number: int, sizes: Sizes) -> Meeting:
    start = datetime.combine(_day(number, sizes.meetings, sizes), time(8 + number % 10, number % 2 * 30))
    body = number % (sizes.bodies - 1) + 1
    topic = _TOPICS[number % len(_TOPICS)]
    usual = MeetingStatus.CANCELLED if number % 20 == 3 else MeetingStatus.HELD  # noqa: PLR2004 any one
    people = [(body * 37 + seat) % sizes.people for seat in range(3)]
    return Meeting(
        id=_MEETING + number,
        title=topic if number % 4 == 0 else LocalizedText(),
        number=str(number // (sizes.bodies - 1) + 1),
        mode=list(MeetingMode)[number % 3],
        status=usual if start.date() < TODAY else MeetingStatus.PLANNED,
        starts_at=start,
        ends_at=start + timedelta(minutes=90) if number % 100 else start + timedelta(days=2),
        place_id=_PLACE + number % sizes.towns if number % 5 else None,
        chair_id=_PERSON + people[0],
        uid=f"{number}@hrib.example",
        notes=f"zadeva {number:06}",
        bodies=[MeetingBody(organization_id=_BODY + body)],
        agenda=_agenda(number),
        attendance=[Attendance(person_id=_PERSON + person) for person in people],
    )


def _agenda(number: int) -> list[AgendaItem]:
    opening = LocalizedText("Potrditev zapisnika", "Genehmigung des Protokolls", "Approval of the minutes")
    decided = Decision(number=f"{number}/1", text=LocalizedText(sl="Komisija podpira predlog."))
    vote = VoteEvent(present=5, in_favour=4, abstained=1)
    items = [
        AgendaItem(number="1", title=opening, kind=AgendaItemKind.MINUTES_APPROVAL),
        AgendaItem(number="2", title=_TOPICS[number // 3 % len(_TOPICS)], votes=[vote], decisions=[decided]),
    ]
    return items[: number % 3]


def _day(number: int, count: int, sizes: Sizes) -> date:
    """Days in order, evenly spread, weekends moved to Friday."""
    span = 365 * sizes.years
    day = _LAST - timedelta(days=span) + timedelta(days=number * span // count)
    return day - timedelta(days=max(0, day.weekday() - 4))
