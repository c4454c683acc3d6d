from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reader.answer import Answer, Fault, answer_of, read_answer

NUMBERS = (1, 2)
GOOD: dict[str, Any] = {
    "values": [{"n": 1, "subject": "Sandholm yard", "scope": ""}, {"n": 2, "as_of": None}],
    "facts": [{"subject": "the yard", "attribute": "owner", "value": "a fund", "quote": "Its owner, a fund"}],
}


def changed(**words: Any) -> dict[str, Any]:
    return {**GOOD, **words}


def test_an_answer_that_fits() -> None:
    answer = read_answer(json.dumps(GOOD), NUMBERS)
    assert isinstance(answer, Answer)
    assert (answer.values[0].subject, answer.values[0].scope, answer.values[1].as_of) == ("Sandholm yard", "", None)
    assert answer_of(answer.record()) == answer


def test_a_fence_around_it_is_no_fault() -> None:
    assert isinstance(read_answer(f"```json\n{json.dumps(GOOD)}\n```", NUMBERS), Answer)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.REFUSAL),
        ("I cannot help with that.", Fault.REFUSAL),
        ('{"values": [{"n": 1,', Fault.BROKEN_JSON),
        ('{"values": [], "values": [], "facts": []}', Fault.BROKEN_JSON),
        ("[" * 100_000, Fault.BROKEN_JSON),
        ("[]", Fault.WRONG_SCHEMA),
        ('{"values": []}', Fault.WRONG_SCHEMA),
        (json.dumps(changed(values=[{"n": 1}])), Fault.HALF),
        (json.dumps(changed(values=[{"n": 1}, {"n": 2}, {"n": 3}])), Fault.WRONG_SCHEMA),
        (json.dumps(changed(values=[{"n": 1}, {"n": 1}, {"n": 2}])), Fault.WRONG_SCHEMA),
        (json.dumps(changed(values=[{"n": True}, {"n": 2}])), Fault.WRONG_SCHEMA),
        (json.dumps(changed(values=[{"n": 1, "low": 5}, {"n": 2}])), Fault.WRONG_SCHEMA),
        (json.dumps(changed(values=[{"n": 1, "subject": 7}, {"n": 2}])), Fault.WRONG_SCHEMA),
        (json.dumps(changed(values=[{"n": 1, "modality": "certain"}, {"n": 2}])), Fault.WRONG_SCHEMA),
        (json.dumps(changed(values=[{"n": 1, "subject": "a\nb"}, {"n": 2}])), Fault.WRONG_SCHEMA),
        (json.dumps(changed(values=[{"n": 1, "subject": "a\u202eb"}, {"n": 2}])), Fault.WRONG_SCHEMA),
        (json.dumps(changed(values=[{"n": 1, "subject": "\ud800"}, {"n": 2}])), Fault.WRONG_SCHEMA),
        (json.dumps(changed(values=[{"n": 1, "subject": "x" * 201}, {"n": 2}])), Fault.WRONG_SCHEMA),
        (json.dumps(changed(facts=[{"subject": "s", "attribute": "owner", "value": "v"}])), Fault.WRONG_SCHEMA),
        (json.dumps(changed(decision="a_wrong")), Fault.WRONG_SCHEMA),
    ],
)
def test_what_does_not_fit_is_no_answer_and_says_why(text: str, fault: Fault) -> None:
    assert read_answer(text, NUMBERS) is fault


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["values", "facts", "n", "subject", "quote"]), inner, max_size=3)
        ),
        max_leaves=12,
    )
)
def test_whatever_comes_is_an_answer_or_a_fault(record: object) -> None:
    assert isinstance(read_answer(json.dumps(record), NUMBERS), Answer | Fault)
