"""Logs that tell what happened without telling whose life it was."""

import logging
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog


def formatter(*_: Any, **__: Any) -> logging.Formatter:
    """The formatter of every line: JSON, with where an error arose but never its words.

    Settings ask for it when Heed starts; from then on structlog's own lines pass through it too.
    Left to itself, structlog prints an error with its words and every local variable.
    """
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            where_not_what,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            where_not_what,
            structlog.processors.JSONRenderer(),
        ],
    )


def where_not_what(_: Any, __: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Keep where an error arose; drop its message, which may hold what somebody typed."""
    fault = event.pop("exc_info", None)
    if fault is True:
        fault = sys.exc_info()
    if isinstance(fault, tuple) and fault[0] is not None:
        event["error"] = fault[0].__name__
        event["at"] = [f"{f.filename}:{f.lineno}" for f in traceback.extract_tb(fault[2])[-6:]]
    event.pop("exception", None)
    event.pop("stack_info", None)
    return event
