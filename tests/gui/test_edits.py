from dataclasses import dataclass, field
from datetime import date, time

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLineEdit

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.date_edit import DateEdit, TimeEdit, VagueDateEdit
from cabinet_app.gui.widgets.fields import TextField
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.picker import CREATE, ID_ROLE, Picker
from cabinet_app.gui.widgets.record_pickers import name_from, person_picker, place_picker
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.records import Choice
from tests.gui.fakes import TODAY

pytestmark = pytest.mark.usefixtures("theme")
BASE = 1 << 50


def today():
    return TODAY


@pytest.fixture
def put(qtbot):
    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return show


@pytest.fixture
def sl():
    return translator(Language.SL)


def test_a_text_is_written_into_the_language_that_is_shown(put, qtbot, sl):
    edit = put(LocalizedEdit(sl))
    edit.set_value(LocalizedText(sl="Obisk"))
    assert edit.editor.text() == "Obisk"
    qtbot.keyClick(edit.editor, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert edit.language is Language.DE
    assert edit.editor.text() == ""
    assert edit.editor.placeholderText() == "Obisk"
    with qtbot.waitSignal(edit.edited):
        qtbot.keyClicks(edit.editor, "Besuch")
    assert edit.value() == LocalizedText(sl="Obisk", de="Besuch")
    qtbot.keyClick(edit.editor, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert edit.editor.text() == "Obisk"


def test_turning_the_language_is_no_editing(put, qtbot, sl):
    edit = put(LocalizedEdit(sl, lines=3))
    edit.set_value(LocalizedText(sl="a", de="b", en="c"))
    with qtbot.assertNotEmitted(edit.edited):
        for language in Language:
            edit.show_language(language)
    assert edit.value() == LocalizedText(sl="a", de="b", en="c")


def test_the_buttons_tell_which_languages_are_written(put, t):
    edit = put(LocalizedEdit(t))
    edit.set_value(LocalizedText(de="Besuch"))
    assert [button.property("filled") for button in edit._buttons.values()] == ["false", "true", "false"]
    assert edit._buttons[Language.DE].accessibleName() == "German: written"


def test_a_text_in_languages_says_its_language_to_screen_readers(put, t):
    edit = put(LocalizedEdit(t))
    edit.name_field("Title")
    edit.show_language(Language.DE)
    assert edit.editor.accessibleName() == "Title (German)"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("25.2.", date(2026, 2, 25)),
        ("25. 2. 2026", date(2026, 2, 25)),
        ("jutri", date(2026, 2, 23)),
        ("čez 2 tedna", date(2026, 3, 8)),
    ],
)
def test_a_day_is_understood_as_people_type_it(put, qtbot, sl, typed, day):
    edit = put(DateEdit(sl, today))
    with qtbot.waitSignal(edit.edited):
        edit.line.insert(typed)
    assert edit.value() == day
    assert edit.problem() == ""
    assert edit._echo.text().startswith(("sreda", "ponedeljek", "nedelja"))


def test_what_is_no_day_stays_and_is_told(put, qtbot, t):
    edit = put(DateEdit(t, today))
    qtbot.keyClicks(edit.line, "31. 2. 2026")
    assert edit.value() is None
    assert "not a date" in edit.problem()
    assert edit.line.text() == "31. 2. 2026"


def test_a_day_is_written_out_when_the_field_is_left(put, qtbot, sl):
    edit = put(DateEdit(sl, today))
    qtbot.keyClicks(edit.line, "25.2.")
    edit.line.clearFocus()
    edit.line.editingFinished.emit()
    assert edit.line.text() == "25.\u00a02.\u00a02026"


def test_a_day_is_picked_from_the_calendar(put, qtbot, sl):
    edit = put(DateEdit(sl, today))
    edit.open_calendar()
    with qtbot.waitSignal(edit.edited):
        edit._popup.calendar.activated.emit(QDate(2026, 4, 14))
    assert edit.value() == date(2026, 4, 14)
    edit.set_value(None)
    assert edit.line.text() == ""


