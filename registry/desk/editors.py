"""Who may decide: signed-in actors on the allow-list of the configuration, and nobody else."""

from __future__ import annotations

from registry.desk.host import Host
from registry.desk.web import Request

SETTING = "editors"
"""The key of the plugin's configuration: a list of actors' ids."""


def editor(host: Host, request: Request) -> str | None:
    """The name under which whoever asks decides; None for a reader.

    It is the actor's id, which an authentication plugin vouches for, and not a display name that anyone may choose.
    """
    name = (request.actor or {}).get("id")
    listed = host.setting(SETTING)
    known = listed if isinstance(listed, list) else [listed]
    return name if isinstance(name, str) and name.strip() and name in known else None
