"""Other names that the text itself gives: in brackets, or behind words such as 以下简称 and also known as."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.suggestions.initials import long_form
from claims.suggestions.model import Evidence, Hint, Place
from claims.suggestions.roll import Roll
from claims.suggestions.vocabulary import load_vocabulary
from claims.topics.chinese import chinese_tokens, in_dictionary
from claims.topics.name_parts import ends_as_organisation
from claims.topics.noun_phrases import Phrase
from claims.topics.places import MARK, name_key
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.script import HAN
from sources.span import Span

_BRACKET = re.compile(r"[(（]([^()（）\n]{2,60})[)）]")
_PARTED = re.compile(r"\s*[,，;；、/]\s*")
_LATIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9.&'’+-]*(?: [A-Za-z0-9.&'’+-]+){0,5}")
_HAN_NAME = re.compile(r"[\u3400-\u9fff·]{2,12}")
_DIGITS = re.compile(r"\d+")
_VERSION = re.compile(r"\d[\d.]*$")
_OPENING = " \t:：,，“\"‘'「『《("
_CLOSING = " ”\"’'」』》"
_HYPHENS = ("-", "–", "—", "·")
_BEFORE = 120
_MARKS = 8
_TWICE = 2

_SAID = 0.95
_SHORTENED = 0.9
_NAMED = 0.8
_NAMED_ONCE = 0.65
_DESCRIBED = 0.45
_FOREIGN_NOUN = 0.4


def brackets(roll: Roll) -> Iterator[Hint]:
    """A name and the one in brackets behind it: 深度求索（DeepSeek）, Northern Harbour Council (NHC)."""
    for number, article in enumerate(roll.articles):
        text = article.text.text
        for match in _BRACKET.finditer(text):
            parts = _PARTED.split(match.group(1).strip())
            if len(parts) > 2 or _definitions().search(match.group(1)):
                continue
            before = _name_before(roll, number, match.start())
            for part in parts if len(parts) == 1 or long_form(parts[1], parts[0], 0, len(parts[0])) else ():
                yield from _gloss(roll, number, before, part.strip(_OPENING + _CLOSING), match)


def definitions(roll: Roll) -> Iterator[Hint]:
    """A name and the one that the text gives it in so many words: X（以下简称Y）, X, also known as Y."""
    for number, article in enumerate(roll.articles):
        text = article.text.text
        for match in _definitions().finditer(text):
            start = match.end()
            while start < len(text) and text[start] in _OPENING and start - match.end() < 3:
                start += 1
            ends = _bare_end(text, match.start(), _OPENING + "（")
            before = _name_before(roll, number, ends)
            behind = _name_behind(roll, number, start, quoted=text[start - 1 : start] in tuple("“\"‘'「『《"))
            long = long_form(behind.of(text), text, max(0, match.start() - _BEFORE), ends) if behind else None
            if long and behind:
                place = Place(number, Span(long.start, behind.end))
                yield Hint(long.of(text), behind.of(text), Evidence.PARENTHESIS, _SAID, place)
            elif before and behind and roll.wording(before[0]).casefold() != behind.of(text).casefold():
                place = Place(number, Span(before[0].span.start, behind.end))
                yield Hint(roll.wording(before[0]), behind.of(text), Evidence.PARENTHESIS, _SAID, place)


@lru_cache(maxsize=1)
def _definitions() -> re.Pattern[str]:
    words = sorted(load_vocabulary().definitions, key=lambda w: (-len(w), w))
    return re.compile("|".join(rf"\b{re.escape(w)}(?!\w)" if w.isascii() else re.escape(w) for w in words), re.I)


def _gloss(
    roll: Roll, number: int, before: tuple[Place, bool] | None, inner: str, match: re.Match[str]
) -> Iterator[Hint]:
    text = roll.articles[number].text.text
    if long := long_form(inner, text, max(0, match.start() - _BEFORE), match.start()):
        place = Place(number, Span(long.start, match.end()))
        yield Hint(long.of(text), inner, Evidence.PARENTHESIS, _SHORTENED, place)
    elif before:
        place, sure = before
        outer = roll.wording(place)
        score = _likelihood(roll, outer, sure, inner)
        whole = Place(number, Span(place.span.start, match.end()))
        if score and _may_be_one(outer, inner):
            outer, inner = _unnumbered(outer, inner)
            yield Hint(outer, inner, Evidence.TRANSLATION, score, whole)
        elif long_form(outer, inner, 0, len(inner)) == Span(0, len(inner)):
            yield Hint(inner, outer, Evidence.PARENTHESIS, _SHORTENED, whole)


def _likelihood(roll: Roll, outer: str, sure: bool, inner: str) -> float:
    """How likely the name in brackets is the other in another language; 0 where both are in one.

    A name that stands nowhere but here may be a description, or be cut wrongly.
    """
    once = min(roll.count(outer), roll.count(inner)) < _TWICE
    if HAN.search(outer) and _LATIN_NAME.fullmatch(inner) and any(c.isupper() for c in inner):
        return (_NAMED_ONCE if once else _NAMED) if sure else _DESCRIBED
    if not HAN.search(outer) and _HAN_NAME.fullmatch(inner):
        if roll.count(inner) >= _TWICE:
            return _NAMED
        return _FOREIGN_NOUN if len(roll.nouns.get(inner, ())) >= _TWICE else 0.0
    return 0.0


def _may_be_one(a: str, b: str) -> bool:
    """Not a thing and its version, place or price: the same digits in both, and neither alone a place."""
    return _DIGITS.findall(a) == _DIGITS.findall(b) and a.casefold() != b.casefold() and _is_place(a) == _is_place(b)


def _is_place(name: str) -> bool:
    return name_key(name).startswith(MARK)


def _unnumbered(a: str, b: str) -> tuple[str, str]:
    """Both without the version they end in: 万相2.1 and Wan2.1 are 万相 and Wan."""
    one, other = (_VERSION.sub("", name).rstrip() for name in (a, b))
    return (one, other) if len(one) > 1 and len(other) > 1 else (a, b)


def _name_before(roll: Roll, number: int, end: int) -> tuple[Place, bool] | None:
    """The name that ends at ``end``, closing marks apart, and whether it is known for one."""
    text = roll.articles[number].text.text
    bare = _bare_end(text, end, _CLOSING)
    if text[bare:end].strip() in ("》", "”", "」", "』"):
        opening = max(text.rfind(mark, max(0, bare - 30), bare) for mark in "《“「『")
        return (Place(number, Span(opening + 1, bare)), True) if opening >= 0 else None
    known, phrase = roll.ending.get((number, bare)), roll.phrases.get((number, bare))
    if phrase is None:
        return (known, True) if known else None
    opening = _behind_role(phrase, text)
    tokens = [token for token in phrase.tokens if token.span.start >= opening]
    if not tokens or tokens[0].span.start > opening:
        # The dictionary did not part the role from the name: 首席, 科学家沈知行.
        return Place(number, Span(opening, bare)), True
    first = next((t for t in tokens if t.pos is Pos.NAME), None)
    start = (first or tokens[0]).span.start
    while text[start - 1 : start] in _HYPHENS and (other := roll.ending.get((number, start - 1))):
        start = other.span.start
    whole = Place(number, Span(start, tokens[-1].span.end))
    if known and whole.span.start <= known.span.start and roll.count(roll.wording(known)) >= _TWICE:
        # 阿里巴巴 alone in 杭州阿里巴巴; but Debian belongs to the name of Debian 政策.
        latin = first is not None and first.text.isascii()
        return (whole if latin else known), True
    return (whole, _holds_name(roll.wording(whole))) if len(roll.wording(whole)) > 1 else None


def _bare_end(text: str, end: int, marks: str) -> int:
    """Where what ends at ``end`` ends without ``marks``, a few at most."""
    return end - len(tail := text[max(0, end - _MARKS) : end]) + len(tail.rstrip(marks))


def _holds_name(name: str) -> bool:
    """Whether one of the words of a Chinese name is a name, or its last one the ending of an organisation."""
    tokens = tuple(chinese_tokens(name, Span(0, len(name))))
    return any(t.pos is Pos.NAME for t in tokens) or ends_as_organisation(tokens[-1].text, load_words())


def _behind_role(phrase: Phrase, text: str) -> int:
    """Where a name follows the last word for a role in a phrase, 杨立昆 in 首席科学家杨立昆; else where it starts."""
    wording = phrase.span.of(text)
    starts = {token.span.start - phrase.span.start for token in phrase.tokens}
    ends = {wording.rfind(role) + len(role) for role in load_words().roles if role in wording}
    following = [end for end in ends if end in starts or (end + 1 < len(wording) and not in_dictionary(wording[end:]))]
    return phrase.span.start + max(following, default=0)


def _name_behind(roll: Roll, number: int, start: int, *, quoted: bool) -> Span | None:
    """The name that starts at ``start``: up to the closing mark where it is quoted."""
    text = roll.articles[number].text.text
    if quoted:
        ends = [at for mark in "”\"’'」』》" if (at := text.find(mark, start, start + 40)) > start]
        return Span(start, min(ends)) if ends else None
    if known := roll.starting.get((number, start)):
        return known.span
    word = re.compile(r"[A-Za-z][A-Za-z0-9-]+|[\u3400-\u9fff]{2,8}(?=[)）])").match(text, start)
    return Span(*word.span()) if word else None
