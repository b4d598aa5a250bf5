"""What a group owes next and when that could be: deadline, proposed dates, why the usual ones are out."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cabinet_app.domain.cadence import WindowStatus
from cabinet_app.domain.cadence_forecast import Forecast, Proposal
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import SMALL, TINY
from cabinet_app.gui.widgets.labels import PlainLabel, doubled, text_button
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import window_label
from cabinet_app.i18n.proposal_words import fallen_words, forecast_words, proposal_words

if TYPE_CHECKING:
    from cabinet_app.services.group_board import GroupBoard

_FALLEN_SHOWN = 3


class NextMeeting(QWidget):
    """Sentences and a button for each proposed date, which begins the meeting with everything filled in."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._board: GroupBoard | None = None
        self._shown: Forecast | None = None
        self._rows: list[QWidget] = []
        self.buttons: list[QPushButton] = []
        self.deadline = PlainLabel(wrap=True)
        self.why = PlainLabel(role="small muted", wrap=True)
        self._proposals = QVBoxLayout()
        self._proposals.setSpacing(TINY)
        self.other = text_button(
            context.t.gettext("Call a meeting on another day…"), self, kind="quiet", icon_name="calendar-plus"
        )
        self.other.clicked.connect(self._call_another)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.deadline)
        column.addLayout(self._proposals)
        column.addWidget(self.why)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)

    def show_board(self, board: "GroupBoard", *, can_call: bool) -> None:
        """Show the forecast of a judged group; a group that is not stored yet cannot be called."""
        self._board = board
        forecast = board.forecast_in(self._t.language)
        self._say_deadline(board)
        self._show_proposals(forecast, can_call=can_call)
        fallen = [fallen_words(day, self._t) for day in forecast.fallen[:_FALLEN_SHOWN]]
        blocked = forecast_words(forecast, self._t)
        self.why.setText("\n".join(part for part in (blocked, *fallen) if part))
        self.why.setVisible(bool(self.why.text()))
        self.other.setVisible(can_call)

    def _say_deadline(self, board: "GroupBoard") -> None:
        t, lang, owed = self._t, self._t.language, board.owed
        text = ""
        is_pressing = False
        if owed is not None and owed.deadline is not None:
            day = dates.long(owed.deadline, lang)
            left = dates.relative_days((owed.deadline - board.today).days, lang)
            words = t.gettext("Last possible date for {period}: {day} ({left})")
            text = words.format(period=window_label(owed.window, t), day=day, left=left)
            if owed.days_left > 0 and owed.deadline >= board.today:
                days = t.ngettext(
                    "{count} joint working day left", "{count} joint working days left", owed.days_left
                )
                text = f"{text}, {days.format(count=owed.days_left)}"
            text += "."
            is_pressing = owed.status in {WindowStatus.AT_RISK, WindowStatus.BREACHED}
        elif board.summary.next_planned:
            day = dates.long(board.summary.next_planned, lang)
            text = t.gettext("The next meeting is planned for {day}; nothing else is owed.").format(day=day)
        else:
            text = t.gettext("Nothing is owed at present.")
        self.deadline.setText(("⚠ " if is_pressing else "") + text)
        mark(self.deadline, "warn", is_pressing)

    def _show_proposals(self, forecast: Forecast, *, can_call: bool) -> None:
        if forecast == self._shown and bool(self.buttons) == (can_call and bool(forecast.proposals)):
            return
        self._shown = forecast
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self.buttons = []
        self._rows = [
            self._row(proposal, place, can_call=can_call) for place, proposal in enumerate(forecast.proposals)
        ]
        for row in self._rows:
            self._proposals.addWidget(row)

    def _row(self, proposal: Proposal, place: int, *, can_call: bool) -> QWidget:
        t = self._t
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        if can_call:
            words = t.gettext("Call for {day}").format(day=dates.day_month(proposal.day, t.language))
            button = text_button(doubled(words), line)
            button.setProperty("day", proposal.day.toordinal())
            button.setAccessibleName(f"{words}: {proposal_words(proposal, t)}")
            button.clicked.connect(self._call)
            self.buttons.append(button)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        label = PlainLabel(proposal_words(proposal, t), role="strong" if place == 0 else "", wrap=True)
        row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _call(self) -> None:
        self._begin(date.fromordinal(int(self.sender().property("day"))))

    def _call_another(self) -> None:
        board = self._board
        if board is None:
            return
        proposals = board.forecast_in(self._t.language).proposals
        self._begin(proposals[0].day if proposals else self._context.today())

    def _begin(self, day: date) -> None:
        board = self._board
        if board is None:
            return
        cabinet = self._context.cabinet
        numbered = any(meeting.number for meeting in board.material.meetings)
        number = cabinet.meetings.next_number(board.group.id) if numbered else ""
        self._context.new_record("meeting", cabinet.groups.convening(board, day, number))
