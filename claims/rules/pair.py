"""What a rule of comparison is given."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from claims.evidence import TIED
from claims.intervals import Interval, days_of, interval_of, last_digit, rounding
from claims.model import Claim, Kind, Match, Ruling, Severity, Verdict
from claims.scales import scale_of
from claims.times_of_day import times_of
from claims.topics.words import load_words
from claims.wording import written

SAME_DAYS_APART = 200
"""Articles that lie no further apart are taken to speak of one time when neither states a date."""


NUMBERS = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.RATIO, Kind.MEASURE, Kind.DURATION})
"""Kinds of value that lie on a line: all but places, dates and what is told in words."""

_ROUND_FROM = 10
_NEARLY = Decimal("0.12")
_LASTING = frozenset({"height", "depth", "width", "distance"})
"""Properties (``claims/topics/properties.toml``) that hardly any article of another year finds changed."""

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_AND_MORE = re.compile(r"[\d零一二两三四五六七八九十百千万亿成][多餘余](?!于)")
"""200多, 三成余: more, but no more than the last digit written leaves open."""

_TIMES = re.compile(r"(?<!翻)(?<!翻了)[\d一二两三四五六七八九十百]+倍")
_ADDED = re.compile(r"(?:增长|增加|上涨|上升|提高|扩大|激增|猛增|飙升|暴涨|高出|多出|高|涨|增|多)了?$")
_AGO = ((0, ("今年", "this year")), (1, ("去年", "上年", "last year")))

_REPORTED = 8
_LIKE = 2
"""In days: a period of a few, beside one that is so many times as long, is rather that of the report."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two matched claims and the intervals of their values, on one scale."""

    a: Claim
    b: Claim
    match: Match
    x: Interval
    y: Interval

    @classmethod
    def of(cls, a: Claim, b: Claim, match: Match) -> Pair:
        """The pair of two claims whose values stand on one scale."""
        if times := times_of(a, b):
            return cls(a, b, match, *times)
        x, y = (_meant(c).times(scale_of(c.quantity).size) for c in (a, b))
        return cls(a, b, match, x, y)

    @property
    def kind(self) -> Kind:
        """The kind of both values."""
        return self.a.kind

    @property
    def values(self) -> str:
        """Both values as they were written, for a reason sentence."""
        return f"{written(self.a)} against {written(self.b)}"

    @property
    def tolerance(self) -> Decimal:
        """How far rounding lets the two numbers lie apart."""
        return max(rounding(c.quantity) * scale_of(c.quantity).size for c in (self.a, self.b))

    @property
    def ratio(self) -> Decimal:
        """The larger stated number over the smaller one, at least 1; infinite when that cannot be said."""
        low, high = sorted((abs(self.x.stated), abs(self.y.stated)))
        return high / low if low else Decimal("Infinity") if high else Decimal(1)

    @property
    def gap(self) -> str:
        """How many times the one value is the other, for a reason sentence: exact where they are near."""
        if not self.ratio.is_finite():
            return "far"
        return f"about {self.ratio:,.0f} times" if self.ratio >= _ROUND_FROM else f"{self.ratio:.2f} times"

    @property
    def agrees(self) -> bool:
        """Whether both may be the same number, as far as rounding goes."""
        return self.x.widened(self.tolerance).overlaps(self.y)


Rule = Callable[[Pair], Ruling | None]
"""Says what it finds in a pair, or None when the pair is not for it."""


def ruling(verdict: Verdict, severity: Severity, rule: Rule, reason: str) -> Ruling:
    """A ruling that bears the name of the function that made it."""
    return Ruling(verdict, severity, rule.__name__, reason)


def _meant(claim: Claim) -> Interval:
    """The interval a reader takes a value for: ``just over`` and ``nearly`` bound it on one side and stay close."""
    stated = _multiple(claim, interval_of(claim.quantity))
    if stated.is_bounded or claim.kind not in NUMBERS or stated.stated <= 0:
        return stated
    if stated.low.is_finite() and _AND_MORE.search(claim.value_quote):
        return Interval(stated.low, stated.low + last_digit(stated.low))
    if not _closely(claim):
        return stated
    if stated.low.is_finite():
        return Interval(stated.low, stated.low * (1 + _NEARLY))
    return Interval(stated.high * (1 - _NEARLY), stated.high)


def _multiple(claim: Claim, stated: Interval) -> Interval:
    """增长两倍 is three times as much, for the multiple is what was added; 增长到两倍 and 翻一番 are twice as much."""
    at = claim.value_at
    added = claim.kind is Kind.RATIO and _TIMES.search(claim.value_quote) and _ADDED.search(claim.sentence[: at.start])
    if not added or stated.stated <= 1:
        return stated
    return Interval(stated.low + 1, stated.high + 1)


def _closely(claim: Claim) -> bool:
    said = claim.value_quote.lower()
    return any(said.startswith(f"{word} ") or (not word.isascii() and word in said) for word in load_words().closely)


def dates_apart(pair: Pair) -> bool:
    """Whether the two values hold at different dates: by the dates stated, else by those of the articles."""
    x, y = _holds(pair.a, pair.b), _holds(pair.b, pair.a)
    if x is None or y is None or x.overlaps(y):
        return False
    if pair.a.as_of is None and pair.b.as_of is None:
        gap = max(x.low, y.low) - min(x.high, y.high)
        return gap > SAME_DAYS_APART and not _lasts(pair)
    if pair.a.as_of is None or pair.b.as_of is None:
        if _names_year(pair.a, pair.b) or _names_year(pair.b, pair.a):
            return False
        # One date is stated, the other is that of the article: weeks are the time it takes to print a figure.
        gap = max(x.low, y.low) - min(x.high, y.high)
        return gap > 20
    return True


def stated_apart(pair: Pair) -> bool:
    """Whether both articles state when their values hold, and these are two dates or two periods of one length.

    A week beside a quarter is rather when the quarter's figure was told: reported last week.
    """
    if not pair.a.as_of or not pair.b.as_of:
        return False
    x, y = days_of(pair.a.as_of), days_of(pair.b.as_of)
    if x.overlaps(y):
        return False
    kinds = {pair.a.features.as_of_kind, pair.b.features.as_of_kind}
    if kinds != {"during"} or not (x.is_bounded and y.is_bounded):
        return True
    short, long = sorted((x.high - x.low + 1, y.high - y.low + 1))
    return not (1 < short <= _REPORTED and long >= short * _LIKE)


def _lasts(pair: Pair) -> bool:
    """Whether both state how high, deep, wide or far something is, which stays as it is."""
    a, b = (set(c.features.properties[:TIED]) for c in (pair.a, pair.b))
    return pair.kind is Kind.MEASURE and bool(a & b & _LASTING)


def _names_year(claim: Claim, dated: Claim) -> bool:
    """Whether ``claim`` states no date, but its sentence names the year in which the value of ``dated`` held."""
    if claim.as_of or not dated.as_of:
        return False
    years = {part[:4] for part in dated.as_of.split("/") if part}
    return len(years) == 1 and bool(years & _years_named(claim))


def _years_named(claim: Claim) -> set[str]:
    found = set(_YEAR.findall(claim.sentence))
    if published := claim.features.published:
        said = claim.sentence.lower()
        found.update(str(int(published[:4]) - ago) for ago, words in _AGO for word in words if word in said)
    return found


def _holds(claim: Claim, other: Claim) -> Interval | None:
    """The days at which a value holds; a value on record holds on, as far as one that states no date is concerned."""
    when = claim.as_of or claim.features.published
    if claim.features.in_force and other.as_of is None:
        when = claim.features.in_force
    return days_of(when) if when else None
