"""Where a group stands: figures, the periods of the last year, and meetings that nobody has confirmed yet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.cadence import JudgedWindow
from cabinet_app.domain.meetings import MeetingStatus
from cabinet_app.errors import UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.groups.window_strip import WindowStrip
from cabinet_app.gui.groups.words import EXCUSABLE, meeting_day, percent, window_words
from cabinet_app.gui.last_step import StepBack
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import SMALL, TINY
from cabinet_app.gui.widgets.fields import TextField
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.i18n import dates, messages
from cabinet_app.i18n.cadence_words import late_words, window_label

if TYPE_CHECKING:
    from cabinet_app.services.gatherings import GroupMeeting
    from cabinet_app.services.group_board import GroupBoard


class Standing(QWidget):
    """Shows a judged group; `excused` asks to write an exemption with its reason into the draft."""

    excused = Signal(object, str)

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._excusing: JudgedWindow | None = None
        t = context.t
        self.figures = PlainLabel(wrap=True)
        self.strip = WindowStrip(t, self)
        self.strip.current_changed.connect(self._say)
        self.strip.excuse_wanted.connect(self.begin_excuse)
        self.words = PlainLabel(role="muted", wrap=True)
        self.excuse_button = text_button(t.gettext("Excuse with a reason…"), self, kind="quiet")
        self.excuse_button.clicked.connect(self._begin_current)
        self.unconfirmed = Unconfirmed(context, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.unconfirmed)
        column.addWidget(self.figures)
        column.addWidget(self.strip)
        column.addWidget(self.words)
        column.addWidget(self.excuse_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._build_excuse())

    def show_board(self, board: "GroupBoard") -> None:
        """Show what the judgement says."""
        self.figures.setText(self._figures(board))
        self.strip.show_windows(board.windows, board.today)
        if not board.windows:
            self._say(None)
        self.unconfirmed.show_group(board.group.id)

    def begin_excuse(self, item: JudgedWindow) -> None:
        """Ask for the reason why a window is excused."""
        if item.status not in EXCUSABLE:
            return
        self._excusing = item
        period = window_label(item.window, self._t)
        self.excuse_label.setText(self._t.gettext("Reason for excusing {period}").format(period=period))
        self.reason.set_value("")
        self.excuse_box.show()
        self.reason.setFocus()

    def _build_excuse(self) -> QWidget:
        t = self._t
        self.excuse_box = QWidget(self)
        self.excuse_label = PlainLabel(role="muted")
        self.reason = TextField()
        self.reason.setAccessibleName(t.gettext("Reason"))
        self.reason.setProperty("takes_border", False)
        self.reason.returnPressed.connect(self._excuse)
        apply = text_button(t.gettext("Excuse"), self.excuse_box)
        apply.clicked.connect(self._excuse)
        cancel = text_button(t.gettext("Cancel"), self.excuse_box, kind="quiet")
        cancel.clicked.connect(self.excuse_box.hide)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.reason, 1)
        row.addWidget(apply)
        row.addWidget(cancel)
        column = QVBoxLayout(self.excuse_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(self.excuse_label)
        column.addLayout(row)
        self.excuse_box.hide()
        return self.excuse_box

    def _begin_current(self) -> None:
        current = self.strip.current()
        if current is not None:
            self.begin_excuse(current)

    def _excuse(self) -> None:
        reason = self.reason.value()
        if self._excusing is not None and reason:
            item, self._excusing = self._excusing, None
            self.excuse_box.hide()
            self.excused.emit(item, reason)
            self.strip.setFocus()

    def _say(self, item: JudgedWindow | None) -> None:
        self.words.setText(window_words(item, self._t, self._context.today()) if item else "")
        self.words.setVisible(item is not None)
        self.excuse_button.setVisible(item is not None and item.status in EXCUSABLE)
        self.excuse_box.hide() if item is not self._excusing else None

    def _figures(self, board: "GroupBoard") -> str:
        """Rate, streak, longest gap, last and next meeting in short sentences."""
        t, lang, summary = self._t, self._t.language, board.summary
        parts: list[str] = []
        if summary.rate is not None:
            kept, all_of_them = (
                summary.met + summary.met_late,
                summary.met + summary.met_late + summary.breached,
            )
            rate = percent(summary.rate, t)
            words = t.gettext("Met in {kept} of {total} periods ({rate})")
            parts.append(words.format(kept=kept, total=all_of_them, rate=rate))
        if board.late is not None and board.late.days_late:
            parts.append(late_words(board.late.days_late, t))
        if summary.streak > 1:
            words = t.ngettext("{count} period in a row", "{count} periods in a row", summary.streak)
            parts.append(words.format(count=summary.streak))
        if summary.longest_gap and summary.longest_gap_from and summary.longest_gap_to:
            span = dates.date_range(summary.longest_gap_from, summary.longest_gap_to, lang)
            words = t.gettext("longest gap {days} ({span})")
            parts.append(words.format(days=dates.days_count(summary.longest_gap, lang), span=span))
        if summary.last_held:
            day = dates.numeric(summary.last_held, lang)
            parts.append(t.gettext("last meeting {date}").format(date=day))
        if summary.next_planned:
            day = dates.numeric(summary.next_planned, lang)
            parts.append(t.gettext("next meeting {date}").format(date=day))
        return " · ".join(parts) or t.gettext("No meeting has been entered yet.")


class Unconfirmed(QWidget):
    """Meetings that have passed without anybody saying whether they took place, each with two buttons."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._shown: list[GroupMeeting] = []
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SMALL, TINY, SMALL, TINY)
        self._column.setSpacing(TINY)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, "banner", "warn")
        self.hide()

    def show_group(self, group_id: int) -> None:
        """Show those of a group; hidden where there are none."""
        groups = self._context.cabinet.groups
        found = groups.unconfirmed(group_id, self._context.today()) if group_id else []
        if found == self._shown:
            return
        self._shown = found
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._line(meeting) for meeting in reversed(found)]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(found))

    def _line(self, meeting: "GroupMeeting") -> QWidget:
        t = self._t
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        day = meeting_day(meeting, t)
        question = PlainLabel(t.gettext("Did it meet on {day}?").format(day=day), wrap=True)
        row.addWidget(question, 1)
        for status, words in (
            (MeetingStatus.HELD, t.gettext("It took place")),
            (MeetingStatus.CANCELLED, t.gettext("It did not")),
        ):
            button = text_button(words, line)
            button.setAccessibleName(f"{words}: {day}")
            button.setProperty("meeting_id", meeting.id)
            button.setProperty("status", status.value)
            button.clicked.connect(self._confirm)
            row.addWidget(button)
        return line

    def _confirm(self) -> None:
        button = self.sender()
        meeting_id, status = button.property("meeting_id"), MeetingStatus(button.property("status"))
        try:
            entry = set_status(self._context, meeting_id, status)
        except UserError as error:
            self._context.toaster.show_toast(messages.sentence(error, self._t))
            return
        t = self._t
        said = (
            t.gettext("The meeting has been entered as held.")
            if status is MeetingStatus.HELD
            else t.gettext("The meeting has been entered as not held.")
        )
        self._context.toaster.show_toast(said, t.gettext("Undo"), StepBack(self._context, entry))


def set_status(context: GuiContext, meeting_id: int, status: MeetingStatus) -> int:
    """Store the status of a meeting as one step; the entry of the journal that can be taken back.

    Raises:
        UserError: the meeting is gone or was changed meanwhile.
    """
    meetings = context.cabinet.meetings
    entries: list[int] = []

    def note(change: object) -> None:
        entries.append(int(getattr(change, "entry_id", 0)))

    stored = meetings.get(meeting_id)
    stored.record.status = status
    context.cabinet.changes.subscribe(note)
    try:
        meetings.update(stored.record, stored.version)
    finally:
        context.cabinet.changes.unsubscribe(note)
    return entries[-1] if entries else 0
