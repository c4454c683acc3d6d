"""The rules of comparison, in order of precedence: the first that answers decides."""

from __future__ import annotations

from collections.abc import Collection

from claims.model import Ruling
from claims.rules.absence import none_of_it
from claims.rules.ages import years_older
from claims.rules.dates import different_dates, quotation_dated_twice, same_date
from claims.rules.facts import (
    at_odds,
    attribution_left_out,
    denied_elsewhere,
    opposite_states,
    reworded,
    same_fact,
    same_saying,
    spelt_otherwise,
    two_speakers,
    two_values,
)
from claims.rules.moves import opposite_moves
from claims.rules.numbers import bound_held, coarser, different_numbers, grown, same_value
from claims.rules.pair import Pair, Rule
from claims.rules.ranks import coarser_rank, different_rank, one_of_several, same_rank, two_holders
from claims.rules.scope import (
    forecast_and_outcome,
    of_a_part,
    of_one_member,
    other_definition,
    other_period,
    other_scope,
    part_of_total,
)
from claims.rules.slips import other_currency, slipped_digit, turned_digits
from claims.rules.tallies import counted_further

__all__ = ["NARROWING", "RULES", "Pair", "Rule", "first_ruling", "narrowed_rulings"]

RULES: tuple[Rule, ...] = (
    quotation_dated_twice,
    years_older,
    two_holders,
    one_of_several,
    slipped_digit,
    other_scope,
    other_definition,
    part_of_total,
    of_a_part,
    of_one_member,
    turned_digits,
    other_period,
    same_rank,
    coarser_rank,
    different_rank,
    same_date,
    different_dates,
    other_currency,
    opposite_moves,
    same_value,
    forecast_and_outcome,
    none_of_it,
    grown,
    counted_further,
    bound_held,
    coarser,
    different_numbers,
    two_speakers,
    reworded,
    attribution_left_out,
    same_saying,
    opposite_states,
    at_odds,
    denied_elsewhere,
    same_fact,
    spelt_otherwise,
    two_values,
)

NARROWING: frozenset[Rule] = frozenset({other_definition, part_of_total, of_a_part, of_one_member, other_period})
"""Rules that see in the words beside two values that they are of two things or times: outweighed where all else says
one."""


def first_ruling(pair: Pair, without: Collection[Rule] = ()) -> Ruling | None:
    """What the first rule that answers says, those of ``without`` not asked; None where none has anything to say."""
    return next((found for rule in RULES if rule not in without and (found := rule(pair))), None)


def narrowed_rulings(pair: Pair) -> tuple[Ruling, ...]:
    """What ``first_ruling`` says, and behind the word of a narrowing rule the disagreement there is without it."""
    first = first_ruling(pair)
    if first is None:
        return ()
    if first.rule not in _NARROWING_NAMES:
        return (first,)
    beyond = first_ruling(pair, NARROWING)
    return (first, beyond) if beyond and beyond.verdict.flagged else (first,)


_NARROWING_NAMES = frozenset(rule.__name__ for rule in NARROWING)
