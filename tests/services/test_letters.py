"""Letters made from the register: to the right people, in their language, and taken back as one."""

from datetime import date

import pytest

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Gender, Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.protocol import Letter, LetterKind, LetterStatus
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import Agreement, AgreementEvent, AgreementParty, Instrument
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import (
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    Reply,
    Visit,
    VisitDirection,
    VisitTopic,
)
from cabinet_app.services.letter_writing import LetterWriter, years_since
from cabinet_app.services.letters import CHIP_DRAFTS, CHIP_SENT, LettersOf
from cabinet_app.services.records import ListQuery

TODAY = date(2027, 2, 10)
MAYOR = LocalizedText("županja", "Bürgermeisterin", "Mayor")
DEPUTY = LocalizedText("prva podžupanja", "erste Vizebürgermeisterin", "First Deputy Mayor")


def spaced(text):
    return text.replace("\u00a0", " ")


class Town:
    """A house with its mayor, a partner town and the visit of its deputy mayor."""

    def __init__(self, cabinet):
        self.cabinet = cabinet
        put = self._put
        self.kranj = put(cabinet.places, Place(names=same("Kranj"), native_name="Kranj", country="SI"))
        self.villach = put(
            cabinet.places,
            Place(names=LocalizedText("Beljak", "Villach", "Villach"), native_name="Villach", country="AT"),
        )
        self.home = put(
            cabinet.organizations,
            Organization(names=same("Mestna občina Kranj"), is_home=True, place_id=self.kranj),
        )
        self.maja = self.person("Maja", "Žagar", MAYOR, self.kranj, ["sl"], organization_id=self.home)
        self.petra = self.person("Petra", "Oberrauner", DEPUTY, self.villach, ["de"], title_before="dr.")
        self.driver = self.person("Hans", "Moser", LocalizedText(), self.villach, ["de"])
        self.gone = self.person("Franz", "Huber", LocalizedText(), self.villach, ["de"])
        self.expert = self.person("Kim", "Li", LocalizedText(), self.villach, ["en"], gender=Gender.UNSTATED)

    def _put(self, service, record):
        return service.create(record).record.id

    def person(
        self, given, family, function, place, languages, *, title_before="", gender=Gender.FEMALE, **more
    ):
        return self._put(
            self.cabinet.people,
            Person(
                name=PersonName(given=given, family=family, title_before=title_before),
                gender=gender,
                function=function,
                place_id=place,
                languages=languages,
                **more,
            ),
        )

    def visit(self, direction=VisitDirection.INCOMING):
        partner = DelegationSide.HOST if direction is VisitDirection.OUTGOING else DelegationSide.GUEST
        ours = DelegationSide.GUEST if direction is VisitDirection.OUTGOING else DelegationSide.HOST
        delegates = [
            Delegate(person_id=self.petra, role=DelegateRole.HEAD),
            Delegate(person_id=self.expert),
            Delegate(person_id=self.driver, role=DelegateRole.DRIVER),
            Delegate(person_id=self.gone, reply=Reply.DECLINED),
            Delegate(placeholder="(tolmač)", role=DelegateRole.INTERPRETER),
        ]
        visit = Visit(
            direction=direction,
            title=LocalizedText(sl="Delovni obisk"),
            starts_on=date(2027, 2, 25),
            ends_on=date(2027, 2, 25),
            partner_place_id=self.villach,
            purpose=LocalizedText(sl="Pogovori o {town}", de="Gespräche"),
            topics=[VisitTopic(text=LocalizedText("kultura", "Kultur", "")), VisitTopic(text=same("Sport"))],
            outcomes=LocalizedText(sl="1. Skupni projekt.", de="1. Gemeinsames Projekt."),
            delegations=[
                Delegation(side=partner, delegates=delegates),
                Delegation(side=ours, delegates=[Delegate(person_id=self.maja, role=DelegateRole.HEAD)]),
            ],
        )
        return self.cabinet.visits.create(visit).record


@pytest.fixture
def town(cabinet):
    return Town(cabinet)


@pytest.fixture
def writer(cabinet):
    return LetterWriter(cabinet, TODAY)


def test_a_welcome_is_written_in_the_language_of_the_guest(town, writer):
    letter = writer.for_visit(LetterKind.WELCOME, town.visit(), town.petra)
    assert letter.language is Language.DE
    assert letter.salutation == "Sehr geehrte Frau Vizebürgermeisterin,"
    assert spaced(letter.subject) == "Ihr Besuch am Donnerstag, dem 25. Februar 2027"
    assert "Zweck des Besuchs: Gespräche. Gesprächsthemen: Kultur und Sport." in letter.body
    assert letter.recipient.splitlines() == [
        "Frau",
        "Dr. Petra Oberrauner",
        "Erste Vizebürgermeisterin",
        "Villach",
        "ÖSTERREICH",
    ]
    assert (letter.signatory, letter.signatory_function) == ("Maja Žagar", "Bürgermeisterin")


def test_the_town_is_never_declined_and_typed_braces_stay(town, writer):
    letter = writer.for_visit(LetterKind.THANKS, town.visit(), town.petra, Language.SL)
    assert "med našo občino in mestom Beljak." in letter.body
    assert "o naslednjem:\n1. Skupni projekt." in letter.body
    welcome = writer.for_visit(LetterKind.WELCOME, town.visit(), town.petra, Language.SL)
    assert "Pogovori o {town}." in welcome.body


def test_hosts_abroad_are_thanked_for_their_hospitality(town, writer):
    letter = writer.for_visit(LetterKind.THANKS, town.visit(VisitDirection.OUTGOING), town.petra)
    assert letter.subject == "Dank für Ihre Gastfreundschaft"


