"""The usual tag of English words, made from the lexicon that TextBlob carries.

``python -m tests.tables.tags`` writes the table that ``claims/topics/tagger.py`` reads. TextBlob itself would bring
NLTK along, which takes longer to load than a page takes to read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import textblob

LEXICON = Path(textblob.__file__).parent / "en" / "en-lexicon.txt"
TABLE = Path(__file__).parent.parent.parent / "claims" / "topics" / "tags.txt"
COMMENT = ";;;"

HEAD = """\
# The usual tag of English words: a tag of the Penn Treebank set and the words that have it, as they are written. Made
# by `python -m tests.tables.tags` from the lexicon that TextBlob carries, which says of itself:
"""


def lines() -> Iterator[str]:
    """The table."""
    words: dict[str, str] = {}
    yield HEAD
    for line in LEXICON.read_text(encoding="utf-8").splitlines():
        if line.startswith(COMMENT):
            yield f"# {line.removeprefix(COMMENT).strip()}".rstrip() + "\n"
        elif line.strip():
            word, tag, *_ = line.split(" ")
            words[word] = tag
    yield "\n"
    by_tag: defaultdict[str, list[str]] = defaultdict(list)
    for word, tag in words.items():
        by_tag[tag].append(word)
    yield from (f"{tag} {' '.join(found)}\n" for tag, found in sorted(by_tag.items()))


if __name__ == "__main__":
    TABLE.write_text("".join(lines()), encoding="utf-8", newline="\n")
