"""Several things an editor does to one pair at once."""

from __future__ import annotations

from dataclasses import dataclass

from registry import decisions
from registry.connection import Registry
from registry.model import Judgement, StoredPair
from registry.queries import pair_by_id
from sources.errors import UsageError


@dataclass(frozen=True, slots=True)
class Steps:
    """What is to be done, in this order; None and False leave a thing as it is.

    ``right`` goes with ``judgement``. ``assign`` is a name, and ``unassign`` gives the pair to nobody.
    """

    undo: bool = False
    judgement: Judgement | None = None
    right: str = ""
    flag: bool | None = None
    assign: str | None = None
    unassign: bool = False
    second_opinion: bool | None = None

    def __post_init__(self) -> None:
        steps = (self.undo, self.judgement, self.right, self.unassign)
        others = (self.flag, self.assign, self.second_opinion)
        if not any(steps) and all(step is None for step in others):
            words = " ".join(Judgement)
            raise UsageError("decide", "nothing is decided", f"give one of {words}, or an option")
        if self.undo and self.judgement:
            raise UsageError("--undo", "takes a decision back and makes none", "leave one of the two out")
        if self.right and self.judgement is None:
            raise UsageError("--right", "goes with a decision", "decide too, such as both_wrong")
        if self.assign is not None and self.unassign:
            raise UsageError("--no-assign", "contradicts --assign", "leave one of the two out")


def take(registry: Registry, pair_id: str, steps: Steps, *, by: str, note: str = "") -> StoredPair:
    """Takes the steps on a pair, all or none, and returns it as it stands then; the note goes with the first.

    Raises what the functions of :mod:`registry.decisions` raise.
    """
    with registry.transaction():
        if steps.undo:
            decisions.undo(registry, pair_id, by=by, note=note)
            note = ""
        if steps.judgement:
            decisions.record(registry, pair_id, steps.judgement, by=by, note=note, right=steps.right)
            note = ""
        if steps.flag is not None:
            decisions.flag(registry, pair_id, by=by, note=note, on=steps.flag)
            note = ""
        if steps.assign is not None or steps.unassign:
            decisions.assign(registry, pair_id, steps.assign, by=by, note=note)
            note = ""
        if steps.second_opinion is not None:
            decisions.ask_second_opinion(registry, pair_id, by=by, note=note, on=steps.second_opinion)
        return pair_by_id(registry.db, pair_id)
