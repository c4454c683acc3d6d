"""What a newsroom begins with: a project file, a file for decisions, and a job for continuous integration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from registry.config import CONFIG_NAME, DECISIONS_NAME
from sources.errors import UsageError

GITIGNORE = ".gitignore"
REGISTRY_LINE = "/registry.db*"
"""The registry is built from what is committed, and never committed itself."""


class Workflow(StrEnum):
    """Where the check is to run."""

    GITHUB = "github"
    GITLAB = "gitlab"


JOBS = {
    Workflow.GITHUB: (".github/workflows/claims.yml", "github.yml"),
    Workflow.GITLAB: (".gitlab-ci.yml", "gitlab.yml"),
}
"""The file that each reads, and the one here that it is given."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A file to be written, or one that is there and stays as it is."""

    path: Path
    text: str
    there: bool


def plan(folder: Path, workflow: Workflow | None) -> tuple[Planned, ...]:
    """What a project in ``folder`` needs, in order."""
    return tuple(_plan(folder, workflow))


def carry_out(planned: tuple[Planned, ...]) -> None:
    """Writes what is not there yet. Raises UsageError for a folder that cannot be written."""
    for item in planned:
        if item.there:
            continue
        try:
            item.path.parent.mkdir(parents=True, exist_ok=True)
            item.path.write_text(item.text, encoding="utf-8", newline="\n")
        except OSError as error:
            problem = f"cannot be written ({error.strerror})"
            raise UsageError(str(item.path), problem, "check the permissions of its folder") from None


def _plan(folder: Path, workflow: Workflow | None) -> Iterator[Planned]:
    yield _planned(folder / CONFIG_NAME, _template("project.toml"))
    yield _planned(folder / DECISIONS_NAME, "")
    ignored = folder / GITIGNORE
    before = ignored.read_text(encoding="utf-8") if ignored.is_file() else ""
    kept = before if not before or before.endswith("\n") else f"{before}\n"
    there = REGISTRY_LINE in before.splitlines()
    yield Planned(ignored, f"{kept}{REGISTRY_LINE}\n", there)
    if workflow:
        name, template = JOBS[workflow]
        yield _planned(folder / name, _template(template))


def _planned(path: Path, text: str) -> Planned:
    return Planned(path, text, path.exists())


def _template(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")
