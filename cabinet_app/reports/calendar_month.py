"""The month grid on paper: one page per month, and the pages that list in full what had no room."""

from dataclasses import dataclass, replace
from typing import Final

from cabinet_app.domain.month_layout import Bar, DayCell, Week, week_rows
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.reports import fonts
from cabinet_app.reports.calendar_data import CalendarData
from cabinet_app.reports.calendar_list import continuation
from cabinet_app.reports.calendar_plan import (
    INSET,
    DAY_ROOM,
    LEADING,
    MARGIN,
    MonthPlan,
    Planner,
    Room,
    bar_width,
    grid_room,
    leading_of,
    sign_of,
)
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.flow import Placed
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.frame import draw_band
from cabinet_app.reports.house import HouseStyle, Orientation, Paper, sheet_size
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import DANGER, HAIRLINE, INK, MM, MUTED, SMALL, TINT, TINY, Style
from cabinet_app.reports.text import Line, Piece, Run, wrap
from cabinet_app.reports.typesetter import Typesetter

_TITLE: Final = Style(Face.SEMIBOLD, 22, 27)
_WEEKDAY: Final = Style(Face.SEMIBOLD, 8.5, 11)
_DAY: Final = Style(Face.SEMIBOLD, 11, 13)
_WEEK_COLUMN: Final = 8 * MM
_HEAD: Final = 14 * MM
_WEEKDAYS: Final = 6 * MM
_FOOT: Final = 9 * MM
_SATURDAY: Final = 5


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
        self._width, self._height = sheet_size(paper, orientation)
        first, last = data.months[0], data.months[-1]
        title = dates.month_title(*first, t.language)
        if last != first:
            title += f"–{dates.month_title(*last, t.language)}"
        self._sheet = Sheet(
            self._width,
            self._height,
            title=f"{t.gettext('Calendar')} {title}",
            author=house.municipality.shown(t.language),
            language=t.language,
        )
        self._legend: list[Line] = []

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    @property
    def _inner(self) -> float:
        return self._width - 2 * MARGIN

    def render(self) -> bytes:
        pages = [page for year, month in self._data.months for page in self._month_pages(year, month)]
        for number, page in enumerate(pages, start=1):
            self._head(page)
            if page.listed is None:
                self._grid(page, number + 1)
            else:
                for placed in page.listed:
                    draw_band(self._sheet, placed.band, MARGIN, MARGIN + _HEAD + placed.y, self._inner)
            self._foot(number, len(pages))
            self._sheet.next_page()
        return self._sheet.finish(self._data.printed_at, self._filter_words())

    def _month_pages(self, year: int, month: int) -> list[_Page]:
        weeks = len(week_rows(year, month))
        for entry in self._data.entries:
            self._planner.runs(entry, 8)
        self._legend = self._legend_lines()
        plan = self._planner.plan(year, month, self._room(weeks))
        pages = [_Page(year, month, plan)]
        if plan.listed:
            self._setter.find(Finding(FindingKind.ENTRIES_CONTINUED, count=len(plan.listed)))
            entries = [self._data.entries[key] for key in plan.listed]
            height = self._height - 2 * MARGIN - _HEAD - _FOOT
            listing = continuation(entries, self._data, self._setter, self._inner, height)
            pages += [_Page(year, month, plan, listed) for listed in listing]
        return pages

    def _room(self, weeks: int) -> Room:
        height = self._height - 2 * MARGIN - _HEAD - _WEEKDAYS - self._legend_height() - _FOOT
        return grid_room(self._inner, height, weeks, _WEEK_COLUMN)

    def _head(self, page: _Page) -> None:
        title = dates.month_title(page.year, page.month, self._t.language)
        self._words(MARGIN, MARGIN - 4, title, _TITLE)
        if page.listed is not None:
            shift = fonts.width(title, _TITLE.face, _TITLE.size) + 10
            self._words(
                MARGIN + shift,
                MARGIN + 4.5,
                self._t.gettext("continued"),
                _TITLE.but(face=Face.REGULAR, size=13),
            )
        right = [self._house.municipality.shown(self._t.language), self._house.unit.shown(self._t.language)]
        styles = (SMALL.but(face=Face.SEMIBOLD, colour=INK), SMALL)
        for index, (words, style) in enumerate(zip(right, styles, strict=True)):
            self._right(MARGIN - 1 + index * SMALL.leading, words, style)
        if self._data.internal:
            stamp = self._t.gettext("Internal").upper()
            self._right(
                MARGIN + 2 * SMALL.leading - 1, stamp, TINY.but(face=Face.BOLD, colour=self._house.accent)
            )

    def _grid(self, page: _Page, list_page: int) -> None:
        room = self._room(len(page.plan.grid.weeks))
        top = MARGIN + _HEAD
        left = MARGIN + _WEEK_COLUMN
        self._weekday_row(page, room, top)
        top += _WEEKDAYS
        for index, week in enumerate(page.plan.grid.weeks):
            self._week(week, page.plan, room, (left, top + index * room.row), index, list_page)
        bottom = top + room.row * len(page.plan.grid.weeks)
        self._sheet.rule(MARGIN, bottom, self._inner, colour=MUTED)
        for column in range(1, 7):
            self._sheet.rule(left + column * room.column, top, bottom - top, upright=True)
        self._sheet.rule(left, top, bottom - top, upright=True)
        for number, line in enumerate(self._legend):
            self._sheet.line(MARGIN, bottom + 2.5 * MM + number * line.leading, line)
            self._legend_marks(number, bottom + 2.5 * MM)

    def _weekday_row(self, page: _Page, room: Room, top: float) -> None:
        first = page.plan.grid.weeks[0].days
        for column, cell in enumerate(first):
            name = dates.weekday_name(cell.day, self._t.language)
            colour = MUTED if column >= _SATURDAY else INK
            self._words(
                MARGIN + _WEEK_COLUMN + column * room.column + INSET, top, name, _WEEKDAY.but(colour=colour)
            )
        self._sheet.rule(MARGIN, top + _WEEKDAYS, self._inner, colour=self._house.accent, weight=1.4)

    def _week(
        self, week: Week, plan: MonthPlan, room: Room, corner: tuple[float, float], index: int, list_page: int
    ) -> None:
        left, top = corner
        for column, cell in enumerate(week.days):
            if cell.in_month and (column >= _SATURDAY or cell.day in plan.holidays):
                self._sheet.box(left + column * room.column, top, room.column, room.row, fill=TINT)
        if index:
            self._sheet.rule(MARGIN, top, self._inner, colour=HAIRLINE)
        self._words(MARGIN, top + 2.5, str(week.number), TINY)
        lines_top = top + plan.heads[index]
        for column, cell in enumerate(week.days):
            if cell.in_month:
                self._day(cell, plan, left + column * room.column, (top, lines_top), list_page)
        for bar in week.bars:
            self._bar(bar, plan, room, left, lines_top)

    def _day(
        self, cell: DayCell, plan: MonthPlan, x: float, tops: tuple[float, float], list_page: int
    ) -> None:
        top, lines_top = tops
        holiday = plan.holidays.get(cell.day, ())
        colour = DANGER if holiday else MUTED if cell.day.weekday() >= _SATURDAY else INK
        self._words(x + INSET, top + 1.5, str(cell.day.day), _DAY.but(colour=colour))
        for number, line in enumerate(holiday):
            self._sheet.line(x + INSET + 14, top + 2.6 + number * line.leading, line)
        for placed in cell.lines:
            entry = plan.entries[placed.key]
            y = lines_top + placed.line * plan.leading
            self._mark(x + INSET, y, plan.size, self._data.entries[placed.key].category)
            shown = cut(entry.lines, placed.lines, plan.line_width)
            for number, line in enumerate(shown):
                self._sheet.line(
                    x + INSET + self._planner.indent * plan.size, y + number * plan.leading, line
                )
        if cell.more_line is not None:
            self._more(cell, plan, x + INSET, lines_top, list_page)

    def _more(self, cell: DayCell, plan: MonthPlan, x: float, top: float, list_page: int) -> None:
        count = len(cell.hidden)
        words = self._t.ngettext("+ {count} event", "+ {count} events", count).format(count=count)
        where = self._t.gettext("see p. {page}").format(page=list_page)
        style = Style(Face.SEMIBOLD, plan.size, plan.leading, self._house.accent)
        runs = [Run(words, style), Run(f", {where}", style.but(face=Face.REGULAR))]
        assert cell.more_line is not None
        (line, *_) = wrap(runs, self._width)
        self._sheet.line(x, top + cell.more_line * plan.leading, line)

    def _bar(self, bar: Bar, plan: MonthPlan, room: Room, left: float, lines_top: float) -> None:
        entry = self._data.entries[bar.key]
        sign = sign_of(entry.category)
        x = left + bar.first_column * room.column + (0 if bar.starts_before else 1.5)
        end = left + (bar.last_column + 1) * room.column - (0 if bar.ends_after else 1.5)
        y = lines_top + bar.lane * plan.leading
        self._sheet.box(x, y + 0.4, end - x, plan.leading - 1, fill=pale(sign.colour))
        if not bar.starts_before:
            self._sheet.box(x, y + 0.4, 2, plan.leading - 1, fill=sign.colour)
        self._mark(x + INSET + 1.5, y, plan.size, entry.category)
        width = bar_width(bar.first_column, bar.last_column, room.column) - self._planner.indent * plan.size
        (line,) = cut(tuple(wrap(plan.entries[bar.key].runs, width)), 1, width)
        self._sheet.line(x + INSET + 1.5 + self._planner.indent * plan.size, y, line)
        if bar.ends_after:
            self._words(end - plan.size, y, "→", Style(Face.SEMIBOLD, plan.size, plan.leading, sign.colour))

    def _mark(self, x: float, y: float, size: float, category: int) -> None:
        if self._planner.indent:
            sign = sign_of(category)
            self._sheet.mark(
                x, y + size * (LEADING - 0.28) / 2 - size * 0.12, size * 0.52, sign.mark, sign.colour
            )

    def _legend_lines(self) -> list[Line]:
        """The categories with their marks, then a line for each foreign language that stands in."""
        lines: list[Line] = []
        if self._planner.indent:
            x, pieces = 0.0, []
            for name in self._data.categories:
                for run in [Run("    ", SMALL), *self._setter.localized(name, SMALL)]:
                    width = fonts.width(run.text, run.style.face, run.style.size)
                    pieces.append(Piece(x, run.text, run.style))
                    x += width
                x += 14
            lines.append(Line(tuple(pieces), SMALL.leading, SMALL.size))
        for band in self._setter.legend(self._inner):
            lines += band.columns[0].lines
        return lines

    def _legend_marks(self, number: int, top: float) -> None:
        if number or not self._planner.indent:
            return
        starts = [piece.x for piece in self._legend[0].pieces if piece.text == "    "]
        for category, x in enumerate(starts):
            self._mark(MARGIN + x, top, SMALL.size * 1.15, category)

    def _legend_height(self) -> float:
        return sum(line.leading for line in self._legend) + (3 * MM if self._legend else 0)

    def _filter_words(self) -> str:
        names = [name.shown(self._t.language) for name in self._data.filters]
        return ", ".join(names) if names else self._t.gettext("all bodies and visits")

    def _foot(self, number: int, total: int) -> None:
        t = self._t
        y = self._height - MARGIN - TINY.leading
        printed = t.gettext("Printed on {moment}").format(
            moment=dates.timestamp(self._data.printed_at, t.language)
        )
        shown = t.gettext("Shown: {what}").format(what=self._filter_words())
        private = "" if self._data.internal else t.gettext("without internal entries")
        own = self._house.footer.shown(t.language)
        self._words(MARGIN, y, " · ".join(part for part in (own, shown, private, printed) if part), TINY)
        self._right(y, t.gettext("page {x} of {y}").format(x=number, y=total), TINY)

    def _words(self, x: float, y: float, words: str, style: Style) -> None:
        runs = self._setter.plain(words, style)
        if runs:
            (line, *_) = wrap(runs, self._width)
            self._sheet.line(x, y, line)

    def _right(self, y: float, words: str, style: Style) -> None:
        runs = self._setter.plain(words, style)
        if runs:
            (line, *_) = wrap(runs, self._inner, align="right")
            self._sheet.line(MARGIN, y, line)


def cut(lines: tuple[Line, ...], count: int, width: float) -> list[Line]:
    """The first `count` lines; where some are left out, the last one ends at a word with an ellipsis."""
    if len(lines) <= count:
        return list(lines)
    shown = list(lines[:count])
    pieces = list(shown[-1].pieces)
    while pieces:
        last = pieces[-1]
        words = last.text.rstrip(" ·,–-")
        if words and last.x + fonts.width(words + "\u202f…", last.style.face, last.style.size) <= width:
            pieces[-1] = replace(last, text=words + "\u202f…")
            break
        head, blank, _ = words.rpartition(" ")
        pieces[-1] = replace(last, text=head)
        if not blank or not head:
            pieces.pop()
    shown[-1] = replace(shown[-1], pieces=tuple(pieces))
    return shown


def pale(colour: str) -> str:
    """The colour as a ground behind black text."""
    parts = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * 0.16):02X}" for part in parts)
