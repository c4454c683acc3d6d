"""Rules for counts that were still going on when they were reported: tolls, cases, votes, takings."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claims.intervals import days_of
from claims.model import Claim, Kind, Modality, Ruling, Severity, Verdict
from claims.rules.likely import unlikely
from claims.rules.pair import NUMBERS, Pair, ruling, stated_apart

_MONTHS = 200
"""So far may the articles lie apart of which one tells of a count that goes on."""

_SAME = 1.2
_FAR = 20

_STOPS = re.compile(r"[,;:，；：。!?！？]\s*(?!\d)")


@dataclass(frozen=True, slots=True)
class _Words:
    early: re.Pattern[str]
    updated: re.Pattern[str]
    rising: re.Pattern[str]
    falling: re.Pattern[str]
    growing: frozenset[str]


def counted_further(pair: Pair) -> Ruling | None:
    """Two reports of one count that was still going on: 57 bodies found so far, and a toll that has risen to 143.

    One of the two must say so, or give the dead, hurt or rescued as no more than the least there are. A count that is
    told to rise is not lower on the later day.
    """
    if pair.kind not in NUMBERS or {pair.a.modality, pair.b.modality} != {Modality.ACTUAL} or unlikely(pair):
        return None
    if pair.agrees and pair.ratio <= _SAME:
        return None
    days = _days(pair)
    if days is None:
        return None
    earlier, later, gap = days
    if not _goes_on(pair, earlier, later):
        return None
    reason = f"{pair.values}: reported {gap} day{'s' if gap != 1 else ''} apart of a count that was still going on."
    severity = Severity.MEDIUM if pair.ratio < _FAR else Severity.LOW
    return ruling(Verdict.TIME_DRIFT, severity, counted_further, reason)


def _days(pair: Pair) -> tuple[Claim, Claim, int] | None:
    """The claim of the earlier and of the later day, and how many days lie between them; None where that is not known
    or nothing."""
    if stated_apart(pair):
        return None
    days = [(day, claim) for claim in (pair.a, pair.b) if (day := _day(claim)) is not None]
    if len(days) < 2 or days[0][0] == days[1][0]:
        return None
    (first, earlier), (last, later) = sorted(days, key=lambda entry: entry[0])
    return (earlier, later, last - first) if last - first <= _MONTHS else None


def _day(claim: Claim) -> int | None:
    """The day on which the count stood: the one stated where the count was taken at it, else that of the article."""
    taken = claim.as_of if claim.features.as_of_kind == "at" else None
    when = taken or claim.features.published
    if not when:
        return None
    end = days_of(when).high
    return int(end) if end.is_finite() else None


def _goes_on(pair: Pair, earlier: Claim, later: Claim) -> bool:
    """Whether the later report tells of a count taken further, or else the earlier one of a count not at its end."""
    words = _words()
    first, last = (pair.x, pair.y) if earlier is pair.a else (pair.y, pair.x)
    up = last.stated > first.stated
    against = words.falling if up else words.rising
    before, after = _clause(earlier), _clause(later)
    if words.updated.search(after):
        return not against.search(after)
    people = words.growing & {pair.a.features.head, pair.b.features.head} and pair.kind is Kind.COUNT
    if not up:
        return False
    begun = words.early.search(before) or (people and (not first.high.is_finite() or words.updated.search(before)))
    return bool(begun) and not against.search(before)


def _clause(claim: Claim) -> str:
    """The words of the clause that a value stands in, in lower case."""
    text, at = claim.sentence, claim.value_at
    start = max((m.end() for m in _STOPS.finditer(text, 0, at.start)), default=0)
    stop = _STOPS.search(text, at.end)
    return text[start : stop.start() if stop else len(text)].lower()


@lru_cache(maxsize=1)
def _words() -> _Words:
    tables = tomllib.loads(files("claims.rules").joinpath("tallies.toml").read_text(encoding="utf-8"))
    growing = frozenset(word for words in tables.pop("growing").values() for word in words)
    return _Words(**{name: _either(by["en"], by["zh"]) for name, by in tables.items()}, growing=growing)


def _either(english: list[str], chinese: list[str]) -> re.Pattern[str]:
    latin = "|".join(re.escape(word) for word in english)
    return re.compile(rf"(?<![a-z])(?:{latin})(?![a-z])|{'|'.join(map(re.escape, chinese))}")
