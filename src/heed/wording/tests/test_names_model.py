"""The names model: inside this process, by the worker, and what happens when it cannot run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from heed import wording
from heed.wording import names_model

SOURCE = str(Path(names_model.__file__).parents[2])


def test_the_model_sees_names_and_gives_offsets_of_the_text() -> None:
    text = "Yesterday Kelechi Okafor met the family in Truro."
    seen = names_model.look(text, "inside")
    assert "Kelechi Okafor" in [
        text[start:end] for start, end, label in seen.entities if label == "PERSON"
    ]
    assert all(text[start:end].strip() for start, end in seen.proper)


def test_chunks_of_a_long_text_keep_their_offsets() -> None:
    text = "The group met and read the plan again. " * 300 + "Kelechi Okafor came."
    seen = names_model.look(text, "inside")
    people = [text[start:end] for start, end, label in seen.entities if label == "PERSON"]
    assert people == ["Kelechi Okafor"]


def test_a_reading_without_the_model_is_never_releasable() -> None:
    reading = wording.read("The group met.", names_model="off")
    assert reading.could_not_run == ("names-model",)
    assert not wording.releasable(reading)


def test_a_text_too_long_for_the_model_is_refused() -> None:
    with pytest.raises(names_model.NotReadable):
        names_model.look("a" * (names_model.LONGEST + 1), "inside")


def test_a_worker_that_cannot_start_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(names_model.tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr(sys, "executable", "/bin/false")
    reading = wording.read("The group met.", names_model="worker")
    assert reading.could_not_run == ("names-model",)
    assert not wording.releasable(reading)


def test_a_folder_open_to_others_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(names_model.tempfile, "gettempdir", lambda: str(tmp_path))
    folder = names_model.socket_path().parent
    folder.chmod(0o755)
    with pytest.raises(names_model.NotReadable):
        names_model.socket_path()


def test_the_worker_answers_as_the_model_inside_does_and_ends_when_quiet(tmp_path: Path) -> None:
    path = tmp_path / "names.sock"
    code = (
        "import sys; from pathlib import Path; from heed.wording import names_worker;"
        "raise SystemExit(names_worker.serve(Path(sys.argv[1]), quiet_seconds=1.5))"
    )
    environment = {**os.environ, "PYTHONPATH": SOURCE}
    worker = subprocess.Popen([sys.executable, "-c", code, str(path)], env=environment)
    try:
        until = time.monotonic() + 60
        while not path.exists():
            assert time.monotonic() < until
            assert worker.poll() is None
            time.sleep(0.05)
        text = "Kelechi Okafor met the family."
        connection = names_model._connect(path)
        assert connection is not None
        with connection:
            names_model.send(connection, {"text": text})
            answer = names_model._from_json(names_model.receive(connection))
        assert answer == names_model.look(text, "inside")
        assert path.stat().st_mode & 0o077 == 0
        assert worker.wait(timeout=30) == 0
        assert not path.exists()
    finally:
        if worker.poll() is None:
            worker.terminate()
            worker.wait(timeout=10)
