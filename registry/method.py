"""What the claims of a document depend on besides its text."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field

from claims.aliases import Aliases
from registry.model import Source
from registry.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Method:
    """The names and thresholds in force. Without ``from_file`` a registry's own copy of the aliases holds instead."""

    aliases: Aliases = field(default_factory=Aliases)
    thresholds: Thresholds = field(default_factory=Thresholds)
    from_file: bool = True

    def recipe(self, owner: Source) -> str:
        """A fingerprint; claims found under another one have to be found anew.

        The owner's id goes in because claims are listed under the first source of their document.
        """
        ingredients = [
            [owner.id, owner.language, owner.published, owner.title],
            self.aliases.groups,
            asdict(self.thresholds),
        ]
        return hashlib.sha256(json.dumps(ingredients).encode()).hexdigest()[:16]
