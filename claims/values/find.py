"""The values of a text: dates and amounts together, in order, none overlapping."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.left_out import LeftOut
from claims.model import ValueMention
from claims.values.amount import Amount
from claims.values.dates import find_dates
from claims.values.dating import DateMention
from claims.values.passage import Passage, passage
from claims.values.roles import role
from claims.values.scan import Skipped, scan
from claims.values.vocabulary import Vocabulary, vocabulary

_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Values:
    """The value expressions of a text, in order of place, none overlapping another; and its other numbers."""

    mentions: tuple[ValueMention, ...]
    left_out: tuple[LeftOut, ...]


def find_values(
    text: str, *, language: str | None = None, published: str | None = None, script: str | None = None
) -> tuple[ValueMention, ...]:
    """The value expressions alone that :func:`read_values` finds."""
    return read_values(text, language=language, published=published, script=script).mentions


def read_values(
    text: str, *, language: str | None = None, published: str | None = None, script: str | None = None
) -> Values:
    """Every value expression of ``text``, and every number that is none.

    ``text`` is clean: simplified script, half-width digits and letters. Spans count its code points, end exclusive.
    ``language`` (BCP 47) names the language of the words between spaces; Han characters are read as Chinese in any
    case. ``published`` (an ISO date, a prefix of one will do) resolves relative dates. ``script="hant"`` says that the
    text was in traditional characters before it was cleaned, which decides what 兆 means.
    """
    page = passage(text, script)
    known = vocabulary(language, (language or "").startswith("zh") or bool(_HAN.search(text)))
    dates = find_dates(page, known, published)
    found = [_dated(text, page, date) for date in dates]
    taken = tuple((date.start, date.end) for date in dates)
    skipped: list[LeftOut] = []
    for number in scan(page, known, taken):
        if isinstance(number, Skipped):
            skipped.append(LeftOut(page.given(number.start, number.end), number.reason))
        else:
            found.append(_mention(text, page, number, known))
    return Values(tuple(sorted(found, key=lambda mention: mention.span)), tuple(skipped))


def _mention(text: str, page: Passage, amount: Amount, known: Vocabulary) -> ValueMention:
    found = role(page, amount, known)
    span = page.given(amount.start, amount.end)
    return ValueMention(
        span, page.given(*amount.core), span.of(text), amount.quantity(), found.value if found else None
    )


def _dated(text: str, page: Passage, date: DateMention) -> ValueMention:
    span = page.given(date.start, date.end)
    return ValueMention(span, span, span.of(text), date.quantity, date.role)
