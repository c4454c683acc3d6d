"""From a document to its claims: exact spans over every text, keys of their own, and what is left out."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.aliases import Aliases
from claims.describe import CONTEXT
from claims.extract import extract
from claims.model import Claim, Kind, Modality
from sources.document import Document
from tests.strategies import ENGLISH, HEALTHY, RUBIES, garbled_page, noisy_texts

KEY = re.compile(r"[a-z0-9]+(-[2-9]|-[1-9]\d+)?")


def document(text: str, form: str = "text") -> Document:
    return Document("0" * 64, "utf-8", text, form)


def claims(text: str, published: str | None = "2024-05-01", title: str | None = None) -> tuple[Claim, ...]:
    return extract(document(text), published=published, title=title)


def the(text: str, value: str, **context: str) -> Claim:
    [claim] = [claim for claim in claims(text, **context) if value in claim.value_quote]
    return claim


# -- laws -------------------------------------------------------------------------------------------------------------


@given(noisy_texts(), st.sampled_from(["text", "markdown"]), st.sampled_from([None, "2024", "2024-05-01"]))
@example("消息已經發布" + garbled_page("。”縣長說") + "過，共３５人👩\u200d🔬。", "text", None)
@example("".join(RUBIES) + "成立於（chéng）1998年e\u0301", "text", None)
@settings(max_examples=150, deadline=None)
def test_every_span_is_exact(text: str, form: str, published: str | None) -> None:
    for claim in extract(document(text, form), published=published):
        assert text[claim.span.start : claim.span.end] == claim.quote
        assert text[claim.value_span.start : claim.value_span.end] == claim.value_quote != ""
        assert claim.span.contains(claim.value_span)
        assert claim.value_at.of(claim.sentence) != ""
        assert text[: claim.span.start].endswith(claim.prefix)
        assert text[claim.span.end :].startswith(claim.suffix)
        assert max(len(claim.prefix), len(claim.suffix)) <= CONTEXT


@given(noisy_texts())
@settings(max_examples=100, deadline=None)
def test_keys_are_unique_and_claims_in_order(text: str) -> None:
    # Said twice, so that equal claims are there to be told apart.
    found = extract(document(text + "\n\n" + text))
    assert len({claim.key for claim in found}) == len(found)
    assert all(KEY.fullmatch(claim.key) for claim in found)
    assert list(found) == sorted(found, key=lambda claim: (claim.value_span, claim.span))


@given(noisy_texts())
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    assert claims(text) == claims(text)


@given(noisy_texts())
@settings(max_examples=100, deadline=None)
def test_a_claim_is_damaged_where_its_source_was_repaired(text: str) -> None:
    for claim in extract(document(text)):
        if "\ufffd" not in text and "?" not in text:
            assert not claim.damaged


@pytest.mark.parametrize("text", HEALTHY)
def test_no_healthy_claim_is_damaged(text: str) -> None:
    assert [claim for claim in claims(text) if claim.damaged] == []


def test_a_claim_in_a_repaired_run_is_damaged() -> None:
    page = "消息已經發布" + garbled_page("。科學館還") + "有36人。縣立圖書館共有35人。"
    assert {claim.value_quote: claim.damaged for claim in claims(page)} == {"36人": True, "35人": False}


# -- equal claims -----------------------------------------------------------------------------------------------------


def test_equal_claims_are_told_apart_by_their_neighbours() -> None:
    places = [
        f"{name}去年开放，馆长说读者还会增加。共有35人。他们的工资由县里支付。"
        for name in ("图书馆", "博物馆", "体育馆")
    ]
    apart = "\n\n没有人数过有多少读者，也没有人问过他们从哪里来，为什么来，以及来了几次。\n\n"

    def staff(paragraphs: list[str]) -> list[str]:
        return [claim.key for claim in claims(apart.join(["", *paragraphs, ""])) if claim.value_quote == "35人"]

    first, second, third = staff(places)
    assert len({first, second, third}) == 3
    assert staff([places[0], places[2], places[1]]) == [first, third, second]


def test_claims_equal_in_all_are_told_apart_by_their_order() -> None:
    found = [claim.key for claim in claims("\n\n".join(["共有35人。"] * 40)) if claim.value_quote == "35人"]
    assert len(set(found)) == 40


def test_two_equal_values_of_one_sentence_have_two_keys() -> None:
    found = [claim.key for claim in claims("东馆有35人，西馆有35人。")]
    assert len(found) == len(set(found)) == 2


# -- what is a claim --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "kind", "low", "high", "unit"),
    [
        ("县图书馆去年借出图书12.6万册。", "12.6万册", Kind.COUNT, 126000, 126000, "册"),
        ("縣立圖書館去年借出圖書１２．６萬冊。", "萬冊", Kind.COUNT, 126000, 126000, "册"),
        ("新馆耗资超过3.5亿元。", "超过3.5亿元", Kind.MONEY, 350000000, None, "CNY"),
        ("读者比前年多出三成。", "三成", Kind.PERCENT, 30, 30, "%"),
        ("县图书馆藏书量全国排名第三。", "第三", Kind.RANK, 3, 3, None),
        ("It lent more than 126,000 books.", "126,000", Kind.COUNT, 126000, None, None),
        ("The hall cost $3.5 million.", "$3.5 million", Kind.MONEY, 3500000, 3500000, "USD"),
        ("The library is among the top four in the country.", "top four", Kind.RANK, 1, 4, None),
    ],
)
def test_a_value_is_a_claim(text: str, value: str, kind: Kind, low: int, high: int | None, unit: str | None) -> None:
    claim = the(text, value)
    quantity = claim.quantity
    assert (quantity.kind, quantity.low, quantity.high, quantity.unit) == (kind, low, high, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [("县图书馆是全国最大的图书馆。", "最大"), ("It is the oldest library in Norway.", "oldest")],
)
def test_a_superlative_is_a_claim_with_its_wording(text: str, value: str) -> None:
    claim = the(text, value)
    assert claim.kind is Kind.SUPERLATIVE
    assert claim.text == value
    assert (claim.quantity.low, claim.quantity.high) == (Decimal(1), Decimal(1))


@pytest.mark.parametrize("text", ["县图书馆是全国最大的图书馆之一。", "It is one of the oldest libraries in Norway."])
def test_one_of_the_most_bounds_nothing(text: str) -> None:
    [claim] = claims(text)
    assert (claim.kind, claim.quantity.low, claim.quantity.high) == (Kind.SUPERLATIVE, None, None)


def test_a_first_in_its_kind_is_a_superlative_and_a_first_place_is_none() -> None:
    assert the("这是全国第一家县图书馆。", "第一家").kind is Kind.SUPERLATIVE
    assert the("县图书馆藏书量位居全国第一。", "第一").kind is Kind.RANK


@pytest.mark.parametrize(
    "text",
    [
        "馆长说读者还会增加。",
        "Nobody counted the readers.",
        "联系电话：0571-88888888",
        "他在八里庄长大。",
        "",
        "\n \n",
    ],
)
def test_what_states_no_value_is_no_claim(text: str) -> None:
    assert claims(text) == ()


def test_code_is_not_read() -> None:
    text = "# Notes\n\n```\nusers = 3500 people\n```\n\nThe library has 35 halls.\n"
    assert [claim.value_quote for claim in extract(document(text, "markdown"))] == ["35"]


def test_a_date_that_only_says_when_is_no_claim_of_its_own() -> None:
    [claim] = claims("截至2023年6月30日，县图书馆共有35人。")
    assert (claim.value_quote, claim.as_of) == ("35人", "2023-06-30")


def test_the_date_of_an_event_is_a_claim() -> None:
    claim = the("县图书馆成立于1956年。", "1956年")
    assert (claim.kind, claim.quantity.low, claim.as_of) == (Kind.DATE, "1956", None)


# -- what is said around it -------------------------------------------------------------------------------------------


def test_the_subject_is_handed_on_from_sentence_to_sentence() -> None:
    text = "Harbour Bank opened a new branch. It employs 4,200 people. The bank was founded in 1894."
    assert {claim.subject for claim in claims(text)} == {"Harbour Bank"}
    text = "临港银行开设了新的分行。该公司拥有员工4200人。"
    assert the(text, "4200人").subject == "临港银行"


def test_a_heading_opens_a_section() -> None:
    text = "# Harbour Bank\n\nThe staff numbers 4,200 people.\n\n# Fjord Line\n\nThe staff numbers 810 people.\n"
    sections = [claim.section for claim in extract(document(text, "markdown"))]
    assert sections == ["Harbour Bank", "Fjord Line"]


def test_the_title_offers_a_subject_where_the_text_has_none() -> None:
    claim = the("The staff numbers 4,200 people. Harbour Bank pays them well.", "4,200", title="Harbour Bank grows")
    assert "harbour bank" in (*claim.features.names, claim.features.topic)


def test_an_alias_gives_the_subject_its_canonical_name() -> None:
    aliases = Aliases.of({"Harbour Bank": ["临港银行"]})
    [claim] = extract(document("臨港銀行擁有員工4200人。"), aliases=aliases)
    assert claim.subject == "Harbour Bank"


def test_neighbouring_text_and_sentence_are_kept() -> None:
    text = "馆长说读者还会增加。县图书馆去年借出图书12.6万册。没有人数过。"
    claim = the(text, "12.6万册")
    assert claim.sentence == "县图书馆去年借出图书12.6万册。"
    assert claim.value_at.of(claim.sentence) == "12.6万册"
    assert claim.prefix.endswith("增加。")
    assert "没有人数过" in claim.suffix


def test_a_quote_holds_value_and_subject_and_no_more_than_they_span() -> None:
    claim = the("据县报报道，县图书馆去年借出图书12.6万册，比前年更多。", "12.6万册")
    assert claim.quote == "县图书馆去年借出图书12.6万册"
    claim = the("Last year, the paper says, Harbour Bank employed 4,200 people in Oslo.", "4,200")
    assert claim.quote == "Harbour Bank employed 4,200"


def test_modality_scope_and_speaker_are_told() -> None:
    claim = the("县报预计，环湖公路将于2027年通车。", "2027年")
    assert claim.modality is Modality.FORECAST
    claim = the("Harbour Bank is the third largest bank in Norway, Fitch said.", "third")
    assert (claim.scope, claim.attributed_to) == ("norway", "Fitch")


@pytest.mark.parametrize("text", ENGLISH)
def test_the_language_need_not_be_told(text: str) -> None:
    told = extract(document(text), language="en", published="2024-05-01")
    assert [claim.key for claim in told] == [claim.key for claim in claims(text)]
