"""Stretches of capitalised Latin words, with the small words that join them: Friends of the Old Harbour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.suggestions.vocabulary import load_vocabulary
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from sources.span import Span

_CAPITALISED = frozenset({Pos.NAME, Pos.NOUN, Pos.ADJECTIVE, Pos.VERB})
_INSIDE_NAMES = frozenset({"of", "the"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of capitalised words: the ``whole`` with everything that joins them, and the ``names`` in it.

    Only ``of`` and ``of the`` stand inside one name; ``and`` may join two (Debian and Ubuntu) or stand in one.
    """

    whole: Span
    names: tuple[Span, ...]


def latin_runs(reading: Reading) -> Iterator[Run]:
    """The runs of a sentence that have a name in them, in order."""
    run: list[Token] = []
    for token in reading.tokens:
        beside = bool(run) and reading.text[run[-1].span.end : token.span.start] == " "
        if _capitalised(token, first=token.span.start == reading.span.start):
            if run and not beside:
                yield from _closed(run)
                run = []
            run.append(token)
        elif beside and token.text in load_vocabulary().connectors:
            run.append(token)
        else:
            yield from _closed(run)
            run = []
    yield from _closed(run)


def _capitalised(token: Token, *, first: bool) -> bool:
    text = token.text
    if not text[0].isupper() or not text.isascii() or (len(text) < 2 and not first):
        return False
    # A capital at the start of a sentence says nothing.
    return token.pos is Pos.NAME or (token.pos in _CAPITALISED and (not first or len(text) > 1))


def _closed(run: list[Token]) -> Iterator[Run]:
    joining = load_vocabulary().connectors
    while run and run[-1].text in joining:
        run.pop()
    if not any(t.pos is Pos.NAME for t in run):
        return
    pieces: list[list[Token]] = [[]]
    for n, token in enumerate(run):
        small = token.text in joining
        if small and not (token.text in _INSIDE_NAMES and (token.text == "of" or run[n - 1].text == "of")):
            pieces.append([])
        elif not small or pieces[-1]:
            pieces[-1].append(token)
    names = tuple(_span(piece) for piece in pieces if any(t.pos is Pos.NAME for t in piece))
    yield Run(_span(run), names)


def _span(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].span.start, tokens[-1].span.end)
