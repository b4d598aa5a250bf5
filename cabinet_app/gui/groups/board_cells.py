"""Where the windows of a group stand on a board of months: quarters span three, weeks and gaps share one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cabinet_app.domain.cadence import JudgedWindow, WindowStatus
from cabinet_app.domain.periods import CadenceUnit
from cabinet_app.gui.groups.words import WORST_FIRST

MONTHS = 12
_KEPT = frozenset({WindowStatus.MET, WindowStatus.MET_LATE, WindowStatus.SECURED})
_LONG = frozenset({CadenceUnit.MONTH, CadenceUnit.QUARTER, CadenceUnit.HALF_YEAR, CadenceUnit.YEAR})


@dataclass(frozen=True, slots=True)
class Cell:
    """The months from place `first` to `last` of the board, with the windows that stand there."""

    first: int
    last: int
    windows: tuple[JudgedWindow, ...]

    @property
    def worst(self) -> JudgedWindow:
        """The window that tells most about the cell."""
        return min(self.windows, key=_rank)

    @property
    def status(self) -> WindowStatus:
        return self.worst.status

    @property
    def tally(self) -> str:
        """Of several windows in one cell how many are kept or secured: `3/4`; empty for one window."""
        asked = [item for item in self.windows if item.is_required]
        if len(self.windows) == 1 or not asked:
            return ""
        return f"{sum(item.status in _KEPT for item in asked)}/{len(asked)}"

    def days(self) -> list[date]:
        """The days on which meetings were held or are planned, in order."""
        found = {
            day for item in self.windows for day in (*item.held, *item.late, *item.unconfirmed, *item.planned)
        }
        return sorted(found)


def months_from(first: date) -> list[date]:
    """The first days of twelve months."""
    index = first.year * 12 + first.month - 1
    return [date((index + step) // 12, (index + step) % 12 + 1, 1) for step in range(MONTHS)]


def month_end(first: date) -> date:
    """The last day of the month."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def cells_of(windows: Iterable[JudgedWindow], months: Sequence[date]) -> list[Cell]:
    """The cells in the order of the months; what ends or begins outside is cut to the board."""
    cells: list[Cell] = []
    short: dict[int, list[JudgedWindow]] = {}
    for item in windows:
        first, last = _place(item.window.start, months), _place(item.window.end, months)
        if last < 0 or first >= len(months):
            continue
        if item.window.unit in _LONG:
            cells.append(Cell(max(first, 0), min(last, len(months) - 1), (item,)))
        else:
            short.setdefault(min(last, len(months) - 1), []).append(item)
    taken = {place for cell in cells for place in range(cell.first, cell.last + 1)}
    cells += [Cell(place, place, tuple(found)) for place, found in short.items() if place not in taken]
    return sorted(cells, key=_first)


def _place(day: date, months: Sequence[date]) -> int:
    return (day.year - months[0].year) * 12 + day.month - months[0].month


def _rank(item: JudgedWindow) -> tuple[int, int]:
    return WORST_FIRST.index(item.status), -item.window.start.toordinal()


def _first(cell: Cell) -> int:
    return cell.first
