"""Chinese short forms: 北大 of 北京大学, 千问 of 通义千问, 阿里 of 阿里巴巴; English names without their legal form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from claims.suggestions.model import Evidence, Hint, Place
from claims.suggestions.roll import Roll
from claims.suggestions.vocabulary import load_vocabulary
from claims.topics.chinese import chinese_tokens, in_dictionary, word_parts
from claims.topics.places import MARK, name_key
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.script import HAN
from sources.span import Span

_SHORTEST = 2
_LONGEST_INITIALS = 5
_RARER = 3

_FORM = 0.75
_OFFICE = 0.7
_INITIALS = 0.7
_PIECE = 0.7
_TAIL = 0.7
_BUSINESS = 0.65
_TRADE = 0.45
_APART = 0.3
"""What is taken off where no article has both."""


def short_forms(roll: Roll) -> Iterator[Hint]:
    """Pairs of names that both stand in the text, one a short form of the other; none where several would fit."""
    shorts: defaultdict[str, set[str]] = defaultdict(set)
    for name in (*roll.places, *roll.nouns):
        if HAN.match(name) and _SHORTEST <= len(name) <= _LONGEST_INITIALS:
            shorts[name[0]].add(name)
    longs = [name for name in roll.places if len(name) > _SHORTEST and HAN.match(name) and not _mixed(name)]
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    opening = _by_opening(longs)
    for long in longs:
        for short, score in _candidates(roll, long, shorts[long[0]], opening):
            together = _articles(roll, short) & roll.articles_of(long)
            found[short][long] = score if together else score - _APART
    for short, fitting in found.items():
        best = max(fitting.values())
        surest = [long for long, score in fitting.items() if score == best]
        if len(surest) == 1:
            yield Hint(surest[0], short, Evidence.ABBREVIATION, best)


def legal_forms(roll: Roll) -> Iterator[Hint]:
    """English names with and without what says how the house is incorporated: Acme Inc., Acme."""
    for name in roll.places:
        short, _, last = name.rpartition(" ")
        if last.lower() in load_vocabulary().legal_forms and roll.count(short):
            yield Hint(name, short, Evidence.ABBREVIATION, _FORM)


def trades(roll: Roll) -> Iterator[Hint]:
    """Coined names without the trade that the text adds to them at first: 步云机器人, from then on 步云."""
    by_head: defaultdict[str, list[str]] = defaultdict(list)
    for long, places in roll.coined.items():
        if len(places) > 1:
            by_head[_tokens(long)[0].text].append(long)
    for head, longs in by_head.items():
        if len(longs) == 1 and not _is_place(head) and not _ends_plainly(head) and not _ends_plainly(longs[0]):
            whole = roll.coined[longs[0]]
            alone = [place for place in roll.places.get(head, ()) if not any(_within(place, w) for w in whole)]
            if _introduced(alone, whole):
                yield Hint(longs[0], head, Evidence.ABBREVIATION, _TRADE)


def _within(inner: Place, outer: Place) -> bool:
    return inner.article == outer.article and outer.span.contains(inner.span)


def _by_opening(longs: list[str]) -> Mapping[str, set[str]]:
    """To each beginning of a long name the long names that begin so."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for long in longs:
        for end in range(_SHORTEST, len(long)):
            found[long[:end]].add(long)
    return found


def _candidates(
    roll: Roll, long: str, shorts: set[str], opening: Mapping[str, set[str]]
) -> Iterator[tuple[str, float]]:
    for cut in range(_SHORTEST, len(long)):
        head, tail = long[:cut], long[cut:]
        if roll.count(head) and (score := _headed(roll, head, tail, len(opening[head]) == 1)):
            yield head, score
        if roll.count(tail) and len(tail) >= _SHORTEST and _is_tail(roll, long, tail):
            yield tail, _TAIL
    parts = _parts(long)
    if len(parts) > 1 and len(parts[-1]) > 1 and _is_proper(long):
        last = set(parts[-1])
        for short in shorts:
            fits = short[-1] in last and len(short) < len(long)
            if fits and not long.startswith(short) and not _is_place(short) and _made_of(short, parts):
                yield short, _INITIALS


