"""The programme of a visit: the guests' copy and the house's own."""

import itertools
from datetime import date, timedelta
from typing import Final

from cabinet_app.domain.visits import DelegateRole, DelegationSide, VisitDirection, VisitKind
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.i18n.delegate_words import is_only_function, role_word
from cabinet_app.i18n.house_language import delegation_of_town, delegations_line
from cabinet_app.i18n.visit_words import change_line, leg_words
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.flow import Band, Column, Rule
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle, Orientation
from cabinet_app.reports.programme_data import (
    ProgrammeData,
    ProgrammeDay,
    ProgrammeEntry,
    ProgrammePerson,
    ProgrammeSide,
)
from cabinet_app.reports.programme_entries import EntryLines
from cabinet_app.reports.styles import BODY, HEADING, MM, MUTED, SMALL, STRONG, SUBTITLE, TINT, TITLE
from cabinet_app.reports.text import Line, Run
from cabinet_app.reports.typesetter import Typesetter, with_notes

TITLES: Final = {
    VisitKind.STATE: N_("Programme of the state visit"),
    VisitKind.OFFICIAL: N_("Programme of the official visit"),
    VisitKind.WORKING: N_("Programme of the working visit"),
    VisitKind.COURTESY: N_("Programme of the courtesy visit"),
    VisitKind.STUDY: N_("Programme of the study visit"),
    VisitKind.PRIVATE: N_("Programme of the private visit"),
}
_SIDES: Final = {
    DelegationSide.GUEST: N_("Guests"),
    DelegationSide.HOST: N_("Hosts"),
    DelegationSide.OBSERVER: N_("Observers"),
}
_ORDER: Final = (DelegationSide.GUEST, DelegationSide.HOST, DelegationSide.OBSERVER)
_GUTTER: Final = 9 * MM
TIMES: Final = 28 * MM
_LABELS: Final = 32 * MM
_MANY_TOPICS: Final = 4
"""From so many short topics on they stand in two columns."""


def title(data: ProgrammeData, t: Translator) -> str:
    return t.gettext(TITLES[data.kind]).upper()


