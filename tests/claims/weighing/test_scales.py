"""Two articles on the scales."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product

import pytest

from claims.compare import compare_documents, matched
from claims.matching import FLAG, SUGGEST
from claims.model import Claim, Comparison, Match
from claims.weighing.crowd import Crowd, Meeting
from claims.weighing.forest import Forest, Tree, load_forests
from claims.weighing.measures import measured
from claims.weighing.scales import Scales
from claims.weighing.standing import Standings
from claims.weighing.table import Table
from tests.benchmarks.line import claims_of, compared

LEDGER = """Harbour line opens to the public

The Quay Line opened on Monday after six years of work. The tramway runs for 18.4 kilometres along the Nerva
waterfront and cost 312 million euros, the Nerva transport office said. Some 41,000 people rode it on the first day.
Trains leave every seven minutes. Ida Falk, who runs the transport office, expects 9.6 million passengers a year.
"""

COURIER = """What the Quay Line will change

From end to end the new tram in Nerva is 21.7 kilometres, and it was paid for with a loan of 140 million euros from the
Baltic bank. Ida Falk of the transport office puts the number of passengers at 12.4 million a year. On Monday 41,000
people were on board. A ticket is 2.40 euros, and a train comes every seven minutes.
"""

ORCHARD = """Pear harvest late in Tolm

