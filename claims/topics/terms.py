"""The telling words of a stretch of text, as concepts where a word is known to be one, else as lemmas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.topics.concepts import Role, load_concepts
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_NARROWING = frozenset({Pos.NOUN, Pos.NAME, Pos.ADJECTIVE})
_TELLING = frozenset({Pos.NOUN, Pos.VERB, Pos.ADJECTIVE, Pos.NAME})
_HAPPENING = frozenset({Pos.VERB, Pos.NOUN})


def head_of(tokens: Sequence[Token]) -> tuple[str, tuple[str, ...]]:
    """What a phrase names by its last words, and what narrows that down: ``=packages`` and ``binari``."""
    chinese = not tokens[-1].text.isascii()
    text = "".join(t.text for t in tokens) if chinese else ""
    hits = load_concepts().chinese(text, 0, len(text)) if chinese else load_concepts().english([t.text for t in tokens])
    size = len(text) if chinese else len(tokens)
    last = next((hit for hit in hits if hit.end == size), None)
    if last is None and chinese:
        last = next((replace(hit, start=size - 1, end=size) for hit in load_concepts().alone(tokens[-1].text)), None)
    if last is None and not chinese and tokens[-1].pos is Pos.VERB:
        # downloaded, visited: the verb of a thing that is counted
        last = next(iter(load_concepts().english([tokens[-1].lemma])), None)
        return (f"={last.id}" if last else tokens[-1].lemma), ()
    if last is None:
        return tokens[-1].lemma, tuple(t.lemma for t in tokens[:-1])
    if chinese:
        return f"={last.id}", tuple(t.lemma for t in _starting_before(tokens, last.start))
    return f"={last.id}", tuple(t.lemma for t in tokens[: last.start])


def _starting_before(tokens: Sequence[Token], offset: int) -> Iterator[Token]:
    """The words before ``offset`` that narrow a Chinese head down; 公司, 现有 and verbs do not."""
    at, idle = 0, load_words().idle_modifiers
    for token in tokens:
        at += len(token.text)
        if at <= offset and token.pos in _NARROWING and token.text not in idle:
            yield token


def fate_in(reading: Reading, stretch: Span, value: Span) -> str | None:
    """What befell those counted at ``value``: the nearest word in ``stretch`` for a death, an arrest or the like."""
    fates = load_words().fates
    if reading.chinese:
        hits = [(h.id, h.start, h.end) for h in load_concepts().chinese(reading.text, stretch.start, stretch.end)]
    else:
        tokens = reading.tokens_in(stretch)
        english = load_concepts().english([t.text for t in tokens])
        hits = [(h.id, tokens[h.start].span.start, tokens[h.end - 1].span.end) for h in english]
    near = [
        (max(start - value.end, value.start - end), f"={id_}")
        for id_, start, end in hits
        if f"={id_}" in fates and not _of_another(reading, value, start)
    ]
    return _SAME_FATE.get(found := min(near)[1], found) if near else None


def _of_another(reading: Reading, value: Span, start: int) -> bool:
    """Whether a noun behind another value is what that one counts: the deaths of *163 cases and 43 deaths*."""
    if reading.chinese or start < value.end:
        return False
    return any(value.end <= other.start and reading.text[other.end : start].strip() == "" for other in reading.values)


_SAME_FATE = {"=died": "=killed"}


def event_of(token: Token) -> str | None:
    """The event that a word names, as a concept; None where it names none."""
    word = token.text
    chinese = not word.isascii()
    hits = load_concepts().chinese(word, 0, len(word)) if chinese else load_concepts().english([word])
    hits = hits or load_concepts().alone(word)
    return next((f"={hit.id}" for hit in hits if hit.role == Role.EVENT), None)


@dataclass(frozen=True, slots=True)
class Happening:
    """A word or phrase for an event: the concept, the ``word`` of it that is a verb or noun, and where it stands."""

    event: str
    word: Token
    span: Span


def happenings(reading: Reading, stretch: Span) -> Iterator[Happening]:
    """What ``stretch`` says happened, by verbs, nouns and in English phrases: *set up*, *came into force*."""
    tokens = reading.tokens_in(stretch)
    if reading.chinese:
        named = ((event_of(t), t) for t in tokens if t.pos in _HAPPENING)
        yield from (Happening(event, token, token.span) for event, token in named if event)
        return
    for hit in load_concepts().english([t.text for t in tokens]):
        inside = tokens[hit.start : hit.end]
        word = next((t for t in inside if t.pos in _HAPPENING), None)
        if hit.role == Role.EVENT and word is not None:
            yield Happening(f"={hit.id}", word, Span(inside[0].span.start, inside[-1].span.end))


def role_of(head: str) -> str | None:
    """The role of the concept that ``head`` is, None when it is none."""
    return load_concepts().roles.get(head[1:]) if head.startswith("=") else None


def terms_of(reading: Reading, stretch: Span, leave_out: Sequence[Span]) -> tuple[str, ...]:
    """The telling words of ``stretch``, sorted, each once; what touches ``leave_out`` does not count."""
    left_out = {at for span in leave_out for at in range(span.start, span.end)}
    tokens = [t for t in reading.tokens_in(stretch) if left_out.isdisjoint(range(t.span.start, t.span.end))]
    found = _chinese(reading, tokens) if reading.chinese else _english(tokens)
    weak = load_words().weak
    return tuple(sorted({term for term in found if term not in weak}))


def _english(tokens: Sequence[Token]) -> Iterator[str]:
    hits = load_concepts().english([t.text for t in tokens])
    covered = {n for hit in hits for n in range(hit.start, hit.end)}
    yield from (f"={hit.id}" for hit in hits)
    weak = load_words().weak
    for n, token in enumerate(tokens):
        if n not in covered and token.pos in _TELLING and token.text.lower() not in weak and len(token.lemma) > 1:
            yield token.lemma


def _chinese(reading: Reading, tokens: Sequence[Token]) -> Iterator[str]:
    """Concepts, Latin words, and of what is left the pairs of characters, for words are cut differently each time."""
    weak = load_words().weak
    for run in _runs(tokens, weak):
        span = Span(run[0].span.start, run[-1].span.end)
        hits = load_concepts().chinese(reading.text, span.start, span.end)
        yield from (f"={hit.id}" for hit in hits)
        yield from (f"={hit.id}" for token in run for hit in load_concepts().alone(token.text))
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
