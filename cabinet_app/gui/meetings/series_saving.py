"""Stores a meeting together with its series, as one step."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.series_plan import Scope
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.meetings.series_part import SeriesWish

if TYPE_CHECKING:
    from cabinet_app.services.records import Stored
    from cabinet_app.services.series import Outcome


class SeriesSaving:
    """`wish` says what shall become of the series, `told` hears what became of it."""

    def __init__(
        self, context: GuiContext, wish: Callable[[], SeriesWish], told: Callable[["Outcome"], None]
    ) -> None:
        self._context = context
        self._wish = wish
        self._told = told

    def create(self, record: Meeting) -> "Stored[Meeting]":
        """Store a new meeting, alone or as the first of a series."""
        wish = self._wish()
        if wish.series is None:
            return self._context.cabinet.meetings.create(record)
        return self._begin(record, 0, wish)

    def update(self, record: Meeting, version: int) -> "Stored[Meeting]":
        """Store a meeting for itself, or with those that shall follow it."""
        wish, cabinet = self._wish(), self._context.cabinet
        if wish.series is None or wish.scope is Scope.ONE:
            return cabinet.meetings.update(record, version)
        if wish.scope is None:
            return self._begin(record, version, wish)
        today = self._context.today()
        outcome = cabinet.series.change(record, version, wish.series, wish.scope, today, wish.decisions)
        return self._answer(outcome)

    def _begin(self, record: Meeting, version: int, wish: SeriesWish) -> "Stored[Meeting]":
        assert wish.series
        series = self._context.cabinet.series
        return self._answer(series.begin(record, version, wish.series, self._context.today(), wish.decisions))

    def _answer(self, outcome: "Outcome") -> "Stored[Meeting]":
        self._told(outcome)
        assert outcome.meeting, "the meeting on the screen stays"
        return outcome.meeting
