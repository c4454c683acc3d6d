"""The files that go into every published folder as they are, but for a few words."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

FILES: Mapping[str, str] = MappingProxyType(
    {"Dockerfile": "Dockerfile", "robots.txt": "robots.txt", "plugins/robots.py": "robots_plugin.txt"}
)
"""Where each file goes in the folder, and where it is kept: the plugin runs there, and is no module of ours."""


def kit() -> Mapping[str, str]:
    """Each file's text by its path in the folder; ``$`` marks the words to put in, as ``string.Template`` has them."""
    folder = files(__package__).joinpath("files")
    return {path: folder.joinpath(name).read_text(encoding="utf-8") for path, name in FILES.items()}
