"""How long a check takes from a standing start, beside three libraries that it could not do without.

``python -m tests.benchmarks.start`` prints processor time, which a busy machine changes least, as the median of five
runs each: of ``import click, sqlite_utils, rapidfuzz``, of `claims check` on one line, and on one article of 10,000
characters (the articles of the demonstration in a row, begun again), without a registry.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT / "registry" / "demo" / "corpus"
LENGTH = 10_000
RUNS = 5

IMPORTS = ("-c", "import click, sqlite_utils, rapidfuzz")


def article() -> str:
    """The article that is checked."""
    texts = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt")))
    return (texts * (LENGTH // len(texts) + 1))[:LENGTH]


def seconds(*words: str) -> float:
    """The processor time of a run of this Python, median of several; the first, which fills caches, is not counted."""
    spent = []
    # An installed package has its bytecode beside it; a machine that is told to write none would measure the compiler.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(RUNS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *words], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(spent[1:])


def main() -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as folder:
        line, whole = Path(folder) / "line.txt", Path(folder) / "article.txt"
        line.write_text("岚港下了雨。\n", encoding="utf-8")
        whole.write_text(article(), encoding="utf-8")
        base = seconds(*IMPORTS)
        print(f"imports   {base:.2f} s")
        for name, file in (("one line", line), ("article", whole)):
            spent = seconds("cli.py", "check", "--exit-zero", str(file))
            print(f"{name:9} {spent:.2f} s, {spent / base:.1f} times the imports")


if __name__ == "__main__":
    main()
