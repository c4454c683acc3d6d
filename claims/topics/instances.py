"""What tells one of a series from the next: versions, editions and the numbers that belong to a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import numeric

from claims.model import Kind, ValueMention
from claims.topics.naming import folded
from claims.topics.reading import Reading
from claims.topics.terms import event_of
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_TEN = 10
_VERSION_DIGITS = 2
_FIRST_TEN = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL_HAN = re.compile(r"第\s?([0-9]+|[一二三四五六七八九十百]+)\s?(\S{1,3})")
_ORDINAL = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th)[\s-]+((?:[\w'’-]+ ){0,3}[\w'’-]+)|\b(" + "|".join(_FIRST_TEN) + r")[\s-]+([\w'’-]+)",
    re.IGNORECASE,
)
_GENERATION = "代"
_DAY_NAME = re.compile(r"(?<!\d)\d{1,2}[·・•]\d{1,2}(?!\d)")
_DAY_REACH = 4
_POINTS = ("点", "點")
_RELEASED = frozenset({"=launched", "=published"})
_APPEARING = frozenset({"appeared", "came", "followed", "shipped", "arrived", "brought"})
_AUXILIARY = frozenset({"was", "is", "were", "has", "had", "been", "will", "be"})
_DATED = re.compile(r"(?:1[89]|20)\d\d\b")
_BULLETS = frozenset('-*•–—·“"')
_RELEASE = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,3}[A-Za-z]?\d{0,2}")
_IN_FULL = re.compile(r"\d{1,3}\.\d{1,3}\.\d{1,4}[a-z]?\d{0,2}")
"""A version in three parts, which says by itself that it is one: prior to 3.32.0."""

_NUMBERED = re.compile(r"[vVrR]?(\d{1,4}(?:\.\d+)*[A-Za-z]?\d{0,2})")


@dataclass(frozen=True, slots=True)
class Instance:
    """One member of a series: the folded name of the series, empty when it is not named, and the member's number."""

    name: str
    number: str


def instances_in(reading: Reading) -> tuple[Instance, ...]:
    """The versions, editions and numbered members of a series that a sentence names, in order.

    A number counts when it stands right behind a name (``Debian 3.1``) or a word for a member (``version 2``) and is
    no value expression itself, or when it has three parts; digits inside a name (``M6``) are the name.
    """
    found = [Instance("", number) for number in _ordinals(reading.wording)]
    if (opening := _release(reading)) and opening.pos is not Pos.VALUE:
        found.append(Instance("", opening.text.lower()))
    found += [Instance("", token.text.lower()) for token in reading.tokens if _IN_FULL.fullmatch(token.text)]
    for name, number in _designated(reading):
        if number.pos is not Pos.VALUE and (match := _NUMBERED.fullmatch(number.text)):
            series = "" if name.pos is not Pos.NAME else folded(name.text)
            found.append(Instance(series, match.group(1).lower()))
    return tuple(dict.fromkeys(found))


def _ordinals(text: str) -> Iterator[str]:
    """Ordinals before a word for a member of a series: ``第二轮``, ``the second round``."""
    words = load_words()
    for match in _ORDINAL_HAN.finditer(text):
        if _of_a_family(text, match):
            continue
        if any(match.group(2).startswith(measure) for measure in words.series_han):
            yield _in_figures(match.group(1))
    for match in _ORDINAL.finditer(text):
        digits, behind, word, noun = match.groups()
        if any(w.lower() in words.series for w in (behind or noun).split()):
            yield digits or str(_FIRST_TEN.index(word.lower()) + 1)


def _of_a_family(text: str, ordinal: re.Match[str]) -> bool:
    """Whether 第五代 counts those who ran a house one after the other, and no members of a series: 传到第五代."""
    words = load_words()
    behind = text[ordinal.end(1) :].lstrip().removeprefix(_GENERATION)
    handed_down = text[: ordinal.start()].endswith(tuple(words.handed_down))
    return ordinal.group(2).startswith(_GENERATION) and (handed_down or behind.startswith(tuple(words.heirs)))


def _in_figures(number: str) -> str:
    """One form for 第三十二 and 第32."""
    if number.isascii():
        return number
    whole = pending = 0
    for figure in (int(numeric(c)) for c in number):
        whole, pending = (whole + (pending or 1) * figure, 0) if figure >= _TEN else (whole, figure)
    return str(whole + pending)


