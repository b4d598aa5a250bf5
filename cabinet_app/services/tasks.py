"""Tasks of visits, meetings, agreements and projects."""

from cabinet_app.domain.tasks import Task
from cabinet_app.services.records import Records


class Tasks(Records[Task]):
    record_type = "task"
