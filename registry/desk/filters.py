"""The filters of the queue as they stand in an address, and as the form offers them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claims.model import Severity
from registry.desk.language import Words
from registry.desk.web import Request
from registry.model import SecondOpinion, Status
from registry.queries import FLAGGED, UNSETTLED
from registry.queue import Counts, QueueFilter

ANY = "any"
"""The status that stands for every one; an address without a status asks for what is unsettled."""

Query = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list: how many findings it would leave, and whether it is made."""

    value: str
    label: str
    number: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One list of the form. ``name`` is its parameter in the address."""

    name: str
    options: tuple[Option, ...]


def read_filter(request: Request) -> QueueFilter:
    """The filter that an address asks for; words that are none of ours are left out."""
    statuses = request.all("status")
    known = tuple(word for word in statuses if word in set(Status))
    opinion = request.one("second_opinion")
    # Whoever looks for second opinions looks among what is decided too.
    every = ANY in statuses or (opinion in set(SecondOpinion) and not known)
    return QueueFilter(
        verdicts=tuple(word for word in request.all("verdict") if word in set(FLAGGED)),
        severities=tuple(word for word in request.all("severity") if word in set(Severity)),
        statuses=() if every else known or tuple(UNSETTLED),
        rules=request.all("rule"),
        subject=request.one("subject"),
        source=request.one("source"),
        topic=request.one("topic"),
        assignee=request.one("assignee"),
        second_opinion=opinion if opinion in set(SecondOpinion) else "",
    )


def query_of(wanted: QueueFilter) -> Query:
    """The shortest address that asks for ``wanted``."""
    statuses = () if set(wanted.statuses) == set(UNSETTLED) else wanted.statuses or (ANY,)
    several = {
        "verdict": () if set(wanted.verdicts) == set(FLAGGED) else wanted.verdicts,
        "severity": wanted.severities,
        "status": statuses,
        "rule": wanted.rules,
    }
    names = ("subject", "source", "topic", "assignee", "second_opinion")
    single = {name: getattr(wanted, name) for name in names}
    pairs = [(name, value) for name, values in several.items() for value in values]
    return (*pairs, *((name, value) for name, value in single.items() if value))


def choices(wanted: QueueFilter, counts: Counts, words: Words) -> tuple[Choice, ...]:
    """The lists of the form, each beginning with the choice of not restricting."""
    given = dict(query_of(wanted))
    lists: Mapping[str, Mapping[str, int]] = {
        "severity": counts.severities,
        "verdict": counts.verdicts,
        "status": counts.statuses,
        "rule": counts.rules,
        "subject": counts.subjects,
        "source": counts.sources,
        "assignee": counts.assignees,
        "second_opinion": counts.second_opinions,
    }
    return tuple(_choice(name, numbers, given.get(name, ""), words) for name, numbers in lists.items())


def _choice(name: str, numbers: Mapping[str, int], given: str, words: Words) -> Choice:
    first = [Option("", words(f"filter.any_{name}"), None, not given)]
    if name == "status":
        first.append(Option(ANY, words("filter.every_status"), None, given == ANY))
    shown = dict(numbers) if not given or given in numbers or given == ANY else {given: 0, **numbers}
    rest = (Option(value, words.word(name, value), number, value == given) for value, number in shown.items())
    return Choice(name, (*first, *rest))
