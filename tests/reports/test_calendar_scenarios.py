"""The wall calendar of December 2021 and the list of a week, from the register to the file."""

import re
from datetime import date, datetime, timedelta

import pypdfium2
import pytest

from cabinet_app.domain.bodies import Classification, Membership, Organization
from cabinet_app.domain.meetings import Meeting, MeetingBody, MeetingKind, Visibility
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import Visit, VisitDirection, VisitStatus
from cabinet_app.reports.catalog import compose, draw, report_kind
from cabinet_app.reports.house import Orientation, Paper
from cabinet_app.reports.options import Audience, ReportOptions

NOW = datetime(2021, 11, 25, 10, 5)
A3 = (1191, 842)


@pytest.fixture
def mayor(cabinet):
    return cabinet.people.create(Person(name=PersonName(given="Vida", family="Zupan"))).record.id


@pytest.fixture
def december(cabinet, mayor):
    """Forty entries: two historical ones, nine on the 16th, one over three days, one for the house only."""
    kranj = cabinet.places.create(Place(names=same("Kranj"), native_name="Kranj", country="SI")).record.id
    cabinet.organizations.create(
        Organization(names=same("Mestna občina Kranj"), is_home=True, place_id=kranj)
    )
    commission = cabinet.organizations.create(
        Organization(
            names=LocalizedText("Komisija", "Kommission", "Commission"),
            classification=Classification.COMMISSION,
        )
    ).record.id
    villach = cabinet.places.create(
        Place(names=LocalizedText("Beljak", "Villach", "Villach"), country="AT")
    ).record.id
    body = [MeetingBody(organization_id=commission)]

    def meet(start: datetime, title: LocalizedText, **values):
        kept = {"ends_at": start + timedelta(hours=1), "chair_id": mayor, "visibility": Visibility.PUBLIC}
        cabinet.meetings.create(Meeting(starts_at=start, title=title, **(kept | values)))

    signing = LocalizedText(
        "Podpis listine na daljavo", "Unterzeichnung der Urkunde", "Signing of the charter"
    )
    meet(datetime(2021, 12, 13, 9), signing)
    session = {"number": "2", "kind": MeetingKind.ORDINARY, "ends_at": datetime(2021, 12, 14, 17, 18)}
    meet(datetime(2021, 12, 14, 17), LocalizedText(), bodies=body, **session)
    staff = LocalizedText("Kadrovske zadeve", "Personalfragen", "Staff matters")
    meet(datetime(2021, 12, 15, 12), staff, visibility=Visibility.INTERNAL)
    for number in range(9):
        meet(datetime(2021, 12, 16, 8 + number), same(f"Dogodek {number:03}"))
    for number in range(27):
        day = [1, 2, 3, 6, 9, 10, 13, 14, 15, 17, 20, 21, 22, 23][number % 14]
        meet(datetime(2021, 12, day, 8 + number % 9), same(f"Dogodek {100 + number}"))
    cabinet.visits.create(
        Visit(
            partner_place_id=villach,
            starts_on=date(2021, 12, 7),
            ends_on=date(2021, 12, 9),
            status=VisitStatus.CONFIRMED,
        )
    )
    return cabinet


@pytest.fixture
def printed(cabinet, words, house):
    def make(kind_id, language, **values):
        options = ReportOptions(NOW, **values)
        kind = report_kind(kind_id)
        data = compose(kind, options, language, cabinet)
        report = draw(kind, data, options, language, house, words(language))
        document = pypdfium2.PdfDocument(report.data)
        pages = [
            " ".join(page.get_textpage().get_text_bounded().replace("\u00a0", " ").split())
            for page in document
        ]
        size = tuple(round(side) for side in document[0].get_size())
        document.close()
        return report, pages, size

    return make


WALL = {"first": date(2021, 12, 1), "paper": Paper.A3, "orientation": Orientation.LANDSCAPE}


def test_the_wall_calendar_in_slovenian_for_the_house(december, printed):
    report, pages, size = printed("calendar-month", Language.SL, audience=Audience.INTERNAL, **WALL)
    (text,) = pages
    assert (report.name, size) == ("2021-12_koledar_interno_sl.pdf", A3)
    assert "december 2021" in text
    assert text.index("ponedeljek") < text.index("nedelja")
    for week in range(48, 53):
        assert re.search(rf"\b{week}\b", text)
    for words in (
        "praznik Mestne občine Kranj",
        "božič",
        "dan samostojnosti in enotnosti",
        "Kadrovske zadeve",
    ):
        assert words in text
    assert "brezmadežno" not in text, "the feast of the partner is named for the partner's readers only"
    assert len(set(re.findall(r"Dogodek \d{3}", text))) == 36


def test_the_wall_calendar_in_german_for_the_partner(december, printed):
    report, pages, size = printed("calendar-month", Language.DE, **WALL)
    (text,) = pages
    assert (report.name, size) == ("2021-12_Terminkalender_de.pdf", A3)
    for words in ("Dezember 2021", "Mariä Empfängnis (AT)", "Unterzeichnung der Urkunde", "ohne interne"):
        assert words in text
    assert "Personalfragen" not in text
    assert text.count("Villach") >= 1
    assert len(set(re.findall(r"Dogodek \d{3}", text))) == 36


