"""The programme of several delegations at once: columns side by side where they differ."""

from collections.abc import Sequence
from itertools import groupby

from cabinet_app.i18n.catalogs import Translator
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.flow import Band, Column, Rule
from cabinet_app.reports.house import HouseStyle, Orientation
from cabinet_app.reports.programme import TIMES, ProgrammePrint
from cabinet_app.reports.programme_data import ProgrammeData, ProgrammeDay, ProgrammeEntry, ProgrammeSide
from cabinet_app.reports.programme_entries import EntryLines
from cabinet_app.reports.styles import BODY, HEADING, MM, SMALL, TINT
from cabinet_app.reports.text import Line

_GUTTER = 6 * MM
_MANY = 3
"""From so many delegations on the paper lies on its side."""


def render(data: ProgrammeData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _JointPrint(data if data.internal else data.for_guests(), house, t)
    return print_.render(), print_.findings


class _JointPrint(ProgrammePrint):
    def __init__(self, data: ProgrammeData, house: HouseStyle, t: Translator) -> None:
        turned = len(data.guests) >= _MANY
        super().__init__(
            data, house, t, orientation=Orientation.LANDSCAPE if turned else Orientation.PORTRAIT
        )
        self._guests: Sequence[ProgrammeSide] = data.guests
        self._plain_entries = EntryLines(data, self._setter, self._accent, names_sides=False)
        count = max(len(self._guests), 1)
        self._column_width = (self._width - TIMES - _GUTTER * (count - 1)) / count

    def _day(self, day: ProgrammeDay) -> list[Band]:
        """Rows by hour; what is for all runs over the whole width, what is not stands in its columns."""
        if len(self._guests) < 2 or not day.entries:  # noqa: PLR2004 - two make several
            return super()._day(day)
        bands = self._day_head(day)
        # The names of the columns stand above the first row that has columns.
        needs_names = True
        for is_apart, found in groupby(day.entries, key=self._is_apart):
            entries = list(found)
            if not is_apart:
                for entry in entries:
                    bands += self._entry(entry)
                needs_names = True
                continue
            if needs_names:
                bands.append(self._names())
                needs_names = False
            for _, together in groupby(entries, key=lambda entry: entry.starts_at):
                bands += self._row(list(together))
        bands[-1].below = Rule()
        return bands

    def _is_apart(self, entry: ProgrammeEntry) -> bool:
        """Whether it is for some of the guests and not for the others."""
        count = sum(entry.is_for(side.key) for side in self._guests)
        return 0 < count < len(self._guests)

    def _x(self, place: int) -> float:
        return TIMES + place * (self._column_width + _GUTTER)

    def _names(self) -> Band:
        setter = self._setter
        style = SMALL.but(face=HEADING.face, colour=self._accent)
        columns = [
            Column(self._x(place), setter.lines(setter.localized(side.name, style), self._column_width))
            for place, side in enumerate(self._guests)
        ]
        return Band(columns, before=2, above=Rule(), pad=3, keep=True)

    def _row(self, entries: list[ProgrammeEntry]) -> list[Band]:
        """Items that begin together; one under the other where a delegation has several at once."""
        hours = {(entry.starts_at, entry.ends_at) for entry in entries}
        clock = self._plain_entries.clock(entries[0], TIMES - 6) if len(hours) == 1 else []
        columns = [Column(0, clock)]
        notes: list[Column] = []
        for place, side in enumerate(self._guests):
            lines: list[Line] = []
            said: list[Line] = []
            for entry in entries:
                if entry.is_for(side.key):
                    if len(hours) > 1:
                        lines += self._plain_entries.clock(entry, self._column_width)
                    lines += self._plain_entries.body(entry, self._column_width)
                    said += self._plain_entries.house_notes(entry, self._column_width)
            columns.append(Column(self._x(place), lines or self._nothing()))
            notes.append(Column(self._x(place), said))
        band = Band(columns, above=Rule(x=TIMES), pad=4, whole=True)
        if not any(column.lines for column in notes):
            return [band]
        band.keep = True
        return [band, Band(notes, pad=4, tint=TINT)]

    def _nothing(self) -> list[Line]:
        return self._setter.lines(self._setter.plain("–", BODY), self._column_width)