@pytest.mark.parametrize(("typed", "hour"), [("9", time(9)), ("9.30", time(9, 30)), ("930", time(9, 30))])
def test_an_hour_is_understood_as_people_type_it(put, qtbot, sl, typed, hour):
    edit = put(TimeEdit(sl))
    qtbot.keyClicks(edit.line, typed)
    assert edit.value() == hour
    edit.set_value(hour)
    assert edit.problem() == ""


def test_what_is_no_hour_is_told(put, qtbot, t):
    edit = put(TimeEdit(t))
    qtbot.keyClicks(edit.line, "27")
    assert "not a time" in edit.problem()


def test_a_vague_date_keeps_the_words_it_cannot_read(put, qtbot, sl):
    edit = put(VagueDateEdit(sl, today))
    qtbot.keyClicks(edit.line, "oktober 1975")
    assert edit.value().edtf == "1975-10"
    edit.line.clear()
    qtbot.keyClicks(edit.line, "po vojni")
    assert edit.value() == VagueDate(wording="po vojni")
    assert edit._echo.isVisible()


def test_a_vague_date_shows_what_is_stored(put, sl):
    edit = put(VagueDateEdit(sl, today))
    edit.set_value(VagueDate("2008"))
    assert "2008" in edit.line.text()
    edit.set_value(VagueDate())
    assert edit.line.text() == ""


@dataclass
class Towns:
    names: dict[int, str] = field(default_factory=lambda: {BASE + 1: "Villach", BASE + 2: "Rivoli"})

    def search(self, text):
        return [Choice(i, n, "Austria") for i, n in self.names.items() if text.casefold() in n.casefold()]

    def title(self, record_id):
        return self.names[record_id]

    def create(self, text):
        self.names[BASE + 3] = text
        return BASE + 3


@pytest.fixture
def towns():
    return Towns()


@pytest.fixture
def picker(put, t, towns):
    return put(Picker(t, towns.search, towns.title, create=towns.create))


def test_enter_takes_the_first_that_fits(picker, qtbot):
    qtbot.keyClicks(picker.line, "vil")
    with qtbot.waitSignal(picker.edited):
        qtbot.keyClick(picker._popup, Qt.Key.Key_Return)
    assert picker.value() == BASE + 1
    assert picker.line.text() == "Villach"
    assert picker.problem() == ""


def test_the_last_line_creates_in_place(picker, qtbot, towns):
    qtbot.keyClicks(picker.line, "Amberg")
    model = picker._completer.model()
    last = model.index(model.rowCount() - 1, 0)
    assert last.data(ID_ROLE) == CREATE
    assert "Amberg" in last.data()
    with qtbot.waitSignal(picker.edited):
        picker._picked(last)
    assert picker.value() == BASE + 3
    assert towns.names[BASE + 3] == "Amberg"


def test_text_that_belongs_to_nothing_is_a_problem_and_stays(picker, qtbot):
    qtbot.keyClicks(picker.line, "Atlantis")
    picker._popup.hide()
    assert picker.value() is None
    assert picker.problem()
    assert picker.line.text() == "Atlantis"


def test_a_name_typed_in_full_is_taken_when_the_field_is_left(picker, qtbot):
    qtbot.keyClicks(picker.line, "rivoli")
    picker._popup.hide()
    picker.line.editingFinished.emit()
    assert picker.value() == BASE + 2


def test_a_choice_can_be_cleared(picker, qtbot):
    picker.set_value(BASE + 1)
    with qtbot.waitSignal(picker.edited):
        picker.clear_button.click()
    assert picker.value() is None
    assert picker.line.text() == ""


def test_changing_the_text_lets_go_of_the_choice(picker, qtbot):
    picker.set_value(BASE + 1)
    qtbot.keyClicks(picker.line, "x")
    assert picker.value() is None


def test_suggestions_are_read_with_their_detail(picker, qtbot):
    qtbot.keyClick(picker.line, Qt.Key.Key_Down)
    model = picker._completer.model()
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Villach, Austria"


