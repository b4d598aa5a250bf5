"""A calendar file into the register: read, planned, and taken in with one step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from cabinet_app.domain.incoming import IncomingCalendar
from cabinet_app.errors import FormatError
from cabinet_app.exchange.ics_reading import ReadingChoices, read_calendar
from cabinet_app.exchange.json_text import read_bytes
from cabinet_app.exchange.zones import HOUSE_ZONE
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.calendar_import import CalendarImport, ImportChoices, ImportPlan

Progress = Callable[[int, int], None]
ENDINGS: Final = (".ics", ".ical", ".ifb", ".icalendar", ".vcs")


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A file to be taken in and what is known for it: zones for unknown names, the group it belongs to."""

    path: Path
    today: date
    zones: Mapping[str, str] = field(default_factory=dict)
    house_zone: str = HOUSE_ZONE
    choices: ImportChoices = field(default_factory=ImportChoices)


def read_file(file: CalendarFile, progress: Progress | None = None) -> IncomingCalendar:
    """What the file says.

    Raises:
        UserError: it cannot be read, is no calendar, or nothing in it can be used.
    """
    try:
        choices = ReadingChoices(file.today, file.zones, file.house_zone, file.path.stem)
        return read_calendar(read_bytes(file.path), choices, progress)
    except FormatError as error:
        error.file = str(file.path)
        raise


def plan_file(cabinet: Cabinet, file: CalendarFile, progress: Progress | None = None) -> ImportPlan:
    """What taking the file in would do.

    Raises:
        UserError: as `read_file`.
    """
    calendar = read_file(file, progress)
    return CalendarImport(cabinet).plan(calendar, file.choices, progress)


def take_in(cabinet: Cabinet, plan: ImportPlan) -> None:
    """Carry the plan out in one step and tell everybody.

    Raises:
        UserError: nothing was changed.
    """
    change = CalendarImport(cabinet).carry_out(plan)
    if change is not None:
        cabinet.changes.tell(change)
