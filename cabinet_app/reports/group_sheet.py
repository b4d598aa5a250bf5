"""The sheet of a group: what was agreed, how it was kept, when it meets next, and who belongs to it."""

from typing import Final

from cabinet_app.domain.bodies import MembershipRole
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import late_words, rule_phrase, window_label
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.proposal_words import fallen_words, forecast_words, proposal_words
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.flow import Band, Column, paginate
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.group_data import GroupMember, GroupSheetData, HeldMeeting
from cabinet_app.reports.group_windows import window_bands, window_legend
from cabinet_app.reports.group_words import (
    meeting_words,
    promise_bands,
    role_word,
    share_words,
    since_until,
    validity_words,
)
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import (
    BODY,
    DANGER,
    HEADING,
    MM,
    MUTED,
    SMALL,
    STRONG,
    SUBTITLE,
    TINT,
    TITLE,
    Style,
)
from cabinet_app.reports.table import Table
from cabinet_app.reports.text import NBSP, Line, Run
from cabinet_app.reports.typesetter import Typesetter, with_notes

_LABELS: Final = 36 * MM
_SCALES: Final = (1.0, 0.93, 0.87, 1.0)
"""Tried until all stands on one sheet; what needs two is set in the usual size."""
_FIGURE: Final = Style(Face.SEMIBOLD, 16, 21)
_NONE: Final = "–"
_GAP: Final = 8.0


