"""What collides, in words: as a line of a list, and as a note beside what is being written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from cabinet_app.domain.conflicts import ClashKind
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label

_AND = {Language.SL: "in", Language.DE: "und", Language.EN: "and"}
_FIELDS = {ClashKind.ROOM: "place_id", ClashKind.GROUP: "bodies"}


class SideWords(Protocol):
    """One of two that collide (services.conflicts.Side)."""

    @property
    def record_type(self) -> str: ...
    @property
    def title(self) -> LocalizedText: ...
    @property
    def record_id(self) -> int: ...
    @property
    def item(self) -> LocalizedText: ...
    @property
    def part_kind(self) -> StrEnum | None: ...
    @property
    def start(self) -> datetime: ...
    @property
    def end(self) -> datetime: ...
    @property
    def is_all_day(self) -> bool: ...


class WantedWords(Protocol):
    """What both want (services.conflicts.Wanted)."""

    @property
    def kind(self) -> ClashKind: ...
    @property
    def name(self) -> LocalizedText: ...


class ClashWords(Protocol):
    """A clash in names (services.conflicts.NamedClash)."""

    @property
    def first(self) -> SideWords: ...
    @property
    def second(self) -> SideWords: ...
    @property
    def wanted(self) -> Sequence[WantedWords]: ...
    @property
    def note(self) -> str: ...
    @property
    def start(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about a draft, and the field of it that it belongs to."""

    field: str
    sentence: str


def clash_words(clash: ClashWords, t: Translator) -> str:
    """Both with their hours and what both want: `Kolegij (10.00–11.00), Obisk: Amberg (10.30–12.00): …`."""
    words = _both(clash, side_words(clash.first, t), side_words(clash.second, t), t)
    if clash.note:
        return t.gettext("{clash} (accepted: {note})").format(clash=words, note=clash.note)
    return words


def dated_clash_words(clash: ClashWords, t: Translator) -> str:
    """The same after its day: `čet, 5. 3. 2026: …`."""
    return _dated(clash, clash_words(clash, t), t)


def draft_clash_words(clash: ClashWords, t: Translator, *, is_long: bool) -> str:
    """The same beside a visit as it is being written, whose parts need not say whose they are.

    `is_long` says that it has several days.
    """
    first, second = (
        part_words(side, t) if _owner(side) == _owner(clash.first) and side.part_kind else side_words(side, t)
        for side in (clash.first, clash.second)
    )
    words = _both(clash, first, second, t)
    return _dated(clash, words, t) if is_long else words


def reasons(clash: ClashWords, t: Translator) -> str:
    """What both want, one after the other: `isti prostor: Soba 14; ista oseba: Matjaž Rakovec`."""
    told = []
    for kind, names in _by_kind(clash.wanted, t):
        listed, count = _listed(names, t), len(names)
        words = {
            ClashKind.TRAVEL: t.gettext("in two towns at once: {name}"),
            ClashKind.PERSON: t.ngettext("the same person: {name}", "the same people: {name}", count),
            ClashKind.ROOM: t.gettext("the same room: {name}"),
            ClashKind.GROUP: t.gettext("the same body: {name}"),
            ClashKind.CAR: t.gettext("the same car: {name}"),
        }[kind]
        told.append(words.format(name=listed))
    return "; ".join(told)


def remarks(clashes: Iterable[ClashWords], t: Translator) -> list[Remark]:
    """What is to be said beside a draft, which is the first of each clash; accepted clashes are not told."""
    found = []
    for clash in clashes:
        other = side_words(clash.second, t, brackets=False)
        for kind, names in _by_kind(clash.wanted, t):
            words = {
                ClashKind.TRAVEL: t.ngettext(
                    "{name} is in another town at this time: {other}.",
                    "{name} are in another town at this time: {other}.",
                    len(names),
                ),
                ClashKind.PERSON: t.ngettext(
                    "{name} is already taken at this time: {other}.",
                    "{name} are already taken at this time: {other}.",
                    len(names),
                ),
                ClashKind.ROOM: t.gettext("“{name}” is occupied at this time: {other}."),
                ClashKind.GROUP: t.gettext("“{name}” already meets at this time: {other}."),
                ClashKind.CAR: t.gettext("The car “{name}” is already booked at this time: {other}."),
            }[kind]
            sentence = words.format(name=_listed(names, t), other=other)
            found.append(Remark(_FIELDS.get(kind, "starts_at"), sentence))
    return found


def side_words(side: SideWords, t: Translator, *, brackets: bool = True) -> str:
    """One of the two with its hours: `Obisk: Amberg, Sprejem (10.30–12.00)`."""
    language = t.language
    title = side.title.shown(language) or t.gettext("untitled")
    if side.record_type == "visit":
        title = t.gettext("Visit: {town}").format(town=title)
    name = ", ".join(part for part in (title, side.item.shown(language)) if part)
    return f"{name} ({_hours(side, t)})" if brackets else f"{name}, {_hours(side, t)}"


def part_words(side: SideWords, t: Translator) -> str:
    """An item or a booking with its hours: `Sprejem (10.30–12.00)`; its kind where it has no title."""
    kind = label(side.part_kind, t) if side.part_kind else ""
    name = side.item.shown(t.language) or f"{kind[:1].upper()}{kind[1:]}"
    return f"{name} ({_hours(side, t)})"


def _both(clash: ClashWords, first: str, second: str, t: Translator) -> str:
    words = t.gettext("{first} and {second}: {reasons}")
    return words.format(first=first, second=second, reasons=reasons(clash, t))


def _dated(clash: ClashWords, words: str, t: Translator) -> str:
    day = dates.numeric(clash.start.date(), t.language)
    weekday = dates.weekday_abbr(clash.start.date(), t.language)
    return t.gettext("{weekday} {day}: {clash}").format(weekday=weekday, day=day, clash=words)


def _owner(side: SideWords) -> tuple[str, int]:
    return side.record_type, side.record_id


def _hours(side: SideWords, t: Translator) -> str:
    first, last = side.start.date(), (side.end - timedelta(microseconds=1)).date()
    if first != last:
        return dates.date_range(first, last, t.language)
    if side.is_all_day:
        return t.gettext("all day")
    end = side.end.time() if side.end.date() == first else time.min
    return dates.time_range(side.start.time(), end, t.language)


def _by_kind(wanted: Iterable[WantedWords], t: Translator) -> list[tuple[ClashKind, list[str]]]:
    found: dict[ClashKind, list[str]] = {}
    for one in wanted:
        found.setdefault(one.kind, []).append(one.name.shown(t.language))
    return list(found.items())


def _listed(names: Sequence[str], t: Translator) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {_AND[t.language]} {names[-1]}"
