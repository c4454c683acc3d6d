"""All structures of a sentence that say what its values are said of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.model import ValueMention
from claims.topics.lists import listed
from claims.topics.placement import Placement
from claims.topics.reading import Reading
from sources.span import Span


def placements(reading: Reading, mentions: Sequence[ValueMention]) -> Mapping[Span, Placement]:
    """To the span of each value that stands in a list, a bracket or a label what that place says of it."""
    return listed(reading, mentions)
