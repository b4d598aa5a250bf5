"""The texts of a visit by the names of their fields."""

import pytest

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visit_texts import text_at, with_text
from cabinet_app.domain.visits import Delegate, Delegation, ProgrammeItem, Visit, VisitTopic


@pytest.mark.parametrize(
    "field",
    [
        "title",
        "purpose",
        "programme[1].description",
        "delegations[0].delegates[1].function",
        "topics[0].text",
    ],
)
def test_a_text_is_read_and_written_where_it_stands(field: str) -> None:
    visit = Visit(
        programme=[ProgrammeItem(), ProgrammeItem()],
        delegations=[Delegation(delegates=[Delegate(), Delegate()])],
        topics=[VisitTopic()],
    )
    changed = with_text(visit, field, Language.DE, "Mittagessen")
    assert text_at(changed, field) == LocalizedText(de="Mittagessen")
    assert text_at(visit, field).is_empty
    assert with_text(changed, field, Language.DE, "") == visit
