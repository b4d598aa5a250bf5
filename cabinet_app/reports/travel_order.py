"""Data sheets of travel orders: one page for each traveller, with lines for what is still to be written."""

from typing import Final

from cabinet_app.domain.travel_orders import Moment
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.countries import country_name
from cabinet_app.i18n.labels import label
from cabinet_app.reports.delegation_list import visit_days, visit_line
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.flow import Band, Column, Rule
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.paper_bands import PaperBands
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import BODY, MM, SMALL, STRONG, Style
from cabinet_app.reports.text import Line, Run
from cabinet_app.reports.travel_order_data import TravelOrdersData, TravelSheet
from cabinet_app.reports.typesetter import Typesetter, with_notes

_LABELS: Final = 52 * MM
_SIGNING: Final = 22 * MM


def render(data: TravelOrdersData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _TravelOrders(data, house, t)
    return print_.render(), print_.findings


class _TravelOrders:
    def __init__(self, data: TravelOrdersData, house: HouseStyle, t: Translator) -> None:
        self._data = data
        self._t = t
        self._setter = Typesetter(t)
        imprint = Imprint(
            title=t.gettext("Data for the travel order"),
            printed_at=data.head.printed_at,
            subject=visit_days(data.head, t),
            stamp=t.gettext("Internal").upper(),
        )
        self._frame = Frame(self._setter, house, imprint)
        self._bands = PaperBands(self._setter, self._frame.width, house.accent)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        papers = [self._paper(sheet) for sheet in self._data.sheets]
        return self._frame.render_papers(papers or [self._nobody()])

    def _nobody(self) -> list[Band]:
        t = self._t
        bands = self._bands.opening(t.gettext("Data for the travel order"), visit_line(self._data.head, t))
        words = t.gettext("None of our people travel on this visit.")
        return [*bands, self._bands.paragraph(words, before=14)]

    def _paper(self, sheet: TravelSheet) -> list[Band]:
        t = self._t
        number = (
            t.gettext("Data for travel order No. {number}").format(number=sheet.number)
            if sheet.number
            else t.gettext("Data for the travel order")
        )
        bands = self._bands.opening(number, visit_line(self._data.head, t), visit_days(self._data.head, t))
        facts = self._facts(sheet)
        first, *others = (self._bands.fact(name, runs, width=_LABELS, ruled=True) for name, runs in facts)
        first.before = 16
        bands += [first, *others]
        bands[-1].below = Rule()
        words = t.gettext("Daily allowances are worked out by the accounting office.")
        bands.append(self._bands.paragraph(words, SMALL, before=8))
        return with_notes([*bands, self._signatures()], *self._setter.legend(self._frame.width))

    def _facts(self, sheet: TravelSheet) -> list[tuple[str, list[Run]]]:
        t, data, setter = self._t, self._data, self._setter
        country = country_name(data.country, t.language) if data.country else ""
        place = ", ".join(filter(None, (data.place.shown(t.language), country)))
        transport = sheet.transport or ", ".join(label(mode, t) for mode in sheet.modes)
        function = setter.localized(sheet.function)
        return [
            (t.gettext("Traveller"), setter.plain(sheet.name or t.gettext("name not known yet"), STRONG)),
            (t.gettext("Function"), function),
            (t.gettext("Organization"), setter.localized(sheet.organization)),
            (t.gettext("Task"), setter.localized(sheet.task)),
            (t.gettext("Place"), setter.plain(place)),
            (t.gettext("Leaves"), self._moment(sheet.leaves)),
            (t.gettext("Returns"), self._moment(sheet.returns)),
            (t.gettext("Transport"), setter.plain(transport)),
            (t.gettext("Registration number"), setter.plain(sheet.plate, bound=False)),
            (t.gettext("Costs paid by"), setter.plain(sheet.payer)),
            (t.gettext("Advance"), setter.plain(sheet.advance)),
        ]

    def _moment(self, moment: Moment | None) -> list[Run]:
        if moment is None:
            return []
        language = self._t.language
        words = dates.long(moment.day, language)
        if moment.hour is not None:
            words = f"{words}, {dates.time_sentence(moment.hour, language)}"
        return self._setter.plain(words)

    def _signatures(self) -> Band:
        """Room for the two who sign, each with a line under the name of the part."""
        t, half = self._t, self._frame.width / 2
        width = half - 10 * MM
        columns = [
            Column(x, [_white(_SIGNING), *self._words(words, width)])
            for x, words in ((0.0, t.gettext("Traveller")), (half + 10 * MM, t.gettext("Ordered by")))
        ]

        def paint(sheet: Sheet, x: float, y: float) -> None:
            for column in columns:
                sheet.rule(x + column.x, y + _SIGNING - 2, width)

        return Band(columns, before=12, whole=True, paint=paint)

    def _words(self, words: str, width: float, style: Style = SMALL) -> list[Line]:
        return self._setter.lines(self._setter.plain(words, style), width)


def _white(height: float) -> Line:
    return Line((), height, BODY.size)
