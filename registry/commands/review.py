"""``claims review``: the queue in the terminal, one key a decision."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from registry.commands.narrowing import Narrowing, narrowed
from registry.commands.options import author, database
from registry.commands.output import FINE, INTERRUPTED, screen, tell
from sources.errors import UsageError

if TYPE_CHECKING:
    from registry.review import Review


@click.command()
@database
@narrowed
@click.option("--second-opinion", is_flag=True, help="Instead, what others decided and wait for your opinion on.")
@author
def review(db: Path | None, narrowing: Narrowing, second_opinion: bool, by: str | None) -> int:
    """Go through the queue, one key a decision.

    What is open or reopened, worst and surest first, each with both quotes in context. Every decision is written at
    once. Keys: a b n s d x m u decide, space skips, backspace takes back, ? explains, q ends.
    """
    from registry.commands.keyboard import check_terminal
    from registry.connection import open_registry
    from registry.decision_log import Words
    from registry.decisions import default_author
    from registry.model import SecondOpinion, Status
    from registry.project import find_project
    from registry.queries import FLAGGED, UNSETTLED
    from registry.review import Review

    check_terminal()
    settings = find_project(db)
    by = Words(default_author(Path.cwd()) if by is None else by).by
    with open_registry(settings.database) as registry:
        if second_opinion:
            wanted = narrowing.filter(
                registry.db,
                settings,
                verdicts=FLAGGED,
                statuses=(Status.DECIDED,),
                second_opinions=(SecondOpinion.ASKED, SecondOpinion.PROPOSED),
            )
            return _go_through(Review.of_second_opinions(registry, wanted, by))
        wanted = narrowing.filter(registry.db, settings, verdicts=FLAGGED, statuses=UNSETTLED)
        return _go_through(Review.of(registry, wanted, by))


def _go_through(review: Review) -> int:
    """Shows matter after matter and does what the keys say, until the queue or the editor's patience ends."""
    from registry.commands.keyboard import END, forget_keys, read_key, single_keys
    from registry.reports.queue import farewell

    code = FINE
    with single_keys():
        try:
            while review.current() is not None:
                forget_keys()
                _show(review)
                while (key := read_key()) not in ("q", END) and not _act(review, key):
                    pass
                if key in ("q", END):
                    break
        except KeyboardInterrupt:
            code = INTERRUPTED
    made = [judgement for _, judgement in review.made.values()]
    tell(["", *farewell(made, review.at, len(review.queue), screen().width)])
    return code


def _show(review: Review) -> None:
    from registry.reports.queue import key_line, matter, meanwhile
    from registry.review import DECISION_KEYS
    from registry.telling import pair_detail

    detail = pair_detail(review.registry.db, review.queue[review.at].id)
    place = screen()
    tell(matter(detail, review.at + 1, len(review.queue), place))
    if review.decided_meanwhile(detail.pair):
        tell(meanwhile(detail, place))
    tell(key_line(DECISION_KEYS, place))


def _act(review: Review, key: str) -> bool:
    """Does what a key says, or tells why not; whether a matter is to be shown, this one again or the next."""
    try:
        return _done(review, key)
    except UsageError as error:
        return _say(str(error))


def _done(review: Review, key: str) -> bool:
    from registry.commands.keyboard import BACKSPACE
    from registry.reports.queue import key_help, outcome
    from registry.review import DECISION_KEYS

    if key in DECISION_KEYS:
        tell([outcome(review.decide(DECISION_KEYS[key]))])
    elif key == " ":
        review.skip()
    elif key in BACKSPACE:
        if review.back() is None:
            return _say("This is the first.")
    elif key in ("t", "v"):
        _ask(review, key)
        return _say("It goes with the next decision.")
    elif key in ("f", "g", "o"):
        _do(review, key)
    elif key == "?":
        return _say(*key_help(DECISION_KEYS))
    else:
        return _say("? explains the keys.")
    return True


def _ask(review: Review, key: str) -> None:
    """Asks for what goes with the next decision."""
    from registry.commands.keyboard import read_line

    if key == "t":
        review.note = read_line("Note")
    else:
        review.right = read_line("The value that is right")


def _do(review: Review, key: str) -> None:
    """What can be done to a matter besides deciding it."""
    from registry import decisions
    from registry.commands.keyboard import read_line
    from registry.model import SecondOpinion

    pair = review.current()
    assert pair is not None
    if key == "f":
        decisions.flag(review.registry, pair.id, by=review.by, on=not pair.flagged)
    elif key == "g":
        name = read_line("Give it to (empty: nobody)").strip()
        decisions.assign(review.registry, pair.id, name or None, by=review.by)
    else:
        asked = pair.second_opinion is SecondOpinion.ASKED
        decisions.ask_second_opinion(review.registry, pair.id, by=review.by, on=not asked)


def _say(*lines: str) -> bool:
    tell(lines)
    return False
