"""Where sources stand in the repository, which is how the pages of GitHub and GitLab find them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def repository_paths(names: Iterable[str], project: Path) -> dict[str, str]:
    """The path of each source from the root of the repository that holds the folder ``project``.

    Outside a repository the project is the root. What lies elsewhere keeps its full path, a URL its address.
    """
    project = Path(os.path.normpath(project.absolute()))
    root = next((folder for folder in (project, *project.parents) if (folder / ".git").exists()), project)
    return {name: _path(name, project, root) for name in names}


def _path(name: str, project: Path, root: Path) -> str:
    if name.startswith(("http://", "https://")):
        return name
    path = Path(os.path.normpath(project / name))
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
