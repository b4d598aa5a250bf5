"""CPU time of prints against a bare canvas program of as many strings and lines: `python -m benchmarks.bench_prints`.

The bare program draws, page by page, as many texts of the same mean length and as many lines and boxes as the
print holds, in the same fonts, without any thought of where they go. Both run as processes of their own, the
print from data gathered before, and once more inside one process that has drawn before.
"""

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

from benchmarks import big_register
from benchmarks.measuring import Table, cpu
from cabinet_app.domain.texts import Language
from cabinet_app.reports.catalog import REPORTS, compose, draw
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.options import Audience, ReportOptions
from cabinet_app.services.cabinet import Cabinet

RUNS = 5
NOW = datetime(2026, 11, 20, 9)
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

Shape = list[tuple[int, int, int]]

OURS = """
import pickle, sys
from cabinet_app.domain.texts import Language
from cabinet_app.reports.catalog import REPORTS, draw
from cabinet_app.reports.house import HouseStyle
kind, options, data = pickle.load(open(sys.argv[1], "rb"))
draw(REPORTS[kind], data, options, Language.SL, HouseStyle())
"""

BARE = """
import json, sys
from benchmarks.bench_prints import bare
bare(json.loads(sys.argv[1]))
"""


def bare(shape: Shape) -> bytes:
    """A PDF of pages with (texts, letters in each, lines)."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from cabinet_app.paths import resources

    faces = sorted(path for path in (resources() / "fonts").glob("*.ttf"))[:3]
    for face in faces:
        pdfmetrics.registerFont(TTFont(f"bare-{face.stem}", str(face)))
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    text = "Žaga, Größwang in Češnjica: delovni sestanek o kolesarskih poteh " * 4
    for texts, letters, lines in shape:
        for number in range(lines):
            canvas.line(40, 40 + number % 700, 500, 40 + number % 700)
        for number in range(texts):
            if number % 8 == 0:
                canvas.setFont(f"bare-{faces[number // 8 % len(faces)].stem}", 9)
            canvas.drawString(40 + number % 7 * 60, 40 + number % 700, text[number % 60 :][:letters])
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def shape_of(pdf: bytes) -> Shape:
    """What stands on each page of a print."""
    pages: Shape = []
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            texts = letters = lines = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in {"Tj", "TJ"}:
                    texts += 1
                    strings = operands[0] if str(operator) == "TJ" else operands
                    letters += sum(len(bytes(part)) for part in strings if isinstance(part, pikepdf.String))
                lines += str(operator) in STROKES
            pages.append((texts, round(letters / max(texts, 1)), lines))
    return pages


def process(program: str, argument: str) -> Callable[[], float]:
    """CPU milliseconds of a Python process."""

    def run() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", program, argument], check=True)
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
    ours, plain = process(OURS, str(file)), process(BARE, str(shape).replace("(", "[").replace(")", "]"))
    pairs = sorted((ours(), plain()) for _ in range(RUNS))
    whole = sorted(pair[0] for pair in pairs)[RUNS // 2], sorted(pair[1] for pair in pairs)[RUNS // 2]
    pages = f"{title}: {len(shape)} pages, {sum(page[0] for page in shape)} texts"
    table = Table(f"{pages}, whole process", "bare canvas program", whole[1])
    table.add("print", whole[0], "goal 1.3×")
    table.show()
    table = Table(
        f"{pages}, in a process that has printed before", "bare canvas", cpu(lambda: bare(shape), RUNS)
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
