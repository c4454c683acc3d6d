"""The values of a text: dates and amounts together, in order, none overlapping."""

from __future__ import annotations

import re

from claims.model import ValueMention
from claims.values.amount import Amount
from claims.values.dates import find_dates
from claims.values.dating import DateMention
from claims.values.passage import Passage, passage
from claims.values.roles import role
from claims.values.scan import amounts
from claims.values.vocabulary import Vocabulary, vocabulary

_HAN = re.compile(r"[\u3400-\u9fff]")


def find_values(
    text: str, *, language: str | None = None, published: str | None = None, script: str | None = None
) -> tuple[ValueMention, ...]:
    """Every value expression of ``text``, in order of place, none overlapping another.

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
    found += [_mention(text, page, amount, known) for amount in amounts(page, known, taken)]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _mention(text: str, page: Passage, amount: Amount, known: Vocabulary) -> ValueMention:
    found = role(page, amount, known)
    span = page.given(amount.start, amount.end)
    return ValueMention(
        span, page.given(*amount.core), span.of(text), amount.quantity(), found.value if found else None
    )


def _dated(text: str, page: Passage, date: DateMention) -> ValueMention:
    span = page.given(date.start, date.end)
    return ValueMention(span, span, span.of(text), date.quantity, date.role)