def render(data: ProgrammeData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = ProgrammePrint(data if data.internal else data.for_guests(), house, t)
    return print_.render(), print_.findings


class ProgrammePrint:
    """The paper: title, facts, people, topics and the days one after the other."""

    def __init__(
        self,
        data: ProgrammeData,
        house: HouseStyle,
        t: Translator,
        *,
        orientation: Orientation = Orientation.PORTRAIT,
    ) -> None:
        self._data = data
        self._t = t
        self._accent = house.accent
        self._setter = Typesetter(t)
        line = self._delegation_line()
        imprint = Imprint(
            title=title(data, t) + (f" · {line}" if line else ""),
            printed_at=data.printed_at,
            subject=self._dates(),
            edition=self._edition(),
            stamp=t.gettext("Internal").upper() if data.internal else "",
        )
        self._frame = Frame(self._setter, house, imprint, orientation=orientation)
        self._width = self._frame.width
        self._entries = EntryLines(data, self._setter, self._accent, names_sides=True)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        bands = [*self._opening(), *self._facts(), *self._people(), *self._topics()]
        for day in self._data.days:
            bands += self._day(day)
        if not any(day.entries for day in self._data.days):
            words = self._t.gettext("The programme has not been set yet.")
            bands.append(self._paragraph(words, before=20))
        if self._data.notes:
            bands += self._house_notes()
        return self._frame.render(with_notes(bands, *self._setter.legend(self._width)))

    def _paragraph(self, words: str, *, before: float = 0.0) -> Band:
        return self._setter.paragraph(self._setter.plain(words), self._width, before=before, prose=True)

    def _opening(self) -> list[Band]:
        data, setter = self._data, self._setter
        bands = [setter.paragraph(setter.plain(title(data, self._t), TITLE), self._width, keep=True)]
        if line := self._delegation_line():
            bands.append(setter.paragraph(setter.plain(line, SUBTITLE), self._width, before=1, keep=True))
        if days := self._dates():
            style = SUBTITLE.but(face=HEADING.face, colour=self._accent)
            bands.append(setter.paragraph(setter.plain(days, style), self._width, before=1, keep=True))
        if self._data.revision:
            bands += self._change()
        if not data.title.is_empty:
            bands.append(setter.paragraph(setter.localized(data.title, BODY), self._width, before=9))
        return bands

    def _change(self) -> list[Band]:
        """Which change it is, of which day, and what has changed."""
        data, setter = self._data, self._setter
        line = change_line(data.revision, data.revised_on or data.printed_at.date(), self._t)
        bands = [
            setter.paragraph(setter.plain(line, STRONG), self._width, x=6, before=7, keep=True),
            setter.paragraph(setter.localized(data.revision_note), self._width - 6, x=6, prose=True),
        ]
        for band in bands:
            band.stripe = self._accent
        return bands

    def _delegation_line(self) -> str:
        data, t = self._data, self._t
        guests = [side.name.shown(t.language) for side in data.guests if side.people]
        if data.direction is not VisitDirection.OUTGOING and len(guests) > 1:
            return delegations_line(t, guests)
        town = data.town.shown(t.language)
        if data.direction is VisitDirection.OUTGOING and town:
            return t.gettext("visit to the town of {name}").format(name=town)
        if data.direction is VisitDirection.ELSEWHERE and town:
            return t.gettext("meeting in the town of {name}").format(name=town)
        if town:
            return delegation_of_town(t, town)
        name = data.organization.shown(t.language)
        return t.gettext("delegation: {name}").format(name=name) if name else ""

    def _dates(self) -> str:
        first, last = self._data.first_day, self._data.last_day
        if first is None:
            return ""
        if last is None or last == first:
            return dates.long(first, self._t.language)
        return dates.date_range_long(first, last, self._t.language)

    def _edition(self) -> str:
        version = self._t.gettext("Version {number}").format(number=self._data.revision + 1)
        if not self._data.revision:
            return version
        change = self._t.gettext("Change No. {number}").format(number=self._data.revision)
        return f"{version} · {change}"

    def _facts(self) -> list[Band]:
        data, t, plain = self._data, self._t, self._setter.plain
        rows: list[tuple[str, list[Run]]] = [
            (t.gettext("Purpose"), self._setter.localized(data.purpose)),
            (t.gettext("Host"), self._setter.localized(data.host)),
            (t.gettext("Person in charge"), plain(", ".join([data.responsible, *data.contact]).strip(", "))),
            (t.gettext("Clock"), plain(self._clock_words())),
        ]
        bands = [self._labelled(label, runs) for label, runs in rows if runs]
        if bands:
            bands[0].before = 14
        return bands

    def _clock_words(self) -> str:
        """Whose clock the hours are those of, where it is not ours."""
        ahead, t = self._data.hours_ahead, self._t
        if not ahead:
            return ""
        town = self._data.town.shown(t.language)
        span = dates.duration(abs(ahead), t.language)
        if ahead > timedelta():
            sentence = t.gettext("All hours are local time there ({town}), {span} ahead of ours.")
        else:
            sentence = t.gettext("All hours are local time there ({town}), {span} behind ours.")
        return sentence.format(town=town, span=span)

    def _labelled(self, label: str, runs: list[Run]) -> Band:
        setter = self._setter
        name = setter.lines(setter.plain(label, BODY.but(colour=MUTED)), _LABELS - 6)
        return Band(
            [Column(0, name), Column(_LABELS, setter.lines(runs, self._width - _LABELS, prose=True))],
            before=3,
        )

    def _people(self) -> list[Band]:
        sides = sorted(
            (side for side in self._data.sides if side.people), key=lambda side: _ORDER.index(side.side)
        )
        bands: list[Band] = []
        for left, right in itertools.zip_longest(sides[::2], sides[1::2]):
            bands += self._pair(left, right)
        return bands

    def _pair(self, left: ProgrammeSide, right: ProgrammeSide | None) -> list[Band]:
        half = (self._width - _GUTTER) / 2
        at = (0.0, half + _GUTTER)
        pair = [side for side in (left, right) if side]
        heads = [Column(x, self._side_head(side, half)) for x, side in zip(at, pair, strict=False)]
        bands = [Band(heads, before=20, after=2, keep=True)]
        blocks = [[self._person(person, side.side, half) for person in side.people] for side in pair]
        for row in itertools.zip_longest(*blocks, fillvalue=()):
            columns = [Column(x, list(lines)) for x, lines in zip(at, row, strict=False)]
            bands.append(Band(columns, before=4, whole=True))
        return bands

    def _side_head(self, side: ProgrammeSide, width: float) -> list[Line]:
        setter = self._setter
        lines = setter.lines(setter.plain(self._t.gettext(_SIDES[side.side]), HEADING), width)
        several = sum(other.side is side.side for other in self._data.sides) > 1
        if several and not side.name.is_empty:
            lines += setter.lines(setter.localized(side.name, SMALL), width)
        return lines

    def _person(self, person: ProgrammePerson, side: DelegationSide, width: float) -> list[Line]:
        setter = self._setter
        name = person.name or self._t.gettext("name not known yet")
        style = STRONG.but(strike=True, colour=MUTED) if person.declined else STRONG
        # Nobody reads the words in the place of a name twice, nor in another language.
        repeats = is_only_function(name, person.function)
        said = setter.localized(person.function, style) if repeats else setter.plain(name, style)
        lines = setter.lines(said, width)
        function = [] if repeats else setter.localized(person.function, BODY.but(colour=MUTED))
        role = self._role(person, side)
        if role:
            function += setter.plain((", " if function else "") + role, BODY.but(colour=MUTED))
        lines += setter.lines(function, width)
        if self._data.internal and person.declined:
            lines += setter.lines(setter.plain(self._t.gettext("declined"), SMALL), width)
        if self._data.internal:
            for words in self._house_facts(person):
                lines += setter.lines(setter.plain(words, SMALL.italic), width, prose=True)
        return lines

    def _house_facts(self, person: ProgrammePerson) -> list[str]:
        """Journey, hotel, car and notes, for our own copy."""
        t = self._t
        said = [leg_words(leg, t) for leg in person.legs]
        if person.lodging:
            said.append(t.gettext("Accommodation: {name}").format(name=person.lodging))
        if person.plate:
            said.append(t.gettext("Registration number: {plate}").format(plate=person.plate))
        if person.needs_interpreter:
            said.append(t.gettext("needs an interpreter"))
        return [each for each in (*said, person.note) if each]

    def _role(self, person: ProgrammePerson, side: DelegationSide) -> str:
        """The role beside the function; our own people are no delegation that somebody leads."""
        if person.role is DelegateRole.HEAD and side is DelegationSide.HOST:
            return ""
        if person.role is DelegateRole.MEMBER or (
            person.role is not DelegateRole.HEAD and not person.function.is_empty
        ):
            return ""
        return role_word(person.role, person.gender, self._t)

    def _topics(self) -> list[Band]:
        setter = self._setter
        if not self._data.topics:
            return []
        half = (self._width - _GUTTER) / 2
        width = half if len(self._data.topics) >= _MANY_TOPICS else self._width
        blocks = [
            setter.lines(setter.localized(topic), width - 12, prose=True) for topic in self._data.topics
        ]
        if any(len(block) > 1 for block in blocks):
            width = self._width
            blocks = [
                setter.lines(setter.localized(topic), width - 12, prose=True) for topic in self._data.topics
            ]
        rows = -(-len(blocks) // 2) if width == half else len(blocks)
        bullet = setter.lines([Run("–", BODY.but(colour=self._accent))], 12)
        bands = [self._heading(self._t.gettext("Topics"))]
        for row in itertools.zip_longest(blocks[:rows], blocks[rows:]):
            columns = []
            for x, block in zip((0.0, half + _GUTTER), row, strict=True):
                columns += [Column(x, bullet), Column(x + 12, block)] if block else []
            bands.append(Band(columns, before=1, whole=True))
        return bands

    def _heading(self, words: str) -> Band:
        setter = self._setter
        return setter.paragraph(setter.plain(words, HEADING), self._width, before=20, after=3, keep=True)

    def _day(self, day: ProgrammeDay) -> list[Band]:
        if not day.entries:
            return []
        bands = self._day_head(day)
        for entry in day.entries:
            bands += self._entry(entry)
        bands[-1].below = Rule()
        return bands

    def _day_head(self, day: ProgrammeDay) -> list[Band]:
        """The day, and what keeps shops and offices closed on it."""
        bands = [self._heading(self._day_title(day.day))]
        for holiday in day.holidays:
            words = self._setter.plain(self._entries.holiday(holiday), SMALL.but(colour=self._accent))
            bands.append(self._setter.paragraph(words, self._width, after=2, keep=True))
        return bands

    def _day_title(self, day: date | None) -> str:
        if day is None:
            return self._t.gettext("Day not set yet")
        return dates.long(day, self._t.language)

    def _entry(self, entry: ProgrammeEntry) -> list[Band]:
        room, set_ = self._width - TIMES, self._entries
        columns = [Column(0, set_.clock(entry, TIMES - 6)), Column(TIMES, set_.body(entry, room))]
        band = Band(columns, above=Rule(), pad=5, whole=True)
        notes = set_.house_notes(entry, room - 8)
        if not notes:
            return [band]
        band.keep = True
        return [band, Band([Column(TIMES, notes)], pad=4, tint=TINT)]

    def _house_notes(self) -> list[Band]:
        setter = self._setter
        notes = setter.lines(setter.plain(self._data.notes), self._width - 16, prose=True)
        return [self._heading(self._t.gettext("Internal notes")), Band([Column(8, notes)], pad=7, tint=TINT)]
