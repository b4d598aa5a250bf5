"""Tables whose rows never lose their head: columns of given widths, hairlines between rows."""

from collections.abc import Sequence
from typing import Final

from cabinet_app.reports.flow import Band, Column, Rule
from cabinet_app.reports.styles import LABEL, MUTED
from cabinet_app.reports.text import Line
from cabinet_app.reports.typesetter import Typesetter

GAP: Final = 12.0


class Table:
    """Makes the bands of one table; `shares` are the columns' shares of the width."""

    def __init__(
        self, setter: Typesetter, titles: Sequence[str], shares: Sequence[float], width: float
    ) -> None:
        total = sum(shares)
        self.widths = [share / total * width - GAP for share in shares]
        self._starts = [sum(shares[:index]) / total * width for index in range(len(shares))]
        columns = [
            Column(x, setter.lines(setter.plain(title, LABEL), room))
            for x, title, room in zip(self._starts, titles, self.widths, strict=True)
        ]
        self.head = Band(columns, pad=2.5, keep=True, below=Rule(MUTED))

    def row(self, cells: Sequence[list[Line]]) -> Band:
        """A row of typeset cells."""
        columns = [Column(x, lines) for x, lines in zip(self._starts, cells, strict=True)]
        return Band(columns, below=Rule(), pad=4, whole=True, head=self.head)
