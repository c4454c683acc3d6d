"""The languages of the desk: which one a reader gets, and its words, which are data in ``words/``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.topic import DOT, PLACE, place_scope
from claims.topics.scopes import load_scopes
from claims.topics.wordlist import packaged, read_tables, strings
from registry.desk.web import Request

LANGUAGES: Mapping[str, str] = {"en": "English", "zh": "中文"}
"""Each language of the desk by its BCP 47 code, under its own name; the first is for everybody else."""

COOKIE = "claims_language"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. A key is ``table.name``, as in the language's file."""

    code: str
    entries: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words under ``key`` with ``values`` put in; KeyError where the file has none."""
        return self.entries[key].format_map(values)

    def word(self, table: str, name: str) -> str:
        """The word for one of a closed list (a verdict, a rule); one that is not in the file stays as it is."""
        return self.entries.get(f"{table}.{name}", name)

    def scope(self, scope: str) -> str:
        """A scope (``world``) by the first of its words in this language; English calls it by its id."""
        return _scopes(self.code).get(scope, scope)

    def topic(self, topic: str) -> str:
        """What a topic is called: the property of a rank is the machine's word, everything else that of an article."""
        head, dot, attribute = topic.rpartition(DOT)
        if attribute == PLACE:
            attribute = self("topic.place")
        elif scope := place_scope(attribute):
            wide, named = scope in load_scopes().relative, self.scope(scope)
            attribute = self("topic.place_wide", scope=named) if wide else self("topic.place_in", scope=named)
        return f"{head}{dot}{attribute}"


@cache
def words(code: str) -> Words:
    """The words of one of ``LANGUAGES``."""
    text = files(__package__).joinpath("words", f"{code}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return Words(code, {f"{table}.{name}": word for table, rows in tables.items() for name, word in rows.items()})


@cache
def _scopes(code: str) -> Mapping[str, str]:
    if code == next(iter(LANGUAGES)):
        return {}
    named = {key: strings(table.get(code)) for key, table in read_tables(*packaged("scopes.toml")).items()}
    return {key: known[0] for key, known in named.items() if known}


def choose(request: Request) -> str:
    """The language asked for by ``?lang=``, by the cookie that remembers it, or by the browser's preferences."""
    for wanted in (request.one("lang"), request.cookies.get(COOKIE, ""), *_preferences(request)):
        code = wanted.partition("-")[0].lower()
        if code in LANGUAGES:
            return code
    return next(iter(LANGUAGES))


def _preferences(request: Request) -> list[str]:
    """The tags of ``Accept-Language``, the most wanted first (RFC 9110, 12.5.4)."""
    weighed = []
    for number, part in enumerate(request.headers.get("accept-language", "").split(",")):
        tag, _, weight = part.strip().partition(";q=")
        try:
            weighed.append((-float(weight or 1), number, tag))
        except ValueError:
            continue
    return [tag for _, _, tag in sorted(weighed)]
