"""The text of a calendar file: decoded whatever its encoding, unfolded, and cut into its components."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cabinet_app.domain.incoming import Problem
from cabinet_app.errors import FormatError

MOST_COMPONENTS: Final = 50_000
LONGEST_LINE: Final = 1 << 20
_ENDS: Final = re.compile(rb"\r\r\n|\r\n|\n|\r")
_BOUNDARY: Final = re.compile(r"\s*(BEGIN|END)\s*:\s*([A-Za-z0-9-]+)\s*", re.IGNORECASE)
# A component of these kinds never lies in another one of them: the END before it was forgotten.
_ENTRIES: Final = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"})


class Line(NamedTuple):
    """An unfolded line and the number of the first line of the file it was written on."""

    number: int
    text: str


@dataclass(slots=True)
class Component:
    """A block between BEGIN and END; `number` counts the entries of the file from 1, 0 for all else."""

    name: str
    line: int
    number: int = 0
    lines: list[Line] = field(default_factory=list)
    children: list["Component"] = field(default_factory=list)


@dataclass(slots=True)
class CalendarText:
    """The calendars of a file, everything else at its top, and what was found wrong meanwhile."""

    components: list[Component] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def all(self, name: str) -> Iterator[Component]:
        """Every component of this name, in calendars or bare."""
        for component in self.components:
            if component.name == name:
                yield component
            yield from (child for child in component.children if child.name == name)


def read_text(data: bytes) -> CalendarText:
    """The components of a file.

    Raises:
        FormatError: it is no calendar (`not_a_calendar`, `vcalendar_1`), or has `too_many_components`.
    """
    found = CalendarText()
    raw, encoding = _as_bytes_of_lines(data)
    lines = list(_decoded(_unfolded(raw), encoding, found.problems))
    count = _cut(lines, found)
    if not found.components or not (count or any(_says_what_it_is(one) for one in found.components)):
        raise FormatError("", "not_a_calendar")
    for component in found.components:
        if component.name == "VCALENDAR" and any(_is_version_1(line.text) for line in component.lines):
            raise FormatError("", "vcalendar_1")
    return found


def _says_what_it_is(component: Component) -> bool:
    names = ("VERSION", "PRODID", "METHOD", "CALSCALE", "X-WR-")
    return component.name == "VCALENDAR" and any(
        line.text.upper().startswith(names) for line in component.lines
    )


def _is_version_1(text: str) -> bool:
    return re.fullmatch(r"VERSION\s*:\s*1\.0\s*", text, re.IGNORECASE) is not None


def _as_bytes_of_lines(data: bytes) -> tuple[bytes, str]:
    """The file in an encoding whose line ends are single bytes, and that encoding; empty if to be guessed."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:], ""
    start = data[:200]
    wide = ""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        wide = "utf-16"
    elif start.count(b"\0") * 3 > len(start):
        wide = "utf-16-le" if start[1:2] == b"\0" else "utf-16-be"
    if wide:
        return data.decode(wide, "replace").encode("utf-8", "replace"), "utf-8"
    return data, ""


def _unfolded(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Lines put together again before they are decoded: some writers fold within a letter."""
    number, parts = 0, list[bytes]()
    for here, line in enumerate(_ENDS.split(data), 1):
        if line[:1] in {b" ", b"\t"} and parts:
            if line.strip():
                parts.append(line[1:])
            continue
        if parts:
            yield number, b"".join(parts)
            parts = []
        if line.strip(b" \t\0"):
            number, parts = here, [line]
    if parts:
        yield number, b"".join(parts)


def _decoded(lines: Iterator[tuple[int, bytes]], encoding: str, problems: list[Problem]) -> Iterator[Line]:
    """UTF-8 line by line; one that is not was written by an old program of our corner of the world."""
    guessed = False
    for number, raw in lines:
        if len(raw) > LONGEST_LINE:
            problems.append(Problem("line_too_long", line=number))
            continue
        plain = raw.replace(b"\0", b"")
        try:
            text = plain.decode(encoding or "utf-8")
        except UnicodeDecodeError:
            text = _old_text(plain)
            if not guessed:
                guessed = True
                problems.append(Problem("encoding_guessed", line=number))
        yield Line(number, text)


def _old_text(raw: bytes) -> str:
    try:
        return raw.decode("cp1250")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _cut(lines: list[Line], found: CalendarText) -> int:
    """Put the components of the lines into `found`; answers how many entries there are."""
    count = 0
    open_ones: list[Component] = []
    for line in lines:
        # Two letters are looked at first: this is asked for every line of large files.
        boundary = _BOUNDARY.fullmatch(line.text) if line.text.lstrip()[:1] in "BbEe" else None
        if boundary is None:
            if open_ones:
                open_ones[-1].lines.append(line)
            continue
        name = boundary[2].upper()
        if boundary[1].upper() == "END":
            _close(name, line, open_ones, found)
            continue
        if name in _ENTRIES:
            count += 1
            if count > MOST_COMPONENTS:
                raise FormatError("", "too_many_components", str(MOST_COMPONENTS))
            while open_ones and any(one.name in _ENTRIES for one in open_ones):
                unclosed = open_ones.pop()
                found.problems.append(_at(unclosed, Problem("not_closed", unclosed.name, unclosed.line)))
        component = Component(name, line.number, count if name in _ENTRIES else 0)
        (open_ones[-1].children if open_ones else found.components).append(component)
        open_ones.append(component)
    for unclosed in open_ones[1:]:
        found.problems.append(_at(unclosed, Problem("not_closed", unclosed.name, unclosed.line)))
    return count


def _close(name: str, line: Line, open_ones: list[Component], found: CalendarText) -> None:
    if any(one.name == name for one in open_ones):
        while open_ones.pop().name != name:
            pass
    else:
        found.problems.append(Problem("end_without_begin", name, line.number))


def _at(component: Component, problem: Problem) -> Problem:
    return Problem(problem.code, problem.value, problem.line, component.number)
