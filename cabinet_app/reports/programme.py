"""The programme of a visit: the guests' copy and the house's own."""

import itertools
from datetime import date
from typing import Final

from cabinet_app.domain.people import Gender
from cabinet_app.domain.visits import DelegateRole, DelegationSide, VisitDirection, VisitKind
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import N_, Translator, pgettext_noop
from cabinet_app.i18n.house_language import delegation_of_town
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.flow import Band, Column, Rule
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.programme_data import (
    ProgrammeData,
    ProgrammeDay,
    ProgrammeEntry,
    ProgrammePerson,
    ProgrammeSide,
)
from cabinet_app.reports.styles import BODY, HEADING, LABEL, MM, MUTED, SMALL, STRONG, SUBTITLE, TINT, TITLE
from cabinet_app.reports.text import NBSP, Line, Run
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
_ROLES: Final = {
    DelegateRole.HEAD: N_("head of delegation"),
    DelegateRole.INTERPRETER: N_("interpreter"),
    DelegateRole.ACCOMPANYING: N_("accompanying person"),
    DelegateRole.PRESS: N_("press officer"),
    DelegateRole.SECURITY: N_("security officer"),
    DelegateRole.DRIVER: N_("driver"),
}
_WOMENS_ROLES: Final = {
    DelegateRole.HEAD: pgettext_noop("feminine", "head of delegation"),
    DelegateRole.INTERPRETER: pgettext_noop("feminine", "interpreter"),
    DelegateRole.ACCOMPANYING: pgettext_noop("feminine", "accompanying person"),
    DelegateRole.PRESS: pgettext_noop("feminine", "press officer"),
    DelegateRole.SECURITY: pgettext_noop("feminine", "security officer"),
    DelegateRole.DRIVER: pgettext_noop("feminine", "driver"),
}
_GUTTER: Final = 9 * MM
_TIMES: Final = 28 * MM
_LABELS: Final = 32 * MM
_MANY_TOPICS: Final = 4
"""From so many short topics on they stand in two columns."""


def title(data: ProgrammeData, t: Translator) -> str:
    return t.gettext(TITLES[data.kind]).upper()


def render(data: ProgrammeData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _Programme(data if data.internal else data.for_guests(), house, t)
    return print_.render(), print_.findings


class _Programme:
    def __init__(self, data: ProgrammeData, house: HouseStyle, t: Translator) -> None:
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
        self._frame = Frame(self._setter, house, imprint)
        self._width = self._frame.width

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
            change = self._t.gettext("Change No. {number}").format(number=self._data.revision)
            day = dates.numeric(self._data.printed_at.date(), self._t.language)
            band = setter.paragraph(setter.plain(f"{change}, {day}", STRONG), self._width, x=6, before=7)
            band.stripe = self._accent
            bands.append(band)
        if not data.title.is_empty:
            bands.append(setter.paragraph(setter.localized(data.title, BODY), self._width, before=9))
        return bands

    def _delegation_line(self) -> str:
        data, t = self._data, self._t
        town = data.town.shown(t.language)
        if data.direction is VisitDirection.OUTGOING and town:
            return t.gettext("visit to the town of {name}").format(name=town)
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
        ]
        bands = [self._labelled(label, runs) for label, runs in rows if runs]
        if bands:
            bands[0].before = 14
        return bands

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
        lines = setter.lines(setter.plain(name, style), width)
        function = setter.localized(person.function, BODY.but(colour=MUTED))
        role = self._role(person, side)
        if role:
            function += setter.plain((", " if function else "") + role, BODY.but(colour=MUTED))
        lines += setter.lines(function, width)
        if self._data.internal and person.declined:
            lines += setter.lines(setter.plain(self._t.gettext("declined"), SMALL), width)
        if self._data.internal and person.note:
            lines += setter.lines(setter.plain(person.note, SMALL.italic), width, prose=True)
        return lines

    def _role(self, person: ProgrammePerson, side: DelegationSide) -> str:
        """The role beside the function; our own people are no delegation that somebody leads."""
        if person.role is DelegateRole.HEAD and side is DelegationSide.HOST:
            return ""
        if person.role is DelegateRole.MEMBER or (
            person.role is not DelegateRole.HEAD and not person.function.is_empty
        ):
            return ""
        if person.gender is Gender.FEMALE:
            return self._t.pgettext(*_WOMENS_ROLES[person.role])
        return self._t.gettext(_ROLES[person.role])

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
        head = self._heading(self._day_title(day.day))
        bands = [head]
        for entry in day.entries:
            bands += self._entry(entry)
        bands[-1].below = Rule()
        return bands

    def _day_title(self, day: date | None) -> str:
        if day is None:
            return self._t.gettext("Day not set yet")
        return dates.long(day, self._t.language)

    def _entry(self, entry: ProgrammeEntry) -> list[Band]:
        setter, room = self._setter, self._width - _TIMES
        style = STRONG.but(strike=True, colour=MUTED) if entry.dropped else STRONG
        lines = setter.lines([*setter.localized(entry.title, style), *self._entry_marks(entry)], room)
        lines += setter.lines(setter.localized(entry.place, BODY.but(colour=MUTED)), room)
        if entry.leader:
            words = self._t.gettext("Led by: {name}").format(name=entry.leader)
            lines += setter.lines(setter.plain(words, BODY.but(colour=MUTED)), room)
        lines += setter.lines(setter.localized(entry.description), room, prose=True)
        clock = setter.lines(setter.plain(self._clock(entry), style), _TIMES - 6)
        band = Band([Column(0, clock), Column(_TIMES, lines)], above=Rule(), pad=5, whole=True)
        if not (self._data.internal and entry.notes):
            return [band]
        band.keep = True
        label = Run(self._t.gettext("Internal") + ": ", SMALL.but(face=LABEL.face, colour=self._accent))
        notes = setter.lines([label, *setter.plain(entry.notes, SMALL)], room - 8, prose=True)
        return [band, Band([Column(_TIMES, notes)], pad=4, tint=TINT)]

    def _clock(self, entry: ProgrammeEntry) -> str:
        if entry.starts_at is None:
            return ""
        return dates.time_range(entry.starts_at, entry.ends_at, self._t.language)

    def _entry_marks(self, entry: ProgrammeEntry) -> list[Run]:
        words = []
        if entry.dropped:
            words.append(self._t.gettext("dropped"))
        elif entry.changed:
            words.append(self._t.gettext("changed"))
        if entry.internal and self._data.internal:
            words.append(self._t.gettext("not on the guests' copy"))
        style = SMALL.but(face=LABEL.face, colour=self._accent)
        return [Run(NBSP * 3 + " · ".join(words), style)] if words else []

    def _house_notes(self) -> list[Band]:
        setter = self._setter
        notes = setter.lines(setter.plain(self._data.notes), self._width - 16, prose=True)
        return [self._heading(self._t.gettext("Internal notes")), Band([Column(8, notes)], pad=7, tint=TINT)]