def numbers_for(names: Sequence[str], own: Sequence[Instance], earlier: Sequence[Instance]) -> tuple[str, ...]:
    """The numbers of the instances that a claim about ``names`` (folded) speaks of, sorted.

    Those its own sentence gives to one of the names, or to none; else those that earlier text gave to one of them: what
    it counted off without a name (the third quarter, the first day) is over with its sentence.
    """
    for known in (own, [i for i in earlier if i.name]):
        numbers = {i.number for i in known if not i.name or any(i.name in name.split() for name in names)}
        if numbers:
            return tuple(sorted(numbers))
    return ()


def designations(reading: Reading, mentions: Sequence[ValueMention]) -> tuple[ValueMention, ...]:
    """The numbers that name rather than count: bare ones right behind a name (``GNOME 3.38``, ``Boeing 747``)."""
    named = {number.span for _, number in _designated(reading) if number.pos is Pos.VALUE}
    if (opening := _release(reading)) is not None:
        named.add(opening.span)
    counts = [m for m in mentions if m.quantity.kind is Kind.COUNT]
    return tuple(m for m in counts if m.span in named or _wild(reading, m) or _of_a_day(reading, m))


def opens_with_release(reading: Reading) -> bool:
    """Whether a heading or line begins with the number of a release, which the rest of it is then about."""
    return _release(reading) is not None


def _release(reading: Reading) -> Token | None:
    """The number of a release that opens an English sentence: ``1.3 Bo (5 June 1997)``, ``2.0 came out in 2003``.

    A code name may stand behind it; then its date follows, or a verb for coming out.
    """
    tokens = [t for t in reading.tokens if t.text not in _BULLETS]
    if reading.chinese or not tokens or not _RELEASE.fullmatch(tokens[0].text):
        return None
    if any(_RELEASE.fullmatch(t.text) and u.text == "(" for t, u in pairwise(tokens[1:])):
        return None  # several releases share the line: 1.4 (May 2002), 1.3 (March 2002)
    at = 1
    while at < len(tokens) and tokens[at].pos is Pos.NAME:
        at += 1
    behind = tokens[at:]
    verb = next((t for t in behind[:2] if t.pos is Pos.VERB and t.text.lower() not in _AUXILIARY), None)
    if behind and behind[0].pos is Pos.VERB and verb is not None:
        comes_out = verb.text.lower() in _APPEARING or event_of(verb) in _RELEASED
        return tokens[0] if comes_out else None
    dated = next((t for t in behind if t.pos is Pos.VALUE), None)
    between = reading.text[tokens[at - 1].span.end : dated.span.start] if dated else ""
    is_date = dated is not None and _DATED.search(dated.text) is not None and "(" in between
    return tokens[0] if is_date and not between.strip("(\"”’' ") else None


def _designated(reading: Reading) -> Iterator[tuple[Token, Token]]:
    """Pairs of a name, or a word for a member of a series, and the bare number behind it."""
    for name, number in zip(reading.tokens, reading.tokens[1:], strict=False):
        near = number.span.start - name.span.end <= 1
        written = _NUMBERED.fullmatch(number.text) is not None or number.text.lstrip(".").isdigit()
        named = name.text.isascii() and (name.pos is Pos.NAME or name.text.lower() in load_words().series)
        if near and written and (named or _is_version(name, number, reading)):
            yield name, number


def _is_version(name: Token, number: Token, reading: Reading) -> bool:
    """``万相2.1``: small decimals without a unit, hard by a Chinese name or noun; 上涨58.2点 is a figure."""
    hard_by = number.span.start == name.span.end and not reading.text.startswith(_POINTS, number.span.end)
    small = len(number.text.partition(".")[0]) <= _VERSION_DIGITS
    return hard_by and small and "." in number.text and name.pos in (Pos.NAME, Pos.NOUN) and not name.text.isascii()


def _of_a_day(reading: Reading, mention: ValueMention) -> bool:
    """``“6·3”``: the day by which an event is called."""
    near = Span(max(0, mention.span.start - _DAY_REACH), mention.span.end + _DAY_REACH)
    return any(
        found.start() + near.start <= mention.span.start and mention.span.end <= found.end() + near.start
        for found in _DAY_NAME.finditer(near.of(reading.text))
    )


def _wild(reading: Reading, mention: ValueMention) -> bool:
    """``7.x``: any version of a line."""
    return reading.text.startswith(".x", mention.span.end)
