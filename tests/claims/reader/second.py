"""Reads a text with the answers of a model that are written down beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from claims.aliases import Aliases
from claims.describe import Article
from claims.extract import Extraction, extract_all
from claims.model import Claim
from claims.reader.answer import Answer, read_answer
from claims.reader.merging import Merged, Refused, merged
from claims.reader.passage import Passage, passages_of
from claims.reader.reader import Reader
from sources.document import Document

READER = Reader("paper-model", "v0")
PUBLISHED = "2025-04-28"


def found(text: str, *, published: str | None = PUBLISHED, title: str | None = None) -> tuple[Document, Extraction]:
    """What grammar reads of a text."""
    document = Document(hashlib.sha256(text.encode()).hexdigest(), "utf-8", text)
    return document, extract_all(document, published=published, title=title)


def passages(text: str, **words: str | None) -> tuple[Passage, ...]:
    """The passages of a text."""
    return passages_of(found(text, **words)[1], words.get("title"), words.get("published", PUBLISHED))


def read(
    text: str,
    answering: Callable[[Passage], Mapping[str, Any]],
    *,
    title: str | None = None,
    aliases: Mapping[str, list[str]] | None = None,
) -> Merged:
    """The claims of a text as grammar and a model read them; ``answering`` gives what it says of a passage."""
    document, extraction = found(text, title=title)
    pieces = passages_of(extraction, title, PUBLISHED)
    answers = {}
    for piece in pieces:
        answer = read_answer(json.dumps(answering(piece)), [value.number for value in piece.values])
        if isinstance(answer, Answer):
            answers[piece.key] = answer
    known = Aliases.of(aliases or {})
    article = Article(document, extraction.text, PUBLISHED, (), (), {}, known)
    return merged(extraction, article, pieces, answers, READER)


def of_value(written: str, **words: str) -> Callable[[Passage], Mapping[str, Any]]:
    """Says something of one value, and nothing of the others."""

    def answer(passage: Passage) -> Mapping[str, Any]:
        values = [{"n": v.number, **(words if v.written == written else {})} for v in passage.values]
        return {"values": values, "facts": []}

    return answer


def of_fact(here: str, **words: str) -> Callable[[Passage], Mapping[str, Any]]:
    """States a fact of the passage that holds the word ``here``."""

    def answer(passage: Passage) -> Mapping[str, Any]:
        return {"values": [{"n": v.number} for v in passage.values], "facts": [words] if here in passage.text else []}

    return answer


def claim(both: Merged, value: str) -> Claim:
    """The one claim of that value."""
    (one,) = [c for c in both.claims if c.value_quote == value]
    return one


def refused(both: Merged) -> Refused:
    """What was refused in all."""
    return sum(both.refused.values(), Refused())
