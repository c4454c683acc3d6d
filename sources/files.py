"""The files and folders sources are read from; in this room nothing else touches the disk."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from sources.document import Document
from sources.errors import SourceError
from sources.readers import READERS, read, suffix_of
from sources.reference import SourceRef, source_name

__all__ = ["expand", "load", "read_bytes", "source_name"]

_URL = re.compile(r"(https?):/+(?=[^/])")


def expand(paths: Sequence[Path], *, project: Path | None = None) -> tuple[SourceRef | SourceError, ...]:
    """The sources that ``paths`` name, in order, each once; in the place of what is none, the error that says why.

    A folder stands for the files with a known suffix in it and below, in sorted order, hidden ones left out; any
    other file is a source because it is named. Names are relative to ``project``, by default the current folder.
    """
    project = project or Path()
    found: dict[str, SourceRef | SourceError] = {}
    for path in paths:
        for source in _sources(path, project):
            found.setdefault(source.name if isinstance(source, SourceRef) else str(source), source)
    return tuple(found.values())


def load(ref: SourceRef) -> Document:
    """The document that ``ref`` refers to. Raises SourceError, under the name of ``ref``, if it cannot be read."""
    if ref.path is None:
        raise SourceError(ref.name, "cannot be fetched yet", "save the page and add the file")
    return read(read_bytes(ref.path, ref.name), ref.name)


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of the file at ``path``; SourceError, under ``name``, where there is none to read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(name, error) from None


def _sources(path: Path, project: Path) -> Iterator[SourceRef | SourceError]:
    if url := _URL.match(str(path)):
        # A Path has folded the two slashes into one.
        address = f"{url[1]}://{str(path)[url.end() :]}"
        yield SourceRef(address, url=address)
        return
    name = source_name(path, project)
    try:
        path.stat()
        if path.is_dir():
            articles = [file for file in _files(path) if suffix_of(file.name) in READERS]
            yield from (SourceRef(source_name(file, project), path=file) for file in articles)
            if not articles:
                remedy = "put articles into it or name files; known suffixes are " + ", ".join(READERS)
                yield SourceError(name, "is a folder without articles", remedy)
        elif path.is_file():
            yield SourceRef(name, path=path)
        else:
            yield SourceError(name, "is neither a file nor a folder", "name a file or a folder")
    except OSError as error:
        yield _unreadable(name, error)


def _files(folder: Path) -> Iterator[Path]:
    """The files in ``folder`` and below, in sorted order, without hidden ones; links to folders are not followed."""
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _files(entry)
        elif entry.is_file():
            yield entry


def _unreadable(name: str, error: OSError) -> SourceError:
    if isinstance(error, FileNotFoundError):
        return SourceError(name, "does not exist", "check the name")
    if isinstance(error, IsADirectoryError):
        return SourceError(name, "is a folder, not a file", "name the files in it")
    return SourceError(name, f"cannot be read ({error.strerror or os.strerror(error.errno or 0)})", "check the file")
