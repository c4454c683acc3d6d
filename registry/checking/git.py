"""Which files have changed since a revision, by the git that is installed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from sources.errors import UsageError


def changed_since(revision: str, folder: Path) -> frozenset[Path]:
    """The files that differ from ``revision``, new ones included, by their full resolved paths; deleted ones are not.

    Where the branch has left ``revision`` behind, it is compared with the last commit both have: what others changed
    there meanwhile is not this branch's. Raises UsageError where there is no git, no repository or no such revision.
    """
    top = Path(os.fsdecode(_asked(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    known = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if known.returncode:
        raise _unknown(revision, folder)
    commit = known.stdout.decode().strip()
    base = _run(folder, "merge-base", commit, "HEAD").stdout.decode().strip()
    listed = _asked(top, "diff", "--name-only", "--no-renames", "--diff-filter=d", "-z", base or commit)
    listed += _asked(top, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset((top / os.fsdecode(name)).resolve() for name in listed.split(b"\0") if name)


def _unknown(revision: str, folder: Path) -> UsageError:
    shallow = _asked(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
    if shallow:
        remedy = "fetch its history: `git fetch --unshallow`, or `fetch-depth: 0` of actions/checkout"
        return UsageError(f"--since {revision}", "is not in this shallow clone", remedy)
    return UsageError(f"--since {revision}", "is no revision of this repository", "name a commit, a branch or a tag")


def _asked(folder: Path, *words: str) -> bytes:
    done = _run(folder, *words)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError("--since", f"git does not answer ({said[0] if said else 'no message'})", "run it in a clone")
    return done.stdout


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-c", "core.quotePath=false", *words]
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, check=False)
    except OSError as error:
        problem = f"git cannot be run ({error.strerror})"
        raise UsageError("--since", problem, "install git, or leave --since out") from None
