"""CPU time of finding what collides: `python -m benchmarks.bench_conflicts [--meetings N]`.

The anchor sorts the same entries by their starts, which every way of finding overlaps has to do.
"""

import argparse
import random
from datetime import date, datetime, timedelta

from benchmarks import big_register
from benchmarks.measuring import Table, cpu
from cabinet_app.domain.conflicts import Claim, ClashKind, Entry, clashes
from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.series import HolidayPolicy, MeetingSeries
from cabinet_app.domain.texts import same
from cabinet_app.services.cabinet import Cabinet

SEED = 14
ENTRIES = 10_000
FIRST = datetime(2026, 1, 5, 8)  # noqa: DTZ001 by the wall clock
DAYS, PEOPLE, ROOMS, GROUPS = 1000, 200, 40, 60
WEEK = date(2026, 11, 16), date(2026, 11, 22)
YEAR = date(2026, 1, 1), date(2026, 12, 31)


def entries(count: int) -> list[Entry]:
    """Meetings at random hours, each with four people, a room and a group."""
    chance = random.Random(SEED)  # noqa: S311 the same entries every time
    found = []
    for number in range(count):
        start = FIRST + timedelta(days=chance.randrange(DAYS), minutes=15 * chance.randrange(40))
        claims = [Claim(ClashKind.PERSON, chance.randrange(PEOPLE)) for _ in range(4)]
        claims.append(Claim(ClashKind.ROOM, chance.randrange(ROOMS)))
        claims.append(Claim(ClashKind.GROUP, chance.randrange(GROUPS)))
        end = start + timedelta(minutes=15 * chance.randrange(2, 9))
        found.append(Entry("meeting", number, start, end, tuple(claims)))
    return found


def _starts(found: list[Entry]) -> list[Entry]:
    return sorted(found, key=lambda entry: entry.start)


class Weekly:
    """A staff meeting of every week for two years, entered and taken back."""

    def __init__(self, cabinet: Cabinet) -> None:
        self._cabinet = cabinet

    def __call__(self) -> None:
        draft = Meeting(title=same("Kolegij"), starts_at=FIRST, ends_at=FIRST + timedelta(hours=1))
        series = MeetingSeries(weekdays=[0], holiday_policy=HolidayPolicy.SKIP)
        self._cabinet.series.begin(draft, 0, series, FIRST.date())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=ENTRIES)
    size = parser.parse_args().meetings
    made = entries(ENTRIES)
    pure = Table(
        f"{ENTRIES:,} entries, {len(clashes(made)):,} clashes", "sorting them", cpu(lambda: _starts(made))
    )
    pure.add("all clashes", cpu(lambda: clashes(made)))
    pure.add("all clashes of a tenth", cpu(lambda: clashes(made[:1000])))
    pure.show()
    with big_register.opened_copy(size) as cabinet:
        asked = cabinet.conflicts
        week = cpu(lambda: cabinet.meetings.ids_between(*WEEK))
        table = Table(f"{size:,} meetings in the register", "ids of a week", week)
        table.add("clashes of a week", cpu(lambda: asked.between(*WEEK)))
        table.add("clashes of a year", cpu(lambda: asked.between(*YEAR), 3))
        draft = cabinet.meetings.get(cabinet.meetings.ids_between(*WEEK)[0]).record
        table.add("clashes of a draft", cpu(lambda: asked.of_draft(draft)))
        table.add("a weekly series of two years", cpu(Weekly(cabinet), 3))
        table.add("series to be continued: none", cpu(lambda: cabinet.series.continue_all(FIRST.date())))
        table.show()


if __name__ == "__main__":
    main()
