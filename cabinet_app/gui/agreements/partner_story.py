"""What hangs on a partner: contacts per year, a line of everything that happened, links to the records."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.domain.activity import Contact, last_contact, years_of_contacts
from cabinet_app.domain.agreement_trail import story_order
from cabinet_app.domain.twinning import AgreementEventKind
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.gui.agreements import words
from cabinet_app.gui.agreements.related import RelatedList, RelatedRecord
from cabinet_app.gui.agreements.remarks import are_different
from cabinet_app.gui.agreements.timeline import Timeline, TimelinePoint
from cabinet_app.gui.agreements.years_row import YearsRow
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.tokens import SMALL, Tone
from cabinet_app.gui.widgets.labels import PlainLabel
from cabinet_app.i18n import dates
from cabinet_app.i18n.labels import label
from cabinet_app.services.rows import AgreementRow, VisitRow

if TYPE_CHECKING:
    from cabinet_app.services.partner_story import StoryPoint

VISITS_SHOWN = 5
OTHERS_SHOWN = 6
YEARS_SHOWN = 12
LATEST_SHOWN = 10
"""Of the visits, meetings and gifts on the line only the latest; the acts of agreements stand there all."""
_TONES: dict[str, Tone] = {"agreement": "ok", "project": "accent", "gift": "warn"}
_ENDINGS = frozenset({AgreementEventKind.FREEZE, AgreementEventKind.TERMINATION})


class PartnerStory(QWidget):
    """Reads the register again only for another partner or after `forget`."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = t = context.t
        self._shown: tuple[object, ...] | None = None
        self._partner = (-1, -1)
        self._agreements: list[AgreementRow] = []
        self._visits: list[VisitRow] = []
        self._visit_count = 0
        self._contacts: list[Contact] = []
        self._story: list[StoryPoint] = []
        self.last = PlainLabel(role="muted", wrap=True)
        self.years = YearsRow(t)
        self.timeline = Timeline(t)
        self.timeline.chosen.connect(self._open_point)
        self.agreements = RelatedList(
            context, t.gettext("Agreements"), t.gettext("No agreement with this town has been entered.")
        )
        self.visits = RelatedList(
            context, t.gettext("Latest visits"), t.gettext("No visit with this town has been entered.")
        )
        self.others = RelatedList(context, t.gettext("Meetings, projects and gifts"), "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self.last, self.years, self.timeline, self.agreements, self.visits, self.others):
            column.addWidget(part)

    def forget(self) -> None:
        """Read the register again when next asked."""
        self._shown = None
        self._partner = (-1, -1)

    def show_partner(self, place_id: int | None, organization_id: int | None, since: VagueDate) -> int:
        """Show what hangs on a partner; answers the number of agreements and visits."""
        partner = (place_id or 0, organization_id or 0)
        if self._partner != partner:
            self._partner = partner
            self._read(place_id, organization_id)
        if self._shown != (partner, since):
            self._shown = (partner, since)
            self._show(since)
        return len(self._agreements) + self._visit_count

    def _read(self, place_id: int | None, organization_id: int | None) -> None:
        from cabinet_app.services.partner_story import partner_story

        cabinet, language = self._context.cabinet, self._context.language
        agreements = cabinet.agreements.with_place(place_id) if place_id else []
        visits = cabinet.visits.with_place(place_id) if place_id else []
        self._agreements = cabinet.agreements.rows(agreements, language) if agreements else []
        self._visits = cabinet.visits.rows(visits[:VISITS_SHOWN], language) if visits else []
        self._visit_count = len(visits)
        is_known = bool(place_id or organization_id)
        self._contacts = cabinet.partnerships.contacts(place_id, organization_id) if is_known else []
        self._story = partner_story(cabinet, place_id, organization_id) if is_known else []

    def _show(self, since: VagueDate) -> None:
        self._show_activity()
        self.agreements.show_records([self._agreement(row) for row in self._agreements])
        self.visits.show_records([self._visit(row) for row in self._visits])
        others = [point for point in self._story if point.record_type in {"meeting", "project", "gift"}]
        latest = [point for point in reversed(others) if not point.is_end][:OTHERS_SHOWN]
        self.others.show_records([self._other(point) for point in latest])
        self.others.setVisible(bool(latest))
        self.timeline.set_points(self._points(since))

    def _show_activity(self) -> None:
        t, today = self._t, self._context.today()
        day = last_contact(self._contacts, today)
        sentence = t.gettext("No contact has been recorded.")
        if day is not None:
            ago = words.ago(day, today, t)
            sentence = t.gettext("Last contact: {date}, {ago}").format(
                date=dates.long(day, t.language), ago=ago
            )
        self.last.setText(sentence)
        self.last.setVisible(self._partner != (0, 0))
        first = today.year - YEARS_SHOWN + 1
        self.years.show_years(
            years_of_contacts(self._contacts, first, today.year, today) if self._contacts else ()
        )

    def _points(self, since: VagueDate) -> list[TimelinePoint]:
        kept = {id(point) for point in self._latest()}
        points = [
            TimelinePoint(
                point.when,
                self._what(point),
                self._tone(point),
                number,
                self._tip(point),
                story_order(point.kind, point.when) if isinstance(point.kind, AgreementEventKind) else None,
            )
            for number, point in enumerate(self._story)
            if point.record_type == "agreement" or id(point) in kept
        ]
        if not since.is_empty and all(are_different(row.signed, since) for row in self._agreements):
            points.append(TimelinePoint(since, self._t.gettext("partnership")))
        return points

    def _latest(self) -> "Sequence[StoryPoint]":
        return [point for point in self._story if point.record_type != "agreement"][-LATEST_SHOWN:]

    def _what(self, point: "StoryPoint") -> str:
        t = self._t
        if point.record_type == "project":
            name = point.title.shown(t.language)
            return t.gettext("{project} (end)").format(project=name) if point.is_end else name
        if point.record_type == "gift":
            return t.gettext("gift {direction}").format(direction=label(point.kind, t))
        return label(point.kind, t)

    def _tip(self, point: "StoryPoint") -> str:
        return point.title.shown(self._t.language)

    def _tone(self, point: "StoryPoint") -> Tone:
        return "muted" if point.kind in _ENDINGS else _TONES.get(point.record_type, "muted")

    def _open_point(self, number: int) -> None:
        point = self._story[number]
        self._context.open_record(point.record_type, point.record_id)

    def _agreement(self, row: AgreementRow) -> RelatedRecord:
        title = row.title or self._t.gettext("Untitled agreement")
        signed = dates.vague(row.signed, self._t.language)
        status = words.status_of(row, self._context.today())
        text = " · ".join(part for part in (title, signed, label(status, self._t)) if part)
        return RelatedRecord("agreement", row.id, text)

    def _visit(self, row: VisitRow) -> RelatedRecord:
        day = dates.numeric(row.starts_on, self._t.language) if row.starts_on else words.NOTHING
        title = row.title or label(row.kind, self._t)
        return RelatedRecord("visit", row.id, f"{day} · {title} · {label(row.status, self._t)}")

    def _other(self, point: "StoryPoint") -> RelatedRecord:
        when = words.short(point.when, self._t)
        title = point.title.shown(self._t.language) or self._what(point)
        return RelatedRecord(point.record_type, point.record_id, f"{when} · {title}")
