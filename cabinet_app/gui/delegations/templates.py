"""What is done with templates from the editor of a visit."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from cabinet_app.domain.protocol import VisitTemplate
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.errors import UserError
from cabinet_app.gui.delegations.template_dialog import NameDialog, TemplateDialog
from cabinet_app.gui.last_step import LastStep
from cabinet_app.i18n import messages

if TYPE_CHECKING:
    from datetime import date

    from cabinet_app.gui.delegations.editor import VisitEditor


def fill_from_template(editor: "VisitEditor") -> None:
    """Ask for a template and fill the visit from it; a new visit is stored first."""
    draft = editor.draft()
    dialog = TemplateDialog(editor.context, asks_day=draft.starts_on is None, parent=editor.window())
    if dialog.exec() == QDialog.DialogCode.Accepted and dialog.template is not None:
        take_template(editor, dialog.template, dialog.first_day)


def take_template(editor: "VisitEditor", template: VisitTemplate, first_day: "date | None" = None) -> None:
    """Add the items and tasks of a template in one step that can be taken back."""
    context, t = editor.context, editor.t
    is_fresh = editor.is_new and not editor.draft().programme
    if not editor.save_first():
        return
    visit = editor.draft()
    visit.starts_on = visit.starts_on or first_day
    if is_fresh:
        visit.kind, visit.direction = template.kind, template.direction
    step = LastStep(context)
    try:
        with step:
            told = context.cabinet.visit_templates.fill(visit, editor.version, template)
    except UserError as error:
        context.toaster.show_toast(messages.sentence(error, t))
        return
    items = t.ngettext("{count} programme item", "{count} programme items", told.items)
    tasks = t.ngettext("{count} task", "{count} tasks", told.tasks)
    words = t.gettext("Filled in: {items}, {tasks}.").format(
        items=items.format(count=told.items), tasks=tasks.format(count=told.tasks)
    )
    context.toaster.show_toast(words, t.gettext("Undo"), step.undo)


def keep_as_template(editor: "VisitEditor") -> None:
    """Make a template of the visit that is shown."""
    if not editor.save_first():
        return
    visit = editor.draft()
    dialog = NameDialog(editor.context, visit.title, editor.window())
    if dialog.exec() == QDialog.DialogCode.Accepted:
        keep_template(editor, dialog.value())


def keep_template(editor: "VisitEditor", names: LocalizedText) -> None:
    """Store the template under these names."""
    context, t = editor.context, editor.t
    visit = editor.draft()
    tasks = [stored.record for stored in context.cabinet.tasks.of_visit(visit.id)]
    step = LastStep(context)
    with step:
        context.cabinet.visit_templates.keep(visit, tasks, names)
    words = t.gettext("Template “{name}” has been saved.").format(name=names.shown(t.language))
    context.toaster.show_toast(words, t.gettext("Undo"), step.undo)
