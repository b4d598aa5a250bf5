"""The data of the cadence board: every group's promise over one year."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from cabinet_app.domain.cadence import CadenceUnit, JudgedWindow, WindowStatus
from cabinet_app.reports.cadence_data import CadenceCell, CadenceData, CadenceRow

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet
    from cabinet_app.services.groups import GroupBoard

_WORST_FIRST: Final = (
    WindowStatus.BREACHED,
    WindowStatus.AT_RISK,
    WindowStatus.UNCONFIRMED,
    WindowStatus.OPEN,
    WindowStatus.PLANNED,
    WindowStatus.SECURED,
    WindowStatus.MET_LATE,
    WindowStatus.MET,
    WindowStatus.WAIVED,
    WindowStatus.EXEMPT,
    WindowStatus.NOT_REQUIRED,
)
_OWING: Final = {WindowStatus.OPEN, WindowStatus.PLANNED, WindowStatus.AT_RISK}
_LONG: Final = {CadenceUnit.MONTH, CadenceUnit.QUARTER, CadenceUnit.HALF_YEAR, CadenceUnit.YEAR}


def compose(
    cabinet: "Cabinet", year: int, printed_at: datetime, *, groups: Sequence[int] = ()
) -> CadenceData:
    """The board of the year, judged as of the day of printing (of its last day if that has passed).

    Groups of political parties stand on it only if they were chosen.
    """
    today = min(printed_at.date(), date(year, 12, 31))
    boards = cabinet.groups.boards(today, date(year, 1, 1), date(year, 12, 31), groups or None)
    promised = [board for board in boards if board.windows]
    shown = [board for board in promised if board.is_official or groups]
    rows = tuple(_row(board, year, today) for board in shown)
    return CadenceData(year, today, printed_at, rows, len(promised) - len(shown))


def _row(board: "GroupBoard", year: int, today: date) -> CadenceRow:
    silent = [day for window in board.windows for day in window.unconfirmed]
    overdue = [window.days_late for window in board.windows if window.status is WindowStatus.BREACHED]
    return CadenceRow(
        name=board.group.names,
        owner=board.owner,
        rule=board.rule,
        cells=tuple(_cells(board.windows, year)),
        last_held=board.summary.last_held,
        next_planned=board.summary.next_planned,
        deadline=_first_owed(board, today),
        unconfirmed=min(silent, default=None),
        days_late=overdue[-1] if overdue and board.is_overdue else 0,
    )


def _first_owed(board: "GroupBoard", today: date) -> date | None:
    owing = (window for window in board.windows if window.status in _OWING)
    return next((window.deadline for window in owing if window.deadline and window.deadline >= today), None)


def _cells(windows: Iterable[JudgedWindow], year: int) -> list[CadenceCell]:
    """Windows of a month or more as they are; weeks and gaps gathered by the month in which they end."""
    cells: list[CadenceCell] = []
    short: dict[int, list[JudgedWindow]] = {}
    for item in windows:
        if item.window.unit in _LONG:
            first = max(item.window.start, date(year, 1, 1)).month
            last = min(item.window.end, date(year, 12, 31)).month
            cells.append(CadenceCell(first, last, item.status, (*item.held, *item.late), _ahead(item)))
        else:
            end = min(max(item.window.end, date(year, 1, 1)), date(year, 12, 31))
            short.setdefault(end.month, []).append(item)
    cells += [_gathered(month, found) for month, found in sorted(short.items())]
    return cells


def _ahead(item: JudgedWindow) -> tuple[date, ...]:
    return (*item.unconfirmed, *item.planned)


def _gathered(month: int, found: Sequence[JudgedWindow]) -> CadenceCell:
    worst = min((item.status for item in found), key=_WORST_FIRST.index)
    held = sorted({day for item in found for day in item.held if day.month == month})
    ahead = sorted({day for item in found for day in _ahead(item) if day.month == month})
    return CadenceCell(month, month, worst, tuple(held), tuple(ahead))
