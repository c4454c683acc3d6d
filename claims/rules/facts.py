"""Rules for what is stated without a number: attributes of things, and who says what."""

from __future__ import annotations

from claims.facts.attributes import (
    SAME_VALUE,
    Attribute,
    Holds,
    attributes,
    is_deputy,
    is_office,
    stated_alike,
    vocabulary,
)
from claims.facts.matching import ALONE, ONE_PERSON, ONE_SAYING, STATEMENT, excluded
from claims.facts.states import STATE, opposite
from claims.facts.values import Kinship, ends_alike, kinship, shares_words
from claims.facts.wording import alike, common_part, differing, is_wording
from claims.intervals import days_of
from claims.model import Claim, Kind, Modality, Ruling, Severity, Verdict
from claims.rules.pair import Pair, dates_apart, ruling
from claims.topics.naming import likeness

_SAME_WORDS = 0.97
_NEARLY = 0.85
_TELLING = 2
_HANDOVER = 31
"""Days by which two terms in one office overlap where both are given by the month."""
_MOST = 0.6
"""How many telling words a statement and its denial share, and what share of the shorter one's."""


def two_speakers(pair: Pair) -> Ruling | None:
    """One saying, in the same words or nearly, put in two mouths."""
    if ONE_SAYING not in pair.match.features or not (pair.a.attributed_to and pair.b.attributed_to):
        return None
    a, b = pair.a.features, pair.b.features
    if a.names and b.names and likeness(a.names[0], b.names[0]):
        return None
    if pair.a.attributed_to.isascii() != pair.b.attributed_to.isascii():
        return None  # one name in two scripts cannot be told from two names
    if not a.names and not b.names:
        return None
    if not (a.names and b.names) and is_office((pair.b if a.names else pair.a).attributed_to or ""):
        return None  # the judge, and Mr Justice Roe
    reason = f"{pair.values}: the same words are given to {pair.a.attributed_to} and to {pair.b.attributed_to}."
    verdict = Verdict.CONFLICT if a.names and b.names else Verdict.TENSION
    return ruling(verdict, Severity.MEDIUM, two_speakers, reason)


def reworded(pair: Pair) -> Ruling | None:
    """One saying in two wordings: the words that differ are shown."""
    if ONE_SAYING not in pair.match.features:
        return None
    a, b = common_part(pair.a.text or "", pair.b.text or "")
    if alike(a, b) >= _SAME_WORDS or not (pair.a.features.quotations and pair.b.features.quotations):
        return None
    only_a, only_b = differing(a, b)
    reason = f"the same words are quoted, but for “{only_a}” here and “{only_b}” there."
    return ruling(Verdict.TENSION, Severity.LOW, reworded, reason)


def attribution_left_out(pair: Pair) -> Ruling | None:
    """What an article lets somebody say stands in the other, in the same words, as its own."""
    if not _facts(pair) or bool(pair.a.attributed_to) == bool(pair.b.attributed_to):
        return None
    a, b = pair.a.text or "", pair.b.text or ""
    if not is_wording(a) or not is_wording(b) or alike(a, b) < _NEARLY:
        return None
    who = pair.a.attributed_to or pair.b.attributed_to
    reason = f"{pair.values}: said by {who} in one article, stated by the other as its own."
    return ruling(Verdict.TENSION, Severity.LOW, attribution_left_out, reason)


def same_saying(pair: Pair) -> Ruling | None:
    """The same words, given to the same speaker."""
    if ONE_SAYING not in pair.match.features:
        return None
    return ruling(Verdict.AGREE, Severity.LOW, same_saying, f"{pair.values}: the same words.")


