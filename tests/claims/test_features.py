"""Features survive being stored."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from claims.features import dump_features, load_features
from claims.model import Features

words = st.text(max_size=8)
several = st.lists(words, max_size=3).map(tuple)
features = st.builds(
    Features,
    names=several,
    named=st.booleans(),
    related=several,
    beside=several,
    head=words,
    event=words,
    modifiers=several,
    terms=several,
    instances=several,
    contrasts=several,
    superlative=words,
    frame=words,
    slot=words,
    topic=words,
    quotations=several,
    as_of_kind=st.sampled_from(["", "at", "during"]),
    published=st.none() | words,
)


@given(features)
def test_what_was_stored_is_what_is_loaded(stored: Features) -> None:
    loaded = load_features(dump_features(stored))
    assert loaded == stored
    assert hash(loaded) == hash(stored)


@given(features)
def test_the_same_features_are_the_same_text(stored: Features) -> None:
    assert dump_features(load_features(dump_features(stored))) == dump_features(stored)


def test_what_is_as_by_default_is_not_written() -> None:
    assert dump_features(Features()) == "{}"
    assert json.loads(dump_features(Features(head="=employees"))) == {"head": "=employees"}


def test_chinese_is_written_as_it_is() -> None:
    assert "县图书馆" in dump_features(Features(names=("县图书馆",)))
