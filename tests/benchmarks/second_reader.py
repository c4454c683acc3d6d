"""The ``claims`` command as scorers call it, with a language model as a second reader whose answers are in a file.

::

    run_articles.py --cli "python -m tests.benchmarks.second_reader answers.jsonl NAME" SET...

Before sources are added, the answers are imported; nothing is asked, and what has no answer is read by grammar alone.
How many passages had one is said on standard error. Whatever else is called goes to ``claims`` as it is.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

CLAIMS = Path(sys.executable).with_name("claims")


def commands(answers: str, model: str, words: Sequence[str]) -> list[list[str]]:
    """The command lines to run for one of a scorer's."""
    if words[:1] != ["add"]:
        return [list(words)]
    database = [part for at, word in enumerate(words) if word == "--db" for part in words[at : at + 2]]
    return [
        ["reader", "import", *database, answers],
        [*words, "--reader", "llm", "--model", model, "--max-calls", "0"],
    ]


def command_line(answers: Path, model: str) -> str:
    """What ``--cli`` of a scorer has to say, from whatever folder it is run in."""
    return f"{sys.executable} {Path(__file__).resolve()} {answers.resolve()} {model}"


def main(arguments: Sequence[str]) -> int:
    """Runs one command line of a scorer; the exit code is that of ``claims``."""
    answers, model, *words = arguments
    for line in commands(answers, model, words):
        # The import has nothing to tell the scorer, who reads standard output.
        quiet = {"stdout": subprocess.DEVNULL} if line[0] == "reader" else {}
        if code := subprocess.run([CLAIMS, *line], check=False, **quiet).returncode:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
