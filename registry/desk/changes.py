"""What changed in a finding since editors judged it, in the words of a language."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Fate
from registry.desk.language import Words
from registry.model import Closing, Judgement, Previous, Said, StoredClaim, StoredPair


def changes_of(pair: StoredPair, words: Words) -> Iterator[str]:
    """Why a finding is closed or reopened, a sentence each; nothing where neither is so."""
    if pair.closing:
        yield _closed(pair.closing, words)
    elif pair.previous:
        for letter, said, side in (("A", pair.previous.a, pair.a), ("B", pair.previous.b, pair.b)):
            if said.key != side.claim.key:
                yield _changed(letter, said, side, words)
        yield _decided(pair.previous, words)


def _closed(closing: Closing, words: Words) -> str:
    fates = [
        words(f"changed.{fate.value}", side=side)
        for side, fate in (("A", closing.a), ("B", closing.b))
        if fate is not Fate.STANDS
    ]
    return " ".join((words("changed.closed", date=closing.at[:10]), *(fates or [words("changed.apart")])))


def _changed(letter: str, said: Said, side: StoredClaim, words: Words) -> str:
    value = side.claim.value_quote
    if said.value_quote is None:
        return words("changed.reworded", side=letter)
    if said.value_quote == value:
        return words("changed.around", side=letter, value=value)
    return words("changed.value", side=letter, old=said.value_quote, new=value)


def _decided(previous: Previous, words: Words) -> str:
    """Who had decided what; by the value of then, because the letters may have changed sides."""
    decision = previous.decision
    wrong = {Judgement.A_WRONG: decision.a_key, Judgement.B_WRONG: decision.b_key}.get(decision.judgement)
    value = next((side.value_quote for side in (previous.a, previous.b) if wrong and side.key == wrong), None)
    found = words("changed.wrong", value=value) if value else words(f"decision.{decision.judgement.value}")
    said = words("changed.decided", name=decision.by, date=decision.at[:10], decision=found)
    return f"{said} {decision.note}" if decision.note else said
