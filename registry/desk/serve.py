"""The desk as a server of its own: Datasette on one registry, and a link that signs its editor in."""

from __future__ import annotations

import errno
import ipaddress
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn

from registry.connection import open_registry
from registry.desk import descriptions
from registry.desk.admission import local_only
from registry.desk.editors import SETTING
from registry.desk.host import PLUGIN, build, merged
from registry.desk.links import LINKS
from registry.desk.page import ROOT
from registry.desk.sign_in import PATH
from sources.errors import ConfigError, UsageError


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that can be reached already and waits to be run. ``link`` signs the editor in, once."""

    address: str
    link: str
    open_to_others: bool
    server: uvicorn.Server
    door: socket.socket

    def run(self) -> None:
        """Answers requests until the process is told to stop."""
        self.server.run(sockets=[self.door])


@contextmanager
def open_desk(file: Path, host: str, port: int, editor: str, config: Mapping[str, Any] | None = None) -> Iterator[Desk]:
    """The desk on a registry, brought up to date first; ``port`` 0 takes any that is free.

    ``config`` is what a configuration file of Datasette says. Raises RegistryError where there is no registry,
    UsageError where the address cannot be had.
    """
    with open_registry(file):
        pass
    said = config or {}
    editors = list(dict.fromkeys([editor, *listed_editors(said)]))
    configured = merged(
        descriptions.config(file.stem, editors), merged(said, {"plugins": {PLUGIN: {SETTING: editors}}})
    )
    served = build(file, configured, descriptions.metadata(file.stem), {"default_allow_sql": False})
    door = _door(host, port)
    try:
        address = f"http://{_named(host)}:{door.getsockname()[1]}"
        # With a configuration the desk may stand behind another server, which passes on the name it is known by.
        application = served.app() if config or not _loopback(host) else local_only(served.app())
        server = uvicorn.Server(uvicorn.Config(application, lifespan="on", log_level="warning", access_log=False))
        link = f"{address}{ROOT}/{PATH}?token={LINKS.offer(editor)}"
        yield Desk(f"{address}{ROOT}/conflicts", link, not _loopback(host), server, door)
    finally:
        door.close()


def listed_editors(config: Mapping[str, Any]) -> list[str]:
    """The editors that a configuration names. Raises ConfigError for what is no list of names."""
    plugins = config.get("plugins") or {}
    listed = (plugins.get(PLUGIN) or {}).get(SETTING, []) if isinstance(plugins, dict) else None
    if not isinstance(listed, list) or not all(isinstance(name, str) and name for name in listed):
        raise ConfigError("plugins", f"`{PLUGIN}: {SETTING}` is no list of names", f"write {SETTING}: [mei, jonas]")
    return listed


def _door(host: str, port: int) -> socket.socket:
    """A socket that already listens, so that the link works from the moment it is printed."""
    try:
        family, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server(place[:2], family=family, backlog=128)
    except socket.gaierror as error:
        raise UsageError("--host", f"{host} is no address of this machine", "give another, or none") from error
    except (OSError, OverflowError) as error:
        code = getattr(error, "errno", None)
        if code == errno.EADDRINUSE:
            raise UsageError("--port", f"{port} is in use on {host}", "give another, or 0 for any") from error
        if code == errno.EADDRNOTAVAIL:
            raise UsageError("--host", f"{host} is no address of this machine", "give another, or none") from error
        raise UsageError("--port", f"{port} cannot be had on {host} ({error})", "give another, or 0") from error


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _named(host: str) -> str:
    """The host as it stands in an address that this machine can open."""
    try:
        given = ipaddress.ip_address(host)
    except ValueError:
        return host
    if given.is_unspecified:
        return "127.0.0.1" if given.version == 4 else "[::1]"
    return host if given.version == 4 else f"[{host}]"
