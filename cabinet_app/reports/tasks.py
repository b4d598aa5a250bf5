"""Open tasks on paper, a group for each holder, the overdue first."""

from datetime import date

from cabinet_app.domain.task_matters import HolderMatters, OpenMatter, by_holder
from cabinet_app.domain.tasks import TaskStatus
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.collation import sort_key
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.task_words import done_words, due_phrase
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.flow import Band
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.styles import BODY, DANGER, HEADING, MUTED, SMALL, STRONG, SUBTITLE, TITLE
from cabinet_app.reports.table import Table
from cabinet_app.reports.tasks_data import TasksData
from cabinet_app.reports.text import NBSP, Line, Run
from cabinet_app.reports.typesetter import Typesetter, with_notes

_SHARES = (20, 48, 32)


def title(t: Translator) -> str:
    return t.gettext("Open tasks")


def render(data: TasksData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _Tasks(data, house, t)
    return print_.render(), print_.findings


class _Tasks:
    def __init__(self, data: TasksData, house: HouseStyle, t: Translator) -> None:
        self._data = data
        self._t = t
        self._setter = Typesetter(t)
        imprint = Imprint(
            title=title(t),
            printed_at=data.printed_at,
            subject=self._as_of(),
            stamp=t.gettext("Internal").upper(),
        )
        self._frame = Frame(self._setter, house, imprint)
        self._width = self._frame.width
        titles = (t.gettext("Due"), t.gettext("Task"), t.pgettext("task", "Belongs to"))
        self._table = Table(self._setter, titles, _SHARES, self._width)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        setter, t = self._setter, self._t
        groups = by_holder(self._data.matters, self._order)
        bands = [
            setter.paragraph(setter.plain(title(t), TITLE), self._width, keep=True),
            setter.paragraph(setter.plain(self._as_of(), SUBTITLE.but(colour=MUTED)), self._width),
        ]
        if groups:
            bands.append(setter.paragraph(self._sums(), self._width, before=6))
        for group in groups:
            bands += self._group(group)
        if not groups:
            words = t.gettext("Nothing is left to be done.")
            bands.append(setter.paragraph(setter.plain(words), self._width, before=20))
        return self._frame.render(with_notes(bands, *setter.legend(self._width)))

    def _order(self, name: str) -> str:
        return sort_key(name, self._t.language)

    def _as_of(self) -> str:
        day = dates.numeric(self._data.today, self._t.language)
        words = self._t.gettext("as of {date}").format(date=day)
        first, last = self._data.done_from, self._data.done_until
        if not (first or last):
            return words
        numeric = self._numeric
        if first and last:
            done = self._t.gettext("with those done from {first} to {last}")
        elif first:
            done = self._t.gettext("with those done since {first}")
        else:
            done = self._t.gettext("with those done by {last}")
        return f"{words}, {done.format(first=numeric(first), last=numeric(last))}"

    def _numeric(self, day: date | None) -> str:
        return dates.numeric(day, self._t.language) if day else ""

    def _sums(self) -> list[Run]:
        """`12 opravil odprtih, 3 zamujajo`."""
        t, matters = self._t, self._data.matters
        still = [one for one in matters if one.status.is_open]
        late = sum(one.is_overdue(self._data.today) for one in still)
        words = t.ngettext("{count} open task", "{count} open tasks", len(still)).format(count=len(still))
        runs = self._setter.plain(words, STRONG)
        if late:
            said = t.ngettext("{count} of them overdue", "{count} of them overdue", late).format(count=late)
            runs += [Run(", ", STRONG), *self._setter.plain(said, STRONG.but(colour=DANGER))]
        return runs

    def _group(self, group: HolderMatters) -> list[Band]:
        setter, t = self._setter, self._t
        name = group.holder.name or t.gettext("Without a holder")
        count = len(group.open) or len(group.done)
        heading = [
            *setter.plain(name, HEADING),
            Run(f"{NBSP}{NBSP}{count}", HEADING.but(face=BODY.face, colour=MUTED)),
        ]
        bands = [setter.paragraph(heading, self._width, before=20, after=3, keep=True), self._table.head]
        rows = [self._row(matter) for matter in group.open]
        if group.done:
            rows += [self._row(matter) for matter in group.done]
        return [*bands, *rows]

    def _row(self, matter: OpenMatter) -> Band:
        setter = self._setter
        when, what, whose = self._table.widths
        style = BODY.but(colour=MUTED) if matter.status is TaskStatus.COMPLETED else BODY
        cells = (
            self._when(matter, when),
            setter.lines(setter.localized(matter.text, style), what),
            setter.lines(setter.localized(matter.subject, BODY.but(colour=MUTED)), whose),
        )
        return self._table.row(cells)

    def _when(self, matter: OpenMatter, room: float) -> list[Line]:
        setter, t = self._setter, self._t
        if matter.status is TaskStatus.COMPLETED:
            words = done_words(matter.done_on, t) if matter.done_on else label(matter.status, t)
            return setter.lines(setter.plain(words, SMALL), room)
        if matter.due_on is None:
            return setter.lines(setter.plain(t.gettext("no date"), BODY.but(colour=MUTED)), room)
        day = dates.numeric(matter.due_on, t.language)
        if not matter.is_overdue(self._data.today):
            return setter.lines(setter.plain(day), room)
        late = due_phrase(matter.due_on, self._data.today, t)
        return [
            *setter.lines(setter.plain(f"!{NBSP}{day}", STRONG.but(colour=DANGER)), room),
            *setter.lines(setter.plain(late, SMALL.but(colour=DANGER)), room),
        ]
