"""Language tags: the examples of RFC 5646, appendix A, and what people write instead of one."""

from __future__ import annotations

import pytest

from sources.language_tag import check_language

WELL_FORMED = (
    "de fr ja i-enochian zh-Hant zh-Hans sr-Cyrl sr-Latn zh-cmn-Hans-CN cmn-Hans-CN zh-yue-HK yue-HK zh-Hans-CN",
    "sr-Latn-RS sl-rozaj sl-rozaj-biske sl-nedis de-CH-1901 sl-IT-nedis hy-Latn-IT-arevela de-DE en-US es-419",
    "de-CH-x-phonebk az-Arab-x-AZE-derbend x-whatever qaa-Qaaa-QM-x-southern de-Qaaa sr-Latn-QM sr-Qaaa-RS",
    "en-US-u-islamcal zh-CN-a-myext-x-private en-a-myext-b-another EN zh-hant-hk",
)


@pytest.mark.parametrize("tag", " ".join(WELL_FORMED).split())
def test_a_well_formed_tag_is_taken_as_it_is(tag: str) -> None:
    assert check_language(tag) == tag


@pytest.mark.parametrize(
    "tag",
    [
        "klingon",
        "English",
        "中文",
        "not a tag!!",
        "zh_CN",
        "z",
        "de-419-DE",
        "a-DE",
        "en-",
        "-en",
        "en--US",
        "zh-Hans\n",
    ],
)
def test_anything_else_is_none(tag: str) -> None:
    with pytest.raises(ValueError, match="is not a language tag as en, zh-Hans or zh-Hant-HK"):
        check_language(tag)
