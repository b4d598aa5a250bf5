"""Guards against a PySide6 that loses a reference to None in every Python override returning None.

PySide6 6.12.0 does so on Python 3.11, and the process dies once the references are used up: a table
with a delegate of its own lives for about 26 repaints. Hence the pin in pyproject.toml.
"""

import os
import subprocess
import sys

REPAINTS = 500
TOLERATED = 200  # None is used everywhere, so its count wobbles; the defect takes several for every repaint

REPAINT = """
import sys
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QTableView

class Rows(QAbstractTableModel):
    def rowCount(self, parent=None):
        return 20

    def columnCount(self, parent=None):
        return 4

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return "x" if role == Qt.ItemDataRole.DisplayRole else None

class Painter(QStyledItemDelegate):
    painted = 0

    def paint(self, painter, option, index):
        Painter.painted += 1
        super().paint(painter, option, index)

application = QApplication(["repaint"])
view = QTableView()
model = Rows()
view.setModel(model)
delegate = Painter(view)
view.setItemDelegate(delegate)
view.resize(600, 800)
view.show()
view.grab()
before = sys.getrefcount(None)
for _ in range(int(sys.argv[1])):
    view.grab()
print(Painter.painted, sys.getrefcount(None) - before, flush=True)
"""

# What the defect does, without needing the defective PySide6: one reference to None is lost in every call.
LOSE = """
import ctypes, sys
release = ctypes.pythonapi.Py_DecRef
release.argtypes = [ctypes.py_object]
before = sys.getrefcount(None)
for _ in range(int(sys.argv[1])):
    release(None)
print(int(sys.argv[1]), sys.getrefcount(None) - before, flush=True)
"""


def drift(program: str, times: int) -> tuple[int, int, int]:
    """Run a child; returns its exit code, how often it painted, and by how much the count of None changed."""
    child = subprocess.run(
        [sys.executable, "-c", program, str(times)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    painted, change = (int(word) for word in child.stdout.split()) if child.stdout else (0, 0)
    return child.returncode, painted, change


def is_sound(exit_code: int, change: int) -> bool:
    return exit_code == 0 and abs(change) < TOLERATED


def test_a_delegate_survives_five_hundred_repaints() -> None:
    exit_code, painted, change = drift(REPAINT, REPAINTS)
    assert painted >= REPAINTS * 4
    assert is_sound(exit_code, change), f"exit code {exit_code}, None changed by {change}"


def test_a_lost_reference_would_be_noticed() -> None:
    if sys.version_info >= (3, 12):  # None is immortal from 3.12 on, which is why only 3.11 suffers
        return
    exit_code, _, change = drift(LOSE, 500)
    assert not is_sound(exit_code, change)


def test_a_died_process_would_be_noticed() -> None:
    exit_code, painted, change = drift("import os; os.abort()", 1)
    assert painted == 0
    assert not is_sound(exit_code, change)
