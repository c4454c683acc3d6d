"""Who or what a value is said of: the candidates a sentence offers, weighed by their place in it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from claims.model import Kind
from claims.topics import spokesmen
from claims.topics.appositions import insertion
from claims.topics.han_anaphora import owned_by_a_pronoun, points_back, stands_for_the_subject
from claims.topics.han_bonds import han_bonds
from claims.topics.han_properties import counted, names_a_property
from claims.topics.han_spokesmen import spoken_for
from claims.topics.han_wholes import wholes
from claims.topics.noun_phrases import Phrase
from claims.topics.pointers import Pointer, Points, is_anaphor, pointer_for
from claims.topics.reading import Reading
from claims.topics.scopes import load_scopes
from claims.topics.sorts import Thing
from claims.topics.terms import head_of, role_of
from claims.topics.tokens import Pos, Token
from claims.topics.words import Words, load_words
from sources.span import Span

_PLACED_KINDS = frozenset({Kind.RANK, Kind.SUPERLATIVE})
_PROPERTIES = frozenset({"attribute", "event", "activity"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something a value may be said of: its wording, how well its place fits, and what its phrase adds to the name."""

    name: str
    score: float
    is_name: bool
    rest: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What earlier text offers a sentence that names no subject of its own.

    ``carried`` is the subject of the sentence before, ``section`` the name in the heading above, ``title`` the one in
    the article's title; ``person`` is the one spoken of last, and ``thing`` what is none. ``frequency`` counts how
    often each name stands in the article. Of English text ``carried`` is no person, but ``hero`` is, ``stale`` tells
    that the paragraph has named no subject yet, and ``product`` that the article is about what its title names.
    """

    carried: str | None = None
    section: str | None = None
    title: str | None = None
    person: str | None = None
    frequency: Mapping[str, int] = field(default_factory=dict)
    thing: Thing | None = None
    hero: str | None = None
    stale: bool = False
    product: bool = False


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
_CARRIED = 2.6
_CARRIED_BY_PRONOUN = 5.0
_SPOKEN_FOR = 6.8
_OUTSPOKEN = 0.5
_SECTION = 1.6
_TITLE = 0.8
_AS_A_NAME = 9.0
_ELSEWHERE = 6.5
_STALE = 0.6

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
    found += _from_context(reading, value, context, words)
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


def name_of(phrase: Phrase, words: Words) -> tuple[Sequence[Token], Sequence[Token]]:
    """The tokens of a phrase that name something, and those that follow them.

    ``千问衍生模型数量`` is 千问 and 衍生模型数量; a phrase without a name is all name, but for a generic last word
    (``数量``, ``number``).
    """
    tokens = phrase.tokens
    if len(tokens) > 1 and tokens[0].text in words.pronouns:
        tokens = tokens[1:]
    first = _first_of_name(tokens)
    last = -1 if first is None else first
    while 0 <= last < len(tokens) - 1 and tokens[last + 1].pos is Pos.NAME:
        last += 1
    last = max([last, *(n for n, t in enumerate(tokens) if n > 0 and ends_as_organisation(t.text, words))])
    if last < 0 and _owns_property(tokens, words):
        last = 0
    if last < 0:
        cut = len(tokens) - (len(tokens) > 1 and _generic(tokens[-1], words))
        return tokens[:cut], tokens[cut:]
    return tokens[first or 0 : last + 1], tokens[last + 1 :]


def _owns_property(tokens: Sequence[Token], words: Words) -> bool:
    """Whether a Chinese phrase is a word for an organisation or work and a property that it has: 大桥 and 全长."""
    first, rest = tokens[0].text, tokens[1:]
    whole = len(first) > 1 and not first.isascii() and ends_as_organisation(first, words)
    return bool(rest) and whole and role_of(head_of(rest)[0]) == "attribute"


def _first_of_name(tokens: Sequence[Token]) -> int | None:
    """Where the name begins: a Chinese phrase that ends in one is headed by it, whatever stands before (甲行行长乙)."""
    first = next((n for n, t in enumerate(tokens) if t.pos is Pos.NAME), None)
    if first == 0 and len(tokens) > 1 and len(tokens[0].text) == 1 and not tokens[0].text.isascii():
        return None  # 北环线工程: one character is cut off a name, and none itself
    if first is None or tokens[-1].pos is not Pos.NAME or all(t.text.isascii() for t in tokens):
        return first
    other = next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n].pos is not Pos.NAME), -1)
    return other + 1


def ends_as_organisation(word: str, words: Words) -> bool:
    """Whether a word ends as names of organisations, works or places do: 管弦乐团, 医院; 县 only as a word."""
    if word in words.roles:
        return False  # 母公司 is what something is to another
    return word in words.organisations or word.endswith(_endings(words.organisations))


@lru_cache(maxsize=4)
def _endings(words: frozenset[str]) -> tuple[str, ...]:
    """Those of ``words`` that end longer ones; a single character ends too much."""
    return tuple(word for word in words if len(word) > 1)


def wording(reading: Reading, tokens: Sequence[Token]) -> str:
    """The text that ``tokens`` cover, spaces between Han characters left out."""
    if not tokens:
        return ""
    return Span(tokens[0].span.start, tokens[-1].span.end).of(reading.text).strip()


def _generic(token: Token, words: Words) -> bool:
    return token.text.lower() in words.generic


def _candidate(
    reading: Reading, phrase: Phrase, value: Span, kind: Kind, context: Context, words: Words
) -> Candidate | None:
    if phrase.span.overlaps(value) or is_unit(reading, phrase):
        return None
    named, rest = name_of(phrase, words)
    name = wording(reading, named)
    if len(name) < SHORTEST or name in words.pronouns or _is_anaphor(reading, phrase):
        return None
    if reading.chinese and all(_generic(token, words) for token in phrase.tokens):
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
    counted = role_of(head_of(phrase.tokens)[0]) is not None or _generic(phrase.head, load_words())
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


def _from_context(reading: Reading, value: Span, context: Context, words: Words) -> Iterable[Candidate]:
    if not reading.chinese:
        yield from _from_english_context(reading, value, context)
        return
    opening = list(reading.tokens_in(reading.clause_of(value)))[:3] + list(reading.tokens[:3])
    by_pronoun = any(t.text.lower() in words.pronouns for t in opening)
    by_pronoun |= any(stands_for_the_subject(reading, phrase) for phrase in reading.phrases[:2])
    if context.title and any(t.text in words.itself for t in opening):
        yield Candidate(context.title, _CARRIED_BY_PRONOUN + _NAME, True)
    if house := spoken_for(reading, value):
        yield Candidate(house.of(reading.text), _SPOKEN_FOR, True, span=house)
    if context.carried:
        yield Candidate(context.carried, _CARRIED_BY_PRONOUN if by_pronoun else _CARRIED, True)
    if context.section:
        yield Candidate(context.section, _SECTION, True)
    if context.title:
        yield Candidate(context.title, _TITLE, True)


def _from_english_context(reading: Reading, value: Span, context: Context) -> Iterable[Candidate]:
    if spokesman := spokesmen.spoken_for(reading, value):
        worth = _AS_A_NAME + _OUTSPOKEN if spokesman.pointed else _SPOKEN_FOR
        yield Candidate(spokesman.house.of(reading.text), worth, True, span=spokesman.house)
    pointer = pointer_for(reading, value)
    if pointer and (meant := _meant(pointer, context)):
        sure = meant != context.carried or not context.stale
        yield Candidate(meant, (_AS_A_NAME if pointer.rules else _ELSEWHERE) if sure else _CARRIED_BY_PRONOUN, True)
    if context.carried:
        yield Candidate(context.carried, _STALE if context.stale else _CARRIED, True)
    alone = context.product and (context.stale or not context.carried) and not _speaks_of_a_noun(reading, value)
    about = _CARRIED if alone else _TITLE
    if context.section:
        yield Candidate(context.section, about + _SECTION - _TITLE, True)
    if context.title:
        yield Candidate(context.title, about, True)


def _speaks_of_a_noun(reading: Reading, value: Span) -> bool:
    """Whether the clause of the value has a noun phrase that stands free and is not what the value counts."""
    clause = reading.clause_of(value)
    free = [p for p in reading.phrases if not p.preposition and clause.contains(p.span)]
    return any(p.span.end <= value.start or reading.text[value.end : p.span.start].strip() for p in free)


def _meant(pointer: Pointer, context: Context) -> str | None:
    """Whom or what a pronoun or *the project* stands for."""
    fresh = None if context.stale else context.carried
    if pointer.to is Points.PERSON:
        near = (name for name in (context.section, fresh) if name and name != context.title)
        return context.hero or next(near, context.person or context.carried)
    if pointer.to is Points.PRODUCT and context.product:
        return context.title
    return fresh or (context.title if context.product else context.carried)


def next_is_name(reading: Reading, phrase: Phrase) -> bool:
    """Whether the next phrase follows at once and is a name."""
    return any(p.first == phrase.last + 1 and p.is_name for p in reading.phrases)
