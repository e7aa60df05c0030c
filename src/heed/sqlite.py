"""Puts an SQLite of our choosing in place of the one that Python was built with.

Older SQLite libraries can damage a database in write-ahead mode (mended in 3.51.3). Import this
before Django loads.
"""

import sys

import pysqlite3
import pysqlite3.dbapi2

sys.modules["sqlite3"] = pysqlite3
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

OPTIONS = {
    # A writer takes its lock at the start, so that none finds the database locked half-way.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # FULL: a saved answer survives a power cut. It costs about a tenth of a millisecond a save.
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit=67108864;"
        "PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;"
    ),
}
