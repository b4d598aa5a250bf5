"""The command about jubilees: anniversaries."""

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from cabinet_app.cli.console import Exit
from cabinet_app.cli.session import Session
from cabinet_app.i18n import dates, jubilee_words
from cabinet_app.i18n.labels import label

if TYPE_CHECKING:
    from cabinet_app.services.jubilees import JubileeRow, YearOfJubilees


def anniversaries(session: Session, options: argparse.Namespace) -> int:
    """`anniversaries [--year Y] [--all]`: what is celebrated, what sources differ on, what has no date."""
    year = options.year or session.today.year + 1
    with session.cabinet() as cabinet:
        found = cabinet.jubilees.of_year(year, session.today, resting=options.all)
        rule = sorted(cabinet.jubilees.rule)
    if options.json:
        session.console.data(_document(found, rule, session))
        return Exit.DONE
    t = session.t
    for heading, rows in (
        ("", found.celebrated),
        (t.gettext("Sources differ on the year"), found.contested),
        (t.gettext("no date"), found.undated),
    ):
        if rows and heading:
            session.console.say(f"{heading}:")
        session.console.table([_line(row, session) for row in rows])
    if not found.celebrated:
        session.console.say(t.gettext("No round anniversary falls in {year}.").format(year=year))
    return Exit.DONE


def _line(row: "JubileeRow", session: Session) -> tuple[str, ...]:
    t, jubilee = session.t, row.jubilee
    signed = [jubilee_words.counted_words(jubilee, t)]
    signed += [jubilee_words.other_words(other, t) for other in jubilee.others]
    title = row.title.shown(t.language)
    if jubilee.years is None:
        return title, "; ".join(signed)
    return (
        jubilee_words.years_words(jubilee, t),
        jubilee_words.day_words(jubilee, t),
        title,
        "; ".join(signed),
    )


def _document(found: "YearOfJubilees", rule: list[int], session: Session) -> dict[str, Any]:
    return {
        "year": found.year,
        "rule": rule,
        "jubilees": _rows(found.celebrated, session),
        "contested": _rows(found.contested, session),
        "undated": _rows(found.undated, session),
    }


def _rows(rows: "Iterable[JubileeRow]", session: Session) -> list[dict[str, Any]]:
    """`signed` is the date that counts (EDTF), `day` and `month` are as exact as it is."""
    t = session.t
    return [
        {
            "type": row.record_type,
            "id": row.record_id,
            "title": row.title.shown(t.language),
            "partners": [
                {"name": one.names.shown(t.language), "native": one.native, "country": one.country}
                for one in row.partners
            ],
            "years": row.jubilee.years,
            "words": jubilee_words.years_words(row.jubilee, t),
            "when": jubilee_words.day_words(row.jubilee, t) if row.jubilee.years is not None else "",
            "day": row.jubilee.day.isoformat() if row.jubilee.day else None,
            "month": row.jubilee.month,
            "signed": row.jubilee.counted.edtf,
            "signed_words": dates.vague(row.jubilee.counted, t.language),
            "others": [
                {
                    "signed": other.when.edtf,
                    "words": dates.vague(other.when, t.language),
                    "years": other.years,
                    "kind": "claim" if other.is_claim else "second_signing",
                }
                for other in row.jubilee.others
            ],
            "status": row.status.value,
            "status_words": label(row.status, t),
            "verified": row.verified.value,
        }
        for row in rows
    ]
