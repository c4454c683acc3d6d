"""The words of the desk: every language says everything, with the same values put in."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest

import registry.desk
from claims.model import Fate, Modality, Ruling, Severity, Verdict
from claims.rules import RULES
from registry.desk.language import LANGUAGES, words
from registry.model import EntryKind, Judgement, SecondOpinion, Source, Status, StoredClaim, StoredPair, Verification
from registry.reports.number_line import ENGLISH, Wording
from registry.reports.reasons import reason_of, sentences
from tests.registry.samples import claim

FOLDER = Path(registry.desk.__file__).parent


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_the_same_words(code: str) -> None:
    english, other = words("en").entries, words(code).entries
    assert set(other) == set(english)
    assert {key: placeholders(text) for key, text in other.items()} == {
        key: placeholders(text) for key, text in english.items()
    }
    assert all(other.values())


def test_every_word_that_is_asked_for_is_there() -> None:
    asked = set()
    for file in (*FOLDER.rglob("*.html"), *FOLDER.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        asked |= set(re.findall(r'(?:\bt|words)\(\s*"([a-z_]+\.[a-z_]+)"\s*[,)]', text))
        asked |= set(re.findall(r'"(refused\.[a-z_]+)"', text))
    assert len(asked) > 50
    assert asked <= set(words("en").entries)


def test_every_part_of_a_drawing_has_its_words() -> None:
    known = {key.partition(".")[2] for key in words("en").entries if key.startswith("drawing.")}
    assert known == {part.name for part in fields(Wording)}
    for part in fields(Wording):
        for code in LANGUAGES:
            assert placeholders(words(code).entries[f"drawing.{part.name}"]) == placeholders(
                getattr(ENGLISH, part.name)
            )


def test_every_rule_has_its_name_and_its_reason() -> None:
    rules = {rule.__name__ for rule in RULES}
    assert rules == {key.partition(".")[2] for key in words("en").entries if key.startswith("rule.")}
    for code in LANGUAGES.keys() - {"en"}:
        known = sentences(code)
        assert set(known) == rules
        for rule, said in known.items():
            assert "any" in said, rule
            assert set(said) <= {"any", *Verdict}
            assert all({"a", "b"} <= placeholders(text) <= {"a", "b", "a_by", "b_by"} for text in said.values()), rule


def test_a_reason_is_in_the_readers_language() -> None:
    one, other = (
        StoredClaim(key, Source(1, "a.txt", "0" * 64), claim(text, text, text, 1))
        for key, text in (("a", "六{a}萬家"), ("b", "六十万家"))
    )

    def pair(rule: str, verdict: Verdict) -> StoredPair:
        ruling = Ruling(verdict, Severity.HIGH, rule, "in English")
        return StoredPair("k", "k", one, other, "topic", 1.0, ruling, Status.OPEN)

    assert reason_of(pair("different_numbers", Verdict.CONFLICT), "en") == "in English"
    assert reason_of(pair("a_rule_of_tomorrow", Verdict.CONFLICT), "zh") == "in English"
    assert reason_of(pair("different_numbers", Verdict.CONFLICT), "zh") == "“六{a}萬家”与“六十万家”：两个数值互相排斥。"
    assert "界限之内" not in reason_of(pair("bound_held", Verdict.TENSION), "zh")
    assert reason_of(pair("bound_held", Verdict.AGREE), "zh") != reason_of(pair("bound_held", Verdict.TENSION), "zh")


def test_a_topic_and_a_scope_are_called_in_the_readers_language() -> None:
    english, chinese = words("en"), words("zh")
    for topic in ("澄光云 · 企业", "“织网的人…”", "rank", "澄光云 · place in world", "澄光云 · place", ""):
        assert english.topic(topic) == topic
    assert chinese.topic("澄光云 · 企业") == "澄光云 · 企业"
    assert chinese.topic("澄光云 · place in world") == "澄光云 · 全球名次"
    assert chinese.topic("place in asia-pacific") == "亚太名次"
    assert chinese.topic("澄光云 · national place") == "澄光云 · 全国名次"
    assert words("en").topic("澄光云 · national place") == "澄光云 · national place"
    assert chinese.topic("澄光云 · market place") == "澄光云 · market place"
    assert chinese.topic("澄光云 · place in nowhere") == "澄光云 · nowhere名次"
    assert (english.scope("world"), chinese.scope("world"), chinese.scope("雾湾")) == ("world", "全球", "雾湾")


def test_every_closed_list_has_its_words() -> None:
    known = words("en").entries
    for table, names in {
        "verdict": Verdict,
        "meaning": Verdict,
        "severity": Severity,
        "status": Status,
        "decision": Judgement,
        "hint": Judgement,
        "verified": Verification,
        "second_opinion": SecondOpinion,
    }.items():
        assert {f"{table}.{name.value}" for name in names} == {key for key in known if key.startswith(f"{table}.")}
    assert {f"conflict.{name.value}" for name in Modality} - set(known) == {"conflict.actual"}
    assert {f"changed.{fate.value}" for fate in Fate if fate is not Fate.STANDS} <= set(known)
    plain = {EntryKind.FLAG, EntryKind.SECOND_OPINION, EntryKind.VERIFY}
    assert {f"entry.{kind.value}" for kind in plain} <= set(known)
