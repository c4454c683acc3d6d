"""What tells one of a series from the next: versions, editions and the numbers that belong to a name."""

from __future__ import annotations

import re

_VERSIONED = re.compile(
    r"(?<![A-Za-z0-9.])[A-Za-z][A-Za-z]+[ -]?(?:v|V|R)?(\d+(?:\.\d+)*[A-Za-z]?\d*)(?![\d%,.]*\d|[A-Za-z]|\s?(?:%|million|billion|thousand))"
    r"|第\s?([0-9一二三四五六七八九十百]+)\s?[届期版代轮季集章次]"
    r"|(?<![\d.,])(\d{1,3})(?:st|nd|rd|th)\s+(?:edition|annual|[A-Z])"
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec in on at by to of and or from the over about around than since until".split()
)


def instances_in(text: str) -> tuple[str, ...]:
    """The versions, editions and numbered members of a series that ``text`` names, sorted, each once."""
    found = set()
    for match in _VERSIONED.finditer(text):
        word = re.match(r"[A-Za-z]+", match.group())
        if match.group(1) and word and word.group().lower() in _MONTHS:
            continue
        found.add(next(filter(None, match.groups())).lower())
    return tuple(sorted(found))
