from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester

from cabinet_app.gui.theme.tokens import LIGHT
from cabinet_app.gui.widgets.pills import PillLabel, StatusSpec
from cabinet_app.gui.widgets.record_list import RecordList
from cabinet_app.gui.widgets.record_model import (
    ID_ROLE,
    PAGE,
    PAGES_KEPT,
    STATUS_ROLE,
    Column,
    RecordModel,
    Sorting,
)

BASE = 1 << 50


class Source:
    """Rows that count how often and for what they are asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, ids):
        self.asked.append(len(ids))
        return [SimpleNamespace(id=i, name=f"Town {i - BASE}", state="ok") for i in ids]


def columns():
    return [
        Column("name", "Name", text=lambda row: row.name, sort_key="name", stretch=True),
        Column(
            "state",
            "State",
            text=lambda row: row.state,
            status=lambda _row: StatusSpec("●", "confirmed", "ok"),
            width=16,
        ),
    ]


def ids(count):
    return [BASE + number for number in range(count)]


@pytest.fixture
def records(qtbot, theme):
    made = RecordList(columns(), Source())
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def test_the_model_keeps_the_rules_of_models(qapp):
    model = RecordModel(columns(), Source())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for count in (0, 3, 500):
        model.set_ids(ids(count))
        assert model.rowCount() == count


def test_a_million_rows_fetch_only_the_pages_that_are_looked_at(qapp):
    source = Source()
    model = RecordModel(columns(), source)
    model.set_ids(range(BASE, BASE + 1_000_000))
    assert model.rowCount() == 1_000_000
    assert source.asked == []
    assert model.index(999_999, 0).data() == "Town 999999"
    assert source.asked == [1_000_000 % PAGE or PAGE]


def test_only_a_few_pages_are_kept(qapp):
    source = Source()
    model = RecordModel(columns(), source)
    model.set_ids(ids(PAGE * (PAGES_KEPT + 2)))
    for page in range(PAGES_KEPT + 2):
        model.index(page * PAGE, 0).data()
    model.index(0, 0).data()
    assert len(source.asked) == PAGES_KEPT + 3


def test_a_cell_gives_its_text_its_id_its_status_and_its_spoken_text(qapp):
    model = RecordModel(columns(), Source())
    model.set_ids(ids(2))
    cell = model.index(1, 1)
    assert cell.data(ID_ROLE) == BASE + 1
    assert cell.data(STATUS_ROLE) == StatusSpec("●", "confirmed", "ok")
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Town 1"


def test_tooltips_show_markup_literally(qapp):
    model = RecordModel([Column("a", "A", text=lambda _row: "<b>& co")], Source())
    model.set_ids(ids(1))
    assert "&lt;b&gt;&amp; co" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_row_that_is_gone_is_empty_and_not_an_error(qapp):
    model = RecordModel(columns(), lambda wanted: [None for _ in wanted])
    model.set_ids(ids(2))
    assert model.index(0, 0).data() is None


def test_a_click_on_a_heading_sorts_and_a_second_one_turns_it_round(records, qtbot):
    records.show_ids(ids(3))
    header = records.horizontalHeader()
    for descending in (False, True):
        with qtbot.waitSignal(records.sorting_changed):
            qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
        assert records.sorting == Sorting("name", descending)


def test_a_column_without_a_sort_key_does_not_sort(records, qtbot):
    records.show_ids(ids(3))
    with qtbot.assertNotEmitted(records.sorting_changed):
        records.records.sort(1)


def test_the_current_record_stays_current_when_the_list_is_asked_again(records, qtbot):
    records.show_ids(ids(50))
    records.select(BASE + 7)
    with qtbot.assertNotEmitted(records.current_changed):
        records.show_ids(list(reversed(ids(50))))
    assert records.current_id() == BASE + 7
    assert records.currentIndex().row() == 42


def test_the_loss_of_the_current_record_is_told(records, qtbot):
    records.show_ids(ids(5))
    records.select(BASE + 4)
    with qtbot.waitSignal(records.current_changed) as told:
        records.show_ids(ids(3))
    assert told.args == [0]


def test_ids_beyond_32_bits_survive_the_signal(records, qtbot):
    records.show_ids(ids(5))
    with qtbot.waitSignal(records.current_changed) as told:
        records.select(BASE + 3)
    assert told.args == [BASE + 3]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_and_f2_open_the_record(records, qtbot, key):
    records.show_ids(ids(2))
    records.select(BASE + 1)
    with qtbot.waitSignal(records.activated_record) as told:
        qtbot.keyClick(records, key)
    assert told.args == [BASE + 1]


def test_bands_take_room_above_their_row_and_add_no_rows(records):
    records.show_ids(ids(6), {0: "March", 3: "April"})
    assert records.records.rowCount() == 6
    assert records.rowHeight(0) > records.rowHeight(1)
    assert records.rowHeight(3) == records.rowHeight(0)
    records.show_ids(ids(6))
    assert records.rowHeight(0) == records.rowHeight(1)


def test_a_band_is_not_coloured_by_the_selection(records):
    records.show_ids(ids(3), {0: "March"})
    records.select(BASE)
    image = records.viewport().grab().toImage()
    assert image.pixelColor(image.width() - 5, 4).name().upper() == LIGHT.surface
    assert image.pixelColor(image.width() - 5, records.rowHeight(0) - 4).name().upper() == LIGHT.selection


def test_heading_and_cell_begin_at_the_same_place(records):
    records.show_ids(ids(1))
    header = records.horizontalHeader().viewport().grab().toImage()
    cells = records.viewport().grab().toImage()
    assert abs(_first_ink(header) - _first_ink(cells)) <= 2


def _first_ink(image):
    ground = image.pixelColor(1, image.height() // 2 if image.height() < 60 else 16)
    for x in range(2, 60):
        if any(image.pixelColor(x, y) != ground for y in range(6, 26)):
            return x
    return -1


def test_widths_are_remembered(records, qtbot, theme):
    records.horizontalHeader().resizeSection(1, 177)
    other = RecordList(columns(), Source())
    qtbot.addWidget(other)
    other.restore_header(records.header_state())
    assert other.columnWidth(1) == 177


def test_a_list_is_painted_five_hundred_times_without_losing_a_reference(records):
    records.show_ids(ids(200), {0: "March"})
    for _ in range(500):
        records.viewport().repaint()
    assert records.records.rowCount() == 200


def test_a_pill_says_its_word_and_not_its_glyph(qtbot, theme):
    pill = PillLabel(StatusSpec("✕", "cancelled", "danger"))
    qtbot.addWidget(pill)
    assert pill.accessibleName() == "cancelled"
    assert pill.sizeHint().width() > 40
    pill.set_status(None)
    assert pill.isHidden()
