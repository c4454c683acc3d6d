"""The whole line: read → extract → save → find candidates → compare → save, one transaction a source.

What stands in the registry afterwards depends on which sources are registered, in which order, under which aliases
and thresholds; not on the way there. So adding one article gives what a full run gives, and an interrupted run is
finished by the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from claims.compare import compare_documents
from claims.extract import extract
from claims.model import Claim, Comparison
from claims.watch.entry import FORMAT
from claims.watch.statement import statements
from registry import load, past, save
from registry.candidates import Bout, bouts
from registry.changes import Changes, ChangeSum, findings
from registry.connection import Registry, open_registry
from registry.method import Method, Stale
from registry.model import Source, Totals
from registry.reader.answers import Coverage, coverage, judge_in_force, put_in_force, reader_in_force, recipe
from registry.reader.doubts import Judged, judge_between, judged, outdated
from registry.reader.reading import grammar, read_with
from registry.reopening import renew_reopenings
from registry.rereading import Edits, carry_over, standing
from registry.rows import source_row
from registry.selection import Submission
from registry.watch_list import Standing, standings
from sources import files
from sources.document import Document
from sources.errors import SourceError
from sources.reference import SourceRef


class Outcome(StrEnum):
    """What became of a submitted source. ``updated`` is the same text under changed metadata."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    UPDATED = "updated"
    FAILED = "failed"


Progress = Callable[[str, Outcome, int, int], None]
"""Told after each source: its name, what became of it, its number and how many there are."""


Judging = Callable[[Registry, Method], None]
"""Asks a model about the doubtful pairs of a registry, and keeps what it says."""


def silent(_name: str, _outcome: Outcome, _number: int, _total: int) -> None:
    """Progress for those who do not watch."""


@dataclass(slots=True)
class Summary:
    """What a run did so far.

    ``reread`` counts documents read anew because the release, aliases, thresholds or watched facts had changed;
    ``standings`` the watched facts by how they stand. ``changes`` sums up what became of the findings, ``outdated``
    counts the documents that another release has read, ``second`` what a second reader has read of the registry and
    ``judged`` the pairs that it has judged.
    """

    outcomes: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    failures: list[SourceError] = field(default_factory=list)
    reread: int = 0
    totals: Totals | None = None
    standings: Counter[Standing] = field(default_factory=Counter)
    changes: ChangeSum = field(default_factory=ChangeSum)
    outdated: int = 0
    second: Coverage | None = None
    judged: Judged | None = None

    @property
    def done(self) -> int:
        """How many sources are registered as asked."""
        return sum(self.outcomes.values()) - self.outcomes[Outcome.FAILED]

    @property
    def changed(self) -> bool:
        """Whether anything was read that had not been read before in this way."""
        return self.reread > 0 or self.done > self.outcomes[Outcome.UNCHANGED]


def add(
    database: Path,
    submissions: Sequence[Submission | SourceError],
    method: Method,
    progress: Progress = silent,
    summary: Summary | None = None,
    judging: Judging | None = None,
) -> Summary:
    """Registers sources and compares what they say with everything registered.

    A source that cannot be read is noted in the summary, and the others go on. A registry that is not there is made
    once a source has been read. ``summary`` may be handed in by a caller who wants to know how far an interrupted
    run came. ``judging`` asks about pairs that are in doubt once all sources are in, and what it is told counts. Raises
    RegistryError when the registry cannot be used.
    """
    summary = summary or Summary()
    changes = Changes()
    with ExitStack() as stack:
        registry: Registry | None = None
        if database.exists():
            registry = stack.enter_context(open_registry(database))
            method = in_force(registry, method)
            summary.reread = refresh(registry, method, changes)
        for number, item in enumerate(submissions, 1):
            name, outcome = item.place if isinstance(item, SourceError) else item.ref.name, Outcome.FAILED
            try:
                document = _read(item)
            except SourceError as error:
                summary.failures.append(error)
            else:
                assert not isinstance(item, SourceError)
                if registry is None:
                    registry = stack.enter_context(open_registry(database, create=True))
                    refresh(registry, method, changes)
                outcome = add_source(registry, item, document, method, changes)
            summary.outcomes[outcome] += 1
            progress(name, outcome, number, len(submissions))
        if registry is not None:
            if judging:
                judging(registry, method)
                _judge_anew(registry, method, changes)
            summary.totals = load.totals(registry.db)
            summary.standings = standings(registry.db)
            summary.changes = changes.sum(registry.db)
            summary.outdated = load.outdated(registry.db, method.release)
            _sum_up_reader(registry, method, summary)
    return summary


