"""What belongs to one act of an agreement and has no room in the table of acts."""

import copy
import dataclasses

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.domain.agreement_status import DATE_FACT, swap_date
from cabinet_app.domain.twinning import AgreementEvent
from cabinet_app.gui.agreements.decision_field import DecisionField
from cabinet_app.gui.agreements.fact_sources import FactSources
from cabinet_app.gui.agreements.moment_edit import MomentEdit
from cabinet_app.gui.agreements.remarks import event_findings
from cabinet_app.gui.agreements.tables import Tables
from cabinet_app.gui.agreements.words import capital
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.tokens import MEDIUM, SMALL, TINY, tokens_of
from cabinet_app.gui.widgets.form import Form, together
from cabinet_app.gui.widgets.labels import PlainLabel, escaped_tip, text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import record_picker
from cabinet_app.gui.widgets.source_table import source_table
from cabinet_app.i18n import dates
from cabinet_app.i18n.agreement_words import local_times, source_tip
from cabinet_app.i18n.labels import label


class EventDetails(QWidget):
    """The fields of the act that is selected; `applied_to` gives the act with what they hold."""

    edited = Signal()
    swapped = Signal(object)
    """The act with another of its dates chosen."""

    def __init__(self, context: GuiContext, tables: Tables) -> None:
        super().__init__()
        self._t = t = context.t
        self._tables = tables
        self._is_filling = False
        self._event = AgreementEvent()
        self.heading = PlainLabel(role="strong")
        self.form = Form(self)
        self.remark = LocalizedEdit(t)
        self.decision = DecisionField(context)
        self.visit = record_picker(context, "visit")
        self.local_time = MomentEdit(t, context.today)
        self.places = tables.places()
        self.times = PlainLabel(role="small muted", wrap=True)
        self.claimed_dates = tables.claimed_dates()
        self.swap_button = text_button(
            t.gettext("Choose this date"), kind="quiet", icon_name="arrow-left-right"
        )
        self.signatories = tables.signatories()
        facts = [
            (DATE_FACT, t.gettext("Date")),
            ("place_id", t.gettext("Place")),
            ("signatories", t.gettext("Signatories")),
            ("remark", t.gettext("Remark")),
        ]
        self.sources = source_table(t, facts)
        self._arrange()
        self.fact_sources = FactSources(t, self.form)
        fields = (
            self.remark,
            self.decision,
            self.visit,
            self.local_time,
            self.places,
            self.claimed_dates,
            self.signatories,
            self.sources,
        )
        for field in fields:
            field.edited.connect(self._announce)
        self.swap_button.clicked.connect(self._swap)
        self.claimed_dates.table.selectionModel().currentRowChanged.connect(self._show_swap)

    def show_event(self, event: AgreementEvent) -> None:
        """Fill the details from an act."""
        self._is_filling = True
        self._event = event
        if self.applied_to(event) != event:
            self.remark.set_value(event.remark)
            self.decision.set_value((event.meeting_id, event.decision_id))
            self.visit.set_value(event.visit_id)
            self.local_time.set_value(event.local_time)
            self.places.set_value(event.places)
            self.claimed_dates.set_value(event.claimed_dates)
            self.signatories.set_value(event.signatories)
            self.sources.set_value(event.sources)
        self._is_filling = False
        self._show_words(event)
        self.form.show_findings(event_findings(event, self._t))
        self.fact_sources.show(event.sources)
        self._show_swap()

    def applied_to(self, event: AgreementEvent) -> AgreementEvent:
        """The act with what these fields hold."""
        meeting_id, decision_id = self.decision.value()
        return dataclasses.replace(
            event,
            remark=self.remark.value(),
            meeting_id=meeting_id,
            decision_id=decision_id,
            visit_id=self.visit.value(),
            local_time=self.local_time.value(),
            places=self.places.value(),
            claimed_dates=self.claimed_dates.value(),
            signatories=self.signatories.value(),
            sources=self.sources.value(),
        )

    def problem(self) -> str:
        """What is wrong with a field of the details, empty if nothing is."""
        return self.decision.problem() or self.visit.problem() or self.local_time.problem()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, TINY // 2, self.height(), QColor(tokens_of(self.palette()).accent))
        painter.end()

    def _arrange(self) -> None:
        t = self._t
        self.form.add_wide("signatories", t.gettext("Signatories"), self.signatories)
        self.form.add("meeting_id", t.gettext("Session"), self.decision)
        self.form.add("visit_id", t.gettext("On the visit"), self.visit)
        self.form.add_wide("claimed_dates", t.gettext("Other claimed dates"), self.claimed_dates)
        self.form.add_widget(together([self.swap_button]))
        self.form.add("local_time", t.gettext("Local time"), self.local_time)
        self.form.add_wide("places", t.gettext("Further places"), self.places)
        self.form.add_widget(self.times)
        self.form.add("remark", t.gettext("Remark"), self.remark)
        self.form.add_wide("sources", t.gettext("Sources of this event"), self.sources)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.heading)
        column.addWidget(self.form)

    def _show_words(self, event: AgreementEvent) -> None:
        t = self._t
        when = dates.vague(event.happened_on, t.language)
        words = [capital(label(event.kind, t)), when]
        self.heading.setText(", ".join(word for word in words if word))
        spoken = [source for source in event.sources if source.fact == DATE_FACT]
        self.heading.setToolTip(escaped_tip(source_tip(spoken, t)))
        own = (self._tables.town_of(event), event.local_time)
        times = [own, *((self._tables.town_of(place), place.local_time) for place in event.places)]
        has_times = len(times) > 1 and any(moment for _, moment in times)
        self.times.setText(" · ".join(local_times(times, t)) if has_times else "")
        self.times.setVisible(has_times)

    def _show_swap(self, *_indexes: object) -> None:
        number = self.claimed_dates.table.currentIndex().row()
        claims = self.claimed_dates.value()
        self.swap_button.setVisible(bool(claims))
        can_swap = 0 <= number < len(claims) and not claims[number].happened_on.is_empty
        if not can_swap and len(claims) == 1:
            can_swap = not claims[0].happened_on.is_empty
        self.swap_button.setEnabled(can_swap)

    def _swap(self) -> None:
        number = max(self.claimed_dates.table.currentIndex().row(), 0)
        event = copy.deepcopy(self.applied_to(self._event))
        if number < len(event.claimed_dates):
            swap_date(event, number)
            self.swapped.emit(event)

    def _announce(self) -> None:
        if not self._is_filling:
            self.edited.emit()
