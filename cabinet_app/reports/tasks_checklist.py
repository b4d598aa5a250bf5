"""The checklist of a visit on paper: boxes to tick, from the invitation to the letter of thanks."""

from cabinet_app.domain.task_days import is_overdue
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.task_words import done_words, due_phrase, offset_sign
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.flow import Band
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.styles import BODY, DANGER, MUTED, SMALL, STRONG, SUBTITLE, TITLE
from cabinet_app.reports.table import Table
from cabinet_app.reports.tasks_data import ChecklistData, ChecklistLine
from cabinet_app.reports.text import NBSP, Line
from cabinet_app.reports.typesetter import Typesetter, with_notes

_SHARES = (6, 10, 22, 40, 22)
_BOX = BODY.but(size=13)


def title(t: Translator) -> str:
    return t.gettext("Checklist")


def render(data: ChecklistData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _Checklist(data, house, t)
    return print_.render(), print_.findings


class _Checklist:
    def __init__(self, data: ChecklistData, house: HouseStyle, t: Translator) -> None:
        self._data = data
        self._t = t
        self._setter = Typesetter(t)
        name = data.title.shown(t.language) or data.town.shown(t.language)
        imprint = Imprint(
            title=f"{title(t)} · {name}" if name else title(t),
            printed_at=data.printed_at,
            subject=self._when(),
            stamp=t.gettext("Internal").upper(),
        )
        self._frame = Frame(self._setter, house, imprint)
        self._width = self._frame.width
        titles = ("", "T", t.gettext("Due"), t.gettext("Task"), t.gettext("Holder"))
        self._table = Table(self._setter, titles, _SHARES, self._width)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        setter, t = self._setter, self._t
        kind = f"{title(t)} · {self._done_of_all()}" if self._data.lines else title(t)
        bands = [
            setter.paragraph(setter.plain(kind, SUBTITLE.but(colour=MUTED, size=11)), self._width, keep=True),
            setter.paragraph(setter.localized(self._data.title, TITLE), self._width, keep=True),
            setter.paragraph(setter.plain(self._when(), SUBTITLE.but(colour=MUTED)), self._width, keep=True),
        ]
        if self._data.responsible:
            words = t.gettext("Person in charge: {name}").format(name=self._data.responsible)
            bands.append(setter.paragraph(setter.plain(words), self._width, before=2))
        if self._data.lines:
            self._table.head.before = 14
            bands += [self._table.head, *(self._row(line) for line in self._data.lines)]
        else:
            words = t.gettext("This visit has no tasks yet.")
            bands.append(setter.paragraph(setter.plain(words), self._width, before=20))
        return self._frame.render(with_notes(bands, *setter.legend(self._width)))

    def _when(self) -> str:
        first, language = self._data.first_day, self._t.language
        days = dates.date_range_long(first, self._data.last_day or first, language) if first else ""
        return ", ".join(part for part in (self._data.town.shown(language), days) if part)

    def _done_of_all(self) -> str:
        done, count = sum(line.is_done for line in self._data.lines), len(self._data.lines)
        return self._t.gettext("done: {done} of {total}").format(done=done, total=count)

    def _row(self, line: ChecklistLine) -> Band:
        setter, task = self._setter, line.task
        box, sign, when, what, who = self._table.widths
        style = BODY.but(colour=MUTED) if line.is_done else BODY
        cells = (
            setter.lines(setter.plain("☑" if line.is_done else "☐", _BOX.but(colour=style.colour)), box + 8),
            setter.lines(setter.plain(offset_sign(task.offset_days), BODY.but(colour=MUTED)), sign),
            self._due(line, when),
            setter.lines(setter.localized(task.title, style), what),
            setter.lines(setter.plain(line.holder, style, bound=False), who),
        )
        return self._table.row(cells)

    def _due(self, line: ChecklistLine, room: float) -> list[Line]:
        setter, t, task, today = self._setter, self._t, line.task, self._data.today
        if line.is_done:
            words = done_words(task.done_on, t) if task.done_on else ""
            return setter.lines(setter.plain(words, SMALL), room)
        if task.due_on is None:
            return setter.lines(setter.plain(t.gettext("no date"), BODY.but(colour=MUTED)), room)
        weekday = dates.weekday_abbr(task.due_on, t.language)
        day = f"{weekday} {dates.numeric(task.due_on, t.language)}"
        if not is_overdue(task.status, task.due_on, today):
            return setter.lines(setter.plain(day), room)
        late = due_phrase(task.due_on, today, t)
        return [
            *setter.lines(setter.plain(f"!{NBSP}{day}", STRONG.but(colour=DANGER)), room),
            *setter.lines(setter.plain(late, SMALL.but(colour=DANGER)), room),
        ]
