"""Series in the editor of a meeting: begun, changed, deleted and ended, by asking inside the form."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from cabinet_app.domain.meetings import AgendaItem, Meeting, MeetingStatus
from cabinet_app.domain.series import Frequency, HolidayPolicy, MeetingSeries
from cabinet_app.domain.texts import Language, same
from cabinet_app.gui.application import SeriesContinued
from cabinet_app.gui.meetings.editor import MeetingEditor
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.services.cabinet import Cabinet
from tests.gui.meetings.conftest import House

TODAY = date(2026, 3, 2)
FIRST = datetime(2026, 3, 3, 9)
WEEK = timedelta(weeks=1)
Pane = RecordPane[Any, Meeting]


def weekly(cabinet: Cabinet, **rule: Any) -> list[int]:
    """A series of Tuesdays until May; the ids of its meetings in the order of their days."""
    rule.setdefault("until", date(2026, 4, 30))
    draft = Meeting(title=same("Kolegij"), starts_at=FIRST, ends_at=FIRST + timedelta(hours=1))
    series = MeetingSeries(weekdays=[1], holiday_policy=HolidayPolicy.KEEP, **rule)
    cabinet.series.begin(draft, 0, series, TODAY)
    return cabinet.meetings.ids_between(TODAY, date(2029, 1, 1))


def choose(editor: MeetingEditor, frequency: Frequency | None) -> None:
    editor.series.choice.set_value(frequency)
    editor.series.choice.edited.emit()


def press(editor: MeetingEditor, words: str) -> None:
    next(link for link in editor.banner.links if link.text() == words).click()


def type_title(editor: MeetingEditor, title: str) -> None:
    editor._fields["title"].set_value(same(title))
    editor._edited()


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def days(cabinet: Cabinet) -> list[str]:
    found = sorted(cabinet.meetings.all(), key=lambda one: (one.starts_at or FIRST, one.id))
    return [f"{one.starts_at:%d.%m. %H}" for one in found]


def test_a_new_meeting_becomes_a_series_with_one_save(show_pane: Any, cabinet: Cabinet) -> None:
    pane, editor, _desk = show_pane()
    pane.new_record(Meeting(title=same("Kolegij"), starts_at=FIRST, ends_at=FIRST + timedelta(hours=1)))
    assert editor.series.panel.isHidden()

    choose(editor, Frequency.WEEKLY)
    assert editor.series.panel.weekdays.value() == [1]
    assert plain(editor.series.panel.sentence.text()) == "Every Tuesday at 09:00"
    editor.series.panel.end.set_value(type(editor.series.panel.end.value())(count=3))
    editor.series.panel.end.edited.emit()
    assert "Tuesday, 17 March 2026" in plain(editor.series.panel.preview.next_days.text())

    assert pane.save()
    assert days(cabinet) == ["03.03. 09", "10.03. 09", "17.03. 09"]
    assert plain(editor.series.sentence.text()) == "Every Tuesday at 09:00, 3 times"
    assert not editor.is_dirty
    cabinet.undo.undo()
    assert days(cabinet) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (Language.SL, "Drugi torek v mesecu ob 17.00"),
        (Language.DE, "Am zweiten Dienstag jedes Monats um 17.00 Uhr"),
        (Language.EN, "On the second Tuesday of every month at 17:00"),
    ],
)
def test_the_rule_is_taken_from_the_day_and_said_in_the_language(
    show_pane: Any, language: Language, sentence: str
) -> None:
    pane, editor, _desk = show_pane(language)
    pane.new_record(Meeting(starts_at=datetime(2026, 3, 10, 17)))

    choose(editor, Frequency.MONTHLY_WEEKDAY)

    assert plain(editor.series.panel.sentence.text()) == sentence
    assert editor.series.panel.nth.value() == 2


def test_the_rule_follows_the_day_and_the_hour_of_the_meeting(show_pane: Any) -> None:
    pane, editor, _desk = show_pane()
    pane.new_record(Meeting(starts_at=FIRST))
    choose(editor, Frequency.WEEKLY)

    editor.when.day.set_value(date(2026, 3, 5))
    editor.when.start.set_value(datetime(2026, 3, 5, 16).time())
    editor.when.edited.emit()

    assert plain(editor.series.panel.sentence.text()) == "Every Thursday at 16:00"


def test_a_rule_somebody_chose_stays_when_the_day_changes(show_pane: Any) -> None:
    pane, editor, _desk = show_pane()
    pane.new_record(Meeting(starts_at=FIRST))
    choose(editor, Frequency.WEEKLY)
    editor.series.panel.weekdays.chips[2].click()

    editor.when.day.set_value(date(2026, 3, 5))
    editor.when.edited.emit()

    assert editor.series.panel.weekdays.value() == [1, 2]
    notes = [finding.message for finding in editor.validate()]
    assert any("the first one will be on Tuesday, 10 March 2026" in plain(note) for note in notes)


def test_the_31st_becomes_the_last_day_of_the_month(show_pane: Any) -> None:
    pane, editor, _desk = show_pane()
    pane.new_record(Meeting(starts_at=datetime(2026, 3, 31, 9)))

    choose(editor, Frequency.MONTHLY_DAY)

    assert plain(editor.series.panel.sentence.text()) == "On the last day of every month at 09:00"
    choose(editor, Frequency.WORKING_DAY)
    assert plain(editor.series.panel.sentence.text()) == "On the first working day of every month at 09:00"
    choose(editor, Frequency.DAILY)
    assert plain(editor.series.panel.sentence.text()) == "Every day at 09:00"
    choose(editor, None)
    assert editor.series.panel.isHidden()


def test_a_yearly_29_february_says_that_it_is_rare(show_pane: Any) -> None:
    pane, editor, _desk = show_pane()
    pane.new_record(Meeting(starts_at=datetime(2028, 2, 29, 9)))

    choose(editor, Frequency.YEARLY)

    assert "in leap years only" in editor.series.panel.sentence.text()
    editor.series.panel.month.set_value(4)
    editor.series.panel.month_day.set_value(31)
    editor.series.panel.month.edited.emit()
    assert editor.series.panel.problem() == "Not every month has this day. Choose the last day of the month."


def test_days_off_are_asked_about_before_anything_is_stored(show_pane: Any, cabinet: Cabinet) -> None:
    pane, editor, _desk = show_pane()
    pane.new_record(Meeting(title=same("Kolegij"), starts_at=datetime(2026, 4, 20, 9)))
    choose(editor, Frequency.WEEKLY)
    end = editor.series.panel.end
    end.set_value(type(end.value())(until=date(2026, 5, 31)))
    end.edited.emit()
    preview = editor.series.panel.preview
    assert [row.day for row in preview.rows] == [date(2026, 4, 27)]
    assert plain(preview.heading.text()) == "⚠ 1 meeting falls on a day off. What becomes of it?"

    preview.rows[0].choice.set_value(HolidayPolicy.NEXT)
    preview.rows[0].choice.edited.emit()
    assert "moved to Tuesday, 28 April 2026" in plain(preview.next_days.text())

    assert pane.save()
    assert days(cabinet)[:3] == ["20.04. 09", "28.04. 09", "04.05. 09"]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda panel: panel.weekdays.chips[1].click(), "Choose at least one weekday."),
        (lambda panel: panel.countries.setText("Slovenia"), "“Slovenia” is not the code of a country"),
        (lambda panel: panel.end.choice.set_value("until"), "Enter the last day of the series."),
        (lambda panel: panel.end.choice.set_value("count"), "Enter how many meetings the series has."),
    ],
)
def test_a_rule_that_cannot_be_followed_is_not_stored(
    show_pane: Any, cabinet: Cabinet, spoil: Callable[[Any], None], told: str
) -> None:
    pane, editor, _desk = show_pane()
    pane.new_record(Meeting(starts_at=FIRST))
    choose(editor, Frequency.WEEKLY)
    spoil(editor.series.panel)

    assert not pane.save()
    assert told in editor.form.rows["repeats"].message.text()
    assert cabinet.meetings.count() == 0


def test_without_a_day_there_is_nothing_to_repeat(show_pane: Any) -> None:
    pane, editor, _desk = show_pane()
    pane.new_record(Meeting(title=same("Kolegij")))
    choose(editor, Frequency.WEEKLY)

    assert editor.series.panel.isHidden()
    assert not pane.save()
    editor.when.day.set_value(FIRST.date())
    editor.when.edited.emit()
    assert not editor.series.panel.isHidden()


def test_a_stored_meeting_can_be_repeated_later(show_pane: Any, house: House, cabinet: Cabinet) -> None:
    identity = house.meeting(FIRST)
    pane, editor, _desk = show_pane()
    pane.select(identity)
    choose(editor, Frequency.MONTHLY_DAY)
    assert editor.is_dirty

    assert pane.save()
    assert editor.series.is_member
    assert cabinet.meetings.get(identity).record.series_id


# Asking.


def test_a_change_asks_whom_it_is_for_and_the_keyboard_answers(
    show_pane: Any, cabinet: Cabinet, qtbot: Any
) -> None:
    ids = weekly(cabinet)
    pane, editor, _desk = show_pane()
    pane.select(ids[2])
    type_title(editor, "Posvet")

    assert not pane.save()
    assert editor.banner.text == "This meeting belongs to a series. Whom is the change for?"
    first, second, third = editor.banner.links
    assert (first.text(), second.text(), third.text()) == (
        "Only this one",
        "This and the following",
        "All that are to come",
    )
    qtbot.keyClick(second, Qt.Key.Key_Space)

    titles = [cabinet.meetings.get(identity).record.title.sl for identity in ids[:4]]
    assert titles == ["Kolegij", "Kolegij", "Posvet", "Posvet"]
    assert pane.current_id == ids[2]
    assert not editor.is_dirty


@pytest.mark.parametrize(
    ("answer", "titles"),
    [
        ("Only this one", ["Kolegij", "Posvet", "Kolegij"]),
        ("All that are to come", ["Posvet", "Posvet", "Posvet"]),
    ],
)
def test_one_or_all(show_pane: Any, cabinet: Cabinet, answer: str, titles: list[str]) -> None:
    ids = weekly(cabinet)
    pane, editor, _desk = show_pane()
    pane.select(ids[1])
    type_title(editor, "Posvet")
    pane.save()

    press(editor, answer)

    assert [cabinet.meetings.get(identity).record.title.sl for identity in ids[:3]] == titles


def test_an_agenda_asks_nothing(show_pane: Any, cabinet: Cabinet) -> None:
    ids = weekly(cabinet)
    pane, editor, _desk = show_pane()
    pane.select(ids[1])
    editor._fields["notes"].set_value("Ključ pri vratarju")
    editor._edited()

    assert pane.save()
    assert not cabinet.meetings.get(ids[1]).record.detached


def test_leaving_asks_too_and_the_draft_stays(show_pane: Any, cabinet: Cabinet) -> None:
    ids = weekly(cabinet)
    pane, editor, _desk = show_pane()
    pane.select(ids[1])
    type_title(editor, "Posvet")

    assert not pane.leave()
    assert pane.current_id == ids[1]
    press(editor, "Only this one")
    assert pane.select(ids[0])


def test_the_rule_is_changed_for_the_following_or_all_and_never_for_one(
    show_pane: Any, cabinet: Cabinet
) -> None:
    ids = weekly(cabinet)
    pane, editor, _desk = show_pane()
    pane.select(ids[1])
    editor.series.change_button.click()
    editor.series.panel.interval.set_value(2)
    editor.series.panel.interval.edited.emit()
    assert plain(editor.series.panel.sentence.text()) == "Every second Tuesday at 09:00, until 30 Apr 2026"
    assert editor.is_dirty

    pane.save()
    assert [link.text() for link in editor.banner.links] == ["This and the following", "All that are to come"]
    press(editor, "This and the following")

    assert days(cabinet) == ["03.03. 09", "10.03. 09", "24.03. 09", "07.04. 09", "21.04. 09"]
    assert plain(editor.series.sentence.text()).startswith("Every second Tuesday")


def test_what_was_left_as_it_is_is_named_and_opens_with_a_click(show_pane: Any, cabinet: Cabinet) -> None:
    ids = weekly(cabinet)
    full = cabinet.meetings.get(ids[2])
    full.record.agenda = [AgendaItem(title=same("Proračun"))]
    cabinet.meetings.update(full.record, full.version)
    pane, editor, _desk = show_pane()
    pane.select(ids[0])
    type_title(editor, "Posvet")
    pane.save()
    press(editor, "All that are to come")

    assert editor.banner.text.startswith("1 meeting of the series was left as it is")
    [link] = editor.banner.links
    assert plain(link.text()) == "Tuesday, 17 March 2026"
    link.click()
    assert pane.current_id == ids[2]


# Deleting and ending.


def test_delete_asks_and_one_stays_struck_through(show_pane: Any, cabinet: Cabinet) -> None:
    ids = weekly(cabinet)
    pane, editor, desk = show_pane()
    pane.select(ids[1])

    assert not pane.delete()
    press(editor, "Only this one")

    assert cabinet.meetings.get(ids[1]).record.status is MeetingStatus.CANCELLED
    assert desk.toaster.last.startswith("The meeting is cancelled")
    desk.toaster.act()
    assert cabinet.meetings.get(ids[1]).record.status is MeetingStatus.PLANNED


def test_this_and_the_following_are_deleted(show_pane: Any, cabinet: Cabinet) -> None:
    ids = weekly(cabinet)
    pane, editor, _desk = show_pane()
    pane.select(ids[2])
    pane.delete()
    press(editor, "This and the following")

    assert days(cabinet) == ["03.03. 09", "10.03. 09"]
    assert not pane.editor.has_record or pane.current_id != ids[2]


def test_all_are_deleted_and_brought_back(show_pane: Any, cabinet: Cabinet) -> None:
    ids = weekly(cabinet)
    pane, editor, desk = show_pane()
    pane.select(ids[2])
    type_title(editor, "Posvet")  # what was typed does not matter any more
    pane.delete()
    press(editor, "All that are to come")

    assert days(cabinet) == []
    desk.toaster.act()
    assert len(days(cabinet)) == len(ids)
    assert pane.current_id == ids[2]


def test_a_series_ends_with_the_meeting_on_the_screen(show_pane: Any, cabinet: Cabinet) -> None:
    ids = weekly(cabinet)
    pane, editor, desk = show_pane()
    pane.select(ids[1])

    editor.series.end_button.click()

    assert days(cabinet) == ["03.03. 09", "10.03. 09"]
    assert desk.toaster.last == "The series ends with this meeting."
    assert editor.series.end_button.isHidden()


def test_a_meeting_of_no_series_goes_at_once(show_pane: Any, house: House, cabinet: Cabinet) -> None:
    identity = house.meeting(FIRST)
    pane, _editor, _desk = show_pane()
    pane.select(identity)

    assert pane.delete()
    assert cabinet.meetings.count() == 0


def test_a_foreign_rule_is_shown_and_cannot_be_edited(show_pane: Any, cabinet: Cabinet) -> None:
    series = cabinet.series.create(
        MeetingSeries(frequency=Frequency.FOREIGN, foreign_rule="RRULE:FREQ=HOURLY", starts_at=FIRST)
    ).record
    member = Meeting(series_id=series.id, original_start=FIRST, starts_at=FIRST)
    identity = cabinet.meetings.create(member).record.id
    pane, editor, _desk = show_pane()
    pane.select(identity)

    assert editor.series.sentence.text() == "By a rule taken over from another calendar at 09:00"
    assert editor.series.change_button.isHidden()
    type_title(editor, "Posvet")
    assert pane.save()


# Going on elsewhere.


def test_a_rule_in_the_making_outlives_a_change_of_language(show_pane: Any, cabinet: Cabinet) -> None:
    pane, editor, _desk = show_pane()
    pane.new_record(Meeting(title=same("Kolegij"), starts_at=FIRST))
    choose(editor, Frequency.WEEKLY)
    editor.series.panel.weekdays.chips[3].click()
    state = editor.state()
    assert state

    other_pane, other, _desk = show_pane(Language.SL)
    other_pane.take_draft(state)

    assert other.is_dirty
    assert plain(other.series.panel.sentence.text()) == "Vsak teden v torek in četrtek ob 9.00"
    assert other_pane.save()
    assert len(cabinet.series.all()) == 1


def test_a_change_of_a_rule_outlives_it_too(show_pane: Any, cabinet: Cabinet) -> None:
    ids = weekly(cabinet)
    pane, editor, _desk = show_pane()
    pane.select(ids[0])
    editor.series.change_button.click()
    editor.series.panel.interval.set_value(3)
    editor.series.panel.interval.edited.emit()
    state = editor.state()
    assert state

    other_pane, other, _desk = show_pane(Language.DE)
    other_pane.take_draft(state)

    assert other.is_dirty
    assert plain(other.series.panel.sentence.text()).startswith("Jeden dritten Dienstag")


def test_series_go_on_when_the_register_has_been_opened(cabinet: Cabinet) -> None:
    weekly(cabinet, until=None)
    before = cabinet.meetings.count()

    assert SeriesContinued(cabinet, date(2026, 5, 4))(lambda _done, _total: None) == 9
    assert cabinet.meetings.count() == before + 9


# Moved meetings and clashes.
