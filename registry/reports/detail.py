"""One claim or one conflict in full, for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from registry.entries import undone
from registry.model import HeldValue
from registry.records import entry_record, held_record, pair_record, stored_claim_record
from registry.reports.change import change_lines, side_by_side
from registry.reports.held import held_lines, held_words, verification_words
from registry.reports.history import history
from registry.reports.reading import read_by, reading
from registry.reports.report import ClaimDetail, PairDetail, Passage
from registry.reports.screen import Screen, clipped, plain, quoted, wrapped
from registry.reports.text import ruling_lines, value_and_place

_INDENT = "    "


def write(found: ClaimDetail | PairDetail, screen: Screen) -> Iterator[str]:
    """One claim or one pair as text."""
    return claim_detail(found, screen) if isinstance(found, ClaimDetail) else pair_detail(found, screen)


def write_json(found: ClaimDetail | PairDetail, _screen: Screen) -> Iterator[str]:
    """One claim or one pair as a JSON object, with its history or its pairs."""
    if isinstance(found, ClaimDetail):
        record = stored_claim_record(found.passage.stored) | {"pairs": [pair_record(pair) for pair in found.pairs]}
    else:
        record = pair_record(found.pair) | {"features": list(found.features)}
    gone = undone(found.history)
    record |= {"history": [entry_record(entry, entry.id in gone) for entry in found.history]}
    record |= {"held_at_topic": [held_record(held) for held in found.held]}
    return iter(json.dumps(record, ensure_ascii=False, indent=2).splitlines())


def pair_detail(detail: PairDetail, screen: Screen) -> Iterator[str]:
    """The ruling, both quotes in context, and what the log says."""
    pair = detail.pair
    yield screen.styled(clipped(plain(pair.topic), screen.width), "bold", "underline")
    yield from ruling_lines(pair, screen)
    yield from wrapped(plain(pair.ruling.reason), screen.width)
    if detail.features:
        yield from _hanging("matched by ", "; ".join(detail.features), screen, "faint")
    yield from change_lines(pair, screen)
    yield from held_lines(pair, screen)
    for side, passage in (("a", detail.a), ("b", detail.b)):
        yield ""
        gone = passage.stored in pair.gone
        yield from _hanging(f"{side}   ", value_and_place(passage.stored, gone=gone), screen)
        yield from _passage(passage, screen)
        said = read_by(passage.stored.claim)
        read = f"read as {reading(passage.stored.claim)}{f', {said}' if said else ''}, claim {passage.stored.id}"
        yield from _hanging(_INDENT, read, screen, "faint")
    yield from _changes(detail, screen)
    yield ""
    yield from _topic(detail.held, screen)
    yield from history(detail.history, screen)


def _topic(held: Sequence[HeldValue], screen: Screen) -> Iterator[str]:
    """The values held to be right at the topic."""
    for value in held:
        yield from wrapped(plain(f"At this topic held to be right: {held_words(value)}."), screen.width)


def _changes(detail: PairDetail, screen: Screen) -> Iterator[str]:
    """Both wordings of each side that is not what it was when the pair was decided."""
    pair, previous = detail.pair, detail.pair.previous
    if previous:
        sides = ((previous.a, detail.a_was, pair.a, "a"), (previous.b, detail.b_was, pair.b, "b"))
        for said, past, side, letter in sides:
            if said.key != side.claim.key:
                yield ""
                yield f"What changed in {letter}:"
                yield from side_by_side(said, past, side, screen)


def claim_detail(detail: ClaimDetail, screen: Screen) -> Iterator[str]:
    """What the claim says and of whom, its quote in context, where it stands, and what it was compared with."""
    stored, claim = detail.passage.stored, detail.passage.stored.claim
    yield from _hanging(f"{stored.id}  ", value_and_place(stored), screen, "bold")
    yield from _passage(detail.passage, screen)
    fields = {
        "read as": f"{claim.kind.value} {reading(claim)}",
        "subject": claim.subject,
        "attribute": claim.attribute,
        "scope": claim.scope,
        "as of": claim.as_of,
        "modality": claim.modality.value,
        "said by": claim.attributed_to,
        "by a model": read_by(claim),
        "under": claim.section,
        "damaged": "stands in text that was garbled and repaired" if claim.damaged else None,
        "place": f"characters {claim.span.start}–{claim.span.end} of {stored.document[:12]}…",
        "sources": ", ".join(source.name for source in detail.sources),
        "verified": verification_words(stored.verified) if stored.verified else None,
    }
    for name, value in fields.items():
        if value:
            yield from _hanging(f"{_INDENT}{name:10} ", value, screen)
    for pair in detail.pairs:
        other = pair.b if pair.a.id == stored.id else pair.a
        yield ""
        yield from ruling_lines(pair, screen)
        yield from _hanging(_INDENT, value_and_place(other), screen)
    if detail.held or detail.history:
        yield ""
    yield from _topic(detail.held, screen)
    if detail.history:
        yield from history(detail.history, screen)


def _hanging(lead: str, text: str, screen: Screen, *styles: str) -> Iterator[str]:
    """``text`` behind ``lead``, its further lines set in as far."""
    for line in wrapped(plain(text), screen.width - len(lead)):
        yield f"{lead}{screen.styled(line, *styles)}"
        lead = " " * len(lead)


def _passage(passage: Passage, screen: Screen) -> Iterator[str]:
    claim = passage.stored.claim
    start, end = claim.value_span.start - claim.span.start, claim.value_span.end - claim.span.start
    quote = claim.quote
    text = quoted(f"{passage.before}{quote[:start]}", quote[start:end], f"{quote[end:]}{passage.after}")
    lines = "\n".join(f"{_INDENT}{line}" for line in wrapped(text, screen.width - len(_INDENT)))
    yield from screen.lit(lines).split("\n")
