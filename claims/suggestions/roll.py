"""The roll of names: every name in a number of articles, with the places where it stands and the company it keeps."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from claims.aliases import Aliases
from claims.sentences import sentences
from claims.suggestions.latin_runs import latin_runs
from claims.suggestions.model import Article, Place
from claims.topics.chinese import in_dictionary
from claims.topics.name_parts import ends_as_organisation
from claims.topics.names import find_names
from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.script import HAN
from sources.span import Span

_WITHIN = frozenset({Pos.NAME, Pos.NOUN, Pos.ADJECTIVE})
_PARTS = 4
_LONGEST = 12
_FULL_NAME = 4
_CODE = "code"
_DOT = "·"


@dataclass(frozen=True)
class Roll:
    """The names of ``articles``.

    ``places`` gives for each name where it stands by itself, in order; ``company`` how often other names stand in its
    sentences. ``runs`` are the stretches of capitalised English words with the words that join them, ``nouns`` the
    Chinese common nouns, ``compounds`` the words behind a surname that no dictionary joins to a name; ``phrases`` are
    the noun phrases by article and end, ``coined`` the names that no dictionary has with the noun behind them.
    """

    articles: Sequence[Article]
    places: defaultdict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    company: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    runs: dict[str, Place] = field(default_factory=dict)
    nouns: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    phrases: dict[tuple[int, int], Phrase] = field(default_factory=dict)
    compounds: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    coined: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))

    def count(self, name: str) -> int:
        """How often the name stands by itself."""
        return len(self.places.get(name, ()))

    def articles_of(self, name: str) -> frozenset[int]:
        """The numbers of the articles it stands in."""
        return frozenset(place.article for place in self.places.get(name, ()))

    def standing(self, name: str) -> list[Place]:
        """Where ``name`` stands, in order: as a name, else as any word, else as any stretch of the texts."""
        for kept in (self.places, self.nouns, self.compounds, self.coined):
            if name in kept:
                return kept[name]
        words = r"\s+".join(map(re.escape, name.split()))
        pattern = re.compile(rf"(?<![A-Za-z0-9]){words}(?![A-Za-z0-9])")
        found = ((number, pattern.finditer(article.text.text)) for number, article in enumerate(self.articles))
        return [Place(number, Span(*match.span())) for number, matches in found for match in matches]

    def first(self, name: str) -> Place:
        """Where ``name``, which stands in the texts, stands first."""
        return self.standing(name)[0]

    @cached_property
    def ending(self) -> Mapping[tuple[int, int], Place]:
        """Each place of a name by article and end."""
        return {(place.article, place.span.end): place for places in self.places.values() for place in places}

    @cached_property
    def starting(self) -> Mapping[tuple[int, int], Place]:
        """Each place of a name by article and start."""
        return {(place.article, place.span.start): place for places in self.places.values() for place in places}

    def wording(self, place: Place) -> str:
        """What stands there, on one line."""
        return " ".join(place.span.of(self.articles[place.article].text.text).split())


def call_roll(articles: Sequence[Article], aliases: Aliases) -> Roll:
    """The roll of ``articles``; a name that one of them shows to be one is a name in all."""
    roll = Roll(articles)
    known = {span.of(a.text.text) for a in articles for span in find_names(a.text.text, aliases).spans}
    known.update(aliases.names())
    for number, article in enumerate(articles):
        # To look for a name in a text is quick, to look for thousands in one expression is not.
        there = (name for name in known if name in article.text.text)
        names = find_names(article.text.text, Aliases.of(dict.fromkeys(there, ())))
        for block in article.text.blocks:
            before: list[str] = []
            for span in sentences(article.text.text, block.span) if block.kind != _CODE else ():
                before = _enrol(roll, number, Reading(article.text.text, span, (), names.inside(span)), before)
    return roll


def _enrol(roll: Roll, number: int, reading: Reading, before: Sequence[str]) -> list[str]:
    """Enters the names of one sentence, and hands them on; ``before`` are those of the sentence before."""
    found = [Place(number, span) for span in _han_names(reading)]
    for run in latin_runs(reading):
        roll.runs.setdefault(roll.wording(whole := Place(number, run.whole)), whole)
        found += [Place(number, span) for span in run.names]
    wordings = [roll.wording(place) for place in found]
    near = {*wordings, *before}
    for place, name in zip(found, wordings, strict=True):
        roll.places[name].append(place)
        roll.company[name].update(near - {name})
    for token in reading.tokens if reading.chinese else ():
        if token.pos is Pos.NOUN and not token.text.isascii():
            roll.nouns[token.text].append(Place(number, token.span))
    for span in _coined(reading):
        place = Place(number, span)
        roll.coined[roll.wording(place)].append(place)
    for span in _compounds(reading):
        place = Place(number, span)
        roll.compounds[roll.wording(place)].append(place)
        roll.company[roll.wording(place)].update(near)
    roll.phrases.update({(number, phrase.span.end): phrase for phrase in reading.phrases})
    return wordings


def _han_names(reading: Reading) -> Iterator[Span]:
    """The Chinese names of a sentence: words that are names, with what makes them the name of an organisation."""
    tokens = reading.tokens
    at = 0
    while at < len(tokens):
        if tokens[at].pos is not Pos.NAME or tokens[at].text.isascii():
            at += 1
            continue
        end = max(_organisation(tokens, at), _foreign(tokens, at))
        if tokens[end - 1].span.end - tokens[at].span.start > 1:
            yield Span(tokens[at].span.start, tokens[end - 1].span.end)
        at = end


def _foreign(tokens: Sequence[Token], at: int) -> int:
    """Where the name that starts at ``at`` ends when dots join its parts: 鲍勃·迪伦."""
    end = at + 1
    while end + 1 < len(tokens) and tokens[end].text == _DOT and tokens[end + 1].span.start == tokens[end].span.end:
        end += 2
    return end


def _organisation(tokens: Sequence[Token], at: int) -> int:
    """Where the name that starts at ``at`` ends: behind the ending of an organisation if one is near, else at once."""
    end = at + 1
    for last in range(at + 1, min(at + _PARTS, len(tokens))):
        token = tokens[last]
        joined = token.span.start == tokens[last - 1].span.end and token.span.end - tokens[at].span.start <= _LONGEST
        if not joined or token.pos not in _WITHIN or token.text.isascii() or token.text in load_words().roles:
            break
        if ends_as_organisation(token.text, load_words()):
            end = last + 1
    return end


def _compounds(reading: Reading) -> Iterator[Span]:
    """Surnames with the words behind them, three or four characters in all: 梁 and 文峰."""
    tokens = reading.tokens
    for at, surname in enumerate(tokens):
        if surname.pos is not Pos.NAME or len(surname.text) > 1 or surname.text.isascii():
            continue
        end = surname.span.end
        for token in tokens[at + 1 : at + 3]:
            if token.span.start != end or token.text.isascii() or token.span.end - surname.span.start > _FULL_NAME:
                break
            end = token.span.end
            if end - surname.span.start > _FULL_NAME - 2:
                yield Span(surname.span.start, end)


def _coined(reading: Reading) -> Iterator[Span]:
    """Names that are no word of the dictionary, with the noun behind them: 步云 and 机器人."""
    for name, noun in pairwise(reading.tokens):
        joined = name.span.end == noun.span.start and name.pos is Pos.NAME and noun.pos is Pos.NOUN
        whole = len(name.text) > 1 < len(noun.text) and HAN.match(name.text) and HAN.match(noun.text)
        if joined and whole and noun.text not in load_words().roles and not in_dictionary(name.text):
            yield Span(name.span.start, noun.span.end)
