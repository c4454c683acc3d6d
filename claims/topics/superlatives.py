"""Firsts, onlys and mosts: ``国内首个``, ``全球最大``, ``the first``, ``the most widely deployed``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from claims.model import Kind, Quantity, ValueMention
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from claims.topics.words import Words, load_words
from sources.span import Span

_LONGEST_MOST = 5
_ONE_OF = re.compile(r"[^，。；,;]{0,24}?之一")
_PLACED_BY = re.compile(r"[- ](\w+)")
_ONE_OF_THE = re.compile(r"\bone of (?:the )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Superlative:
    """A superlative expression; ``shared`` when it claims a place among several or few (``之一``, ``为数不多``)."""

    span: Span
    shared: bool


def superlatives(reading: Reading) -> Iterator[Superlative]:
    """The superlatives of a sentence that touch none of its values, in order."""
    found = _chinese(reading) if reading.chinese else _english(reading)
    end = reading.span.start
    for span in found:
        if span.start >= end and not any(span.overlaps(v) for v in reading.values):
            end = span.end
            yield Superlative(span, _shared(reading, span))


def as_superlative(reading: Reading, mention: ValueMention) -> Quantity | None:
    """The superlative that a first place is when it says who came first (第一家, ``the first company``).

    None for a place in a ranking (全球第一, ``ranked first``) and for the first of a series (第一批).
    """
    quantity, words = mention.quantity, load_words()
    if quantity.kind is not Kind.RANK or quantity.low != 1 or quantity.high != 1:
        return None
    surface = mention.surface.lower()
    if reading.chinese:
        behind = surface.partition("第一")[2]
        first = bool(behind) and not any(behind.startswith(series) for series in words.series_han)
    else:
        tokens = reading.tokens_in(Span(mention.span.end, reading.span.end))[:1]
        first = surface.endswith("first") and bool(tokens) and tokens[0].text.lower() not in words.series | _PLACE_WORDS
        first = first and tokens[0].pos in (Pos.NOUN, Pos.NAME, Pos.ADJECTIVE)
    return replace(quantity, kind=Kind.SUPERLATIVE) if first else None


_PLACE_WORDS = frozenset({"place", "prize", "rank", "position", "spot"})


@lru_cache(maxsize=1)
def _sorts() -> dict[str, str]:
    """To each stem the sort of superlative it makes."""
    text = files("claims.topics").joinpath("superlatives.toml").read_text(encoding="utf-8")
    return {stem: sort for sort, stems in tomllib.loads(text)["sorts"].items() for stem in stems}


@lru_cache(maxsize=1)
def unbounded_sorts() -> frozenset[str]:
    """The sorts of superlatives that are said of all there are, where no place is named."""
    text = files("claims.topics").joinpath("superlatives.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["unbounded"]["sorts"])


def superlative_key(wording: str) -> str:
    """The sort of a superlative in one form for both languages: ``首个`` and ``first`` are ``first``."""
    words = load_words()
    text = wording.lower().strip().removeprefix("the ")
    if any(text.startswith(w) for w in words.superlative_first):
        return "first"
    if any(text.startswith(w) for w in words.superlative_only):
        return "only"
    core = text.removeprefix("最").removesuffix("的").removesuffix("est")
    return _sorts().get(core) or _sorts().get(core.removeprefix("most "), core)


def place_key(reading: Reading, rank: Span) -> str:
    """The sort of the superlative that a place is told by, as ``superlative_key`` has it; empty where there is none."""
    if reading.chinese:
        inside, behind = rank.of(reading.text), reading.text[rank.end : rank.end + 1]
        return _sorts().get(inside[-1:], "") or _sorts().get(behind, "")
    found = _PLACED_BY.match(reading.text, rank.end, reading.span.end)
    return superlative_key(found.group(1)) if found and found.group(1).endswith(("est", "most")) else ""


def _shared(reading: Reading, span: Span) -> bool:
    if reading.chinese:
        if span.of(reading.text) in load_words().rare:
            return True
        after = _ONE_OF.match(reading.text, span.end, reading.clause_of(span).end)
        return after is not None or reading.text.startswith("之一", span.end)
    return _ONE_OF_THE.search(reading.text, reading.span.start, span.start) is not None


def _chinese(reading: Reading) -> Iterator[Span]:
    pattern = _chinese_pattern()
    for hit in pattern.finditer(reading.text, reading.span.start, reading.span.end):
        if hit.lastgroup == "first":
            yield Span(*hit.span())
        elif hit.lastgroup == "most":
            yield Span(hit.start(), _end_of_most(reading, hit.end()))


def _end_of_most(reading: Reading, start: int) -> int:
    """Where the word ends that 最 makes the most of: 大 in 最大, 古老 in 最古老, 受欢迎 in 最受欢迎."""
    end, halves = start, load_words().superlative_halves
    for token in reading.tokens_in(Span(max(reading.span.start, start - 1), reading.span.end)):
        if token.span.end <= start:
            continue
        end = token.span.end
        if token.text.removeprefix("最") not in halves:
            break
    return min(end, start + _LONGEST_MOST)


def _chinese_pattern() -> re.Pattern[str]:
    words = load_words()
    han = [w for w in words.firsts if not w.isascii()]
    not_ = [w for w in words.not_superlative if not w.isascii()]

    def either(entries: list[str]) -> str:
        return "|".join(sorted(map(re.escape, entries), key=len, reverse=True))

    return re.compile(rf"(?P<no>{either(not_)})|(?P<first>{either(han)})|(?P<most>最(?:为)?(?=[\u4e00-\u9fff]))")


def _english(reading: Reading) -> Iterator[Span]:
    words = load_words()
    tokens = reading.tokens
    for n, token in enumerate(tokens):
        last = _english_core(tokens, n, words)
        if last is None:
            continue
        start = token.span.start
        ahead = reading.text[max(reading.span.start, start - 14) : tokens[last].span.end].lower()
        if any(w in ahead for w in words.not_superlative if w.isascii()):
            continue
        yield Span(start, tokens[last].span.end)


def _english_core(tokens: tuple[Token, ...], n: int, words: Words) -> int | None:
    """The index of the last token of the superlative that starts at ``n``; None when none does."""
    text = tokens[n].text.lower()
    determined = n > 0 and tokens[n - 1].pos is Pos.DETERMINER
    if text == "most" and n + 1 < len(tokens):
        at = n + 1
        while at + 1 < len(tokens) and tokens[at].pos is Pos.ADVERB:
            at += 1
        return at if determined and tokens[at].pos in (Pos.ADJECTIVE, Pos.VERB) else None
    if text in words.firsts:
        return n if determined else None
    ends = text.endswith("est") and len(text) > 4 and tokens[n].pos is Pos.ADJECTIVE
    return n if ends and determined else None
