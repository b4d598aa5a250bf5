"""The panel in which a visit is put on other days: what goes along, and what no longer fits, in words."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.visit_moving import cargo_of, length_of, moved
from cabinet_app.domain.visit_revision import can_be_marked, latest_of_each
from cabinet_app.domain.visits import Visit
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.delegations.facts import Facts
from cabinet_app.gui.delegations.notes import notes_on_days
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import MEDIUM, SMALL, TINY
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.fields import CheckField
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.i18n.catalogs import ngettext_noop
from cabinet_app.i18n.visit_words import listed

MOST = 6
ITEMS = ngettext_noop("{count} programme item", "{count} programme items")
BOOKINGS = ngettext_noop("{count} booking", "{count} bookings")
JOURNEYS = ngettext_noop("{count} journey", "{count} journeys")
TASKS = ngettext_noop("{count} task", "{count} tasks")


class MovePanel(QWidget):
    """Enter moves, Escape closes. Hidden while nobody moves anything."""

    move_wanted = Signal()
    closed = Signal()

    def __init__(self, context: GuiContext, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t = context.t
        self._facts = facts
        self._context = context
        self._visit = Visit()
        mark(self, "banner", "accent")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.first = DateEdit(t, context.today)
        self.last = DateEdit(t, context.today, has_echo=False)
        for field, name in ((self.first, t.gettext("New first day")), (self.last, t.gettext("New last day"))):
            field.setAccessibleName(name)
            field.line.setAccessibleName(name)
            field.line.returnPressed.connect(self.accept)
            field.edited.connect(self._typed)
        self.tell = CheckField()
        self.sent = PlainLabel(role="small muted", wrap=True)
        self.along = PlainLabel(role="small muted", wrap=True)
        self.before = PlainLabel(role="small muted", wrap=True)
        self.after = PlainLabel(role="small warn", wrap=True)
        self.message = PlainLabel(role="small danger", wrap=True)
        self.move_button = text_button(t.gettext("Move"), self, kind="primary")
        self.move_button.clicked.connect(self.accept)
        self.cancel_button = text_button(t.gettext("Cancel"), self)
        self.cancel_button.clicked.connect(self.close_panel)
        self._arrange()
        self.hide()

    def open_for(self, visit: Visit) -> None:
        """Begin with the present days of a stored visit."""
        self._visit = visit
        self.first.set_value(visit.starts_on)
        self.last.set_value(visit.ends_on or visit.starts_on)
        sent = latest_of_each(visit.dispatches)
        words = self._t.gettext("The next print says: Change No. {number}")
        self.tell.setText(words.format(number=visit.revision + 1))
        self.tell.setVisible(can_be_marked(visit))
        self.tell.set_value(can_be_marked(visit))
        words = self._t.gettext("The programme was sent to: {names}")
        self.sent.setText(words.format(names=", ".join(each.recipient for each in sent)))
        self.sent.setVisible(bool(sent))
        self._say("")
        self._show()
        self.show()
        self.first.line.setFocus()
        self.first.line.selectAll()

    @property
    def days(self) -> tuple[date, date] | None:
        """The new first and last day, None where they are not understood."""
        first, last = self.first.value(), self.last.value()
        return (first, last or first) if first else None

    @property
    def is_told(self) -> bool:
        """Whether it becomes a change of the programme that others have been sent."""
        return not self.tell.isHidden() and self.tell.value()

    def accept(self) -> None:
        """Ask for the move, or say what is missing."""
        days = self.days
        problem = self.first.problem() or self.last.problem()
        if not problem and days is None:
            problem = self._t.gettext("Enter the new day.")
        elif days and days[1] < days[0]:
            problem = self._t.gettext("The end is before the start.")
        elif days == (self._visit.starts_on, self._visit.ends_on or self._visit.starts_on):
            problem = self._t.gettext("The visit is on these days already. Enter others.")
        self._say(problem)
        if not problem:
            self.move_wanted.emit()

    def close_panel(self) -> None:
        """Think better of it."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        """The last day follows the first until somebody types it."""
        first = self.first.value()
        if self.sender() is self.first and first is not None:
            self.last.set_value(first + length_of(self._visit))
        self._say("")
        self._show()

    def _show(self) -> None:
        t, cargo = self._t, cargo_of(self._visit)
        tasks = [each.record for each in self._context.cabinet.tasks.of_visit(self._visit.id)]
        counted = sum(task.offset_days is not None and task.status.is_open for task in tasks)
        goes = [(cargo.items, *ITEMS), (cargo.bookings, *BOOKINGS), (cargo.legs, *JOURNEYS)]
        words = listed([*goes, (counted, *TASKS)], t)
        sentence = t.gettext("Goes along: {things}. The hours stay.").format(things=words)
        self.along.setText(sentence if words else t.gettext("There is nothing to go along."))
        self._list(self.before, t.gettext("Before:"), notes_on_days(self._visit, self._facts, t))
        days = self.days
        if days is None or days[1] < days[0]:
            self.after.hide()
            return
        found = notes_on_days(moved(self._visit, *days), self._facts, t)
        mark(self.after, "warn", bool(found))
        mark(self.after, "ok", not found)
        self._list(self.after, t.gettext("Afterwards:"), found or [t.gettext("everything fits")])

    def _list(self, label: PlainLabel, head: str, sentences: list[str]) -> None:
        shown = sentences[:MOST]
        if len(sentences) > MOST:
            shown.append(f"+ {len(sentences) - MOST}")
        label.setText("\n".join([head, *(f"– {sentence}" for sentence in shown)]))
        label.setVisible(bool(sentences))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(TINY)
        column.addWidget(PlainLabel(self._t.gettext("Move the visit to"), role="strong"))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        days: tuple[QWidget, ...] = (self.first, PlainLabel("–", role="muted"), self.last)
        for widget in days:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        column.addLayout(row)
        told: tuple[QWidget, ...] = (self.message, self.along, self.before, self.after, self.sent, self.tell)
        for widget in told:
            column.addWidget(widget)
        # Below what the move brings about: both words of German beside two days are broader than the pane.
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        for button in (self.move_button, self.cancel_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def _say(self, words: str) -> None:
        self.message.setText(f"⚠ {words}" if words else "")
        self.message.setVisible(bool(words))
