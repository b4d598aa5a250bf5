"""What all printed calendars share: the sheet, its head and foot, the legend, and the pages behind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.languages import language_name
from cabinet_app.reports.calendar_data import CalendarData, CalendarEntry
from cabinet_app.reports.calendar_legend import Legend
from cabinet_app.reports.calendar_list import continuation
from cabinet_app.reports.calendar_plan import MARGIN, Planner
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.flow import Placed
from cabinet_app.reports.fonts import Face, width
from cabinet_app.reports.frame import draw_band
from cabinet_app.reports.house import HouseStyle, Orientation, Paper, sheet_size
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import HAIRLINE, INK, MM, SMALL, TINY, Style
from cabinet_app.reports.text import Align, Run, shorten, wrap
from cabinet_app.reports.typesetter import Typesetter

_TITLE: Final = Style(Face.SEMIBOLD, 22, 27)
_BESIDE: Final = Style(Face.REGULAR, 13, 17)
HEAD: Final = 14 * MM
FOOT: Final = 8 * MM
_ARMS: Final = 11 * MM


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """One page: its title, what stands beside it, and how it is drawn, given its number."""

    title: str
    draw: Callable[[int], None]
    beside: str = ""


class CalendarPrint:
    """The PDF in the making. `inner` and `height` are the measures of what lies between head and foot."""

    def __init__(
        self,
        data: CalendarData,
        house: HouseStyle,
        t: Translator,
        paper: Paper,
        orientation: Orientation,
        title: str,
    ) -> None:
        self.data = data
        self.house = house
        self.t = t
        self.setter = Typesetter(t)
        self.planner = Planner(data, self.setter, paper)
        self.paper = paper
        self.scale = self.planner.scale
        self._width, self._height = sheet_size(paper, orientation)
        self.inner = self._width - 2 * MARGIN
        self.top = MARGIN + HEAD * self.scale
        self.height = self._height - MARGIN - FOOT * self.scale - self.top
        calendar = t.gettext("Calendar")
        self.sheet = Sheet(
            self._width,
            self._height,
            title=f"{calendar} {title}",
            author=house.municipality.shown(t.language),
            language=t.language,
        )
        # Every text is set once before the room is shared out, so that the legend knows all it must explain.
        for entry in data.entries:
            self.planner.runs(entry, SMALL.size)
            for clash in entry.clashes:
                self.setter.localized(clash)
        for _day, clash in data.clashes:
            self.setter.localized(clash)
        self.legend = Legend(data, self.setter, self.inner, self.scale)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.setter.findings

    def finish(self, pages: Sequence[CalendarPage]) -> bytes:
        """Draw the pages and answer the file."""
        for number, page in enumerate(pages, start=1):
            self._head(page)
            page.draw(number)
            self._foot(number, len(pages))
            self.sheet.next_page()
        return self.sheet.finish(self.data.printed_at, self._filter_words())

    def listing(self, title: str, entries: Sequence[CalendarEntry]) -> list[CalendarPage]:
        """Pages that list these entries in full, because the page before could not."""
        if not entries:
            return []
        self.setter.find(Finding(FindingKind.ENTRIES_CONTINUED, count=len(entries)))
        pages = continuation(entries, self.data, self.setter, self.inner, self.height)
        return [
            CalendarPage(title, self.bands(page), self.t.pgettext("calendar page", "continued"))
            for page in pages
        ]

    def bands(self, placed: Sequence[Placed]) -> Callable[[int], None]:
        """Draws bands of text from the top of the page on."""

        def draw(_number: int) -> None:
            for item in placed:
                draw_band(self.sheet, item.band, MARGIN, self.top + item.y, self.inner)

        return draw

    def words(
        self, y: float, words: str, style: Style, *, x: float = 0.0, align: Align = "left", right: float = 0.0
    ) -> None:
        """One line of plain text, shortened at a word where it does not fit."""
        runs = self.setter.plain(words, style)
        if runs:
            room = self.inner - x - right
            shown, _is_cut = shorten("".join(run.text for run in runs), style, room)
            self.sheet.line(MARGIN + x, y, wrap([Run(shown, style)], room, align=align)[0])

    def _head(self, page: CalendarPage) -> None:
        scale = self.scale
        style = _TITLE.but(size=_TITLE.size * scale)
        names = self._names()
        small = names[0][1]
        right = self._arms() if self.house.arms else 0.0
        widest = max(width(words, face.face, face.size) for words, face in names) + 12 + right
        room = self.inner - widest
        while width(page.title, style.face, style.size) > room and style.size > _BESIDE.size:
            style = style.but(size=style.size - 1)
        self.words(MARGIN - 4 + (_TITLE.leading * scale - style.leading) / 2, page.title, style, right=widest)
        if page.beside:
            x = width(page.title, style.face, style.size) + 10
            beside = _BESIDE.but(size=_BESIDE.size * scale)
            if x + width(page.beside, beside.face, beside.size) <= room:
                self.words(MARGIN + 4.5 * scale, page.beside, beside, x=x, right=widest)
        for index, (words, line_style) in enumerate(names):
            self.words(MARGIN - 2 + index * small.leading, words, line_style, align="right", right=right)

    def _names(self) -> list[tuple[str, Style]]:
        language, accent = self.t.language, self.house.accent
        small = SMALL.but(size=SMALL.size * self.scale)
        stamp = self.t.gettext("Internal").upper() if self.data.internal else ""
        names = [
            (self.house.municipality.shown(language), small.but(face=Face.SEMIBOLD, colour=INK)),
            (self.house.unit.shown(language).partition("\n")[0], small),
            (stamp, small.but(face=Face.BOLD, colour=accent)),
        ]
        return [(words, style) for words, style in names if words] or [("", small)]

    def _arms(self) -> float:
        """Draw the arms at the right; the room they take."""
        room = _ARMS * self.scale
        assert self.house.arms
        self.sheet.image(MARGIN + self.inner - room * 0.84, MARGIN - 2, room * 0.84, room, self.house.arms)
        return room

    def _filter_words(self) -> str:
        names = [name.shown(self.t.language) for name in self.data.filters]
        return ", ".join(names) if names else self.t.gettext("all bodies and visits")

    def _private_words(self) -> str:
        if not self.data.internal:
            return self.t.gettext("without internal entries")
        is_hidden = any(entry.busy for entry in self.data.entries)
        return self.t.gettext("private entries only as “busy”") if is_hidden else ""

    def _foot(self, number: int, total: int) -> None:
        t = self.t
        style = TINY.but(size=TINY.size * (1 + (self.scale - 1) / 2))
        y = self._height - MARGIN - style.leading
        self.sheet.rule(MARGIN, y - 2.5, self.inner, colour=HAIRLINE)
        parts = (
            self.house.footer.shown(t.language),
            t.gettext("Shown: {what}").format(what=self._filter_words()),
            self._private_words(),
            language_name(t.language.value, t.language),
            t.gettext("Printed on {moment}").format(moment=dates.timestamp(self.data.printed_at, t.language)),
        )
        page = t.gettext("page {x} of {y}").format(x=number, y=total)
        room = width(page, style.face, style.size) + 12
        self.words(y, " · ".join(part for part in parts if part), style, right=room)
        self.words(y, page, style, align="right")
