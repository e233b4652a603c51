"""The shape of the code, as far as import-linter and the linters cannot see it (docs/architectuur.md)."""

import ast
from collections.abc import Iterator
from pathlib import Path

WORTEL = Path(__file__).parents[1]
PAKKETTEN = ("bot", "handlers", "berichten")
LANGER = {
    "bot/storage/migrations/versions/0001_begin.py": "written by Alembic: all tables once more",
}
"""Modules over 300 lines, each with its reason."""

MODULES = [str(pad.relative_to(WORTEL)) for deel in PAKKETTEN for pad in sorted((WORTEL / deel).rglob("*.py"))]
TESTS = [str(pad.relative_to(WORTEL)) for pad in sorted((WORTEL / "tests").rglob("*.py"))]


def lees(module: str) -> ast.Module:
    return ast.parse((WORTEL / module).read_text("utf-8"))


def geimporteerd(module: str) -> set[str]:
    namen = set()
    for knoop in ast.walk(lees(module)):
        if isinstance(knoop, ast.Import):
            namen |= {deel.name for deel in knoop.names}
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            namen |= {knoop.module, *(f"{knoop.module}.{deel.name}" for deel in knoop.names)}
    return namen


def aangeroepen(module: str) -> Iterator[str]:
    """Yield the name of each method that a module calls."""
    for knoop in ast.walk(lees(module)):
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute):
            yield knoop.func.attr


def in_map(map_: str) -> list[str]:
    return [module for module in MODULES if module.startswith(map_)]


def test_a_module_opens_with_one_to_three_lines_about_what_belongs_there() -> None:
    regels = {module: (ast.get_docstring(lees(module)) or "").split("\n\n")[0].splitlines() for module in MODULES}
    assert [module for module, opening in regels.items() if not 1 <= len(opening) <= 3] == []


def test_a_module_can_be_read_in_one_sitting() -> None:
    assert {module for module in MODULES if len((WORTEL / module).read_text("utf-8").splitlines()) > 300} == set(LANGER)


def test_only_the_outside_knows_the_chat_network() -> None:
    wie = {module for module in MODULES if any(n.split(".")[0] == "telegram" for n in geimporteerd(module))}
    assert [m for m in wie if not m.startswith(("handlers/", "bot/channels/")) and m != "bot/optelegram.py"] == []


def test_tests_use_real_things() -> None:
    assert [module for module in TESTS if any(naam.startswith("unittest") for naam in geimporteerd(module))] == []


def test_rules_are_pure() -> None:
    onrein = {"asyncio", "random", "secrets", "time", "os", "pathlib", "sqlalchemy", "socket", "threading"}
    for module in in_map("bot/rules/"):
        assert {naam.split(".")[0] for naam in geimporteerd(module)} & onrein == set(), module
        assert {"now", "utcnow", "today"} & set(aangeroepen(module)) == set(), module


def test_services_are_plain_functions_that_ask_no_clock() -> None:
    for module in in_map("bot/services/"):
        assert not any(isinstance(k, ast.AsyncFunctionDef | ast.Await) for k in ast.walk(lees(module))), module
        assert {"utcnow", "today", "token_bytes", "uuid4"} & set(aangeroepen(module)) == set(), module


def test_what_works_in_a_transaction_never_ends_it() -> None:
    shell = {"database.py", "sqlite.py", "postgres.py", "schema.py", "env.py"}
    for module in in_map("bot/services/") + in_map("bot/storage/"):
        if Path(module).name not in shell and "storage/verhuis/" not in module:  # a move opens its own two sides
            assert {"commit", "rollback", "begin", "begin_nested"} & set(aangeroepen(module)) == set(), module
