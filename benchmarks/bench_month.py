"""CPU time of a month, read and laid out in its grid: `python -m benchmarks.bench_month [--meetings N]`.

The anchor reads the same meetings by their days with the bare sqlite3 module. Painting is not measured here.
"""

import argparse
import sqlite3
from datetime import date, datetime, time, timedelta

from benchmarks import big_register
from benchmarks.measuring import Table, cpu
from cabinet_app.domain.month_layout import MonthEntry, MonthGrid, lay_out, week_rows
from cabinet_app.domain.texts import Language
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.rows import MeetingRow, VisitRow

FRAME = 16
YEAR, MONTH = 2026, 11
CAPACITIES = [6] * 6
BARE = """
    SELECT m.id, m.starts_at, m.ends_at, m.title_sl, m.status, o.short_name_sl, p.names_sl FROM meeting m
    LEFT JOIN meeting_body b ON b.meeting_id = m.id AND b.position = 0
    LEFT JOIN organization o ON o.id = b.organization_id LEFT JOIN place p ON p.id = m.place_id
    WHERE m.starts_at >= ? AND m.starts_at < ? AND m.deleted_at IS NULL ORDER BY m.starts_at
"""


class Month:
    """The steps from the register to the grid."""

    def __init__(self, cabinet: Cabinet) -> None:
        self._cabinet = cabinet
        days = week_rows(YEAR, MONTH)
        self.first: date = days[0][0]
        self.last: date = days[-1][-1]

    def ids(self) -> tuple[list[int], list[int]]:
        span = (self.first, self.last)
        return self._cabinet.meetings.ids_between(*span), self._cabinet.visits.ids_between(*span)

    def rows(self) -> tuple[list[MeetingRow], list[VisitRow]]:
        meetings, visits = self.ids()
        return (
            self._cabinet.meetings.rows(meetings, Language.SL),
            self._cabinet.visits.rows(visits, Language.SL),
        )

    def grid(self) -> MonthGrid:
        meetings, visits = self.rows()
        entries = [_of_meeting(key, row) for key, row in enumerate(meetings)]
        entries += [_of_visit(key, row) for key, row in enumerate(visits, start=len(entries))]
        return lay_out(YEAR, MONTH, entries, CAPACITIES, neighbours=True)


def _of_meeting(key: int, row: MeetingRow) -> MonthEntry:
    assert row.starts_at
    return MonthEntry(key, row.starts_at, row.ends_at or row.starts_at, row.all_day)


def _of_visit(key: int, row: VisitRow) -> MonthEntry:
    assert row.starts_on
    end = (row.ends_on or row.starts_on) + timedelta(days=1)
    return MonthEntry(
        key, datetime.combine(row.starts_on, time.min), datetime.combine(end, time.min), all_day=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=10_000)
    size = parser.parse_args().meetings
    with big_register.opened_copy(size) as cabinet:
        month = Month(cabinet)
        assert cabinet.store.path
        bare = sqlite3.connect(cabinet.store.path)
        span = (month.first.isoformat(), (month.last + timedelta(days=1)).isoformat())
        anchor = cpu(lambda: bare.execute(BARE, span).fetchall(), 31)
        entries = len(month.ids()[0]) + len(month.ids()[1])
        table = Table(
            f"a month of {entries} entries, {size:,} meetings in all", "sqlite3, the same rows", anchor
        )
        table.add("ids of meetings and visits", cpu(month.ids, 31))
        table.add("and their rows", cpu(month.rows, 31))
        table.add("and the grid laid out", cpu(month.grid, 31), FRAME)
        table.show()
        bare.close()


if __name__ == "__main__":
    main()
