"""Values, steps, notices and conflicts in words."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import VisitStatus
from cabinet_app.gui.actions import ActionRegistry, ActionSpec, DuplicateAction
from cabinet_app.gui.history_panel import HistoryPanel
from cabinet_app.gui.merge import merge
from cabinet_app.gui.record_words import RECORD_WORDS
from cabinet_app.gui.step_words import step_words
from cabinet_app.gui.today_words import TodaySentences
from cabinet_app.gui.value_words import value_words
from cabinet_app.services.changes import Act, Label
from cabinet_app.services.history import FieldChange, HistoryRow
from cabinet_app.services.today import Notice, NoticeKind
from tests.gui.fakes import TODAY


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "—"),
        ("", "—"),
        ("text", "text"),
        ("2026-02-25", "25\u00a0Feb\u00a02026"),
        (LocalizedText(sl="Obisk"), "Obisk"),
        ({"sl": "Obisk", "en": "Visit"}, "Visit"),
        ({"edtf": "2008"}, "2008"),
        ({"id": 3, "title": {"en": "Reception"}, "starts_at": "09:00"}, "Reception, 09:00"),
        ({"id": 3}, "—"),
        (VagueDate("1975-10"), "October\u00a01975"),
        (date(2026, 2, 25), "25\u00a0Feb\u00a02026"),
        (datetime(2026, 2, 25, 9, 30), "25\u00a0Feb\u00a02026 09:30"),
        (time(9, 30), "09:30"),
        (True, "✓"),
        (False, "—"),
        (VisitStatus.PLANNED, "planned"),
        ([1, 2], "2"),
        (12, "12"),
    ],
)
def test_any_value_is_said_in_a_few_words(value, words):
    assert value_words(value, Language.EN) == words


def test_a_long_value_is_cut():
    assert len(value_words("x" * 500, Language.EN)) == 80


@dataclass
class Record:
    title: str = ""
    notes: str = ""
    items: list[int] = field(default_factory=list)


def test_changes_of_different_fields_go_together():
    merged = merge(Record("a", "b"), Record("mine", "b"), Record("a", "theirs"))
    assert merged.record == Record("mine", "theirs")
    assert merged.clashes == ()


def test_the_same_change_is_no_clash():
    assert merge(Record("a"), Record("x"), Record("x")).clashes == ()


def test_a_clash_is_named_and_holds_ours():
    merged = merge(Record("a"), Record("mine"), Record("theirs"))
    assert (merged.record.title, merged.clashes) == ("mine", ("title",))


def test_merging_shares_nothing_with_what_was_merged():
    mine = Record(items=[1])
    merged = merge(Record(), mine, Record())
    merged.record.items.append(2)
    assert mine.items == [1]


@pytest.mark.parametrize("act", list(Act))
def test_every_step_has_words(act, t):
    assert step_words(Label(act, "visit", same("Amberg")), t)


def test_a_step_without_a_name_is_untitled(t):
    assert step_words(Label(Act.DELETE, "visit", LocalizedText()), t) == "deleting “untitled”"


@pytest.mark.parametrize("key", RECORD_WORDS)
def test_every_kind_of_record_counts_itself(key, t):
    words = RECORD_WORDS[key]
    assert words.counted(t, 1).startswith("1 ")
    assert words.counted(t, 2) != words.counted(t, 1)
    for sentence in (words.saved, words.created, words.deleted):
        assert "“{title}”" in sentence


@pytest.mark.parametrize(
    ("notice", "sentence"),
    [
        (Notice(NoticeKind.VISIT_TODAY, "visit", 1, same("Amberg"), TODAY), "Visit today: Amberg"),
        (Notice(NoticeKind.NEXT_VISIT, "visit", 1, same("Amberg"), TODAY, 3), "Next visit in 3 days: Amberg"),
        (
            Notice(NoticeKind.GROUPS_AT_RISK, "group", 1, same("Economy"), TODAY, 1),
            "Economy must meet by 22\u00a0Feb\u00a02026",
        ),
        (Notice(NoticeKind.GROUPS_AT_RISK, "group", 1, same("Economy"), None, 1), "Economy must meet soon"),
        (
            Notice(NoticeKind.GROUPS_AT_RISK, "group", 1, same("Economy"), TODAY, 2),
            "2 working groups must meet soon, first of all Economy",
        ),
        (
            Notice(NoticeKind.JUBILEE, "agreement", 1, same("Charter"), TODAY, 50),
            "22\u00a0Feb\u00a02026: 50 years since signing “Charter”",
        ),
        (Notice(NoticeKind.TASKS_OVERDUE, "task", 1, same("Flags"), None, 1), "Overdue: Flags"),
        (Notice(NoticeKind.TASKS_OVERDUE, "task", 1, same("Flags"), None, 3), "3 tasks are overdue"),
        (
            Notice(NoticeKind.GIFT_LIST_DUE, "gift", 1, same(""), TODAY, 2),
            "The list of gifts of 2025 is due by 22\u00a0Feb\u00a02026",
        ),
        (
            Notice(NoticeKind.GIFT_LIST_DUE, "gift", 1, same(""), TODAY - timedelta(days=1), 2),
            "The list of gifts of 2025 was due by 21\u00a0Feb\u00a02026",
        ),
    ],
)
def test_what_cannot_wait_is_a_sentence(notice, sentence, t):
    cabinet: Any = SimpleNamespace(today=SimpleNamespace(notices=lambda _day: [notice]))
    links = TodaySentences(cabinet, t, lambda: TODAY)()
    assert [link.text for link in links] == [sentence]
    assert links[0].record_id == 1


def test_a_history_is_a_list_in_words(qtbot, context, monkeypatch):
    rows = [
        HistoryRow(
            2,
            datetime(2026, 2, 22, 9, 42, tzinfo=UTC),
            "ana",
            Act.UPDATE,
            (FieldChange("title.en", "Visit", "Forum"),),
        ),
        HistoryRow(
            1,
            datetime(2026, 2, 20, 9, 42, tzinfo=UTC),
            "ana",
            Act.CREATE,
            (FieldChange("title.en", None, "Visit"),),
        ),
    ]
    monkeypatch.setattr(context.cabinet.history, "of", lambda _kind, _id: rows)
    panel = HistoryPanel(context)
    qtbot.addWidget(panel)
    panel.show_record("visit", 1, "Forum", lambda path: {"title.en": "Title"}[path])
    first, second = (panel.lines.item(n).text() for n in (0, 1))
    assert first.endswith("· ana · changed\nTitle: “Visit” → “Forum”")
    assert second.endswith("· ana · entered")


def test_two_commands_may_not_share_an_id_or_keys(qapp):
    registry = ActionRegistry()
    registry.add(ActionSpec("visit.new", "&New", print, "Ctrl+N"))
    for spec in (ActionSpec("visit.new", "x", print), ActionSpec("visit.other", "x", print, "Ctrl+N")):
        with pytest.raises(DuplicateAction):
            registry.add(spec)


def test_a_command_is_disabled_with_its_reason(qapp):
    reasons = ["Choose an entry first."]
    registry = ActionRegistry()
    action = registry.add(ActionSpec("visit.confirm", "&Confirm && go", print, reason=lambda: reasons[0]))
    assert not action.isEnabled()
    assert "Choose an entry first." in action.toolTip()
    reasons[0] = ""
    registry.refresh()
    assert action.isEnabled()
    assert registry.specs[0].plain_text == "Confirm & go"


def test_a_command_is_taken_away_with_its_keys(qapp):
    registry = ActionRegistry()
    registry.add(ActionSpec("visit.new", "&New", print, "Ctrl+N"))
    registry.remove("visit.new")
    registry.remove("visit.new")
    registry.add(ActionSpec("visit.other", "x", print, "Ctrl+N"))
    assert [spec.id for spec in registry.specs] == ["visit.other"]
