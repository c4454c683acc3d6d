"""What changed in a pair since editors judged it, for people."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Fate
from registry.model import Closing, Judgement, Previous, Said, StoredClaim, StoredPair
from registry.reports.screen import Screen, plain, quoted, wrapped

_FATES = {
    Fate.CHANGED: "has changed",
    Fate.LOST: "cannot be found again for certain, because several passages fit",
    Fate.GONE: "is gone from its source",
}

_FOUND = {
    Judgement.A_WRONG: "one side wrong",
    Judgement.B_WRONG: "one side wrong",
    Judgement.BOTH_WRONG: "both wrong",
    Judgement.BOTH_RIGHT: "both right",
    Judgement.SUPERSEDED: "one superseded",
    Judgement.NOT_COMPARABLE: "the two not comparable",
    Judgement.MISREAD: "one misread",
    Judgement.UNSURE: "nothing certain",
}


def change_lines(pair: StoredPair, screen: Screen, lead: str = "") -> Iterator[str]:
    """Why a pair is reopened or closed, in a sentence or two behind ``lead``; nothing where neither is so."""
    for sentence in sentences(pair):
        yield from (f"{lead}{line}" for line in wrapped(plain(sentence), screen.width - len(lead)))


def side_by_side(said: Said, past: StoredClaim | None, now: StoredClaim, screen: Screen) -> Iterator[str]:
    """What a side said when it was decided on, over what stands in its place; ``past`` is the claim if it is kept."""
    width = screen.width - 9
    for word, text in (("was", _as_it_was(said, past)), ("now", _marked(now))):
        for line in wrapped(text, width):
            yield f"    {word:3}  {screen.lit(line)}"
            word = ""


def sentences(pair: StoredPair) -> Iterator[str]:
    """Why a pair is reopened or closed."""
    if pair.closing:
        yield _closed(pair.closing)
    elif pair.previous:
        previous = pair.previous
        changes = [
            _changed(letter, said, side)
            for letter, said, side in (("a", previous.a, pair.a), ("b", previous.b, pair.b))
            if said.key != side.claim.key
        ]
        yield f"Changed since: {'; '.join(changes)}. {_decided(previous)}"


def _closed(closing: Closing) -> str:
    fates = [f"{side} {_FATES[fate]}" for side, fate in (("a", closing.a), ("b", closing.b)) if fate in _FATES]
    said = " and ".join(fates) or "both statements stand, but are no longer held to speak of the same thing"
    where = f"; {closing.next} has taken its place" if closing.next else ""
    return f"Closed on {closing.at[:10]}: {said}{where}."


def _changed(letter: str, said: Said, side: StoredClaim) -> str:
    value = side.claim.value_quote
    if said.value_quote is None:
        return f"{letter} is worded otherwise than it was"
    if said.value_quote == value:
        return f"the wording around “{value}” ({letter})"
    return f"{letter} said “{said.value_quote}”, and says “{value}” now"


def _decided(previous: Previous) -> str:
    """Who had decided what; by the values of then, because the letters may have changed sides."""
    decision = previous.decision
    said = {side.key: side.value_quote for side in (previous.a, previous.b)}
    wrong = {Judgement.A_WRONG: said.get(decision.a_key), Judgement.B_WRONG: said.get(decision.b_key)}
    value = wrong.get(decision.judgement)
    words = f"“{value}” wrong" if value else _FOUND[decision.judgement]
    note = f": {decision.note}" if decision.note else ""
    return f"{decision.by} had found {words} on {decision.at[:10]} ({previous.key}){note}"


def _as_it_was(said: Said, past: StoredClaim | None) -> str:
    if past:
        return _marked(past)
    if said.quote is None or said.value_quote is None:
        return "(its words went with their source)"
    before, _, after = said.quote.partition(said.value_quote)
    return quoted(before, said.value_quote, after)


def _marked(stored: StoredClaim) -> str:
    """The whole sentence, because what changed may stand outside the quote."""
    claim = stored.claim
    place = claim.value_at
    return quoted(claim.sentence[: place.start], place.of(claim.sentence), claim.sentence[place.end :])
