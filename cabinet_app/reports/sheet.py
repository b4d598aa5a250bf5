"""A PDF in the making: pages, lines, rules and shapes, measured from the top left corner in points."""

import contextlib
import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Final, Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from cabinet_app.domain.texts import Language
from cabinet_app.reports import fonts
from cabinet_app.reports.styles import HAIR, HAIRLINE
from cabinet_app.reports.text import NBSP, Line, Piece

Mark = Literal["square", "circle", "triangle", "diamond", "ring", "bar"]
MARKS: Final[tuple[Mark, ...]] = ("square", "circle", "triangle", "diamond", "ring", "bar")
PRODUCER: Final = "Kabinet"
_colour = lru_cache(maxsize=64)(HexColor)


class Sheet:
    """Draws pages of one size. The same drawing gives the same bytes."""

    def __init__(self, width: float, height: float, *, title: str, author: str, language: Language) -> None:
        fonts.register()
        self.width = width
        self.height = height
        self._language = language
        self._title = title
        self._author = author
        self._buffer = io.BytesIO()
        self._canvas = Canvas(
            self._buffer,
            pagesize=(width, height),
            pageCompression=1,
            invariant=1,
            initialFontName=fonts.Face.REGULAR.value,  # type: ignore[arg-type] # the stub says float
            lang=language.tag,
        )

    def next_page(self) -> None:
        self._canvas.showPage()

    @contextlib.contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Iterator[None]:
        """What is drawn inside is turned clockwise about the point (x, y)."""
        canvas, up = self._canvas, self.height - y
        canvas.saveState()
        canvas.translate(x, up)
        canvas.rotate(-degrees)
        canvas.translate(-x, -up)
        yield
        canvas.restoreState()

    def line(self, x: float, y: float, line: Line, baseline: float | None = None) -> None:
        """Print a line whose upper edge is at `y`; the baseline sits where the leading leaves equal white."""
        if line.pieces:
            depth = baseline if baseline is not None else (line.leading + line.size * 0.66) / 2
            for piece in line.pieces:
                self._piece(x, y + depth, piece)

    def _piece(self, x: float, base: float, piece: Piece) -> None:
        style = piece.style
        start = x + piece.x
        self._canvas.setFillColor(_colour(style.colour))
        parts = fonts.split(piece.text.replace(NBSP, " "), style.face)
        for font, part in parts:
            self._canvas.setFont(font, style.size)
            self._canvas.drawString(start, self.height - base + style.rise, part)
            if style.strike or len(parts) > 1:
                start += self._canvas.stringWidth(part, font, style.size)
        if style.strike:
            self.rule(
                x + piece.x, base - style.size * 0.24, start - x - piece.x, colour=style.colour, weight=0.7
            )

    def rule(
        self,
        x: float,
        y: float,
        length: float,
        *,
        colour: str = HAIRLINE,
        weight: float = HAIR,
        upright: bool = False,
    ) -> None:
        """A straight rule to the right, or downwards if `upright`."""
        self._canvas.setStrokeColor(_colour(colour))
        self._canvas.setLineWidth(weight)
        top = self.height - y
        end = (x, top - length) if upright else (x + length, top)
        self._canvas.line(x, top, *end)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str | None = None,
        border: str | None = None,
        weight: float = HAIR,
        radius: float = 0.0,
    ) -> None:
        if fill:
            self._canvas.setFillColor(_colour(fill))
        if border:
            self._canvas.setStrokeColor(_colour(border))
            self._canvas.setLineWidth(weight)
        bottom = self.height - y - height
        paint = {"fill": int(bool(fill)), "stroke": int(bool(border))}
        if radius:
            self._canvas.roundRect(x, bottom, width, height, radius, **paint)
        else:
            self._canvas.rect(x, bottom, width, height, **paint)

    def mark(self, x: float, y: float, size: float, kind: Mark, colour: str) -> None:
        """A small sign of one category inside the square of `size` whose upper left corner is (x, y)."""
        canvas, bottom = self._canvas, self.height - y - size
        canvas.setFillColor(_colour(colour))
        canvas.setStrokeColor(_colour(colour))
        half = size / 2
        if kind == "circle":
            canvas.circle(x + half, bottom + half, half, stroke=0, fill=1)
        elif kind == "ring":
            canvas.setLineWidth(size / 5)
            canvas.circle(x + half, bottom + half, half - size / 10, stroke=1, fill=0)
        elif kind == "bar":
            canvas.rect(x, bottom + size * 0.3, size, size * 0.4, stroke=0, fill=1)
        else:
            self._polygon(x, bottom, size, kind)

    def _polygon(self, x: float, bottom: float, size: float, kind: Mark) -> None:
        half, inset = size / 2, size * 0.06
        corners = {
            "square": [
                (inset, inset),
                (size - inset, inset),
                (size - inset, size - inset),
                (inset, size - inset),
            ],
            "triangle": [(0.0, 0.0), (size, 0.0), (half, size)],
            "diamond": [(half, 0.0), (size, half), (half, size), (0.0, half)],
        }[kind]
        path = self._canvas.beginPath()
        path.moveTo(x + corners[0][0], bottom + corners[0][1])
        for dx, dy in corners[1:]:
            path.lineTo(x + dx, bottom + dy)
        path.close()
        self._canvas.drawPath(path, stroke=0, fill=1)

    def shape(
        self,
        rings: Sequence[Sequence[tuple[float, float]]],
        *,
        fill: str | None = None,
        border: str | None = None,
        weight: float = HAIR,
    ) -> None:
        """Closed outlines of any form as one: what two of them share stays open."""
        path = self._canvas.beginPath()
        for ring in rings:
            for number, (x, y) in enumerate(ring):
                step = path.lineTo if number else path.moveTo
                step(round(x, 2), round(self.height - y, 2))
            path.close()
        if fill:
            self._canvas.setFillColor(_colour(fill))
        if border:
            self._canvas.setStrokeColor(_colour(border))
            self._canvas.setLineWidth(weight)
            self._canvas.setLineJoin(1)
        self._canvas.drawPath(path, fill=int(bool(fill)), stroke=int(bool(border)), fillMode=0)

    def stroke(
        self, start: tuple[float, float], end: tuple[float, float], *, colour: str, weight: float = HAIR
    ) -> None:
        """A straight line in any direction."""
        self._canvas.setStrokeColor(_colour(colour))
        self._canvas.setLineWidth(weight)
        self._canvas.line(start[0], self.height - start[1], end[0], self.height - end[1])

    @contextlib.contextmanager
    def window(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Draw only what lies within this box."""
        self._canvas.saveState()
        path = self._canvas.beginPath()
        path.rect(x, self.height - y - height, width, height)
        self._canvas.clipPath(path, stroke=0, fill=0)
        yield
        self._canvas.restoreState()

    def image(self, x: float, y: float, width: float, height: float, data: bytes) -> None:
        """A picture as large as fits into the box, its left and upper edges kept."""
        reader = ImageReader(io.BytesIO(data))
        wide, high = reader.getSize()
        scale = min(width / wide, height / high)
        self._canvas.drawImage(
            reader, x, self.height - y - high * scale, wide * scale, high * scale, mask="auto"
        )

    def finish(self, printed_at: datetime, subject: str = "") -> bytes:
        """The finished file; the metadata carry title, author, subject, language and the moment given."""
        import pikepdf

        self._canvas.setTitle(self._title)
        self._canvas.setAuthor(self._author)
        self._canvas.setSubject(subject)
        self._canvas.setCreator(PRODUCER)
        self._canvas.setProducer(PRODUCER)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas.save()
        stamp = printed_at.strftime("D:%Y%m%d%H%M%S")
        result = io.BytesIO()
        with pikepdf.open(io.BytesIO(self._buffer.getvalue())) as pdf:
            pdf.docinfo["/CreationDate"] = stamp
            pdf.docinfo["/ModDate"] = stamp
            pdf.save(result, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return result.getvalue()
