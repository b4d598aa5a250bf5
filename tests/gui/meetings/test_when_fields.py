"""Day and hours of a meeting, typed."""

from datetime import date, datetime

import pytest

from cabinet_app.gui.meetings.when_fields import Span, WhenFields


@pytest.fixture
def when(qtbot, t):
    from PySide6.QtWidgets import QWidget

    box = QWidget()
    qtbot.addWidget(box)
    fields = WhenFields(t, lambda: date(2021, 12, 10), box)
    yield fields
    for field in (fields.day, fields.last_day, fields.start, fields.end_part):
        field.deleteLater()


def type_into(field, text: str) -> None:
    field.line.setText(text)
    field.line.textEdited.emit(text)


SPANS = [
    Span(datetime(2021, 12, 14, 17), datetime(2021, 12, 14, 17, 18)),
    Span(datetime(2021, 12, 14, 17)),
    Span(datetime(2021, 12, 14, 22), datetime(2021, 12, 15, 1)),
    Span(datetime(2021, 12, 14), all_day=True),
    Span(datetime(2021, 12, 14), datetime(2021, 12, 17), all_day=True),
    Span(datetime(2021, 12, 14), datetime(2021, 12, 16, 12), all_day=True),
    Span(datetime(2021, 12, 14, 17, 0, 30), datetime(2021, 12, 14, 18)),
    Span(),
]


@pytest.mark.parametrize("span", SPANS)
def test_what_was_shown_comes_back_as_it_was(when, span):
    when.show_span(span)
    assert when.span() == span
    assert when.value() == span.starts_at


def test_a_typed_day_and_hours_make_a_span(when):
    type_into(when.day, "14. 12. 2021")
    assert when.span() == Span(datetime(2021, 12, 14), None, all_day=True)
    assert when.all_day.isChecked()
    type_into(when.start, "17")
    type_into(when.end, "17.18")
    assert when.span() == Span(datetime(2021, 12, 14, 17), datetime(2021, 12, 14, 17, 18))
    assert not when.all_day.isChecked()


def test_several_days_end_at_the_midnight_after_the_last(when):
    type_into(when.day, "14. 12. 2021")
    type_into(when.last_day, "16. 12. 2021")
    assert when.span().ends_at == datetime(2021, 12, 17)


def test_an_end_on_another_day_keeps_its_hour(when):
    type_into(when.day, "14. 12. 2021")
    type_into(when.start, "9")
    type_into(when.end, "12")
    type_into(when.last_day, "15. 12. 2021")
    assert when.span().ends_at == datetime(2021, 12, 15, 12)


def test_a_last_day_before_the_first_is_an_end_before_the_start(when):
    type_into(when.day, "14. 12. 2021")
    type_into(when.last_day, "13. 12. 2021")
    span = when.span()
    assert span.starts_at is not None
    assert span.ends_at is not None
    assert span.ends_at < span.starts_at


def test_ticking_all_day_takes_the_hours_away(when):
    when.show_span(SPANS[0])
    when.all_day.click()
    assert when.span() == Span(datetime(2021, 12, 14), None, all_day=True)


def test_hours_without_a_day_ask_for_the_day(when):
    type_into(when.start, "17")
    assert when.problem() == "Enter the day as well."


def test_what_is_not_understood_is_told(when):
    type_into(when.day, "nekoč")
    assert "not a date" in when.problem()
    type_into(when.day, "14. 12. 2021")
    type_into(when.end, "pozno")
    assert "not a time" in when.problem()
    assert SPANS[0] != when.span()
