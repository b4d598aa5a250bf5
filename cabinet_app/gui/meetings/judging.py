"""What is wrong with a meeting, and what one should know about it; plain functions over the draft."""

from collections.abc import Iterator, Sequence
from datetime import date

from cabinet_app.domain.meetings import Meeting, MeetingStatus, VoteEvent
from cabinet_app.gui.meetings.agenda_field import item_name
from cabinet_app.gui.meetings.attendance import voting_present
from cabinet_app.gui.meetings.words import last_day_of
from cabinet_app.gui.widgets.form import Finding, Severity
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator

SATURDAY = 5
ADOPTION = -1


def errors(meeting: Meeting, t: Translator) -> list[Finding]:
    """What stands in the way of saving."""
    found = []
    if meeting.starts_at and meeting.ends_at and meeting.ends_at < meeting.starts_at:
        found.append(Finding("ends_at", t.gettext("The end is before the start. Choose a later end.")))
    return [*found, *_votes_exceeding(meeting, t), *_numbers_taken(meeting, t)]


def _votes_exceeding(meeting: Meeting, t: Translator) -> Iterator[Finding]:
    words = t.gettext(
        "{item}: {cast} votes were cast, but only {present} were present. Correct one of the two."
    )
    for place, name, vote in _all_votes(meeting, t):
        cast = vote.in_favour + vote.against + vote.abstained
        if cast > vote.present:
            sentence = words.format(item=name, cast=cast, present=vote.present)
            yield Finding(f"votes[{place}]", sentence)


def _numbers_taken(meeting: Meeting, t: Translator) -> Iterator[Finding]:
    words = t.gettext("The number {number} is taken by another decision. Choose another one.")
    seen: set[str] = set()
    for place, item in enumerate(meeting.agenda):
        for decision in item.decisions:
            number = decision.number.strip()
            if number and number in seen:
                yield Finding(f"decisions[{place}]", words.format(number=number))
            seen.add(number)


def notes(meeting: Meeting, today: date, t: Translator) -> list[Finding]:
    """What can be told from the meeting alone."""
    found = [*_contradictions(meeting, t)]
    is_open = meeting.status in {MeetingStatus.PLANNED, MeetingStatus.CONVENED}
    if is_open and meeting.starts_at:
        last = last_day_of(meeting.starts_at, meeting.ends_at, all_day=meeting.all_day)
        if last < today:
            words = t.gettext("Did the meeting take place? Its day is over; choose its status.")
            found.append(Finding("status", words, Severity.NOTE))
    if meeting.status.took_place and meeting.starts_at and meeting.starts_at.date() > today:
        words = t.gettext("This meeting has been held, yet its day is still to come.")
        found.append(Finding("status", words, Severity.NOTE))
    return found


def _contradictions(meeting: Meeting, t: Translator) -> Iterator[Finding]:
    """Five are listed as present but four voted; told until somebody confirms that the original says so."""
    listed = voting_present(meeting.attendance)
    words = t.gettext(
        "{item}: {listed} voting members are listed as present, but {present} at the vote. "
        "Tick “as in the original” if it is written so."
    )
    for place, name, vote in _all_votes(meeting, t):
        if listed and vote.present and vote.present != listed and not vote.as_in_original:
            sentence = words.format(item=name, listed=listed, present=vote.present)
            yield Finding(f"votes[{place}]", sentence, Severity.NOTE)


def day_notes(days: Sequence[date], holidays: dict[date, str], t: Translator) -> list[str]:
    """Holidays and weekends among the days of a meeting, in words."""
    told = []
    for day in days:
        if day in holidays:
            words = t.gettext("{day} is a public holiday: {holiday}.")
            told.append(words.format(day=_capital(dates.long(day, t.language)), holiday=holidays[day]))
        elif day.weekday() >= SATURDAY:
            words = t.gettext("{day} is at the weekend.")
            told.append(words.format(day=_capital(dates.long(day, t.language))))
    return told


def _all_votes(meeting: Meeting, t: Translator) -> Iterator[tuple[int, str, VoteEvent]]:
    """Every vote with the place of its item, -1 for the agenda's own, and what to call it."""
    for vote in meeting.agenda_votes:
        yield ADOPTION, t.gettext("Vote on the agenda"), vote
    for place, item in enumerate(meeting.agenda):
        for vote in item.votes:
            yield place, item_name(item, t), vote


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
