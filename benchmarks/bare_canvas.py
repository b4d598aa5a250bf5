"""The plainest program that fills a PDF through reportlab's canvas: what the prints are measured against."""

import json
import sys
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from cabinet_app.paths import resources

Shape = list[tuple[int, int, int]]


def draw(shape: Shape) -> bytes:
    """A PDF of pages with (texts, letters in each, lines)."""
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


if __name__ == "__main__":
    draw(json.loads(sys.argv[1]))
