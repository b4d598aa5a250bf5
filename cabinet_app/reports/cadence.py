"""The cadence board: a row per group, twelve months, a sign and a word for what each window says."""

from dataclasses import dataclass
from typing import Final

from cabinet_app.domain.cadence import WindowStatus
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import late_words, rule_phrase, status_word
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.collation import sort_key
from cabinet_app.reports.cadence_data import CadenceCell, CadenceData, CadenceRow
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.flow import Band, Column, Rule, paginate
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle, Orientation, Paper
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import (
    BODY,
    HAIRLINE,
    INK,
    LABEL,
    MM,
    MUTED,
    PAPER,
    SMALL,
    STRONG,
    SUBTITLE,
    TITLE,
    Style,
)
from cabinet_app.reports.text import NBSP, Line, Run, wrap
from cabinet_app.reports.typesetter import Typesetter, with_notes


@dataclass(frozen=True, slots=True)
class StatusSign:
    """How a status looks: a glyph that is clear in grey, its colour, its ground and a border that is seen in grey."""

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
_NAME: Final = 62 * MM
_SUMMARY: Final = 40 * MM
_GLYPH: Final = Style(Face.SEMIBOLD, 11, 13)
_DAYS: Final = Style(Face.REGULAR, 7, 8.4)
_MONTHS: Final = 12
_SCALES: Final = (1.0, 0.92, 0.84, 0.76, 0.68)
"""Type sizes tried until the board stands on one sheet; smaller ones could not be read on a wall."""


def title(t: Translator) -> str:
    return t.gettext("Meeting cadence of the working groups")


