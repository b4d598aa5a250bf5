"""The sheet of a group: what was agreed, how it was kept, when it meets next, and who belongs to it."""

from typing import Final

from cabinet_app.domain.bodies import MembershipRole
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import late_words, rule_phrase, window_label
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.proposal_words import fallen_words, forecast_words, proposal_words
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.flow import Band, Column, Rule
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

_LABELS: Final = 44 * MM
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
        name = data.facts.name.shown(t.language)
        imprint = Imprint(
            title=f"{t.gettext('Working group sheet')} · {name}",
            printed_at=data.printed_at,
            subject=self._as_of(),
        )
        self._frame = Frame(self._setter, house, imprint)
        self._width = self._frame.width

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        bands = [
            *self._opening(),
            *self._agreement(),
            *self._standing(),
            *self._next(),
            *self._members(),
            *self._topics(),
            *self._sources(),
        ]
        return self._frame.render(with_notes(bands, *self._setter.legend(self._width)))

    def _as_of(self) -> str:
        return self._t.gettext("as of {date}").format(date=dates.numeric(self._data.today, self._t.language))

    def _opening(self) -> list[Band]:
        setter, t = self._setter, self._t
        kind = f"{t.gettext('Working group sheet')}, {self._as_of()}"
        bands = [
            setter.paragraph(setter.plain(kind, SUBTITLE.but(colour=MUTED, size=11)), self._width, keep=True),
            setter.paragraph(setter.localized(self._facts.name, TITLE), self._width, keep=True),
        ]
        if not self._facts.owner.is_empty:
            owner = [
                *setter.plain(t.gettext("Owner:") + NBSP, BODY.but(colour=MUTED)),
                *setter.localized(self._facts.owner),
            ]
            bands.append(setter.paragraph(owner, self._width, before=1))
        if not self._facts.is_official:
            words = t.gettext("This is a group of a political party and no body of the municipality.")
            bands.append(setter.paragraph(setter.plain(words, STRONG), self._width, before=2))
        return bands

    def _heading(self, words: str, beside: str = "") -> Band:
        runs = self._setter.plain(words, HEADING)
        if beside:
            runs += self._setter.plain(f"{NBSP} {beside}", BODY.but(colour=MUTED))
        return self._setter.paragraph(runs, self._width, before=17, after=4, keep=True)

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
                    setter.plain(t.gettext("History of the agreement"), STRONG),
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
        span = dates.month_range(data.first, data.last, t.language)
        bands = [self._heading(t.gettext("How it was kept"), span)]
        if self._facts.rule is not None and not data.windows:
            words = t.gettext("No agreement was in force in this time.")
            bands.append(setter.paragraph(setter.plain(words), self._width))
        figures = self._figures()
        if figures:
            bands.append(self._figure_band(figures))
        if data.windows:
            bands += window_bands(data.windows, setter, self._width)
            bands += window_legend(data.windows, setter, self._width)
        return bands

    def _figures(self) -> list[tuple[str, str]]:
        t, summary, language = self._t, self._data.summary, self._t.language
        figures: list[tuple[str, str]] = []
        kept = summary.met + summary.met_late
        if summary.rate is not None:
            words = t.gettext("{kept} of {count}").format(kept=kept, count=kept + summary.breached)
            figures.append((words, t.gettext("periods kept, of those that are over")))
            figures.append((str(summary.streak), t.gettext("periods kept in a row at the end")))
        if summary.longest_gap is not None and summary.longest_gap_from:
            span = dates.date_range(summary.longest_gap_from, summary.longest_gap_to, language)
            words = t.gettext("longest gap between two meetings, {span}").format(span=span)
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
        name = self._setter.lines(self._setter.plain(label, BODY.but(colour=MUTED)), _LABELS - 8)
        return Band([Column(0, name), Column(_LABELS, lines)], before=before, whole=True)

    def _words(self, words: str, style: Style = BODY) -> list[Line]:
        return self._setter.lines(self._setter.plain(words, style), self._width - _LABELS)

    def _meeting(self, meeting: HeldMeeting | None, none: str) -> list[Line]:
        if meeting is None:
            return self._words(none, BODY.but(colour=MUTED))
        runs = self._setter.plain(meeting_words(meeting, self._t))
        if not meeting.place.is_empty:
            runs += [Run(", ", BODY), *self._setter.localized(meeting.place)]
        return self._setter.lines(runs, self._width - _LABELS)

    def _next(self) -> list[Band]:
        t, data = self._t, self._data
        bands = [self._heading(t.gettext("Meetings"))]
        if data.late is not None:
            words = f"✗{NBSP}{late_words(data.late.days_late, t)} ({window_label(data.late.window, t)})"
            bands.append(self._labelled(t.gettext("Delay"), self._words(words, STRONG.but(colour=DANGER))))
        none_held, none_planned = t.gettext("none was held yet"), t.gettext("none is planned")
        bands += [
            self._labelled(t.gettext("Last meeting"), self._meeting(data.last_meeting, none_held)),
            self._labelled(t.gettext("Next meeting"), self._meeting(data.next_meeting, none_planned)),
        ]
        if data.deadline is not None:
            words = dates.long(data.deadline, t.language)
            bands.append(self._labelled(t.gettext("Last possible date"), self._words(words, STRONG)))
        if proposed := self._proposals():
            bands.append(self._labelled(t.gettext("Proposed dates"), proposed))
        return bands

    def _proposals(self) -> list[Line]:
        t, forecast = self._t, self._data.forecast
        lines: list[Line] = []
        for proposal in forecast.proposals:
            lines += self._words(proposal_words(proposal, t))
        for fallen in forecast.fallen:
            lines += self._words(fallen_words(fallen, t), SMALL)
        if words := forecast_words(forecast, t):
            lines += self._words(words)
        return lines

    def _members(self) -> list[Band]:
        t, members = self._t, self._facts.members
        if not members:
            return []
        titles = (t.gettext("Name"), t.gettext("Function"), t.gettext("Member"))
        table = Table(self._setter, titles, (34, 42, 24), self._width)
        rows = [self._member(member, table) for member in sorted(members, key=self._is_former)]
        return [self._heading(t.gettext("Members")), table.head, *rows]

    def _is_former(self, member: GroupMember) -> bool:
        return member.last is not None and member.last < self._data.today

    def _member(self, member: GroupMember, table: Table) -> Band:
        setter, t = self._setter, self._t
        former = self._is_former(member)
        name = setter.plain(
            member.name or t.gettext("name not known yet"), BODY.but(colour=MUTED) if former else STRONG
        )
        function = setter.localized(member.function)
        if member.role is not MembershipRole.MEMBER or not function:
            role = role_word(member.role, member.gender, t)
            gap = f"{NBSP}· " if function else ""
            function += setter.plain(gap + role, BODY.but(colour=MUTED))
        span = setter.plain(since_until(member.first, member.last, t))
        cells = (name, function, span)
        return table.row([setter.lines(runs, room) for runs, room in zip(cells, table.widths, strict=True)])

    def _topics(self) -> list[Band]:
        setter = self._setter
        if not self._facts.topics:
            return []
        half = (self._width - 9 * MM) / 2
        bullet = setter.lines([Run("–", BODY.but(colour=self._accent))], 12)
        blocks = [
            setter.lines(setter.localized(topic), half - 12, prose=True) for topic in self._facts.topics
        ]
        bands = [self._heading(self._t.gettext("Topics of the group"))]
        for left in range(0, len(blocks), 2):
            columns = []
            for x, block in zip((0.0, half + 9 * MM), blocks[left : left + 2], strict=False):
                columns += [Column(x, bullet), Column(x + 12, block)]
            bands.append(Band(columns, before=1, whole=True))
        return bands

    def _sources(self) -> list[Band]:
        told = {document for agreed in self._facts.history for document in agreed.documents}
        others = [source for source in self._facts.sources if source not in told]
        if not others:
            return []
        bands = [self._heading(self._t.gettext("Sources about the group"))]
        setter = self._setter
        return bands + [setter.paragraph(setter.plain(source, SMALL), self._width) for source in others]
