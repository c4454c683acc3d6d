"""Maps from an edited text to its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.offsets import Edit, OffsetMap, apply, moved
from sources.span import Span


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text("abc时é", max_size=30))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    return text, [Edit(span, draw(st.text("xyz", max_size=4))) for span in spans]


def test_new_characters_stand_for_old_ones_one_by_one() -> None:
    edits = [Edit(Span(1, 3), "XY"), Edit(Span(4, 5), "")]
    assert apply("abcdef", edits) == "aXYdf"
    origin = OffsetMap.identity(6).edited(edits)
    assert [origin.source_span(Span(place, place + 1)) for place in range(5)] == [
        Span(0, 1), Span(1, 2), Span(2, 3), Span(3, 4), Span(5, 6),
    ]  # fmt: skip


def test_the_last_new_character_stands_for_what_is_left() -> None:
    origin = OffsetMap.identity(8).edited([Edit(Span(0, 5), "時")])
    assert origin.source_span(Span(0, 1)) == Span(0, 5)
    assert origin.source_span(Span(0, 2)) == Span(0, 6)


def test_surplus_new_characters_stand_for_the_last_old_one() -> None:
    origin = OffsetMap.identity(3).edited([Edit(Span(1, 2), "ffi")])
    assert origin.source_span(Span(3, 4)) == Span(1, 2)
    assert origin.source_span(Span(4, 5)) == Span(2, 3)


def test_an_edit_replaces_something() -> None:
    with pytest.raises(ValueError, match="replaces something"):
        Edit(Span(2, 2), "x")


def test_no_span_beyond_the_text() -> None:
    with pytest.raises(ValueError, match="3 characters"):
        OffsetMap.identity(3).source_span(Span(2, 4))


@given(texts_with_edits(), st.data())
def test_laws(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    text, edits = case
    edited = apply(text, edits)
    origin = OffsetMap.identity(len(text)).edited(edits)
    assert len(origin.starts) == len(origin.ends) == len(edited)
    assert list(origin.starts) == sorted(origin.starts)
    assert list(origin.ends) == sorted(origin.ends)
    start = data.draw(st.integers(0, len(edited)))
    end = data.draw(st.integers(start, len(edited)))
    source = origin.source_span(Span(start, end))
    assert source.end <= len(text)
    assert bool(source) == (end > start)


@given(texts_with_edits())
def test_what_no_edit_touches_stays_and_is_found_again(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    edges = [0, *(edge for edit in edits for edge in (edit.span.start, edit.span.end)), len(text)]
    kept = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]
    origin = OffsetMap.identity(len(text)).edited(edits)
    for before, after in zip(kept, moved(kept, edits), strict=True):
        assert after.of(apply(text, edits)) == before.of(text)
        assert origin.source_span(after) == before


@given(texts_with_edits())
def test_edits_in_two_steps_map_to_the_same_source(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    origin = OffsetMap.identity(len(text))
    for edit in reversed(edits):
        text, origin = apply(text, [edit]), origin.edited([edit])
    assert (text, origin) == (apply(*case), OffsetMap.identity(len(case[0])).edited(edits))
