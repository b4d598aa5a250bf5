"""The cadence board: a row per group, twelve months, a sign and a word for what each window says."""

from dataclasses import dataclass
from typing import Final

from cabinet_app.domain.cadence import WindowStatus
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import late_words, rule_phrase, status_word
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.collation import sort_key
from cabinet_app.reports.cadence_data import CadenceCell, CadenceData, CadenceRow
from cabinet_app.reports.cadence_layouts import LAYOUTS, WHEN_NOTHING_FITS, Layout
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.flow import Band, Column, Rule, paginate
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle, Orientation, Paper
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import (
    HAIRLINE,
    INK,
    LABEL,
    MUTED,
    PAPER,
    SMALL,
    SUBTITLE,
    TITLE,
    Style,
)
from cabinet_app.reports.text import NBSP, Line, Run, wrap
from cabinet_app.reports.typesetter import Typesetter, with_notes


@dataclass(frozen=True, slots=True)
class StatusSign:
    """How a status looks: a glyph that is clear in grey, its colour, its ground, a border to stand out."""

    glyph: str
    colour: str
    ground: str
    border: str | None = None


SIGNS: Final = {
    WindowStatus.MET: StatusSign("✓", "#1E6B3A", "#E3F3E8"),
    WindowStatus.MET_LATE: StatusSign("(✓)", "#1E6B3A", "#EEF6F0"),
    WindowStatus.SECURED: StatusSign("●", "#1F4E86", "#E6EEF8"),
    WindowStatus.PLANNED: StatusSign("○", "#1F4E86", PAPER),
    WindowStatus.OPEN: StatusSign("☐", "#5B6470", PAPER),
    WindowStatus.AT_RISK: StatusSign("▲", "#8A5A00", "#FFF3D6"),
    WindowStatus.UNCONFIRMED: StatusSign("?", "#8A5A00", "#FFF9EA"),
    WindowStatus.BREACHED: StatusSign("✗", "#A3211B", "#FBE6E4", "#A3211B"),
    WindowStatus.EXEMPT: StatusSign("–", "#5B6470", "#F3F5F8"),
    WindowStatus.WAIVED: StatusSign("/", "#5B6470", "#F3F5F8"),
    WindowStatus.NOT_REQUIRED: StatusSign("·", "#5B6470", PAPER),
}
_MONTHS: Final = 12
_GAP: Final = 8.0


def title(t: Translator) -> str:
    return t.gettext("Meeting cadence of the working groups")


