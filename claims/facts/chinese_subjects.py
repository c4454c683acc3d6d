"""What a Chinese clause speaks of: the phrase before a statement, or one carried over from the clauses before."""

from __future__ import annotations

from dataclasses import replace

from claims.facts.arguments import Stretch, before, behind, clause_start, is_name, tokens_between
from claims.facts.attributes import Attribute
from claims.facts.fact import Fact
from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

COPULAS = frozenset({"是", "为", "叫", "就是", "名叫", "系"})
IDLE = frozenset({Pos.ADVERB, Pos.PARTICLE, Pos.TIME, Pos.VALUE})
_FILLERS = frozenset({"了", "着", "过", "的", "到", "出", "于", "在", "：", ":", "，", ",", "——", "—"})
_COMMAS = frozenset({"，", ","})
_LEADING = frozenset({Pos.ADVERB, Pos.CONJUNCTION})
_NEAR = IDLE | {Pos.ADJECTIVE}


def subject_before(reading: Reading, at: int, *, same_clause: bool = False) -> Stretch | None:
    """What the clause speaks of before the offset ``at``, else what the clauses before it do: the first name."""
    start = clause_start(reading, at)
    earlier = clause_start(reading, start - 1) if start > reading.span.start else start
    for first in (start,) if same_clause else (start, earlier, reading.span.start):
        continued = start == at and first == earlier
        chosen = _spoken_of(reading, first, at, here=first == start or continued)
        if chosen is not None:
            wider = before(reading, chosen.last, first)
            span = wider.span if wider and wider.span.contains(chosen.span) else chosen.span
            goes_on = predicate_opens(reading, start, at) and span.start == _topic(reading, start)
            between = reading.text[span.end : at].strip()
            near = goes_on or _near(reading, span.end, at) or (continued and between in _COMMAS)
            return Stretch(span, (span,), chosen.first, chosen.last, names_something(chosen), near)
    return None


def _spoken_of(reading: Reading, start: int, end: int, *, here: bool) -> Phrase | None:
    """The phrase between two offsets that a statement is made of: the name that ``end`` follows, else the first name.

    ``here`` says that the statement stands in the same clause; there a common noun will do.
    """
    phrases = [_until(p, end) for p in reading.phrases if start <= p.span.start < end]
    phrases = [p for p in phrases if p.span.end <= end]
    free = [p for p in phrases if not p.preposition and p.link is None]
    close = [p for p in free if names_something(p) and _near(reading, p.span.end, end)]
    named = [*close[-1:], *(p for p in free if p.is_name), *(p for p in phrases if p.is_name)]
    if named or not here:
        return next(iter(named), None)
    return next((p for p in free if p.tokens[0].text not in load_words().generic), None)


def _until(phrase: Phrase, end: int) -> Phrase:
    """The phrase as far as ``end``: 海图云 of 海图云总部, where 总部位于 states the fact."""
    tokens = tuple(t for t in phrase.tokens if t.span.end <= end)
    if phrase.span.end <= end or not any(t.pos in (Pos.NAME, Pos.NOUN) for t in tokens):
        return phrase
    place = Span(phrase.span.start, tokens[-1].span.end)
    return replace(phrase, span=place, tokens=tokens, last=phrase.first + len(tokens), link=None)


def names_something(phrase: Phrase) -> bool:
    """Whether a phrase holds a name."""
    return any(is_name(t) for t in phrase.tokens)


def _near(reading: Reading, start: int, end: int) -> bool:
    """Whether nothing but adverbs, times and copulas stands between two offsets."""
    return all(t.pos in _NEAR or t.text in COPULAS for t in tokens_between(reading, start, end))


def predicate_opens(reading: Reading, start: int, at: int) -> bool:
    """Whether a clause that begins at ``start`` speaks of nothing before its predicate at ``at``: 也没有优势."""
    return not any(t.pos in (Pos.NAME, Pos.NOUN, Pos.VERB) for t in tokens_between(reading, start, at))


def _topic(reading: Reading, start: int) -> int | None:
    """Where the phrase stands that a clause without a subject, at ``start``, goes on with: the one that opens the last
    clause before it (浙江不算重镇，没有优势); None where that clause opens with something else."""
    while start > reading.span.start:
        start = clause_start(reading, start - 1)
        opening = next((t for t in tokens_between(reading, start, reading.span.end) if t.pos not in _LEADING), None)
        if opening is not None and opening.pos is not Pos.VERB:
            return next((p.span.start for p in reading.phrases if p.span.start == opening.span.start), None)
    return None


def opens_clause(reading: Reading, word: Span) -> bool:
    """Whether nothing is spoken of in the clause before ``word``."""
    start = clause_start(reading, word.start)
    return not any(t.pos in (Pos.NAME, Pos.NOUN) for t in tokens_between(reading, start, word.start))


def owner_behind(reading: Reading, value: Stretch, end: int) -> Stretch | None:
    """X in 总部位于V的X."""
    tokens = reading.tokens
    if value.last < len(tokens) and tokens[value.last].text == "的":
        return behind(reading, value.last + 1, end)
    return None


def past_fillers(reading: Reading, at: int, end: int) -> int:
    """The first token from ``at`` on that is no mark or particle between a word and its value."""
    tokens = reading.tokens
    while at < len(tokens) and tokens[at].text in _FILLERS and tokens[at].span.end <= end:
        at += 1
    return at


def stated_in_chinese(
    reading: Reading, word: Span, attribute: Attribute, subject: Stretch | None, value: Stretch, label: str = ""
) -> Fact | None:
    """The fact that ``word`` states; None where subject and value overlap.

    ``label`` is what editors read where the words of the text say it: the name of an office.
    """
    if subject is not None and subject.span.overlaps(value.span):
        return None
    before_it = [t.text for t in tokens_between(reading, max(reading.span.start, word.start - 4), word.start)]
    said = word.of(reading.text)
    denied = any(d in said for d in load_words().denied) or any(t in load_words().denied for t in before_it[-2:])
    return Fact(
        attribute.id,
        label or attribute.labels["zh"],
        subject.span if subject else None,
        value.span,
        value.parts,
        denied,
        firm=subject is not None and subject.near,
    )
