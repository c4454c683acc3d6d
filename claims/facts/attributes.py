"""The attributes of facts and the words that state them, read from ``attributes.toml`` and ``offices.toml``."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from claims.facts.states import STATE, state_words
from claims.topics.inflection import inflected
from sources.errors import ConfigError

LANGUAGES = ("zh", "en")

SAME_VALUE = "same value"
"""An attribute excludes another one only where both have one value."""


PERSON = "person"
"""The attribute of whoever is named, whatever they do."""


class Holds(StrEnum):
    """How many values a thing has for an attribute, and so what two values of it mean."""

    ONE = "one"
    OFFICE = "office"
    SEVERAL = "several"
    ANY = "any"


class Way(StrEnum):
    """How a word states an attribute: the keys of a table that hold words."""

    NOUNS = "nouns"
    MAKES = "makes"
    PASSIVE = "passive"
    LEADS = "leads"
    TRAILS = "trails"
    JOINS = "joins"
    SPLITS = "splits"
    GIVEN = "given"
    ACTS = "acts"
    TAKES = "takes"
    IS = "is"


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: how many values it has and whether for good, which others it excludes (:data:`SAME_VALUE` or with
    any value), the one that it states where it lists all values, whether the thing comes again with other values,
    whether a story has only one such thing, and by language its label and the words in which a value has to end.

    ``person`` asks for a person as value, ``place`` for what stands behind *in* or *at*. ``of`` are the kinds of things
    (``topics/sorts.toml``) that it may be said of where these have no name, ``by`` those that may be its value without
    one. ``like`` are the attributes that state the same in other words: who leads, and the chief executive.
    """

    id: str
    holds: Holds
    labels: Mapping[str, str]
    named: bool = False
    lasting: bool = False
    excludes: Mapping[str, str] = field(default_factory=dict)
    ends: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    listed: str | None = None
    recurs: bool = False
    person: bool = False
    place: bool = False
    of: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    like: frozenset[str] = frozenset()
    central: bool = False

    @property
    def is_office(self) -> bool:
        """Whether it is an office or calling of a person, labelled by the words of the text."""
        return not any(self.labels.values())

    @property
    def is_vague(self) -> bool:
        """Whether it says what a thing is or has in the text's own words, so that any clause may be its value."""
        return self.holds is Holds.ANY and not self.named


@dataclass(frozen=True, slots=True)
class Sign:
    """One meaning of a word: the attribute that it states, and how; ``joint`` is the word that joins the value to what
    a verb splits off (``on`` of ``blamed … on``)."""

    attribute: Attribute
    way: Way
    joint: str = ""


_GAP = " … "
"""Stands for what a verb splits off: ``blamed … on``."""

