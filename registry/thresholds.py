"""The numbers that an editor may turn, in ``[thresholds]`` of ``claims.toml``."""

from __future__ import annotations

from dataclasses import dataclass, field, fields


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Every field is a key of the table; its metadata holds the lowest and the highest value allowed."""

    score: float = field(default=0.0, metadata={"range": (0.0, 1.0)})
    """How sure the matcher must be that two claims speak of the same thing for their pair to be kept."""


RANGES: dict[str, tuple[float, float]] = {entry.name: entry.metadata["range"] for entry in fields(Thresholds)}
"""The keys of the table with the range of each."""
