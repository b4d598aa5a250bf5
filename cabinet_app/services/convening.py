"""The draft of a group's next meeting, filled with what is usual."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from cabinet_app.domain.bodies import MembershipRole, Organization
from cabinet_app.domain.meetings import AgendaItem, AgendaItemKind, Meeting, MeetingBody
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator, translator
from cabinet_app.services.carried_over import CarriedOver
from cabinet_app.services.diary import required_members
from cabinet_app.services.gatherings import GroupMeeting

FIRST_HOUR = time(9, 0)


@dataclass(frozen=True, slots=True)
class Convening:
    """What is known about the meeting to come; `last` is the one that was held last."""

    group: Organization
    day: date
    at: time | None
    length: timedelta
    place_id: int | None
    number: str
    last: GroupMeeting | None


def meeting_draft(facts: Convening, open_matters: Sequence[CarriedOver] = ()) -> Meeting:
    """A meeting whose agenda begins with the last minutes and postponed items and ends with Razno."""
    starts_at = datetime.combine(facts.day, facts.at or FIRST_HOUR)
    members = required_members(facts.group.memberships, facts.day)
    chair = next((member.person_id for member in members if member.role is MembershipRole.CHAIR), None)
    return Meeting(
        bodies=[MeetingBody(organization_id=facts.group.id)],
        number=facts.number,
        starts_at=starts_at,
        ends_at=starts_at + facts.length,
        place_id=facts.place_id,
        chair_id=chair,
        agenda=_agenda(facts, open_matters),
    )


def _agenda(facts: Convening, open_matters: Sequence[CarriedOver]) -> list[AgendaItem]:
    items: list[AgendaItem] = []
    if facts.last is not None:
        items.append(AgendaItem(title=_approval(facts.last), kind=AgendaItemKind.MINUTES_APPROVAL))
    items += [AgendaItem(title=matter.text) for matter in reversed(open_matters) if not matter.is_decision]
    items.append(AgendaItem(title=_in_each(_other_business), kind=AgendaItemKind.ANY_OTHER_BUSINESS))
    for number, item in enumerate(items, 1):
        item.number = str(number)
    return items


def _approval(last: GroupMeeting) -> LocalizedText:
    def words(t: Translator) -> str:
        if last.number:
            number = last.number.rstrip(".")
            return t.gettext("Approval of the minutes of meeting no. {number}").format(number=number)
        day = dates.numeric(last.starts_at.date(), t.language)
        return t.gettext("Approval of the minutes of the meeting of {date}").format(date=day)

    return _in_each(words)


def _other_business(t: Translator) -> str:
    return t.gettext("Any other business")


def _in_each(words: Callable[[Translator], str]) -> LocalizedText:
    return LocalizedText(*(words(translator(language)) for language in Language))
