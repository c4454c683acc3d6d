"""The right value of an entry, read as an article would be: a number, a rank, a date, or the words of a fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from claims.facts.attributes import Holds, attributes, vocabulary
from claims.facts.claim import STATED
from claims.model import Kind, Quantity
from claims.topics.naming import folded
from claims.topics.reading import Reading, is_chinese
from claims.topics.superlatives import superlatives
from claims.values import find_values
from claims.watch.entry import Entry
from sources.cleaning import CleanText, clean
from sources.script import to_simplified
from sources.span import Span

_NONE = "no number, rank or date"
_NAME_BEFORE = re.compile(r"[^\W\d_]\W?$")
_LIST = re.compile(r"\s*(?:[、，,;；]|\band\b|&|和|与)\s*")


class NoValueError(ValueError):
    """The words given as a value hold none, or several; its text is a clause that says so."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value expression: its ``span`` in the words of the entry, and what it says.

    Of a fact in words ``attribute`` is the id of its property (``claims/facts/attributes.toml``), ``parts`` its names.
    """

    span: Span
    quantity: Quantity
    attribute: str | None = None
    parts: tuple[str, ...] = ()


def value_of(entry: Entry) -> Value:
    """The one value expression that an entry gives. Raises NoValueError."""
    words = _words(entry)
    value = words if words and _names(entry.value) else _number(entry.value) or words
    if value is None:
        what = f", and “{entry.attribute[0]}” is no property that is stated in words" if entry.value.strip() else ""
        raise NoValueError(f"“{entry.value}” holds {_NONE}{what}")
    return value


def quantity_in(written: str) -> Quantity:
    """What the one number, rank or date in ``written`` says. Raises NoValueError."""
    value = _number(written)
    if value is None:
        raise NoValueError(f"“{written}” holds {_NONE}")
    return value.quantity


def _names(written: str) -> bool:
    """Whether every number in ``written`` is a part of a name: Apache 2.0, Python 3."""
    text = clean(written)
    found = [m for m in find_values(text.text, script=text.script) if m.role is None]
    plain = all(m.quantity.kind is Kind.COUNT and m.quantity.unit is None and m.surface[:1].isdigit() for m in found)
    return plain and all(_NAME_BEFORE.search(text.text[: m.span.start]) for m in found)


def _number(written: str) -> Value | None:
    """The number, rank or date in ``written``, None where there is none. Raises NoValueError for several."""
    text = clean(written)
    found = [m for m in find_values(text.text, script=text.script) if m.role is None]
    if len(found) > 1:
        raise NoValueError(f"“{written}” holds {len(found)} values")
    return Value(text.source_span(found[0].span), found[0].quantity) if found else _superlative(text)


def _superlative(text: CleanText) -> Value | None:
    found = list(superlatives(Reading(text.text, Span(0, len(text.text)))))
    if len(found) != 1:
        return None
    bound = None if found[0].shared else Decimal(1)
    quantity = Quantity(Kind.SUPERLATIVE, bound, bound, approx=found[0].shared)
    return Value(text.source_span(found[0].span), quantity)


def _words(entry: Entry) -> Value | None:
    """The value as the words of a fact, where one of the entry's words names a property that is held to one."""
    attribute = next(filter(None, map(_property, entry.attribute)), None)
    start = len(entry.value) - len(entry.value.lstrip())
    shown = entry.value.strip()
    if attribute is None or not shown:
        return None
    parts = tuple(part for part in _LIST.split(shown) if part)
    return Value(Span(start, start + len(shown)), STATED, attribute, parts)


def _property(words: str) -> str | None:
    """The id of the property of facts that ``words`` name; None where they name none, or one with many values."""
    name = folded(to_simplified(words))
    labelled = [attribute for attribute in attributes().values() if name in attribute.labels.values()]
    signs = vocabulary("zh" if is_chinese(name) else "en").signs.get(name, ())
    found = [*labelled, *(sign.attribute for sign in signs)]
    return next((attribute.id for attribute in found if attribute.holds is not Holds.ANY), None)
