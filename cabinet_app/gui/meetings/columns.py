"""The list of meetings: date, hour, body, number, title, place and status."""

from typing import Final

from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.meetings.words import OFF, hours, last_day_of, status_spec
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.gui.widgets.record_model import Column
from cabinet_app.i18n import dates
from cabinet_app.i18n.labels import label
from cabinet_app.services.rows import MeetingRow

AGAIN: Final = "\u21bb"


class _Words:
    """What the columns say of a row, in one language."""

    def __init__(self, context: GuiContext) -> None:
        self._t = context.t

    def day(self, row: MeetingRow) -> str:
        if row.starts_at is None:
            return "—"
        last = last_day_of(row.starts_at, row.ends_at, all_day=row.all_day)
        return dates.date_range(row.starts_at.date(), last, self._t.language)

    def hour(self, row: MeetingRow) -> str:
        if row.starts_at is None or row.all_day:
            return ""
        return dates.time(row.starts_at.time(), self._t.language)

    def hour_tip(self, row: MeetingRow) -> str:
        if row.starts_at is None:
            return ""
        return hours(row.starts_at, row.ends_at, all_day=row.all_day, t=self._t)

    def body(self, row: MeetingRow) -> str:
        return row.body_short

    def body_tip(self, row: MeetingRow) -> str:
        return row.body

    def number(self, row: MeetingRow) -> str:
        return row.number

    def title(self, row: MeetingRow) -> str:
        """The subject; what comes again bears the sign of it."""
        title = row.title or label(row.kind, self._t)
        return f"{title} {AGAIN}" if row.in_series else title

    def place(self, row: MeetingRow) -> str:
        return row.place

    def status_word(self, row: MeetingRow) -> str:
        return label(row.status, self._t)

    def status(self, row: MeetingRow) -> StatusSpec:
        return status_spec(row.status, self._t)

    def tone(self, row: MeetingRow) -> str:
        return "muted" if row.status in OFF else "text"

    def month(self, row: MeetingRow) -> str:
        if row.starts_at is None:
            return self._t.gettext("without a date")
        return dates.month_title(row.starts_at.year, row.starts_at.month, self._t.language)


def meeting_columns(context: GuiContext) -> list[Column[MeetingRow]]:
    """The columns in their order."""
    t, words = context.t, _Words(context)
    return [
        Column("date", t.gettext("Date"), text=words.day, sort_key="starts_on", width=12, tone=words.tone),
        Column("time", t.gettext("Time"), text=words.hour, width=7, tone=words.tone, tip=words.hour_tip),
        Column(
            "body",
            t.gettext("Body"),
            text=words.body,
            sort_key="body",
            width=13,
            tone=words.tone,
            tip=words.body_tip,
        ),
        Column("number", t.gettext("No."), text=words.number, width=4, tone=words.tone),
        Column(
            "title", t.gettext("Subject"), text=words.title, sort_key="title", stretch=True, tone=words.tone
        ),
        Column("place", t.gettext("Place"), text=words.place, sort_key="place", width=11, tone=words.tone),
        Column(
            "status",
            t.gettext("Status"),
            text=words.status_word,
            sort_key="status",
            width=17,
            status=words.status,
        ),
    ]


def month_of(context: GuiContext, row: MeetingRow) -> str:
    """The band of the list a meeting stands under."""
    return _Words(context).month(row)
