"""`heed serve`: answers browsers."""

import argparse
import logging
import socket
from typing import Any

from heed.command import environment
from heed.command.parsing import Parser, Stop, number, port


def add(commands: Any) -> None:
    """Describe the command."""
    serve = commands.add_parser(
        "serve",
        help="answer browsers, until told to stop",
        description=(
            "Serves Heed on this machine until it gets a signal to end (SIGTERM or Ctrl-C).\n"
            "For others to reach it, put a web server with HTTPS in front of it: see\n"
            "docs/administrator.md. The home must be prepared first: heed init."
        ),
    )
    add_options(serve, workers=2)
    serve.set_defaults(run=run)


def add_options(parser: Parser, *, workers: int) -> None:
    """The options of whatever serves."""
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: this machine alone)"
    )
    parser.add_argument(
        "--port", type=port, help="port to listen on (default: PORT from the environment, or 8000)"
    )
    parser.add_argument(
        "--workers", type=number, default=workers, help=f"processes (default: {workers})"
    )
    parser.add_argument("--threads", type=number, default=4, help="threads in each (default: 4)")


def as_words(arguments: argparse.Namespace) -> list[str]:
    """The options of whatever serves, as they would be typed."""
    names = ("host", "port", "workers", "threads")
    return [f"--{name}={getattr(arguments, name)}" for name in names]


def run(arguments: argparse.Namespace) -> int:
    """Serve what is prepared."""
    settle_address(arguments)
    environment.ready()
    from heed.command.preparing import refuse_unprepared

    refuse_unprepared()
    return serve(arguments)


def settle_address(arguments: argparse.Namespace) -> None:
    """Settle the port, and the address that links in emails begin with, before the settings."""
    try:
        arguments.port = arguments.port or port(environment.told("PORT", "8000"))
    except argparse.ArgumentTypeError as fault:
        raise Stop(f"PORT: {fault}") from None
    if not environment.told("HEED_ADDRESS"):
        host = "127.0.0.1" if arguments.host in ("0.0.0.0", "::") else arguments.host  # noqa: S104
        environment.tell("HEED_ADDRESS", f"http://{host}:{arguments.port}")


def serve(arguments: argparse.Namespace) -> int:
    """Answer until told to stop. The settings have been read and the home is prepared."""
    refuse_taken(arguments.host, arguments.port)
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    connections.close_all()
    Granian(
        "heed.wsgi:application",
        address=arguments.host,
        port=arguments.port,
        interface=Interfaces.WSGI,
        workers=arguments.workers,
        blocking_threads=arguments.threads,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
        log_dictconfig=_logs(),
        log_access=False,
        process_name=None,
    ).serve()
    return 0


def refuse_taken(host: str, wanted: int) -> None:
    """Raise Stop unless the port can be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, wanted))
        except OSError as fault:
            said = (fault.strerror or str(fault)).lower()
            raise Stop(
                f"Port {wanted} on {host} cannot be used ({said}): choose another with --port."
            ) from None


def _logs() -> dict[str, Any]:
    return {
        "formatters": {"json": {"()": "heed.partnership.logs.formatter"}},
        "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}},
        "loggers": {"_granian": {"handlers": ["out"], "level": "WARNING", "propagate": False}},
        "root": {"handlers": ["out"], "level": logging.WARNING},
    }
