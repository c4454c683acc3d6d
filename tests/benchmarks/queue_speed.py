"""How fast the desk is over a large registry: ``python -m tests.benchmarks.queue_speed FOLDER``.

Makes a registry of 100,000 claims and 10,000 findings in FOLDER, unless one is there already, serves it, and prints the
median of warm requests.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from claims.identity import pair_key
from claims.model import Claim
from registry import save
from registry.connection import Registry, open_registry
from registry.decisions import record
from registry.model import Judgement
from registry.rows import claim_row, source_row
from registry.search import index_words
from sources.reference import SourceRef
from tests.registry.desk.serving import Visitor, ids, served
from tests.registry.samples import claim, document

SOURCES, CLAIMS_EACH, FINDINGS, AGREEING, DECIDED = 500, 200, 10_000, 90_000, 1_000
TOPICS, ROUNDS = 4_000, 15


def fill(registry: Registry) -> None:
    """Registers the claims without extraction, and pairs without comparing."""
    drawn = random.Random(7)
    kept: list[Claim] = []
    for number in range(SOURCES):
        sentences = [f"港口{number}号第{n}区有{drawn.randint(2, 10**6)}家企业" for n in range(CLAIMS_EACH)]
        text = "。\n".join(sentences)
        read, ref = document(text), SourceRef(f"article-{number:04}.txt", published=f"2025-{number % 12 + 1:02}-01")
        made = [made_of(text, sentence, drawn) for sentence in sentences]
        with registry.transaction():
            save.save_document(registry.db, read)
            save.save_source(registry.db, source_row(ref, read.sha256))
            owner = save.source_named(registry.db, ref.name)
            assert owner is not None
            registry.db.table("claims").insert_all(claim_row(each, owner, read) for each in made)
            registry.db.table("claim_words").insert_all({"claim": m.key, "words": index_words(m)} for m in made)
        kept += made
    with registry.transaction():
        registry.db.table("pairs").insert_all(pairs(kept, drawn))
        registry.db.execute("ANALYZE")
    for row in list(registry.db.query("SELECT id FROM pairs WHERE verdict = 'conflict' LIMIT ?", [DECIDED])):
        record(registry, row["id"], drawn.choice(list(Judgement)), by=drawn.choice(["梅", "Jonas"]))


def made_of(text: str, sentence: str, drawn: random.Random) -> Claim:
    value = sentence.partition("有")[2].partition("企业")[0]
    return claim(text, sentence, value, value[:-1], f"港口{drawn.randint(1, 900)}号")


def pairs(kept: list[Claim], drawn: random.Random) -> Iterator[dict[str, object]]:
    seen = set()
    for number in range(FINDINGS + AGREEING):
        a, b = sorted(drawn.sample(kept, 2), key=lambda side: side.key)
        key = pair_key(a.key, b.key)
        if key in seen:
            continue
        seen.add(key)
        finding = number < FINDINGS
        yield {
            "id": key,
            "key": key,
            "a": a.key,
            "b": b.key,
            "topic": f"{a.subject} · 企业 {drawn.randint(1, 1 + TOPICS // 900)}",
            "verdict": drawn.choice(["conflict", "tension", "time_drift"]) if finding else "agree",
            "severity": drawn.choice(["high", "medium", "low"]) if finding else "low",
            "rule": drawn.choice(["different_numbers", "slipped_digit", "grown"]) if finding else "same_value",
            "reason": f"{a.value_quote} and {b.value_quote} cannot both be true.",
            "score": round(drawn.uniform(0.6, 1), 3),
            "features": "[]",
        }


def milliseconds(visitor: Visitor, path: str) -> float:
    """The median time of a page that was asked for before."""
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        assert visitor.get(path).status == 200
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken[2:])


def deciding(visitor: Visitor, path: str) -> float:
    """The median time from a decision to the next finding, with all that is remembered out of date."""
    form = {**visitor.hidden(path), "decision": "unsure", "note": ""}
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        following = visitor.post(f"{path}/decide", form)
        assert following.status == 303
        assert visitor.get(following.location).status == 200
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken[2:])


def main() -> None:
    """Prints a line for each page."""
    folder = Path(sys.argv[1])
    if not (folder / "registry.db").exists():
        folder.mkdir(parents=True, exist_ok=True)
        with open_registry(folder / "registry.db", create=True) as registry:
            fill(registry)
    with served(folder) as site:
        visitor = Visitor(site)
        visitor.sign_in()
        key = ids(visitor.get("/-/claims/conflicts").text)[0]
        for name, path in {
            "queue": "/-/claims/conflicts",
            "queue, page 100": "/-/claims/conflicts?page=100",
            "queue, filtered": "/-/claims/conflicts?severity=high&verdict=conflict",
            "one conflict": f"/-/claims/conflict/{key}",
            "topics": "/-/claims/topics",
            "one article": "/-/claims/source/1",
            "search": "/-/claims/search?q=%E4%BC%81%E4%B8%9A+99",
            "search, all": "/-/claims/search?q=%E4%BC%81%E4%B8%9A",
        }.items():
            print(f"{name:16} {milliseconds(visitor, path):6.0f} ms")
        print(f"{'a decision':16} {deciding(visitor, f'/-/claims/conflict/{key}'):6.0f} ms")


if __name__ == "__main__":
    main()
