"""Finding claims by what they say: words of any language, and values however they are written.

SQLite's own tokenizers find no Chinese word of two characters. So the words of a claim are stored as an index wants
them: a run of Han characters as its overlapping pairs with its last character alone (杭州市: ``杭州 州市 市``),
anything else word by word; all in simplified script, half width and lower case. What is asked for is taken apart the
same way and looked for as a phrase, which finds exactly the texts that hold it.

A value is found by what it comes to: ``10万`` finds ``100,000``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from claims.model import Bound, Claim, Kind, Quantity
from claims.values.find import find_values
from sources.script import HAN, to_simplified

_WORD = re.compile(r"[^\W_]+")
_RUN = re.compile(rf"(?:{HAN.pattern})+|(?:(?!{HAN.pattern}).)+")
_UNITS_TELL = frozenset({Kind.PERCENT, Kind.MONEY, Kind.MEASURE, Kind.DURATION})
"""Kinds of which 5 km and 5 kg are two; who asks for 10 thousand does not say of what."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked for: words in a row and, where these are a value, what it comes to."""

    words: str
    value: Quantity | None = None


def index_words(claim: Claim) -> str:
    """The words by which a claim is found, as the index wants them: those of its sentence, subject and scope."""
    return index_text(claim.sentence, claim.subject, claim.attribute, claim.scope)


def index_text(*texts: str | None) -> str:
    """``texts`` as the index wants them, so that no phrase reaches from one into the next."""
    return " | ".join(" ".join(word for run in _runs(text) for word in _grams(run)) for text in texts if text)


def parts_of(query: str) -> tuple[Part, ...]:
    """What a person asks for: everything between spaces, and values as a whole (``42 km``)."""
    text = folded(query)
    values = {m.span.start: m for m in find_values(text) if _stands_alone(text, m.span.start, m.span.end)}
    parts, at = [], 0
    for start, mention in sorted(values.items()):
        parts += [Part(word) for word in text[at:start].split()]
        parts.append(Part(mention.span.of(text), mention.quantity))
        at = mention.span.end
    return (*parts, *(Part(word) for word in text[at:].split()))


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL for a query on ``claims``: ``found`` says which are found, ``close`` how many parts their own value fits.

    ``close`` is empty where no part is a value.
    """

    found: str
    close: str
    parameters: Mapping[str, object]


BROAD = 5_000
"""Claims from which on they are rather met one after the other than gathered and sorted, when a few are wanted."""


def condition(db: Database, query: str, *, few: bool = False) -> Condition:
    """What finds the claims that hold every part of ``query``; nothing asked for restricts nothing.

    The index is asked once for the claims that hold all of it in words. Those that hold a part by their value alone
    are few, and each is looked at for the rest. Where ``few`` are wanted of very many, claims are looked at one by one.
    """
    parts = parts_of(query)
    words = [phrase(part.words) for part in parts]
    tests: list[str] = []
    parameters: dict[str, object] = {f"words{number}": word for number, word in enumerate(words) if word}
    for number, part in enumerate(parts):
        test, values = _value_test(part.value, str(number)) if part.value else ("", {})
        tests.append(test)
        parameters |= values
    branches = []
    if words and all(words):
        branches.append(_BY_WORDS)
        parameters["every"] = " AND ".join(words)
    for number, test in enumerate(tests):
        if test:
            rest = [_held(at, words[at], other) for at, other in enumerate(tests) if at != number]
            branches.append(f"SELECT id FROM claims WHERE {' AND '.join((test, *rest))}")
    found = f"claims.id IN ({' UNION '.join(branches)})" if branches else "0" if parts else "1"
    if few and branches == [_BY_WORDS] and _is_broad(db, str(parameters["every"])):
        found = _in_words("every")
    return Condition(found, " + ".join(filter(None, tests)), parameters)


_BY_WORDS = """
    SELECT claim FROM claim_search JOIN claim_words ON claim_words.id = claim_search.rowid
    WHERE claim_search MATCH :every
"""


def _held(number: int, words: str, test: str) -> str:
    """SQL for a claim that holds a part in words or by its value."""
    by_words = _in_words(f"words{number}") if words else ""
    return f"({' OR '.join(filter(None, (test, by_words))) or '0'})"


def _in_words(name: str) -> str:
    """SQL for a claim that holds the words of the parameter of that name."""
    return f"""EXISTS (
        SELECT 1 FROM claim_words JOIN claim_search ON claim_search.rowid = claim_words.id
        WHERE claim_words.claim = claims.id AND claim_search MATCH :{name}
    )"""


def _is_broad(db: Database, words: str) -> bool:
    sql = f"SELECT count(*) FROM (SELECT 1 FROM claim_search WHERE claim_search MATCH ? LIMIT {BROAD})"
    return int(db.execute(sql, [words]).fetchone()[0]) == BROAD


def phrase(words: str) -> str:
    """What the index is asked for, in the language of FTS5; empty where ``words`` has no word in it."""
    runs = list(_runs(words))
    if not runs:
        return ""
    grams = [word for run in runs for word in _grams(run)]
    # The text may go on where the query ends: its last character stands in a pair, and a last word may be only begun.
    if HAN.match(runs[-1]) and len(runs[-1]) > 1:
        return f'"{" ".join(grams[:-1])}"'
    return f'"{" ".join(grams)}"{"" if runs[-1].isdigit() else " *"}'


def forget(db: Database) -> None:
    """Drops from the index what was deleted; until then words of it linger in the file."""
    db.execute("INSERT INTO claim_search(claim_search) VALUES ('optimize')")


def folded(text: str) -> str:
    """``text`` in simplified script, half width and lower case."""
    return unicodedata.normalize("NFKC", to_simplified(unicodedata.normalize("NFKC", text))).casefold()


def _runs(text: str) -> Iterator[str]:
    """The words of a text; Han characters beside others are runs of their own."""
    for word in _WORD.findall(folded(text)):
        yield from _RUN.findall(word)


def _grams(run: str) -> Iterator[str]:
    if not HAN.match(run):
        yield run
        return
    yield from (run[at : at + 2] for at in range(len(run)))


def _stands_alone(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].strip() == text[end : end + 1].strip() == ""


def _value_test(value: Quantity, name: str) -> tuple[str, dict[str, object]]:
    """SQL for the claims whose value is ``value``; a single number is found at either end of an interval too."""
    low, high = _sortable(value.low), _sortable(value.high)
    text = "" if value.kind is Kind.DATE else "_number"
    both = "OR" if low is not None and low == high else "AND"
    test = f"low{text} IS :low{name} {both} high{text} IS :high{name}"
    parameters: dict[str, object] = {f"low{name}": low, f"high{name}": high}
    if value.kind in (Kind.RANK, Kind.DATE):
        test, parameters[f"kind{name}"] = f"kind = :kind{name} AND ({test})", value.kind.value
    elif value.kind in _UNITS_TELL:
        test, parameters[f"unit{name}"] = f"unit = :unit{name} AND ({test})", value.unit
    return f"({test})", parameters


def _sortable(bound: Bound) -> float | str | None:
    return bound if bound is None or isinstance(bound, str) else float(bound)
