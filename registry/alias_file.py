"""The alias file: the names of subjects, in TOML, sorted, to be committed beside the articles.

::

    [aliases]
    "Alibaba Cloud" = ["阿里云", "阿里雲"]

Comments above an entry stay with it when the file is written again.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claims.aliases import Aliases, folded_name
from registry.config import read_toml
from sources.errors import ConfigError, UsageError

HEADER = "# Names of one subject: the name to report it under, and its other names.\n"


@dataclass(frozen=True, slots=True)
class AliasFile:
    """What an alias file says. ``comments`` holds the lines above each entry, by its name; ``header`` those on top."""

    path: Path
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    header: str = HEADER

    @property
    def aliases(self) -> Aliases:
        """The aliases as a value."""
        return Aliases.of(self.groups)

    def adding(self, name: str, others: Sequence[str]) -> AliasFile:
        """The file with ``others`` as further names of ``name``, which may itself be one of a group's names.

        Raises UsageError for an empty name and for one that already names another subject.
        """
        names = [" ".join(word.split()) for word in (name, *others)]
        if not all(names):
            raise UsageError("alias add", "a name is empty", "give the name and its other names")
        head = next((head for head, known in self.groups.items() if _among(names[0], (head, *known))), names[0])
        known = self.groups.get(head, ())
        for other in names[1:]:
            owner = next((h for h, k in self.groups.items() if h != head and _among(other, (h, *k))), None)
            if owner:
                raise UsageError(other, f"is a name of {owner} already", f"take it out of {self.path} first")
        new = [other for other in dict.fromkeys(names[1:]) if other != head and other not in known]
        return AliasFile(self.path, {**self.groups, head: (*known, *new)}, self.comments, self.header)

    def text(self) -> str:
        """The file as it is written."""
        lines = [self.header.rstrip("\n"), "", "[aliases]"] if self.header else ["[aliases]"]
        for name in sorted(self.groups):
            if name in self.comments:
                lines.append(self.comments[name])
            lines.append(f"{_quoted(name)} = [{', '.join(_quoted(other) for other in sorted(self.groups[name]))}]")
        return "\n".join(lines) + "\n"


def read_alias_file(path: Path) -> AliasFile:
    """The alias file at ``path``, an empty one when it is not there. Raises ConfigError for what it cannot mean."""
    if not path.exists():
        return AliasFile(path)
    table = read_toml(path)
    extra = sorted(set(table) - {"aliases"})
    if extra:
        raise ConfigError(str(path), f"`{extra[0]}` is no key of it", 'put the names under [aliases]: "name" = ["…"]')
    groups = table.get("aliases", {})
    if not isinstance(groups, dict):
        raise ConfigError(str(path), "`aliases` is not a table", 'write [aliases] and below it "name" = ["other name"]')
    _check(path, groups)
    header, comments = _comments(path.read_text(encoding="utf-8"))
    return AliasFile(path, {name: tuple(others) for name, others in groups.items()}, comments, header)


def write_alias_file(file: AliasFile) -> None:
    """Writes the file whole, or leaves the old one as it is. Raises ConfigError when it cannot be written."""
    draft = file.path.with_name(f".{file.path.name}.new")
    try:
        draft.write_text(file.text(), encoding="utf-8")
        draft.replace(file.path)
    except OSError as error:
        raise ConfigError(str(file.path), f"cannot be written ({error.strerror})", "check its folder") from error


def _check(path: Path, groups: Mapping[str, object]) -> None:
    owners: dict[str, str] = {}
    for name, others in groups.items():
        if not isinstance(others, list) or not all(isinstance(other, str) and other.strip() for other in others):
            raise ConfigError(str(path), f"`{name}` is not followed by a list of names", f'write "{name}" = ["…"]')
        for word in (name, *others):
            owner = owners.setdefault(folded_name(word), name)
            if owner != name:
                raise ConfigError(str(path), f"{word} is a name of {owner} and of {name}", "leave it with one of them")


def _comments(text: str) -> tuple[str, dict[str, str]]:
    """The comment lines before the table, and those above each of its entries."""
    header: list[str] = []
    pending: list[str] = []
    comments: dict[str, str] = {}
    inside = False
    entry = ""
    for line in text.splitlines():
        bare = line.strip()
        if entry or (inside and bare and not bare.startswith("#")):
            entry += line + "\n"
            names = _complete(entry)
            if names is not None:
                comments |= {name: "\n".join(pending) for name in names if pending}
                pending, entry = [], ""
        elif bare.startswith("[aliases]"):
            inside = True
        elif bare.startswith("#"):
            (pending if inside else header).append(bare)
    return "\n".join(header), comments


def _complete(entry: str) -> list[str] | None:
    """The names that a piece of a table gives values to; None while it goes on."""
    try:
        return list(tomllib.loads(entry))
    except tomllib.TOMLDecodeError:
        return None


def _among(name: str, names: Sequence[str]) -> bool:
    return folded_name(name) in {folded_name(known) for known in names}


def _quoted(text: str) -> str:
    # A JSON string is a TOML basic string but for DEL, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
