"""The data of a visit's programme from the register."""

from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from cabinet_app.domain import holiday_names
from cabinet_app.domain.holidays import Holiday, HolidayCalendar
from cabinet_app.domain.people import Gender
from cabinet_app.domain.programme_hours import in_order
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import (
    Audience,
    Delegate,
    Delegation,
    ProgrammeItem,
    ProgrammeItemStatus,
    Reply,
    Visit,
    VisitDirection,
)
from cabinet_app.reports.composing.calendars import usual_countries
from cabinet_app.reports.composing.names import Names, home_of
from cabinet_app.reports.programme_data import (
    ProgrammeData,
    ProgrammeDay,
    ProgrammeEntry,
    ProgrammeHoliday,
    ProgrammePerson,
    ProgrammeSide,
)

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

HOUSE_ZONE: Final = "Europe/Ljubljana"


def compose(
    cabinet: "Cabinet",
    visit_id: int,
    printed_at: datetime,
    *,
    internal: bool,
    delegation_id: int | None = None,
) -> ProgrammeData:
    """The programme of all or of one delegation; the guests' copy holds nothing that they may not read.

    Raises:
        RecordNotFound: there is no such visit.
    """
    visit = cabinet.visits.get(visit_id).record
    names = Names(cabinet)
    responsible = names.person(visit.responsible_id)
    data = ProgrammeData(
        kind=visit.kind,
        printed_at=printed_at,
        direction=visit.direction,
        title=visit.title,
        purpose=visit.purpose,
        town=names.town(visit.partner_place_id),
        organization=names.body(visit.partner_organization_id),
        host=_host(visit, names),
        first_day=visit.starts_on,
        last_day=visit.ends_on,
        responsible=responsible.name.with_titles if responsible else "",
        contact=tuple(filter(None, (responsible.phone, responsible.email))) if responsible else (),
        sides=tuple(_side(delegation, names) for delegation in visit.delegations),
        topics=tuple(topic.text for topic in visit.topics),
        days=_days(visit, names, _Holidays(cabinet, visit, names, delegation_id)),
        revision=visit.revision,
        revised_on=visit.revised_on,
        revision_note=visit.revision_note,
        internal=True,
        notes=visit.notes,
        hours_ahead=_hours_ahead(cabinet, visit, names),
    )
    if delegation_id:
        data = data.for_delegation(delegation_id)
    return data if internal else data.for_guests()


def _host(visit: Visit, names: Names) -> LocalizedText:
    host = names.body(visit.host_organization_id)
    if host.is_empty and visit.direction is VisitDirection.OUTGOING:
        return names.body(visit.partner_organization_id)
    return host


def _side(delegation: Delegation, names: Names) -> ProgrammeSide:
    name = names.town(delegation.place_id)
    if name.is_empty:
        name = names.body(delegation.organization_id)
    people = tuple(_person(delegate, names) for delegate in delegation.delegates)
    return ProgrammeSide(delegation.side, name, people, delegation.id)


def _person(delegate: Delegate, names: Names) -> ProgrammePerson:
    person = names.person(delegate.person_id)
    function = delegate.function
    if function.is_empty and person:
        function = person.function
    return ProgrammePerson(
        name=person.name.with_titles if person else delegate.placeholder,
        function=function,
        role=delegate.role,
        gender=person.gender if person else Gender.UNSTATED,
        declined=delegate.reply is Reply.DECLINED,
        note=delegate.notes,
        plate=delegate.plate,
        lodging=delegate.lodging,
        needs_interpreter=delegate.needs_interpreter,
        legs=tuple(delegate.legs),
    )


def _days(visit: Visit, names: Names, holidays: "_Holidays") -> tuple[ProgrammeDay, ...]:
    """The items by day and hour; those without a day come last, those without an hour first in their day."""
    people = {each.id: _name(each, names) for group in visit.delegations for each in group.delegates}
    known = {delegation.id for delegation in visit.delegations}
    return tuple(
        ProgrammeDay(day, tuple(_entry(item, names, people, known) for item in found), holidays.of(day))
        for day, found in groupby(in_order(visit), key=lambda item: item.day)
    )


def _name(delegate: Delegate, names: Names) -> str:
    return names.person_name(delegate.person_id) or delegate.placeholder


def _entry(item: ProgrammeItem, names: Names, people: dict[int, str], known: set[int]) -> ProgrammeEntry:
    return ProgrammeEntry(
        starts_at=item.starts_at,
        ends_at=item.ends_at,
        title=item.title,
        place=names.venue(item.place_id),
        description=item.description,
        leader=names.person_name(item.leader_id),
        changed=item.status is ProgrammeItemStatus.CHANGED,
        dropped=item.status is ProgrammeItemStatus.DROPPED,
        internal=item.audience is Audience.INTERNAL,
        notes=item.internal_notes,
        interpreter=names.person_name(item.interpreter_id),
        dress=item.dress,
        transport=item.transport,
        vehicle=item.vehicle,
        clash_note=item.clash_note,
        sides=tuple(key for key in item.delegation_ids if key in known),
        taking_part=tuple(name for each in item.delegate_ids if (name := people.get(each))),
    )


def _hours_ahead(cabinet: "Cabinet", visit: Visit, names: Names) -> timedelta:
    """By how much the clocks there are ahead of ours on the first day of a visit of ours."""
    home = home_of(cabinet)
    there = names.place(visit.partner_place_id)
    here = names.place(home.place_id) if home else None
    if visit.direction is VisitDirection.INCOMING or not (visit.starts_on and there and there.zone):
        return timedelta()
    noon = datetime.combine(visit.starts_on, time(12))
    our_zone = (here.zone if here else "") or HOUSE_ZONE
    offsets = [noon.replace(tzinfo=ZoneInfo(zone)).utcoffset() for zone in (there.zone, our_zone)]
    return (offsets[0] or timedelta()) - (offsets[1] or timedelta())


class _Holidays:
    """The public holidays at home, at the partner's and of every delegation on the days of a visit.

    The programme of one delegation has those at home and its own.
    """

    def __init__(self, cabinet: "Cabinet", visit: Visit, names: Names, delegation_id: int | None) -> None:
        own = [one.place_id for one in visit.delegations if one.place_id and one.id == delegation_id]
        ids = own or (visit.partner_place_id, *(delegation.place_id for delegation in visit.delegations))
        theirs = (place.country for place in map(names.place, ids) if place)
        countries = (*usual_countries(cabinet, Language.SL), *filter(None, theirs))
        self._calendar = HolidayCalendar(tuple(dict.fromkeys(countries)))

    def of(self, day: date | None) -> tuple[ProgrammeHoliday, ...]:
        """Those of one day."""
        if day is None:
            return ()
        return tuple(
            ProgrammeHoliday(_holiday_name(holiday), holiday.country) for holiday in self._calendar.on(day)
        )


def _holiday_name(holiday: Holiday) -> LocalizedText:
    """The name in the languages that our table has it in; what nobody translated has its English key."""
    names = (
        holiday_names.name_of(holiday.country, holiday.key, language)
        or holiday_names.usual_name(holiday.key, language)
        for language in Language
    )
    found = LocalizedText(*(name or "" for name in names))
    return found if found.en else found.with_text(Language.EN, holiday.key)
