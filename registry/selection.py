"""Which sources a command means: those of a manifest, of its arguments and of ``claims.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from registry.config import Settings
from registry.model import Source
from sources import files
from sources.errors import SourceError, UsageError
from sources.manifest import read_manifest
from sources.published import check_published
from sources.reference import SourceRef


@dataclass(frozen=True, slots=True)
class Submission:
    """A source to be registered. ``declared`` when a manifest says all there is to know of it."""

    ref: SourceRef
    declared: bool = False

    def completed(self, known: Source | None) -> SourceRef:
        """The source with what is registered of it already: a bare path says nothing against that."""
        if self.declared or known is None:
            return self.ref
        return replace(
            self.ref,
            title=self.ref.title or known.title,
            publisher=self.ref.publisher or known.publisher,
            published=self.ref.published or known.published,
            language=self.ref.language or known.language,
            url=self.ref.url or known.url,
            extra={**known.extra, **self.ref.extra},
        )


def select(
    settings: Settings, paths: Sequence[Path], manifest: Path | None, published: str | None
) -> tuple[Submission | SourceError, ...]:
    """The sources that arguments name; without arguments those that ``claims.toml`` names.

    ``published`` is the date of ``paths``. Raises ManifestError for a manifest that is itself wrong, UsageError for
    a wrong date and where nothing is named; a source that cannot be found comes back as its error.
    """
    if not paths and not manifest:
        paths, manifest = settings.source_paths(), settings.manifest
    if not paths and not manifest:
        raise UsageError("add", "no sources are named", "give files or folders, or --manifest FILE")
    if published is not None:
        published = _checked(published, paths)
    listed = read_manifest(manifest, project=settings.folder) if manifest else ()
    given = files.expand(paths, project=settings.folder)
    if manifest and not listed and not given:
        raise UsageError(str(manifest), "lists no sources", "write a row for each")
    return (
        *(Submission(ref, declared=True) for ref in listed),
        *(ref if isinstance(ref, SourceError) else Submission(replace(ref, published=published)) for ref in given),
    )


def _checked(published: str, paths: Sequence[Path]) -> str:
    if not paths:
        raise UsageError("--published", "dates paths, and none is given", "put the dates into the manifest")
    try:
        return check_published(published)
    except ValueError as error:
        raise UsageError("--published", str(error), "write 2025, 2025-04 or 2025-04-09") from error
