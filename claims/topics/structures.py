"""All structures of a sentence that say what its values are said of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.model import ValueMention
from claims.topics.ages import aged
from claims.topics.changes import changed
from claims.topics.columns import in_columns
from claims.topics.context import Context
from claims.topics.entries import entered
from claims.topics.labels import labelled
from claims.topics.lifespans import lived
from claims.topics.lists import listed
from claims.topics.mentions import Mentions
from claims.topics.people import NOBODY, People
from claims.topics.placement import Placement
from claims.topics.reading import Reading
from claims.topics.tables import Row
from sources.span import Span


def placements(
    reading: Reading,
    mentions: Sequence[ValueMention],
    context: Context,
    row: Row | None,
    found: Mentions,
    people: People = NOBODY,
) -> Mapping[Span, Placement]:
    """To the span of each value that stands in a structure what its place there says of it.

    ``mentions`` are the value expressions of the sentence, ``found`` those of the text; ``row`` is the row of a table
    that the sentence is; ``people`` are the persons of the article.
    """
    if row is not None:
        return in_columns(reading, row, found)
    return {
        **aged(reading, mentions, context, people),
        **lived(reading, mentions),
        **changed(reading, mentions, context),
        **labelled(reading, mentions, context),
        **entered(reading, mentions),
        **listed(reading, mentions),
    }