def render(data: CadenceData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    board = _Board(data, house, t)
    return board.render(), board.findings


class _Board:
    def __init__(self, data: CadenceData, house: HouseStyle, t: Translator) -> None:
        self._data = data
        self._t = t
        self._setter = Typesetter(t)
        imprint = Imprint(title=f"{title(t)} {data.year}", printed_at=data.printed_at, subject=self._as_of())
        self._frame = Frame(self._setter, house, imprint, orientation=Orientation.LANDSCAPE, paper=Paper.A4)
        self._width = self._frame.width
        self._scale = 1.0
        self._month = (self._width - _NAME - _SUMMARY) / _MONTHS
        if data.left_out:
            self._setter.find(Finding(FindingKind.GROUPS_LEFT_OUT, count=data.left_out))

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        setter = self._setter
        year = Run(f" {self._data.year}", TITLE.but(face=Face.REGULAR))
        opening = [
            setter.paragraph([*setter.plain(title(self._t), TITLE), year], self._width, keep=True),
            setter.paragraph(setter.plain(self._as_of(), SUBTITLE.but(colour=MUTED)), self._width, after=8),
        ]
        if not self._data.rows:
            words = self._t.gettext("No group has promised to meet at a set pace.")
            return self._frame.render([*opening, setter.paragraph(setter.plain(words), self._width)])
        bands: list[Band] = []
        for self._scale in _SCALES:
            bands = with_notes([*opening, *self._rows()], *self._legend(), *setter.legend(self._width))
            if len(paginate(bands, self._frame.text_height, self._frame.text_height)) == 1:
                break
        return self._frame.render(bands)

    def _rows(self) -> list[Band]:
        head, language = self._head(), self._t.language
        rows = sorted(self._data.rows, key=lambda row: sort_key(row.name.shown(language), language))
        return [head, *(self._row(row, head) for row in rows)]

    def _sized(self, style: Style) -> Style:
        return style.but(size=style.size * self._scale)

    def _as_of(self) -> str:
        return self._t.gettext("as of {date}").format(date=dates.numeric(self._data.today, self._t.language))

    def _head(self) -> Band:
        setter, language = self._setter, self._t.language
        columns = [Column(0, setter.lines(setter.plain(self._t.gettext("Group"), LABEL), _NAME))]
        for month in range(1, _MONTHS + 1):
            x = _NAME + (month - 1) * self._month
            name = setter.plain(dates.month_abbr(month, language), LABEL)
            columns.append(Column(x, setter.lines(name, self._month, align="centre")))
        last = setter.plain(self._t.gettext("Next step"), LABEL)
        columns.append(Column(_NAME + _MONTHS * self._month + 8, setter.lines(last, _SUMMARY)))
        return Band(columns, pad=2, below=Rule(MUTED), keep=True)

    def _row(self, row: CadenceRow, head: Band) -> Band:
        setter = self._setter
        name = setter.lines(setter.localized(row.name, self._sized(STRONG)), _NAME - 10)
        below = setter.localized(row.owner, self._sized(SMALL))
        if row.rule:
            gap = f"{NBSP}· " if below else ""
            below += setter.plain(gap + rule_phrase(row.rule, self._t), self._sized(SMALL))
        name += setter.lines(below, _NAME - 10)
        columns = [Column(0, name)]
        columns += [Column(self._x(cell) + 2, self._cell_lines(cell)) for cell in row.cells]
        columns.append(Column(_NAME + _MONTHS * self._month + 8, self._summary(row)))
        band = Band(columns, pad=4 * self._scale, below=Rule(), whole=True, head=head)
        height = band.height

        def paint(sheet: Sheet, x: float, y: float) -> None:
            for cell in row.cells:
                sign = SIGNS[cell.status]
                place = (x + self._x(cell) + 1, y + 2, self._span(cell) - 2, height - 4)
                border = sign.border or (HAIRLINE if sign.ground == PAPER else None)
                sheet.box(*place, fill=sign.ground, border=border, radius=2)

        band.paint = paint
        return band

    def _x(self, cell: CadenceCell) -> float:
        return _NAME + (cell.first - 1) * self._month

    def _span(self, cell: CadenceCell) -> float:
        return (cell.last - cell.first + 1) * self._month

    def _cell_lines(self, cell: CadenceCell) -> list[Line]:
        """The sign, and under it the days of the meetings that were held or are planned."""
        sign = SIGNS[cell.status]
        room = self._span(cell) - 4
        lines = wrap([Run(sign.glyph, self._sized(_GLYPH).but(colour=sign.colour))], room, align="centre")
        runs: list[Run] = []
        for day in (*cell.held, *cell.planned):
            several = cell.first != cell.last
            words = (
                dates.day_month(day, self._t.language)
                if several
                else dates.day_number(day.day, self._t.language)
            )
            style = self._sized(_DAYS)
            runs.append(Run(f"{words} ", (style if day in cell.held else style.italic).but(colour=INK)))
        return lines + wrap(runs, room, align="centre")

    def _summary(self, row: CadenceRow) -> list[Line]:
        t, language, setter = self._t, self._t.language, self._setter
        room = _SUMMARY - 8
        lines: list[Line] = []
        if row.days_late:
            words = late_words(row.days_late, t)
            style = self._sized(STRONG).but(colour=SIGNS[WindowStatus.BREACHED].colour)
            lines += setter.lines(setter.plain(words, style), room)
        if row.unconfirmed:
            words = t.gettext("to be confirmed: {date}").format(date=dates.numeric(row.unconfirmed, language))
            style = self._sized(BODY).but(colour=SIGNS[WindowStatus.UNCONFIRMED].colour)
            lines += setter.lines(setter.plain(words, style), room)
        if row.next_planned:
            words = t.gettext("next: {date}").format(date=dates.numeric(row.next_planned, language))
            lines += setter.lines(setter.plain(words, self._sized(BODY)), room)
        elif row.deadline:
            words = t.gettext("by {date} at the latest").format(date=dates.numeric(row.deadline, language))
            lines += setter.lines(setter.plain(words, self._sized(BODY)), room)
        if row.last_held:
            words = t.gettext("last: {date}").format(date=dates.numeric(row.last_held, language))
            lines += setter.lines(setter.plain(words, self._sized(SMALL)), room)
        return lines

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
        return [self._setter.paragraph(runs, self._width, before=14)]
