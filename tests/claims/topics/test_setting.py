"""What a sentence tells besides a value."""

from __future__ import annotations

from tests.claims.readings import claims_in


def test_names_words_and_figures_of_the_sentence_and_its_neighbours() -> None:
    text = "The Orrin club sold the mill for £380,000 on 3 May 2021. Piet Harm, 57, had bought it."
    [price] = [claim for claim in claims_in(text) if "380,000" in claim.value_quote]
    features = price.features
    assert {"^orrin", "mill"} <= set(features.setting)
    assert {"^piet", "^harm"} <= set(features.around) - set(features.setting)
    assert features.figures == ("2021-05-03", "count:57")


def test_titles_are_no_names() -> None:
    [age] = [c for c in claims_in("Judge Amara Vale, 57, retired.") if c.value_quote == "57"]
    assert "^amara" in age.features.setting
    assert "^judge" not in age.features.setting
