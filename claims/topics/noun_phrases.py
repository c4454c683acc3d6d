"""Noun phrases: who and what a sentence speaks of, with the preposition or owner that binds each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.topics.tokens import Pos, Token
from sources.span import Span

_INSIDE = frozenset({Pos.NAME, Pos.NOUN, Pos.ADJECTIVE})
_HEADS = frozenset({Pos.NAME, Pos.NOUN})
_PLACING = frozenset({"in", "at", "near", "from", "to", "outside", "off"})
_OWNER_LINKS = frozenset({"的", "'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: ``tokens[first:last]`` of its sentence.

    ``preposition`` is the lemma of the preposition that governs it, None when it stands free. ``link`` tells how
    it is bound to the phrase after it: ``的`` and ``'s`` make it the owner, ``of`` makes the next one the owner.
    """

    span: Span
    tokens: tuple[Token, ...]
    first: int
    last: int
    preposition: str | None = None
    link: str | None = None

    @property
    def head(self) -> Token:
        """The last noun or name."""
        return next(t for t in reversed(self.tokens) if t.pos in _HEADS)

    @property
    def is_name(self) -> bool:
        """Whether it is headed by a name."""
        return self.head.pos is Pos.NAME


def noun_phrases(tokens: Sequence[Token], verbs: frozenset[str]) -> tuple[Phrase, ...]:
    """The noun phrases of one sentence, left to right, none overlapping.

    A verb counts as part of a Chinese noun phrase when it stands between common nouns (``人工智能融资额``) or behind a
    的 (``的下载量``) and is none of ``verbs``, the verbs that always rule a clause.
    """
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        end = _run(tokens, at, verbs)
        if end == at:
            at += 1
            continue
        run = tuple(tokens[at:end])
        if any(t.pos in _HEADS for t in run):
            place = Span(run[0].span.start, run[-1].span.end)
            found.append(Phrase(place, run, at, end, _governor(tokens, at, found), _link(tokens, end)))
        at = end
    return tuple(found)


def _run(tokens: Sequence[Token], start: int, verbs: frozenset[str]) -> int:
    """Where the noun phrase that starts at ``start`` ends, trailing adjectives left out; ``start`` when none does."""
    at = start
    end = start
    after_link = start > 0 and tokens[start - 1].pos is Pos.LINK
    while at < len(tokens):
        token = tokens[at]
        if token.pos in _INSIDE and token.text not in verbs:
            at += 1
            if token.pos in _HEADS:
                end = at
        elif token.pos is Pos.VERB and _nominal(
            tokens, at, tokens[at - 1].pos is Pos.NOUN if at > start else after_link, verbs
        ):
            at += 1
        else:
            break
    return end


def _nominal(tokens: Sequence[Token], at: int, begun: bool, verbs: frozenset[str]) -> bool:
    token = tokens[at]
    follows = at + 1 < len(tokens) and tokens[at + 1].pos is Pos.NOUN
    return not token.text.isascii() and begun and follows and token.text not in verbs


def _link(tokens: Sequence[Token], end: int) -> str | None:
    return tokens[end].text.lower() if end < len(tokens) and tokens[end].pos is Pos.LINK else None


def _within_place(tokens: Sequence[Token], at: int, before: Phrase) -> bool:
    """Whether the name at ``at`` only says where the place before it lies: in Porto Alegre, Brazil."""
    parted = before.last == at - 1 and tokens[at - 1].text == ","
    if not parted or before.preposition not in _PLACING or not before.is_name or tokens[at].pos is not Pos.NAME:
        return False
    behind = next((t for t in tokens[at:] if t.pos is not Pos.NAME), None)
    return behind is None or behind.pos not in (Pos.VERB, Pos.LINK, Pos.NOUN, Pos.ADVERB)


def _governor(tokens: Sequence[Token], at: int, found: Sequence[Phrase]) -> str | None:
    """The preposition before the token at ``at``, determiners and owners skipped."""
    if found and _within_place(tokens, at, found[-1]):
        return found[-1].preposition
    back = at - 1
    while back >= 0 and tokens[back].pos in (Pos.DETERMINER, Pos.PRONOUN, Pos.MEASURE):
        back -= 1
    if back < 0:
        return None
    before = tokens[back]
    if before.pos is Pos.LINK and before.text in _OWNER_LINKS:
        return found[-1].preposition if found and found[-1].last == back else None
    return before.text.lower() if before.pos in (Pos.PREPOSITION, Pos.LINK) else None
