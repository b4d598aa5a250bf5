"""The measures of the cadence board: the usual ones, and close ones for a wall of twenty-five groups."""

from dataclasses import dataclass, replace
from typing import Final

from cabinet_app.reports.fonts import Face
from cabinet_app.reports.house import HouseStyle, Margins
from cabinet_app.reports.styles import BODY, MM, SMALL, STRONG, Style

_GLYPH: Final = Style(Face.SEMIBOLD, 11, 13)
_DAYS: Final = Style(Face.REGULAR, 7, 8.4)
_CLOSE_MARGINS: Final = Margins(left=16.0, right=14.0, top=10.0, bottom=14.0)


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to set the board; `close` puts sign and days side by side and leaves out what cells say."""

    scale: float = 1.0
    close: bool = False

    @property
    def name_width(self) -> float:
        return (80 if self.close else 62) * MM

    @property
    def summary_width(self) -> float:
        return (54 if self.close else 40) * MM

    @property
    def pad(self) -> float:
        return (0.9 if self.close else 4.0) * self.scale

    @property
    def inset(self) -> float:
        """White between the hairline and the ground of a cell."""
        return 1.0 if self.close else 2.0

    @property
    def name(self) -> Style:
        return self._sized(STRONG, 8.2, 9.2)

    @property
    def small(self) -> Style:
        return self._sized(SMALL, 6.8, 7.6)

    @property
    def body(self) -> Style:
        return self._sized(BODY, 7.2, 8.2)

    @property
    def strong(self) -> Style:
        return self._sized(STRONG, 7.2, 8.2)

    @property
    def glyph(self) -> Style:
        return self._sized(_GLYPH, 8.4, 9.2)

    @property
    def days(self) -> Style:
        return self._sized(_DAYS, 6.4, 7.2)

    def _sized(self, style: Style, size: float, leading: float) -> Style:
        base = replace(style, size=size, leading=leading) if self.close else style
        return base.but(size=round(base.size * self.scale, 2))

    def house(self, house: HouseStyle) -> HouseStyle:
        """The house with the margins of this layout."""
        return replace(house, margins=_CLOSE_MARGINS) if self.close else house


LAYOUTS: Final = (
    Layout(),
    Layout(0.92),
    Layout(0.84),
    Layout(1.0, close=True),
    Layout(0.93, close=True),
    Layout(0.87, close=True),
)
"""Tried in this order until the board stands on one sheet; smaller ones could not be read on a wall."""
WHEN_NOTHING_FITS: Final = Layout(1.0, close=True)
