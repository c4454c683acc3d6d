"""Who speaks: the phrase beside a verb of saying."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claims.facts.persons import person_at
from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

REACH = 60
"""Code points between a quotation and the verb of saying that hands it to a speaker."""

MARKS = " ：:，,“”「」\"'‘’"
_UNNAMED = frozenset({"有", "some", "one", "many"})
_TELLERS = frozenset({"据", "according to"})
"""Prepositions that govern who speaks: 据顾澜生介绍."""
_OPEN_ASIDE = frozenset({"在", "于", "当"})
_CLOSE_ASIDE = frozenset({"时", "期间", "之际", "之后"})
_COMMA = ","
_TO_THAT = 10
"""Tokens between a verb of saying and ``that``: whom it is said to, and when."""
_IDLE = frozenset({Pos.ADVERB, Pos.TIME, Pos.VALUE, Pos.PRONOUN, Pos.PARTICLE, Pos.VERB, Pos.LOCALIZER})
_NEXT = 2


@dataclass(frozen=True, slots=True)
class Speaker:
    """Where a speaker stands and the person's or house's name; None for somebody unnamed (有投资人, some residents)."""

    span: Span
    name: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence without quotation marks says that somebody says."""

    speaker: Speaker
    words: Span


@lru_cache(maxsize=1)
def saying_verbs() -> frozenset[str]:
    """Every verb that hands words to a speaker, in the forms in which it is found."""
    table = tomllib.loads(files("claims.facts").joinpath("sayings.toml").read_text(encoding="utf-8"))
    return load_words().speakers | {verb for verbs in table.values() for verb in verbs}


def speaker_before(reading: Reading, end: int) -> Speaker | None:
    """Who is said to speak in what leads up to a quotation at the offset ``end``: by the last verb of saying."""
    stretch = Span(reading.span.start, end)
    verbs = [n for n in _verbs(reading, stretch) if end - reading.tokens[n].span.end <= REACH]
    found = (_before(reading, n, stretch) for n in reversed(verbs[-_NEXT:]))
    return next((_speaker(reading, phrase) for phrase in found if phrase), None)


def speaker_behind(reading: Reading, start: int) -> Speaker | None:
    """Who is said to speak in what follows a quotation that ends at ``start``: by the first verb of saying."""
    stretch = Span(start, max(start, min(reading.span.end, start + REACH)))
    for n in _verbs(reading, stretch)[:_NEXT]:
        phrase = _first_name(reading, n, stretch) or _before(reading, n, stretch)
        if phrase is None and not reading.chinese and not _has_doer(reading, n, start):
            phrase = _after(reading, n, stretch)
        if phrase is not None:
            return _speaker(reading, phrase)
    return None


def told(reading: Reading, shortest: int) -> Told | None:
    """What follows the first verb of saying with a speaker, where it has ``shortest`` code points at least."""
    tokens = reading.tokens
    for n in _verbs(reading, reading.span):
        phrase = _before(reading, n, reading.span)
        if phrase is None or not (phrase.is_name or _somebody(reading, phrase)):
            continue
        start = _told_from(reading, n)
        if start is None:
            return None
        if not reading.chinese and not any(t.pos is Pos.VERB for t in tokens[n + 1 :]):
            return None  # reported a profit: no words of anybody's
        end = start + len(reading.text[start : reading.span.end].rstrip("。.！!？?；;" + MARKS))
        return Told(_speaker(reading, phrase), Span(start, end)) if end - start >= shortest else None
    return None


def _told_from(reading: Reading, verb: int) -> int | None:
    """Where the words begin that a verb of saying hands over: behind ``that``, before which a listener and a day may
    stand (told the council on Monday that)."""
    tokens = reading.tokens[verb + 1 :]
    for n, token in enumerate(tokens[:_TO_THAT]):
        if token.text.lower() == "that":
            tokens = tokens[n + 1 :]
            break
        if token.pos is Pos.VERB:
            break
    return next((t.span.start for t in tokens if t.text not in MARKS), None)


def _has_doer(reading: Reading, verb: int, start: int) -> bool:
    """Whether a pronoun before the verb says who speaks, so that what follows it does not."""
    return any(t.pos is Pos.PRONOUN and t.span.start >= start for t in reading.tokens[max(0, verb - _NEXT) : verb])


def _verbs(reading: Reading, stretch: Span) -> list[int]:
    known = saying_verbs() - {"according"}
    return [n for n, t in enumerate(reading.tokens) if stretch.contains(t.span) and t.text.lower() in known]


