"""The line "Repeats" of a meeting: begins a series, shows its own one, and asks whom a change is for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.recurrence import Rule, first_day, rule_of
from cabinet_app.domain.series import Frequency, HolidayPolicy, MeetingSeries
from cabinet_app.domain.series_plan import Scope
from cabinet_app.domain.series_rows import is_shared, length_of
from cabinet_app.errors import RecordNotFound, UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.last_step import LastStep
from cabinet_app.gui.meetings.series_panel import OWN, First, SeriesPanel
from cabinet_app.gui.meetings.words import OFF
from cabinet_app.gui.theme.tokens import TINY
from cabinet_app.gui.widgets.banner import Banner, Link
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.flow import FlowLayout
from cabinet_app.gui.widgets.form import Finding, Form, Severity
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.i18n import dates, messages
from cabinet_app.i18n.recurrence_words import frequency_words, rule_sentence

if TYPE_CHECKING:
    from cabinet_app.services.series import Outcome
    from cabinet_app.services.series_writing import Left

REPEATS = "repeats"
SCOPE = "series_scope"
MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class SeriesWish:
    """What shall become of the series when the meeting is stored: its rule, for whom, and its holidays."""

    series: MeetingSeries | None = None
    scope: Scope | None = None
    decisions: dict[date, HolidayPolicy] | None = None


class SeriesPart(QObject):
    """Everything about the series in the editor of a meeting."""

    edited = Signal()
    save_wanted = Signal()
    discard_wanted = Signal()
    opened = Signal(object)

    def __init__(self, context: GuiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._series: MeetingSeries | None = None
        self._wanted = False
        self._meeting = Meeting()
        self._scope: Scope | None = None
        self._left: Sequence[Left] = ()

    def build(self, form: Form, banner: Banner) -> None:
        """Put the line into the form, and the rule below it."""
        t = self._t
        self._banner = banner
        never: tuple[Frequency | None, str] = (None, t.gettext("does not repeat"))
        self.choice: ChoiceCombo[Frequency | None] = ChoiceCombo(
            [never, *((one, frequency_words(one, t)) for one in OWN)]
        )
        self.sentence = PlainLabel(wrap=True)
        self.change_button = text_button(t.gettext("Change the series…"), kind="link")
        self.end_button = text_button(t.gettext("End with this meeting"), kind="link")
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        self._member = QWidget(box)
        links = FlowLayout(self._member, gap=TINY)
        for button in (self.change_button, self.end_button):
            links.addWidget(button)
        for widget in (self.choice, self.sentence, self._member):
            column.addWidget(widget)
        box.setFocusProxy(self.choice)
        form.add(REPEATS, t.gettext("Repeats"), box)
        self.panel = SeriesPanel(t, self._context.today)
        self.panel.hide()
        form.add_widget(self.panel)
        self.choice.edited.connect(self._chosen)
        self.panel.edited.connect(self.edited)
        self.change_button.clicked.connect(self._open_panel)
        self.end_button.clicked.connect(self._end_here)

    # What the editor asks.

    @property
    def is_member(self) -> bool:
        return self._series is not None

    @property
    def is_changed(self) -> bool:
        """Whether a rule is wanted, or the one there is was edited."""
        if self._series is None:
            return self._wanted
        return not self.panel.isHidden() and _terms(self._edited_rule()) != _terms(self._series)

    def load(self, meeting: Meeting, kept: object) -> None:
        """Show the series of a stored meeting, or none; `kept` is what another editor was left with."""
        self._meeting, self._scope = meeting, None
        self._series = self._read(meeting)
        self.panel.preview.forget_decisions()
        self.panel.hide()
        self._wanted = False
        self.choice.set_value(None)
        if isinstance(kept, MeetingSeries):
            self._wanted = self._series is None
            if self._wanted:
                self.choice.set_value(kept.frequency)
            self.panel.show_series(kept, _first_of(meeting))
            self.panel.show()
        self._show()

    def kept(self) -> MeetingSeries | None:
        """The rule as it is being edited; None if nothing is."""
        if self.panel.isHidden() or not (self._wanted or self.is_changed):
            return None
        return self.panel.series()

    def fill(self, draft: Meeting) -> None:
        """Follow the day and hour of the draft."""
        first = _first_of(draft)
        if first is not None and not self.panel.isHidden() and self._series is None:
            self.panel.follow(first)
        if first is None and self._series is None:
            self.panel.hide()
        elif self._wanted and first is not None:
            if self.panel.isHidden():
                self.panel.choose(self.choice.value() or Frequency.WEEKLY, first)
            self.panel.show()
        can_begin = draft.status not in OFF and not draft.status.took_place
        self.choice.setEnabled(can_begin or self._wanted)

    def findings(self, base: Meeting, draft: Meeting) -> list[Finding]:
        """What is wrong with the rule, and the question whom a change is for while nobody has answered it."""
        t = self._t
        if self._wanted and draft.starts_at is None:
            return [Finding(REPEATS, t.gettext("Enter the day of the first meeting."))]
        found = []
        if self.is_changed and (problem := self.panel.problem()):
            found.append(Finding(REPEATS, problem))
        elif self._wanted and draft.starts_at and (note := self._other_first(draft.starts_at)):
            found.append(Finding(REPEATS, note, Severity.NOTE))
        if not found and self._needs_scope(base, draft):
            found.append(Finding(SCOPE, self._question()))
        return found

    def wish(self) -> SeriesWish:
        """What the saving shall do with the series."""
        if self._series is None:
            series = self.panel.series() if self._wanted else None
            return SeriesWish(series, None, self.panel.decisions())
        series = self._edited_rule() if self.is_changed else self._series
        return SeriesWish(series, self._scope or Scope.ONE, self.panel.decisions())

    def ask_scope(self) -> None:
        """Ask, above the form, for which meetings the change holds."""
        t = self._t
        links = [
            Link(t.gettext("Only this one"), self._save_one),
            Link(t.gettext("This and the following"), self._save_following),
            Link(t.gettext("All that are to come"), self._save_all),
        ]
        self._banner.show_message("accent", self._question(), links[1:] if self.is_changed else links)
        self._banner.links[0].setFocus()

    def may_delete(self) -> bool:
        """Whether the meeting may go without a question; else the question is asked."""
        meeting, t = self._meeting, self._t
        if self._series is None or meeting.original_start is None or meeting.status in OFF:
            return True
        if self._series.frequency is Frequency.FOREIGN:
            return True
        sentence = t.gettext("This meeting belongs to a series. What shall be deleted?")
        links = [
            Link(t.gettext("Only this one"), self._delete_one),
            Link(t.gettext("This and the following"), self._delete_following),
            Link(t.gettext("All that are to come"), self._delete_all),
        ]
        self._banner.show_message("warn", sentence, links)
        self._banner.links[0].setFocus()
        return False

    def remember(self, outcome: "Outcome") -> None:
        """Tell, when the meeting is shown again, which others were left as they were."""
        self._left = outcome.left

    # Inside.

    def _read(self, meeting: Meeting) -> MeetingSeries | None:
        if not meeting.series_id or meeting.original_start is None:
            return None
        try:
            return self._context.cabinet.series.get(meeting.series_id).record
        except RecordNotFound:
            return None

    def _show(self) -> None:
        is_member = self._series is not None
        self.choice.setVisible(not is_member)
        self.sentence.setVisible(is_member)
        self._member.setVisible(is_member)
        if self._series is None:
            return
        words = rule_sentence(self._series, self._t)
        self.sentence.setText(words[:1].upper() + words[1:])
        is_own = self._series.frequency is not Frequency.FOREIGN
        is_on = self._meeting.status not in OFF
        self.change_button.setVisible(is_own and is_on)
        self.end_button.setVisible(is_on and self._series.until != self._meeting_day())

    def _meeting_day(self) -> date | None:
        return self._meeting.original_start.date() if self._meeting.original_start else None

    def _chosen(self) -> None:
        frequency = self.choice.value()
        self._wanted = frequency is not None
        first = _first_of(self._draft())
        if frequency is None:
            self.panel.hide()
        elif first is not None:
            self.panel.choose(frequency, first)
            self.panel.show()
        self.edited.emit()

    def _draft(self) -> Meeting:
        from cabinet_app.gui.editor import RecordEditor

        editor = self.parent()
        assert isinstance(editor, RecordEditor)
        draft: Meeting = editor.draft()
        return draft

    def _open_panel(self) -> None:
        if self._series is not None:
            self.panel.show_series(self._series, None)
            self.panel.show()
            self.panel.interval.setFocus()
            self.edited.emit()

    def _edited_rule(self) -> MeetingSeries:
        return self.panel.series()

    def _needs_scope(self, base: Meeting, draft: Meeting) -> bool:
        if self._series is None or self._series.frequency is Frequency.FOREIGN:
            return False
        return self._scope is None and (self.is_changed or is_shared(base, draft))

    def _question(self) -> str:
        return self._t.gettext("This meeting belongs to a series. Whom is the change for?")

    def _other_first(self, starts_at: datetime) -> str:
        """That the first meeting will stand on another day than the one that was entered."""
        day = first_day(self.panel.series())
        if day is None or day == starts_at.date():
            return ""
        words = self._t.gettext("The rule has no meeting on this day; the first one will be on {day}.")
        return words.format(day=dates.long(day, self._t.language))

    def _save(self, scope: Scope) -> None:
        self._scope = scope
        self._banner.clear()
        self.save_wanted.emit()
        self._scope = None

    def _save_one(self) -> None:
        self._save(Scope.ONE)

    def _save_following(self) -> None:
        self._save(Scope.FOLLOWING)

    def _save_all(self) -> None:
        self._save(Scope.ALL)

    def _delete_one(self) -> None:
        words = self._t.gettext("The meeting is cancelled; its day stays in the calendar, struck through.")
        self._delete(Scope.ONE, words)

    def _delete_following(self) -> None:
        self._delete(Scope.FOLLOWING, self._t.gettext("This meeting and the following are deleted."))

    def _delete_all(self) -> None:
        self._delete(Scope.ALL, self._t.gettext("All meetings of the series that were to come are deleted."))

    def _delete(self, scope: Scope, words: str) -> None:
        def delete() -> "Outcome":
            return self._context.cabinet.series.cancel(self._meeting.id, scope, self._context.today())

        self._act(delete, words)

    def _end_here(self) -> None:
        def end() -> "Outcome":
            return self._context.cabinet.series.end_after(self._meeting.id, self._context.today())

        self._act(end, self._t.gettext("The series ends with this meeting."))

    def _act(self, act: Callable[[], "Outcome"], words: str) -> None:
        """Do it in one step, say so, and offer to take it back."""
        meeting_id = self._meeting.id
        self.discard_wanted.emit()
        step = LastStep(self._context, _Reopen(self, meeting_id))
        try:
            with step:
                outcome = act()
        except UserError as error:
            self._banner.show_message("danger", messages.sentence(error, self._t))
            return
        self._left = outcome.left
        if outcome.meeting is not None:
            # The meeting itself may not have changed, and then nobody shows it anew.
            self._series = self._read(outcome.meeting.record)
            self._show()
        self.tell_left()
        self._context.toaster.show_toast(words, self._t.gettext("Undo"), step.undo)

    def tell_left(self) -> None:
        """Name the meetings that a change of the series left as they were."""
        left, self._left = self._left, ()
        if not left:
            return
        t = self._t
        sentence = t.ngettext(
            "{count} meeting of the series was left as it is, because something is written in it:",
            "{count} meetings of the series were left as they are, because something is written in them:",
            len(left),
        )
        links = [
            Link(dates.long(one.starts_at.date(), t.language), _Reopen(self, one.meeting_id), is_line=True)
            for one in left[:MOST_NAMED]
            if one.starts_at
        ]
        self._banner.show_message("warn", sentence.format(count=len(left)), links)


class _Reopen:
    """Shows a meeting; a callable that a link or a toast can keep."""

    def __init__(self, part: SeriesPart, meeting_id: int) -> None:
        self._part = part
        self._meeting_id = meeting_id

    def __call__(self) -> None:
        self._part.opened.emit(self._meeting_id)


def _terms(series: MeetingSeries) -> tuple[Rule, HolidayPolicy, list[str]]:
    """What the panel edits of a series."""
    return rule_of(series), series.holiday_policy, series.countries


def _first_of(meeting: Meeting) -> First | None:
    if meeting.starts_at is None:
        return None
    return First(meeting.starts_at, meeting.all_day, length_of(meeting))
