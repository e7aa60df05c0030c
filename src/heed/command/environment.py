"""What a command tells Heed's settings before they are read; and reading them.

Beside `heed.settings`, the one place that looks at the environment.
"""

import os
import sys
from pathlib import Path
from typing import NoReturn

from heed.command.parsing import Stop


def told(name: str, otherwise: str = "") -> str:
    """What the environment says of a setting."""
    return os.environ.get(name) or otherwise


def tell(name: str, value: str) -> None:
    """Set a setting for this process and those that it starts."""
    os.environ[name] = value


def begin_again(*words: str) -> NoReturn:
    """Go on as a new process that runs another command with the same environment."""
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "heed", *words])  # noqa: S606


def home() -> Path:
    """Where Heed keeps things, before the settings are read."""
    return Path(told("HEED_HOME") or Path.home() / ".heed").expanduser().resolve()


def ready() -> None:
    """Read the settings and load every room. Raises Stop with a sentence where one is wrong."""
    import django
    from django.conf import settings

    try:
        settings.DEBUG  # noqa: B018  the first question reads them
    except SystemExit as stop:
        raise Stop(str(stop.code)) from None
    except ValueError as fault:
        raise Stop(f"A setting cannot be read: {fault}. See docs/administrator.md.") from None
    except OSError as fault:
        raise Stop(
            f"HEED_HOME is {home()}, and that cannot be used ({fault.strerror or fault}): make the "
            "folder yours, or name another in HEED_HOME."
        ) from None
    django.setup()
