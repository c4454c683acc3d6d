"""What the cells of a table are said of: the row's label, the column's head, the units in both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from claims.model import Kind, Quantity, ValueMention
from claims.topics.aspects import Aspect
from claims.topics.bare_numbers import unit_named, with_unit, year_stated
from claims.topics.concepts import Role
from claims.topics.context import Candidate
from claims.topics.mentions import Mentions
from claims.topics.name_parts import name_of, wording
from claims.topics.placement import Placement
from claims.topics.reading import Reading
from claims.topics.tables import Row
from claims.topics.terms import event_of, head_of, role_of, terms_of
from claims.topics.timing import Timing
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

_BRACKETED = re.compile(r"[(（\[]\s*([^()（）\[\]]{1,24}?)\s*[)）\]]$")
_BEHIND = re.compile(r"[,，/／]\s*([^\s,，/／]{1,12}(?: [^\s,，/／]{1,12})?)$")
_FIXED = re.compile(
    r"(?:单位|Unit|Units)\s*[:：]\s*([^\s（）()]{1,12})|[(（](?:in )?([^()（）]{1,24})[)）]\s*$", re.IGNORECASE
)
_NOTE = re.compile(r"(?:\[[^\]]{1,4}\]|[*†‡]+|[¹²³]+)$")
_LONGEST = 120
"""Code points up to which a head may end in a unit."""

_MEANING = frozenset({Pos.NAME, Pos.NOUN, Pos.ADJECTIVE, Pos.VERB})


@dataclass(frozen=True, slots=True)
class _Head:
    """A label or the head of a column: its words, what they say, its unit and its date."""

    words: Span
    reading: Reading
    aspect: Aspect
    unit: Quantity | None
    timing: Timing | None

    @property
    def is_known(self) -> bool:
        """Whether it names something that has a value, by a word known for it or by the unit behind it."""
        return self.unit is not None or role_of(self.aspect.head) is not None

    @property
    def has_name(self) -> bool:
        """Whether a name stands in it."""
        return any(t.pos is Pos.NAME for t in self.reading.tokens)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing, or only when."""
        return not any(t.pos in _MEANING for t in self.reading.tokens)

    @property
    def is_total(self) -> bool:
        """Whether it stands for all rows together."""
        return self.words.of(self.reading.text).lower() in load_words().generic


def in_columns(reading: Reading, row: Row, mentions: Mentions) -> Mapping[Span, Placement]:
    """The placements of the values of a row; ``mentions`` are the value expressions of the whole text.

    The label names the subject and the head of the column the property; the other way round where only the label is
    known as a property. What holds for the whole table (date, unit, property) is taken from the caption.
    """
    label = _head(reading.text, row.label, mentions)
    columns = [_head(reading.text, head, mentions) for _, head in row.stating]
    caption = _head(reading.text, row.caption, mentions) if row.caption else None
    table = _Table(row, label, caption, any(column.has_name for column in columns))
    return {
        m.span: _placement(table, m, column)
        for (cell, _), column in zip(row.stating, columns, strict=True)
        for m in mentions.inside(cell)
    }


@dataclass(frozen=True, slots=True)
class _Table:
    """What holds for all values of a row; ``named`` tells whether its columns are headed by names."""

    row: Row
    label: _Head
    caption: _Head | None
    named: bool


def _placement(table: _Table, mention: ValueMention, column: _Head) -> Placement:
    text, row, label, caption = column.reading.text, table.row, table.label, table.caption
    turned = label.is_known and not column.is_known
    naming, stating = (column, label) if turned else (label, column)
    if stating.is_empty and caption:
        stating = caption
    year = year_stated(mention) if role_of(stating.aspect.head) == Role.EVENT else None
    dated = year is not None or mention.quantity.kind is Kind.DATE
    dates = [h.timing for h in (column, label, caption) if h and h.timing]
    units = [u for u in (column.unit, label.unit, _fixed_unit(text, row.caption)) if u]
    subject = None
    if not (naming.is_empty or naming.is_total) and (table.named or not turned):
        subject = Candidate(_name(text, naming.words), 0.0, is_name=True, span=None if turned else naming.words)
    elif caption and (name := _name_in(caption.reading)):
        subject = Candidate(name, 0.0, is_name=True)
    return Placement(
        subject=subject,
        aspect=_dated(stating) if dated else stating.aspect,
        quantity=year or (with_unit(mention, units[0]) if units else None),
        timing=dates[0] if dates and not dated else Timing(),
        property_at=None if subject and subject.span else row.label,
        header=stating.words.of(text),
        terms=terms_of(stating.reading, stating.words, stating.reading.values),
    )


def _head(text: str, cell: Span, mentions: Mentions) -> _Head:
    words, unit = _parted(text, cell)
    inside = mentions.inside(words)
    reading = Reading(text, words, tuple(m.span for m in inside))
    dates = [m for m in inside if m.quantity.kind is Kind.DATE and isinstance(m.quantity.low, str)]
    return _Head(words, reading, _aspect(reading), unit, _timing(dates[0].quantity) if dates else None)


def _dated(head: _Head) -> Aspect:
    """The property of a column of dates: what happened."""
    event = next((event for t in head.reading.tokens if (event := event_of(t))), head.aspect.head)
    return Aspect(head.aspect.wording, event=event)


def _timing(quantity: Quantity) -> Timing:
    low, high = quantity.low, quantity.high
    return Timing(str(low) if low == high else f"{low or ''}/{high or ''}", "during")


def _parted(text: str, cell: Span) -> tuple[Span, Quantity | None]:
    """The words of a head, and the unit in brackets or behind a comma or stroke that ends it."""
    if len(cell) > _LONGEST:
        return cell, None
    shown = _NOTE.sub("", cell.of(text)).rstrip()
    for form in (_BRACKETED, _BEHIND):
        if (match := form.search(shown)) and (unit := unit_named(match.group(1))):
            return Span(cell.start, cell.start + len(shown[: match.start()].rstrip())), unit
    bare = unit_named(shown) if shown in ("%", "％") else None
    return Span(cell.start, cell.start + len(shown)), bare


def _fixed_unit(text: str, caption: Span | None) -> Quantity | None:
    match = _FIXED.search(caption.of(text)) if caption else None
    return unit_named(match.group(1) or match.group(2)) if match else None


def _aspect(reading: Reading) -> Aspect:
    """The property that a head names: its first free phrase that is more than a generic word."""
    generic = load_words().generic
    free = [p for p in reading.phrases if not p.preposition or p.preposition == "of"]
    telling = [t for p in free for t in p.tokens if t.text.lower() not in generic][:1]
    phrase = next((p for p in free if telling and telling[0] in p.tokens), None)
    tokens = [t for t in phrase.tokens if t.text.lower() not in generic] if phrase else []
    tokens = tokens or [t for t in reading.tokens if t.pos in _MEANING]
    if not tokens:
        return Aspect()
    head, modifiers = head_of(tokens)
    return Aspect(reading.wording, head, modifiers)


def _name(text: str, words: Span) -> str:
    return " ".join(words.of(text).split())


def _name_in(reading: Reading) -> str | None:
    """The first name of a caption, where that holds one."""
    named = (name_of(phrase, load_words())[0] for phrase in reading.phrases)
    return next((wording(reading, tokens) for tokens in named if any(t.pos is Pos.NAME for t in tokens)), None)
