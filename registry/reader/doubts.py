"""Pairs that matching is not sure of: what is asked about them is noted while texts are compared.

A comparison is made with the answers that are kept. Every function that writes runs inside the caller's transaction.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from sqlite_utils import Database

from claims.compare import Judge
from claims.judging import Opinion
from claims.model import Claim
from claims.reader.pair import PairAnswer, PairQuestion, pair_answer_of
from claims.reader.passage import Passage, passage_around
from claims.reader.reader import Reader
from registry import load
from registry.candidates import Bout
from registry.load import listed, rows, scalar
from sources.cleaning import CleanText, clean
from sources.document import Document


@dataclass(frozen=True, slots=True)
class Doubts:
    """The questions on doubtful pairs that have no answer, and the sources whose texts they show."""

    questions: tuple[PairQuestion, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """How many doubtful pairs there are, and how many of them the model has an opinion on."""

    pairs: int
    answered: int


def judge_between(db: Database, bout: Bout, reader: Reader) -> Judge:
    """Who gives the opinions of ``reader`` on pairs of ``bout``, and notes which of them are in doubt."""

    def judge(ours: int, theirs: int) -> Opinion | None:
        document, other = bout.documents
        one, two = _shown(db, document, bout.ours[ours]), _shown(db, other, bout.theirs[theirs])
        if one is None or two is None:
            return None
        question = PairQuestion.of(one, two)
        answer = _answer(db, reader, question.key)
        counted = json.dumps(answer.record()) if answer else None
        sql = "INSERT OR REPLACE INTO doubtful_pairs (document, other, question, shown, counted) VALUES (?, ?, ?, ?, ?)"
        db.execute(sql, [document, other, question.key, question.content, counted])
        return Opinion(answer.says, reader.model) if answer else None

    return judge


def no_longer(db: Database, document: str, other: str | None = None) -> None:
    """Takes the pairs of a document, with all others or with one, to be in doubt no longer."""
    sql = "UPDATE doubtful_pairs SET shown = NULL, counted = NULL WHERE shown IS NOT NULL AND "
    if other is None:
        db.execute(f"{sql} (document = ?1 OR other = ?1)", [document])
    else:
        db.execute(f"{sql} ((document, other) = (?1, ?2) OR (document, other) = (?2, ?1))", [document, other])


def outdated(db: Database, reader: Reader) -> tuple[tuple[str, str], ...]:
    """The pairs of documents that were compared without an answer that is kept now, or with another one."""
    sql = """
        SELECT DISTINCT d.document, d.other, a.answer, d.counted FROM doubtful_pairs AS d JOIN reader_answers AS a
            ON a.passage = d.question AND a.model = ? AND a.prompt = ?
        WHERE d.shown IS NOT NULL ORDER BY d.document, d.other
    """
    found = rows(db, sql, (reader.model, reader.prompt))
    changed = (row for row in found if json.loads(row["answer"]) != json.loads(row["counted"] or "null"))
    return tuple(dict.fromkeys((str(row["document"]), str(row["other"])) for row in changed))


_OPEN = """
    FROM doubtful_pairs AS d WHERE d.shown IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM reader_answers AS a WHERE a.passage = d.question AND a.model = ? AND a.prompt = ?
    )
"""


def doubts(db: Database, reader: Reader) -> Doubts:
    """What ``reader`` is to be asked."""
    asked = (reader.model, reader.prompt)
    found = rows(db, f"SELECT DISTINCT d.question, d.shown {_OPEN} ORDER BY d.question", asked)
    questions = tuple(PairQuestion(row["shown"]) for row in found)
    pairs = list(rows(db, f"SELECT DISTINCT d.document, d.other {_OPEN}", asked))
    documents = {row[side] for row in pairs for side in ("document", "other")}
    names = tuple(source.name for source in load.owners(db) if source.document in documents)
    return Doubts(questions, names)


def judged(db: Database, reader: Reader) -> Judged:
    """How far ``reader`` has judged what is registered."""
    pairs = "SELECT count(DISTINCT question) FROM doubtful_pairs WHERE shown IS NOT NULL"
    total = int(scalar(db, pairs))
    return Judged(total, total - len(doubts(db, reader).questions))


def forget(db: Database, documents: Collection[str]) -> None:
    """Deletes the answers on pairs of which every one has a side in ``documents``."""
    sql = """
        DELETE FROM reader_answers WHERE passage IN (
            SELECT question FROM doubtful_pairs
            WHERE document IN (SELECT value FROM json_each(?1)) OR other IN (SELECT value FROM json_each(?1))
        ) AND passage NOT IN (
            SELECT question FROM doubtful_pairs
            WHERE document NOT IN (SELECT value FROM json_each(?1)) AND other NOT IN (SELECT value FROM json_each(?1))
        )
    """
    db.execute(sql, [listed(documents)])


def _answer(db: Database, reader: Reader, question: str) -> PairAnswer | None:
    sql = "SELECT answer FROM reader_answers WHERE passage = ? AND model = ? AND prompt = ?"
    row = next(rows(db, sql, (question, reader.model, reader.prompt)), None)
    return pair_answer_of(json.loads(row["answer"])) if row else None


def _shown(db: Database, sha256: str, claim: Claim) -> Passage | None:
    owner = load.owner(db, sha256)
    assert owner is not None
    return passage_around(_clean(load.document(db, sha256)), claim, owner.title, owner.published)


@lru_cache(maxsize=2)
def _clean(document: Document) -> CleanText:
    return clean(document.text, format=document.format)
