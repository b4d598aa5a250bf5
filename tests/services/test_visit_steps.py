"""Moving a visit with all that hangs on it, filling it from a template, old words."""

from datetime import date, datetime, time

import pytest

from cabinet_app.domain.tasks import Task, TaskAnchor
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import (
    Booking,
    Delegate,
    Delegation,
    ProgrammeItem,
    TravelLeg,
    Visit,
    VisitDirection,
    VisitKind,
)
from cabinet_app.errors import Conflict, EndsBeforeStart
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.visit_translations import Origin
from cabinet_app.services.visits import Revised

THURSDAY, FRIDAY = date(2027, 2, 25), date(2027, 2, 26)
MONDAY = date(2027, 3, 1)


def stored(cabinet: Cabinet, **values: object) -> Visit:
    given = {"title": same("Reception"), "starts_on": THURSDAY, "ends_on": THURSDAY} | values
    return cabinet.visits.create(Visit(**given)).record  # type: ignore[arg-type] # fields of a visit


def full_visit(cabinet: Cabinet) -> Visit:
    leg = TravelLeg(happens_at=datetime(2027, 2, 24, 22, 15))
    visit = stored(
        cabinet,
        programme=[ProgrammeItem(day=THURSDAY, starts_at=time(9), title=same("Talks"))],
        bookings=[Booking(name="minibus", starts_at=datetime(2027, 2, 25, 8))],
        delegations=[Delegation(delegates=[Delegate(legs=[leg])])],
    )
    tasks = [
        Task(title=same("Book"), offset_days=-10),
        Task(title=same("Thank"), offset_days=3, anchor=TaskAnchor.VISIT_END),
        Task(title=same("Ring"), due_on=THURSDAY),
    ]
    cabinet.tasks.create_for_visit(visit.id, tasks)
    return visit


def due_days(cabinet: Cabinet, visit: Visit) -> dict[str, date | None]:
    return {each.record.title.en: each.record.due_on for each in cabinet.tasks.of_visit(visit.id)}


def test_thursdays_reception_moves_to_friday_with_everything_and_one_undo_brings_it_back(
    cabinet: Cabinet,
) -> None:
    visit = full_visit(cabinet)
    before, tasks_before = cabinet.visits.get(visit.id).record, due_days(cabinet, visit)
    told = Revised(THURSDAY, LocalizedText(sl="prestavljeno"))
    after = cabinet.visits.move(visit, 1, FRIDAY, revised=told).record
    assert (after.starts_on, after.ends_on, after.revision, after.revised_on) == (FRIDAY, FRIDAY, 1, THURSDAY)
    assert (after.programme[0].day, after.programme[0].starts_at) == (FRIDAY, time(9))
    assert after.bookings[0].starts_at == datetime(2027, 2, 26, 8)
    assert after.delegations[0].delegates[0].legs[0].happens_at == datetime(2027, 2, 25, 22, 15)
    assert due_days(cabinet, visit) == {
        "Book": date(2027, 2, 16),
        "Thank": date(2027, 3, 1),
        "Ring": THURSDAY,
    }
    cabinet.undo.undo()
    assert cabinet.visits.get(visit.id).record == before
    assert due_days(cabinet, visit) == tasks_before


def test_a_visit_is_not_moved_over_the_change_of_a_colleague(cabinet: Cabinet) -> None:
    visit = full_visit(cabinet)
    changed = cabinet.visits.get(visit.id).record
    changed.notes = "meanwhile"
    cabinet.visits.update(changed, 1)
    with pytest.raises(Conflict):
        cabinet.visits.move(visit, 1, FRIDAY)
    assert due_days(cabinet, visit)["Book"] == date(2027, 2, 15)


def test_a_visit_cannot_end_before_it_begins(cabinet: Cabinet) -> None:
    visit = full_visit(cabinet)
    with pytest.raises(EndsBeforeStart):
        cabinet.visits.move(visit, 1, FRIDAY, THURSDAY)


