"""That there is none of something, as the number it is: no survivors, nobody was hurt, 无人伤亡, 没有一名员工."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from claims.model import Kind, Quantity, ValueMention
from claims.topics.concepts import Role, load_concepts
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from sources.span import Span

NONE_OF_IT = Quantity(Kind.COUNT, Decimal(0), Decimal(0), step=Decimal(1))

_VERB_WORDS = 3
_VERB_REACH = 4
"""Words, and characters, of the verb between what denies it and *any*."""

_LONGEST_NOUN = 10
_BEFORE_HEAD = frozenset({Pos.ADJECTIVE, Pos.NOUN, Pos.NAME})
_HEADS = frozenset({Pos.NOUN, Pos.NAME})
_PARTICIPLES = ("ed", "ing")


@dataclass(frozen=True, slots=True)
class _Words:
    """What a table of words comes to: ``nobody`` counts people, ``none`` and ``of`` the thing that is named behind."""

    english: re.Pattern[str]
    idle: frozenset[str]
    chinese: re.Pattern[str]
    fates: re.Pattern[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    tables = tomllib.loads(files("claims.topics").joinpath("absences.toml").read_text(encoding="utf-8"))
    either = {(language, key): _either(words) for language, table in tables.items() for key, words in table.items()}
    nobody = rf"(?P<nobody>{either['en', 'nobody']})(?= (?:{either['en', 'faring']})\b)"
    denied = rf"(?:{either['en', 'denying']})(?: [a-z]+){{0,{_VERB_WORDS}}}? (?P<of>{either['en', 'any']})"
    none = rf"(?P<none>{either['en', 'none']})"
    english = rf"\b(?<!where )(?<!whom )(?<!which )(?:{nobody}|{none}|{denied})\b(?![-.’'])"
    chinese = (
        rf"(?P<nobody>{either['zh', 'nobody']})(?={either['zh', 'fates']})"
        rf"|(?P<never>{either['zh', 'denying']})(?:{either['zh', 'happening']})(?={either['zh', 'any']})"
        rf"|(?:{either['zh', 'denying']})[^，。；、]{{1,{_VERB_REACH}}}?(?P<of>任何一?)"
        rf"|(?P<none>{either['zh', 'lacking']})(?P<any>(?:{either['zh', 'any']})?)"
    )
    idle = frozenset(tables["en"]["idle"])
    return _Words(re.compile(english, re.IGNORECASE), idle, re.compile(chinese), re.compile(either["zh", "fates"]))


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def absences(reading: Reading, mentions: Sequence[ValueMention]) -> tuple[ValueMention, ...]:
    """What a sentence says there is none of, each as the count 0; spans count code points of the text of ``reading``.

    ``mentions`` are the values of the sentence. One of them may be the number in *not one*, which is then part of
    what is found; anything else touches none of them.
    """
    find = _chinese if reading.chinese else _english
    found = []
    for span in find(reading, mentions):
        touched = [m for m in mentions if m.span.overlaps(span)]
        if all(m.quantity.low == m.quantity.high == 1 and m.span.start >= span.start for m in touched):
            whole = Span(span.start, max([span.end, *(m.span.end for m in touched)]))
            found.append(ValueMention(whole, whole, whole.of(reading.text), NONE_OF_IT))
    return tuple(found)


def _english(reading: Reading, _mentions: Sequence[ValueMention]) -> Iterator[Span]:
    words = _words()
    for hit in words.english.finditer(reading.text, reading.span.start, reading.span.end):
        span = Span(*hit.span("of" if hit["of"] else 0))
        if hit["nobody"] or _names_a_thing(reading, span, words.idle):
            yield span


def _names_a_thing(reading: Reading, none: Span, idle: frozenset[str]) -> bool:
    """Whether a noun stands behind *no*, with at most adjectives and other nouns between them."""
    head = None
    for token in reading.tokens_in(Span(none.end, reading.span.end)):
        word = token.text.lower()
        if word in idle:
            return False
        participle = head is None and token.pos is Pos.VERB and word.endswith(_PARTICIPLES)
        if not participle and token.pos not in _BEFORE_HEAD:
            break
        head = token if token.pos in _HEADS else head
    return head is not None


def _chinese(reading: Reading, mentions: Sequence[ValueMention]) -> Iterator[Span]:
    for hit in _words().chinese.finditer(reading.text, reading.span.start, reading.span.end):
        if hit["nobody"]:
            yield Span(*hit.span("nobody"))
        elif hit["never"]:
            yield Span(*hit.span("never"))
        elif hit["of"]:
            if _thing_at(reading, hit.end()):
                yield Span(*hit.span("of"))
        elif hit["any"] == "一":
            if one := next((m for m in mentions if m.span.start == hit.start("any")), None):
                yield Span(hit.start(), one.span.end)
        elif _thing_at(reading, hit.end()) and (hit["any"] or not _befell(reading, hit)):
            yield Span(*hit.span("none")) if hit["any"] == "人员" else Span(*hit.span())


def _befell(reading: Reading, hit: re.Match[str]) -> bool:
    """Whether what is denied is that somebody suffered something (没有受伤), and not that anybody did (无伤亡)."""
    return hit["none"].endswith("有") and _words().fates.match(reading.text, hit.end()) is not None


def _thing_at(reading: Reading, at: int) -> bool:
    """Whether the text goes on with something that can be counted."""
    end = min(reading.span.end, at + _LONGEST_NOUN)
    first = next(iter(load_concepts().chinese(reading.text, at, end)), None)
    return first is not None and first.start == at and first.role in (Role.THING, Role.EVENT)
