"""The steps of the register in words: for Undo in the menu, for toasts and for histories."""

from typing import TYPE_CHECKING

from cabinet_app.i18n.catalogs import N_, Translator

if TYPE_CHECKING:
    from cabinet_app.services.changes import Label

STEPS = {
    "create": N_("entering “{title}”"),
    "update": N_("changing “{title}”"),
    "delete": N_("deleting “{title}”"),
    "merge": N_("merging “{title}”"),
    "import": N_("the import"),
    "sample": N_("the sample register"),
    "continue": N_("continuing “{title}”"),
    "undo": N_("undoing “{title}”"),
    "redo": N_("redoing “{title}”"),
}
ACTS = {
    "create": N_("entered"),
    "update": N_("changed"),
    "delete": N_("deleted"),
    "merge": N_("merged"),
    "import": N_("imported"),
    "sample": N_("filled with the sample register"),
    "continue": N_("continued"),
    "undo": N_("undone"),
    "redo": N_("redone"),
}


def step_words(label: "Label", t: Translator) -> str:
    """`deleting “Amberg, 14. 4. 2026”`."""
    title = label.headline.shown(t.language) or t.gettext("untitled")
    return t.gettext(STEPS.get(label.act.value, STEPS["update"])).format(title=title)


def act_words(act: str, t: Translator) -> str:
    """`changed`, for a line of a history."""
    return t.gettext(ACTS.get(act, ACTS["update"]))
