"""Seating plans and cards gathered from a register: who comes, in which order, and who does not."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from cabinet_app.db.opening import open_store
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.seating import company
from cabinet_app.domain.seating_rules import seated
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import (
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    ProgrammeItem,
    Reply,
    SeatingPlan,
    Visit,
)
from cabinet_app.reports.catalog import report_kind, write_report
from cabinet_app.reports.composing import seating, seating_cards
from cabinet_app.reports.house import Paper
from cabinet_app.reports.options import Audience, ReportOptions
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.precedence import visit_order
from tests.blank_register import blank_register
from tests.reports.conftest import HOUSE
from tests.reports.rich_visits import SECRETS, rich_visit

PRINTED = datetime(2026, 4, 28, 9)
KINDS = ("seating-plan", "place-cards", "badges", "table-tents")


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Cabinet, Visit]]:
    """Four guests, one of whom declined and one of whom drives, and two hosts at one table."""
    cabinet = Cabinet(open_store(blank_register(tmp_path_factory.mktemp("seating") / "register.kabinet")))
    town = Place(names=LocalizedText("Beljak", "Villach", "Villach"), country="AT")
    place = cabinet.places.create(town).record.id
    yield cabinet, _visit(cabinet, place)
    cabinet.close()


def _visit(cabinet: Cabinet, place: int) -> Visit:
    names = {"Zajc": "mestna svetnica", "Kos": "podžupanja", "Oman": "županja"}
    people = {
        family: cabinet.people.create(
            Person(name=PersonName(given="Ana", family=family), function=LocalizedText(sl=function))
        ).record.id
        for family, function in names.items()
    }
    guests = [Delegate(person_id=person) for person in people.values()]
    guests[2].role = DelegateRole.HEAD
    guests += [
        Delegate(placeholder="Odpovedal", reply=Reply.ACCEPTED),
        Delegate(placeholder="Voznik", role=DelegateRole.DRIVER),
    ]
    hosts = [Delegate(placeholder="Gostitelj", role=DelegateRole.HEAD), Delegate(placeholder="Gostiteljica")]
    visit = Visit(
        title=LocalizedText("Obisk", "Besuch", "Visit"),
        starts_on=date(2026, 5, 4),
        partner_place_id=place,
        delegations=[
            Delegation(place_id=place, delegates=guests),
            Delegation(side=DelegationSide.HOST, delegates=hosts),
        ],
        programme=[
            ProgrammeItem(day=date(2026, 5, 4), title=LocalizedText("Pogovori", "Gespräche", "Talks"))
        ],
    )
    stored = cabinet.visits.create(visit)
    record = stored.record
    plan = SeatingPlan(item_id=record.programme[0].id, notes="seating-secret")
    plan = seated(plan, company(record, plan, visit_order(cabinet, record, Language.SL)))
    record.seating_plans = [plan]
    record.delegations[0].delegates[3].reply = Reply.DECLINED
    return cabinet.visits.update(record, stored.version).record


def options(visit: Visit, **chosen: object) -> ReportOptions:
    return ReportOptions(printed_at=PRINTED, record_id=visit.id, **chosen)  # type: ignore[arg-type]


def test_cards_follow_precedence_guests_first_and_skip_who_declined(register: tuple[Cabinet, Visit]) -> None:
    cabinet, visit = register
    data = seating_cards.compose(cabinet, options(visit), Language.SL, at_tables=True)
    assert [card.name for card in data.cards] == [
        "Ana Oman",
        "Ana Kos",
        "Ana Zajc",
        "Gostitelj",
        "Gostiteljica",
    ]
    assert data.cards[0].home.de == "Villach"
    assert data.cards[0].function.sl == "županja"


def test_badges_are_for_drivers_too(register: tuple[Cabinet, Visit]) -> None:
    cabinet, visit = register
    data = seating_cards.compose(cabinet, options(visit), Language.SL, at_tables=False)
    assert [card.name for card in data.cards][3:4] == ["Voznik"]
    assert len(data.cards) == 6


def test_cards_of_one_delegation_only(register: tuple[Cabinet, Visit]) -> None:
    cabinet, visit = register
    hosts = visit.delegations[1].id
    data = seating_cards.compose(cabinet, options(visit, delegation_id=hosts), Language.SL, at_tables=True)
    assert [card.name for card in data.cards] == ["Gostitelj", "Gostiteljica"]


def test_the_plan_is_printed_without_the_gap_of_who_declined(register: tuple[Cabinet, Visit]) -> None:
    cabinet, visit = register
    data = seating.compose(cabinet, options(visit, audience=Audience.INTERNAL), Language.SL)
    [table] = data.tables
    assert table.gone == 1
    assert {one.name for one in table.away} == {"Voznik"}
    assert table.event.de == "Gespräche"
    guests = seating.compose(cabinet, options(visit), Language.SL)
    assert guests.tables[0].plan.notes == ""
    assert guests.tables[0].gone == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", Language)
def test_every_kind_is_printed_from_the_register_under_a_sensible_name(
    register: tuple[Cabinet, Visit], pdf, kind: str, language: Language
) -> None:
    cabinet, visit = register
    report = write_report(report_kind(kind), options(visit, paper=Paper.A3), language, HOUSE, cabinet)
    assert report.name.startswith("2026-05-04_")
    assert report.name.endswith(f"_{'Beljak' if language is Language.SL else 'Villach'}_{language.value}.pdf")
    text = pdf(report.data).squeezed
    assert "AnaOman" in text
    for secret in ("seating-secret", "Odpovedal"):
        assert secret not in text


def test_the_house_s_own_copy_has_the_notes(register: tuple[Cabinet, Visit], pdf) -> None:
    cabinet, visit = register
    chosen = options(visit, audience=Audience.INTERNAL)
    report = write_report(report_kind("seating-plan"), chosen, Language.SL, HOUSE, cabinet)
    text = pdf(report.data).text
    assert "seating-secret" in text
    assert "Voznik" in text


@pytest.mark.parametrize("kind", KINDS)
def test_no_print_for_guests_tells_a_secret_of_a_visit_that_has_them_all(
    register: tuple[Cabinet, Visit], pdf, kind: str
) -> None:
    cabinet, _ = register
    visit = cabinet.visits.get(rich_visit(cabinet)).record
    for language in Language:
        report = write_report(report_kind(kind), options(visit), language, HOUSE, cabinet)
        text = pdf(report.data).text
        assert [secret for secret in SECRETS if secret in text] == []


def test_thirty_one_guests_are_seated_and_printed_from_the_register(
    register: tuple[Cabinet, Visit], pdf
) -> None:
    cabinet, _ = register
    names = ("Ѓорѓи Ќосев", "Mehmet Çağlar", "Őry Ernő", "张伟")
    guests = [Delegate(placeholder=f"{names[number % 4]} {number}") for number in range(31)]
    hosts = [Delegate(placeholder=f"Gostitelj {number}") for number in range(12)]
    stored = cabinet.visits.create(
        Visit(
            starts_on=date(2026, 6, 1),
            delegations=[
                Delegation(delegates=guests),
                Delegation(side=DelegationSide.HOST, delegates=hosts),
            ],
        )
    )
    record = stored.record
    plan = SeatingPlan()
    record.seating_plans = [seated(plan, company(record, plan, visit_order(cabinet, record, Language.EN)))]
    visit = cabinet.visits.update(record, stored.version).record
    for kind in KINDS:
        report = write_report(report_kind(kind), options(visit), Language.EN, HOUSE, cabinet)
        assert report.findings == ()
        text = pdf(report.data).squeezed
        for guest in guests:
            assert guest.placeholder.replace(" ", "") in text, (kind, guest.placeholder)
