"""The house rules of docs/architecture.md, held over the syntax trees of every module."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

ROOMS = ("sources", "claims", "registry", "cli")
"""Each may import itself and what stands before it."""

THIRD_PARTY: dict[str, str | tuple[str, ...]] = {
    "charset_normalizer": "sources.decode",
    "click": ("cli", "registry.commands"),
    "datasette": "registry.desk.host",
    "jinja2": ("registry.publishing", "registry.reports"),
    "llm": "registry.reader.language_model",
    "markupsafe": "registry.desk.host",
    "opencc": "sources.script",
    "rapidfuzz": "claims",
    "rjieba": "claims.topics",
    "snowballstemmer": "claims.topics",
    "sqlite_utils": "registry",
    "uvicorn": "registry.desk",
    "yaml": "registry.desk.yaml_file",
}
"""Each dependency, and the module or room, or the several of them, that alone may import it."""

IMPORTED_AS = {"pyyaml": "yaml"}
"""Distributions that go by another name in an import."""

AT_WORK = {"dev", "fit"}
"""Extras for work on the project, which nothing that is installed imports."""

UNTYPED = {"datasette", "opencc", "rjieba", "snowballstemmer"}
"""Dependencies without types: one typed module of ours stands before each."""

LATE = {
    *("charset_normalizer", "datasette", "jinja2", "llm", "opencc", "rjieba", "snowballstemmer", "uvicorn"),
}
"""Dependencies that no command pays for which does not use them."""

MODULE_LINES = 600
CLI_LINES = 500
FUNCTION_LINES = 60


def name_of(path: Path) -> str:
    """The dotted name of a module of ours."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


PATHS = {
    name_of(path): path
    for room in ROOMS
    for path in [*(ROOT / room).rglob("*.py"), ROOT / f"{room}.py"]
    if path.exists()
}
TREES = {name: ast.parse(path.read_text(encoding="utf-8"), filename=str(path)) for name, path in PATHS.items()}


def imports(module: str) -> Iterator[str]:
    """What a module imports, wherever the statement stands: modules of ours by their full name."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} line {node.lineno}: imports are absolute"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in PATHS else str(node.module)


def room(module: str) -> str:
    return module.partition(".")[0]


def within(module: str, places: str | tuple[str, ...]) -> bool:
    return any(
        module == place or module.startswith(place + ".") for place in ([places] if isinstance(places, str) else places)
    )


def test_every_folder_of_code_is_a_room() -> None:
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    modules = {path.stem for path in ROOT.glob("*.py")}
    assert folders | modules <= set(ROOMS)


def test_imports_run_one_way() -> None:
    against = [
        f"{module} imports {name}"
        for module in PATHS
        for name in imports(module)
        if room(name) in ROOMS and ROOMS.index(room(name)) > ROOMS.index(room(module))
    ]
    assert against == []


def test_a_dependency_is_imported_where_the_table_says() -> None:
    ours = sys.stdlib_module_names | set(ROOMS)
    against = [
        f"{module} imports {name}"
        for module in PATHS
        for name in imports(module)
        if room(name) not in ours and not within(module, THIRD_PARTY.get(room(name), "nowhere"))
    ]
    assert against == []


def test_the_table_names_exactly_the_declared_dependencies() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for name, lines in project["optional-dependencies"].items() if name not in AT_WORK for line in lines]
    declared = {re.split(r"[<>=!~ \[]", line)[0].replace("-", "_") for line in [*project["dependencies"], *extras]}
    declared = {IMPORTED_AS.get(name, name) for name in declared}
    assert declared == set(THIRD_PARTY)


@pytest.mark.parametrize("library", sorted(UNTYPED))
def test_an_untyped_library_stands_behind_one_module(library: str) -> None:
    users = {module for module in PATHS if any(room(name) == library for name in imports(module))}
    assert len(users) <= 1, f"{library} is imported by {', '.join(sorted(users))}"


def test_nothing_is_imported_by_a_name_made_at_run_time() -> None:
    calls = {
        module: {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for module, tree in TREES.items()
    }
    assert [m for m, names in calls.items() if names & {"__import__", "importlib.import_module", "import_module"}] == []


def test_no_module_reaches_itself() -> None:
    try:
        TopologicalSorter({name: set(imports(name)) & set(PATHS) for name in PATHS}).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_a_module_can_be_read_in_one_sitting() -> None:
    lines = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in PATHS.items()}
    assert {m: n for m, n in lines.items() if n > (CLI_LINES if m == "cli" else MODULE_LINES)} == {}


def test_a_function_fits_on_a_screen() -> None:
    functions = {
        f"{module}, line {node.lineno}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: lines for name, lines in functions.items() if lines > FUNCTION_LINES} == {}


def test_a_module_says_what_it_promises() -> None:
    assert [module for module, tree in TREES.items() if tree.body and not ast.get_docstring(tree)] == []


def run(program: str, *arguments: str) -> str:
    """What a fresh interpreter prints."""
    command = [sys.executable, "-c", program, *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_every_module_can_be_imported_first_in_its_room() -> None:
    program = """
import importlib, sys
for module in sys.argv[1:]:
    room = module.partition(".")[0]
    for name in [name for name in sys.modules if name.partition(".")[0] == room]:
        del sys.modules[name]
    try:
        importlib.import_module(module)
    except ImportError as error:
        sys.exit(f"{module} cannot be imported first: {error}")
"""
    run(program, *sorted(PATHS, key=lambda name: (ROOMS.index(room(name)), name)))


def test_the_command_starts_without_the_heavy_libraries() -> None:
    loaded = run("import sys, cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))")
    assert not LATE & set(loaded.split())
