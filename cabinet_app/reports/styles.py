"""The typographic voice of the house on paper: few sizes, one accent, hairlines."""

from dataclasses import dataclass, replace
from typing import Final

from cabinet_app.reports.fonts import Face

INK: Final = "#1C2024"
MUTED: Final = "#5B6470"
HAIRLINE: Final = "#C9CED6"
TINT: Final = "#F3F5F8"
DANGER: Final = "#A3211B"
PAPER: Final = "#FFFFFF"
MM: Final = 72 / 25.4
HAIR: Final = 0.5


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text looks; sizes are points, `colour` is #RRGGBB, `rise` lifts the baseline."""

    face: Face = Face.REGULAR
    size: float = 10.0
    leading: float = 14.0
    colour: str = INK
    rise: float = 0.0
    strike: bool = False

    def but(
        self,
        *,
        face: Face | None = None,
        colour: str | None = None,
        size: float | None = None,
        strike: bool = False,
    ) -> "Style":
        """The same with another cut, colour or size (the leading keeps its proportion)."""
        leading = self.leading if size is None else round(self.leading * size / self.size, 2)
        return replace(
            self,
            face=face or self.face,
            colour=colour or self.colour,
            size=self.size if size is None else size,
            leading=leading,
            strike=strike or self.strike,
        )

    @property
    def plain(self) -> "Style":
        """The same without a stroke through it."""
        return replace(self, strike=False)

    @property
    def italic(self) -> "Style":
        """The italic of this cut."""
        bold = self.face in {Face.SEMIBOLD, Face.BOLD, Face.BOLD_ITALIC}
        return replace(self, face=Face.BOLD_ITALIC if bold else Face.ITALIC)


BODY: Final = Style()
STRONG: Final = Style(Face.SEMIBOLD)
SMALL: Final = Style(size=8.5, leading=11.5, colour=MUTED)
TINY: Final = Style(size=7.5, leading=10, colour=MUTED)
TITLE: Final = Style(Face.SEMIBOLD, 21, 26)
SUBTITLE: Final = Style(Face.REGULAR, 13, 18)
HEADING: Final = Style(Face.SEMIBOLD, 12, 16)
LABEL: Final = Style(Face.SEMIBOLD, 8.5, 11.5, MUTED)