def test_the_shipped_templates_are_complete_in_three_languages(cabinet: Cabinet) -> None:
    templates = cabinet.visit_templates.shipped()
    assert [(each.direction, each.kind) for each in templates] == [
        (VisitDirection.INCOMING, VisitKind.WORKING),
        (VisitDirection.INCOMING, VisitKind.OFFICIAL),
        (VisitDirection.INCOMING, VisitKind.COURTESY),
        (VisitDirection.INCOMING, VisitKind.OFFICIAL),
        (VisitDirection.OUTGOING, VisitKind.OFFICIAL),
    ]
    for template in templates:
        texts = [template.names, *(item.title for item in template.items)]
        texts += [item.description for item in template.items] + [task.title for task in template.tasks]
        assert [text for text in texts if text.missing()] == []
        assert template.items
        offsets = [task.offset_days for task in template.tasks]
        assert min(offsets) < 0 < max(offsets)
        assert -60 <= min(offsets) <= max(offsets) <= 7
        hours = [(item.day, item.starts_at) for item in template.items]
        assert hours == sorted(hours, key=lambda pair: (pair[0], pair[1] or time.min))


def test_a_template_fills_programme_and_checklist_in_one_step(cabinet: Cabinet) -> None:
    visit = stored(cabinet, programme=[ProgrammeItem(day=THURSDAY, title=same("Mass"))])
    template = cabinet.visit_templates.shipped()[0]
    told = cabinet.visit_templates.fill(visit, 1, template)
    assert (told.items, told.tasks) == (len(template.items), len(template.tasks))
    found = cabinet.visits.get(visit.id).record
    assert [item.title.en for item in found.programme][:2] == ["Mass", "Setting up the hall, flags and sound"]
    assert {item.day for item in found.programme} == {THURSDAY}
    assert due_days(cabinet, visit)["Book interpretation"] == date(2027, 2, 4)
    cabinet.undo.undo()
    assert len(cabinet.visits.get(visit.id).record.programme) == 1
    assert cabinet.tasks.of_visit(visit.id) == []


def test_an_own_template_is_kept_renamed_and_thrown_away(cabinet: Cabinet) -> None:
    visit = full_visit(cabinet)
    tasks = [each.record for each in cabinet.tasks.of_visit(visit.id)]
    kept = cabinet.visit_templates.keep(visit, tasks, LocalizedText(sl="Naš sprejem")).record
    assert [item.title.en for item in kept.items] == ["Talks"]
    assert [task.offset_days for task in kept.tasks] == [3, -10]
    cabinet.visit_templates.rename(kept.id, same("Sprejem"))
    assert [each.record.names.sl for each in cabinet.visit_templates.own()] == ["Sprejem"]
    cabinet.visit_templates.delete(kept.id)
    assert cabinet.visit_templates.own() == []


def offered(cabinet: Cabinet, text: LocalizedText) -> dict[Language, tuple[str, Origin]]:
    found = cabinet.visits.suggested_texts([text]).get(text, [])
    return {each.language: (each.text, each.origin) for each in found}


def test_what_was_translated_before_is_offered(cabinet: Cabinet) -> None:
    known = LocalizedText("Ogled Kovačnice", "Besuch der Kovačnica", "Visit to Kovačnica")
    stored(cabinet, programme=[ProgrammeItem(title=known)])
    assert offered(cabinet, LocalizedText(sl="Ogled Kovačnice")) == {
        Language.DE: ("Besuch der Kovačnica", Origin.REGISTER),
        Language.EN: ("Visit to Kovačnica", Origin.REGISTER),
    }
    assert offered(cabinet, LocalizedText(de="Besuch der Kovačnica", en="Visit"))[Language.SL][0] == known.sl


def test_the_words_of_the_house_are_offered_with_the_capital_of_the_source(cabinet: Cabinet) -> None:
    assert offered(cabinet, LocalizedText(sl="kosilo"))[Language.EN] == ("lunch", Origin.WORDS)
    assert offered(cabinet, LocalizedText(sl="Ogled mesta"))[Language.EN] == (
        "Tour of the town",
        Origin.WORDS,
    )


def test_what_the_register_says_comes_before_the_usual_words_and_the_usual_form_first(
    cabinet: Cabinet,
) -> None:
    for english in ("Luncheon", "Luncheon", "Midday meal"):
        item = ProgrammeItem(title=LocalizedText("Kosilo", "Mittagessen", english))
        stored(cabinet, programme=[item])
    assert offered(cabinet, LocalizedText(sl="Kosilo"))[Language.EN] == ("Luncheon", Origin.REGISTER)


def test_nothing_is_offered_for_what_nobody_ever_wrote(cabinet: Cabinet) -> None:
    assert offered(cabinet, LocalizedText(sl="Spust po reki")) == {}
    assert offered(cabinet, LocalizedText()) == {}
    assert offered(cabinet, same("Toast")) == {}
