"""The part of a visit that says who was sent which programme, and that it has changed since."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from cabinet_app.domain.visit_revision import (
    can_be_marked,
    holders_of_older,
    latest_of_each,
    marked_as_changed,
)
from cabinet_app.domain.visits import DelegationSide, Dispatch, Visit
from cabinet_app.gui.delegations.sections import VisitSection
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.fields import NumberField, TextField
from cabinet_app.gui.widgets.form import together
from cabinet_app.gui.widgets.labels import PlainLabel, doubled, text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.i18n import dates
from cabinet_app.i18n.visit_words import older_sentences, version_words


class RevisionField(NumberField):
    """The number of a change; nothing typed is none."""

    def value(self) -> int:
        return super().value() or 0

    def set_value(self, value: int | None) -> None:
        super().set_value(value or None)


class SendingSection(VisitSection):
    """Changes of the programme, and everybody who was sent it."""

    _can_mark = False

    def build(self) -> None:
        g, t = self.t.gettext, self.t
        self.heading = self.section("dispatches", self.t.pgettext("section", "Sent"))
        self.mark_button = text_button(g("Mark as changed"), kind="quiet", icon_name="pencil")
        self.mark_button.clicked.connect(self.mark)
        self.heading.add_button(self.mark_button)
        self.told = PlainLabel(role="warn", wrap=True)
        self.editor.form.add_widget(self.told)
        day = DateEdit(t, self.context.today, has_echo=False)
        day.setAccessibleName(g("Day of the change"))
        self.editor.bind_line(g("Change No."), {"revision": RevisionField(), "revised_on": day})
        self.note = LocalizedEdit(t, placeholder=g("what has changed; stands on the print"))
        self.note_row = self.bind("revision_note", g("What has changed"), self.note)
        self.table = self._build_table()
        self.bind_table("dispatches", self.heading, self.table)
        self.send_button = text_button(g("Record who was sent it"), kind="quiet", icon_name="plus")
        self._menu = QMenu(self.send_button)
        self._menu.triggered.connect(self._record)
        self.send_button.setMenu(self._menu)
        # At the left like the button of the table above it, not in the middle of the line.
        self.editor.form.add_widget(together([self.send_button]))

    def fill(self, draft: Visit) -> None:
        older = holders_of_older(draft)
        self.told.setText("\n".join(f"⚠ {sentence}" for sentence in older_sentences(older, self.t)))
        self.told.setVisible(bool(older))
        self.heading.set_count(str(len(latest_of_each(draft.dispatches)) or ""))
        self._can_mark = can_be_marked(draft)
        self.mark_button.setVisible(self._can_mark)
        self.note_row.set_shown(bool(draft.revision) or not draft.revision_note.is_empty)
        self._offer(draft)

    def mark(self) -> None:
        """Count the change up and ask what it is."""
        draft = self.editor.draft()
        if not can_be_marked(draft):
            return
        changed = marked_as_changed(draft, self.context.today(), type(draft.revision_note)())
        self.editor.replace_values(changed, ("revision", "revised_on", "revision_note"))
        self.editor.jump_to("revision_note")

    def why_not_mark(self) -> str:
        """Why there is no change to be told to anybody."""
        if not self.editor.has_record:
            return self.t.gettext("Choose an entry first.")
        if self._can_mark:
            return ""
        return self.t.gettext("Nobody has been sent the programme as it is now.")

    def _build_table(self) -> ChildTable[Dispatch]:
        g = self.t.gettext
        columns = [
            ChildColumn[Dispatch]("recipient", g("Sent to"), _recipient, TextField, stretch=True),
            ChildColumn[Dispatch]("sent_on", g("Day"), self._day, self._day_field, width=12),
            ChildColumn[Dispatch]("revision", g("Version"), self._version, RevisionField, width=15),
            ChildColumn[Dispatch]("means", g("By"), _means, TextField, width=10),
        ]
        return ChildTable(
            self.t, columns, self._new, add_text=g("Add recipient"), name=g("Sent programme"), can_move=False
        )

    def _new(self) -> Dispatch:
        revision = self.editor.draft().revision
        return Dispatch(sent_on=self.context.today(), revision=revision, means=self.t.gettext("e-mail"))

    def _offer(self, draft: Visit) -> None:
        """Those with an older programme first, then the delegations that have none."""
        names = [each.recipient for each in holders_of_older(draft)]
        known = {each.recipient for each in latest_of_each(draft.dispatches)}
        names += [name for name in self._delegations(draft) if name and name not in known]
        wanted = list(dict.fromkeys(names))
        self.send_button.setVisible(bool(wanted))
        if wanted == [action.data() for action in self._menu.actions() if action.data()]:
            return
        self._menu.clear()
        if len(wanted) > 1:
            self._menu.addAction(self.t.gettext("All of these"))
            self._menu.addSeparator()
        for name in wanted:
            self._menu.addAction(doubled(name)).setData(name)

    def _delegations(self, draft: Visit) -> Sequence[str]:
        return [
            self.facts.delegation_name(each, draft)
            for each in draft.delegations
            if each.side is not DelegationSide.HOST and each.delegates
        ]

    def _record(self, action: QAction) -> None:
        """Write down that one or all of those offered were sent the programme as it is now."""
        offered = [each.data() for each in self._menu.actions() if each.data()]
        names = [action.data()] if action.data() else offered
        for name in names:
            dispatch = self._new()
            dispatch.recipient = name
            self.table.model.add(dispatch)

    def _day(self, dispatch: Dispatch) -> str:
        return dates.numeric(dispatch.sent_on, self.t.language) if dispatch.sent_on else ""

    def _version(self, dispatch: Dispatch) -> str:
        return version_words(dispatch.revision, self.t)

    def _day_field(self, parent: QWidget) -> QWidget:
        return DateEdit(self.t, self.context.today, parent, has_echo=False)


def _recipient(dispatch: Dispatch) -> str:
    return dispatch.recipient


def _means(dispatch: Dispatch) -> str:
    return dispatch.means
