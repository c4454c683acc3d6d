"""``claims demo``: the whole main job on the corpus that ships with the package."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from registry.commands.options import PATH
from registry.commands.output import screen, tell, watcher
from registry.reports import FORMATS


@click.command()
@click.option("--keep", type=PATH, metavar="DIR", help="Leave articles and registry in DIR, a new folder.")
def demo(keep: Path | None) -> None:
    """Run the whole job on seven constructed articles.

    They ship with the package; without --keep nothing is left behind.
    """
    from registry.demo import run_demo

    with tempfile.TemporaryDirectory() as scratch:
        report = run_demo(keep or Path(scratch) / "demo", watcher())
    tell(FORMATS["text"](report, screen()))
    place = f"cd {keep} && claims conflicts" if keep else "claims demo --keep DIR leaves the articles and the registry"
    click.echo(f"Go on: {place}. Your own articles: claims add FOLDER, then claims conflicts.", err=True)
