"""Short forms made of first letters: NHC of Northern Harbour Council, TH3 of Test Harness #3.

Every letter has to be the first of a word and every word but the joining ones has to give its first, which is stricter
than the rule of Schwartz and Hearst (2003, "A simple algorithm for identifying abbreviation definitions in biomedical
text"), from which reading backwards from the bracket is taken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from claims.suggestions.model import Evidence, Hint, Place
from claims.suggestions.roll import Roll
from claims.suggestions.vocabulary import load_vocabulary
from claims.topics.words import load_words
from sources.span import Span

_WORD = re.compile(r"[^\W_]+|&")
_SHORT = re.compile(r"[A-Z][A-Za-z0-9]{1,8}")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{2,8}")

_IN_ONE_ARTICLE = 0.75
_IN_SEVERAL = 0.5


def long_form(short: str, text: str, start: int, end: int) -> Span | None:
    """Where, in ``text[start:end]``, the words end that ``short`` has the first letters of; None where they do not.

    The words reach up to ``end``, but for quotation marks and spaces.
    """
    if not _SHORT.fullmatch(short) or sum(c.isupper() or c.isdigit() for c in short) < 2:
        return None
    words = [Span(*m.span()) for m in _WORD.finditer(text, start, end)]
    if not words or text[words[-1].end : end].strip(" \"”’'"):
        return None
    letters = list(short.rstrip("s").lower())
    at = len(words)
    while letters and at:
        at -= 1
        word = words[at].of(text).lower()
        if word[0] == letters[-1]:
            letters.pop()
        elif word not in load_vocabulary().connectors:
            return None
    return None if letters else Span(words[at].start, words[-1].end)


def acronyms(roll: Roll) -> Iterator[Hint]:
    """Capitals that stand in the text without explanation, and the one name whose words begin with them."""
    by_initials: defaultdict[str, set[str]] = defaultdict(set)
    for run in roll.runs:
        for name in {run, *run.split(" and ")} if " and " in run else {run}:
            by_initials[_initials(name)].add(name)
    common = load_words().common_latin
    for short in [name for name in roll.places if _ACRONYM.fullmatch(name) and name not in common]:
        fitting = by_initials.get(short.lower(), set())
        if len(fitting) == 1 and any(not _explained(roll, place) for place in roll.places[short]):
            (name,) = fitting
            where = roll.runs[name].article if name in roll.runs else None
            together = where in roll.articles_of(short) or roll.articles_of(name) & roll.articles_of(short)
            yield Hint(name, short, Evidence.ABBREVIATION, _IN_ONE_ARTICLE if together else _IN_SEVERAL)


def _explained(roll: Roll, place: Place) -> bool:
    """Whether the short form stands there in brackets, which is evidence of another kind."""
    start = place.span.start
    return roll.articles[place.article].text.text[max(0, start - 1) : start] in ("(", "（")


def _initials(name: str) -> str:
    words = [m.group().lower() for m in _WORD.finditer(name)]
    return "".join(word[0] for word in words if word not in load_vocabulary().connectors)
