"""From the register to paper: what the services hold is printed, and nothing more on a guests' copy."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from cabinet_app.domain.bodies import Classification, Organization
from cabinet_app.domain.cadence import CadenceRule, WindowStatus
from cabinet_app.domain.meetings import Meeting, MeetingBody, MeetingKind, MeetingStatus, Visibility
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Gender, Person
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.domain.protocol import Letter
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementParty,
    AgreementStatus,
    ClaimedDate,
    Instrument,
    Partnership,
    PartnershipKind,
    PartnershipStatus,
    Verification,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import (
    Audience as ItemAudience,
)
from cabinet_app.domain.visits import (
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    ProgrammeItem,
    Reply,
    Visit,
    VisitTopic,
)
from cabinet_app.errors import FieldRequired, RecordNotFound
from cabinet_app.reports.catalog import (
    LANGUAGES,
    REPORTS,
    compose,
    draw,
    home_names,
    report_kind,
    write_report,
)
from cabinet_app.reports.file_names import ascii_name
from cabinet_app.reports.findings import FindingKind
from cabinet_app.reports.house import Orientation, Paper, house_style
from cabinet_app.reports.options import Audience, Option, ReportOptions
from cabinet_app.settings import Municipality

NOW = datetime(2021, 11, 25, 10, 5)
OPTIONS = ReportOptions(NOW, first=date(2021, 12, 1))


@pytest.fixture
def kranj(cabinet):
    town = cabinet.places.create(Place(names=same("Kranj"), native_name="Kranj", country="SI")).record
    names = LocalizedText("Mestna občina Kranj", "Stadtgemeinde Kranj", "City Municipality of Kranj")
    home = cabinet.organizations.create(Organization(names=names, place_id=town.id, is_home=True)).record
    return town, home


@pytest.fixture
def villach(cabinet):
    names = LocalizedText("Beljak", "Villach", "Villach")
    return cabinet.places.create(Place(names=names, native_name="Villach", country="AT")).record


@pytest.fixture
def visit(cabinet, kranj, villach):
    town, home = kranj
    hall = cabinet.places.create(
        Place(names=LocalizedText("dvorana", "Saal", "hall"), kind=PlaceKind.VENUE, parent_id=town.id)
    ).record
    guest = cabinet.people.create(
        Person(name=PersonName("dr.", "Petra", "Oberrauner"), gender=Gender.FEMALE)
    ).record
    officer = cabinet.people.create(
        Person(name=PersonName(given="Žiga", family="Zupančič"), phone="040 999", email="z@example.si")
    ).record
    delegates = [
        Delegate(
            person_id=guest.id,
            role=DelegateRole.HEAD,
            function=LocalizedText("prva podžupanja", "erste Vizebürgermeisterin", "First Deputy Mayor"),
            notes="brez glutena",
        ),
        Delegate(placeholder="(tolmačka)", role=DelegateRole.INTERPRETER, reply=Reply.DECLINED),
    ]
    items = [
        ProgrammeItem(day=date(2016, 2, 25), starts_at=time(11), title=same("Ogled"), place_id=hall.id),
        ProgrammeItem(
            day=date(2016, 2, 25), starts_at=time(9), title=same("Pozdrav"), internal_notes="darilo"
        ),
        ProgrammeItem(title=same("Nočni ogled")),
        ProgrammeItem(
            day=date(2016, 2, 25), starts_at=time(8), title=same("Priprava"), audience=ItemAudience.INTERNAL
        ),
    ]
    return cabinet.visits.create(
        Visit(
            starts_on=date(2016, 2, 25),
            ends_on=date(2016, 2, 25),
            partner_place_id=villach.id,
            host_organization_id=home.id,
            responsible_id=officer.id,
            revision=1,
            notes="skrivnost",
            topics=[VisitTopic(text=same("gospodarstvo"))],
            delegations=[Delegation(side=DelegationSide.GUEST, place_id=villach.id, delegates=delegates)],
            programme=items,
        )
    ).record


def paper(cabinet, kind_id, options, language=Language.SL):
    return compose(report_kind(kind_id), options, language, cabinet)


def test_a_programme_holds_all_of_the_visit_in_the_order_of_the_hours(cabinet, visit):
    data = paper(cabinet, "programme", replace(OPTIONS, record_id=visit.id, audience=Audience.INTERNAL))
    assert [day.day for day in data.days] == [date(2016, 2, 25), None]
    assert [entry.title.sl for entry in data.days[0].entries] == ["Priprava", "Pozdrav", "Ogled"]
    assert data.days[0].entries[2].place.sl == "dvorana, Kranj"
    assert data.contact == ("040 999", "z@example.si")
    assert data.sides[0].people[0].name == "dr. Petra Oberrauner"


def test_the_data_of_a_guests_copy_hold_no_secret_at_all(cabinet, visit):
    data = paper(cabinet, "programme", replace(OPTIONS, record_id=visit.id))
    everything = repr(data)
    for secret in ("040 999", "z@example.si", "brez glutena", "darilo", "skrivnost", "Priprava", "tolmačka"):
        assert secret not in everything


def test_a_programme_without_a_visit_asks_for_it(cabinet):
    with pytest.raises(FieldRequired):
        paper(cabinet, "programme", OPTIONS)


def test_an_unknown_visit_is_refused(cabinet):
    with pytest.raises(RecordNotFound):
        paper(cabinet, "programme", replace(OPTIONS, record_id=12345))


def test_the_register_names_partners_and_leaves_the_house_out(cabinet, kranj, villach):
    town, _home = kranj
    cabinet.partnerships.create(
        Partnership(place_id=villach.id, kind=PartnershipKind.TWINNING, status=PartnershipStatus.ACTIVE)
    )
    cabinet.agreements.create(
        Agreement(
            title=LocalizedText("Listina", "Urkunde", "Charter"),
            instrument=Instrument.COOPERATION_CHARTER,
            status=AgreementStatus.IN_FORCE,
            parties=[AgreementParty(place_id=town.id), AgreementParty(place_id=villach.id)],
            events=[
                AgreementEvent(
                    happened_on=VagueDate("2008-07-25"),
                    claimed_dates=[ClaimedDate(happened_on=VagueDate("2008"), claim="časopis")],
                )
            ],
            verified=Verification.YES,
        )
    )
    data = paper(cabinet, "agreements", replace(OPTIONS, audience=Audience.INTERNAL))
    assert [partner.names.sl for partner in data.agreements[0].partners] == ["Beljak"]
    assert data.agreements[0].acts[0].claims[0].words.sl == "časopis"
    assert "časopis" not in repr(paper(cabinet, "agreements", OPTIONS))


def test_unverified_records_are_out_of_the_public_register_and_counted(cabinet, villach):
    cabinet.partnerships.create(Partnership(place_id=villach.id, verified=Verification.NO))
    assert not paper(cabinet, "agreements", OPTIONS).towns
    report = write_report(
        report_kind("agreements"), OPTIONS, Language.SL, house_style(Municipality()), cabinet
    )
    assert [finding.kind for finding in report.findings] == [FindingKind.ROWS_LEFT_OUT]


@pytest.fixture
def meetings(cabinet, kranj):
    body = cabinet.organizations.create(
        Organization(
            names=LocalizedText("Komisija", "Kommission", "Commission"),
            classification=Classification.COMMISSION,
        )
    ).record

    def add(day, **options):
        start = datetime(2021, 12, day, 17)
        return cabinet.meetings.create(
            Meeting(starts_at=start, bodies=[MeetingBody(organization_id=body.id)], **options)
        ).record

    add(14, number="2", kind=MeetingKind.ORDINARY)
    add(15, title=same("Interno"), visibility=Visibility.INTERNAL)
    add(16, title=same("Odpadlo"), status=MeetingStatus.CANCELLED)
    return body


def test_the_calendar_holds_the_months_meetings_and_visits(cabinet, meetings, villach):
    cabinet.visits.create(
        Visit(starts_on=date(2021, 11, 30), ends_on=date(2021, 12, 2), partner_place_id=villach.id)
    )
    data = paper(cabinet, "calendar-month", replace(OPTIONS, audience=Audience.INTERNAL))
    assert [entry.starts_at.day for entry in data.entries] == [30, 14, 15, 16]
    assert data.months == ((2021, 12),)
    assert [entry.cancelled for entry in data.entries] == [False, False, False, True]


def test_the_calendar_for_guests_leaves_out_what_is_internal_or_called_off(cabinet, meetings):
    assert [entry.starts_at.day for entry in paper(cabinet, "calendar-month", OPTIONS).entries] == [14]


def test_a_numbered_session_without_a_title_is_named_by_number_kind_and_body(cabinet, meetings, words):
    entry = paper(cabinet, "calendar-month", OPTIONS).entries[0]
    assert "2" in entry.title.sl
    assert entry.title.sl.endswith("– Komisija")


def test_the_german_calendar_also_knows_the_austrian_holidays(cabinet, kranj):
    german = paper(cabinet, "calendar-month", OPTIONS, Language.DE).holidays
    slovenian = paper(cabinet, "calendar-month", OPTIONS, Language.SL).holidays
    assert "Mariä Empfängnis" in [holiday.name.de for holiday in german]
    assert "Mariä Empfängnis" not in [holiday.name.de for holiday in slovenian]
    assert [holiday.day.day for holiday in slovenian] == [3, 25, 26]


def test_a_choice_of_groups_shows_only_their_meetings_and_says_so(cabinet, meetings, villach):
    cabinet.visits.create(Visit(starts_on=date(2021, 12, 2), partner_place_id=villach.id))
    data = paper(cabinet, "calendar-month", replace(OPTIONS, groups=(meetings.id,)))
    assert [entry.starts_at.day for entry in data.entries] == [14]
    assert data.filters[0].sl == "Komisija"


def test_three_months_are_three_months(cabinet):
    data = paper(cabinet, "calendar-month", replace(OPTIONS, first=date(2021, 11, 30), last=date(2022, 1, 1)))
    assert data.months == ((2021, 11), (2021, 12), (2022, 1))


def test_the_board_judges_the_year_of_the_period(cabinet, meetings):
    group = cabinet.organizations.create(
        Organization(
            names=same("Skupina"),
            classification=Classification.WORKING_GROUP,
            cadence_rules=[CadenceRule(valid_from=date(2016, 2, 25), recess_months=[8])],
        )
    ).record
    for month, day in ((3, 10), (5, 2)):
        cabinet.meetings.create(
            Meeting(
                title=same("Sestanek"),
                starts_at=datetime(2016, month, day, 9),
                status=MeetingStatus.HELD,
                bodies=[MeetingBody(organization_id=group.id)],
            )
        )
    data = paper(cabinet, "cadence", ReportOptions(datetime(2016, 6, 10, 8), first=date(2016, 6, 1)))
    (row,) = data.rows
    status = {cell.first: cell.status for cell in row.cells}
    assert status[2] is WindowStatus.NOT_REQUIRED
    assert status[3] is WindowStatus.MET
    assert status[4] is WindowStatus.BREACHED
    assert status[8] is WindowStatus.EXEMPT
    assert row.deadline == date(2016, 6, 30)


def test_a_german_calendar_has_a_name_that_any_mail_takes(cabinet, words, house):
    kind = report_kind("calendar-month")
    data = compose(kind, OPTIONS, Language.DE, cabinet)
    assert (
        draw(kind, data, OPTIONS, Language.DE, house, words(Language.DE)).name
        == "2021-12_Terminkalender_de.pdf"
    )


def test_a_programme_is_named_by_day_town_and_audience(cabinet, visit, words, house):
    kind = report_kind("programme")
    options = replace(OPTIONS, record_id=visit.id, audience=Audience.INTERNAL)
    data = compose(kind, options, Language.SL, cabinet)
    assert draw(kind, data, options, Language.SL, house, words(Language.SL)).name == (
        "2016-02-25_program_Beljak_interno_sl.pdf"
    )


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Žirovnica / Đakovo", "Zirovnica-Dakovo"),
        ("Größwang", "Grosswang"),
        ("../../etc/passwd", "etc-passwd"),
        ("张家口", "print"),
        ("a_ _b", "a__b"),
    ],
)
def test_file_names_are_plain_ascii(typed, name):
    assert ascii_name(typed) == name


@pytest.mark.parametrize("kind_id", list(REPORTS))
def test_an_empty_register_prints_in_every_language_on_every_paper(cabinet, visit, kranj, kind_id):
    kind = REPORTS[kind_id]
    records = {
        "": lambda: None,
        "visit": lambda: visit.id,
        "organization": lambda: kranj[1].id,
        "partnership": lambda: cabinet.partnerships.create(Partnership()).record.id,
        "agreement": lambda: cabinet.agreements.create(Agreement(party_count=2)).record.id,
        "letter": lambda: cabinet.letters.create(Letter()).record.id,
    }
    record_id = records[kind.record_type]()
    for language in LANGUAGES:
        for sheet in Paper if kind.offers(Option.PAPER) else [Paper.A4]:
            options = replace(OPTIONS, record_id=record_id, paper=sheet, orientation=Orientation.PORTRAIT)
            report = write_report(kind, options, language, house_style(Municipality()), cabinet)
            assert report.data.startswith(b"%PDF")
            printed_in = Language.SL if kind.language_of else language
            assert report.name.endswith(f"_{printed_in.value}.pdf")
            assert report.name.isascii()


def test_every_kind_has_words_for_its_title(words):
    for kind in REPORTS.values():
        assert words(Language.SL).gettext(kind.title) != kind.title
        assert kind.offers(Option.RECORD) == bool(kind.record_type)


def test_the_house_is_the_settings_or_the_registers_own(cabinet, kranj):
    assert house_style(Municipality(), home_names(cabinet)).municipality.de == "Stadtgemeinde Kranj"
    named = Municipality(names=same("Občina"), arms_image="/does/not/exist.png")
    assert house_style(named, home_names(cabinet)).municipality.sl == "Občina"
    assert house_style(named).arms is None


def test_naming_a_print_loads_no_reportlab():
    import subprocess
    import sys

    code = (
        "import sys, cabinet_app.reports.catalog; sys.exit(bool({'reportlab', 'pikepdf'} & {*sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_programme_of_one_delegation_names_no_holiday_of_another(cabinet):
    places = [cabinet.places.create(Place(names=same(code), country=code)).record.id for code in ("GB", "FR")]
    new_year = date(2027, 1, 1)
    visit = Visit(
        starts_on=new_year,
        ends_on=new_year,
        partner_place_id=places[0],
        delegations=[Delegation(side=DelegationSide.GUEST, place_id=place) for place in places],
        programme=[ProgrammeItem(day=new_year, title=same("Odhod"))],
    )
    stored = cabinet.visits.create(visit).record
    french = stored.delegations[1].id
    told = {
        chosen: {
            holiday.country
            for day in paper(
                cabinet, "programme", replace(OPTIONS, record_id=stored.id, delegation_id=chosen)
            ).days
            for holiday in day.holidays
        }
        for chosen in (None, french)
    }
    assert told[None] >= {"GB", "FR"}
    assert told[french] >= {"FR"}
    assert "GB" not in told[french]
