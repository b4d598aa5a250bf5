"""What a thread beside the window has stored is told in the window's own thread."""

import threading

from pytestqt.qtbot import QtBot

from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import same
from cabinet_app.gui.courier import Courier
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.changes import Change


def test_a_step_of_another_thread_is_told_in_the_thread_of_the_window(cabinet: Cabinet, qtbot: QtBot):
    cabinet.changes.courier = Courier()
    heard: list[tuple[str, threading.Thread]] = []

    def hear(change: Change) -> None:
        heard.append((change.label.headline.sl, threading.current_thread()))

    cabinet.changes.subscribe(hear)
    worker = threading.Thread(target=lambda: cabinet.places.create(Place(names=same("Rivoli"))))
    worker.start()
    worker.join()
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("Rivoli", threading.main_thread())]


def test_a_step_of_the_window_is_told_before_it_goes_on(cabinet: Cabinet, qapp):
    cabinet.changes.courier = Courier()
    heard: list[str] = []
    cabinet.changes.subscribe(lambda change: heard.append(change.label.headline.sl))
    cabinet.places.create(Place(names=same("Senta")))
    assert heard == ["Senta"]