def _headed(roll: Roll, head: str, tail: str, only: bool) -> float:
    """How likely ``head`` is short for ``head + tail``; ``only`` when no other name begins with it.

    A word of the dictionary before another is most often no name (上市公司, 海洋科技), so that what is no legal form
    is left out behind a coined name alone.
    """
    words = load_vocabulary()
    if _is_place(head) or not _is_proper(head) or _ends_plainly(head):
        return 0.0  # 中国 and 中国银行, 杭州 and 杭州银行
    if tail in words.administrations:
        return _OFFICE
    if len(tail) == 1:
        return 0.0  # 云 and 证 behind a name make another one: 阿里云, 许可证
    if tail in words.legal_forms:
        return _FORM
    if _is_name(head + tail) and _is_name(head) and _is_proper(tail) and not _ends_plainly(tail):
        return _PIECE
    if in_dictionary(head):
        return 0.0
    if tail in words.businesses:
        return _BUSINESS
    nouns = all(token.pos is Pos.NOUN for token in _tokens(tail)) and not _ends_plainly(tail)
    return _TRADE if only and nouns and _introduced(roll.places[head], roll.places[head + tail]) else 0.0


def _is_tail(roll: Roll, long: str, tail: str) -> bool:
    """Whether ``tail`` stands for ``long``: a surname behind a dot, or a coined word whose beginning is no word.

    A beginning that stands alone is another name (阿里 in 阿里通义千问) or a common noun.
    """
    piece = long.removesuffix(tail)
    if piece.endswith("·"):
        return not _is_place(tail) and not _is_place(piece[:-1])
    if len(piece) == 1 or in_dictionary(tail) or len(_tokens(tail)) > 1:
        return False
    alone = roll.count(piece) + len(roll.nouns.get(piece, ()))
    return alone * _RARER <= roll.count(long) and not _is_place(piece) and piece not in load_words().roles


def _introduced(short: Sequence[Place], long: Sequence[Place]) -> bool:
    """Whether each article that has both says the long name first, as one does who shortens it from then on."""
    first: dict[int, int] = {}
    for place in long:
        first.setdefault(place.article, place.span.start)
    both = [place for place in short if place.article in first]
    return bool(both) and all(place.span.start > first[place.article] for place in both)


def _made_of(short: str, parts: tuple[str, ...]) -> bool:
    """Whether every part gives its beginning, or first and last character, and nothing else makes up ``short``."""
    if not parts:
        return not short
    part, rest = parts[0], parts[1:]
    gifts = {part[:n] for n in range(1, len(part) + 1)} | {part[0] + part[-1]}
    return any(short.startswith(gift) and _made_of(short[len(gift) :], rest) for gift in gifts)


@lru_cache(maxsize=20_000)
def _tokens(name: str) -> tuple[Token, ...]:
    return tuple(chinese_tokens(name, Span(0, len(name))))


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part for token in _tokens(name) for part in word_parts(token.text))


def _is_name(name: str) -> bool:
    """Whether it is one word, and a name."""
    return [token.pos for token in _tokens(name)] == [Pos.NAME]


def _ends_plainly(name: str) -> bool:
    """Whether a name ends as names of organisations and places do, with 大学 or 镇, so that it tells which one."""
    return name.endswith(tuple(load_words().organisations))


def _is_proper(name: str) -> bool:
    """Whether a word of it is a name: 大模型 is made of common words alone."""
    return any(token.pos is Pos.NAME for token in _tokens(name))


def _is_place(name: str) -> bool:
    return name_key(name).startswith(MARK)


def _mixed(name: str) -> bool:
    return any(c.isascii() for c in name)


def _articles(roll: Roll, name: str) -> frozenset[int]:
    return roll.articles_of(name) | {place.article for place in roll.nouns.get(name, ())}