def opposite_states(pair: Pair) -> Ruling | None:
    """Two states that exclude each other: under control and out of control, open and closed, for or against."""
    if not _facts(pair) or pair.a.features.head != STATE or _one_denies(pair):
        return None
    if not opposite(pair.a.features.values, pair.b.features.values):
        return None
    if dates_apart(pair):
        reason = f"{pair.values}: opposites, but the dates differ, so both can hold."
        return ruling(Verdict.TIME_DRIFT, Severity.LOW, opposite_states, reason)
    reason = f"{pair.values}: of one thing at one time, only one of the two can hold."
    return ruling(Verdict.TENSION, Severity.MEDIUM, opposite_states, reason)


def denied_elsewhere(pair: Pair) -> Ruling | None:
    """What one article states of a thing, and the other denies."""
    if not _facts(pair) or not _one_denies(pair):
        return None
    if not (_one_name(pair) or _one_statement(pair) or _none_at_all(pair)):
        return None
    if dates_apart(pair) and not attributes()[pair.a.features.head].is_vague:
        reason = f"{pair.values}: stated by one article, denied by the other, but the dates differ, so both can hold."
        return ruling(Verdict.TIME_DRIFT, Severity.LOW, denied_elsewhere, reason)
    reason = f"{pair.values}: stated by one article, denied by the other."
    return ruling(Verdict.TENSION, Severity.MEDIUM, denied_elsewhere, reason)


def at_odds(pair: Pair) -> Ruling | None:
    """What cannot well be said of one thing: founded in a place, and moved there later; first made by somebody, and
    nothing new."""
    how = excluded(pair.a, pair.b) if pair.kind is Kind.FACT else None
    if how is None or Modality.DENIED in (pair.a.modality, pair.b.modality):
        return None
    if how == SAME_VALUE and kinship(pair.a.features.values, pair.b.features.values) is not Kinship.SAME:
        return None
    reason = f"{pair.values}: {pair.a.attribute} here, {pair.b.attribute} there, which hardly go together."
    return ruling(Verdict.TENSION, Severity.MEDIUM, at_odds, reason)


def same_fact(pair: Pair) -> Ruling | None:
    """The same value, or one that is a part of the other: a list and its part, a city and its region."""
    if not _facts(pair) or _one_denies(pair):
        return None
    found = kinship(pair.a.features.values, pair.b.features.values)
    if found is Kinship.SAME:
        return ruling(Verdict.AGREE, Severity.LOW, same_fact, f"{pair.values}: the same.")
    if found is Kinship.PART and not _one_alone(pair):
        return ruling(Verdict.AGREE, Severity.LOW, same_fact, f"{pair.values}: one is a part of the other.")
    return None


def spelt_otherwise(pair: Pair) -> Ruling | None:
    """One office or work, and names that are nearly one: another character of the same sound, another given name."""
    one_person = ONE_PERSON in pair.match.features
    if not (one_person or _facts(pair)) or Modality.DENIED in (pair.a.modality, pair.b.modality):
        return None
    if kinship(pair.a.features.values, pair.b.features.values) is not Kinship.SPELT:
        return None
    reason = f"{pair.values}: nearly one name, of which only one can be right."
    return ruling(Verdict.CONFLICT, Severity.MEDIUM, spelt_otherwise, reason)


