"""Who holds an office or part in a Chinese sentence: X创始人V; X的创始人是V; V是X创始人; X，创始人V."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from claims.facts.arguments import Stretch, before, behind, clause_end, clause_start, index_at, tokens_between
from claims.facts.attributes import Attribute, vocabulary
from claims.facts.chinese_subjects import COPULAS, stated_in_chinese, subject_before
from claims.facts.chinese_values import value_from
from claims.facts.fact import Fact
from claims.facts.persons import foreign_name, person_at
from claims.topics.chinese import in_dictionary
from claims.topics.places import is_place
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_BEFORE_OFFICE = re.compile(r"(?:副|前|原|首任|现任|时任|代|名誉|常务|执行|联席|联合)+$")
_PAST = frozenset({"前", "原"})
_TAKES = COPULAS | {"担任", "出任", "任", "当选", "成为", "作为"}
_SHORTEST = 2
_CUT_WRONGLY = "人为"
"""Ends of 实际控制人 and the copula, read as one word."""

_BETWEEN_TITLES = frozenset({"、", "兼", "和", "及", "暨"})
_NONE = frozenset({"没有", "无", "并无", "尚无", "不存在", "不设"})
_NOT_IN_HOUSE = re.compile(r"[\W]|[将被对已曾说称与和及从把的是为等]|表示|今天|昨天|今年|去年")
"""What stands in no name of a house, and so ends it."""

_JOINT = re.compile(r"、|和|与|及")
_HOUSES = frozenset("局部厅处署司馆厂所院社台")
"""Characters that end the name of a house and open the word for who leads it."""


def held_in_chinese(reading: Reading, word: Span, attribute: Attribute) -> Fact | None:
    """X创始人V; X的创始人是V; V是X创始人; X，创始人V."""
    start, end = clause_start(reading, word.start), clause_end(reading, word.end)
    title = _with_rank(reading, word, start)
    owner = _house(reading, title, start) if attribute.is_office else _owner(reading, title, start)
    at = _past_titles(reading, index_at(reading, word.end), end)
    between = COPULAS | {"：", ":"} | (set() if attribute.named else {"，", ","})
    while at < len(reading.tokens) and reading.tokens[at].text in between:
        at += 1
    at = _past_titles(reading, at, end)
    office = attribute.is_office
    value = _holder(reading, at, end, attribute) if attribute.named else value_from(reading, at, end, attribute)
    value = value or _bearer(reading, title, owner, start)
    if value is None:
        return _nobody(reading, title, attribute)
    if owner and owner.span.overlaps(value.span):
        return None
    if owner is None and start > reading.span.start:
        # X，创始人V: the house stands at the end of the clause before
        owner = subject_before(reading, start)
        owner = replace(owner, near=False) if owner else None
    label = _once(reading, owner) + title.of(reading.text) if office else ""
    return stated_in_chinese(reading, title, attribute, owner, value, label)


def _past_titles(reading: Reading, at: int, end: int) -> int:
    """The token behind further titles, with a person's name or a copula behind: 控股股东、实际控制人为董事长沈知远."""
    start = at
    while at < len(reading.tokens) and reading.tokens[at].span.end <= end:
        token = reading.tokens[at]
        if token.text not in _BETWEEN_TITLES and token.text not in vocabulary("zh").signs:
            ended = at > start and (token.text in COPULAS or person_at(reading.text, token.span.start, end))
            return at if ended else start
        at += 1
    return start


def _holder(reading: Reading, at: int, end: int, attribute: Attribute) -> Stretch | None:
    """Who is named from the token ``at`` on: a person or, where it is no office, a house."""
    if not attribute.is_office and (house := _house_named(reading, at, end)):
        return house
    return _person(reading, at, end, quoted=not attribute.is_office)


