"""Day and hours of a meeting as fields of a form, and what they make of them together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, Signal

from cabinet_app.gui.meetings.words import last_day_of
from cabinet_app.gui.widgets.date_edit import DateEdit, TimeEdit
from cabinet_app.gui.widgets.fields import CheckField
from cabinet_app.gui.widgets.form import together
from cabinet_app.i18n.catalogs import Translator

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """When a meeting is: as the record has it."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    all_day: bool = False


@dataclass(frozen=True, slots=True)
class _Typed:
    day: date | None
    start: time | None
    end: time | None
    last_day: date | None


class WhenFields(QObject):
    """The fields of a span. Without an hour it lasts all day; the last day only stands if it is another.

    A field of the editor for `starts_at`; the editor takes the rest from `span`.
    """

    edited = Signal()

    def __init__(self, t: Translator, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._t = t
        self.day = DateEdit(t, today, has_echo=False)
        self.last_day = DateEdit(t, today, has_echo=False)
        self.last_day.setAccessibleName(t.gettext("Last day"))
        self.last_day.line.setPlaceholderText(t.gettext("same day"))
        self.start = TimeEdit(t)
        self.start.setAccessibleName(t.gettext("Begins at"))
        self.end = TimeEdit(t)
        self.end.setAccessibleName(t.gettext("Ends at"))
        self.end.line.setAccessibleName(t.gettext("Ends at"))
        self.all_day = CheckField(t.gettext("all day"))
        self.end_part = together([self.end, self.all_day])
        self.end_part.setFocusProxy(self.end)
        self._loaded = Span()
        self._as_loaded = _Typed(None, None, None, None)
        for field in (self.day, self.start, self.end, self.last_day):
            field.edited.connect(self._typed)
        self.all_day.edited.connect(self._all_day_chosen)

    def span(self) -> Span:
        """What the fields say; what was loaded, to the minute, while nobody has changed anything."""
        typed = self._state()
        return self._loaded if typed == self._as_loaded else _span_of(typed)

    def show_span(self, span: Span) -> None:
        """Fill the fields, unless they say this already."""
        if span == self.span():
            return
        first = span.starts_at.date() if span.starts_at else None
        last = first
        if span.starts_at and span.ends_at:
            last = last_day_of(span.starts_at, span.ends_at, all_day=span.all_day)
        is_timed = span.starts_at is not None and not span.all_day
        self.day.set_value(first)
        self.start.set_value(span.starts_at.time() if span.starts_at and is_timed else None)
        self.end.set_value(span.ends_at.time() if span.ends_at and is_timed else None)
        self.last_day.set_value(last if last != first else None)
        self._show_all_day()
        self._loaded, self._as_loaded = span, self._state()

    def value(self) -> datetime | None:
        return self.span().starts_at

    def set_value(self, _value: datetime | None) -> None:
        """Nothing: the editor shows the whole span."""

    def problem(self) -> str:
        """A day or an hour that is not understood."""
        fields = (self.day, self.start, self.end, self.last_day)
        told = next((problem for field in fields if (problem := field.problem())), "")
        if not told and self._state().day is None and any(self._hours()):
            return self._t.gettext("Enter the day as well.")
        return told

    def _hours(self) -> tuple[time | None, time | None]:
        return self.start.value(), self.end.value()

    def _state(self) -> _Typed:
        return _Typed(self.day.value(), *self._hours(), self.last_day.value())

    def _typed(self) -> None:
        self._show_all_day()
        self.edited.emit()

    def _show_all_day(self) -> None:
        self.all_day.set_value(self.day.value() is not None and self.start.value() is None)

    def _all_day_chosen(self) -> None:
        if self.all_day.value():
            self.start.set_value(None)
            self.end.set_value(None)
        else:
            self.start.setFocus()
        self.edited.emit()


def _span_of(typed: _Typed) -> Span:
    if typed.day is None:
        return Span()
    last = typed.last_day or typed.day
    if typed.start is None:
        start = datetime.combine(typed.day, time.min)
        end = datetime.combine(last + _ONE_DAY, time.min) if last > typed.day else None
        return Span(start, end if last >= typed.day else datetime.combine(last, time.min), all_day=True)
    start = datetime.combine(typed.day, typed.start)
    if typed.end is None:
        return Span(start, datetime.combine(last, typed.start) if last != typed.day else None)
    return Span(start, datetime.combine(last, typed.end))
