"""`check` finds what is damaged, broken or contradicts itself, and nothing else."""

import sqlite3
from datetime import date, datetime
from pathlib import Path

import pytest

from cabinet_app.domain.meetings import (
    AgendaItem,
    Attendance,
    Capacity,
    Meeting,
    MeetingStatus,
    Presence,
    VoteEvent,
)
from cabinet_app.domain.places import Place
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import Agreement, AgreementParty
from cabinet_app.domain.visits import ProgrammeItem, Visit, VisitStatus
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.finding_words import _SENTENCES, finding_sentence
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.checking import Finding, Trouble, check

TODAY = date(2026, 3, 1)


def found(cabinet: Cabinet) -> list[tuple[Trouble, tuple[str, ...]]]:
    return [(finding.trouble, finding.values) for finding in check(cabinet, TODAY)]


def behind_our_back(cabinet: Cabinet, tmp_path: Path, statement: str) -> None:
    cabinet.close()
    with sqlite3.connect(tmp_path / "register.kabinet") as connection:
        connection.execute(statement)
    connection.close()


def present(count: int) -> list[Attendance]:
    others = [
        Attendance(presence=Presence.EXCUSED),
        Attendance(capacity=Capacity.GUEST),
    ]
    return [*(Attendance(capacity=Capacity.VOTING) for _ in range(count)), *others]


def test_a_sound_register_has_no_findings(cabinet: Cabinet, visit: Visit):
    cabinet.visits.delete(visit.id)
    cabinet.undo.undo()
    assert found(cabinet) == []


def test_five_listed_as_present_and_four_voting_is_told(cabinet: Cabinet):
    cabinet.meetings.create(
        Meeting(
            title=LocalizedText(sl="5. seja"),
            attendance=present(5),
            agenda_votes=[VoteEvent(present=4, in_favour=4)],
        )
    )
    (finding,) = check(cabinet, TODAY)
    assert (finding.trouble, finding.values) == (Trouble.PRESENT_MORE_THAN_VOTING, ("5", "4"))
    assert (finding.place, finding.headline.sl) == ("agenda_votes[0]", "5. seja")


def test_more_votes_than_people_is_told_and_what_the_original_says_is_not(cabinet: Cabinet):
    item = AgendaItem(votes=[VoteEvent(present=6), VoteEvent(present=9, as_in_original=True)])
    cabinet.meetings.create(Meeting(attendance=present(5), agenda=[item]))
    assert found(cabinet) == [(Trouble.VOTING_MORE_THAN_PRESENT, ("5", "6"))]


def test_no_list_of_those_present_contradicts_nothing(cabinet: Cabinet):
    cabinet.meetings.create(Meeting(agenda_votes=[VoteEvent(present=4)]))
    assert found(cabinet) == []


def test_days_that_contradict_a_status_are_told(cabinet: Cabinet):
    cabinet.meetings.create(Meeting(status=MeetingStatus.HELD, starts_at=datetime(2026, 3, 2, 9)))
    cabinet.visits.create(Visit(status=VisitStatus.CONCLUDED, starts_on=date(2026, 3, 2)))
    cabinet.visits.create(
        Visit(
            starts_on=date(2026, 2, 1),
            ends_on=date(2026, 2, 2),
            programme=[
                ProgrammeItem(day=date(2026, 2, 2)),
                ProgrammeItem(day=date(2026, 2, 3)),
                ProgrammeItem(),
            ],
        )
    )
    assert {trouble for trouble, _ in found(cabinet)} == {
        Trouble.HELD_IN_THE_FUTURE,
        Trouble.CONCLUDED_IN_THE_FUTURE,
        Trouble.PROGRAMME_OUTSIDE_VISIT,
    }


def test_more_parties_than_were_counted_is_told(cabinet: Cabinet):
    cabinet.agreements.create(Agreement(parties=[AgreementParty() for _ in range(3)], party_count=2))
    assert found(cabinet) == [(Trouble.PARTIES_DIFFER_FROM_COUNT, ("3", "2"))]
    assert Agreement(party_count=24).party_count == 24


def test_a_place_that_lies_within_itself_is_told(cabinet: Cabinet, villach: Place):
    inner = cabinet.places.create(Place(names=LocalizedText(sl="Dvorana"), parent_id=villach.id)).record
    villach.parent_id = inner.id
    cabinet.places.update(villach, 1)
    assert [trouble for trouble, _ in found(cabinet)] == [Trouble.CIRCULAR_PARENTS] * 2


@pytest.mark.parametrize(
    ("statement", "trouble"),
    [
        ("UPDATE place SET names_sl = 'Beljax'", Trouble.CHANGED_BEHIND_OUR_BACK),
        ("UPDATE delegate SET placeholder = 'x' WHERE placeholder <> ''", Trouble.CHANGED_BEHIND_OUR_BACK),
        ("UPDATE visit SET status = 'nonsense'", Trouble.NOT_READABLE),
        ("UPDATE place SET kind = 'x'", Trouble.NOT_READABLE),
        ("UPDATE visit SET starts_on = 'never'", Trouble.NOT_READABLE),
        ("UPDATE place SET deleted_at = '2026-01-01 00:00:00'", Trouble.DANGLING_REFERENCE),
        ("DELETE FROM place", Trouble.ROW_WITHOUT_OWNER),
        ("CREATE TRIGGER evil AFTER UPDATE ON place BEGIN DELETE FROM visit; END", Trouble.FOREIGN_OBJECT),
        ("DROP INDEX ix_visit_starts_on_id_ends_on_deleted_at", Trouble.MISSING_OBJECT),
    ],
)
def test_what_was_changed_outside_the_program_is_told(
    cabinet: Cabinet, visit: Visit, tmp_path: Path, statement: str, trouble: Trouble
):
    behind_our_back(cabinet, tmp_path, statement)
    assert trouble in {told for told, _ in found(cabinet)}


def test_a_rule_broken_behind_our_back_is_told_in_words(cabinet: Cabinet, villach: Place, tmp_path: Path):
    behind_our_back(cabinet, tmp_path, "UPDATE place SET names_sl = '', names_de = '', names_en = ''")
    broken = next(one for one in check(cabinet, TODAY) if one.trouble is Trouble.RULE_BROKEN)
    assert broken.values[0] == "required"
    told = finding_sentence(broken.trouble, "x", broken.place, broken.values, translator(Language.EN))
    assert told == "x: at names, this field must not be empty."


def test_every_trouble_has_a_sentence():
    assert {trouble.value for trouble in Trouble} == {*_SENTENCES, "rule_broken"}
    for trouble in Trouble:
        values: tuple[str, ...] = {Trouble.RULE_BROKEN: ("missing", "")}.get(trouble, ("5", "4"))
        if "day" in _SENTENCES.get(trouble.value, ("", ()))[1]:
            values = ("2026-02-25",)
        finding = Finding(trouble, "visit", 1, LocalizedText(sl="Obisk"), "day", values)
        for language in Language:
            t = translator(language)
            told = finding_sentence(
                finding.trouble, finding.headline.shown(language), finding.place, finding.values, t
            )
            assert told
            assert "{" not in told


def test_all_kinds_are_looked_at(cabinet: Cabinet, visit: Visit, tmp_path: Path):
    for name in ("visit", "place", "person"):
        assert name in RECORD_TYPES
        behind_our_back(cabinet, tmp_path, f"UPDATE {name} SET notes = 'x'")
    assert {one.record_type for one in check(cabinet, TODAY)} == {"visit", "place", "person"}
