"""Every numeral of a text as it is written, whether or not it is part of a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claims.values.number_words import table_of, words_of
from claims.values.vocabulary import vocabulary
from sources.cleaning.width import narrowed
from sources.script import to_simplified
from sources.span import Span

_FORMAL = frozenset("壹贰叁参肆伍陆柒捌玖拾佰仟")
_LETTERS = r"[^\W\d_\u2e80-\U0010ffff]+"


def numeral_runs(text: str, language: str | None = None) -> Iterator[Span]:
    """The numerals of ``text``, in order, none overlapping; spans count its code points.

    A numeral is a run of figures of any width with the marks that group them (``1,730``, ``2.5``) and of Chinese
    numerals in either script (``1.8亿``, ``叁仟``), or one of number words as the reader of values knows them
    (``twenty one``, ``third``). The forms of Chinese numerals for documents (叁, 陆, 参) are numerals only beside
    another: alone they are words and surnames. ``language`` (BCP 47) names the language of the words between spaces.
    """
    known = vocabulary(language)
    plain = to_simplified(narrowed(text))
    name = known.spaced.name
    end = start = -1
    for found in _pattern(known.han_digits + known.han_multipliers).finditer(plain):
        if found["word"] is None:
            if start >= 0:
                yield Span(start, end)
                start = -1
            if found.group() not in _FORMAL:
                yield Span(*found.span())
        elif words_of(found["word"].lower(), name) or found["word"].lower() in table_of(name):
            joined = start >= 0 and plain[end : found.start()] in (" ", "-")
            if start >= 0 and not joined:
                yield Span(start, end)
            start, end = start if joined else found.start(), found.end()
    if start >= 0:
        yield Span(start, end)


@cache
def _pattern(han: str) -> re.Pattern[str]:
    figures = r"\d+(?:,\d{3}(?!\d)|\.\d+)*"
    return re.compile(rf"(?:{figures}|[{han}])+|(?P<word>{_LETTERS})")
