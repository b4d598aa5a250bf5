"""The sample as of a day, for the tests that look into it."""

from datetime import date
from typing import Any

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.twinning import (
    Agreement,
    Partnership,
)
from cabinet_app.services.sample import sample_records

TODAY = date(2026, 11, 20)
DAYS = [TODAY, date(2024, 2, 29), date(2026, 12, 31), date(2027, 1, 1), date(2027, 5, 2), date(2026, 8, 15)]
VISIT, SECOND_SESSION, JOINT_GROUP, PARTY_GROUP, COMMISSION = 7001, 8002, 2101, 2102, 2010


class Register:
    """The records of the sample by type and id."""

    def __init__(self, today: date) -> None:
        self._records = {(kind, record.id): record for kind, record in sample_records(today)}

    def all(self, kind: str) -> list[Any]:
        return [record for (name, _), record in self._records.items() if name == kind]

    def get(self, kind: str, record_id: int) -> Any:
        return self._records[kind, record_id]

    def place(self, record_id: int | None) -> Place:
        found: Place = self.get("place", record_id or 0)
        return found

    def person(self, record_id: int | None) -> Person:
        found: Person = self.get("person", record_id or 0)
        return found

    def body(self, record_id: int | None) -> Organization:
        found: Organization = self.get("organization", record_id or 0)
        return found

    def partnership(self, town: str) -> Partnership:
        partnerships: list[Partnership] = self.all("partnership")
        return next(item for item in partnerships if self.place(item.place_id).names.sl == town)

    def agreements(self, *towns: str) -> list[Agreement]:
        wanted = {*towns}
        return [
            agreement
            for agreement in self.all("agreement")
            if {self.place(party.place_id).names.sl for party in agreement.parties} >= wanted
        ]

    def agreement(self, *towns: str) -> Agreement:
        (found,) = [item for item in self.agreements("Kranj", *towns) if len(item.parties) == len(towns) + 1]
        return found
