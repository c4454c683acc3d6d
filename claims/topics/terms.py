"""The telling words of a stretch of text, as concepts where a word is known to be one, else as lemmas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.topics.concepts import load_concepts
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_TELLING = frozenset({Pos.NOUN, Pos.VERB, Pos.ADJECTIVE, Pos.NAME})


def concept_of(word: str, *, chinese: bool) -> str | None:
    """The concept that ``word`` (Chinese wording, or an English lemma) ends in: ``衍生模型`` is a model."""
    concepts = load_concepts()
    hits = concepts.chinese(word, 0, len(word)) if chinese else concepts.english(word.split())
    whole = len(word) if chinese else len(word.split())
    return next((hit.id for hit in reversed(hits) if hit.end == whole), None)


def terms_of(reading: Reading, stretch: Span, leave_out: Sequence[Span]) -> tuple[str, ...]:
    """The telling words of ``stretch``, sorted, each once; what touches ``leave_out`` does not count."""
    tokens = [t for t in reading.tokens_in(stretch) if not any(t.span.overlaps(s) for s in leave_out)]
    found = _chinese(reading, tokens) if reading.chinese else _english(tokens)
    weak = load_words().weak
    return tuple(sorted({term for term in found if term not in weak}))


def _english(tokens: Sequence[Token]) -> Iterator[str]:
    lemmas = [t.lemma for t in tokens]
    hits = load_concepts().english(lemmas)
    covered = {n for hit in hits for n in range(hit.start, hit.end)}
    yield from (f"={hit.id}" for hit in hits)
    weak = load_words().weak
    for n, token in enumerate(tokens):
        if n not in covered and token.pos in _TELLING and token.text.lower() not in weak and len(token.lemma) > 1:
            yield token.lemma


def _chinese(reading: Reading, tokens: Sequence[Token]) -> Iterator[str]:
    """Concepts, Latin words, and of what is left the pairs of characters: words are cut differently from text to text."""
    weak = load_words().weak
    for run in _runs(tokens, weak):
        span = Span(run[0].span.start, run[-1].span.end)
        hits = load_concepts().chinese(reading.text, span.start, span.end)
        yield from (f"={hit.id}" for hit in hits)
        at = span.start
        for start, end in [*((hit.start, hit.end) for hit in hits), (span.end, span.end)]:
            yield from _pairs(reading.text[at:start])
            at = max(at, end)


def _runs(tokens: Sequence[Token], weak: frozenset[str]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in tokens:
        if token.pos in _TELLING and token.text not in weak and (not run or run[-1].span.end == token.span.start):
            run.append(token)
            continue
        if run:
            yield run
        run = [token] if token.pos in _TELLING and token.text not in weak else []
    if run:
        yield run


def _pairs(text: str) -> Iterator[str]:
    if text.isascii():
        yield from (word.lower() for word in text.split() if len(word) > 1)
    else:
        yield from (text[n : n + 2] for n in range(len(text) - 1))
