"""The sample register: the facts of published documents, and invented people at work around today.

Each file of `resources/sample` holds one type of record: `{"record_type": …, "entries": […]}`. An entry is a
record in the form of the register file under `record`; `on` names its day or days in the notation of
`sample_days`; `skip_months` leaves out months of every year, `skip_holidays` days that are no working days.
A record that stands on several days gets the ids that follow its own.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from cabinet_app.domain.documents import from_document
from cabinet_app.domain.record_types import RECORD_TYPES, AnyRecord
from cabinet_app.domain.series import MeetingSeries
from cabinet_app.errors import RegisterNotEmpty
from cabinet_app.paths import resources
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.changes import Act
from cabinet_app.services.journal import Step
from cabinet_app.services.mapping import ROOT_TABLES
from cabinet_app.services.read_ahead import batches
from cabinet_app.services.sample_days import days_of, resolved
from cabinet_app.services.series_sample import with_meetings

_HOUSE = ("SI",)


def fill_sample(cabinet: Cabinet, today: date) -> int:
    """Put the sample register into an empty file, as one step; answers the number of records.

    Raises:
        RegisterNotEmpty: the file holds records already; nothing was changed.
    """
    records = list(sample_records(today))
    with cabinet.journal.step(Act.SAMPLE) as step:
        if _holds_records(step):
            raise RegisterNotEmpty(cabinet.store.name)
        for some in batches(records):
            step.read_ahead((record_type, record.id, record) for record_type, record in some)
            for record_type, record in some:
                step.put(record_type, record)
    return len(records)


def sample_records(today: date) -> Iterator[tuple[str, AnyRecord]]:
    """Every record of the sample with its type, as of `today`."""
    from cabinet_app.domain.holidays import HolidayCalendar

    house = HolidayCalendar(_HOUSE)
    for path in sorted((resources() / "sample").glob("*.json")):
        theme = json.loads(path.read_text(encoding="utf-8"))
        record_type: str = theme["record_type"]
        for index, entry in enumerate(theme["entries"]):
            for number, day in enumerate(_days(entry, today, house)):
                document = resolved(entry["record"], day, today)
                document["id"] += number
                record = _record(record_type, document, path, index)
                if isinstance(record, MeetingSeries):
                    yield from with_meetings(record, today)
                else:
                    yield record_type, record


def _days(entry: dict[str, Any], today: date, house: Any) -> Iterator[date | None]:
    on = entry.get("on")
    if on is None:
        yield None
        return
    skipped = entry.get("skip_months", ())
    moves = not entry.get("skip_holidays", False)
    for text in [on] if isinstance(on, str) else on:
        yield from (day for day in days_of(text, today, house, moves=moves) if day.month not in skipped)


def _record(record_type: str, document: dict[str, Any], path: Path, index: int) -> Any:
    return from_document(RECORD_TYPES[record_type], document, f"{path.name}.entries[{index}].record")


def _holds_records(step: Step) -> bool:
    return any(
        step.session.scalar(select(table.id).where(table.deleted_at.is_(None)).limit(1)) is not None
        for table in ROOT_TABLES.values()
    )
