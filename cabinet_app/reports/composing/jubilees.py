"""The data of the list of jubilees."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from cabinet_app.reports.agreements_data import NO_TEXT, PartnerName
from cabinet_app.reports.jubilees_data import JubileeEntry, JubileesData, JubileesOfYear

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet
    from cabinet_app.services.jubilees import JubileeRow


def compose(
    cabinet: "Cabinet", first_year: int, last_year: int, printed_at: datetime, *, internal: bool
) -> JubileesData:
    """The jubilees of these years, both included, as the rule of the house has them."""
    found = cabinet.jubilees.of_years(range(first_year, last_year + 1), printed_at.date())
    years = tuple(
        JubileesOfYear(one.year, _entries(one.celebrated), _entries(one.contested), _entries(one.undated))
        for one in found
    )
    data = JubileesData(printed_at, years, cabinet.jubilees.rule)
    return data if internal else data.for_public()


def _entries(rows: "Iterable[JubileeRow]") -> tuple[JubileeEntry, ...]:
    return tuple(
        JubileeEntry(
            partners=tuple(PartnerName(one.names, one.native, one.country) for one in row.partners),
            title=row.title if row.record_type == "agreement" else NO_TEXT,
            jubilee=row.jubilee,
            status=row.status,
            verified=row.verified,
        )
        for row in rows
    )
