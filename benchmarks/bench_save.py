"""A one-field edit, journal and commit included, against append + fsync: `python -m benchmarks.bench_save`.

Time that passes, not CPU time: the disk is what is waited for. Anchor and edits are taken in turns.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable
from typing import Any

from benchmarks import big_register
from benchmarks.measuring import Table
from cabinet_app.domain.texts import same
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.records import Records

GOAL = 8
ROUNDS = 100


def edit(service: Records[Any], record_id: int) -> Callable[[int], None]:
    """An edit of one text, as a form does it: read before, changed, stored."""

    def change(number: int) -> None:
        stored = service.get(record_id)
        stored.record.notes = f"{number}"
        service.update(stored.record, stored.version)

    return change


def edit_step(service: Records[Any], record_id: int) -> Callable[[int], None]:
    """The storing alone, of a record that was read when its form was opened."""
    stored = service.get(record_id)
    state = [stored.version]

    def change(number: int) -> None:
        stored.record.notes = f"step {number}"
        state[0] = service.update(stored.record, state[0]).version

    return change


def measured(works: dict[str, Callable[[int], None]]) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in works}
    for number in range(ROUNDS):
        for name, work in works.items():
            started = time.perf_counter()
            work(number)
            taken[name].append(time.perf_counter() - started)
    return {name: 1000 * statistics.median(times) for name, times in taken.items()}


def undo_and_redo(cabinet: Cabinet) -> Callable[[int], None]:
    def act(_number: int) -> None:
        cabinet.undo.undo()

    return act


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=10_000)
    size = parser.parse_args().meetings
    with big_register.opened_copy(size) as cabinet:
        assert cabinet.store.path
        with cabinet.store.path.with_name("anchor").open("ab", buffering=0) as file:

            def append(_number: int) -> None:
                file.write(b"x" * 4096)
                os.fsync(file.fileno())

            person = cabinet.people.create(cabinet.people.duplicate(cabinet.people.all_ids()[0])).record
            person.name = type(person.name)(given="Nova", family="Oseba")
            visit, meeting = cabinet.visits.all_ids()[7], cabinet.meetings.all_ids()[8]
            agreement = cabinet.agreements.get(cabinet.agreements.all_ids()[5]).record
            agreement.title = same("Listina")
            works = {
                "append": append,
                "person, stored": edit_step(cabinet.people, person.id),
                "meeting, stored": edit_step(cabinet.meetings, meeting),
                "visit, stored": edit_step(cabinet.visits, visit),
                "agreement, stored": edit_step(cabinet.agreements, agreement.id),
                "person, read and stored": edit(cabinet.people, cabinet.people.all_ids()[3]),
                "and taken back": undo_and_redo(cabinet),
            }
            found = measured(works)
    anchor = found.pop("append")
    table = Table(f"an edit of one field, {size:,} meetings", "append 4 KiB + fsync", anchor)
    for name, taken in found.items():
        table.add(name, taken, f"goal {GOAL}×" + ("  missed" if taken > GOAL * anchor else ""))
    table.show()


if __name__ == "__main__":
    main()
