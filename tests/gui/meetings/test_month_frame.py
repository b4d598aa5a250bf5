"""Where days, lines and bars of the month lie."""

import itertools
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, QRect

from cabinet_app.domain.month_layout import MonthEntry, lay_out
from cabinet_app.gui.meetings.month_frame import Frame, Measures, keys_at

MEASURES = Measures(line=20, number=26, number_width=30, head=24, week_width=26)
ROOMY = Frame(766, 624, 5, MEASURES)
LOW = Frame(766, 174, 5, MEASURES)


def test_the_days_fill_the_area_without_a_gap():
    for frame in (ROOMY, LOW, Frame(701, 555, 6, MEASURES)):
        assert frame.cell(0, 0).topLeft() == QPoint(26, 24)
        assert frame.cell(frame.rows - 1, 6).bottomRight() == QPoint(frame.width - 1, frame.height - 1)
        for row in range(frame.rows):
            for column in range(6):
                assert frame.cell(row, column).right() + 1 == frame.cell(row, column + 1).left()


def test_every_line_lies_in_its_day_and_below_the_one_before():
    for frame in (ROOMY, LOW, Frame(500, 300, 6, MEASURES)):
        lines = [frame.line(1, 2, number) for number in range(frame.capacity)]
        assert all(frame.cell(1, 2).contains(line) for line in lines)
        assert all(one.bottom() < two.top() for one, two in itertools.pairwise(lines))


def test_a_roomy_day_has_its_lines_under_the_number():
    assert not ROOMY.is_low
    assert ROOMY.line(0, 0, 0).top() > ROOMY.number(0, 0).bottom()
    assert ROOMY.capacity == 4


def test_a_low_day_has_its_first_line_beside_the_number():
    assert LOW.is_low
    assert LOW.capacity == 1
    assert LOW.line(0, 0, 0).left() >= LOW.number(0, 0).right()


def test_even_the_lowest_day_has_a_line():
    assert Frame(300, 60, 6, MEASURES).capacity == 1


def test_the_day_under_a_point_is_found_and_none_in_the_margins():
    assert ROOMY.place_at(ROOMY.cell(3, 4).center()) == (3, 4)
    assert ROOMY.place_at(QPoint(5, 100)) is None
    assert ROOMY.place_at(QPoint(100, 5)) is None


def test_a_bar_spans_its_days():
    assert ROOMY.line(0, 1, 0, 3).right() > ROOMY.cell(0, 3).left()
    assert ROOMY.cell(0, 1, 3).width() == sum(ROOMY.cell(0, column).width() for column in (1, 2, 3))


@pytest.mark.parametrize("point", ["line", "bar", "more", "nothing"])
def test_what_is_under_a_point_is_told(point):
    entries = [
        MonthEntry(0, datetime(2021, 12, 13), datetime(2021, 12, 16), all_day=True),
        *(MonthEntry(n, datetime(2021, 12, 14, 8 + n), datetime(2021, 12, 14, 9 + n)) for n in range(1, 7)),
    ]
    grid = lay_out(2021, 12, entries, ROOMY.capacity)
    where: dict[str, tuple[QRect, tuple[int | None, bool]]] = {
        "line": (ROOMY.line(2, 1, 1), (1, False)),
        "bar": (ROOMY.line(2, 0, 0, 2), (0, False)),
        "more": (ROOMY.line(2, 1, 3), (None, True)),
        "nothing": (ROOMY.line(4, 1, 0), (None, False)),
    }
    rect, expected = where[point]
    assert keys_at(ROOMY, grid, rect.center()) == expected


def test_outside_the_days_there_is_nothing():
    assert keys_at(ROOMY, lay_out(2021, 12, [], 4), QPoint(3, 3)) == (None, False)