def two_values(pair: Pair) -> Ruling | None:
    """One fact with two values: two seats, two licences, two founders that are not a list and its part."""
    if not _facts(pair):
        return None
    attribute = attributes()[pair.a.features.head]
    modes = {pair.a.modality, pair.b.modality}
    if Modality.DENIED in modes:
        return None  # what a thing is not leaves open what it is
    found = kinship(pair.a.features.values, pair.b.features.values)
    alone = found is Kinship.PART and _one_alone(pair)
    if attribute.holds is Holds.ANY or (found not in (Kinship.APART, Kinship.CROSSING) and not alone):
        return None
    if attribute.holds is Holds.OFFICE and any(is_deputy(c.attribute or "") for c in (pair.a, pair.b)):
        return None
    passing = attribute.holds is Holds.OFFICE or (attribute.holds is Holds.ONE and not attribute.lasting)
    if passing and Modality.FORECAST in modes and len(modes) > 1:
        return None  # who leads it, and who is to lead it
    if not attribute.named and _one_value(pair.a, pair.b):
        return None
    apart = dates_apart(pair) or (attribute.holds is Holds.OFFICE and _follow(pair.a, pair.b))
    if apart and (not attribute.lasting or (pair.a.as_of and pair.b.as_of)):
        reason = f"{pair.values}: the dates differ, so both can hold."
        terms = attribute.holds is Holds.OFFICE and pair.a.as_of and pair.b.as_of
        verdict = Verdict.SCOPE_DIFFERS if attribute.lasting or terms else Verdict.TIME_DRIFT
        return ruling(verdict, Severity.LOW, two_values, reason)
    sure = attribute.lasting and (alone or _as_many(pair))
    if found is Kinship.APART:
        sure = attribute.holds is not Holds.SEVERAL or attribute.lasting
    reason = f"{pair.values}: {_why(attribute, found)}."
    verdict, severity = (Verdict.CONFLICT, Severity.MEDIUM) if sure else (Verdict.TENSION, Severity.LOW)
    return ruling(verdict, severity, two_values, reason)


def _one_alone(pair: Pair) -> bool:
    """Whether one side has fewer values and says that there are no others: Roe founded it by herself, Roe and Berg."""
    x, y = sorted((pair.a.features, pair.b.features), key=lambda told: len(told.values))
    return len(x.values) < len(y.values) and ALONE in x.narrowed


def _follow(a: Claim, b: Claim) -> bool:
    """Whether both hold for terms of which one ends in the month in which the other begins."""
    if not (a.as_of and b.as_of):
        return False
    x, y = sorted((days_of(a.as_of), days_of(b.as_of)), key=lambda days: (days.low, days.high))
    return x.low < y.low and x.high - y.low <= _HANDOVER


def _as_many(pair: Pair) -> bool:
    """Whether both list several values, as many each: two founders, of whom one is another."""
    return len(pair.a.features.values) == len(pair.b.features.values) > 1


def _why(attribute: Attribute, found: Kinship) -> str:
    if found is Kinship.CROSSING:
        return "each names what the other does not"
    if found is Kinship.PART:
        return "one names others, which the other says there were not"
    return "only one can hold" if attribute.holds is not Holds.SEVERAL else "neither names what the other does"


def _one_denies(pair: Pair) -> bool:
    return (pair.a.modality is Modality.DENIED) != (pair.b.modality is Modality.DENIED)


def _none_at_all(pair: Pair) -> bool:
    """Whether the one says that there is nobody of the kind: 公司没有实际控制人."""
    denied = pair.a if pair.a.modality is Modality.DENIED else pair.b
    return any(sign.attribute.id == denied.features.head for sign in vocabulary("zh").signs.get(denied.text or "", ()))


def _one_name(pair: Pair) -> bool:
    """Whether what the one states and the other denies is one name: a member of NATO, no member of NATO."""
    values = kinship(pair.a.features.values, pair.b.features.values)
    return attributes()[pair.a.features.head].named and values is Kinship.SAME


def _one_statement(pair: Pair) -> bool:
    """Whether what the one states and the other denies is told in the same words, most of them or the last."""
    a, b = set(pair.a.features.terms), set(pair.b.features.terms)
    most = len(a & b) >= _MOST * min(len(a), len(b))
    return len(a & b) >= _TELLING and (most or ends_alike(pair.a.text or "", pair.b.text or ""))


def _facts(pair: Pair) -> bool:
    x, y = pair.a.features.head, pair.b.features.head
    return pair.kind is Kind.FACT and STATEMENT not in (x, y) and (x == y or x in stated_alike(y))


def _one_value(a: Claim, b: Claim) -> bool:
    """Whether the two values are one, or told in words of which some are the same."""
    if kinship(a.features.values, b.features.values) in (Kinship.SAME, Kinship.PART):
        return True
    return shares_words(" ".join(a.features.values), " ".join(b.features.values))
