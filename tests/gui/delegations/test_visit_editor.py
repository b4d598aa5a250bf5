"""Working on a visit with the keyboard: entering, correcting, taking back, copying, throwing away."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import (
    Audience,
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    ProgrammeItem,
    Visit,
    VisitDirection,
    VisitKind,
    VisitStatus,
)
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.services.cabinet import Cabinet
from tests.gui.delegations.conftest import Desk, Known

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
THURSDAY = date(2016, 2, 25)


def stored(cabinet: Cabinet, **values: Any) -> int:
    given: dict[str, Any] = {"title": same("Talks"), "starts_on": THURSDAY, "ends_on": THURSDAY}
    return cabinet.visits.create(Visit(**(given | values))).record.id


def first_table(desk: Desk) -> Any:
    return desk.editor.people.blocks[0].table


def test_a_new_visit_comes_to_us_is_for_work_and_has_our_municipality_as_host(
    desk: Desk, known: Known
) -> None:
    desk.tab.pane.new_record()
    draft = desk.editor.draft()
    assert (draft.direction, draft.kind, draft.status) == (
        VisitDirection.INCOMING,
        VisitKind.WORKING,
        VisitStatus.PLANNED,
    )
    assert draft.host_organization_id == known.home
    assert not desk.editor.is_dirty
    assert desk.hands.field() == "Title (English)"


def test_a_new_visit_goes_out_while_the_list_shows_where_we_travel(desk: Desk, cabinet: Cabinet) -> None:
    stored(cabinet, direction=VisitDirection.OUTGOING)
    desk.tab.pane.filter_bar.set_filter("", ("outgoing",))
    desk.tab.pane.new_record()
    assert desk.editor.draft().direction is VisitDirection.OUTGOING


def test_one_day_is_enough_to_type(desk: Desk) -> None:
    desk.tab.pane.new_record()
    desk.hands.go_to(desk.editor.starts_on.line)
    desk.hands.type("25.2.2016")
    desk.hands.tab()
    assert (desk.editor.draft().starts_on, desk.editor.draft().ends_on) == (THURSDAY, THURSDAY)


def test_an_end_before_the_start_is_said_under_the_field_when_it_is_left(desk: Desk) -> None:
    desk.tab.pane.new_record()
    desk.hands.go_to(desk.editor.starts_on.line)
    desk.hands.type("25.2.2016")
    desk.hands.tab()
    desk.hands.press("Ctrl+A")
    desk.hands.type("24.2.2016")
    assert not desk.message("ends_on")
    desk.hands.tab()
    assert desk.message("ends_on") == "⚠ The end is before the start. Choose 25 Feb 2016 or later."
    assert not desk.tab.pane.save()
    assert desk.editor.ends_on.value() == date(2016, 2, 24)


def test_the_message_is_the_one_of_the_house_in_slovenian(
    known: Known, make_desk: Callable[..., Desk]
) -> None:
    desk = make_desk(Language.SL)
    desk.tab.pane.new_record(Visit(starts_on=date(2026, 2, 25), ends_on=date(2026, 2, 24)))
    assert not desk.tab.pane.save()
    assert desk.message("ends_on") == "⚠ Konec je pred začetkom. Izberite 25. 2. 2026 ali pozneje."


def test_notes_stand_under_their_fields_and_never_keep_a_visit_from_being_saved(
    desk: Desk, cabinet: Cabinet
) -> None:
    saturday = date(2016, 2, 27)
    desk.tab.pane.select(stored(cabinet, starts_on=saturday, ends_on=saturday))
    assert desk.message("starts_on") == "⚠ Weekend: Saturday 27 Feb"
    assert desk.message("partner_place_id") == "⚠ There is no partner town or organization yet."
    assert desk.tab.pane.save()


def test_reading_a_visit_changes_nothing_in_it(desk: Desk, cabinet: Cabinet, known: Known) -> None:
    people = [
        Delegation(side=DelegationSide.HOST, delegates=[Delegate(person_id=known.petra)]),
        Delegation(side=DelegationSide.OBSERVER, delegates=[Delegate(placeholder="press")]),
        Delegation(side=DelegationSide.GUEST, place_id=known.villach),
    ]
    identity = stored(
        cabinet,
        partner_place_id=known.villach,
        delegations=people,
        programme=[ProgrammeItem(day=THURSDAY, starts_at=time(9), title=same("Talks"))],
        outcomes=LocalizedText(sl="Skupina se sestaja mesečno."),
    )
    desk.tab.pane.select(identity)
    assert not desk.editor.is_dirty
    assert [block.side for block in desk.editor.people.blocks] == [item.side for item in people]
    for section in desk.editor.form.sections:
        desk.editor.open_section(section.key)
    desk.hands.tab(30)
    assert not desk.editor.is_dirty


def test_the_headline_says_where_when_and_which_way(
    known: Known, cabinet: Cabinet, make_desk: Callable[..., Desk]
) -> None:
    identity = stored(cabinet, partner_place_id=known.villach)
    desk = make_desk(Language.SL)
    desk.tab.pane.select(identity)
    line = desk.editor.subtitle_label.whole_text().replace("\N{NO-BREAK SPACE}", " ")
    assert line == "Beljak (Villach), Avstrija · 25. februar 2016 · gostimo"


def test_a_town_is_created_in_place_with_the_name_it_has_at_home(desk: Desk, cabinet: Cabinet) -> None:
    desk.tab.pane.new_record()
    desk.hands.go_to(desk.editor.town)
    desk.hands.type("Amberg (Amberg in der Oberpfalz)")
    desk.hands.enter()
    QTest.qWait(20)
    town = cabinet.places.get(desk.editor.draft().partner_place_id or 0).record
    assert town.names.en == "Amberg"
    assert town.names.sl == town.native_name == "Amberg in der Oberpfalz"


def test_a_person_brings_along_the_function_of_today_as_a_copy(
    desk: Desk, cabinet: Cabinet, known: Known
) -> None:
    desk.tab.pane.new_record(Visit(starts_on=THURSDAY, partner_place_id=known.villach))
    desk.hands.go_to(first_table(desk).add_button)
    desk.hands.press("Space")
    desk.hands.type("oberr")
    desk.hands.enter()
    QTest.qWait(20)
    desk.hands.enter()
    guests = desk.editor.draft().delegations[0]
    assert guests.delegates[0].person_id == known.petra
    assert guests.delegates[0].role is DelegateRole.HEAD
    assert guests.delegates[0].function == cabinet.people.get(known.petra).record.function
    assert guests.place_id == known.villach


@pytest.mark.parametrize("key", ["Return", "Tab"])
def test_a_guest_nobody_knows_is_created_in_the_cell(desk: Desk, cabinet: Cabinet, key: str) -> None:
    desk.tab.pane.new_record(Visit(starts_on=THURSDAY))
    desk.hands.go_to(first_table(desk).add_button)
    desk.hands.press("Space")
    desk.hands.type("mag. Žiga Zupančič")
    desk.hands.press(key)
    QTest.qWait(20)
    desk.hands.tab(1 if key == "Return" else 0)
    desk.hands.type("Head of Office")
    desk.hands.enter()
    delegate = desk.editor.draft().delegations[0].delegates[0]
    assert cabinet.people.get(delegate.person_id or 0).record.name.with_titles == "mag. Žiga Zupančič"
    assert delegate.function.en == "Head of Office"


def test_a_function_written_by_hand_is_not_overwritten_by_another_person(
    desk: Desk, cabinet: Cabinet, known: Known
) -> None:
    own = LocalizedText(en="Special envoy")
    guests = Delegation(delegates=[Delegate(function=own)])
    desk.tab.pane.select(stored(cabinet, delegations=[guests]))
    model = first_table(desk).model
    model.set_value_at(model.index(0, 0), known.petra)
    assert desk.editor.draft().delegations[0].delegates[0].function == own


def test_another_delegation_is_added_and_taken_away(desk: Desk) -> None:
    desk.tab.pane.new_record(Visit(starts_on=THURSDAY))
    people = desk.editor.people
    observers = people.add_button.menu().actions()[2]
    observers.trigger()
    assert [block.side for block in people.blocks][-1] is DelegationSide.OBSERVER
    assert len(desk.editor.draft().delegations) == 1
    people.blocks[-1].remove_button.click()
    assert desk.editor.draft().delegations == []


def test_the_programme_is_typed_row_by_row_and_each_item_begins_where_the_last_ended(desk: Desk) -> None:
    desk.tab.pane.new_record(Visit(starts_on=THURSDAY, ends_on=THURSDAY))
    table = desk.editor.programme.table
    desk.hands.go_to(table.add_button)
    desk.hands.press("Space")
    for words in ("9", "1030", "Talks"):
        desk.hands.type(words)
        desk.hands.tab()
    table.add_row()
    desk.hands.tab(2)
    desk.hands.type("Lunch")
    desk.hands.enter()
    items = desk.editor.draft().programme
    assert [(item.day, item.starts_at, item.title.en) for item in items] == [
        (THURSDAY, time(9), "Talks"),
        (THURSDAY, time(10, 30), "Lunch"),
    ]
    assert desk.editor.programme_section.count == "2"


def test_items_move_with_alt_and_the_arrows(desk: Desk, cabinet: Cabinet) -> None:
    items = [ProgrammeItem(day=THURSDAY, title=same(title)) for title in ("Talks", "Lunch")]
    desk.tab.pane.select(stored(cabinet, programme=items))
    table = desk.editor.programme.table.table
    desk.hands.go_to(table)
    table.setCurrentIndex(table.model().index(1, 3))
    desk.hands.press("Alt+Up")
    assert [item.title.en for item in desk.editor.draft().programme] == ["Lunch", "Talks"]


def test_the_day_has_a_column_only_where_there_are_several(desk: Desk, cabinet: Cabinet) -> None:
    one = stored(cabinet)
    two = stored(cabinet, ends_on=date(2016, 2, 26))
    table = desk.editor.programme.table.table
    desk.tab.pane.select(one)
    assert table.isColumnHidden(0)
    desk.tab.pane.select(two)
    assert not table.isColumnHidden(0)


def test_the_card_writes_into_the_item_that_is_current(desk: Desk, cabinet: Cabinet) -> None:
    items = [ProgrammeItem(day=THURSDAY, title=same(title)) for title in ("Talks", "Lunch")]
    desk.tab.pane.select(stored(cabinet, programme=items))
    programme = desk.editor.programme
    assert programme.card.isHidden()
    programme.table.table.setCurrentIndex(programme.table.model.index(1, 3))
    field = programme.card.field("internal_notes")
    assert isinstance(field, QWidget)
    desk.hands.go_to(field)
    desk.hands.type("Two vegetarians")
    draft = desk.editor.draft().programme
    assert [item.internal_notes for item in draft] == ["", "Two vegetarians"]
    assert draft[1].audience is Audience.GUEST


def test_a_link_leads_to_the_text_that_is_missing_in_its_language(desk: Desk, cabinet: Cabinet) -> None:
    items = [ProgrammeItem(day=THURSDAY, title=LocalizedText(en="Lunch"))]
    desk.tab.pane.select(stored(cabinet, programme=items, title=LocalizedText(en="Talks")))
    assert desk.editor.translations_section.count == "SL 2 · DE 2"
    desk.editor.go_to("programme[0].title", "de")
    desk.hands.type("Mittagessen")
    desk.editor.go_to("title", "sl")
    desk.hands.type("Pogovori")
    draft = desk.editor.draft()
    assert draft.programme[0].title == LocalizedText("", "Mittagessen", "Lunch")
    assert draft.title == LocalizedText("Pogovori", "", "Talks")
    assert desk.editor.translations_section.count == "SL 1 · DE 1"


def test_saving_is_one_step_that_can_be_taken_back(desk: Desk, cabinet: Cabinet) -> None:
    identity = stored(cabinet)
    desk.tab.pane.select(identity)
    desk.editor.focus_first()
    desk.hands.press("End")
    desk.hands.type(" on energy")
    assert desk.tab.pane.save()
    assert cabinet.visits.get(identity).record.title.en == "Talks on energy"
    cabinet.undo.undo()
    assert cabinet.visits.get(identity).record.title.en == "Talks"
    field = desk.editor.form.rows["title"].fields["title"]
    assert isinstance(field, LocalizedEdit)
    assert isinstance(field.editor, QLineEdit)
    assert field.editor.text() == "Talks"


def test_delete_puts_the_visit_away_and_the_toast_brings_it_back(desk: Desk, cabinet: Cabinet) -> None:
    identity = stored(cabinet)
    pane = desk.tab.pane
    pane.select(identity)
    pane.focus_list()
    desk.hands.press("Delete")
    assert identity not in pane.ids
    assert "“Talks” has been deleted" in desk.toaster.last
    desk.toaster.act()
    assert identity in pane.ids


def test_a_copy_has_the_people_and_the_programme_and_is_not_stored_yet(
    desk: Desk, cabinet: Cabinet, known: Known
) -> None:
    guests = Delegation(delegates=[Delegate(person_id=known.petra)])
    items = [ProgrammeItem(day=THURSDAY, title=same("Talks"))]
    pane = desk.tab.pane
    pane.select(stored(cabinet, delegations=[guests], programme=items))
    assert pane.duplicate()
    draft = desk.editor.draft()
    assert desk.editor.is_new
    assert draft.programme[0].title == same("Talks")
    assert draft.delegations[0].delegates[0].person_id == known.petra


def test_ctrl_shift_n_adds_to_the_table_at_hand_and_else_to_the_programme(desk: Desk) -> None:
    desk.tab.pane.new_record()
    editor = desk.editor
    assert editor.table_at(editor.starts_on.line) is editor.programme.table
    assert editor.table_at(None) is editor.programme.table
    block = editor.people.blocks[1]
    assert editor.table_at(block.place.line) is block.table
    assert editor.table_at(editor.topics.add_button) is editor.topics


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("size", [(1280, 740), (1024, 580)])
@pytest.mark.parametrize("language", list(Language))
def test_nothing_in_the_editor_is_wider_than_its_pane(
    known: Known,
    cabinet: Cabinet,
    make_desk: Callable[..., Desk],
    language: Language,
    size: tuple[int, int],
) -> None:
    guests = Delegation(delegates=[Delegate(person_id=known.petra)])
    items = [ProgrammeItem(day=THURSDAY, title=same("Talks"))]
    identity = stored(cabinet, delegations=[guests], programme=items, ends_on=date(2016, 2, 26))
    desk = make_desk(language, size)
    desk.tab.pane.select(identity)
    for table in (first_table(desk), desk.editor.programme.table):
        table.table.setCurrentIndex(table.model.index(0, 1))
    QTest.qWait(10)
    area = desk.editor.scroll_area
    inner = area.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= area.viewport().width()


def test_every_field_that_takes_the_keyboard_has_a_name(desk: Desk, cabinet: Cabinet, known: Known) -> None:
    guests = Delegation(delegates=[Delegate(person_id=known.petra)])
    items = [ProgrammeItem(day=THURSDAY, title=same("Talks"))]
    desk.tab.pane.select(stored(cabinet, delegations=[guests], programme=items))
    for table in (first_table(desk), desk.editor.programme.table):
        table.table.setCurrentIndex(table.model.index(0, 1))
    nameless = [
        (type(widget).__name__, type(widget.parentWidget()).__name__, widget.geometry())
        for widget in desk.editor.findChildren(QWidget)
        if widget.isVisibleTo(desk.editor)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []
