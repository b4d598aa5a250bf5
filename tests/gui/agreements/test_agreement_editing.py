"""Status by events or by hand, the legal trail, the other date chosen by one act, sources over fields."""

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.meetings import AgendaItem, Decision, Meeting, MeetingBody, MeetingStatus, VoteEvent
from cabinet_app.domain.references import SourceRef
from cabinet_app.domain.texts import Language, same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementEventKind,
    AgreementParty,
    AgreementStatus,
    ClaimedDate,
    EventPlace,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.gui.agreements.moment_edit import MomentEdit
from cabinet_app.gui.agreements.trail_panel import TrailPanel
from cabinet_app.i18n.catalogs import translator
from tests.gui.agreements.conftest import Desk, pane_of, town

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Kind, Status = AgreementEventKind, AgreementStatus


def begun(desk: Desk, qtbot: Any, *events: AgreementEvent, **values: Any) -> Any:
    here, there = town(desk.cabinet, "Kranj", country="SI"), town(desk.cabinet, "Rivoli", country="IT")
    parties = [AgreementParty(place_id=here), AgreementParty(place_id=there)]
    draft = Agreement(title=same("Twinning"), parties=parties, events=list(events), **values)
    stored = desk.cabinet.agreements.create(draft).record.id
    pane = pane_of(desk, qtbot, "agreement")
    assert pane.select(stored)
    return pane


def add_event(pane: Any, kind: AgreementEventKind, when: str) -> None:
    events = pane.editor.events
    number = len(events.value())
    events.table.add_row()
    events.table.commit()
    model = events.table.model
    model.set_value_at(model.index(number, 0), kind)
    model.set_value_at(model.index(number, 1), VagueDate(when))


def test_the_status_follows_from_the_events_as_they_are_entered(desk, qtbot):
    pane = begun(desk, qtbot, AgreementEvent(kind=Kind.INITIATIVE, happened_on=VagueDate("2021-07")))
    editor = pane.editor
    for kind, when, status in (
        (Kind.COMMISSION_OPINION, "2021-12-14", Status.COMMISSION_OPINION),
        (Kind.COUNCIL_DECISION, "2021-12-22", Status.COUNCIL_APPROVED),
        (Kind.SIGNING, "2022-01-31", Status.IN_FORCE),
        (Kind.FREEZE, "2022", Status.FROZEN),
    ):
        add_event(pane, kind, when)
        assert editor.status.value() is status
    assert not editor.status.by_hand.value()
    assert pane.save()
    assert desk.cabinet.agreements.get(pane.current_id).record.status is Status.FROZEN


def test_another_status_is_set_by_hand_wants_a_reason_and_can_be_taken_back(desk, qtbot):
    pane = begun(desk, qtbot, AgreementEvent(happened_on=VagueDate("1974")), status=Status.IN_FORCE)
    editor = pane.editor
    assert editor.status.told.text() == "Follows from the events."
    editor.status.combo.set_value(Status.TERMINATED)
    editor.status.combo.edited.emit()
    assert editor.status.by_hand.value()
    assert editor.status.reason.isVisible()
    assert any("Write down why" in one.message for one in editor.validate() if one.field == "status")
    editor.status.reason.insert("no longer on their list")
    assert pane.save()
    stored = desk.cabinet.agreements.get(pane.current_id).record
    assert (stored.status, stored.status_by_hand, stored.status_reason) == (
        Status.TERMINATED, True, "no longer on their list",
    )  # fmt: skip
    assert editor.status.told.text() == "From the events follows: in force"
    editor.status.take_button.click()
    assert editor.status.value() is Status.IN_FORCE
    assert not editor.status.by_hand.value()


def test_what_was_stored_is_shown_and_the_difference_told(desk, qtbot):
    event = AgreementEvent(happened_on=VagueDate("2008-07-25"))
    pane = begun(desk, qtbot, event, status=Status.DRAFT)
    assert not pane.editor.is_dirty
    assert pane.editor.status.value() is Status.DRAFT
    assert "from the events follows “in force”" in pane.editor.form.rows["status"].message.text()


def session(desk: Desk) -> tuple[int, int]:
    body = desk.cabinet.organizations.create(Organization(names=same("Commission"))).record.id
    meeting = Meeting(
        number="2",
        starts_at=datetime(2021, 12, 14, 17),
        status=MeetingStatus.APPROVED,
        bodies=[MeetingBody(organization_id=body)],
        agenda=[
            AgendaItem(
                title=same("Twinning"),
                votes=[VoteEvent(present=4, in_favour=4)],
                decisions=[Decision(text=same("The commission supports the twinning."))],
            )
        ],
    )
    stored = desk.cabinet.meetings.create(meeting).record
    return stored.id, stored.agenda[0].decisions[0].id


def test_the_opinion_is_linked_to_the_decision_in_the_minutes_with_its_vote(desk, qtbot):
    meeting, decision = session(desk)
    idea = AgreementEvent(kind=Kind.INITIATIVE, happened_on=VagueDate("2021-07"))
    opinion = AgreementEvent(kind=Kind.COMMISSION_OPINION, happened_on=VagueDate("2021-12-14"))
    pane = begun(desk, qtbot, idea, opinion, status=Status.COMMISSION_OPINION)
    trail: TrailPanel = pane.editor.trail
    assert "is not linked" in trail.lacks.text()
    pane.editor.events.select(1)
    field = pane.editor.events.details.decision
    field.meeting.set_value(meeting)
    field.meeting.edited.emit()
    assert field.value() == (meeting, decision), "the only decision of the session is taken at once"
    assert "4 PRESENT: 4 FOR" in field.decision.currentText().upper()
    assert "The commission supports the twinning." in trail.facts.text()
    assert trail.lacks.text() == "Next step: the decision of the council.\nThe council has not decided yet."
    field.open_button.click()
    assert desk.opened == [("meeting", meeting)]
    assert pane.save()
    stored = desk.cabinet.agreements.get(pane.current_id).record
    assert (stored.events[1].meeting_id, stored.events[1].decision_id) == (meeting, decision)


def test_a_decision_that_left_the_minutes_is_kept_and_said_to_be_missing(desk, qtbot):
    meeting, _decision = session(desk)
    event = AgreementEvent(kind=Kind.COMMISSION_OPINION, meeting_id=meeting, decision_id=4711)
    pane = begun(desk, qtbot, event, status=Status.COMMISSION_OPINION)
    pane.editor.events.select(0)
    assert not pane.editor.is_dirty
    assert "no longer in the minutes" in pane.editor.events.details.decision.decision.currentText()


def test_a_step_of_the_trail_opens_its_event(desk, qtbot):
    idea = AgreementEvent(kind=Kind.INITIATIVE, happened_on=VagueDate("2021-07"))
    signing = AgreementEvent(happened_on=VagueDate("2022-01-31"))
    pane = begun(desk, qtbot, idea, signing, status=Status.IN_FORCE)
    steps = pane.editor.trail.steps
    assert "Initiative: Jul" in steps.description
    assert "Commission: not entered" in steps.description
    for _ in range(3):
        qtbot.keyClick(steps, Qt.Key.Key_Right)
    qtbot.keyClick(steps, Qt.Key.Key_Return)
    assert pane.editor.events.current == 1


def test_the_other_date_is_chosen_by_one_click(desk, qtbot):
    event = AgreementEvent(
        happened_on=VagueDate("1957"),
        claimed_dates=[ClaimedDate(happened_on=VagueDate("1965"), claim="protocol", source="zemun.rs")],
        sources=[SourceRef(document="kranj.si", fact="happened_on")],
    )
    pane = begun(desk, qtbot, event, status=Status.IN_FORCE)
    pane.editor.events.select(0)
    details = pane.editor.events.details
    assert details.swap_button.isEnabled()
    assert "kranj.si" in details.heading.toolTip()
    details.swap_button.click()
    (swapped,) = pane.editor.events.value()
    assert (swapped.happened_on.edtf, swapped.claimed_dates[0].happened_on.edtf) == ("1965", "1957")
    assert swapped.claimed_dates[0].source == "kranj.si"
    assert "zemun.rs" in details.heading.toolTip()
    assert pane.save()
    assert desk.cabinet.agreements.get(pane.current_id).record.events[0].happened_on.edtf == "1965"


def test_a_remote_signing_tells_the_hour_at_both_places(desk, qtbot):
    there = town(desk.cabinet, "Zhangjiakou", country="CN")
    event = AgreementEvent(
        happened_on=VagueDate("2021-12-13"),
        remote=True,
        local_time=datetime(2021, 12, 13, 22),
        places=[EventPlace(place_id=there, local_time=datetime(2021, 12, 14, 5))],
    )
    pane = begun(desk, qtbot, event, status=Status.IN_FORCE)
    pane.editor.events.select(0)
    told = pane.editor.events.details.times.text().replace("\u00a0", " ")
    assert told == "13 Dec 2021, 22:00 · Zhangjiakou: 14 Dec 2021, 05:00"
    assert not pane.editor.is_dirty
    pane.editor.events.details.local_time.clock.set_value(None)
    pane.editor.events.details.local_time.edited.emit()
    assert pane.save()
    assert desk.cabinet.agreements.get(pane.current_id).record.events[0].local_time is None


def test_a_day_and_an_hour_make_a_moment(desk, qtbot):
    field = MomentEdit(translator(Language.EN), desk.context.today)
    qtbot.addWidget(field)
    assert field.value() is None
    field.set_value(datetime(2021, 12, 14, 5, 30))
    assert field.value() == datetime(2021, 12, 14, 5, 30)
    assert not field.problem()
    field.day.line.setText("nonsense")
    field.day.line.textEdited.emit("nonsense")
    assert field.problem()


def test_jubilees_may_count_from_another_act(desk, qtbot):
    first = AgreementEvent(happened_on=VagueDate("2008-07-25"))
    second = AgreementEvent(kind=Kind.COUNTER_SIGNING, happened_on=VagueDate("2008-07-28"))
    pane = begun(desk, qtbot, first, second, status=Status.IN_FORCE)
    combo = pane.editor.counted
    assert [combo.itemText(number) for number in range(3)] == [
        "the first signing",
        "signing, 25\u00a0July\u00a02008",
        "second signing, 28\u00a0July\u00a02008",
    ]
    combo.setCurrentIndex(2)
    combo.edited.emit()
    assert pane.save()
    stored = desk.cabinet.agreements.get(pane.current_id).record
    assert stored.jubilees_from == stored.events[1].id


def test_a_new_event_may_be_named_before_it_is_stored(desk, qtbot):
    pane = begun(desk, qtbot, status=Status.DRAFT)
    add_event(pane, Kind.SIGNING, "2026-02-01")
    (event,) = pane.editor.events.value()
    assert event.id
    combo = pane.editor.counted
    combo.set_value(event.id)
    combo.edited.emit()
    assert pane.save()
    stored = desk.cabinet.agreements.get(pane.current_id).record
    assert stored.jubilees_from == stored.events[0].id == event.id


def test_a_source_stands_over_the_field_it_speaks_for(desk, qtbot):
    source = SourceRef(document="Gorenjski glas", locator="p. 3", quote="v veljavi", fact="valid_from")
    pane = begun(desk, qtbot, status=Status.DRAFT, sources=[source, SourceRef(document="minutes")])
    row = pane.editor.form.rows["valid_from"]
    assert "Gorenjski glas, p. 3" in row.fields["valid_from"].toolTip()
    assert list(pane.editor.fact_sources.tips) == ["valid_from"]
    pane.editor._fields["sources"].set_value([])
    pane.editor._fields["sources"].edited.emit()
    assert not row.fields["valid_from"].toolTip()


def test_copies_term_and_text_are_stored(desk, qtbot):
    pane = begun(desk, qtbot, status=Status.DRAFT)
    for key, value in (
        ("copies", 4),
        ("term", same("for an indefinite period")),
        ("text", same("The towns …")),
    ):
        field = pane.editor._fields[key]
        field.set_value(value)
        field.edited.emit()
    assert pane.save()
    stored = desk.cabinet.agreements.get(pane.current_id).record
    assert (stored.copies, stored.term.en, stored.text.sl) == (4, "for an indefinite period", "The towns …")
