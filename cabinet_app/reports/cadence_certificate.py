"""The certificate of a group's cadence: a letter that says what was agreed and what was kept of it."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from cabinet_app.domain.cadence import JudgedWindow
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import late_words, reason_words, window_label
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.reports import fonts
from cabinet_app.reports.certificate_words import (
    chair_title,
    count_sentences,
    counted,
    held_sentence,
    method_sentences,
    outside_sentence,
    result_sentence,
    subject_sentence,
    without_meeting_sentence,
)
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.flow import Band, Column, Painter, paginate
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.group_data import CertificateData, HeldMeeting
from cabinet_app.reports.group_words import promise_bands
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import BODY, HEADING, INK, MM, MUTED, SMALL, STRONG, SUBTITLE, TITLE, Style
from cabinet_app.reports.table import Table
from cabinet_app.reports.text import NBSP, Run
from cabinet_app.reports.typesetter import Typesetter, with_notes

_MOST_DAYS: Final = 15
"""So many meetings are listed one by one; more are gathered by month."""
_DAY_COLUMNS: Final = 3
_MONTH_NAME: Final = 34 * MM
_SIGNATURE: Final = 64 * MM
_SCALES: Final = (1.0, 0.95, 0.9, 1.0)
"""Tried until all stands on one sheet; what needs two is set in the usual size."""
_FIGURE_AND_NOUN: Final = re.compile(r"(?<=\b\d) (?=[^\W\d])|(?<=\b\d\d) (?=[^\W\d])")
_TO_SIGN: Final = 15 * MM
_RESULT: Final = SUBTITLE.but(face=Face.SEMIBOLD, size=12.5)


def title(data: CertificateData, t: Translator) -> str:
    """Where nothing was agreed only the meetings are certified."""
    if data.facts.rules_between(data.first, data.last):
        return t.gettext("Certificate of compliance with the agreement on meetings")
    return t.gettext("Certificate of meetings held")


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
        self._scale = 1.0
        self._found = counted(data.windows)
        name = data.facts.name.shown(t.language)
        imprint = Imprint(
            title=f"{title(data, t)} · {name}", printed_at=data.printed_at, subject=self._period()
        )
        self._frame = Frame(self._setter, house, imprint)
        self._width = self._frame.width

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        bands: list[Band] = []
        for self._scale in _SCALES:
            bands = self._bands()
            if len(paginate(bands, self._frame.text_height, self._frame.text_height)) == 1:
                break
        return self._frame.render(bands)

    def _bands(self) -> list[Band]:
        bands = [
            *self._opening(),
            *self._agreement(),
            *self._result(),
            *self._missed(),
            *self._held(),
            *self._method(),
        ]
        notes = self._setter.legend(self._width)
        for note in notes:
            note.keep = True
        return [*with_notes(bands, *notes), *self._signatures()]

    @property
    def _body(self) -> Style:
        return BODY.but(size=BODY.size * self._scale)

    def _period(self) -> str:
        return dates.date_range_long(self._data.first, self._data.last, self._t.language)

    def _heading(self, words: str) -> Band:
        return self._setter.paragraph(
            self._setter.plain(words, HEADING), self._width, before=14 * self._scale**2, after=3, keep=True
        )

    def _paragraph(self, words: str, *, before: float = 0.0, keep: bool = False) -> Band:
        return self._setter.paragraph(
            self._setter.plain(words, self._body), self._width, before=before, prose=True, keep=keep
        )

    def _opening(self) -> list[Band]:
        setter, facts, t = self._setter, self._data.facts, self._t
        bands = [
            setter.paragraph(setter.plain(title(self._data, t), TITLE.but(size=18)), self._width, keep=True),
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
                "In this time {count} agreement was in force.",
                "In this time {count} agreements were in force.",
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
        bound = _FIGURE_AND_NOUN.sub(NBSP, " ".join(sentences))
        return [*bands, self._paragraph(bound)]

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
        cells = (period, setter.plain(reason_words(item, t), self._body), setter.plain(late, self._body))
        row = table.row([setter.lines(runs, room) for runs, room in zip(cells, table.widths, strict=True)])
        row.pad = 3 * self._scale
        return row

    def _held(self) -> list[Band]:
        t, meetings = self._t, self._data.inside
        bands = [self._heading(t.gettext("Meetings held")), self._paragraph(held_sentence(len(meetings), t))]
        if words := outside_sentence(self._data.outside, t):
            bands.append(self._paragraph(words))
        if not meetings:
            return bands
        bands[-2].keep = bands[-1].keep = True
        bands[-1].after = 2
        rows = self._rows(meetings) if len(meetings) <= _MOST_DAYS else self._months(meetings)
        if not all(meeting.is_counted for meeting in meetings):
            words = t.gettext("* The meeting counts for no period of this certificate.")
            rows.append(self._setter.paragraph(self._setter.plain(words, SMALL), self._width, before=3))
        return [*bands, *rows]

    def _rows(self, meetings: Sequence[HeldMeeting]) -> list[Band]:
        """The days in columns, read downwards."""
        setter, language, share = self._setter, self._t.language, self._width / _DAY_COLUMNS
        blocks = []
        for number, meeting in enumerate(meetings, start=1):
            day = dates.long(meeting.day, language) + ("" if meeting.is_counted else f"{NBSP}*")
            runs = [Run(f"{number}.{NBSP}", self._body.but(colour=MUTED)), *setter.plain(day, self._body)]
            blocks.append(setter.lines(runs, share - 6))
        deep = -(-len(blocks) // _DAY_COLUMNS)
        return [
            Band([Column(index * share, block) for index, block in enumerate(blocks[row::deep])], whole=True)
            for row in range(deep)
        ]

    def _months(self, meetings: Sequence[HeldMeeting]) -> list[Band]:
        """The months in two columns, read downwards, each with the days on which the group met."""
        setter, language, half = self._setter, self._t.language, self._width / 2
        cells = []
        for (year, month), found in groupby(meetings, key=lambda item: (item.day.year, item.day.month)):
            name = setter.plain(dates.month_title(year, month, language), self._body.but(colour=MUTED))
            days = ", ".join(
                dates.day_number(item.day.day, language) + ("" if item.is_counted else f"{NBSP}*")
                for item in found
            )
            lines = setter.lines(setter.plain(days, self._body), half - _MONTH_NAME - 6)
            cells.append((setter.lines(name, _MONTH_NAME), lines))
        deep = -(-len(cells) // 2)
        bands = []
        for row in range(deep):
            columns = []
            for index, (name_lines, day_lines) in enumerate(cells[row::deep]):
                columns += [Column(index * half, name_lines), Column(index * half + _MONTH_NAME, day_lines)]
            bands.append(Band(columns, whole=True))
        return bands

    def _method(self) -> list[Band]:
        t = self._t
        words = " ".join(method_sentences(self._data, t))
        style = SMALL.but(colour=INK, size=9 * self._scale)
        body = self._setter.paragraph(self._setter.plain(words, style), self._width, prose=True, keep=True)
        return [self._heading(t.gettext("How it was computed")), body]

    def _signatures(self) -> list[Band]:
        """Place and date, and a line for everybody who signs; the mayor signs for no group of a party."""
        t, setter, data = self._t, self._setter, self._data
        chair = data.facts.chair_on(data.today)
        signers = [(chair_title(chair.gender if chair else None, t), chair.name if chair else "")]
        if data.facts.is_official:
            signers.append((t.gettext("Mayor"), ""))
        lines = [
            setter.lines(setter.plain(role, BODY.but(colour=MUTED)), _SIGNATURE)
            + setter.lines(setter.plain(name), _SIGNATURE)
            for role, name in signers
        ]
        places = [index * (self._width - _SIGNATURE) for index in range(len(signers))]
        columns = [Column(x, block) for x, block in zip(places, lines, strict=True)]
        if data.facts.is_official:
            stamp = setter.plain(t.pgettext("place of the stamp", "Stamp"), SMALL)
            room = self._width - 2 * _SIGNATURE
            columns.append(Column(_SIGNATURE, setter.lines(stamp, room, align="centre")))
        signing = Band(columns, before=_TO_SIGN, pad=3, whole=True)
        signing.paint = _rules([(x, x + _SIGNATURE) for x in places], 0.0)
        return [self._place_and_date(), signing]

    def _place_and_date(self) -> Band:
        """Where and when, and the reference number, each with a line to write on."""
        setter, t = self._setter, self._t
        place = self._data.place.shown(t.language).partition(" (")[0]
        right = self._width - _SIGNATURE
        parts = [
            (0.0, t.gettext("Place and date:") + (f" {place}, " if place else " ")),
            (right, t.gettext("Reference number:") + " "),
        ]
        columns = [Column(x, setter.lines(setter.plain(words), right - 6 * MM)) for x, words in parts]
        band = Band(columns, before=22 * self._scale**2, whole=True, keep=True)
        ends = (right - 6 * MM, self._width)
        starts = [x + fonts.width(words, BODY.face, BODY.size) for x, words in parts]
        band.paint = _rules(list(zip(starts, ends, strict=True)), band.height - 1.5)
        return band


def _rules(spans: Sequence[tuple[float, float]], depth: float) -> Painter:
    """Draws lines to write on, from and to these places."""

    def paint(sheet: Sheet, x: float, y: float) -> None:
        for start, end in spans:
            sheet.rule(x + start, y + depth, end - start, colour=INK)

    return paint
