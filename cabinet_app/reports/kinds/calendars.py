"""The printed calendars."""

from typing import TYPE_CHECKING, Any, Final

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.reports import file_names
from cabinet_app.reports.house import HouseStyle, Orientation
from cabinet_app.reports.kind import Printed, ReportKind
from cabinet_app.reports.options import Option, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def _compose_calendar(cabinet: "Cabinet", options: ReportOptions, language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import calendars

    return calendars.compose(
        cabinet,
        options.start,
        options.last or options.start,
        options.printed_at,
        internal=options.internal,
        countries=options.countries or calendars.usual_countries(cabinet, language),
        groups=options.groups,
    )


def _render_calendar(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import calendar_month

    orientation = options.orientation or Orientation.LANDSCAPE
    return calendar_month.render(data, house, t, options.paper, orientation)


KINDS: Final = (
    ReportKind(
        "calendar-month",
        N_("Month calendar"),
        frozenset(
            {
                Option.PERIOD,
                Option.AUDIENCE,
                Option.COUNTRIES,
                Option.GROUPS,
                Option.PAPER,
                Option.ORIENTATION,
            }
        ),
        _compose_calendar,
        _render_calendar,
        file_names.calendar,
        orientation=Orientation.LANDSCAPE,
    ),
)
