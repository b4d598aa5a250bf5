"""The windows of a promise as a matrix on paper: sign, word, days and reason in every cell."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from cabinet_app.domain.cadence import JudgedWindow, WindowStatus
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import late_words, reason_words, status_word, window_label
from cabinet_app.reports.cadence import SIGNS
from cabinet_app.reports.flow import Band, Column
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import HAIRLINE, INK, PAPER, SMALL, TINY
from cabinet_app.reports.text import NBSP, Line, Run
from cabinet_app.reports.typesetter import Typesetter

_FEW: Final = 16
_MANY: Final = 30
_INSIDE: Final = 6.0
_LABEL: Final = SMALL.but(face=Face.SEMIBOLD, colour=INK)


def window_bands(windows: Sequence[JudgedWindow], setter: Typesetter, width: float) -> list[Band]:
    """Rows of cells, four in a row; more where there are many windows."""
    per_row = 4 if len(windows) <= _FEW else 5 if len(windows) <= _MANY else 6
    matrix = _Matrix(setter, width / per_row)
    return [matrix.row(windows[start : start + per_row]) for start in range(0, len(windows), per_row)]


def window_legend(windows: Sequence[JudgedWindow], setter: Typesetter, width: float) -> list[Band]:
    """What days in italics or with a question mark are, where there are any."""
    t = setter.t
    notes = []
    if any(item.planned for item in windows):
        notes.append(t.gettext("Planned days are in italics."))
    if any(item.unconfirmed for item in windows):
        notes.append(t.gettext("A day with a question mark has not been confirmed."))
    if any(item.late for item in windows):
        notes.append(t.gettext("A day with an arrow was held in the days of grace."))
    return [setter.paragraph(setter.plain(" ".join(notes), TINY), width, before=4)] if notes else []


class _Matrix:
    def __init__(self, setter: Typesetter, share: float) -> None:
        self._setter = setter
        self._t = setter.t
        self._share = share
        self._room = share - 2 * _INSIDE

    def row(self, windows: Sequence[JudgedWindow]) -> Band:
        columns = [
            Column(index * self._share + _INSIDE, self._cell(item)) for index, item in enumerate(windows)
        ]
        band = Band(columns, pad=4, after=2, whole=True)
        height, share = band.height, self._share
        signs = [SIGNS[item.status] for item in windows]

        def paint(sheet: Sheet, x: float, y: float) -> None:
            for index, sign in enumerate(signs):
                border = sign.border or (HAIRLINE if sign.ground == PAPER else None)
                place = (x + index * share + 1, y, share - 2, height)
                sheet.box(*place, fill=sign.ground, border=border, radius=2)

        band.paint = paint
        return band

    def _cell(self, item: JudgedWindow) -> list[Line]:
        setter, t, sign = self._setter, self._t, SIGNS[item.status]
        style = SMALL.but(face=Face.SEMIBOLD, colour=sign.colour)
        lines = setter.lines(setter.plain(window_label(item.window, t), _LABEL), self._room)
        lines += setter.lines(
            [Run(f"{sign.glyph}{NBSP}", style), *setter.plain(status_word(item.status, t), style)], self._room
        )
        if days := self._days(item):
            lines += setter.lines(days, self._room)
        for words in self._reasons(item):
            lines += setter.lines(setter.plain(words, TINY), self._room)
        return lines

    def _days(self, item: JudgedWindow) -> list[Run]:
        style = SMALL.but(colour=INK)
        words = [Run(self._day(day), style) for day in item.held]
        words += [Run(f"→{NBSP}{self._day(day)}", style) for day in item.late]
        words += [Run(f"{self._day(day)}{NBSP}?", style) for day in item.unconfirmed]
        words += [Run(self._day(day), style.italic) for day in item.planned]
        runs: list[Run] = []
        for word in words:
            runs += [Run(", ", style), word] if runs else [word]
        return runs

    def _day(self, day: date) -> str:
        return dates.day_month(day, self._t.language)

    def _reasons(self, item: JudgedWindow) -> list[str]:
        """Why the window has its status, and by how many days it was late."""
        reason = reason_words(item, self._t)
        is_late = item.days_late and item.status in {WindowStatus.BREACHED, WindowStatus.MET_LATE}
        late = late_words(item.days_late, self._t) if is_late else ""
        return [words for words in (reason, late) if words]
