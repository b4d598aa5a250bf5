"""Every paper about a visit comes from the command line too."""

from pathlib import Path

from cabinet_app.reports.catalog import REPORTS
from tests.cli.conftest import Kabinet


def test_each_paper_of_a_visit_is_written(kabinet: Kabinet, sample: Path, tmp_path: Path):
    for kind in (kind.id for kind in REPORTS.values() if kind.record_type == "visit"):
        target = tmp_path / f"{kind}.pdf"
        done = kabinet("report", kind, "--id", "7005", "--lang", "de", "-o", target, "--json")
        assert done.code == 0, (kind, done.err)
        assert target.read_bytes().startswith(b"%PDF-")
    ordered = kabinet(
        "report", "reception-list", "--id", "7006", "--order", "alphabet", "-o", tmp_path / "a.pdf"
    )
    assert ordered.code == 0
