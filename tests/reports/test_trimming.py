"""Parts give up their points in the order of their weights, and never more than is needed."""

from cabinet_app.reports.flow import Band, Column
from cabinet_app.reports.text import Line
from cabinet_app.reports.trimming import Part, clipped, trimmed


def band(height=10.0):
    return Band([Column(0, [Line((), height)])])


def part(count, weight, least=1):
    return Part(band(), [[band()] for _ in range(count)], weight, least)


def counts(parts):
    return [len(one.points) for one in parts]


def fits_in(parts, points):
    return lambda: sum(len(one.points) for one in parts) <= points


def test_nothing_is_taken_where_all_fits():
    parts = [part(3, 1), part(3, 2)]
    trimmed(parts, fits_in(parts, 6))
    assert counts(parts) == [3, 3]
    assert [one.left_out for one in parts] == [0, 0]


def test_the_lightest_part_gives_first_and_down_to_its_least():
    parts = [part(5, 1, least=2), part(5, 2)]
    trimmed(parts, fits_in(parts, 6))
    assert counts(parts) == [2, 4]
    assert [one.left_out for one in parts] == [3, 1]


def test_when_all_are_at_their_least_whole_parts_go():
    parts = [part(2, 1, least=2), part(2, 2, least=2)]
    trimmed(parts, fits_in(parts, 1))
    assert counts(parts) == [0, 1]


def test_what_can_never_fit_ends():
    parts = [part(2, 1)]
    trimmed(parts, lambda: False)
    assert counts(parts) == [0]


def test_an_empty_part_prints_nothing_and_a_shortened_one_says_how_much_is_missing():
    said = []

    def more(count):
        said.append(count)
        return band()

    assert part(0, 1).bands(more) == []
    shortened = part(3, 1)
    trimmed([shortened], lambda: len(shortened.points) == 1)
    assert len(shortened.bands(more)) == 3
    assert said == [2]


def test_texts_are_cut_between_words():
    assert clipped("kratko", 20) == "kratko"
    assert clipped("  dva   presledka ", 20) == "dva presledka"
    assert clipped("prva, druga in tretja", 7) == "prva\u00a0…"
    assert clipped("x" * 50, 10) == "x" * 10 + "\u00a0…"
