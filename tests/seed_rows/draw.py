"""Draws docs/reference/seed-rows.md: `python -m tests.seed_rows.draw`."""

from itertools import groupby
from pathlib import Path

from tests.seed_rows.rows import rows, shown

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "seed-rows.md"


def drawn() -> str:
    """The page as the rows and the names of the tests make it."""
    every, tests = rows(), shown()
    named = {one.number for one in tests}
    lines = [
        "# What the five partnerships ask for, row by row",
        "",
        "Each row is a capability that one of the five partnerships' own pages asks for. A row is",
        "covered when a test in `tests/seed_rows/` names its number and judges it by what a person",
        "sees and does. Drawn from the names of those tests; draw it again with",
        "`python -m tests.seed_rows.draw`.",
        "",
        f"Covered: {len(named)} of {len(every)}.",
    ]
    for partnership, own in groupby(every, key=lambda one: one.partnership):
        lines += [
            "",
            f"## {partnership}",
            "",
            "| row | what it asks for | shown by |",
            "|---|---|---|",
        ]
        for row in own:
            by = [one for one in tests if one.number == row.number]
            how = "<br>".join(f"`{one.file}`: {_plainly(one.name)}" for one in by) or "not yet"
            lines.append(f"| {row.number} | {row.words} | {how} |")
    return "\n".join(lines) + "\n"


def _plainly(name: str) -> str:
    return " ".join(name.split("_")[3:])


if __name__ == "__main__":
    PAGE.write_text(drawn())
