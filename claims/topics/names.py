"""Names that must not be cut into words: those of the alias list, titles in 《》, those an article keeps repeating."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claims.aliases import Aliases
from claims.topics.chinese import chinese_tokens, in_dictionary
from claims.topics.concepts import Role, load_concepts
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_TITLED = re.compile(r"《([^《》\n]{2,30})》")
_LATIN = re.compile(r"[A-Z][A-Za-z0-9]*(?:[.+\-&'][A-Za-z0-9]+)*(?: (?=[A-Z])[A-Z][A-Za-z0-9]*)*")
_PARTNERS = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)? & [A-Z][\w'’-]+\b")
"""Two names that are one: Marsh & Reed."""

_QUOTED_NAME = re.compile(r"(?<=[\u4e00-\u9fff])“([\u4e00-\u9fffA-Za-z0-9·]{2,8})”")
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{3,}")

_GLOSSED = re.compile(r"([\u4e00-\u9fff]{2,12})[（(][A-Z][A-Za-z0-9 .\-]{1,30}[)）]")
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+")
_PARTS = 2

_HAN_RUN_BEFORE = re.compile(r"[\u4e00-\u9fff]+$")
_NEAR = 6

_REPEATED = 3
"""How often two words must stand side by side to be taken for a name that the dictionary does not know, …"""
_LOYAL = 0.8
"""… and which share of the occurrences of the rarer of the two that must be."""
_LENGTHS = range(3, 7)
_SHORT_NAME = 2
_CONTENT = frozenset({Pos.NAME, Pos.NOUN, Pos.VERB, Pos.ADJECTIVE})
_COMMON = frozenset({Pos.NOUN, Pos.ADJECTIVE})


@dataclass(frozen=True, slots=True)
class Names:
    """The known names of one text, in order, none overlapping, and how often each name stands in it."""

    spans: tuple[Span, ...]
    frequency: Mapping[str, int]

    def inside(self, place: Span) -> tuple[Span, ...]:
        """Those that lie wholly in ``place``."""
        first = bisect.bisect_left(self.spans, place.start, key=lambda s: s.start)
        last = bisect.bisect_right(self.spans, place.end, key=lambda s: s.end)
        return self.spans[first:last]


def find_names(text: str, aliases: Aliases) -> Names:
    """The names in ``text`` (cleaned): every alias, every title in 《》, and what the text itself repeats as one."""
    wanted = {name for name in aliases.names() if len(name) > 1}
    found = {*_repeated(text), *_glossed(text)}
    wanted |= {name for name in found if not any(alias in name for alias in wanted)}
    wanted |= {m.group(1) for m in _TITLED.finditer(text)} | {m.group() for m in _of_name().finditer(text)}
    wanted |= {m.group() for m in _PARTNERS.finditer(text)}
    wanted |= {*_christened(text), *_transliterated(text)}
    spans = _places(text, wanted)
    frequency = Counter(span.of(text) for span in spans)
    frequency.update(m.group() for m in _LATIN.finditer(text))
    return Names(spans, frequency)


def _repeated(text: str) -> Iterator[str]:
    """Chinese words that keep standing side by side, and would not by the dictionary: 深度求索, 宇树科技."""
    runs = [list(chinese_tokens(text, Span(*m.span()))) for m in _HAN_RUN.finditer(text)]
    single = Counter(t.text for run in runs for t in run)
    double: Counter[tuple[str, str]] = Counter()
    parts: dict[tuple[str, str], tuple[Token, Token]] = {}
    for run in runs:
        for pair in pairwise(run):
            key = (pair[0].text, pair[1].text)
            double[key] += 1
            parts.setdefault(key, pair)
    yield from _houses(double)
    for (first, second), times in double.items():
        loyal = times >= _REPEATED and times >= _LOYAL * min(single[first], single[second])
        if loyal and len(first + second) in _LENGTHS and _may_name(*parts[first, second]):
            yield first + second
            # 千问 of 通义千问 stands alone too, and the dictionary takes it for a verb.
            yield from (t.text for t in parts[first, second] if t.pos is Pos.VERB and len(t.text) == _SHORT_NAME)


def _houses(double: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """Unknown words that stand before a line of business or what else ends the name of a house: 幻方 of 幻方量化."""
    words = load_words()
    for first, second in double:
        coined = len(first) == _SHORT_NAME and not in_dictionary(first) and not set(first) & words.never_coined
        known = coined and load_concepts().chinese(first, 0, len(first))
        if (
            coined
            and not known
            and second in words.trades | words.wares | words.organisations
            and _HAN_RUN.match(first + second)
        ):
            yield first


def _glossed(text: str) -> Iterator[str]:
    """Chinese names with a Latin one in brackets behind them: 通义千问(Qwen)."""
    words = load_words()
    for match in _GLOSSED.finditer(text):
        name: list[Token] = []
        for token in reversed(list(chinese_tokens(text, Span(*match.span(1))))):
            is_word = token.pos in _CONTENT and token.text not in words.verbs and token.text not in words.roles
            if (
                not is_word
                or (name and _is_class(token))
                or (name and name[0].pos is Pos.NAME and token.pos is not Pos.NAME)
                or len(name) == _PARTS
            ):
                break
            name.insert(0, token)
        whole = "".join(t.text for t in name)
        if len(whole) in _LENGTHS or len(whole) == _SHORT_NAME:
            yield whole


@lru_cache(maxsize=1)
def _of_name() -> re.Pattern[str]:
    """``University of Oslo``, ``Bank of the North``: names that begin with a word for what bears them."""
    bearers = "|".join(sorted(load_words().bearers))
    return re.compile(rf"\b(?:{bearers})s? of (?:the )?[A-Z]\w+(?: [A-Z]\w+){{0,3}}")


def _christened(text: str) -> Iterator[str]:
    """Names in quotation marks behind what bears them, and no word of the dictionary: 应用“跑圈”, 卫星“翔云一号”."""
    words = load_words()
    for match in _QUOTED_NAME.finditer(text):
        run = _HAN_RUN_BEFORE.search(text, max(0, match.start() - _NEAR), match.start())
        bearer = list(chinese_tokens(text, Span(*run.span())))[-1:] if run else []
        inside = list(chinese_tokens(text, Span(*match.span(1))))
        is_word = len(inside) == 1 and inside[0].pos is not Pos.NAME
        if bearer and bearer[0].pos is Pos.NOUN and bearer[0].text not in words.generic and not is_word:
            yield match.group(1)


def _transliterated(text: str) -> Iterator[str]:
    """Names of people written by their sound, with a dot between their parts: 安娜·科瓦奇."""
    sounds = load_words().transliterating
    for match in _DOTTED.finditer(text):
        first, *others = match.group().split("·")
        start = len(first)
        while start and first[start - 1] in sounds:
            start -= 1
        last = others[-1]
        end = next((n for n, c in enumerate(last) if c not in sounds), len(last))
        if first[start:] and end:
            yield "·".join([first[start:], *others[:-1], last[:end]])


def _may_name(first: Token, second: Token) -> bool:
    words = load_words()
    if any(t.pos not in _CONTENT or (t.pos is Pos.VERB and len(t.text) == 1) for t in (first, second)):
        return False
    if first.text in words.verbs or second.text in words.verbs or _is_class(first):
        return False
    return not {first.pos, second.pos} <= _COMMON or second.text in words.organisations or len(first.text) == 1


def _is_class(token: Token) -> bool:
    """Whether a word says what sort of thing the name behind it is of: 开源模型 before the name of one."""
    hits = load_concepts().chinese(token.text, 0, len(token.text))
    return any(hit.end == len(token.text) and hit.role == Role.THING for hit in hits)


def _places(text: str, wanted: set[str]) -> tuple[Span, ...]:
    if not wanted:
        return ()
    entries = "|".join(re.escape(name) for name in sorted(wanted, key=lambda n: (-len(n), n)))
    # A Latin name is a word of its own; between Han characters there are no word ends to ask for.
    pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{entries})(?![A-Za-z0-9])")
    return tuple(Span(*m.span()) for m in pattern.finditer(text))
