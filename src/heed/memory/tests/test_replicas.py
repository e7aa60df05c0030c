"""Reads of copies, tried on two databases in a process of its own (see ``two_databases``)."""

import os
import subprocess
import sys
from pathlib import Path

from heed.memory.replicas import Router
from heed.memory.tests import two_databases

ROOT = Path(__file__).parents[4]


def test_public_pages_are_read_from_a_copy_and_everything_else_from_the_first(
    tmp_path: Path,
) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", two_databases.__name__, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in ran.stdout.splitlines() if line.startswith(("held", "NOT SO"))]
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert [line for line in said if line.startswith("NOT SO")] == []
    assert len(said) == 9


def test_only_the_first_database_has_its_tables_brought_up_to_date() -> None:
    assert Router().allow_migrate("default", "memory")
    assert not Router().allow_migrate("replica1", "memory")
