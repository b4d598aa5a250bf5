"""A programme may be printed for one delegation, where a visit has several."""

from typing import cast

import pytest

from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, same
from cabinet_app.domain.visits import Delegation, DelegationSide, Visit
from cabinet_app.gui.dialogs.delegation_choice import DelegationChoice
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.cabinet import Cabinet
from tests.gui.fakes import FakeCabinet, make_context


@pytest.fixture
def choice(cabinet: Cabinet, qapp: object) -> DelegationChoice:
    return DelegationChoice(make_context(cast("FakeCabinet", cabinet), translator(Language.EN)))


def visit(cabinet: Cabinet, *towns: str) -> tuple[int, list[int]]:
    places = [cabinet.places.create(Place(names=same(town))).record.id for town in towns]
    groups = [Delegation(place_id=place) for place in places]
    groups.append(Delegation(side=DelegationSide.HOST))
    stored = cabinet.visits.create(Visit(delegations=groups)).record
    return stored.id, [group.id for group in stored.delegations]


def words(choice: DelegationChoice) -> list[str]:
    return [choice.itemText(place) for place in range(choice.count())]


def test_the_guests_are_offered_by_their_towns_and_the_hosts_are_not(
    choice: DelegationChoice, cabinet: Cabinet
) -> None:
    visit_id, ids = visit(cabinet, "Oldham", "La Ciotat")
    assert choice.show_visit(visit_id)
    assert words(choice) == ["all together", "Oldham", "La Ciotat"]
    assert choice.delegation_id is None
    choice.set_value(ids[1])
    assert choice.show_visit(visit_id)
    assert choice.delegation_id == ids[1]


def test_a_choice_for_one_visit_means_nothing_for_another(choice: DelegationChoice, cabinet: Cabinet) -> None:
    visit_id, ids = visit(cabinet, "Oldham", "La Ciotat")
    choice.show_visit(visit_id)
    choice.set_value(ids[0])
    assert not choice.show_visit(visit(cabinet, "Rivoli")[0])
    assert choice.delegation_id is None


def test_without_a_visit_there_is_nothing_to_choose(choice: DelegationChoice) -> None:
    assert not choice.show_visit(None)
    assert not choice.show_visit(12345)
