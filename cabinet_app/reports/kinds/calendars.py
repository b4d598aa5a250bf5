"""The printed calendars."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from cabinet_app.domain.calendar_spans import Span, month_of, quarter_of, week_of, year_of
from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.reports import calendar_names
from cabinet_app.reports.house import HouseStyle, Orientation
from cabinet_app.reports.kind import Printed, ReportKind
from cabinet_app.reports.options import Option, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

_OPTIONS: Final = frozenset(
    {
        Option.PERIOD,
        Option.AUDIENCE,
        Option.COUNTRIES,
        Option.GROUPS,
        Option.PERSON,
        Option.PAPER,
        Option.ORIENTATION,
    }
)


def _composer(widened: Callable[[date], Span]) -> Callable[["Cabinet", ReportOptions, Language], Any]:
    """Gathers the chosen days, widened to whole weeks, months, quarters or years."""

    def compose(cabinet: "Cabinet", options: ReportOptions, language: Language) -> Any:  # noqa: ANN401
        from cabinet_app.reports.composing import calendars

        return calendars.compose(
            cabinet,
            widened(options.start)[0],
            widened(max(options.last or options.start, options.start))[1],
            options.printed_at,
            internal=options.internal,
            countries=options.countries or calendars.usual_countries(cabinet, language),
            groups=options.groups,
            person_id=options.person_id,
        )

    return compose


def _agenda_days(cabinet: "Cabinet", options: ReportOptions, language: Language) -> Any:  # noqa: ANN401
    """The days as they were chosen; a week where only its beginning was."""
    widened = _day if options.last else week_of
    return _composer(widened)(cabinet, options, language)


def _day(day: date) -> Span:
    return day, day


def _month(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import calendar_month

    return calendar_month.render(data, house, t, options.paper, options.orientation or Orientation.LANDSCAPE)


def _quarter(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports.calendar_month import render_quarters

    return render_quarters(data, house, t, options.paper, options.orientation or Orientation.PORTRAIT)


def _planner(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports.calendar_month import render_planner

    return render_planner(data, house, t, options.paper, options.orientation or Orientation.LANDSCAPE)


def _week(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import calendar_week

    return calendar_week.render(data, house, t, options.paper, options.orientation or Orientation.LANDSCAPE)


def _agenda(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import calendar_agenda

    return calendar_agenda.render(data, house, t, options.paper, options.orientation or Orientation.PORTRAIT)


def _year(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import calendar_year

    return calendar_year.render(data, house, t, options.paper, options.orientation or Orientation.LANDSCAPE)


_STEM: Final = calendar_names.stem
_LANDSCAPE, _PORTRAIT = Orientation.LANDSCAPE, Orientation.PORTRAIT

KINDS: Final = (
    ReportKind(
        "calendar-month", N_("Month calendar"), _OPTIONS, _composer(month_of), _month, _STEM,
        orientation=_LANDSCAPE,
    ),
    ReportKind(
        "calendar-week", N_("Week timetable"), _OPTIONS, _composer(week_of), _week, _STEM,
        orientation=_LANDSCAPE,
    ),
    ReportKind(
        "calendar-planner", N_("Week planner"), _OPTIONS, _composer(week_of), _planner,
        calendar_names.planner, orientation=_LANDSCAPE,
    ),
    ReportKind(
        "calendar-agenda", N_("List of events"), _OPTIONS, _agenda_days, _agenda, calendar_names.agenda,
        orientation=_PORTRAIT,
    ),
    ReportKind(
        "calendar-quarter", N_("Quarter calendar"), _OPTIONS, _composer(quarter_of), _quarter, _STEM,
        orientation=_PORTRAIT,
    ),
    ReportKind(
        "calendar-year", N_("Year calendar"), _OPTIONS, _composer(year_of), _year, _STEM,
        orientation=_LANDSCAPE,
    ),
)  # fmt: skip
