"""Values that carry no claim by the words around them: what points back, counts off or only says when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claims.left_out import Reason
from claims.model import Kind, ValueMention
from claims.topics.reading import Reading
from claims.topics.timing import only_dates
from claims.topics.words import load_words
from sources.span import Span

_SMALL = 10
_DAY = 10  # characters of an ISO date that names a day
_LABEL_REACH = 24  # characters between the words that label a date and the date
_STEP = re.compile(r"第[0-9一二三四五六七八九十]+(?P<measure>\S{1,2})$")
_LABEL = re.compile(r"[“「‘\"]$")
_COUNTER = re.compile(r"(?:^|\s)[-–—]\s+[+＋]$")
_COUNTER_REACH = 6
_COUNTER_ENDS = re.compile(r"\s*(?:[-–—|\n]|$)")
_LABEL_ENDS = re.compile(r"\S{0,6}[”」’\"]")


def claims_nothing(
    reading: Reading, mention: ValueMention, mentions: Sequence[ValueMention], published: str | None
) -> Reason | None:
    """Why the value at ``mention`` states nothing that could be checked; None where it states something.

    ``mentions`` are all value expressions of the sentence, ``published`` the date of the article.
    """
    if mention.role:
        return Reason(mention.role)
    if mention.quantity.kind is Kind.DATE:
        return _of_no_event(reading, mention, mentions, published)
    if mention.quantity.kind is Kind.RANK:
        return Reason.STEP if _counts_off(reading, mention) else None
    if mention.quantity.kind is not Kind.COUNT:
        return None
    if _points_back(reading, mention):
        return Reason.POINTS_BACK
    return Reason.LABEL if _is_label(reading, mention) else None


def _of_no_event(
    reading: Reading, mention: ValueMention, mentions: Sequence[ValueMention], published: str | None
) -> Reason | None:
    if _says_when(mention, published):
        return Reason.VAGUE_DATE
    if _of_the_page(reading, mention):
        return Reason.PAGE_DATE
    return Reason.DATES_ANOTHER if only_dates(reading, mention, mentions) else None


def _says_when(mention: ValueMention, published: str | None) -> bool:
    words = load_words()
    surface = mention.surface.lower()
    return surface in words.vague_dates or (surface in words.todays and len(published or "") < _DAY)


def _of_the_page(reading: Reading, mention: ValueMention) -> bool:
    """``last modified on``, ``更新时间``: a date of the page itself, which no article tells."""
    ahead = reading.text[max(reading.span.start, mention.span.start - _LABEL_REACH) : mention.span.start].lower()
    return any(word in ahead for word in load_words().page_dates)


def _counts_off(reading: Reading, mention: ValueMention) -> bool:
    """``第二层是…``: one of the steps of an argument."""
    step = _STEP.search(mention.surface)
    if not step or not reading.text.startswith("是", mention.span.end):
        return False
    opens = reading.clause_of(mention.span).start == mention.span.start
    return step["measure"] in load_words().steps or (opens and step["measure"] in load_words().turns)


def _points_back(reading: Reading, mention: ValueMention) -> bool:
    """``这两条大河``, ``these two rivers``: as many as were named."""
    ahead = reading.text[reading.span.start : mention.span.start].rstrip().lower()
    small = isinstance(mention.quantity.high, Decimal) and mention.quantity.high <= _SMALL
    return small and any(
        ahead == word or ahead.endswith(word if not word.isascii() else f" {word}")
        for word in load_words().demonstratives
    )


def _is_label(reading: Reading, mention: ValueMention) -> bool:
    """``“241算法”``: a number that opens a short quoted name and has no unit; or the counter of a button."""
    if mention.quantity.unit is None and _is_counter(reading, mention.span):
        return True
    opened = _LABEL.search(reading.text, reading.span.start, mention.span.start)
    return bool(opened and not mention.quantity.unit and _LABEL_ENDS.match(reading.text, mention.span.end))


def _is_counter(reading: Reading, at: Span) -> bool:
    """``- +1 -``: a signed number alone between dashes, as a page's buttons leave it in its text."""
    start = at.start + reading.text.startswith(("+", "＋"), at.start)
    ahead = reading.text[max(0, start - _COUNTER_REACH) : start]
    return bool(_COUNTER.search(ahead) and _COUNTER_ENDS.match(reading.text, at.end))
