"""Names that stand for one subject, in whichever script they are listed and written."""

from __future__ import annotations

import pytest

from claims.aliases import Aliases
from claims.extract import extract
from sources.document import Document

ALIASES = Aliases.of({"Harbour Cloud": ["港湾云", "澄光雲"]})


@pytest.mark.parametrize("name", ["Harbour Cloud", "HARBOUR  CLOUD", "港湾云", "港灣雲", "澄光云", "澄光雲"])
def test_every_listed_name_leads_to_the_canonical_one(name: str) -> None:
    assert ALIASES.canonical(name) == "Harbour Cloud"


def test_an_unlisted_name_is_its_own() -> None:
    assert ALIASES.canonical("港灣") == "港灣"
    assert Aliases().canonical("港灣雲") == "港灣雲"


@pytest.mark.parametrize("text", ["澄光云拥有35家企业客户。", "澄光雲擁有35家企業客戶。"])
def test_a_name_listed_in_one_script_is_found_in_both(text: str) -> None:
    [claim] = extract(Document("0" * 64, "utf-8", text), aliases=ALIASES)
    assert claim.subject == "Harbour Cloud"
