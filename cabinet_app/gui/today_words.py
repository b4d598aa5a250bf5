"""The notices of the day as sentences of the strip."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from cabinet_app.gui.today_strip import TodayLink
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet
    from cabinet_app.services.today import Notice


class TodaySentences:
    """Asks the register what cannot wait and says it."""

    def __init__(self, cabinet: "Cabinet", t: Translator, today: Callable[[], date]) -> None:
        self._cabinet = cabinet
        self._t = t
        self._today = today

    def __call__(self) -> Sequence[TodayLink]:
        notices = self._cabinet.today.notices(self._today())
        return [
            TodayLink(self._sentence(item), item.record_type, item.record_id, item.chip) for item in notices
        ]

    def _sentence(self, notice: "Notice") -> str:
        t, language = self._t, self._t.language
        title = notice.headline.shown(language) or t.gettext("untitled")
        when = dates.numeric(notice.day, language) if notice.day else ""
        if notice.kind.value == "visit_today":
            return t.gettext("Visit today: {title}").format(title=title)
        if notice.kind.value == "next_visit":
            sentence = t.ngettext(
                "Next visit in {count} day: {title}", "Next visit in {count} days: {title}", notice.count
            )
            return sentence.format(count=notice.count, title=title)
        if notice.kind.value == "jubilee":
            sentence = t.ngettext(
                "{date}: {count} year since signing “{title}”",
                "{date}: {count} years since signing “{title}”",
                notice.count,
            )
            return sentence.format(date=when, count=notice.count, title=title)
        if notice.kind.value == "tasks_overdue":
            return self._overdue_tasks(title, notice.count)
        if notice.kind.value == "gift_list_due":
            return self._gift_list(notice, when)
        return self._pressing_groups(title, when, notice.count)

    def _overdue_tasks(self, title: str, count: int) -> str:
        t = self._t
        if count == 1:
            return t.gettext("Overdue: {title}").format(title=title)
        return t.ngettext("{count} task is overdue", "{count} tasks are overdue", count).format(count=count)

    def _gift_list(self, notice: "Notice", when: str) -> str:
        """`Seznam daril za leto 2025 je treba oddati do 31. 3. 2026`."""
        t = self._t
        assert notice.day
        if notice.day < self._today():
            sentence = t.gettext("The list of gifts of {year} was due by {date}")
        else:
            sentence = t.gettext("The list of gifts of {year} is due by {date}")
        return sentence.format(year=notice.day.year - 1, date=when)

    def _pressing_groups(self, title: str, when: str, count: int) -> str:
        t = self._t
        if count > 1:
            sentence = t.ngettext(
                "{count} working group must meet soon, first of all {title}",
                "{count} working groups must meet soon, first of all {title}",
                count,
            )
            return sentence.format(count=count, title=title)
        if when:
            return t.gettext("{title} must meet by {date}").format(title=title, date=when)
        return t.gettext("{title} must meet soon").format(title=title)
