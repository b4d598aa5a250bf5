"""The session at which a body gave its opinion or decided, and the decision in its minutes with the vote."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.tokens import TINY
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.labels import icon_button
from cabinet_app.gui.widgets.record_pickers import record_picker
from cabinet_app.i18n.agreement_words import vote_words

LONGEST = 90


class DecisionField(QWidget):
    """Two choices, the second out of the first; a button opens the minutes."""

    edited = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = t = context.t
        self.meeting = record_picker(context, "meeting")
        self.meeting.setAccessibleName(t.gettext("Session"))
        self.meeting.line.setAccessibleName(t.gettext("Session"))
        self.decision: ChoiceCombo[int] = ChoiceCombo([(0, "")])
        self.decision.setAccessibleName(t.gettext("Decision"))
        self.open_button = icon_button("arrow-right", t.gettext("Open the session"))
        line = QHBoxLayout()
        line.setSpacing(TINY)
        line.addWidget(self.meeting, 1)
        line.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addLayout(line)
        column.addWidget(self.decision)
        self.setFocusProxy(self.meeting)
        self.meeting.edited.connect(self._meeting_chosen)
        self.decision.edited.connect(self.edited)
        self.open_button.clicked.connect(self._open)
        self._offer(0)

    def value(self) -> tuple[int | None, int]:
        """The ids of the session and of its decision, 0 for none."""
        return self.meeting.value(), self.decision.value()

    def set_value(self, value: tuple[int | None, int]) -> None:
        self.meeting.set_value(value[0])
        self._offer(value[1])

    def problem(self) -> str:
        """A session that was typed and not found."""
        return self.meeting.problem()

    def _meeting_chosen(self) -> None:
        self._offer(0, takes_only=True)
        self.edited.emit()

    def _offer(self, chosen: int, *, takes_only: bool = False) -> None:
        """The decisions of the session; one that has left the minutes is kept and said to be missing."""
        t, meeting = self._t, self.meeting.value()
        facts = self._context.cabinet.agreement_trails.of_meetings([meeting]) if meeting else []
        choices = [(0, t.gettext("No decision chosen") if facts else t.gettext("No decision in the minutes"))]
        for fact in facts:
            parts = [fact.number, fact.text.shown(t.language), vote_words(fact.vote, t)]
            words = " · ".join(part for part in parts if part)
            choices.append((fact.id, words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"))
        if chosen and chosen not in dict(choices):
            choices.append((chosen, t.gettext("This decision is no longer in the minutes")))
        if takes_only and len(facts) == 1:
            chosen = facts[0].id
        self.decision.set_choices(choices)
        self.decision.set_value(chosen)
        self.decision.setVisible(bool(meeting))
        self.open_button.setEnabled(bool(meeting))

    def _open(self) -> None:
        meeting = self.meeting.value()
        if meeting:
            self._context.open_record("meeting", meeting)
