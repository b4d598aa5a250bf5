"""What was found in a calendar file, in words: the reason for every entry that was refused or changed."""

import re
from datetime import date, datetime
from typing import Final

from cabinet_app.domain.incoming import Problem
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.i18n.messages import one_line

_SENTENCES: Final = {
    "nothing_in_it": N_("The calendar holds no meeting."),
    "encoding_guessed": N_("Letters that are not UTF-8 were read as Central European ones (Windows-1250)."),
    "line_too_long": N_("A line of more than 1 MB was left out."),
    "not_closed": N_("The end of {value} is missing; it was read all the same."),
    "end_without_begin": N_("An end of {value} without a beginning was passed over."),
    "lines_passed_over": N_("Lines that are no calendar were passed over: {value}."),
    "properties_left_behind": N_("Very long additional data were left out."),
    "date_unreadable": N_("“{value}” is not a date that can be read; it was left out."),
    "start_unreadable": N_("The start “{value}” cannot be read."),
    "no_start": N_("There is no start."),
    "end_before_start": N_("The end {value} is before the start; it was left out."),
    "duration_unreadable": N_("The duration “{value}” cannot be read; it was left out."),
    "superseded": N_("The file also holds a newer edition of this entry; that one counts."),
    "hour_left_out": N_("{value} does not exist, because the clocks go forward; the next hour was taken."),
    "rule_unreadable": N_(
        "The rule of recurrence cannot be read ({value}); only one meeting was taken over."
    ),
    "rule_too_often": N_("A recurrence more often than daily ({value}) is not followed; it is one meeting."),
    "rule_interval": N_("The interval of the recurrence ({value}) is not 1 to 999; it is one meeting."),
    "rule_count": N_("The number of recurrences ({value}) cannot be read; it is one meeting."),
    "rule_until": N_("The end of the recurrence ({value}) cannot be read; it is one meeting."),
    "exception_unreadable": N_("A rule of exceptions cannot be read ({value}); it was left out."),
    "series_too_large": N_(
        "The recurrence would take too long to work out; only one meeting was taken over."
    ),
    "no_occurrence": N_("By its own rule the series never takes place."),
    "start_outside_rule": N_("The first meeting is not on a day of the rule; it counts all the same."),
    "series_shortened": N_("The series has very many meetings; those from {value} on were taken over."),
    "exception_of_nothing": N_("An exception for {value}, which is no day of the series, was added to it."),
    "invitations_left_out": N_("The invited people of the series were left out (number: {value})."),
    "tasks_left_out": N_("Tasks of the file are not taken over (number: {value})."),
    "journal_left_out": N_("Journal entries of the file are not taken over (number: {value})."),
    "busy_left_out": N_("Lists of free and busy times are not taken over (number: {value})."),
    "reply_accepted": N_("{value} accepts the invitation. The message changes nothing."),
    "reply_declined": N_("{value} declines the invitation. The message changes nothing."),
    "reply_tentative": N_("{value} accepts the invitation provisionally. The message changes nothing."),
    "reply_needs_action": N_("{value} has not answered yet. The message changes nothing."),
    "message_counter": N_("{value} proposes another time. The message changes nothing."),
    "message_declinecounter": N_(
        "The other time that was proposed is declined. The message changes nothing."
    ),
    "message_refresh": N_("{value} asks for the invitation to be sent again. The message changes nothing."),
    "message_add": N_("A meeting is to be added to a series. Ask for the whole series."),
    "message_reply": N_("This is an answer to an invitation. The message changes nothing."),
    "changed_here": N_("It was changed here since the last import; our text stays ({value})."),
    "deleted_here": N_("It was deleted here; it was not brought back."),
    "older_than_here": N_("The file holds an older edition than the register."),
    "days_kept_here": N_("Days that the series no longer has stay, since work was done on them ({value})."),
    "nothing_to_cancel": N_("It is called off, but the register does not know it."),
}
_FIELDS: Final = {
    "title": N_("title"),
    "description": N_("description"),
    "starts_at": N_("start"),
    "ends_at": N_("end"),
    "all_day": N_("all day"),
    "zone": N_("time zone"),
    "status": N_("status"),
    "visibility": N_("visibility"),
    "transparent": N_("free or busy"),
    "place_id": N_("place"),
    "platform": N_("place"),
    "invitations": N_("invited people"),
    "duration_minutes": N_("duration"),
}
_MOMENT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d)?Z?")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def problem_sentence(problem: Problem, t: Translator) -> str:
    """Why, in one sentence."""
    message = _SENTENCES.get(problem.code)
    if message is None:
        return problem.code
    if problem.code == "changed_here":
        value = _fields(problem.value, t)
    elif problem.code == "rule_too_often":
        value = problem.value
    else:
        value = _shown(problem.value, t)
    return t.gettext(message).format(value=value)


def problem_place(problem: Problem, t: Translator) -> str:
    """Where in the file, empty for the file as a whole."""
    if problem.component:
        place = t.gettext("entry {component}, line {line}")
        return place.format(component=problem.component, line=problem.line)
    return t.gettext("line {line}").format(line=problem.line) if problem.line else ""


def told(problem: Problem, t: Translator) -> str:
    """The sentence with its place and the title of the entry in front."""
    named = [problem_place(problem, t), f"»{one_line(problem.title)}«" if problem.title else ""]
    before = ", ".join(part for part in named if part)
    sentence = problem_sentence(problem, t)
    return f"{before}: {sentence}" if before else sentence


def _fields(names: str, t: Translator) -> str:
    words = (t.gettext(_FIELDS[name]) if name in _FIELDS else name for name in names.split(", "))
    return ", ".join(dict.fromkeys(words))


def _shown(value: str, t: Translator) -> str:
    """Days and moments as the house writes them, all else as the file has it."""
    try:
        if _DAY.fullmatch(value):
            return dates.numeric(date.fromisoformat(value), t.language)
        found = _MOMENT.fullmatch(value)
        if found:
            year, month, day, hour, minute = found.groups()
            on = date(int(year), int(month), int(day))
            if hour is None:
                return dates.numeric(on, t.language)
            at = datetime.strptime(f"{hour}{minute}", "%H%M").time()  # noqa: DTZ007 the wall clock's
            return f"{dates.numeric(on, t.language)} {dates.time(at, t.language)}"
    except ValueError:
        pass
    return one_line(value)
