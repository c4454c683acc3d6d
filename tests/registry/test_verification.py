"""What editors found out about claims, and what follows from it for the pairs that speak of the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claims.model import Kind
from registry import decisions, queries
from registry.connection import Registry, memory_registry
from registry.decision_file import lines, parse
from registry.decision_log import Words, append
from registry.decision_transfer import export_entries, import_entries
from registry.held import held_at_topic
from registry.ingest import add_source
from registry.load import rows
from registry.method import Method
from registry.model import EntryKind, Judgement, StoredClaim, StoredPair, Verification
from registry.reports.held import held_sentences
from registry.selection import Submission
from registry.verification import undo_verification, verify
from sources.errors import KeyNotFoundError, UsageError
from sources.reference import SourceRef
from tests.registry.samples import document

ARTICLES = {
    "harbour.txt": "岚港共有340家机器人企业。",
    "bureau.txt": "据统计局，岚港共有430家机器人企业。",
    "letter.txt": "读者来信说，岚港共有520家机器人企业。",
    "echo.txt": "岚港的机器人企业共有340家，数字来自统计局。",
}


def add(registry: Registry, name: str, text: str) -> None:
    add_source(registry, Submission(SourceRef(name, published="2025-04-02")), document(text), Method())


@pytest.fixture
def registry() -> Iterator[Registry]:
    with memory_registry() as opened:
        for name, text in ARTICLES.items():
            add(opened, name, text)
        yield opened


def claim(registry: Registry, source: str) -> StoredClaim:
    (found,) = [c for c in queries.find_claims(registry.db, queries.ClaimFilter()) if c.source.name == source]
    return found


def pair(registry: Registry, *sources: str) -> StoredPair:
    everything = queries.find_pairs(registry.db, queries.PairFilter(verdicts=(), statuses=()))
    (found,) = [p for p in everything if {p.a.source.name, p.b.source.name} == {*sources}]
    return found


def side(of: StoredPair, source: str) -> str:
    return "a" if of.a.source.name == source else "b"


def test_the_latest_verification_of_a_wording_holds(registry: Registry) -> None:
    bureau = claim(registry, "bureau.txt").id
    for verification in Verification:
        found = verify(registry, bureau, verification, by="Lin", evidence="https://bureau.example/2025")
        assert found.verified is not None
        assert (found.verified.verification, found.verified.by, found.verified.kind) == (
            verification,
            "Lin",
            EntryKind.VERIFY,
        )
    back = undo_verification(registry, bureau, by="Chen")
    assert back.verified is not None
    assert back.verified.verification is Verification.REFUTED
    quotes = list(rows(registry.db, "SELECT DISTINCT source, side FROM decision_quotes"))
    assert quotes == [{"source": "bureau.txt", "side": "a"}]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"by": " "}, "--by"),
        ({"note": "x" * 20_000}, "--note"),
        ({"evidence": "the annual report"}, "no web address"),
        ({"evidence": "javascript:alert(1)"}, "no web address"),
        ({"evidence": "https://a.example/" + "x" * 3_000}, "characters"),
    ],
)
def test_what_no_one_would_mean_is_refused(registry: Registry, options: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        verify(registry, claim(registry, "bureau.txt").id, Verification.REFUTED, **{"by": "Lin", **options})
    assert claim(registry, "bureau.txt").verified is None


def test_there_must_be_a_claim_and_a_verification(registry: Registry) -> None:
    with pytest.raises(KeyNotFoundError):
        verify(registry, "unheardof", Verification.REFUTED, by="Lin")
    with pytest.raises(UsageError, match="no verification to take back"):
        undo_verification(registry, claim(registry, "bureau.txt").id, by="Lin")


def test_a_supported_value_is_held_against_what_it_was_compared_with(registry: Registry) -> None:
    verify(registry, claim(registry, "harbour.txt").id, Verification.SUPPORTED, by="Lin")
    against = pair(registry, "bureau.txt", "harbour.txt")
    (held,) = against.held
    assert (held.value, held.by, held.claim) == ("340家", "Lin", claim(registry, "harbour.txt").claim.key)
    assert held.agree == (side(against, "harbour.txt"),)
    assert held.depart == (side(against, "bureau.txt"),)
    neither = pair(registry, "bureau.txt", "letter.txt")
    assert neither.held[0].depart == ("a", "b")
    echo = pair(registry, "bureau.txt", "echo.txt")
    assert echo.held[0].agree == (side(echo, "echo.txt"),)


def test_a_refuted_value_is_held_by_nobody_and_said_beside_its_side(registry: Registry) -> None:
    verify(registry, claim(registry, "harbour.txt").id, Verification.REFUTED, by="Lin", note="an old count")
    against = pair(registry, "bureau.txt", "harbour.txt")
    assert against.held == ()
    (sentence,) = held_sentences(against)
    assert sentence.startswith(f"{side(against, 'harbour.txt')} was found refuted (Lin, ")
    assert "an old count" in sentence


def test_a_value_named_by_a_decision_is_held_against_the_other_pairs_of_its_sides(registry: Registry) -> None:
    decided = pair(registry, "bureau.txt", "letter.txt")
    decisions.record(registry, decided.id, Judgement.BOTH_WRONG, by="Chen", right="340家")
    assert pair(registry, "bureau.txt", "letter.txt").held == ()
    other = pair(registry, "bureau.txt", "harbour.txt")
    (held,) = other.held
    assert (held.value, held.by, held.pair) == ("340家", "Chen", decided.key)
    assert held.depart == (side(other, "bureau.txt"),)
    assert held.agree == (side(other, "harbour.txt"),)
    (sentence,) = held_sentences(other)
    assert sentence.startswith("Held to be right: 340家 (Chen, ")
    assert f"{side(other, 'bureau.txt')} departs from it" in sentence


@pytest.mark.parametrize(
    ("said", "right", "fits"),
    [
        ("7名", "7名", True),
        ("9名", "7名", False),
        ("8名", "7名", False),
        ("约7名", "7名", True),
        ("7至12名", "9名", True),
        ("3.4万名", "34200名", True),
        ("3.4万名", "34900名", False),
    ],
)
def test_a_side_fits_a_named_value_as_far_as_the_rounder_of_the_two_tells(said: str, right: str, fits: bool) -> None:
    with memory_registry() as registry:
        for name, number in {"one.txt": "2名", "two.txt": "5000名", "three.txt": said}.items():
            add(registry, name, f"岚港的救援队共有{number}队员。")
        decided = pair(registry, "one.txt", "two.txt")
        decisions.record(registry, decided.id, Judgement.BOTH_WRONG, by="Chen", right=right)
        other = pair(registry, "one.txt", "three.txt")
        (held,) = other.held
        assert (side(other, "three.txt") in held.agree, side(other, "three.txt") in held.depart) == (fits, not fits)


@pytest.mark.parametrize(
    ("right", "said"),
    [
        ("many", "“many” holds no number, rank or date; write one value, as an article would: “"),
        ("三百到四百家，也许五百家", "holds 2 values"),
        ("2019年", "“2019年” (date) is not on the scale of what the sides state (count)"),
        ("第三", "(rank) is not on"),
        ("340万元", "(money) is not on"),
    ],
)
def test_a_value_that_says_nothing_about_the_sides_is_no_right_one(registry: Registry, right: str, said: str) -> None:
    decided = pair(registry, "bureau.txt", "letter.txt")
    with pytest.raises(UsageError) as refused:
        decisions.record(registry, decided.id, Judgement.BOTH_WRONG, by="Chen", right=right)
    assert said in str(refused.value)
    assert pair(registry, "bureau.txt", "letter.txt").decision is None


def test_the_words_of_a_fact_and_of_a_side_are_right_as_they_stand() -> None:
    with memory_registry() as registry:
        add(registry, "one.txt", "步云机器人的创始人是林卫。岚港共有三百多家机器人企业，占全省的三成。")
        add(registry, "two.txt", "步云机器人的创始人是陈朗。岚港共有四百多家机器人企业，占全省的五成。")
        found = queries.find_pairs(registry.db, queries.PairFilter(verdicts=(), statuses=()))
        assert {p.a.claim.kind for p in found} >= {Kind.FACT, Kind.COUNT}
        for each in found:
            right = "赵青" if each.a.claim.kind is Kind.FACT else each.a.claim.value_quote
            now = decisions.record(registry, each.id, Judgement.BOTH_WRONG, by="Chen", right=right)
            assert now.decision is not None
            assert now.decision.right == right


@pytest.mark.parametrize("right", ["many", "2019年", "三百到四百家，也许五百家", "第三"])
def test_what_a_log_that_is_read_in_names_is_shown_without_a_judgement(registry: Registry, right: str) -> None:
    decided = pair(registry, "bureau.txt", "letter.txt")
    with registry.transaction():
        words = Words("Chen")
        append(registry.db, EntryKind.DECISION, decided, words, judgement=Judgement.BOTH_WRONG, right="341家")
    log = [line.replace("341家", right) for line in lines(export_entries(registry.db))]
    with memory_registry() as other:
        for name, text in ARTICLES.items():
            add(other, name, text)
        import_entries(other, parse("\n".join(log).encode(), "log.jsonl"))
        (held,) = pair(other, "bureau.txt", "harbour.txt").held
        assert (held.value, held.agree, held.depart) == (right, (), ())


def test_an_article_that_comes_later_is_held_against_it(registry: Registry) -> None:
    verify(registry, claim(registry, "harbour.txt").id, Verification.SUPPORTED, by="Lin")
    add(registry, "new.txt", "市长说，岚港共有610家机器人企业。")
    new = pair(registry, "new.txt", "bureau.txt")
    assert new.held[0].value == "340家"
    assert new.held[0].depart == ("a", "b")


def test_what_is_held_stands_at_the_topic_the_latest_first(registry: Registry) -> None:
    verify(registry, claim(registry, "harbour.txt").id, Verification.SUPPORTED, by="Lin")
    verify(registry, claim(registry, "letter.txt").id, Verification.UNPROVEN, by="Lin")
    named = pair(registry, "bureau.txt", "letter.txt")
    decisions.record(registry, named.id, Judgement.BOTH_WRONG, by="Chen", right="341家")
    assert [held.value for held in held_at_topic(registry.db, named.topic)] == ["341家", "340家"]
    undo_verification(registry, claim(registry, "harbour.txt").id, by="Lin")
    assert [held.value for held in held_at_topic(registry.db, named.topic)] == ["341家"]
    assert held_at_topic(registry.db, "another topic") == ()


def test_verifications_travel_with_the_decisions(registry: Registry) -> None:
    verify(registry, claim(registry, "harbour.txt").id, Verification.SUPPORTED, by="Lin", evidence="https://a.example")
    verify(registry, claim(registry, "letter.txt").id, Verification.REFUTED, by="Lin")
    undo_verification(registry, claim(registry, "letter.txt").id, by="Chen")
    file = "\n".join(lines(export_entries(registry.db)))
    with memory_registry() as other:
        for name, text in ARTICLES.items():
            add(other, name, text)
        import_entries(other, parse(file.encode(), "log"))
        assert "\n".join(lines(export_entries(other.db))) == file
        everything = queries.PairFilter(verdicts=(), statuses=())
        assert queries.find_pairs(other.db, everything) == queries.find_pairs(registry.db, everything)
        assert claim(other, "letter.txt").verified is None
