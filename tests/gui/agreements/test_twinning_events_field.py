import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cabinet_app.domain.texts import same
from cabinet_app.domain.twinning import AgreementEvent, AgreementEventKind, ClaimedDate, Signatory
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.gui.agreements.events_field import EventsField
from cabinet_app.gui.names import Names

# The offscreen platform says so of every window that has a fixed height.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def field(desk, qtbot):
    made = EventsField(desk.context, Names(desk.context, desk.context.actions))
    made.resize(480, 700)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def two() -> list[AgreementEvent]:
    return [
        AgreementEvent(
            id=5,
            kind=AgreementEventKind.INITIATIVE,
            happened_on=VagueDate("2007"),
            remark=same("by the mayor"),
        ),
        AgreementEvent(
            id=6,
            happened_on=VagueDate("2008-07-25"),
            claimed_dates=[ClaimedDate(id=7, happened_on=VagueDate("2009"), claim="a plaque")],
            signatories=[Signatory(id=8, name="Damijan Perne", function=same("mayor"))],
        ),
    ]


def test_events_come_back_as_they_were_given(field):
    field.set_value(two())
    assert field.value() == two()


def test_the_details_follow_the_selected_event(field):
    field.set_value(two())
    assert field.details.remark.value() == same("by the mayor")
    field.select(1)
    assert field.details.signatories.value()[0].name == "Damijan Perne"
    assert field.details.claimed_dates.value()[0].claim == "a plaque"
    assert field.details.remark.value().is_empty
    assert field.value() == two()


def test_what_is_written_in_the_details_belongs_to_the_selected_event(field, qtbot):
    field.set_value(two())
    field.select(1)
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field.details.remark.editor, "in Kranj")
    before, after = field.value()
    assert before == two()[0]
    assert after.remark.en == "in Kranj"
    assert after.id == 6
    assert after.signatories == two()[1].signatories


def test_a_change_in_a_cell_keeps_the_details(field):
    field.set_value(two())
    field.select(1)
    model = field.table.model
    model.set_value_at(model.index(1, 1), VagueDate("2008-07-28"))
    assert field.value()[1].happened_on == VagueDate("2008-07-28")
    assert field.value()[1].signatories == two()[1].signatories
    assert [point.when.edtf for point in field.timeline.points] == ["2007", "2008-07-28"]


def test_a_new_event_is_selected_and_has_empty_details(field, qtbot):
    field.set_value(two())
    qtbot.mouseClick(field.table.add_button, Qt.MouseButton.LeftButton)
    field.table.commit()
    assert field.current == 2
    assert field.details.signatories.value() == []
    assert len(field.timeline.points) == 3


def test_without_events_there_are_no_details(field):
    field.set_value([])
    assert field.details.isHidden()
    assert field.timeline.isHidden()
    assert field.current == -1


def test_another_agreement_begins_at_its_first_event(field):
    field.set_value(two())
    field.select(1)
    field.set_value([AgreementEvent(happened_on=VagueDate("1965"))])
    assert field.current == 0
    assert field.details.signatories.value() == []
    assert "1965" in field.details.heading.text()


def test_an_event_with_a_remark_is_marked_in_the_table_and_the_remark_stands_below(field):
    field.set_value(two())
    index = field.table.model.index(1, 4)
    assert index.data() == "⚠"
    field.select(1)
    assert "2009" in field.details.form.rows["claimed_dates"].message.text()


def test_a_click_on_the_timeline_selects_the_event(field, qtbot):
    field.set_value(list(reversed(two())))
    field.timeline.chosen.emit(1)
    assert field.current == 1
    assert "2007" in field.details.heading.text()


def test_removing_an_event_shows_the_details_of_its_neighbour(field, qtbot):
    field.set_value(two())
    field.select(1)
    field.table.table.setFocus()
    qtbot.keyClick(field.table.table, Qt.Key.Key_Delete)
    assert [event.id for event in field.value()] == [5]
    assert field.details.remark.value() == same("by the mayor")


def test_a_signatory_is_added_to_the_selected_event_by_keyboard(field, qtbot):
    field.set_value(two())
    field.details.signatories.add_row()
    editor = QApplication.focusWidget()
    assert editor is not None
    model = field.details.signatories.model
    field.details.signatories.commit()
    model.set_value_at(model.index(0, 1), "Helmut Manzenreiter")
    assert field.value()[0].signatories[0].name == "Helmut Manzenreiter"
    assert field.value()[1].signatories == two()[1].signatories


def test_a_field_with_languages_has_room_to_write_in_a_narrow_cell(field, qtbot):
    field.set_value(two())
    field.select(1)
    table = field.details.signatories.table
    index = field.details.signatories.model.index(0, 2)
    table.setCurrentIndex(index)
    table.edit(index)
    editor = table.indexWidget(index)
    assert editor.editor.width() > 100
    assert editor.geometry().right() <= table.viewport().width()
    field.details.signatories.commit()
