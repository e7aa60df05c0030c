"""Heed's own settings as the tests run them: a home of this process's own, and stricter pages."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

# Set before Heed's settings are read: nothing a test does reaches a developer's own home.
_HOME = Path(tempfile.mkdtemp(prefix="heed-test-home-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["HEED_HOME"] = str(_HOME)
os.environ["HEED_TESTING"] = "1"

from heed.settings import *  # noqa: E402, F403
from heed.settings import MIDDLEWARE as _MIDDLEWARE  # noqa: E402
from heed.settings import TEMPLATES as _TEMPLATES  # noqa: E402
from tests.strict import UndefinedVariable  # noqa: E402

MIDDLEWARE = ["tests.strict.OneHeading", "tests.strict.ReadingWritesNothing", *_MIDDLEWARE]
for _engine in _TEMPLATES:
    _options: Any = _engine["OPTIONS"]
    _options["string_if_invalid"] = UndefinedVariable()
# scrypt is slow on purpose; a test of passwords asks for it by name.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