def render(data: CadenceData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    board = _Board(data, house, t)
    return board.render(), board.findings


class _Board:
    def __init__(self, data: CadenceData, house: HouseStyle, t: Translator) -> None:
        self._data = data
        self._house = house
        self._t = t
        self._setter = Typesetter(t)
        self._imprint = Imprint(
            title=f"{title(t)} {data.year}", printed_at=data.printed_at, subject=self._as_of()
        )
        self._layout = Layout()
        self._width = self._month = 0.0
        if data.left_out:
            self._setter.find(Finding(FindingKind.GROUPS_LEFT_OUT, count=data.left_out))

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        if not self._data.rows:
            frame = self._frame(Layout())
            words = self._t.gettext("No group has promised to meet at a set pace.")
            empty = self._setter.paragraph(self._setter.plain(words), self._width)
            return frame.render([*self._opening(), empty])
        for layout in LAYOUTS:
            frame = self._frame(layout)
            bands = self._bands()
            if len(paginate(bands, frame.text_height, frame.text_height)) == 1:
                return frame.render(bands)
        return self._frame(WHEN_NOTHING_FITS).render(self._bands())

    def _frame(self, layout: Layout) -> Frame:
        """The frame of a layout, which is the one that everything is set for from now on."""
        house = layout.house(self._house)
        frame = Frame(self._setter, house, self._imprint, orientation=Orientation.LANDSCAPE, paper=Paper.A4)
        self._layout, self._width = layout, frame.width
        self._month = (self._width - layout.name_width - layout.summary_width) / _MONTHS
        return frame

    def _bands(self) -> list[Band]:
        notes = self._setter.legend(self._width)
        return with_notes([*self._opening(), *self._rows()], *self._legend(), *notes)

    def _opening(self) -> list[Band]:
        setter, style = self._setter, TITLE.but(size=16) if self._layout.close else TITLE
        words = [
            *setter.plain(title(self._t), style),
            Run(f" {self._data.year}", style.but(face=Face.REGULAR)),
        ]
        as_of = SUBTITLE.but(colour=MUTED)
        if self._layout.close:
            beside = setter.plain(f"{NBSP}{NBSP}{self._as_of()}", as_of.but(size=10))
            return [setter.paragraph([*words, *beside], self._width, after=3, keep=True)]
        return [
            setter.paragraph(words, self._width, keep=True),
            setter.paragraph(setter.plain(self._as_of(), as_of), self._width, after=8),
        ]

    def _rows(self) -> list[Band]:
        head, language = self._head(), self._t.language
        rows = sorted(self._data.rows, key=lambda row: sort_key(row.name.shown(language), language))
        return [head, *(self._row(row, head) for row in rows)]

    @property
    def _after_months(self) -> float:
        return self._layout.name_width + _MONTHS * self._month + _GAP

    def _as_of(self) -> str:
        return self._t.gettext("as of {date}").format(date=dates.numeric(self._data.today, self._t.language))

    def _head(self) -> Band:
        setter, language, width = self._setter, self._t.language, self._layout.name_width
        columns = [Column(0, setter.lines(setter.plain(self._t.gettext("Group"), LABEL), width))]
        for month in range(1, _MONTHS + 1):
            x = width + (month - 1) * self._month
            name = setter.plain(dates.month_abbr(month, language), LABEL)
            columns.append(Column(x, setter.lines(name, self._month, align="centre")))
        last = setter.plain(self._t.gettext("Next step"), LABEL)
        columns.append(Column(self._after_months, setter.lines(last, self._layout.summary_width)))
        return Band(columns, pad=self._layout.inset, below=Rule(MUTED), keep=True)

    def _row(self, row: CadenceRow, head: Band) -> Band:
        setter, layout = self._setter, self._layout
        room = layout.name_width - 10
        name = setter.lines(setter.localized(row.name, layout.name), room)
        below = setter.localized(row.owner, layout.small)
        if row.rule:
            gap = f"{NBSP}· " if below else ""
            below += setter.plain(gap + rule_phrase(row.rule, self._t), layout.small)
        name += setter.lines(below, room)
        columns = [Column(0, name)]
        columns += [Column(self._x(cell) + 2, self._cell_lines(cell)) for cell in row.cells]
        columns.append(Column(self._after_months, self._summary(row)))
        band = Band(columns, pad=layout.pad, below=Rule(), whole=True, head=head)
        height, inset = band.height, layout.inset

        def paint(sheet: Sheet, x: float, y: float) -> None:
            for cell in row.cells:
                sign = SIGNS[cell.status]
                place = (x + self._x(cell) + 1, y + inset, self._span(cell) - 2, height - 2 * inset)
                border = sign.border or (HAIRLINE if sign.ground == PAPER else None)
                sheet.box(*place, fill=sign.ground, border=border, radius=2)

        band.paint = paint
        return band

    def _x(self, cell: CadenceCell) -> float:
        return self._layout.name_width + (cell.first - 1) * self._month

    def _span(self, cell: CadenceCell) -> float:
        return (cell.last - cell.first + 1) * self._month

    def _cell_lines(self, cell: CadenceCell) -> list[Line]:
        """The sign, and under it or beside it the days of the meetings that were held or are planned."""
        sign, layout = SIGNS[cell.status], self._layout
        room = self._span(cell) - 4
        glyph = Run(sign.glyph, layout.glyph.but(colour=sign.colour))
        runs: list[Run] = []
        for day in (*cell.held, *cell.planned):
            several = cell.first != cell.last
            words = (
                dates.day_month(day, self._t.language)
                if several
                else dates.day_number(day.day, self._t.language)
            )
            style = layout.days if day in cell.held else layout.days.italic
            runs.append(Run(f"{words} ", style.but(colour=INK)))
        if layout.close:
            return wrap([glyph, Run(" ", layout.days), *runs], room, align="centre")
        return wrap([glyph], room, align="centre") + wrap(runs, room, align="centre")

    def _summary(self, row: CadenceRow) -> list[Line]:
        """Delay, what is to be confirmed, and the next meeting or the last day; closely set in few lines."""
        layout, setter, room = self._layout, self._setter, self._layout.summary_width - _GAP
        parts = [setter.plain(words, style) for words, style in self._summary_words(row)]
        if not layout.close:
            return [line for part in parts for line in setter.lines(part, room)]
        runs: list[Run] = []
        for part in parts:
            runs += [Run(f"{NBSP}· ", layout.body), *part] if runs else part
        return setter.lines(runs, room)

    def _summary_words(self, row: CadenceRow) -> list[tuple[str, Style]]:
        t, language, layout = self._t, self._t.language, self._layout
        found: list[tuple[str, Style]] = []
        if row.days_late:
            style = layout.strong.but(colour=SIGNS[WindowStatus.BREACHED].colour)
            found.append((late_words(row.days_late, t), style))
        if row.unconfirmed:
            words = t.gettext("to be confirmed: {date}").format(date=dates.numeric(row.unconfirmed, language))
            found.append((words, layout.body.but(colour=SIGNS[WindowStatus.UNCONFIRMED].colour)))
        if row.next_planned:
            words = t.gettext("next: {date}").format(date=dates.numeric(row.next_planned, language))
            found.append((words, layout.body))
        elif row.deadline:
            words = t.gettext("by {date} at the latest").format(date=dates.numeric(row.deadline, language))
            found.append((words, layout.body))
        if row.last_held and not layout.close:
            words = t.gettext("last: {date}").format(date=dates.numeric(row.last_held, language))
            found.append((words, layout.small))
        return found

    def _legend(self) -> list[Band]:
        """Every sign with its word, those that are used on this board."""
        used = {cell.status for row in self._data.rows for cell in row.cells}
        runs: list[Run] = []
        for status, sign in SIGNS.items():
            if status in used:
                word = status_word(status, self._t).replace(" ", "\u00a0")
                runs.append(Run(f"{sign.glyph}\u00a0", SMALL.but(face=Face.SEMIBOLD, colour=sign.colour)))
                runs.append(Run(f"{word}\u00a0\u00a0\u00a0 ", SMALL))
        if not runs:
            return []
        return [self._setter.paragraph(runs, self._width, before=6 if self._layout.close else 14)]
