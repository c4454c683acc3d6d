"""Quoted speech, and the dates that may belong to it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.quotations import Quotation, beside, quotations
from sources.span import Span

SPEECH = "读者还会增加，因为新馆的书架更多，而且离车站很近。我们为此准备了整整三年的时间"


def found(text: str) -> list[str]:
    return [quotation.span.of(text) for quotation in quotations(text)]


def test_marks_of_every_kind_are_known() -> None:
    english = "Readers will come, for the new hall has more shelves"
    for text in (f"“{SPEECH}”", f"「{SPEECH}」", f'"{english}"', f"“{english}”"):
        assert found(f"前{text}后") == [text]


def test_a_word_in_quotation_marks_is_no_quotation() -> None:
    assert found("所谓“六小龙”都在这里") == []
    assert found('the so-called "six dragons" are here') == []


def test_a_straight_mark_does_not_reach_over_a_line() -> None:
    assert found('a 5" pipe of steel, as it was\nmeasured again at 6" by others') == []


def test_the_same_words_are_known_again_whatever_their_marks_width_and_stops() -> None:
    [one] = quotations(f"“{SPEECH}。”")
    [other] = quotations(f"「{SPEECH.replace('，', ',')}」")
    assert one.openings == other.openings != ()


def test_a_sentence_inside_a_longer_quotation_is_known_again() -> None:
    part = SPEECH.split("。")[1]
    [whole], [piece] = quotations(f"“{SPEECH}”"), quotations(f"“{part}”")
    assert set(piece.openings) <= set(whole.openings)


@given(st.text(alphabet='“”「」"\n读者还会增加，。a b', max_size=80))
def test_quotations_lie_in_order_inside_their_marks(text: str) -> None:
    end = 0
    for quotation in quotations(text):
        assert quotation.span.start >= end
        assert quotation.span.of(text)[0] in '“「"'
        assert quotation.span.of(text)[-1] in '”」"'
        end = quotation.span.end


# -- which date belongs to it -----------------------------------------------------------------------------------------

QUOTED = Quotation(Span(40, 80), ("读者还会增加",))
SENTENCE = Span(0, 100)


def openings(place: Span, *rivals: Span, told: bool = False, sentence: Span = SENTENCE) -> tuple[str, ...]:
    return beside((QUOTED,), place, rivals, sentence, told=told)


def test_a_date_before_or_behind_the_quotation_belongs_to_it() -> None:
    assert openings(Span(10, 15)) == QUOTED.openings
    assert openings(Span(85, 90)) == QUOTED.openings


def test_a_nearer_date_takes_it() -> None:
    assert openings(Span(10, 15), Span(20, 25)) == ()
    assert openings(Span(90, 95), Span(82, 86)) == ()


def test_a_date_far_away_or_inside_does_not_belong_to_it() -> None:
    late = Quotation(Span(400, 440), ("读者还会增加",))
    assert beside((late,), Span(10, 15), (), Span(0, 500), told=True) == ()
    assert openings(Span(50, 55)) == ()


def test_the_next_sentence_dates_it_only_with_a_verb_of_saying() -> None:
    behind = Span(81, 120)
    assert openings(Span(85, 90), sentence=behind) == ()
    assert openings(Span(85, 90), sentence=behind, told=True) == QUOTED.openings
