"""The value of a statement in Chinese, as its attribute has them: a name, a phrase, or the rest of the clause."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.facts.arguments import Stretch, behind, index_at
from claims.facts.attributes import Attribute, attributes
from claims.topics.reading import Reading
from sources.span import Span

_LONGEST_TEXT = 48
_END_REACH = 24
_SHORTEST = 2
_TRAILING = re.compile(r"[\s，。；：、！？,.;:!?…的了]+$")


def value_from(reading: Reading, at: int, end: int, attribute: Attribute) -> Stretch | None:
    """The value that begins with the token ``at``, as its attribute has them: a name, a phrase, or the clause."""
    if at >= len(reading.tokens) or reading.tokens[at].span.start >= end:
        return None
    start = reading.tokens[at].span.start
    if attribute.ends.get("zh"):
        found = _ends("zh", attribute.id).search(reading.text, start, min(end, start + _END_REACH))
        phrase = behind(reading, at, found.end(), linked=True) if found else None
        return phrase if found and phrase and phrase.span.end == found.end() else None
    if attribute.named:
        phrase = behind(reading, at, end)
        return phrase if phrase and phrase.named else None
    stop = min(end, start + _LONGEST_TEXT)
    trailing = _TRAILING.search(reading.text, start, stop)
    place = Span(start, trailing.start() if trailing else stop)
    return Stretch(place, (place,), at, index_at(reading, place.end), named=False) if len(place) >= _SHORTEST else None


@lru_cache(maxsize=64)
def _ends(language: str, attribute: str) -> re.Pattern[str]:
    words = sorted(attributes()[attribute].ends.get(language, ()), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)) or r"(?!)")
