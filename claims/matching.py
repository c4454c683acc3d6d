"""Whether two claims speak of the same thing: who, which property, which instance. Values are not looked at."""

from __future__ import annotations

from rapidfuzz import fuzz

from claims.ages import AGE, match_ages
from claims.evidence import NO_REASON, ON_RECORD, ONE_QUOTATION, ONE_WORDING, Part, in_chinese, other_event, other_thing
from claims.facts.matching import match_facts
from claims.model import Claim, Features, Kind, Match
from claims.one_scale import comparable
from claims.rivals import rivals
from claims.same_property import same_property, same_statement
from claims.same_subject import UNKNOWN_SUBJECT, same_subject
from claims.topic import topic_of
from claims.topics.aspects import EDITION
from claims.topics.naming import SAME, likeness
from claims.topics.narrowing import ANOTHER

SUGGEST = 0.5
"""Score from which two claims are compared at all."""

FLAG = 0.62
"""Score from which their disagreement is shown to an editor."""

SURE = 0.8
"""Score from which two claims surely speak of the same thing."""

FLAG_WITHIN = 0.75
"""The same for two claims of one document."""

_FRAME_FLOOR = 0.74
_FRAME_LENGTH = 12
_SLOT_FLOOR = 0.6
"""Two masked sentences this alike and this long, with the value in the same place, count as one wording."""

_SUBJECT_WEIGHT = 0.45
_ONE_INSTANCE = 0.03
_ONE_OF_TWO = 0.1
_QUOTED = 0.9
_WATCHED = 0.8


def match(a: Claim, b: Claim, *, within: bool = False) -> Match | None:
    """How surely ``a`` and ``b`` speak of the same thing; None when they cannot, or hardly, be compared.

    ``within`` says that both stand in one document, which tells its subjects apart: they must be the same by name.
    """
    if not comparable(a, b) or not same_instance(a, b):
        return None
    watched = _watched(a, b, within=within)
    if watched.score == 1 or a.features.on_record or b.features.on_record:
        return Match(1.0, topic_of(a, b), (watched.feature,)) if watched.score == 1 else None
    if a.kind is Kind.FACT:
        return match_facts(a, b, within=within)
    if {a.kind, b.kind} <= {Kind.SUPERLATIVE} and (held := rivals(a, b)):
        return held
    if AGE in (a.features.head, b.features.head):
        return match_ages(a, b)
    # Nearly all pairs end here, so nothing is weighed before that could not save one.
    subject = NO_REASON if within and not _one_name(a.features, b.features) else same_subject(a, b)
    if within and subject.score < SAME:
        subject = NO_REASON
    quotation = _quotation(a, b)
    if not subject.score and max(quotation.score, watched.score) < SUGGEST:
        return None
    named = subject.score > UNKNOWN_SUBJECT or not in_chinese(a, b)
    aspect = max(same_property(a, b), same_statement(a, b) if named else NO_REASON, key=lambda part: part.score)
    apart = not subject.score or EDITION in (a.features.head, b.features.head) or other_thing(a, b) or other_event(a, b)
    frame = NO_REASON if apart else _frame(a.features, b.features)
    score = max(_combined(subject, aspect), frame.score, quotation.score, watched.score)
    if len({bool(a.features.instances), bool(b.features.instances)}) == 2:
        score -= _ONE_INSTANCE
    if (ANOTHER in a.features.narrowed) != (ANOTHER in b.features.narrowed):
        score -= _ONE_OF_TWO
    if score < SUGGEST:
        return None
    features = tuple(part.feature for part in (watched, subject, aspect, frame, quotation) if part.feature)
    return Match(round(min(score, 1.0), 3), topic_of(a, b), features)


def _one_name(x: Features, y: Features) -> bool:
    """Whether both are said of one name, without which no two subjects are the same."""
    return bool(x.names and y.names) and likeness(x.names[0], y.names[0]) == SAME


def _watched(a: Claim, b: Claim, *, within: bool) -> Part:
    """Whether both state one watched fact: for certain where one of them is the entry on it."""
    if not set(a.features.watched) & set(b.features.watched):
        return NO_REASON
    if a.features.on_record or b.features.on_record:
        return Part(1.0, ON_RECORD)
    return Part(0.0 if within else _WATCHED, "one watched fact")


def parts(a: Claim, b: Claim) -> tuple[float, float]:
    """How alike two comparable claims are in subject and in property, each 0 to 1: what a match is scored by."""
    return same_subject(a, b).score, same_property(a, b).score


def same_instance(a: Claim, b: Claim) -> bool:
    """Whether nothing says that the two speak of different members of a series.

    The date of one member and a date without a member are of two events: every release has its own.
    """
    x, y = set(a.features.instances), set(b.features.instances)
    if a.kind is Kind.DATE and not (a.features.quotations and b.features.quotations):
        return bool(x & y) or x == y
    return not x or not y or bool(x & y)


def _combined(subject: Part, aspect: Part) -> float:
    if not subject.score or not aspect.score:
        return 0.0
    return _SUBJECT_WEIGHT * subject.score + (1 - _SUBJECT_WEIGHT) * aspect.score


def _frame(a: Features, b: Features) -> Part:
    if min(len(a.frame), len(b.frame)) < _FRAME_LENGTH or fuzz.ratio(a.slot, b.slot) < 100 * _SLOT_FLOOR:
        return NO_REASON
    alike = fuzz.ratio(a.frame, b.frame, score_cutoff=100 * _FRAME_FLOOR) / 100
    return Part(alike, ONE_WORDING) if alike else NO_REASON


def _quotation(a: Claim, b: Claim) -> Part:
    """Whether both date one and the same quotation."""
    shared = set(a.features.quotations) & set(b.features.quotations)
    return Part(_QUOTED, ONE_QUOTATION) if a.kind is Kind.DATE and shared else NO_REASON
