"""Tasks in words."""

from datetime import date

import pytest

from cabinet_app.domain.tasks import TaskAnchor, TaskStatus
from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.task_words import done_words, due_phrase, offset_sentence, offset_sign, status_words

EN = translator(Language.EN)
TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(("days", "sign"), [(-60, "T\u221260"), (0, "T"), (7, "T+7"), (None, "")])
def test_days_from_the_visit_have_their_sign(days, sign):
    assert offset_sign(days) == sign


@pytest.mark.parametrize(
    ("days", "anchor", "said"),
    [
        (-60, TaskAnchor.VISIT_START, "60 days before the visit"),
        (-1, TaskAnchor.VISIT_START, "1 day before the visit"),
        (-1, TaskAnchor.VISIT_END, "1 day before the last day of the visit"),
        (0, TaskAnchor.VISIT_START, "on the first day of the visit"),
        (0, TaskAnchor.VISIT_END, "on the last day of the visit"),
        (2, TaskAnchor.VISIT_START, "2 days after the first day of the visit"),
        (7, TaskAnchor.VISIT_END, "7 days after the visit"),
    ],
)
def test_days_from_the_visit_are_said_in_words(days, anchor, said):
    assert offset_sentence(days, anchor, EN) == said


def test_how_urgent_a_day_is():
    assert due_phrase(date(2026, 11, 18), TODAY, EN) == "2 days overdue"
    assert due_phrase(date(2026, 11, 19), TODAY, EN) == "1 day overdue"
    assert due_phrase(TODAY, TODAY, EN) == "today"
    assert due_phrase(date(2026, 11, 23), TODAY, EN) == "in 3 days"


def test_what_should_have_been_done_says_so_in_a_word():
    late = date(2026, 11, 19)
    assert status_words(TaskStatus.IN_PROCESS, late, TODAY, EN) == "overdue"
    assert status_words(TaskStatus.COMPLETED, late, TODAY, EN) == "done"
    assert done_words(late, EN) == "done on 19\u00a0Nov\u00a02026"
