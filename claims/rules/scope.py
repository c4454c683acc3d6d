"""Rules for values that hold of different things after all."""

from __future__ import annotations

from claims.evidence import ONE_WORDING, PLACES, in_chinese
from claims.intervals import Interval, days_of
from claims.model import Claim, Kind, Modality, Ruling, Severity, Verdict
from claims.rules.likely import unlikely
from claims.rules.pair import Pair, dates_apart, ruling
from claims.topics.contrasts import contrasted
from claims.topics.narrowing import ANOTHER, PARTITIVE
from claims.topics.places import MARK
from claims.topics.scopes import load_scopes, relation

_SHARES = frozenset({Kind.PERCENT, Kind.RATIO})
_CHINA = frozenset({"national", "china", "mainland-china"})
_LAST_DAYS = 11
_OF_WHAT = 6
_AHEAD = frozenset({Modality.FORECAST, Modality.TARGET})
_DAYS_BETWEEN = 10
"""Articles that come out no further apart are taken to tell of one plan, and none of them what became of it."""


def other_scope(pair: Pair) -> Ruling | None:
    """The same property in another place or market: third in the world, first in Asia.

    Two stated scopes that are neither the same nor one inside the other; with one inside the other, values that are
    not the same are total and part.
    """
    a, b = pair.a.scope, pair.b.scope
    if not a or not b or a == b or (pair.agrees and pair.kind not in PLACES) or _both_told(pair) or _one_country(pair):
        return None
    how = "one inside the other" if relation(a, b) == "inside" else "apart"
    reason = f"{pair.values}: the scopes differ ({a}, {b}; {how}), so both can hold."
    return ruling(Verdict.SCOPE_DIFFERS, Severity.LOW, other_scope, reason)


def _one_country(pair: Pair) -> bool:
    """Whether two Chinese articles call the one country by its name and as the country they are written in."""
    return in_chinese(pair.a, pair.b) and {pair.a.scope, pair.b.scope} <= _CHINA


def _both_told(pair: Pair) -> bool:
    """Whether each sentence names the place of the other too, so that the places tell nothing apart."""
    a, b = pair.a, pair.b
    return f"{MARK}{a.scope}" in b.features.setting and f"{MARK}{b.scope}" in a.features.setting


def other_definition(pair: Pair) -> Ruling | None:
    """The same thing narrowed down in two ways: men and women, killed and injured, binary and source packages."""
    a, b = pair.a.features, pair.b.features
    if pair.agrees or pair.kind is Kind.DATE:
        return None
    if contrasted(a.contrasts, b.contrasts):
        return _scope_differs(pair, "the words around them are opposites")
    if a.event != b.event and a.event.startswith("=") and b.event.startswith("=") and a.head == b.head:
        return _scope_differs(pair, f"one is of {a.event[1:]}, the other of {b.event[1:]}")
    only_a, only_b = (set(x.modifiers) - set(y.modifiers) for x, y in ((a, b), (b, a)))
    if a.head and a.head == b.head and _one_language(only_a, only_b):
        return _scope_differs(pair, f"counted are {_joined(only_a)} here and {_joined(only_b)} there")
    return None


def part_of_total(pair: Pair) -> Ruling | None:
    """The whole and a part of it: 42 aircraft, and 11 long-range aircraft.

    One side narrows the counted thing down further than the other does, and has the smaller number.
    """
    if pair.kind is not Kind.COUNT or pair.agrees or ONE_WORDING in pair.match.features:
        return None
    a, b = (set(c.features.modifiers) for c in (pair.a, pair.b))
    if not pair.a.features.head or pair.a.features.head != pair.b.features.head or a == b:
        return None
    narrower, wider = (pair.x, pair.y) if a > b else (pair.y, pair.x)
    if not (a > b or b > a) or narrower.stated >= wider.stated:
        return None
    reason = f"{pair.values}: the smaller figure is of {_joined(a ^ b)} only."
    return ruling(Verdict.SCOPE_DIFFERS, Severity.LOW, part_of_total, reason)


def of_a_part(pair: Pair) -> Ruling | None:
    """A figure held to a part by words that the other statement has not: at its laboratories, of the women, overseas.

    Where the part would be the larger number, the two cannot both hold and the words explain nothing.
    """
    if pair.kind in PLACES or pair.kind is Kind.DATE or pair.agrees:
        return None
    only_a, only_b = _narrower(pair.a, pair.b), _narrower(pair.b, pair.a)
    if pair.kind in _SHARES and _whole(pair.a) & _whole(pair.b):
        only_a, only_b = only_a - {PARTITIVE}, only_b - {PARTITIVE}  # each is a share of the teachers
    if not only_a and not only_b:
        return None
    if not (only_a and only_b) and pair.kind not in _SHARES:
        part, whole = (pair.x, pair.y) if only_a else (pair.y, pair.x)
        if part.stated >= whole.stated:
            return None
    reason = f"{pair.values}: one is said of a part ({', '.join(sorted(only_a | only_b))}), the other is not."
    return ruling(Verdict.SCOPE_DIFFERS, Severity.LOW, of_a_part, reason)


