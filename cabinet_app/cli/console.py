"""What commands say: results on standard output, a sentence of refusal on standard error, all in UTF-8."""

import json
import sys
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any, TextIO

from cabinet_app.i18n.messages import one_line


class Exit(IntEnum):
    """The exit codes of every command, a contract with scripts."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    REFUSED = 3
    CONFLICT = 4


class UsageProblem(Exception):
    """The command was called in a way it cannot follow; its text is a finished sentence."""


class Console:
    """The two streams of a command."""

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self._out = out
        self._err = err

    def say(self, text: str) -> None:
        """One line for a reader; what others wrote cannot steer the terminal."""
        self._out.write(f"{one_line(text)}\n")

    def write(self, text: str) -> None:
        """Text of our own as it is."""
        self._out.write(text)

    def data(self, value: Any) -> None:  # noqa: ANN401 any JSON value
        """One JSON value for a program, laid out for the eye."""
        self._out.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")

    def answer(self, value: Any) -> None:  # noqa: ANN401 any JSON value
        """One JSON value on one line, sent off at once."""
        self._out.write(json.dumps(value, ensure_ascii=False) + "\n")
        self._out.flush()

    def table(self, rows: Iterable[Sequence[str]]) -> None:
        """Columns as wide as their widest cell; the last one is not filled up."""
        lines = [[one_line(cell) for cell in row] for row in rows]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        for line in lines:
            cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
            self._out.write("  ".join(cells).rstrip() + "\n")

    def refuse(self, sentence: str) -> None:
        """Why nothing was done, or what has to be known besides the result."""
        self._err.write(f"{one_line(sentence)}\n")
        self._err.flush()


def standard_console() -> Console:
    """The console of this process; what no encoding can write is shown by its number."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    return Console(sys.stdout, sys.stderr)
