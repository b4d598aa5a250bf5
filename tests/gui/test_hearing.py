"""Who hears of the steps of the register, and for how long."""

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.gui.hearing import hear
from cabinet_app.services.changes import Act, Change, Changes, Label


@pytest.mark.usefixtures("qapp")
def test_a_widget_hears_of_steps_until_it_is_gone() -> None:
    changes, owner = Changes(), QObject()
    heard: list[Any] = []
    hear(changes, heard.append, owner)
    step = Change(Label(Act.CREATE, "visit", LocalizedText()), {"visit": (1,)}, 1)
    changes.tell(step)
    assert heard == [step]
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    changes.tell(step)
    assert heard == [step]
