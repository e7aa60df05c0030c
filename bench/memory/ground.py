"""A Heed of its own for a bench: a home and a database that are thrown away afterwards."""

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "src"))


def prepare(home: str = "") -> Path:
    """Sets up Django on an empty database in ``home``, or in a folder that is deleted at exit."""
    where = Path(home or tempfile.mkdtemp(prefix="heed-bench-"))
    if not home:
        atexit.register(shutil.rmtree, where, ignore_errors=True)
    os.environ["HEED_HOME"] = str(where)
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{where}/heed.sqlite3")
    os.environ["DJANGO_SETTINGS_MODULE"] = "heed.settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return where
