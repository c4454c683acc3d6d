"""The sentences of a clean text as the line reads them: each with its block, its values and the row that it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.left_out import LeftOut, Reason
from claims.model import ValueMention
from claims.sentences import sentences
from claims.topics.absences import absences
from claims.topics.instances import designations
from claims.topics.mentions import Mentions
from claims.topics.names import Names
from claims.topics.outline import outlined
from claims.topics.reading import Reading
from claims.topics.tables import Row, tables_in
from sources.cleaning import Block, CleanText
from sources.span import Span


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence read, the block it stands in, its value expressions and the row of a table that it is."""

    block: Block
    reading: Reading
    mentions: tuple[ValueMention, ...]
    row: Row | None = None


def read_sentences(
    text: CleanText, mentions: Mentions, names: Names, left_out: list[LeftOut]
) -> Iterator[ReadSentence]:
    """The sentences of ``text`` in order, no heads of tables and no code among them.

    ``mentions`` are the value expressions of the text and ``names`` the names known in it. What carries no claim
    because of where it stands is added to ``left_out``; all spans count code points of the clean text.
    """
    blocks = tuple(outlined(text.text, text.blocks))
    tables = tables_in(text.text, blocks)
    for block in blocks:
        if block.kind == "code" or block.span in tables.heads:
            left_out.append(LeftOut(block.span, Reason.CODE if block.kind == "code" else Reason.TABLE_HEAD))
            continue
        row = tables.rows.get(block.span)
        if row:
            left_out.append(LeftOut(Span(block.span.start, row.label.end), Reason.ROW_LABEL))
        for span in (block.span,) if row else sentences(text.text, block.span):
            inside = row.values(mentions) if row else mentions.inside(span)
            if span in tables.captions:
                units = [m for m in inside if not any(c.isdigit() for c in m.surface)]
                left_out += (LeftOut(m.span, Reason.CAPTION_UNIT) for m in units)
                inside = tuple(m for m in inside if m not in units)
            reading = Reading(text.text, span, tuple(m.span for m in inside), names.inside(span))
            if not row and (labels := designations(reading, inside)):
                left_out += (LeftOut(m.span, Reason.VERSION) for m in labels)
                inside = tuple(m for m in inside if m not in labels)
                reading = Reading(text.text, span, tuple(m.span for m in inside), names.inside(span))
            if not row and (none := absences(reading, inside)):
                inside = _with(inside, none)
                reading = Reading(text.text, span, tuple(m.span for m in inside), names.inside(span))
            yield ReadSentence(block, reading, inside, row)


def _with(mentions: Sequence[ValueMention], none: Sequence[ValueMention]) -> tuple[ValueMention, ...]:
    """``mentions`` and what is said to be none, in order, less the numbers that are part of that."""
    kept = [m for m in mentions if not any(m.span.overlaps(absent.span) for absent in none)]
    return tuple(sorted((*none, *kept), key=lambda mention: mention.span))


def beside(read: Sequence[ReadSentence], at: int, other: int) -> bool:
    """Whether both sentences stand in one paragraph."""
    return 0 <= other < len(read) and read[other].row is None and read[other].block is read[at].block


def torn(mentions: Sequence[ValueMention], read: Sequence[ReadSentence], left_out: Sequence[LeftOut]) -> list[LeftOut]:
    """The values that lie in no sentence and in nothing that was left out as a whole."""
    seen = [m.span for sentence in read for m in sentence.mentions]
    whole = set(seen)
    rest = [m.span for m in mentions if m.span not in whole and not any(span.contains(m.span) for span in seen)]
    return [LeftOut(span, Reason.TORN) for span in rest if not any(o.span.contains(span) for o in left_out)]
