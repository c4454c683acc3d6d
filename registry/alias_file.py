"""The alias file: the names of subjects, in TOML, sorted, to be committed beside the articles.

::

    [aliases]
    "Alibaba Cloud" = ["阿里云", "阿里雲"]

    [apart]
    "Alibaba" = ["阿里云"]

What stands under ``[apart]`` is never suggested as another name of the first. Comments above an entry stay with it
when the file is written again.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from claims.aliases import Aliases, folded_name
from registry.toml_file import read_toml
from sources.errors import ConfigError, UsageError

Groups = Mapping[str, tuple[str, ...]]

TABLES = ("aliases", "apart")
"""The tables of the file; the second is written only where it has entries."""

HEADER = "# Names of one subject: the name to report it under, and its other names.\n"


@dataclass(frozen=True, slots=True)
class AliasFile:
    """What an alias file says.

    ``groups`` are the aliases, ``apart`` the names that are not to be suggested, each by the name they stand behind.
    ``comments`` holds the lines above each entry, by its table and name; ``header`` those on top.
    """

    path: Path
    groups: Groups = field(default_factory=dict)
    comments: Mapping[tuple[str, str], str] = field(default_factory=dict)
    header: str = HEADER
    apart: Groups = field(default_factory=dict)

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
        return replace(self, groups={**self.groups, head: (*known, *new)})

    def text(self) -> str:
        """The file as it is written."""
        lines = [self.header.rstrip("\n"), ""] if self.header else []
        lines += self._lines("aliases", self.groups)
        if self.apart:
            lines += ["", *self._lines("apart", self.apart)]
        return "\n".join(lines) + "\n"

    def _lines(self, table: str, groups: Groups) -> Iterator[str]:
        yield from filter(None, [self.comments.get((table, ""))])
        yield f"[{table}]"
        for name in sorted(groups):
            if comment := self.comments.get((table, name)):
                yield comment
            yield f"{_quoted(name)} = [{', '.join(_quoted(other) for other in sorted(groups[name]))}]"


def read_alias_file(path: Path) -> AliasFile:
    """The alias file at ``path``, an empty one when it is not there. Raises ConfigError for what it cannot mean."""
    if not path.exists():
        return AliasFile(path)
    table = read_toml(path)
    extra = sorted(set(table) - set(TABLES))
    if extra:
        raise ConfigError(str(path), f"`{extra[0]}` is no key of it", 'put the names under [aliases]: "name" = ["…"]')
    groups, apart = (_groups(path, key, table.get(key, {})) for key in TABLES)
    _check_owners(path, groups)
    header, comments = _comments(path.read_text(encoding="utf-8"))
    return AliasFile(path, groups, comments, header, apart)


def write_alias_file(file: AliasFile) -> None:
    """Writes the file whole, or leaves the old one as it is. Raises ConfigError when it cannot be written."""
    draft = file.path.with_name(f".{file.path.name}.new")
    try:
        draft.write_text(file.text(), encoding="utf-8")
        draft.replace(file.path)
    except OSError as error:
        raise ConfigError(str(file.path), f"cannot be written ({error.strerror})", "check its folder") from error


def _groups(path: Path, key: str, table: object) -> dict[str, tuple[str, ...]]:
    """One table of the file: to each name a list of others."""
    if not isinstance(table, dict):
        raise ConfigError(str(path), f"`{key}` is not a table", f'write [{key}] and below it "name" = ["other name"]')
    for name, others in table.items():
        if not isinstance(others, list) or not all(isinstance(other, str) and other.strip() for other in others):
            raise ConfigError(str(path), f"`{name}` is not followed by a list of names", f'write "{name}" = ["…"]')
    return {name: tuple(others) for name, others in table.items()}


def _check_owners(path: Path, groups: Groups) -> None:
    owners: dict[str, str] = {}
    for name, others in groups.items():
        for word in (name, *others):
            owner = owners.setdefault(folded_name(word), name)
            if owner != name:
                raise ConfigError(str(path), f"{word} is a name of {owner} and of {name}", "leave it with one of them")


def _comments(text: str) -> tuple[str, dict[tuple[str, str], str]]:
    """The comment lines before the first table, and those above each entry, by its table and name.

    Those above a later table stand under an empty name.
    """
    header: list[str] = []
    pending: list[str] = []
    comments: dict[tuple[str, str], str] = {}
    table = entry = ""
    for line in text.splitlines():
        bare = line.strip()
        opened = next((key for key in TABLES if bare.startswith(f"[{key}]")), None)
        if opened and not entry:
            if pending:
                comments[opened, ""] = "\n".join(pending)
            table, pending = opened, []
        elif entry or (table and bare and not bare.startswith("#")):
            entry += line + "\n"
            names = _complete(entry)
            if names is not None:
                comments |= {(table, name): "\n".join(pending) for name in names if pending}
                pending, entry = [], ""
        elif bare.startswith("#"):
            (pending if table else header).append(bare)
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
