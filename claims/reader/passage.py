"""The pieces of a text that a model is shown: a paragraph or a few short ones, with the values found numbered."""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from claims.extract import Extraction
from claims.model import Claim, Kind
from claims.sentences import sentences
from claims.topics.naming import folded
from claims.topics.outline import HEADING
from sources.cleaning import Block, CleanText
from sources.script import to_simplified
from sources.span import Span

LONGEST = 1600
"""Characters of a passage, unless a single sentence has more."""

SHORT = 200
"""A passage shorter than this takes in the paragraph that follows, so that a list does not cost a call an entry."""

_BEFORE = 300
_MARK = "⟦{}⟧"
_MARKS = re.compile(r"⟦\d+⟧")
_BRACKETS = str.maketrans("⟦⟧", "〔〕")
_EDGE = r"(?:(?<![a-z0-9])|(?![a-z0-9]))"
"""Where a Latin word or a number is not cut in two."""

_STOP = re.compile(r"[。！？!?.]\s*|\s+")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A value in a passage: its number, where it stands in the passage, as it is written, and the key of its claim."""

    number: int
    at: int
    written: str
    kind: Kind
    key: str


@dataclass(frozen=True)
class Passage:
    """What a model is shown at a time. ``span`` points into the clean text and ``text`` is what stands there.

    ``before`` is the end of the text ahead, to be understood by and not to be read. ``dates`` are those that grammar
    found in the passage, and that of the article: no other can be named.
    """

    span: Span
    text: str
    title: str | None
    heading: str | None
    before: str
    values: tuple[Numbered, ...]
    dates: tuple[str, ...]

    def record(self) -> dict[str, Any]:
        """What is sent, as a JSON object has it."""
        record = {
            "title": self.title,
            "heading": self.heading if self.heading != self.title else None,
            "before": self.before or None,
            "passage": self._marked(),
            "values": [{"n": v.number, "value": v.written, "kind": v.kind.value} for v in self.values],
            "dates": list(self.dates),
        }
        return {key: value for key, value in record.items() if value is not None}

    @cached_property
    def content(self) -> str:
        """What is sent, as JSON, in which the text of an article can end nothing and begin nothing."""
        return json.dumps(self.record(), ensure_ascii=False)

    @cached_property
    def key(self) -> str:
        """The name of what is sent, by which its answer is kept: the same text in the same place has the same one."""
        return hashlib.sha256(self.content.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @cached_property
    def _shown(self) -> str:
        parts = (self.title, self.heading, self.before, self.text)
        return "\n".join(plain(part) for part in parts if part)

    def shows(self, words: str) -> bool:
        """Whether ``words`` stand in what is shown; see :func:`stands_in`."""
        return stands_in(words, self._shown)

    def counts(self, place: Span) -> bool:
        """Whether a numbered value begins in ``place`` of the clean text."""
        return any(place.start <= self.span.start + value.at < place.end for value in self.values)

    def find(self, quote: str, within: Span | None = None) -> Span | None:
        """Where ``quote`` stands in the clean text, inside ``within``; None where it does not.

        The marks of values and white space do not count, everything else does.
        """
        wanted = "".join(_MARKS.sub("", quote).split())
        span = within or self.span
        text = self.text[span.start - self.span.start : span.end - self.span.start]
        places = [n for n, character in enumerate(text) if not character.isspace()]
        at = "".join(text[n] for n in places).find(wanted)
        if at < 0 or not wanted:
            return None
        return Span(span.start + places[at], span.start + places[at + len(wanted) - 1] + 1)

    def _marked(self) -> str:
        pieces, at = [], 0
        for value in sorted(self.values, key=lambda v: (v.at, v.number)):
            pieces += [self.text[at : value.at].translate(_BRACKETS), _MARK.format(value.number)]
            at = value.at
        return "".join([*pieces, self.text[at:].translate(_BRACKETS)])


def passages_of(found: Extraction, title: str | None, published: str | None) -> tuple[Passage, ...]:
    """The passages of a text in which grammar found something, in order; ``title`` and ``published`` are its source's.

    An edit changes the passage that it falls into, and the one behind that, which is shown with what stands before it.
    """
    text = found.text
    places = [(_place(text, claim), claim) for claim in found.claims]
    kept = []
    before = ""
    for heading, span in _joined(text, list(_pieces(text))):
        inside = [(at, claim) for at, claim in places if span.start <= at < span.end]
        if inside:
            kept.append(_passage(text, span, (title, heading, before), inside, published))
        before = _tail(span.of(text.text))
    return tuple(kept)


def passage_around(text: CleanText, claim: Claim, title: str | None, published: str | None) -> Passage | None:
    """The passage in which the value of ``claim`` stands, with that value alone; None where it is shown to nobody."""
    at, before = _place(text, claim), ""
    for heading, span in _joined(text, list(_pieces(text))):
        if span.start <= at < span.end:
            value = Numbered(1, at - span.start, " ".join(_written(claim).split()), claim.kind, claim.key)
            dates = (published,) if published else ()
            return Passage(span, span.of(text.text), title, heading, _tail(before), (value,), dates)
        before = span.of(text.text)
    return None


def _passage(
    text: CleanText,
    span: Span,
    around: tuple[str | None, str | None, str],
    inside: Sequence[tuple[int, Claim]],
    published: str | None,
) -> Passage:
    stated = [(at, claim) for at, claim in inside if claim.kind is not Kind.FACT]
    values = tuple(
        Numbered(n, at - span.start, " ".join(_written(claim).split()), claim.kind, claim.key)
        for n, (at, claim) in enumerate(stated, 1)
    )
    dates = {d for _, claim in inside for d in (claim.as_of, _date(claim)) if d} | ({published} if published else set())
    return Passage(span, span.of(text.text), *around, values, tuple(sorted(dates)))


def _written(claim: Claim) -> str:
    return claim.value_at.of(claim.sentence)


def _date(claim: Claim) -> str | None:
    """The date that a claim states, as an as-of says it."""
    low, high = claim.quantity.low, claim.quantity.high
    if claim.kind is not Kind.DATE or (low is None and high is None):
        return None
    return str(low) if low == high else f"{low or ''}/{high or ''}"


def _place(text: CleanText, claim: Claim) -> int:
    """Where the value of a claim begins in the clean text."""
    return bisect_left(text.origin.starts, claim.value_span.start)


def _pieces(text: CleanText) -> Iterator[Block]:
    """The blocks of a text, those that are too long cut between sentences."""
    for block in text.blocks:
        if len(block.span) <= LONGEST:
            yield block
            continue
        start = end = block.span.start
        for sentence in sentences(text.text, block.span):
            if sentence.end - start > LONGEST and end > start:
                yield Block(Span(start, end), block.kind)
                start = sentence.start
            end = sentence.end
        yield Block(Span(start, block.span.end), block.kind)


def _joined(text: CleanText, pieces: Sequence[Block]) -> Iterator[tuple[str | None, Span]]:
    """The spans of passages, each with the heading that it stands under; code is shown to nobody."""
    heading: str | None = None
    open_: Span | None = None
    for piece in pieces:
        grows = open_ is not None and len(open_) < SHORT and piece.span.end - open_.start <= LONGEST
        if piece.kind == "code" or piece.kind == HEADING or not grows:
            if open_ is not None:
                yield heading, open_
            open_ = None
        if piece.kind == HEADING:
            heading = " ".join(piece.span.of(text.text).split())
        if piece.kind != "code":
            open_ = Span(open_.start, piece.span.end) if open_ else piece.span
    if open_ is not None:
        yield heading, open_


def _tail(text: str) -> str:
    """The end of a text from the beginning of a sentence, or at least of a word."""
    if len(text) <= _BEFORE:
        return text
    tail = text[-_BEFORE:]
    cut = _STOP.search(tail)
    return tail[cut.end() :] if cut and cut.end() < len(tail) else tail


def plain(text: str) -> str:
    """``text`` as words are looked up in it."""
    return folded(to_simplified(text))


def stands_in(words: str, text: str) -> bool:
    """Whether ``words`` stand in a :func:`plain` text, whole; width, case, script and white space do not matter."""
    wanted = plain(words)
    return bool(wanted) and re.search(f"{_EDGE}{re.escape(wanted)}{_EDGE}", text) is not None
