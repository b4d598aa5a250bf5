"""The list of visits: columns, chips and months."""

from collections.abc import Sequence
from typing import Final

from cabinet_app.domain.places import name_with_native
from cabinet_app.domain.texts import same
from cabinet_app.domain.visits import VisitDirection
from cabinet_app.gui.delegations.words import status_spec
from cabinet_app.gui.widgets.filter_bar import Chip
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.gui.widgets.record_model import Column
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator, pgettext_noop
from cabinet_app.i18n.countries import country_name
from cabinet_app.i18n.labels import label
from cabinet_app.services.rows import VisitRow

BY_DAY: Final = "starts_on"
DIRECTIONS: Final = {
    VisitDirection.INCOMING: pgettext_noop("column of visits", "incoming"),
    VisitDirection.OUTGOING: pgettext_noop("column of visits", "outgoing"),
    VisitDirection.ELSEWHERE: pgettext_noop("column of visits", "elsewhere"),
}
"""Short enough for a column."""


class VisitColumns:
    """Says every cell of the list in the language of the window."""

    def __init__(self, t: Translator) -> None:
        self._t = t

    def columns(self) -> Sequence[Column[VisitRow]]:
        g = self._t.gettext
        return [
            Column("when", g("Date"), text=self.when, tip=self.when_long, sort_key=BY_DAY, width=16),
            Column("town", g("Town"), text=self.town, sort_key="town", width=17),
            Column(
                "country", g("Country"), text=self.country, tip=self.country_long, sort_key="country", width=7
            ),
            Column(
                "title", g("Purpose"), text=self.title, tip=self.title_tip, sort_key="title", stretch=True
            ),
            Column(
                "direction",
                g("Direction"),
                text=self.direction,
                tip=self.direction_long,
                sort_key="direction",
                width=10,
            ),
            Column(
                "status",
                g("Status"),
                text=self.status_word,
                status=self.status,
                sort_key="status",
                width=16,
            ),
        ]

    def chips(self) -> Sequence[Chip]:
        from cabinet_app.services import visits

        g = self._t.gettext
        return [
            Chip(visits.CHIP_UPCOMING, g("Upcoming")),
            Chip(visits.CHIP_INCOMING, g("We host"), group="direction"),
            Chip(visits.CHIP_OUTGOING, g("We travel"), group="direction"),
            Chip(
                visits.CHIP_WITHOUT_PROGRAMME,
                g("Without programme"),
                tip=g("Visits that have no programme item yet"),
            ),
        ]

    def month(self, row: VisitRow) -> str:
        """The band a row stands under."""
        if row.starts_on is None:
            return self._t.gettext("Without a date")
        return dates.month_title(row.starts_on.year, row.starts_on.month, self._t.language)

    def when(self, row: VisitRow) -> str:
        return dates.date_range(row.starts_on, row.ends_on, self._t.language) if row.starts_on else "–"

    def when_long(self, row: VisitRow) -> str:
        if row.starts_on is None:
            return self._t.gettext("There is no date yet.")
        if row.ends_on in {None, row.starts_on}:
            return dates.long(row.starts_on, self._t.language)
        return dates.date_range_long(row.starts_on, row.ends_on, self._t.language)

    def town(self, row: VisitRow) -> str:
        return name_with_native(same(row.town), row.native_town, self._t.language)

    def country(self, row: VisitRow) -> str:
        return row.country

    def country_long(self, row: VisitRow) -> str:
        return country_name(row.country, self._t.language) if row.country else ""

    def title(self, row: VisitRow) -> str:
        return row.title or label(row.kind, self._t)

    def title_tip(self, row: VisitRow) -> str:
        return " · ".join(part for part in (self.title(row), row.head) if part)

    def direction(self, row: VisitRow) -> str:
        return self._t.pgettext(*DIRECTIONS[row.direction])

    def direction_long(self, row: VisitRow) -> str:
        return label(row.direction, self._t)

    def status(self, row: VisitRow) -> StatusSpec:
        return status_spec(row.status, self._t)

    def status_word(self, row: VisitRow) -> str:
        return label(row.status, self._t)