def _narrower(a: Claim, b: Claim) -> set[str]:
    """The words that narrow ``a`` down and stand nowhere near ``b``."""
    told = {w.lstrip("^@=") for w in (*b.features.setting, *b.features.around, *b.features.narrowed)}
    if in_chinese(a, b) and told & _CHINA:
        told |= _CHINA
    return {word for word in a.features.narrowed if word not in told | {ANOTHER} and not _places(word) & told}


def _places(word: str) -> set[str]:
    """The places that a Chinese word names, which the other sentence may name in English."""
    return {hit.id for hit in load_scopes().chinese(word, 0, len(word))}


def _whole(claim: Claim) -> set[str]:
    """The longer words of what an English sentence says that a value is a part of: ``of the state's teachers``."""
    words = claim.sentence[claim.value_at.end :].lower().split()[:_OF_WHAT]
    return {word.strip(".,;:") for word in words[1:] if len(word) > 3} if words[:1] == ["of"] else set()


def of_one_member(pair: Pair) -> Ruling | None:
    """A figure of one release, edition or round, and one that names none: 400 developers at version 2.0, a thousand.

    Where the two lie close together, the one that names none may well be of the same member.
    """
    a, b = pair.a.features.instances, pair.b.features.instances
    if bool(a) == bool(b) or pair.kind in PLACES or pair.kind is Kind.DATE or pair.agrees:
        return None
    if ONE_WORDING in pair.match.features or not (dates_apart(pair) or pair.ratio >= 2):
        return None
    reason = f"{pair.values}: one is of {', '.join(a or b)} in a series, the other names no member of it."
    return ruling(Verdict.SCOPE_DIFFERS, Severity.LOW, of_one_member, reason)


def other_period(pair: Pair) -> Ruling | None:
    """A quarter and the year it lies in: the figures are of periods of other lengths."""
    kinds = {pair.a.features.as_of_kind, pair.b.features.as_of_kind}
    if pair.agrees or kinds != {"during"} or not pair.a.as_of or not pair.b.as_of:
        return None
    x, y = days_of(pair.a.as_of), days_of(pair.b.as_of)
    if x == y or not (x.within(y) or y.within(x)) or _same_end(x, y):
        return None
    reason = f"{pair.values}: one period lies within the other."
    return ruling(Verdict.SCOPE_DIFFERS, Severity.LOW, other_period, reason)


def _same_end(x: Interval, y: Interval) -> bool:
    """Whether two periods end on one day and one is told by its last days only: to the end of September."""
    return x.high == y.high and min(x.high - x.low, y.high - y.low) <= _LAST_DAYS


def forecast_and_outcome(pair: Pair) -> Ruling | None:
    """A forecast or target on one side, what is on the other: both can hold, and a reader may ask what became of it."""
    if pair.a.modality == pair.b.modality or pair.agrees:
        return None
    if not {pair.a.modality, pair.b.modality} & _AHEAD or unlikely(pair) or _nothing_came_of_it_yet(pair):
        return None
    reason = f"{pair.values}: one is {pair.a.modality}, the other {pair.b.modality}"
    if pair.a.as_of and pair.b.as_of and days_of(pair.a.as_of).overlaps(days_of(pair.b.as_of)):
        return ruling(Verdict.TENSION, Severity.LOW, forecast_and_outcome, f"{reason}, and both are of one time.")
    verdict = Verdict.SCOPE_DIFFERS if dates_apart(pair) else Verdict.TIME_DRIFT
    return ruling(verdict, Severity.LOW, forecast_and_outcome, f"{reason}.")


def _nothing_came_of_it_yet(pair: Pair) -> bool:
    """Whether both articles speak of what is still to come, however the one words it: ``buys``, ``will buy``.

    That is so where the time it is to happen in is not over when the other article comes out, or none is stated and
    they come out within days of each other.
    """
    (ahead, told) = (pair.a, pair.b) if pair.a.modality in _AHEAD else (pair.b, pair.a)
    if not (ahead.features.published and told.features.published):
        return False
    first, second = days_of(ahead.features.published), days_of(told.features.published)
    if ahead.as_of:
        return not dates_apart(pair) and days_of(ahead.as_of).high > second.high and first.low <= second.high
    return abs(second.low - first.low) <= _DAYS_BETWEEN


def _scope_differs(pair: Pair, why: str) -> Ruling:
    return ruling(Verdict.SCOPE_DIFFERS, Severity.LOW, other_definition, f"{pair.values}: {why}.")


def _one_language(a: set[str], b: set[str]) -> bool:
    """Whether both sides narrow the thing down, in words that can be compared."""
    return bool(a) and bool(b) and {w.isascii() for w in a} == {w.isascii() for w in b}


def _joined(words: set[str]) -> str:
    return " ".join(sorted(w.lstrip("=") for w in words))
