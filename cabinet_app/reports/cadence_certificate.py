"""The certificate of a group's cadence: a letter that says what was agreed and what was kept of it."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from cabinet_app.domain.cadence import JudgedWindow
from cabinet_app.domain.people import Gender
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import late_words, reason_words, window_label
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.reports.certificate_words import (
    chair_title,
    count_sentences,
    counted,
    held_sentence,
    method_sentences,
    result_sentence,
    subject_sentence,
    without_meeting_sentence,
)
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.flow import Band, Column
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.group_data import CertificateData, HeldMeeting
from cabinet_app.reports.group_words import promise_bands
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import BODY, HEADING, INK, MM, MUTED, SMALL, STRONG, SUBTITLE, TITLE
from cabinet_app.reports.table import Table
from cabinet_app.reports.text import NBSP, Run
from cabinet_app.reports.typesetter import Typesetter, with_notes

_MOST_ROWS: Final = 14
"""So many meetings stand in a row of their own; more are gathered by month."""
_SIGNATURE: Final = 70 * MM
_TO_SIGN: Final = 15 * MM
_RESULT: Final = SUBTITLE.but(face=Face.SEMIBOLD, size=12.5)


def title(t: Translator) -> str:
    return t.gettext("Certificate of compliance with the agreement on meetings")


def render(data: CertificateData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    certificate = _Certificate(data, house, t)
    return certificate.render(), certificate.findings


class _Certificate:
    def __init__(self, data: CertificateData, house: HouseStyle, t: Translator) -> None:
        self._data = data
        self._t = t
        self._accent = house.accent
        self._setter = Typesetter(t)
        self._found = counted(data.windows)
        name = data.facts.name.shown(t.language)
        imprint = Imprint(title=f"{title(t)} · {name}", printed_at=data.printed_at, subject=self._period())
        self._frame = Frame(self._setter, house, imprint)
        self._width = self._frame.width

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        bands = [
            *self._opening(),
            *self._agreement(),
            *self._result(),
            *self._missed(),
            *self._held(),
            *self._method(),
        ]
        notes = self._setter.legend(self._width)
        return self._frame.render([*with_notes(bands, *notes), *self._signatures()])

    def _period(self) -> str:
        return dates.date_range_long(self._data.first, self._data.last, self._t.language)

    def _heading(self, words: str) -> Band:
        return self._setter.paragraph(
            self._setter.plain(words, HEADING), self._width, before=14, after=3, keep=True
        )

    def _paragraph(self, words: str, *, before: float = 0.0, keep: bool = False) -> Band:
        return self._setter.paragraph(
            self._setter.plain(words), self._width, before=before, prose=True, keep=keep
        )

    def _opening(self) -> list[Band]:
        setter, facts, t = self._setter, self._data.facts, self._t
        bands = [
            setter.paragraph(setter.plain(title(t), TITLE.but(size=18)), self._width, keep=True),
            setter.paragraph(setter.localized(facts.name, SUBTITLE), self._width, before=2, keep=True),
            setter.paragraph(
                setter.plain(self._period(), SUBTITLE.but(face=Face.SEMIBOLD, colour=self._accent)),
                self._width,
                after=9,
            ),
            self._paragraph(subject_sentence(self._data, t)),
        ]
        if not facts.is_official:
            words = t.gettext("This is a group of a political party and no body of the municipality.")
            bands.append(self._paragraph(words))
        return bands

    def _agreement(self) -> list[Band]:
        t, data = self._t, self._data
        bands = [self._heading(t.gettext("What was agreed"))]
        rules = data.facts.rules_between(data.first, data.last)
        if not rules:
            words = t.gettext("The group has not agreed how often it meets.")
            if data.facts.history:
                words = t.gettext("No agreement was in force in this time.")
            return [*bands, self._paragraph(words)]
        if len(rules) > 1:
            sentence = t.ngettext(
                "{count} agreement was in force in this time.",
                "{count} agreements were in force in this time.",
                len(rules),
            )
            bands.append(self._paragraph(sentence.format(count=len(rules)), keep=True))
        for index, agreed in enumerate(rules):
            made = promise_bands(agreed, self._setter, self._width, self._accent)
            made[0].before = 6 if index or len(rules) > 1 else 0
            bands += made
        return bands

    def _result(self) -> list[Band]:
        t, setter = self._t, self._setter
        sentences = count_sentences(self._found, t)
        if not sentences:
            return []
        result = setter.plain(result_sentence(self._found, t), _RESULT)
        bands = [
            self._heading(t.gettext("Result")),
            setter.paragraph(result, self._width, after=3, keep=True),
        ]
        return [*bands, self._paragraph(" ".join(sentences))]

    def _missed(self) -> list[Band]:
        t, missed = self._t, self._found.missed
        if not missed:
            return []
        titles = (t.gettext("Period"), t.gettext("Reason"), t.gettext("Delay"))
        table = Table(self._setter, titles, (36, 40, 24), self._width)
        bands = [self._heading(t.gettext("Missed periods"))]
        if words := without_meeting_sentence(missed, t):
            bands.append(self._paragraph(words, keep=True))
        return [*bands, table.head, *(self._missed_row(item, table) for item in missed)]

    def _missed_row(self, item: JudgedWindow, table: Table) -> Band:
        t, setter = self._t, self._setter
        period = [Run(f"✗{NBSP}", STRONG), *setter.plain(window_label(item.window, t), STRONG)]
        late = late_words(item.days_late, t) if item.days_late else ""
        cells = (period, setter.plain(reason_words(item, t)), setter.plain(late))
        return table.row([setter.lines(runs, room) for runs, room in zip(cells, table.widths, strict=True)])

    def _held(self) -> list[Band]:
        t, meetings = self._t, self._data.meetings
        bands = [self._heading(t.gettext("Meetings held")), self._paragraph(held_sentence(len(meetings), t))]
        if not meetings:
            return bands
        bands[-1].keep = True
        bands[-1].after = 2
        rows = self._rows(meetings) if len(meetings) <= _MOST_ROWS else self._months(meetings)
        if not all(meeting.is_counted for meeting in meetings):
            words = t.gettext("* The meeting counts for no period of this certificate.")
            rows.append(self._setter.paragraph(self._setter.plain(words, SMALL), self._width, before=3))
        return [*bands, *rows]

    def _rows(self, meetings: Sequence[HeldMeeting]) -> list[Band]:
        """One line per meeting, in two columns where no place has to be told."""
        half = self._width / 2
        blocks = [
            self._setter.lines(self._meeting(number, meeting), half - 10)
            for number, meeting in enumerate(meetings, start=1)
        ]
        deep = -(-len(blocks) // 2)
        bands = []
        for left in range(deep):
            columns = [Column(0, blocks[left])]
            if left + deep < len(blocks):
                columns.append(Column(half, blocks[left + deep]))
            bands.append(Band(columns, whole=True))
        return bands

    def _meeting(self, number: int, meeting: HeldMeeting) -> list[Run]:
        setter, language = self._setter, self._t.language
        day = dates.long(meeting.day, language) + ("" if meeting.is_counted else f"{NBSP}*")
        runs = [Run(f"{number}.{NBSP}", BODY.but(colour=MUTED)), *setter.plain(day)]
        if not meeting.place.is_empty:
            runs += [
                Run(", ", BODY.but(colour=MUTED)),
                *setter.localized(meeting.place, BODY.but(colour=MUTED)),
            ]
        return runs

    def _months(self, meetings: Sequence[HeldMeeting]) -> list[Band]:
        """A line per month with the days on which the group met."""
        setter, language = self._setter, self._t.language
        bands = []
        for (year, month), found in groupby(meetings, key=lambda item: (item.day.year, item.day.month)):
            name = setter.lines(setter.plain(dates.month_title(year, month, language)), 40 * MM)
            days = ", ".join(
                dates.day_month(item.day, language) + ("" if item.is_counted else f"{NBSP}*")
                for item in found
            )
            lines = setter.lines(setter.plain(days), self._width - 42 * MM)
            bands.append(Band([Column(0, name), Column(42 * MM, lines)], whole=True))
        return bands

    def _method(self) -> list[Band]:
        t = self._t
        words = " ".join(method_sentences(self._data, t))
        style = SMALL.but(colour=INK, size=9)
        body = self._setter.paragraph(self._setter.plain(words, style), self._width, prose=True)
        return [self._heading(t.gettext("How it was computed")), body]

    def _signatures(self) -> list[Band]:
        """Place and date, and a line for everybody who signs; a party's group is not signed for by the mayor."""
        t, setter, data = self._t, self._setter, self._data
        place = data.place.shown(t.language)
        words = t.gettext("Place and date: {place}").format(place=f"{place}, " if place else "")
        chair = data.facts.chair_on(data.today)
        signers = [(chair_title(chair.gender if chair else None, t), chair.name if chair else "")]
        if data.facts.is_official:
            signers.append((t.gettext("Mayor"), ""))
        columns = []
        for index, (role, name) in enumerate(signers):
            x = index * (self._width - _SIGNATURE)
            lines = setter.lines(setter.plain(role, BODY.but(colour=MUTED)), _SIGNATURE)
            columns.append(Column(x, lines + setter.lines(setter.plain(name), _SIGNATURE)))
        signing = Band(columns, before=_TO_SIGN, pad=3, whole=True)

        def paint(sheet: Sheet, x: float, y: float) -> None:
            for column in columns:
                sheet.rule(x + column.x, y, _SIGNATURE, colour=INK)

        signing.paint = paint
        when = setter.paragraph(setter.plain(words), self._width, before=22, keep=True)
        text_width = sum(piece.x for line in when.columns[0].lines for piece in line.pieces[-1:])
        when.paint = _line_behind(text_width + _SIGNATURE * 0.1, when.height)
        return [when, signing]


def _line_behind(x: float, depth: float):  # noqa: ANN202
    def paint(sheet: Sheet, left: float, y: float) -> None:
        sheet.rule(left + x, y + depth, _SIGNATURE * 0.6, colour=INK)

    return paint
