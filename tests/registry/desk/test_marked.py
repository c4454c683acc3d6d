"""An article in parts and pieces: nothing is lost, nothing said twice, whatever the marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from registry.desk.marked import PART, part_at, part_count, part_of, pieces
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


def test_of_two_marks_that_overlap_the_first_counts() -> None:
    found = list(pieces("abcdef", Span(0, 6), [(Span(1, 4), "one"), (Span(2, 5), "two"), (Span(5, 6), "three")]))
    assert [(piece.text, piece.claim) for piece in found] == [
        ("a", None),
        ("bcd", "one"),
        ("e", None),
        ("f", "three"),
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
