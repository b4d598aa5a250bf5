"""The lines of a programme's items: hour, title, place and the rest, in a column of any width."""

from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.countries import country_name
from cabinet_app.reports.programme_data import ProgrammeData, ProgrammeEntry, ProgrammeHoliday
from cabinet_app.reports.styles import BODY, LABEL, MUTED, SMALL, STRONG
from cabinet_app.reports.text import NBSP, Line, Run
from cabinet_app.reports.typesetter import Typesetter


class EntryLines:
    """Sets items; `names_sides` says whom an item is for where it is not for all."""

    def __init__(self, data: ProgrammeData, setter: Typesetter, accent: str, *, names_sides: bool) -> None:
        self._data = data
        self._setter = setter
        self._t: Translator = setter.t
        self._accent = accent
        self._names_sides = names_sides and len(data.guests) > 1

    def clock(self, entry: ProgrammeEntry, width: float) -> list[Line]:
        """The hours of an item."""
        style = STRONG.but(strike=True, colour=MUTED) if entry.dropped else STRONG
        words = ""
        if entry.starts_at is not None:
            words = dates.time_range(entry.starts_at, entry.ends_at, self._t.language)
        return self._setter.lines(self._setter.plain(words, style), width)

    def body(self, entry: ProgrammeEntry, width: float) -> list[Line]:
        """Everything about an item that stands beside its hours."""
        setter = self._setter
        style = STRONG.but(strike=True, colour=MUTED) if entry.dropped else STRONG
        lines = setter.lines([*setter.localized(entry.title, style), *self._marks(entry)], width)
        lines += setter.lines(setter.localized(entry.place, BODY.but(colour=MUTED)), width)
        for sentence in self._people(entry):
            lines += setter.lines(setter.plain(sentence, BODY.but(colour=MUTED)), width, prose=True)
        lines += setter.lines(setter.localized(entry.description), width, prose=True)
        for label, runs in self._practical(entry):
            named = setter.plain(f"{label}: ", SMALL.but(colour=MUTED))
            lines += setter.lines([*named, *runs], width, prose=True)
        return lines

    def house_notes(self, entry: ProgrammeEntry, width: float) -> list[Line]:
        """What only the house reads of an item; nothing on a guests' copy."""
        if not self._data.internal:
            return []
        t = self._t
        said = [entry.notes]
        if entry.vehicle:
            said.append(t.gettext("Vehicle: {name}").format(name=entry.vehicle))
        if entry.clash_note:
            said.append(t.gettext("Booked twice because: {reason}").format(reason=entry.clash_note))
        words = "\n".join(each for each in said if each)
        if not words:
            return []
        label = Run(t.gettext("Internal") + ": ", SMALL.but(face=LABEL.face, colour=self._accent))
        return self._setter.lines([label, *self._setter.plain(words, SMALL)], width, prose=True)

    def holiday(self, holiday: ProgrammeHoliday) -> str:
        """`Feiertag (Österreich): Mariä Empfängnis`; without a name that nobody has translated."""
        country, name = self._country(holiday.country), holiday.name.get(self._t.language)
        if not name:
            return self._t.gettext("Holiday ({country})").format(country=country)
        return self._t.gettext("Holiday ({country}): {name}").format(country=country, name=name)

    def _country(self, code: str) -> str:
        country, _, part = code.partition("-")
        is_town = part and not part.isupper() and not part.isdigit()
        return part if is_town else country_name(country, self._t.language)

    def _people(self, entry: ProgrammeEntry) -> list[str]:
        t, said = self._t, []
        if entry.leader:
            said.append(t.gettext("Led by: {name}").format(name=entry.leader))
        if entry.taking_part:
            said.append(t.gettext("Taking part: {names}").format(names=", ".join(entry.taking_part)))
        if entry.interpreter:
            said.append(t.gettext("Interpreter: {name}").format(name=entry.interpreter))
        return said

    def _practical(self, entry: ProgrammeEntry) -> list[tuple[str, list[Run]]]:
        t, setter = self._t, self._setter
        found = [
            (t.gettext("Dress"), setter.localized(entry.dress, SMALL)),
            (t.gettext("Transport"), setter.localized(entry.transport, SMALL)),
        ]
        return [(label, runs) for label, runs in found if runs]

    def _marks(self, entry: ProgrammeEntry) -> list[Run]:
        words = []
        if entry.dropped:
            words.append(self._t.gettext("dropped"))
        elif entry.changed:
            words.append(self._t.gettext("changed"))
        if entry.internal and self._data.internal:
            words.append(self._t.gettext("not on the guests' copy"))
        if self._names_sides and entry.sides:
            names = [
                side.name.shown(self._t.language) for side in self._data.sides if side.key in entry.sides
            ]
            words.append(self._t.gettext("only: {names}").format(names=", ".join(filter(None, names))))
        style = SMALL.but(face=LABEL.face, colour=self._accent)
        return [Run(NBSP * 3 + " · ".join(words), style)] if words else []