def _before(reading: Reading, verb: int, stretch: Span) -> Phrase | None:
    """The phrase that a verb of saying follows in its clause: a name, or what nothing but adverbs parts from it."""
    clause = reading.clause_of(reading.tokens[verb].span)
    if not reading.chinese:
        clause = Span(reading.span.start, clause.end)  # a description may stand between commas: X, the mayor, said
    found = [p for p in reading.phrases if p.last <= verb and stretch.contains(p.span) and clause.contains(p.span)]
    aside = _aside(reading, clause, verb)
    for phrase in reversed(found):
        if phrase.first in aside:
            continue
        between = (t for n, t in enumerate(reading.tokens[phrase.last : verb], phrase.last) if n not in aside)
        idle = all(t.pos in _IDLE or t.text == _COMMA for t in between)
        if idle and not phrase.is_name and (bearer := _apposed(reading, phrase)):
            return bearer
        if (phrase.is_name or idle) and (not phrase.preposition or phrase.preposition in _TELLERS):
            return phrase
    return None


def _aside(reading: Reading, clause: Span, verb: int) -> frozenset[int]:
    """The tokens between 在 and 时, 里 or 上, which tell where or when somebody speaks: 在接受采访时, 在创刊词里."""
    found: set[int] = set()
    opened: int | None = None
    for n, token in enumerate(reading.tokens[:verb]):
        if token.span.start < clause.start or not reading.chinese:
            continue
        if token.text in _OPEN_ASIDE:
            opened = n
        elif opened is not None and (token.pos is Pos.LOCALIZER or token.text in _CLOSE_ASIDE):
            found.update(range(opened, n + 1))
            opened = None
    return frozenset(found)


def _apposed(reading: Reading, phrase: Phrase) -> Phrase | None:
    """X in ``X, the harbour master, said``."""
    ahead = [p for p in reading.phrases if p.last <= phrase.first]
    return ahead[-1] if ahead and ahead[-1].is_name and _parted_by_comma(reading, ahead[-1], phrase) else None


def _parted_by_comma(reading: Reading, first: Phrase, second: Phrase) -> bool:
    between = [t for t in reading.tokens[first.last : second.first] if t.pos is not Pos.DETERMINER]
    return [t.text for t in between] == [_COMMA]


def _after(reading: Reading, verb: int, stretch: Span) -> Phrase | None:
    """X in ``…, said X``, ``…, said the harbour master, X``."""
    phrases = [p for p in reading.phrases if p.first > verb and stretch.contains(p.span)]
    if not phrases or phrases[0].first - verb > _NEXT or phrases[0].preposition:
        return None
    owned = 0
    while phrases[owned].link == "'s" and owned + 1 < len(phrases):
        owned += 1
    found, following = phrases[owned], phrases[owned + 1 : owned + 2]
    named = [p for p in following if p.is_name and not found.is_name and _parted_by_comma(reading, found, p)]
    return named[0] if named else found


def _first_name(reading: Reading, verb: int, stretch: Span) -> Phrase | None:
    inside = (p for p in reading.phrases if p.last <= verb and stretch.contains(p.span))
    return next((p for p in inside if p.is_name and not p.preposition), None)


def _speaker(reading: Reading, phrase: Phrase) -> Speaker:
    """The person at the end of a phrase that begins with house and office."""
    if reading.chinese and (person := _person_in_office(reading, phrase)):
        return Speaker(Span(phrase.span.start, max(phrase.span.end, person.end)), person.of(reading.text))
    names = [t for t in phrase.tokens if t.pos is Pos.NAME]
    if phrase.tokens[-1].text in _CLOSE_ASIDE and (stop := person_at(reading.text, phrase.span.start, phrase.span.end)):
        person = Span(phrase.span.start, stop)  # 顾澜生任总裁时
        return Speaker(person, person.of(reading.text))
    if not names:
        before = reading.tokens[phrase.first - 1] if phrase.first else None
        some = before is not None and before.text.lower() in _UNNAMED and before.text.isascii()
        return Speaker(Span(before.span.start, phrase.span.end) if before and some else phrase.span, None)
    run = [names[-1]]
    for token in reversed(names[:-1]):
        if run[0].span.start - token.span.end > 1 or not token.text.isascii():
            break
        run.insert(0, token)
    before = reading.tokens[phrase.first - 1] if phrase.first else None
    if before and before.pos is Pos.PRONOUN and before.text.istitle() and run[0] is phrase.tokens[0]:
        run.insert(0, before)  # He Yuzhou: the tagger takes the surname for a pronoun
    return Speaker(phrase.span, Span(run[0].span.start, run[-1].span.end).of(reading.text))


def _person_in_office(reading: Reading, phrase: Phrase) -> Span | None:
    """Who holds the office that the phrase names last: 何予舟 in 科技局副局长何予舟."""
    offices = [t for t in phrase.tokens if t.text in load_words().roles]
    if not offices:
        return None
    start = offices[-1].span.end
    stop = person_at(reading.text, start, reading.span.end)
    return Span(start, stop) if stop else None


def _somebody(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase names no one, but says that someone speaks: 有投资人, some residents."""
    before = reading.tokens[phrase.first - 1].text.lower() if phrase.first else ""
    return before in _UNNAMED or phrase.tokens[0].text.lower() in _UNNAMED or before in ("，", "")
