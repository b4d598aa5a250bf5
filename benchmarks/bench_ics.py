"""Import and export of 10,000 events against icalendar: `python -m benchmarks.bench_ics [COUNT]`.

The anchor of the import is icalendar's own parse of the same file, that of the export its own writing. What
is measured is all of it: reading, planning, and storing with journal and commit.
"""

import argparse
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import icalendar

from benchmarks.measuring import Table
from cabinet_app.exchange.ics_export import CalendarChoices, calendar_bytes
from cabinet_app.exchange.ics_reading import ReadingChoices, read_calendar
from cabinet_app.services.calendar_import import CalendarImport, ImportChoices
from cabinet_app.services.setup import open_cabinet

T = TypeVar("T")
IMPORT_GOAL = 1.5
EXPORT_GOAL = 1.0
TODAY = date(2026, 11, 20)


def calendar(count: int) -> bytes:
    """Plain events, every tenth of them with people."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN", "X-WR-CALNAME:Bench"]
    begin = datetime(2026, 1, 5, 8, tzinfo=UTC)
    for number in range(count):
        start = begin + timedelta(minutes=30 * number)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{number}@bench",
            "DTSTAMP:20260101T000000Z",
            "LAST-MODIFIED:20260101T000000Z",
            f"DTSTART;TZID=Europe/Ljubljana:{start:%Y%m%dT%H%M%S}",
            f"DTEND;TZID=Europe/Ljubljana:{start + timedelta(hours=1):%Y%m%dT%H%M%S}",
            f"SUMMARY:Sestanek {number}",
            "DESCRIPTION:Prva točka\\, druga točka\\nin razno",
            f"LOCATION:Soba {number % 20}",
            "STATUS:CONFIRMED",
            "SEQUENCE:0",
            "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
        ]
        if number % 10 == 0:
            lines += [f"ATTENDEE;CN=Oseba {one};PARTSTAT=ACCEPTED:mailto:o{one}@kranj.si" for one in range(3)]
        lines.append("END:VEVENT")
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """CPU time in milliseconds and the result."""
    started = time.process_time()
    result = work()
    return 1000 * (time.process_time() - started), result


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("count", type=int, nargs="?", default=10_000)
    data = calendar(arguments.parse_args().count)
    anchor, theirs = timed(lambda: icalendar.Calendar.from_ical(data))
    with TemporaryDirectory() as folder:
        cabinet = open_cabinet(Path(folder) / "bench.kabinet", create=True)
        importing = CalendarImport(cabinet)
        reading, found = timed(lambda: read_calendar(data, ReadingChoices(TODAY)))
        planning, plan = timed(lambda: importing.plan(found, ImportChoices()))
        told: list[int] = []
        storing, _ = timed(lambda: importing.carry_out(plan, lambda done, _total: told.append(done)))
        table = Table(f"import of {len(plan.lines)} events", "icalendar parses it", anchor)
        table.add("reading", reading)
        table.add("planning", planning)
        table.add(f"storing, told {len(told)} times", storing)
        table.add("all of it", reading + planning + storing, IMPORT_GOAL * anchor)
        again, _ = timed(lambda: importing.plan(read_calendar(data, ReadingChoices(TODAY)), ImportChoices()))
        table.add("reading and planning it again, all unchanged", again)
        table.show()
        writing, _ = timed(theirs.to_ical)
        table = Table("export of the same", "icalendar writes it", writing)
        choices = CalendarChoices(is_internal=True)
        ours, _ = timed(lambda: calendar_bytes(cabinet, choices, datetime.now(UTC)))
        table.add("reading the register and writing", ours, EXPORT_GOAL * writing)
        table.show()
        cabinet.close()


if __name__ == "__main__":
    main()
