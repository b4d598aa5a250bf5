"""What is wrong with a visit, and what a careful colleague would mention without standing in the way."""

from collections.abc import Iterator, Sequence

from cabinet_app.domain.programme_remarks import programme_remarks
from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import (
    DelegateRole,
    Delegation,
    DelegationSide,
    Reply,
    Visit,
    VisitStatus,
)
from cabinet_app.gui.delegations.facts import Facts, days_of
from cabinet_app.gui.widgets.form import Finding, Severity
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.conflict_words import draft_clash_words
from cabinet_app.i18n.countries import country_name
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.visit_words import remark_sentence

WEEKEND = 5
SAID = 5
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
        "programme": programme_notes(visit, t, facts),
    }
    return [*found, *(_note(field, list(sentences)) for field, sentences in notes.items() if sentences)]


def notes_on_days(visit: Visit, facts: Facts, t: Translator) -> list[str]:
    """What depends on the days of a visit: holidays, clashes, items outside; for before and after a move."""
    found = [*_about_days(visit, facts, t), *_about_responsible(visit, facts, t)]
    return [*found, *programme_notes(visit, t, facts)]


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


def programme_notes(visit: Visit, t: Translator, facts: Facts | None = None) -> list[str]:
    """What is booked twice, then items outside the visit or out of time, at once, and long gaps, in words."""
    said = list(_booked_twice(visit, facts, t)) if facts else []

    def town(delegation: Delegation) -> str:
        return facts.delegation_name(delegation, visit) if facts else label(delegation.side, t)

    return [*said, *(remark_sentence(remark, t, town) for remark in programme_remarks(visit))]


def _booked_twice(visit: Visit, facts: Facts, t: Translator) -> Iterator[str]:
    is_long = bool(visit.ends_on and visit.ends_on != visit.starts_on)
    for clash in facts.clashing(visit):
        yield draft_clash_words(clash, t, is_long=is_long)