def _sum_up_reader(registry: Registry, method: Method, summary: Summary) -> None:
    summary.second = coverage(registry.db, method.reader) if method.reader else None
    summary.judged = judged(registry.db, method.judge) if method.judge else None


def add_source(
    registry: Registry,
    submission: Submission,
    document: Document,
    method: Method,
    changes: Changes | None = None,
    *,
    comparing: bool = True,
) -> Outcome:
    """Registers one source that has been read, in one transaction; the text it had before becomes an old version.

    Without ``comparing`` its claims are stored and not compared, until :func:`compare_with_all` does it.
    """
    db = registry.db
    ref, outcome = _planned(registry, submission, document)
    if outcome is Outcome.UNCHANGED:
        return outcome
    if load.owner(db, document.sha256) is None:
        # Extraction takes the longest by far; its result is remembered, so that the lock is held for less.
        if method.reader and document.format != FORMAT:
            grammar(document, ref.language, ref.published, ref.title, method)
        else:
            _extracted(document, ref.language, ref.published, ref.title, method)
    with registry.transaction():
        ref, outcome = _planned(registry, submission, document)
        before = load.source_named(db, ref.name)
        replaced = before.document if before else document.sha256
        with _carried_over(registry, {document.sha256: document.sha256, replaced: document.sha256}, changes):
            save.save_document(db, document)
            save.save_source(db, source_row(ref, document.sha256))
            if replaced != document.sha256:
                _settle(registry, replaced, method, comparing=comparing)
            _settle(registry, document.sha256, method, comparing=comparing)
    return outcome


def compare_with_all(registry: Registry, documents: Sequence[str], method: Method) -> None:
    """Compares documents that were added without comparing, by their hashes, with all that is registered.

    The fact sheet, which may be among them, has been compared with itself when it was registered.
    """
    sheet = load.sheet_source(registry.db)
    with registry.transaction():
        for number, sha256 in enumerate(documents):
            done = [*documents[:number], *([sha256] if sheet and sheet.document == sha256 else [])]
            save.save_pairs(registry.db, _compared(registry, sha256, method, without=done))
        past.forget_what_is_back(registry.db)
        renew_reopenings(registry.db)


def remove_source(registry: Registry, source: Source, method: Method) -> None:
    """Takes a source out with all its texts, in one transaction.

    Where its document has another name, that one speaks for it now.
    """
    db = registry.db
    with registry.transaction():
        speaker = load.owner(db, source.document)
        if speaker and speaker.id == source.id:
            save.drop_claims(db, source.document)
        save.drop_source(db, source)
        _settle(registry, source.document, method)
        save.drop_unused_documents(db)
        renew_reopenings(db)


def refresh(
    registry: Registry,
    method: Method,
    changes: Changes | None = None,
    stale: Stale = Stale.METHOD,
    progress: Progress = silent,
) -> int:
    """Reads anew, one transaction each, the documents that are ``stale``; their number."""
    db = registry.db
    if load.aliases(db) != method.aliases:
        with registry.transaction():
            save.save_aliases(db, method.aliases)
    if (reader_in_force(db), judge_in_force(db)) != (method.reader, method.judge):
        with registry.transaction():
            put_in_force(db, method.reader, method.judge)
    _keep_sheet(registry, method, changes)
    chosen = [source for source in load.owners(db) if not _is_current(registry, source, method, stale)]
    for number, source in enumerate(chosen, 1):
        with registry.transaction(), _carried_over(registry, {source.document: source.document}, changes):
            _settle(registry, source.document, method, stale=stale)
        progress(source.name, Outcome.UPDATED, number, len(chosen))
    _judge_anew(registry, method, changes)
    return len(chosen)


def _judge_anew(registry: Registry, method: Method, changes: Changes | None) -> None:
    """Compares anew, one transaction each, the pairs of documents on whose doubtful pairs an answer has come."""
    for document, other in outdated(registry.db, method.judge) if method.judge else ():
        edits = {document: document, other: other}
        with registry.transaction(), _carried_over(registry, edits, changes):
            save.drop_pairs(registry.db, document, other)
            save.save_pairs(registry.db, _compared(registry, document, method, only=other))


