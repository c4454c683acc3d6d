"""The words that steer the grammar of subjects, read from ``words.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files

from sources.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Words:
    """One set of words a role, all languages together: scripts keep them apart."""

    verbs: frozenset[str]
    demoting: frozenset[str]
    skipped: frozenset[str]
    pronouns: frozenset[str]
    generic: frozenset[str]
    weak: frozenset[str]
    organisations: frozenset[str]
    speakers: frozenset[str]
    forecast: frozenset[str]
    target: frozenset[str]
    denied: frozenset[str]
    abbreviations: frozenset[str]
    stative: frozenset[str]
    dated: frozenset[str]
    current: frozenset[str]
    firsts: frozenset[str]
    rare: frozenset[str]
    not_superlative: frozenset[str]
    common_latin: frozenset[str]
    roles: frozenset[str]
    itself: frozenset[str]
    common_measures: frozenset[str]
    series: frozenset[str]
    superlative_first: frozenset[str]
    anaphors: frozenset[str]
    parts: frozenset[str]
    page_dates: frozenset[str]
    once: frozenset[str]
    fates: frozenset[str]
    stocks: frozenset[str]
    impersonal: frozenset[str]
    vague_dates: frozenset[str]
    todays: frozenset[str]
    demonstratives: frozenset[str]
    steps: frozenset[str]
    turns: frozenset[str]
    superlative_only: frozenset[str]
    superlative_halves: frozenset[str]
    bearers: frozenset[str]
    compared: frozenset[str]
    comparing_with: frozenset[str]
    identifying: frozenset[str]
    pointers: frozenset[str]
    transliterating: frozenset[str]
    attributing: frozenset[str]
    idle_modifiers: frozenset[str]
    happenings: frozenset[str]
    plain_nouns: frozenset[str]
    plain_verbs: frozenset[str]
    plain_adjectives: frozenset[str]
    series_han: frozenset[str]
    joining: frozenset[str]
    distributing: frozenset[str]
    changing: frozenset[str]
    comparing: frozenset[str]
    trades: frozenset[str]
    wares: frozenset[str]
    variants: frozenset[str]
    makings: frozenset[str]
    surnames: frozenset[str]
    never_given: frozenset[str]
    never_last: frozenset[str]
    never_coined: frozenset[str]
    houses: frozenset[str]
    titles: frozenset[str]
    humans: frozenset[str]
    markets: frozenset[str]
    closely: frozenset[str]
    degrees: frozenset[str]
    narrowing: frozenset[str]
    timely: frozenset[str]
    otherness: frozenset[str]
    opposing: frozenset[str]
    giving: frozenset[str]
    handed_down: frozenset[str]
    heirs: frozenset[str]
    housed: frozenset[str]
    matches: frozenset[str]
    contests: frozenset[str]
    accompanying: frozenset[str]
    property_endings: frozenset[str]
    no_properties: frozenset[str]
    containing: frozenset[str]
    spending: frozenset[str]
    capacities: frozenset[str]
    editions: frozenset[str]
    presenting: frozenset[str]


@lru_cache(maxsize=1)
def load_words() -> Words:
    """The table that ships with the program.

    Raises:
        ConfigError: a role is missing or unknown.
    """
    table = tomllib.loads(files("claims.topics").joinpath("words.toml").read_text(encoding="utf-8"))
    roles = {f.name for f in fields(Words)}
    if odd := roles ^ table.keys():
        raise ConfigError("claims/topics/words.toml", f"roles missing or unknown: {', '.join(sorted(odd))}", "mend it")
    return Words(**{role: frozenset(w for words in by.values() for w in words) for role, by in table.items()})
