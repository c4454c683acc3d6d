"""The words that the search for further names goes by, read from ``words.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files

from sources.errors import ConfigError

_FILE = "claims/suggestions/words.toml"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One set of words a purpose; ``syllables`` is a row of characters, sorted by sound."""

    definitions: frozenset[str]
    connectors: frozenset[str]
    legal_forms: frozenset[str]
    businesses: frozenset[str]
    administrations: frozenset[str]
    confusable: frozenset[str]
    syllables: str


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The table that ships with the program.

    Raises:
        ConfigError: a purpose is missing or unknown.
    """
    table = tomllib.loads(files("claims.suggestions").joinpath("words.toml").read_text(encoding="utf-8"))
    syllables = "".join(str(table.pop("syllables", "")).split())
    lists = {field.name for field in fields(Vocabulary)} - {"syllables"}
    if odd := lists ^ table.keys():
        raise ConfigError(_FILE, f"purposes missing or unknown: {', '.join(sorted(odd))}", "mend it")
    return Vocabulary(**{name: frozenset(words) for name, words in table.items()}, syllables=syllables)
