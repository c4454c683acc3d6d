"""What a model would be asked: the passages of sources that have no answer yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from claims.reader.passage import Passage
from claims.reader.reader import Reader
from registry import load
from registry.connection import Registry, memory_registry, open_registry
from registry.ingest import in_force
from registry.method import Method
from registry.reader.answers import answers, recipe, unanswered
from registry.reader.cost import tokens_of
from registry.reader.reading import passages
from registry.selection import Submission
from sources import files
from sources.errors import SourceError


@dataclass(frozen=True, slots=True)
class Wanted:
    """The passages of one source that have no answer, without those of a source before it."""

    source: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be asked of ``reader``, source by source."""

    reader: Reader
    wanted: tuple[Wanted, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, in order."""
        return tuple(passage for wanted in self.wanted for passage in wanted.passages)

    @property
    def tokens(self) -> int:
        """About how many tokens they take, if every answer fits at the first attempt."""
        return sum(map(tokens_of, self.passages))


def plan(database: Path, submissions: Sequence[Submission | SourceError], method: Method, reader: Reader) -> Plan:
    """What ``reader`` is to be asked before ``submissions`` are registered at ``database``; nothing is written.

    A source that cannot be read is passed over: whoever registers it says so.
    """
    with ExitStack() as stack:
        opened = open_registry(database) if database.exists() else memory_registry()
        registry = stack.enter_context(opened)
        method = replace(in_force(registry, method), reader=reader)
        seen: set[str] = set()
        found = []
        for item in submissions:
            if isinstance(item, Submission):
                fresh = [p for p in _passages(registry, item, method) if p.key not in seen]
                known = answers(registry.db, reader, {p.key for p in fresh})
                if left := {p.key: p for p in fresh if p.key not in known}:
                    found.append(Wanted(item.ref.name, tuple(left.values())))
                    seen |= left.keys()
        return Plan(reader, tuple(found))


def _passages(registry: Registry, submission: Submission, method: Method) -> Iterator[Passage]:
    """The passages of a source as it will be registered; none where all of them are known to have an answer."""
    db = registry.db
    ref = submission.completed(load.source_named(db, submission.ref.name))
    try:
        document = files.load(submission.ref)
    except SourceError:
        return
    owner = load.owner(db, document.sha256)
    told = (ref.language, ref.published, ref.title)
    if owner:
        registered = (owner.language, owner.published, owner.title)
        told = told if owner.name == ref.name else registered
        read = load.reading(db, document.sha256)[0] == recipe(db, owner, method)
        if read and told == registered and method.reader and not unanswered(db, document.sha256, method.reader):
            return
    yield from passages(document, *told, method)
