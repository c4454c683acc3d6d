"""Reading a word list: a TOML file with one table an id, its English and Chinese words as lists of strings."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Set
from importlib.resources import files

from claims.topics.phrases import Entry
from sources.errors import ConfigError

Table = Mapping[str, object]

WORD_KEYS = frozenset({"en", "zh", "verbs"})


def packaged(name: str) -> tuple[str, str]:
    """Where the word list ``name`` of this package lies, for messages, and its text."""
    return f"claims/topics/{name}", files("claims.topics").joinpath(name).read_text(encoding="utf-8")


def read_tables(place: str, text: str) -> Mapping[str, Table]:
    """The tables of a word list by id.

    Raises:
        ConfigError: ``text`` is no TOML, or has anything but tables at its top.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(place, f"is no valid TOML ({error})", "mend the line named") from error
    loose = [key for key, value in content.items() if not isinstance(value, dict)]
    if loose:
        raise ConfigError(place, f"has {', '.join(loose)} outside of any table", "put each word under its [id]")
    return content


def strings(value: object) -> tuple[str, ...]:
    """A list of strings as a tuple; empty for everything else."""
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    return ()


def complaints(tables: Mapping[str, Table], own_keys: Set[str]) -> Iterator[str]:
    """What is wrong with the form of each table; ``own_keys`` are those it may have beside the words."""
    for key, table in tables.items():
        for name, value in table.items():
            if name not in WORD_KEYS | own_keys:
                yield f"[{key}] has the unknown key {name}"
            elif name in WORD_KEYS and not strings(value):
                yield f"[{key}] {name} is no list of words"
            elif name in WORD_KEYS and any(not word or word != word.strip() for word in strings(value)):
                yield f"[{key}] {name} has a word that is empty or has white space around it"
        if not table.keys() & WORD_KEYS:
            yield f"[{key}] has no words"


def doubles(entries: Iterable[Entry]) -> Iterator[str]:
    """The words that stand twice in one role, in one table or in two; the inflected forms of a word are one word."""
    written: dict[tuple[str, str], str] = {}
    covered: dict[tuple[str, str], str] = {}
    for entry in entries:
        for word, forms in _words(entry):
            name, keys = f"[{entry.id}] {word}", [(entry.role, form) for form in forms]
            first = covered.get(keys[0]) or next((written[key] for key in keys if key in written), None)
            if first:
                yield f"{name} repeats {first}"
            written[keys[0]] = name
            covered.update(dict.fromkeys(keys, name))


def _words(entry: Entry) -> Iterator[tuple[str, list[str]]]:
    """Each word or phrase with all that it covers, itself first: of a phrase, one word inflected at a time."""
    for word in (*entry.zh, *entry.verbs):
        yield word, [f"zh {word.lower()}"]
    for phrase in entry.en:
        words = phrase.split()
        forms = [" ".join([*words[:n], f, *words[n + 1 :]]) for n, word in enumerate(words) for f in entry.forms(word)]
        yield phrase, [f"en {form}" for form in [phrase, *sorted(forms)]]


def refuse(place: str, wrong: Iterable[str]) -> None:
    """Ends the reading of a word list where anything is wrong with it.

    Raises:
        ConfigError: with all that is wrong, in one line.
    """
    if found := list(wrong):
        raise ConfigError(place, ", ".join(found), "correct these tables")
