"""A field of tags is left by keyboard like every other field."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from cabinet_app.domain.texts import Language
from cabinet_app.gui.widgets.form import Form
from cabinet_app.gui.widgets.tag_edit import TagEdit
from cabinet_app.i18n.catalogs import translator


def test_tab_leads_out_of_a_field_of_tags(qtbot: Any):
    form = Form()
    qtbot.addWidget(form)
    tags = TagEdit(translator(Language.EN), [(1, "culture"), (2, "sport")])
    line = QLineEdit()
    form.add("areas", "Areas", tags)
    form.add("notes", "Notes", line)
    tags.set_value([2])
    met: list[QWidget | None] = []
    widget: QWidget | None = tags._add
    while widget is not None and (widget := widget.nextInFocusChain()) not in met:
        met.append(widget)
    assert line in met