def test_a_day_that_is_too_full_counts_the_rest_and_says_where_it_stands(cabinet, printed):
    for number in range(60):
        start = datetime(2021, 12, 16, 8) + timedelta(minutes=number)
        cabinet.meetings.create(
            Meeting(starts_at=start, title=same(f"Dogodek {number:03}"), visibility=Visibility.PUBLIC)
        )
    _report, (front, *behind), _size = printed("calendar-month", Language.SL, first=date(2021, 12, 1))
    told = re.search(r"\+ (\d+) dogod\w+, glej str. 2", front)
    assert told
    shown, listed = (set(re.findall(r"Dogodek \d{3}", text)) for text in (front, " ".join(behind)))
    assert len(shown) + int(told[1]) == 60
    assert len(shown | listed) == 60


@pytest.fixture
def clashing(cabinet, mayor):
    """Two meetings in one room, a third end to end, and a journey of the mayor on Thursday."""
    room = cabinet.places.create(Place(names=same("Soba 14"), kind=PlaceKind.ROOM)).record.id
    town = cabinet.places.create(Place(names=same("Amberg"), country="DE")).record.id
    seat = [Membership(person_id=mayor)]
    council = cabinet.organizations.create(Organization(names=same("Svet"), memberships=seat)).record.id

    def meet(start, end, title, **values):
        first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
        cabinet.meetings.create(Meeting(title=same(title), starts_at=first, ends_at=last, **values))

    meet("2021-12-14T10:00", "2021-12-14T11:00", "Kolegij", place_id=room, chair_id=mayor)
    meet("2021-12-14T10:30", "2021-12-14T12:00", "Sprejem", place_id=room)
    meet("2021-12-14T12:00", "2021-12-14T13:00", "Zdravica", place_id=room)
    council_meets = {"bodies": [MeetingBody(organization_id=council)], "chair_id": mayor, "place_id": room}
    meet("2021-12-16T09:00", "2021-12-16T10:00", "Seja", **council_meets)
    day = date(2021, 12, 16)
    journey = Visit(
        direction=VisitDirection.OUTGOING,
        partner_place_id=town,
        status=VisitStatus.CONFIRMED,
        starts_on=day,
        ends_on=day,
        responsible_id=mayor,
    )
    cabinet.visits.create(journey)
    return cabinet


@pytest.mark.parametrize("kind", ["calendar-agenda", "calendar-week"])
def test_the_week_names_what_collides_and_as_a_list_it_takes_one_sheet(clashing, printed, kind):
    days = {"first": date(2021, 12, 13), "last": date(2021, 12, 19)}
    _report, pages, _size = printed(kind, Language.SL, audience=Audience.INTERNAL, **days)
    assert kind == "calendar-week" or len(pages) == 1
    text = pages[0]
    assert "teden 50" in text
    assert "isti prostor: Soba 14" in text
    assert "Vida Zupan" in text
    assert not re.search(r"Zdravica \(12\.00–13\.00\)[^:]*: isti prostor", text), "end to end is no clash"
    assert "isti prostor" not in " ".join(printed(kind, Language.SL, **days)[1])


def test_a_person_narrows_the_print_and_is_named(clashing, mayor, printed):
    days = {"first": date(2021, 12, 13), "last": date(2021, 12, 19), "audience": Audience.INTERNAL}
    text = printed("calendar-agenda", Language.SL, person_id=mayor, **days)[1][0]
    assert "Kolegij" in text
    assert "Zdravica" not in text
    assert "Prikazano: Vida Zupan" in text


def test_a_day_is_enough_to_choose_its_week_quarter_or_year(cabinet, printed):
    days = {
        "calendar-week": "2021-W50_koledar",
        "calendar-planner": "2021-W50_",
        "calendar-agenda": "2021-W50_",
        "calendar-quarter": "2021-10_2021-12_koledar",
        "calendar-year": "2021_koledar",
    }
    names = {kind: printed(kind, Language.SL, first=date(2021, 12, 15))[0].name for kind in days}
    assert all(names[kind].startswith(begin) for kind, begin in days.items())
    assert len(set(names.values())) == len(days), "no file takes the place of another"


def test_private_entries_are_busy_on_our_print_and_nowhere_else(cabinet, printed):
    cabinet.meetings.create(
        Meeting(
            starts_at=datetime(2021, 12, 14, 9), title=same("Zobozdravnik"), visibility=Visibility.PRIVATE
        )
    )
    ours = printed("calendar-month", Language.SL, audience=Audience.INTERNAL, **WALL)[1][0]
    assert "zasedeno" in ours
    assert "Zobozdravnik" not in ours
    assert "zasebni vnosi le kot »zasedeno«" in ours
    assert "zasedeno" not in printed("calendar-month", Language.SL, **WALL)[1][0]
