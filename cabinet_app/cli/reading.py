"""Commands that read: list, show, search."""

import argparse
from collections.abc import Iterator
from typing import Any

from cabinet_app.cli.console import Exit
from cabinet_app.cli.session import Session
from cabinet_app.errors import RecordNotFound

_AT_ONCE = 500


def list_records(session: Session, options: argparse.Namespace) -> int:
    """`list KIND`: every entry of a kind, in the order of their names."""
    from cabinet_app.domain.documents import to_document

    with session.cabinet() as cabinet:
        service = cabinet.records(options.kind)
        ids = service.ids_by_name(session.language)
        listed: list[Any] = []
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            chosen = service.choices_of(some, session.language)
            if not options.json:
                listed += [(str(choice.id), choice.title, choice.detail) for choice in chosen]
                continue
            for choice, stored in zip(chosen, service.stored(some), strict=True):
                listed.append(
                    {
                        "id": choice.id,
                        "version": stored.version,
                        "title": choice.title,
                        "detail": choice.detail,
                        "data": to_document(stored.record),
                    }
                )
    if options.json:
        session.console.data(listed)
    else:
        session.console.table(listed)
    return Exit.DONE


def show_record(session: Session, options: argparse.Namespace) -> int:
    """`show KIND ID`: one entry with all that hangs on it."""
    from cabinet_app.domain.documents import to_document

    with session.cabinet() as cabinet:
        service = cabinet.records(options.kind)
        try:
            stored: Any = service.get(options.id)
        except RecordNotFound:
            told = session.t.gettext("The register {file} has no {kind} with the id {id}.")
            session.console.refuse(told.format(file=session.shown_address, kind=options.kind, id=options.id))
            return Exit.REFUSED
        title = service.headlines([options.id])[options.id].shown(session.language)
    document = to_document(stored.record)
    if options.json:
        session.console.data(
            {
                "type": options.kind,
                "id": options.id,
                "version": stored.version,
                "updated_at": f"{stored.updated_at.isoformat()}Z",
                "title": title,
                "data": document,
            }
        )
        return Exit.DONE
    session.console.say(title)
    for name, value in _lines(document):
        session.console.say(f"  {name}: {value}")
    return Exit.DONE


def search(session: Session, options: argparse.Namespace) -> int:
    """`search TEXT`: entries of every kind that hold all the words."""
    from cabinet_app.services.search import Search

    with session.cabinet() as cabinet:
        hits = Search(cabinet).find(" ".join(options.text), session.language)
    if options.json:
        session.console.data(
            [
                {"type": hit.record_type, "id": hit.id, "title": hit.title, "detail": hit.detail}
                for hit in hits
            ]
        )
    elif hits:
        session.console.table([(hit.record_type, str(hit.id), hit.title, hit.detail) for hit in hits])
    else:
        session.console.say(session.t.gettext("Nothing was found."))
    return Exit.DONE


def _lines(value: Any, place: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 any JSON value
    """The leaves of a document with their places."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _lines(item, f"{place}.{key}" if place else key)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _lines(item, f"{place}[{index}]")
    else:
        yield place, str(value)
