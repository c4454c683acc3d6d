"""A desk that is really served, and somebody who visits it without a browser."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from urllib.parse import urlencode, urlsplit

CLI = Path(__file__).parents[3] / "cli.py"


@dataclass(frozen=True)
class Site:
    """A running desk. ``link`` signs its editor in, once; ``folder`` is where its registry lies."""

    base: str
    link: str
    folder: Path
    editor: str

    @property
    def host(self) -> str:
        return urlsplit(self.base).netloc


@contextmanager
def served(folder: Path, *options: str, editor: str = "林编辑") -> Iterator[Site]:
    """``claims serve`` on the registry in ``folder``, on any port that is free."""
    command = [sys.executable, CLI, "serve", "--port", "0", "--editor", editor, *options]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            lines = [process.stdout.readline().split() for _ in range(2)]
            assert all(lines), process.stderr.read()
            address, link = (line[-1] for line in lines)
            yield Site(address.partition("/-/")[0], link, folder, editor)
        finally:
            process.terminate()
            process.wait(timeout=20)


@dataclass
class Reply:
    """What came back."""

    status: int
    headers: HTTPMessage
    text: str

    @property
    def location(self) -> str:
        return self.headers["location"] or ""


@dataclass
class Visitor:
    """Asks a site for pages and keeps the cookies it is given; sends no header that it is not told to."""

    site: Site
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Reply:
        return self._ask("GET", path, None, headers or {})

    def post(self, path: str, fields: Mapping[str, str], headers: Mapping[str, str] | None = None) -> Reply:
        return self._ask("POST", path, urlencode(fields).encode(), headers or {})

    def sign_in(self) -> Reply:
        return self.get(self.site.link.removeprefix(self.site.base))

    def hidden(self, path: str) -> dict[str, str]:
        """The hidden fields of the form for a decision on the page at ``path``, else of any form there."""
        page = self.get(path).text
        form = page.partition('class="decide"')[2].partition("</form>")[0] or page
        found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
        return {name: unescape(value) for name, value in found}

    def _ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Reply:
        connection = HTTPConnection(self.site.host, timeout=60)
        try:
            sent = dict(headers)
            if self.cookies:
                sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            if body is not None:
                sent["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            for line in response.headers.get_all("set-cookie", []):
                name, _, value = line.partition(";")[0].partition("=")
                self.cookies[name] = value
            return Reply(response.status, response.headers, response.read().decode())
        finally:
            connection.close()


def ids(page: str) -> list[str]:
    """The conflicts that a queue page leads to, in its order."""
    return list(dict.fromkeys(re.findall(r'class="entry" href="[^"]*/conflict/([a-z0-9-]+)', page)))
