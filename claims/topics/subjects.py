"""Who or what a value is said of: the candidates a sentence offers, weighed by their place in it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from claims.model import Kind
from claims.topics.appositions import insertion
from claims.topics.context import Candidate, Context, from_context
from claims.topics.han_anaphora import owned_by_a_pronoun, points_back
from claims.topics.han_bonds import han_bonds
from claims.topics.han_properties import counted, names_a_property
from claims.topics.han_wholes import wholes
from claims.topics.name_parts import ends_as_organisation, is_generic, name_of, wording
from claims.topics.noun_phrases import Phrase
from claims.topics.pointers import is_anaphor
from claims.topics.reading import Reading
from claims.topics.scopes import load_scopes
from claims.topics.terms import head_of, role_of
from claims.topics.tokens import Pos, Token
from claims.topics.words import Words, load_words
from sources.span import Span

_PLACED_KINDS = frozenset({Kind.RANK, Kind.SUPERLATIVE})
_PROPERTIES = frozenset({"attribute", "event", "activity"})


# Weights set on hangzhou-zh, sqlite-facts-en and debian-project-mixed; what each is worth is in docs/accuracy.md.
_SAME_CLAUSE = 2.0
_EARLIER = 1.0
_LATER = -1.0
OPENS_CLAUSE = 2.0
OPENS_SENTENCE = 1.0
_NAME = 4.0
_CLASS = 2.5
_DEMOTED = -3.0
_PLACED = -0.5
_PLACED_NOUN = -1.5
_OWNS_NAME = -3.0
_OWNER = 2.0
_MODIFIED = 3.5
_COUNTED = -2.5
_NUMBERED = 3.0
_GLOSSED = 4.0
_APPOSED = 4.5
_RULES = 1.5
_INSERTED = -4.0
_SCOPE = -6.0
_SPEAKER = -2.5
_LISTED = -0.5
_PROPERTY = -2.0
_PROPERTY_HAN = -4.0

_BETWEEN = frozenset({Pos.PREPOSITION, Pos.DETERMINER, Pos.VALUE, Pos.NUMBER, Pos.ADVERB, Pos.LINK})
_OPENING = tuple("“「『《‘")
SHORTEST = 2
"""How often a name has to stand in an article that it is about, and within how many characters for the first time."""


def candidates(reading: Reading, value: Span, kind: Kind, context: Context) -> list[Candidate]:
    """All candidates for the value at ``value``, best first; of equals the one that stands first."""
    words = load_words()
    found = [c for phrase in reading.phrases if (c := _candidate(reading, phrase, value, kind, context, words))]
    if reading.chinese:
        whole = [Candidate(whole.name, whole.fit, True, span=whole.span) for whole in wholes(reading, value)]
        # A name inside of a better one is a piece of that.
        found = [c for c in found if not any(w.score > c.score and _holds(w, c) for w in whole)] + whole
    found += from_context(reading, value, context, words)
    best: dict[str, Candidate] = {}
    for candidate in found:
        kept = best.get(candidate.name)
        if kept is None or candidate.score > kept.score:
            best[candidate.name] = candidate
    return sorted(best.values(), key=lambda c: -c.score)


def _holds(whole: Candidate, part: Candidate) -> bool:
    return whole.span is not None and part.span is not None and whole.span.contains(part.span)


def is_loose(reading: Reading, candidate: Candidate) -> bool:
    """Whether an English sentence names the subject behind a preposition, as the place or the like."""
    if reading.chinese or candidate.span is None:
        return False
    phrase = next((p for p in reading.phrases if p.span.overlaps(candidate.span)), None)
    return phrase is not None and phrase.preposition not in (None, "of")


def _candidate(
    reading: Reading, phrase: Phrase, value: Span, kind: Kind, context: Context, words: Words
) -> Candidate | None:
    if phrase.span.overlaps(value) or is_unit(reading, phrase):
        return None
    named, rest = name_of(phrase, words)
    name = wording(reading, named)
    if len(name) < SHORTEST or name in words.pronouns or _is_anaphor(reading, phrase):
        return None
    if reading.chinese and all(is_generic(token, words) for token in phrase.tokens):
        return None
    is_name = any(t.pos is Pos.NAME or ends_as_organisation(t.text, words) for t in named)
    holds_name = any(t.pos is Pos.NAME for t in named)
    score = sum(_marks(reading, phrase, value, kind, words))
    if reading.chinese:
        score += sum(han_bonds(reading, phrase, value, kind, named=holds_name))
        score += _PROPERTY_HAN if not holds_name and owned_by_a_pronoun(phrase) else 0.0
    if not is_name and _is_property(reading, phrase, named):
        score += _PROPERTY_HAN if reading.chinese else _PROPERTY
    if is_name:
        score += (_NAME if holds_name or not reading.chinese else _CLASS) + min(
            1.0, math.log1p(context.frequency.get(name, 0)) / 3
        )
    return Candidate(name, score, is_name, wording(reading, rest), phrase.span)


def _is_property(reading: Reading, phrase: Phrase, named: Sequence[Token]) -> bool:
    if reading.chinese:
        return names_a_property(named) or counted(reading, phrase, named)
    return role_of(head_of(named)[0]) in _PROPERTIES


def _is_anaphor(reading: Reading, phrase: Phrase) -> bool:
    """Whether ``the company``, ``this release`` or the like stands for the subject of the sentence before."""
    return points_back(reading, phrase) if reading.chinese else is_anaphor(reading, phrase)


def _marks(reading: Reading, phrase: Phrase, value: Span, kind: Kind, words: Words) -> Iterator[float]:
    clause = reading.clause_of(value)
    tokens = reading.tokens
    before = tokens[phrase.first - 1] if phrase.first else None
    after = tokens[phrase.last] if phrase.last < len(tokens) else None
    yield _SAME_CLAUSE if clause.contains(phrase.span) else _EARLIER if phrase.span.start < clause.start else _LATER
    if phrase.preposition:
        yield _DEMOTED if phrase.preposition in words.demoting else _placed(phrase)
    elif before and before.text in words.demoting:
        yield _DEMOTED
    elif opens(reading, phrase, reading.clause_of(phrase.span), words):
        yield OPENS_CLAUSE
        if opens(reading, phrase, reading.span, words):
            yield OPENS_SENTENCE
    if kind in _PLACED_KINDS and phrase.span.end == value.start and _is_scope(reading, phrase.span):
        yield _SCOPE
    yield from _bonds(reading, phrase, value, kind)
    if after and after.text.lower() in words.speakers:
        yield _SPEAKER
    if "、" in (before.text if before else "", after.text if after else ""):
        yield _LISTED


def _placed(phrase: Phrase) -> float:
    if phrase.preposition == "of":
        return 0.0
    return _PLACED if phrase.is_name else _PLACED_NOUN


def _bonds(reading: Reading, phrase: Phrase, value: Span, kind: Kind) -> Iterator[float]:
    """What binds the phrase to its neighbours: owner of the next, owned by ``of``, modified or counted by the value."""
    tokens = reading.tokens
    if phrase.link and phrase.link != "of":
        elsewhere = reading.chinese and not reading.clause_of(value).contains(phrase.span)
        role = reading.chinese and phrase.tokens[-1].text in load_words().roles
        yield _OWNS_NAME if role or next_is_name(reading, phrase) else 0.0 if elsewhere else _OWNER / 2
    elif reading.text[phrase.span.end : phrase.span.end + 1] in _OPENING and next_is_name(reading, phrase):
        yield _OWNS_NAME  # 台风 in 台风“苏原”
    if phrase.preposition == "of":
        yield _OWNER
    gap = reading.text[value.end : phrase.span.start] if phrase.span.start >= value.end else None
    if gap is not None and gap.strip() == "的" and tokens[phrase.first - 1].pos is Pos.LINK:
        holds_name = kind is Kind.SUPERLATIVE and any(t.pos is Pos.NAME for t in phrase.tokens)
        yield _MODIFIED if phrase.is_name or holds_name else 0.0
    elif gap is not None and not gap.strip():
        # 第九届 and 10th belong to the name they stand before; a number counts what follows it.
        yield _NUMBERED if kind is Kind.RANK and (phrase.is_name or _is_event(reading, phrase)) else _COUNTED
    if reading.text[phrase.span.end : value.start].strip() in ("(", "（"):
        yield _GLOSSED
    if _describes_before(reading, phrase, value):
        yield _APPOSED
    if not reading.chinese:
        yield from _in_its_clause(reading, phrase, value)


def _in_its_clause(reading: Reading, phrase: Phrase, value: Span) -> Iterator[float]:
    """What it is worth that an English phrase rules the clause of the value, or only says what does."""
    name, inserted = insertion(reading) or (None, None)
    if inserted is not None and _speaks(reading, inserted.end):
        return
    if inserted is not None and inserted.end <= value.start and phrase is name:
        yield _RULES + _SAME_CLAUSE - _EARLIER
    elif inserted is not None and inserted.end <= value.start and inserted.contains(phrase.span):
        yield _INSERTED
    elif not phrase.preposition and _rules(reading, phrase, value):
        yield _RULES


def _speaks(reading: Reading, at: int) -> bool:
    """Whether an English sentence goes on at ``at`` with a verb of saying, so that its subject only speaks."""
    behind = reading.tokens_in(Span(at, reading.span.end))[:1]
    return bool(behind) and behind[0].text.lower() in load_words().speakers


def is_unit(reading: Reading, phrase: Phrase) -> bool:
    """Whether an English phrase is capitals right behind figures, and so what is counted in: 151 KSLOC, 3,400 TEU."""
    word = phrase.tokens[0].text
    if len(phrase.tokens) > 1 or not phrase.first or not (word.isascii() and word.isalpha() and word.isupper()):
        return False
    before = reading.tokens[phrase.first - 1]
    return before.pos is Pos.VALUE and any(c.isdigit() for c in before.text) and not before_verb(reading, phrase)


def _rules(reading: Reading, phrase: Phrase, value: Span) -> bool:
    """Whether the phrase stands in the clause of the value, before it, with a verb behind it, an adverb aside."""
    if phrase.span.end > value.start or not reading.clause_of(value).contains(phrase.span):
        return False
    return before_verb(reading, phrase) or _before_its_verb(reading, phrase, value)


def _before_its_verb(reading: Reading, phrase: Phrase, value: Span) -> bool:
    """Whether a phrase opens the sentence and nothing but phrases with prepositions stand between it and the verb:
    *Copper for delivery in three months traded*."""
    counted = role_of(head_of(phrase.tokens)[0]) is not None or is_generic(phrase.head, load_words())
    if counted or not opens(reading, phrase, reading.span, load_words()):
        return False
    inside = {t.span for p in reading.phrases if p.preposition for t in p.tokens}
    for token in reading.tokens[phrase.last :]:
        if token.span.start >= value.start:
            return False
        if token.pos is Pos.VERB:
            return True
        if token.span not in inside and token.pos not in _BETWEEN:
            return False
    return False


def before_verb(reading: Reading, phrase: Phrase) -> bool:
    """Whether a verb follows ``phrase``, with an adverb between at most."""
    behind = [t for t in reading.tokens[phrase.last : phrase.last + 2] if t.pos is not Pos.ADVERB]
    return bool(behind) and behind[0].pos is Pos.VERB


def inverted(reading: Reading, phrase: Phrase) -> bool:
    """Whether the subject stands behind its verb: *across the canal sits Clearlight*."""
    ahead = reading.tokens[: phrase.first]
    verbs = [t for t in ahead if t.pos is Pos.VERB]
    placed = bool(ahead) and ahead[0].pos is Pos.PREPOSITION and verbs == [ahead[-1]]
    free = any(not p.preposition for p in reading.phrases if p.last < phrase.first)
    turned = any(t.pos in (Pos.PRONOUN, Pos.PUNCTUATION) or t.text in load_words().pronouns for t in ahead)
    return placed and not free and not turned


def _is_event(reading: Reading, phrase: Phrase) -> bool:
    """Whether a Chinese phrase ends as names of organisations and events do: 万物生长大会."""
    return reading.chinese and ends_as_organisation(phrase.tokens[-1].text, load_words())


def _describes_before(reading: Reading, phrase: Phrase, value: Span) -> bool:
    """Whether the value stands in a clause without a subject that hangs on the phrase beside it.

    ``Acme, founded in 1999, …`` and ``Founded in 1999, Acme …``.
    """
    clause = reading.clause_of(value)
    opening = reading.tokens_in(clause)[:1]
    if reading.chinese or not opening or opening[0].pos is not Pos.VERB:
        return False
    if opening[0].text.lower() in load_words().speakers:
        return False  # Karl Berg, told reporters: that is what he did
    if clause.start == reading.span.start:
        between = reading.text[clause.end : phrase.span.start].strip() if phrase.span.start >= clause.end else None
        return between in (",", ", the", ", The")
    between = reading.text[phrase.span.end : clause.start].strip() if phrase.span.end <= clause.start else None
    return between == ","


def opens(reading: Reading, phrase: Phrase, stretch: Span, words: Words) -> bool:
    """Whether nothing but conjunctions, times and the like stands before the phrase in ``stretch``.

    What a clause only leads up to counts as well: 阿里云 in ``成立于2009年的阿里云，…``.
    """
    behind = reading.tokens_in(Span(min(phrase.span.end, stretch.end), stretch.end))
    ahead = reading.tokens_in(Span(stretch.start, max(stretch.start, phrase.span.start)))
    if phrase.first and reading.tokens[phrase.first - 1].text == "的" and phrase.is_name and not behind:
        return all(t.text != "了" for t in ahead)  # 超越了甲的乙 has a verb of its own
    idle = {Pos.CONJUNCTION, Pos.ADVERB, Pos.TIME, Pos.PARTICLE, Pos.PUNCTUATION, Pos.DETERMINER, Pos.PRONOUN}
    return all(t.pos in idle or t.text.lower() in words.skipped for t in ahead)


def _is_scope(reading: Reading, place: Span) -> bool:
    """Whether the words at ``place`` name a part of the world and nothing else."""
    hits = load_scopes().chinese(reading.text, place.start, place.end)
    return any(hit.start == place.start and hit.end == place.end for hit in hits)


def next_is_name(reading: Reading, phrase: Phrase) -> bool:
    """Whether the next phrase follows at once and is a name."""
    return any(p.first == phrase.last + 1 and p.is_name for p in reading.phrases)
