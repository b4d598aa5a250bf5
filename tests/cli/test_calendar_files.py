"""import and export of calendars from the command line, and their events after recurrence."""

from pathlib import Path

from tests.cli.conftest import Kabinet
from tests.exchange.ics_samples import vcalendar, vevent

SITTING = vevent(
    "DTSTART;TZID=Europe/Ljubljana:20261201T100000", "DURATION:PT1H", "SUMMARY:Sitting", "CLASS:PUBLIC"
)
WEEKLY = vevent(
    "DTSTART;TZID=Europe/Ljubljana:20261207T080000",
    "RRULE:FREQ=WEEKLY",
    "SUMMARY:Board",
    "CLASS:PUBLIC",
    uid="2",
)
BROKEN = vevent("DTSTART:soon", "SUMMARY:When?", uid="3")


def ics(tmp_path: Path, *parts: str) -> Path:
    path = tmp_path / "in.ics"
    path.write_bytes(vcalendar(*parts, head=("X-WR-CALNAME:Office",)))
    return path


def test_an_import_tells_what_became_of_every_entry(kabinet: Kabinet, register: Path, tmp_path: Path):
    called = kabinet("import", ics(tmp_path, SITTING, WEEKLY, BROKEN), "--json")
    assert (called.code, called.err) == (1, "")
    (told,) = called.data
    assert [told[name] for name in ("created", "changed", "unchanged", "refused", "conflicts")] == [
        2,
        0,
        0,
        1,
        0,
    ]
    (problem,) = told["problems"]
    assert (problem["component"], problem["line"], problem["refused"]) == (3, 21, True)
    assert problem["sentence"] == "The start “soon” cannot be read."
    again = kabinet("import", ics(tmp_path, SITTING, WEEKLY)).out
    assert again.splitlines()[0].endswith("created 0, changed 0, unchanged 2, refused 0")


def test_a_trial_changes_nothing(kabinet: Kabinet, register: Path, tmp_path: Path):
    called = kabinet("import", "--dry-run", ics(tmp_path, SITTING))
    assert "created 1" in called.out
    assert kabinet("list", "meeting", "--json").data == []


def test_occurrences_follow_the_rules_with_the_distance_from_utc(
    kabinet: Kabinet, register: Path, tmp_path: Path
):
    kabinet("import", ics(tmp_path, SITTING, WEEKLY))
    found = kabinet("occurrences", "--from", "2026-12-01", "--to", "2026-12-15", "--json").data
    assert [(one["start"], one["title"]) for one in found] == [
        ("2026-12-01T10:00:00+01:00", "Sitting"),
        ("2026-12-07T08:00:00+01:00", "Board"),
        ("2026-12-14T08:00:00+01:00", "Board"),
    ]
    assert {one["uid"] for one in found} == {"1@test", "2"}
    beyond = kabinet("occurrences", "--from", "2031-07-01", "--to", "2031-07-10", "--json").data
    assert [(one["start"], one["source"]) for one in beyond] == [("2031-07-07T08:00:00+02:00", "series")]


def test_what_is_no_calendar_is_refused_with_one_sentence(kabinet: Kabinet, register: Path, tmp_path: Path):
    path = tmp_path / "old.vcs"
    path.write_bytes(b"BEGIN:VCALENDAR\r\nVERSION:1.0\r\nEND:VCALENDAR\r\n")
    called = kabinet("import", path)
    assert (called.code, called.out) == (3, "")
    assert "vCalendar 1.0" in called.err
    assert kabinet("import", ics(tmp_path, BROKEN)).err.strip().endswith("the first reason stands in line 7.")


def test_unknown_zones_are_told_and_those_of_the_settings_are_followed(
    kabinet: Kabinet, register: Path, tmp_path: Path
):
    path = ics(tmp_path, vevent("DTSTART;TZID=Office time:20261201T100000", "SUMMARY:A"))
    assert (
        "The time zone “Office time” is not known; Europe/Ljubljana was taken for it."
        in kabinet("import", path).out
    )
    settings = tmp_path / "home" / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('[zones]\n"Office time" = "Europe/London"\n', encoding="utf-8")
    told = kabinet("import", path, "--dry-run", "--json").data[0]
    assert (told["unknown_zones"], told["changed"]) == ([], 1)


def test_an_export_is_a_calendar_for_its_readers(kabinet: Kabinet, register: Path, tmp_path: Path):
    kabinet(
        "import",
        ics(tmp_path, SITTING, WEEKLY, vevent("DTSTART:20261203T100000Z", "SUMMARY:Secret", uid="4")),
    )
    out = tmp_path / "out.ics"
    assert kabinet("export", out).out.startswith("2 entries were written")
    text = out.read_text(encoding="utf-8")
    assert "SUMMARY:Board" in text
    assert "Secret" not in text
    kabinet("export", out, "--audience", "internal", "--from", "2026-12-03", "--to", "2026-12-04")
    assert out.read_text(encoding="utf-8").count("BEGIN:VEVENT") == 1
    assert out.stat().st_mode & 0o777 == 0o600


def test_only_a_group_that_exists_can_be_chosen(kabinet: Kabinet, register: Path, tmp_path: Path):
    assert kabinet("import", ics(tmp_path, SITTING), "--group", "5").code == 3
    assert kabinet("export", tmp_path / "x.ics", "--group", "5").code == 3
    assert kabinet("list", "meeting", "--json").data == []