Signs = Mapping[str, tuple[Sign, ...]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The signs of one language by their words, the offices among them by name, and a pattern that finds the words."""

    signs: Signs
    pattern: re.Pattern[str]
    longest: int


@lru_cache(maxsize=1)
def attributes() -> Mapping[str, Attribute]:
    """Every attribute and office by id.

    Raises:
        ConfigError: a table with an unknown key, without a label, or with an unknown way of holding.
    """
    return {key: _attribute(key, table) for key, table in _tables().items()}


@lru_cache(maxsize=256)
def stated_alike(attribute: str) -> frozenset[str]:
    """The attributes that state the same as ``attribute`` in other words, whichever of the two says so."""
    known = attributes()
    others = {key for key, other in known.items() if attribute in other.like}
    return frozenset(others | (known[attribute].like if attribute in known else frozenset()))


@lru_cache(maxsize=2)
def vocabulary(language: str) -> Vocabulary:
    """The signs of ``language`` (``zh`` or ``en``)."""
    signs: defaultdict[str, list[Sign]] = defaultdict(list)
    for key, table in _tables().items():
        attribute = attributes()[key]
        for way in Way:
            for word in _by_language(table.get(way)).get(language, ()):
                verb, _, joint = word.partition(_GAP)
                for form in inflected_verb(verb) if way in (Way.ACTS, Way.TAKES) else (verb,):
                    signs[form].append(Sign(attribute, way, joint))
    words = sorted(signs, key=lambda word: (-len(word), word))
    pattern = re.compile("|".join(map(re.escape, words)))
    longest = max(len(word.split()) for word in words)
    ordered = {word: tuple(sorted(found, key=lambda sign: not sign.joint)) for word, found in signs.items()}
    return Vocabulary(ordered, pattern, longest)


def inflected_verb(words: str) -> frozenset[str]:
    """The forms of a verb with its particle (come upon, comes upon); irregular ones are listed as they are."""
    verb, gap, particle = words.partition(" ")
    return frozenset(form + gap + particle for form in inflected(verb))


def is_deputy(office: str) -> bool:
    """Whether the wording of an office is that of a deputy, of whom there are several: 副主席, deputy mayor."""
    return any(rank in office.lower() for rank in _DEPUTIES)


def is_office(words: str) -> bool:
    """Whether ``words`` end in the word for an office or calling: the presiding judge, 董事长."""
    plain = words.lower().split()
    known = vocabulary("en" if words.isascii() else "zh").signs
    office = any(sign.attribute.is_office for sign in known.get(plain[-1] if plain else "", ()))
    return office or (not words.isascii() and any(words.endswith(w) for w in _offices_in_chinese()))


@lru_cache(maxsize=1)
def _offices_in_chinese() -> tuple[str, ...]:
    signs = vocabulary("zh").signs
    return tuple(w for w, found in signs.items() if any(sign.attribute.is_office for sign in found))


_DEPUTIES = ("副", "助理", "deputy", "vice", "assistant", "associate")
_STATE_LABELS = {"zh": "状态", "en": "state"}


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, object]]:
    # A state goes first: found guilty of manslaughter says that somebody is guilty, and of what.
    tables: dict[str, Mapping[str, object]] = {
        STATE: {"holds": "any", "named": True, "label": _STATE_LABELS, "given": state_words()}
    }
    tables.update(_read("attributes.toml"))
    for key, office in _read("offices.toml").items():
        words = {language: office.get(language, []) for language in LANGUAGES}
        labels = {"zh": "", "en": ""}  # an office is labelled by the very words of the text
        tables[key] = {"holds": office.get("holds"), "named": True, "label": labels, "nouns": words}
    return tables


def _read(name: str) -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads(files("claims.facts").joinpath(name).read_text(encoding="utf-8"))


_LISTS = frozenset({"of", "by", "like"})
_FLAGS = frozenset({"named", "lasting", "recurs", "central", "person", "place"})
_KEYS = frozenset({"holds", "excludes", "label", "ends", "listed", *_FLAGS, *_LISTS, *Way})


def _attribute(key: str, table: Mapping[str, object]) -> Attribute:
    labels = table.get("label")
    odd = table.keys() - _KEYS
    if odd or not isinstance(labels, dict) or table.get("holds") not in set(Holds):
        what = f"[{key}] " + (f"has the unknown key {min(odd)}" if odd else "needs a label and a known way to hold")
        raise ConfigError("claims/facts/attributes.toml", what, "mend that table")
    ends = _by_language(table.get("ends"))
    named, lasting, excludes = bool(table.get("named")), bool(table.get("lasting")), table.get("excludes")
    excluded = {str(k): str(v) for k, v in excludes.items()} if isinstance(excludes, dict) else {}
    listed = str(table["listed"]) if "listed" in table else None
    holds, recurs, central = Holds(str(table["holds"])), bool(table.get("recurs")), bool(table.get("central"))
    of, by, like = (_words(table.get(key)) for key in ("of", "by", "like"))
    person, place = bool(table.get("person")), bool(table.get("place"))
    return Attribute(
        key, holds, labels, named, lasting, excluded, ends, listed, recurs, person, place, of, by, like, central
    )


def _words(value: object) -> frozenset[str]:
    return frozenset(map(str, value)) if isinstance(value, list) else frozenset()


def _by_language(value: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        return {}
    return {str(language): tuple(words) for language, words in _lists(value)}


def _lists(value: Mapping[object, object]) -> Iterator[tuple[object, list[str]]]:
    yield from ((language, words) for language, words in value.items() if isinstance(words, list))
