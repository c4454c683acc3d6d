"""An article in parts and pieces: nothing is lost, nothing said twice, whatever the marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from registry.desk.marked import PART, Piece, part_at, part_count, part_of, pieces
from sources.span import Span

TEXTS = st.text(alphabet="港 \n<&", max_size=60)
LONG = st.lists(st.integers(0, PART + 500), max_size=6).map(lambda lines: "\n".join("港" * n for n in lines))


@given(TEXTS, st.data())
def test_pieces_make_up_the_text(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    spans = [Span(*sorted(pair)) for pair in data.draw(st.lists(st.tuples(ends, ends), max_size=6))]
    marks = [(span, str(number)) for number, span in enumerate(sorted(spans))]
    within = Span(*sorted((data.draw(ends), data.draw(ends))))
    found = list(pieces(text, within, marks))
    assert "".join(piece.text for piece in found) == within.of(text)
    assert all(piece.text for piece in found)
    named = {claim: span for span, claim in marks}
    for piece in found:
        if piece.claim is not None:
            assert piece.text in named[piece.claim].of(text)


@given(TEXTS, st.data())
def test_every_mark_is_reached_once(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    spans = [Span(*sorted(pair)) for pair in data.draw(st.lists(st.tuples(ends, ends), max_size=6))]
    marks = [(span, str(number)) for number, span in enumerate(sorted(spans))]
    found = list(pieces(text, Span(0, len(text)), marks))
    reached = [piece.claim for piece in found if piece.first] + [claim for piece in found for claim in piece.also]
    assert sorted(filter(None, reached)) == sorted(claim for span, claim in marks if span.start < span.end)
    assert len(reached) == len(set(reached))


def test_of_two_marks_that_overlap_the_shorter_is_seen() -> None:
    marks = [(Span(0, 6), "all"), (Span(1, 4), "one"), (Span(1, 4), "same"), (Span(3, 5), "two")]
    assert list(pieces("abcdef", Span(0, 6), marks)) == [
        Piece("a", "all", first=True),
        Piece("bc", "one", first=True, also=("same",)),
        Piece("de", "two", first=True),
        Piece("f", "all"),
    ]


@given(LONG)
def test_parts_follow_each_other(text: str) -> None:
    parts = [part_of(text, number) for number in range(1, part_count(text) + 1)]
    assert "".join(part.of(text) for part in parts) == text
    assert all(part.end - part.start <= PART for part in parts)
    for number, part in enumerate(parts, 1):
        if part.end > part.start:
            assert part_at(text, part.start) == part_at(text, part.end - 1) == number


def test_a_part_ends_with_a_line_where_one_ends_near() -> None:
    text = "港" * (PART - 100) + "\n" + "港" * 500
    assert part_of(text, 1).of(text).endswith("\n")
    assert part_count("港" * (PART + 1)) == 2
    assert part_count("") == 1
