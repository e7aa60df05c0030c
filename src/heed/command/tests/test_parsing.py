import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

import heed
from heed.command import parser, run

COMMANDS = (
    *("init", "partnership", "people", "serve", "demo", "tick", "history", "check"),
    *("backup", "restore", "pack", "wording", "memory", "reference"),
)


def test_every_command_is_there_and_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    for command in COMMANDS:
        with pytest.raises(SystemExit) as stop:
            parser([command]).parse_args([command, "--help"])
        assert stop.value.code == 0
        assert len(capsys.readouterr().out) > 150, f"heed {command} --help says too little"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["serve", "--port", "80000"], "“80000” is not a port: use a number from 1 to 65535."),
        (["serve", "--port"], "--port needs a value."),
        (["demo", "--today", "2026-02-30"], "“2026-02-30” is not a day: write it as 2026-11-23."),
        (["people"], "Say which of its commands."),
        (["people", "add", "--name", "Ngozi"], "Give --email."),
        (["people", "link", "--email", "ngozi"], "“ngozi” is not an email address."),
        (["backup", "--into", "x"], "“--into x” is not something it understands."),
        (["reference", "--write", "--check"], "--check and --write cannot be used together."),
        (["nothing"], "“nothing” is not one of"),
    ],
)
def test_bad_input_gets_one_sentence_and_exit_code_2(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        run(words)
    assert stop.value.code == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert not told.out


def test_no_words_at_all_show_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "Commands:" in capsys.readouterr().out


def test_help_comes_at_once() -> None:
    # What makes it slow is loading Django or a model: neither may be there.
    loaded = (
        "import sys, heed.__main__, heed.command; heed.command.parser();"
        "print(sorted({'django', 'numpy', 'spacy', 'granian', 'pydantic'} & set(sys.modules)))"
    )
    began = time.process_time()
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
    assert time.process_time() - began < 5


def test_the_version_is_that_of_the_package() -> None:
    project = Path(heed.__file__).parents[2] / "pyproject.toml"
    assert tomllib.loads(project.read_text())["project"]["version"] == heed.__version__
