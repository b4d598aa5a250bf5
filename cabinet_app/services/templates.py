"""Templates of visits: those the program comes with, the house's own, and what is done with them."""

import json
from dataclasses import dataclass
from functools import cache

from cabinet_app.domain.documents import from_document
from cabinet_app.domain.protocol import VisitTemplate
from cabinet_app.domain.task_days import task_of_template
from cabinet_app.domain.tasks import Task
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visit_templates import filled, template_of
from cabinet_app.domain.visits import Visit
from cabinet_app.paths import resources
from cabinet_app.services.changes import Act
from cabinet_app.services.records import Records, Stored


@dataclass(frozen=True, slots=True)
class Filled:
    """What a visit got from a template."""

    items: int
    tasks: int


class VisitTemplates(Records[VisitTemplate]):
    record_type = "visit_template"

    def shipped(self) -> list[VisitTemplate]:
        """Those the program comes with, in their order; they have no ids."""
        return list(shipped_templates())

    def own(self) -> list[Stored[VisitTemplate]]:
        """Those of the house, in the order in which they were made."""
        return self.stored(self.all_ids())

    def fill(self, visit: Visit, version: int, template: VisitTemplate) -> Filled:
        """Add the items and the tasks of a template to a stored visit, as one step.

        Raises:
            Conflict: somebody else changed the visit meanwhile.
        """
        changed = filled(visit, template)
        tasks = [task_of_template(each, changed.starts_on, changed.ends_on) for each in template.tasks]
        with self.journal.step(Act.UPDATE) as step:
            step.put("visit", changed, version)
            for task in tasks:
                task.visit_id = visit.id
                step.put("task", task, 0)
        return Filled(len(template.items), len(tasks))

    def keep(self, visit: Visit, tasks: list[Task], names: LocalizedText) -> Stored[VisitTemplate]:
        """Make a template of a visit and its checklist."""
        return self.create(template_of(visit, tasks, names))

    def rename(self, template_id: int, names: LocalizedText) -> Stored[VisitTemplate]:
        """Call a template of the house differently.

        Raises:
            RecordNotFound: there is none.
        """
        stored = self.get(template_id)
        stored.record.names = names
        return self.update(stored.record, stored.version)


@cache
def shipped_templates() -> tuple[VisitTemplate, ...]:
    """Read once; nobody changes them."""
    paths = sorted((resources() / "templates").glob("*.json"))
    return tuple(
        from_document(VisitTemplate, json.loads(path.read_text(encoding="utf-8")), path.name)
        for path in paths
    )
