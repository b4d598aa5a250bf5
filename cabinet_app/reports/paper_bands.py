"""What the papers of a visit have in common: title, headings, facts beside their names, points of a list."""

from collections.abc import Sequence
from typing import Final

from cabinet_app.reports.flow import Band, Column, Rule
from cabinet_app.reports.styles import BODY, HEADING, MM, MUTED, SUBTITLE, TITLE, Style
from cabinet_app.reports.text import Run
from cabinet_app.reports.typesetter import Typesetter

LABELS: Final = 40 * MM
_POINT: Final = 10.0


class PaperBands:
    """Makes the bands of one print; `accent` is the colour of the house."""

    def __init__(self, setter: Typesetter, width: float, accent: str) -> None:
        self._setter = setter
        self._width = width
        self._accent = accent

    def opening(self, title: str, subtitle: str = "", day: str = "") -> list[Band]:
        """Title, the line below it, and the day in the colour of the house."""
        setter = self._setter
        rows = (
            (title, TITLE),
            (subtitle, SUBTITLE),
            (day, SUBTITLE.but(face=HEADING.face, colour=self._accent)),
        )
        return [
            setter.paragraph(setter.plain(words, style), self._width, before=1, keep=True)
            for words, style in rows
            if words
        ]

    def heading(self, words: str, *, before: float = 15.0) -> Band:
        """The heading of a part, kept with what follows."""
        setter = self._setter
        return setter.paragraph(
            setter.plain(words, HEADING), self._width, before=before, after=2.5, keep=True
        )

    def fact(self, label: str, runs: Sequence[Run], *, width: float = LABELS, ruled: bool = False) -> Band:
        """A fact beside its name; `ruled` draws the hairline of a form above it."""
        setter = self._setter
        names = setter.lines(setter.plain(label, BODY.but(colour=MUTED)), width - 6)
        lines = setter.lines(runs, self._width - width, prose=True) if runs else []
        band = Band([Column(0, names), Column(width, lines)], before=0 if ruled else 3, whole=True)
        if ruled:
            band.above, band.pad = Rule(), 4.5
        return band

    def point(self, runs: Sequence[Run], *, before: float = 1.5) -> Band:
        """An item of a list behind a dash."""
        dash = self._setter.lines([Run("–", BODY.but(colour=self._accent))], _POINT)
        lines = self._setter.lines(runs, self._width - _POINT, prose=True)
        return Band([Column(0, dash), Column(_POINT, lines)], before=before, whole=True)

    def paragraph(self, words: str, style: Style = BODY, *, before: float = 3.0) -> Band:
        """Words of the program in the whole width."""
        setter = self._setter
        return setter.paragraph(setter.plain(words, style), self._width, before=before, prose=True)