def _house_named(reading: Reading, at: int, end: int) -> Stretch | None:
    """The house whose name begins with the token ``at``, by the word that it ends with: 岚港路桥集团第三工程公司."""
    if at >= len(reading.tokens) or reading.tokens[at].span.start >= end:
        return None
    parts: list[Span] = []
    start: int | None = reading.tokens[at].span.start
    while start is not None:
        place = Span(start, start)
        for found in _house_end().finditer(reading.text, start, end):
            if _NOT_IN_HOUSE.search(reading.text, place.end, found.start()):
                break
            place = Span(start, found.end())
        if len(place) <= _SHORTEST:
            break
        parts.append(place)
        joint = _JOINT.match(reading.text, place.end, end)
        start = joint.end() if joint else None
    if not parts:
        return None
    whole = Span(parts[0].start, parts[-1].end)
    return Stretch(whole, tuple(parts), at, index_at(reading, whole.end), named=True)


@lru_cache(maxsize=1)
def _house_end() -> re.Pattern[str]:
    words = sorted(
        {*load_words().organisations, *load_words().wares, "基金", "事务所", "设计院"}, key=len, reverse=True
    )
    return re.compile("|".join(w for w in words if len(w) > 1))


def _nobody(reading: Reading, title: Span, attribute: Attribute) -> Fact | None:
    """That a house has nobody of the kind: 公司没有实际控制人."""
    at = index_at(reading, title.start)
    denied = at > 0 and reading.tokens[at - 1].text in _NONE and reading.tokens[at - 1].span.end == title.start
    if not denied or reading.text[title.end : title.end + 1].isalnum():
        return None
    owner = subject_before(reading, reading.tokens[at - 1].span.start)
    value = Stretch(title, (title,), at, at + 1, named=False)
    found = stated_in_chinese(reading, title, attribute, owner, value, title.of(reading.text))
    return replace(found, denied=True) if found else None


def _owner(reading: Reading, title: Span, start: int) -> Stretch | None:
    """The phrase that stands right before the word."""
    owner = before(reading, index_at(reading, title.start), start)
    return None if owner is None or owner.span.end > title.start or len(owner.span) < _SHORTEST else owner


def _house(reading: Reading, title: Span, start: int) -> Stretch | None:
    """The house before an office; 捷运工程局 of 捷运工程局长, where one character ends it and opens the office."""
    owner = before(reading, index_at(reading, title.start), start)
    if owner is None:
        return None
    begin, end = owner.span.start, min(owner.span.end, title.start)
    whole, shared = reading.text[begin:end], reading.text[title.start]
    if whole.endswith(_CUT_WRONGLY):
        return None
    runs_in = len(title) == _SHORTEST and shared in _HOUSES and end == title.start and not is_place(whole)
    if runs_in and not whole.endswith((shared, *load_words().houses)):
        end += 1
    place = Span(begin, end)
    return replace(owner, span=place, parts=(place,)) if len(place) >= _SHORTEST else None


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
    if foreign := foreign_name(reading.text, start, end):
        return _one_name(reading, at, foreign)
    if (stop := person_at(reading.text, start, end)) and not _is_word(tokens[at], stop):
        return _persons(reading, at, stop, end)
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


def _is_word(token: Token, stop: int) -> bool:
    """Whether what looks like a name up to ``stop`` is a word of the dictionary: 任期, 方面."""
    return token.pos is not Pos.NAME and token.span.end >= stop and in_dictionary(token.text)


def _persons(reading: Reading, at: int, stop: int, end: int) -> Stretch:
    """The person whose name ends at ``stop``, and those listed behind: 罗秋野、贺千帆."""
    parts = [Span(reading.tokens[at].span.start, stop)]
    while (joint := _JOINT.match(reading.text, parts[-1].end, end)) and (
        further := person_at(reading.text, joint.end(), end)
    ):
        parts.append(Span(joint.end(), further))
    place = Span(parts[0].start, parts[-1].end)
    return Stretch(place, tuple(parts), at, index_at(reading, place.end), named=True)


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
    if verb.text not in _TAKES:
        return None
    found = subject_before(reading, verb.span.start, same_clause=True)
    return found if found and found.named and found.span.start >= start else None
