"""What hangs on a partner town: a line of dates, links to its agreements and to the latest visits."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import VisitStatus
from cabinet_app.gui.agreements import words
from cabinet_app.gui.agreements.related import RelatedList, RelatedRecord
from cabinet_app.gui.agreements.remarks import are_different
from cabinet_app.gui.agreements.timeline import Timeline, TimelinePoint
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.tokens import SMALL
from cabinet_app.i18n import dates
from cabinet_app.i18n.labels import label
from cabinet_app.services.rows import AgreementRow, VisitRow

VISITS_SHOWN = 5
_NOT_HELD = frozenset({VisitStatus.CANCELLED, VisitStatus.POSTPONED, VisitStatus.IDEA})


class PartnerStory(QWidget):
    """Reads the register again only for another town or after `forget`."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = t = context.t
        self._shown: tuple[int, VagueDate] | None = None
        self._place_id = -1
        self._agreements: list[AgreementRow] = []
        self._visits: list[VisitRow] = []
        self._visit_count = 0
        self.timeline = Timeline(t)
        self.agreements = RelatedList(
            context, t.gettext("Agreements"), t.gettext("No agreement with this town has been entered.")
        )
        self.visits = RelatedList(
            context, t.gettext("Latest visits"), t.gettext("No visit with this town has been entered.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self.timeline, self.agreements, self.visits):
            column.addWidget(part)

    def forget(self) -> None:
        """Read the register again when next asked."""
        self._shown = None
        self._place_id = -1

    def show_partner(self, place_id: int | None, since: VagueDate) -> int:
        """Show what hangs on a town; answers the number of agreements and visits."""
        if self._place_id != (place_id or 0):
            self._read(place_id or 0)
        if self._shown != (self._place_id, since):
            self._shown = (self._place_id, since)
            self._show(since)
        return len(self._agreements) + self._visit_count

    def _read(self, place_id: int) -> None:
        cabinet, language = self._context.cabinet, self._context.language
        self._place_id = place_id
        agreements = cabinet.agreements.with_place(place_id) if place_id else []
        visits = cabinet.visits.with_place(place_id) if place_id else []
        self._agreements = cabinet.agreements.rows(agreements, language) if agreements else []
        self._visits = cabinet.visits.rows(visits[:VISITS_SHOWN], language) if visits else []
        self._visit_count = len(visits)

    def _show(self, since: VagueDate) -> None:
        self.agreements.show_records([self._agreement(row) for row in self._agreements])
        self.visits.show_records([self._visit(row) for row in self._visits])
        self.timeline.set_points(self._points(since))

    def _points(self, since: VagueDate) -> list[TimelinePoint]:
        t = self._t
        points = [
            TimelinePoint(row.signed, label(row.instrument, t), "ok")
            for row in self._agreements
            if not row.signed.is_empty
        ]
        if not since.is_empty and all(are_different(row.signed, since) for row in self._agreements):
            points.append(TimelinePoint(since, t.gettext("partnership")))
        points += [
            TimelinePoint(VagueDate.of(row.starts_on), label(row.kind, t), "muted")
            for row in self._visits
            if row.starts_on and row.status not in _NOT_HELD
        ]
        return points

    def _agreement(self, row: AgreementRow) -> RelatedRecord:
        title = row.title or self._t.gettext("Untitled agreement")
        signed = dates.vague(row.signed, self._t.language)
        text = " · ".join(part for part in (title, signed, label(row.status, self._t)) if part)
        return RelatedRecord("agreement", row.id, text)

    def _visit(self, row: VisitRow) -> RelatedRecord:
        day = dates.numeric(row.starts_on, self._t.language) if row.starts_on else words.NOTHING
        title = row.title or label(row.kind, self._t)
        return RelatedRecord("visit", row.id, f"{day} · {title} · {label(row.status, self._t)}")
