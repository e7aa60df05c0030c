import json
import logging

import pytest
import structlog

from heed.partnership.logs import formatter

SECRET = "Amina at 4 Mill Lane"


def told(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    lines = formatter()
    return [json.loads(lines.format(record)) for record in caplog.records]


def test_an_error_is_told_by_its_kind_and_place_alone(caplog: pytest.LogCaptureFixture) -> None:
    for log in (structlog.get_logger(), logging.getLogger("heed")):
        try:
            raise ValueError(SECRET)
        except ValueError:
            log.exception("not_taken")
    lines = told(caplog)
    assert len(lines) == 2
    for line in lines:
        assert line["error"] == "ValueError"
        assert "test_logs.py" in str(line["at"])
        assert line["event"] == "not_taken"
        assert SECRET not in json.dumps(line)


def test_nothing_is_printed_past_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    formatter()
    try:
        raise ValueError(SECRET)
    except ValueError:
        structlog.get_logger().exception("not_taken")
    said = capsys.readouterr()
    assert SECRET not in said.out + said.err
