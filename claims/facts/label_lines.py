"""Facts in fact boxes and lists: ``Owner: Orbis Group``, ``| Developed by | Acme |``, ``总部：北京``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from claims.facts.arguments import behind, index_at
from claims.facts.attributes import attributes
from claims.facts.fact import Fact
from claims.topics.reading import Reading
from sources.span import Span

_LINE = re.compile(
    r"[ \t　]*(?:[-*•·▪■★]\s*)?(?P<label>[^\s:：|，。；][^:：|\n，。；]{0,23}?)"
    r"\s*(?:[:：]|\|)[ \t　]*(?P<value>[^\n|]+)"
)
"""A label at the head of a line or row, and what stands behind its colon or in the next cell."""

_FURTHER = re.compile(r"(?:[ 　]{2,}|　)(?P<label>[^\s:：|，。；]{1,12})[:：][ \t]*(?P<value>[^\n|]+)")
"""A further label of the same line, which wide space parts from the value before it."""

_ENDS = re.compile(r"[（(;；。，,\[]|\s[-–—]\s|[ 　]{2,}|　|\s+\d")
"""What ends a value, or opens a remark on it."""


def facts_of_lines(reading: Reading) -> Iterator[Fact]:
    """The facts that the labels of a line give, of the thing that the text is about; their values are names."""
    language = "zh" if reading.chinese else "en"
    for label, value in _labelled(reading):
        attribute = attributes().get(_known(language).get(_folded(label), ""))
        found = behind(reading, index_at(reading, value.start), value.end) if attribute else None
        if attribute and found and found.named and found.span.start <= value.start + 1:
            parts = found.parts if found.span.end <= value.end else (value,)
            yield Fact(attribute.id, attribute.labels[language] or label, None, value, parts, entry=True)


def _labelled(reading: Reading) -> Iterator[tuple[str, Span]]:
    """The labels of a line, each with the place of its value."""
    text, span = reading.text, reading.span
    if found := _LINE.match(text, span.start, span.end):
        yield found["label"], _value(text, found)
        for further in _FURTHER.finditer(text, found.start("value"), span.end):
            yield further["label"], _value(text, further)


def _value(text: str, found: re.Match[str]) -> Span:
    start, end = found.span("value")
    ended = _ENDS.search(text, start, end)
    stop = ended.start() if ended else end
    return Span(start, start + max(1, len(text[start:stop].rstrip())))


def _folded(label: str) -> str:
    """A label as it stands in the table: without marks, in lower case, Chinese without spaces."""
    plain = label.strip(" *").lower()
    return plain if plain.isascii() else plain.replace(" ", "")


@lru_cache(maxsize=2)
def _known(language: str) -> Mapping[str, str]:
    table = tomllib.loads(files("claims.facts").joinpath("label_lines.toml").read_text("utf-8"))[language]
    return {word: attribute for attribute, words in table.items() for word in words}
