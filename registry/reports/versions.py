"""The versions of a source, and how two of them differ, for people and for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from difflib import unified_diff

from registry.reports.screen import Screen, clipped, plain
from registry.reports.wording import counted
from registry.versions import Text, Version

_COLOURS = {"-": "red", "+": "green", "@": "cyan"}


def write(versions: Sequence[Version], screen: Screen) -> Iterator[str]:
    """One line a version, the present one last."""
    for version in versions:
        present = version is versions[-1]
        parts = [
            f"{version.added[:16]}Z",
            f"published {version.published}" if version.published else "",
            counted(version.characters, "character"),
            counted(version.claims, "claim"),
            version.document[:12],
            "present" if present else "",
        ]
        line = f"{version.number:>3}  {clipped(plain(' · '.join(filter(None, parts))), screen.width - 5)}"
        yield screen.styled(line, "bold") if present else line


def write_json(versions: Sequence[Version], _screen: Screen) -> Iterator[str]:
    """The versions as a JSON list; ``document`` is the SHA-256 of the bytes."""
    return iter(json.dumps([asdict(version) for version in versions], ensure_ascii=False, indent=2).splitlines())


def differences(old: Text, new: Text, screen: Screen) -> Iterator[str]:
    """The lines that differ, in the manner of diff(1); nothing where none does."""
    lines = unified_diff(
        old.document.text.splitlines(),
        new.document.text.splitlines(),
        f"{old.version.source} version {old.version.number}",
        f"{new.version.source} version {new.version.number}",
        n=1,
        lineterm="",
    )
    for line in lines:
        mark, text = line[:1], plain(line[1:])
        yield screen.styled(f"{mark}{text}", _COLOURS[mark]) if mark in _COLOURS else f"{mark}{text}"
