import threading

import pytest

from cabinet_app.gui.background import Background


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.wait()


class Answer:
    """Remembers what it was told and in which thread; no QObject."""

    def __init__(self):
        self.results = []
        self.errors = []
        self.in_main = []

    def done(self, result):
        self.results.append(result)
        self.in_main.append(threading.current_thread() is threading.main_thread())

    def failed(self, error):
        self.errors.append(error)


def test_work_is_done_elsewhere_and_answered_here(background, qtbot):
    answer = Answer()

    def work(_progress):
        return threading.current_thread() is threading.main_thread()

    background.run(work, answer.done)
    assert background.is_busy
    qtbot.waitUntil(lambda: bool(answer.results))
    assert (answer.results, answer.in_main) == ([False], [True])
    assert not background.is_busy


def test_an_answer_nobody_else_holds_is_still_given(background, qtbot):
    told = []

    def ask():
        class Passing:
            def done(self, result):
                told.append(result)

        background.run(lambda _progress: 5, Passing().done)

    ask()
    qtbot.waitUntil(lambda: told == [5])


def test_a_fault_is_handed_to_whoever_asked(background, qtbot):
    answer = Answer()

    def work(_progress):
        raise ValueError("no")

    background.run(work, answer.done, answer.failed)
    qtbot.waitUntil(lambda: bool(answer.errors))
    assert isinstance(answer.errors[0], ValueError)
    assert answer.results == []


def test_progress_is_told(background, qtbot):
    answer = Answer()
    steps = []
    begin = threading.Event()

    def work(progress):
        begin.wait(5)
        for step in range(3):
            progress(step + 1, 3)
        return "ready"

    task = background.run(work, answer.done)
    task.progressed.connect(lambda done, total: steps.append((done, total)))
    begin.set()
    qtbot.waitUntil(lambda: answer.results == ["ready"])
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_cancelled_work_stops_and_answers_nothing(background, qtbot):
    answer = Answer()
    begun = threading.Event()

    def work(progress):
        begun.set()
        while True:
            progress(0, 1)

    task = background.run(work, answer.done, answer.failed)
    begun.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: not background.is_busy)
    assert (answer.results, answer.errors) == ([], [])
