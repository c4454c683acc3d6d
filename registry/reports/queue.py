"""What a review shows: one matter of the queue, its keys, and how far the editor has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from registry.model import Judgement, SecondOpinion, Status, StoredPair
from registry.reports.detail import pair_detail
from registry.reports.report import PairDetail
from registry.reports.screen import Screen, plain, wrapped
from registry.reports.wording import counted

_WORDS = {
    Judgement.A_WRONG: "a is wrong",
    Judgement.B_WRONG: "b is wrong",
    Judgement.BOTH_WRONG: "both are wrong",
    Judgement.BOTH_RIGHT: "both are right: scope, date or definition differ",
    Judgement.SUPERSEDED: "right once, no longer",
    Judgement.NOT_COMPARABLE: "they do not speak of the same thing",
    Judgement.MISREAD: "the machine read a side wrongly",
    Judgement.UNSURE: "unsure: it stays open",
}
_SHORT = {
    Judgement.A_WRONG: "a wrong",
    Judgement.B_WRONG: "b wrong",
    Judgement.BOTH_WRONG: "both wrong",
    Judgement.BOTH_RIGHT: "both right",
    Judgement.SUPERSEDED: "superseded",
    Judgement.NOT_COMPARABLE: "not comparable",
    Judgement.MISREAD: "misread",
    Judgement.UNSURE: "unsure",
}
_OTHERS = (
    ("space", "leave it as it is and go on"),
    ("backspace", "go back, and take back what was decided there"),
    ("t", "type a note that goes with the next decision"),
    ("v", "type the value that is right; it goes with the next decision"),
    ("f", "put a flag on it, or take it off"),
    ("g", "give it to an editor, or to nobody"),
    ("o", "ask for a second opinion, or withdraw that"),
    ("?", "show this"),
    ("q", "end; everything decided is kept"),
)


def matter(detail: PairDetail, number: int, total: int, screen: Screen) -> Iterator[str]:
    """One pair with its number in the queue, both quotes in context and what the log says of it."""
    yield ""
    yield screen.styled(f"{number} of {total}", "bold")
    yield from pair_detail(detail, screen)


def key_line(keys: dict[str, Judgement], screen: Screen) -> Iterator[str]:
    """The keys on as few lines as they need."""
    parts = [f"[{key}] {_SHORT[judgement]}" for key, judgement in keys.items()]
    parts += ["[space] skip", "[backspace] undo", "[?] help", "[q] quit"]
    line = ""
    for part in parts:
        if line and len(line) + 2 + len(part) > screen.width:
            yield screen.styled(line, "faint")
            line = ""
        line = f"{line}  {part}" if line else part
    yield screen.styled(line, "faint")


def key_help(keys: dict[str, Judgement]) -> Iterator[str]:
    """Every key with what it does, one a line."""
    yield from (f"  {key:10} {_WORDS[judgement]}" for key, judgement in keys.items())
    yield from (f"  {key:10} {what}" for key, what in _OTHERS)


def meanwhile(detail: PairDetail, screen: Screen) -> Iterator[str]:
    """Says that another editor has decided since the queue was drawn up."""
    decision = detail.pair.decision
    if decision:
        text = f"{decision.by} has decided this meanwhile: {decision.judgement}. A further decision is kept beside it."
        yield from wrapped(plain(text), screen.width)


def outcome(pair: StoredPair) -> str:
    """How a pair stands after a key, in a line."""
    said = _SHORT[pair.decision.judgement] if pair.decision else "open again"
    hint = ""
    if pair.status is Status.DECIDED and pair.second_opinion is SecondOpinion.PROPOSED:
        hint = "; severity high, so it is proposed for a second opinion"
    return f"→ {said}{hint}"


def farewell(made: list[Judgement], reached: int, total: int, width: int) -> Iterator[str]:
    """How the review ended, in lines of ``width``: how many were decided, how, and how many are left."""
    if not total:
        yield "Nothing is waiting."
        return
    numbers = Counter(made)
    how = ", ".join(f"{numbers[judgement]} {_SHORT[judgement]}" for judgement in Judgement if numbers[judgement])
    decided = f"{len(made)} decided{f' ({how})' if how else ''}"
    left = total - reached
    yield from wrapped(f"{decided}, {reached - len(made)} skipped, {left} left of {counted(total, 'conflict')}.", width)