def _keep_sheet(registry: Registry, method: Method, changes: Changes | None) -> None:
    """Registers the fact sheet, or takes it out when there is none any more."""
    known = load.sheet_source(registry.db)
    if method.sheet:
        submission = Submission(SourceRef(method.sheet.name), declared=True)
        add_source(registry, submission, method.sheet.document, method, changes)
    elif known:
        remove_source(registry, known, method)


def refresh_registry(
    database: Path, method: Method, stale: Stale = Stale.METHOD, progress: Progress = silent
) -> Summary:
    """:func:`refresh` for the registry at ``database``, summed up; nothing where there is none."""
    summary, changes = Summary(), Changes()
    if database.exists():
        with open_registry(database) as registry:
            summary.reread = refresh(registry, in_force(registry, method), changes, stale, progress)
            summary.totals = load.totals(registry.db)
            summary.changes = changes.sum(registry.db)
            _sum_up_reader(registry, in_force(registry, method), summary)
    return summary


@contextmanager
def _carried_over(registry: Registry, edits: Edits, changes: Changes | None) -> Iterator[None]:
    """Keeps what the block takes away from the findings and claims of the documents, and follows what it changes."""
    db, documents = registry.db, {*edits, *edits.values()}
    before, found = standing(db, edits), findings(db, documents)
    yield
    carry_over(db, before, edits)
    if changes is not None:
        changes.note(found, findings(db, documents))


def in_force(registry: Registry, method: Method) -> Method:
    """``method``, with the registry's own aliases, watched facts and second reader where nothing names others."""
    if not method.from_file:
        method = replace(method, aliases=load.aliases(registry.db))
    if not method.reader_stated:
        method = replace(method, reader=reader_in_force(registry.db), judge=judge_in_force(registry.db))
    return method if method.sheet_from_file else replace(method, sheet=load.sheet(registry.db))


def _read(item: Submission | SourceError) -> Document:
    if isinstance(item, SourceError):
        raise item
    return files.load(item.ref)


def _planned(registry: Registry, submission: Submission, document: Document) -> tuple[SourceRef, Outcome]:
    """The source as it is to be registered, and what that will be called."""
    known = load.source_named(registry.db, submission.ref.name)
    ref = submission.completed(known)
    if known is None:
        return ref, Outcome.ADDED
    if known.document != document.sha256:
        return ref, Outcome.REPLACED
    same = load.source_row(registry.db, known.id).items() >= source_row(ref, document.sha256).items()
    return ref, Outcome.UNCHANGED if same else Outcome.UPDATED


def _settle(
    registry: Registry, sha256: str, method: Method, *, stale: Stale = Stale.METHOD, comparing: bool = True
) -> None:
    """Makes what is stored of a document follow from who speaks for it and from the method."""
    db = registry.db
    owner = load.owner(db, sha256)
    if owner is not None and _is_current(registry, owner, method, stale):
        return
    save.drop_claims(db, sha256)
    if owner is None:
        return
    document = load.document(db, sha256)
    if method.reader and document.format != FORMAT:
        claims = read_with(db, document, owner, method, method.reader)
    else:
        claims = _extracted(document, owner.language, owner.published, owner.title, method)
    save.save_claims(db, owner, document, claims, method)
    if comparing:
        save.save_pairs(db, _compared(registry, sha256, method))


def _is_current(registry: Registry, owner: Source, method: Method, stale: Stale = Stale.METHOD) -> bool:
    known, release = load.reading(registry.db, owner.document)
    if stale is Stale.ALL or known != recipe(registry.db, owner, method):
        return False
    return stale is Stale.METHOD or release == method.release


def _compared(
    registry: Registry, sha256: str, method: Method, *, without: Collection[str] = (), only: str | None = None
) -> Iterator[tuple[Bout, list[Comparison]]]:
    for bout in bouts(registry.db, sha256, without=without, only=only):
        judge = judge_between(registry.db, bout, method.judge) if method.judge else None
        found = compare_documents(bout.ours, bout.theirs, bout.pairs, judge)
        yield bout, [comparison for comparison in found if comparison.match.score >= method.thresholds.score]


@lru_cache(maxsize=1)
def _extracted(
    document: Document, language: str | None, published: str | None, title: str | None, method: Method
) -> tuple[Claim, ...]:
    if document.format == FORMAT:
        return statements(document, method.entries, method.names)
    return extract(
        document, language=language, published=published, title=title, aliases=method.names, facts=method.facts
    )
