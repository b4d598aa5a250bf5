"""CPU time of prints against a bare canvas program that draws as much: `python -m benchmarks.bench_prints`.

The bare program draws, page by page, as many texts of the same mean length and as many lines and boxes as the
print holds, in the same fonts, without any thought of where they go. Both run as processes of their own, the
print from data gathered before, and once more inside one process that has drawn before.
"""

import json
import pickle
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf

from benchmarks import bare_canvas, big_register
from benchmarks.bare_canvas import Shape
from benchmarks.measuring import Table, cpu
from cabinet_app.domain.texts import Language
from cabinet_app.reports.catalog import REPORTS, compose, draw
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.options import Audience, ReportOptions
from cabinet_app.services.cabinet import Cabinet

RUNS = 5
NOW = datetime(2026, 11, 20, 9)  # noqa: DTZ001 the wall clock of the office, as on every print
PRINTS = (
    (
        "calendar-month",
        "calendar of the year",
        ReportOptions(NOW, first=date(2026, 1, 1), last=date(2026, 12, 31)),
    ),
    ("agreements", "register of 200 agreements", ReportOptions(NOW, audience=Audience.INTERNAL)),
    ("cadence", "cadence board of the year", ReportOptions(NOW, first=date(2026, 1, 1))),
)
STROKES = {"S", "s", "f", "f*", "B", "b", "re"}

OURS = """
import pickle, sys
from cabinet_app.domain.texts import Language
from cabinet_app.reports.catalog import REPORTS, draw
from cabinet_app.reports.house import HouseStyle
kind, options, data = pickle.load(open(sys.argv[1], "rb"))
draw(REPORTS[kind], data, options, Language.SL, HouseStyle())
"""


def shape_of(pdf: bytes) -> Shape:
    """What stands on each page of a print."""
    pages: Shape = []
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            texts = letters = lines = 0
            for step in pikepdf.parse_content_stream(page):
                operator = str(step.operator)
                if operator in {"Tj", "TJ"}:
                    texts += 1
                    strings: Any = step.operands[0] if operator == "TJ" else step.operands
                    letters += sum(len(bytes(part)) for part in strings if isinstance(part, pikepdf.String))
                lines += operator in STROKES
            pages.append((texts, round(letters / max(texts, 1)), lines))
    return pages


def process(*arguments: str) -> Callable[[], float]:
    """CPU milliseconds of a Python process."""

    def run() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)

    return run


def compare(cabinet: Cabinet, kind_id: str, title: str, options: ReportOptions, folder: Path) -> None:
    kind, house = REPORTS[kind_id], HouseStyle()

    def gather() -> Any:  # noqa: ANN401 each print has its own
        return compose(kind, options, Language.SL, cabinet)

    data = gather()
    shape = shape_of(draw(kind, data, options, Language.SL, house).data)
    file = folder / kind_id
    file.write_bytes(pickle.dumps((kind_id, options, data)))
    ours, plain = process("-c", OURS, str(file)), process("-m", "benchmarks.bare_canvas", json.dumps(shape))
    pairs = sorted((ours(), plain()) for _ in range(RUNS))
    whole = sorted(pair[0] for pair in pairs)[RUNS // 2], sorted(pair[1] for pair in pairs)[RUNS // 2]
    pages = f"{title}: {len(shape)} pages, {sum(page[0] for page in shape)} texts"
    table = Table(f"{pages}, whole process", "bare canvas program", whole[1])
    table.add("print", whole[0], "goal 1.3×")
    table.show()
    table = Table(
        f"{pages}, in a process that has printed before",
        "bare canvas",
        cpu(lambda: bare_canvas.draw(shape), RUNS),
    )
    table.add("gathered", cpu(gather, RUNS))
    drawn = cpu(lambda: draw(kind, data, options, Language.SL, house), RUNS)
    table.add("drawn", drawn, f"{drawn / len(shape):.1f} ms a page")
    table.show()


def main() -> None:
    with big_register.opened_copy() as cabinet, TemporaryDirectory() as folder:
        for kind_id, title, options in PRINTS:
            compare(cabinet, kind_id, title, options, Path(folder))


if __name__ == "__main__":
    main()
