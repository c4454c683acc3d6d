"""Facts in Chinese sentences: one function a way of stating, each tried at the words that state in that way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from claims.facts.arguments import (
    Stretch,
    before,
    behind,
    clause_end,
    clause_start,
    index_at,
    is_name,
    listed_before,
    tokens_between,
)
from claims.facts.attributes import Attribute, Way, attributes, vocabulary
from claims.facts.fact import Fact
from claims.facts.persons import foreign_part, person_at
from claims.topics.noun_phrases import Phrase
from claims.topics.places import is_place
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

_FILLERS = frozenset({"了", "着", "过", "的", "到", "出", "于", "在", "：", ":", "，", ",", "——", "—"})
_BY = re.compile(
    r"(?<![自理经事])由(?![于此来衷])(?P<doer>[^，。；由]{2,30}?)(?:共同|联合|一手|联手|独立|亲自|主要|自主)*$"
)
_MEMBERS = re.compile(r"[、和与及]+(?:以及)?")
_PLACED = frozenset({"在", "于", "从", "自"})
_COPULAS = frozenset({"是", "为", "叫", "就是", "名叫", "系"})
_BEFORE_OFFICE = re.compile(r"(?:副|前|原|首任|现任|时任|代|名誉|常务|执行|联席|联合)+$")
_RANKS = frozenset({"副", "前", "原", "总"})
_PAST = frozenset({"前", "原"})
_WITH = frozenset({"与", "和", "同", "跟"})
_COMMAS = frozenset({"，", ","})
_CRADLES = frozenset({"地方", "城市", "之地", "小镇", "城"})
_CLOSING = frozenset({"”", "》", "’", "」", "之一"})
_IDLE = frozenset({Pos.ADVERB, Pos.PARTICLE, Pos.TIME, Pos.VALUE})
_LEADING = frozenset({Pos.ADVERB, Pos.CONJUNCTION})
_NEAR = _IDLE | {Pos.ADJECTIVE}
_OPENS_OBJECT = frozenset({Pos.NOUN, Pos.NAME, Pos.ADJECTIVE, Pos.PREPOSITION})
_LONGEST_TEXT = 48
_END_REACH = 24
_SHORTEST = 2
_LONGEST_NAME = 3
_TRAILING = re.compile(r"[\s，。；：、！？,.;:!?…的了]+$")


def chinese_facts(reading: Reading) -> Iterator[Fact]:
    """The facts that the words of ``attributes.toml`` state in a sentence, in the order of those words."""
    words = vocabulary("zh")
    starts = {t.span.start for t in reading.tokens}
    ends = {t.span.end for t in reading.tokens}
    for hit in words.pattern.finditer(reading.text, reading.span.start, reading.span.end):
        within = reading.text[hit.start() - 1 : hit.start()] in _RANKS and hit.start() - 1 in starts
        if (hit.start() not in starts and not within) or (hit.end() not in ends and len(hit.group()) <= _SHORTEST):
            continue
        for sign in words.signs[hit.group()]:
            if (fact := _READERS[sign.way](reading, Span(*hit.span()), sign.attribute)) is not None:
                yield fact
                if sign.way is not Way.GIVEN:
                    break


def _leads(reading: Reading, word: Span, attribute: Attribute) -> Fact | None:
    """X总部位于V, 总部位于V的X, X采用的V."""
    end = clause_end(reading, word.end - 1)
    at = _skip(reading, index_at(reading, word.end), end)
    value = _value(reading, at, end, attribute)
    if value is None:
        return None
    subject = _owner_behind(reading, value, end) if _opens(reading, word) else None
    subject = subject or _subject(reading, word.start)
    if attribute.is_vague:
        if subject is None or not subject.near or not _ends_as_phrase(reading, value):
            return None
        return _fact(reading, word, attribute, replace(subject, near=subject.named), value)
    return _fact(reading, word, attribute, subject if subject and subject.named else None, value)


def _ends_as_phrase(reading: Reading, value: Stretch) -> bool:
    """Whether the words end in a noun, so that they can say what a thing is: not in 是慢慢熬出来的."""
    tokens = reading.tokens_in(value.span)
    last = tokens[-1] if tokens else None
    return last is not None and (last.pos in (Pos.NAME, Pos.NOUN) or last.text in _CLOSING)


def _value(reading: Reading, at: int, end: int, attribute: Attribute) -> Stretch | None:
    """The value that begins with the token ``at``, as its attribute has them: a name, a phrase, or the clause."""
    if at >= len(reading.tokens) or reading.tokens[at].span.start >= end:
        return None
    start = reading.tokens[at].span.start
    if attribute.ends.get("zh"):
        found = _ends("zh", attribute.id).search(reading.text, start, min(end, start + _END_REACH))
        phrase = behind(reading, at, found.end(), linked=True) if found else None
        return phrase if found and phrase and phrase.span.end == found.end() else None
    if attribute.named:
        phrase = behind(reading, at, end)
        return phrase if phrase and phrase.named else None
    stop = min(end, start + _LONGEST_TEXT)
    trailing = _TRAILING.search(reading.text, start, stop)
    place = Span(start, trailing.start() if trailing else stop)
    return Stretch(place, (place,), at, index_at(reading, place.end), named=False) if len(place) >= _SHORTEST else None


@lru_cache(maxsize=64)
def _ends(language: str, attribute: str) -> re.Pattern[str]:
    words = sorted(attributes()[attribute].ends.get(language, ()), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)) or r"(?!)")


def _makes(reading: Reading, word: Span, attribute: Attribute) -> Fact | None:
    """V创办了X, 由V创办的X, X由V创办, V与V创办了X."""
    start, end = clause_start(reading, word.start), clause_end(reading, word.end)
    doer = _done_by(reading, Span(start, word.start))
    if doer is not None:
        made = _made_by(reading, word, doer, end)
    else:
        made = _object(reading, word, end)
        doer = _partners(reading, word, start) or _subject(reading, word.start, same_clause=True)
        doer = doer or _pronoun(reading, word.start, start)
    if doer is None or made is None or not doer.named or is_place(doer.span.of(reading.text)):
        return None
    if attribute.listed and len(doer.parts) > 1:
        attribute = attributes()[attribute.listed]
    return _fact(reading, word, attribute, replace(made, near=made.near and doer.near), doer)


def _made_by(reading: Reading, word: Span, doer: Stretch, end: int) -> Stretch | None:
    """X in 由V创办的X, X由V创办, and in X…，由V创办, where the clause before speaks of it."""
    tokens, behind_it = reading.tokens, index_at(reading, word.end)
    if behind_it < len(tokens) and tokens[behind_it].text == "的":
        return _object(reading, word, end)
    begins = tokens[doer.first].span.start
    made = before(reading, doer.first, clause_start(reading, begins)) or _subject(reading, begins)
    return made if made and (made.named or made.near) else _object(reading, word, end)


def _partners(reading: Reading, word: Span, start: int) -> Stretch | None:
    """Both doers of W与V共同创办了X; W may be what the clause before speaks of."""
    at = index_at(reading, word.start)
    listed = listed_before(reading, at, start)
    if listed is not None and len(listed.parts) > 1:
        return listed if listed.named else None
    partner = next((p for p in reading.phrases if p.last == at and p.preposition in _WITH and p.is_name), None)
    first = _person_opening(reading, partner.span.start) if partner else None
    if partner is None or first is None or partner.span.end - first.start > _LONGEST_TEXT:
        return None
    names = [t.span for t in partner.tokens if t.pos is Pos.NAME]
    parts = (first, names[-1] if names else partner.span)
    return Stretch(Span(parts[0].start, parts[1].end), parts, index_at(reading, first.start), partner.last, named=True)


def _person_opening(reading: Reading, before_it: int) -> Span | None:
    """The person whose name opens the clause that ``before_it`` lies in, or else the clause before that."""
    start = clause_start(reading, before_it)
    for first in (start, clause_start(reading, start - 1) if start > reading.span.start else start):
        opening = next((t for t in tokens_between(reading, first, before_it) if t.pos is not Pos.PUNCTUATION), None)
        stop = person_at(reading.text, opening.span.start, before_it) if opening else None
        if opening and stop:
            return Span(opening.span.start, stop)
    return None


def _pronoun(reading: Reading, at: int, start: int) -> Stretch | None:
    """The pronoun that opens a clause and that a verb at ``at`` belongs to: who is meant, the text before tells."""
    tokens = list(tokens_between(reading, start, at))
    if not tokens or tokens[0].pos is not Pos.PRONOUN or any(t.pos not in _IDLE for t in tokens[1:]):
        return None
    first = index_at(reading, start)
    return Stretch(tokens[0].span, (), first, first + 1, named=True)


def _done_by(reading: Reading, stretch: Span) -> Stretch | None:
    """The doer between 由 and the verb; its first token is the one that begins with 由.

    Searched by character: names that the dictionary does not know are cut wrongly behind a preposition.
    """
    found = _BY.search(reading.text, stretch.start, stretch.end)
    if found is None:
        return None
    at, parts = found.start("doer"), []
    for cut in [*_MEMBERS.finditer(reading.text, *found.span("doer")), None]:
        end = cut.start() if cut else found.end("doer")
        if end > at:
            parts.append(Span(at, end))
        at = cut.end() if cut else at
    first = index_at(reading, found.start())
    place = Span(parts[0].start, parts[-1].end)
    return Stretch(place, tuple(parts), first, index_at(reading, place.end), named=True)


def _object(reading: Reading, word: Span, end: int) -> Stretch | None:
    """What is made: the phrase behind the verb that holds a name."""
    at = _skip(reading, index_at(reading, word.end), end)
    found = behind(reading, at, end, linked=True)
    return found if found and found.named else None


def _led(reading: Reading, start: int, end: int, leading: frozenset[str]) -> tuple[Stretch, int] | None:
    """What one of the prepositions ``leading`` governs between two offsets, and the place of the preposition."""
    first = index_at(reading, start)
    for at in range(index_at(reading, end) - 1, first - 1, -1):
        if reading.tokens[at].text in leading:
            found = behind(reading, at + 1, end)
            return (found, at) if found else None
    return None


def _trails(reading: Reading, word: Span, attribute: Attribute) -> Fact | None:
    """X在V成立, 在V成立的X, V是X成立的地方."""
    start, end = clause_start(reading, word.start), clause_end(reading, word.end - 1)
    led = _led(reading, start, word.start, _PLACED)
    if led is None:
        return _cradle(reading, word, attribute, start)
    value, at = led
    idle = {Pos.ADVERB, Pos.PARTICLE, Pos.LINK, Pos.LOCALIZER}
    if any(t.pos not in idle for t in tokens_between(reading, value.span.end, word.start)):
        return None
    if attribute.named and not value.named:
        return None
    link = index_at(reading, word.end)
    subject = None
    if link < len(reading.tokens) and reading.tokens[link].text == "的":
        subject = behind(reading, link + 1, end)
    subject = subject or _subject(reading, reading.tokens[at].span.start)
    return _fact(reading, word, attribute, subject, value)


def _cradle(reading: Reading, word: Span, attribute: Attribute, start: int) -> Fact | None:
    """V是X成立的地方; V may be where the clause before ends: …在V，也是X成立的地方."""
    tokens, at = reading.tokens, index_at(reading, word.end)
    subject = before(reading, index_at(reading, word.start), start)
    ended = [t.text for t in tokens[at : at + 2]]
    if subject is None or not subject.first or ended[:1] != ["的"] or ended[-1] not in _CRADLES:
        return None
    copula = tokens[subject.first - 1]
    if copula.text not in _COPULAS:
        return None
    if _predicate_opens(reading, start, copula.span.start):
        led = _led(reading, clause_start(reading, start - 1), start, _PLACED) if start > reading.span.start else None
        value = led[0] if led else None
    else:
        value = before(reading, subject.first - 1, start)
    return _fact(reading, word, attribute, subject, value) if value and value.named and subject.named else None


def _joins(reading: Reading, word: Span, attribute: Attribute) -> Fact | None:
    """V旗下的X, 以V为代表的X, V之一的X."""
    start, end = clause_start(reading, word.start), clause_end(reading, word.end)
    value = listed_before(reading, index_at(reading, word.start), start)
    at = _skip(reading, index_at(reading, word.end), end)
    subject = behind(reading, at, end, linked=True)
    if value is None or subject is None or (attribute.named and not value.named):
        return None
    if at < len(reading.tokens) and reading.tokens[at].span.start > word.end + 1:
        return None
    if len(word) == 1 and len(value.parts) == 1:
        return None  # 等 behind one name is as often a verb
    return _fact(reading, word, attribute, subject, value)


def _nouns(reading: Reading, word: Span, attribute: Attribute) -> Fact | None:
    """X创始人V; X的创始人是V; V是X创始人; X，创始人V."""
    start, end = clause_start(reading, word.start), clause_end(reading, word.end)
    title = _with_rank(reading, word, start)
    owner = before(reading, index_at(reading, title.start), start)
    if owner is not None and (owner.span.end > title.start or len(owner.span) < _SHORTEST):
        owner = None
    at = index_at(reading, word.end)
    between = _COPULAS | {"：", ":"} | (set() if attribute.named else {"，", ","})
    while at < len(reading.tokens) and reading.tokens[at].text in between:
        at += 1
    office = not attribute.labels.get("zh")
    value = _person(reading, at, end, quoted=not office) if attribute.named else _value(reading, at, end, attribute)
    if value is None and (told := _bearer(reading, title, owner, start)) is not None:
        value = told
    if value is None or (owner and owner.span.overlaps(value.span)):
        return None
    if owner is None and start > reading.span.start:
        # X，创始人V: the house stands at the end of the clause before
        owner = _subject(reading, start)
        owner = replace(owner, near=False) if owner else None
    label = _once(reading, owner) + title.of(reading.text) if office else ""
    return _fact(reading, title, attribute, owner, value, label)


def _once(reading: Reading, owner: Stretch | None) -> str:
    """前 or 原 before the house, which make another office of what follows: 前岚港大学校长."""
    ahead = reading.tokens[owner.first - 1].text if owner and owner.first else ""
    return ahead if ahead in _PAST else ""


def _with_rank(reading: Reading, word: Span, start: int) -> Span:
    """The office with what makes another of it: 副 in 副所长, 原 in 原负责人."""
    ahead = _BEFORE_OFFICE.search(reading.text, start, word.start)
    return Span(ahead.start(), word.end) if ahead else word


def _person(reading: Reading, at: int, end: int, *, quoted: bool) -> Stretch | None:
    """Who is named from the token ``at`` on, further titles skipped (创始人兼CEO沈知远, 创始人、院长沈知远)."""
    tokens = reading.tokens
    if at >= len(tokens) or tokens[at].span.start >= end:
        return None
    start = tokens[at].span.start
    if foreign := foreign_part(reading.text, start, end):
        rest = next((t for t in tokens if foreign < t.span.end <= end), None)
        return _one_name(reading, at, rest.span.end if rest and rest.span.start <= foreign else foreign - 1)
    stop = person_at(reading.text, start, end)
    if stop and (tokens[at].pos is not Pos.NAME or stop > tokens[at].span.end or len(tokens[at].span) > _LONGEST_NAME):
        return _one_name(reading, at, stop)
    found = behind(reading, at, end)
    if found is None or not found.named:
        return None
    first = found.parts[0]
    named = [t for t in tokens_between(reading, first.start, first.end) if t.pos is Pos.NAME]
    plain = [t for t in tokens_between(reading, first.start, first.end) if t.pos is not Pos.NAME]
    if plain and plain[0].span.start < named[0].span.start if named else True:
        return found if not plain or (quoted and any(c in "“《" for c in first.of(reading.text))) else None
    stop = named[0].span.end
    for token in named[1:]:
        if token.span.start > stop + 1:
            break
        stop = token.span.end
    place = Span(first.start, stop)
    parts = (place, *found.parts[1:]) if len(found.parts) > 1 else (place,)
    return Stretch(Span(place.start, parts[-1].end), parts, at, index_at(reading, parts[-1].end), named=True)


def _one_name(reading: Reading, at: int, stop: int) -> Stretch:
    """The name that begins with the token ``at`` and ends at the offset ``stop``, whatever the words were cut to."""
    place = Span(reading.tokens[at].span.start, stop)
    return Stretch(place, (place,), at, index_at(reading, stop), named=True)


def _bearer(reading: Reading, title: Span, owner: Stretch | None, start: int) -> Stretch | None:
    """Who holds the office in V是X的创始人, V担任X所长."""
    at = owner.first if owner else index_at(reading, title.start)
    if at == 0:
        return None
    verb = reading.tokens[at - 1]
    if verb.text not in _COPULAS | {"担任", "出任", "任", "当选", "成为", "作为"}:
        return None
    found = _subject(reading, verb.span.start, same_clause=True)
    return found if found and found.named and found.span.start >= start else None


def _given(reading: Reading, word: Span, attribute: Attribute) -> Fact | None:
    """A value that makes the statement by itself: X已停产, X没有停产."""
    first, last = index_at(reading, word.start), index_at(reading, word.end)
    value = Stretch(word, (word,), first, last, named=False)
    denied = first > 0 and reading.tokens[first - 1].text in load_words().denied
    subject = _subject(reading, reading.tokens[first - denied].span.start)
    behind_it = reading.tokens[last].pos if last < len(reading.tokens) else None
    if subject is None or not subject.near or behind_it in _OPENS_OBJECT:
        return None
    found = _fact(reading, word, attribute, subject, value)
    return replace(found, denied=denied) if found else None


def _skip(reading: Reading, at: int, end: int) -> int:
    tokens = reading.tokens
    while at < len(tokens) and tokens[at].text in _FILLERS and tokens[at].span.end <= end:
        at += 1
    return at


def _opens(reading: Reading, word: Span) -> bool:
    """Whether nothing is spoken of in the clause before ``word``."""
    start = clause_start(reading, word.start)
    return not any(t.pos in (Pos.NAME, Pos.NOUN) for t in tokens_between(reading, start, word.start))


def _owner_behind(reading: Reading, value: Stretch, end: int) -> Stretch | None:
    """X in 总部位于V的X."""
    tokens = reading.tokens
    if value.last < len(tokens) and tokens[value.last].text == "的":
        return behind(reading, value.last + 1, end)
    return None


def _subject(reading: Reading, at: int, *, same_clause: bool = False) -> Stretch | None:
    """What the clause speaks of before the offset ``at``, else what the clauses before it do: the first name."""
    start = clause_start(reading, at)
    earlier = clause_start(reading, start - 1) if start > reading.span.start else start
    for first in (start,) if same_clause else (start, earlier, reading.span.start):
        continued = start == at and first == earlier
        chosen = _spoken_of(reading, first, at, here=first == start or continued)
        if chosen is not None:
            wider = before(reading, chosen.last, first)
            span = wider.span if wider and wider.span.contains(chosen.span) else chosen.span
            goes_on = _predicate_opens(reading, start, at) and span.start == _topic(reading, start)
            between = reading.text[span.end : at].strip()
            near = goes_on or _near(reading, span.end, at) or (continued and between in _COMMAS)
            return Stretch(span, (span,), chosen.first, chosen.last, _names_something(chosen), near)
    return None


def _spoken_of(reading: Reading, start: int, end: int, *, here: bool) -> Phrase | None:
    """The phrase between two offsets that a statement is made of: the name that ``end`` follows, else the first name.

    ``here`` says that the statement stands in the same clause; there a common noun will do.
    """
    phrases = [p for p in reading.phrases if start <= p.span.start and p.span.end <= end]
    free = [p for p in phrases if not p.preposition and p.link is None]
    close = [p for p in free if _names_something(p) and _near(reading, p.span.end, end)]
    named = [*close[-1:], *(p for p in free if p.is_name), *(p for p in phrases if p.is_name)]
    if named or not here:
        return next(iter(named), None)
    return next((p for p in free if p.tokens[0].text not in load_words().generic), None)


def _names_something(phrase: Phrase) -> bool:
    return any(is_name(t) for t in phrase.tokens)


def _near(reading: Reading, start: int, end: int) -> bool:
    """Whether nothing but adverbs, times and copulas stands between two offsets."""
    return all(t.pos in _NEAR or t.text in _COPULAS for t in tokens_between(reading, start, end))


def _predicate_opens(reading: Reading, start: int, at: int) -> bool:
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


def _fact(
    reading: Reading, word: Span, attribute: Attribute, subject: Stretch | None, value: Stretch, label: str = ""
) -> Fact | None:
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


_READERS: Mapping[Way, Callable[[Reading, Span, Attribute], Fact | None]] = {
    Way.NOUNS: _nouns,
    Way.MAKES: _makes,
    Way.LEADS: _leads,
    Way.TRAILS: _trails,
    Way.JOINS: _joins,
    Way.GIVEN: _given,
}
