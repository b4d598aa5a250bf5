"""What is said about a visit: one error, many notes, all in whole sentences."""

from collections.abc import Iterator
from datetime import date, time
from typing import cast

import pytest
import shiboken6
from PySide6.QtCore import QObject

from cabinet_app.domain.people import Person
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import (
    Audience,
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    ProgrammeItem,
    ProgrammeItemStatus,
    Reply,
    Visit,
    VisitStatus,
)
from cabinet_app.gui.delegations import notes, translations
from cabinet_app.gui.delegations.facts import Facts
from cabinet_app.gui.delegations.translations_view import readiness
from cabinet_app.gui.widgets.form import Severity
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.cabinet import Cabinet
from tests.gui.delegations.conftest import Known
from tests.gui.fakes import FakeCabinet, make_context

T = translator(Language.EN)
THURSDAY = date(2016, 2, 25)


@pytest.fixture
def facts(known: Known, cabinet: Cabinet, qapp: object) -> Iterator[Facts]:
    owner = QObject()
    yield Facts(make_context(cast("FakeCabinet", cabinet), T), owner)
    shiboken6.delete(owner)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def said(visit: Visit, facts: Facts, field: str) -> str:
    found = notes.findings_of(visit, facts, T)
    return plain("\n".join(finding.message for finding in found if finding.field == field))


def item(start: str = "", end: str = "", title: str = "Talks", day: date | None = THURSDAY) -> ProgrammeItem:
    return ProgrammeItem(
        day=day,
        starts_at=time.fromisoformat(start) if start else None,
        ends_at=time.fromisoformat(end) if end else None,
        title=same(title),
    )


def programme(*items: ProgrammeItem, first: date = THURSDAY, last: date | None = None) -> list[str]:
    visit = Visit(starts_on=first, ends_on=last or first, programme=list(items))
    return [plain(sentence) for sentence in notes.programme_notes(visit, T)]


def test_an_end_before_the_start_is_the_only_error(facts: Facts) -> None:
    visit = Visit(starts_on=THURSDAY, ends_on=date(2016, 2, 24))
    errors = [item for item in notes.findings_of(visit, facts, T) if item.severity is Severity.ERROR]
    assert [(error.field, plain(error.message)) for error in errors] == [
        ("ends_on", "The end is before the start. Choose 25 Feb 2016 or later.")
    ]


def test_a_visit_without_a_partner_is_noted_until_it_has_one(facts: Facts, known: Known) -> None:
    visit = Visit(starts_on=THURSDAY)
    assert said(visit, facts, "partner_place_id") == "There is no partner town or organization yet."
    visit.partner_organization_id = known.home
    assert not said(visit, facts, "partner_place_id")


def test_a_working_day_needs_no_note(facts: Facts, known: Known) -> None:
    visit = Visit(starts_on=THURSDAY, ends_on=THURSDAY, partner_place_id=known.villach)
    assert notes.findings_of(visit, facts, T) == []


def test_days_of_a_weekend_are_named(facts: Facts) -> None:
    visit = Visit(starts_on=date(2016, 2, 26), ends_on=date(2016, 2, 28))
    assert said(visit, facts, "starts_on") == "Weekend: Saturday 27 Feb, Sunday 28 Feb"


def test_a_holiday_at_home_is_named(facts: Facts) -> None:
    visit = Visit(starts_on=date(2016, 2, 8), ends_on=date(2016, 2, 8))
    assert said(visit, facts, "starts_on").startswith("8 Feb 2016 is a holiday (Slovenia): ")


def test_a_holiday_of_the_partner_counts_as_well(facts: Facts, known: Known) -> None:
    visit = Visit(starts_on=date(2016, 10, 26), ends_on=date(2016, 10, 26))
    assert not said(visit, facts, "starts_on")
    visit.partner_place_id = known.villach
    assert "(Austria)" in said(visit, facts, "starts_on")


def test_the_municipal_holiday_is_ours_alone(facts: Facts) -> None:
    visit = Visit(starts_on=date(2015, 12, 3), ends_on=date(2015, 12, 3))
    assert "(Kranj)" in said(visit, facts, "starts_on")


def test_an_idea_needs_no_date_and_a_planned_visit_does(facts: Facts) -> None:
    assert not said(Visit(status=VisitStatus.IDEA), facts, "starts_on")
    assert said(Visit(), facts, "starts_on") == "There is no date yet."


def test_a_visit_that_was_called_off_is_left_in_peace(facts: Facts) -> None:
    for status in (VisitStatus.CANCELLED, VisitStatus.CONCLUDED):
        assert notes.findings_of(Visit(status=status), facts, T) == []


def test_one_person_responsible_for_two_visits_at_once_is_noted(
    facts: Facts, known: Known, cabinet: Cabinet
) -> None:
    other = Visit(
        title=same("Festival"),
        starts_on=date(2016, 2, 24),
        ends_on=date(2016, 2, 26),
        responsible_id=known.petra,
    )
    cabinet.visits.create(other)
    visit = Visit(starts_on=THURSDAY, ends_on=THURSDAY, responsible_id=known.petra)
    sentence = "This person is also responsible for “Festival” (24–26 Feb 2016)."
    assert said(visit, facts, "responsible_id") == sentence
    visit.starts_on = visit.ends_on = date(2016, 2, 29)
    assert not said(visit, facts, "responsible_id")


