"""A program called in this process, with a home of its own and a register that is thrown away."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cabinet_app.main import main
from tests.filled_register import filled_register


@dataclass(frozen=True)
class Called:
    """What one call of the program did."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)

    @property
    def answers(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Kabinet = Callable[..., Called]


@pytest.fixture
def kabinet(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Kabinet:
    """`kabinet("list", "visit", stdin=…)` on the register of this test, in English."""
    monkeypatch.setenv("KABINET_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANGUAGE", "en")

    def call(*arguments: str | Path, stdin: str | bytes = b"", db: Path | None = None) -> Called:
        data = stdin if isinstance(stdin, bytes) else stdin.encode("utf-8", "surrogatepass")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        named = [] if "--db" in arguments else ["--db", str(db or tmp_path / "register.kabinet")]
        capsys.readouterr()
        code = main([*named, *map(str, arguments)])
        out, err = capsys.readouterr()
        return Called(code, out, err)

    return call


@pytest.fixture
def register(kabinet: Kabinet, tmp_path: Path) -> Path:
    """An empty register."""
    assert kabinet("init").code == 0
    return tmp_path / "register.kabinet"


@pytest.fixture
def sample(kabinet: Kabinet, tmp_path: Path) -> Path:
    """The register of this test with the sample in it, as `kabinet sample` fills it today."""
    return filled_register(tmp_path / "register.kabinet", date.today())  # noqa: DTZ011 - as the program asks


@pytest.fixture
def execute(kabinet: Kabinet, register: Path) -> Callable[..., list[Any]]:
    """Carry out commands by `exec` and hand back the answers."""

    def run(*commands: dict[str, Any]) -> list[Any]:
        called = kabinet("exec", stdin="\n".join(json.dumps(command) for command in commands))
        assert called.code == 0
        assert called.err == ""
        return called.answers

    return run
