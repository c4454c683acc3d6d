"""Values as a filter: one JSON object a line in, one a line out, spans in the text as it was given."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from claims.model import ValueMention
from claims.values.find import find_values
from sources.cleaning import clean
from sources.errors import UsageError
from sources.span import Span


def filtered(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    """For each line ``{"id", "text", "language"?, "published"?}`` its values; UsageError names a bad line."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield values_of(_row(line, number))


def _row(line: str, number: int) -> dict[str, object]:
    place = f"line {number}"
    try:
        row = json.loads(line)
    except ValueError as error:
        raise UsageError(place, f"no JSON ({error})", 'give {"id": …, "text": …} on each line') from error
    if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("text"), str):
        raise UsageError(place, 'not an object with "id" and "text"', 'give {"id": …, "text": …} on each line')
    for key in ("language", "published"):
        if not isinstance(row.get(key), str | None):
            raise UsageError(place, f'"{key}" is not a string', "leave it out or give a string")
    return row


def values_of(row: dict[str, object]) -> dict[str, object]:
    """The values of one row: ``{"id", "values": [{start, end, surface, kind, low, high, unit, approx}]}``."""
    text = str(row["text"])
    language, published = (
        value if isinstance(value := row.get(key), str) else None for key in ("language", "published")
    )
    cleaned = clean(text)
    found = find_values(cleaned.text, language=language, published=published, script=cleaned.script)
    return {"id": row["id"], "values": [_value(mention, cleaned.source_span(mention.span), text) for mention in found]}


def _value(mention: ValueMention, span: Span, text: str) -> dict[str, object]:
    quantity = mention.quantity
    return {
        "start": span.start,
        "end": span.end,
        "surface": span.of(text),
        "kind": quantity.kind.value,
        "low": number(quantity.low),
        "high": number(quantity.high),
        "unit": quantity.unit,
        "approx": quantity.approx,
    }


def number(bound: Decimal | str | None) -> int | float | str | None:
    """A bound as JSON knows it: a whole number as an integer, another as a float, a date as its string."""
    if not isinstance(bound, Decimal):
        return bound
    return int(bound) if bound == bound.to_integral_value() else float(bound)
