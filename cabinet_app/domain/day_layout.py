"""Where the entries of one day stand beside one another in a timetable: columns that never overlap."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from cabinet_app.domain.month_layout import MonthEntry

DAY_MINUTES: Final = 24 * 60
SHORTEST: Final = 30
"""How many minutes an entry is drawn at least, so that its words have a line."""
_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Block:
    """An entry as it is drawn: from minute to minute of the day, in `span` of `columns` equal columns.

    Entries shorter than the shortest drawing are drawn longer, in the last minutes of a day earlier, so the
    minutes tell where the block stands and not when the entry begins. `ends_after`: it lasts past midnight.
    """

    key: int
    first_minute: int
    last_minute: int
    column: int
    columns: int
    span: int = 1
    ends_after: bool = False


def lay_out_day(day: date, entries: Iterable[MonthEntry], *, shortest: int = SHORTEST) -> tuple[Block, ...]:
    """The entries with hours that are shown on this day, by their beginning; bars are left out.

    Entries that overlap stand in columns beside one another; each is widened to the right as far as nothing
    is in its way.
    """
    drawn = [_Drawn.of(entry, shortest) for entry in entries if entry.first_day == day and not entry.is_bar]
    drawn.sort(key=lambda item: (item.first, -item.last, item.key))
    blocks: list[Block] = []
    for cluster in _clusters(drawn):
        columns = _assign_columns(cluster)
        blocks += [
            Block(
                item.key,
                item.first,
                item.last,
                item.column,
                columns,
                _span(item, cluster, columns),
                item.goes_on,
            )
            for item in cluster
        ]
    return tuple(blocks)


@dataclass(slots=True)
class _Drawn:
    key: int
    first: int
    last: int
    goes_on: bool
    column: int = 0

    @classmethod
    def of(cls, entry: MonthEntry, shortest: int) -> "_Drawn":
        midnight = datetime.combine(entry.first_day, time.min)
        first = (entry.start - midnight) // _MINUTE
        end = max(-((midnight - entry.end) // _MINUTE), first)
        last = min(max(end, first + shortest), DAY_MINUTES)
        return cls(entry.key, min(first, DAY_MINUTES - shortest), last, end > DAY_MINUTES)

    def overlaps(self, other: "_Drawn") -> bool:
        return self.first < other.last and other.first < self.last


def _clusters(drawn: list[_Drawn]) -> Iterable[list[_Drawn]]:
    """Groups of entries that hang together by overlapping; they share their columns."""
    cluster: list[_Drawn] = []
    end = 0
    for item in drawn:
        if cluster and item.first >= end:
            yield cluster
            cluster = []
        cluster.append(item)
        end = max(end, item.last) if len(cluster) > 1 else item.last
    if cluster:
        yield cluster


def _assign_columns(cluster: list[_Drawn]) -> int:
    """Give every entry the first column that is free when it begins; answers how many there are."""
    free_from: list[int] = []
    for item in cluster:
        column = next((place for place, end in enumerate(free_from) if end <= item.first), len(free_from))
        if column == len(free_from):
            free_from.append(item.last)
        item.column = column
        free_from[column] = item.last
    return len(free_from)


def _span(item: _Drawn, cluster: list[_Drawn], columns: int) -> int:
    taken = [other.column for other in cluster if other.column > item.column and item.overlaps(other)]
    return min(taken, default=columns) - item.column
