import pytest
from PySide6.QtCore import QPoint, Qt

from cabinet_app.domain.texts import Language
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.gui.agreements.timeline import Timeline, TimelinePoint
from cabinet_app.i18n.catalogs import translator

# The offscreen platform says so of every window that has a fixed height.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def timeline(qtbot):
    made = Timeline(translator(Language.EN))
    made.resize(420, 100)
    qtbot.addWidget(made)
    return made


def points(*dates: str) -> list[TimelinePoint]:
    return [TimelinePoint(VagueDate(edtf), f"act {place}", number=place) for place, edtf in enumerate(dates)]


def test_dates_of_different_precision_stand_in_order_and_unknown_ones_last(timeline):
    timeline.set_points(points("2008", "", "1975-11", "1975-10", "2008-07-25", "195X"))
    assert [point.when.edtf for point in timeline.points] == [
        "195X",
        "1975-10",
        "1975-11",
        "2008",
        "2008-07-25",
        "",
    ]


def test_the_line_can_be_read_aloud(timeline):
    timeline.set_points([TimelinePoint(VagueDate("2008"), "signing"), TimelinePoint(VagueDate(), "renewal")])
    assert timeline.description == "2008 signing – no date renewal"
    assert timeline.accessibleDescription() == timeline.description
    assert timeline.accessibleName()


def test_the_words_of_a_source_stand_where_no_date_is_known(timeline):
    timeline.set_points([TimelinePoint(VagueDate(wording="last year"), "signing")])
    assert timeline.description == "last year signing"


def test_an_empty_line_takes_no_room(timeline):
    timeline.set_points([])
    assert timeline.isHidden()
    assert timeline.height() == 0


def test_many_acts_break_into_rows_inside_the_width(timeline, qtbot):
    timeline.set_points(points(*(f"{year}-05-20" for year in range(1990, 2004))))
    with qtbot.waitExposed(timeline):
        timeline.show()
    tops = {spot.rect.top() for spot in timeline._spots}
    assert len(tops) > 1
    assert all(spot.rect.right() <= timeline.width() + 1 for spot in timeline._spots)
    assert timeline.height() >= max(spot.rect.bottom() for spot in timeline._spots)
    assert not timeline.grab().isNull()


def test_a_wider_line_needs_fewer_rows(timeline):
    timeline.set_points(points(*(f"{year}" for year in range(1990, 2004))))
    narrow = timeline.height()
    timeline.resize(2000, timeline.height())
    timeline._lay_out()
    assert timeline.height() < narrow


def test_a_click_on_an_act_chooses_it(timeline, qtbot):
    timeline.set_points(points("2016", "2008"))
    timeline.show()
    spot = timeline._spots[0]
    with qtbot.waitSignal(timeline.chosen) as chosen:
        qtbot.mouseClick(
            timeline,
            Qt.MouseButton.LeftButton,
            pos=QPoint(int(spot.rect.left()) + 4, int(spot.rect.top()) + 6),
        )
    assert chosen.args == [1]
    timeline.set_current(1)
    assert not timeline.grab().isNull()
