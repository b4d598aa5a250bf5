"""How soon the window is painted and holds rows, against a bare PySide6 window measured in the same call.

`python benchmarks/bench_startup.py [--runs 9]`; inside Xvfb when it is installed, otherwise offscreen.
Quote the ratios: the absolute times belong to the machine.
"""

import argparse
import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LATE = ("sqlalchemy", "alembic", "reportlab", "babel", "holidays", "pikepdf", "pypdfium2", "multiprocessing")
GOALS = {"first paint": 1.3, "rows": 2.8}

# Put before both programs: notes times from the moment the parent started the process. The event loop is
# watched by a timer, because a filter in Python would slow down what it measures.
WATCH = """
import json, os, sys, time
from PySide6 import QtCore, QtWidgets

BEGAN = int(os.environ["BENCH_BEGAN"])
NEEDS_ROWS = os.environ["BENCH_ROWS"] == "1"
LATE = os.environ["BENCH_LATE"].split()
seen = {"gap": 0.0}

def now():
    return (time.monotonic_ns() - BEGAN) / 1e6

class Painted(QtCore.QObject):
    def eventFilter(self, watched, event):
        if event.type() == QtCore.QEvent.Type.Paint and "first paint" not in seen:
            QtCore.QTimer.singleShot(0, note_paint)
        return False

def note_paint():
    if "first paint" not in seen:
        seen["first paint"] = now()
        seen["first paint, CPU"] = 1000 * time.process_time()
        seen["late"] = [name for name in LATE if name in sys.modules]

def has_rows():
    views = QtWidgets.QApplication.instance().allWidgets()
    views = [view for view in views if isinstance(view, QtWidgets.QAbstractItemView) and view.isVisible()]
    return any(view.model() is not None and view.model().rowCount() > 0 for view in views)

def tick():
    if "last" in seen:
        seen["gap"] = max(seen["gap"], now() - seen["last"])
    seen["last"] = now()
    if "first paint" in seen and (not NEEDS_ROWS or has_rows()):
        for view in QtWidgets.QApplication.instance().allWidgets():
            if isinstance(view, QtWidgets.QAbstractItemView) and view.isVisible():
                view.viewport().repaint()
        seen["rows"] = now()
        seen["rows, CPU"] = 1000 * time.process_time()
        print("BENCH " + json.dumps(seen), flush=True)
        os._exit(0)

run_loop = QtWidgets.QApplication.exec

def watched_exec(*_):
    application = QtWidgets.QApplication.instance()
    painted = Painted(application)
    for window in QtWidgets.QApplication.topLevelWidgets():
        window.installEventFilter(painted)
    timer = QtCore.QTimer(application)
    timer.timeout.connect(tick)
    timer.start(1)
    return run_loop()

QtWidgets.QApplication.exec = watched_exec
"""

BARE = """
class Rows(QtCore.QAbstractTableModel):
    def rowCount(self, parent=None):
        return 100

    def columnCount(self, parent=None):
        return 6

    def data(self, index, role=0):
        return "25. 2. 2026" if role == 0 else None

application = QtWidgets.QApplication(["bare"])
window = QtWidgets.QMainWindow()
tabs = QtWidgets.QTabWidget()
models = [Rows() for _ in range(4)]
for model in models:
    view = QtWidgets.QTableView()
    view.setModel(model)
    tabs.addTab(view, "table")
window.setCentralWidget(tabs)
window.resize(1280, 780)
window.show()
application.exec()
"""

OURS = """
sys.argv[0] = "kabinet"
from cabinet_app.main import main
sys.exit(main())
"""


@contextlib.contextmanager
def display() -> Iterator[dict[str, str]]:
    """The variables of a display: Xvfb when it is installed, else Qt's offscreen platform."""
    server = shutil.which("Xvfb")
    if server is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    options = ["-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    process = subprocess.Popen([server, *options], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number.readline().strip()}"}
    finally:
        process.terminate()
        process.wait()


def measured(
    program: str, arguments: list[str], variables: dict[str, str], *, needs_rows: bool
) -> dict[str, Any]:
    """One start in a fresh process; milliseconds since the process was started."""
    environment = os.environ | variables
    environment |= {"PYTHONPATH": str(ROOT), "BENCH_ROWS": str(int(needs_rows)), "BENCH_LATE": " ".join(LATE)}
    # Compiled once and kept, as in an installation, whatever the shell of whoever measures says about it.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["BENCH_BEGAN"] = str(time.monotonic_ns())
    command = [sys.executable, "-c", WATCH + program, *arguments]
    child = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    lines = [line for line in child.stdout.splitlines() if line.startswith("BENCH ")]
    if not lines:
        sys.exit(f"The program did not show a window with rows:\n{child.stdout}{child.stderr}")
    seen: dict[str, Any] = json.loads(lines[-1].removeprefix("BENCH "))
    return seen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    bare: list[dict[str, Any]] = []
    ours: list[dict[str, Any]] = []
    with display() as variables, tempfile.TemporaryDirectory() as folder:
        home = {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "XDG_CACHE_HOME": folder}
        home["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        register = ["--db", str(Path(folder) / "register.kabinet")]
        filling = [sys.executable, "-m", "cabinet_app", *register, "sample"]
        subprocess.run(filling, cwd=ROOT, env=os.environ | home, check=True, stdout=subprocess.DEVNULL)
        measured(BARE, [], variables | home, needs_rows=False)
        measured(OURS, register, variables | home, needs_rows=True)
        for _ in range(runs):  # taken in turns, so that a busy minute falls on both
            bare.append(measured(BARE, [], variables | home, needs_rows=False))
            ours.append(measured(OURS, register, variables | home, needs_rows=True))
        print(f"{variables['QT_QPA_PLATFORM']}, medians of {runs} starts")
    anchor = statistics.median(run["first paint"] for run in bare)
    busy = statistics.median(run["first paint, CPU"] for run in bare)
    print(f"bare window, first paint     {anchor:6.0f} ms   1.00×")
    for what, goal in GOALS.items():
        middle = statistics.median(run[what] for run in ours)
        print(f"Kabinet, {what:<19}{middle:6.0f} ms  {middle / anchor:5.2f}×   goal {goal}×")
        middle = statistics.median(run[f"{what}, CPU"] for run in ours)
        print(f"  its processor time        {middle:6.0f} ms  {middle / busy:5.2f}×   of {busy:.0f} ms")
    print(f"Kabinet, longest event-loop gap {max(run['gap'] for run in ours):.0f} ms   goal 25 ms")
    late = sorted({name for run in ours for name in run["late"]})
    print(f"imported before the first paint, though it could wait: {', '.join(late) or 'nothing'}")


if __name__ == "__main__":
    main()