def test_a_person_is_created_by_name(context, memory, put):
    picker = put(person_picker(context))
    picker._make("dr. Petra Oberrauner")
    stored = memory.people.get(picker.value()).record
    assert stored.name == PersonName(title_before="dr.", given="Petra", family="Oberrauner")
    assert picker.line.text() == "dr. Petra Oberrauner"


def test_a_place_is_created_in_the_language_of_the_window(context, memory, put):
    picker = put(place_picker(context))
    picker._make("Amberg")
    assert memory.places.get(picker.value()).record.names == LocalizedText(en="Amberg")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Petra", PersonName(family="Petra")),
        ("Ana Marija Novak, MBA", PersonName(given="Ana Marija", family="Novak", title_after="MBA")),
        ("prof. dr. Jan Kos", PersonName(title_before="prof. dr.", given="Jan", family="Kos")),
        ("  ", PersonName()),
    ],
)
def test_a_typed_name_is_taken_apart(typed, name):
    assert name_from(typed) == name


@dataclass(slots=True, kw_only=True)
class Item:
    starts_at: time | None = None
    title: str = ""
    done: bool = False


@pytest.fixture
def table(put, t):
    columns: list[ChildColumn[Item]] = [
        ChildColumn(
            "starts_at",
            "From",
            lambda item: str(item.starts_at),
            lambda parent: TimeEdit(t, parent),
            width=8,
        ),
        ChildColumn("title", "Title", lambda item: item.title, TextField, stretch=True),
        ChildColumn("done", "Done", lambda _item: "", checkable=True, width=6),
    ]
    made = put(ChildTable(t, columns, Item, add_text="Add item", name="Programme"))
    made.resize(500, 300)
    made.set_value([Item(title="a"), Item(title="b"), Item(title="c")])
    return made


def titles(table):
    return [item.title for item in table.value()]


def test_a_table_hands_back_copies(table):
    rows = table.value()
    table.set_value(rows)
    assert table.value() == rows


def test_a_row_is_added_and_written_in_at_once(table, qtbot):
    table.add_row()
    editor = table.table.indexWidget(table.table.currentIndex())
    assert isinstance(editor, TimeEdit)
    qtbot.keyClicks(editor.line, "9.30")
    table.commit()
    assert table.value()[3].starts_at == time(9, 30)


def test_a_row_is_moved_with_the_keys(table, qtbot):
    table.table.setCurrentIndex(table.model.index(2, 1))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(table.table, key, Qt.KeyboardModifier.AltModifier)
    assert titles(table) == ["a", "c", "b"]
    assert table.table.currentIndex().row() == 1


def test_a_row_is_removed_and_brought_back(table, qtbot):
    table.table.setCurrentIndex(table.model.index(0, 0))
    qtbot.keyClick(table.table, Qt.Key.Key_Delete)
    assert titles(table) == ["b", "c"]
    qtbot.keyClick(table.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert titles(table) == ["a", "b", "c"]


def test_a_cell_is_written_with_the_keyboard_alone(table, qtbot):
    table.table.setCurrentIndex(table.model.index(0, 1))
    qtbot.keyClick(table.table, Qt.Key.Key_Return)
    editor = table.table.indexWidget(table.table.currentIndex())
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Reception")
    with qtbot.waitSignal(table.edited):
        table.commit()
    assert titles(table)[0] == "Reception"


def test_what_a_cell_does_not_understand_is_not_taken_over(table, qtbot):
    table.table.setCurrentIndex(table.model.index(0, 0))
    table.table.edit(table.model.index(0, 0))
    editor = table.table.indexWidget(table.model.index(0, 0))
    qtbot.keyClicks(editor.line, "27 o'clock")
    table.commit()
    assert table.value()[0].starts_at is None


def test_a_box_is_ticked(table):
    index = table.model.index(1, 2)
    assert table.model.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert table.value()[1].done is True


def test_an_empty_table_is_not_shown_as_a_grey_box(table):
    table.set_value([])
    assert table.table.isHidden()
    assert table.add_button.isVisible()


def test_the_height_follows_the_rows(table):
    before = table.table.sizeHint().height()
    table.model.add(Item(title="d"))
    assert table.table.sizeHint().height() > before
