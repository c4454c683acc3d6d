"""The answers of models as the registry keeps them: by passage, model and version of the prompt.

Which passages a text has is kept too, so that it is read anew when an answer to one of them has come, and so that
the answers go when the text does. Every function that writes runs inside the caller's transaction.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from claims.reader.answer import Answer, answer_of
from claims.reader.merging import NOTHING, Refused
from claims.reader.pair import PairAnswer, judge_of, pair_answer_of
from claims.reader.passage import Passage
from claims.reader.reader import Reader
from registry.load import listed, rows, scalar
from registry.method import Method
from registry.model import Source


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer with what it is kept under; ``passage`` is the key of a passage, or of a pair of passages."""

    passage: str
    reader: Reader
    answer: Answer | PairAnswer


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many passages the registered texts have, how many of them have an answer of ``model``, and what of these was
    refused."""

    model: str
    passages: int
    answered: int
    refused: Refused


def answers(db: Database, reader: Reader, passages: Collection[str]) -> dict[str, Answer]:
    """The answers of ``reader`` that are kept on ``passages``, by key."""
    sql = """
        SELECT passage, answer FROM reader_answers
        WHERE model = ? AND prompt = ? AND passage IN (SELECT value FROM json_each(?))
    """
    found = rows(db, sql, (reader.model, reader.prompt, listed(passages)))
    known = ((row["passage"], answer_of(json.loads(row["answer"]))) for row in found)
    return {passage: answer for passage, answer in known if answer is not None}


def all_answers(db: Database) -> tuple[KeptAnswer, ...]:
    """All answers that are kept."""
    found = rows(db, "SELECT passage, model, prompt, answer FROM reader_answers ORDER BY passage, model, prompt")
    known = ((row, any_answer_of(json.loads(row["answer"]))) for row in found)
    return tuple(KeptAnswer(r["passage"], Reader(r["model"], r["prompt"]), a) for r, a in known if a is not None)


def any_answer_of(record: object) -> Answer | PairAnswer | None:
    """The answer, on a passage or on a pair, that ``record`` holds; None where it fits neither schema."""
    return answer_of(record) or pair_answer_of(record)


def keep(db: Database, kept: Iterable[KeptAnswer]) -> None:
    """Keeps answers; one that is there under the same name gives way."""
    records = [(k.passage, k.reader.model, k.reader.prompt, written(k.answer)) for k in kept]
    sql = "INSERT OR REPLACE INTO reader_answers (passage, model, prompt, answer) VALUES (?, ?, ?, ?)"
    db.conn.executemany(sql, records)


def add_new(db: Database, kept: Collection[KeptAnswer]) -> int:
    """Keeps those answers whose place is empty; their number."""
    known = {(k.passage, k.reader) for k in all_answers(db)}
    new = [k for k in kept if (k.passage, k.reader) not in known]
    keep(db, new)
    return len(new)


def written(answer: Answer | PairAnswer) -> str:
    """An answer as it is stored."""
    return json.dumps(answer.record(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def link(db: Database, sha256: str, passages: Sequence[Passage], refused: Mapping[str, Refused]) -> None:
    """Notes that these are the passages of a document now, and what was refused of the answers on them."""
    db.execute("UPDATE reader_passages SET number = NULL WHERE document = ?", [sha256])
    records = []
    for number, key in enumerate(dict.fromkeys(passage.key for passage in passages), 1):
        tally = refused.get(key, NOTHING)
        records.append((sha256, key, number, tally.quotes, tally.words))
    sql = "INSERT OR REPLACE INTO reader_passages (document, passage, number, quotes, words) VALUES (?, ?, ?, ?, ?)"
    db.conn.executemany(sql, records)


def digest(db: Database, sha256: str, reader: Reader) -> str:
    """A fingerprint of the answers on the passages of a document: with another one it has to be read anew."""
    sql = """
        SELECT a.passage, a.answer FROM reader_passages AS p JOIN reader_answers AS a ON a.passage = p.passage
        WHERE p.document = ? AND p.number IS NOT NULL AND a.model = ? AND a.prompt = ? ORDER BY p.number
    """
    found = [list(row.values()) for row in rows(db, sql, (sha256, reader.model, reader.prompt))]
    return hashlib.sha256(json.dumps(found).encode()).hexdigest()[:16]


def recipe(db: Database, owner: Source, method: Method) -> str:
    """The fingerprint under which the claims of a document of ``owner`` are found now; see :meth:`Method.recipe`."""
    return method.recipe(owner, digest(db, owner.document, method.reader) if method.reader else "")


def unanswered(db: Database, sha256: str, reader: Reader) -> int:
    """How many passages of a document that has been read have no answer."""
    sql = """
        SELECT count(*) FROM reader_passages AS p WHERE p.document = ? AND p.number IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM reader_answers AS a WHERE a.passage = p.passage AND a.model = ? AND a.prompt = ?
        )
    """
    return int(scalar(db, sql, (sha256, reader.model, reader.prompt)))


def coverage(db: Database, reader: Reader) -> Coverage:
    """How far ``reader`` has read what is registered."""
    sql = """
        SELECT count(*) AS passages, count(a.passage) AS answered,
            coalesce(sum(CASE WHEN a.passage IS NOT NULL THEN p.quotes END), 0) AS quotes,
            coalesce(sum(CASE WHEN a.passage IS NOT NULL THEN p.words END), 0) AS words
        FROM reader_passages AS p LEFT JOIN reader_answers AS a
            ON a.passage = p.passage AND a.model = ? AND a.prompt = ?
        WHERE p.number IS NOT NULL AND p.document IN (SELECT document FROM sources)
    """
    row = next(rows(db, sql, (reader.model, reader.prompt)))
    return Coverage(reader.model, row["passages"], row["answered"], Refused(row["quotes"], row["words"]))


def forget(db: Database, documents: Collection[str]) -> None:
    """Deletes the answers on passages that no other document has; they hold words of the text."""
    sql = """
        DELETE FROM reader_answers WHERE passage IN (
            SELECT passage FROM reader_passages WHERE document IN (SELECT value FROM json_each(?1))
        ) AND passage NOT IN (
            SELECT passage FROM reader_passages WHERE document NOT IN (SELECT value FROM json_each(?1))
        )
    """
    db.execute(sql, [listed(documents)])


def reader_in_force(db: Database) -> Reader | None:
    """The second reader that the registry's texts were read with last, asked by today's prompt."""
    return next((Reader(row["model"]) for row in rows(db, "SELECT model FROM second_reader")), None)


def judge_in_force(db: Database) -> Reader | None:
    """The judge that the registry's pairs were compared with last, asked by today's prompt."""
    return next((judge_of(row["model"]) for row in rows(db, "SELECT model FROM second_reader WHERE judge")), None)


def put_in_force(db: Database, reader: Reader | None, judge: Reader | None = None) -> None:
    """Makes ``reader`` and ``judge``, who are one model, those that hold where nothing else is said."""
    db.execute("DELETE FROM second_reader")
    if reader:
        db.execute("INSERT INTO second_reader (model, judge) VALUES (?, ?)", [reader.model, judge is not None])
