"""Whether two claims are said of one thing, whatever each calls it."""

from __future__ import annotations

from claims.events import (
    known_apart,
    of_one_house,
    one_event,
    one_event_abroad,
    other_events,
    other_match,
    strangers,
    told_of_both,
    told_of_one,
)
from claims.evidence import BY_STORY, NO_REASON, PLACES, Part, belong, in_chinese, one_property, translated
from claims.model import Claim, Features, Kind
from claims.stories import branched, mentions
from claims.topics.naming import HOUSE, RELATED, SAME, likeness
from claims.topics.places import MARK
from claims.topics.reading import is_chinese
from claims.topics.scopes import relation
from claims.topics.words import load_words

UNKNOWN_SUBJECT = 0.5
"""What it is worth that one side names no subject."""

_ONE_IS_SECOND = 0.7
_ONE_TOPIC = 0.5
_COMMON_NOUN = 0.6


def same_subject(a: Claim, b: Claim) -> Part:
    """Whether both are said of one thing: by their first names, else by what the articles say belongs together."""
    x, y = a.features, b.features
    if not x.names or not y.names:
        return Part(UNKNOWN_SUBJECT, "one side names no subject")
    first = likeness(x.names[0], y.names[0])
    if other_match(x, y) or (first and branched(min(x.names[0], y.names[0], key=len), x, y)):
        return NO_REASON
    if first == SAME:
        # A common noun (the page, the library) is another thing in another article, unless both are about one.
        sure = x.named or y.named or (x.topic and x.topic == y.topic)
        if not sure and not in_chinese(a, b) and strangers(x, y):
            return NO_REASON
        return Part(1.0 if sure else _COMMON_NOUN, f"subject {x.names[0]}")
    if belong(x.related, y.names[0]) or belong(y.related, x.names[0]):
        first = max(first, RELATED)
    if of_one_house(x, y):
        return NO_REASON
    if x.names[0][:1] == y.names[0][:1] == MARK and relation(x.names[0][1:], y.names[0][1:]) == "inside":
        first = max(first, HOUSE)
    if first:
        return Part(first, f"subjects {x.names[0]} and {y.names[0]}, which belong together")
    if a.kind in PLACES or (a.kind is Kind.DATE and not one_property(x, y) and _apart_by_words(x, y)):
        return NO_REASON  # every name has places and dates of its own: what is second best must not stand in
    if known_apart(a, b) or _each_its_own(a, b):
        return NO_REASON
    if x.names[0] in y.names or y.names[0] in x.names:
        return Part(_ONE_IS_SECOND, f"{x.names[0]} and {y.names[0]}, both named beside one of the values")
    for named, other in ((x, y), (y, x)):
        if named.named and mentions(other, named.names[0]) and not branched(named.names[0], x, y):
            return Part(_ONE_IS_SECOND, f"{named.names[0]}, named in both sentences")
    if told := told_of_one(a, b):
        return Part(told, BY_STORY if in_chinese(a, b) else "articles that tell of one event")
    if in_chinese(a, b) and told_of_both(x, y) and (a.kind is not Kind.COUNT or x.head not in load_words().fates):
        return NO_REASON
    apart = x.named and y.named and not {x.names[0], y.names[0]} & {x.topic, y.topic}
    event = _event(a, b)
    if (
        apart
        and not (event and translated(a, b))
        and other_events(x, y)
        and (a.kind is not Kind.COUNT or x.head != y.head or x.head not in load_words().fates)
    ):
        return NO_REASON  # each is about a name of its own; but the dead of one flood are the dead of one flood
    if event:
        return Part(event, "one event: names, figures or words in common")
    if shared := {*x.names, *x.beside, x.topic} & {*y.names, *y.beside, y.topic} - {""}:
        return Part(_ONE_TOPIC, f"{min(shared)}, named beside both or what both articles are about")
    if x.topic and y.topic and likeness(x.topic, y.topic):
        return Part(_ONE_TOPIC, f"articles about {x.topic} and {y.topic}")
    return NO_REASON


def _each_its_own(a: Claim, b: Claim) -> bool:
    """Whether two English dates are of what happens to everything once, and of two names."""
    x, y = a.features, b.features
    chinese = is_chinese(a.sentence) or is_chinese(b.sentence)
    return a.kind is Kind.DATE and not chinese and x.named and y.named and x.event == y.event in load_words().once


def _event(a: Claim, b: Claim) -> float:
    """How surely both are told of one event; of two dates in Chinese that is not asked."""
    if a.kind is Kind.DATE and (in_chinese(a, b) or not one_property(a.features, b.features)):
        return 0.0
    if translated(a, b):
        latin, han = (b, a) if is_chinese(a.sentence) else (a, b)
        return one_event_abroad(latin.features, han.features)
    return one_event(a.features, b.features)


def _apart_by_words(x: Features, y: Features) -> bool:
    return x.event != y.event or bool(x.head and y.head and x.head != y.head)
