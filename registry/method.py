"""What the claims of a document depend on besides its text."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from enum import Enum
from functools import cache, cached_property
from importlib.metadata import version

from claims.aliases import Aliases
from claims.reader.reader import Reader
from claims.watch.entry import Entry
from claims.watch.fact import Fact, with_names
from claims.watch.statement import facts_of
from registry.fact_sheet import FactSheet
from registry.model import Source
from registry.thresholds import Thresholds


class Stale(Enum):
    """Which documents are to be read anew: ``RELEASE`` and ``ALL`` include what stands before them."""

    METHOD = "found under other names, thresholds or watched facts"
    RELEASE = "found by another release"
    ALL = "all"


@dataclass(frozen=True)
class Method:
    """The names, thresholds and watched facts in force.

    Without ``from_file`` a registry's own copy of the aliases holds instead, without ``sheet_from_file`` its own fact
    sheet, without ``reader_stated`` the second reader that its texts were read with last and the judge of its pairs.
    """

    aliases: Aliases = field(default_factory=Aliases)
    thresholds: Thresholds = field(default_factory=Thresholds)
    from_file: bool = True
    sheet: FactSheet | None = None
    sheet_from_file: bool = True
    reader: Reader | None = None
    judge: Reader | None = None
    reader_stated: bool = True

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The watched facts."""
        return self.sheet.entries if self.sheet else ()

    @cached_property
    def names(self) -> Aliases:
        """The names by which subjects are found in a text: those of the alias list and of the watched facts."""
        return with_names(self.aliases, self.entries)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The watched facts as claims are held against them."""
        return facts_of(self.entries, self.names)

    @property
    def release(self) -> str:
        """The release that is running."""
        return _release()

    def recipe(self, owner: Source, answers: str = "") -> str:
        """A fingerprint; claims found under another one have to be found anew.

        The owner's id goes in because claims are listed under the first source of their document. ``answers`` is the
        fingerprint of what the second reader answered on it.
        """
        ingredients: list[object] = [
            [owner.id, owner.language, owner.published, owner.title],
            self.aliases.groups,
            asdict(self.thresholds),
        ]
        if self.entries:
            ingredients.append([[*f.keys, *sorted(f.names), f.dimension, f.scope] for f in self.facts])
        if self.reader:
            ingredients.append([self.reader.model, self.reader.prompt, answers])
        if self.judge:
            ingredients.append([self.judge.model, self.judge.prompt])
        return hashlib.sha256(json.dumps(ingredients).encode()).hexdigest()[:16]


@cache
def _release() -> str:
    return version("claim-registry")
