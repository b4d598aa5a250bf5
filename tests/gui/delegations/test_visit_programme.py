"""The programme of a visit at work: clashes and their reasons, delegations, templates, moving, changes."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.tasks import Task
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import (
    Booking,
    BookingKind,
    Delegate,
    Delegation,
    DelegationSide,
    Dispatch,
    LegDirection,
    ProgrammeItem,
    ProgrammeItemStatus,
    Visit,
    VisitDirection,
)
from cabinet_app.gui.delegations.basics import BasicsSection
from cabinet_app.gui.delegations.bookings_section import BookingsSection
from cabinet_app.gui.delegations.moment_edit import MomentEdit
from cabinet_app.gui.delegations.now_section import NowSection
from cabinet_app.gui.delegations.programme_actions import programme_actions
from cabinet_app.gui.delegations.programme_table import ProgrammeDelegate
from cabinet_app.gui.delegations.sending_section import SendingSection
from cabinet_app.gui.delegations.template_dialog import TemplateDialog
from cabinet_app.gui.delegations.templates import keep_template, take_template
from cabinet_app.gui.delegations.translations_section import TranslationsSection
from cabinet_app.services.cabinet import Cabinet
from tests.gui.delegations.conftest import TODAY, Desk, Known

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
THURSDAY, FRIDAY = date(2016, 2, 25), date(2016, 2, 26)
OLDHAM, LA_CIOTAT = 901, 902


def item(start: str, end: str, title: str, **more: Any) -> ProgrammeItem:
    hours = {"starts_at": time.fromisoformat(start), "ends_at": time.fromisoformat(end)}
    return ProgrammeItem(title=same(title), **({"day": THURSDAY} | hours | more))


def opened(desk: Desk, cabinet: Cabinet, *items: ProgrammeItem, **values: Any) -> int:
    given: dict[str, Any] = {"title": same("Festival"), "starts_on": THURSDAY, "ends_on": THURSDAY} | values
    visit_id = cabinet.visits.create(Visit(programme=list(items), **given)).record.id
    assert desk.tab.visits.select(visit_id)
    return visit_id


def two_delegations() -> list[Delegation]:
    return [
        Delegation(id=OLDHAM, delegates=[Delegate(id=911)]),
        Delegation(id=LA_CIOTAT, delegates=[Delegate()]),
    ]


def host(cabinet: Cabinet) -> int:
    return cabinet.people.create(Person(name=PersonName(given="Ana", family="Novak"))).record.id


def choose(desk: Desk, row: int) -> None:
    table = desk.editor.programme.table
    table.table.setCurrentIndex(table.model.index(row, 3))


def test_a_host_wanted_twice_is_told_until_somebody_gives_the_reason(desk: Desk, cabinet: Cabinet) -> None:
    leader = host(cabinet)
    opened(
        desk,
        cabinet,
        item("10:00", "12:00", "Tour", leader_id=leader, delegation_ids=[OLDHAM]),
        item("11:00", "12:00", "Trip", leader_id=leader, delegation_ids=[LA_CIOTAT]),
        delegations=two_delegations(),
    )
    assert desk.message("programme") == (
        "⚠ Tour (10:00–12:00) and Trip (11:00–12:00): the same person: Ana Novak"
    )
    choose(desk, 1)
    reason = desk.editor.programme.card.form.rows["clash_note"].fields["clash_note"]
    assert not reason.isHidden()
    desk.hands.go_to(reason)
    desk.hands.type("greets both")
    desk.hands.go_to(desk.editor.starts_on.line)
    assert "the same person" not in desk.message("programme")


def test_a_room_taken_by_another_visit_is_told_with_its_title(desk: Desk, cabinet: Cabinet) -> None:
    leader = host(cabinet)
    opened(desk, cabinet, item("10:00", "12:00", "Fair", leader_id=leader))
    opened(desk, cabinet, item("11:00", "12:00", "Trip", leader_id=leader))
    sentence = "Trip (11:00–12:00) and Visit: Festival, Fair (10:00–12:00): the same person: Ana Novak"
    assert desk.message("programme") == f"⚠ {sentence}"


def test_nobody_is_asked_for_a_reason_where_nothing_clashes(desk: Desk, cabinet: Cabinet) -> None:
    opened(desk, cabinet, item("10:00", "12:00", "Tour"))
    choose(desk, 0)
    assert desk.editor.programme.card.form.rows["clash_note"].isHidden()


def test_how_long_a_pause_may_be_is_said(desk: Desk, cabinet: Cabinet) -> None:
    opened(desk, cabinet)
    assert desk.message("programme") == "Pauses of more than 60 minutes are pointed out."


def test_an_item_is_for_one_of_the_delegations_and_the_row_says_so(
    desk: Desk, cabinet: Cabinet, known: Known
) -> None:
    groups = two_delegations()
    groups[0].place_id = known.villach
    opened(desk, cabinet, item("10:00", "12:00", "Tour"), delegations=groups)
    choose(desk, 0)
    card = desk.editor.programme.card
    assert not card.form.rows["delegation_ids"].isHidden()
    card.sides.set_value([OLDHAM])
    card.sides.edited.emit()
    assert desk.editor.draft().programme[0].delegation_ids == [OLDHAM]
    model = desk.editor.programme.table.model
    assert model.data(model.index(0, 3)) == "Tour · Villach"


def test_one_delegation_alone_needs_no_choice_of_delegations(desk: Desk, cabinet: Cabinet) -> None:
    opened(desk, cabinet, item("10:00", "12:00", "Tour"), delegations=two_delegations()[:1])
    choose(desk, 0)
    assert desk.editor.programme.card.form.rows["delegation_ids"].isHidden()


def test_what_was_dropped_stands_struck_through(desk: Desk, cabinet: Cabinet) -> None:
    dropped = item("10:00", "12:00", "Tour", status=ProgrammeItemStatus.DROPPED)
    opened(desk, cabinet, dropped, item("12:00", "13:00", "Lunch"))
    table = desk.editor.programme.table.table
    struck = []
    for row in range(2):
        option = QStyleOptionViewItem()
        delegate = table.itemDelegate()
        assert isinstance(delegate, ProgrammeDelegate)
        delegate.initStyleOption(option, table.model().index(row, 3))
        struck.append(option.font.strikeOut())
    assert struck == [True, False]


def test_after_a_dinner_past_midnight_the_next_item_is_on_the_next_day(desk: Desk, cabinet: Cabinet) -> None:
    opened(desk, cabinet, item("20:00", "00:30", "Dinner"), ends_on=FRIDAY)
    desk.editor.programme.table.add_row()
    added = desk.editor.draft().programme[1]
    assert (added.day, added.starts_at) == (FRIDAY, time(0, 30))


def test_rows_out_of_order_are_sorted_by_hour_when_wished(desk: Desk, cabinet: Cabinet) -> None:
    opened(desk, cabinet, item("12:00", "13:00", "Lunch"), item("10:00", "11:00", "Tour"))
    assert not desk.editor.programme.sort_button.isHidden()
    desk.editor.programme.sort_button.click()
    assert [each.title.en for each in desk.editor.draft().programme] == ["Tour", "Lunch"]
    assert desk.editor.programme.sort_button.isHidden()


def test_a_running_visit_says_what_is_on_and_what_comes_next(desk: Desk, cabinet: Cabinet) -> None:
    now = desk.editor.part(NowSection)
    now.clock = lambda: time(9, 30)
    items = [item("09:00", "10:00", "Talks", day=TODAY), item("10:30", "11:00", "Tour", day=TODAY)]
    opened(desk, cabinet, *items, starts_on=TODAY, ends_on=TODAY)
    assert now.line.whole_text() == "Now: Talks, until 10:00 · Next: 10:30 Tour"
    opened(desk, cabinet, item("09:00", "10:00", "Talks"))
    assert now.line.isHidden()


def test_a_booking_is_typed_with_hours_of_the_first_day(desk: Desk, cabinet: Cabinet) -> None:
    opened(desk, cabinet)
    table = desk.editor.part(BookingsSection).bookings.table
    table.add_row()
    desk.hands.tab()
    desk.hands.type("9.30")
    desk.hands.tab()
    desk.hands.type("11")
    desk.hands.enter()
    booking = desk.editor.draft().bookings[0]
    assert (booking.kind, booking.starts_at, booking.ends_at) == (
        BookingKind.ROOM,
        datetime(2016, 2, 25, 9, 30),
        datetime(2016, 2, 25, 11),
    )


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("8.15", datetime(2016, 2, 25, 8, 15)),
        ("26.2. 815", datetime(2016, 2, 26, 8, 15)),
        ("26. 2. 2016 13h", datetime(2016, 2, 26, 13)),
        ("26.2.", datetime(2016, 2, 26)),
        ("26. 2. 2016, 8:15", datetime(2016, 2, 26, 8, 15)),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_with_an_hour_is_typed_in_one_line(desk: Desk, typed: str, understood: datetime | None) -> None:
    field = MomentEdit(desk.editor.t, lambda: TODAY, lambda: THURSDAY, desk.editor)
    field.line.setText(typed)
    assert field.value() == understood
    assert bool(field.problem()) == (typed == "soon")


def test_journeys_begin_with_the_arrival_and_end_with_the_departure(desk: Desk, cabinet: Cabinet) -> None:
    opened(desk, cabinet, delegations=[Delegation(delegates=[Delegate(placeholder="driver")])])
    block = desk.editor.people.blocks[0]
    block.table.table.setCurrentIndex(block.table.model.index(0, 0))
    for _ in range(2):
        block.card.legs.table.add_row()
        block.card.legs.table.commit()
    legs = desk.editor.draft().delegations[0].delegates[0].legs
    assert [leg.direction for leg in legs] == [LegDirection.ARRIVAL, LegDirection.DEPARTURE]


@pytest.mark.parametrize("direction", list(VisitDirection))
def test_travel_orders_are_for_our_own_people_who_travel(
    desk: Desk, cabinet: Cabinet, direction: VisitDirection
) -> None:
    people = [
        Delegation(delegates=[Delegate(placeholder="driver")]),
        Delegation(side=DelegationSide.HOST, delegates=[Delegate(placeholder="guide")]),
    ]
    opened(desk, cabinet, delegations=people, direction=direction)
    shown = []
    for block in desk.editor.people.blocks:
        block.table.table.setCurrentIndex(block.table.model.index(0, 0))
        shown.append(not block.card.form.rows["order_number"].isHidden())
    assert shown == [direction is VisitDirection.OUTGOING, False]


def test_a_delegation_and_its_people_have_ids_before_they_are_stored(desk: Desk) -> None:
    desk.tab.visits.new_record(Visit(starts_on=THURSDAY))
    desk.editor.people.blocks[0].table.add_row()
    desk.editor.commit()
    delegation = desk.editor.draft().delegations[0]
    assert delegation.id
    assert delegation.delegates[0].id


def type_day(desk: Desk, text: str) -> None:
    desk.hands.go_to(desk.editor.part(BasicsSection).move_panel.first.line)
    desk.hands.press("Ctrl+A")
    desk.hands.type(text)


def test_thursdays_reception_is_moved_to_friday_and_the_toast_brings_it_back(
    desk: Desk, cabinet: Cabinet
) -> None:
    sent = [Dispatch(recipient="Stadt Villach", sent_on=TODAY)]
    visit_id = opened(
        desk,
        cabinet,
        item("09:00", "10:00", "Talks"),
        bookings=[Booking(name="minibus", starts_at=datetime(2016, 2, 25, 8))],
        dispatches=sent,
    )
    cabinet.tasks.create_for_visit(visit_id, [Task(title=same("Book"), offset_days=-3)])
    before = cabinet.visits.get(visit_id).record
    basics, sending = desk.editor.part(BasicsSection), desk.editor.part(SendingSection)
    basics.begin_move()
    panel = basics.move_panel
    assert panel.along.text() == "Goes along: 1 programme item, 1 booking, 1 task. The hours stay."
    assert "Stadt Villach" in panel.sent.text()
    type_day(desk, "27.2.2016")
    assert "Weekend: Saturday" in panel.after.text()
    type_day(desk, "26.2.2016")
    assert panel.after.text() == "Afterwards:\n– everything fits"
    desk.hands.enter()
    moved = cabinet.visits.get(visit_id).record
    assert (moved.starts_on, moved.programme[0].day, moved.revision) == (FRIDAY, FRIDAY, 1)
    assert moved.bookings[0].starts_at == datetime(2016, 2, 26, 8)
    assert cabinet.tasks.of_visit(visit_id)[0].record.due_on == date(2016, 2, 23)
    assert moved.revision_note.en.replace("\N{NO-BREAK SPACE}", " ") == (
        "New date: 26 Feb 2016 (before: 25 Feb 2016)"
    )
    assert desk.editor.starts_on.value() == FRIDAY
    assert "Stadt Villach has: first version, sent on 22 Feb 2016." in sending.told.text().replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert panel.isHidden()
    desk.toaster.act()
    assert cabinet.visits.get(visit_id).record == before
    assert cabinet.tasks.of_visit(visit_id)[0].record.due_on == date(2016, 2, 22)


def test_a_move_to_the_same_days_or_backwards_is_refused_in_words(desk: Desk, cabinet: Cabinet) -> None:
    opened(desk, cabinet)
    basics = desk.editor.part(BasicsSection)
    basics.begin_move()
    basics.move_panel.accept()
    assert "on these days already" in basics.move_panel.message.text()
    basics.move_panel.last.set_value(date(2016, 2, 20))
    basics.move_panel.accept()
    assert "The end is before the start." in basics.move_panel.message.text()
    desk.hands.press("Escape")
    assert basics.move_panel.isHidden()


def test_what_has_not_been_saved_is_stored_before_a_visit_moves(desk: Desk, cabinet: Cabinet) -> None:
    visit_id = opened(desk, cabinet)
    desk.editor.focus_first()
    desk.hands.press("End")
    desk.hands.type(" 2016")
    desk.editor.part(BasicsSection).begin_move()
    assert cabinet.visits.get(visit_id).record.title.en == "Festival 2016"


def test_a_template_fills_a_new_visit_and_its_checklist_in_one_step(desk: Desk, cabinet: Cabinet) -> None:
    desk.tab.visits.new_record(Visit(title=same("Call"), starts_on=THURSDAY, ends_on=THURSDAY))
    template = cabinet.visit_templates.shipped()[4]
    take_template(desk.editor, template)
    draft = desk.editor.draft()
    assert [each.title for each in draft.programme] == [each.title for each in template.items]
    assert draft.direction is VisitDirection.OUTGOING
    assert draft.ends_on == date(2016, 2, 27)
    assert len(cabinet.tasks.of_visit(draft.id)) == len(template.tasks)
    assert desk.toaster.last == "Filled in: 11 programme items, 10 tasks."
    desk.toaster.act()
    assert desk.editor.draft().programme == []
    assert cabinet.tasks.of_visit(draft.id) == []


def test_a_template_asks_for_the_day_that_is_missing(desk: Desk, cabinet: Cabinet) -> None:
    visit_id = opened(desk, cabinet, starts_on=None, ends_on=None)
    dialog = TemplateDialog(desk.context, asks_day=True, parent=desk.tab)
    dialog.day.line.setText("never")
    dialog.accept()
    assert not dialog.message.isHidden()
    dialog.day.line.setText("25.2.2016")
    dialog.accept()
    assert dialog.template is not None
    take_template(desk.editor, dialog.template, dialog.first_day)
    assert cabinet.visits.get(visit_id).record.starts_on == THURSDAY


def test_an_own_template_stands_after_those_of_the_program_and_can_be_thrown_away(
    desk: Desk, cabinet: Cabinet
) -> None:
    opened(desk, cabinet, item("10:00", "12:00", "Tour"))
    keep_template(desk.editor, same("Ours"))
    dialog = TemplateDialog(desk.context, asks_day=False, parent=desk.tab)
    assert dialog.names.item(5).text() == "Ours"
    assert dialog.remove_button.isHidden()
    dialog.names.setCurrentRow(5)
    assert not dialog.remove_button.isHidden()
    assert "10:00–12:00\tTour" in dialog.contents.toPlainText()
    dialog.remove()
    assert dialog.names.count() == 5
    desk.toaster.act()
    assert len(cabinet.visit_templates.own()) == 1


def test_a_change_is_counted_once_for_those_who_have_the_programme_as_it_was(
    desk: Desk, cabinet: Cabinet
) -> None:
    opened(desk, cabinet, dispatches=[Dispatch(recipient="Stadt Villach")])
    sending = desk.editor.part(SendingSection)
    assert not sending.why_not_mark()
    sending.mark()
    draft = desk.editor.draft()
    assert (draft.revision, draft.revised_on) == (1, TODAY)
    assert sending.told.text() == "⚠ Stadt Villach has: first version."
    sending.mark()
    assert desk.editor.draft().revision == 1
    assert sending.why_not_mark() == "Nobody has been sent the programme as it is now."


def test_those_with_an_older_programme_are_recorded_with_one_choice(desk: Desk, cabinet: Cabinet) -> None:
    older = [Dispatch(recipient="Stadt Villach"), Dispatch(recipient="Hotel")]
    opened(desk, cabinet, revision=1, dispatches=older)
    sending = desk.editor.part(SendingSection)
    sending.send_button.menu().actions()[0].trigger()
    added = desk.editor.draft().dispatches[2:]
    assert [(each.recipient, each.revision, each.sent_on) for each in added] == [
        ("Stadt Villach", 1, TODAY),
        ("Hotel", 1, TODAY),
    ]
    assert sending.told.isHidden()


def test_known_translations_are_offered_and_used_only_when_taken(desk: Desk, cabinet: Cabinet) -> None:
    opened(desk, cabinet, ProgrammeItem(title=LocalizedText(en="Lunch")))
    section = desk.editor.part(TranslationsSection)
    section.offer()
    assert desk.editor.draft().programme[0].title == LocalizedText(en="Lunch")
    assert len(section.suggestions.buttons) == 2
    section.suggestions.buttons[1].click()
    assert desk.editor.draft().programme[0].title == LocalizedText(de="Mittagessen", en="Lunch")
    assert desk.editor.is_dirty
    section.suggestions.buttons[0].click()
    assert desk.editor.draft().programme[0].title == LocalizedText("Kosilo", "Mittagessen", "Lunch")
    assert section.suggestions.isHidden()


def test_every_command_says_why_it_cannot_be_used_without_a_visit(desk: Desk) -> None:
    specs = programme_actions(desk.context, desk.tab.visits)
    assert [spec.id for spec in specs] == [
        "visit.from_template",
        "visit.save_template",
        "visit.move",
        "visit.mark_changed",
    ]
    assert {spec.reason() for spec in specs if spec.reason} == {"Choose an entry first."}


def test_a_visit_without_a_day_cannot_be_moved(desk: Desk, cabinet: Cabinet) -> None:
    opened(desk, cabinet, starts_on=None, ends_on=None)
    move = programme_actions(desk.context, desk.tab.visits)[2]
    assert move.reason is not None
    assert move.reason() == "The visit has no date yet."


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("language", list(Language))
def test_the_panel_of_a_move_is_no_wider_than_the_pane(
    known: Known, cabinet: Cabinet, make_desk: Callable[..., Desk], language: Language
) -> None:
    desk = make_desk(language)
    opened(desk, cabinet, dispatches=[Dispatch(recipient="Stadt Villach, Büro des Bürgermeisters " * 3)])
    desk.editor.part(BasicsSection).begin_move()
    area = desk.editor.scroll_area
    inner = area.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= area.viewport().width()