def test_a_visit_does_not_clash_with_itself_or_with_one_called_off(
    facts: Facts, known: Known, cabinet: Cabinet
) -> None:
    visit = Visit(starts_on=THURSDAY, responsible_id=known.petra)
    stored = cabinet.visits.create(visit).record
    cabinet.visits.create(Visit(starts_on=THURSDAY, responsible_id=known.petra, status=VisitStatus.CANCELLED))
    assert not said(stored, facts, "responsible_id")


def test_nobody_at_the_head_of_two_guests_is_noted(facts: Facts, known: Known, cabinet: Cabinet) -> None:
    laura = cabinet.people.create(Person(name=cabinet.people.get(known.petra).record.name)).record.id
    guests = Delegation(delegates=[Delegate(person_id=known.petra), Delegate(person_id=laura)])
    visit = Visit(starts_on=THURSDAY, delegations=[guests])
    assert said(visit, facts, "delegations") == "Nobody is marked as the head of the guests."
    guests.delegates[0].role = DelegateRole.HEAD
    assert not said(visit, facts, "delegations")


def test_a_person_on_both_sides_is_noted_unless_one_of_them_declined(facts: Facts, known: Known) -> None:
    guests = Delegation(delegates=[Delegate(person_id=known.petra)])
    hosts = Delegation(side=DelegationSide.HOST, delegates=[Delegate(person_id=known.petra)])
    visit = Visit(starts_on=THURSDAY, delegations=[guests, hosts])
    assert said(visit, facts, "delegations") == "dr. Petra Oberrauner is listed twice."
    hosts.delegates[0].reply = Reply.DECLINED
    assert not said(visit, facts, "delegations")


def test_a_line_without_a_name_is_noted_and_a_placeholder_is_a_name(facts: Facts) -> None:
    delegates = [Delegate(), Delegate(placeholder="interpreter")]
    visit = Visit(starts_on=THURSDAY, delegations=[Delegation(side=DelegationSide.HOST, delegates=delegates)])
    assert said(visit, facts, "delegations") == "1 line has no name."


def test_back_to_back_items_neither_overlap_nor_leave_a_gap() -> None:
    assert programme(item("09:00", "10:30"), item("10:30", "11:30"), item("12:30")) == []


def test_an_overlap_is_told_with_both_titles_and_the_hour() -> None:
    found = programme(item("10:00", "11:00", "Tour"), item("09:00", "10:30", "Talks"))
    assert found == ["“Talks” is not over yet when “Tour” begins at 10:00."]


def test_a_short_item_within_a_long_one_does_not_hide_the_next_overlap() -> None:
    found = programme(
        item("09:00", "12:00", "Fair"), item("09:30", "10:00", "Toast"), item("11:00", "11:30", "Photo")
    )
    assert len(found) == 2
    assert all(sentence.startswith("“Fair”") for sentence in found)


def test_a_gap_of_more_than_an_hour_is_told() -> None:
    assert programme(item("09:00", "10:00"), item("11:30")) == ["Nothing is planned from 10:00 to 11:30."]


def test_the_night_between_two_days_is_no_gap_and_days_are_named() -> None:
    friday = date(2016, 2, 26)
    found = programme(
        item("09:00", "18:00"),
        item("09:00", "10:00", day=friday),
        item("12:00", day=friday),
        last=friday,
    )
    assert found == ["26 Feb Nothing is planned from 10:00 to 12:00."]


def test_items_outside_the_visit_without_title_or_with_hours_reversed_are_told() -> None:
    found = programme(item(title="Dinner", day=date(2016, 2, 26)), item(title=""), item("10:00", "09:00"))
    assert found == [
        "“Dinner” (26 Feb 2016) is outside the days of the visit.",
        "Item 2 has no title.",
        "“Talks” ends before it begins.",
    ]


def test_a_dropped_item_disturbs_nobody() -> None:
    dropped = item("09:00", "12:00", "Fair")
    dropped.status = ProgrammeItemStatus.DROPPED
    assert programme(dropped, item("10:00", "11:00")) == []


def test_no_more_than_five_sentences_stand_under_a_field(facts: Facts) -> None:
    visit = Visit(starts_on=THURSDAY, ends_on=THURSDAY, programme=[item(title="") for _ in range(9)])
    assert said(visit, facts, "programme").count("⚠") == 4


def test_texts_that_miss_a_language_are_listed_where_they_stand() -> None:
    visit = Visit(
        title=LocalizedText("Obisk", "Besuch", ""),
        delegations=[Delegation(delegates=[Delegate(function=LocalizedText(sl="prva podžupanja"))])],
        programme=[item(), ProgrammeItem(title=LocalizedText(sl="Kosilo"))],
    )
    missing = translations.missing_texts(visit, T)
    assert [(text.field, text.languages) for text in missing] == [
        ("title", (Language.EN,)),
        ("delegations[0].delegates[0].function", (Language.DE, Language.EN)),
        ("programme[1].title", (Language.DE, Language.EN)),
    ]
    assert readiness(missing) == "DE 2 · EN 3"


def test_what_only_the_house_reads_needs_no_translation() -> None:
    internal = ProgrammeItem(title=LocalizedText(sl="Priprava"), audience=Audience.INTERNAL)
    dropped = ProgrammeItem(title=LocalizedText(sl="Ogled"), status=ProgrammeItemStatus.DROPPED)
    visit = Visit(notes="Ključi pri varnostniku.", programme=[internal, dropped])
    assert translations.missing_texts(visit, T) == []
    assert readiness(cast("list[translations.MissingText]", [])) == "✓"
