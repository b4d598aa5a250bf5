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
        return [TodayLink(self._sentence(item), item.record_type, item.record_id) for item in notices]

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
        return self._pressing_groups(title, when, notice.count)

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