def test_a_fact_without_a_text_in_the_language_is_left_out(town, writer):
    letter = writer.for_visit(LetterKind.WELCOME, town.visit(), town.expert)
    assert letter.language is Language.EN
    assert "Purpose" not in letter.body
    assert "Topics of the talks: Sport." in letter.body
    assert letter.salutation == "Dear Kim Li,"


def test_everybody_who_comes_for_the_matter_gets_a_letter_once(town, writer, cabinet):
    visit = town.visit()
    letters = writer.for_all_guests(LetterKind.THANKS, visit)
    assert [letter.addressee_id for letter in letters] == [town.petra, town.expert]
    cabinet.letters.create_all(letters)
    assert writer.for_all_guests(LetterKind.THANKS, visit) == []
    assert len(writer.for_all_guests(LetterKind.WELCOME, visit)) == 2


def test_many_letters_are_one_step_that_is_taken_back_as_one(town, writer, cabinet):
    visit = town.visit()
    ids = cabinet.letters.create_all(writer.for_all_guests(LetterKind.THANKS, visit))
    assert [letter.id for letter in cabinet.letters.of_visit(visit.id)] == ids
    cabinet.undo.undo()
    assert cabinet.letters.of_visit(visit.id) == []


def test_a_letter_is_kept_as_it_was_edited(town, writer, cabinet):
    letter = writer.for_visit(LetterKind.WELCOME, town.visit(), town.petra)
    letter.body = "Moje besede.\n\nDrugi odstavek."
    stored = cabinet.letters.create(letter)
    assert cabinet.letters.get(stored.record.id).record.body == "Moje besede.\n\nDrugi odstavek."


def test_another_language_begins_the_letter_anew_and_keeps_what_is_about_the_paper(town, writer, cabinet):
    letter = writer.for_visit(LetterKind.WELCOME, town.visit(), town.petra)
    letter.our_reference, letter.written_on = "900-1/2027", date(2027, 2, 1)
    letter = cabinet.letters.create(letter).record
    other = writer.reworded(letter, Language.EN)
    assert (other.id, other.our_reference, other.written_on) == (letter.id, "900-1/2027", date(2027, 2, 1))
    assert other.salutation == "Dear Deputy Mayor,"


@pytest.fixture
def agreement(town, cabinet):
    made = Agreement(
        title=LocalizedText(sl="Listina o pobratenju", de="Partnerschaftsurkunde"),
        instrument=Instrument.TWINNING_CHARTER,
        parties=[AgreementParty(place_id=town.kranj), AgreementParty(place_id=town.villach)],
        events=[AgreementEvent(happened_on=VagueDate("1997~"))],
    )
    return cabinet.agreements.create(made).record


def test_a_congratulation_counts_the_years_from_the_signing(town, writer, agreement):
    letter = writer.for_agreement(LetterKind.CONGRATULATION, agreement, town.petra)
    assert years_since(agreement, TODAY) == 30
    assert letter.subject == "Glückwunsch zum 30. Jahrestag der Städtepartnerschaft"
    assert "der Stadt Villach" in letter.body


def test_an_agreement_that_is_no_twinning_is_named(town, writer, agreement):
    agreement.instrument = Instrument.MEMORANDUM
    german = writer.for_agreement(LetterKind.CONGRATULATION, agreement, town.petra)
    assert "des Dokuments »Partnerschaftsurkunde«" in german.body
    english = writer.for_agreement(LetterKind.CONGRATULATION, agreement, town.petra, Language.EN)
    assert english.subject == "Congratulations on the 30th anniversary"
    assert "“" not in english.body


def test_a_signing_of_no_known_year_is_no_anniversary(town, writer, agreement):
    agreement.events = []
    assert years_since(agreement, TODAY) == 0
    assert "obletnic" not in writer.for_agreement(LetterKind.CONGRATULATION, agreement, town.maja).body


def test_the_list_shows_addressees_and_is_narrowed_to_one_visit(town, writer, cabinet):
    visit = town.visit()
    mine = cabinet.letters.create_all(writer.for_all_guests(LetterKind.THANKS, visit))
    other = cabinet.letters.create(Letter(recipient="Mesto Rivoli\nRivoli", subject="Vabilo")).record.id
    query = ListQuery(Language.SL, TODAY)
    assert set(cabinet.letters.ids(query)) == {*mine, other}
    assert set(LettersOf(cabinet.letters, visit_id=visit.id).ids(query)) == set(mine)
    rows = cabinet.letters.rows([mine[0], other], Language.SL)
    assert [row.addressee for row in rows] == ["dr. Petra Oberrauner", "Mesto Rivoli"]


def test_letters_are_found_by_their_addressee_and_by_whether_they_were_sent(town, writer, cabinet):
    visit = town.visit()
    first, second = cabinet.letters.create_all(writer.for_all_guests(LetterKind.THANKS, visit))
    sent = cabinet.letters.get(second)
    sent.record.status, sent.record.sent_on = LetterStatus.SENT, TODAY
    cabinet.letters.update(sent.record, sent.version)
    assert cabinet.letters.ids(ListQuery(Language.SL, TODAY, "oberrauner")) == [first]
    assert cabinet.letters.ids(ListQuery(Language.SL, TODAY, chips=frozenset({CHIP_SENT}))) == [second]
    assert cabinet.letters.ids(ListQuery(Language.SL, TODAY, chips=frozenset({CHIP_DRAFTS}))) == [first]
    for column in ("addressee", "kind", "subject", "status"):
        assert len(cabinet.letters.ids(ListQuery(Language.SL, TODAY, sort=column))) == 2
