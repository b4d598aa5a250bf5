"""A second user of the same register, and a few records to work with."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from cabinet_app.db.opening import open_store
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Delegate, Delegation, ProgrammeItem, Visit
from cabinet_app.services.cabinet import Cabinet
from tests.filled_register import filled_register

Filled = Callable[[date], Cabinet]


@pytest.fixture
def colleague(cabinet: Cabinet, tmp_path: Path) -> Iterator[Cabinet]:
    """The same register, open a second time, as on another workstation."""
    opened = Cabinet(open_store(tmp_path / "register.kabinet"))
    yield opened
    opened.close()


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Filled]:
    """Opens a register of its own with the sample of a day in it."""
    opened: list[Cabinet] = []

    def fill(today: date) -> Cabinet:
        opened.append(Cabinet(open_store(filled_register(tmp_path / f"filled-{today}.kabinet", today))))
        return opened[-1]

    yield fill
    for one in opened:
        one.close()


@pytest.fixture
def villach(cabinet: Cabinet) -> Place:
    place = Place(names=LocalizedText("Beljak", "Villach", "Villach"), native_name="Villach", country="AT")
    return cabinet.places.create(place).record


@pytest.fixture
def person(cabinet: Cabinet) -> Person:
    return cabinet.people.create(Person(name=PersonName(given="Petra", family="Oberrauner"))).record


@pytest.fixture
def visit(cabinet: Cabinet, villach: Place, person: Person) -> Visit:
    draft = Visit(
        title=LocalizedText(sl="Delovni obisk"),
        starts_on=date(2016, 2, 25),
        partner_place_id=villach.id,
        delegations=[Delegation(delegates=[Delegate(person_id=person.id), Delegate(placeholder="tolmač")])],
        programme=[
            ProgrammeItem(title=LocalizedText(sl="Prihod")),
            ProgrammeItem(title=LocalizedText(sl="Kosilo")),
        ],
    )
    return cabinet.visits.create(draft).record
