"""Whether two facts speak of the same thing: one attribute of one subject, or one saying by its wording."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from claims.events import near_story, one_event, one_story
from claims.facts.attributes import Attribute, Holds, attributes, stated_alike
from claims.facts.han_things import one_han_thing
from claims.facts.persons import is_person_in_chinese, nearly_one, person_keys, sounds_as_one
from claims.facts.states import STATE
from claims.facts.wording import alike, is_wording, other_figures, part_alike
from claims.intervals import days_of
from claims.model import Claim, Features, Match
from claims.topics.naming import APART, SAME, likeness, name_keys
from claims.topics.reading import is_chinese
from claims.topics.setting import NAME, TOPICAL

STATEMENT = "statement"
"""The attribute of what somebody says."""

ALONE = "alone"
"""Narrows a fact whose value is the only one: founded by herself."""

ONE_SAYING = "one saying"
"""Feature of a match of two statements: the same words, or nearly."""

ONE_PERSON = "one person"
"""Feature of a match of two who hold an office: names that are nearly one, in news on one matter."""

_SAYING = 0.72
"""How alike the words of one saying are in two articles, 0 to 1."""
_IN_PART = 0.06
"""How much more alike they have to be where one article quotes but a part of them."""
_SUBJECT_WEIGHT = 0.45
_ONE_EVENT = 0.7
_ONE_PERSON = 0.7
_SEASON = 200
"""Days within which what comes again is taken to be the same occasion."""
_UNSURE = 0.6
"""Score where a subject was only carried over, or the two are related but not the same: enough to agree."""


def fact_keys(claim: Claim) -> frozenset[str]:
    """The blocking keys of a fact: its attribute with a piece of its subject's name; of a statement, of its words."""
    features = claim.features
    if features.head == STATEMENT:
        return frozenset(f"fact|{STATEMENT}|{piece}" for piece in features.values)
    known = attributes().get(features.head)  # another release may have had attributes that this one has not
    heads = (features.head, *(known.excludes if known else ()), *stated_alike(features.head))
    central = {f"fact|c:{features.head}"} if known and known.central else set()
    pieces = {piece for name in features.names for piece in name_keys(name)}
    persons = {f"fact|p:{key}" for name in features.values for key in person_keys(name) if _of_persons(known, name)}
    return frozenset(f"fact|{head}|{piece}" for head in heads for piece in pieces) | persons | central


def match_facts(a: Claim, b: Claim, *, within: bool = False) -> Match | None:
    """How surely two facts are of one attribute of one subject, or two statements of one saying; None when not.

    ``within`` says that both stand in one document, which tells its subjects apart.
    """
    x, y = a.features, b.features
    if x.head == y.head == STATEMENT:
        return _one_saying(a, b)
    alike_heads = x.head == y.head or x.head in stated_alike(y.head)
    if not alike_heads and not excluded(a, b):
        return _one_person(a, b)
    attribute = attributes().get(x.head)
    if attribute is None:
        return None
    subject = likeness(x.names[0], y.names[0]) if x.names and y.names else APART
    if not (subject == SAME and x.firm and y.firm) and (person := _one_person(a, b)):
        return person
    if x.head == y.head and attribute.holds is Holds.OFFICE and a.attribute != b.attribute and _one_language(a, b):
        return None  # 院长 and 副院长, chairman and deputy chairman
    firmly = x.firm and y.firm and not within
    once = attribute.holds is not Holds.ANY or attribute.id == STATE
    surely = subject == SAME and firmly and x.named and y.named
    told_once = attribute.holds is not Holds.ANY and not attribute.recurs
    if told_once and not (within or surely) and one_han_thing(x, y, attribute):
        return Match(_ONE_EVENT, _topic(a, b), ("one story", f"both of {x.head}"))
    if subject < SAME and firmly and once and _one_thing(a, b, subject):
        return Match(_ONE_EVENT, _topic(a, b), (f"subjects {x.names[0]} and {y.names[0]}", f"both of {x.head}"))
    if not subject or (within and subject < SAME):
        return None
    names = f"subject {x.names[0]}" if subject == SAME else f"subjects {x.names[0]} and {y.names[0]}"
    firm = subject == SAME and x.firm and y.firm
    if firm and not (x.named and y.named):
        # The fire, the trial: one and the same only where the articles have more in common.
        score = _ONE_EVENT if _one_event(x, y) or near_story(x, y) else _UNSURE
    elif firm and (x.loose or y.loose) and (within or not near_story(x, y)):
        score = _UNSURE  # what a pronoun stands for is taken on trust where the articles are of one story
    elif within and attribute.holds is Holds.OFFICE:
        score = _UNSURE  # an article that tells who held it, one after the other
    else:
        again = attribute.recurs and (within or not _one_season(a, b))
        sure = firm and not again
        score = round(_SUBJECT_WEIGHT * subject + 1 - _SUBJECT_WEIGHT, 3) if sure else _UNSURE
    return Match(score, _topic(a, b), (names, f"both of {x.head}"))


