"""The usual tags of English words, held against the library whose lexicon they are made of."""

from __future__ import annotations

import pytest
from textblob.en import parser

from claims.topics.tagger import load_tags, read_tags, tags_of
from tests.tables import tags

SENTENCES = [
    "The harbour master of Ashwick counted 1,240 boats , said the mayor 's office .",
    "Unboatable channels are re-dredged weekly ; nobody quayifies them .",
    "Quietly the gullable Brenmoor clerks mis-filed 3-4 reports , unlisted 12:30 and $5 .",
    "Records show that the weir was widened , then narrowed , then widened again .",
    "the ferries",
    "Zorblies zorbled the zorbish zorbness of Zorbia",
    "A",
    "",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_are_tagged_as_the_library_tags_them(sentence: str) -> None:
    words = sentence.split()
    assert tags_of(words) == [tag for _, tag in parser.find_tags(list(words))]


def test_the_table_is_what_the_lexicon_makes() -> None:
    assert tags.TABLE.read_text(encoding="utf-8") == "".join(tags.lines())


def test_every_word_of_the_table_has_its_tag() -> None:
    assert load_tags()["bank"] == "NN"
    assert read_tags("# about\n\nNN cat dog\nVB run\n") == {"cat": "NN", "dog": "NN", "run": "VB"}