def render(data: GroupSheetData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    sheet = _GroupSheet(data, house, t)
    return sheet.render(), sheet.findings


class _GroupSheet:
    def __init__(self, data: GroupSheetData, house: HouseStyle, t: Translator) -> None:
        self._data = data
        self._facts = data.facts
        self._t = t
        self._accent = house.accent
        self._setter = Typesetter(t)
        self._scale = 1.0
        name = data.facts.name.shown(t.language)
        kind = t.gettext("Working group sheet")
        imprint = Imprint(
            title=f"{kind} · {name}",
            printed_at=data.printed_at,
            subject=self._as_of(),
        )
        self._frame = Frame(self._setter, house, imprint)
        self._width = self._frame.width

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        bands: list[Band] = []
        for self._scale in _SCALES:
            bands = with_notes(self._bands(), *self._setter.legend(self._width))
            if len(paginate(bands, self._frame.text_height, self._frame.text_height)) == 1:
                break
        return self._frame.render(bands)

    def _bands(self) -> list[Band]:
        return [
            *self._opening(),
            *self._agreement(),
            *self._standing(),
            *self._next(),
            *self._topics(),
            *self._members(),
            *self._sources(),
        ]

    @property
    def _body(self) -> Style:
        return BODY.but(size=BODY.size * self._scale)

    @property
    def _muted(self) -> Style:
        return self._body.but(colour=MUTED)

    @property
    def _strong(self) -> Style:
        return STRONG.but(size=STRONG.size * self._scale)

    def _as_of(self) -> str:
        return self._t.gettext("as of {date}").format(date=dates.numeric(self._data.today, self._t.language))

    def _opening(self) -> list[Band]:
        setter, t = self._setter, self._t
        kind = t.gettext("Working group sheet")
        bands = [
            setter.paragraph(
                setter.plain(f"{kind}, {self._as_of()}", SUBTITLE.but(colour=MUTED, size=11)),
                self._width,
                keep=True,
            ),
            setter.paragraph(setter.localized(self._facts.name, TITLE), self._width, keep=True),
        ]
        if not self._facts.owner.is_empty:
            owner = [
                *setter.plain(t.gettext("Owner:") + NBSP, self._muted),
                *setter.localized(self._facts.owner),
            ]
            bands.append(setter.paragraph(owner, self._width, before=1))
        if not self._facts.is_official:
            words = t.gettext("This is a group of a political party and no body of the municipality.")
            bands.append(setter.paragraph(setter.plain(words, self._strong), self._width, before=2))
        return bands

    def _heading(self, words: str, beside: str = "") -> Band:
        runs = self._setter.plain(words, HEADING)
        if beside:
            runs += self._setter.plain(f"{NBSP} {beside}", self._muted)
        return self._setter.paragraph(
            runs, self._width, before=17 * self._scale**2, after=4 * self._scale, keep=True
        )

    def _agreement(self) -> list[Band]:
        t, setter = self._t, self._setter
        bands = [self._heading(t.gettext("What was agreed"))]
        if self._facts.rule is None:
            words = t.gettext("The group has not agreed how often it meets.")
            return [*bands, setter.paragraph(setter.plain(words), self._width)]
        bands += promise_bands(self._facts.rule, setter, self._width, self._accent)
        if len(self._facts.history) > 1:
            bands.append(
                setter.paragraph(
                    setter.plain(t.gettext("History of the agreement"), self._strong),
                    self._width,
                    before=7,
                    keep=True,
                )
            )
            for agreed in self._facts.history:
                words = ", ".join(filter(None, (rule_phrase(agreed.rule, t), validity_words(agreed, t))))
                bands.append(setter.paragraph(setter.plain(words), self._width))
        return bands

    def _standing(self) -> list[Band]:
        t, data, setter = self._t, self._data, self._setter
        bands: list[Band] = []
        if self._facts.rule is not None and not data.windows:
            words = t.gettext("No agreement was in force in this time.")
            bands.append(setter.paragraph(setter.plain(words, self._body), self._width))
        if figures := self._figures():
            bands.append(self._figure_band(figures))
        if data.windows:
            bands += window_bands(data.windows, setter, self._width)
            bands += window_legend(data.windows, setter, self._width)
        span = dates.month_range(data.first, data.last, t.language)
        return [self._heading(t.gettext("How it was kept"), span), *bands] if bands else []

    def _figures(self) -> list[tuple[str, str]]:
        t, summary, language = self._t, self._data.summary, self._t.language
        figures: list[tuple[str, str]] = []
        kept = summary.met + summary.met_late
        if summary.rate is not None:
            words = t.gettext("{kept} of {total}").format(kept=kept, total=kept + summary.breached)
            figures.append((words, t.gettext("periods kept, of those that are over")))
            figures.append((str(summary.streak), t.gettext("periods kept in a row at the end")))
        if summary.longest_gap is not None and summary.longest_gap_from:
            span = dates.date_range(summary.longest_gap_from, summary.longest_gap_to, language)
            words = t.gettext("longest gap, {span}").format(span=span)
            figures.append((dates.days_count(summary.longest_gap, language), words))
        if self._data.attendance is not None:
            figures.append((share_words(self._data.attendance, t), t.gettext("members present on average")))
        elif summary.current_gap is not None:
            days = dates.days_count(summary.current_gap, language)
            figures.append((days, t.gettext("since the last meeting")))
        return figures

    def _figure_band(self, figures: list[tuple[str, str]]) -> Band:
        setter, share = self._setter, self._width / len(figures)
        columns = []
        for index, (figure, words) in enumerate(figures):
            room = share - 2 * _GAP
            lines = setter.lines(setter.plain(figure, _FIGURE), room)
            lines += setter.lines(setter.plain(words, SMALL), room)
            columns.append(Column(index * share + _GAP, lines))
        band = Band(columns, pad=6, after=7, whole=True, keep=True)
        height = band.height

        def paint(sheet: Sheet, x: float, y: float) -> None:
            for index in range(len(figures)):
                sheet.box(x + index * share + 1, y, share - 2, height, fill=TINT, radius=2)

        band.paint = paint
        return band

    def _labelled(self, label: str, lines: list[Line], *, before: float = 3.0) -> Band:
        name = self._setter.lines(self._setter.plain(label, self._muted), _LABELS - 8)
        return Band([Column(0, name), Column(_LABELS, lines)], before=before, whole=True)

    def _words(self, words: str, style: Style | None = None) -> list[Line]:
        return self._setter.lines(self._setter.plain(words, style or self._body), self._width - _LABELS)

    def _meeting(self, meeting: HeldMeeting | None, none: str) -> list[Line]:
        if meeting is None:
            return self._words(none, self._muted)
        runs = self._setter.plain(meeting_words(meeting, self._t), self._body)
        if meeting.day <= self._data.today:
            ago = dates.relative_days((meeting.day - self._data.today).days, self._t.language)
            runs += self._setter.plain(f" ({ago})", self._muted)
        if not meeting.place.is_empty:
            runs += [Run(", ", self._body), *self._setter.localized(meeting.place, self._body)]
        return self._setter.lines(runs, self._width - _LABELS)

    def _next(self) -> list[Band]:
        t, data = self._t, self._data
        bands = [self._heading(t.gettext("Meetings"))]
        if data.late is not None:
            words = f"✗{NBSP}{late_words(data.late.days_late, t)} ({window_label(data.late.window, t)})"
            bands.append(
                self._labelled(t.gettext("Delay"), self._words(words, self._strong.but(colour=DANGER)))
            )
        none_held, none_planned = t.gettext("none was held yet"), t.gettext("none is planned")
        bands += [
            self._labelled(t.gettext("Last meeting"), self._meeting(data.last_meeting, none_held)),
            self._labelled(t.gettext("Next meeting"), self._meeting(data.next_meeting, none_planned)),
        ]
        if data.deadline is not None:
            words = dates.long(data.deadline, t.language)
            bands.append(self._labelled(t.gettext("Last possible date"), self._words(words, self._strong)))
        if proposed := self._proposals():
            bands.append(self._labelled(t.gettext("Proposed dates"), proposed))
        return bands

    def _proposals(self) -> list[Line]:
        t, forecast = self._t, self._data.forecast
        lines: list[Line] = []
        for proposal in forecast.proposals:
            lines += self._words(proposal_words(proposal, t))
        if words := forecast_words(forecast, t):
            lines += self._words(words)
        for fallen in forecast.fallen:
            lines += self._words(fallen_words(fallen, t), SMALL)
        return lines

    def _members(self) -> list[Band]:
        t, members = self._t, self._facts.members
        if not members:
            return []
        dated = any(member.first or member.last for member in members)
        titles = (t.gettext("Name"), t.gettext("Function"), t.gettext("Member") if dated else "")
        table = Table(self._setter, titles, (34, 42, 24), self._width)
        rows = [self._member(member, table) for member in sorted(members, key=self._is_former)]
        return [self._heading(t.gettext("Members")), table.head, *rows]

    def _is_former(self, member: GroupMember) -> bool:
        return member.last is not None and member.last < self._data.today

    def _member(self, member: GroupMember, table: Table) -> Band:
        setter, t = self._setter, self._t
        former = self._is_former(member)
        name = setter.plain(
            member.name or t.gettext("name not known yet"), self._muted if former else self._strong
        )
        function = setter.localized(member.function, self._body)
        role = role_word(member.role, member.gender, t)
        told = member.function.shown(t.language).casefold()
        if not told or (member.role is not MembershipRole.MEMBER and role.casefold() not in told):
            gap = f"{NBSP}· " if function else ""
            function += setter.plain(gap + role, self._muted)
        span = setter.plain(since_until(member.first, member.last, t), self._body)
        cells = (name, function, span)
        row = table.row([setter.lines(runs, room) for runs, room in zip(cells, table.widths, strict=True)])
        row.pad = 2.5 * self._scale
        return row

    def _topics(self) -> list[Band]:
        setter = self._setter
        runs: list[Run] = []
        for topic in self._facts.topics:
            gap = [Run(f"{NBSP}· ", self._body.but(colour=self._accent))] if runs else []
            runs += [*gap, *setter.localized(topic, self._body)]
        if not runs:
            return []
        words = setter.paragraph(runs, self._width, prose=True)
        return [self._heading(self._t.gettext("Topics of the group")), words]

    def _sources(self) -> list[Band]:
        told = {document for agreed in self._facts.history for document in agreed.documents}
        others = [source for source in self._facts.sources if source not in told]
        if not others:
            return []
        bands = [self._heading(self._t.gettext("Sources about the group"))]
        setter = self._setter
        return bands + [setter.paragraph(setter.plain(source, SMALL), self._width) for source in others]