def _topic(a: Claim, b: Claim) -> str:
    return f"{min(a.subject or '', b.subject or '', key=len)} · {a.attribute}"


def _one_season(a: Claim, b: Claim) -> bool:
    """Whether two claims hold for one occasion of what comes again, by the dates stated or those of the articles."""
    x, y = (c.as_of or c.features.published for c in (a, b))
    if not x or not y:
        return False
    apart = max(days_of(x).low, days_of(y).low) - min(days_of(x).high, days_of(y).high)
    return apart <= _SEASON


def _one_thing(a: Claim, b: Claim, subject: float) -> bool:
    """Whether articles on one story call one thing by its name and by what it is (Hurricane Odelle, the storm), or by
    its name and the end of that (the Harbour Alliance, the Alliance)."""
    x, y = a.features, b.features
    if not (x.names and y.names):
        return False  # one of them names nothing: who leads it, wherever that is
    by_class = any(not one.named and one.names[0] in other.names[1:] for one, other in ((x, y), (y, x)))
    short, long = sorted((x.names[0], y.names[0]), key=len)
    by_end = subject > APART and long.endswith(f" {short}")
    return (by_class or by_end) and (near_story(x, y) or one_event(x, y) >= _ONE_EVENT)


def _one_person(a: Claim, b: Claim) -> Match | None:
    """How surely two articles name one holder of an office, by names that are nearly one, whose house is not told in
    both (Governor Roe and the governor of Ashwick) or under two offices. Chinese names have to sound alike, others as
    well where the offices differ.

    What the articles tell besides has to have something in common.
    """
    x, y = a.features, b.features
    held = [[v for v in f.values if _of_persons(attributes().get(f.head), v)] for f in (x, y)]
    one_office = x.head == y.head and (a.attribute == b.attribute or not _one_language(a, b))
    pairs = [(v, w) for v in held[0] for w in held[1]]
    names = [(v, w) for v, w in pairs if sounds_as_one(v, w) or (one_office and not is_chinese(v) and nearly_one(v, w))]
    if not names or not (one_story(x, y) or one_event(*(_without(f, {*names[0]}) for f in (x, y)))):
        return None
    return Match(_ONE_PERSON, f"{a.attribute} {a.text}", (ONE_PERSON, f"{names[0][0]} and {names[0][1]}"))


def _of_persons(attribute: Attribute | None, value: str) -> bool:
    """Whether a value of an attribute is known to be a person: of an office, or by the shape of a Chinese name."""
    return attribute is not None and (attribute.is_office or (attribute.named and is_person_in_chinese(value)))


def _without(told: Features, names: Collection[str]) -> Features:
    """``told`` without the words of ``names``, which two that are nearly one share as a matter of course."""

    def others(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(w for w in words if not any(w.lstrip(NAME + TOPICAL) in name for name in names))

    return replace(told, setting=others(told.setting), around=others(told.around))


def _one_event(x: Features, y: Features) -> bool:
    """Whether two sentences with a common noun for a subject share a name, or their articles what they are about."""
    around = {*x.beside, x.topic} & {*y.beside, y.topic} - {""}
    return bool(around)


def excluded(a: Claim, b: Claim) -> str | None:
    """With which values the attributes of two facts exclude each other; None when they do not."""
    x, y = a.features.head, b.features.head
    if STATEMENT in (x, y):
        return None
    return attributes()[x].excludes.get(y) or attributes()[y].excludes.get(x)


def _one_saying(a: Claim, b: Claim) -> Match | None:
    text_a, text_b = a.text or "", b.text or ""
    if not is_wording(text_a) or not is_wording(text_b):
        return None
    if not (a.features.quotations and b.features.quotations) and other_figures(text_a, text_b):
        return None  # last month's figures in last month's words
    score = round(alike(text_a, text_b), 3)
    if score < _SAYING and _quoted_in_part(a, b):
        score = round(part_alike(text_a, text_b) - _IN_PART, 3)
    return Match(score, f"“{min(text_a, text_b, key=len)[:24]}…”", (ONE_SAYING,)) if score >= _SAYING else None


def _quoted_in_part(a: Claim, b: Claim) -> bool:
    """Whether both quote the same speaker or, where one names none, in articles about one thing."""
    x, y = a.features, b.features
    if not (x.quotations and y.quotations):
        return False
    same = likeness(x.names[0], y.names[0]) if x.names and y.names else one_story(x, y) or one_event(x, y)
    return bool(same)


def _one_language(a: Claim, b: Claim) -> bool:
    return (a.attribute or "").isascii() == (b.attribute or "").isascii()