Growers in the Tolm valley picked 5,300 tonnes of pears this year, said the fruit board. The valley is 26 kilometres
long and has 240 growers. A kilo fetched 1.10 euros at the market, where 12,600 visitors came on Sunday. The board
pays a subsidy of 3.2 million euros.
"""


def claims(text: str, name: str = "a.txt", published: str = "2025-05-06") -> tuple[Claim, ...]:
    return claims_of(text, published, name)


def flagged(ours: Sequence[Claim], theirs: Sequence[Claim]) -> list[tuple[str, str]]:
    found = compared(ours, theirs)
    return [(f.a.value_quote, f.b.value_quote) for f in found if f.ruling.verdict.flagged]


@pytest.fixture(scope="module")
def ledger() -> tuple[Claim, ...]:
    return claims(LEDGER)


@pytest.fixture(scope="module")
def courier() -> tuple[Claim, ...]:
    return claims(COURIER, "b.txt", "2025-05-08")


def test_small_reasons_add_up_to_a_finding(ledger: tuple[Claim, ...], courier: tuple[Claim, ...]) -> None:
    assert ("18.4 kilometres", "21.7 kilometres") in flagged(ledger, courier)


def test_what_one_article_states_of_something_else_is_left_alone(
    ledger: tuple[Claim, ...], courier: tuple[Claim, ...]
) -> None:
    found = flagged(ledger, courier)
    assert not [pair for pair in found if "2.40" in pair[1]]
    assert not flagged(ledger, claims(ORCHARD, "c.txt"))


def test_a_finding_of_the_scales_says_what_spoke_for_it(ledger: tuple[Claim, ...], courier: tuple[Claim, ...]) -> None:
    [found] = [f for f in compared(ledger, courier) if f.a.value_quote == "18.4 kilometres" and f.match.score >= FLAG]
    assert found.match.features
    assert all(found.match.features)
    assert "18.4" in found.ruling.reason
    assert "21.7" in found.ruling.reason


def test_an_article_that_states_next_to_nothing_is_read_by_grammar_alone(ledger: tuple[Claim, ...]) -> None:
    assert Scales.of(ledger, claims("The tram is 21.7 kilometres long.", "b.txt"), {}) is None


def test_the_order_of_the_articles_does_not_matter(ledger: tuple[Claim, ...], courier: tuple[Claim, ...]) -> None:
    def told(found: Sequence[Comparison]) -> set[tuple[str, str, float, str]]:
        return {(c.a.key, c.b.key, c.match.score, c.ruling.rule) for c in found}

    pairs = [(i, j) for i in range(len(ledger)) for j in range(len(courier))]
    there = compare_documents(ledger, courier, pairs)
    back = compare_documents(courier, ledger, [(j, i) for i, j in pairs])
    assert told(there) == told(back) != set()


def test_what_grammar_matches_is_only_refused_for_strong_reasons(
    ledger: tuple[Claim, ...], courier: tuple[Claim, ...]
) -> None:
    met = matched(ledger, courier, product(range(len(ledger)), range(len(courier))))
    scales = Scales.of(ledger, courier, met)
    assert scales
    assert any(map(scales.asked, met))
    for place, found in met.items():
        if not scales.asked(place):
            continue
        weighed = scales.weighed(place)
        assert weighed is None or SUGGEST <= weighed.match.score <= 1
        if found and weighed:
            assert weighed.match.score >= found.score
            assert weighed.match.features[: len(found.features)] == found.features


# -- what is counted and measured -------------------------------------------------------------------------------------


def test_a_crowd_counts_what_an_article_states(ledger: tuple[Claim, ...]) -> None:
    crowd = Crowd.of(ledger)
    assert crowd.size == len(ledger)
    assert sum(crowd.dimensions.values()) == sum(crowd.units.values()) == sum(crowd.heads.values()) == len(ledger)


def test_articles_on_one_matter_meet_in_figures_and_names(
    ledger: tuple[Claim, ...], courier: tuple[Claim, ...]
) -> None:
    together = Meeting.of(Crowd.of(ledger), Crowd.of(courier))
    assert together.numbers >= 1  # 41,000 people
    assert not together.strangers
    assert Meeting.of(Crowd.of(ledger), Crowd.of(claims(ORCHARD))).numbers == 0


def test_every_measure_is_a_finite_number(ledger: tuple[Claim, ...], courier: tuple[Claim, ...]) -> None:
    crowds = Crowd.of(ledger), Crowd.of(courier)
    for a in ledger:
        for b in courier:
            if a.kind is not b.kind:
                continue
            assert all(map(math.isfinite, measured(a, b, crowds, Meeting.of(*crowds)).values()))


def test_the_fitted_trees_ask_for_the_measures_there_are(ledger: tuple[Claim, ...]) -> None:
    crowds = Crowd.of(ledger), Crowd.of(ledger)
    taken = tuple(measured(ledger[0], ledger[0], crowds, Meeting.of(*crowds)))
    assert taken == load_forests().alone.measures
    table = Table.of(ledger, ledger, {(0, 0): Match(1.0, "", ())})
    standing = tuple(Standings.of(table, {(0, 0): 0.0}).measures((0, 0)))
    assert load_forests().among.measures == taken + standing


# -- trees -----------------------------------------------------------------------------------------------------------

STUMPS = Forest(
    ("near", "rare"),
    (
        Tree(((0, 0.5, -1, -2),), (0.25,), (-1.0, 1.0)),
        Tree(((1, 2.0, -1, 1), (0, 0.5, -2, -3)), (0.5, 0.75), (0.0, 0.5, 2.0)),
    ),
)


@pytest.mark.parametrize(
    ("near", "rare", "odds"), [(0.5, 0.0, -1.0), (0.6, 2.0, 1.0), (0.5, 2.1, -0.5), (0.6, 3.0, 3.0)]
)
def test_the_leaves_that_a_pair_comes_to_are_added(near: float, rare: float, odds: float) -> None:
    assert STUMPS.log_odds({"near": near, "rare": rare}) == pytest.approx(odds)


@pytest.mark.parametrize("near", [0.0, 1.0])
@pytest.mark.parametrize("rare", [0.0, 3.0])
def test_what_the_measures_add_makes_up_the_whole(near: float, rare: float) -> None:
    taken = {"near": near, "rare": rare}
    before = sum(tree.inner[0] for tree in STUMPS.trees)
    assert before + sum(STUMPS.shares(taken).values()) == pytest.approx(STUMPS.log_odds(taken))


# -- among the other pairs --------------------------------------------------------------------------------------------


def tabled(ours: Sequence[Claim], theirs: Sequence[Claim]) -> Table:
    return Table.of(ours, theirs, matched(ours, theirs, product(range(len(ours)), range(len(theirs)))))


def test_a_pair_is_behind_where_another_fits_one_of_its_claims_better() -> None:
    one = claims("The Nerva ferry carries 9.6 million passengers a year.\n", "a.txt")
    two = claims("In Nerva 12.4 million passengers a year take the ferry, 3.1 million of these passengers by night.\n")
    table = tabled(one, two)
    pair, rival = (next(at for at, e in table.entries.items() if e.b.value_quote == said or e.a.value_quote == said)
                   for said in ("12.4 million", "3.1 million"))  # fmt: skip
    even = Standings.of(table, dict.fromkeys(table.entries, -2.0)).measures(pair)
    behind = Standings.of(table, {**dict.fromkeys(table.entries, -2.0), rival: 3.0}).measures(pair)
    assert behind["ahead"] < even["ahead"]
    assert behind["alone"] == even["alone"]


def test_how_a_pair_stands_does_not_depend_on_the_order_of_the_articles(
    ledger: tuple[Claim, ...], courier: tuple[Claim, ...]
) -> None:
    there, back = tabled(ledger, courier), tabled(courier, ledger)
    odds = {at: -((at[0] * 7 + at[1]) % 5) / 2 for at in there.entries}
    one, other = Standings.of(there, odds), Standings.of(back, {at[::-1]: value for at, value in odds.items()})
    for at in there.entries:
        assert one.measures(at) == pytest.approx(other.measures(at[::-1]))


def test_two_values_of_a_sentence_that_both_articles_have_are_not_held_against_each_other() -> None:
    shared = "The council has nine members and 41 deputies in the town of {}.\n"
    one, same, other = claims(shared.format("Nerva")), claims(shared.format("Nerva")), claims(shared.format("Tolm"))
    assert (0, 1) not in tabled(one, same).entries
    assert (0, 1) in tabled(one, other).entries


@pytest.mark.parametrize(("release", "shown"), [("4.6.17", False), ("4.7.0", True)])
def test_days_of_two_releases_are_not_held_against_each_other_however_alike_the_rest_is(
    release: str, shown: bool
) -> None:
    one = claims("Nested looms came to Harbour with version 4.7.0 (2009-09-11).\n", "a.txt")
    two = claims(
        f"Looms in the Harbour of today are nested, as since version {release} (2009-08-10) all are.\n", "b.txt"
    )
    table = tabled(one, two)
    [place] = [
        at for at, e in table.entries.items() if {e.a.value_quote, e.b.value_quote} == {"2009-09-11", "2009-08-10"}
    ]
    odds = dict.fromkeys(table.entries, 9.0)
    found = Scales(table, odds, Standings.of(table, odds)).weighed(place)
    assert (found is not None) is shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Sharn Robotics delivered 860 robots and 41,000 parts; Nerva Robotics delivers far more.", False),
        ("Sharn Robotics delivered 860 robots and 41,000 parts, far more than in spring.", True),
    ],
)
def test_a_sentence_that_names_both_tells_them_apart(said: str, shown: bool) -> None:
    one, two = claims("Nerva Robotics delivered 1,500 robots and 41,000 parts.\n"), claims(f"{said}\n", "b.txt")
    table = tabled(one, two)
    [place] = [at for at, e in table.entries.items() if {e.a.value_quote, e.b.value_quote} == {"1,500", "860"}]
    odds = dict.fromkeys(table.entries, 0.0)
    found = Scales(table, odds, Standings.of(table, odds)).weighed(place)
    assert (found is not None) is shown
