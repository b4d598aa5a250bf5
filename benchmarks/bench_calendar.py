"""CPU time of calendars: `python -m benchmarks.bench_calendar [--meetings N] [--series N]`.

Some of the meetings are made members of weekly series first. The anchor reads the meetings of the month with
the bare sqlite3 module. Painting is done off the screen; `first` reads the register, `again` shows what was
kept.
"""

import argparse
import os
import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from benchmarks import big_register
from benchmarks.bench_month import BARE
from benchmarks.measuring import Table, cpu
from cabinet_app.domain.texts import Language
from cabinet_app.reports.catalog import REPORTS, compose, draw
from cabinet_app.reports.house import HouseStyle, Paper
from cabinet_app.reports.kind import ReportKind
from cabinet_app.reports.options import Audience, ReportOptions
from cabinet_app.services.cabinet import Cabinet

FRAME = 16
MONTH_PRINT, YEAR_PRINT = 300, 1500
NOW = datetime(2026, 11, 20, 9)  # noqa: DTZ001 the wall clock of the office, as on every print
TODAY = date(2026, 11, 20)
PRINTS = (
    ("calendar-month", TODAY, TODAY, MONTH_PRINT),
    ("calendar-month", date(2026, 1, 1), date(2026, 12, 31), YEAR_PRINT),
    ("calendar-week", TODAY, TODAY, MONTH_PRINT),
    ("calendar-planner", TODAY, TODAY, MONTH_PRINT),
    ("calendar-agenda", date(2026, 11, 1), date(2026, 11, 30), MONTH_PRINT),
    ("calendar-quarter", TODAY, TODAY, ""),
    ("calendar-year", date(2026, 1, 1), date(2026, 12, 31), YEAR_PRINT),
)
_MEMBERS = 50


def make_series(cabinet: Cabinet, count: int) -> None:
    """Bind so many of the meetings into series of fifty, as a weekly rule would."""
    assert cabinet.store.path
    with sqlite3.connect(cabinet.store.path) as bare:
        ids = [
            row[0] for row in bare.execute("SELECT id FROM meeting ORDER BY starts_at LIMIT ?", (count * 10,))
        ]
        members = ids[:: max(len(ids) // max(count, 1), 1)][:count]
        bare.execute("PRAGMA foreign_keys = OFF")
        bare.executemany(
            "UPDATE meeting SET series_id = ?, original_start = starts_at WHERE id = ?",
            [(1 + number // _MEMBERS, meeting_id) for number, meeting_id in enumerate(members)],
        )


def views(cabinet: Cabinet, table: Table) -> None:
    """The month, the week and the year of the window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from cabinet_app.domain.month_layout import week_rows
    from cabinet_app.gui.actions import ActionRegistry
    from cabinet_app.gui.background import Background
    from cabinet_app.gui.context import GuiContext
    from cabinet_app.gui.meetings.calendar_content import CalendarSource
    from cabinet_app.gui.meetings.month_grid import MonthCalendar
    from cabinet_app.gui.meetings.week_grid import WeekCalendar
    from cabinet_app.gui.meetings.year_grid import YearCalendar
    from cabinet_app.i18n.catalogs import translator
    from cabinet_app.settings import Settings

    _application = QApplication.instance() or QApplication([])
    t = translator(Language.SL)
    nothing: Any = None
    context = GuiContext(
        cabinet,
        t,
        Settings(),
        ActionRegistry(),
        Background(),
        nothing,
        lambda: TODAY,
        nothing,
        nothing,
        nothing,
    )
    source = CalendarSource(context)
    rows = week_rows(TODAY.year, TODAY.month)
    month, week, year = (
        MonthCalendar(t, context.today),
        WeekCalendar(t, context.today, 7),
        YearCalendar(t, context.today),
    )
    monday = date(2026, 11, 16)

    def show_month() -> None:
        month.show_content(source.read(rows[0][0], rows[-1][-1]), TODAY.replace(day=1))
        month.grab()

    def show_week() -> None:
        week.show_content(source.read(monday, date(2026, 11, 22)), monday)
        week.grab()

    def show_year() -> None:
        year.show_content(source.read(date(2026, 1, 1), date(2026, 12, 31)), 2026)
        year.grab()

    def afresh(show: Callable[[], None]) -> Callable[[], None]:
        def work() -> None:
            source.choose(source.filter, source.countries)
            show()

        return work

    for canvas in (month, week, year):
        canvas.resize(900, 640)
    for name, show in (("month", show_month), ("week", show_week), ("year", show_year)):
        table.add(f"{name} on the screen, first", cpu(afresh(show), 9))
        table.add(f"{name} on the screen, again", cpu(show, 15), FRAME if name != "year" else "")


def prints(cabinet: Cabinet, table: Table) -> None:
    """Every style, gathered and drawn."""
    for kind_id, first, last, goal in PRINTS:
        for paper in Paper:
            options = ReportOptions(NOW, first=first, last=last, paper=paper, audience=Audience.INTERNAL)
            kind = REPORTS[kind_id]

            def both(kind: ReportKind = kind, options: ReportOptions = options) -> None:
                draw(kind, compose(kind, options, Language.SL, cabinet), options, Language.SL, HouseStyle())

            pages = "12 months" if kind_id == "calendar-month" and goal == YEAR_PRINT else "one"
            table.add(f"{kind_id}, {pages}, {paper.value}", cpu(both, 3), goal)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=10_000)
    parser.add_argument("--series", type=int, default=1_000)
    options = parser.parse_args()
    with big_register.opened_copy(options.meetings) as cabinet:
        make_series(cabinet, options.series)
        assert cabinet.store.path
        bare = sqlite3.connect(cabinet.store.path)
        anchor = cpu(lambda: bare.execute(BARE, ("2026-10-26", "2026-12-07")).fetchall(), 31)
        title = f"{options.meetings:,} meetings, {options.series:,} of them of series"
        table = Table(title, "sqlite3, the meetings of the month", anchor)
        views(cabinet, table)
        prints(cabinet, table)
        table.show()
        bare.close()


if __name__ == "__main__":
    main()
