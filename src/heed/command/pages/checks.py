"""docs/reference/checks.md: the checks that Heed is held to, and the tests that answer them."""

import re
import tomllib
from pathlib import Path
from typing import Any

INTRODUCTION = """\
# Checks of reliability and security

What the most trusted systems of this kind are held to, in our words, and what answers each here.
Drawn by `heed reference` from `checks.toml`, which is edited by hand; a test that it names must
exist. *Not yet* means that: nobody should rely on it.
"""


def page(kept: Path) -> str:
    """The page. Raises ValueError where a named test is not there."""
    told = tomllib.loads(kept.read_text(encoding="utf-8"))
    lines = [INTRODUCTION, _summary(told["check"])]
    group = ""
    for check in told["check"]:
        if check["group"] != group:
            group = check["group"]
            lines += ["", f"## {group}", "", "| | held to | answered by |", "|---|---|---|"]
        lines.append(f"| {check['number']} | {check['held_to']} | {_answer(check, kept)} |")
    return "\n".join([*lines, ""])


def _summary(checks: list[dict[str, Any]]) -> str:
    whole = sum(bool(one.get("tests")) and not one.get("open") for one in checks)
    part = sum(bool(one.get("tests")) and bool(one.get("open")) for one in checks)
    return (
        f"Of {len(checks)} checks, {whole} are answered, {part} in part, "
        f"{len(checks) - whole - part} not yet."
    )


def _answer(check: dict[str, Any], kept: Path) -> str:
    tests = check.get("tests", [])
    for test in tests:
        _must_exist(test, kept.parents[2])
    said = "<br>".join(f"`{test}`" for test in tests)
    if not tests:
        return f"Not yet. {check.get('open', '')}".strip()
    return f"{said}<br>Not yet: {check['open']}" if check.get("open") else said


def _must_exist(test: str, root: Path) -> None:
    file, _, name = test.partition("::")
    path = root / file
    if not path.exists():
        raise ValueError(f"checks.toml names {test}, and there is no such file.")
    if name and not re.search(rf"^(?:    )?def {re.escape(name)}\(", path.read_text(), re.M):
        raise ValueError(f"checks.toml names {test}, and the file has no such test.")
