"""The lists of a delegation: each says what its reader needs and keeps what is somebody else's business."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from cabinet_app.domain.people import Diet
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import (
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    ProgrammeItemKind,
    Visit,
    VisitDirection,
)
from cabinet_app.reports.catalog import compose, draw, report_kind
from cabinet_app.reports.composing.names import joined
from cabinet_app.reports.delegation_list_data import KitchenListData, ListedPerson, PeopleListData
from cabinet_app.reports.options import ListOrder, ReportOptions
from tests.reports.rich_visits import rich_visit

NOW = datetime(2027, 3, 1, 9)
LISTS = ("delegation-list", "reception-list", "security-list", "kitchen-list")
NAMES = ("Owen Oldham", "Luc Ciotat")


@pytest.fixture
def visit_id(cabinet):
    return rich_visit(cabinet)


@pytest.fixture
def read(cabinet, words, house, pdf):
    def text(kind_id, visit_id, language=Language.SL, **options):
        kind, chosen = report_kind(kind_id), ReportOptions(NOW, record_id=visit_id, **options)
        data = compose(kind, chosen, language, cabinet)
        return pdf(draw(kind, data, chosen, language, house, words(language)).data).text

    return text


@pytest.mark.parametrize("language", Language)
def test_the_reception_reads_names_arrivals_and_plates_and_no_document(read, visit_id, language):
    text = read("reception-list", visit_id, language)
    assert all(name in text for name in (*NAMES, "KR SECRET-1", "BA 1"))
    for secret in ("X1234567", "shellfish", "ramp needed", "040 555", "wine-after", "hotel-invoice"):
        assert secret not in text


@pytest.mark.parametrize("language", Language)
def test_the_hosts_read_names_and_functions_and_nothing_internal(read, visit_id, language):
    text = read("delegation-list", visit_id, language)
    assert all(name in text for name in NAMES)
    assert not any(stamp in text for stamp in ("INTERNO", "INTERN", "INTERNAL"))
    for secret in ("X1234567", "shellfish", "ramp needed", "040 555", "KR SECRET-1", "BA 1", "wine-after"):
        assert secret not in text


@pytest.mark.parametrize("language", Language)
def test_security_reads_the_document_where_one_is_held_and_nothing_of_diets(read, visit_id, language):
    text = read("security-list", visit_id, language)
    assert all(word in text for word in (*NAMES, "X1234567"))
    for secret in ("shellfish", "ramp needed", "040 555", "KR SECRET-1"):
        assert secret not in text


@pytest.mark.parametrize("language", Language)
def test_the_kitchen_reads_figures_and_never_a_name(read, visit_id, language):
    text = read("kitchen-list", visit_id, language)
    for name in (*NAMES, "Owen", "Luc", "Vera", "Host", "Declined"):
        assert name not in text.replace("Mestna občina", "")
    assert "X1234567" not in text


def test_the_kitchen_counts_in_the_words_of_the_scenario(read, cabinet, visit_id):
    visit = cabinet.visits.get(visit_id)
    visit.record.delegations[0].delegates += [Delegate(placeholder=f"gost {number}") for number in range(4)]
    visit.record.delegations[2].delegates.append(Delegate(placeholder="voznik", role=DelegateRole.DRIVER))
    for person in cabinet.people.all():
        stored = cabinet.people.get(person.id)
        is_owen = person.name.given == "Owen"
        stored.record.diets = [Diet.GLUTEN_FREE] if is_owen else []
        stored.record.diet_note = ""
        cabinet.people.update(stored.record, stored.version)
    cabinet.visits.update(visit.record, visit.version)
    assert "8 oseb; 1 brez glutena" in read("kitchen-list", visit_id)


def test_each_meal_counts_those_it_is_for(read, cabinet, visit_id):
    visit = cabinet.visits.get(visit_id)
    lunch = next(item for item in visit.record.programme if item.title.sl == "Kosilo")
    lunch.kind = ProgrammeItemKind.MEAL
    dinner = replace(
        lunch, id=0, day=date(2027, 3, 12), title=LocalizedText("Večerja", "Abendessen", "Dinner")
    )
    dinner.delegation_ids = [visit.record.delegations[0].id]
    visit.record.programme.append(dinner)
    cabinet.visits.update(visit.record, visit.version)
    text = read("kitchen-list", visit_id)
    assert text.index("Kosilo") < text.index("3 osebe") < text.index("Večerja") < text.index("1 oseba")


def test_a_wish_that_says_whose_it_is_is_told_apart(read, cabinet, visit_id):
    stored = next(cabinet.people.get(one.id) for one in cabinet.people.all() if one.name.given == "Owen")
    stored.record.diet_note = "OLDHAM ne je rib"
    cabinet.people.update(stored.record, stored.version)
    text = read("kitchen-list", visit_id)
    assert "ne je rib" not in text
    assert "Še 1 željo sporoči Kabinet župana." in text
    assert "shellfish" in text


def test_who_declined_stands_on_no_list(read, visit_id):
    assert not any("Declined-Person" in read(kind, visit_id) for kind in LISTS)


def test_precedence_orders_the_list_and_the_switch_the_alphabet(read, cabinet, visit_id):
    visit = cabinet.visits.get(visit_id)
    guests = visit.record.delegations[0].delegates
    guests += [Delegate(placeholder="Črt Novak"), Delegate(placeholder="Ana Zver", precedence=1)]
    guests[-1].precedence_reason = "častna gostja"
    cabinet.visits.update(visit.record, visit.version)
    by_rank = read("reception-list", visit_id)
    assert by_rank.index("Owen Oldham") < by_rank.index("Ana Zver") < by_rank.index("Črt Novak")
    assert "po prednostnem vrstnem redu" in by_rank
    by_name = read("reception-list", visit_id, order=ListOrder.ALPHABET)
    assert by_name.index("Ana Zver") < by_name.index("Črt Novak")
    assert "po abecedi" in by_name


def test_several_delegations_have_a_heading_each(read, visit_id):
    text = read("reception-list", visit_id)
    assert "delegacije: Oldham, La Ciotat" in text
    assert text.index("Oldham") < text.index("La Ciotat")
    assert "2 osebi" in text


def test_words_in_the_place_of_a_name_are_in_the_language_of_the_print(read, cabinet, visit_id):
    visit = cabinet.visits.get(visit_id)
    driver = LocalizedText("voznik", "Fahrer", "driver")
    delegate = Delegate(placeholder="(voznik)", function=driver, role=DelegateRole.DRIVER)
    visit.record.delegations[0].delegates.append(delegate)
    cabinet.visits.update(visit.record, visit.version)
    for kind in ("reception-list", "security-list", "programme", "briefing"):
        text = read(kind, visit_id, Language.DE)
        assert "Fahrer" in text
        assert "voznik" not in text, kind


def test_a_visit_without_people_says_so(read, cabinet, visit_id):
    visit = cabinet.visits.get(visit_id)
    visit.record.delegations = [Delegation(side=DelegationSide.GUEST)]
    visit.record.programme, visit.record.seating_plans = [], []
    cabinet.visits.update(visit.record, visit.version)
    assert "Nihče še ni vpisan." in read("reception-list", visit_id)
    assert "0 oseb" in read("kitchen-list", visit_id)


def test_what_a_person_typed_is_printed_as_it_was_typed(read, cabinet, visit_id):
    visit = cabinet.visits.get(visit_id)
    hostile = "<b>Zlo</b> & {name} %s"
    visit.record.delegations[0].delegates.append(Delegate(placeholder=hostile, plate="<i>KR</i>"))
    cabinet.visits.update(visit.record, visit.version)
    text = read("reception-list", visit_id)
    assert hostile in text
    assert "<i>KR</i>" in text


def test_no_list_gathers_what_it_may_not_print(cabinet, visit_id):
    options = ReportOptions(NOW, record_id=visit_id)
    reception: PeopleListData = compose(report_kind("reception-list"), options, Language.SL, cabinet)
    assert not any(person.document_number for side in reception.sides for person in side.people)
    kitchen: KitchenListData = compose(report_kind("kitchen-list"), options, Language.SL, cabinet)
    assert not any(isinstance(part, ListedPerson) for meal in kitchen.meals for part in vars_of(meal))


def vars_of(meal):
    return [getattr(meal, name) for name in meal.__dataclass_fields__]


@pytest.mark.parametrize("kind_id", LISTS)
def test_the_same_list_has_the_same_bytes(cabinet, words, house, visit_id, kind_id, pdf):
    kind, options = report_kind(kind_id), ReportOptions(NOW, record_id=visit_id)
    drawn = [
        draw(
            kind,
            compose(kind, options, Language.DE, cabinet),
            options,
            Language.DE,
            house,
            words(Language.DE),
        )
        for _ in range(2)
    ]
    assert drawn[0].data == drawn[1].data
    assert drawn[0].name.isascii()
    assert all(embedded == "yes" for _name, embedded, _subset in pdf(drawn[0].data).fonts)


def test_a_programme_without_a_meal_says_so_to_the_kitchen(read, cabinet, visit_id):
    stored = cabinet.visits.get(visit_id)
    stored.record.programme = [
        item for item in stored.record.programme if item.kind is not ProgrammeItemKind.MEAL
    ]
    cabinet.visits.update(stored.record, stored.version)
    text = read("kitchen-list", visit_id, Language.EN)
    assert "The programme has no meal yet; everyone on the visit is counted." in text


def test_a_meeting_in_a_third_town_is_no_delegation_of_that_town(read, cabinet):
    graz = cabinet.places.create(Place(names=same("Graz"), country="AT")).record.id
    visit = Visit(direction=VisitDirection.ELSEWHERE, partner_place_id=graz)
    visit_id = cabinet.visits.create(visit).record.id
    for kind_id in (*LISTS, "programme"):
        text = read(kind_id, visit_id, Language.EN)
        assert "meeting in the town of Graz" in text
        assert "delegation of" not in text


def test_a_town_is_not_named_again_behind_a_house_that_is_called_after_it():
    town = LocalizedText(de="Kranj (Krainburg)")
    assert joined(LocalizedText(de="Amtsgebäude Kranj"), town).de == "Amtsgebäude Kranj"
    assert joined(LocalizedText(de="Rathaus"), town).de == "Rathaus, Kranj (Krainburg)"
