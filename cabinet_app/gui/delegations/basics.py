"""The first part of a visit: title, partner, days, direction, status, purpose and whose visit it is."""

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.visits import Visit, VisitDirection, VisitKind, VisitStatus
from cabinet_app.errors import UserError
from cabinet_app.gui.delegations.move_panel import MovePanel
from cabinet_app.gui.delegations.moving import move_visit
from cabinet_app.gui.delegations.sections import VisitSection
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.labels import text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import organization_picker, person_picker, record_picker
from cabinet_app.gui.widgets.town_field import TownField
from cabinet_app.i18n import messages
from cabinet_app.i18n.labels import label


class BasicsSection(VisitSection):
    """What the list shows, and who answers for it."""

    _shown_id = 0

    def build(self) -> None:
        t, g, context = self.t, self.t.gettext, self.context
        self.heading = self.section("basics", g("Basics"))
        self.move_button = text_button(g("Move…"), kind="quiet", icon_name="calendar-clock")
        self.move_button.clicked.connect(self.begin_move)
        self.heading.add_button(self.move_button)
        self.move_panel = MovePanel(context, self.facts)
        self.move_panel.move_wanted.connect(self._move)
        self.editor.form.add_widget(self.move_panel)
        self.bind("title", g("Title"), LocalizedEdit(t))
        self.town = TownField(context)
        self.bind("partner_place_id", g("Partner town"), self.town)
        self._build_days()
        kind = EnumCombo(VisitKind, self._word)
        kind.setAccessibleName(g("Kind"))
        direction = EnumCombo(VisitDirection, self._word)
        fields: dict[str, QWidget] = {"direction": direction, "kind": kind}
        self.editor.bind_line(g("Direction and kind"), fields, stretch=True)
        self.bind("status", g("Status"), EnumCombo(VisitStatus, self._word))
        self.bind("purpose", g("Purpose"), LocalizedEdit(t, lines=2))
        self.bind("partner_organization_id", g("Partner organization"), organization_picker(context))
        self.bind("host_organization_id", g("Host"), organization_picker(context))
        self.bind("responsible_id", g("Person responsible"), person_picker(context))
        self.bind("project_id", g("Project"), record_picker(context, "project"))

    def fill(self, draft: Visit) -> None:
        self.move_button.setVisible(bool(draft.id) and draft.starts_on is not None)
        if draft.id != self._shown_id:
            self._shown_id = draft.id
            self.move_panel.hide()

    def commit(self) -> None:
        self.town.store_names()

    def begin_move(self) -> None:
        """Ask for the new days; what has not been saved is stored first."""
        if self.editor.save_first():
            self.move_panel.open_for(self.editor.draft())
            self.editor.open_section("basics")

    def why_not_move(self) -> str:
        """Why there is nothing to move."""
        if not self.editor.has_record:
            return self.t.gettext("Choose an entry first.")
        if self.starts_on.value() is None:
            return self.t.gettext("The visit has no date yet.")
        return ""

    def _move(self) -> None:
        days = self.move_panel.days
        if days is None or not self.editor.save_first():
            return
        is_told = self.move_panel.is_told
        try:
            move_visit(self.context, self.editor.draft(), self.editor.version, days, is_told=is_told)
        except UserError as error:
            self.context.toaster.show_toast(messages.sentence(error, self.t))
        else:
            self.move_panel.close_panel()

    def _build_days(self) -> None:
        g, context = self.t.gettext, self.context
        self.starts_on = DateEdit(self.t, context.today)
        # Two days in words side by side are wider than the pane; the line under the title has both.
        self.ends_on = DateEdit(self.t, context.today, has_echo=False)
        self.ends_on.setAccessibleName(g("Until"))
        days: dict[str, QWidget] = {"starts_on": self.starts_on, "ends_on": self.ends_on}
        self.editor.bind_line(g("Date"), days, between="–")
        self.starts_on.line.editingFinished.connect(self._propose_end)

    def _propose_end(self) -> None:
        """A visit lasts one day until somebody says more."""
        start = self.starts_on.value()
        if start is not None and not self.ends_on.line.text().strip():
            self.ends_on.set_value(start)
            self.ends_on.edited.emit()

    def _word(self, member: VisitDirection | VisitKind | VisitStatus) -> str:
        return label(member, self.t)
