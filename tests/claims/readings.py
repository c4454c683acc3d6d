"""Sentences read for a test, with the value under test in marks: ``阿里云拥有⟦3万⟧名员工``."""

from __future__ import annotations

from dataclasses import dataclass

from claims.aliases import Aliases
from claims.extract import extract
from claims.model import Claim, Kind, ValueMention
from claims.topics.names import find_names
from claims.topics.reading import Reading
from claims.values import find_values
from sources.document import Document
from sources.span import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A reading, its value expressions, and the place of the marked value."""

    reading: Reading
    mentions: tuple[ValueMention, ...]
    value: Span

    @property
    def mention(self) -> ValueMention:
        """The value expression that the mark touches."""
        return next(m for m in self.mentions if m.span.overlaps(self.value))

    @property
    def kind(self) -> Kind:
        """The kind of the marked value."""
        return self.mention.quantity.kind


def sentence(marked: str, *, published: str | None = None, aliases: Aliases | None = None) -> Sentence:
    """The sentence without its marks, read as the whole line does; without marks the value is where it begins."""
    before, _, rest = marked.partition("⟦")
    value, _, after = rest.partition("⟧")
    text = before + value + after
    mentions = find_values(text, published=published)
    names = find_names(text, aliases or Aliases())
    whole = Span(0, len(text))
    reading = Reading(text, whole, tuple(m.span for m in mentions), names.inside(whole))
    return Sentence(reading, mentions, Span(len(before), len(before) + len(value)) if rest else Span(0, 0))


def claims_in(text: str, published: str | None = "2024-05-01") -> tuple[Claim, ...]:
    """The claims of a plain text, which may be empty or hold what no file can."""
    return extract(Document("0" * 64, "utf-8", text), published=published)
