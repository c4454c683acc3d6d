"""The demonstration corpus: labelled as invented, complete, short, and nobody else's sentences."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

CORPUS = Path(__file__).parent.parent.parent / "registry" / "demo" / "corpus"
ENTRIES = json.loads((CORPUS / "sources.json").read_text(encoding="utf-8"))
TEXTS = {entry["file"]: (CORPUS / entry["file"]).read_text(encoding="utf-8") for entry in ENTRIES}
LABELS = {
    "zh-Hans": "均属虚构",
    "zh-Hant": "均屬虛構",
    "en": "are invented",
}
HAN, WORDS = 14, 8
"""A run of so many Chinese characters or English words is a sentence of somebody else's."""

every_article = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["file"])


def test_the_manifest_names_every_article() -> None:
    assert sorted(TEXTS) == sorted(path.name for path in CORPUS.glob("*.txt"))


@every_article
def test_an_article_says_that_it_is_invented(entry: dict[str, object]) -> None:
    last = TEXTS[str(entry["file"])].rstrip().splitlines()[-1]
    assert LABELS[str(entry["language"])] in last
    assert entry["constructed"] is True
    assert re.search("虚构|虛構|invented", str(entry["publisher"]))


@every_article
def test_an_article_is_short_once_the_rubies_are_gone(entry: dict[str, object]) -> None:
    text = re.sub(r"(?<=[\u4e00-\u9fff])\([a-zü\u00e0-\u01dc]+\)", "", TEXTS[str(entry["file"])])
    assert 600 <= len(text) <= 1400


def test_one_article_each_is_noisy_in_its_own_way() -> None:
    assert "數(shù)" in TEXTS["models.zh-hant.txt"]
    assert "\n圖片\n" in TEXTS["investors.zh-hant.txt"]
    assert "Tide Weave" in TEXTS["investors.zh-hant.txt"]
    assert all("," in TEXTS[name] and "，" not in TEXTS[name] for name in TEXTS if "hant" in name)


def test_a_name_stands_for_one_thing() -> None:
    aliases = tomllib.loads((CORPUS / "aliases.toml").read_text(encoding="utf-8"))["aliases"]
    names = [*aliases, *(name for others in aliases.values() for name in others)]
    assert len(names) == len(set(names))
    everything = "\n".join(TEXTS.values())
    assert not [name for name in aliases if name not in everything]


def test_no_sentence_is_taken_from_the_real_articles(shared: Path) -> None:
    from opencc import OpenCC

    simplify = OpenCC("t2s").convert
    real: set[str] = set()
    for folder in ("hangzhou-zh", "debian-project-mixed", "sqlite-facts-en"):
        for path in (shared / "articles" / folder).glob("*.txt"):
            real.update(runs(simplify(path.read_text(encoding="utf-8"))))
    for name, text in TEXTS.items():
        assert not real & set(runs(simplify(text))), name


def runs(text: str) -> Iterator[str]:
    """Every run of characters or words long enough to be recognised as another's, rubies dropped."""
    text = re.sub(r"(?<=[\u4e00-\u9fff])\([^()\s]*\)", "", text)
    for stretch in re.findall(r"[\u4e00-\u9fff]+", text):
        yield from (stretch[at : at + HAN] for at in range(len(stretch) - HAN + 1))
    words = re.findall(r"[a-z]+", text.lower())
    yield from (" ".join(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1))
