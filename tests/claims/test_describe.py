"""What a claim says of itself beside its value: quote, attribute, times, and the features that matching compares."""

from __future__ import annotations

import pytest

from claims.extract import extract
from claims.model import Claim, Modality
from sources.document import Document


def the(text: str, value: str, published: str | None = "2024-05-01") -> Claim:
    found = extract(Document("0" * 64, "utf-8", text), published=published)
    [claim] = [claim for claim in found if value in claim.value_quote]
    return claim


@pytest.mark.parametrize(
    ("text", "value", "subject", "attribute"),
    [
        ("Harbour Bank employs 4,200 people.", "4,200", "Harbour Bank", "people"),
        ("The number of employees of Harbour Bank rose to 4,200.", "4,200", "Harbour Bank", "employees"),
        ("Harbour Bank was founded in 1894.", "1894", "Harbour Bank", "founded"),
        ("临港银行拥有员工4200人。", "4200人", "临港银行", "员工"),
        ("临港银行成立于1894年。", "1894年", "临港银行", "成立"),
        ("臨港銀行去年營業收入為3.5億元。", "3.5億元", "临港银行", "营业收入"),
    ],
)
def test_subject_and_attribute(text: str, value: str, subject: str, attribute: str) -> None:
    claim = the(text, value)
    assert claim.subject == subject
    assert attribute in (claim.attribute or "")


def test_the_quote_is_the_clause_where_the_subject_is_known_from_before() -> None:
    claim = the("Harbour Bank opened a branch. In all, it employs 4,200 people, the mayor says.", "4,200")
    assert claim.quote == "it employs 4,200 people"
    assert claim.subject == "Harbour Bank"


@pytest.mark.parametrize(
    ("text", "value", "as_of", "kind"),
    [
        ("In 2023, Harbour Bank had 4,200 employees.", "4,200", "2023", "during"),
        ("At the end of 2023 Harbour Bank had 4,200 employees.", "4,200", "2023-12", "at"),
        ("截至2023年6月30日，临港银行拥有员工4200人。", "4200人", "2023-06-30", "at"),
        ("临港银行2023年营业收入为3.5亿元。", "3.5亿元", "2023", "during"),
        ("Harbour Bank currently has 4,200 employees.", "4,200", "2024-05-01", "at"),
        ("临港银行目前拥有员工4200人。", "4200人", "2024-05-01", "at"),
        ("Harbour Bank has 4,200 employees.", "4,200", None, ""),
        ("Harbour Bank, founded in 1894, has 4,200 employees.", "4,200", None, ""),
        ("成立于1894年的临港银行拥有员工4200人。", "4200人", None, ""),
    ],
)
def test_a_value_holds_at_the_date_beside_it(text: str, value: str, as_of: str | None, kind: str) -> None:
    claim = the(text, value)
    assert (claim.as_of or "").startswith(as_of or "")
    assert (claim.as_of is None) == (as_of is None)
    assert claim.features.as_of_kind == kind


def test_without_a_date_of_publication_now_is_at_no_date() -> None:
    assert the("Harbour Bank currently has 4,200 employees.", "4,200", published=None).as_of is None


@pytest.mark.parametrize(
    ("text", "value", "modality"),
    [
        ("Harbour Bank has 4,200 employees.", "4,200", Modality.ACTUAL),
        ("Harbour Bank is expected to have 5,000 employees by 2030.", "5,000", Modality.FORECAST),
        ("Harbour Bank aims to have 5,000 employees by 2030.", "5,000", Modality.TARGET),
        ("Harbour Bank does not have 5,000 employees.", "5,000", Modality.DENIED),
        ("临港银行预计明年员工达到5000人。", "5000人", Modality.FORECAST),
        ("临港银行力争到2030年员工达到5000人。", "5000人", Modality.TARGET),
        ("临港银行并没有5000名员工。", "5000名", Modality.DENIED),
    ],
)
def test_how_it_is_meant(text: str, value: str, modality: Modality) -> None:
    assert the(text, value).modality is modality


def test_one_thing_has_one_head_in_both_languages() -> None:
    english = the("Harbour Bank has 4,200 employees.", "4,200")
    chinese = the("临港银行拥有4200名员工。", "4200名")
    assert english.features.head == chinese.features.head == "=employees"


def test_a_name_and_a_common_noun_are_told_apart() -> None:
    assert the("Harbour Bank has 4,200 employees.", "4,200").features.named
    assert not the("The festival drew 4,200 visitors.", "4,200").features.named


def test_a_frame_holds_no_value_and_no_script() -> None:
    one = the("县图书馆去年借出图书12.6万册，比前年多三成。", "12.6万册").features
    other = the("縣圖書館去年借出圖書9.1萬冊，比前年多兩成。", "9.1萬冊").features
    assert one.frame == other.frame
    assert one.slot == other.slot
    assert "12.6" not in one.frame


def test_two_values_of_one_sentence_have_one_frame_and_two_slots() -> None:
    text = "The northern hall of the library has 35 seats and the southern hall of the museum has 48 rooms."
    one, other = the(text, "35").features, the(text, "48").features
    assert one.frame == other.frame
    assert one.slot != other.slot


def test_what_belongs_to_a_name_stands_beside_it() -> None:
    text = "Ann Lee, the founder of Harbour Bank, spoke. Ann Lee employs 4,200 people."
    assert "harbour bank" in the(text, "4,200").features.related


def test_a_date_beside_a_quotation_is_its_date() -> None:
    said = "“读者还会增加，因为新馆的书架更多，而且离车站很近”"
    claim = the(f"2023年3月5日，馆长说：{said}。", "2023年3月5日")
    assert claim.features.quotations != ()
    assert the("县图书馆2023年3月5日开放。", "2023年3月5日").features.quotations == ()


def test_the_value_is_no_term_of_itself() -> None:
    claim = the("Harbour Bank was praised because its branches lent 126,000 books.", "126,000")
    assert not any("126" in term for term in claim.features.terms)
    assert claim.features.terms == tuple(sorted(set(claim.features.terms)))
