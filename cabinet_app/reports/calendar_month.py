"""The month calendar on paper: one page per month, and pages that list in full what had no room there."""

from dataclasses import dataclass
from typing import Final

from cabinet_app.domain.month_layout import week_rows
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.reports.calendar_data import CalendarData
from cabinet_app.reports.calendar_grid import GridPainter
from cabinet_app.reports.calendar_legend import Legend
from cabinet_app.reports.calendar_list import continuation
from cabinet_app.reports.calendar_plan import MARGIN, MonthPlan, Planner, Room, grid_room
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.flow import Placed
from cabinet_app.reports.fonts import Face, width
from cabinet_app.reports.frame import draw_band
from cabinet_app.reports.house import HouseStyle, Orientation, Paper, sheet_size
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import INK, MM, SMALL, TINY, Style
from cabinet_app.reports.text import Align, wrap
from cabinet_app.reports.typesetter import Typesetter

_TITLE: Final = Style(Face.SEMIBOLD, 22, 27)
_HEAD: Final = 14 * MM
_WEEKDAYS: Final = 6 * MM
_WEEK_COLUMN: Final = 8 * MM
_FOOT: Final = 8 * MM
_ARMS: Final = 11 * MM


def render(
    data: CalendarData, house: HouseStyle, t: Translator, paper: Paper, orientation: Orientation
) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _Calendar(data if data.internal else data.for_guests(), house, t, paper, orientation)
    return print_.render(), print_.findings


@dataclass(slots=True)
class _Page:
    """A page to be drawn: a month's grid, or a part of its list."""

    year: int
    month: int
    plan: MonthPlan
    listed: list[Placed] | None = None


class _Calendar:
    def __init__(
        self, data: CalendarData, house: HouseStyle, t: Translator, paper: Paper, orientation: Orientation
    ) -> None:
        self._data = data
        self._house = house
        self._t = t
        self._setter = Typesetter(t)
        self._planner = Planner(data, self._setter, paper)
        self._scale = self._planner.scale
        self._width, self._height = sheet_size(paper, orientation)
        self._inner = self._width - 2 * MARGIN
        first, last = data.months[0], data.months[-1]
        title = dates.month_title(*first, t.language)
        if last != first:
            title += f"–{dates.month_title(*last, t.language)}"
        calendar = t.gettext("Calendar")
        self._sheet = Sheet(
            self._width,
            self._height,
            title=f"{calendar} {title}",
            author=house.municipality.shown(t.language),
            language=t.language,
        )
        # Every text is set once before the room is shared out, so that the legend knows all it must explain.
        for entry in data.entries:
            self._planner.runs(entry, SMALL.size)
        self._legend = Legend(data, self._setter, self._inner, self._scale)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        pages = [page for year, month in self._data.months for page in self._month_pages(year, month)]
        top = MARGIN + _HEAD * self._scale
        for number, page in enumerate(pages, start=1):
            self._head(page)
            if page.listed is None:
                painter = GridPainter(
                    self._sheet,
                    self._data,
                    self._planner,
                    self._setter,
                    self._house.accent,
                    list_page=number + 1,
                )
                bottom = painter.paint(
                    page.plan, MARGIN, top, _WEEK_COLUMN * self._scale, _WEEKDAYS * self._scale
                )
                self._legend.draw(self._sheet, MARGIN, bottom + 2.5 * MM)
            else:
                for placed in page.listed:
                    draw_band(self._sheet, placed.band, MARGIN, top + placed.y, self._inner)
            self._foot(number, len(pages))
            self._sheet.next_page()
        return self._sheet.finish(self._data.printed_at, self._filter_words())

    def _month_pages(self, year: int, month: int) -> list[_Page]:
        plan = self._planner.plan(year, month, self._room(len(week_rows(year, month))))
        pages = [_Page(year, month, plan)]
        if plan.listed:
            self._setter.find(Finding(FindingKind.ENTRIES_CONTINUED, count=len(plan.listed)))
            entries = [self._data.entries[key] for key in plan.listed]
            height = self._height - 2 * MARGIN - (_HEAD + _FOOT) * self._scale
            listing = continuation(entries, self._data, self._setter, self._inner, height)
            pages += [_Page(year, month, plan, listed) for listed in listing]
        return pages

    def _room(self, weeks: int) -> Room:
        height = self._height - 2 * MARGIN - (_HEAD + _WEEKDAYS + _FOOT) * self._scale - self._legend.height
        return grid_room(self._inner, height, weeks, _WEEK_COLUMN * self._scale)

    def _head(self, page: _Page) -> None:
        scale, language = self._scale, self._t.language
        title = dates.month_title(page.year, page.month, language)
        style = _TITLE.but(size=_TITLE.size * scale)
        self._words(MARGIN - 4, title, style)
        if page.listed is not None:
            beside = width(title, style.face, style.size) + 10
            smaller = _TITLE.but(face=Face.REGULAR, size=13 * scale)
            self._words(MARGIN + 4.5 * scale, self._t.gettext("continued"), smaller, x=beside)
        small = SMALL.but(size=SMALL.size * scale)
        names = (
            (self._house.municipality.shown(language), small.but(face=Face.SEMIBOLD, colour=INK)),
            (self._house.unit.shown(language), small),
            (
                self._t.gettext("Internal").upper() if self._data.internal else "",
                small.but(face=Face.BOLD, colour=self._house.accent),
            ),
        )
        right = 0.0
        if self._house.arms:
            right = _ARMS * scale
            self._sheet.image(
                MARGIN + self._inner - right * 0.84, MARGIN - 2, right * 0.84, right, self._house.arms
            )
        for index, (words, line_style) in enumerate(names):
            self._words(MARGIN - 2 + index * small.leading, words, line_style, align="right", right=right)

    def _filter_words(self) -> str:
        names = [name.shown(self._t.language) for name in self._data.filters]
        return ", ".join(names) if names else self._t.gettext("all bodies and visits")

    def _foot(self, number: int, total: int) -> None:
        t = self._t
        style = TINY.but(size=TINY.size * (1 + (self._scale - 1) / 2))
        y = self._height - MARGIN - style.leading
        moment = dates.timestamp(self._data.printed_at, t.language)
        parts = (
            self._house.footer.shown(t.language),
            t.gettext("Shown: {what}").format(what=self._filter_words()),
            "" if self._data.internal else t.gettext("without internal entries"),
            t.gettext("Printed on {moment}").format(moment=moment),
        )
        self._words(y, " · ".join(part for part in parts if part), style)
        self._words(y, t.gettext("page {x} of {y}").format(x=number, y=total), style, align="right")

    def _words(
        self, y: float, words: str, style: Style, *, x: float = 0.0, align: Align = "left", right: float = 0.0
    ) -> None:
        runs = self._setter.plain(words, style)
        if runs:
            line = wrap(runs, self._inner - x - right, align=align)[0]
            self._sheet.line(MARGIN + x, y, line)
