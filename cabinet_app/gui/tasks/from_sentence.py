"""A task made from a sentence that somebody wrote down, so that nothing is typed twice."""

from cabinet_app.domain.projects import Project
from cabinet_app.domain.tasks import Task
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import Agreement
from cabinet_app.domain.visits import Visit


def task_from(record: Visit | Agreement | Project, sentence: LocalizedText) -> Task:
    """A draft that belongs to the record and keeps the words it was made from."""
    task = Task(title=_heading(sentence), wording=sentence.shown(Language.SL))
    if isinstance(record, Visit):
        task.visit_id = record.id or None
        task.responsible_id = record.responsible_id
    elif isinstance(record, Agreement):
        task.agreement_id = record.id or None
    else:
        task.project_id = record.id or None
    return task


def _heading(sentence: LocalizedText) -> LocalizedText:
    """The sentence in each language without the number before it and the full stop behind it."""
    return LocalizedText(*(_bare(sentence.get(language)) for language in Language))


def _bare(text: str) -> str:
    words = " ".join(text.split())
    number, _, rest = words.partition(" ")
    if rest and number.rstrip(".)").isdecimal():
        words = rest
    return words.rstrip(".;").strip()
