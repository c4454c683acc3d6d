"""Who says what: quoted words with their speaker, wherever the quotation begins and ends, and what is told of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.describe import Article, claim_at
from claims.facts.claim import STATED
from claims.facts.matching import STATEMENT
from claims.facts.speakers import MARKS, REACH, Speaker, speaker_before, speaker_behind, told
from claims.facts.wording import stretches
from claims.model import Claim, Features
from claims.quotations import Quotation
from claims.topics.places import name_key
from claims.topics.reading import Reading, is_chinese
from sources.span import Span

_LABELS = {True: "言论", False: "statement"}
_LONGEST = 600
"""Code points of a sentence; a longer quotation stands for itself."""
_SHORTEST = {True: 6, False: 20}
"""Code points of what is told, in Chinese and in other languages."""
_GAP = 2
_ENDINGS = "，。！？,.!?"


@dataclass(frozen=True, slots=True)
class _Saying:
    """A speaker (None where nobody is found), the words, and the sentence or sentences they stand in."""

    speaker: Speaker | None
    words: Span
    sentence: Span


def statements(article: Article, readings: Sequence[Reading], topic: str) -> Iterator[Claim]:
    """The claims that somebody says something: one for each quotation, and for each sentence that tells what is said.

    ``readings`` are the sentences of the article in order, ``topic`` the name that it is about.
    """
    last: _Saying | None = None
    quoting: set[int] = set()
    for quotation in article.quotations:
        around = _around(readings, quotation.span)
        quoting.update(around)
        said = _quoted(readings, around, quotation)
        if said and last and not said.speaker and _goes_on(article.text.text, last, said):
            said = replace(said, speaker=last.speaker)
        if said:
            yield _claim(article, said, quotation, topic)
        last = said
    for n, reading in enumerate(readings):
        if n not in quoting and (found := told(reading, _SHORTEST[reading.chinese])):
            yield _claim(article, _Saying(found.speaker, found.words, reading.span), None, topic)


def _goes_on(text: str, last: _Saying, said: _Saying) -> bool:
    """Whether a quotation without a speaker goes on with the one before: in its paragraph, and soon behind it."""
    gap = text[last.words.end : said.words.start]
    return len(gap) <= REACH and "\n" not in gap


def _around(readings: Sequence[Reading], place: Span) -> range:
    """The places among ``readings``, in order, of those that touch ``place``."""
    first = bisect_right(readings, place.start, key=lambda r: r.span.end)
    return range(first, bisect_left(readings, place.end, key=lambda r: r.span.start))


def _quoted(readings: Sequence[Reading], at: range, quotation: Quotation) -> _Saying | None:
    """The quotation with who says it, in the sentence that leads up to it or the one that follows.

    ``at`` says which of ``readings`` it touches.
    """
    if not at:
        return None
    place, around = quotation.span, readings[at.start : at.stop]
    words = Span(place.start + 1, place.end - 1)
    first = around[0]
    if first.span.start < place.start and (speaker := speaker_before(first, place.start)):
        return _Saying(speaker, words, _joined(around, place))
    following = next((r for r in readings[at.stop : at.stop + 1] if r.span.start <= place.end + _GAP), None)
    for reading in (around[-1], following):
        if reading is not None and (speaker := speaker_behind(reading, max(place.end, reading.span.start))):
            return _Saying(speaker, words, _joined([*around, reading], place))
    sentence_like = any(c in _ENDINGS for c in words.of(first.text))
    return _Saying(None, words, _joined(around, place)) if sentence_like else None


def _joined(readings: Sequence[Reading], place: Span) -> Span:
    start, end = min(r.span.start for r in readings), max(r.span.end for r in readings)
    return Span(min(start, place.start), max(end, place.end))


def _claim(article: Article, said: _Saying, quotation: Quotation | None, topic: str) -> Claim:
    text, sentence, quote = article.text.text, said.sentence, said.words
    if len(sentence) > _LONGEST:
        sentence = said.words
    speaker = said.speaker
    if speaker and sentence.contains(speaker.span):
        quote = Span(min(speaker.span.start, quote.start), max(speaker.span.end, quote.end))
    name = article.aliases.canonical(speaker.name) if speaker and speaker.name else None
    who = name or (speaker.span.of(text) if speaker else None)
    words = said.words.of(text)
    return replace(
        claim_at(article, sentence, quote, said.words, STATED),
        subject=who,
        attribute=_LABELS[is_chinese(words)],
        text=words.strip(MARKS),
        attributed_to=who,
        features=Features(
            names=(name_key(name),) if name else (),
            named=bool(name),
            head=STATEMENT,
            quotations=quotation.openings if quotation else (),
            values=stretches(words),
            around=tuple(sorted(article.keeps_naming)),
            story=article.story,
            topic=name_key(topic),
            published=article.published,
        ),
    )
