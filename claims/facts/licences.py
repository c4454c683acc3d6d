"""Licences, known by their names: the MIT licence, GPLv2, 以Apache 2.0许可证开源, Licence: BSD 2-clause."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claims.facts.arguments import index_at
from claims.facts.attributes import attributes
from claims.facts.chinese_subjects import subject_before as chinese_subject
from claims.facts.english_subjects import subject_before as english_subject
from claims.facts.fact import Fact
from claims.topics.reading import Reading
from claims.topics.words import load_words
from sources.span import Span

LICENCE = "licence"
"""The attribute."""

_VERSION = (
    r"(?:[（(][ALM]{0,2}GPL[)）])?"
    r"(?:(?:[- ]|, | ?[Vv]ersion | ?v\.? ?|第){0,2}(?P<version>[1-4](?:\.[015])?)(?![\d-]|\.\d)版?)?(?!\.?\d)\+?"
)
"""What may stand behind the name: an abbreviation in brackets, and the version."""

_GIVEN_UP = re.compile(
    r"(?:从|由|不是|而非|不再采用|\b(?:from|instead of|not|no longer|unlike|abandoned|left))(?: (?:the|under))?\s?$"
)
"""What stands ahead of a licence that a thing no longer has."""

_GIVEN = re.compile(
    r"(?:^|[:：/]|采用|采取|选择|使用|遵循|基于|按照?|以|依据|改[成为用]|换[成用]|变更为|[是为]|受到?|还有|份|"
    r"\b(?:under|licen[cs]ed?|terms|is|are|was|were|has|have|carr(?:y|ies)|to|adopted|chose|uses?|as)\b)"
    r"[^，。；,.;()（）]{0,18}$"
)
"""What stands ahead of a licence where something is said to have it, at the head of a line nothing."""

_OF = re.compile(r"\b(?:of|author|wrote|written|with) (?:the )?$")
_ARTICLE = re.compile(r"\bthe $")
_TERMS = re.compile(r"\bterms of (?:the )?$")
_REACH = 40
"""Characters ahead of the name of a licence that are looked at."""

_BESIDE = 3
"""Characters between the name of a licence and the word for one."""


@dataclass(frozen=True, slots=True)
class _Licences:
    """The pattern of a licence by the name it is compared under, and of one that needs the word beside it; of any; of
    the word anywhere, and behind a name."""

    known: tuple[tuple[str, re.Pattern[str]], ...]
    bare: tuple[tuple[str, re.Pattern[str]], ...]
    some: re.Pattern[str]
    word: re.Pattern[str]
    tail: re.Pattern[str]


@lru_cache(maxsize=1)
def _load() -> _Licences:
    data = tomllib.loads(files("claims.facts").joinpath("licences.toml").read_text("utf-8"))
    known, bare = (
        tuple(
            (name, re.compile(rf"(?<![A-Za-z])(?:{pattern})(?!(?!v\d)[A-Za-z]){_VERSION}"))
            for name, pattern in table.items()
        )
        for table in (data["known"], data["bare"])
    )
    some = re.compile("|".join((*data["known"].values(), *data["bare"].values())))
    tail = re.compile(rf"\s?(?:开源)?(?:{data['words']})")
    return _Licences(known, bare, some, re.compile(data["words"]), tail)


def licences_in(reading: Reading) -> Iterator[Fact]:
    """What a sentence says of the licence of a thing: one fact for each licence that it names."""
    for place in _named(reading.text, reading.span):
        if not _is_given(reading.text[max(reading.span.start, place.start - _REACH) : place.start]):
            continue
        at = index_at(reading, place.start)
        found = chinese_subject(reading, place.start) if reading.chinese else english_subject(reading, at)
        label = attributes()[LICENCE].labels["zh" if reading.chinese else "en"]
        subject = found.span if found and found.named and not names_licence(found.span.of(reading.text)) else None
        denied = bool(reading.tokens[:at]) and reading.tokens[at - 1].text.lower() in load_words().denied
        yield Fact(LICENCE, label, subject, place, (place,), denied)


def _is_given(ahead: str) -> bool:
    """Whether the words ahead of a licence say that something is under it."""
    ahead = ahead.rpartition("\n")[2].removesuffix("GNU ")
    if _GIVEN_UP.search(ahead) or (_OF.search(ahead) and not _TERMS.search(ahead)):
        return False
    return bool(_GIVEN.search(ahead))


def licence_of(words: str) -> str | None:
    """The name under which the licence that ``words`` name is compared, with its version where it is told."""
    licences = _load()
    found = ((name, p.search(words)) for name, p in (*licences.known, *licences.bare))
    return next((f"{name} {m['version']}" if m["version"] else name for name, m in found if m), None)


def _named(text: str, within: Span) -> list[Span]:
    """The places of the names of licences, in order; of two that overlap the longer one."""
    licences = _load()
    if not licences.some.search(text, within.start, within.end):
        return []
    found = [
        Span(*m.span())
        for names in (licences.known, licences.bare)
        for _, pattern in names
        for m in pattern.finditer(text, within.start, within.end)
        if names is licences.known or m["version"] or _is_licence(_beside(text, Span(*m.span()), within))
    ]
    kept: list[Span] = []
    for place in sorted(found, key=lambda place: (-len(place), place)):
        if not any(place.overlaps(span) for span in kept):
            kept.append(place)
    return sorted(_in_full(text, place, within) for place in kept)


def _in_full(text: str, name: Span, within: Span) -> Span:
    """The name with its article and the word for a licence behind it: the MIT license, Apache 2.0开源许可证."""
    opened = _ARTICLE.search(text, max(within.start, name.start - _BESIDE - 1), name.start)
    ended = _load().tail.match(text, name.end, within.end)
    return Span(opened.start() if opened else name.start, ended.end() if ended else name.end)


def _beside(text: str, name: Span, within: Span) -> str:
    reach = len("licensed") + _BESIDE
    return text[max(within.start, name.start - reach) : min(within.end, name.end + reach)]


def names_licence(words: str) -> bool:
    """Whether ``words`` name a licence or speak of one, and not of what is given away under it."""
    return _is_licence(words) or licence_of(words) is not None


def _is_licence(words: str) -> bool:
    """Whether a word for a licence is among ``words``."""
    return bool(_load().word.search(words))
