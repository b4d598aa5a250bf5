"""What is wrong with a visit, and what a careful colleague would mention without standing in the way."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import (
    DelegateRole,
    DelegationSide,
    ProgrammeItem,
    ProgrammeItemStatus,
    Reply,
    Visit,
    VisitStatus,
)
from cabinet_app.gui.delegations.facts import Facts, days_of
from cabinet_app.gui.delegations.words import item_title
from cabinet_app.gui.widgets.form import Finding, Severity
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.countries import country_name

GAP = timedelta(minutes=60)
WEEKEND = 5
SAID = 4
"""More sentences than this under one field would not be read."""


def findings_of(visit: Visit, facts: Facts, t: Translator) -> list[Finding]:
    """Errors first, then one note per field."""
    found = [*_errors(visit, t)]
    if visit.status in {VisitStatus.CANCELLED, VisitStatus.CONCLUDED}:
        return found
    notes = {
        "starts_on": _about_days(visit, facts, t),
        "partner_place_id": _about_partner(visit, t),
        "responsible_id": _about_responsible(visit, facts, t),
        "delegations": _about_people(visit, facts, t),
        "programme": programme_notes(visit, t),
    }
    return [*found, *(_note(field, list(sentences)) for field, sentences in notes.items() if sentences)]


def _note(field: str, sentences: Sequence[str]) -> Finding:
    return Finding(field, "\n⚠ ".join(sentences[:SAID]), Severity.NOTE)


def _errors(visit: Visit, t: Translator) -> Iterator[Finding]:
    if visit.starts_on and visit.ends_on and visit.ends_on < visit.starts_on:
        sentence = t.gettext("The end is before the start. Choose {date} or later.")
        yield Finding("ends_on", sentence.format(date=dates.numeric(visit.starts_on, t.language)))


def _about_days(visit: Visit, facts: Facts, t: Translator) -> list[str]:
    if visit.starts_on is None:
        is_firm = visit.status is not VisitStatus.IDEA
        return [t.gettext("There is no date yet.")] if is_firm else []
    if visit.ends_on and visit.ends_on < visit.starts_on:
        return []
    days = days_of(visit)
    weekend = [day for day in days if day.weekday() >= WEEKEND]
    sentences = []
    if weekend:
        said = ", ".join(
            f"{dates.weekday_name(day, t.language)} {dates.day_month(day, t.language)}" for day in weekend
        )
        sentences.append(t.gettext("Weekend: {days}").format(days=said))
    from cabinet_app.domain.holidays import holiday_name

    for day, holidays in facts.holidays(visit).between(days[0], days[-1]).items():
        sentences += [
            t.gettext("{date} is a holiday ({country}): {name}").format(
                date=dates.numeric(day, t.language),
                country=_place_of(holiday.country, t.language),
                name=holiday_name(holiday, t.language),
            )
            for holiday in holidays
        ]
    return sentences


def _place_of(code: str, language: Language) -> str:
    """The country, or the part of it, that a holiday belongs to: `Slovenija`, `Kranj`."""
    country, _, part = code.partition("-")
    return part if part and not part.isupper() and not part.isdigit() else country_name(country, language)


def _about_partner(visit: Visit, t: Translator) -> list[str]:
    if visit.partner_place_id or visit.partner_organization_id:
        return []
    return [t.gettext("There is no partner town or organization yet.")]


def _about_responsible(visit: Visit, facts: Facts, t: Translator) -> list[str]:
    sentence = t.gettext("This person is also responsible for “{title}” ({date}).")
    return [
        sentence.format(
            title=row.title or row.town, date=dates.date_range(row.starts_on, row.ends_on, t.language)
        )
        for row in facts.clashes(visit)
        if row.starts_on
    ]


def _about_people(visit: Visit, facts: Facts, t: Translator) -> list[str]:
    sentences = []
    coming = [
        (delegation.side, delegate)
        for delegation in visit.delegations
        for delegate in delegation.delegates
        if delegate.reply is not Reply.DECLINED
    ]
    guests = [delegate for side, delegate in coming if side is DelegationSide.GUEST]
    if len(guests) > 1 and all(guest.role is not DelegateRole.HEAD for guest in guests):
        sentences.append(t.gettext("Nobody is marked as the head of the guests."))
    seen: set[int] = set()
    for _side, delegate in coming:
        person = facts.person(delegate.person_id)
        if person is not None and person.id in seen:
            sentences.append(t.gettext("{name} is listed twice.").format(name=person.name.with_titles))
        if person is not None:
            seen.add(person.id)
    nameless = sum(delegate.person_id is None and not delegate.placeholder for _side, delegate in coming)
    if nameless:
        sentences.append(
            t.ngettext("{count} line has no name.", "{count} lines have no name.", nameless).format(
                count=nameless
            )
        )
    return sentences


def programme_notes(visit: Visit, t: Translator) -> list[str]:
    """Items outside the visit, without a title, out of time, at once, and long gaps, in words."""
    held = [item for item in visit.programme if item.status is not ProgrammeItemStatus.DROPPED]
    sentences = [*_outside(visit, held, t), *_misshapen(held, t)]
    timed = sorted(
        (item for item in held if item.starts_at),
        key=lambda item: (item.day or visit.starts_on or date.max, item.starts_at),
    )
    is_long = len({item.day for item in timed}) > 1
    for day, items in groupby(timed, key=lambda item: item.day or visit.starts_on):
        said = [*_at_once(list(items), t)]
        prefix = f"{dates.day_month(day, t.language)} " if day and is_long else ""
        sentences += [f"{prefix}{sentence}" for sentence in said]
    return sentences


def _outside(visit: Visit, items: Sequence[ProgrammeItem], t: Translator) -> Iterator[str]:
    first, last = visit.starts_on, visit.ends_on or visit.starts_on
    if first is None or last is None or last < first:
        return
    sentence = t.gettext("“{title}” ({date}) is outside the days of the visit.")
    for item in items:
        if item.day and not first <= item.day <= last:
            yield sentence.format(title=item_title(item, t), date=dates.numeric(item.day, t.language))


def _misshapen(items: Sequence[ProgrammeItem], t: Translator) -> Iterator[str]:
    for number, item in enumerate(items, start=1):
        if item.title.is_empty:
            yield t.gettext("Item {number} has no title.").format(number=number)
        if item.starts_at and item.ends_at and item.ends_at < item.starts_at:
            yield t.gettext("“{title}” ends before it begins.").format(title=item_title(item, t))


def _at_once(items: Sequence[ProgrammeItem], t: Translator) -> Iterator[str]:
    """Overlaps and gaps of one day's items, which come in the order of their hours."""
    running: ProgrammeItem | None = None
    for item in items:
        assert item.starts_at
        if running is not None and running.ends_at:
            if item.starts_at < running.ends_at:
                yield t.gettext("“{first}” is not over yet when “{second}” begins at {time}.").format(
                    first=item_title(running, t),
                    second=item_title(item, t),
                    time=dates.time(item.starts_at, t.language),
                )
            elif _minutes(item) - _end(running) > GAP:
                yield t.gettext("Nothing is planned from {start} to {end}.").format(
                    start=dates.time(running.ends_at, t.language), end=dates.time(item.starts_at, t.language)
                )
        if running is None or not running.ends_at or (item.ends_at or item.starts_at) >= running.ends_at:
            running = item


def _minutes(item: ProgrammeItem) -> timedelta:
    assert item.starts_at
    return timedelta(hours=item.starts_at.hour, minutes=item.starts_at.minute)


def _end(item: ProgrammeItem) -> timedelta:
    assert item.ends_at
    return timedelta(hours=item.ends_at.hour, minutes=item.ends_at.minute)
