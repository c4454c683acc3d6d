"""One-time links: each signs in the editor it was made for, once."""

from __future__ import annotations

import secrets
from threading import Lock


class Links:
    """The links that were handed out and not yet used. They live as long as the process."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._lock = Lock()

    def offer(self, name: str) -> str:
        """The secret of a new link that signs ``name`` in."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._names[token] = name
        return token

    def redeem(self, token: str) -> str | None:
        """The name a link was made for, the first time it is asked; None for any other."""
        with self._lock:
            return self._names.pop(token, None)


LINKS = Links()
"""Those of this process: ``claims serve`` prints one, the sign-in page takes it."""
