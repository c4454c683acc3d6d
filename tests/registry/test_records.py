"""Numbers as JSON writes them, and rows of text read and answered."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.records import Record, json_bound
from registry.text_rows import answers
from sources.errors import UsageError


@pytest.mark.parametrize(
    ("bound", "written"),
    [
        (Decimal("1.8E+8"), "180000000"),
        (Decimal("3.0"), "3"),
        (Decimal("0.05"), "0.05"),
        (Decimal(-2), "-2"),
        (Decimal("1E+400"), "null"),
        (None, "null"),
        ("2025-02", '"2025-02"'),
    ],
)
def test_bounds_in_json(bound: Decimal | str | None, written: str) -> None:
    assert json.dumps(json_bound(bound)) == written


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_any_number_is_json_and_near_what_was_read(number: Decimal) -> None:
    written = json.loads(json.dumps(json_bound(number), allow_nan=False))
    assert written is None or float(written) == pytest.approx(float(number))


def echo(row: Record) -> Record:
    return row


def test_rows_are_answered_in_order() -> None:
    lines = [
        b'\xef\xbb\xbf{"id": 1, "text": "a"}\n',
        b"\n",
        '{"text": "港口", "language": null, "published": "2025-04"}'.encode(),
    ]
    first, second = (json.loads(line) for line in answers(lines, echo))
    assert first == {"id": 1, "text": "a", "language": None, "published": None, "title": None}
    assert second["text"] == "港口"
    assert second["published"] == "2025-04"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "is not JSON"),
        (b"[1]", "has no `text`"),
        (b'{"id": 1}', "has no `text`"),
        (b'{"text": 3}', "has no `text`"),
        (b'{"text": "a", "published": "April"}', "is not a date"),
        (b'{"text": "a", "published": 2025}', "`published` is not a string"),
        (b'{"text": "a", "language": ["zh"]}', "`language` is not a string"),
        (b'{"text": "\xff"}', "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
    ],
)
def test_a_line_that_is_no_row_is_named(line: bytes, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        list(answers([b'{"text": "a"}', line], echo))
    assert "line 2" in str(caught.value)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
