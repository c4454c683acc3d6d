"""The two sides of a check: the sources that are checked, and all that they are held against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from registry.checking.git import changed_since
from registry.checking.request import Request
from registry.config import Settings
from registry.selection import Submission, select
from sources import files
from sources.document import Document
from sources.errors import SourceError, UsageError
from sources.readers import read
from sources.reference import SourceRef, source_name

STANDARD_INPUT = "-"
"""The name of a draft that stands for no file."""


Item = Submission | SourceError
"""A source to be read, or why there is none."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A source that has been read. ``checked`` tells whether it stands on the changed side."""

    submission: Submission
    document: Document
    checked: bool

    @property
    def name(self) -> str:
        """The name of the source."""
        return self.submission.ref.name


@dataclass(frozen=True, slots=True)
class Sides:
    """What was asked for: the sources as they are to be registered, in order, and the errors of the others.

    ``sheet_checked`` says that the fact sheet of ``claims.toml`` stands on the changed side too.
    """

    drafts: tuple[Draft, ...]
    failures: tuple[SourceError, ...]
    sheet_checked: bool = False


def sides_of(settings: Settings, request: Request) -> Sides:
    """The sources of the project, with those that ``request`` names on the changed side.

    Raises UsageError where nothing is named, where the revision is none, and ManifestError for a wrong manifest.
    """
    paths, on_sheet = _without_sheet(settings, request.paths)
    project = _project(settings, request)
    named = () if on_sheet and not paths else _named(settings, replace(request, paths=paths), project)
    sheet_checked = on_sheet or (not request.paths and request.draft is None)
    checked = {item.ref.name for item in named if isinstance(item, Submission)}
    if request.since is not None:
        changed = changed_since(request.since, settings.folder)
        checked &= {item.ref.name for item in (*project, *named) if isinstance(item, Submission) and _in(item, changed)}
        sheet_checked = sheet_checked and settings.file is not None and settings.file.resolve() in changed
    drafts: list[Draft] = []
    failures: list[SourceError] = []
    draft = _draft(settings, request)
    for item in _once((*project, *named)):
        try:
            if isinstance(item, SourceError):
                raise item
            if draft and item.ref.name == draft.name:
                drafts.append(Draft(item, draft.document, checked=True))
                draft = None
            else:
                drafts.append(Draft(item, files.load(item.ref), item.ref.name in checked))
        except SourceError as error:
            failures.append(error)
    return Sides((*drafts, *([draft] if draft else [])), tuple(failures), sheet_checked)


def _without_sheet(settings: Settings, paths: Sequence[Path]) -> tuple[tuple[Path, ...], bool]:
    """The paths but for that of ``claims.toml``, whose fact sheet is no article; and whether it was among them."""
    if settings.file is None:
        return tuple(paths), False
    sheet = settings.file.resolve()
    articles = tuple(path for path in paths if path.resolve() != sheet)
    return articles, len(articles) < len(paths)


def _project(settings: Settings, request: Request) -> tuple[Item, ...]:
    """The sources that ``claims.toml`` names; a registry holds its own."""
    if request.database or not (settings.sources or settings.manifest):
        return ()
    return select(settings, (), None, None)


def _named(settings: Settings, request: Request, project: Sequence[Item]) -> tuple[Item, ...]:
    """The sources that the request names: its paths, else those of the project."""
    if not request.paths:
        if request.draft is not None:
            return ()
        if project:
            return tuple(project)
        if settings.sources or settings.manifest:
            return select(settings, (), None, None)
        raise UsageError("check", "no sources are named", "give files or folders, or `-` for standard input")
    found = files.expand(request.paths, project=settings.folder)
    return tuple(item if isinstance(item, SourceError) else Submission(item) for item in found)


def _draft(settings: Settings, request: Request) -> Draft | None:
    if request.draft is None:
        return None
    path = request.draft_name
    name = source_name(path, settings.folder) if path else STANDARD_INPUT
    return Draft(Submission(SourceRef(name, path=path)), read(request.draft, name), checked=True)


def _once(items: Sequence[Item]) -> Iterator[Item]:
    """Each source once, as it is named first: a manifest knows more of it than a bare path."""
    seen: set[str] = set()
    for item in items:
        name = item.ref.name if isinstance(item, Submission) else str(item)
        if name not in seen:
            seen.add(name)
            yield item


def _in(item: Submission, changed: frozenset[Path]) -> bool:
    return item.ref.path is not None and item.ref.path.resolve() in changed
